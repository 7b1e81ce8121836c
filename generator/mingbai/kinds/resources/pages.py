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
from mingbai.pages import Block, Crumb, Draft, Holding, Sort, Theme, Toc, anchor
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped

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
        yield book.id, Holding(Sort.RESOURCES, f"{one.area} 亩", f"{one.number} 处", one.address)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each parcel and each of its parts stands."""
    for p in view.books.derived(parcels):
        place = f"{_home(p.book)}#{anchor('r', p.resource.number)}"
        yield p.resource.at_, (place, f"资源 {p.resource.number} {p.resource.name}")
        for part in p.resource.parts:
            yield part.at_, (place, f"资源 {p.resource.number} {p.resource.name} {part.name or part.number}")


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
    uses = [f"{use.zh} {_area(mine)} 亩" for use in Use if (mine := [p for p in plots if p.use is use])]
    due, paid = sum(o.due for o in _outcomes(plots)), sum(o.paid for o in _outcomes(plots))
    money = f"承包费和租金到今天应收 {grouped(due)} 元，已收 {grouped(paid)} 元。" if due or paid else ""
    return f"登记资源 {len(every)} 处，共 {area} 亩{'：' if uses else ''}{'，'.join(uses)}。{money}"


def _outcomes(plots: Iterable[Plot]) -> list[Outcome]:
    """What the contracts of these plots say, each contract once."""
    return list({p.outcome.id: p.outcome for p in plots if p.outcome is not None}.values())


def _late(every: Sequence[Parcel]) -> str:
    """What stands out: idle land, rent overdue."""
    plots = _plots(every)
    idle = [p for p in plots if p.use is Use.IDLE]
    overdue = sum(o.overdue for o in _outcomes(plots))
    told = [f"闲置 {_area(idle)} 亩。" if idle else "", f"逾期未收 {grouped(overdue)} 元。" if overdue else ""]
    return "".join(told)


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
        _home(book), f"{book.name} {_TITLE}", f"{book.name}的资源：{part.lede}", "resources/register.html", context, crumbs, view.books.as_of, toc
    )


def _parcel(view: View, p: Parcel) -> ParcelRow:
    plots = tuple(_plot(view, plot) for plot in p.plots)
    return ParcelRow(p.resource, anchor("r", p.resource.number), decimal(p.resource.area), plots, view.notes(p.resource))


def _term(contract: Contract, outcome: Outcome | None) -> str:
    """From when until when a plot is let."""
    start = spoken(contract.start)
    return f"{start}至{spoken(outcome.last)}" if outcome and outcome.last else f"{start}起"


def _plot(view: View, plot: Plot) -> PlotRow:
    outcome, contract = plot.outcome, plot.contract
    due, paid, owed = (outcome.due, outcome.paid, outcome.owed) if outcome else (None, None, None)
    until = _term(contract, outcome) if contract else ""
    rent = f"{grouped(plot.yearly)} 元（每亩 {grouped(plot.record.rate)} 元）" if plot.yearly is not None and plot.record.rate else ""
    state = _STATES.get(plot.use, "plain") if plot.use else "plain"
    return PlotRow(
        plot.name, decimal(plot.area), plot.use.zh if plot.use else "", state, plot.user, until, rent, due, paid, owed, view.where(contract)
    )
