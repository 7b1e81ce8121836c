"""Notices (公示、通告): what is shown before it is decided, and what is disclosed of matters without a register (domain §4.20; urban law art. 34, village law art. 35)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.notices import rules
from mingbai.kinds.notices.records import Notice
from mingbai.kinds.notices.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Notice]) -> Iterator[Id]:
    """What others may cite: the name of the file."""
    if filed.record is not None:
        yield Id("notice", filed.id, filed.record)


KIND = Kind(
    name="notices",
    title=Text("公示和通告", "Notices"),
    purpose=Text(
        "决定以前的公示（哪天截止、向谁提意见、结果怎样），和没有专门台账的公开事项：救助、补贴、网格、物业、应急等。只写数，不写姓名。",
        "Prior notices with their end, channel and outcome; disclosures of matters without a register of their own. Totals, never names.",
    ),
    shapes=(Shape("notices/{year}/{id}.yml", "{id}", Notice),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.notices.pages", "drafts"),
    datasets=later("mingbai.kinds.notices.pages", "datasets"),
    home=later("mingbai.kinds.notices.pages", "home"),
    addresses=later("mingbai.kinds.notices.pages", "addresses"),
    ahead=later("mingbai.kinds.notices.agenda", "ahead"),
    news=later("mingbai.kinds.notices.agenda", "news"),
    traces=traces,
    facets=facets,
    shown=(
        Shown("notices", "", ("sort", "from", "to", "state", "outcome_day", "outcome"), "{notice}", cards=True, prose=("text",)),
        Shown("notices-figures", "数据", ("name", "people", "households", "times", "rate", "amount"), "{notice}"),
    ),
    registers=(Register("notices/"),),
)
