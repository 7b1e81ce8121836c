"""A sparse record holds what it was given and answers for the rest as its class was declared; it equals the one that holds all."""

from __future__ import annotations

import pytest

from mingbai.kinds.finance.records import Line
from mingbai.schema import parse
from mingbai.schema.packed import Stretch
from mingbai.schema.quick import quick
from mingbai.schema.record import AT, Record, label
from mingbai.schema.sparse import SPARSE, shared, sparse

TYPED = {"凭证": "01-001", "日期": "2026-01-02", "类型": "支出", "金额": "12.50", "账户": "bank", "科目": "水电费", "摘要": "水费", "经办": "文书"}


class Many(Record):
    """A list of lines."""

    lines: tuple[Line, ...] = label("收支", "Lines")


def _quick(typed: dict[str, str]) -> Line:
    stretch = Stretch((AT, *typed))
    stretch.ats.append(7)
    stretch.rows.append(tuple(typed.values()))
    made = quick(Many, {AT: 0, "收支": [stretch]})
    assert made is not None
    return made.lines[0]


def test_what_is_left_out_is_answered_by_the_class() -> None:
    line = _quick(TYPED)
    assert len(vars(line)) < len(Line.model_fields) / 2
    assert (line.amount, line.fund, line.shares, line.extra) == (1250, None, (), {})


def test_it_equals_what_pydantic_makes_and_a_changed_copy_does_not() -> None:
    line = _quick(TYPED)
    full, problems = parse(Line, {AT: 7, **TYPED}, "x.yml")
    assert not problems
    assert full is not None
    assert len(vars(full)) == len(Line.model_fields)
    assert line == full
    assert full == line
    assert line != line.model_copy(update={"fund": "own"})
    assert line.model_copy(update={"fund": "own"}) == full.model_copy(update={"fund": "own"})


def test_what_locks_are_made_of_is_the_same() -> None:
    full, _ = parse(Line, {AT: 7, **TYPED}, "x.yml")
    assert full is not None
    assert _quick(TYPED).model_dump(exclude_defaults=True) == full.model_dump(exclude_defaults=True)


def test_records_with_the_same_values_have_the_same_hash() -> None:
    @sparse
    class Point(Record):
        x: int = label("横", "X")
        y: int | None = label("纵", "Y", default=None)

    try:
        one, other = Point.model_construct(x=1), Point.model_construct(x=1)
        del other.__dict__["y"]
        assert hash(one) == hash(other)
        assert len({one, other, Point.model_construct(x=1, y=2)}) == 2
    finally:
        SPARSE.discard(Point)


@pytest.mark.parametrize("names", [(), ("a",), tuple("abcdefgh"), tuple(f"f{n}" for n in range(60))])
def test_a_copy_of_shared_keys_is_a_dict_of_its_own(names: tuple[str, ...]) -> None:
    keys = shared(names)
    copy = keys.copy()
    copy.update(zip(names, range(len(names)), strict=True))
    assert list(copy) == list(names)
    assert list(copy.values()) == list(range(len(names)))
    assert list(keys.values()) == [None] * len(names)
