"""结账: what people assert at the end of a month is proven to the fen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.records import CashCount, Outstanding, Statement
from mingbai.kinds.finance.statements.proof import Proof, effect, local, proofs
from mingbai.packs import doubt
from mingbai.values.days import months_later
from mingbai.values.money import grouped, plain
from mingbai.values.text import Text

_BASIS = (Cite("accounting", "17"),)

STATEMENT = Code(
    "FIN003",
    Severity.ERROR,
    Text("账面余额与银行对账单不符", "book balance differs from the bank statement"),
    Text("按明细计算应为 {computed}，相差 {difference}{on}", "the lines make {computed}, difference {difference}{on}"),
    Text(
        "逐笔核对{month}的银行流水；已付未到账的写入“未达账项”。",
        "Compare the bank's entries of {month} one by one; put what has not reached the bank under “outstanding”.",
    ),
    Text("账面余额加减未达账项，等于银行对账单余额，一分不差。", "Book balance with outstanding items equals the bank statement, to the fen."),
    _BASIS,
)
COUNT = Code(
    "FIN004",
    Severity.ERROR,
    Text("账面余额与现金盘点不符", "book balance differs from the cash count"),
    Text("按明细计算应为 {computed}，相差 {difference}{on}", "the lines make {computed}, difference {difference}{on}"),
    Text(
        "重新盘点；查明原因后补记漏记的收支；一时查不清的，写“差异原因”如实公布。",
        "Count again and book what was forgotten; what cannot be cleared yet is explained under “reason” and published as it is.",
    ),
    Text("库存现金与账面余额相等，一分不差。", "Cash in the box equals the book balance, to the fen."),
    _BASIS,
)
EXPLAINED = Code(
    "FIN050",
    Severity.WARNING,
    Text("现金盘点与账面不符，原因已说明", "the cash count differs, and the cause is given"),
    Text("按明细计算应为 {computed}，实存相差 {difference}：{reason}", "the lines make {computed}, the box differs by {difference}: {reason}"),
    Text("按查明的原因补记；短少的由责任人补足，多出的查清来源。", "Book what was found; what is short is made good, what is too much is traced."),
    Text("账实不符要查原因、公开说明，不能把账改成与现金一样。", "A difference is explained in public; the books are not bent to the box."),
    _BASIS,
)
STILL_OUT = Code(
    "FIN069",
    Severity.WARNING,
    Text("未达账项长期没有到账", "an outstanding item that does not reach the bank"),
    Text(
        "凭证 {voucher} 是 {booked} 的，到 {day} 超过 {months} 个月还没有到银行{unsure}",
        "voucher {voucher} is of {booked} and has not reached the bank by {day}, more than {months:month|months}{unsure}",
    ),
    Text("查支票和转账的下落；作废的冲正，不要一直挂着。", "Trace the cheque or transfer; reverse what is void instead of carrying it along."),
    Text("未达账项一般几天就到；长期挂着，可能是虚列支出。", "Outstanding items clear in days; one that stays may be spending that never was."),
    _BASIS,
)
STILL_UNBOOKED = Code(
    "FIN104",
    Severity.WARNING,
    Text("银行已记的，账上一直没有记", "at the bank, and never booked"),
    Text(
        "“{explanation}” {amount} 从 {since} 起就在未达账项里，到 {day} 超过 {months} 个月还没有入账{unsure}",
        "“{explanation}” {amount} has been outstanding since {since} and is not booked by {day}, more than {months:month|months}{unsure}",
    ),
    Text("银行收了、付了的，取回回单补记这一笔，未达账项里就不再写。", "Fetch the bank's slip and book it; it is then outstanding no longer."),
    Text(
        "银行已经收付的钱，账上早晚要记；一直挂着，收入可能没有入账。",
        "What the bank received or paid is booked sooner or later; money that stays outside may be income kept back.",
    ),
    _BASIS,
)
OUTSTANDING = Code(
    "FIN022",
    Severity.ERROR,
    Text("未达账项不成立", "outstanding item does not hold"),
    Text("{why}", "{why}"),
    Text(
        "写“凭证”（账上已记、银行未到）或“金额”（银行已记、账上未记）中的一个；凭证要动过这个账户。",
        "Give a voucher (booked, not at the bank) or an amount (at the bank, not booked), not both; the voucher must have moved this account.",
    ),
    Text("每一项未达账项都要落到一笔具体的收支上。", "Every outstanding item is one particular receipt or payment."),
    _BASIS,
)
REVIEW = Code(
    "FIN024",
    Severity.WARNING,
    Text("审核早于最后一笔收支", "reviewed before the last line"),
    Text("{reviewed} 审核，最后一笔是 {last}", "reviewed on {reviewed}, the last line is of {last}"),
    Text("补做审核，改正审核日期。", "Have the whole month reviewed and give that date."),
    Text("审核要覆盖这个月的每一笔。", "The review covers every line of the month."),
    (Cite("accounting", "21"),),
)
UNREVIEWED = Code(
    "FIN032",
    Severity.ADVICE,
    Text("这个月还没有结账审核", "month not yet closed and reviewed"),
    Text("{period} 没有“结账”或“审核”", "{period} has no closing or no review"),
    Text("月终核对银行和现金，由监督委员会审核后写入“结账”。", "Reconcile bank and cash at the month's end and enter the supervisors' review."),
    Text("账目公布前由监督委员会审核。", "The supervisory committee reviews the accounts before they are published."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37")),
)
TO_COME = Code(
    "FIN100",
    Severity.WARNING,
    Text("审核的日期还没有到", "reviewed on a day still to come"),
    Text("{day} 审核，在 {as_of} 之后", "reviewed on {day}, which lies after {as_of}"),
    Text(
        "审核以后再写，写实际审核的那一天；写错了的改正。", "Write the review once it is done, with the day it was done on; correct a mistyped date."
    ),
    Text("没有审核过的账，不能写成已经审核。", "Accounts that were not reviewed are not called reviewed."),
    (Cite("accounting", "21"),),
)

_BOTH = Text("“凭证”和“金额”要写且只写一个", "give a voucher or an amount, and only one")


@rule(STATEMENT, COUNT, EXPLAINED)
def what_was_asserted_is_so(books: Books) -> Iterator[Diagnostic]:
    """Book balance, outstanding items taken out, equals the bank statement; the cash count equals the book balance, or the cause is given.

    A difference that later months carry on unchanged is told once, where it began.
    """
    for ledger in books.derived(ledgers).values():
        open_: dict[str, _Difference] = {}
        for month in ledger.months:
            for asserted, proof in _asserted(books, ledger, month):
                account = local(ledger, asserted.account)
                began = open_.get(account)
                reason = asserted.reason if isinstance(asserted, CashCount) else None
                if proof.holds or reason is not None:
                    open_.pop(account, None)
                    if began is not None:
                        yield began.told(books)
                    if not proof.holds:
                        yield EXPLAINED.at(books.place(asserted, "balance"), record=month.file.at_, reason=reason, **_values(month, proof))
                elif began is not None and began.fen == proof.computed - proof.asserted:
                    began.last = month
                else:
                    if began is not None:
                        yield began.told(books)
                    open_[account] = _Difference(month, month, asserted, proof)
        for difference in open_.values():
            yield difference.told(books)


@dataclass(slots=True)
class _Difference:
    """A difference from the month it began in to the last one that carries it on."""

    first: MonthLedger
    last: MonthLedger
    asserted: Statement | CashCount
    proof: Proof

    @property
    def fen(self) -> int:
        return self.proof.computed - self.proof.asserted

    def told(self, books: Books) -> Diagnostic:
        code = STATEMENT if isinstance(self.asserted, Statement) else COUNT
        return code.at(books.place(self.asserted, "balance"), **_values(self.first, self.proof), on=_carried(self.first, self.last))


def _asserted(books: Books, ledger: BookLedger, month: MonthLedger) -> Iterator[tuple[Statement | CashCount, Proof]]:
    """What the closing of a month asserts, each with its proof, where one follows from the lines."""
    closing = month.file.closing
    if closing is None or not month.sound:
        return
    every: tuple[Statement | CashCount, ...] = (*closing.statements, *closing.counts)
    for asserted, proof in zip(every, proofs(books, ledger, month), strict=True):
        if proof.holds or _provable(books, ledger, month, asserted):
            yield asserted, proof


def _values(month: MonthLedger, proof: Proof) -> dict[str, Any]:
    return {"computed": plain(proof.computed), "difference": plain(abs(proof.computed - proof.asserted)), "month": month.month}


def _carried(first: MonthLedger, last: MonthLedger) -> Text:
    if first is last:
        return Text("", "")
    return Text(f"；此后到 {last.month} 都差这么多", f"; the same up to {last.month}")


@rule(STILL_OUT)
def outstanding_items_clear(books: Books) -> Iterator[Diagnostic]:
    """A voucher that is outstanding at the bank reaches it within the months the pack allows on the day of the statement."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for statement in month.file.closing.statements if month.file.closing else ():
                for item in statement.outstanding:
                    full = books.resolve("line", item.voucher, month.filed) if item.voucher else None
                    posted, day = ledger.posted.get(full or ""), statement.day or month.last
                    standard = books.law.standard("outstanding-months", day)
                    if (
                        standard is not None
                        and standard.count is not None
                        and posted is not None
                        and months_later(posted.line.date, standard.count) < day
                    ):
                        values: dict[str, Any] = {
                            "voucher": item.voucher,
                            "booked": posted.line.date,
                            "day": day,
                            "months": standard.count,
                            "unsure": doubt(standard),
                        }
                        yield STILL_OUT.at(
                            books.place(item, "voucher"), record=month.file.at_, basis=books.law.grounds(STILL_OUT, standard), **values
                        )


@rule(STILL_UNBOOKED)
def what_the_bank_has_is_booked(books: Books) -> Iterator[Diagnostic]:
    """An amount that only the bank has is booked within the months the pack allows; told at the first statement that carries it longer."""
    for ledger in books.derived(ledgers).values():
        since: dict[tuple[str, int, str], datetime.date] = {}  # of the items that every statement of the account has carried up to now
        told: set[tuple[str, int, str]] = set()
        for month in ledger.months:
            for statement in month.file.closing.statements if month.file.closing else ():
                account, day = local(ledger, statement.account), statement.day or month.last
                carried = {(account, i.amount, i.explanation): i for i in statement.outstanding if i.voucher is None and i.amount is not None}
                since = {k: v for k, v in since.items() if k[0] != account or k in carried} | {k: since.get(k, day) for k in carried}
                for key, item in carried.items():
                    standard = books.law.standard("outstanding-months", day)
                    if standard is not None and standard.count is not None and key not in told and months_later(since[key], standard.count) < day:
                        told.add(key)
                        said: dict[str, Any] = {"explanation": key[2], "amount": grouped(key[1]), "since": since[key], "day": day}
                        yield STILL_UNBOOKED.at(
                            books.place(item, "amount"),
                            record=month.file.at_,
                            months=standard.count,
                            unsure=doubt(standard),
                            basis=books.law.grounds(STILL_UNBOOKED, standard),
                            **said,
                        )


@rule(OUTSTANDING)
def outstanding_items_are_particular(books: Books) -> Iterator[Diagnostic]:
    """An outstanding item names one voucher that moved the account, or an amount the bank alone has."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for statement in month.file.closing.statements if month.file.closing else ():
                for n, item in enumerate(statement.outstanding):
                    place: Place = books.place(item, "voucher" if item.voucher else "")
                    earlier = {i.voucher for i in statement.outstanding[:n] if i.voucher}
                    why = _again(item) if item.voucher in earlier else _unfit(books, ledger, month, statement, item)
                    if why is not None:
                        yield OUTSTANDING.at(place, why=why)


def _again(item: Outstanding) -> Text:
    return Text(f"凭证 {item.voucher} 写了两次", f"voucher {item.voucher} is listed twice")


def _unfit(books: Books, ledger: BookLedger, month: MonthLedger, statement: Statement, item: Outstanding) -> Text | None:
    """Why an outstanding item does not hold; None where it does, or where nothing bears its voucher (told as a broken reference)."""
    if (item.voucher is None) == (item.amount is None):
        return _BOTH
    full = books.resolve("line", item.voucher, month.filed) if item.voucher else None
    if full is None:
        return None
    account, day = local(ledger, statement.account), statement.day or month.last
    if not effect(books, ledger, month, account, item):
        return Text(f"凭证 {item.voucher} 没有动过账户 {account}", f"voucher {item.voucher} did not move account {account}")
    booked = ledger.posted[full].line.date
    if booked > day:
        return Text(
            f"凭证 {item.voucher} 是 {booked} 的，对账单只到 {day}，账面余额里还没有这一笔",
            f"voucher {item.voucher} is of {booked}, the statement ends on {day}: the book balance does not hold it yet",
        )
    cleared = _cleared(books, ledger, account, full, booked, day)
    if cleared is not None:
        return Text(
            f"凭证 {item.voucher} 是 {booked} 的，{cleared} 的对账单没有把它列为未达：那时已经到了银行",
            f"voucher {item.voucher} is of {booked}, and the statement of {cleared} did not call it outstanding: it had reached the bank by then",
        )
    return None


def _cleared(books: Books, ledger: BookLedger, account: str, full: str, booked: datetime.date, day: datetime.date) -> datetime.date | None:
    """The day of the first statement of the account, from the day a voucher was booked and before `day`, that agreed without it; None where there is none."""
    for month in ledger.months:
        for statement in month.file.closing.statements if month.file.closing and month.last >= booked else ():
            said = statement.day or month.last
            if local(ledger, statement.account) == account and booked <= said < day:
                listed = {books.resolve("line", i.voucher, month.filed) for i in statement.outstanding if i.voucher}
                if full not in listed:
                    return said
    return None


def _provable(books: Books, ledger: BookLedger, month: MonthLedger, asserted: Statement | CashCount) -> bool:
    """Whether the account is one of this book and every outstanding item holds: else that is told, and no difference follows from it."""
    if local(ledger, asserted.account) not in {a.id for a in ledger.book.accounts}:
        return False
    items = asserted.outstanding if isinstance(asserted, Statement) else ()
    vouchers = [i.voucher for i in items if i.voucher]
    return (
        len(set(vouchers)) == len(vouchers)
        and all(books.resolve("line", v, month.filed) for v in vouchers)
        and not any(isinstance(asserted, Statement) and _unfit(books, ledger, month, asserted, i) for i in items)
    )


@rule(REVIEW, UNREVIEWED, TO_COME)
def the_review_covers_the_month(books: Books) -> Iterator[Diagnostic]:
    """A month that is over is reviewed, not before its last line, and not on a day still to come; one that waits too long is told by another rule (FIN091)."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            review = month.file.closing.review if month.file.closing else None
            if review is None:
                standard = books.law.standard("review-days", month.last)
                wait = standard.count if standard and standard.count is not None else (books.as_of - month.last).days
                if month.file.lines and 0 < (books.as_of - month.last).days <= wait:
                    yield UNREVIEWED.at(books.place(month.file, "closing" if month.file.closing else "period"), period=month.month)
                continue
            if review.day > books.as_of:
                yield TO_COME.at(books.place(review, "day"), record=month.file.at_, day=review.day, as_of=books.as_of)
            last = max((line.date for line in month.file.lines), default=review.day)
            if review.day < last:
                yield REVIEW.at(books.place(review, "day"), record=month.file.at_, reviewed=review.day, last=last)
