"""What the catalogue may ask of projects: each stage, the acceptance, the outturn; what they cost and whose money it is."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.community.records import Community
from mingbai.kinds.projects.records import Project, SourceKind, Stage
from mingbai.values.money import plain
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """Every stage of a project on its day (类别, 阶段: 议定 … 验收, 决算, 预算: as decided by that day, 资金来源: also the bodies whose books it is paid from)."""
    bodies = _bodies(books)
    for filed in books.of(Project):
        project = filed.record
        if project is None:
            continue
        reached = [(s.day, s.stage.zh) for s in project.steps]
        reached += [(project.acceptance.day, "验收")] if project.acceptance else []
        reached += [(project.outturn.day, "决算")] if project.outturn else []
        paid = {word for s in project.sources for word in (s.kind.zh, bodies.get(s.fund or ""), bodies.get(s.book or "")) if word}
        for day, stage in reached:
            facets = faceted(project, 阶段=[stage], 预算=[plain(_budget(project, day))], 资金来源=paid)
            yield Trace(day, f"{filed.id}/{stage}/{day}", project, say("{name}：{stage}", name=project.name, stage=stage), facets)


def facets(books: Books) -> Choices:
    """By what they can be chosen; a budget is an amount, whatever it comes to."""
    paid = {*(s.zh for s in SourceKind), *_bodies(books).values()}
    return {**choices(Project, 阶段=[*(s.zh for s in Stage), "验收", "决算"], 资金来源=paid), "预算": None}


def _budget(project: Project, day: datetime.date) -> int:
    """The budget with every variation decided by a day."""
    return project.budget + sum(v.fen for v in project.variations if v.decision and v.day <= day)


def _bodies(books: Books) -> dict[str, str]:
    """Whose money it is: by the id of a book, and of a fund kept in it."""
    community = books.the(Community)
    if community is None:
        return {}
    bodies = {b.id: b.body for b in community.books}
    return {f.id: bodies[f.book] for f in community.funds if f.book in bodies} | bodies
