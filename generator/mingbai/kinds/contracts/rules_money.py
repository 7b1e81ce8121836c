"""CON: the lines that cite a contract, against what it says: when, how much, from whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.contracts.records import Flow, State
from mingbai.kinds.contracts.register import BASIS, Standing, standings
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import readable
from mingbai.values.money import grouped
from mingbai.values.text import Text

OVERDUE = Code(
    "CON010",
    Severity.WARNING,
    Text("合同款逾期", "an instalment is overdue"),
    Text("{verb} {owed}，最早一期 {day} 到期，已逾期 {days} 天", "{owed} {verb}, the oldest since {day}, {days:day|days} overdue"),
    Text(
        "催收或付清；已经收付的，在那一笔收支上写“合同: {number}”。",
        "Collect or pay it; where it was paid, let the line cite the contract: {number}.",
    ),
    Text(
        "该收的钱没有收回，就是集体的损失；该付的不付，要说明原因。",
        "What is not collected is everybody's loss; what is not paid has to be explained.",
    ),
    BASIS,
)
ABOVE = Code(
    "CON011",
    Severity.WARNING,
    Text("收付超过合同金额", "more than the contract's sum"),
    Text("合同金额 {total}，到这一笔累计 {paid}", "the sum is {total}, with this line {paid}"),
    Text(
        "多付的追回；确有增加的，把“变更”和决议补上。", "Recover what was paid too much; where the sum was raised, add the change and its decision."
    ),
    Text("超过合同的钱没有依据。", "What goes beyond the contract has no ground."),
    BASIS,
)
OUTSIDE = Code(
    "CON012",
    Severity.WARNING,
    Text("合同期以外的收付", "a line outside the contract's term"),
    Text(
        "{date} 不在 {first} 至 {last} 之内，也没有这一天以前到期未结的款",
        "{date} is outside {first} to {last}, and nothing older was left to settle",
    ),
    Text("核对引用的合同；到期后继续使用的，补签或续签。", "Check which contract is meant; where use went on, sign or renew."),
    Text("合同过期还在收付，等于没有合同。", "Money under an expired contract is money without one."),
    BASIS,
)
OTHER_PARTY = Code(
    "CON013",
    Severity.WARNING,
    Text("收付款的对方不是合同的乙方", "the other party is not the contract's"),
    Text("这一笔的对方是“{party}”，合同乙方是“{other}”", "the line names “{party}”, the contract “{other}”"),
    Text(
        "核对引用的合同和对方名称；委托他人收付的，写明依据。", "Check the contract and the name; where somebody pays on behalf, say by what right."
    ),
    Text("钱应当和签合同的人结算。", "Money is settled with whoever signed."),
    BASIS,
)
DIRECTION = Code(
    "CON014",
    Severity.WARNING,
    Text("收付方向与合同相反", "against the contract's direction"),
    Text("合同是“{flow}”，这一笔是{kind}", "the contract is to {flow}, the line is {kind}"),
    Text(
        "退回的款用“退款”并写原凭证；押金、保证金在摘要里写明；引错合同的改正编号。",
        "Book what came back as a refund of its line; say in the summary that it is a deposit; or correct the id.",
    ),
    Text("方向相反的钱不能算作履行合同。", "Money in the other direction does not perform the contract."),
    BASIS,
)


@rule(OVERDUE)
def what_is_due_is_settled(books: Books) -> Iterator[Diagnostic]:
    """No instalment is unpaid after its days of grace; not told where a month cannot be read, for it may stand there."""
    for s in books.derived(standings) if readable(books) else ():
        if s.late is not None:
            verb = Text("应收未收", "not received") if s.contract.flow is Flow.IN else Text("应付未付", "not paid")
            yield OVERDUE.at(
                books.place(s.contract),
                record=s.contract.at_,
                verb=verb,
                owed=grouped(s.overdue_fen),
                day=s.late,
                days=s.late_days,
                number=s.contract.number,
            )


@rule(ABOVE)
def no_more_than_the_sum(books: Books) -> Iterator[Diagnostic]:
    """What was received or paid stays within the contract's sum; told at the line that goes beyond."""
    for s in books.derived(standings):
        paid = s.contract.before or 0
        for one in s.paid:
            before, paid = paid, paid + one.fen
            if s.total is not None and before <= s.total < paid:
                line = one.posted.line
                yield ABOVE.at(books.place(line, "contract" if line.contract else ""), record=line.at_, total=grouped(s.total), paid=grouped(paid))


@rule(OUTSIDE)
def lines_lie_in_the_term(books: Books) -> Iterator[Diagnostic]:
    """A line lies between signing and the last day, or settles what fell due before."""
    for s in books.derived(standings):
        first, last = _window(s)
        paid = s.contract.before or 0
        for one in s.paid:
            day, line = one.posted.line.date, one.posted.line
            owed = sum(p.due.fen for p in s.plan if p.due.day <= day) - paid
            paid += one.fen
            if one.fen > 0 and (day < first or (last is not None and day > last and owed <= 0)):
                until = last or books.as_of
                yield OUTSIDE.at(books.place(line, "date"), record=line.at_, date=day, first=first, last=until)


def _window(s: Standing) -> tuple[datetime.date, datetime.date | None]:
    """From signing, the first day or the first instalment to the last day, the ending or the last instalment."""
    contract = s.contract
    planned = [p.due.day for p in s.plan]
    first = min(d for d in (contract.start, contract.signed or contract.start, *planned))
    ends = contract.ending.day if contract.ending and s.state is State.ENDED else s.last
    return first, max((ends, *planned)) if ends is not None else None


@rule(OTHER_PARTY)
def money_goes_to_whoever_signed(books: Books) -> Iterator[Diagnostic]:
    """The other party of a line is the contract's."""
    for s in books.derived(standings):
        for posted in (*(p.posted for p in s.paid), *s.deposits):
            party = posted.line.party
            if party is not None and posted.line.contract and _bare(party) != _bare(s.contract.other):
                yield OTHER_PARTY.at(books.place(posted.line, "party"), record=posted.line.at_, party=party, other=s.contract.other)


def _bare(name: str) -> str:
    """A name without blanks, its brackets made half-width."""
    return name.replace(" ", "").replace("（", "(").replace("）", ")")


@rule(DIRECTION)
def money_goes_the_contracts_way(books: Books) -> Iterator[Diagnostic]:
    """Lines that cite a contract go its way; deposits go both ways."""
    for s in books.derived(standings):
        for posted in s.against:
            if posted.line.contract:
                yield DIRECTION.at(books.place(posted.line, "contract"), record=posted.line.at_, flow=s.contract.flow.text, kind=_kind(posted))


def _kind(posted: Posted) -> Text:
    return posted.line.kind.text
