"""Projects (项目): who decided, where the money comes from, how it went, who accepted it, what it cost (catalogue U13, U14, V04, V06, V16)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.projects import rules_conduct, rules_fairness, rules_record, rules_shown
from mingbai.kinds.projects.records import Project
from mingbai.kinds.projects.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Project]) -> Iterator[Id]:
    """What lines, contracts and levies cite: the project."""
    if filed.record is not None:
        yield Id("project", filed.id, filed.record)


KIND = Kind(
    name="projects",
    title=Text("项目", "Projects"),
    purpose=Text(
        "每个项目谁定的、钱从哪里来、谁来干、进行到哪里、谁验收、花了多少。",
        "Each project: who decided, where the money comes from, who does it, how far it is, who accepted it, what it cost.",
    ),
    shapes=(Shape("projects/{id}.yml", "{id}", Project),),
    rules=rules_of(rules_record, rules_conduct, rules_shown, rules_fairness),
    ids=_ids,
    drafts=later("mingbai.kinds.projects.pages", "drafts"),
    datasets=later("mingbai.kinds.projects.datasets", "datasets"),
    parts=later("mingbai.kinds.projects.pages", "parts"),
    addresses=later("mingbai.kinds.projects.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "projects-list",
            "",
            (
                "name",
                "kind",
                "state",
                "place",
                "scale",
                "budget",
                "changed",
                "paid",
                "outturn",
                "owed",
                "contractor",
                "accepted",
                "conclusion",
                "warranty",
            ),
            "{id}",
            cards=True,
            standing=True,
        ),
        Shown("projects-events", "经过", ("date", "event", "explanation"), "{id}", "date"),
    ),
    registers=(Register("projects/"),),
)
