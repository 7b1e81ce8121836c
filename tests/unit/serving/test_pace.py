"""When a round is due, on a clock of the test's own."""

from __future__ import annotations

from mingbai.serving.pace import Pace


def test_nothing_saved_nothing_due() -> None:
    assert Pace().wait(1000) is None


def test_a_burst_of_saves_is_one_round_when_it_is_over() -> None:
    pace = Pace(quiet=2, longest=100)
    for second in range(10):
        pace.saved(second)
        assert pace.wait(second) == 2  # each save begins the quiet anew

    assert pace.wait(10) == 1
    assert pace.wait(11) == 0
    pace.take()
    assert pace.wait(11) is None


def test_who_saves_without_end_is_not_kept_waiting() -> None:
    pace = Pace(quiet=2, longest=5)
    due = []
    for second in range(12):
        pace.saved(second)
        if pace.wait(second) == 0:
            due.append(second)
            pace.take()

    assert due == [5, 11]


def test_what_is_saved_during_a_round_asks_for_one_more() -> None:
    pace = Pace(quiet=2, longest=5)
    pace.saved(0)
    pace.take()
    pace.saved(1)
    pace.saved(2)

    assert pace.wait(50) == 0
    pace.take()
    assert pace.wait(50) is None
