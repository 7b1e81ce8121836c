"""Wishes → sheets: what hangs on the board, in words, from the same view of the books as the pages of the site."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from mingbai.books import Trace
from mingbai.kind import View
from mingbai.kinds.community.records import Community, CommunityKind
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.duties import forms
from mingbai.kinds.disclosures.evidence import course
from mingbai.kinds.disclosures.places import HOME
from mingbai.kinds.disclosures.places import address as item_address
from mingbai.kinds.notices.records import Notice
from mingbai.packs import Area, Standing
from mingbai.printing import board, ledes, listing
from mingbai.printing.board import NameList
from mingbai.printing.wishes import Wish
from mingbai.sheets import Asked, Part, Prose, Sheet, Signer
from mingbai.values.counting import kept_up
from mingbai.values.days import spoken

_AFFAIRS = {
    CommunityKind.URBAN: "居务公开",
    CommunityKind.CONVERTED: "居务公开",
    CommunityKind.VILLAGE: "村务公开",
    CommunityKind.COLLECTIVE: "社务公开",
}
_SORTS = {Area.PARTY: "党务公开", Area.FINANCE: "财务公开"}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')
_LONGEST_NAME = 60
_REMINDED = 12
"""At most so many 提醒 stand on a notice; the page has all."""


def sheet(view: View, wish: Wish, lists: Sequence[NameList], day: datetime.date) -> Sheet:
    """The notice as it hangs from `day`, or from the day the register says it was put up."""
    community = view.books.the(Community)
    assert community is not None
    asked = {kind: _asked(view, wish, kind) for kind in {e.ledger for e in wish.item.evidence}}
    told = [words for kind in view.kinds if kind.name in asked and not kind.sets for words in ledes.told(view, kind, asked[kind.name].traces)]
    parts = [p for kind in view.kinds if kind.name in asked for p in listing.parts(view, kind, asked[kind.name])]
    named = [board.grid(one) for one in lists if _belongs(one, wish)]
    empty = not parts and not named
    attached = empty and wish.published is not None and not wish.published.nothing  # published on paper that no ledger holds
    started, time = _hanging(view, wish, day)
    path = _address(view, wish)
    web = f"{community.web.rstrip('/')}/" if community.web else ""
    shown = f"{web}{path.partition('#')[0]}" if web else ""
    return Sheet(
        name=_name(wish),
        community=community.name,
        sort=_SORTS.get(wish.item.area, _AFFAIRS[community.kind]),
        title=_title(wish),
        subtitle=_subtitle(wish),
        lead=_lead(view, wish, nothing=empty and not attached),
        parts=(*parts, *named, *_reminders(view, asked.values()), *([Prose("", ("内容附后。",))] if attached else [])),
        facts=tuple((label, words) for label, words in (*_facts(view, community, wish, time), ("网页", shown)) if words),
        signers=tuple(_signers(view, wish)),
        seal=community.name,
        address=_for_phones(f"{web}{path}") if web else "",
        shown=shown,
        day=started,
        fictitious=community.fictitious,
        board=bool(named),
        empty=empty,
        told=tuple(told),
    )


def _asked(view: View, wish: Wish, kind: str) -> Asked:
    """What a kind of ledger is asked for: its records of the time of the wish."""
    books, period = view.books, wish.period
    every = tuple(t for t in wish.standing.traces if books.file(t.record).kind == kind and t.day <= (period.last if period else books.as_of))
    evidence = tuple(e for e in wish.item.evidence if e.ledger == kind and not e.course)
    if period is not None:
        went_on = {t.record.at_ for t in course(books, wish.item) if period.first <= t.day <= period.last}  # decided before, carried out in it
        within = tuple(t for t in every if period.first <= t.day or wish.plan or t.record.at_ in went_on)
        return Asked(wish.item, period.first, period.last, period=True, traces=within, so_far=every, evidence=evidence)
    if wish.events:
        day = wish.events[0].day
        events = tuple(t for t in wish.events if books.file(t.record).kind == kind)
        return Asked(wish.item, day, day, period=False, traces=events, so_far=events, evidence=evidence)
    return Asked(wish.item, datetime.date.min, books.as_of, period=False, traces=every, so_far=every, evidence=evidence)


def _belongs(one: NameList, wish: Wish) -> bool:
    if one.item not in {i.id for i in wish.items}:
        return False
    if one.about:
        ids = {t.id for t in wish.events} or {t.id for t in wish.standing.traces if wish.period and wish.period.first <= t.day <= wish.period.last}
        return bool(ids & set(one.about))
    return one.period is None or one.period == wish.period


def _name(wish: Wish) -> str:
    words = _NOT_IN_NAMES.sub("", _title(wish))
    return "-".join(part for part in (wish.item.id, wish.name, words) if part)[:_LONGEST_NAME]


def _title(wish: Wish) -> str:
    return f"{wish.item.name}等{len(wish.items)}项" if wish.others else wish.item.name


def _subtitle(wish: Wish) -> str:
    if wish.period is not None:
        return f"{wish.period.text.zh}{'计划' if wish.plan else ''}"
    if wish.events:
        words = wish.events[0].words if len(wish.events) == 1 else f"{len(wish.events)} 项"
        return f"{spoken(wish.events[0].day)}　{words}".rstrip()
    return ""


def _lead(view: View, wish: Wish, *, nothing: bool) -> str:
    """现将……公布如下, and by which clause; that there was nothing only where that was signed, else that the ledgers hold nothing, for whoever signs to confirm."""
    of = f"{wish.period.text.zh}" if wish.period else ""
    basis = wish.item.basis[0] if wish.item.basis else None
    by = f"依照{view.books.law.cite(basis)}，" if basis else ""
    names = "、".join(f"“{i.name}”" for i in wish.items)
    if nothing:
        time = of or "到现在"
        if wish.published is not None and wish.published.nothing:
            return f"{by}现公布：{time}没有{names}这类事项。"
        last = next((t for t in reversed(wish.standing.traces) if t.day <= view.books.as_of), None)
        newest = f"（台账里最近的一条是{spoken(last.day)}的{f'“{last.words}”' if last.words else '登记'}）" if last else ""
        return f"{by}现公布：台账里没有登记{time}的{names}{newest}。确实没有这类事的，签字确认以后张贴。"
    if len(wish.events) == 1 and wish.events[0].words:
        return f"{by}现将“{wish.events[0].words}”的有关情况公布如下。"
    if wish.others:
        return f"{by}现将{of}{names}一并公布如下。"
    return f"{by}现将{of}{wish.item.name}{'（计划）' if wish.plan else ''}公布如下。"


def _hanging(view: View, wish: Wish, day: datetime.date) -> tuple[datetime.date, str]:
    """From which day it hangs, and the time on the board in words."""
    entry, item = wish.published, wish.item
    started = clock(item, entry, wish.standing.entries, view.books.as_of, wish.standing.traces).started if entry is not None else day
    if item.days is None:
        return started, f"{spoken(started)}起，长期公布"
    last = kept_up(started, item.days) - datetime.timedelta(days=1)
    doubt = "；天数是待确认的默认值" if item.board is Standing.DEFAULT else ""
    return started, f"{spoken(started)}至{spoken(last)}（不少于 {item.days} 天，公布当天不算{doubt}）"


def _bare(clause: str) -> str:
    """A clause without the version of its act: 社会救助法（2026）第四十五条 is 社会救助法第四十五条."""
    return re.sub(r"（[^）]*）|[《》]", "", clause)


def _facts(view: View, community: Community, wish: Wish, time: str) -> Iterator[tuple[str, str]]:
    law, item = view.books.law, wish.item
    doubt = "（待确认的默认值）" if item.standing is Standing.DEFAULT else ""
    own = [law.cite(b) for i in wish.items for b in i.basis]
    beside = dict.fromkeys(cited for i in wish.items for b in i.clauses if (cited := law.cite(b)) not in own)
    basis = "；".join(dict.fromkeys(own)) or "；".join(item.sources)
    prior = next((t.record for t in wish.events if isinstance(t.record, Notice) and t.record.prior), None)
    if isinstance(prior, Notice):
        said = {_bare(words) for words in own}
        basis = "；".join((*(words for words in prior.basis if _bare(words) not in said), *([basis] if basis else [])))
        if prior.end is not None:
            yield "公示时间", f"{spoken(prior.start)}至{spoken(prior.end)}"
    yield "依据", "；".join(filter(None, (basis and basis + doubt, *beside)))
    yield "公布时间", time
    yield "有异议", (isinstance(prior, Notice) and prior.channel) or _objecting(view, community)
    yield "承办", _handler(wish) or item.responsible or ""
    yield "数据", f"以{spoken(view.books.as_of)}的台账为准"


def _handler(wish: Wish) -> str:
    """Who handled what is told, as the notices themselves name it, as their pages do: else the office the catalogue names."""
    period = wish.period
    within = wish.events or (tuple(t for t in wish.standing.traces if period.first <= t.day <= period.last) if period else ())
    named = (t.record.handler for t in within if isinstance(t.record, Notice) and t.record.handler)
    return "、".join(dict.fromkeys(named))


def _objecting(view: View, community: Community) -> str:
    """Whom to see or ring, and by when there is an answer."""
    ways = [_way(c.name, c.words, c.phone) for c in community.channels]
    if not ways:
        ways = [f"电话 {community.phone}"] if community.phone else []
        ways += [f"到{community.address}"] if community.address else []
        ways += [f"办公时间 {community.hours}"] if community.hours and ways else []
    standard = view.books.law.standard("objection-days")
    answered = f"{standard.count} 日内答复" if standard is not None and standard.count is not None else ""
    doubt = "（待确认的默认值）" if standard is not None and standard.standing is Standing.DEFAULT else ""
    return "；".join([*ways, *([answered + doubt] if answered and ways else [])])


def _way(name: str, words: str | None, phone: str | None) -> str:
    said = " ".join(part for part in (words, phone) if part)
    return f"{name}：{said}" if said else name


def _signers(view: View, wish: Wish) -> Iterator[Signer]:
    """The lines to sign on that the item's forms of sign-off ask for: an office signs once, for all its tasks."""
    known = view.books.law.signoffs
    asked = forms(view.books, wish.item, [t.id for t in wish.events])
    found = {s.task: s for form in asked if form in known for s in known[form].signers}
    tasks: dict[str, list[str]] = {}
    for signer in found.values():
        tasks.setdefault(_held(view, signer.offices), []).append(signer.task)
    for office, signs in tasks.items():
        yield Signer("、".join(signs), office)


def _held(view: View, offices: Sequence[str]) -> str:
    """The first of the offices that somebody here holds, else the first of all: a line has room for one."""
    community = view.books.the(Community)
    people = (*community.people, *community.supervisors) if community else ()
    roles = {role for p in people for role in p.roles}
    return next((o for o in offices if o in roles), offices[0])


def _address(view: View, wish: Wish) -> str:
    """The page of what happened where the notice is about one thing that has a page, else the item's."""
    if len(wish.events) == 1 and (place := view.where(wish.events[0].record)):
        return place.address
    return HOME if wish.others else item_address(wish.item)


def _for_phones(address: str) -> str:
    """The address behind the code: it opens in large print."""
    page, mark, fragment = address.partition("#")
    return f"{page}?elder=1{mark}{fragment}"


def _reminders(view: View, asked: Iterable[Asked]) -> Iterator[Part]:
    """提醒 that stand beside these records on the site stand here as well."""
    every = [t for one in asked for t in one.traces]
    said = list(dict.fromkeys(line for t in every for line in _reminded(view, t)))
    if said:
        more = (f"另有 {len(said) - _REMINDED} 处，见网页。",) if len(said) > _REMINDED else ()
        yield Prose("提醒", (*said[:_REMINDED], *more))


def _reminded(view: View, trace: Trace) -> Iterator[str]:
    return (f"{trace.words}：{note.message}" for note in view.notes(trace.record))
