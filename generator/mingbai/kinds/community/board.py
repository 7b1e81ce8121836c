"""The community itself on a printed notice: its profile, its officers, its supervisors (catalogue U01–U03, V19)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Community, Person
from mingbai.sheets import Asked, Card, Grid, Head, Part
from mingbai.values.days import spoken

_ABOUT = "对象"


def sheet(view: View, asked: Asked) -> Iterator[Part]:
    """What the item's conditions name: 概况, 成员, 监督委员会; persons in office on the last day, all of them, and not only who is new."""
    community = view.books.the(Community)
    if community is None:
        return
    wanted = {w for e in asked.evidence for c in e.wanted if c.facet == _ABOUT for w in c.words}
    if "概况" in wanted:
        yield Card(community.name, tuple(_profile(community)))
    for what, title, people in (("成员", "成员", community.people), ("监督委员会", "监督委员会", community.supervisors)):
        present = [p for p in people if p.serves(asked.last)]
        if what in wanted and present:
            yield _people(title, present)


def _profile(it: Community) -> Iterator[tuple[str, str]]:
    said = (("所属", "".join(it.within)), ("地址", it.address), ("办公电话", it.phone), ("办公时间", it.hours))
    yield from ((label, words) for label, words in said if words)
    if it.population is not None:
        p = it.population
        counts = (("户数", p.households, "户"), ("户籍人口", p.registered, "人"), ("常住人口", p.resident, "人"), ("流动人口", p.floating, "人"))
        yield from ((label, f"{n} {unit}") for label, n, unit in counts if n is not None)
        if p.counted is not None:
            yield "统计到", spoken(p.counted)


def _people(title: str, people: Sequence[Person]) -> Grid:
    rows = [(p.name if p.registered else "还没有登记", "、".join(p.roles), p.duty or "", _term(p), p.phone or "") for p in people]
    heads = ("姓名", "职务", "分工", "任期", "办公电话")
    kept = [n for n in range(len(heads)) if any(row[n] for row in rows)]
    return Grid(title, tuple(Head(heads[n]) for n in kept), tuple(tuple(row[n] for n in kept) for row in rows))


def _term(p: Person) -> str:
    if p.term is None:
        return ""
    lasts = f"{spoken(p.term.start)}起" if p.term.end is None else f"{spoken(p.term.start)}至{spoken(p.term.end)}"
    return f"{lasts}，{p.term.chosen.zh}" if p.term.chosen else lasts
