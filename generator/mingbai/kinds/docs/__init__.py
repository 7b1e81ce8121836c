"""Documents (制度、计划、报告、审计): standing rules, yearly plans and reports, audits, what residents asked to see (urban law art. 30, 34, 38)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.docs import rules
from mingbai.kinds.docs.records import Doc
from mingbai.kinds.docs.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Doc]) -> Iterator[Id]:
    """What others may cite: the name of the file."""
    if filed.record is not None:
        yield Id("doc", filed.id, filed.record)


KIND = Kind(
    name="docs",
    title=Text("制度、计划和报告", "Documents"),
    purpose=Text(
        "议事、印章、财务、档案制度，年度计划和工作报告，审计报告和整改，应居民要求公开的材料。",
        "Standing rules, yearly plans and reports, audits and what was put right, what residents asked to see.",
    ),
    shapes=(Shape("docs/{id}.yml", "{id}", Doc),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.docs.pages", "drafts"),
    datasets=later("mingbai.kinds.docs.pages", "datasets"),
    about=later("mingbai.kinds.docs.pages", "about"),
    addresses=later("mingbai.kinds.docs.pages", "addresses"),
    news=later("mingbai.kinds.docs.pages", "news"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "docs",
            "",
            ("sort", "year", "day", "by", "state", "effective", "ended"),
            "{doc}",
            cards=True,
            prose=("summary", "sections"),
            below=(Shown("docs-steps", "任务和整改", ("number", "what", "deadline", "office", "state", "done", "told"), "{doc}"),),
        ),
    ),
    registers=(Register("docs/"),),
)
