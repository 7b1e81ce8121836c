"""Documents on the site: a list by sort, a page each, the way there from the about page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.docs.records import Doc, DocSort, Finding, Task
from mingbai.kinds.docs.standing import Done, State, done, every, replaced, state
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Group, Link, News, Note, Row, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say
from mingbai.values.text import Text

HOME = "docs/"
_TITLE = "制度、计划和报告"
_COLOUR = {State.COMING: "wait", State.IN_FORCE: "now", State.ENDED: "past", State.REPLACED: "past", State.SHOWN: "ok"}
_DONE = {Done.DONE: "ok", Done.OVERDUE: "late", Done.ONGOING: "now", Done.AHEAD: "wait", Done.STOPPED: "past"}


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`docs/index.html`, and `docs/part.html` on the about page."""

    lede: str
    groups: tuple[Group, ...]
    home: str


@dataclass(frozen=True, slots=True)
class Step:
    """A task or a finding: what, by when, by whom, how it stands, what was done."""

    anchor: str
    what: str
    deadline: str
    office: str
    tag: str
    state: str
    told: str


@dataclass(frozen=True, slots=True)
class DocContext:
    """`docs/doc.html`."""

    lede: str
    late: str
    doc: Doc
    tag: str
    state: str
    decision: Link | None
    replaces: Link | None
    replaced_by: Link | None
    tasks: tuple[Step, ...]
    findings: tuple[Step, ...]
    notes: tuple[Note, ...]
    source: str


def address(id: str) -> str:
    """Where a document stands."""
    return f"{HOME}{id}/"


def drafts(view: View) -> Iterator[Draft]:
    """The list and a page for every document; nothing where there is none."""
    found = _sorted(view)
    if not found:
        return
    context = _index(view, found)
    toc = tuple(Toc(g.title, g.anchor) for g in context.groups)
    newest = max((one.day for _, one in found if one.day <= view.books.as_of), default=None)
    yield Draft(HOME, _TITLE, context.lede, "docs/index.html", context, (Crumb("关于", "about/"),), newest, toc)
    yield from (_page(view, f, one) for f, one in found)


def about(view: View) -> Iterator[Block]:
    """The way there from the about page."""
    found = _sorted(view)
    if found:
        yield Block(56, "docs/part.html", _index(view, found))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each document, task and finding stands."""
    for filed, one in every(view.books):
        yield one.at_, (address(filed.id), one.name)
        for part in _parts(one):
            yield part.at_, (f"{address(filed.id)}#{_anchor(part)}", one.name)


def news(view: View) -> Iterator[News]:
    """Every document on its day."""
    for filed, one in every(view.books):
        yield News(f"docs/{filed.id}", one.day, "公布", one.name, say("{sort}。", sort=one.sort.zh), address(filed.id))


def _parts(one: Doc) -> tuple[Task | Finding, ...]:
    return (*one.tasks, *one.findings)


def _sorted(view: View) -> list[tuple[Filed[Doc], Doc]]:
    return sorted(every(view.books), key=lambda pair: (pair[1].day, pair[0].id), reverse=True)


def _index(view: View, found: list[tuple[Filed[Doc], Doc]]) -> IndexContext:
    groups = tuple(
        Group(sort.zh, f"d-{n}", tuple(_row(view, f, one) for f, one in found if one.sort is sort))
        for n, sort in enumerate(DocSort, 1)
        if any(one.sort is sort for _, one in found)
    )
    newest = found[0][1]
    lede = say("一共 {n} 份，最近的一份是 {day}的“{name}”。", n=len(found), day=spoken(newest.day), name=newest.name)
    return IndexContext(lede, groups, HOME)


def _row(view: View, filed: Filed[Doc], one: Doc) -> Row:
    now = state(view.books, filed.id, one)
    return Row(one.name, address(filed.id), spoken(one.day), _told(view, one), now.zh, _COLOUR[now])


def _told(view: View, one: Doc) -> str:
    """How far its tasks and findings have come: 12 件事，完成 9 件，逾期 1 件."""
    for parts, what, word in ((one.tasks, "件事", "完成"), (one.findings, "个问题", "整改")):
        if parts:
            states = [done(p, view.books.as_of) for p in parts]
            late = say("，逾期 {count} {what}", count=states.count(Done.OVERDUE), what=what[0]) if Done.OVERDUE in states else ""
            return say(
                "{n} {what}，{word} {count} {what2}{late}",
                n=len(parts),
                what=what,
                word=word,
                count=states.count(Done.DONE),
                what2=what[0],
                late=late,
            )
    return ""


def _page(view: View, filed: Filed[Doc], one: Doc) -> Draft:
    books = view.books
    now = state(books, filed.id, one)
    after = books.derived(replaced).get(filed.id)
    late = [p for p in _parts(one) if done(p, books.as_of) is Done.OVERDUE]
    context = DocContext(
        _lede(view, one, now),
        say("有 {n} 项过了期限还没有完成。", n=len(late)) if late else "",
        one,
        now.zh,
        _COLOUR[now],
        view.where(books.find("decision", one.decision, filed)) if one.decision else None,
        view.where(books.find("doc", one.replaces, filed)) if one.replaces else None,
        view.where(after) if after else None,
        tuple(_step(view, t, t.matter) for t in one.tasks),
        tuple(_step(view, f, f.problem) for f in one.findings),
        view.notes(one),
        filed.path,
    )
    toc = (
        *([Toc("任务", "tasks")] if one.tasks else []),
        *([Toc("审计发现", "findings")] if one.findings else []),
        *(Toc(s.title, f"s-{n}") for n, s in enumerate(one.sections, 1)),
    )
    days = (one.day, one.effective, one.ended, *(p.done or p.deadline for p in _parts(one)))  # what is open is overdue from its last day on
    newest = max((d for d in days if d is not None and d <= books.as_of), default=books.as_of)
    parents = (Crumb("关于", "about/"), Crumb(_TITLE, HOME))
    return Draft(address(filed.id), _title(view, one), context.lede, "docs/doc.html", context, parents, newest, toc, source=context.source)


def _title(view: View, one: Doc) -> str:
    """The name with its year; with its day where several documents are called so."""
    title = _named(one)
    return title if sum(_named(other) == title for _, other in every(view.books)) == 1 else say("{title}（{day}）", title=title, day=spoken(one.day))


def _named(one: Doc) -> str:
    return one.name if one.year is None or str(one.year) in one.name else say("{year} 年{name}", year=one.year, name=one.name)


def _lede(view: View, one: Doc, now: State) -> str:
    """What it is, from when, what it came to."""
    if one.asked is not None:
        by = say("{asked_by} 人联名", asked_by=one.asked_by) if one.asked_by else "居民"
        opening = say("{asked}，{by}要求公开，{day}公开。", asked=spoken(one.asked), by=by, day=spoken(one.day))
    elif now is State.IN_FORCE:
        opening = say("{x}起施行{told}。", x=spoken(one.effective or one.day), told=say("，{by}通过", by=one.by) if one.by else "")
    elif now is State.COMING:
        opening = say("{x}起施行，现在还没有生效。", x=spoken(one.effective or one.day))
    else:
        verb = "出具" if one.sort is DocSort.AUDIT else "作出"
        day = spoken(one.day)
        opening = say("{day}由{by}{verb}。", day=day, by=one.by, verb=verb) if one.by else say("{day}{verb}。", day=day, verb=verb)
    told = _told(view, one)
    return joined("", filter(None, (opening, say("{told}。", told=told) if told else "", one.summary)))


def _anchor(part: Task | Finding) -> str:
    return f"{'t' if isinstance(part, Task) else 'f'}-{part.number}"


def _step(view: View, part: Task | Finding, what: str) -> Step:
    now = done(part, view.books.as_of)
    told = joined(
        "，",
        [
            *([say("{done}完成", done=spoken(part.done)) if part.done else "没有写哪天完成"] if now is Done.DONE else []),
            *([part.told] if part.told else []),
        ],
    )
    return Step(_anchor(part), what, spoken(part.deadline) if part.deadline else "", part.office or "", now.zh, _DONE[now], told)


def datasets(view: View) -> Iterator[Dataset]:
    """`docs` and `docs-steps`; nothing where there is none."""
    found = list(reversed(_sorted(view)))
    if not found:
        return
    columns = (
        Column("doc", Text("编号", "Id")),
        Column("name", Text("名称", "Name")),
        Column("sort", Text("类型", "Sort")),
        Column("year", Text("年度", "Year"), "integer"),
        Column("day", Text("日期", "Date"), "date"),
        Column("by", Text("制定", "By")),
        Column("state", Text("状态", "State")),
        Column("effective", Text("施行", "In force from"), "date"),
        Column("ended", Text("废止", "Ended on"), "date"),
        Column("replaces", Text("取代", "Replaces")),
    )
    rows = [
        (f.id, one.name, one.sort.zh, one.year, one.day, one.by, state(view.books, f.id, one).zh, one.effective, one.ended, one.replaces)
        for f, one in found
    ]
    yield Dataset(
        "docs", Text("制度、计划和报告", "Rules, plans and reports"), columns, rows, key=("doc",), each=Text("每行一份文件", "One document a row")
    )
    steps = (
        Column("doc", Text("文件编号", "Id of the document")),
        Column("number", Text("编号", "Number")),
        Column("what", Text("事项或者问题", "Task or finding")),
        Column("deadline", Text("期限", "By"), "date"),
        Column("office", Text("责任", "Responsible")),
        Column("state", Text("状态", "State")),
        Column("done", Text("完成", "Done on"), "date"),
        Column("told", Text("说明", "What was done")),
    )
    listed = [
        (f.id, p.number, p.matter if isinstance(p, Task) else p.problem, p.deadline, p.office, done(p, view.books.as_of).zh, p.done, p.told)
        for f, one in found
        for p in _parts(one)
    ]
    if listed:
        yield Dataset(
            "docs-steps",
            Text("计划和审计的落实", "Follow-up of plans and audits"),
            steps,
            listed,
            key=("doc", "number"),
            each=Text("每行计划里的一件事或审计发现的一个问题", "One task of a plan or finding of an audit a row"),
        )
