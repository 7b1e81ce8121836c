"""What each body may decide, what only where it was authorised or acts for the collective, and what it may not: the matters of the packs, body by body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.packs import Affair, Body, Power, Standing
from mingbai.packs.bodies import Special
from mingbai.values.speech import joined, of
from mingbai.values.text import Text


@dataclass(frozen=True, slots=True)
class Competence:
    """One body: its name, and for each way in which matters are or are not its own, what they are."""

    name: str
    matters: tuple[tuple[str, str], ...]


def competences(bodies: Iterable[Body], kept: tuple[Affair | Power, ...]) -> tuple[Competence, ...]:
    """The bodies of which the packs name any matter, in their order."""
    here = tuple(bodies)
    found = (Competence(b.name, tuple(_matters(b, here, kept))) for b in here)
    return tuple(one for one in found if one.matters)


def _matters(body: Body, bodies: tuple[Body, ...], kept: tuple[Affair | Power, ...]) -> Iterator[tuple[str, str]]:
    affairs = [one for one in kept if isinstance(one, Affair)]
    powers = [one for one in kept if isinstance(one, Power)]
    ways = (
        ("可以定", (*_names(p for p in powers if body.id in p.bodies), *_names(a for a in affairs if body.id in a.bodies), *_special(body.specials))),
        ("授权以后可以定", _names(p for p in powers if body.id in p.authorised)),
        (
            "不能代替全体定，也不能授权给它",
            (*_names(a for a in affairs if body.id in a.not_by), *_special(s for b in bodies for s in b.specials if body.id in s.not_by)),
        ),
        ("是集体经济组织的事，不归它定", _names(a for a in affairs if body.id in a.outside)),
        ("没有设立集体经济组织、依法代行时可以定", _names(a for a in affairs if body.id in a.acting)),
    )
    return ((way, joined("；", matters)) for way, matters in ways if matters)


def _names(matters: Iterable[Affair | Power]) -> tuple[str, ...]:
    """Their names; of what is no more than a default that it is to be confirmed."""
    unsure = {Standing.DEFAULT: Text("（待确认）", " (to be confirmed)")}
    marks = ((one, unsure.get(one.standing, Text("", ""))) for one in matters)
    return tuple(of(Text(f"{one.name}{mark.zh}", f"{one.english}{mark.en}")) for one, mark in marks)


def _special(matters: Iterable[Special]) -> tuple[str, ...]:
    return tuple(of(Text(one.matter, one.english)) for one in matters)
