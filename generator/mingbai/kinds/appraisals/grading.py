"""The result of an appraisal by its ballots, and who was unfit twice in a row; whole numbers only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.kinds.appraisals.records import AppraisalFile, Grade, Person
from mingbai.kinds.community.records import Community
from mingbai.packs import Law


@dataclass(frozen=True)
class Rated:
    """A person in one year: the result by the ballots (None: the pack lays down no shares), the one that counts, how often unfit in a row."""

    year: str
    filed: Filed[AppraisalFile]
    file: AppraisalFile
    person: Person
    computed: Grade | None
    row: int

    @property
    def grade(self) -> Grade | None:
        """The announced result, else the computed one."""
        return self.person.result or self.computed

    @property
    def ends(self) -> bool:
        """Whether the office ends by law: unfit for the second time in a row."""
        return self.row >= 2


def graded(law: Law, one: Person) -> Grade | None:
    """By the shares of the pack: unfit first, then excellent, then fit (with excellent), else barely fit; None without ballots or shares."""
    shares = [law.standard(id) for id in ("appraisal-unfit", "appraisal-excellent", "appraisal-fit")]
    unfit, excellent, fit = (s.share if s else None for s in shares)
    if not one.ballots or unfit is None or excellent is None or fit is None:
        return None
    if unfit.met(one.unfit, one.ballots):
        return Grade.UNFIT
    if excellent.met(one.excellent, one.ballots):
        return Grade.EXCELLENT
    return Grade.FIT if fit.met(one.excellent + one.fit, one.ballots) else Grade.BARELY


def ratings(books: Books) -> tuple[Rated, ...]:
    """Everybody appraised, by year and in the order of the file; use through `books.derived`."""
    found: list[Rated] = []
    rows: dict[tuple[str, str], tuple[int, int]] = {}
    for filed in sorted(books.of(AppraisalFile), key=lambda f: f.id):
        if filed.record is None or not filed.id.isdecimal() or filed.record.day > books.as_of:
            continue
        year = int(filed.id)
        for one in filed.record.people:
            computed = graded(books.law.by(filed.record.day), one)
            who = one.office, one.name or ""
            before, count = rows.get(who, (0, 0))
            unfit = (one.result or computed) is Grade.UNFIT
            count = (count if before == year - 1 else 0) + 1 if unfit else 0
            rows[who] = year, count
            found.append(Rated(filed.id, filed, filed.record, one, computed, count))
    return tuple(found)


def in_office(books: Books, one: Person, day: datetime.date) -> bool:
    """Whether the person still holds the office on a day, by the terms of community.yml."""
    community = books.the(Community)
    for person in community.people if community else ():
        served = person.term is None or (person.term.start <= day and (person.term.end is None or day <= person.term.end))
        if served and one.office in person.roles and (one.name is None or one.name == person.name):
            return True
    return False
