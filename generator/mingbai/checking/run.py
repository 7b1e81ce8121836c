"""Every rule of every kind over the same books; a rule that crashes becomes a finding that names it."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator

from mingbai.books import Books
from mingbai.checking.references import broken_references
from mingbai.checking.sides import sided
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.kind import Kind, Rule
from mingbai.values.text import Text

CRASHED = Code(
    "SYS001",
    Severity.ERROR,
    Text("检查程序自己出了错", "a check failed by itself"),
    Text("规则 {rule} 没有跑完：{error}", "rule {rule} did not finish: {error}"),
    Text(
        "这不是台账的错。请把这一行报告给明白的开发者；其余检查不受影响。",
        "The ledgers are not to blame. Please report this line to the developers; the other checks are unaffected.",
    ),
    Text("一条规则出错不能让别的检查停下来，也不能悄悄略过。", "A rule that fails must neither stop the others nor be passed over in silence."),
)
CODES = (CRASHED,)


def run(kinds: Iterable[Kind], books: Books) -> tuple[Diagnostic, ...]:
    """All findings of all rules, in no particular order."""
    rules = [Rule(broken_references, ()), *(r for kind in kinds for r in kind.rules)]
    return tuple(sided(books, (finding for rule in rules for finding in _guarded(rule, books))))


def _guarded(rule: Rule, books: Books) -> Iterator[Diagnostic]:
    try:
        yield from rule.check(books)
    except Exception as fault:  # noqa: BLE001  a rule is ours, the ledgers are not to blame
        where = traceback.extract_tb(fault.__traceback__)[-1]
        error = f"{type(fault).__name__}: {fault} ({where.filename.rpartition('/')[2]}:{where.lineno})"
        yield CRASHED.at(Place("ledgers"), rule=rule.name, error=error)
