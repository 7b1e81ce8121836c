"""What must be disclosed by when, and what has been: every item of the catalogue, period by period and event by event.

The catalogue says what, the ledgers say what happened, `disclosures/` says what was published; a state follows from the three.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from mingbai.books import Books, Trace
from mingbai.kinds.disclosures.binding import Version, begins, bound, item_on, kept, versions
from mingbai.kinds.disclosures.correcting import standing as stands
from mingbai.kinds.disclosures.evidence import concerns, evidence, latest
from mingbai.kinds.disclosures.offices import gives
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.packs import Basis, Duty, From, Item, Rhythm
from mingbai.packs import Standing as Firmness
from mingbai.values.counting import Due
from mingbai.values.periods import Period, since


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
        ahead: it is due before its rhythm would ask, because something waits for it: a vote, the end of a prior notice.
    """

    item: Item
    duty: Duty
    period: Period | None
    event: Trace | None
    due: Due
    published: Disclosure | None
    state: State
    ahead: bool = False

    @property
    def firmness(self) -> Firmness:
        """How firm its last day is: as the deadline, or as the days of prior notice."""
        return self.item.rests("notice").standing if self.ahead else self.item.firmness(self.duty)

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The clauses by which it is due on that day."""
        return self.item.rests("notice").basis if self.ahead else self.item.timing((self.duty,))


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
                        fits = (e for e in told if concerns(e, trace))
                        itself = trace.record if isinstance(trace.record, Disclosure) else None  # a correction is published with what it corrects
                        due = _due(books, duty, trace.day)
                        yield _made(books, item, duty, None, trace, due, itself or next(fits, None), latest(item, trace))
            elif duty.rhythm is not Rhythm.STANDING:
                for period, day in _periods(version, before, duty, first, books.as_of):
                    noticed = [t.starts for t in traces if t.starts and period.first <= t.day <= period.last < t.starts]
                    due, sooner = _due(books, duty, day), min(noticed, default=None)
                    yield _made(books, item, duty, period, None, due, _covering(told, period, item, duty), sooner)
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


def _made(
    books: Books,
    item: Item,
    duty: Duty,
    period: Period | None,
    event: Trace | None,
    due: Due,
    published: Disclosure | None,
    sooner: datetime.date | None = None,
) -> Obligation:
    """An obligation with its state; `sooner` is the day by which what waits for it wants it, if that comes first."""
    ahead = sooner is not None and sooner < due.day
    if sooner is not None and ahead:
        due = Due(sooner)  # counted backwards, or said by the notice itself: no day of rest moves it
    if published is not None and published.nothing and not published.signatures:
        published = None  # that there was nothing is a statement, and nobody has made it
    if published is None:  # where no register of publications is kept nobody can say that it was not
        state = State.PENDING if books.as_of <= due.day else State.MISSING if kept(books) else State.UNRECORDED
    elif published.day > due.day:
        state = State.LATE
    else:
        state = State.NOTHING if published.nothing else State.ON_TIME
    return Obligation(item, duty, period, event, due, published, state, ahead)


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
    wanted = (signer for form in (forms(books, asked, entry.objects) if asked else ()) if form in known for signer in known[form].signers)
    return tuple(dict.fromkeys(signer.task for signer in wanted if not any(gives(books, s, signer.offices) for s in entry.signatures)))
