"""DON: conduct with donations. Warnings: published beside the donation, to be explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.donations.records import Raised, What
from mingbai.kinds.donations.register import Standing, standings
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.packs import doubt
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.text import Text

_USE = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("urban-committee", "42"))

NOT_BOOKED = Code(
    "DON010",
    Severity.WARNING,
    Text("捐款没有入账", "a donation that was not booked"),
    Text("{day} 收到捐款 {amount}，收支里没有引用它的收入", "{amount} was given on {day}; no income cites it"),
    Text(
        "在收到捐款的那一笔写“捐赠: {number}”；还没入账的，当天入账。", "Let the line of income cite {number}; where it is not booked yet, book it."
    ),
    Text("捐款要进公家的账，一笔对一笔。", "What is given goes into the book, one entry for one."),
    _USE,
)
OFF_PURPOSE = Code(
    "DON011",
    Severity.WARNING,
    Text("没有用在指定的用途上", "spent on something else"),
    Text(
        "捐赠 {number} 指定“{purpose}”，可用科目是{allowed}，这一笔是“{category}”",
        "donation {number} is for “{purpose}” and may pay for {allowed}; this line is “{category}”",
    ),
    Text(
        "换别的资金支付；确需改变用途的，先征得捐赠人同意并公布。",
        "Pay it from other funds; a change of purpose needs the donor's consent and is published.",
    ),
    Text("捐赠人说用在哪里，就用在哪里。", "A gift is used for what it was given for."),
    _USE,
)
OVERSPENT = Code(
    "DON012",
    Severity.WARNING,
    Text("花的比捐的多", "more spent than was given"),
    Text(
        "捐赠 {number} 共 {given}，到这一笔已用 {used}，超出 {over}", "donation {number} is {given}; with this line {used} is spent, {over} too much"
    ),
    Text("超出的部分换别的资金支付，或写上合用的另一笔捐赠。", "Pay the rest from other funds, or cite the other donation that it was paid from."),
    Text("每笔捐赠花多少，以捐来的数为限。", "No more of a gift can be spent than was given."),
    _USE,
)
IDLE = Code(
    "DON013",
    Severity.WARNING,
    Text("剩余的捐赠久未说明", "what is left of a donation is not accounted for"),
    Text(
        "还有 {left}没有用，{last} 以后 {days} 天没有使用也没有说明{doubt}",
        "{left} is not used; nothing was done or said for {days:day|days}, since {last}{doubt}",
    ),
    Text("尽快按指定用途使用，或写“结余说明”：打算怎么用、捐赠人是否同意。", "Use it, or say what becomes of it and whether the donor agrees."),
    Text("捐来的钱物一直放着，捐赠人和居民会问。", "Gifts that lie idle make donors and residents ask."),
    _USE,
)
APPEAL = Code(
    "DON014",
    Severity.WARNING,
    Text("公开募捐没有合作的慈善组织", "a public appeal without a qualified charity"),
    Text("{day} 的公开募捐没有写“公募合作机构”", "the public appeal of {day} names no qualified charity"),
    Text(
        "与有公开募捐资格的慈善组织合作并写明名称；没有的，停止公开募捐。",
        "Work with a qualified charity and name it, or stop appealing to the public.",
    ),
    Text("没有公开募捐资格的，不能自己向社会募捐。", "Who is not qualified does not appeal to the public alone."),
    (Cite("charity", "26"),),
)
NO_RECEIPT = Code(
    "DON015",
    Severity.WARNING,
    Text("捐赠没有开票据", "a donation without a receipt"),
    Text("{day} {donor}的捐赠没有写“票据”", "no receipt is named for the donation of {donor} on {day}"),
    Text("开捐赠票据；捐赠人放弃的，写“捐赠人不要票据”。", "Give a receipt; where the donor does not want one, say so."),
    Text("收了捐赠要给凭据，也是没有漏记的证明。", "A receipt is due, and proves that nothing was left out."),
    _USE,
)
NOT_RECEIVED = Code(
    "DON016",
    Severity.WARNING,
    Text("捐来的物品与入库不符", "things given and things received differ"),
    Text(
        "捐赠 {name} {given} {unit}，物资台账入库 {received} {unit}", "{given} {unit} of {name} were given, the register of goods received {received}"
    ),
    Text(
        "在物资台账里补“入库”：来源写捐赠，捐赠写 {number}，品名和单位与这里一致。",
        "Enter the receipt in the register of goods: donated, citing {number}, under the same name and unit.",
    ),
    Text("捐来多少件就入库多少件，少一件都要说得清。", "As many are received as were given, or somebody says why not."),
    _USE,
)


@rule(NOT_BOOKED, NO_RECEIPT, APPEAL)
def donations_are_booked_and_receipted(books: Books) -> Iterator[Diagnostic]:
    """Money given since the book began has its income; every donation has a receipt; an appeal to the public names a charity."""
    for s in books.derived(standings):
        d = s.donation
        if d.what is What.MONEY and d.amount is not None and not s.received and s.book.begins <= d.day:
            yield NOT_BOOKED.at(books.place(d, "amount"), record=d.at_, day=d.day, amount=grouped(s.given), number=d.number)
        if d.receipt is None:
            yield NO_RECEIPT.at(books.place(d), record=d.at_, day=d.day, donor=d.donor)
        if d.raised is Raised.PUBLIC and d.charity is None:
            yield APPEAL.at(books.place(d, "raised"), record=d.at_, day=d.day)


@rule(OFF_PURPOSE)
def gifts_are_used_for_their_purpose(books: Books) -> Iterator[Diagnostic]:
    """Spending of a donation falls under the categories that fit its purpose, unless it was put right."""
    for s in books.derived(standings):
        allowed = s.donation.categories
        if not allowed:
            continue
        for posted, category in _off(s, allowed):
            values: dict[str, Any] = {"number": s.donation.number, "purpose": s.donation.purpose, "allowed": allowed, "category": category}
            yield OFF_PURPOSE.at(books.place(posted.line, "category" if posted.line.category else ""), record=posted.line.at_, **values)


def _off(s: Standing, allowed: tuple[str, ...]) -> Iterator[tuple[Posted, str]]:
    """Each line whose spending, with all that undid or corrected it, still falls under another category."""
    net: dict[tuple[str, str], int] = defaultdict(int)
    firsts: dict[str, Posted] = {}
    for part in s.spent:
        firsts.setdefault(part.first.id, part.first)
        for entry in part.posted.entries:
            net[part.first.id, entry.category] -= entry.fen
    for (first, category), fen in net.items():
        if fen > 0 and category not in allowed:
            yield firsts[first], category or "没有写科目"


@rule(OVERSPENT)
def no_more_is_spent_than_was_given(books: Books) -> Iterator[Diagnostic]:
    """Spending of a donation stays within it; told at the line that goes beyond."""
    for s in books.derived(standings):
        used = s.donation.before or 0
        for part in s.spent:
            before, used = used, used + part.fen
            if before <= s.given < used:
                line = part.posted.line
                values: dict[str, Any] = {
                    "number": s.donation.number,
                    "given": grouped(s.given),
                    "used": grouped(used),
                    "over": grouped(used - s.given),
                }
                yield OVERSPENT.at(books.place(line, "donation" if line.donation else ""), record=line.at_, **values)


@rule(IDLE)
def what_is_left_is_accounted_for(books: Books) -> Iterator[Diagnostic]:
    """What is left of a donation was used, or told of, within the days of the law pack."""
    for s in books.derived(standings):
        limit = books.law.standard("donation-rest-days", s.last)
        days = (books.as_of - s.last).days
        money, things = s.left, s.things_left
        if limit is not None and limit.count is not None and days > limit.count and (money > 0 or things > 0):
            told = "、".join(f"{lot.name} {decimal(lot.left)} {lot.unit}" for lot in s.lots if lot.left)
            left = Text(f"{grouped(money)} 元" if money > 0 else told, f"{grouped(money)} yuan" if money > 0 else told)
            yield IDLE.at(
                books.place(s.donation),
                record=s.donation.at_,
                left=left,
                last=s.last,
                days=days,
                doubt=doubt(limit),
                basis=books.law.grounds(IDLE, limit),
            )


@rule(NOT_RECEIVED)
def things_given_are_things_received(books: Books) -> Iterator[Diagnostic]:
    """The register of goods received what was given, by name and unit."""
    for s in books.derived(standings):
        got: dict[tuple[str, str], int] = defaultdict(int)
        for lot in s.lots:
            got[lot.name, lot.unit] += lot.received
        for thing in s.donation.things if s.donation.what is What.GOODS else ():
            received = got[thing.name, thing.unit]
            if received != thing.count:
                values: dict[str, Any] = {"name": thing.name, "given": decimal(thing.count), "received": decimal(received), "unit": thing.unit}
                yield NOT_RECEIVED.at(books.place(thing, "count"), record=s.donation.at_, number=s.donation.number, **values)
