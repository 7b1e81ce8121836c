"""Contracts (合同台账): with whom, about what, for how much, what is due, what came, what is late (collective law art. 45; catalogue 2.3)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.contracts import rules_conduct, rules_fairness, rules_money, rules_overlap, rules_record
from mingbai.kinds.contracts.records import ContractFile
from mingbai.kinds.contracts.register import outcomes
from mingbai.kinds.contracts.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[ContractFile]) -> Iterator[Id]:
    """What other ledgers cite: `committee/HT-2026-01`."""
    if filed.record is not None:
        book = filed.id.partition("/")[0]
        for contract in filed.record.contracts:
            yield Id("contract", f"{book}/{contract.number}", contract)


KIND = Kind(
    name="contracts",
    title=Text("合同台账", "Contracts"),
    purpose=Text(
        "每本账的合同：跟谁签、签了什么、多少钱、该收该付多少、已收已付多少、谁欠着。",
        "The contracts of every book: with whom, about what, what is due, what was received or paid, what is owed.",
    ),
    shapes=(Shape("finance/{book}/contracts.yml", "{book}/contracts", ContractFile),),
    rules=rules_of(rules_record, rules_money, rules_conduct, rules_overlap, rules_fairness),
    ids=_ids,
    drafts=later("mingbai.kinds.contracts.pages", "drafts"),
    datasets=later("mingbai.kinds.contracts.datasets", "datasets"),
    parts=later("mingbai.kinds.contracts.pages", "parts"),
    addresses=later("mingbai.kinds.contracts.pages", "addresses"),
    outcomes=outcomes,
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-contracts",
            "",
            (
                "id",
                "kind",
                "party_a",
                "party_b",
                "subject",
                "direction",
                "start",
                "end",
                "signed",
                "total",
                "deposit",
                "procedure",
                "state",
                "due",
                "paid",
                "owed",
                "overdue",
            ),
            "{id}",
            cards=True,
        ),
    ),
    registers=(Register("finance/{book}/contracts/"),),
)
