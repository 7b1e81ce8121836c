"""Appraisals on the site: a page a year, and the way there from the page of supervision."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Filed
from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.appraisals.contexts import PartContext, Row, SurveyRow, YearContext
from mingbai.kinds.appraisals.grading import Rated, ratings
from mingbai.kinds.appraisals.records import AppraisalFile, Grade, Survey
from mingbai.pages import Block, Crumb, Draft, Toc
from mingbai.values.speech import of, say

_ABOVE = Crumb("监督", "supervision/")
_BASIS = (Cite("urban-committee", "37"), Cite("village-committee", "38"))
_COLOURS = {Grade.EXCELLENT: "ok", Grade.FIT: "ok", Grade.BARELY: "warn", Grade.UNFIT: "no"}


def drafts(view: View) -> Iterator[Draft]:
    """A page for every year."""
    yield from (_page(view, filed, file) for filed, file in _files(view))


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The years on the page of supervision, with whose office ends."""
    every = _files(view)
    rows = tuple((say("{id} 年民主评议", id=filed.id), _address(filed), _told(file)) for filed, file in every)
    banner = tuple(_banner(r) for r in view.books.derived(ratings) if r.ends)
    yield "supervision/", Block(100, "appraisals/part.html", PartContext(banner, rows), (Toc("民主评议", "appraisals"),))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each year stands."""
    for filed, file in _files(view):
        yield file.at_, (_address(filed), say("{id} 年民主评议", id=filed.id))


def _files(view: View) -> list[tuple[Filed[AppraisalFile], AppraisalFile]]:
    """The newest first."""
    return [(f, f.record) for f in sorted(view.books.of(AppraisalFile), key=lambda f: f.id, reverse=True) if f.record is not None]


def _address(filed: Filed[AppraisalFile]) -> str:
    return f"supervision/appraisals/{filed.id}/"


def _told(file: AppraisalFile) -> str:
    return say(
        "{year}年{month}月{day}日，{organiser}组织，应到 {due} 人，实到 {present} 人，评议 {n} 人。",
        year=file.day.year,
        month=file.day.month,
        day=file.day.day,
        organiser=file.organiser,
        due=file.due,
        present=file.present,
        n=len(file.people),
    )


def _banner(r: Rated) -> str:
    who = f"{r.person.office}{r.person.name or ''}"
    gone = say("已于 {stepped_down} 离任。", stepped_down=r.person.stepped_down) if r.person.stepped_down else ""
    return say("{who}在 {int}、{year} 两个年度连续被评为不称职，职务终止。{gone}", who=who, int=int(r.year) - 1, year=r.year, gone=gone)


def _page(view: View, filed: Filed[AppraisalFile], file: AppraisalFile) -> Draft:
    law = view.books.law
    rated = [r for r in view.books.derived(ratings) if r.year == filed.id]
    context = YearContext(
        file,
        say("{told}有效票 {valid} 张。", told=_told(file), valid=file.valid),
        tuple(_banner(r) for r in rated if r.ends),
        tuple(_row(r) for r in rated),
        tuple(_survey(s) for s in file.surveys),
        view.where(view.books.find("meeting", file.meeting, filed)) if file.meeting else None,
        _rule(view, file),
        view.notes(file),
        filed.path,
        tuple(law.cite(c) for c in law.basis(_BASIS)),
    )
    toc = (Toc("票数和结果", "ballots"), *((Toc("满意度调查", "surveys"),) if file.surveys else ()))
    updated = min(max(d for d in (file.day, file.published) if d), view.books.as_of)
    return Draft(
        _address(filed),
        say("{id} 年民主评议", id=filed.id),
        context.lede,
        "appraisals/year.html",
        context,
        (_ABOVE,),
        updated,
        toc,
        source=context.source,
    )


def _row(r: Rated) -> Row:
    p = r.person
    grade = r.grade
    return Row(
        *(p.office, p.name or "", p.excellent, p.fit, p.barely, p.unfit),
        *((grade.zh, _COLOURS[grade]) if grade else ("", "")),
        *(r.ends, r.row),
    )


def _survey(s: Survey) -> SurveyRow:
    day = say("{year}年{month}月{day}日", year=s.day.year, month=s.day.month, day=s.day.day)
    return SurveyRow(s.subject, day, s.asked, s.method or "", _share(s.content, s.asked), _share(s.aware, s.asked))


def _share(part: int | None, whole: int) -> str:
    """92 人（86.7%）, rounded down by whole numbers."""
    if part is None or not whole:
        return "" if part is None else say("{part} 人", part=part)
    tenths = part * 1000 // whole
    return say("{part} 人（{tenths}.{tenths2}%）", part=part, tenths=tenths // 10, tenths2=tenths % 10)


def _rule(view: View, file: AppraisalFile) -> str:
    """How ballots become a result, in words."""
    shares = [view.books.law.standard(id, file.day) for id in ("appraisal-unfit", "appraisal-excellent", "appraisal-fit")]
    found = [of(s.share.text) for s in shares if s and s.share]
    if len(found) < len(shares):
        return ""
    return say(
        "定档办法：不称职票{found} 的定为不称职；优秀票 {found2} 的定为优秀；优秀和称职票合计{found3} 的定为称职；其余基本称职。这是待确认的默认值，当地另有办法的从其办法。",
        found=found[0],
        found2=found[1],
        found3=found[2],
    )
