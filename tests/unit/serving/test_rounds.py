"""Rounds with a clock, a builder and files of the test's own: no thread, no sleep."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.serving import Board, Outcome, Round, Rounds, Shelf
from mingbai.serving.rounds import differing
from mingbai.values.text import Text


class World:
    """A community of file marks, a clock, a builder that writes the marks it saw into one page."""

    def __init__(self, folder: Path) -> None:
        self.now = 0.0
        self.files: dict[str, tuple[int, ...]] = {"a.yml": (1,)}
        self.meanwhile: Callable[[], None] = lambda: None
        self.outcome = Outcome(base="/")
        self.begun: list[tuple[str, ...]] = []
        self.ended: list[Round] = []
        self.shelf, self.board = Shelf(folder), Board()
        self.rounds = Rounds(self.make, lambda: dict(self.files), self.shelf, self.board, self.begun.append, self.ended.append, lambda: self.now)

    def make(self, stage: Path) -> Outcome:
        (stage / "index.html").write_text(repr(self.files), encoding="utf-8")
        self.now += 6
        self.meanwhile()
        return self.outcome

    def save(self, name: str) -> None:
        self.files[name] = (max((0, *(m for m, *_ in self.files.values()))) + 1,)
        self.rounds.saved()

    def settle(self) -> int:
        """Turns until nothing is due; how many rounds that made."""
        before = len(self.ended)
        while (wait := self.rounds.turn()) is not None:
            self.now += wait
        return len(self.ended) - before

    def shown(self) -> str:
        with self.shelf.lent() as (version, *_):
            return version.read("index.html").decode()


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.rounds.first()
    return world


def test_the_first_round_is_for_no_file(world: World) -> None:
    assert (world.begun, len(world.ended), world.ended[0].seconds) == ([()], 1, 6)
    assert world.settle() == 0


def test_a_burst_of_saves_is_one_round_that_names_the_files(world: World) -> None:
    for name in ("b.yml", "a.yml", "c.yml", "b.yml"):
        world.save(name)
        world.now += 0.1
        assert world.rounds.turn() != 0

    assert world.settle() == 1
    assert world.begun[-1] == ("a.yml", "b.yml", "c.yml")
    assert world.shown() == repr(world.files)


def test_saves_during_a_round_cause_exactly_one_more(world: World) -> None:
    def save_thrice() -> None:
        world.meanwhile = lambda: None
        for name in ("b.yml", "c.yml", "b.yml"):
            world.save(name)

    world.meanwhile = save_thrice
    world.save("a.yml")

    assert world.settle() == 2
    assert world.begun[-2:] == [("a.yml",), ("b.yml", "c.yml")]
    assert world.shown() == repr(world.files)


def test_a_file_that_came_and_went_is_no_round(world: World) -> None:
    world.save("4913")
    del world.files["4913"]
    world.rounds.saved()

    assert world.settle() == 0


def test_a_round_with_errors_leaves_the_old_site(world: World) -> None:
    old = world.shown()
    world.outcome = Outcome(base=None)
    world.save("a.yml")

    assert world.settle() == 1
    assert (world.shown(), world.shelf.number) == (old, 1)

    world.outcome = Outcome(base="/")
    world.save("a.yml")

    assert world.settle() == 1
    assert (world.shown(), world.shelf.number) == (repr(world.files), 2)


def test_after_a_fault_any_save_tries_again(world: World) -> None:
    world.outcome = Outcome(trouble=Text("磁盘满了", "disk full"))
    world.save("a.yml")
    assert world.settle() == 1

    world.outcome = Outcome(base="/")
    world.rounds.saved()  # the file that was away for a moment is as it was

    assert world.settle() == 1
    assert world.board.news.outcome == Outcome(base="/")


def test_folders_that_tell_nobody_are_looked_at(world: World) -> None:
    world.files["a.yml"] = (7,)
    assert world.settle() == 0

    world.rounds.compare()
    assert world.settle() == 1

    world.rounds.compare()
    assert world.settle() == 0


def test_pages_hear_of_the_beginning_and_of_the_end(world: World) -> None:
    seen: list[tuple[int, bool]] = []
    world.meanwhile = lambda: seen.append((world.board.news.serial, world.board.news.making))
    before = world.board.news.serial
    world.save("a.yml")
    world.settle()

    assert seen == [(before + 1, True)]
    assert (world.board.news.serial, world.board.news.making) == (before + 2, False)


def test_new_gone_and_changed_files_differ() -> None:
    assert differing({"a": (1,), "b": (1,), "c": (1,)}, {"a": (1,), "b": (2,), "d": (1,)}) == ("b", "c", "d")
