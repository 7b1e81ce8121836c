"""DUE: publications fit the catalogue and the ledgers; what was due has been published, in time, signed, long enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures import codes
from mingbai.kinds.disclosures.binding import bound, ever, item_on, kept, versions
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.correcting import corrected, named
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, forms, lacking, standings
from mingbai.kinds.disclosures.evidence import course, evidence, shared, told_before, within
from mingbai.kinds.disclosures.proving import hollow
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.kinds.disclosures.sentences import doubtful, rhythm, signing, waits, what
from mingbai.packs import From, Item, Rhythm, cites, unsure
from mingbai.packs import Standing as Firmness
from mingbai.values.text import Text

_BOARD = "公开栏"
_NAMED = 4
"""How many of the missing periods a message names."""


def _entries(books: Books) -> Iterator[tuple[Filed[DisclosureFile], Disclosure, Item]]:
    """Publications of items of the catalogue; an unknown item is told as a broken reference."""
    ours = {i.id: i for i in books.derived(bound)}
    for filed in books.of(DisclosureFile):
        for entry in filed.record.entries if filed.record else ():
            item = ours.get(entry.item) or books.law.every.items.get(entry.item)
            if item is not None:
                yield filed, entry, item


@rule(codes.NOT_OURS, codes.PERIOD, codes.TOO_SELDOM, codes.TOO_EARLY)
def a_publication_fits_its_item(books: Books) -> Iterator[Diagnostic]:
    """It is of an item that binds the community, for a period such as the item asks for, or asked for when it was, and not before that is over."""
    if books.the(Community) is None:
        return  # whose catalogue it is cannot be told while community.yml is not read
    ours = ever(books)
    for _, entry, item in _entries(books):
        if item.id not in ours:
            yield codes.NOT_OURS.at(books.place(entry, "item"), item=item.id, name=_name(item), binds="、".join(item.binds))
            continue
        asked = _asked_then(books, item, entry)
        if not any(_fits(one, entry) for one in asked):
            typed = entry.period.text if entry.period else Text("没有期间", "no period")
            words = rhythm(item)
            place = books.place(entry, "period" if entry.period else "item")
            basis = books.law.basis(cites(item.timing(item.duties))) or None
            said: dict[str, Any] = {"basis": basis, "item": item.id, "name": _name(item), "rhythm": words.zh, "rhythm_en": words.en, "typed": typed}
            longer = entry.period is not None and any(d.rhythm.months for one in asked for d in one.duties)
            yield (codes.TOO_SELDOM if longer else codes.PERIOD).at(place, **said)  # what was published was published: only the rhythm is wrong
        if entry.period is not None and entry.day <= entry.period.last and not _ahead(item, entry):
            yield codes.TOO_EARLY.at(books.place(entry, "day"), period=entry.period.text, last=entry.period.last, day=entry.day)


@rule(codes.IN_PART)
def parts_make_up_their_period(books: Books) -> Iterator[Diagnostic]:
    """What is published of a part of a period counts with the other parts; where they are lacking it is told, once the whole has not been published in time."""
    for standing in books.derived(standings) if kept(books) else ():
        item, used = standing.item, {o.published.at_ for o in standing.obligations if o.published is not None}
        for entry in standing.entries:
            if entry.period is None or entry.objects or entry.corrects is not None or entry.at_ in used or entry.day > books.as_of:
                continue
            longer = (o for o in standing.missing if o.period is not None and o.period != entry.period and o.period.holds(entry.period))
            if (one := next(longer, None)) is not None and one.period is not None:
                words = rhythm(item)
                said: dict[str, Any] = {"item": item.id, "name": _name(item), "rhythm": words.zh, "rhythm_en": words.en, "whole": one.period.text}
                place = books.place(entry, "period")
                yield codes.IN_PART.at(place, record=entry.at_, basis=cites(one.basis) or None, typed=entry.period.text, **said)


def _asked_then(books: Books, item: Item, entry: Disclosure) -> tuple[Item, ...]:
    """The item as it stood at some time from the beginning of the period to the publication; as it stands now where it asked nothing yet."""
    begun = min(entry.period.first, entry.day) if entry.period else entry.day
    return tuple(v.item for v in versions(books, item.id) if v.begins <= entry.day and begun <= v.ends) or (item,)


def _fits(item: Item, entry: Disclosure) -> bool:
    if entry.period is None:
        return not item.duties or any(not d.rhythm.months for d in item.duties)
    if not item.duties or any(d.rhythm is Rhythm.EVENT for d in item.duties):
        return True
    return any(entry.period.months <= d.rhythm.months for d in item.duties)


def _ahead(item: Item, entry: Disclosure) -> bool:
    """Whether a period may be published before its end: it is a plan, or of events inside it, named where a calendar asks for the period too."""
    if entry.period is not None and any(d.counted is From.BEGINNING and d.rhythm.months == entry.period.months for d in item.duties):
        return True
    return not entry.nothing and (bool(entry.objects) or not any(d.rhythm.months for d in item.duties))


@rule(codes.NOT_NOTHING, codes.NO_OBJECT)
def a_publication_agrees_with_the_ledgers(books: Books) -> Iterator[Diagnostic]:
    """“Nothing this period” holds where the ledgers hold nothing, nor anything of how it was carried out; what it is about stands in the ledgers.

    Where one sort of evidence proves several items (nine sorts of income of a collective), it contradicts none of them alone.
    """
    if not kept(books):
        return
    known, vague = {s.item.id: s for s in standings(books)}, shared(books)
    broken = {f.kind for f in books.filed if f.record is None}  # what such a file holds is not known
    for _, entry, item in _entries(books):
        standing = known.get(item.id)
        if standing is None:
            continue
        if entry.nothing and entry.period is not None and item.id not in vague:
            inside = [*within(item, standing.traces, entry.period), *within(item, course(books, item), entry.period)]
            if inside:
                first = inside[0]
                place = books.place(entry, "nothing")
                yield codes.NOT_NOTHING.at(place, period=entry.period.text, count=len(inside), day=first.day, words=first.words)
        ids = {t.id for t in standing.traces}
        unread = {w.ledger for w in item.evidence} & broken
        for n, one in enumerate(entry.objects):
            if one not in ids and item.evidence and not unread:
                yield codes.NO_OBJECT.at(books.place(entry, "objects", n), item=item.id, name=_name(item), object=one)


@rule(codes.HOLLOW)
def what_was_published_stands_in_the_ledgers(books: Books) -> Iterator[Diagnostic]:
    """Behind a publication of a period stands something in the ledgers, or a signed “nothing this period”."""
    if not kept(books):
        return
    found = books.derived(hollow)
    for _, entry, item in _entries(books):
        if entry.at_ in found and entry.period is not None:
            ledgers = "、".join(dict.fromkeys(wanted.ledger for wanted in item.evidence))
            said: dict[str, Any] = {"item": item.id, "name": _name(item), "period": entry.period.text, "ledgers": ledgers}
            yield codes.HOLLOW.at(books.place(entry, "period"), record=entry.at_, basis=books.law.basis(cites(item.basis)) or None, **said)


@rule(codes.TWICE)
def a_period_is_published_once(books: Books) -> Iterator[Diagnostic]:
    """A second publication of the same period of an item names the one it corrects."""
    seen: dict[str, Disclosure] = {}
    for _, entry, item in _entries(books):
        if entry.corrects is not None or entry.period is None or entry.objects:
            continue
        first = seen.setdefault(named(entry), entry)
        if first is not entry:
            yield codes.TWICE.at(books.place(entry, "period"), item=item.id, period=entry.period, day=first.day)


@rule(codes.FUTURE, codes.SIGNED_AFTER, codes.UNEXPLAINED, codes.NO_BOARD)
def days_and_channels(books: Books) -> Iterator[Diagnostic]:
    """It has been published, after it was signed; a correction says why; the board is among the channels."""
    for _, entry, item in _entries(books):
        if entry.day > books.as_of:
            yield codes.FUTURE.at(books.place(entry, "day"), record=entry.at_, day=entry.day, as_of=books.as_of)
        for signature in entry.signatures:
            if signature.day > entry.day:
                place = books.place(signature, "day")
                yield codes.SIGNED_AFTER.at(place, record=entry.at_, office=signature.office, signed=signature.day, day=entry.day)
        if entry.corrects is not None and entry.reason is None:
            yield codes.UNEXPLAINED.at(books.place(entry, "corrects"), record=entry.at_, item=item.id, day=entry.day, corrects=entry.corrects)
        if _BOARD not in entry.channels:
            yield codes.NO_BOARD.at(books.place(entry, "channels" if entry.channels else "item"), item=item.id)


@rule(codes.VERIFIED, codes.NOT_CORRECTED)
def what_is_found_wrong_is_put_right_afterwards(books: Books) -> Iterator[Diagnostic]:
    """It is found wrong after it was published and before it is put right; only a correction says when."""
    every = [entry for _, entry, _ in _entries(books)]
    for _, entry, item in _entries(books):
        if entry.verified is None:
            continue
        place = books.place(entry, "verified")
        said: dict[str, Any] = {"verified": entry.verified}
        first = corrected(entry, every)
        if entry.corrects is None:
            yield codes.NOT_CORRECTED.at(place, record=entry.at_, item=item.id, name=_name(item), **said)
        elif entry.verified > entry.day:
            yield codes.VERIFIED.at(place, record=entry.at_, order=Text("晚于更正的公布日", "after the correction on"), day=entry.day, **said)
        elif first is not None and entry.verified < first.day:
            order = Text("早于原来的公布日", "before the publication on")
            yield codes.VERIFIED.at(place, related=(books.place(first, "day"),), record=entry.at_, order=order, day=first.day, **said)


@rule(codes.MISSING, codes.LATE)
def what_is_due_is_published_in_time(books: Books) -> Iterator[Diagnostic]:
    """Every item is published by the day the catalogue asks for; a community that keeps no register of publications is not asked."""
    if not books.records(DisclosureFile):
        return
    for standing in standings(books):
        for group in _alike(standing.missing):
            yield _missing(books, group[0].item, group)
        for one in standing.obligations:
            if one.state is State.LATE and one.published is not None and not _told_before(standing, one):
                days = (one.published.day - one.due.day).days
                place = books.place(one.published, "day")
                said: dict[str, Any] = {"due": one.due.day, "day": one.published.day, "days": days, "why": waits(one), "unsure": doubtful(one)}
                yield codes.LATE.at(place, record=one.published.at_, basis=cites(one.basis) or None, **said)


def _told_before(standing: Standing, one: Obligation) -> bool:
    """Whether an entry of it lies before it happened, which is told there (DUE033): by when it was published nobody knows."""
    return one.event is not None and any(told_before(e, one.event.id, standing.traces) for e in standing.entries)


def _alike(missing: tuple[Obligation, ...]) -> Iterator[tuple[Obligation, ...]]:
    """What is missing under one rule, of one firmness, by the same clauses, together: each is told with its own."""
    groups: dict[tuple[Any, ...], list[Obligation]] = {}
    for one in missing:
        groups.setdefault((id(one.item), doubtful(one).zh, one.basis), []).append(one)
    yield from (tuple(group) for group in groups.values())


def _missing(books: Books, item: Item, missing: tuple[Obligation, ...]) -> Diagnostic:
    named_ = [what(one) for one in missing[:_NAMED]]
    more = len(missing) - len(named_)
    which = Text(
        "、".join(w.zh for w in named_) + (f" 等 {len(missing)} 次" if more else ""),
        ", ".join(w.en for w in named_) + (f" and {more} more" if more else ""),
    )
    place = books.place(books.records(DisclosureFile)[-1], "entries")
    said: dict[str, Any] = {"item": item.id, "name": _name(item), "count": len(missing), "which": which, "unsure": doubtful(missing[0])}
    return codes.MISSING.at(place, record=item.at_, basis=cites(missing[0].basis) or None, **said)


@rule(codes.UNSIGNED)
def publications_are_signed(books: Books) -> Iterator[Diagnostic]:
    """A publication bears every signature that its item asks for."""
    ours = {i.id for i in books.derived(bound)}
    for _, entry, now in _entries(books):
        tasks = lacking(books, now, entry) if now.id in ours else ()
        if tasks:
            item, known = item_on(books, now.id, entry.day) or now, books.law.on(entry.day).signoffs
            asked = [(f, known[f]) for f in forms(books, item, entry.objects) if f in known]
            laid = {s.task for id, f in asked if id in item.ruled or f.standing is not Firmness.DEFAULT for s in f.signers}
            firm = set(tasks) <= laid  # what an act asks for of this item, or everywhere
            lacked = [(id, f) for id, f in asked if any(s.task in tasks for s in f.signers)]
            basis = tuple(dict.fromkeys(c for id, f in lacked for c in cites(item.signed(id).basis if id in item.ruled else f.basis)))
            doubt = Text("", "") if firm else unsure(Firmness.DEFAULT)
            place = books.place(entry, "signatures" if entry.signatures else "item")
            yield codes.UNSIGNED.at(
                place,
                record=entry.at_,
                basis=books.law.basis(basis) or None,
                item=item.id,
                name=_name(item),
                tasks=_signers(books, item, entry.objects, tasks),
                unsure=doubt,
            )


@rule(codes.TAKEN_DOWN)
def it_hangs_long_enough(books: Books) -> Iterator[Diagnostic]:
    """What was published stays for the days of its item, and until what it is about is settled where it asks for that; a correction starts the days anew."""
    every = [(entry, item) for _, entry, item in _entries(books)]
    entries = tuple(entry for entry, _ in every)
    for entry, now in every:
        item = item_on(books, now.id, entry.day)
        if item is None or entry.until is None or item.days is None:
            continue
        it = clock(item, entry, entries, books.as_of, evidence(books, item))
        if it.until is not None and (entry.until < it.until or it.open):
            until = Text("结清那天", "the day it is settled") if it.open and entry.until >= it.until else it.until
            said: dict[str, Any] = {"started": it.started, "days": item.days, "until": until, "down": entry.until, "unsure": unsure(item.board)}
            yield codes.TAKEN_DOWN.at(books.place(entry, "until"), record=entry.at_, basis=cites(item.rests("days").basis) or None, **said)


def _signers(books: Books, item: Item, objects: Sequence[str], tasks: tuple[str, ...]) -> Text:
    """Whose signatures they are, in both languages."""
    who = [one for one in signing(books, item, objects) if one.zh in tasks]
    return Text("、".join(w.zh for w in who), ", ".join(w.en for w in who))


def _name(item: Item) -> Text:
    return Text(item.name, item.english)
