"""Distribution of the year's gain (收益分配): what there was, who gets it, who decided, what was paid (C7; collective law arts 26–28, 45, 46)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.distribution import rules, rules_accounts
from mingbai.kinds.distribution.records import DistributionFile
from mingbai.kinds.distribution.standing import distribution_id
from mingbai.kinds.distribution.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[DistributionFile]) -> Iterator[Id]:
    """What lines cite: `collective/2026`."""
    if filed.record is not None:
        yield Id("distribution", distribution_id(filed), filed.record)


KIND = Kind(
    name="distribution",
    title=Text("收益分配", "Distribution"),
    purpose=Text(
        "一年的收益有多少，提取多少，分给成员多少，谁表决的，发了多少。",
        "What a year's gain was, what is put aside, what members get, who voted on it, what was paid.",
    ),
    shapes=(Shape("finance/{book}/distribution/{year}.yml", "{book}/distribution/{year}", DistributionFile),),
    rules=rules_of(rules, rules_accounts),
    ids=_ids,
    drafts=later("mingbai.kinds.distribution.pages", "drafts"),
    datasets=later("mingbai.kinds.distribution.datasets", "datasets"),
    parts=later("mingbai.kinds.distribution.pages", "parts"),
    addresses=later("mingbai.kinds.distribution.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-distribution",
            "",
            ("year", "gain", "opening", "moved_in", "reserve", "welfare", "investors", "members", "other", "closing", "paid", "shown"),
            "{id}",
            cards=True,
        ),
        Shown("finance-distribution-members", "成员分配", ("sort", "shares", "each", "amount", "people"), "{id}", sum=("amount",)),
    ),
    registers=(Register("finance/{book}/distribution/"),),
)
