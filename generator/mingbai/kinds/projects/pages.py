"""Projects on the site: the list, a page for every project, and what a book pays for on the book's page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.registers import ask, clauses, phone
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.meetings.records import Decision, Meeting
from mingbai.kinds.projects import sentences
from mingbai.kinds.projects.codes import DISCLOSED
from mingbai.kinds.projects.contexts import BookLines, Group, IndexContext, LineRow, PartContext, ProjectContext, Row, SourceRow
from mingbai.kinds.projects.standing import Standing, State, standings
from mingbai.kinds.projects.timeline import timeline
from mingbai.pages import Block, Crumb, Draft, Link, Theme, Toc
from mingbai.values.speech import joined, say

_SECTION = Crumb("项目", "projects/")
_GROUPS = (
    ("正在办的", "going", (State.UNDER_WAY, State.FINISHED, State.REJECTED, State.ACCEPTED)),
    ("还没有开工的", "planned", (State.PLANNED,)),
    ("已经决算的", "settled", (State.SETTLED,)),
    ("终止的", "stopped", (State.STOPPED,)),
)


def drafts(view: View) -> Iterator[Draft]:
    """The list, which says so where there is no project yet, and the pages."""
    every = view.books.derived(standings)
    yield _index(view, every)
    yield from (_page(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """On each book's page the projects it pays for, with what it paid for each."""
    every = view.books.derived(standings)
    for id in view.books.derived(ledgers) if every else ():
        rows = []
        for s in every:
            paid = sum(-e.fen for p in _of_book(s, id) for e in p.entries if e.column is Column.EXPENSE)
            if paid:
                rows.append((s.project.name, address(s), paid, s.state.zh, sentences.COLOURS[s.state]))
        if rows:
            context = PartContext(say("这本账付钱的项目有 {n} 个。", n=len(rows)), tuple(rows))
            yield f"finance/{id}/", Block(170, "projects/part.html", context, (Toc("项目", "projects", 3),), Theme.SPENDING)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each project stands, and each of its variations."""
    for s in view.books.derived(standings):
        yield s.project.at_, (address(s), say("项目 {project}", project=s.project.name))
        yield from ((v.at_, (f"{address(s)}#timeline", say("项目 {project} 的变更", project=s.project.name))) for v in s.project.variations)


def address(s: Standing) -> str:
    """The project's page."""
    return f"projects/{s.id}/"


def _index(view: View, every: tuple[Standing, ...]) -> Draft:
    groups = tuple(g for g in (_group(view, title, at, [s for s in every if s.state in states]) for title, at, states in _GROUPS) if g.rows)
    lede = sentences.every(every)
    context = IndexContext(lede, sentences.late_all(every), groups, phone(view.books), clauses(view, DISCLOSED))
    return Draft(
        "projects/",
        "项目",
        lede,
        "projects/index.html",
        context,
        (),
        max((s.newest() for s in every), default=None),
        tuple(Toc(g.title, g.anchor) for g in groups),
    )


def _group(view: View, title: str, at: str, mine: list[Standing]) -> Group:
    return Group(title, at, tuple(_row(view, s) for s in mine), sum(s.budget for s in mine), sum(s.cost for s in mine))


def _row(view: View, s: Standing) -> Row:
    p = s.project
    warned = bool(view.notes(p)) or any(view.notes(v) for v in p.variations)
    return Row(
        p.name, address(s), p.kind.zh, p.place or "", p.contractor or p.responsible or "", s.budget, s.cost, s.state.zh, sentences.COLOURS[s.state], warned
    )  # fmt: skip


def _page(view: View, s: Standing) -> Draft:
    p = s.project
    context = ProjectContext(
        p,
        _lede(view, s),
        sentences.late(s),
        s.state.zh,
        sentences.COLOURS[s.state],
        s.budget,
        s.spent,
        s.budget - s.cost,
        _link(view, "decision", p.decision, s),
        tuple(found for c in p.contracts if (found := _link(view, "contract", c, s)) is not None),
        _link(view, "matter", p.matter, s),
        tuple(_sources(view, s)),
        timeline(view, s),
        tuple(_books(view, s)),
        tuple(sentences.survey(one) for one in p.surveys),
        tuple(_citing(view, s)),
        (*view.notes(p), *(n for v in p.variations for n in view.notes(v))),
        sentences.outturn(s),
        s.filed.path,
        clauses(view, DISCLOSED),
    )
    shown = (
        ("sources", "钱从哪里来", True),
        ("timeline", "经过", context.steps),
        ("lines", "每一笔", True),
        ("cited", "哪里提到这个项目", context.cited_by),
    )
    toc = tuple(Toc(title, id) for id, title, there in shown if there)
    title = p.name if p.name.endswith("项目") else say("{name}项目", name=p.name)  # the matter of that name has a page of its own
    return Draft(address(s), title, context.lede, "projects/project.html", context, (_SECTION,), s.newest(), toc, source=context.source)


def _lede(view: View, s: Standing) -> str:
    """What it is, what it has cost and from which funds, who decided it by which vote, whom to ask."""
    decision = view.books.find("decision", s.project.decision, s.filed) if s.project.decision else None
    meeting = view.books.file(decision).record if isinstance(decision, Decision) else None
    voted = sentences.decided(decision, meeting) if isinstance(decision, Decision) and isinstance(meeting, Meeting) else ""
    return joined("", (sentences.one(s, _paid_from(view, s)), voted, ask(view.books, s.project.responsible or "")))


def _paid_from(view: View, s: Standing) -> tuple[str, ...]:
    """The funds that paid for it, by name, in the order of the lines; of a line without a fund its book."""
    of_books = {id: (ledger.book.name, {f.id: f.name for f in ledger.funds}) for id, ledger in view.books.derived(ledgers).items()}
    found: dict[str, int] = {}
    for posted in s.paid:
        name, funds = of_books[posted.id.partition("/")[0]]
        for e in posted.entries:
            if e.column is Column.EXPENSE and not posted.line.to_book:
                called = funds.get(e.fund, name) if e.fund else name
                found[called] = found.get(called, 0) - e.fen
    return tuple(called for called, fen in found.items() if fen)  # what was paid and given back in full has paid nothing


def _link(view: View, what: str, cited: str | None, s: Standing) -> Link | None:
    return view.where(view.books.find(what, cited, s.filed)) if cited else None


def _sources(view: View, s: Standing) -> Iterator[SourceRow]:
    for source in s.project.sources:
        link = _money(view, source.fund, source.book)
        yield SourceRow(source.kind.zh, sentences.source_words(source.kind, source.words), link, source.amount)


def _money(view: View, fund: str | None, book: str | None) -> Link | None:
    """The page of a fund or of a book."""
    for id, ledger in view.books.derived(ledgers).items():
        found = next((f for f in ledger.funds if f.id == fund), None)
        if found is not None:
            return Link(f"{ledger.book.name} {found.name}", f"finance/{id}/funds/{found.id}/")
        if id == book:
            return Link(ledger.book.name, f"finance/{id}/")
    return None


def _of_book(s: Standing, id: str) -> list[Posted]:
    return [p for p in s.paid if p.id.startswith(f"{id}/")]


def _books(view: View, s: Standing) -> Iterator[BookLines]:
    """The lines by book, in the order of the books; what was received and paid in each."""
    for id, ledger in view.books.derived(ledgers).items():
        rows = tuple(_line(view, ledger, p) for p in _of_book(s, id))
        if rows:
            yield BookLines(ledger.book.name, f"l-{id}", rows, sum(r.income or 0 for r in rows), sum(r.expense or 0 for r in rows))


def _line(view: View, ledger: BookLedger, p: Posted) -> LineRow:
    names = {f.id: f.name for f in ledger.funds}
    fen = sum(e.fen for e in p.entries)
    funds = joined("、", dict.fromkeys(names.get(e.fund, e.fund) for e in p.entries if e.fund))
    line = p.line
    income = fen if p.column is Column.INCOME else None
    expense = -fen if p.column is Column.EXPENSE else None
    return LineRow(
        line.date,
        line.summary or say("{kind}（凭证 {voucher}）", kind=line.kind.zh, voucher=line.voucher),
        line.party or "",
        funds,
        income,
        expense,
        line.voucher,
        view.where(line),
    )


def _citing(view: View, s: Standing) -> Iterator[Link]:
    """What else names the project: contracts, assets, levies … Lines stand in their own table."""
    seen: dict[Link, None] = {}
    for citation in view.books.referrers("project", s.id):
        place = (view.where(citation.record) or view.where(citation.filed.record)) if citation.filed.kind != "finance" else None
        if place is not None:
            seen[place] = None
    return iter(seen)
