"""Claims and debts in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from mingbai.kinds.debts.records import Nature
from mingbai.kinds.debts.register import Standing
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.rates import percent
from mingbai.values.speech import joined, say

SETTLED = {Nature.RECEIVABLE: "已收回", Nature.LENT: "已收回", Nature.PAYABLE: "已付", Nature.BORROWED: "已还", Nature.GUARANTEE: "已解除"}
LEFT = {Nature.RECEIVABLE: "还没收回", Nature.LENT: "还没收回", Nature.PAYABLE: "还没付", Nature.BORROWED: "还没还", Nature.GUARANTEE: "仍在担保"}
"""What was settled and what is left, by nature."""
_DONE = {Nature.RECEIVABLE: "已收回", Nature.LENT: "已收回", Nature.PAYABLE: "已付清", Nature.BORROWED: "已还清", Nature.GUARANTEE: "已解除"}


def bands(bounds: Sequence[int]) -> tuple[str, ...]:
    """The bands of age in words, one more than there are bounds: 1 年以内、1 至 2 年、2 至 3 年、3 年以上."""
    if not bounds:
        return ("全部",)
    inner = (say("{a} 至 {b} 年", a=a // 12, b=b // 12) if a % 12 == b % 12 == 0 else say("{a} 至 {b} 个月", a=a, b=b) for a, b in pairwise(bounds))
    return (say("{span}以内", span=_span(bounds[0])), *inner, say("{span}以上", span=_span(bounds[-1])))


def _span(months: int) -> str:
    return say("{months} 年", months=months // 12) if months % 12 == 0 else say("{months} 个月", months=months)


def tags(s: Standing) -> tuple[tuple[str, str], ...]:
    """The state and what stands out, as words with their colour."""
    if not s.open:
        given_up = s.written_off and not s.settled
        return ((("已核销", "past") if given_up else (_DONE[s.debt.nature], "ok")),)
    found = [(LEFT[s.debt.nature], "now")]
    if s.late_days:
        found.append((say("逾期 {late_days} 天", late_days=s.late_days), "late"))
    return tuple(found)


def register(every: Sequence[Standing]) -> str:
    """How many, how much, in two sentences: what others owe, what we owe."""
    told = []
    for claim, verb in ((True, "别人欠这本账的"), (False, "这本账欠别人的")):
        mine = [s for s in every if s.debt.nature.claim is claim and s.debt.nature is not Nature.GUARANTEE and s.open]
        total = grouped(sum(s.left for s in mine))
        told.append(say("{verb}有 {n} 笔，共 {total} 元。", verb=verb, n=len(mine), total=total) if mine else say("{verb}没有。", verb=verb))
    guaranteed = [s for s in every if s.debt.nature is Nature.GUARANTEE and s.open]
    if guaranteed:
        told.append(say("另有担保 {n} 笔，共 {sum} 元。", n=len(guaranteed), sum=grouped(sum(s.left for s in guaranteed))))
    closed = sum(not s.open for s in every)
    if closed:
        told.append(say("已经结清的 {closed} 笔。", closed=closed))
    return joined("", told)


def late(every: Sequence[Standing]) -> str:
    """What is overdue; empty where nothing is."""
    overdue = [s for s in every if s.late_days]
    if not overdue:
        return ""
    worst = max(overdue, key=lambda s: s.late_days)
    return say(
        "{n} 笔逾期，共 {sum} 元，最久的已 {late_days} 天。", n=len(overdue), sum=grouped(sum(s.left for s in overdue)), late_days=worst.late_days
    )


def one(s: Standing) -> str:
    """One claim or debt in two or three sentences."""
    d, name = s.debt, s.book.name
    first = {
        Nature.RECEIVABLE: say("{other}欠{name} {amount} 元", other=d.other, name=name, amount=grouped(d.amount)),
        Nature.LENT: say("{name}借给{other} {amount} 元", name=name, other=d.other, amount=grouped(d.amount)),
        Nature.PAYABLE: say("{name}欠{other} {amount} 元", name=name, other=d.other, amount=grouped(d.amount)),
        Nature.BORROWED: say("{name}向{other}借了 {amount} 元", name=name, other=d.other, amount=grouped(d.amount)),
        Nature.GUARANTEE: say("{name}为{other}担保 {amount} 元", name=name, other=d.other, amount=grouped(d.amount)),
    }[d.nature]
    told = [say("{day}，{first}，{reason}。", day=spoken(d.day), first=first, reason=d.reason)]
    told.append(say("{done}，没有余额。", done=_DONE[d.nature]) if not s.open and not s.written_off else _course(s))
    return joined("", told)


def _course(s: Standing) -> str:
    d = s.debt
    settled = s.settled + (d.before or 0)
    parts = [say("{settled} {settled2} 元", settled=SETTLED[d.nature], settled2=grouped(settled))] if settled else []
    if s.written_off:
        parts.append(say("核销 {written_off} 元", written_off=grouped(s.written_off)))
    parts.append(say("{left} {left2} 元", left=LEFT[d.nature], left2=grouped(s.left)) if s.open else "现在没有余额")
    due = say("，应在 {due} 前结清", due=spoken(d.due)) if d.due and s.open and not s.late_days else ""
    return say("到今天{list}{due}。", list=joined("，", parts), due=due)


def one_late(s: Standing) -> str:
    """How long it is overdue; empty where it is not."""
    return say("已逾期 {late_days} 天。", late_days=s.late_days) if s.late_days else ""


def interest(s: Standing) -> str:
    """The rate and what it came to; empty where none is agreed."""
    if s.debt.rate is None:
        return ""
    words = say("年利率 {percent}，到今天应计利息 {accrued} 元", percent=percent(s.debt.rate), accrued=grouped(s.accrued))
    return say(
        "{words}，已结 {interest} 元，未结 {interest_left} 元", words=words, interest=grouped(s.interest), interest_left=grouped(s.interest_left)
    )
