"""The assets of a book on the site: the register, a page for every asset, parts of the pages of the book and of finance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.assets.contexts import (
    AssetContext,
    ChangeRow,
    Group,
    InventoryRow,
    LineRow,
    PartContext,
    PartsContext,
    RegisterContext,
    Row,
    StepRow,
)
from mingbai.kinds.assets.depreciation import residual
from mingbai.kinds.assets.records import Change, Event, Found, Inventory, InventoryFile, Sort, Step, Use
from mingbai.kinds.assets.register import TRUE_BOOKS, Held, by_book, held
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, clauses, crumb, phone
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Holding, Link, Theme, Toc, anchor
from mingbai.pages import Sort as Holds
from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_TITLE = "固定资产"
_USES = {Use.OWN: "ok", Use.LET: "now", Use.IDLE: "warn"}


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one, and the page of each asset."""
    for book, every in view.books.derived(by_book).items():
        yield _register(view, book, every)
        yield from (_page(view, h) for h in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page and the finance page say of assets."""
    told = tuple(_part(book, every) for book, every in view.books.derived(by_book).items())
    for one in told:
        yield f"finance/{one.book.id}/", Block(120, "assets/part.html", one, (Toc(_TITLE, "assets", 3),), Theme.OWNED)
    if told:
        yield "finance/", Block(120, "assets/parts.html", PartsContext(told), (Toc(_TITLE, "assets"),))


def holdings(view: View) -> Iterator[tuple[str, Holding]]:
    """What the assets that are still there are worth."""
    for book, every in view.books.derived(by_book).items():
        one = _part(book, every)
        yield (
            book.id,
            Holding(
                Holds.ASSETS,
                say("{net} 元", net=grouped(one.net)),
                say("{number} 项，原值 {cost} 元，减去折旧", number=one.number, cost=grouped(one.cost)),
                one.address,
            ),
        )


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each asset stands, what happened to it with it, and the register as a whole."""
    for book, every in view.books.derived(by_book).items():
        if every[0].filed.record is not None:
            yield every[0].filed.record.at_, (_home(book), say("{book} {title}", book=book.name, title=_TITLE))
    for h in view.books.derived(held):
        place = (_address(h), say("资产 {asset} {asset2}", asset=h.asset.number, asset2=h.asset.name))
        yield h.asset.at_, place
        yield from ((change.at_, place) for change in h.asset.changes)


def _home(book: Book) -> str:
    return f"finance/{book.id}/assets/"


def _address(h: Held) -> str:
    return f"{_home(h.book)}{anchor('a', h.asset.number)}/"


def _there(every: Sequence[Held]) -> list[Held]:
    return [h for h in every if h.gone is None]


def _part(book: Book, every: Sequence[Held]) -> PartContext:
    there = _there(every)
    cost, net = sum(h.asset.cost for h in there), sum(h.worth.net for h in there)
    return PartContext(book, _lede(there, cost, net), _late(there), len(there), cost, net, _home(book))


def _lede(there: Sequence[Held], cost: int, net: int) -> str:
    by_use = [say("{use} {n} 项", use=use.zh, n=n) for use in Use if (n := sum(h.asset.use is use for h in there))]
    return say(
        "在账固定资产 {n} 项，原值 {cost} 元，净值 {net} 元；{list}。", n=len(there), cost=grouped(cost), net=grouped(net), list=joined("，", by_use)
    )


def _late(there: Sequence[Held]) -> str:
    """What stands out: idle, missing."""
    idle = [h for h in there if h.asset.use is Use.IDLE]
    short = [h for h in there if h.counted and h.counted.found is Found.LESS]
    told = [say("闲置 {n} 项，原值 {sum} 元。", n=len(idle), sum=grouped(sum(h.asset.cost for h in idle)))] if idle else []
    return joined("", [*told, say("盘亏 {n} 项。", n=len(short))] if short else told)


def _register(view: View, book: Book, every: tuple[Held, ...]) -> Draft:
    part = _part(book, every)
    there = _there(every)
    groups = tuple(_group(sort, n, [h for h in there if h.asset.sort is sort]) for n, sort in enumerate(Sort, 1))
    rate = view.books.law.standard("residual-rate")
    record = every[0].filed.record
    context = RegisterContext(
        book,
        part.lede,
        part.late,
        part.number,
        part.cost,
        part.net,
        tuple(g for g in groups if g.rows),
        tuple(_row(h) for h in every if h.gone is not None),
        tuple(_inventories(view, book)),
        view.notes(record) if record else (),
        f"{rate.share.part}/{rate.share.whole}" if rate and rate.share else "",
        phone(view.books),
        every[0].filed.path,
        clauses(view, TRUE_BOOKS),
    )
    toc = [Toc(g.title, g.anchor) for g in context.groups]
    toc += [Toc("已不在账", "gone")] if context.gone else []
    toc += [Toc("年度清查", "inventory")] if context.inventories else []
    about = say("{name}的固定资产：{lede}", name=book.name, lede=part.lede)
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        about,
        "assets/register.html",
        context,
        (FINANCE, crumb(book)),
        OF_RECORDS,
        tuple(toc),
        source=context.source,
    )


def _group(sort: Sort, n: int, every: list[Held]) -> Group:
    return Group(sort.zh, f"sort-{n}", tuple(_row(h) for h in every), sum(h.asset.cost for h in every), sum(h.worth.net for h in every))


def _row(h: Held) -> Row:
    count = h.counted
    counted = say("{day} {found}", day=spoken(count.day), found=count.found.zh) if count else "还没有盘点"
    use = h.asset.use
    tags = [(use.zh, _USES[use])] if h.gone is None else [(say("已{event}", event=_last(h).event.zh), "past")]
    if count and count.found is not Found.AGREES and h.gone is None:
        tags.append((count.found.zh, "warn"))
    return Row(h.asset, _address(h), h.worth.gross, h.worth.net, counted, tuple(tags))


def _last(h: Held) -> Change:
    return next(c for c in h.asset.changes if c.day == h.gone)


def _inventories(view: View, book: Book) -> Iterator[InventoryRow]:
    """The yearly inventories of a book, newest first, with all nine steps."""
    for filed in view.books.of(InventoryFile):
        if filed.id == f"{book.id}/inventory" and filed.record is not None:
            yield from (_inventory(i) for i in sorted(filed.record.inventories, key=lambda i: i.day, reverse=True))


def _inventory(one: Inventory) -> InventoryRow:
    done = {d.step: d for d in one.steps}
    steps = tuple(StepRow(s.zh, done[s].day if s in done else None, (done[s].words or "") if s in done else "") for s in Step)
    return InventoryRow(say("{year}年度清查（{day}）", year=one.year, day=spoken(one.day)), steps, len(done))


def _page(view: View, h: Held) -> Draft:
    asset, books = h.asset, view.books
    contract = view.where(books.find("contract", asset.contract, h.filed)) if asset.contract else None
    kept = residual(asset, books.law.standard("residual-rate", asset.acquired)) if asset.years else 0
    lines = tuple(
        _line(view, p, "置办" if p in h.bought else "其他") for p in sorted((*h.bought, *h.upkeep), key=lambda p: (p.line.date, p.line.at_))
    )
    context = AssetContext(
        h.book,
        asset,
        _row(h),
        _one(h),
        f"{decimal(asset.area)} ㎡" if asset.area is not None else "",
        h.worth.accumulated,
        kept,
        contract,
        tuple(_life(view, h)),
        lines,
        view.citing("asset", h.id, "finance"),
        view.notes(asset),
        h.filed.path,
        clauses(view, TRUE_BOOKS),
    )
    shown = (("life", "变动和盘点", context.changes), ("lines", "账上的收支", lines), ("cited", "哪里提到它", context.cited_by))
    toc = (Toc("资产情况", "facts"), *(Toc(title, id) for id, title, there in shown if there))
    parents = (FINANCE, crumb(h.book), Crumb(_TITLE, _home(h.book)))
    return Draft(
        _address(h),
        say("{name}（{number}）", name=asset.name, number=asset.number),
        context.lede,
        "assets/asset.html",
        context,
        parents,
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _one(h: Held) -> str:
    a = h.asset
    first = say(
        "{name} {quantity} {unit}，{year}年{month}月{source}，原值 {gross} 元",
        name=a.name,
        quantity=a.quantity,
        unit=a.unit,
        year=a.acquired.year,
        month=a.acquired.month,
        source=a.source.zh,
        gross=grouped(h.worth.gross),
    )
    if h.gone is not None:
        return say("{first}；{gone}已{event}。", first=first, gone=spoken(h.gone), event=_last(h).event.zh)
    written = say("，已提折旧 {accumulated} 元", accumulated=grouped(h.worth.accumulated)) if h.worth.accumulated else ""
    return say(
        "{first}{written}，现在净值 {net} 元。放在{place}，由{custodian}保管。",
        first=first,
        written=written,
        net=grouped(h.worth.net),
        place=a.place,
        custodian=a.custodian,
    )


def _life(view: View, h: Held) -> Iterator[ChangeRow]:
    """Changes and counts in the order of days."""
    found = []
    for c in h.asset.changes:
        cited = view.where(view.books.find("decision", c.decision, h.filed)) if c.decision else None
        line = view.where(view.books.find("line", c.line, h.filed)) if c.line else None
        found.append(ChangeRow(c.day, say("{event}：{reason}", event=c.event.zh, reason=c.reason), _amounts(c), cited or line))
    found += [ChangeRow(c.day, say("盘点：{found}", found=c.found.zh), joined("，", (w for w in (c.by, c.words) if w)), None) for c in h.asset.counts]
    return iter(sorted(found, key=lambda r: r.day))


def _amounts(c: Change) -> str:
    word = "新的净值" if c.event is Event.REVALUED else "收回"
    told = [
        say("{word} {amount} 元", word=word, amount=grouped(c.amount)) if c.amount else "",
        say("评估价 {valuation} 元", valuation=grouped(c.valuation)) if c.valuation else "",
    ]
    told += [say("评估 {shown} 公示", shown=c.shown) if c.shown else "", say("{procedure}方式", procedure=c.procedure.zh) if c.procedure else ""]
    return joined("，", (t for t in told if t))


def _line(view: View, posted: Posted, what: str) -> LineRow:
    line = posted.line
    place = view.where(line) or Link(line.voucher, "")
    side = "收入" if posted.column is Column.INCOME else what
    return LineRow(line.date, line.summary or say("{kind}（{x}）", kind=line.kind.zh, x=line.reason or ""), posted.amount, side, place)
