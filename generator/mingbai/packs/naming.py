"""How a community names its packs: the national one first, over it that of the one place it lies in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from mingbai.diagnostics import Code, Severity
from mingbai.packs.clauses import Basis
from mingbai.packs.law import Law, concerns
from mingbai.schema.record import Record, fields
from mingbai.values.text import Text

UNKNOWN_PACK = Code(
    "LAW001",
    Severity.ERROR,
    Text("没有这个法规包", "unknown law pack"),
    Text("没有名为“{name}”的法规包", "there is no law pack “{name}”"),
    Text("可用的法规包：{known}。", "Known packs: {known}."),
    Text(
        "法规包决定期限、法定人数和依据，写错名称就没有依据可查。",
        "The pack holds deadlines, quorums and legal bases; without it nothing can be cited.",
    ),
)
WRONGLY_NAMED = Code(
    "LAW011",
    Severity.ERROR,
    Text("法规包少了全国的、次序不对或者写了两个地方", "law packs without the national one, out of order, or of two places"),
    Text("{what}", "{what}"),
    Text(
        "全国的 {base} 写在最前面，后面只写本社区所在地的那一个：{order}。",
        "Name the national {base} first and after it only that of the place the community lies in: {order}.",
    ),
    Text(
        "后面的包盖在前面的上面。少了全国的，全国的要求一条也不查；次序反了，地方的规定被悄悄盖掉；两个地方的，后写的悄悄管了用。",
        "Later packs are laid over earlier ones. Without the national one no national duty is asked for; in the wrong order the rules of the place silently vanish; of two places the later silently wins.",
    ),
)
CODES = (UNKNOWN_PACK, WRONGLY_NAMED)

_APART = frozenset({"id", "name", "english", "standing", "basis", "source"})
"""What a rule says of itself, beside what it lays down."""

Key = tuple[str, str, str]
"""A list of a pack, a rule in it and what is laid down of it: (standards, objection-days, count)."""


def in_order(named: Iterable[str], base: str) -> tuple[str, ...]:
    """The packs as they are laid over each other: the national one below, the others as they are named, each once."""
    return tuple(dict.fromkeys((base, *named)))


def misnamed(named: Sequence[str], base: str, files: Callable[[str], Sequence[Record]], community: str) -> Iterator[tuple[int, Text, Text]]:
    """What is wrong with the packs a kind of community names: at which of them, what, and in which ways they can be named instead."""
    places = tuple(dict.fromkeys(name for name in named if name != base))
    if not places:
        return
    law = Law.of([file for name in in_order(named, base) for file in files(name)], community)
    ruled = {name: _laid(files(name), law) for name in places}
    ways = [f"[{base}, {name}]" for name in places]
    alone = Text(" 或 ".join(ways), " or ".join(ways))
    if base not in named:
        said = Text(f"法规包没有写全国的 {base}，只写了 {'、'.join(places)}", f"the national pack {base} is missing beside {', '.join(places)}")
        yield 0, said, alone
    elif named[0] != base:
        under = named[0]
        what = next((_called(law, key) for key in ruled[under]), None)
        lost = Text(f"，例如“{what.zh}”又照 {base}", f", such as “{what.en}”") if what else Text("", "")
        said = Text(f"{base} 写在 {under} 后面，会盖掉它的规定{lost.zh}", f"{base} stands after {under} and undoes what it lays down{lost.en}")
        yield named.index(base), said, alone
    for one, other in combinations(places, 2):
        both = next((key for key in ruled[one] if key in ruled[other]), None)
        if both is not None:
            what = _called(law, both)
            said = Text(
                f"{one} 和 {other} 都规定了“{what.zh}”，照后写的 {other}，{one} 的不管用",
                f"{one} and {other} both lay down “{what.en}”; {other}, named later, holds and {one} does not",
            )
            yield named.index(other), said, alone


def _laid(files: Iterable[Record], law: Law) -> tuple[Key, ...]:
    """What a pack lays down for a kind of community, thresholds first."""
    found: dict[Key, None] = {}
    for file in files:
        for name in fields(type(file)):
            for one in getattr(file, name) if isinstance(getattr(file, name), tuple) else ():
                basis: tuple[Basis, ...] = getattr(one, "basis", ())
                if basis and hasattr(one, "id") and concerns(basis, law.acts, law.community):
                    list_ = name if name != "changes" else "items" if one.id in law.items else "bodies"
                    given = (f for f, value in one if f not in _APART and value not in (None, ()))
                    found |= dict.fromkeys((list_, one.id, f) for f in given)
    return tuple(sorted(found, key=lambda key: key[0] != "standards"))


def _called(law: Law, key: Key) -> Text:
    """The name of what is laid down."""
    lists: dict[str, Mapping[str, Record]] = {"standards": law.standards, "items": law.items, "bodies": law.bodies, "affairs": law.affairs}
    one = lists.get(key[0], {}).get(key[1])
    return Text(getattr(one, "name", key[1]), getattr(one, "english", key[1]))
