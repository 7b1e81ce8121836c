"""Donations in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.kinds.donations.records import What
from mingbai.kinds.donations.register import Standing
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say


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
        told.append(
            say(
                "登记捐款 {n} 笔共 {given} 元，已用 {used} 元，还剩 {given2} 元。",
                n=len(money),
                given=grouped(given),
                used=grouped(used),
                given2=grouped(given - used),
            )
        )
    if things:
        gone = sum(s.finished for s in things)
        told.append(say("捐物 {n} 批，", n=len(things)) + (say("都已经发完。") if gone == len(things) else say("发完的 {gone} 批。", gone=gone)))
    return joined("", told)


def late(warned: int) -> str:
    """How many have something to be explained; empty where none has."""
    return say("其中 {warned} 笔有提醒。", warned=warned) if warned else ""


def things(s: Standing) -> str:
    """大米 20 袋、食用油 20 桶."""
    return joined("、", (f"{t.name} {decimal(t.count)} {t.unit}" for t in s.donation.things))


def lots(s: Standing, name: str) -> str:
    """What was given out (`given`) or is left (`left`) of the things, sort by sort."""
    found: dict[tuple[str, str], int] = {}
    for lot in s.lots:
        found[lot.name, lot.unit] = found.get((lot.name, lot.unit), 0) + getattr(lot, name)
    return joined("、", (f"{what} {decimal(n)} {unit}" for (what, unit), n in found.items() if n))


def one(s: Standing) -> str:
    """One donation in two or three sentences: who gave what for what, what was used, what becomes of the rest."""
    d = s.donation
    given = say(" {given} 元", given=grouped(s.given)) if d.what is What.MONEY else things(s)
    first = say("{day}，{donor}捐赠{given}，{purpose}。", day=spoken(d.day), donor=d.donor, given=given, purpose=_purpose(d.purpose))
    if d.what is What.MONEY:
        left = say("还剩 {left} 元", left=grouped(s.left)) if s.left > 0 else "已经用完" if s.left == 0 else say("超出 {x} 元", x=grouped(-s.left))
        use = say("已用 {used} 元，{left}。", used=grouped(s.used), left=left) if s.used else say("{left}，还没有动用。", left=left)
    else:
        out, rest = lots(s, "given"), lots(s, "left")
        use = (
            say("已发放{out}，{told}。", out=out, told="还剩" + rest if rest else "已经发完")
            if out
            else say("还没有发放，库里有{rest}。", rest=rest)
            if rest
            else say("还没有入库。")
        )
    told = say("结余：{rest}（{day}）。", rest=d.rest.words, day=spoken(d.rest.day)) if d.rest else ""
    return first + use + told


def _purpose(purpose: str) -> str:
    return "没有指定用途" if purpose == "未指定" else say("指定用于{removeprefix}", removeprefix=purpose.removeprefix("用于"))
