"""Tables for download: meetings, and their decisions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.meetings.register import Entry, Held, entries, meetings
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text


def datasets(view: View) -> Iterator[Dataset]:
    """One meeting a row, one decision a row."""
    yield Dataset(
        "meetings",
        Text("会议", "Meetings"),
        _MEETINGS,
        [_meeting(h, view.books.as_of) for h in meetings(view.books)],
        key=("meeting",),
        each=Text("每行一次会议", "One meeting a row"),
    )
    yield Dataset(
        "meetings-decisions",
        Text("议题和决议", "Decisions"),
        _DECISIONS,
        [_decision(e) for e in entries(view.books)],
        key=("decision",),
        each=Text("每行一项议题或决议", "One item or decision a row"),
    )


_MEETINGS = (
    Column("meeting", Text("会议编号", "Id of the meeting")),
    Column("kind", Text("种类", "Kind")),
    Column("date", Text("日期", "Date"), "date"),
    Column("time", Text("时间", "Time")),
    Column("place", Text("地点", "Place")),
    Column("notified", Text("通知日期", "Called on"), "date"),
    Column("convener", Text("召集", "Called by")),
    Column("chair", Text("主持", "Chair")),
    Column("clerk", Text("记录", "Minutes by")),
    Column("due", Text("应到", "Due"), "integer"),
    Column("in_person", Text("亲到", "Present in person"), "integer"),
    Column("proxies", Text("委托", "Present by proxy"), "integer"),
    Column("absent", Text("缺席", "Absent"), "integer"),
    Column("women", Text("女性代表", "Women among those due"), "integer"),
    Column("supervisors", Text("监督委员会到会", "Supervisors present"), "integer"),
    Column("attending", Text("列席", "Also attending")),
    Column("matters", Text("事项", "Matters")),
    Column("decisions", Text("议题数", "Number of items"), "integer"),
    Column("state", Text("状态", "State")),
    Column("open_to", Text("谁可以来", "Who may come")),
    Column("cancelled", Text("取消日期", "Called off on"), "date"),
    Column("cancelled_because", Text("取消原因", "Called off because")),
    Column("counts", Text("计数：人或户代表", "Counts persons or households")),
)


def _meeting(held: Held, as_of: datetime.date) -> tuple[Any, ...]:
    m = held.meeting
    return (
        held.id,
        m.kind.zh,
        held.date,
        f"{m.time:%H:%M}",
        m.where,
        m.notified,
        m.convener,
        m.chair,
        m.clerk,
        m.due,
        m.in_person,
        m.proxies,
        m.absent,
        m.women,
        m.supervisors,
        "、".join(m.attending) or None,
        "、".join(m.matters) or None,
        len(m.decisions),
        held.phase(as_of).zh,
        m.open_to,
        *((m.cancelled.date, m.cancelled.reason) if m.cancelled else (None, None)),
        m.counts.zh,
    )


_DECISIONS = (
    Column("decision", Text("决议编号", "Id of the decision")),
    Column("meeting", Text("会议编号", "Id of the meeting")),
    Column("date", Text("会议日期", "Date of the meeting"), "date"),
    Column("kind", Text("会议种类", "Kind of meeting")),
    Column("topic", Text("议题", "Item")),
    Column("proposer", Text("提议", "Proposed by")),
    Column("party_discussed", Text("党组织研究日期", "Discussed by the party organisation on"), "date"),
    Column("text", Text("文本", "Text")),
    Column("method", Text("表决方式", "How votes were cast")),
    Column("yes", Text("同意", "For"), "integer"),
    Column("no", Text("反对", "Against"), "integer"),
    Column("abstain", Text("弃权", "Abstained"), "integer"),
    Column("invalid", Text("无效", "Invalid"), "integer"),
    Column("recused", Text("回避", "Recused"), "integer"),
    Column("result", Text("结果", "Result")),
    Column("reckoning", Text("计算", "Reckoning")),
    Column("state", Text("状态", "State")),
    Column("responsible", Text("责任人", "Responsible")),
    Column("deadline", Text("期限", "To be done by"), "date"),
    Column("done", Text("完成", "Done on"), "date"),
    Column("matter", Text("事项", "Matter")),
    Column("interested", Text("利害关系人", "Interested persons"), "integer"),
    Column("published", Text("决议公开", "Decision published on"), "date"),
    Column("outcome_published", Text("结果公开", "Outcome published on"), "date"),
)


def _decision(entry: Entry) -> tuple[Any, ...]:
    d, carried = entry.decision, entry.decision.carry_out
    return (
        entry.id,
        entry.held.id,
        entry.held.date,
        entry.held.meeting.kind.zh,
        d.topic,
        d.proposer,
        d.party_discussed,
        d.text,
        d.method.zh if d.method else None,
        d.yes,
        d.no,
        d.abstain,
        d.invalid,
        d.recused,
        entry.result.zh if entry.result else None,
        entry.tally.text.zh,
        entry.state.zh,
        carried.responsible if carried else None,
        carried.deadline if carried else None,
        carried.done if carried else None,
        d.matter,
        d.interested,
        d.published,
        d.outcome_published,
    )
