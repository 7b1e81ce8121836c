"""The tables of donations for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.donations import sentences
from mingbai.kinds.donations.register import Standing, standings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/捐赠编号", "Id: book/number"))

DONATIONS = (
    Column("book", Text("账簿编号", "Id of the book")),
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("donor", Text("捐赠人，按本人意愿署名", "Donor, as the donor chose to appear")),
    Column("donor_kind", Text("捐赠人类别", "Kind of donor")),
    Column("what", Text("类型：款、物", "Money or things")),
    Column("amount", Text("捐款（元）", "Money given (yuan)"), "money"),
    Column(
        "spent", Text("已用（元），含账簿启用以前，退款和冲正已扣除", "Spent (yuan), before the book too, refunds and reversals taken off"), "money"
    ),
    Column("left", Text("剩余（元）", "Left (yuan)"), "money"),
    Column("things", Text("捐物", "Things given")),
    Column("things_given_out", Text("已发放的物品", "Things given out")),
    Column("things_left", Text("还没发放的物品", "Things left")),
    Column("purpose", Text("指定用途", "Purpose")),
    Column("raised", Text("募集方式", "How it was raised")),
    Column("charity", Text("公募合作机构", "Qualified charity")),
    Column("receipt", Text("票据", "Receipt")),
    Column("rest", Text("结余说明", "What becomes of the rest")),
)
LINES = (
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("line", Text("收支编号：账簿/期间/凭证", "Id of the line: book/period/voucher")),
    Column("received", Text("收到（元）", "Received (yuan)"), "money"),
    Column("spent", Text("花掉（元），一笔合用几项捐赠的，是其中的一部分", "Spent (yuan); of a line that uses several donations, its part"), "money"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Donations, and the lines that brought and spent them; nothing where no book keeps a register."""
    every = sorted(view.books.derived(standings), key=lambda s: (s.book.id, s.donation.at_))
    if every:
        yield Dataset(
            "finance-donations",
            Text("捐赠", "Donations"),
            DONATIONS,
            [_row(s) for s in every],
            key=("id",),
            each=Text("每行一笔捐赠", "One donation a row"),
        )
        lines = [row for s in every for row in _lines(s)]
        yield Dataset(
            "finance-donation-lines",
            Text("捐款收支明细", "Lines of donations"),
            LINES,
            lines,
            key=("id", "line"),
            each=Text("每行一笔收到或花掉的捐款", "One line of money received or spent a row"),
        )


def _row(s: Standing) -> tuple[Any, ...]:
    d = s.donation
    money = (s.given, s.used, s.left) if d.amount is not None else (None, None, None)
    things = (sentences.things(s) or None, sentences.lots(s, "given") or None, sentences.lots(s, "left") or None)
    said = (s.book.id, s.id, d.day, d.donor, d.donor_kind.zh, d.what.zh)
    return (*said, *money, *things, d.purpose, d.raised.zh, d.charity, d.receipt, d.rest.words if d.rest else None)


def _lines(s: Standing) -> Iterator[tuple[Any, ...]]:
    yield from ((s.id, p.posted.line.date, p.posted.id, p.fen, None) for p in s.received)
    yield from ((s.id, p.posted.line.date, p.posted.id, None, p.fen) for p in s.spent)
