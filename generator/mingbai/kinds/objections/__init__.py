"""Objections and requests (异议、诉求): what residents doubt or ask, by when it must be answered, what the answer was."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.objections import rules
from mingbai.kinds.objections.records import ObjectionFile
from mingbai.kinds.objections.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[ObjectionFile]) -> Iterator[Id]:
    """What others may cite: an objection, as year/number."""
    for one in filed.record.objections if filed.record else ():
        yield Id("objection", f"{filed.id}/{one.number}", one)


KIND = Kind(
    name="objections",
    title=Text("异议和答复", "Objections and answers"),
    purpose=Text(
        "居民对公开的内容、账上的一笔、一项决定有疑问：哪天提的、几天内要答复、答复了什么、改了没有。",
        "What residents doubt: when it was raised, by when it must be answered, what the answer was, whether anything was put right.",
    ),
    shapes=(Shape("objections/{year}.yml", "{year}", ObjectionFile),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.objections.pages", "drafts"),
    datasets=later("mingbai.kinds.objections.datasets", "datasets"),
    parts=later("mingbai.kinds.objections.pages", "parts"),
    addresses=later("mingbai.kinds.objections.pages", "addresses"),
    news=later("mingbai.kinds.objections.news", "news"),
    traces=traces,
    facets=facets,
    measures=later("mingbai.kinds.objections.measures", "measures"),
    shown=(
        Shown(
            "objections",
            "",
            ("sort", "date", "category", "summary", "due", "answered", "outcome", "answer", "remedy", "content", "state"),
            "{id}",
            cards=True,
        ),
    ),
)
