"""By whose law a finding is told: of a collective's books and meetings by that of collectives, of a committee's by its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic

_WORDS = ("集体", "合作社")
"""What the name of a collective has one of."""


def sided(books: Books, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, each without the clauses that speak of the other side where it is clear whose ledger it stands in."""
    for found in findings:
        side = _side(books, found.place.path) if len(found.basis) > 1 else None
        clauses = found.basis if side is None else books.law.of_side(found.basis, collective=side)
        yield found if clauses == found.basis else replace(found, basis=clauses)


def _side(books: Books, path: str) -> bool | None:
    """Whether a file is a collective's; None where both may keep it: what stands neither in a book nor in the minutes of a body of one act."""
    parts = path.split("/")
    if parts[1:2] == ["finance"] and len(parts) > 3:
        body = getattr(books.find("book", parts[2]), "body", None)
        return None if body is None else any(word in body for word in _WORDS)
    if parts[1:2] != ["meetings"]:
        return None
    law = books.law
    held = law.bodies.get(parts[-1].removesuffix(".yml")[len("2026-01-01-") :].partition("-")[0])
    acts = [act for b in held.basis if (act := law.acts.get(b.act)) is not None and act.binds] if held else []
    sides = {law.is_collective(act) for act in acts}
    return sides.pop() if len(sides) == 1 else None
