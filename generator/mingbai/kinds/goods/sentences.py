"""Goods in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.goods.contexts import ClassRow
from mingbai.kinds.goods.records import Doing, Movement, Source
from mingbai.kinds.goods.register import Stock
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.speech import joined, say

_CAME = {Source.BOUGHT: "购入", Source.DONATED: "捐赠", Source.ALLOTTED: "拨付", Source.FOUND: "盘点多出"}


def expired(s: Stock) -> int:
    """How much of what is left is past its date, in ten-thousandths of the unit."""
    return sum(s.lots[m.at_].left for m in s.item.movements if m.at_ in s.lots and m.expiry is not None and m.expiry < s.as_of)


def tags(s: Stock) -> tuple[tuple[str, str], ...]:
    """The state and what stands out, as words with their colour."""
    found = [("有库存", "now") if s.left > 0 else ("已发完", "ok")]
    if expired(s):
        found.append((say("过期 {expired} {unit}", expired=decimal(expired(s)), unit=s.item.unit), "late"))
    return tuple(found)


def register(every: Sequence[Stock]) -> str:
    """How many sorts, how many are left, how often goods were given out: several sorts to one class on one day are one time."""
    there = [s for s in every if s.left > 0]
    outs = [step.movement for s in every for step in s.steps if step.movement.doing is Doing.OUT]
    told = [say("登记物资 {n} 种，", n=len(every)) + (say("现在有库存的 {n} 种。", n=len(there)) if there else say("都已经发完。"))]
    if outs:
        times = len({(m.day, m.to) for m in outs})
        told.append(say("共发放 {times} 次，最近一次是 {max}。", times=times, max=spoken(max(m.day for m in outs))))
    return joined("", told)


def late(every: Sequence[Stock]) -> str:
    """What is past its date; empty where nothing is."""
    gone = [(s, n) for s in every if (n := expired(s))]
    return say("{list}已过保质期。", list=joined("、", (f"{s.item.name} {decimal(n)} {s.item.unit}" for s, n in gone))) if gone else ""


def one(s: Stock) -> str:
    """One sort of goods in a sentence or two."""
    unit, opening = s.item.unit, s.item.opening
    by: dict[str, int] = {}
    for step in s.steps:
        m = step.movement
        if m.doing is Doing.IN:
            word = _CAME[m.source] if m.source else "来源未写"
            by[word] = by.get(word, 0) + m.count
    came = joined("、", (say("{word} {n} {unit}", word=word, n=decimal(n), unit=unit) for word, n in by.items()))
    had = say("原有 {opening} {unit}", opening=decimal(opening), unit=unit) if opening else ""
    first = joined("，", filter(None, (had, came))) or "还没有入库"
    lost = say("，损耗 {lost} {unit}", lost=decimal(s.lost), unit=unit) if s.lost else ""
    return say(
        "{item}：{first}；发放 {given} {unit}{lost}，还剩 {left} {unit}。",
        item=s.item.name,
        first=first,
        given=decimal(s.given),
        unit=unit,
        lost=lost,
        left=decimal(s.left),
    )


def movement(m: Movement) -> str:
    """What a movement says in words: the source, the people and their number, the reason."""
    told = []
    if m.doing is Doing.IN:
        told.append(_CAME[m.source] if m.source else "来源未写")
    if m.to:
        told.append(f"{m.to}{reached(m.households, m.people)}")
    if m.expiry:
        told.append(say("保质期至 {expiry}", expiry=spoken(m.expiry)))
    told += [w for w in (m.reason, m.paper) if w]
    return joined("，", told) or ("数到的实数与台账相符" if m.doing is Doing.COUNT else "")


def reached(households: int | None, people: int | None) -> str:
    """32 户 40 人; empty where neither is said."""
    told = [say(" {households} 户", households=households) if households else "", say(" {people} 人", people=people) if people else ""]
    return joined("", told)


def classes(every: Sequence[Stock]) -> tuple[ClassRow, ...]:
    """What was given to each class of people, in the order in which they first received something.

    Several sorts given to one class on one day are one time: households and people are counted once, the most that one sort names.
    """
    times: dict[str, dict[object, tuple[int, int]]] = {}
    goods: dict[str, dict[tuple[str, str], int]] = {}
    outs = sorted(((step.movement, s) for s in every for step in s.steps if step.movement.doing is Doing.OUT), key=lambda pair: pair[0].day)
    for m, s in outs:
        name = m.to or "没有写明对象"
        households, people = times.setdefault(name, {}).get(m.day, (0, 0))
        times[name][m.day] = max(households, m.households or 0), max(people, m.people or 0)
        mine = goods.setdefault(name, {})
        key = s.item.name, s.item.unit
        mine[key] = mine.get(key, 0) + m.count
    return tuple(_class(name, tuple(days.values()), goods[name]) for name, days in times.items())


def _class(name: str, days: Sequence[tuple[int, int]], goods: dict[tuple[str, str], int]) -> ClassRow:
    households, people = sum(h for h, _ in days), sum(p for _, p in days)
    told = joined("、", (f"{what} {decimal(n)} {unit}" for (what, unit), n in goods.items()))
    return ClassRow(name, len(days), reached(households, people).strip() or "没有写明", told)
