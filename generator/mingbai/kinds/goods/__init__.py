"""Goods (物资): what came in, to which people it was given, what was lost, what is left (urban law art. 34; catalogue U08, U09)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.goods import rules_conduct, rules_record
from mingbai.kinds.goods.records import GoodsFile
from mingbai.kinds.goods.register import outcomes
from mingbai.kinds.goods.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[GoodsFile]) -> Iterator[Id]:
    """What other ledgers cite: `committee/WZ-01`."""
    if filed.record is not None:
        book = filed.id.partition("/")[0]
        for item in filed.record.items:
            yield Id("goods", f"{book}/{item.number}", item)


KIND = Kind(
    name="goods",
    title=Text("物资台账", "Goods"),
    purpose=Text(
        "防疫、防汛、防暑和慰问物资：从哪里来、发给哪一类人多少户、还剩多少。",
        "Goods that are given away: where they came from, to which people they went, what is left.",
    ),
    shapes=(Shape("finance/{book}/goods.yml", "{book}/goods", GoodsFile),),
    rules=rules_of(rules_record, rules_conduct),
    ids=_ids,
    drafts=later("mingbai.kinds.goods.pages", "drafts"),
    datasets=later("mingbai.kinds.goods.datasets", "datasets"),
    parts=later("mingbai.kinds.goods.pages", "parts"),
    addresses=later("mingbai.kinds.goods.pages", "addresses"),
    outcomes=outcomes,
    traces=traces,
    facets=facets,
    shown=(
        Shown("finance-goods", "物资", ("id", "name", "size", "unit", "received", "given", "lost", "left", "place"), "{id}", standing=True),
        Shown(
            "finance-goods-movements",
            "收发",
            ("date", "id", "kind", "number", "source", "given_to", "households", "people", "reason"),
            "{id}",
            "date",
        ),
    ),
    registers=(Register("finance/{book}/goods/"),),
)
