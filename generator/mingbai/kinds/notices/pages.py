"""Notices on the site: those that are open first, then all by sort; a page each; the way there from home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.community.registers import ask
from mingbai.kinds.notices.records import Figure, Notice, NoticeSort
from mingbai.kinds.notices.standing import COLUMNS, State, every, state
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Group, Link, Note, Row, Toc
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say
from mingbai.values.text import Text

HOME = "notices/"
_TITLE = "公示和通告"
_AT_HOME = 3
_NAMED = 4
"""So many figures are named in the first sentences; more stand in the table."""
_COLOUR = {State.COMING: "wait", State.OPEN: "now", State.WAITING: "warn", State.SETTLED: "ok", State.UP: "ok", State.DOWN: "past"}
_REFS = (("decision", "decision"), ("funds", "fund"), ("lines", "line"), ("projects", "project"), ("objections", "objection"))


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`notices/index.html`: those on which opinions are asked for now, then all by sort."""

    lede: str
    open: tuple[Row, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`notices/home.html`: prior notices that are open, those that end first; `more` are not shown."""

    open: tuple[Row, ...]
    more: int
    home: str


@dataclass(frozen=True, slots=True)
class NoticeContext:
    """`notices/notice.html`: `columns` are those that hold something (field, heading, unit); `total` is computed where none is said."""

    lede: str
    late: str
    notice: Notice
    tag: str
    state: str
    columns: tuple[tuple[str, str, str], ...]
    figures: tuple[Figure, ...]
    sums: dict[str, int]
    rates: bool
    amounts: bool
    refs: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings of the table of figures."""
        counts = (f"{head}|num" for _, head, _ in self.columns)
        return ("名目", *counts, *(("标准",) if self.rates else ()), *(("金额|num",) if self.amounts else ()))


def address(id: str) -> str:
    """Where a notice stands."""
    return f"{HOME}{id}/"


def drafts(view: View) -> Iterator[Draft]:
    """The list and a page for every notice."""
    found = _sorted(view)
    open_ = tuple(_row(view, f, one) for f, one in found if state(one, view.books.as_of) is State.OPEN)
    groups = tuple(
        Group(sort.zh, f"n-{n}", tuple(_row(view, f, one) for f, one in found if one.sort is sort))
        for n, sort in enumerate(NoticeSort, 1)
        if any(one.sort is sort for _, one in found)
    )
    waiting = sum(state(one, view.books.as_of) is State.WAITING for _, one in found)
    lede = (say("一共 {n} 份。", n=len(found)) if found else say("还没有登记公示和通告。")) + (
        say("正在公示、可以提意见的有 {n} 份。", n=len(open_)) if open_ else say("现在没有正在公示的。")
    )
    lede += say("公示期满、还没有写结果的有 {waiting} 份。", waiting=waiting) if waiting else ""
    toc = (*([Toc("正在公示", "open")] if open_ else []), *(Toc(g.title, g.anchor) for g in groups))
    newest = max((one.start for _, one in found if one.start <= view.books.as_of), default=None)
    yield Draft(HOME, _TITLE, lede, "notices/index.html", IndexContext(lede, open_, groups), (), newest, toc)
    yield from (_page(view, f, one) for f, one in found)


def home(view: View) -> Iterator[Block]:
    """Prior notices that are open, on the home page."""
    open_ = tuple(_row(view, f, one) for f, one in _sorted(view) if state(one, view.books.as_of) is State.OPEN)
    if open_:
        yield Block(19, "notices/home.html", HomeContext(open_[:_AT_HOME], max(0, len(open_) - _AT_HOME), HOME))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each notice stands."""
    for filed, one in every(view.books):
        yield one.at_, (address(filed.id), one.title)


def _sorted(view: View) -> list[tuple[Filed[Notice], Notice]]:
    return sorted(every(view.books), key=lambda pair: (pair[1].start, pair[0].id), reverse=True)


def _row(view: View, filed: Filed[Notice], one: Notice) -> Row:
    now = state(one, view.books.as_of)
    when = say("{start}到{end}", start=spoken(one.start), end=spoken(one.end)) if one.end else spoken(one.start)
    told = _told(one) if now is not State.SETTLED or one.outcome is None else one.outcome.text
    return Row(one.title, address(filed.id), when, told, now.zh, _COLOUR[now])


def _told(one: Notice) -> str:
    """What the figures come to: 326 人，45,300.00 元."""
    sums = _sums(one.figures)
    parts = [say("{n} {unit}", n=sums[field], unit=unit) for field, _, unit in COLUMNS if sums.get(field)]
    return joined("，", [*parts, *([say("{sums} 元", sums=grouped(sums["amount"]))] if sums.get("amount") else [])])


def _sums(figures: tuple[Figure, ...]) -> dict[str, int]:
    found = {}
    for field in (*(name for name, _, _ in COLUMNS), "amount"):
        values = [v for f in figures if (v := getattr(f, field)) is not None]
        if values:
            found[field] = sum(values)
    return found


def _page(view: View, filed: Filed[Notice], one: Notice) -> Draft:
    now, as_of = state(one, view.books.as_of), view.books.as_of
    sums = _sums(one.figures)
    refs = tuple(link for name, what in _REFS for cited in _cited(one, name) if (link := view.where(view.books.find(what, cited, filed))))
    late = say("公示 {end}期满，还没有写结果。", end=spoken(one.end)) if now is State.WAITING and one.end else ""
    context = NoticeContext(
        _lede(view, filed, one, now),
        late,
        one,
        now.zh,
        _COLOUR[now],
        tuple(c for c in COLUMNS if c[0] in sums),
        one.figures,
        sums,
        any(f.rate for f in one.figures),
        "amount" in sums,
        refs,
        view.notes(one),
        filed.path,
    )
    toc = (*([Toc("数据", "figures")] if one.figures else []), *([Toc("结果", "outcome")] if one.outcome else []))
    updated = max(one.start, one.outcome.day if one.outcome else one.start)
    alike = sum(other.title == one.title for _, other in every(view.books)) > 1
    title = say("{title}（{start}）", title=one.title, start=spoken(one.start)) if alike else one.title
    return Draft(
        address(filed.id),
        title,
        context.lede,
        "notices/notice.html",
        context,
        (Crumb(_TITLE, HOME),),
        min(updated, as_of),
        toc,
        source=context.source,
    )


def _cited(one: Notice, name: str) -> tuple[str, ...]:
    value = getattr(one, name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _lede(view: View, filed: Filed[Notice], one: Notice, now: State) -> str:
    """What it is, from when to when, what it comes to, from which fund, who decided, what came of it, whom to tell or to ask."""
    as_of = view.books.as_of
    if now is State.COMING:
        opening = say("{start}开始{told}“{title}”。", start=spoken(one.start), told="公示" if one.prior else "公布", title=one.title)
    elif one.prior and one.end:
        left = (one.end - as_of).days
        until = say("，还有 {left} 天", left=left) if now is State.OPEN and left else say("，今天是最后一天") if now is State.OPEN else ""
        opening = say("“{title}”{start}起公示，到{end}截止{until}。", title=one.title, start=spoken(one.start), end=spoken(one.end), until=until)
    else:
        opening = say("{start}{told}“{title}”。", start=spoken(one.start), told="公示" if one.prior else "公布", title=one.title)
    told, names = _told(one), joined("、", (f.name for f in one.figures))
    counted = say("一共 {told}。", told=told) if told else ""
    if told and len(one.figures) <= _NAMED:
        counted = say("{names}，一共 {told}。", names=names, told=told) if len(one.figures) > 1 else say("{names} {told}。", names=names, told=told)
    paid = joined("、", _words(view, filed, one, "funds", "fund"))
    decided = joined("、", _words(view, filed, one, "decision", "decision"))
    came = say("结果：{text}。", text=one.outcome.text) if one.outcome and now is State.SETTLED else ""
    whom = say("有不同意见：{channel}。", channel=one.channel) if now is State.OPEN and one.channel else ask(view.books, one.handler or "")
    return joined(
        "",
        (
            opening,
            counted,
            say("钱从“{fund}”出。", fund=paid) if paid else "",
            say("决定的会议：{decision}。", decision=decided) if decided else "",
            came,
            whom,
        ),
    )


def _words(view: View, filed: Filed[Notice], one: Notice, name: str, what: str) -> Iterator[str]:
    """What a notice cites, as its page is called."""
    for cited in _cited(one, name):
        if link := view.where(view.books.find(what, cited, filed)):
            yield link.words


def datasets(view: View) -> Iterator[Dataset]:
    """`notices` and `notices-figures`; nothing where there is none."""
    found = list(reversed(_sorted(view)))
    if not found:
        return
    columns = (
        Column("notice", Text("编号", "Id")),
        Column("title", Text("标题", "Title")),
        Column("sort", Text("类型", "Sort")),
        Column("prior", Text("公示：1 是", "1: a prior notice"), "integer"),
        Column("from", Text("起", "From"), "date"),
        Column("to", Text("止", "To"), "date"),
        Column("state", Text("状态", "State")),
        Column("scope", Text("范围", "Where")),
        Column("outcome_day", Text("结果日期", "Day of the outcome"), "date"),
        Column("outcome", Text("结果", "Outcome")),
        Column("down", Text("撤下日", "Taken down on"), "date"),
    )
    rows = [
        (
            *(f.id, one.title, one.sort.zh, int(one.prior), one.start, one.end, state(one, view.books.as_of).zh, one.scope.zh),
            *((one.outcome.day, one.outcome.text) if one.outcome else (None, None)),
            one.down,
        )
        for f, one in found
    ]
    yield Dataset("notices", Text("公示和通告", "Notices"), columns, rows, key=("notice",), each=Text("每行一份公示或通告", "One notice a row"))
    figures = (
        Column("notice", Text("编号", "Id of the notice")),
        Column("name", Text("名目", "What")),
        Column("people", Text("人数", "People"), "integer"),
        Column("households", Text("户数", "Households"), "integer"),
        Column("times", Text("次数", "Times"), "integer"),
        Column("rate", Text("标准", "Rate")),
        Column("amount", Text("金额", "Amount"), "money"),
    )
    counted = [(f.id, g.name, g.people, g.households, g.times, g.rate, g.amount) for f, one in found for g in one.figures]
    if counted:
        yield Dataset(
            "notices-figures",
            Text("公示里的数据", "Figures of notices"),
            figures,
            counted,
            key=("notice", "name"),
            each=Text("每行公示里的一项数据", "One row of a notice's figures a row"),
        )
