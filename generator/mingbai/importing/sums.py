"""The sums a table prints of itself: of a section, of the table so far, of one side."""

from __future__ import annotations

from mingbai.importing.mapping import Side


class Sums:
    """What the rows read so far come to, in fen; a printed total may mean the rows since the last one, or all."""

    def __init__(self) -> None:
        self.section = dict.fromkeys(Side, 0)
        self.all = dict.fromkeys(Side, 0)
        self.proved = 0

    def add(self, side: Side, fen: int) -> None:
        """One row."""
        self.section[side] += fen
        self.all[side] += fen

    def next_section(self) -> None:
        """After a printed total the next section begins."""
        self.section = dict.fromkeys(Side, 0)

    def candidates(self, side: Side | None) -> list[int]:
        """What a printed total may mean: the section first."""
        sides = (side,) if side else tuple(Side)
        section, every = [self.section[s] for s in sides], [self.all[s] for s in sides]
        return [sum(section), sum(every), *section, *every, self.all[Side.INCOME] - self.all[Side.EXPENSE]]

    def holds(self, fen: int, side: Side | None) -> bool:
        """Whether a printed total is one of these sums."""
        return fen in self.candidates(side)

    def nearest(self, fen: int, side: Side | None) -> int:
        """The sum that a wrong total comes nearest to."""
        return min(self.candidates(side), key=lambda one: abs(one - fen))
