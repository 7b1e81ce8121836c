"""The sums a table prints of itself: of a section, of the table so far, of one side."""

from __future__ import annotations

from mingbai.importing.mapping import Side


class Sums:
    """What the rows read so far come to, in fen; a printed total may mean the rows since the last one, of this page, or all, with or without what was brought forward."""

    def __init__(self) -> None:
        self.section, self.all = [0, 0], [0, 0]  # income, expense
        self.page, self.brought = [0, 0], [0, 0]
        self.left, self.left_of_all = [0, 0], [0, 0]
        self.proved = 0

    def add(self, side: Side, fen: int) -> None:
        """One row."""
        n = side is Side.EXPENSE
        self.section[n] += fen
        self.all[n] += fen
        self.page[n] += fen

    def bring(self, side: Side, fen: int) -> None:
        """What pages before the first of this table came to."""
        self.brought[side is Side.EXPENSE] += fen

    def leave(self, side: Side, fen: int) -> None:
        """A refund or reversal (below zero) that is no line but may stand in the printed total."""
        self.left[side is Side.EXPENSE] += fen
        self.left_of_all[side is Side.EXPENSE] += fen

    def next_page(self) -> None:
        """After the headings stand once more."""
        self.page = [0, 0]

    def next_section(self) -> None:
        """After a printed total the next section begins."""
        self.section, self.left = [0, 0], [0, 0]

    def candidates(self, side: Side | None) -> list[int]:
        """What a printed total may mean: the section first; of no side also one side of it, or what is left."""
        part = slice(None) if side is None else slice(0, 1) if side is Side.INCOME else slice(1, 2)
        with_brought = [a + b for a, b in zip(self.all, self.brought, strict=True)]
        with_left = ([a + b for a, b in zip(self.section, self.left, strict=True)], [a + b for a, b in zip(self.all, self.left_of_all, strict=True)])
        found = []
        for sums in (self.section, self.all, self.page, with_brought, *with_left):
            found += [sum(sums[part]), *sums[part]]
        return found if side is not None else [*found, self.all[0] - self.all[1], with_brought[0] - with_brought[1]]

    def holds(self, fen: int, side: Side | None) -> bool:
        """Whether a printed total is one of these sums; nought, of no side, only where both sides come to as much."""
        if fen == 0 and side is None:
            return self.section[0] == self.section[1] or self.all[0] == self.all[1]
        return fen in self.candidates(side)

    def nearest(self, fen: int, side: Side | None) -> int:
        """The sum that a wrong total comes nearest to; nothing only where all of them are."""
        found = self.candidates(side)
        return min(list(filter(None, found)) or found, key=lambda one: abs(one - fen))
