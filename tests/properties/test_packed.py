"""Records made column by column from packed nodes are those pydantic makes of the nodes one by one, and so are the findings."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai import pipeline, reading
from mingbai.kinds import discover
from mingbai.kinds.finance.records import MonthFile
from mingbai.schema import Record, parse
from mingbai.schema.packed import Stretch, unpack
from mingbai.schema.quick import quick
from mingbai.schema.record import AT
from tests.conftest import REPOSITORY

KINDS = discover()
LEDGERS = REPOSITORY / "ledgers"
FILES = [(path, path.relative_to(LEDGERS).as_posix()) for path in sorted(LEDGERS.rglob("*.yml"))]
TYPED = [
    (shape, nodes) for path, name in FILES for shape, nodes in [(pipeline.claim(name, KINDS), reading.read(path.read_bytes(), name, 3)[0].nodes)]
]
VALUES: tuple[Any, ...] = (
    "",
    "0",
    "12.50",
    "1,234.5",
    "甲",
    "=1",
    "2026-02-30",
    "2026年3月5日",
    "支出",
    "收入",
    None,
    [],
    ["甲", "乙"],
    [None],
    {AT: 1},
)


def pack(node: Any) -> Any:
    """The nodes with every run of plain mappings of the same keys packed."""
    if isinstance(node, dict):
        return {key: pack(value) for key, value in node.items()}
    if not isinstance(node, list):
        return node
    items: list[Any] = []
    for item in node:
        plain = isinstance(item, dict) and next(iter(item)) == AT and all(type(v) in (int, str, list) for v in item.values())
        if not plain or any(isinstance(part, dict) for v in item.values() if isinstance(v, list) for part in v):
            items.append(pack(item))
            continue
        if not items or type(items[-1]) is not Stretch or items[-1].keys != tuple(item):
            items.append(Stretch(tuple(item)))
        at, *row = item.values()
        items[-1].ats.append(at)
        items[-1].rows.append(tuple(row))
    return items


def told(record: Any) -> Any:
    """All that a record holds, with the types and the order of its fields."""
    if isinstance(record, Record):
        return type(record), [(k, told(getattr(record, k))) for k in type(record).model_fields], record.model_fields_set
    return (type(record), [told(one) for one in record]) if isinstance(record, tuple) else (type(record), record)


def spoil(node: Any, draw: random.Random) -> None:
    """One value, key or item of the nodes becomes another, or goes."""
    inside = [one for one in _mappings(node) if len(one) > 1]
    if not inside:
        return  # the fault before took the last of them
    one = draw.choice(inside)
    key = draw.choice([k for k in one if k != AT])
    match draw.randrange(4):
        case 0:
            del one[key]
        case 1:
            one[draw.choice(("备注", "note", "不认识", "amount"))] = one.pop(key)
        case _:
            one[key] = draw.choice(VALUES)


def _mappings(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node, *(one for value in node.values() for one in _mappings(value))]
    return [one for item in node for one in _mappings(item)] if isinstance(node, list) else []


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from([(s, n) for s, n in TYPED if s is not None and n is not None]), st.integers(0, 2), st.randoms(use_true_random=False))
def test_packed_nodes_give_the_same_record_and_the_same_findings(typed, faults, draw):
    (_, shape, _), nodes = typed
    nodes = copy.deepcopy(nodes)
    for _ in range(faults):
        spoil(nodes, draw)
    packed = pack(nodes)
    record, findings = parse(shape.root(nodes), nodes, "x")
    again, found = parse(shape.root(packed), packed, "x")
    assert told(again) == told(record)
    assert found == findings
    assert unpack(packed) == nodes


def test_the_months_of_the_demonstration_are_made_without_asking_for_each_line():
    months = [nodes for shape, nodes in TYPED if shape is not None and nodes is not None and shape[1].record is MonthFile]
    assert months
    assert all(quick(MonthFile, pack(nodes)) is not None for nodes in months)


def test_two_records_never_share_what_can_be_changed():
    text = "期间: 2026-03\n收支:\n" + "".join(f"  - 凭证: 03-{n:03}\n    日期: 2026-03-05\n    类型: 收入\n    金额: 1.00\n" for n in range(40))
    record = quick(MonthFile, reading.read(text.encode(), "x", 1, pack=True)[0].nodes or {})
    assert record is not None
    assert len({id(line.extra) for line in record.lines}) == len(record.lines) == 40
