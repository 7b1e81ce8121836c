"""DUE021–DUE023: who signed a publication held the office on that day; supervisors had the plan first and examined it within their days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.disclosures.offices import bare, is_of, prefixes
from mingbai.kinds.disclosures.records import Disclosure, DisclosureFile
from mingbai.packs import doubt
from mingbai.values.text import Text

_SUPERVISED = (Cite("urban-committee", "36"), Cite("village-committee", "37"), Cite("collective", "32"))

NOT_HELD = Code(
    "DUE021",
    Severity.WARNING,
    Text("签字那天没有人担任这个职务", "signed by an office that nobody held that day"),
    Text("“{office}”签于 {signed}，{what}", "“{office}” signed on {signed}; {what}"),
    Text(
        "核对签字的日期和职务；登记漏了、任期没有改的，在 community.yml 的“人员”“监督委员会”里补上。",
        "Check office and day; if a name or a term is missing, enter it in community.yml among officers or supervisors.",
    ),
    Text("谁签字谁负责，没有人担任的职务签不了字。", "Who signs answers for it; an office that nobody holds cannot sign."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45")),
)
REVIEWED_LATE = Code(
    "DUE022",
    Severity.WARNING,
    Text("公开方案审查晚了", "a plan of publication examined late"),
    Text(
        "方案 {plan} 提出，监督委员会应在 {due} 以前审查（{days} 天），{given}{unsure}",
        "the plan was put forward on {plan}, to be examined by {due} ({days:day|days}); {given}{unsure}",
    ),
    Text(
        "日期写错了就改正；审查过了，在“签署”里补上监督委员会的签字。",
        "Mend the day if it is wrong; if it was examined, enter the supervisors' signature.",
    ),
    Text("方案提出以后几天内审查、提异议，公布才不会拖晚。", "Examined within days, a plan is published in time, objections and all."),
    _SUPERVISED,
)
NOT_FIRST = Code(
    "DUE023",
    Severity.WARNING,
    Text("方案、审查、公布的先后不对", "plan, examination and publication out of order"),
    Text("方案 {plan} 提出，{what}", "the plan was put forward on {plan}; {what}"),
    Text("核对三个日期：先提出方案，再审查签字，然后公布。", "Check the three days: first the plan, then the signature, then the publication."),
    Text("监督委员会看过方案，公布的才是审查过的。", "What is published is what the supervisors have seen before."),
    _SUPERVISED,
)


def _entries(books: Books) -> Iterator[Disclosure]:
    return (entry for filed in books.of(DisclosureFile) for entry in (filed.record.entries if filed.record else ()))


@rule(NOT_HELD)
def who_signs_holds_the_office(books: Books) -> Iterator[Diagnostic]:
    """On the day of a signature somebody registered in community.yml held the office; offices of others (the subdistrict, an election committee) are registered nowhere."""
    community = books.the(Community)
    people = (*community.people, *community.supervisors) if community else ()
    for entry in _entries(books) if people else ():
        for signature in entry.signatures:
            outside, before = books.law.standard("outside-offices", signature.day), prefixes(books, signature.day)
            wanted = bare(signature.office, before)
            holders = [p for p in people if signature.office == p.name or any(is_of(bare(role, before), wanted) for role in p.roles)]
            if any(p.serves(signature.day) for p in holders):
                continue
            if not holders and outside is not None and any(word in signature.office for word in outside.words):
                continue
            said: dict[str, Any] = {"office": signature.office, "signed": signature.day, "what": _held(holders)}
            yield NOT_HELD.at(books.place(signature, "office"), record=entry.at_, basis=books.law.basis(NOT_HELD.basis), **said)


def _held(holders: list[Person]) -> Text:
    """When the office was held, as registered."""
    terms = sorted((p.term.start, p.term.end) for p in holders if p.term is not None)
    if not terms:
        return Text("community.yml 里没有人担任", "nobody holds it in community.yml")
    zh = "、".join(f"{start} 至 {end or '今'}" for start, end in terms)
    en = ", ".join(f"{start} to {end or 'now'}" for start, end in terms)
    return Text(f"登记的任期是 {zh}", f"it is registered as held {en}")


@rule(REVIEWED_LATE, NOT_FIRST)
def supervisors_examine_the_plan_in_time(books: Books) -> Iterator[Diagnostic]:
    """Where the day of the plan is written down: the supervisors signed on it or after it, within the days of the pack; the day of the plan is not counted, a day of rest moves the end on."""
    community = books.the(Community)
    roles = {role for p in community.supervisors for role in (*p.roles, p.name)} if community else set()
    for entry in _entries(books) if roles else ():
        if entry.plan is None:
            continue
        standard = books.law.standard("publication-review-days", entry.plan)
        signed = min((s.day for s in entry.signatures if s.office in roles), default=None)
        if (what := _before(entry, entry.plan, signed)) is not None:
            yield NOT_FIRST.at(books.place(entry, "plan"), record=entry.at_, plan=entry.plan, what=what)
        elif standard is not None and standard.count is not None:
            due = books.law.calendar.within(entry.plan, standard.count).day
            if (signed or books.as_of) > due:
                given = Text(f"{signed} 才签字", f"they signed on {signed}") if signed else Text("还没有签字", "they have not signed yet")
                said: dict[str, Any] = {"plan": entry.plan, "due": due, "days": standard.count, "given": given, "unsure": doubt(standard)}
                yield REVIEWED_LATE.at(books.place(entry, "plan"), record=entry.at_, basis=books.law.clauses(standard) or None, **said)


def _before(entry: Disclosure, plan: datetime.date, signed: datetime.date | None) -> Text | None:
    """What came before the plan, and cannot have; None where everything followed."""
    if entry.day < plan:
        return Text(f"{entry.day} 已经公布", f"it was published on {entry.day} already")
    if signed is not None and signed < plan:
        return Text(f"监督委员会 {signed} 已经签字", f"the supervisors had signed on {signed} already")
    return None
