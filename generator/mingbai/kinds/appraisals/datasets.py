"""The tables of appraisals: a person a row, a survey a row, and the yearly figures that higher levels collect."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.appraisals.grading import ratings
from mingbai.kinds.appraisals.records import AppraisalFile, Grade, Standing
from mingbai.kinds.community.records import Community
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_YEAR = Column("year", Text("年度", "Year"))
PEOPLE = (
    _YEAR,
    Column("office", Text("职务", "Office")),
    Column("name", Text("姓名", "Name")),
    Column("standing", Text("身份", "Standing")),
    Column("valid", Text("有效票", "Valid ballots"), "integer"),
    Column("excellent", Text("优秀", "Excellent"), "integer"),
    Column("fit", Text("称职", "Fit"), "integer"),
    Column("barely", Text("基本称职", "Barely fit"), "integer"),
    Column("unfit", Text("不称职", "Unfit"), "integer"),
    Column("result", Text("结果", "Result")),
    Column("unfit_in_a_row", Text("连续不称职次数", "Times unfit in a row"), "integer"),
)
SURVEYS = (
    _YEAR,
    Column("date", Text("日期", "Date"), "date"),
    Column("subject", Text("对象", "Of whom")),
    Column("asked", Text("样本数", "Asked"), "integer"),
    Column("method", Text("方法", "Method")),
    Column("content", Text("满意", "Content"), "integer"),
    Column("aware", Text("知晓", "Aware"), "integer"),
)
YEARS = (
    _YEAR,
    Column("date", Text("评议日期", "Held on"), "date"),
    Column("due", Text("应到", "Due"), "integer"),
    Column("present", Text("实到", "Present"), "integer"),
    Column("published", Text("公布日", "Published on"), "date"),
    *(
        Column(f"{who}_{grade.name.lower()}", Text(f"{zh}{grade.zh}人数", f"{en} rated {grade.value}"), "integer")
        for who, zh, en in (("members", "成员", "Members"), ("helpers", "聘用人员", "Helpers"))
        for grade in Grade
    ),
    Column("twice_unfit", Text("连续两次不称职人数", "Twice unfit in a row"), "integer"),
    Column("supervisors", Text("监督委员会人数", "Supervisors"), "integer"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """`appraisals`, `appraisals-years`, `appraisals-surveys`; nothing where there is no appraisal."""
    every = view.books.derived(ratings)
    files = [(f.id, f.record) for f in sorted(view.books.of(AppraisalFile), key=lambda f: f.id) if f.record is not None]
    if not files:
        return
    rows = [
        (r.year, p.office, p.name, p.standing.zh, r.file.valid, p.excellent, p.fit, p.barely, p.unfit, r.grade.zh if r.grade else None, r.row)
        for r in every
        for p in (r.person,)
    ]
    yield Dataset(
        "appraisals",
        Text("民主评议", "Appraisals"),
        PEOPLE,
        rows,
        key=("year", "office", "name"),
        each=Text("每行一位被评议的人", "One person appraised a row"),
    )
    community = view.books.the(Community)
    supervisors = len(community.supervisors) if community else 0
    years = []
    for year, file in files:
        mine = [r for r in every if r.year == year]
        counts = [sum(r.person.standing is who and r.grade is grade for r in mine) for who in Standing for grade in Grade]
        years.append((year, file.day, file.due, file.present, file.published, *counts, sum(r.ends for r in mine), supervisors))
    yield Dataset(
        "appraisals-years",
        Text("民主评议各年统计", "Appraisals by year"),
        YEARS,
        years,
        key=("year",),
        each=Text("每行一个年度的统计", "The figures of a year"),
    )
    surveys = [(year, s.day, s.subject, s.asked, s.method, s.content, s.aware) for year, file in files for s in file.surveys]
    if surveys:
        yield Dataset(
            "appraisals-surveys",
            Text("满意度调查", "Surveys"),
            SURVEYS,
            surveys,
            key=("date", "subject"),
            each=Text("每行一次满意度调查", "One survey a row"),
        )
