"""GDS: goods add up. Errors: stock that cannot be, a count that does not agree, a person who is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.registers import no_book, strays
from mingbai.kinds.finance.posting.ledger import posted_lines
from mingbai.kinds.finance.posting.standing import family
from mingbai.kinds.goods.records import Doing, GoodsFile, Movement
from mingbai.kinds.goods.register import Stock, stocks
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.text import Text

NO_BOOK = no_book("GDS001", Text("物资记在哪本账名下，买它的钱就从哪本账出。", "Goods belong to the book that pays for them."))
NAMED = Code(
    "GDS002",
    Severity.ERROR,
    Text("发放对象写了姓名", "a person is named"),
    Text("“{to}”看起来是姓名", "“{to}” seems to be a name"),
    Text(
        "只写类别和数量，例如“对象: 独居老人”“户数: 32”；签收表留在纸质档案里。不是姓名的，加上“人员”“家庭”等字样。",
        "Write a class and a number (old people living alone, 32 households); the signed list stays on paper.",
    ),
    Text("谁领了救助、慰问物资是个人的事，公开到类别和户数。", "Who received help is their own affair: the class and the number are published."),
    (Cite("personal-information", "25"), Cite("personal-information", "28")),
)
NEGATIVE = Code(
    "GDS003",
    Severity.WARNING,
    Text("库存成了负数", "stock below zero"),
    Text("{day} {doing} {count} {unit}，当时只有 {before} {unit}", "{count} {unit} {doing} on {day}, when there were {before}"),
    Text(
        "核对数量和日期；漏记的入库补上；查不清的，盘点以后照实记。",
        "Check number and day; enter the receipt that was left out; what cannot be cleared is counted and entered as found.",
    ),
    Text("没有进来的东西发不出去，负数说明漏记或记错。", "What never came in cannot be given out."),
    (Cite("accounting", "17"),),
)
MISCOUNTED = Code(
    "GDS004",
    Severity.ERROR,
    Text("盘点与台账不符", "a count that does not agree"),
    Text(
        "{day} 盘点 {counted} {unit}，台账应为 {stock} {unit}，相差 {gap}",
        "{counted} {unit} were counted on {day}, the register says {stock}: {gap} apart",
    ),
    Text(
        "查明原因：少了的记“损耗”并写说明，多了的记“入库”、来源写“盘盈”，盘点数照实写。",
        "Find out why: book what is missing as lost with the reason, what is over as found; leave the count as it is.",
    ),
    Text("盘点是实数，台账是算出来的数，两个数分毫不差才叫账实相符。", "What was counted and what was worked out agree exactly."),
    (Cite("accounting", "17"),),
)
NOT_IN_DONATION = Code(
    "GDS005",
    Severity.WARNING,
    Text("从一笔捐赠里发的超过了它剩下的", "more given out of a donation than was left of it"),
    Text(
        "{day} {doing} {count} {unit}写明出自捐赠 {donation}，它还差 {short} {unit}",
        "{count} {unit} {doing} on {day} from donation {donation}, which lacks {short}",
    ),
    Text(
        "核对捐赠编号和数量；不是出自那一笔的，删去编号或分成两段写。",
        "Check the id and the number; what came from elsewhere cites nothing, or is entered by itself.",
    ),
    Text("捐了多少、发了多少，每一件都要对得上捐赠人。", "What a donor gave answers for every piece."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35")),
)
OVERPRICED = Code(
    "GDS006",
    Severity.WARNING,
    Text("入库金额超过付款", "goods worth more than was paid"),
    Text(
        "凭证 {voucher} 付了 {paid}{after}，引用它的入库合计 {value}",
        "voucher {voucher} paid {paid}{after}, the receipts that cite it come to {value}",
    ),
    Text(
        "核对入库金额和凭证编号；分批付款的，每批写自己的凭证；退过货的，入库写留下的数量和金额；还有货款没付的，付清以后就没有这条提醒。",
        "Check the values and the voucher; each lot cites its own payment; of goods sent back only what was kept is received; where money is still owed, this ends when it is paid.",
    ),
    Text("买来的东西值多少钱，以付款为准。", "What was bought is worth what was paid."),
    (Cite("accounting", "17"),),
)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of a register of goods is the id of a declared book."""
    for register, book in strays(books, GoodsFile):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(NAMED)
def nobody_is_named(books: Books) -> Iterator[Diagnostic]:
    """Goods are given to classes of people; a text that looks like a name is refused."""
    every = books.derived(stocks)
    if not every:
        return
    naming = books.law.naming()
    for s in every:
        for movement in s.item.movements:
            name = naming.likely(movement.to) if movement.to else ""
            if name:
                yield NAMED.at(books.place(movement, "to"), record=s.item.at_, to=f"{name[:1]}**")


@rule(NEGATIVE, MISCOUNTED, NOT_IN_DONATION)
def stock_is_never_below_zero_and_counts_agree(books: Books) -> Iterator[Diagnostic]:
    """After every movement there is something left or nothing, and what was counted is what was worked out."""
    for s in books.derived(stocks):
        below = False
        for step in s.steps:
            m = step.movement
            values: dict[str, Any] = {"day": m.day, "doing": m.doing.text, "count": decimal(m.count), "unit": s.item.unit}
            if step.stock < 0 and not below:
                yield NEGATIVE.at(books.place(m, "count"), record=s.item.at_, before=decimal(step.stock + m.count), **values)
            elif m.doing is Doing.COUNT and step.stock >= 0 and m.count != step.stock:
                told: dict[str, Any] = {"counted": decimal(m.count), "stock": decimal(step.stock), "gap": decimal(abs(m.count - step.stock))}
                yield MISCOUNTED.at(books.place(m, "count"), record=s.item.at_, day=m.day, unit=s.item.unit, **told)
            elif step.short and step.stock >= 0:
                yield NOT_IN_DONATION.at(books.place(m, "count"), record=s.item.at_, donation=m.donation, short=decimal(step.short), **values)
            below = below or step.stock < 0


@rule(OVERPRICED)
def lots_are_worth_what_was_paid(books: Books) -> Iterator[Diagnostic]:
    """The receipts that cite a line are together worth no more than it paid; told at the one that goes beyond."""
    worth: dict[str, int] = {}
    for s, m in _bought(books):
        full = books.resolve("line", m.line or "", s.filed)
        posted = books.derived(posted_lines).get(books.ids["line"][full].at_) if full else None
        if full is None or posted is None or m.value is None:
            continue
        mine = family(books, posted)
        first = mine[0]
        paid, before = abs(sum(e.fen for p in mine for e in p.entries)), worth.get(first.id, 0)
        worth[first.id] = value = before + m.value
        if before <= paid < value:
            after = Text("（退款、更正以后）", " after refunds and corrections") if len(mine) > 1 else Text("", "")
            values: dict[str, Any] = {"voucher": first.line.voucher, "paid": grouped(paid), "after": after, "value": grouped(value)}
            yield OVERPRICED.at(books.place(m, "value"), record=s.item.at_, **values)


def _bought(books: Books) -> Iterator[tuple[Stock, Movement]]:
    return ((s, m) for s in books.derived(stocks) for m in s.item.movements if m.doing is Doing.IN and m.line and m.value)
