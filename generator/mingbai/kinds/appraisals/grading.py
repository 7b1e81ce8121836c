"""The result of an appraisal by its ballots, and who was unfit twice in a row; whole numbers only."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.kinds.appraisals.records import AppraisalFile, Grade, Person, Standing
from mingbai.kinds.community.records import Community
from mingbai.packs import Law, Standard


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


def shares(law: Law) -> tuple[Standard | None, ...]:
    """What the ballots are measured by: unfit, excellent, fit."""
    return tuple(law.standard(id) for id in ("appraisal-unfit", "appraisal-excellent", "appraisal-fit"))


def graded(law: Law, one: Person) -> Grade | None:
    """By the shares of the pack: unfit first, then excellent, then fit (with excellent), else barely fit; None without ballots or shares."""
    unfit, excellent, fit = (s.share if s else None for s in shares(law))
    if not one.ballots or unfit is None or excellent is None or fit is None:
        return None
    if unfit.met(one.unfit, one.ballots):
        return Grade.UNFIT
    if excellent.met(one.excellent, one.ballots):
        return Grade.EXCELLENT
    return Grade.FIT if fit.met(one.excellent + one.fit, one.ballots) else Grade.BARELY


def ratings(books: Books) -> tuple[Rated, ...]:
    """Everybody appraised, by year and in the order of the file; use through `books.derived`.

    “Twice in a row” follows the person from office to office (urban law art. 37, village law art. 38: the member's office ends).
    """
    found: list[Rated] = []
    rows: dict[tuple[str, str], tuple[int, int]] = {}
    for filed in sorted(books.of(AppraisalFile), key=lambda f: f.id):
        file = filed.record
        if file is None or not filed.id.isdecimal() or file.day > books.as_of:
            continue
        year = int(filed.id)
        rated = [(one, who(books, one, file.day), graded(books.law.by(file.day), one)) for one in file.people]
        unfit = {key for one, key, computed in rated if (one.result or computed) is Grade.UNFIT}
        for key in {key for _, key, _ in rated}:
            before, count = rows.get(key, (0, 0))
            rows[key] = year, ((count if before == year - 1 else 0) + 1 if key in unfit else 0)
        for one, key, computed in rated:
            row = rows[key][1] if (one.result or computed) is Grade.UNFIT else 0
            found.append(Rated(filed.id, filed, file, one, computed, row))
    return tuple(found)


def who(books: Books, one: Person, day: datetime.date) -> tuple[str, str]:
    """Whose appraisal it is, an office and a name: the name alone where it is known, else the office alone.

    It is known where the file says it, or where community.yml has one holder of the office on that day: a predecessor is somebody else.
    """
    community = books.the(Community)
    holders = {p.name for p in community.people if one.office in p.roles and p.serves(day)} if community and one.name is None else {one.name or ""}
    name = holders.pop() if len(holders) == 1 else ""
    return ("", name) if name else (one.office, "")


def in_office(books: Books, one: Person, day: datetime.date) -> bool:
    """Whether the person still holds the office on a day, or of a member that is named any office of a member, by the terms of community.yml."""
    community, members = books.the(Community), books.law.standard("appraised-roles")
    for person in community.people if community else ():
        same = one.name is None or one.name == person.name
        elsewhere = (
            one.name is not None and one.standing is Standing.MEMBER and members is not None and any(r.endswith(members.words) for r in person.roles)
        )
        if person.serves(day) and same and (one.office in person.roles or elsewhere):
            return True
    return False
