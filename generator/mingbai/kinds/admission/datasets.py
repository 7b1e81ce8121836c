"""The tables of admission for download: a task a row, a promise a row, an entry of the list a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.admission.standing import Standing, lists, standings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_ID = Column("id", Text("编号：文件名", "Id: the file's name"))
TASKS = (
    _ID,
    Column("matter", Text("事项", "Task")),
    Column("department", Text("申请部门", "Asked for by")),
    Column("sort", Text("类别", "Sort")),
    Column("listed", Text("清单", "Entry of the list")),
    Column("basis", Text("依据", "Legal basis")),
    Column("applied", Text("申请日", "Applied on"), "date"),
    Column("decided", Text("决定日期", "Decided on"), "date"),
    Column("body", Text("决定机关", "Decided by")),
    Column("outcome", Text("决定", "Decision")),
    Column("start", Text("期限起", "From"), "date"),
    Column("end", Text("期限止", "To"), "date"),
    Column("state", Text("状态", "State")),
    Column("people_asked", Text("需要人员", "People needed"), "integer"),
    Column("money_asked", Text("需要经费（元）", "Money needed (yuan)"), "money"),
    Column("people_given", Text("提供人员", "People provided"), "integer"),
    Column("promised", Text("说好拨付（元）", "Promised (yuan)"), "money"),
    Column("due", Text("到今天该到账（元）", "Should have come by now (yuan)"), "money"),
    Column("arrived", Text("到账（元）", "Arrived (yuan)"), "money"),
    Column("spent", Text("已花（元）", "Spent (yuan)"), "money"),
    Column("own", Text("社区自己补的（元）", "Put in by the community itself (yuan)"), "money"),
    Column("followed", Text("费随事转", "Whether the money followed")),
)
MONEY = (
    _ID,
    Column("due", Text("到账期限", "To arrive by"), "date"),
    Column("amount", Text("金额（元）", "Amount (yuan)"), "money"),
    Column("how", Text("方式", "How")),
    Column("reached", Text("到齐日期", "Complete on"), "date"),
)
LIST = (
    Column("list", Text("清单编号：文件名", "Id of the list: the file's name")),
    Column("number", Text("编号", "Number")),
    Column("matter", Text("事项", "Matter")),
    Column("sort", Text("种类", "Sort")),
    Column("department", Text("部门", "Office")),
    Column("basis", Text("依据", "Legal basis")),
)


def datasets(view: View) -> Iterator[Dataset]:
    """`admission`, `admission-money`, `admission-list`; each only where it has rows."""
    every = view.books.derived(standings)
    if every:
        yield Dataset(
            "admission",
            Text("社区承担的事项", "Tasks taken on"),
            TASKS,
            [_row(s) for s in every],
            key=("id",),
            each=Text("每行一件要社区做的事", "One task a row"),
        )
        promised = [(s.id, p.due, p.amount, p.how, s.reached(total) if s.arrived >= total else None) for s in every for p, total in s.promised_by]
        yield Dataset(
            "admission-money",
            Text("准入事项的经费", "Money of tasks"),
            MONEY,
            promised,
            key=("id", "due"),
            alike=True,
            each=Text("每行一笔说好的钱", "One sum promised a row"),
        )
    duties = [(f.id, d.number, d.matter, d.sort.zh, d.department, "；".join(d.basis)) for f, file in lists(view.books) for d in file.duties]
    if duties:
        yield Dataset(
            "admission-list",
            Text("准入清单", "Admission list"),
            LIST,
            duties,
            key=("list", "number"),
            each=Text("清单每行一项", "One entry of the list a row"),
        )


def _row(s: Standing) -> tuple[Any, ...]:
    t = s.task
    return (
        *(s.id, t.matter, t.department, t.sort.zh, t.listed, "；".join(t.basis), t.applied),
        *((t.decided.day, t.decided.body, t.decided.outcome.zh) if t.decided else (None, None, None)),
        *((t.term.start, t.term.end) if t.term else (None, None)),
        s.state.zh,
        *((t.asked.people, t.asked.money) if t.asked else (None, None)),
        t.given.people if t.given else None,
        *(s.promised, s.due, s.arrived, s.spent, s.own, s.followed.zh),
    )
