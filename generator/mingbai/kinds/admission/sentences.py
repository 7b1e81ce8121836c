"""The plain words of tasks and of the money that follows them."""

from __future__ import annotations

from mingbai.kinds.admission.standing import Followed, Standing, State
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

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
    return say("{fen} 元", fen=grouped(fen))


def every(found: tuple[Standing, ...]) -> str:
    """How many tasks, how much was promised, how much came."""
    if not found:
        return say("还没有部门申请要社区协助的事。以后哪个部门要社区做事、给多少钱、到了没有，都登记在这里。")
    taken = [s for s in found if s.taken]
    refused = sum(s.state is State.REFUSED for s in found)
    waiting = sum(s.state is State.ASKED for s in found)
    counted = (
        [say("接了 {n} 件", n=len(taken))]
        + [say("没有接 {refused} 件", refused=refused)] * bool(refused)
        + [say("还没有决定 {waiting} 件", waiting=waiting)] * bool(waiting)
    )
    promised, arrived = sum(s.promised for s in taken), sum(s.arrived for s in taken)
    return say(
        "各部门要社区做的事登记了 {n} 件：{list}。接下的事说好给 {promised}，到账 {arrived}。",
        n=len(found),
        list=joined("，", counted),
        promised=yuan(promised),
        arrived=yuan(arrived),
    )


def late(found: tuple[Standing, ...], orphans: int) -> str:
    """Tasks without money, money that has not come, money without a task."""
    without = sum(s.taken and s.followed is Followed.UNPROMISED for s in found)
    missing = sum(s.taken and s.state is not State.WITHDRAWN and s.arrived < s.due for s in found)
    parts = []
    if without:
        parts.append(say("{without} 件接了没有给钱", without=without))
    if missing:
        parts.append(say("{missing} 件说好的钱过了日子还没到齐", missing=missing))
    if orphans:
        parts.append(say("{orphans} 笔资金说不出是为哪件事来的", orphans=orphans))
    return say("{list}。", list=joined("，", parts)) if parts else ""


def one(s: Standing) -> str:
    """Who asks what, what was decided, what money came."""
    t = s.task
    parts = [say("{department}要社区做：{matter}。", department=t.department, matter=t.matter)]
    if t.decided and t.decided.day <= s.as_of:
        parts.append(say("{body}{day}决定{outcome}。", body=t.decided.body, day=_day(s), outcome=t.decided.outcome.zh))
    else:
        parts.append(say("{year}年{month}月{day}日申请，还没有决定。", year=t.applied.year, month=t.applied.month, day=t.applied.day))
    if not s.taken:
        return joined("", parts)
    if s.promised:
        parts.append(
            say("说好给 {promised}，到账 {arrived}，已花 {spent}。", promised=yuan(s.promised), arrived=yuan(s.arrived), spent=yuan(s.spent))
        )
    elif s.arrived:
        parts.append(say("没有写说好给多少，到账 {arrived}，已花 {spent}。", arrived=yuan(s.arrived), spent=yuan(s.spent)))
    elif t.free:
        parts.append(say("不用花钱：{rstrip}。", rstrip=t.free.rstrip("。")))
    if s.own > 0:
        parts.append(say("另外社区用自己的钱补了 {own}。", own=yuan(s.own)))
    return joined("", parts)


def _day(s: Standing) -> str:
    day = s.task.decided.day if s.task.decided else s.task.applied
    return say("于 {year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def late_one(s: Standing) -> str:
    """What stands out of one task."""
    if not s.taken:
        return ""
    if s.followed is Followed.UNPROMISED:
        return say("没有给经费，也没有到账的钱。")
    missing = s.due - s.arrived
    return say("过了约定的日子，还差 {missing}。", missing=yuan(missing)) if missing > 0 and s.state is not State.WITHDRAWN else ""


def needs(s: Standing) -> tuple[tuple[str, str], ...]:
    """What the task takes, and what is provided: (label, text)."""
    asked, given = s.task.asked, s.task.given
    found = []
    if asked:
        found.append(
            ("需要", _listed(asked.people, say("经费 {money}", money=yuan(asked.money)) if asked.money is not None else "", asked.equipment))
        )
    if given:
        found.append(("部门另外提供", _listed(given.people, "", given.equipment)))
    return tuple((label, text) for label, text in found if text)


def _listed(people: int | None, money: str, equipment: str | None) -> str:
    return joined("、", (p for p in (say("{people} 人", people=people) if people is not None else "", money, equipment or "") if p))
