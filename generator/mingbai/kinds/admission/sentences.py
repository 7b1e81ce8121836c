"""The plain words of tasks and of the money that follows them."""

from __future__ import annotations

from mingbai.kinds.admission.standing import Followed, Standing, State
from mingbai.values.money import grouped

COLOURS = {State.ASKED: "wait", State.REFUSED: "no", State.ADMITTED: "now", State.WITHDRAWN: "past", State.DONE: "ok", State.EXPIRED: "past"}
MONEY = {
    Followed.ALL: "ok",
    Followed.PART: "warn",
    Followed.NONE: "late",
    Followed.WAITING: "wait",
    Followed.UNPROMISED: "late",
    Followed.FREE: "info",
}


def yuan(fen: int) -> str:
    """20,000.00 元."""
    return f"{grouped(fen)} 元"


def every(found: tuple[Standing, ...]) -> str:
    """How many tasks, how much was promised, how much came."""
    if not found:
        return "还没有部门申请要社区协助的事。以后哪个部门要社区做事、给多少钱、到了没有，都登记在这里。"
    taken = [s for s in found if s.taken]
    refused = sum(s.state is State.REFUSED for s in found)
    waiting = sum(s.state is State.ASKED for s in found)
    counted = [f"接了 {len(taken)} 件"] + [f"没有接 {refused} 件"] * bool(refused) + [f"还没有决定 {waiting} 件"] * bool(waiting)
    promised, arrived = sum(s.promised for s in taken), sum(s.arrived for s in taken)
    return f"各部门要社区做的事登记了 {len(found)} 件：{'，'.join(counted)}。接下的事说好给 {yuan(promised)}，到账 {yuan(arrived)}。"


def late(found: tuple[Standing, ...], orphans: int) -> str:
    """Tasks without money, money that has not come, money without a task."""
    without = sum(s.taken and s.followed is Followed.UNPROMISED for s in found)
    missing = sum(s.taken and s.state is not State.WITHDRAWN and s.arrived < s.due for s in found)
    parts = []
    if without:
        parts.append(f"{without} 件接了没有给钱")
    if missing:
        parts.append(f"{missing} 件说好的钱过了日子还没到齐")
    if orphans:
        parts.append(f"{orphans} 笔资金说不出是为哪件事来的")
    return f"{'，'.join(parts)}。" if parts else ""


def one(s: Standing) -> str:
    """Who asks what, what was decided, what money came."""
    t = s.task
    parts = [f"{t.department}要社区做：{t.matter}。"]
    if t.decided and t.decided.day <= s.as_of:
        parts.append(f"{t.decided.body}{_day(s)}决定{t.decided.outcome.zh}。")
    else:
        parts.append(f"{t.applied.year}年{t.applied.month}月{t.applied.day}日申请，还没有决定。")
    if not s.taken:
        return "".join(parts)
    if s.promised:
        parts.append(f"说好给 {yuan(s.promised)}，到账 {yuan(s.arrived)}，已花 {yuan(s.spent)}。")
    elif s.arrived:
        parts.append(f"没有写说好给多少，到账 {yuan(s.arrived)}，已花 {yuan(s.spent)}。")
    elif t.free:
        parts.append(f"不用花钱：{t.free.rstrip('。')}。")
    if s.own > 0:
        parts.append(f"另外社区用自己的钱补了 {yuan(s.own)}。")
    return "".join(parts)


def _day(s: Standing) -> str:
    day = s.task.decided.day if s.task.decided else s.task.applied
    return f"于 {day.year}年{day.month}月{day.day}日"


def late_one(s: Standing) -> str:
    """What stands out of one task."""
    if not s.taken:
        return ""
    if s.followed is Followed.UNPROMISED:
        return "没有给经费，也没有到账的钱。"
    missing = s.due - s.arrived
    return f"过了约定的日子，还差 {yuan(missing)}。" if missing > 0 and s.state is not State.WITHDRAWN else ""


def needs(s: Standing) -> tuple[tuple[str, str], ...]:
    """What the task takes, and what is provided: (label, text)."""
    asked, given = s.task.asked, s.task.given
    found = []
    if asked:
        found.append(("需要", _listed(asked.people, f"经费 {yuan(asked.money)}" if asked.money is not None else "", asked.equipment)))
    if given:
        found.append(("部门另外提供", _listed(given.people, "", given.equipment)))
    return tuple((label, text) for label, text in found if text)


def _listed(people: int | None, money: str, equipment: str | None) -> str:
    return "、".join(p for p in (f"{people} 人" if people is not None else "", money, equipment or "") if p)
