"""The tables of projects for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.projects.standing import Standing, standings
from mingbai.kinds.projects.timeline import timeline
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_ID = Column("id", Text("项目编号", "Id of the project"))

PROJECTS = (
    _ID,
    Column("name", Text("名称", "Name")),
    Column("kind", Text("类别", "Kind")),
    Column("state", Text("状态", "State")),
    Column("place", Text("地点", "Place")),
    Column("scale", Text("规模", "Scale")),
    Column("nature", Text("建设性质", "Nature")),
    Column("decision", Text("立项决议", "Decision")),
    Column("budget", Text("预算（元）", "Budget (yuan)"), "money"),
    Column("changed", Text("决定的追加（元）", "Decided variations (yuan)"), "money"),
    Column(
        "paid", Text("各账已付（元），冲正和退款已扣除，账簿之间的转账不算", "Paid in all books (yuan), reversals and refunds taken off"), "money"
    ),
    Column("labour", Text("投劳折资（元）", "Labour in place of money (yuan)"), "money"),
    Column("outturn", Text("决算（元）", "Outturn (yuan)"), "money"),
    Column("owed", Text("应付未付（元）", "Still owed (yuan)"), "money"),
    Column("tendering", Text("招标方式", "How chosen")),
    Column("contractor", Text("承办方", "Carried out by")),
    Column("accepted", Text("验收日期", "Accepted on"), "date"),
    Column("conclusion", Text("验收结论", "Conclusion of the acceptance")),
    Column("warranty", Text("质保至", "Under warranty until"), "date"),
)
SOURCES = (
    _ID,
    Column("source", Text("来源", "Source")),
    Column("fund", Text("资金编号", "Id of the fund")),
    Column("book", Text("账簿编号", "Id of the book")),
    Column("explanation", Text("说明", "Explanation")),
    Column("amount", Text("金额（元）", "Amount (yuan)"), "money"),
)
EVENTS = (
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("event", Text("经过", "What happened")),
    Column("explanation", Text("说明", "Explanation")),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Projects, their sources, their days; nothing where there is no project."""
    every = view.books.derived(standings)
    if every:
        yield Dataset(
            "projects-list", Text("项目", "Projects"), PROJECTS, [_row(s) for s in every], key=("id",), each=Text("每行一个项目", "One project a row")
        )
        sources = [(s.id, o.kind.zh, o.fund, o.book, o.words, o.amount) for s in every for o in s.project.sources]
        yield Dataset(
            "projects-sources",
            Text("项目资金来源", "Money of projects"),
            SOURCES,
            sources,
            key=("id", "source", "fund", "book"),
            alike=True,
            each=Text("每行一项资金来源", "One source of money a row"),
        )
        events = [(s.id, t.when, t.title, t.text or None) for s in every for t in timeline(view, s)]
        yield Dataset(
            "projects-events",
            Text("项目进展", "Events of projects"),
            EVENTS,
            events,
            key=("id", "date", "event"),
            alike=True,
            each=Text("每行项目的一件事：表决、公示、开工、验收……", "One event of a project a row"),
        )


def _row(s: Standing) -> tuple[Any, ...]:
    p, a, o = s.project, s.project.acceptance, s.project.outturn
    what = (s.id, p.name, p.kind.zh, s.state.zh, p.place, p.scale, p.nature.zh if p.nature else None, p.decision)
    money = (p.budget, s.budget - p.budget, s.spent, s.labour, o.amount if o else None, o.owed if o else None)
    done = (p.tendering.zh if p.tendering else None, p.contractor, a.day if a else None, a.conclusion.zh if a else None, p.warranty)
    return (*what, *money, *done)
