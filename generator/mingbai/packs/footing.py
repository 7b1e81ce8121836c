"""On what each figure of a rule rests: an overlay that changes one of them lends its clause and its standing to that one alone."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any, Self

from mingbai.packs.clauses import Basis, Standing, above
from mingbai.schema.record import Record, untyped

_FIRM = (Standing.DEFAULT, Standing.LOCAL, Standing.STATUTORY)


@dataclass(frozen=True, slots=True)
class Footing:
    """How firm a figure is, by which clauses, and from where it comes where that is no clause."""

    standing: Standing
    basis: tuple[Basis, ...] = ()
    source: str | None = None

    @property
    def firm(self) -> bool:
        """Whether somebody laid it down: it is no default of ours."""
        return self.standing is not Standing.DEFAULT


def firmer(one: Standing, other: Standing) -> bool:
    """Whether the first is firmer than the other: a statute than a local rule, that than a default."""
    return _FIRM.index(one) > _FIRM.index(other)


def together(every: Iterable[tuple[Basis, ...]]) -> tuple[Basis, ...]:
    """The clauses of several figures in their order, each once."""
    return reduce(above, every, ())


class Footed(Record):
    """A rule of several figures, of which overlays may have changed some.

    `_changed` keeps for each of those what it rests on now; all others rest on what the rule itself does.
    """

    _changed: dict[Hashable, Footing] = untyped(dict)

    def changed(self, update: dict[str, Any], rests: dict[Hashable, Footing]) -> Self:
        """The rule with these fields otherwise, and with what these figures rest on from then on."""
        made = self.model_copy(update=update)
        made._changed = {**self._changed, **rests}  # noqa: SLF001  a copy of its own
        return made
