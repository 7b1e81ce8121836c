"""FIN: what must hold of every book, month and line, by what is looked at."""

from mingbai.kind import rules_of
from mingbai.kinds.finance.rules import closing, conduct, funds, lines, months, vouchers

RULES = rules_of(months, lines, vouchers, closing, funds, conduct)
