"""The table of levies for download."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.levies.standing import Standing, standings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

LEVIES = (
    Column("book", Text("账簿编号", "Id of the book")),
    Column("id", Text("编号：账簿/文件名", "Id: book/name")),
    Column("name", Text("名称", "Name")),
    Column("year", Text("年度", "Year"), "integer"),
    Column("people", Text("筹资人数", "People who pay"), "integer"),
    Column("rate", Text("每人标准（元）", "Rate a person (yuan)"), "money"),
    Column("exempt", Text("减免人数", "Exempt"), "integer"),
    Column("labour_people", Text("筹劳人数", "People who work"), "integer"),
    Column("labour_days", Text("每人工日", "Days each"), "integer"),
    Column("labour_value", Text("工价（元）", "Value of a day (yuan)"), "money"),
    Column("paid_days", Text("以资代劳（工）", "Days paid for instead"), "integer"),
    Column("grant", Text("财政奖补（元）", "Grant (yuan)"), "money"),
    Column("donated", Text("捐款（元）", "Donated (yuan)"), "money"),
    Column("collective", Text("集体投入（元）", "Given by the collective (yuan)"), "money"),
    Column("total", Text("合计（元）", "Total (yuan)"), "money"),
    Column("due", Text("应筹（元）", "Due from residents (yuan)"), "money"),
    Column("collected", Text("已收（元）", "Collected from residents (yuan)"), "money"),
    Column("granted", Text("奖补到账（元）", "Grant received (yuan)"), "money"),
    Column("received", Text("账上共收（元）", "Received in all (yuan)"), "money"),
    Column("spent", Text("已花（元）", "Spent (yuan)"), "money"),
    Column("remaining", Text("还剩（元）", "Left (yuan)"), "money"),
    Column("settled", Text("结清日期", "Settled on"), "date"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Levies with their accounts; nothing where there is none."""
    every = view.books.derived(standings)
    if every:
        yield Dataset(
            "finance-levies",
            Text("一事一议筹资筹劳", "Levies"),
            LEVIES,
            [_cells(s) for s in every],
            key=("id",),
            each=Text("每行一件一事一议筹资筹劳", "One levy a row"),
        )


def _cells(s: Standing) -> tuple[object, ...]:
    levy, r, w = s.levy, s.levy.raised, s.levy.labour
    asked = (r.people if r else None, r.rate if r else None, r.exempt if r else None)
    worked = (w.people if w else None, w.days if w else None, w.value if w else None, w.paid_days if w else None)
    given = (levy.grant.amount if levy.grant else None, levy.donated, levy.collective, levy.sum)
    done = (s.due, s.collected, s.granted, s.received, s.spent, s.left, levy.settled.day if levy.settled else None)
    return s.ledger.book.id, s.id, levy.name, levy.year, *asked, *worked, *given, *done
