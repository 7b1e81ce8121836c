"""PAC019–PAC022, PAC082, PAC083, PAC085: filed in time, no penalties, one charter at a time, for whom a pact holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.kinds.pacts import codes
from mingbai.kinds.pacts.known import Known, known
from mingbai.kinds.pacts.records import Article, Pact, PactKind
from mingbai.kinds.pacts.state import State
from mingbai.kinds.pacts.votes import votes
from mingbai.packs import doubt
from mingbai.values.text import Text

_SINGLE = (PactKind.CHARTER, PactKind.RESIDENTS, PactKind.VILLAGE)
"""Kinds of which one community, or one group of it, has one."""

_THREE = (PactKind.WITH_CADRES, PactKind.WITH_RESIDENTS, PactKind.AMONG_RESIDENTS)


@rule(codes.FILED_LATE)
def filing_is_not_put_off(books: Books) -> Iterator[Diagnostic]:
    """A formal pact is filed within the days of the pack after the vote; the day of the vote is not counted, a day of rest moves the end on."""
    for one in known(books):
        for s in one.standings:
            filing, vote = s.version.filing, s.vote
            standard = books.law.standard("pact-filing-days", vote.date) if vote is not None else None
            if standard is None or standard.count is None or filing is None or vote is None or not one.pact.kind.formal:
                continue
            taken = (filing.date - vote.date).days
            if filing.date > books.law.calendar.within(vote.date, standard.count).day:
                yield codes.FILED_LATE.at(
                    books.place(filing, "date"),
                    record=s.version.at_,
                    basis=books.law.grounds(codes.FILED_LATE, standard),
                    version=s.version.number,
                    taken=taken,
                    days=standard.count,
                    unsure=doubt(standard),
                )


@rule(codes.HELD_TOO_SOON, codes.NO_PUBLICATION, codes.HELD_UNREAD)
def what_holds_was_filed_and_published(books: Books) -> Iterator[Diagnostic]:
    """A formal pact takes effect after it was filed and published; what is in force was published, by its own day or in the register of disclosures."""
    register = _register(books)
    for one in (k for k in known(books) if k.pact.kind.formal):
        for s in one.standings:
            version, begins = s.version, s.begins
            if version.effective is None or begins is None or s.vote is None:
                continue
            said: dict[str, Any] = {"record": version.at_, "version": version.number}
            filed = version.filing.date if version.filing is not None else None
            for step, day in ((Text("备案", "filing"), filed), (Text("公布", "publication"), version.published)):
                if day is not None and s.vote.date <= version.effective < day:  # before the vote: PAC009
                    yield codes.HELD_TOO_SOON.at(books.place(version, "effective"), effective=version.effective, date=day, step=step, **said)
            first = register.get(f"{one.filed.id}/{version.number}") if version.published is None else None
            if version.published is None and begins <= books.as_of and first is None:
                yield codes.NO_PUBLICATION.at(books.place(version, "effective"), begins=begins, **said)
            elif first is not None and s.vote.date <= version.effective < first.day <= books.as_of:
                said |= {"effective": version.effective, "date": first.day, "item": first.item}
                yield codes.HELD_UNREAD.at(books.place(version, "effective"), related=(books.place(first, "day"),), **said)


def _register(books: Books) -> dict[str, Disclosure]:
    """The first publication that the register of disclosures has of each thing it names; that there was nothing is none."""
    entries = [e for ledger in books.records(DisclosureFile) for e in ledger.entries if not e.nothing]
    return {id: e for e in sorted(entries, key=attrgetter("day"), reverse=True) for id in e.objects}


@rule(codes.PENALTY)
def pacts_lay_down_no_penalties(books: Books) -> Iterator[Diagnostic]:
    """No article of a formal pact lays down a fine, a seizure or force; one that forbids them is good."""
    for pact in (p for p in books.records(Pact) if p.kind.formal):
        for version, vote in votes(books, pact):
            standard = books.law.standard("pact-penalty-words", vote.date if vote is not None else books.as_of)
            for article in version.articles:
                word = _penalty(article, standard.words) if standard is not None else ""
                if word:
                    place = books.place(article, "text")
                    yield codes.PENALTY.at(
                        place,
                        record=version.at_,
                        version=version.number,
                        number=article.number,
                        word=word,
                        basis=books.law.grounds(codes.PENALTY, standard),
                    )


_FORBIDS = r"(?:不得|不能|不可|不许|禁止|不设|不搞|不作|不予|不收)[^，。；：、]{0,8}$"


def _penalty(article: Article, words: tuple[str, ...]) -> str:
    """The first such word that is not forbidden in the same breath; empty where there is none."""
    for word in words:
        for found in re.finditer(re.escape(word), article.text):
            if not re.search(_FORBIDS, article.text[: found.start()]):
                return word
    return ""


@rule(codes.TWO_HOLD)
def one_charter_holds_at_a_time(books: Books) -> Iterator[Diagnostic]:
    """No two charters, residents' pacts or village rules are in force for the same people, nor two pacts of any kind by the same name."""
    holding: dict[tuple[PactKind, str, str], list[Known]] = defaultdict(list)
    for one in known(books):
        if one.shown.state is State.IN_FORCE:
            holding[one.pact.kind, one.pact.scope or "", "" if one.pact.kind in _SINGLE else one.pact.name].append(one)
    for (kind, _, _), found in holding.items():
        for one in found[1:]:
            first = found[0].pact
            place, related = books.place(one.pact, "name"), (books.place(first, "name"),)
            said: dict[str, Any] = {"name": one.pact.name, "file": place.path, "other": first.name, "first": related[0].path, "kind": kind.text}
            yield codes.TWO_HOLD.at(place, related=related, record=one.pact.at_, **said)


@rule(codes.FOR_WHOM)
def it_is_said_for_whom(books: Books) -> Iterator[Diagnostic]:
    """A pact says where it applies; the three pacts between two sides say who the parties are."""
    for pact in books.records(Pact):
        for field, name, asked in (("scope", Text("适用范围", "scope"), True), ("parties", Text("签约方", "parties"), pact.kind in _THREE)):
            if asked and getattr(pact, field) is None:
                yield codes.FOR_WHOM.at(books.place(pact, "name"), record=pact.at_, name=pact.name, field=name)
