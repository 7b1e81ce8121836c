"""The tables of assets for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.assets.register import Held, held
from mingbai.pages import Column, Dataset
from mingbai.values.measures import decimal
from mingbai.values.text import Text

_ID = Column("id", Text("编号：账簿/资产编号", "Id: book/number"))
ASSETS = (
    Column("book", Text("账簿编号", "Id of the book")),
    _ID,
    Column("name", Text("名称", "Name")),
    Column("class", Text("类别：经营性、非经营性", "Class: earning or serving")),
    Column("sort", Text("分类", "Sort")),
    Column("model", Text("规格型号", "Model")),
    Column("place", Text("存放地点", "Place")),
    Column("quantity", Text("数量", "Number"), "integer"),
    Column("unit", Text("单位", "Unit")),
    Column("area", Text("面积（㎡）", "Area (square metres)")),
    Column("acquired", Text("购建日期", "Acquired on"), "date"),
    Column("source", Text("来源", "Source")),
    Column("fund", Text("资金来源", "Source of the money")),
    Column("cost", Text("原值（元）", "Cost (yuan)"), "money"),
    Column("method", Text("折旧方法", "Depreciation")),
    Column("years", Text("年限（年）", "Useful life (years)"), "integer"),
    Column("gross", Text("账面原值（元），重估以后", "Gross value (yuan), after revaluations"), "money"),
    Column("accumulated", Text("累计折旧（元）", "Accumulated depreciation (yuan)"), "money"),
    Column("net", Text("净值（元）", "Net value (yuan)"), "money"),
    Column("use", Text("使用状态", "Use")),
    Column("idle_since", Text("闲置自", "Idle since"), "date"),
    Column("user", Text("使用人", "Used by")),
    Column("contract", Text("合同", "Contract")),
    Column("custodian", Text("保管人", "Custodian")),
    Column("counted", Text("最近盘点日期", "Last counted on"), "date"),
    Column("count", Text("最近盘点结果", "Result of the last count")),
    Column("gone", Text("离账日期", "Left on"), "date"),
)
CHANGES = (
    _ID,
    Column("date", Text("日期", "Date"), "date"),
    Column("event", Text("变动", "Event")),
    Column("reason", Text("原因", "Reason")),
    Column("amount", Text("金额（元）", "Amount (yuan)"), "money"),
    Column("valuation", Text("评估价（元）", "Valuation (yuan)"), "money"),
    Column("shown", Text("评估公示", "Valuation shown on"), "date"),
    Column("procedure", Text("交易方式", "Procedure")),
    Column("decision", Text("决议", "Decision")),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Assets and their changes; nothing where no book keeps a register."""
    every = sorted(view.books.derived(held), key=lambda h: (h.book.id, h.asset.at_))
    if every:
        yield Dataset(
            "finance-assets",
            Text("固定资产", "Fixed assets"),
            ASSETS,
            [_row(h) for h in every],
            key=("id",),
            each=Text("每行一项资产", "One asset a row"),
        )
        changes = [
            (h.id, c.day, c.event.zh, c.reason, c.amount, c.valuation, c.shown, c.procedure.zh if c.procedure else None, c.decision)
            for h in every
            for c in h.asset.changes
        ]
        yield Dataset(
            "finance-asset-changes",
            Text("资产变动", "Changes of assets"),
            CHANGES,
            changes,
            key=("id", "date", "event"),
            each=Text("每行资产的一次变动", "One change of an asset a row"),
        )


def _row(h: Held) -> tuple[Any, ...]:
    a, count = h.asset, h.counted
    area = decimal(a.area) if a.area is not None else None
    what = (h.book.id, h.id, a.name, a.purpose.zh, a.sort.zh, a.model, a.place, a.quantity, a.unit, area, a.acquired, a.source.zh, a.fund)
    money = (a.cost, a.method.zh, a.years, h.worth.gross, h.worth.accumulated, h.worth.net)
    return (
        *what,
        *money,
        a.use.zh,
        a.idle_since,
        a.user,
        a.contract,
        a.custodian,
        count.day if count else None,
        count.found.zh if count else None,
        h.gone,
    )
