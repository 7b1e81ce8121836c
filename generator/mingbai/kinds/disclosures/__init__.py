"""The disclosure catalogue (公开目录): what must be published by when, and what has been (urban law art. 34, village law art. 35, collectives art. 45)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.disclosures import rules, rules_early, rules_objected, rules_prior, rules_signed, rules_told
from mingbai.kinds.disclosures.correcting import named
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.kinds.disclosures.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[DisclosureFile]) -> Iterator[Id]:
    """What corrections cite: publications as `item/period`, or `item/day` where they are of no period."""
    for entry in filed.record.entries if filed.record else ():
        if entry.corrects is None:
            yield Id("disclosure", named(entry), entry, lenient=True)  # twice: DUE006 says so


KIND = Kind(
    name="disclosures",
    title=Text("公开登记", "Disclosures"),
    purpose=Text(
        "每个事项哪天公布、在哪里公布、谁签的字、公布了多久；目录里的每一项按时、晚了还是没有公布，由它算出。",
        "When each item was published, where, signed by whom and for how long; whether it was in time follows from it.",
    ),
    shapes=(Shape("disclosures/{year}.yml", "{year}", DisclosureFile),),
    rules=rules_of(rules, rules_early, rules_objected, rules_prior, rules_signed, rules_told),
    ids=_ids,
    drafts=later("mingbai.kinds.disclosures.pages", "drafts"),
    datasets=later("mingbai.kinds.disclosures.datasets", "datasets"),
    home=later("mingbai.kinds.disclosures.pages", "home"),
    parts=later("mingbai.kinds.disclosures.parts", "parts"),
    addresses=later("mingbai.kinds.disclosures.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(Shown("disclosures", "更正", ("published", "name", "corrects", "reason"), key="{corrects}/{published}"),),
    ahead=later("mingbai.kinds.disclosures.agenda", "ahead"),
    news=later("mingbai.kinds.disclosures.agenda", "news"),
)
