"""Contracts in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mingbai.kinds.contracts.records import Contract, Flow, Paper, State
from mingbai.kinds.contracts.register import Standing
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_STATES = {State.WAITING: "wait", State.RUNNING: "now", State.EXPIRED: "late", State.ENDED: "past"}
WORDS = {Flow.IN: ("应收", "已收", "未收"), Flow.OUT: ("应付", "已付", "未付")}
"""What is due, what is settled, what is left, in each direction."""


def tags(s: Standing) -> tuple[tuple[str, str], ...]:
    """The state and what stands out, as words with their colour; a purchase that ran out is simply over."""
    over = s.state is State.EXPIRED and s.contract.flow is Flow.OUT
    found = [("已期满", "past") if over else (s.state.zh, _STATES[s.state])]
    if s.contract.paper is Paper.NONE:
        found.append(("无合同", "warn"))
    if s.late:
        found.append((say("逾期 {late_days} 天", late_days=s.late_days), "late"))
    return tuple(found)


def term(s: Standing) -> str:
    """从哪天到哪天."""
    start = spoken(s.contract.start)
    return say("{start} 至 {last}", start=start, last=spoken(s.last)) if s.last else say("{start} 起", start=start)


def price(contract: Contract) -> str:
    """5,000.00 元/月; empty where no price is given."""
    given = contract.price
    if given is None:
        return ""
    by = [w for w in (given.unit, given.every.zh if given.every else None) if w]
    return say("{rate} 元{told}", rate=grouped(given.rate), told="/" + "·".join(by) if by else "")


def size(contract: Contract) -> str:
    """12.5 亩; empty where no quantity is given."""
    return f"{decimal(contract.quantity)} {contract.unit or ''}".strip() if contract.quantity is not None else ""


def register(every: Sequence[Standing]) -> str:
    """How many, how much, in one or two sentences."""
    running = [s for s in every if s.state is State.RUNNING]
    without = sum(s.contract.paper is Paper.NONE for s in every)
    told = [say("登记合同 {n} 份，正在履行的 {sum} 份。", n=len(every) - without, sum=sum(s.contract.paper is Paper.WRITTEN for s in running))]
    if without:
        told.append(say("另有 {without} 处没有合同在使用。", without=without))
    for flow in Flow:
        mine = [s for s in every if s.contract.flow is flow]
        planned, others = [s for s in mine if s.plan], [s for s in mine if not s.plan and s.paid_fen]
        due, paid, _left = WORDS[flow]
        if planned or (mine and not others):
            told.append(
                say(
                    "到今天{due} {sum} 元，{paid} {sum2} 元。",
                    due=due,
                    sum=grouped(sum(s.due_fen for s in planned)),
                    paid=paid,
                    sum2=grouped(sum(s.paid_fen for s in planned)),
                )
            )
        if others:
            told.append(say("没有定每期数额的 {n} 份，{paid} {sum} 元。", n=len(others), paid=paid, sum=grouped(sum(s.paid_fen for s in others))))
    return joined("", told)


def late(every: Iterable[Standing]) -> str:
    """What is overdue or ran out; empty where nothing is."""
    overdue = [s for s in every if s.late]
    expired = [s for s in every if s.state is State.EXPIRED and s.contract.flow is Flow.IN]
    told = []
    if overdue:
        worst = max(overdue, key=lambda s: s.late_days)
        told.append(
            say(
                "{n} 份逾期，共 {sum} 元，最久的已 {late_days} 天。",
                n=len(overdue),
                sum=grouped(sum(s.overdue_fen for s in overdue)),
                late_days=worst.late_days,
            )
        )
    if expired:
        told.append(say("{n} 份收款合同已经到期。", n=len(expired)))
    return joined("", told)


def one(s: Standing, ours: str) -> str:
    """One contract in two sentences."""
    c = s.contract
    due, paid, _left = WORDS[c.flow]
    first = say(
        "{ours}和{other}{told}：{subject}，{term}",
        ours=ours,
        other=c.other,
        told="签订的合同" if c.paper is Paper.WRITTEN else "之间没有书面合同",
        subject=c.subject,
        term=term(s),
    )
    money = say("，总金额 {total} 元", total=grouped(s.total)) if s.total is not None else say("，{price}", price=price(c)) if c.price else ""
    upto = (
        say("。到今天{due} {due_fen} 元，{paid} {paid_fen} 元", due=due, due_fen=grouped(s.due_fen), paid=paid, paid_fen=grouped(s.paid_fen))
        if s.plan
        else say("。没有定每期数额，到今天{paid} {paid_fen} 元", paid=paid, paid_fen=grouped(s.paid_fen))
    )
    following = say("；下一期 {day} {fen} 元。", day=spoken(s.next.day), fen=grouped(s.next.fen)) if s.next and s.state is not State.ENDED else "。"
    return first + money + upto + (following if s.plan else "。")


def one_late(s: Standing) -> str:
    """What is overdue of one contract."""
    return (
        say(
            "{words} {overdue_fen} 元已逾期 {late_days} 天。",
            words=WORDS[s.contract.flow][2],
            overdue_fen=grouped(s.overdue_fen),
            late_days=s.late_days,
        )
        if s.late
        else ""
    )
