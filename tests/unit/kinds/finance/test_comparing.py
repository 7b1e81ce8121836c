"""Beside the year before, by the class of the other party, and for one household."""

from __future__ import annotations

import pytest

from mingbai.kinds.finance.comparing import Beside, Household, per_household


class Held:
    """Books that hold a community of so many households."""

    def __init__(self, households: int | None) -> None:
        self.population = type("P", (), {"households": households, "counted": None})()

    def the(self, _: type) -> Held:
        return self


@pytest.mark.parametrize("fen, households, each", [(100, 3, 33), (200, 3, 67), (1, 2, 1), (1, 3, 0), (7, 2, 4)])
def test_a_household_bears_its_share_rounded_half_up(fen: int, households: int, each: int) -> None:
    found = per_household(Held(households), fen)  # type: ignore[arg-type]
    assert found == Household(fen, households, None, each)


@pytest.mark.parametrize("households", [None, 0])
def test_without_the_number_of_households_nothing_is_divided(households: int | None) -> None:
    assert per_household(Held(households), 100) is None  # type: ignore[arg-type]


def test_more_than_a_year_before_is_a_positive_difference() -> None:
    assert Beside("支出", 300, 500).difference == -200
