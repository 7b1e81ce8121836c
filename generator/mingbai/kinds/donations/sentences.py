"""Donations in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.donations.records import What
from mingbai.kinds.donations.register import Standing
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped


def tags(s: Standing) -> tuple[tuple[str, str], ...]:
    """How far it is used, as a word with its colour."""
    if s.donation.what is What.MONEY and s.left < 0:
        return (("超出", "warn"),)
    if s.finished:
        return (("已用完" if s.donation.what is What.MONEY else "已发完", "ok"),)
    begun = s.used > 0 if s.donation.what is What.MONEY else any(lot.given for lot in s.lots)
    found = [("使用中", "now") if begun else ("还没动用", "wait")]
    if s.donation.rest is not None:
        found.append(("已说明结余", "info"))
    return tuple(found)


def register(every: Sequence[Standing]) -> str:
    """How much money and how many donations of things, what was used, what is left."""
    money, things = ([s for s in every if s.donation.what is what] for what in (What.MONEY, What.GOODS))
    told = []
    if money:
        given, used = sum(s.given for s in money), sum(s.used for s in money)
        told.append(f"登记捐款 {len(money)} 笔共 {grouped(given)} 元，已用 {grouped(used)} 元，还剩 {grouped(given - used)} 元。")
    if things:
        gone = sum(s.finished for s in things)
        told.append(f"捐物 {len(things)} 批，" + ("都已经发完。" if gone == len(things) else f"发完的 {gone} 批。"))
    return "".join(told)


def late(warned: int) -> str:
    """How many have something to be explained; empty where none has."""
    return f"其中 {warned} 笔有提醒。" if warned else ""


def things(s: Standing) -> str:
    """大米 20 袋、食用油 20 桶."""
    return "、".join(f"{t.name} {decimal(t.count)} {t.unit}" for t in s.donation.things)


def lots(s: Standing, name: str) -> str:
    """What was given out (`given`) or is left (`left`) of the things, sort by sort."""
    found: dict[tuple[str, str], int] = {}
    for lot in s.lots:
        found[lot.name, lot.unit] = found.get((lot.name, lot.unit), 0) + getattr(lot, name)
    return "、".join(f"{what} {decimal(n)} {unit}" for (what, unit), n in found.items() if n)


def one(s: Standing) -> str:
    """One donation in two or three sentences: who gave what for what, what was used, what becomes of the rest."""
    d = s.donation
    given = f" {grouped(s.given)} 元" if d.what is What.MONEY else things(s)
    first = f"{spoken(d.day)}，{d.donor}捐赠{given}，{_purpose(d.purpose)}。"
    if d.what is What.MONEY:
        left = f"还剩 {grouped(s.left)} 元" if s.left > 0 else "已经用完" if s.left == 0 else f"超出 {grouped(-s.left)} 元"
        use = f"已用 {grouped(s.used)} 元，{left}。" if s.used else f"{left}，还没有动用。"
    else:
        out, rest = lots(s, "given"), lots(s, "left")
        use = f"已发放{out}，{'还剩' + rest if rest else '已经发完'}。" if out else f"还没有发放，库里有{rest}。" if rest else "还没有入库。"
    told = f"结余：{d.rest.words}（{spoken(d.rest.day)}）。" if d.rest else ""
    return first + use + told


def _purpose(purpose: str) -> str:
    return "没有指定用途" if purpose == "未指定" else f"指定用于{purpose.removeprefix('用于')}"
