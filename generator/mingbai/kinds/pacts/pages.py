"""Pages and the home block of pacts: the text in force, how it was adopted, what changed, older versions and drafts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.pacts import comparing
from mingbai.kinds.pacts.changes import compare
from mingbai.kinds.pacts.contexts import Clause, Entry, Group, HomeContext, IndexContext, VersionContext
from mingbai.kinds.pacts.known import Known, article_name, known
from mingbai.kinds.pacts.records import Article, PactKind
from mingbai.kinds.pacts.sentences import lede, must_know, noted, tag
from mingbai.kinds.pacts.state import Stage, Standing, State, stage
from mingbai.kinds.pacts.steps import counted, steps
from mingbai.pages import Block, Crumb, Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, phrase, say

_SECTION = Crumb("公约", "pacts/")
_COLOUR = {State.DRAFT: "draft", State.IN_FORCE: "now", State.SUPERSEDED: "info", State.REPEALED: "info"}
_BASIS = (Cite("urban-committee", "30"), Cite("urban-committee", "31"), Cite("village-committee", "31"))


def drafts(view: View) -> Iterator[Draft]:
    """The list of pacts, a page for each pact, and a page for each of its versions."""
    pacts = known(view.books)
    yield _index(view, pacts)
    for one in pacts:
        yield _page(view, one, one.shown, main=True)
        for standing in one.standings:
            yield _page(view, one, standing, main=False)
        yield from comparing.drafts(view, one, _SECTION)


def home(view: View) -> Iterator[Block]:
    """How many there are, and the drafts that can be commented on."""
    pacts = known(view.books)
    if pacts:
        yield Block(40, "pacts/home.html", HomeContext(_counted(pacts), _open(view, pacts)))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each pact and each of its versions stands on the site."""
    for one in known(view.books):
        yield one.pact.at_, (one.address, one.pact.name)
        for v in (s.version for s in one.standings):
            yield v.at_, (f"{one.address}v{v.number}/", say("{pact} 第 {number} 版", pact=one.pact.name, number=v.number))


def _index(view: View, pacts: tuple[Known, ...]) -> Draft:
    groups = tuple(
        Group(kind.zh, f"kind-{n}", tuple(_entry(view, k, k.shown) for k in pacts if k.pact.kind is kind))
        for n, kind in enumerate(PactKind, 1)
        if any(k.pact.kind is kind for k in pacts)
    )
    context = IndexContext(_counted(pacts), groups, _open(view, pacts), _phone(view.books))
    toc = tuple(Toc(g.kind, g.anchor) for g in groups)
    newest = max((day for k in pacts if (day := _updated(k.shown, view.books.as_of))), default=None)
    return Draft("pacts/", "公约和章程", context.lede, "pacts/index.html", context, (), newest, toc)


def _counted(pacts: tuple[Known, ...]) -> str:
    if not pacts:
        return say("还没有登记公约。")
    states = [k.shown.state for k in pacts]
    words = [say("{count} 份{word}", count=states.count(state), word=word) for state, word in _TOLD if state in states]
    revising = sum(bool(k.drafts) for k in pacts)
    more = say("另有 {revising} 份正在修订。", revising=revising) if revising else ""
    return say("大家一起定的规矩：{list}。{more}", list=joined("，", words), more=more)


_TOLD = ((State.IN_FORCE, "正在施行"), (State.DRAFT, "还是草案"), (State.REPEALED, "已经废止"), (State.SUPERSEDED, "已被取代"))


def _open(view: View, pacts: tuple[Known, ...]) -> tuple[Entry, ...]:
    """Drafts on which opinions are being asked for today."""
    found = [(k, s) for k in pacts for s in k.standings if s.state is State.DRAFT and stage(s, view.books.as_of) is Stage.ASKING]
    return tuple(_entry(view, k, s, f"{k.address}v{s.version.number}/") for k, s in found)


def _entry(view: View, known: Known, standing: Standing, address: str = "", name: str = "") -> Entry:
    note, aside = noted(standing, view.books.as_of)
    return Entry(name or known.pact.name, address or known.address, tag(standing, view.books.as_of), _COLOUR[standing.state], note, aside)


def _page(view: View, known: Known, standing: Standing, *, main: bool) -> Draft:
    books, pact, version = view.books, known.pact, standing.version
    before = _before(known, standing)
    changes = compare(before.version.articles, version.articles) if before else ()
    context = VersionContext(
        pact=pact,
        version=version,
        tag=tag(standing, books.as_of),
        state=_COLOUR[standing.state],
        lede=lede(pact, standing, books.as_of),
        late=must_know(standing, known.shown, books.as_of),
        main=main,
        signed=pact.signatures(version),
        home=known.address,
        clauses=tuple(_clause(a) for a in version.articles),
        steps=steps(standing, pact.kind, books.as_of),
        vote=standing.vote if standing.vote and standing.vote.decision.yes is not None else None,
        rule=say("{date}{body}表决：{counted}", date=spoken(standing.vote.date), body=standing.vote.body, counted=counted(standing.vote))
        if standing.vote and counted(standing.vote)
        else "",
        versions=tuple(
            _entry(view, known, s, f"{known.address}v{s.version.number}/", say("第 {version} 版", version=s.version.number))
            for s in reversed(known.standings)
        ),
        draft=_newest_draft(view, known) if main else None,
        before=before.version.number if before else 0,
        changed=comparing.counted(changes),
        changes=comparing.told(changes),
        pairs=comparing.pairs(known) if main else (),
        warnings=tuple(
            (phrase(f.code.message, f.values), joined("、", _cites(books, f.basis))) for f in (*view.findings.on(version), *view.findings.on(pact))
        ),
        phone=_phone(books),
        source=known.filed.path,
        basis=_cites(books, _BASIS) if pact.kind.formal else (),
    )
    title = pact.name if main else say("{name}（第 {number} 版）", name=pact.name, number=version.number)
    parents = (_SECTION,) if main else (_SECTION, Crumb(pact.name, known.address))
    address = known.address if main else f"{known.address}v{version.number}/"
    return Draft(
        address,
        title,
        context.lede,
        "pacts/version.html",
        context,
        parents,
        _updated(standing, books.as_of),
        tuple(_toc(context)),
        source=context.source,
    )


def _toc(it: VersionContext) -> Iterator[Toc]:
    yield Toc("全文", "text")
    if it.before:
        yield Toc(say("和第 {before} 版比，改了什么", before=it.before), "changes")
    yield Toc("怎样定下来的", "steps")
    if it.main and it.pact.execution:
        yield Toc("执行情况", "kept")
    yield Toc("各个版本", "versions")


def _newest_draft(view: View, known: Known) -> Entry | None:
    return next(
        (
            _entry(view, known, s, f"{known.address}v{s.version.number}/", say("第 {version} 版", version=s.version.number))
            for s in reversed(known.drafts)
        ),
        None,
    )


def _before(known: Known, standing: Standing) -> Standing | None:
    """The adopted version this one follows."""
    older = [s for s in known.standings if s.version.number < standing.version.number and s.state is not State.DRAFT]
    return older[-1] if older else None


def _clause(article: Article) -> Clause:
    return Clause(article_name(article), f"a-{article.number}", article.title or "", article.text)


def _updated(standing: Standing, as_of: datetime.date) -> datetime.date | None:
    """The newest day up to now of which the version speaks."""
    v, vote = standing.version, standing.vote
    days = (v.opinions.end if v.opinions else None, v.review.date if v.review else None, v.filing.date if v.filing else None)
    known_days = (*days, vote.date if vote else None, v.published, v.effective, v.repealed)
    return max((d for d in known_days if d is not None and d <= as_of), default=None)


def _phone(books: Books) -> str:
    community = books.the(Community)
    return (community.phone or "") if community else ""


def _cites(books: Books, basis: tuple[Cite, ...]) -> tuple[str, ...]:
    """The articles that hold for this community: those of the other kind of committee are left out."""
    return tuple(books.law.cite(c) for c in books.law.basis(basis))
