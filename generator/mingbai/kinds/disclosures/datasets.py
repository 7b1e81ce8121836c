"""The tables of the catalogue: publications, duties with their states, the sums that higher levels ask for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from mingbai.kind import View
from mingbai.kinds.disclosures.binding import kept
from mingbai.kinds.disclosures.duties import Standing, State, standings
from mingbai.kinds.disclosures.proving import hollow
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.kinds.disclosures.sentences import span, what
from mingbai.packs import Item
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text

_CHANNELS = ("公开栏", "触摸屏", "网站", "明白纸")
"""As the statistics of higher levels count them; whatever else was used stands under 其他."""


def datasets(view: View) -> Iterator[Dataset]:
    """Nothing where the catalogue is not kept."""
    if kept(view.books):
        found = view.books.derived(standings)
        yield _publications(found)
        yield _duties(found, view.books.derived(hollow))
        yield _sums(view, found)


def _publications(found: tuple[Standing, ...]) -> Dataset:
    columns = (
        Column("item", Text("事项编号", "Item")),
        Column("name", Text("事项", "Name of the item")),
        Column("period", Text("期间", "Period")),
        Column("about", Text("对象", "About")),
        Column("plan", Text("公开方案提出的日期", "Plan put forward on"), "date"),
        Column("published", Text("公布日", "Published on"), "date"),
        Column("channels", Text("渠道", "Channels")),
        Column("nothing", Text("本期无：1 是", "1: nothing this period"), "integer"),
        Column("signatures", Text("签署：角色 日期", "Signatures: office and day")),
        Column("taken_down", Text("撤下日", "Taken down on"), "date"),
        Column("corrects", Text("更正哪一次公布", "The publication it corrects")),
        Column("reason", Text("原因", "Reason")),
    )
    rows = [
        (
            s.item.id,
            s.item.name,
            str(e.period) if e.period else None,
            "、".join(e.objects),
            e.plan,
            e.day,
            "、".join(e.channels),
            int(e.nothing),
            "、".join(f"{one.office} {one.day}" for one in e.signatures),
            e.until,
            e.corrects,
            e.reason,
        )
        for s in found
        for e in s.entries
    ]
    return Dataset(
        "disclosures",
        Text("公布登记", "Publications"),
        columns,
        rows,
        key=("item", "period", "about", "published"),
        each=Text("每行一次公布", "One publication a row"),
    )


def _duties(found: tuple[Standing, ...], bare: Mapping[int, Disclosure]) -> Dataset:
    columns = (
        Column("item", Text("事项编号", "Item")),
        Column("name", Text("事项", "Name of the item")),
        Column("area", Text("类别", "Area")),
        Column("period", Text("期间", "Period")),
        Column("event", Text("事件编号", "Id of the event")),
        Column("what", Text("公布什么", "What is to be published")),
        Column("due", Text("期限：最后一天", "Due: the last day in time"), "date"),
        Column("published", Text("公布日", "Published on"), "date"),
        Column("days_late", Text("晚了几天", "Days late"), "integer"),
        Column("state", Text("状态", "State")),
        Column(
            "not_in_ledgers",
            Text("登记了公布、台账里没有内容：1 是；空：没有公布", "1: entered as published, nothing of it in the ledgers; empty: not published"),
            "integer",
        ),
        Column("status", Text("事项的效力：法定、地方规定、待确认的默认值", "Standing of the item: statutory, local, or a default to be confirmed")),
        Column(
            "due_status",
            Text(
                "期限天数的效力：法定、地方规定、待确认的默认值",
                "Standing of the days until it is due: statutory, local, or a default to be confirmed",
            ),
        ),
        Column("board_days", Text("至少公布几天；空：长期公布", "Days on the board at least; empty: for good"), "integer"),
        Column(
            "board_status",
            Text(
                "公布天数的效力：法定、地方规定、待确认的默认值", "Standing of the days on the board: statutory, local, or a default to be confirmed"
            ),
        ),
    )
    rows: list[tuple[Any, ...]] = [
        (
            o.item.id,
            o.item.name,
            o.item.area.zh,
            str(o.period) if o.period else None,
            o.event.id if o.event else None,
            what(o).zh,
            o.due.day,
            o.published.day if o.published else None,
            max(0, (o.published.day - o.due.day).days) if o.published else None,
            o.state.value,
            int(o.published.at_ in bare) if o.published else None,
            o.item.standing.zh,
            o.firmness.zh,
            *_board(o.item),
        )
        for s in found
        for o in s.obligations
    ]
    rows += [
        (
            s.item.id,
            s.item.name,
            s.item.area.zh,
            str(q.period) if q.period else None,
            None,
            span(q).zh,
            None,
            q.published.day if q.published else None,
            None,
            q.state.value,
            int(q.published.at_ in bare) if q.published else None,
            s.item.standing.zh,
            None,
            *_board(s.item),
        )
        for s in found
        for q in s.quiet
    ]
    order = {s.item.id: n for n, s in enumerate(found)}
    rows.sort(key=lambda row: order[row[0]])  # of an item its duties first
    return Dataset(
        "disclosures-timeliness",
        Text("公开目录完成情况", "Timeliness of disclosure"),
        columns,
        rows,
        key=("item", "period", "event", "what"),
        each=Text(
            "每行一次公开义务，或者一项没有登记、签字确认没有的，和它的状态",
            "One duty and its state a row; of items that nothing happened in, what was signed or that nothing was recorded",
        ),
    )


def _board(item: Item) -> tuple[int | None, str | None]:
    """How long it hangs at least, and how firm that is; nothing of what stays for good."""
    return (None, None) if item.days is None else (item.days, item.board.zh)


def _sums(view: View, found: tuple[Standing, ...]) -> Dataset:
    columns = (Column("measure", Text("指标", "Measure")), Column("count", Text("数", "Count"), "integer"))
    entries = [e for s in found for e in s.entries if e.day <= view.books.as_of]
    other = sum(any(c not in _CHANNELS for c in e.channels) for e in entries)
    rows: list[tuple[str, int]] = [
        ("应公开事项", len(found)),
        ("公开次数", len(entries)),
        *((state.value, sum(s.count(state) for s in found)) for state in State),
        ("登记了公布、台账里没有内容", len(view.books.derived(hollow))),
        *((f"通过{channel}公开", sum(channel in e.channels for e in entries)) for channel in _CHANNELS),
        ("通过其他方式公开", other),
        *((f"公开{area}事项", sum(s.item.area.zh == area and bool(s.entries) for s in found)) for area in ("党务", "事务", "财务", "服务")),
        ("更正次数", sum(e.corrects is not None for e in entries) + sum(_corrections(s, view.books.as_of) for s in found)),
        *(measure for kind in view.kinds for measure in kind.measures(view)),
    ]
    return Dataset(
        "disclosures-statistics",
        Text("公开情况统计", "Statistics of disclosure"),
        columns,
        rows,
        key=("measure",),
        each=Text("每行一个指标，供上级汇总", "One measure a row, for higher levels to add up"),
    )


def _corrections(standing: Standing, as_of: datetime.date) -> int:
    """How many corrections were told under the item of corrections itself: one for each matter, one where a publication names none."""
    if not standing.item.alike:
        return 0
    return sum(len(e.objects) or 1 for e in standing.entries if e.corrects is None and not e.nothing and e.day <= as_of)
