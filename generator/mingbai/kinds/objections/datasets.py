"""The table of objections for download, and their numbers by year for higher levels."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.objections.standing import REFS, State, standings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

ROWS = (
    Column("id", Text("编号：年/号", "Id: year/number")),
    Column("sort", Text("种类", "Sort")),
    Column("date", Text("日期", "Date"), "date"),
    Column("channel", Text("渠道", "Channel")),
    Column("category", Text("类别", "Category")),
    Column("people", Text("人数", "People"), "integer"),
    Column("summary", Text("摘要", "Summary")),
    Column("item", Text("公开事项", "Item of the catalogue")),
    Column("about", Text("关于：编号", "About: ids")),
    Column("due", Text("答复期限", "To be answered by"), "date"),
    Column("answered", Text("答复日期", "Answered on"), "date"),
    Column("outcome", Text("结论", "Outcome")),
    Column("answer", Text("答复", "Answer")),
    Column("published", Text("公布日", "Published on"), "date"),
    Column("remedy", Text("改正", "What was put right")),
    Column("content", Text("满意度", "Content with it")),
    Column("state", Text("状态", "State")),
    Column("days_late", Text("晚了几天", "Days late"), "integer"),
)
YEARS = (
    Column("year", Text("年度", "Year")),
    Column("sort", Text("种类", "Sort")),
    Column("raised", Text("件数", "Raised"), "integer"),
    Column("in_time", Text("按期答复", "Answered in time"), "integer"),
    Column("late", Text("答复晚了", "Answered late"), "integer"),
    Column("open", Text("办理中", "Open"), "integer"),
    Column("overdue", Text("逾期未答复", "Overdue"), "integer"),
)
_ORDER = (State.IN_TIME, State.LATE, State.OPEN, State.OVERDUE)


def datasets(view: View) -> Iterator[Dataset]:
    """`objections` and `objections-years`; nothing where there is none."""
    every = view.books.derived(standings)
    if not every:
        return
    rows = []
    for s in reversed(every):
        o, a = s.objection, s.objection.answer
        cited = "；".join(id for name, _ in REFS if name != "item" for id in getattr(o, name))
        told = (a.day, a.outcome.zh, a.text, a.published, a.remedy, a.content.zh if a.content else None) if a else (None,) * 6
        head = (s.id, o.sort.zh, o.day, o.channel.zh, o.category, o.people, o.summary, "；".join(o.item), cited, s.due)
        rows.append((*head, *told, s.state.zh, s.days))
    yield Dataset("objections", Text("异议和诉求", "Objections"), ROWS, rows, key=("id",), each=Text("每行一件异议或诉求", "One objection a row"))
    groups = sorted({(s.filed.id, s.objection.sort.zh) for s in every})
    years = []
    for year, sort in groups:
        mine = [s.state for s in every if (s.filed.id, s.objection.sort.zh) == (year, sort)]
        years.append((year, sort, len(mine), *(mine.count(state) for state in _ORDER)))
    yield Dataset(
        "objections-years",
        Text("异议各年统计", "Objections by year"),
        YEARS,
        years,
        key=("year", "sort"),
        each=Text("每行一年一类的件数", "How many of a sort in a year"),
    )
