"""Claims and debts in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mingbai.kinds.debts.records import Nature
from mingbai.kinds.debts.register import Standing
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.rates import percent

SETTLED = {Nature.RECEIVABLE: "已收回", Nature.LENT: "已收回", Nature.PAYABLE: "已付", Nature.BORROWED: "已还", Nature.GUARANTEE: "已解除"}
LEFT = {Nature.RECEIVABLE: "还没收回", Nature.LENT: "还没收回", Nature.PAYABLE: "还没付", Nature.BORROWED: "还没还", Nature.GUARANTEE: "仍在担保"}
"""What was settled and what is left, by nature."""
_DONE = {Nature.RECEIVABLE: "已收回", Nature.LENT: "已收回", Nature.PAYABLE: "已付清", Nature.BORROWED: "已还清", Nature.GUARANTEE: "已解除"}


def bands(bounds: Sequence[int]) -> tuple[str, ...]:
    """The bands of age in words, one more than there are bounds: 1 年以内、1 至 2 年、2 至 3 年、3 年以上."""
    if not bounds:
        return ("全部",)
    inner = (f"{a // 12} 至 {b // 12} 年" if a % 12 == b % 12 == 0 else f"{a} 至 {b} 个月" for a, b in pairwise(bounds))
    return (f"{_span(bounds[0])}以内", *inner, f"{_span(bounds[-1])}以上")


def _span(months: int) -> str:
    return f"{months // 12} 年" if months % 12 == 0 else f"{months} 个月"


def tags(s: Standing) -> tuple[tuple[str, str], ...]:
    """The state and what stands out, as words with their colour."""
    if not s.open:
        given_up = s.written_off and not s.settled
        return ((("已核销", "past") if given_up else (_DONE[s.debt.nature], "ok")),)
    found = [(LEFT[s.debt.nature], "now")]
    if s.late_days:
        found.append((f"逾期 {s.late_days} 天", "late"))
    return tuple(found)


def register(every: Sequence[Standing]) -> str:
    """How many, how much, in two sentences: what others owe, what we owe."""
    told = []
    for claim, verb in ((True, "别人欠这本账的"), (False, "这本账欠别人的")):
        mine = [s for s in every if s.debt.nature.claim is claim and s.debt.nature is not Nature.GUARANTEE and s.open]
        total = grouped(sum(s.left for s in mine))
        told.append(f"{verb}有 {len(mine)} 笔，共 {total} 元。" if mine else f"{verb}没有。")
    guaranteed = [s for s in every if s.debt.nature is Nature.GUARANTEE and s.open]
    if guaranteed:
        told.append(f"另有担保 {len(guaranteed)} 笔，共 {grouped(sum(s.left for s in guaranteed))} 元。")
    closed = sum(not s.open for s in every)
    if closed:
        told.append(f"已经结清的 {closed} 笔。")
    return "".join(told)


def late(every: Sequence[Standing]) -> str:
    """What is overdue; empty where nothing is."""
    overdue = [s for s in every if s.late_days]
    if not overdue:
        return ""
    worst = max(overdue, key=lambda s: s.late_days)
    return f"{len(overdue)} 笔逾期，共 {grouped(sum(s.left for s in overdue))} 元，最久的已 {worst.late_days} 天。"


def one(s: Standing) -> str:
    """One claim or debt in two or three sentences."""
    d, name = s.debt, s.book.name
    first = {
        Nature.RECEIVABLE: f"{d.other}欠{name} {grouped(d.amount)} 元",
        Nature.LENT: f"{name}借给{d.other} {grouped(d.amount)} 元",
        Nature.PAYABLE: f"{name}欠{d.other} {grouped(d.amount)} 元",
        Nature.BORROWED: f"{name}向{d.other}借了 {grouped(d.amount)} 元",
        Nature.GUARANTEE: f"{name}为{d.other}担保 {grouped(d.amount)} 元",
    }[d.nature]
    told = [f"{spoken(d.day)}，{first}，{d.reason}。"]
    told.append(f"{_DONE[d.nature]}，没有余额。" if not s.open and not s.written_off else _course(s))
    return "".join(told)


def _course(s: Standing) -> str:
    d = s.debt
    settled = s.settled + (d.before or 0)
    parts = [f"{SETTLED[d.nature]} {grouped(settled)} 元"] if settled else []
    if s.written_off:
        parts.append(f"核销 {grouped(s.written_off)} 元")
    parts.append(f"{LEFT[d.nature]} {grouped(s.left)} 元" if s.open else "现在没有余额")
    due = f"，应在 {spoken(d.due)} 前结清" if d.due and s.open and not s.late_days else ""
    return f"到今天{'，'.join(parts)}{due}。"


def one_late(s: Standing) -> str:
    """How long it is overdue; empty where it is not."""
    return f"已逾期 {s.late_days} 天。" if s.late_days else ""


def interest(s: Standing) -> str:
    """The rate and what it came to; empty where none is agreed."""
    if s.debt.rate is None:
        return ""
    words = f"年利率 {percent(s.debt.rate)}，到今天应计利息 {grouped(s.accrued)} 元"
    return f"{words}，已结 {grouped(s.interest)} 元，未结 {grouped(s.interest_left)} 元"
