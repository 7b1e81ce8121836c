"""The catalogue on the site: the matrix of all items, a page for each, what is open on the home page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.disclosures.binding import kept
from mingbai.kinds.disclosures.contexts import Area, Chip, HomeContext, ItemRow, MatrixContext, Sum
from mingbai.kinds.disclosures.duties import Obligation, Quiet, Standing, State, standings
from mingbai.kinds.disclosures.page_item import page
from mingbai.kinds.disclosures.places import HOME, NOTICES, TITLE, TONES, address, entry_address, shown
from mingbai.kinds.disclosures.proving import hollow
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.kinds.disclosures.sentences import deadline, what
from mingbai.packs import Area as Class
from mingbai.packs import From, Item, Rhythm
from mingbai.packs import Standing as Firmness
from mingbai.pages import Block, Draft, Link, Toc
from mingbai.values.periods import Period
from mingbai.values.speech import joined, of, say

_TITLES = {Class.PARTY: "党务", Class.AFFAIRS: "事务", Class.FINANCE: "财务", Class.SERVICE: "服务"}
"""The headings of the catalogue; as words of a list they stand inside sentences."""

_SOON = 5


def every(view: View) -> tuple[Standing, ...]:
    """The items that bind, with their states."""
    return view.books.derived(standings)


def drafts(view: View) -> Iterator[Draft]:
    """The matrix and the items; nothing where no catalogue binds the community."""
    found = every(view)
    if found:
        yield _matrix(view, found)
    for standing in found:
        yield page(view, standing)


def home(view: View) -> Iterator[Block]:
    """What is open, on the home page; that nobody registers what is published, where nobody does."""
    found = every(view)
    if found and not kept(view.books):
        yield Block(15, "disclosures/home.html", HomeContext(0, 0, 0, "", HOME, len(found)))
    elif found:
        coming = _coming(found)
        words = say("{when}：{item}", when=_when(view, coming[0]), item=coming[0].item.name) if coming else ""
        done = sum(s.count(state) for s in found for state in (State.ON_TIME, State.NOTHING, State.LATE))
        context = HomeContext(sum(len(s.missing) for s in found), sum(s.count(State.LATE) for s in found), done, words, HOME)
        yield Block(15, "disclosures/home.html", context)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each publication stands: on its item's page."""
    for standing in every(view):
        yield standing.item.at_, (address(standing.item), standing.item.name)
        for entry in standing.entries:
            yield entry.at_, (entry_address(standing.item, entry), say("{item}公布", item=standing.item.name))
    for file in view.books.records(DisclosureFile):
        yield file.at_, (HOME, TITLE)


# --- the matrix -----------------------------------------------------------------------------------------------------


def _matrix(view: View, found: tuple[Standing, ...]) -> Draft:
    year = view.books.as_of.year
    counts = {state: sum(s.count(state) for s in found) for state in State}
    sums = tuple(Sum(state.value, counts[state], TONES[state], "项" if state is State.UNRECORDED else "次") for state in State)
    missing = tuple(s for s in found if s.missing)
    unrecorded = counts[State.UNRECORDED]
    silent = say("另有 {n} 项，台账里没有登记这样的事，也没有人签字确认没有。", n=unrecorded) if unrecorded else ""
    lede = say("法律和本地规定要公开的有 {n} 项。", n=len(found)) + _told(counts) + silent
    named = joined("、", (say("“{name}”", name=s.item.name) for s in missing[:3]))
    late = say("{named}{told}到期没有公布。", named=named, told=say("等 {n} 项", n=len(missing)) if len(missing) > 3 else "") if missing else ""
    if bare := len(view.books.derived(hollow)):
        late += say("有 {n} 次登记了公布，台账里没有那一期的内容，也没有写“本期无”。", n=bare)
    if not kept(view.books):
        lede, late = say("法律和本地规定要公开的有 {n} 项。本社区还没有建立公布登记，下面列出每一项应当什么时候公布。", n=len(found)), ""
    areas = tuple(
        Area(str(area.value), _TITLES[area], tuple(_row(view, s, year) for s in found if s.item.area is area))
        for area in Class
        if any(s.item.area is area for s in found)
    )
    soon = tuple(
        Link(say("{when}：{item}（{what}）", when=_when(view, one), item=one.item.name, what=of(what(one))), address(one.item))
        for one in _coming(found)[:_SOON]
    )
    context = MatrixContext(lede, late, sums, areas, kept(view.books), year, soon)
    toc = (*([Toc("快到期的", "soon")] if soon else []), *(Toc(a.title, a.id) for a in areas))
    return Draft(HOME, TITLE, lede, "disclosures/index.html", context, (), view.books.as_of, toc, source="ledgers/")


def _told(counts: dict[State, int]) -> str:
    parts = [
        say("{counts} 次{value}", counts=counts[state], value=state.value)
        for state in State
        if counts[state] and state not in (State.PENDING, State.UNRECORDED)
    ]
    return say("到现在：{list}。", list=joined("，", parts)) if parts else say("到现在还没有到期的。")


def _coming(found: tuple[Standing, ...]) -> list[Obligation]:
    return sorted((o for s in found for o in s.obligations if o.state is State.PENDING), key=lambda o: (o.due.day, o.item.id))


def _row(view: View, standing: Standing, year: int) -> ItemRow:
    item = standing.item
    periods = [o for o in standing.obligations if o.period is not None and o.period.first.year == year]
    lasting = [o for o in standing.obligations if o.duty.rhythm is Rhythm.STANDING]
    chips = tuple(Chip(_short(o), *shown(view, o)) for o in (*lasting, *periods)) + tuple(_said(standing, year))
    silent = any(q.state is State.UNRECORDED for q in standing.quiet)
    events = [o for o in standing.obligations if o.event is not None]
    counted = [say("{n} 件{value}", n=n, value=state.value) for state in State if (n := sum(o.state is state for o in events))]
    if not item.duties and (there := sum(t.day.year == year for t in standing.traces)):
        counted.append(say("公开过 {there} 件", there=there))
    if mended := sum(e.corrects is not None and e.day.year == year and e.day <= view.books.as_of for e in standing.entries):
        counted.append(say("更正过 {n} 次", n=mended))
    coming = standing.next
    deadlines = joined("；", (of(deadline(d)) for d in item.duties)) or "有人要求时"
    following = say("{when}前：{what}", when=_when(view, coming), what=of(what(coming))) if coming else ""
    firm = item.standing is not Firmness.DEFAULT and all(item.firmness(d) is not Firmness.DEFAULT for d in item.duties)
    return ItemRow(
        item.id,
        item.name,
        address(item),
        deadlines,
        firm,
        _by(item),
        chips,
        joined("，", counted),
        "也没有人签字确认没有" if silent else "",
        following,
    )


def _by(item: Item) -> str:
    """That it is published by notices, for it has no register; empty where it has one."""
    return say("没有登记簿，用公示和通告公布") if item.evidence and all(e.ledger == NOTICES for e in item.evidence) else ""


def _said(standing: Standing, year: int) -> Iterator[Chip]:
    """What was signed to be nothing within the year, else last; what nobody signed."""
    within = [q for q in standing.quiet if q.period is None or q.period.first.year == year]
    for one in within or standing.quiet[-1:]:
        words = _since(standing, one) if one.period is None else _named(one.period) if one.period.first.year == year else of(one.period.text)
        yield Chip(words, one.state.value, TONES[one.state])


def _since(standing: Standing, one: Quiet) -> str:
    """至今; where something was signed, only the rest: 7月起."""
    return say("{month}月起", month=one.since.month) if any(q.period is not None for q in standing.quiet) else say("至今")


_QUARTERS, _HALVES = ("一季度", "二季度", "三季度", "四季度"), ("上半年", "下半年")


def _short(one: Obligation) -> str:
    if one.period is None:
        return "长期"
    if one.period.months == 12 and one.duty.counted is From.BEGINNING:
        return say("{year}年计划", year=one.period.first.year)
    return _named(one.period)


def _named(period: Period) -> str:
    """一季度, 上半年, 2026年."""
    months, n = period.months, (period.first.month - 1) // period.months
    return {1: say("{n}月", n=n + 1), 3: _QUARTERS[n % 4], 6: _HALVES[n % 2]}.get(months, say("{year}年", year=period.first.year))


def _when(view: View, one: Obligation) -> str:
    day = one.due.day
    return say(
        "{told}{month}月{day}日", told="" if day.year == view.books.as_of.year else say("{year}年", year=day.year), month=day.month, day=day.day
    )
