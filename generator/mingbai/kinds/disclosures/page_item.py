"""The page of an item of the catalogue: what is published and how often, who signs, what was published when, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from mingbai.books import Books
from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.binding import begins, item_on, kept, versions
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.contexts import BasisRow, DutyRow, EntryRow, ItemContext
from mingbai.kinds.disclosures.correcting import corrected, corrections, put_right
from mingbai.kinds.disclosures.correcting import standing as stands
from mingbai.kinds.disclosures.duties import Obligation, Quiet, Standing, State, lacking
from mingbai.kinds.disclosures.places import HOME, NOTICES, TITLE, TONES, about, address, empty, entry_address, entry_anchor, happening, shown
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.kinds.disclosures.sentences import deadline, offices, often, signed_by, signing, span, what
from mingbai.packs import Duty, Item, SignOff
from mingbai.packs import Standing as Firmness
from mingbai.pages import Crumb, Draft, Link, Toc
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, listed, of, say

_SHOWN = 20
"""How many of the newest records an item's page lists."""


def page(view: View, standing: Standing) -> Draft:
    """The page of an item."""
    item, books = standing.item, view.books
    community = books.the(Community)
    lede = _lede(view, standing) + _silence(view, standing)
    late = say(
        "到期没有公布的有 {n} 次：{list}{told}。",
        n=len(standing.missing),
        list=joined("、", (of(what(o)) for o in standing.missing[:3])),
        told="等" if len(standing.missing) > 3 else "",
    )
    bare = joined("、", dict.fromkeys(of(what(o)) for o in standing.obligations if empty(view, o)))
    unproved = say("{periods}登记了公布，台账里没有那一期的内容，也没有写“本期无”。", periods=bare) if bare else ""
    forms = [books.law.signoffs[f] for f in item.signoffs if f in books.law.signoffs]
    recent = standing.traces[::-1]
    links = tuple(
        Link(
            say("{year}年{month}月{day}日 {x}", year=t.day.year, month=t.day.month, day=t.day.day, x=happening(t, t.words or place.words)),
            place.address,
        )
        for t in recent[:_SHOWN]
        if (place := view.where(t.record))
    )
    context = ItemContext(
        lede,
        (late if standing.missing and kept(books) else "") + unproved,
        _deadlines(view, item),
        tuple(_otherwise(view, item)),
        _days(item),
        say("与原来的公布相同") if item.alike else _forms(books, item, forms),
        item.responsible or "",
        item.scope or say("本社区"),
        listed(item.elements),
        item.standing.zh,
        joined("；", item.sources),
        tuple(BasisRow(books.law.cite(b), _duty(view, b.act, b.article)) for b in item.clauses),
        (*(_quiet_row(q) for q in reversed(standing.quiet)), *(_duty_row(view, standing, o) for o in reversed(standing.obligations))),
        tuple(_entry_row(view, standing, e) for e in reversed(standing.entries)),
        links,
        max(0, len(standing.traces) - len(links)),
        _sources(view, standing),
        _from(view, item) + _by_notices(view, item),
        (community.phone if community else None) or "",
    )
    marks = (
        ("应当什么时候公布", "duties", standing.obligations or standing.quiet),
        ("已经公布的", "entries", standing.entries),
        ("台账里的内容", "evidence", links),
    )
    toc = tuple(Toc(words, id) for words, id, there in marks if there)
    return Draft(
        address(item),
        say("{id} {name}", id=item.id, name=item.name),
        lede,
        "disclosures/item.html",
        context,
        (Crumb(TITLE, HOME),),
        books.as_of,
        toc,
        tables=("disclosures", "disclosures-timeliness"),
    )


def _forms(books: Books, item: Item, forms: Sequence[SignOff]) -> str:
    """What signatures are asked for, and who gives them here."""
    asked = joined("；", (say(f.name) + ("" if f.id in item.ruled else _unsure(f.standing)) for f in forms))
    who = joined("、", offices(books, item))
    return say("{asked}：在本社区是{who}", asked=asked, who=who) if asked and who else asked


def _lede(view: View, standing: Standing) -> str:
    """What is published and how often, who signs before, when and where it was published last."""
    item, books = standing.item, view.books
    what_ = listed(item.elements) or say("“{name}”的情况", name=item.name)
    asked = say("公布的是{what}，{often}", what=what_, often=of(often(item)))
    who = joined("、", offices(books, item))
    signed = say("公布以前照原来的公布签字。") if item.alike else say("公布以前由{who}签字。", who=who) if who else ""
    first = say("{asked}；{signed}", asked=asked, signed=signed) if signed else say("{asked}。", asked=asked)
    told = sorted(stands(list(standing.entries), books.as_of), key=attrgetter("day")) or [
        o.published for o in standing.obligations if o.published is not None
    ]
    if not told:
        return first + say("还没有公布过。")
    last = told[-1]
    mended = corrections(last, standing.entries, books.as_of)
    since = say("{day}更正过。", day=spoken(mended[-1].day)) if mended else ""
    where = joined("、", last.channels) or say("公开栏")
    day = spoken(last.day)
    events = about(view, standing, last)
    of_what = _of_period(standing, last) or joined("、", events[:2])
    if last.nothing:
        return first + say("最近一次公布是{day}（{of_what}，写明“本期无”），在{where}能看到。", day=day, of_what=of_what, where=where) + since
    if not of_what:
        return first + say("最近一次公布是{day}，在{where}能看到。", day=day, where=where) + since
    more = "等" if len(events) > 2 else ""
    return first + say("最近一次公布是{day}（{of_what}{more}），在{where}能看到。", day=day, of_what=of_what, more=more, where=where) + since


def _of_period(standing: Standing, entry: Disclosure) -> str:
    """The period of a publication; where it was due at its beginning, its plan."""
    if entry.period is None:
        return ""
    first = corrected(entry, standing.entries) or entry
    met = next((o for o in standing.obligations if o.period == entry.period and o.published is not None and o.published.at_ == first.at_), None)
    return of(what(met)) if met is not None else of(entry.period.text)


def _from(view: View, item: Item) -> str:
    """From which amount upwards records of a ledger belong to it: 项目里，预算 50,000.00 元以上的才在这一项（待确认的默认值）。"""
    titles = {k.name: of(k.title) for k in view.kinds}
    told = ((titles.get(e.ledger, e.ledger), c.facet, view.books.law.standard(c.least)) for e in item.evidence for c in e.wanted if c.least)
    return joined(
        "",
        (
            say(
                "{ledger}里，{field} {amount} 元以上的才列在这一项{unsure}。",
                ledger=ledger,
                field=field,
                amount=grouped(one.amount),
                unsure=_unsure(one.standing),
            )
            for ledger, field, one in told
            if one is not None and one.amount is not None
        ),
    )


def _by_notices(view: View, item: Item) -> str:
    """That an item, or a part of it, has no register and is published by notices; empty where it is not."""
    words = joined("、", dict.fromkeys(w for e in item.evidence if e.ledger == NOTICES for c in e.wanted for w in c.words))
    if not words:
        return ""
    if all(e.ledger == NOTICES for e in item.evidence):
        return say("这一项没有单独的登记簿，用公示和通告公布，种类是“{words}”：贴出来的每一张都列在“台账里的内容”。", words=words)
    return say("有登记簿的照登记簿公布；没有的，用公示和通告公布，种类是“{words}”。", words=words)


def _sources(view: View, standing: Standing) -> tuple[Link, ...]:
    """The ledgers in which what is published stands, each with the page or the section that all its records share; without one where it holds none yet."""
    titles = {k.name: of(k.title) for k in view.kinds}
    found = {e.ledger: "" for e in standing.item.evidence}
    for ledger in found:
        pages = {
            place.address.partition("#")[0] for t in standing.traces if view.books.file(t.record).kind == ledger and (place := view.where(t.record))
        }
        found[ledger] = _above(view, pages) if pages else ""
    return tuple(Link(titles.get(ledger, ledger), path) for ledger, path in found.items())


def _above(view: View, pages: set[str]) -> str:
    """The page that these are, or the nearest above them all on which a record stands: the register of many assets; empty where they share no section."""
    parts = [page.split("/") for page in sorted(pages)]
    shared = [a for a, *others in zip(*parts, strict=False) if all(a == b for b in others)] if len(pages) > 1 else parts[0]
    known = {place.address.partition("#")[0] for place in view.places.values()}
    paths = ("/".join(shared[:n]) + "/" for n in range(len([p for p in shared if p]), 1, -1))
    return next((path for path in paths if path in known), f"{shared[0]}/" if shared and shared[0] else "")


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
    shown = say("公布不少于 {days} 天（公布当天不算）", days=item.days) + _unsure(item.board) if item.days else say("长期公布，有变化及时更新")
    if item.closed:
        shown = say("{shown}，并且挂到{words}", shown=shown, words=joined("、", item.closed.words))
    if not item.notice:
        return shown
    return say("{shown}；决定以前公示 {notice} 天", shown=shown, notice=item.notice) + _unsure(item.rests("notice").standing)


def _deadlines(view: View, item: Item) -> tuple[str, ...]:
    return tuple(of(deadline(d)) + _only(view, d) + _unsure(item.firmness(d)) for d in item.duties) + _sooner(item) or (say("有人要求时"),)


def _sooner(item: Item) -> tuple[str, ...]:
    """That what is announced before it is decided does not wait for the deadlines: a list of voters, a prior notice."""
    if not item.notice:
        return ()
    unsure = _unsure(item.rests("notice").standing)
    listed = any(e.ledger == "elections" for e in item.evidence)
    words = say("选民名单，投票 {days} 天以前", days=item.notice) if listed else say("先公示的，公示开始那天")
    return (words + unsure,)


def _otherwise(view: View, item: Item) -> Iterator[str]:
    """What was asked before the rule of today, what will be after it, and that nothing is any more: 到2026年9月30日为止：每季度结束后 15 天内."""
    every, today = versions(view.books, item.id), view.books.as_of
    if every and every[0].begins > (begins(view.books) or today):
        yield say("{day}起要求公布", day=spoken(every[0].begins))
    for version in every:
        who = joined("、", (of(one) for one in signing(view.books, version.item)))
        signed = say("公布以前签字：{who}", who=who) if who and version.item.signoffs != item.signoffs else ""
        rests = joined("、", (view.books.law.cite(b) for b in version.item.clauses if b not in item.clauses))
        asked = joined("；", filter(None, (*_deadlines(view, version.item), _days(version.item), signed, rests)))
        if version.item != item and version.ends < today:
            yield say("到{day}为止：{asked}", day=spoken(version.ends), asked=asked)
        elif version.item != item:
            yield say("从{day}起：{asked}", day=spoken(version.begins), asked=asked)
    if every and every[-1].ends < today:
        yield say("{day}以后不再要求公布", day=spoken(every[-1].ends))


def _only(view: View, duty: Duty) -> str:
    """Of which ledgers a deadline is, where it is not of all."""
    titles = {k.name: of(k.title) for k in view.kinds}
    return say("（只管{ledgers}）", ledgers=joined("、", (titles.get(one, one) for one in duty.ledgers))) if duty.ledgers else ""


def _unsure(standing: Firmness) -> str:
    """What stands beside a figure that is no more than a default."""
    return say("（待确认的默认值）") if standing is Firmness.DEFAULT else ""


def _duty(view: View, act: str, article: str) -> str:
    known = view.books.law.acts.get(act)
    return next((a.duty for a in known.articles if a.number == article), "") if known else ""


def _quiet_row(one: Quiet) -> DutyRow:
    day = one.published.day if one.published else None
    published = say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day) if day else ""
    return DutyRow(of(span(one)), "", "", published, one.state.value, TONES[one.state])


def _published(view: View, standing: Standing, entry: Disclosure | None) -> str:
    """The day of a publication, and of its last correction."""
    if entry is None:
        return ""
    if entry.corrects:
        return say("{day}（更正）", day=spoken(entry.day))
    mended = corrections(entry, standing.entries, view.books.as_of)
    return say("{day}（{mended}更正）", day=spoken(entry.day), mended=spoken(mended[-1].day)) if mended else spoken(entry.day)


def _duty_row(view: View, standing: Standing, one: Obligation) -> DutyRow:
    place = view.where(one.event.record) if one.event else None
    due = say("{year}年{month}月{day}日", year=one.due.day.year, month=one.due.day.month, day=one.due.day.day) + (
        "" if one.due.sure else say("（没有那一年的节假日安排，只按周末算）")
    )
    words = (
        of(what(one))
        if one.event is None
        else say(
            "{year}年{month}月{day}日 {event}",
            year=one.event.day.year,
            month=one.event.day.month,
            day=one.event.day.day,
            event=happening(one.event, one.event.words),
        )
    )
    return DutyRow(words, place.address if place else "", due, _published(view, standing, one.published), *shown(view, one))


def _entry_row(view: View, standing: Standing, entry: Disclosure) -> EntryRow:
    day = say("{year}年{month}月{day}日", year=entry.day.year, month=entry.day.month, day=entry.day.day)
    period = _of_period(standing, entry) or joined("、", about(view, standing, entry))
    words = put_right(entry.corrects) if entry.corrects else say("公布{x}{told}", x=period or "全文", told=say("：本期无") if entry.nothing else "")
    signatures = tuple(
        say("{office}（{month}月{day}日{told}）", office=s.office, month=s.day.month, day=s.day.day, told="，" + s.paper if s.paper else "")
        for s in entry.signatures
    )
    plan = say("{month}月{day}日提出", month=entry.plan.month, day=entry.plan.day) if entry.plan else _planless(view, standing.item, entry)
    missing = joined("、", lacking(view.books, standing.item, entry))
    first = corrected(entry, standing.entries)
    alone = first is None or (first.until is not None and first.until < entry.day)  # otherwise it hangs with what it corrects
    hangs = _hangs(view, standing, entry) if alone else ""
    return EntryRow(
        entry_anchor(entry),
        day,
        words,
        joined("、", entry.channels),
        plan,
        signatures,
        missing,
        hangs,
        entry.reason or "",
        view.notes(entry),
        tuple(
            Link(say("{day}更正了", day=spoken(e.day)), entry_address(standing.item, e))
            for e in corrections(entry, standing.entries, view.books.as_of)
        ),
        Link(say("{day}的公布", day=spoken(first.day)), entry_address(standing.item, first)) if first else None,
    )


def _planless(view: View, item: Item, entry: Disclosure) -> str:
    """That nobody wrote when the plan was put forward, where an act of the place gives the supervisors so many days from then on."""
    books = view.books
    days = books.law.standard("publication-review-days")
    if days is None or days.standing is Firmness.DEFAULT or entry.corrects:
        return ""
    community = books.the(Community)
    examining = {role for p in community.supervisors for role in p.roles} if community else set()
    asked = (s for form in item.signoffs if form in books.law.signoffs for s in books.law.signoffs[form].signers)
    return say("没有写哪天提出，看不出监督委员会是不是 {days} 天内审查的", days=days.count) if any(examining & set(s.offices) for s in asked) else ""


def _hangs(view: View, standing: Standing, entry: Disclosure) -> str:
    item = item_on(view.books, standing.item.id, entry.day) or standing.item
    it = clock(item, entry, standing.entries, view.books.as_of, standing.traces)
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
