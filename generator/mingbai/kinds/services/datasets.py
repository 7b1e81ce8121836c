"""The tables of services for download: a guide a row, a document a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.kind import View
from mingbai.kinds.services.guides import Guide, guides
from mingbai.pages import Column, Dataset
from mingbai.values.text import Text


def datasets(view: View) -> Iterator[Dataset]:
    """`services` and `services-documents`."""
    found = guides(view.books)
    yield Dataset(
        "services",
        Text("办事指南", "Service guides"),
        _GUIDE,
        [_row(g) for g in found],
        key=("service",),
        each=Text("每行一份办事指南", "One service guide a row"),
    )
    documents = [(g.id, n, d.name, d.form, d.copies, d.source, d.need.zh, d.note) for g in found for n, d in enumerate(g.service.documents, 1)]
    yield Dataset(
        "services-documents",
        Text("办事要带的材料", "Documents to bring"),
        _DOCUMENT,
        documents,
        key=("service", "name"),
        each=Text("每行一项要带的材料", "One document to bring a row"),
    )


_GUIDE = (
    Column("service", Text("编号", "Id")),
    Column("name", Text("名称", "Name")),
    Column("class", Text("类别", "Class")),
    Column("category", Text("分类", "Category")),
    Column("audience", Text("服务对象", "For whom")),
    Column("groups", Text("人群", "Groups of people")),
    Column("agency", Text("实施主体", "Responsible")),
    Column("basis", Text("依据", "Legal basis")),
    Column("condition", Text("受理条件", "Conditions")),
    Column("documents", Text("材料（项）", "Number of documents"), "integer"),
    Column("stages", Text("流程", "Procedure")),
    Column("statutory", Text("法定时限", "Statutory limit"), "integer"),
    Column("statutory_unit", Text("法定时限单位", "Unit of the statutory limit")),
    Column("promised", Text("承诺时限", "Promised limit"), "integer"),
    Column("unit", Text("时限单位", "Unit of limits")),
    Column("fee", Text("收费", "Charged for")),
    Column("price", Text("收费标准", "Price")),
    Column("price_basis", Text("收费依据", "Basis of the price")),
    Column("place", Text("办理地点", "Where")),
    Column("hours", Text("办理时间", "When")),
    Column("proxy", Text("代办", "By proxy")),
    Column("phone", Text("咨询电话", "Telephone")),
    Column("complaints", Text("监督电话", "Telephone for complaints")),
    Column("online", Text("网上办理", "Online")),
    Column("code", Text("事项编码", "Item code")),
    Column("checked", Text("核对日期", "Last checked on"), "date"),
    Column("checked_by", Text("核对人", "Checked by")),
    Column("occasions", Text("事由", "Occasions")),
    Column("operator", Text("运行主体", "Run by")),
    Column("funder", Text("出资方", "Paid for by")),
    Column("served", Text("登记的服务人次合计", "Times served, as registered"), "integer"),
)
_DOCUMENT = (
    Column("service", Text("编号", "Id of the service")),
    Column("number", Text("序号", "Number"), "integer"),
    Column("name", Text("名称", "Name")),
    Column("form", Text("形式", "Form")),
    Column("copies", Text("份数", "Copies"), "integer"),
    Column("source", Text("来源", "Where to get it")),
    Column("need", Text("必要性", "Required or not")),
    Column("note", Text("说明", "Note")),
)


def _row(guide: Guide) -> tuple[Any, ...]:
    s = guide.service
    unit = s.unit.zh if s.unit else None
    statutory_unit = (s.statutory_unit.zh if s.statutory_unit else unit) if s.statutory is not None else None
    basis = "；".join(b.name + (b.article or "") for b in s.basis)
    stages = "→".join(stage.name for stage in s.stages)
    return (
        *(guide.id, s.name, s.kind.zh, s.category, s.audience, "、".join(s.groups), s.agency, basis, s.condition),
        *(len(s.documents), stages, s.statutory, statutory_unit, s.promised, unit if s.promised is not None else None),
        *("是" if s.fee else "否", s.price, s.price_basis, s.place, s.hours, s.proxy, s.phone, s.complaints, s.online, s.code),
        *((s.checked.date, s.checked.by) if s.checked else (None, None)),
        *("、".join(s.occasions), s.operator, s.funder, sum(one.times for one in s.served) if s.served else None),
    )
