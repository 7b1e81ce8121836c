"""Commitments on the site: a page a year with every post and what became of what it promised, the way there from pacts and from the about page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.commitments.records import Commitment, CommitmentFile
from mingbai.kinds.commitments.standing import State, state
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Link, Note, Toc
from mingbai.values.speech import joined, say
from mingbai.values.text import Text

_HOME = "commitments/"
_TITLE = "承诺践诺"
_COLOUR = {State.KEPT: "ok", State.ONGOING: "now", State.OVERDUE: "late", State.FAILED: "no"}


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment: what, by when, how it stands as a word and a colour, what is said of it."""

    anchor: str
    text: str
    deadline: datetime.date
    tag: str
    state: str
    told: str
    decision: Link | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post with everything it promised; `kept` in words: 3 条，兑现 2 条."""

    post: str
    anchor: str
    kept: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class YearContext:
    """`commitments/year.html`: the commitments of a year, post by post; `matrix` counts them: (post, promised, kept, under way, overdue, not kept)."""

    lede: str
    file: CommitmentFile
    posts: tuple[Post, ...]
    matrix: tuple[tuple[str, str, int, int, int, int, int], ...]
    source: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`commitments/index.html`, `commitments/part.html`: the years, the newest first: (year, address, what came of it)."""

    years: tuple[tuple[str, str, str], ...]
    home: str


def _files(view: View) -> list[tuple[Filed[CommitmentFile], CommitmentFile]]:
    return sorted(((f, f.record) for f in view.books.of(CommitmentFile) if f.record is not None), key=lambda p: p[0].id, reverse=True)


def _index(view: View) -> IndexContext:
    years = tuple((say("{id} 年", id=f.id), f"{_HOME}{f.id}/", _counted(view, file.commitments)) for f, file in _files(view))
    return IndexContext(years, _HOME)


def drafts(view: View) -> Iterator[Draft]:
    """The list of years and a page a year; nothing where there is none."""
    every = _files(view)
    if every:
        about = say("各个岗位公开承诺的事：办什么，哪天办完，办到哪一步，没办成的为什么。")
        yield Draft(_HOME, _TITLE, about, "commitments/index.html", _index(view), (Crumb("关于", "about/"),), _updated(view, every[0][1]))
    for filed, file in every:
        yield _year(view, filed, file)


def about(view: View) -> Iterator[Block]:
    """The way there from the about page."""
    if _files(view):
        yield Block(58, "commitments/part.html", _index(view))


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The same at the end of the list of pacts."""
    if _files(view):
        yield "pacts/", Block(50, "commitments/part.html", _index(view), (Toc(_TITLE, "commitments"),))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each commitment stands."""
    for filed, file in _files(view):
        yield file.at_, (f"{_HOME}{filed.id}/", say("{id} 年的承诺", id=filed.id))
        for one in file.commitments:
            yield one.at_, (f"{_HOME}{filed.id}/#{_anchor(one)}", say("{post}的承诺", post=one.post))


def _anchor(one: Commitment) -> str:
    return f"c-{one.number}"


def _counted(view: View, found: tuple[Commitment, ...]) -> str:
    """共 12 条：已兑现 8 条，兑现中 3 条，逾期 1 条."""
    states = [state(one, view.books.as_of) for one in found]
    parts = joined(
        "，", (say("{s} {count} 条", s=s.zh, count=states.count(s)) for s in (State.KEPT, State.ONGOING, State.OVERDUE, State.FAILED) if s in states)
    )
    return say("共 {n} 条：{parts}", n=len(found), parts=parts) if found else "还没有承诺"


def _updated(view: View, file: CommitmentFile) -> datetime.date | None:
    days = [d for one in file.commitments for d in (one.done, *(p.date for p in one.progress), one.appraisal.date if one.appraisal else None)]
    return max((d for d in (*days, file.published) if d is not None and d <= view.books.as_of), default=None)


def _year(view: View, filed: Filed[CommitmentFile], file: CommitmentFile) -> Draft:
    names = list(dict.fromkeys(one.post for one in file.commitments))
    by_post = {name: tuple(one for one in file.commitments if one.post == name) for name in names}
    posts = tuple(
        Post(name, f"p-{n}", _counted(view, found), tuple(_line(view, filed, one) for one in found))
        for n, (name, found) in enumerate(by_post.items(), 1)
    )
    states = {name: [state(one, view.books.as_of) for one in found] for name, found in by_post.items()}
    order = (State.KEPT, State.ONGOING, State.OVERDUE, State.FAILED)
    matrix = tuple((p.post, p.anchor, len(states[p.post]), *(states[p.post].count(s) for s in order)) for p in posts)
    shown = say("{id} 年，{n} 个岗位公开承诺，{counted}。", id=filed.id, n=len(names), counted=_counted(view, file.commitments))
    context = YearContext(shown, file, posts, matrix, filed.path)  # type: ignore[arg-type]  # four counts follow
    parents = (Crumb("关于", "about/"), Crumb(_TITLE, _HOME))
    toc = (Toc("一共多少", "matrix"), *(Toc(p.post, p.anchor) for p in posts))
    return Draft(
        f"{_HOME}{filed.id}/",
        say("{id} 年的承诺", id=filed.id),
        shown,
        "commitments/year.html",
        context,
        parents,
        _updated(view, file),
        toc,
        source=context.source,
    )


def _line(view: View, filed: Filed[CommitmentFile], one: Commitment) -> Line:
    now = state(one, view.books.as_of)
    decision = view.where(view.books.find("decision", one.decision, filed)) if one.decision else None
    return Line(_anchor(one), one.text, one.deadline, now.zh, _COLOUR[now], _told(one), decision, view.notes(one))


def _told(one: Commitment) -> str:
    """What is known of it, the newest first: 4月28日兑现。 …"""
    said = [say("{month}月{day}日兑现", month=one.done.month, day=one.done.day)] if one.done else []
    said += [say("没有兑现：{failed}", failed=one.failed)] if one.failed else []
    said += [
        say("{month}月{day}日：{text}", month=p.date.month, day=p.date.day, text=p.text)
        for p in sorted(one.progress, key=lambda p: p.date, reverse=True)
    ]
    if one.appraisal:
        said.append(
            say(
                "{month}月{day}日评议，参加 {asked} 人，满意 {content} 人",
                month=one.appraisal.date.month,
                day=one.appraisal.date.day,
                asked=one.appraisal.asked,
                content=one.appraisal.content,
            )
        )
    return joined("", (say("{said}。", said=s.rstrip("。")) for s in said))


def datasets(view: View) -> Iterator[Dataset]:
    """`commitments`: one commitment a row."""
    every = list(reversed(_files(view)))
    if not every:
        return
    columns = (
        Column("commitment", Text("编号：年/序号", "Id: year/number")),
        Column("post", Text("岗位", "Post")),
        Column("text", Text("内容", "What is promised")),
        Column("deadline", Text("期限", "To be kept by"), "date"),
        Column("state", Text("状态", "State")),
        Column("done", Text("兑现", "Kept on"), "date"),
        Column("failed", Text("没兑现的原因", "Why it was not kept")),
        Column("decision", Text("决议", "Decision")),
        Column("asked", Text("评议参加", "Took part in the appraisal"), "integer"),
        Column("content", Text("满意", "Content"), "integer"),
    )
    rows = [
        (
            *(f"{f.id}/{one.number}", one.post, one.text, one.deadline, state(one, view.books.as_of).zh, one.done, one.failed, one.decision),
            *((one.appraisal.asked, one.appraisal.content) if one.appraisal else (None, None)),
        )
        for f, file in every
        for one in file.commitments
    ]
    yield Dataset(
        "commitments", Text("承诺践诺", "Commitments"), columns, rows, key=("commitment",), each=Text("每行一条承诺", "One commitment a row")
    )
