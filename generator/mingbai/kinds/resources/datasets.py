"""The table of resources for download."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.resources.register import Parcel, Plot, parcels
from mingbai.pages import Column, Dataset
from mingbai.values.measures import decimal
from mingbai.values.text import Text

RESOURCES = (
    Column("book", Text("账簿编号", "Id of the book")),
    Column("id", Text("编号：账簿/资源编号", "Id: book/number")),
    Column("part", Text("分块编号，没有分块的空着", "Number of the part, empty where it is not divided")),
    Column("name", Text("名称", "Name")),
    Column("class", Text("类别", "Class of land")),
    Column("place", Text("坐落", "Situated")),
    Column("bounds", Text("四至", "Bounds")),
    Column("owner", Text("权属", "Owner")),
    Column("area", Text("这一块的面积（亩）", "Area of this part (mu)")),
    Column("use", Text("利用方式", "Use")),
    Column("user", Text("承包方", "Used by")),
    Column("contract", Text("合同", "Contract")),
    Column("start", Text("合同起", "Contract from"), "date"),
    Column("end", Text("合同止，变更以后", "Contract to, after changes"), "date"),
    Column("yearly", Text("年承包费（元），面积乘每亩年费", "Yearly rent (yuan), area times rate"), "money"),
    Column("due", Text("合同到期应收（元）", "Fallen due under the contract (yuan)"), "money"),
    Column("paid", Text("合同已收（元）", "Received under the contract (yuan)"), "money"),
    Column("idle_since", Text("闲置自", "Idle since"), "date"),
)


def datasets(view: View) -> Iterator[Dataset]:
    """Plots, a row each; nothing where no book keeps a register."""
    every = sorted(view.books.derived(parcels), key=lambda p: (p.book.id, p.resource.at_))
    if every:
        rows = [_row(p, plot) for p in every for plot in p.plots]
        yield Dataset(
            "finance-resources",
            Text("资源", "Resources"),
            RESOURCES,
            rows,
            key=("id", "part"),
            each=Text("每行一处资源或它的一块", "One parcel, or one part of it, a row"),
        )


def _row(p: Parcel, plot: Plot) -> tuple[Any, ...]:
    r, contract, outcome = p.resource, plot.contract, plot.outcome
    part = plot.record.number if r.parts else None
    where = (p.book.id, p.id, part, f"{r.name} {plot.name}" if r.parts else r.name, r.land.zh, r.place, r.bounds, r.owner, decimal(plot.area))
    used = (plot.use.zh if plot.use else None, plot.user, plot.record.contract)
    days = (contract.start if contract else None, outcome.last if outcome else None)
    money = (plot.yearly, outcome.due if outcome else None, outcome.paid if outcome else None)
    return (*where, *used, *days, *money, plot.idle_since)
