"""What every rule of a pack says of itself: how firm it is, and by which clause."""

from __future__ import annotations

from collections.abc import Iterable

from mingbai.diagnostics import Cite
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Id, Words

_PUBLIC = Privacy.PUBLIC
ENGLISH = Text("网站没有英文版的可以不写，照中文", "May be left out where the site has no English; the Chinese stands")
"""What is said of every field for the English of a rule."""


class Standing(Term):
    """How firm a rule is: statute, local rule, or a default of ours still to be confirmed by the community."""

    STATUTORY = "statutory", "法定"
    LOCAL = "local", "地方规定"
    DEFAULT = "default", "待确认的默认值"


class Basis(Record):
    """A clause: the act's id and the article as that act counts it."""

    act: Id = label("法", "Act", _PUBLIC)
    article: Words = label("条", "Article", _PUBLIC)


def above(ours: Iterable[Basis], below: Iterable[Basis]) -> tuple[Basis, ...]:
    """The clauses of a change before those it lies over, each once."""
    found: dict[tuple[str, str], Basis] = {}
    for one in (*ours, *below):
        found.setdefault((one.act, one.article), one)
    return tuple(found.values())


def cites(basis: Iterable[Basis]) -> tuple[Cite, ...]:
    """The clauses of a rule, as a finding cites them."""
    return tuple(Cite(b.act, b.article) for b in basis)
