"""The catalogue on the site: the matrix of all items, a page for each, what is open on the home page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.contexts import Area, BasisRow, Chip, DutyRow, EntryRow, HomeContext, ItemContext, ItemRow, MatrixContext, Sum
from mingbai.kinds.disclosures.duties import Obligation, Quiet, Standing, State, clock, kept, lacking, named, standings
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.kinds.disclosures.sentences import deadline, signed_by, span, what
from mingbai.packs import Area as Class
from mingbai.packs import From, Item, Rhythm
from mingbai.packs import Standing as Firmness
from mingbai.pages import Block, Crumb, Draft, Link, Toc, anchor
from mingbai.values.days import spoken
from mingbai.values.periods import Period
from mingbai.values.speech import joined, of, say

HOME = "disclosure/"
TITLE = "公开目录"
_TONES = {State.ON_TIME: "ok", State.LATE: "warn", State.NOTHING: "info", State.PENDING: "wait", State.MISSING: "late", State.UNRECORDED: "info"}
_SHOWN = 20
"""How many of the newest records an item's page lists."""
_SOON = 5


def every(view: View) -> tuple[Standing, ...]:
    """The items that bind, with their states."""
    return view.books.derived(standings)


def address(item: Item) -> str:
    """disclosure/u08/."""
    return f"{HOME}{item.id.lower()}/"


def entry_address(item: Item, entry: Disclosure) -> str:
    """Where on its item's page a publication stands."""
    return f"{address(item)}#{_anchor(entry)}"


def drafts(view: View) -> Iterator[Draft]:
    """The matrix and the items; nothing where no catalogue binds the community."""
    found = every(view)
    if found:
        yield _matrix(view, found)
    for standing in found:
        yield _page(view, standing)


def home(view: View) -> Iterator[Block]:
    """What is open, on the home page."""
    found = every(view)
    if found and kept(view.books):
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


def _anchor(entry: Disclosure) -> str:
    return anchor("p", named(entry).partition("/")[2] + ("-x" if entry.corrects else ""))


# --- the matrix -----------------------------------------------------------------------------------------------------


def _matrix(view: View, found: tuple[Standing, ...]) -> Draft:
    year = view.books.as_of.year
    counts = {state: sum(s.count(state) for s in found) for state in State}
    sums = tuple(Sum(state.value, counts[state], _TONES[state], "项" if state is State.UNRECORDED else "次") for state in State)
    missing = tuple(s for s in found if s.missing)
    unrecorded = counts[State.UNRECORDED]
    silent = say("另有 {n} 项，台账里没有登记这样的事，也没有人签字确认没有。", n=unrecorded) if unrecorded else ""
    lede = say("法律和本地规定要公开的有 {n} 项。", n=len(found)) + _told(counts) + silent
    named = joined("、", (say("“{name}”", name=s.item.name) for s in missing[:3]))
    late = say("{named}{told}到期没有公布。", named=named, told=say("等 {n} 项", n=len(missing)) if len(missing) > 3 else "") if missing else ""
    if not kept(view.books):
        lede, late = say("法律和本地规定要公开的有 {n} 项。本社区还没有建立公布登记，下面列出每一项应当什么时候公布。", n=len(found)), ""
    areas = tuple(
        Area(str(area.value), area.zh, tuple(_row(view, s, year) for s in found if s.item.area is area))
        for area in Class
        if any(s.item.area is area for s in found)
    )
    soon = tuple(
        Link(say("{when}：{item}（{what}）", when=_when(view, one), item=one.item.name, what=of(what(one))), address(one.item))
        for one in _coming(found)[:_SOON]
    )
    context = MatrixContext(lede, late, sums, areas, kept(view.books), year, soon)
    toc = (*([Toc("快到期的", "soon")] if soon else []), *(Toc(a.title, a.id) for a in areas))
    return Draft(HOME, TITLE, lede, "disclosures/index.html", context, (), view.books.as_of, toc)


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
    chips = tuple(Chip(_short(o), o.state.value, _TONES[o.state]) for o in (*lasting, *periods)) + tuple(_said(standing, year))
    silent = any(q.state is State.UNRECORDED for q in standing.quiet)
    events = [o for o in standing.obligations if o.event is not None]
    counted = [say("{n} 件{value}", n=n, value=state.value) for state in State if (n := sum(o.state is state for o in events))]
    if not item.duties and (there := sum(t.day.year == year for t in standing.traces)):
        counted.append(say("公开过 {there} 件", there=there))
    coming = standing.next
    deadlines = joined("；", (of(deadline(d)) for d in item.duties)) or "有人要求时"
    following = say("{when}前：{what}", when=_when(view, coming), what=of(what(coming))) if coming else ""
    firm = item.standing is not Firmness.DEFAULT and all(item.firmness(d) is not Firmness.DEFAULT for d in item.duties)
    return ItemRow(
        item.id, item.name, address(item), deadlines, firm, chips, joined("，", counted), "也没有人签字确认没有" if silent else "", following
    )


def _said(standing: Standing, year: int) -> Iterator[Chip]:
    """What was signed to be nothing within the year, else last; what nobody signed."""
    within = [q for q in standing.quiet if q.period is None or q.period.first.year == year]
    for one in within or standing.quiet[-1:]:
        words = "至今" if one.period is None else _named(one.period) if one.period.first.year == year else of(one.period.text)
        yield Chip(words, one.state.value, _TONES[one.state])


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


# --- an item --------------------------------------------------------------------------------------------------------


def _page(view: View, standing: Standing) -> Draft:
    item, books = standing.item, view.books
    community = books.the(Community)
    lede = _lede(item, standing) + _silence(view, standing)
    late = say(
        "到期没有公布的有 {n} 次：{list}{told}。",
        n=len(standing.missing),
        list=joined("、", (of(what(o)) for o in standing.missing[:3])),
        told="等" if len(standing.missing) > 3 else "",
    )
    forms = [books.law.signoffs[f] for f in item.signoffs if f in books.law.signoffs]
    recent = standing.traces[::-1]
    links = tuple(
        Link(say("{year}年{month}月{day}日 {x}", year=t.day.year, month=t.day.month, day=t.day.day, x=t.words or place.words), place.address)
        for t in recent[:_SHOWN]
        if (place := view.where(t.record))
    )
    titles = {k.name: of(k.title) for k in view.kinds}
    context = ItemContext(
        lede,
        late if standing.missing and kept(books) else "",
        tuple(of(deadline(d)) + _unsure(item.firmness(d)) for d in item.duties) or ("有人要求时",),
        _days(item),
        say("与原来的公布相同") if item.alike else joined("；", (say(f.name) + _unsure(f.standing) for f in forms)),
        item.responsible or "",
        item.scope or say("本社区"),
        item.elements,
        item.standing.zh,
        item.source or "",
        tuple(BasisRow(books.law.cite(b), _duty(view, b.act, b.article)) for b in item.basis),
        (*(_quiet_row(q) for q in reversed(standing.quiet)), *(_duty_row(view, o) for o in reversed(standing.obligations))),
        tuple(_entry_row(view, standing, e) for e in reversed(standing.entries)),
        links,
        max(0, len(standing.traces) - len(links)),
        tuple(dict.fromkeys(titles.get(e.ledger, e.ledger) for e in item.evidence)),
        (community.phone if community else None) or "",
    )
    marks = (
        ("应当什么时候公布", "duties", standing.obligations or standing.quiet),
        ("已经公布的", "entries", standing.entries),
        ("台账里的内容", "evidence", links),
    )
    toc = tuple(Toc(words, id) for words, id, there in marks if there)
    return Draft(
        address(item), say("{id} {name}", id=item.id, name=item.name), lede, "disclosures/item.html", context, (Crumb(TITLE, HOME),), books.as_of, toc
    )


def _lede(item: Item, standing: Standing) -> str:
    asked = say("{id}：{x}公布。", id=item.id, x=joined("；", (of(deadline(d)) for d in item.duties)) or "有人要求时")
    told = [e for e in standing.entries if not e.corrects]
    if told:
        last = told[-1]
        period = say("{text}的", text=of(last.period.text)) if last.period else ""
        words = "{asked}最近一次是{day}，公布{period}“本期无”。" if last.nothing else "{asked}最近一次是{day}，公布{period}内容。"
        return say(words, asked=asked, day=spoken(last.day), period=period)
    return say("{asked}还没有公布过。", asked=asked)


def _silence(view: View, standing: Standing) -> str:
    """Who signed that there was nothing, of which periods; that of the rest nobody signed and the ledgers hold nothing."""
    titles = {k.name: of(k.title) for k in view.kinds}
    signed = [(q.period, q.published) for q in standing.quiet if q.state is State.NOTHING and q.period is not None and q.published is not None]
    told = joined(
        "", (say("{period}：{offices}签字确认没有这样的事。", period=of(p.text), offices=joined("、", signed_by(e))) for p, e in signed[-1:])
    )
    silent = next((q for q in standing.quiet if q.state is State.UNRECORDED), None)
    if silent is None:
        return told
    ledgers = joined("、", dict.fromkeys(titles.get(e.ledger, e.ledger) for e in standing.item.evidence)) or "台账"
    return told + say("{since}，{ledgers}里没有登记这样的事，也没有人签字确认没有。", since=of(span(silent)), ledgers=ledgers)


def _days(item: Item) -> str:
    shown = say("公布不少于 {days} 天（公布当天不算）", days=item.days) if item.days else say("长期公布，有变化及时更新")
    if item.closed:
        shown = say("{shown}，并且挂到{words}", shown=shown, words=joined("、", item.closed.words))
    if not item.notice:
        return shown
    return say("{shown}；决定以前公示 {notice} 天", shown=shown, notice=item.notice) + _unsure(item.notice_standing or item.standing)


def _unsure(standing: Firmness) -> str:
    """What stands beside a figure that is no more than a default."""
    return say("（待确认的默认值）") if standing is Firmness.DEFAULT else ""


def _duty(view: View, act: str, article: str) -> str:
    known = view.books.law.acts.get(act)
    return next((a.duty for a in known.articles if a.number == article), "") if known else ""


def _quiet_row(one: Quiet) -> DutyRow:
    day = one.published.day if one.published else None
    published = say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day) if day else ""
    return DutyRow(of(span(one)), "", "", published, one.state.value, _TONES[one.state])


def _duty_row(view: View, one: Obligation) -> DutyRow:
    place = view.where(one.event.record) if one.event else None
    due = say("{year}年{month}月{day}日", year=one.due.day.year, month=one.due.day.month, day=one.due.day.day) + (
        "" if one.due.sure else say("（没有那一年的节假日安排，只按周末算）")
    )
    day = one.published.day if one.published else None
    published = say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day) if day else ""
    words = (
        of(what(one))
        if one.event is None
        else say("{year}年{month}月{day}日 {event}", year=one.event.day.year, month=one.event.day.month, day=one.event.day.day, event=one.event.words)
    )
    return DutyRow(words, place.address if place else "", due, published, one.state.value, _TONES[one.state])


def _entry_row(view: View, standing: Standing, entry: Disclosure) -> EntryRow:
    day = say("{year}年{month}月{day}日", year=entry.day.year, month=entry.day.month, day=entry.day.day)
    period = of(entry.period.text) if entry.period else joined("、", about(view, standing, entry))
    words = (
        say("更正 {partition}", partition=entry.corrects.partition("/")[2])
        if entry.corrects
        else say("公布{x}{told}", x=period or "全文", told=say("：本期无") if entry.nothing else "")
    )
    signatures = tuple(
        say("{office}（{month}月{day}日{told}）", office=s.office, month=s.day.month, day=s.day.day, told="，" + s.paper if s.paper else "")
        for s in entry.signatures
    )
    plan = say("{month}月{day}日提出", month=entry.plan.month, day=entry.plan.day) if entry.plan else ""
    missing = joined("、", lacking(view.books, standing.item, entry))
    hangs = "" if entry.corrects else _hangs(view, standing, entry)
    return EntryRow(_anchor(entry), day, words, joined("、", entry.channels), plan, signatures, missing, hangs, entry.reason or "", view.notes(entry))


def about(view: View, standing: Standing, entry: Disclosure) -> tuple[str, ...]:
    """What the events of a publication were, in words where the ledgers say them, else by their ids."""
    told = {t.id: t.words or (place.words if (place := view.where(t.record)) else "") for t in standing.traces if t.id in entry.objects}
    return tuple(told.get(one) or one for one in entry.objects)


def _hangs(view: View, standing: Standing, entry: Disclosure) -> str:
    it = clock(standing.item, entry, standing.entries, view.books.as_of, standing.traces)
    if it.until is None:
        return "长期公布"
    begun = say("{month}月{day}日{told}起", month=it.started.month, day=it.started.day, told="更正后重新" if it.corrected else "")
    if entry.until is not None and entry.until <= view.books.as_of:
        return say("{begun}，{month}月{day}日撤下", begun=begun, month=entry.until.month, day=entry.until.day)
    left = (it.until - view.books.as_of).days
    if it.open and left <= 0:
        return say("{begun}，已满 {days} 天，还要挂到结清", begun=begun, days=standing.item.days)
    return (
        say("{begun}，还要挂 {left} 天", begun=begun, left=left) if left > 0 else say("{begun}，已满 {days} 天", begun=begun, days=standing.item.days)
    )
