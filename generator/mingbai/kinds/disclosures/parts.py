"""Below every page that something of the catalogue is about: which items ask for it, by when it was due, when it was published, and by which clause."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from mingbai.books import Trace
from mingbai.kind import View
from mingbai.kinds.community.registers import crumb, declared, period_address
from mingbai.kinds.disclosures.binding import begins, kept
from mingbai.kinds.disclosures.contexts import CorrectionsContext, PartContext, PartRow
from mingbai.kinds.disclosures.correcting import put_right
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, standings
from mingbai.kinds.disclosures.places import HOME, TONES, address, entry_address
from mingbai.kinds.disclosures.registered import Listed, listed
from mingbai.kinds.disclosures.sentences import what
from mingbai.packs import Item
from mingbai.packs import Standing as Firmness
from mingbai.pages import Block, Link, Toc
from mingbai.values.days import spoken
from mingbai.values.periods import Period
from mingbai.values.speech import joined, of, say

_FINANCE = "finance"
_SUPERVISION = "supervision/"
_LOG = 200
"""Below what is said of objections and appraisals."""
_LAST = 900
"""Below what the page itself and all other kinds say."""


_Pages = dict[str, dict[str, tuple[Standing, dict[int, Obligation]]]]
"""The items that ask for a page by their ids, each with the obligations it falls under."""


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """One block for every page whose records some item of the catalogue asks to be published."""
    pages: _Pages = {}
    for standing in view.books.derived(standings):
        for page, one in _asked(view, standing):
            pages.setdefault(page, {}).setdefault(standing.item.id, (standing, {}))[1][id(one)] = one
    _carry_over(view, pages)
    registers = tuple(listed(view))
    _lasting(view, pages, registers)
    for register in (r for r in registers if r.address in pages):
        for standing, asked in (pair for pair in register.asked if pair[1]):
            pages[register.address].setdefault(standing.item.id, (standing, {}))[1].update((id(o), o) for o in asked)
    told = kept(view.books)
    for page, items in pages.items():
        yield page, _block(view, {s.item.id: (s.item, tuple(found.values())) for s, found in items.values()}, kept=told)
    for register in registers:
        if register.address not in pages:
            open_ = [pair for pair in register.asked if pair[1]] or register.asked  # what was asked for before stands beside nothing else
            asking = {s.item.id: (s.item, obligations) for s, obligations in open_}
            yield register.address, replace(_block(view, asking, kept=told), spare=True)
    yield _SUPERVISION, Block(_LOG, "disclosures/corrections.html", CorrectionsContext(tuple(_corrections(view))), (Toc("更正记录", "corrections"),))


def _block(view: View, items: Mapping[str, tuple[Item, tuple[Obligation, ...]]], *, kept: bool) -> Block:
    """The part of a page; its day is the last on which something of it was published."""
    newest = max((o.published.day for _, asked in items.values() for o in asked if o.published is not None), default=None)
    return Block(_LAST, "disclosures/part.html", _context(view, items, kept=kept), (Toc("公布情况", "published"),), updated=newest)


def _lasting(view: View, pages: _Pages, registers: Iterable[Listed]) -> None:
    """What is older than the catalogue is published with its register, as often as that is; what happened once, and is over, has no day to tell."""
    first = begins(view.books)
    below = {r.address: {s.item.id: tuple(o for o in asked if o.period is not None) for s, asked in r.asked} for r in registers if r.book is not None}
    for standing in view.books.derived(standings):
        for trace in standing.traces:
            page = _page(view, trace) if first is not None and trace.day < first else ""
            if page and standing.item.id not in pages.get(page, {}):
                register = f"{page.rstrip('/').rpartition('/')[0]}/"
                still = below.get(register, {}).get(standing.item.id, ())
                pages.setdefault(page, {})[standing.item.id] = (standing, {id(o): o for o in still})


def _carry_over(view: View, pages: _Pages) -> None:
    """What asks for a page asks for those as well that show the same in another order: a fund's lines are the book's."""
    told = [pair for kind in view.kinds for pair in kind.retells(view)]
    found = [(page, id, one) for page, other in told for id, one in pages.get(other, {}).items()]
    for page, id, (standing, obligations) in found:
        pages.setdefault(page, {}).setdefault(id, (standing, {}))[1].update(obligations)


def _corrections(view: View) -> Iterator[Link]:
    """What was published and put right since, the newest first."""
    mended = [
        (entry, standing.item)
        for standing in view.books.derived(standings)
        for entry in standing.entries
        if entry.corrects is not None and entry.day <= view.books.as_of
    ]
    for entry, item in sorted(mended, key=lambda one: one[0].day, reverse=True):
        words = say("{day}，“{item}”：{corrected}", day=spoken(entry.day), item=item.name, corrected=put_right(entry.corrects or ""))
        yield Link(words, entry_address(item, entry))


def _asked(view: View, standing: Standing) -> Iterator[tuple[str, Obligation]]:
    """The pages on which something stands that an item is about, each with the obligation it falls under."""
    lasting = [o for o in standing.obligations if o.event is None]
    for one in standing.obligations:
        if one.event is not None and (page := _page(view, one.event)):
            yield page, one
    for trace in standing.traces if lasting else ():
        page = _page(view, trace)
        for one in lasting:
            if page and (one.period is None or one.period.first <= trace.day <= one.period.last):
                yield from ((address, one) for address in _over(view, trace, page))


def _page(view: View, trace: Trace) -> str:
    place = view.where(trace.record)
    page = place.address.partition("#")[0] if place else ""
    return "" if page.startswith(HOME) else page  # the catalogue's own pages say it themselves


def _over(view: View, trace: Trace, page: str) -> Iterator[str]:
    """The page itself; of a month's accounts those of its quarter, half-year and year and of the book as well."""
    yield page
    filed = view.books.file(trace.record)
    if filed.kind == _FINANCE:
        book, _, month = filed.id.partition("/")  # that of the file: it has a page, whatever day a line names
        yield from (period_address(book, Period.of(Period.parse(month).first, months)) for months in (3, 6, 12))
        yield crumb(declared(view.books)[book]).address


class _Shared(NamedTuple):
    """What several items have in common on a page, so that it is said once for all of them."""

    words: str
    state: State | None


def _context(view: View, items: Mapping[str, tuple[Item, tuple[Obligation, ...]]], *, kept: bool) -> PartContext:
    rows: dict[_Shared, list[Link]] = {}
    for item, asked in items.values():
        rows.setdefault(_told(begins(view.books), asked, kept=kept), []).append(Link(item.name, address(item)))
    law = view.books.law
    basis = dict.fromkeys(law.cite(b) for item, _ in items.values() for b in item.clauses if law.binds(b.act))
    shown = tuple(
        PartRow(tuple(links), one.words, one.state.value if one.state else "", TONES[one.state] if one.state else "") for one, links in rows.items()
    )
    return PartContext(shown, joined("、", basis))


def _told(first: datetime.date | None, asked: tuple[Obligation, ...], *, kept: bool) -> _Shared:
    """Of one duty by when and on which day; of several how many stand how. What stands for good is told where nothing else is."""
    if not asked:
        return _Shared(say("公开目录从{day}记起，这以前的没有登记哪天公布", day=spoken(first)) if first else say("还没有要公布的"), None)
    asked = tuple(o for o in asked if o.period is not None or o.event is not None) or asked
    if len(asked) == 1:
        one = asked[0]
        of_what = spoken(one.event.day) if one.event else of(what(one))
        unsure = say("（待确认的默认值）") if one.firmness is Firmness.DEFAULT else ""
        said = say("{what}，最晚{due}公布{unsure}", what=of_what, due=spoken(one.due.day), unsure=unsure)
        if one.published is not None:
            said = say("{said}，{day}公布了", said=said, day=spoken(one.published.day))
        return _Shared(said, one.state if kept else None)
    ordered = sorted(asked, key=attrgetter("due.day"))
    counts = joined("，", (say("{n} 次{state}", n=n, state=state.value) for state in State if (n := sum(o.state is state for o in asked))))
    worst = next((state for state in (State.MISSING, State.LATE) if any(o.state is state for o in asked)), None)
    last = spoken(ordered[-1].due.day)
    if not kept:
        return _Shared(say("共 {n} 次，最后一次最晚{last}公布", n=len(asked), last=last), None)
    coming = next((one.due.day for one in ordered if one.state is State.PENDING), None)
    more = say("，下一次最晚{day}公布", day=spoken(coming)) if coming else ""
    return _Shared(say("共 {n} 次：{counts}{more}", n=len(asked), counts=counts, more=more), worst)
