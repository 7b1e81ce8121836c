"""A budget in plain words."""

from __future__ import annotations

from mingbai.kinds.budget.outturn import Executed, Year, thousandths
from mingbai.kinds.budget.records import Direction
from mingbai.kinds.finance.posting.entries import TO_OTHER
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say


def percent(rate: int | None) -> str:
    """783 → `78.3%`; None → a dash."""
    if rate is None:
        return "—"
    sign, rate = ("−", -rate) if rate < 0 else ("", rate)
    return f"{sign}{rate // 10}.{rate % 10}%"


def tag(e: Executed) -> tuple[str, str]:
    """The word and state of an item: 超预算, 用过头后已调整, 还没有花 …"""
    if e.item.direction is Direction.INCOME:
        return ("已收齐", "ok") if e.revised > 0 and e.done >= e.revised else ("", "")
    if e.left < 0:
        return "超预算", "warn"
    if e.first_over is not None:
        return "曾超预算", "warn"
    if e.revised > 0 and e.done == 0:
        return "还没有花", "wait"
    return "", ""


def lede(y: Year) -> str:
    """The year in one or two sentences."""
    told = []
    for direction, verb in ((Direction.INCOME, "收入"), (Direction.EXPENSE, "支出")):
        side = y.side(direction)
        if side:
            revised, done = sum(e.revised for e in side), sum(e.done for e in side)
            told.append(
                say(
                    "预算{verb} {revised} 元，已完成 {done} 元（{percent}）",
                    verb=verb,
                    revised=grouped(revised),
                    done=grouped(done),
                    percent=percent(thousandths(done, revised)),
                )
            )
    upto = say("，算到 {month} 月", month=y.months[-1].month.month) if y.months else say("，还没有账目")
    changes = say("年中调整 {n} 次。", n=len(y.file.changes)) if y.file.changes else ""
    return say("{year}年{list}{upto}。{changes}", year=y.year, list=joined("；", told), upto=upto, changes=changes)


def late(y: Year) -> str:
    """What residents should look at: what is overspent, what the budget does not know."""
    over = [e for e in y.executed if e.first_over is not None and e.left < 0]
    unknown = [u for u in y.unknown if u.key.direction is Direction.EXPENSE and u.key.category != TO_OTHER and u.fen > 0]
    told = []
    if over:
        told.append(say("{n} 项超预算，共超 {x} 元。", n=len(over), x=grouped(-sum(e.left for e in over))))
    if unknown:
        told.append(say("另有 {sum} 元支出没有列入预算。", sum=grouped(sum(u.fen for u in unknown))))
    return joined("", told)
