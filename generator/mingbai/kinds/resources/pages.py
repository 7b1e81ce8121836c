"""The resources of a book on the site: one register with every parcel, and parts of the pages of the book and of finance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, clauses, phone
from mingbai.kinds.contracts.records import Contract, Outcome
from mingbai.kinds.resources.contexts import AreaRow, ParcelRow, PartContext, PartsContext, PlotRow, RegisterContext
from mingbai.kinds.resources.records import Land, Use
from mingbai.kinds.resources.register import BASIS, Parcel, Plot, by_book, parcels
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Holding, Sort, Theme, Toc, anchor
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_TITLE = "资源登记簿"
_STATES = {Use.IDLE: "warn", Use.GRANTED: "now", Use.LET: "now"}


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one."""
    return (_register(view, book, every) for book, every in view.books.derived(by_book).items())


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page and the finance page say of resources."""
    told = tuple(_part(book, every) for book, every in view.books.derived(by_book).items())
    for one in told:
        yield f"finance/{one.book.id}/", Block(130, "resources/part.html", one, (Toc("资源", "resources", 3),), Theme.OWNED)
    if told:
        yield "finance/", Block(130, "resources/parts.html", PartsContext(told), (Toc("资源", "resources"),))


def holdings(view: View) -> Iterator[tuple[str, Holding]]:
    """The area of all parcels."""
    for book, every in view.books.derived(by_book).items():
        one = _part(book, every)
        yield book.id, Holding(Sort.RESOURCES, say("{area} 亩", area=one.area), say("{number} 处", number=one.number), one.address)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each parcel and each of its parts stands."""
    for p in view.books.derived(parcels):
        place = f"{_home(p.book)}#{anchor('r', p.resource.number)}"
        yield p.resource.at_, (place, say("资源 {resource} {resource2}", resource=p.resource.number, resource2=p.resource.name))
        for part in p.resource.parts:
            yield (
                part.at_,
                (place, say("资源 {resource} {resource2} {x}", resource=p.resource.number, resource2=p.resource.name, x=part.name or part.number)),
            )


def _home(book: Book) -> str:
    return f"finance/{book.id}/resources/"


def _area(plots: Iterable[Plot]) -> str:
    return decimal(sum(p.area for p in plots))


def _plots(every: Sequence[Parcel]) -> list[Plot]:
    return [plot for p in every for plot in p.plots]


def _part(book: Book, every: Sequence[Parcel]) -> PartContext:
    area = decimal(sum(p.resource.area for p in every))
    return PartContext(book, _lede(every, area), _late(every), len(every), area, _home(book))


def _lede(every: Sequence[Parcel], area: str) -> str:
    plots = _plots(every)
    uses = [say("{use} {area} 亩", use=use.zh, area=_area(mine)) for use in Use if (mine := [p for p in plots if p.use is use])]
    due, paid = sum(o.due for o in _outcomes(plots)), sum(o.paid for o in _outcomes(plots))
    money = say("承包费和租金到今天应收 {due} 元，已收 {paid} 元。", due=grouped(due), paid=grouped(paid)) if due or paid else ""
    return say(
        "登记资源 {n} 处，共 {area} 亩{told}{list}。{money}", n=len(every), area=area, told="：" if uses else "", list=joined("，", uses), money=money
    )


def _outcomes(plots: Iterable[Plot]) -> list[Outcome]:
    """What the contracts of these plots say, each contract once."""
    return list({p.outcome.id: p.outcome for p in plots if p.outcome is not None}.values())


def _late(every: Sequence[Parcel]) -> str:
    """What stands out: idle land, rent overdue."""
    plots = _plots(every)
    idle = [p for p in plots if p.use is Use.IDLE]
    overdue = sum(o.overdue for o in _outcomes(plots))
    told = [say("闲置 {area} 亩。", area=_area(idle)) if idle else "", say("逾期未收 {overdue} 元。", overdue=grouped(overdue)) if overdue else ""]
    return joined("", told)


def _register(view: View, book: Book, every: tuple[Parcel, ...]) -> Draft:
    part, plots = _part(book, every), _plots(every)
    lands = tuple(
        AreaRow(one.zh, len(m), decimal(sum(p.resource.area for p in m))) for one in Land if (m := [p for p in every if p.resource.land is one])
    )
    uses = tuple(AreaRow(one.zh, len(mine), _area(mine)) for one in Use if (mine := [p for p in plots if p.use is one]))
    context = RegisterContext(
        book,
        part.lede,
        part.late,
        lands,
        uses,
        part.area,
        tuple(_parcel(view, p) for p in every),
        phone(view.books),
        every[0].filed.path,
        clauses(view, BASIS),
    )
    toc = (Toc("分类面积", "areas"), *(Toc(p.resource.name, p.anchor) for p in context.parcels))
    crumbs = (FINANCE, Crumb(book.name, f"finance/{book.id}/"))
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        say("{name}的资源：{lede}", name=book.name, lede=part.lede),
        "resources/register.html",
        context,
        crumbs,
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _parcel(view: View, p: Parcel) -> ParcelRow:
    plots = tuple(_plot(view, plot) for plot in p.plots)
    return ParcelRow(p.resource, anchor("r", p.resource.number), decimal(p.resource.area), plots, view.notes(p.resource))


def _term(contract: Contract, outcome: Outcome | None) -> str:
    """From when until when a plot is let."""
    start = spoken(contract.start)
    return say("{start}至{last}", start=start, last=spoken(outcome.last)) if outcome and outcome.last else say("{start}起", start=start)


def _plot(view: View, plot: Plot) -> PlotRow:
    outcome, contract = plot.outcome, plot.contract
    due, paid, owed = (outcome.due, outcome.paid, outcome.owed) if outcome else (None, None, None)
    until = _term(contract, outcome) if contract else ""
    rent = (
        say("{yearly} 元（每亩 {rate} 元）", yearly=grouped(plot.yearly), rate=grouped(plot.record.rate))
        if plot.yearly is not None and plot.record.rate
        else ""
    )
    state = _STATES.get(plot.use, "plain") if plot.use else "plain"
    return PlotRow(
        plot.name, decimal(plot.area), plot.use.zh if plot.use else "", state, plot.user, until, rent, due, paid, owed, view.where(contract)
    )
