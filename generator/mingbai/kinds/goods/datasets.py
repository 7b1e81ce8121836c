"""The tables of goods for download."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.goods.register import stocks
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/物资编号", "Id: book/number"))

GOODS = (
    Column("book", Text("账簿编号", "Id of the book")),
    _ID,
    Column("name", Text("品名", "Name")),
    Column("size", Text("规格", "Size")),
    Column("unit", Text("单位", "Unit")),
    Column("received", Text("入库，含期初", "Received, with the opening stock"), "decimal"),
    Column("given", Text("发放", "Given out"), "decimal"),
    Column("lost", Text("损耗", "Lost"), "decimal"),
    Column("left", Text("结存", "Left"), "decimal"),
    Column("place", Text("存放", "Kept at")),
    Column("keeper", Text("保管", "Kept by")),
)
MOVEMENTS = (
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("kind", Text("类型：入库、发放、损耗、盘点", "Received, given out, lost or counted")),
    Column("number", Text("数量", "Number"), "decimal"),
    Column("stock", Text("这一次以后的结存", "Stock after it"), "decimal"),
    Column("source", Text("来源", "Source")),
    Column("line", Text("付款的收支编号：账簿/期间/凭证", "Id of the line that paid for it")),
    Column("donation", Text("捐赠编号", "Id of the donation")),
    Column("value", Text("金额（元）", "Value (yuan)"), "money"),
    Column("best_before", Text("保质期至", "Best before"), "date"),
    Column("given_to", Text("对象", "Given to")),
    Column("households", Text("户数", "Households"), "integer"),
    Column("people", Text("人数", "People"), "integer"),
    Column("decision", Text("决议", "Decision")),
    Column("reason", Text("说明", "Reason")),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Goods and their movements; nothing where no book keeps a register."""
    books = view.books
    every = sorted(books.derived(stocks), key=lambda s: (s.book.id, s.item.at_))
    if not every:
        return
    rows = [(s.book.id, s.id, s.item.name, s.item.size, s.item.unit, s.received, s.given, s.lost, s.left, s.item.place, s.item.keeper) for s in every]
    yield Dataset("finance-goods", Text("物资", "Goods"), GOODS, rows, key=("id",), each=Text("每行一种物资", "One sort of goods a row"))
    moved = [
        (
            *(s.id, m.day, m.doing.zh, m.count, step.stock, m.source.zh if m.source else None),
            books.resolve("line", m.line, s.filed) if m.line else None,
            books.resolve("donation", m.donation, s.filed) if m.donation else None,
            *(m.value, m.expiry, m.to, m.households, m.people, m.decision, m.reason),
        )
        for s in every
        for step in s.steps
        for m in (step.movement,)
    ]
    yield Dataset(
        "finance-goods-movements",
        Text("物资收发和盘点", "Movements of goods"),
        MOVEMENTS,
        moved,
        key=("id", "date", "kind"),
        alike=True,
        each=Text("每行一次收发或盘点", "One movement or count a row"),
    )
