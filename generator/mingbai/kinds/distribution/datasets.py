"""The tables of distributions for download."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.distribution.standing import Standing, distribution_id, standings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/年度", "Id: book/year"))

DISTRIBUTION = (
    _ID,
    Column("book", Text("账簿编号", "Id of the book")),
    Column("year", Text("年度", "Year"), "integer"),
    Column("gain", Text("收益总额（元）", "Gain of the year (yuan)"), "money"),
    Column("opening", Text("年初未分配（元）", "Not distributed before (yuan)"), "money"),
    Column("moved_in", Text("其他转入（元）", "Moved in (yuan)"), "money"),
    Column("reserve", Text("提取公积公益金（元）", "To the reserve (yuan)"), "money"),
    Column("welfare", Text("提取福利费（元）", "To welfare (yuan)"), "money"),
    Column("investors", Text("外来投资分利（元）", "To outside investors (yuan)"), "money"),
    Column("members", Text("成员分配（元）", "To members (yuan)"), "money"),
    Column("other", Text("其他分配（元）", "Other (yuan)"), "money"),
    Column("closing", Text("年末未分配（元）", "Not distributed after (yuan)"), "money"),
    Column("paid", Text("已发给成员（元）", "Paid to members (yuan)"), "money"),
    Column("shown", Text("方案公布日", "Plan shown on"), "date"),
    Column("decision", Text("决议", "Decision")),
)
MEMBERS = (
    _ID,
    Column("sort", Text("名目", "Sort of share")),
    Column("shares", Text("份额", "Shares"), "decimal"),
    Column("each", Text("每份（元）", "Each (yuan)"), "money"),
    Column("amount", Text("金额（元）", "Amount (yuan)"), "money"),
    Column("people", Text("人数", "People"), "integer"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Distributions and what each sort of share got; nothing where there is none."""
    every = view.books.derived(standings)
    if every:
        yield Dataset(
            "finance-distribution",
            Text("收益分配", "Distribution of earnings"),
            DISTRIBUTION,
            [_row(s) for s in every],
            key=("id",),
            each=Text("每行一年的收益分配", "The distribution of a year a row"),
        )
        members = [(distribution_id(s.filed), m.sort, m.shares, m.each, m.amount, m.people) for s in every for m in s.file.members]
        yield Dataset(
            "finance-distribution-members",
            Text("收益分配到成员", "Distribution to members"),
            MEMBERS,
            members,
            key=("id", "sort"),
            each=Text("每行一种份额的成员分配", "What one sort of share got a row"),
        )


def _row(s: Standing) -> tuple[object, ...]:
    f = s.file
    before = (f.gain, f.opening, f.moved_in, f.reserve, f.welfare, f.investors, f.to_members, f.other, f.left)
    return distribution_id(s.filed), s.ledger.book.id, s.year, *before, s.paid, f.shown, f.decision
