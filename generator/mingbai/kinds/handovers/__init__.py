"""Handovers (交接): an officer who handles money or books leaves, another takes over: what was counted, what was handed over, who watched."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.handovers import rules
from mingbai.kinds.handovers.records import HandoverFile
from mingbai.values.text import Text


def _ids(filed: Filed[HandoverFile]) -> Iterator[Id]:
    """What others may cite: the name of the file."""
    if filed.record is not None:
        yield Id("handover", filed.id, filed.record)


KIND = Kind(
    name="handovers",
    title=Text("交接", "Handovers"),
    purpose=Text(
        "出纳、会计、主任换人的那天：现金当面点了多少、银行余额多少、账记到哪一笔、交了哪些印章票据，谁监交。",
        "The day an officer hands over: what was counted, what the bank held, the last voucher, seals and papers, who watched.",
    ),
    shapes=(Shape("handovers/{id}.yml", "{id}", HandoverFile),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.handovers.pages", "drafts"),
    datasets=later("mingbai.kinds.handovers.pages", "datasets"),
    about=later("mingbai.kinds.handovers.pages", "about"),
    parts=later("mingbai.kinds.handovers.pages", "parts"),
    addresses=later("mingbai.kinds.handovers.pages", "addresses"),
    registers=(Register("handovers/"),),
)
