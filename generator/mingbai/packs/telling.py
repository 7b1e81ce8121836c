"""What the packs ask of a body, and where it comes from, in the language pages are made in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mingbai.packs.bodies import Body
from mingbai.packs.clauses import Basis
from mingbai.packs.footing import Footing
from mingbai.packs.makeup import Makeup
from mingbai.schema.record import fields
from mingbai.values.speech import joined, of, say


def members(makeup: Makeup | None) -> Iterator[str]:
    """一般由 3 至 7 人、单数组成; 一般每 5 至 15 户选一名代表; 要有妇女: what is laid down of who sits on it."""
    if makeup is None:
        return
    if size := of(makeup.size):
        yield size
    if makeup.households_least is not None and makeup.households_most is not None:
        yield say("一般每 {least} 至 {most} 户选一名代表", least=makeup.households_least, most=makeup.households_most)
    if makeup.women:
        yield say("要有妇女")
    if makeup.barred:
        yield say("{offices}不得担任", offices=joined("、", makeup.barred))


def grounded(body: Body, cite: Callable[[Basis], str]) -> str:
    """On what it rests, then what is otherwise of single figures: 村民委员会组织法第二十九条；提前通知：重庆办法第十二条; empty where it rests on no clause."""
    by: dict[Footing, list[str]] = {}
    for name, found in body.altered.items():
        by.setdefault(found, []).append(of(fields(Body)[name].label))
    own = joined("、", map(cite, body.basis))
    told = (say("{figures}：{rests}", figures=joined("、", names), rests=_rests(found, cite)) for found, names in by.items())
    return joined("；", filter(None, (own, *told)))


def _rests(found: Footing, cite: Callable[[Basis], str]) -> str:
    """The clauses of a figure; how firm it is where it has none, or is a default."""
    cited = joined("、", map(cite, found.basis))
    if cited and found.firm:
        return cited
    return cited + say("（待确认的默认值）") if cited else of(found.standing.text)
