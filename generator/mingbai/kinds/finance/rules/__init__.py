"""FIN: what must hold of every book, month and line, by what is looked at."""

from mingbai.kind import rules_of
from mingbai.kinds.finance.rules import (
    accounts,
    bank,
    cash,
    chart,
    closing,
    conduct,
    funds,
    hands,
    legs,
    lines,
    locks,
    months,
    papers,
    patterns,
    plans,
    terms,
    trial,
    vouchers,
)

RULES = rules_of(
    months, lines, vouchers, closing, funds, terms, conduct, hands, papers, cash, patterns, plans, locks, legs, accounts, chart, trial, bank
)
