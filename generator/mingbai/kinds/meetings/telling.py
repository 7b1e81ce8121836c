"""Plain sentences of meetings and decisions, made from the data: who met, how many voted how, who does it by when."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from mingbai.kinds.meetings.records import CarryOut, Meeting, Result
from mingbai.kinds.meetings.register import Entry, Held, Phase, State
from mingbai.packs import Body, Law, Standing
from mingbai.packs.records import Base
from mingbai.values.days import spoken
from mingbai.values.numbers import Threshold

_TIED = "\N{NO-BREAK SPACE}"
_WEEK = "一二三四五六日"


def title(held: Held) -> str:
    """2026年3月5日 议事会."""
    return f"{spoken(held.date)} {held.meeting.kind.zh}"


def clock(moment: datetime.datetime) -> str:
    """2026年3月5日（星期四）14:30."""
    return f"{spoken(moment.date())}（星期{_WEEK[moment.weekday()]}）{moment:%H:%M}"


def opening(held: Held, entries: Sequence[Entry], as_of: datetime.date) -> str:
    """What happened, in two or three sentences."""
    meeting = held.meeting
    chaired = f"，{meeting.chair}主持" if meeting.chair else ""
    met = f"{meeting.convener}召集{chaired}，在{meeting.where}"
    phase = held.phase(as_of)
    if phase is Phase.COMING:
        return f"{clock(meeting.time)}，在{meeting.where}召开{meeting.kind.zh}，由{meeting.convener}召集{chaired}。{_agenda(len(entries))}"
    if phase is Phase.CANCELLED and meeting.cancelled is not None:
        return f"原定{clock(meeting.time)}在{meeting.where}召开的{meeting.kind.zh}没有开。{meeting.cancelled.reason.rstrip('。')}。"
    if phase is Phase.UNRECORDED:
        return f"原定{clock(meeting.time)}在{meeting.where}召开{meeting.kind.zh}。日子已经过了，还没有会议记录。"
    unit = meeting.counts.unit.zh
    came = f"到会 {present} {unit}。" if (present := presence(meeting)) is not None else ""
    due = f"应到 {meeting.due} {unit}，" if meeting.due is not None and came else ""
    return f"{clock(meeting.time)}，{met}召开{meeting.kind.zh}。{due}{came}{results(entries)}"


def _agenda(items: int) -> str:
    return f"要议 {items} 件事，列在下面。会议还没有开。" if items else "会议还没有开，议题还没有公布。"


def ahead(date: datetime.date, as_of: datetime.date) -> str:
    """今天, 明天, 还有 10 天."""
    days = (date - as_of).days
    return {0: "今天", 1: "明天"}.get(days, f"还有 {days} 天")


def presence(meeting: Meeting) -> int | None:
    """Present in person and by proxy; None where nobody was counted."""
    return None if meeting.in_person is None else meeting.in_person + (meeting.proxies or 0)


_RESULTS = (
    (Result.PASSED, "通过"),
    (Result.REJECTED, "未通过"),
    (Result.NO_QUORUM, "因人数不够没有作出决定"),
    (Result.DEFERRED, "暂缓"),
    (None, "只讨论"),
)


def results(entries: Sequence[Entry]) -> str:
    """共 3 项议题：通过 2 项，未通过 1 项。."""
    return f"共 {len(entries)} 项议题：{counted(entries)}。" if entries else "没有形成决议。"


def counted(entries: Sequence[Entry]) -> str:
    """通过 2 项，未通过 1 项."""
    by_result = Counter(e.result for e in entries)
    return "，".join(f"{word} {by_result[result]} 项" for result, word in _RESULTS if by_result[result])


def others(entry: Entry) -> str:
    """另有无效 1 票、回避 1 人。; empty where there were none."""
    d = entry.decision
    said = [*([f"无效 {d.invalid} 票"] if d.invalid else []), *([f"因有利害关系回避 {d.recused} 人"] if d.recused else [])]
    return f"另有{'、'.join(said)}。" if said else ""


def follow_up(carried: CarryOut, state: State, as_of: datetime.date) -> str:
    """Who does it by when, and how it stands."""
    who = f"由{carried.responsible}负责"
    left = (carried.deadline - as_of).days
    if carried.done is not None:
        early = (carried.deadline - carried.done).days
        timing = f"，比期限早 {early} 天" if early > 0 else f"，比期限晚 {-early} 天" if early < 0 else ""
        return f"{who}，{spoken(carried.done)}已经办完{timing}。"
    if state is State.OVERDUE:
        return f"{who}，应在{spoken(carried.deadline)}前办完，已经过了 {-left} 天，还没有办完。"
    return f"{who}，{spoken(carried.deadline)}前办完，" + (f"还有 {left} 天。" if left else "今天到期。")


def newest(carried: CarryOut | None) -> str:
    """The last report of progress: 10月19日：仍未划线。."""
    if carried is None or not carried.progress:
        return ""
    last = max(carried.progress, key=lambda p: p.date)
    return f"{last.date.month}月{last.date.day}日：{last.text}"


def notice(held: Held) -> str:
    """2026年2月25日，提前 8 天; empty where it was not written down."""
    called = held.meeting.notified
    if called is None:
        return ""
    ahead = (held.date - called).days
    return spoken(called) + (f"，提前 {ahead} 天" if ahead > 0 else "")


def requirements(body: Body, *, households: bool = False) -> str:
    """What is asked of the body, in words: 每 6 个月至少开一次，应到人员 2/3 以上到会才能开，到会人员过半数同意才能通过。."""
    whom = "全体" if body.base is Base.ALL else "到会"
    said = (
        f"每 {body.every_months} 个月至少开一次" if body.every_months else "",
        f"提前 {body.notice_days} 天通知" if body.notice_days else "",
        f"应到{'的户' if households else '人员'}{_share(body.quorum)}到会才能开" if body.quorum else "",
        f"每户派代表参加的，{_share(body.households).strip()}的户到会就能开" if body.households and not households else "",
        f"{whom}人员{_share(body.majority)}同意才能通过" if body.majority else "",
        f"妇女应占{_share(body.women)}" if body.women else "",
    )
    return "，".join(filter(None, said)) + "。" if any(said) else ""


def _share(threshold: Threshold) -> str:
    half = (threshold.part, threshold.whole, threshold.inclusive) == (1, 2, False)
    return "过半数" if half else f" {threshold.text.zh}"


def footing(body: Body, law: Law) -> str:
    """Where the requirements come from: the article, or that they are a default to be confirmed."""
    cited = "、".join(law.cite(b) for b in body.basis)
    if body.standing is Standing.DEFAULT:
        return "法律没有具体规定，按通行做法，由当地确认" + (f"；参照{cited}" if cited else "")
    return cited


def votes(entry: Entry) -> str:
    """同意 14，反对 2，弃权 1; empty where nobody voted."""
    d = entry.decision
    return "" if d.yes is None else f"同意{_TIED}{d.yes}，反对{_TIED}{d.no or 0}，弃权{_TIED}{d.abstain or 0}"
