"""A sweep tries all cases, names each that fails, and cannot pass without a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.sweep import each


def test_all_cases_are_tried_and_each_that_fails_is_named_with_its_line() -> None:
    tried = []

    @each("number, word", [(1, "一"), (2, "二"), pytest.param(3, "三", id="three")], ids=lambda case: case[1])
    def small(number: int, word: str) -> None:
        tried.append(word)
        assert number < 2, f"{number} is large"

    with pytest.raises(pytest.fail.Exception) as failed:
        small()
    assert tried == ["一", "二", "三"]
    assert str(failed.value).startswith("2 of 3 fail\n二: AssertionError in line ")
    assert "2 is large" in str(failed.value)
    assert "\nthree: AssertionError in line " in str(failed.value)


def test_what_breaks_a_case_or_is_called_a_failure_does_not_keep_the_others_from_being_tried() -> None:
    @each("number", [0, 1, 2])
    def broken(number: int) -> None:
        assert 1 / number
        if number == 2:
            pytest.fail("two")

    with pytest.raises(pytest.fail.Exception, match=r"(?s)2 of 3 fail\n0: ZeroDivisionError.*\n2: Failed.*: two"):
        broken()


def test_no_case_proves_nothing() -> None:
    @each("number", [])
    def empty(number: int) -> None:
        """Nobody calls it."""

    with pytest.raises(AssertionError, match="no case at all"):
        empty()


@each("number", [1, 2, 30], by=lambda n: "large" if n > 9 else "small")
def test_a_group_is_a_test_and_every_case_has_a_folder(number: int, tmp_path: Path, request: Any) -> None:
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "mine").touch()
    assert f"[{'large' if number > 9 else 'small'}]" in request.node.name
