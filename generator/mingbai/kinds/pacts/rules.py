"""What must hold of a pact's versions, its articles and the steps that led to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic, Place
from mingbai.kind import rule
from mingbai.kinds.meetings.records import MeetingKind
from mingbai.kinds.pacts import codes
from mingbai.kinds.pacts.records import Pact, Version
from mingbai.kinds.pacts.state import begins
from mingbai.kinds.pacts.votes import Makers, Vote, cited, makers, votes
from mingbai.packs import cites, doubt
from mingbai.values.counting import lasted
from mingbai.values.text import Text

_NAMED = {word: kind for kind in MeetingKind for word in (kind.zh, *kind.also)}


def _voted(books: Books) -> Iterator[tuple[Pact, Version, Vote]]:
    """Every version that cites a decision which can be read."""
    for pact in books.records(Pact):
        for version, vote in votes(books, pact):
            if vote is not None:
                yield pact, version, vote


def _english(books: Books, body: MeetingKind) -> str:
    known = books.law.body(str(body.value))
    return known.english if known else body.zh


def _result(vote: Vote) -> Text:
    return vote.result.text if vote.result else Text("没有表决结果", "no result")


@rule(codes.NOT_ADOPTED)
def what_takes_effect_was_adopted(books: Books) -> Iterator[Diagnostic]:
    """A version with an effective date cites a decision that passed."""
    for _, version, vote in _voted(books):
        if version.effective is not None and not vote.passed:
            yield codes.NOT_ADOPTED.at(
                books.place(version, "vote"),
                record=version.at_,
                version=version.number,
                effective=version.effective,
                vote=vote.id,
                result=_result(vote),
            )


@rule(codes.VERSION_TWICE)
def versions_are_numbered_once(books: Books) -> Iterator[Diagnostic]:
    """No two versions of a pact have the same number."""
    for pact in books.records(Pact):
        seen: dict[int, Version] = {}
        for version in pact.versions:
            first = seen.setdefault(version.number, version)
            if first is not version:
                highest = max(v.number for v in pact.versions)
                yield codes.VERSION_TWICE.at(
                    books.place(version, "number"),
                    related=(books.place(first, "number"),),
                    record=version.at_,
                    version=version.number,
                    next=highest + 1,
                )


@rule(codes.VERSION_GAP)
def no_version_is_left_out(books: Books) -> Iterator[Diagnostic]:
    """Versions follow one another by one; the first that is kept may have any number."""
    for pact in books.records(Pact):
        ordered = sorted(pact.versions, key=lambda v: v.number)
        for before, version in pairwise(ordered):
            if version.number > before.number + 1:
                left = [str(n) for n in range(before.number + 1, version.number)]
                missing = Text("、".join(left), ", ".join(left))
                said: dict[str, Any] = {"before": before.number, "version": version.number, "missing": missing}
                yield codes.VERSION_GAP.at(books.place(version, "number"), record=version.at_, **said)


@rule(codes.NOT_LATER)
def later_versions_take_effect_later(books: Books) -> Iterator[Diagnostic]:
    """Of two adopted versions the one with the larger number takes effect on a later day."""
    for pact in books.records(Pact):
        begun = [(version, day) for version, vote in votes(books, pact) if (day := begins(version, vote, pact.households(version))) is not None]
        for (earlier, before), (later, day) in pairwise(begun):
            if day <= before and later.number != earlier.number:
                yield codes.NOT_LATER.at(
                    books.place(later, "effective"),
                    related=(books.place(earlier, "effective"),),
                    record=later.at_,
                    version=later.number,
                    effective=day,
                    earlier=earlier.number,
                    before=before,
                )


@rule(codes.ARTICLE_TWICE, codes.ARTICLE_GAP)
def articles_are_numbered_in_a_row(books: Books) -> Iterator[Diagnostic]:
    """The articles of a version are numbered 1, 2, 3 … without a gap or a repetition."""
    for pact in books.records(Pact):
        for version in pact.versions:
            yield from _numbering(books, version)


def _numbering(books: Books, version: Version) -> Iterator[Diagnostic]:
    seen: set[int] = set()
    expected = 1
    for article in version.articles:
        place = books.place(article, "number")
        values: dict[str, Any] = {"version": version.number, "number": article.number}
        if article.number in seen:
            yield codes.ARTICLE_TWICE.at(place, record=version.at_, **values)
            continue
        if article.number != expected:
            yield codes.ARTICLE_GAP.at(place, record=version.at_, expected=expected, **values)
        seen.add(article.number)
        expected = article.number + 1


@rule(codes.MORE_ADOPTED, codes.NO_OPINIONS, codes.SHORT_OPINIONS)
def opinions_are_asked_for(books: Books) -> Iterator[Diagnostic]:
    """Before a vote opinions are asked for, for long enough, and no more are taken up than came in."""
    for pact in books.records(Pact):
        for version in pact.versions:
            yield from _opinions(books, version, expected=pact.kind.formal and version.vote is not None)


def _opinions(books: Books, version: Version, *, expected: bool) -> Iterator[Diagnostic]:
    opinions = version.opinions
    if opinions is None:
        if expected:
            yield codes.NO_OPINIONS.at(books.place(version, "number"), record=version.at_, version=version.number)
        return
    if opinions.received is not None and opinions.adopted is not None and opinions.adopted > opinions.received:
        yield codes.MORE_ADOPTED.at(books.place(opinions, "adopted"), record=version.at_, received=opinions.received, adopted=opinions.adopted)
    days, advised = lasted(opinions.start, opinions.end), books.law.standard("pact-opinion-days", opinions.start)
    if advised is not None and 0 <= days < (advised.count or 0):
        yield codes.SHORT_OPINIONS.at(
            books.place(opinions, "end"), record=version.at_, days=days, least=advised.count, basis=books.law.grounds(codes.SHORT_OPINIONS, advised)
        )


@rule(codes.BACKWARDS)
def dates_run_forwards(books: Books) -> Iterator[Diagnostic]:
    """Opinions end on or after the day they begin; a pact is repealed on or after the day it takes effect."""
    for pact in books.records(Pact):
        for version in pact.versions:
            opinions = version.opinions
            if opinions is not None and opinions.end < opinions.start:
                end, start = Text("止", "to"), Text("起", "from")
                yield codes.BACKWARDS.at(
                    books.place(opinions, "end"), record=version.at_, later=end, end=opinions.end, earlier=start, start=opinions.start
                )
            if version.repealed is not None and version.effective is not None and version.repealed < version.effective:
                later, earlier, place = Text("废止", "repealed"), Text("生效", "effective"), books.place(version, "repealed")
                yield codes.BACKWARDS.at(place, record=version.at_, later=later, end=version.repealed, earlier=earlier, start=version.effective)


class _Step(NamedTuple):
    name: Text
    date: datetime.date
    place: Place


@rule(codes.OUT_OF_ORDER)
def steps_follow_each_other(books: Books) -> Iterator[Diagnostic]:
    """Opinions, review, vote, filing and publication come in this order; the mandate comes before the vote."""
    for pact in books.records(Pact):
        for version, vote in votes(books, pact):
            for first, second in _pairs(books, version, vote):
                if second.date < first.date:
                    yield codes.OUT_OF_ORDER.at(
                        second.place,
                        record=version.at_,
                        version=version.number,
                        later=second.name,
                        second=second.date,
                        earlier=first.name,
                        first=first.date,
                    )


def _pairs(books: Books, version: Version, vote: Vote | None) -> Iterator[tuple[_Step, _Step]]:
    """Steps of which the first must not come after the second."""
    opinions, review, filing, mandate = version.opinions, version.review, version.filing, cited(books, version.mandate)
    voting = _Step(Text("表决", "the vote"), vote.date, books.place(version, "vote")) if vote else None
    chain = (
        _Step(Text("征求意见结束", "the end of opinions"), opinions.end, books.place(opinions, "end")) if opinions else None,
        _Step(Text("审核", "the review"), review.date, books.place(review, "date")) if review else None,
        voting,
        filed := _Step(Text("备案", "the filing"), filing.date, books.place(filing, "date")) if filing else None,
    )
    yield from pairwise([step for step in chain if step is not None])
    if voting and mandate:
        yield _Step(Text("授权", "the mandate"), mandate.date, books.place(version, "mandate")), voting
    before = filed or voting
    if before and version.published:
        yield before, _Step(Text("公布", "publication"), version.published, books.place(version, "published"))


@rule(codes.BEFORE_VOTE, codes.UNVOTED)
def nothing_takes_effect_before_the_vote(books: Books) -> Iterator[Diagnostic]:
    """A version takes effect on or after the day of its vote, and not at all without one."""
    for pact in books.records(Pact):
        for version, vote in votes(books, pact):
            effective, place = version.effective, books.place(version, "effective")
            if effective is None:
                continue
            if vote is not None and vote.passed and effective < vote.date:
                yield codes.BEFORE_VOTE.at(place, record=version.at_, version=version.number, effective=effective, date=vote.date)
            if version.vote is None and not pact.households(version) and effective <= books.as_of:
                yield codes.UNVOTED.at(place, record=version.at_, version=version.number, effective=effective)


@rule(codes.NO_FILING, codes.NO_REVIEW)
def formal_pacts_are_reviewed_and_filed(books: Books) -> Iterator[Diagnostic]:
    """Charters, residents' pacts, village rules and special pacts are reviewed before the vote and filed once they hold."""
    for pact, version, vote in _voted(books):
        if not pact.kind.formal or not vote.passed:
            continue
        start = begins(version, vote)
        if version.review is None:
            yield codes.NO_REVIEW.at(books.place(version, "vote"), record=version.at_, version=version.number)
        if version.filing is None and start is not None and start <= books.as_of:
            yield codes.NO_FILING.at(books.place(version, "effective"), record=version.at_, version=version.number, begins=start)


@rule(codes.NO_MANDATE, codes.MANDATE_NOT_PASSED, codes.NOT_THEIRS_TO_GIVE)
def representatives_are_authorised(books: Books) -> Iterator[Diagnostic]:
    """A formal pact adopted by a body that needs the assembly's mandate cites it; that mandate was passed, by a body that could make the pact itself."""
    for pact, version, vote in _voted(books):
        known = makers(books, vote.date)
        mandate = cited(books, version.mandate)
        values: dict[str, Any] = {"record": version.at_, "version": version.number}
        if mandate is not None and not mandate.passed:
            yield codes.MANDATE_NOT_PASSED.at(books.place(version, "mandate"), mandate=mandate.id, result=_result(mandate), **values)
        needed = known is not None and pact.kind.formal and vote.passed and vote.body.value in known.authorised
        if known is not None and needed and version.mandate is None:
            basis = books.law.basis(cites(known.power.basis))
            place = books.place(version, "vote")
            body, by = Text(vote.body.zh, _english(books, vote.body)), _named(books, known.own)
            yield codes.NO_MANDATE.at(place, basis=basis, body=body, assembly=by, unsure=doubt(known.power), **values)
        givers = makers(books, mandate.date) if mandate is not None and mandate.passed and needed else None
        if mandate is not None and givers is not None and mandate.body.value not in givers.own:
            said: dict[str, Any] = {"mandate": mandate.id, "body": Text(mandate.body.zh, _english(books, mandate.body))}
            said |= {"assembly": _named(books, givers.own), "unsure": doubt(givers.power), **values}
            yield codes.NOT_THEIRS_TO_GIVE.at(books.place(version, "mandate"), basis=books.law.basis(cites(givers.power.basis)), **said)


@rule(codes.OTHER_BODY, codes.NO_POWER)
def the_right_body_votes(books: Books) -> Iterator[Diagnostic]:
    """A formal pact is voted on by a body that may make it as the law packs say, and any pact by the body that makes it."""
    for pact, version, vote in _voted(books):
        known = makers(books, vote.date)
        maker = _NAMED.get(pact.maker)
        values: dict[str, Any] = {"record": version.at_, "version": version.number, "body": Text(vote.body.zh, _english(books, vote.body))}
        if known is not None and pact.kind.formal and not known.may(vote.body):
            said: dict[str, Any] = {"kind": pact.kind.text, "bodies": _who(books, known), "unsure": doubt(known.power)}
            yield codes.NO_POWER.at(books.place(version, "vote"), basis=books.law.basis(cites(known.power.basis)), **said, **values)
        elif maker is not None and maker is not vote.body and not _stands_in(known, maker, vote.body):
            yield codes.OTHER_BODY.at(books.place(version, "vote"), maker=pact.maker, **values)


def _stands_in(known: Makers | None, maker: MeetingKind, body: MeetingKind) -> bool:
    """Whether a body votes in place of the one that makes the pact, which may authorise it."""
    return known is not None and maker.value in known.own and body.value in known.authorised


def _who(books: Books, known: Makers) -> Text:
    """居民会议，或者经授权的居民代表会议: those of the packs that there are in this kind of community."""
    own, authorised = _named(books, known.own), _named(books, known.authorised)
    return Text(f"{own.zh}，或者经授权的{authorised.zh}", f"{own.en}, or if authorised the {authorised.en}") if authorised.zh else own


def _named(books: Books, ids: Iterable[str]) -> Text:
    known = [b for id in ids if (b := books.law.bodies.get(id)) is not None]
    here = [b for b in known if any(books.law.binds(c.act) for c in b.basis)] or known
    return Text("、".join(b.name for b in here), ", ".join(b.english for b in here))
