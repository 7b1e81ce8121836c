"""Closing a month: everything that must hold is proved first, then the closing block is completed and the lock is made.

Pure but for reading: nothing is written here. What is given on the command line is tried on the ledgers in memory, so a month
that cannot be closed is left as it was.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from mingbai import pipeline, reading, writing
from mingbai.diagnostics import Severity
from mingbai.keeping.carrying import not_carried
from mingbai.keeping.tidy import written
from mingbai.kinds import discover
from mingbai.kinds.community.records import AccountKind, Community, Spelling
from mingbai.kinds.finance.posting import locks
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.records import CashCount, MonthFile, Statement
from mingbai.kinds.finance.statements.proof import local
from mingbai.pipeline import Checked
from mingbai.schema import parse
from mingbai.values.counted import counted
from mingbai.values.days import Month
from mingbai.values.days import day as parse_day
from mingbai.values.money import plain
from mingbai.values.text import Text

_SHOWN = 3
"""So many errors are told when a month cannot be closed; they may come from what was given, which `check` does not see."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line adds to the closing block: balances in fen by account, who counted, who reviewed."""

    by: str | None = None
    day: datetime.date | None = None
    statements: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    counted_by: str | None = None
    watched_by: str | None = None
    reviewer: str | None = None
    review_day: datetime.date | None = None
    review_body: str | None = None
    opinion: str | None = None


class Closed(NamedTuple):
    """What is to be written, the month before its lock, or why the month cannot be closed.

    Attributes:
        files: path below ledgers/ → text; empty where something is in the way.
        problems: what is in the way.
        checked: the community with what is to be written.
        month: None where the month cannot be read.
        read: path below ledgers/ → the bytes all this was made of; to be compared before anything is written.
    """

    files: Mapping[str, str]
    problems: tuple[Text, ...]
    checked: Checked
    month: MonthLedger | None
    read: Mapping[str, bytes]


def close(root: Path, book: str, period: Month, as_of: datetime.date, given: Given) -> Closed:
    """The files that close a month of a book, or every reason why it cannot be closed."""
    path = f"finance/{book}/{period}.yml"
    file = root / pipeline.LEDGERS / path
    if not file.is_file():
        why = Text(f"没有 {pipeline.LEDGERS}/{path}", f"there is no {pipeline.LEDGERS}/{path}")
        return Closed({}, (why,), pipeline.check(root, as_of), None, {})
    day, data = given.day or as_of, file.read_bytes()
    text = _completed(data, path, book, replace(given, review_day=given.review_day or day), _community(root))
    checked = pipeline.check(root, as_of, instead={path: data if text is None else text.encode()})
    ledger = checked.books.derived(ledgers).get(book)
    month = next((m for m in ledger.months if m.month == period), None) if ledger else None
    if ledger is None or month is None:
        why = Text(f"{pipeline.LEDGERS}/{path} 读不懂，或账簿没有登记", f"{pipeline.LEDGERS}/{path} cannot be read, or its book is unknown")
        return Closed({}, tuple(_refused(checked, path)) or (why,), checked, None, {})
    by = given.by or month.file.defaults.handler
    contradicted = tuple(_contradicted(ledger, month, given))
    if contradicted and text is not None:  # what else is missing is told as if only the rest had been typed
        alone = close(root, book, period, as_of, _agreeing(ledger, month, given))
        return alone._replace(files={}, problems=(*contradicted, *alone.problems))
    problems = (*contradicted, *_problems(checked, ledger, month, day, by))
    if problems or by is None:
        return Closed({}, problems, checked, month, {})
    lock = writing.dump(locks.nodes(checked.books, month, day, by))
    files = {} if text is None else {path: text}
    return Closed({**files, path.replace(".yml", ".lock.yml"): lock}, (), checked, month, {path: data})


def _community(root: Path) -> Community | None:
    community = root / pipeline.LEDGERS / "community.yml"
    document, _ = reading.read(community.read_bytes(), "community.yml", 0) if community.is_file() else (None, ())
    return parse(Community, document.nodes, "")[0] if document is not None and document.nodes is not None else None


def _refused(checked: Checked, path: str) -> Iterator[Text]:
    """What keeps the month's file from being read, each with its line."""
    shown = f"{pipeline.LEDGERS}/{path}"
    for found in checked.findings:
        if found.place.path == shown and found.severity is Severity.ERROR:
            line = found.place.span.line if found.place.span else 1
            yield Text(f"{shown}:{line}: {found.code.id} {found.message('zh')}", f"{shown}:{line}: {found.code.id} {found.message('en')}")


# --- what must hold -------------------------------------------------------------------------------------------------


def _problems(checked: Checked, ledger: BookLedger, month: MonthLedger, day: datetime.date, by: str | None) -> Iterator[Text]:
    books, done = checked.books, checked.books.derived(locks.locks)
    if month.filed.id in done:
        yield Text(f"{month.month} 已经结账", f"{month.month} is closed already")
        return
    errors = [f for f in checked.findings if f.severity is Severity.ERROR]
    if errors:
        zh = "；".join(f"{f.place.path.removeprefix('ledgers/')}：{f.code.title.zh}：{f.message('zh')}" for f in errors[:_SHOWN])
        en = "; ".join(f"{f.place.path.removeprefix('ledgers/')}: {f.code.title.en}: {f.message('en')}" for f in errors[:_SHOWN])
        yield Text(
            f"台账有 {len(errors)} 处错误，先改好（mingbai check）：{zh}",
            f"the ledgers have {counted(len(errors), 'error', 'errors')} to be mended first (mingbai check): {en}",
        )
    if month.last >= books.as_of or day <= month.last:
        yield Text(f"{month.month} 还没有过完（到 {month.last}）", f"{month.month} is not over (it ends on {month.last})")
    if day > books.as_of:
        yield Text(f"结账日 {day} 还没有到（今天是 {books.as_of}）", f"the day of closing, {day}, is still to come (today is {books.as_of})")
    earlier = [m for m in ledger.months if m.month < month.month]
    still = next((m.month for m in earlier if m.filed.id not in done), None)
    if still is not None:
        yield Text(f"前面的 {still} 还没有结账，先结 {still}", f"{still} is still open; close it first")
    elif earlier and earlier[-1].month.next < month.month:
        missing = earlier[-1].month.next
        yield Text(
            f"缺 {missing} 的台账：补上（没有收支的写“本期无”），先结 {missing}",
            f"there is no ledger of {missing}: add it (“nothing” where nothing happened) and close it first",
        )
    if not month.sound:
        yield Text("余额算不出来：有的收支不完整", "the balances cannot be worked out: some line is incomplete")
    if by is None:
        yield Text("没有说明谁结账：加 --by 职务", "who closes it is not said: add --by OFFICE")
    yield from not_carried(checked, ledger.book.id, month)
    yield from _unproven(ledger, month)
    yield from _unreviewed(month, day)


def _unproven(ledger: BookLedger, month: MonthLedger) -> Iterator[Text]:
    closing = month.file.closing
    stated = {local(ledger, s.account) for s in closing.statements if (s.day or month.last) == month.last} if closing else set()
    counted = {local(ledger, c.account) for c in closing.counts if (c.day or month.last) == month.last} if closing else set()
    for account in ledger.book.accounts:
        held = plain(month.closing.accounts.get(account.id, 0))
        if account.kind is AccountKind.BANK and account.id not in stated:
            yield Text(
                f"“{account.name}”没有 {month.last} 的银行对账单：照单子加 --statement {account.id}=余额（账面是 {held}）",
                f"“{account.name}” has no bank statement of {month.last}: add --statement {account.id}=BALANCE (the books say {held})",
            )
        if account.kind is AccountKind.CASH and account.id not in counted:
            yield Text(
                f"“{account.name}”没有 {month.last} 的现金盘点：照实数加 --count {account.id}=余额（账面是 {held}）",
                f"“{account.name}” was not counted on {month.last}: add --count {account.id}=BALANCE (the books say {held})",
            )


def _unreviewed(month: MonthLedger, day: datetime.date) -> Iterator[Text]:
    review = month.file.closing.review if month.file.closing else None
    if review is None:
        yield Text("没有审核：加 --reviewer 职务 --review-day 日期", "not reviewed: add --reviewer OFFICE --review-day DATE")
    elif review.day < month.last:
        yield Text(
            f"审核（{review.day}）的时候这个月还没有过完（到 {month.last}）",
            f"on the day of the review, {review.day}, the month was not over (it ends on {month.last})",
        )
    elif review.day > day:
        yield Text(
            f"审核（{review.day}）晚于结账（{day}）：先审核，再结账",
            f"the review ({review.day}) is later than the closing ({day}): review first, then close",
        )


# --- what was given against what stands -----------------------------------------------------------------------------


def _contradicted(ledger: BookLedger, month: MonthLedger, given: Given) -> Iterator[Text]:
    """What the command line says and the ledger does not: nothing that was typed is dropped without a word."""
    closing = month.file.closing
    standing = (
        ("--statement", AccountKind.BANK, given.statements, closing.statements if closing else ()),
        ("--count", AccountKind.CASH, given.counts, closing.counts if closing else ()),
    )
    for option, kind, typed, written_ in standing:
        there = {local(ledger, s.account): s.balance for s in written_ if (s.day or month.last) == month.last}
        known = [a.id for a in ledger.book.accounts if a.kind is kind]
        for account, fen in typed.items():
            if account not in known:
                zh, en = "、".join(known) or "没有", ", ".join(known) or "none"
                yield Text(
                    f"{option} {account}：这本账没有这个账户；可以写的：{zh}", f"{option} {account}: no such account in this book; there are: {en}"
                )
            elif there.get(account, fen) != fen:
                yield _differs(f"{option} {account}", plain(fen), plain(there[account]))
    if (given.counted_by or given.watched_by) and not given.counts:
        yield Text("--counted-by 和 --watched-by 要同 --count 一起写", "--counted-by and --watched-by go with --count")
    for count in closing.counts if closing and given.counts else ():
        if local(ledger, count.account) in given.counts and (count.day or month.last) == month.last:
            yield from _hands(count, given)
    yield from _reviewed_otherwise(month, given)


def _agreeing(ledger: BookLedger, month: MonthLedger, given: Given) -> Given:
    """What was typed and contradicts nothing, by itself: the accounts that there are and their balances, who counted, who reviewed."""
    kinds = {a.id: a.kind for a in ledger.book.accounts}
    closing = month.file.closing  # with what was typed already in it, where nothing else stood

    def agree(typed: Mapping[str, int], kind: AccountKind, stands: Sequence[Statement | CashCount]) -> dict[str, int]:
        there = {local(ledger, s.account): s.balance for s in stands if (s.day or month.last) == month.last}
        return {id: fen for id, fen in typed.items() if kinds.get(id) is kind and there.get(id, fen) == fen}

    statements = agree(given.statements, AccountKind.BANK, closing.statements if closing else ())
    counts = agree(given.counts, AccountKind.CASH, closing.counts if closing else ())
    rest = replace(given, statements=statements, counts=counts)
    if not counts or any(True for c in (closing.counts if closing else ()) for _ in _hands(c, given)):
        rest = replace(rest, counted_by=None, watched_by=None)
    if any(True for _ in _reviewed_otherwise(month, given)):
        rest = replace(rest, reviewer=None, review_day=None, review_body=None, opinion=None)
    return rest


def _reviewed_otherwise(month: MonthLedger, given: Given) -> Iterator[Text]:
    review = month.file.closing.review if month.file.closing else None
    said = (("--review-day", given.review_day, "day"), ("--review-body", given.review_body, "body"), ("--opinion", given.opinion, "opinion"))
    for option, wanted, name in (("--reviewer", given.reviewer, "reviewer"), *said):
        if wanted is not None and review is not None and getattr(review, name) != wanted:
            yield _differs(option, str(wanted), getattr(review, name))


def _hands(count: CashCount, given: Given) -> Iterator[Text]:
    for option, wanted, found in (("--counted-by", given.counted_by, count.counted_by), ("--watched-by", given.watched_by, count.watched_by)):
        if wanted is not None and wanted != found:
            yield _differs(option, wanted, found)


def _differs(option: str, typed: str, stands: object) -> Text:
    zh, en = (f"已经是 {stands}", f"already says {stands}") if stands is not None else ("没有这一项", "leaves it out")
    return Text(
        f"{option} 写的是 {typed}，台账的“结账”里{zh}：核对以后改台账，或者去掉这一项",
        f"{option} says {typed}, the closing block {en}: check, then mend the ledger or leave the option out",
    )


# --- the closing block ----------------------------------------------------------------------------------------------


def _completed(data: bytes, path: str, book: str, given: Given, community: Community | None) -> str | None:
    """The month's file with what was given in its closing block, comments kept; None where nothing was given or nothing can be read."""
    if not (given.statements or given.counts or given.reviewer):
        return None
    scripts = frozenset(community.scripts if community else ())
    document, _ = reading.read(data, path, 0, scripts=scripts)
    claimed = pipeline.claim(path, discover())
    if document.nodes is None or claimed is None:
        return None
    shape = claimed[1].root(document.nodes)
    nodes = {**document.nodes}
    name = "closing" if "closing" in nodes else "结账"
    before, _ = parse(shape, nodes, path)
    last = (before.end if isinstance(before, MonthFile) else None) or Month.parse(Path(path).stem).last
    nodes[name] = _block({**(nodes.get(name) or {})}, book, given, last)
    if nodes[name] == document.nodes.get(name):
        return None
    record, _ = parse(shape, nodes, path)
    if record is None:  # only to be checked: the check says what is wrong, and nothing is written
        return writing.dump(nodes)
    return written(document.text, nodes, record, path, "en" if community and community.spelling is Spelling.ENGLISH else "zh", scripts)


def _block(block: dict[str, Any], book: str, given: Given, last: datetime.date) -> dict[str, Any]:
    """What stands in the block stays; what is missing on the month's `last` day is added."""
    for zh, en, found, more in (
        ("银行对账单", "statements", given.statements, {}),
        ("现金盘点", "counts", given.counts, {"盘点人": given.counted_by, "监盘人": given.watched_by}),
    ):
        name = en if en in block else zh
        entries = list(block.get(name) or ())
        ends = [e for e in entries if isinstance(e, dict) and _as_at(e, last) == last]
        there = {str(e.get("账户", e.get("account"))).removeprefix(f"{book}/") for e in ends}
        entries += [
            {"账户": account, "余额": plain(fen), **{k: v for k, v in more.items() if v}} for account, fen in found.items() if account not in there
        ]
        if entries:
            block[name] = entries
    if given.reviewer and not block.keys() & {"审核", "review"}:
        day = given.review_day.isoformat() if given.review_day else None
        review = {"机构": given.review_body, "审核人": given.reviewer, "日期": day, "意见": given.opinion}
        block["审核"] = {k: v for k, v in review.items() if v}
    return block


def _as_at(entry: Mapping[str, Any], last: datetime.date) -> datetime.date | None:
    """The day a statement or count is of; None where what is written there is no date."""
    typed = entry.get("截止", entry.get("day"))
    try:
        return last if typed is None else parse_day(str(typed))
    except ValueError:
        return None
