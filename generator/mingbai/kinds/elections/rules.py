"""ELE: ballots add up, the elected follow from them, nobody else is named; how the vote was prepared and held is told where it breaks a rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.elections import codes
from mingbai.kinds.elections.counting import Reason, counts, enough, rules_for
from mingbai.kinds.elections.records import Election, ElectionKind, Round, Seat, Way
from mingbai.kinds.elections.telling import said as said_day
from mingbai.packs import Standard, doubt
from mingbai.values.counted import counted
from mingbai.values.counting import lasted
from mingbai.values.numbers import Threshold
from mingbai.values.text import Text

_WHY = {
    Reason.FULL: Text("得票达到规定的人里，得票多的当选", "of those with enough votes the first are elected"),
    Reason.TURNOUT: Text("参加投票的人数不够，选举无效", "too few took part"),
    Reason.VOTES: Text("得票达到规定的人不够名额", "fewer reached the votes needed than there are seats"),
    Reason.TIE: Text("得票相同，分不出先后", "a tie for the last seat"),
    Reason.UNKNOWN: Text("当时的规定不在法规包里", "no rule of that day is known"),
}


def _rounds(books: Books) -> Iterator[tuple[Election, int, Round]]:
    for election in books.records(Election):
        for n, voted in enumerate(election.rounds):
            yield election, n, voted


def _stood_for(election: Election, voted: Round) -> tuple[Seat, ...]:
    """The offices voted for; of a recall none, whatever is written there (ELE042 says so)."""
    return () if election.kind.recall else voted.seats


def _sound(election: Election, voted: Round) -> bool:
    adds_up = voted.valid + voted.invalid == voted.took_part <= election.registered
    return adds_up and voted.proxies <= voted.took_part


@rule(codes.BALLOTS)
def ballots_add_up(books: Books) -> Iterator[Diagnostic]:
    """Those who took part are the valid and invalid ballots, no more than are registered; proxies are among them."""
    for election, _, voted in _rounds(books):
        if not _sound(election, voted):
            yield codes.BALLOTS.at(
                books.place(voted, "took_part"),
                took_part=voted.took_part,
                registered=election.registered,
                valid=voted.valid,
                invalid=voted.invalid,
                proxies=voted.proxies,
            )


@rule(codes.TOO_MANY)
def votes_are_no_more_than_ballots(books: Books) -> Iterator[Diagnostic]:
    """Nobody has more votes than there are valid ballots, nor all together more than ballots times seats; the same of a recall."""
    for election, _, voted in _rounds(books):
        if election.kind.recall and (voted.yes or 0) + (voted.no or 0) > voted.valid:
            what = Text("同意和反对合计超过有效票", "votes for and against exceed the valid ballots")
            office = election.asked.office if election.asked else election.name
            yield codes.TOO_MANY.at(books.place(voted, "no" if voted.yes is None else "yes"), office=office, what=what, valid=voted.valid, seats=1)
        for seat in _stood_for(election, voted):
            high = next((c for c in seat.candidates if c.votes > voted.valid), None)
            total = sum(c.votes for c in seat.candidates)
            said: dict[str, Any] = {"office": seat.office, "valid": voted.valid, "seats": seat.seats}
            if high is not None:
                what = Text(f"的{high.mark}得 {high.votes} 票", f"{high.mark} has {counted(high.votes, 'vote', 'votes')}")
                yield codes.TOO_MANY.at(books.place(high, "votes"), what=what, **said)
            elif total > voted.valid * seat.seats:
                yield codes.TOO_MANY.at(
                    books.place(seat, "office"), what=Text(f"候选人共得 {total} 票", f"{counted(total, 'vote', 'votes')} in all"), **said
                )


@rule(codes.ELECTED)
def the_elected_follow_from_the_votes(books: Books) -> Iterator[Diagnostic]:
    """Who is said to be elected has enough votes of those who took part and is among the first; nobody else is."""
    for election, n, voted in _rounds(books):
        if not _sound(election, voted) or election.kind.recall:
            continue  # said already: with wrong figures the result means nothing
        for count in counts(books.law, election, n):
            claimed, computed = [c.mark for c in count.seat.candidates if c.elected], [c.mark for c in count.elected]
            if sorted(claimed) != sorted(computed) and all(c.votes <= voted.valid for c in count.seat.candidates):
                yield codes.ELECTED.at(
                    books.place(count.seat, "office"),
                    office=count.seat.office,
                    claimed=_marks(claimed),
                    computed=_marks(computed),
                    why=_WHY[count.reason],
                )


def _marks(marks: list[str]) -> Text:
    return Text("、".join(marks), ", ".join(marks)) if marks else Text("没有人", "nobody")


@rule(codes.NAMED, codes.UNNAMED)
def only_the_elected_are_named(books: Books) -> Iterator[Diagnostic]:
    """Who was elected is named, who was not is not."""
    for election, _, voted in _rounds(books):
        for seat in _stood_for(election, voted):
            for one in seat.candidates:
                if one.name is not None and not one.elected:
                    yield codes.NAMED.at(books.place(one, "name"), office=seat.office, mark=one.mark)
                elif one.elected and one.name is None:
                    yield codes.UNNAMED.at(books.place(one, "mark"), record=seat.at_, office=seat.office, mark=one.mark)


@rule(codes.FUTURE)
def results_come_after_the_vote(books: Books) -> Iterator[Diagnostic]:
    """A vote still to come has no figures."""
    for _, _, voted in _rounds(books):
        if voted.date > books.as_of:
            yield codes.FUTURE.at(books.place(voted, "date"), date=voted.date, as_of=books.as_of)


def _standard(books: Books, id: str, day: datetime.date) -> tuple[Standard, int] | None:
    found = books.law.on(day).standard(id)
    return (found, found.count) if found is not None and found.count is not None else None


@rule(codes.LATE_LIST)
def the_list_is_shown_in_time(books: Books) -> Iterator[Diagnostic]:
    """The list of voters is shown so many days before the vote as the pack says, counted backwards; representatives need none."""
    for election in books.records(Election):
        if election.way is Way.REPRESENTATIVES or election.kind.chartered or not election.rounds:
            continue
        first, shown = min(r.date for r in election.rounds), election.list_published
        asked = _standard(books, "election-list-days", first)
        if asked is None:
            continue
        standard, days = asked
        if shown is None or lasted(shown, first) < days:
            ahead = lasted(shown, first) if shown else 0
            given = (
                Text(f"只提前 {ahead} 天", f"{counted(ahead, 'day', 'days')} ahead")
                if shown
                else Text("没有写“名单公布”", "“list_published” is missing")
            )
            place = books.place(election, "list_published" if shown else "registered")
            yield codes.LATE_LIST.at(place, record=election.at_, basis=books.law.grounds(codes.LATE_LIST, standard), days=days, given=given)


_AUDIT = (
    ("leaving-audit-days", "vote", Text("投票", "the vote")),
    ("leaving-audit-committee-days", "committee_chosen", Text("选举委员会产生", "the election committee is chosen")),
)


@rule(codes.LATE_AUDIT)
def the_leaving_audit_is_shown_first(books: Books) -> Iterator[Diagnostic]:
    """Before a new committee is elected the leaving audit of the last is shown, so many days ahead as the law of the place says; asked of votes since the act is in force."""
    for election in books.records(Election):
        if election.kind is not ElectionKind.COMMITTEE or not election.rounds:
            continue
        for id, field, before in _AUDIT:
            day = election.committee_chosen if field == "committee_chosen" else min(r.date for r in election.rounds)
            asked = _standard(books, id, day) if day is not None else None
            if asked is None or day is None or not in_force(books, asked[0], day):
                continue
            shown, days = election.audit_published, asked[1]
            if shown is None or lasted(shown, day) < days:
                given = (
                    Text(f"这里是{said_day(shown)}", f"it was on {shown}") if shown else Text("没有写“离任审计公布”", "“audit_published” is missing")
                )
                place = books.place(election, "audit_published" if shown else "kind")
                yield codes.LATE_AUDIT.at(
                    place, record=election.at_, basis=books.law.grounds(codes.LATE_AUDIT, asked[0]), before=before, days=days, given=given
                )
                break


def in_force(books: Books, standard: Standard, day: datetime.date) -> bool:
    """Whether an act behind a figure binds this community and was in force on a day; a figure of the community's own, without a clause, holds too."""
    acts = [act for b in standard.basis if (act := books.law.acts.get(b.act)) is not None and books.law.binds(b.act)]
    return any(act.in_force <= day for act in acts) or not standard.basis


@rule(codes.OBJECTION)
def objections_are_answered_in_time(books: Books) -> Iterator[Diagnostic]:
    """Every objection to the list is answered within the days of the pack; the day it was raised is not counted, a day of rest moves the end on."""
    for election in books.records(Election):
        for one in () if election.kind.chartered else election.objections:
            standard, days = _standard(books, "election-answer-days", one.raised) or (None, 0)
            told = one.answered or books.as_of
            taken = (told - one.raised).days
            if standard is not None and told > books.law.calendar.within(one.raised, days).day:
                done = Text(f"用了 {taken} 天", f"it took {taken}") if one.answered else Text("还没有答复", "it has no answer yet")
                said: dict[str, Any] = {"raised": Text(said_day(one.raised), one.raised.isoformat()), "days": days, "answered": done}
                yield codes.OBJECTION.at(books.place(one, "raised"), record=election.at_, basis=books.law.grounds(codes.OBJECTION, standard), **said)


@rule(codes.OBJECTED_LATE)
def objections_are_raised_in_their_days(books: Books) -> Iterator[Diagnostic]:
    """Objections to the list are raised within the days of the pack after it was shown; the day it was shown is not counted, a day of rest moves the end on."""
    for election in books.records(Election):
        shown = election.list_published
        if election.kind.chartered or shown is None:
            continue
        asked = _standard(books, "election-objection-days", shown)
        for one in election.objections:
            if asked is not None and one.raised > books.law.calendar.within(shown, asked[1]).day:
                raised, first = (Text(said_day(d), d.isoformat()) for d in (one.raised, shown))
                said: dict[str, Any] = {"raised": raised, "shown": first, "days": asked[1]}
                yield codes.OBJECTED_LATE.at(
                    books.place(one, "raised"), record=election.at_, basis=books.law.grounds(codes.OBJECTED_LATE, asked[0]), **said
                )


@rule(codes.NO_CHOICE)
def there_are_more_candidates_than_seats(books: Books) -> Iterator[Diagnostic]:
    """More people stand for an office than it has seats; a second round goes on with what the first left."""
    for election, n, voted in _rounds(books):
        for seat in () if election.kind.chartered else _stood_for(election, voted):
            if n == 0 and len(seat.candidates) <= seat.seats:
                place = books.place(seat, "seats")
                yield codes.NO_CHOICE.at(place, record=seat.at_, office=seat.office, seats=seat.seats, candidates=len(seat.candidates))


@rule(codes.TURNOUT)
def enough_take_part(books: Books) -> Iterator[Diagnostic]:
    """So many of those registered take part as the pack says, or the vote is void."""
    for election, n, voted in _rounds(books):
        turnout = rules_for(books.law, election, n).turnout
        if turnout is not None and _sound(election, voted) and not enough(rules_for(books.law, election, n), election, voted):
            said: dict[str, Any] = {"registered": election.registered, "took_part": voted.took_part, "share": missed(turnout)}
            yield codes.TURNOUT.at(books.place(voted, "took_part"), record=voted.at_, least=turnout.least(election.registered), **said)


def missed(share: Threshold) -> Text:
    """不足 1/10, 没有超过 1/2."""
    part = f"{share.part}/{share.whole}"
    return Text(f"{'不足' if share.inclusive else '没有超过'} {part}", f"{'less than' if share.inclusive else 'not more than'} {part}")


@rule(codes.PROXIES, codes.PROXY_GIVEN)
def proxies_are_few(books: Books) -> Iterator[Diagnostic]:
    """No voter holds more proxies than the pack allows, no candidate any, and representatives give none."""
    for election, _, voted in _rounds(books):
        if election.kind.chartered:
            continue  # the charter says
        limit = _standard(books, "election-proxies", voted.date)
        if limit and voted.most is not None and voted.most > limit[1]:
            yield codes.PROXIES.at(
                books.place(voted, "most"), record=voted.at_, basis=books.law.grounds(codes.PROXIES, limit[0]), most=voted.most, limit=limit[1]
            )
        if voted.to_candidates:
            what = Text(f"委托给候选人 {voted.to_candidates} 人", f"{voted.to_candidates} proxies were given to candidates")
            yield codes.PROXY_GIVEN.at(books.place(voted, "to_candidates"), record=voted.at_, what=what)
        if election.way is Way.REPRESENTATIVES and voted.proxies:
            what = Text(f"由代表投票，却有委托 {voted.proxies} 人", f"representatives voted, yet {voted.proxies} did so by proxy")
            yield codes.PROXY_GIVEN.at(books.place(voted, "proxies"), record=voted.at_, what=what)


_SIZED = (ElectionKind.COMMITTEE, ElectionKind.SUPERVISORS)


@rule(codes.SIZE)
def a_committee_has_its_size(books: Books) -> Iterator[Diagnostic]:
    """A committee elected anew has as many members as the pack says for this kind of community; supervisors are no more than it says."""
    community = books.the(Community)
    village = community is not None and community.kind.zh == "村委会"
    for election in books.records(Election):
        if election.kind not in _SIZED or not election.rounds:
            continue
        prefix = "supervisors" if election.kind is ElectionKind.SUPERVISORS else "village-committee" if village else "committee"
        least, most = (_standard(books, f"{prefix}-{end}", election.rounds[0].date) for end in ("least", "most"))
        if least and most:
            seats = sum(s.seats for s in election.rounds[0].seats)
            few = election.kind is ElectionKind.COMMITTEE  # a single supervisor may be chosen for a vacant seat
            if not (least[1] if few else 0) <= seats <= most[1]:
                said: dict[str, Any] = {"seats": seats, "least": least[1], "most": most[1], "unsure": doubt(least[0])}
                yield codes.SIZE.at(books.place(election.rounds[0], "seats"), record=election.at_, basis=books.law.clauses(least[0]), **said)
