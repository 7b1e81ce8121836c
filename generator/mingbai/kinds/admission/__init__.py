"""Admission (准入): tasks that offices ask the community to take on, who allowed them, and whether the money followed (费随事转)."""

from collections.abc import Iterator
from typing import Any

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.admission import rules_money, rules_record
from mingbai.kinds.admission.records import Admission, DutyFile
from mingbai.kinds.admission.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Any]) -> Iterator[Id]:
    """What funds and lines cite: the task; what tasks cite: an entry of the list."""
    record = filed.record
    if isinstance(record, Admission):
        yield Id("admission", filed.id, record)
    elif isinstance(record, DutyFile):
        yield from (Id("duty", f"{filed.id}/{duty.number}", duty) for duty in record.duties)


KIND = Kind(
    name="admission",
    title=Text("准入台账", "Admission of tasks"),
    purpose=Text(
        "哪个部门要社区做什么事，谁批准的，说好给多少钱，钱到了没有；不在清单上的事可以不接。",
        "Which office asks what of the community, who allowed it, how much money was promised, whether it arrived; what is not on the list may be refused.",
    ),
    shapes=(Shape("admission/{id}.yml", "{id}", Admission, many=DutyFile),),
    rules=rules_of(rules_record, rules_money),
    ids=_ids,
    drafts=later("mingbai.kinds.admission.pages", "drafts"),
    datasets=later("mingbai.kinds.admission.datasets", "datasets"),
    parts=later("mingbai.kinds.admission.pages", "parts"),
    addresses=later("mingbai.kinds.admission.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "admission",
            "协助政府的事项",
            ("matter", "department", "applied", "outcome", "decided", "start", "end", "state", "promised", "arrived", "spent"),
            "{id}",
            cards=True,
            standing=True,
        ),
    ),
    registers=(Register("admission/"),),
)
