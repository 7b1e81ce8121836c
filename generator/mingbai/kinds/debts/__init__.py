"""Claims and debts (债权债务): who owes whom, since when, what was settled, what is left (urban law art. 34; catalogue U18)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.debts import rules_accounts, rules_conduct, rules_contracts, rules_line, rules_record
from mingbai.kinds.debts.records import DebtFile
from mingbai.kinds.debts.register import outcomes
from mingbai.kinds.debts.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[DebtFile]) -> Iterator[Id]:
    """What other ledgers cite: `committee/YS-2024-01`."""
    if filed.record is not None:
        book = filed.id.partition("/")[0]
        for debt in filed.record.debts:
            yield Id("debt", f"{book}/{debt.number}", debt)


KIND = Kind(
    name="debts",
    title=Text("债权债务", "Claims and debts"),
    purpose=Text(
        "每本账别人欠我们的、我们欠别人的：什么时候、为什么欠的，收回或还了多少，还剩多少，欠了多久。",
        "What others owe every book and what it owes: since when, what for, what was settled, what is left, how old it is.",
    ),
    shapes=(Shape("finance/{book}/debts.yml", "{book}/debts", DebtFile),),
    rules=rules_of(rules_record, rules_conduct, rules_accounts, rules_contracts, rules_line),
    ids=_ids,
    drafts=later("mingbai.kinds.debts.pages", "drafts"),
    datasets=later("mingbai.kinds.debts.datasets", "datasets"),
    parts=later("mingbai.kinds.debts.pages", "parts"),
    holdings=later("mingbai.kinds.debts.pages", "holdings"),
    addresses=later("mingbai.kinds.debts.pages", "addresses"),
    outcomes=outcomes,
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-debts",
            "债权债务",
            ("id", "nature", "other", "reason", "arose", "amount", "left", "due", "measures"),
            "{id}",
            standing=True,
            sum=("amount", "left"),
        ),
    ),
    registers=(Register("finance/{book}/debts/"),),
)
