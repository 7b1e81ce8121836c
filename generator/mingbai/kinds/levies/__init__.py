"""One matter, one vote (一事一议筹资筹劳): what residents give in money and labour, what is added, the account until it is closed (V04, U11)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.levies import rules
from mingbai.kinds.levies.records import LevyFile
from mingbai.kinds.levies.standing import levy_id
from mingbai.kinds.levies.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[LevyFile]) -> Iterator[Id]:
    """What lines cite: `committee/2026-road`."""
    if filed.record is not None:
        yield Id("levy", levy_id(filed), filed.record)


KIND = Kind(
    name="levies",
    title=Text("一事一议筹资筹劳", "Levies"),
    purpose=Text(
        "为一件公益事业向居民筹多少钱、多少工，谁议定的，收了多少，花到哪里，剩下怎么办。",
        "What residents give in money and labour for one matter: who voted, what came, what was spent, what became of the rest.",
    ),
    shapes=(Shape("finance/{book}/levies/{id}.yml", "{book}/levies/{id}", LevyFile),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.levies.pages", "drafts"),
    datasets=later("mingbai.kinds.levies.datasets", "datasets"),
    parts=later("mingbai.kinds.levies.pages", "parts"),
    addresses=later("mingbai.kinds.levies.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-levies",
            "",
            (
                "name",
                "year",
                "people",
                "rate",
                "exempt",
                "due",
                "collected",
                "grant",
                "granted",
                "donated",
                "collective",
                "spent",
                "remaining",
                "settled",
            ),
            "{id}",
            cards=True,
        ),
    ),
    registers=(Register("finance/{book}/levies/"),),
)
