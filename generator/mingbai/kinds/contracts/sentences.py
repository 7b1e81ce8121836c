"""Contracts in plain words, for the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mingbai.kinds.contracts.records import Contract, Flow, Paper, State
from mingbai.kinds.contracts.register import Standing
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped

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
        found.append((f"逾期 {s.late_days} 天", "late"))
    return tuple(found)


def term(s: Standing) -> str:
    """从哪天到哪天."""
    start = spoken(s.contract.start)
    return f"{start} 至 {spoken(s.last)}" if s.last else f"{start} 起"


def price(contract: Contract) -> str:
    """5,000.00 元/月; empty where no price is given."""
    given = contract.price
    if given is None:
        return ""
    by = [w for w in (given.unit, given.every.zh if given.every else None) if w]
    return f"{grouped(given.rate)} 元{'/' + '·'.join(by) if by else ''}"


def size(contract: Contract) -> str:
    """12.5 亩; empty where no quantity is given."""
    return f"{decimal(contract.quantity)} {contract.unit or ''}".strip() if contract.quantity is not None else ""


def register(every: Sequence[Standing]) -> str:
    """How many, how much, in one or two sentences."""
    running = [s for s in every if s.state is State.RUNNING]
    without = sum(s.contract.paper is Paper.NONE for s in every)
    told = [f"登记合同 {len(every) - without} 份，正在履行的 {sum(s.contract.paper is Paper.WRITTEN for s in running)} 份。"]
    if without:
        told.append(f"另有 {without} 处没有合同在使用。")
    for flow in Flow:
        mine = [s for s in every if s.contract.flow is flow]
        if mine:
            due, paid, _left = WORDS[flow]
            told.append(f"到今天{due} {grouped(sum(s.due_fen for s in mine))} 元，{paid} {grouped(sum(s.paid_fen for s in mine))} 元。")
    return "".join(told)


def late(every: Iterable[Standing]) -> str:
    """What is overdue or ran out; empty where nothing is."""
    overdue = [s for s in every if s.late]
    expired = [s for s in every if s.state is State.EXPIRED and s.contract.flow is Flow.IN]
    told = []
    if overdue:
        worst = max(overdue, key=lambda s: s.late_days)
        told.append(f"{len(overdue)} 份逾期，共 {grouped(sum(s.overdue_fen for s in overdue))} 元，最久的已 {worst.late_days} 天。")
    if expired:
        told.append(f"{len(expired)} 份收款合同已经到期。")
    return "".join(told)


def one(s: Standing, ours: str) -> str:
    """One contract in two sentences."""
    c = s.contract
    due, paid, _left = WORDS[c.flow]
    first = f"{ours}和{c.other}{'签订的合同' if c.paper is Paper.WRITTEN else '之间没有书面合同'}：{c.subject}，{term(s)}"
    money = f"，总金额 {grouped(s.total)} 元" if s.total is not None else f"，{price(c)}" if c.price else ""
    upto = f"。到今天{due} {grouped(s.due_fen)} 元，{paid} {grouped(s.paid_fen)} 元"
    following = f"；下一期 {spoken(s.next.day)} {grouped(s.next.fen)} 元。" if s.next and s.state is not State.ENDED else "。"
    return first + money + upto + (following if s.plan else "。")


def one_late(s: Standing) -> str:
    """What is overdue of one contract."""
    return f"{WORDS[s.contract.flow][2]} {grouped(s.overdue_fen)} 元已逾期 {s.late_days} 天。" if s.late else ""
