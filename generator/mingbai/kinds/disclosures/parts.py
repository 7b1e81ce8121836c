"""Below every page that something of the catalogue is about: which items ask for it, by when it was due, when it was published, and by which clause."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from mingbai.books import Trace
from mingbai.kind import View
from mingbai.kinds.community.registers import crumb, declared, period_address
from mingbai.kinds.disclosures.binding import kept
from mingbai.kinds.disclosures.contexts import CorrectionsContext, PartContext, PartRow
from mingbai.kinds.disclosures.correcting import put_right
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, standings
from mingbai.kinds.disclosures.places import HOME, TONES, address, entry_address
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
    told = kept(view.books)
    for page, items in pages.items():
        context = _context(view, {s.item.id: (s.item, tuple(found.values())) for s, found in items.values()}, kept=told)
        yield page, Block(_LAST, "disclosures/part.html", context, (Toc("公布情况", "published"),), updated=_newest(items))
    yield _SUPERVISION, Block(_LOG, "disclosures/corrections.html", CorrectionsContext(tuple(_corrections(view))), (Toc("更正记录", "corrections"),))


def _newest(items: Mapping[str, tuple[Standing, dict[int, Obligation]]]) -> datetime.date | None:
    """The last day on which something of a page was published."""
    return max((o.published.day for _, asked in items.values() for o in asked.values() if o.published is not None), default=None)


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
        rows.setdefault(_told(asked, kept=kept), []).append(Link(item.name, address(item)))
    law = view.books.law
    basis = dict.fromkeys(law.cite(b) for item, _ in items.values() for b in item.clauses if law.binds(b.act))
    shown = tuple(
        PartRow(tuple(links), one.words, one.state.value if one.state else "", TONES[one.state] if one.state else "") for one, links in rows.items()
    )
    return PartContext(shown, joined("、", basis))


def _told(asked: tuple[Obligation, ...], *, kept: bool) -> _Shared:
    """Of one duty by when and on which day; of several how many stand how. What stands for good is told where nothing else is."""
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
    return _Shared(say("共 {n} 次：{counts}", n=len(asked), counts=counts), worst)
