"""Charters, pacts and village rules (自治章程、居民公约、村规民约): every version with its text and how it was adopted.

The law has them made by the assembly (or the representatives it authorises), filed and kept to; residents must see which
text holds today, who adopted it, and what changed.
"""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.pacts import rules, rules_holding, rules_subject
from mingbai.kinds.pacts.records import Pact
from mingbai.kinds.pacts.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Pact]) -> Iterator[Id]:
    """What other ledgers cite: the pact."""
    if filed.record is not None:
        yield Id("pact", filed.id, filed.record)


KIND = Kind(
    name="pacts",
    title=Text("公约和章程", "Pacts"),
    purpose=Text(
        "大家一起定的规矩：现行文本、各个版本、怎样征求意见、表决和备案。",
        "What residents agreed on: the text in force, its versions, how it was asked for, voted and filed.",
    ),
    shapes=(Shape("pacts/{id}.yml", "{id}", Pact),),
    rules=rules_of(rules, rules_holding, rules_subject),
    ids=_ids,
    drafts=later("mingbai.kinds.pacts.pages", "drafts"),
    datasets=later("mingbai.kinds.pacts.datasets", "datasets"),
    home=later("mingbai.kinds.pacts.pages", "home"),
    addresses=later("mingbai.kinds.pacts.pages", "addresses"),
    ahead=later("mingbai.kinds.pacts.agenda", "ahead"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "pacts",
            "",
            ("kind", "version", "state", "maker", "scope", "voted", "result", "filed_with", "filed", "filing_number", "effective"),
            "{pact}/{version}",
            cards=True,
            below=(Shown("pacts-articles", "条款", ("article", "title", "text"), "{pact}/{version}"),),
        ),
    ),
    registers=(Register("pacts/"),),
)
