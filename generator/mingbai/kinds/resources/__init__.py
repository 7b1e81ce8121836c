"""Natural resources (资源登记簿): where, how large, whose, how used, by whom and until when (collective law art. 45; catalogue C5)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.resources import rules, rules_overlap
from mingbai.kinds.resources.records import ResourceFile
from mingbai.kinds.resources.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[ResourceFile]) -> Iterator[Id]:
    """What other ledgers cite: the parcel `committee/ZY-03`, its part `committee/ZY-03/2`."""
    if filed.record is not None:
        book = filed.id.partition("/")[0]
        for resource in filed.record.resources:
            yield Id("resource", f"{book}/{resource.number}", resource)
            for part in resource.parts:
                yield Id("resource", f"{book}/{resource.number}/{part.number}", part)


KIND = Kind(
    name="resources",
    title=Text("资源登记簿", "Resources"),
    purpose=Text(
        "每本账的土地、林地、水面等资源：在哪里、多大、怎么用、谁承包、到哪天、每年多少钱。",
        "The land, woods and waters of every book: where, how large, how used, by whom, until when, for how much a year.",
    ),
    shapes=(Shape("finance/{book}/resources.yml", "{book}/resources", ResourceFile),),
    rules=rules_of(rules, rules_overlap),
    ids=_ids,
    drafts=later("mingbai.kinds.resources.pages", "drafts"),
    datasets=later("mingbai.kinds.resources.datasets", "datasets"),
    parts=later("mingbai.kinds.resources.pages", "parts"),
    holdings=later("mingbai.kinds.resources.pages", "holdings"),
    addresses=later("mingbai.kinds.resources.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-resources",
            "资源",
            ("id", "part", "name", "class", "place", "area", "use", "user", "end", "yearly", "paid"),
            standing=True,
        ),
    ),
    registers=(Register("finance/{book}/resources/"),),
)
