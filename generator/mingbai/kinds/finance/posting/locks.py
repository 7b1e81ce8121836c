"""Closed months: what a lock holds, and whether the month still says the same.

A lock has one digest for every line, by its voucher, and one for the rest of the file, taken of what the lines mean with the
month's defaults filled in: another order of keys, another spelling or language changes nothing. Internal notes are left out.
The lock guards against accident and makes a change visible in review; whoever may write the ledgers may write the lock too.
"""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from mingbai.books import Books, Filed
from mingbai.kinds.community.records import Fund
from mingbai.kinds.finance.posting.double import double_ledgers
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import LOCK, MonthLedger, ledgers
from mingbai.kinds.finance.posting.locked import LockFile, YearLock
from mingbai.values.money import plain

FORMAT = 2
"""Of a month's lock; one of format 1 has no terms of funds and is held to everything else."""
YEAR_FORMAT = 1
_LENGTH = 24
"""Letters of a digest, four bits each: enough that no two lines share one by accident."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
"""A digest is written in letters: among digits there may be what looks like a telephone number."""
_FILLED = ("account", "fund", "category", "handler", "witness", "approver")


class Seal(NamedTuple):
    """What a month says, in digests: its lines as (voucher, digest) in the order of the file, and the rest."""

    lines: tuple[tuple[str, str], ...]
    rest: str


def seal(month: MonthLedger) -> Seal:
    """The seal of a month as it stands now."""
    file = month.file
    rest = file.model_dump(exclude={"lines", "note", "defaults"}, exclude_defaults=True)
    return Seal(tuple((p.line.voucher, _line(p)) for p in month.posted), _digest(rest))


def _line(posted: Posted) -> str:
    said = posted.line.model_dump(exclude={"note"}, exclude_defaults=True)
    said |= {name: value for name in _FILLED if (value := getattr(posted, name))}
    if posted.line.shares and len(posted.entries) == len(posted.line.shares):  # a share may take its fund or category from the month's defaults
        said["shares"] = [
            {**share, **({"fund": e.fund} if e.fund else {}), **({"category": e.category} if e.category else {})}
            for share, e in zip(said["shares"], posted.entries, strict=True)
        ]
    return _digest(said)


def _digest(said: Mapping[str, Any]) -> str:
    text = json.dumps(said, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:_LENGTH].translate(_LETTERS)


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no digest")


def nodes(books: Books, month: MonthLedger, day: datetime.date, by: str) -> dict[str, Any]:
    """The lock of a month that is closed now, as a ledger file."""
    sealed = seal(month)
    found: dict[str, Any] = {
        "格式": str(FORMAT),
        "账簿": month.book.id,
        "期间": str(month.month),
        "结账日": day.isoformat(),
        "结账人": by,
        "账户": _balances(month.closing.accounts),
    }
    funds = {id: fen for id, fen in month.closing.funds.items() if id}
    if funds:
        found["资金"] = _balances(funds)
    chart = _chart(books, month)
    if chart:
        found["科目"] = _balances(chart)
    used = terms(books, month)
    if used:
        found["用途"] = [_terms(one) for one in used]
    found["收支"] = [{"凭证": voucher, "摘要值": digest} for voucher, digest in sealed.lines]
    return {**found, "其余": sealed.rest}


class Terms(NamedTuple):
    """What a fund might be spent on: on the first day of a month (`since` None), or from a day within it."""

    fund: str
    since: datetime.date | None
    categories: frozenset[str]
    start: datetime.date | None
    end: datetime.date | None


def terms(books: Books, month: MonthLedger) -> tuple[Terms, ...]:
    """What each fund that the month's lines touch might be spent on: on its first day, and from every day within it on which that changed."""
    used = {e.fund for p in month.posted for e in p.entries if e.fund}
    return tuple(one for fund in (books.derived(ledgers)[month.book.id].funds if used else ()) if fund.id in used for one in _of_fund(fund, month))


def _of_fund(fund: Fund, month: MonthLedger) -> Iterator[Terms]:
    before: Terms | None = None
    for day in _turns(fund, month):
        start, end = (fund.term.start, fund.last_day(day)) if fund.term else (None, None)
        now = Terms(fund.id, None, frozenset(fund.allowed(day)), start, end)
        if before is None or now != before:
            yield now if before is None else now._replace(since=day)
            before = now


def locked_terms(lock: LockFile) -> tuple[Terms, ...] | None:
    """What a lock says the funds might be spent on; None where it was made before locks said so."""
    if lock.format == 1:
        return None
    return tuple(Terms(t.fund, t.since, frozenset(t.categories), t.start, t.end) for t in lock.terms)


def _turns(fund: Fund, month: MonthLedger) -> Iterator[datetime.date]:
    """The first day of a month, and the days within it from which something else holds of a fund."""
    yield month.first
    days = {c.day for c in fund.changes} | ({fund.settled.day} if fund.settled else set())
    yield from sorted(d for d in days if month.first < d <= month.last)


def _terms(one: Terms) -> dict[str, Any]:
    said: dict[str, Any] = {
        "资金": one.fund,
        "自": one.since and one.since.isoformat(),
        "可用科目": sorted(one.categories),
        "起": one.start and one.start.isoformat(),
        "止": one.end and one.end.isoformat(),
    }
    return {name: value for name, value in said.items() if value}


def _balances(held: Mapping[str, int]) -> list[dict[str, str]]:
    return [{"编号": id, "余额": plain(fen)} for id, fen in held.items()]


def locks(books: Books) -> dict[str, Filed[LockFile]]:
    """The locks of closed months by the id of the month (`committee/2026-03`); use through `books.derived(locks)`."""
    return {f.id.removesuffix(LOCK): f for f in books.of(LockFile)}


def closed_on(books: Books, month: str) -> datetime.date | None:
    """The day a month was closed; None while it is open."""
    filed = books.derived(locks).get(month)
    return filed.record.day if filed is not None and filed.record is not None else None


def _chart(books: Books, month: MonthLedger) -> Mapping[str, int]:
    """What the accounts of the chart held at the end of a month, debit positive; empty for a book of receipts and payments."""
    double = books.derived(double_ledgers).get(month.book.id)
    return next((m.closing for m in double.months if m.month is month), {}) if double else {}


def holds(books: Books, lock: LockFile, month: MonthLedger) -> bool:
    """Whether the balances are those of the day the month was closed; an account or fund registered since held nothing then."""
    accounts, funds = {b.id: b.balance for b in lock.accounts}, {b.id: b.balance for b in lock.funds}
    closing, chart = month.closing, {b.id: b.balance for b in lock.ledger_accounts}
    sums = _same(accounts, closing.accounts) and _same(funds, {id: fen for id, fen in closing.funds.items() if id})
    return sums and (not chart or _same(chart, _chart(books, month)))


def _same(was: Mapping[str, int], now: Mapping[str, int]) -> bool:
    return {id: fen for id, fen in was.items() if fen} == {id: fen for id, fen in now.items() if fen}


# --- a closed year ------------------------------------------------------------------------------------------------------


def years(books: Books) -> dict[str, Filed[YearLock]]:
    """The locks of closed years by book and year (`committee/2026`); use through `books.derived(years)`."""
    return {f.id.removesuffix(LOCK): f for f in books.of(YearLock)}


def of_month(lock: LockFile) -> str:
    """The digest of a month's lock, as its year's lock holds it."""
    return _digest(lock.model_dump(exclude_defaults=True))


def year_nodes(books: Books, months: Sequence[MonthLedger], day: datetime.date, by: str) -> dict[str, Any]:
    """The lock of a year whose months, in order, are all closed."""
    done = books.derived(locks)
    found = ((m, done[m.filed.id].record) for m in months)
    return {
        "年度": str(months[0].month.year),
        "格式": str(YEAR_FORMAT),
        "账簿": months[0].book.id,
        "结账日": day.isoformat(),
        "结账人": by,
        "年初": plain(months[0].opening.total),
        "收入": plain(sum(m.income for m in months)),
        "支出": plain(sum(m.expense for m in months)),
        "年末": plain(months[-1].closing.total),
        "月份": [{"期间": str(m.month), "摘要值": of_month(lock)} for m, lock in found if lock is not None],
    }
