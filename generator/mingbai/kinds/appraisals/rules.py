"""APR: ballots sum, the result follows from them, everybody is appraised every year, and who is twice unfit goes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.appraisals import codes
from mingbai.kinds.appraisals.grading import graded, in_office, ratings, shares
from mingbai.kinds.appraisals.records import AppraisalFile, Survey
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.packs import doubt
from mingbai.schema.record import fields
from mingbai.values.text import Text

_KIND = "appraisals"


def _files(books: Books) -> list[tuple[Filed[AppraisalFile], AppraisalFile]]:
    return [(f, f.record) for f in sorted(books.of(AppraisalFile), key=lambda f: f.id) if f.record is not None]


@rule(codes.BALLOTS, codes.PRESENT, codes.SURVEY)
def ballots_and_people_add_up(books: Books) -> Iterator[Diagnostic]:
    """The four grades of everybody sum to the valid ballots; no more ballots than people present, no more present than due, no more content than asked."""
    for _, file in _files(books):
        for one in file.people:
            if one.ballots != file.valid:
                yield codes.BALLOTS.at(books.place(one, "excellent"), record=file.at_, office=one.office, sum=one.ballots, valid=file.valid)
        known = fields(AppraisalFile)
        cast, together = file.valid + file.invalid, Text("有效票和无效票", "valid and invalid ballots")
        for name, what, more, than, less in (
            ("present", known["present"].label, file.present, known["due"].label, file.due),
            ("valid", together, cast, known["present"].label, file.present),
        ):
            if more > less:
                yield codes.PRESENT.at(books.place(file, name), record=file.at_, what=what, more=more, than=than, less=less)
        for survey in file.surveys:
            for name in ("content", "aware"):
                count = getattr(survey, name)
                if count is not None and count > survey.asked:
                    said: dict[str, Any] = {"subject": survey.subject, "asked": survey.asked, "field": fields(Survey)[name].label, "count": count}
                    yield codes.SURVEY.at(books.place(survey, name), record=file.at_, **said)


@rule(codes.TOO_FEW, codes.ORGANISER, codes.WRONG_YEAR)
def it_is_held_by_the_right_people(books: Books) -> Iterator[Diagnostic]:
    """Enough of those due are present, the supervisory committee holds it, in its year or the next."""
    for filed, file in _files(books):
        quorum, words = books.law.standard("appraisal-quorum", file.day), books.law.standard("supervisor-words", file.day)
        if quorum and quorum.share and not quorum.share.met(file.present, file.due):
            least = quorum.share.least(file.due)
            yield codes.TOO_FEW.at(
                books.place(file, "present"),
                record=file.at_,
                due=file.due,
                present=file.present,
                least=least,
                unsure=doubt(quorum),
                basis=books.law.grounds(codes.TOO_FEW, quorum),
            )
        if words and not any(w in file.organiser for w in words.words):
            yield codes.ORGANISER.at(
                books.place(file, "organiser"), record=file.at_, organiser=file.organiser, basis=books.law.grounds(codes.ORGANISER, words)
            )
        if not filed.id.isdecimal() or file.day.year not in (int(filed.id), int(filed.id) + 1):
            yield codes.WRONG_YEAR.at(books.place(file, "day"), record=file.at_, year=filed.id, day=file.day)


@rule(codes.RESULT)
def results_follow_from_ballots(books: Books) -> Iterator[Diagnostic]:
    """An announced result is the one the ballots come to by the shares of the pack."""
    for _, file in _files(books):
        law = books.law.by(file.day)
        unfit = law.standard("appraisal-unfit")
        for one in file.people:
            computed = graded(law, one)
            if unfit and computed is not None and one.result not in (None, computed) and one.result is not None and one.ballots == file.valid:
                said: dict[str, Any] = {"office": one.office, "claimed": one.result.text, "computed": computed.text, "unsure": doubt(unfit)}
                yield codes.RESULT.at(books.place(one, "result"), record=file.at_, basis=books.law.grounds(codes.RESULT, *shares(law)), **said)


@rule(codes.TWICE)
def who_is_twice_unfit_leaves(books: Books) -> Iterator[Diagnostic]:
    """Whoever is unfit twice in a row no longer holds the office."""
    for rated in books.derived(ratings):
        one = rated.person
        if rated.ends and one.stepped_down is None and in_office(books, one, books.as_of):
            yield codes.TWICE.at(books.place(one, "unfit"), record=rated.file.at_, office=one.office, year=rated.year)


@rule(codes.NOT_PUBLISHED)
def results_are_published(books: Books) -> Iterator[Diagnostic]:
    """The result is published within the days of the pack, on the day the register of publications has, else by its own word."""
    for filed, file in _files(books):
        standard = books.law.standard("appraisal-publish-days", file.day)
        if standard is None or standard.count is None:
            continue
        due = books.law.calendar.within(file.day, standard.count).day
        registered = _registered(books, filed.id)
        published = next((d for d in (*registered, file.published) if d is not None and d <= books.as_of), None)
        if (published or books.as_of) > due:
            now = Text(f"{published} 才公布", f"published on {published}") if published else Text("还没有公布", "not published yet")
            said: dict[str, Any] = {"held": file.day, "due": due, "days": standard.count, "now": now, "unsure": doubt(standard)}
            yield codes.NOT_PUBLISHED.at(
                books.place(file, "published" if file.published else "day"),
                record=file.at_,
                basis=books.law.grounds(codes.NOT_PUBLISHED, standard),
                **said,
            )


def _registered(books: Books, id: str) -> list[datetime.date]:
    """The days on which the register of publications says that an appraisal was published, the first first."""
    every = (e for f in books.of(DisclosureFile) for e in (f.record.entries if f.record else ()))
    return sorted(e.day for e in every if e.corrects is None and id in e.objects and e.item in _items(books))


def _items(books: Books) -> frozenset[str]:
    """The items of the catalogue that appraisals prove."""
    return frozenset(i.id for i in books.law.every.items.values() if any(e.ledger == _KIND for e in i.evidence))


@rule(codes.YEAR_MISSING)
def members_are_appraised_every_year(books: Books) -> Iterator[Diagnostic]:
    """No full year lacks an appraisal since the first, nor since the law asks for one and books are kept, though there never was any."""
    files = [(int(filed.id), file) for filed, file in _files(books) if filed.id.isdecimal()]
    have = {year for year, _ in files}
    community = books.the(Community)
    record: AppraisalFile | Community | None = files[-1][1] if files else community
    field = "day" if files else "kind"
    for year in range(min([*have, _asked_from(books, community)]), books.as_of.year) if record is not None else ():
        asked = books.law.standard("appraisals-a-year", datetime.date(year, 12, 31))
        least = asked.count if asked and asked.count is not None else 1
        if record is not None and (year in have) < least and not books.maybe_broken("appraisal", str(year)):
            basis = books.law.grounds(codes.YEAR_MISSING, asked)
            yield codes.YEAR_MISSING.at(books.place(record, field), record=record.at_, year=year, basis=basis)


def _asked_from(books: Books, community: Community | None) -> int:
    """The first whole year of which the ledgers tell and in which the law asks for an appraisal; none where nobody is registered who could be appraised."""
    begun = min((b.begins for b in community.books), default=None) if community and community.people else None
    if begun is None:
        return books.as_of.year
    first = begun.year if (begun.month, begun.day) == (1, 1) else begun.year + 1
    years = range(first, books.as_of.year)
    return next((y for y in years if books.law.on(datetime.date(y, 1, 1)).standard("appraisals-a-year") is not None), books.as_of.year)


@rule(codes.LEFT_OUT)
def everybody_is_appraised(books: Books) -> Iterator[Diagnostic]:
    """Every member in office is appraised."""
    community = books.the(Community)
    for filed, file in _files(books):
        words = books.law.standard("appraised-roles", file.day)
        if not filed.id.isdecimal() or words is None or community is None:
            continue
        rated = {one.office for one in file.people}
        names = {one.name for one in file.people if one.name}
        held = [p for p in community.people if p.serves(file.day)]
        members = ((p, next((r for r in p.roles if r.endswith(words.words)), "")) for p in held)
        missing = [role for p, role in members if role and rated.isdisjoint(p.roles) and p.name not in names]
        if missing:
            said: dict[str, Any] = {"day": file.day, "offices": "、".join(missing), "unsure": doubt(words)}
            yield codes.LEFT_OUT.at(books.place(file, "people"), record=file.at_, basis=books.law.grounds(codes.LEFT_OUT, words), **said)
