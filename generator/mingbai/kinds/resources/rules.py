"""RES: parcels add up, rent is area times rate, what is let is let by contract, nothing lies idle for long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.registers import no_book, strays
from mingbai.kinds.contracts.records import Contract, State
from mingbai.kinds.resources.records import ResourceFile, Use
from mingbai.kinds.resources.register import BASIS, Plot, parcels
from mingbai.packs.law import doubt
from mingbai.values.measures import decimal, times
from mingbai.values.money import grouped
from mingbai.values.text import Text

NO_BOOK = no_book("RES001", Text("资源登记在哪个主体名下，收益就归谁。", "Whose resource it is, theirs is what it earns."))
PARTS = Code(
    "RES002",
    Severity.ERROR,
    Text("分块面积加起来不等于总面积", "the parts do not add up to the parcel"),
    Text("“{name}”{area} 亩，分块合计 {sum} 亩", "“{name}” has {area} mu, its parts {sum}"),
    Text("核对每一块的面积；没有利用的也登记一块，写“闲置”。", "Check each part; what is not used is a part too, “idle”."),
    Text("分块合计与总面积一致，才没有漏掉或多算的地。", "Where they agree, no land is left out or counted twice."),
)
RENT = Code(
    "RES003",
    Severity.ERROR,
    Text("年承包费不等于面积乘单价", "the yearly rent is not area times rate"),
    Text(
        "{area} 亩 × {rate} 元 = {computed}，合同 {contract} 是每年 {typed}",
        "{area} mu × {rate} = {computed}, contract {contract} says {typed} a year",
    ),
    Text("核对面积、每亩年费和合同。", "Check the area, the rate and the contract."),
    Text("承包费按面积和单价算，三个数必须对得上。", "Rent is area times rate; the three must agree."),
)
NO_CONTRACT = Code(
    "RES004",
    Severity.WARNING,
    Text("发包、出租没有有效的合同", "granted or let without a contract in force"),
    Text("“{name}”写的是{use}，{why}", "“{name}” is {use}, {why}"),
    Text("签订合同并写上编号；已经收回的，改“利用方式”。", "Sign a contract and cite it; where it was taken back, correct the use."),
    Text("资源给别人用，要有合同、有期限、有承包费。", "A resource is let under a contract, for a term, at a rent."),
    BASIS,
)
IDLE = Code(
    "RES005",
    Severity.WARNING,
    Text("资源长期闲置", "a resource idle for long"),
    Text("“{name}”自 {since} 起闲置，已 {days} 天{doubt}", "“{name}” has been idle since {since}, {days:day|days}{doubt}"),
    Text("研究怎样利用，并把结果公布。", "Decide what to do with it and publish that."),
    Text("闲着的资源没有收益。", "What lies idle earns nothing."),
    (Cite("good-practice", "资产"),),
)
AREA = Code(
    "RES006",
    Severity.WARNING,
    Text("合同面积和登记面积不符", "the contract's area is not the register's"),
    Text("登记 {area} 亩，合同 {contract} 写的是 {typed} 亩", "registered {area} mu, contract {contract} says {typed}"),
    Text("实地丈量，改正登记或签补充协议。", "Measure it; correct the register or the contract."),
    Text("多占的地没有承包费。", "Land held beyond the contract pays nothing."),
    BASIS,
)

_LET = (Use.GRANTED, Use.LET)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of a resource register is the id of a declared book."""
    for register, book in strays(books, ResourceFile):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(PARTS)
def parts_add_up(books: Books) -> Iterator[Diagnostic]:
    """The areas of a parcel's parts add up to the parcel, to the last ten-thousandth of a mu."""
    for p in books.derived(parcels):
        r = p.resource
        found = sum(part.area for part in r.parts)
        if r.parts and found != r.area:
            yield PARTS.at(books.place(r, "area"), record=r.at_, name=r.name, area=decimal(r.area), sum=decimal(found))


@rule(RENT, AREA)
def rent_is_area_times_rate(books: Books) -> Iterator[Diagnostic]:
    """Where a plot has a rate and a contract of its own, the contract's yearly payment is area × rate, and its area the plot's."""
    for p in books.derived(parcels):
        for plot in p.plots:
            contract, record = plot.contract, plot.record
            if contract is None:
                continue
            typed = _yearly(contract)
            if plot.yearly is not None and typed is not None and typed != plot.yearly:
                values: dict[str, Any] = {"area": decimal(plot.area), "rate": grouped(record.rate or 0), "contract": contract.number}
                yield RENT.at(books.place(record, "rate"), record=p.resource.at_, computed=grouped(plot.yearly), typed=grouped(typed), **values)
            if contract.unit == record.AREA_UNIT and contract.quantity not in (None, plot.area) and _alone(books, contract):
                values = {"area": decimal(plot.area), "contract": contract.number, "typed": decimal(contract.quantity or 0)}
                yield AREA.at(books.place(record, "area"), record=p.resource.at_, **values)


def _alone(books: Books, contract: Contract) -> bool:
    """Whether one plot only is let under the contract: of several the areas would have to be added."""
    return sum(plot.contract is contract for p in books.derived(parcels) for plot in p.plots) == 1


def _yearly(contract: Contract) -> int | None:
    """Fen a year: by its regular payments, else by its price for area and year; None where neither tells, or several things are let."""
    if contract.regular is not None:
        return contract.regular.amount * 12 // contract.regular.every.months
    price = contract.price
    if price is not None and price.every is not None and contract.quantity is not None and price.unit is not None:
        return times(price.rate, contract.quantity) * 12 // price.every.months
    return None


@rule(NO_CONTRACT)
def what_is_let_is_let_by_contract(books: Books) -> Iterator[Diagnostic]:
    """A plot that is granted or let cites a contract in force."""
    for p in books.derived(parcels):
        for plot in p.plots:
            why = _why(books, plot) if plot.use in _LET and plot.use is not None else None
            if why is not None and plot.use is not None:
                place = books.place(plot.record, "contract" if plot.record.contract else "use")
                yield NO_CONTRACT.at(place, record=p.resource.at_, name=_called(p.resource.name, plot), use=plot.use.text, why=why)


def _called(parcel: str, plot: Plot) -> str:
    return parcel if plot.name == parcel else f"{parcel} {plot.name}"


def _why(books: Books, plot: Plot) -> Text | None:
    if plot.record.contract is None:
        return Text("没有写合同", "and no contract is named")
    if plot.outcome is None or plot.outcome.state is State.RUNNING:
        return None
    if plot.outcome.state is State.EXPIRED and not any(c.field == "renews" for c in books.referrers("contract", plot.outcome.id)):
        return None  # told of the contract itself (CON021)
    return Text(f"合同 {plot.record.contract} {plot.outcome.state.zh}", f"and contract {plot.record.contract} is {plot.outcome.state.value}")


@rule(IDLE)
def nothing_lies_idle_for_long(books: Books) -> Iterator[Diagnostic]:
    """What is idle is idle for no longer than the law pack allows, counted from 闲置自."""
    limit = books.law.standard("idle-days")
    if limit is None or not limit.count:
        return
    for p in books.derived(parcels):
        for plot in p.plots:
            since = plot.idle_since
            if plot.use is Use.IDLE and since is not None and (days := (books.as_of - since).days) > limit.count:
                values: dict[str, Any] = {"name": _called(p.resource.name, plot), "since": since, "days": days, "doubt": doubt(limit)}
                yield IDLE.at(books.place(plot.record, "idle_since"), record=p.resource.at_, basis=books.law.grounds(IDLE, limit), **values)
