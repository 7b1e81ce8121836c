"""What the catalogue may ask of projects: each stage, the acceptance, the outturn."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.projects.records import Project, Stage
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """Every stage of a project on its day (类别, 阶段: 议定 … 验收, 决算)."""
    for filed in books.of(Project):
        project = filed.record
        if project is None:
            continue
        reached = [(s.day, s.stage.zh) for s in project.steps]
        reached += [(project.acceptance.day, "验收")] if project.acceptance else []
        reached += [(project.outturn.day, "决算")] if project.outturn else []
        for day, stage in reached:
            yield Trace(
                day, f"{filed.id}/{stage}/{day}", project, say("{name}：{stage}", name=project.name, stage=stage), faceted(project, 阶段=[stage])
            )


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Project, 阶段=[*(s.zh for s in Stage), "验收", "决算"])
