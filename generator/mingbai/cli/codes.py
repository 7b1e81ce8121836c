"""Every code the program may report, wherever it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.diagnostics import Code


def every() -> dict[str, Code]:
    """All codes by id, sorted."""
    found: dict[str, Code] = {}
    for code in _declared():
        if found.setdefault(code.id, code) is not code:
            raise ValueError(f"{code.id} is declared twice")
    return dict(sorted(found.items()))


def _declared() -> Iterator[Code]:
    from mingbai import checking, importing, packs, pipeline, printing, reading
    from mingbai.kinds import discover
    from mingbai.schema import codes as schema

    for codes in (reading.CODES, schema.CODES, checking.CODES, packs.CODES, pipeline.CODES, importing.CODES, printing.CODES):
        yield from codes
    for kind in discover():
        yield from kind.all_codes
