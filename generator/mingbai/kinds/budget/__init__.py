"""Budgets (预算、决算、执行率): what a year was to cost, what it came to, what was changed by whom (catalogue U12, C1; collective law art. 26)."""

from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.budget import rules_conduct, rules_record
from mingbai.kinds.budget.records import BudgetFile
from mingbai.kinds.budget.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text

KIND = Kind(
    name="budget",
    title=Text("预算", "Budget"),
    purpose=Text(
        "每本账一年打算收多少、花多少，谁表决的，年中改了什么，执行到哪里。",
        "What a book means to receive and spend in a year, who voted on it, what was changed, how far it has come.",
    ),
    shapes=(Shape("finance/{book}/budget/{year}.yml", "{book}/budget/{year}", BudgetFile),),
    rules=rules_of(rules_record, rules_conduct),
    drafts=later("mingbai.kinds.budget.pages", "drafts"),
    datasets=later("mingbai.kinds.budget.datasets", "datasets"),
    parts=later("mingbai.kinds.budget.pages", "parts"),
    addresses=later("mingbai.kinds.budget.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-budget",
            "预算和执行",
            ("number", "direction", "category", "last_year", "revised", "outturn", "note"),
            "{book}/budget/{year}",
        ),
        Shown("finance-budget-changes", "预算调整", ("date", "number", "amount", "reason"), "{book}/budget/{year}", "date"),
    ),
    registers=(Register("finance/{book}/budget/"),),
)
