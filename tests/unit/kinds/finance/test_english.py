"""English keys and words mean exactly what the Chinese ones mean: the same tables, byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mingbai import pipeline, reading, writing
from mingbai.kinds import discover
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.records import MonthFile
from mingbai.rendering import csv_bytes
from mingbai.schema.record import AT, Record, fields, nested
from mingbai.values.terms import Term
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import ledgers

GOOD = Path(pipeline.__file__).parent / "kinds/finance/examples/good/finance/committee/2026-03.yml"
COMMUNITY = Path(pipeline.__file__).parent / "kinds/community/examples/good/community.yml"


def in_english(nodes: Any, record: type[Record]) -> Any:
    """The nodes with every key and every term in English."""
    by_key = {key: f for f in fields(record).values() for key in f.keys}
    made: dict[str, Any] = {}
    for key, value in nodes.items():
        if key == AT:
            continue
        field = by_key[key]
        inner = next(nested(field.annotation), None)
        if inner is not None:
            made[field.name] = [in_english(v, inner) for v in value] if isinstance(value, list) else in_english(value, inner)
        else:
            made[field.name] = (
                {"是": "yes", "否": "no"}.get(value, value)
                if isinstance(value, str) and "bool" in str(field.annotation)
                else _term(value, field.annotation)
            )
    return made


def _term(value: Any, annotation: Any) -> Any:
    options = [annotation, *getattr(annotation, "__args__", ())]
    for option in options:
        if isinstance(option, type) and issubclass(option, Term):
            return str(next(m for m in option if value in (m.value, m.zh, *m.also)).value)
    return value


def english(text: str, record: type[Record]) -> str:
    document, _ = reading.read(text.encode(), "a.yml", 1)
    assert document.nodes is not None
    return writing.dump(in_english(document.nodes, record))


def test_a_community_in_english_has_the_same_tables() -> None:
    chinese = {p.relative_to(BASE / "ledgers").as_posix(): p.read_text("utf-8") for p in (BASE / "ledgers").rglob("*.yml")}
    chinese |= {"finance/committee/2026-03.yml": GOOD.read_text("utf-8"), "community.yml": COMMUNITY.read_text("utf-8")}
    translated = {
        k: english(v, MonthFile if k.startswith("finance") else Community) if not k.startswith("meetings") else v for k, v in chinese.items()
    }
    assert "收支" not in translated["finance/committee/2026-03.yml"]
    assert "类型" not in translated["community.yml"]
    one, two = ledgers(chinese), ledgers(translated)
    assert codes(one) == codes(two) == []

    def tables(found: pipeline.Checked) -> dict[str, bytes]:
        return {t.name: csv_bytes(t) for k in discover() for t in k.datasets(pipeline.view(found))}

    assert tables(one) == tables(two)
