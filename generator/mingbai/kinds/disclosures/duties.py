"""What must be disclosed by when, and what has been: every item of the catalogue, period by period and event by event.

The catalogue says what, the ledgers say what happened, `disclosures/` says what was published; a state follows from the three.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from mingbai.books import Books, Trace
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.binding import Version, begins, bound, item_on, kept, versions
from mingbai.kinds.disclosures.correcting import corrections
from mingbai.kinds.disclosures.correcting import standing as stands
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.packs import Duty, Evidence, From, Item, Rhythm, Wanted
from mingbai.values.counting import Due, kept_up
from mingbai.values.money import fen
from mingbai.values.periods import Period, since

_NOTHING: frozenset[str] = frozenset()


class State(enum.Enum):
    """How an item stands for one period or event, in the words of the page."""

    ON_TIME = "按时"
    LATE = "晚公布"
    NOTHING = "本期无"
    PENDING = "未到期"
    MISSING = "没有公布"
    UNRECORDED = "没有登记"

    @property
    def english(self) -> str:
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class Obligation:
    """One item for one period, one event, or for good.

    Attributes:
        item, duty: what the catalogue asks.
        period: None where it is an event's or stands for good.
        event: what happened, None where it returns with the calendar.
        due: the last day in time.
        published: the first publication that fulfils it, as it stands after its corrections; None where there is none by the day the books are read.
    """

    item: Item
    duty: Duty
    period: Period | None
    event: Trace | None
    due: Due
    published: Disclosure | None
    state: State


@dataclass(frozen=True, slots=True)
class Quiet:
    """What stands where the ledgers hold nothing that asks for a publication: a signed statement, or that nobody has made one.

    Attributes:
        state: NOTHING where somebody signed that there was nothing, UNRECORDED where the ledgers hold nothing and nobody signed.
        since: from which day on; period: that of the statement, None where there is none.
        published: the statement; None where there is none.
    """

    state: State
    since: datetime.date
    period: Period | None
    published: Disclosure | None


@dataclass(frozen=True, slots=True)
class Standing:
    """An item as it binds this community: its obligations by the day they are due, what was published, and what the ledgers hold.

    Whatever binds has at least one state: where there are no obligations, `quiet` says why.
    """

    item: Item
    obligations: tuple[Obligation, ...]
    entries: tuple[Disclosure, ...]
    traces: tuple[Trace, ...]
    quiet: tuple[Quiet, ...] = ()

    @property
    def states(self) -> tuple[State, ...]:
        """The states it has, one for each obligation and each thing said in place of one; never empty."""
        return (*(o.state for o in self.obligations), *(q.state for q in self.quiet))

    def count(self, state: State) -> int:
        """How often it has a state."""
        return self.states.count(state)

    @property
    def missing(self) -> tuple[Obligation, ...]:
        return tuple(o for o in self.obligations if o.state is State.MISSING)

    @property
    def next(self) -> Obligation | None:
        """What is due next."""
        return next((o for o in self.obligations if o.state is State.PENDING), None)


def standings(books: Books) -> tuple[Standing, ...]:
    """Every item that binds, with its state; empty where nobody knows from when."""
    first = begins(books)
    if first is None:
        return ()
    entries = [e for f in books.of(DisclosureFile) if f.record for e in f.record.entries]
    return tuple(_standing(books, item, first, [e for e in entries if e.item == item.id]) for item in books.derived(bound))


def evidence(books: Books, item: Item) -> tuple[Trace, ...]:
    """What the ledgers hold of what an item is about, by day; of an item that binds certain bodies only what lies in their books."""
    known = books.derived(_known)
    if id(item) not in known:  # asked for its states and for its signatures; an item stood otherwise at other times
        known[id(item)] = item, _evidence(books, item)
    return known[id(item)][1]


def _known(books: Books) -> dict[int, tuple[Item, tuple[Trace, ...]]]:
    return {}


def _evidence(books: Books, item: Item) -> tuple[Trace, ...]:
    ours = books.derived(_bodies)

    def of_its_book(trace: Trace) -> bool:
        body = ours.get(books.file(trace.record).id.partition("/")[0])
        return body is None or not item.books or any(word in body for word in item.books)

    found = {
        (t.record.at_, t.id): t
        for wanted in item.evidence
        for t in _meeting(books.traces(wanted.ledger), wanted)
        if _reaches(books, t, wanted) and of_its_book(t)
    }
    return tuple(sorted(found.values(), key=attrgetter("day", "id")))


def within(item: Item, traces: Iterable[Trace], period: Period) -> Iterator[Trace]:
    """What happened in a period; of an item that tells what there is also what came before and stood in it."""
    stock = any(wanted.stock for wanted in item.evidence)
    return (t for t in traces if t.day <= period.last and (t.until if stock and t.until else t.day) >= period.first)


def shared(books: Books) -> frozenset[str]:
    """The items whose evidence proves others of this community as well: that a line is there does not say for which of them."""
    proofs: dict[str, list[str]] = {}
    for item in books.derived(bound):
        if item.evidence:
            said = repr([(e.ledger, e.stock, [(c.facet, c.words, c.without, c.least) for c in e.wanted]) for e in item.evidence])
            proofs.setdefault(said, []).append(item.id)
    return frozenset(id for ids in proofs.values() if len(ids) > 1 for id in ids)


def _bodies(books: Books) -> dict[str, str]:
    """Whose each book is, by the book's id."""
    community = books.the(Community)
    return {b.id: b.body for b in community.books} if community else {}


def _meeting(traces: Iterable[Trace], wanted: Evidence) -> Iterator[Trace]:
    """Those of which every named facet holds one of the words, as part of it (“集体” in “集体经济组织”), and none of those that are excepted."""
    asked = [(c.facet, _answer(c)) for c in wanted.wanted if c.words or c.without]
    return (t for t in traces if all(holds(t.facets.get(facet, _NOTHING)) for facet, holds in asked))


def _answer(c: Wanted) -> Callable[[frozenset[str]], bool]:
    """Whether what a facet holds meets a condition; thousands of lines hold the same."""

    def within(held: frozenset[str], words: Iterable[str]) -> bool:
        return any(word in one for one in held for word in words)

    return cache(lambda held: (not c.words or within(held, c.words)) and not within(held, c.without))


def _reaches(books: Books, trace: Trace, wanted: Evidence) -> bool:
    """Whether every amount that is asked for comes to that of its standard; a standard without an amount asks for nothing."""
    for c in wanted.wanted:
        if c.least is not None:
            standard = books.law.standard(c.least)
            least = standard.amount if standard else None
            if least is None or not any(fen(held) >= least for held in trace.facets.get(c.facet, ())):
                return False
    return True


def _standing(books: Books, item: Item, first: datetime.date, entries: list[Disclosure]) -> Standing:
    traces = evidence(books, item)
    told = sorted((e for e in entries if e.day <= books.as_of), key=attrgetter("day"))
    original = sorted(stands(told, books.as_of), key=attrgetter("day"))
    found = list(_asked(books, versions(books, item.id), first, traces, original))
    found.sort(key=lambda o: (o.due.day, str(o.period or ""), o.event.id if o.event else ""))
    coming = min((v.begins for v in versions(books, item.id)), default=first)
    quiet = tuple(_quiet(item, max(first, coming), books.as_of, original, bool(found)))
    return Standing(item, tuple(found), tuple(sorted(entries, key=attrgetter("day"))), traces, quiet)


def _quiet(item: Item, first: datetime.date, as_of: datetime.date, told: list[Disclosure], asked: bool) -> Iterator[Quiet]:
    """What was signed to be nothing of an item that no calendar asks for; and that nobody signed, where it has no obligation and months are left over."""
    if first > as_of:
        yield Quiet(State.PENDING, first, None, None)  # asked only from then on
        return
    if any(d.rhythm.months for d in item.duties):
        if not asked:  # a plan for a year that had begun before anybody kept the catalogue
            yield Quiet(State.PENDING, first, None, None)
        return
    signed = [e for e in told if e.nothing and e.signatures and e.period is not None and e.day > e.period.last]
    yield from (Quiet(State.NOTHING, e.period.first, e.period, e) for e in signed if e.period is not None)
    if asked:
        return
    over = [m for m in since(first, 1, as_of) if m.last <= as_of]
    left = [m for m in over if not any(e.period is not None and e.period.holds(m) for e in signed)]
    if not item.duties and (shown := [e for e in told if not e.nothing]):
        yield from (Quiet(State.ON_TIME, e.day, e.period, e) for e in shown)  # on demand: nothing says by when
    elif left or not signed:
        yield Quiet(State.UNRECORDED, left[0].first if left and signed else first, None, None)


def _asked(
    books: Books, versions: tuple[Version, ...], first: datetime.date, traces: tuple[Trace, ...], told: list[Disclosure]
) -> Iterator[Obligation]:
    """What an item asks for: by the deadlines of the day a period ends or begins, or something happens; for good from the day that is first asked."""
    lasting = next(((v, d) for v in versions for d in v.item.duties if d.rhythm is Rhythm.STANDING), None)
    start = max(first, versions[0].begins) if versions else first
    if lasting is not None and (since_ := max(first, lasting[0].begins)) <= books.as_of:
        yield _made(books, lasting[0].item, lasting[1], None, None, _due(books, lasting[1], since_), next(iter(told), None))
    before: Version | None = None
    for version in versions:
        item = version.item
        always = any(d.rhythm is Rhythm.STANDING for d in item.duties)
        for duty in item.duties:
            if duty.rhythm is Rhythm.EVENT:
                for trace in traces:
                    new = start < trace.day if always else start <= trace.day
                    if new and version.holds(trace.day) and trace.day <= books.as_of and _of(books, duty, trace):
                        fits = (e for e in told if _about(e, trace))
                        itself = trace.record if isinstance(trace.record, Disclosure) else None  # a correction is published with what it corrects
                        yield _made(books, item, duty, None, trace, _due(books, duty, trace.day), itself or next(fits, None))
            elif duty.rhythm is not Rhythm.STANDING:
                for period, day in _periods(version, before, duty, first, books.as_of):
                    yield _made(books, item, duty, period, None, _due(books, duty, day), _covering(told, period, item, duty))
        before = version


def _periods(
    version: Version, before: Version | None, duty: Duty, first: datetime.date, as_of: datetime.date
) -> Iterator[tuple[Period, datetime.date]]:
    """The periods for which a deadline holds, each with the day from which its days count."""
    for period in since(first, duty.rhythm.months, as_of):
        day = period.first if duty.counted is From.BEGINNING else period.last
        if duty.counted is From.BEGINNING and day < first:
            continue  # a plan for a period that had begun before anybody kept the catalogue
        if version.holds(day):
            yield period, day
        elif before is not None and _left_over(version, before, duty, period):
            yield period, version.begins


def _left_over(version: Version, before: Version, duty: Duty, period: Period) -> bool:
    """Whether a period ended before this version began, inside a longer one that the version before would have asked for and no longer could.

    From August on every month in place of every quarter: then July is asked for as well, its days counted from the day the rule took effect.
    """
    eve = version.begins - datetime.timedelta(1)
    if duty.counted is From.BEGINNING or before.ends != eve or period.last > eve:
        return False
    gone = (d for d in before.item.duties if d.rhythm.months > duty.rhythm.months and d.counted is From.END and d not in version.item.duties)
    longer = (Period.of(eve, d.rhythm.months) for d in gone)
    return any(one.last > eve and one.first <= period.first for one in longer)


def _of(books: Books, duty: Duty, trace: Trace) -> bool:
    """Whether a deadline is for events of the ledger in which this one stands."""
    return not duty.ledgers or books.file(trace.record).kind in duty.ledgers


def _due(books: Books, duty: Duty, start: datetime.date) -> Due:
    calendar = books.law.calendar
    return calendar.within_working(start, duty.within) if duty.working else calendar.within(start, duty.within)


def _about(entry: Disclosure, trace: Trace) -> bool:
    """Whether a publication is about an event: by its number, else by its period; never before it happened."""
    if entry.nothing or entry.day < trace.day:
        return False
    if entry.objects:
        return trace.id in entry.objects
    return entry.period is None or entry.period.first <= trace.day <= entry.period.last


def _covering(told: list[Disclosure], period: Period, item: Item, duty: Duty) -> Disclosure | None:
    """The publication with which a period is covered: of the whole period, the last of several that together make it up, or one of a longer period.

    Shorter periods that the item asks for besides (the half-years of a yearly outturn) are duties of their own and make up nothing; nor is a plan made of parts.
    """
    after = period.first if duty.counted is From.BEGINNING else period.last
    whole = next((e for e in told if e.period == period and (e.day > after or duty.counted is From.BEGINNING)), None)
    if whole is not None:
        return whole
    besides = {d.rhythm.months for d in item.duties if d.rhythm is not duty.rhythm}
    inside = [e for e in reversed(told) if e.period is not None and not e.objects and e.period != period and period.holds(e.period)]
    parts = {e.period: e for e in inside if e.period is not None and e.period.months not in besides and duty.counted is From.END}
    if sum(p.months for p in parts) == period.months:
        return max(parts.values(), key=attrgetter("day"))
    if duty.counted is From.BEGINNING:
        return None
    asked = {d.rhythm.months for d in item.duties}  # a longer one that nobody asks for tells what happened in this one too, late as it is
    longer = (e for e in told if e.period is not None and not e.objects and e.period.months not in asked and e.period.holds(period))
    return next((e for e in longer if e.period is not None and e.day > e.period.last), None)


def _made(books: Books, item: Item, duty: Duty, period: Period | None, event: Trace | None, due: Due, published: Disclosure | None) -> Obligation:
    if published is not None and published.nothing and not published.signatures:
        published = None  # that there was nothing is a statement, and nobody has made it
    if published is None:  # where no register of publications is kept nobody can say that it was not
        state = State.PENDING if books.as_of <= due.day else State.MISSING if kept(books) else State.UNRECORDED
    elif published.day > due.day:
        state = State.LATE
    else:
        state = State.NOTHING if published.nothing else State.ON_TIME
    return Obligation(item, duty, period, event, due, published, state)


@dataclass(frozen=True, slots=True)
class Clock:
    """How long something hangs: from its publication, or its last correction, for at least so many days.

    `until` is the first day on which it may be taken down; None where it stays for good. `open`: what it is about is not settled, and it hangs until then.
    """

    started: datetime.date
    until: datetime.date | None
    corrected: bool
    open: bool = False


def clock(item: Item, entry: Disclosure, entries: tuple[Disclosure, ...], as_of: datetime.date, traces: tuple[Trace, ...] = ()) -> Clock:
    """The time on the board of a publication; a correction starts it anew while it hangs (urban law arts. 34–35, village law art. 35).

    What was taken down before it was put right is judged by its own days: the correction hangs as a publication of its own.
    `traces` are what the ledgers hold of the item: what is published until it is settled stays until then.
    """
    mended = [e.day for e in corrections(entry, entries, as_of) if entry.until is None or e.day <= entry.until]
    started = max([entry.day, *mended])
    if item.days is None:
        return Clock(started, None, bool(mended))
    settled = _settled(item, entry, traces, as_of)
    ended = [day for day in settled.values() if day is not None]
    return Clock(started, max([kept_up(started, item.days), *ended]), bool(mended), len(ended) < len(settled))


def _settled(item: Item, entry: Disclosure, traces: tuple[Trace, ...], as_of: datetime.date) -> dict[int, datetime.date | None]:
    """Of an item that is published until something is settled: by the record of each matter this publication is about, the day it was; None: not yet."""
    if item.closed is None:
        return {}
    wanted = Evidence.model_construct(wanted=(item.closed,))
    meeting = [*_meeting(traces, wanted)]
    ends, theirs = {t.record.at_: t.day for t in meeting if t.day <= as_of}, {id(t) for t in meeting}
    return {t.record.at_: ends.get(t.record.at_) for t in traces if id(t) not in theirs and _about(entry, t)}


def forms(books: Books, item: Item, ids: Iterable[str] = ()) -> tuple[str, ...]:
    """The forms of sign-off that a publication about these events asks for: a correction's are those of the items that what it corrects was published under."""
    if not item.alike:
        return item.signoffs
    about, held = frozenset(ids), books.derived(_proved)
    original = [form for other in books.derived(bound) if other.id != item.id and about & held[other.id] for form in other.signoffs]
    return tuple(dict.fromkeys(original)) or item.signoffs


def _proved(books: Books) -> dict[str, frozenset[str]]:
    """By item: the ids of what the ledgers hold of it."""
    return {item.id: frozenset(t.id for t in evidence(books, item)) for item in books.derived(bound)}


def lacking(books: Books, item: Item, entry: Disclosure) -> tuple[str, ...]:
    """The signatures that were asked for on the day of a publication and that it does not bear, by what they stand for; none where nothing asked for it yet."""
    asked, known = item_on(books, item.id, entry.day), books.law.on(entry.day).signoffs
    offices = {s.office for s in entry.signatures}
    wanted = (signer for form in (forms(books, asked, entry.objects) if asked else ()) if form in known for signer in known[form].signers)
    return tuple(dict.fromkeys(signer.task for signer in wanted if not offices & set(signer.offices)))
