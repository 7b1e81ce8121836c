"""A project beside its levy, and how whoever carries it out was chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.levies.records import LevyFile
from mingbai.kinds.projects.codes import LEVY_DIFFERS, NO_COMPETITION
from mingbai.kinds.projects.records import Project, SourceKind, Stage, Tendering
from mingbai.kinds.projects.standing import standings
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_PUBLIC = (Tendering.OPEN, Tendering.INVITED, Tendering.COMPETITIVE, Tendering.OWN)


@rule(LEVY_DIFFERS)
def sources_are_those_of_the_levy(books: Books) -> Iterator[Diagnostic]:
    """What a project counts as raised, as labour and as matching grant is what the levies for it say, before any variation."""
    levies: dict[str, list[LevyFile]] = defaultdict(list)
    for filed in books.of(LevyFile):
        full = books.resolve("project", filed.record.project, filed) if filed.record and filed.record.project else None
        if full and filed.record:
            levies[full].append(filed.record)
    for s in books.derived(standings) if levies else ():
        for kind, levy in _levied(levies[s.id]).items() if s.id in levies else ():
            typed = sum(source.amount for source in s.project.sources if source.kind is kind)
            if typed != levy and not s.project.variations:
                said: dict[str, Any] = {"source": kind.text, "project": grouped(typed), "levy": grouped(levy)}
                yield LEVY_DIFFERS.at(books.place(s.project, "sources"), record=s.project.at_, **said)


def _levied(levies: list[LevyFile]) -> dict[SourceKind, int]:
    """Fen by source, as the levies have it: days that were paid for (以资代劳) are money, and no labour any more."""
    instead = sum(one.labour.paid for one in levies if one.labour)
    return {
        SourceKind.LEVIED: sum(one.raised.fen for one in levies if one.raised) + instead,
        SourceKind.LABOUR: sum(one.labour.fen for one in levies if one.labour) - instead,
        SourceKind.GRANT: sum(one.grant.amount for one in levies if one.grant),
    }


@rule(NO_COMPETITION)
def large_projects_are_put_to_competition(books: Books) -> Iterator[Diagnostic]:
    """From the pack's amount upwards whoever carries a project out was chosen in public by the time it begins."""
    for s in books.derived(standings):
        project: Project = s.project
        begun = s.day(Stage.STARTED)
        limit = books.law.standard("tender-limit", begun) if begun is not None else None
        if limit is not None and limit.amount is not None and s.budget >= limit.amount and project.tendering not in _PUBLIC:
            how = (
                Text(f"写的是“{project.tendering.zh}”", f"not by “{project.tendering.value}”")
                if project.tendering
                else Text("没有写招标方式", "and no way is named")
            )
            said: dict[str, Any] = {"name": project.name, "budget": grouped(s.budget), "limit": grouped(limit.amount), "unsure": doubt(limit)}
            yield NO_COMPETITION.at(
                books.place(project, "tendering" if project.tendering else "name"),
                record=project.at_,
                how=how,
                basis=books.law.grounds(NO_COMPETITION, limit),
                **said,
            )
