"""The goods of a book on the site: the register, a page for each sort, the part of the book's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.goods import sentences
from mingbai.kinds.goods.contexts import ItemContext, PartContext, RegisterContext, Row, StepRow
from mingbai.kinds.goods.records import Doing, Movement
from mingbai.kinds.goods.register import BASIS, Step, Stock, stocks
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Link, Theme, Toc, anchor
from mingbai.values.measures import decimal
from mingbai.values.speech import joined, say

_TITLE = "物资台账"
_STATES = {Doing.IN: "now", Doing.OUT: "ok", Doing.LOSS: "warn", Doing.COUNT: "info"}


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one, and the page of each sort of goods."""
    for book, every in _by_book(view).items():
        yield _register(view, book, every)
        yield from (_page(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page says of its goods."""
    for book, every in _by_book(view).items():
        context = PartContext(sentences.register(every), sentences.late(every), _home(book))
        yield f"finance/{book.id}/", Block(160, "goods/part.html", context, (Toc("物资", "goods", 3),), Theme.OWNED)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each sort of goods stands, and each of its movements."""
    for s in view.books.derived(stocks):
        words = say("物资 {item} {item2}", item=s.item.number, item2=s.item.name)
        yield s.item.at_, (_address(s), words)
        yield from ((m.at_, (_address(s), words)) for m in s.item.movements)


def _by_book(view: View) -> dict[Book, tuple[Stock, ...]]:
    return by_book(view.books, view.books.derived(stocks), lambda s: s.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/goods/"


def _address(s: Stock) -> str:
    return f"{_home(s.book)}{anchor('g', s.item.number)}/"


def _register(view: View, book: Book, every: Sequence[Stock]) -> Draft:
    context = RegisterContext(
        book,
        sentences.register(every),
        sentences.late(every),
        tuple(_row(s) for s in every),
        sentences.classes(every),
        phone(view.books),
        every[0].filed.path,
        clauses(view, BASIS),
    )
    toc = (Toc("每种物资", "items"), *([Toc("发给了谁", "classes")] if context.classes else []))
    about = say("{name}的{title}：{lede}", name=book.name, title=_TITLE, lede=context.lede)
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        about,
        "goods/register.html",
        context,
        (FINANCE, crumb(book)),
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _row(s: Stock) -> Row:
    return Row(s.item.number, s.item.name, _address(s), s.item.unit, s.received, s.given, s.lost, s.left, s.last, sentences.tags(s))


def _page(view: View, s: Stock) -> Draft:
    context = ItemContext(
        s.book,
        s.item,
        _row(s),
        sentences.one(s),
        sentences.late([s]),
        tuple(_step(view, s, step) for step in s.steps),
        tuple(_lines(view, s)),
        view.notes(s.item),
        s.filed.path,
        clauses(view, BASIS),
    )
    toc = (Toc("登记内容", "facts"), Toc("每一次收发", "course"), *([Toc("哪几笔钱买的", "lines")] if context.lines else []))
    parents = (FINANCE, crumb(s.book), Crumb(_TITLE, _home(s.book)))
    title = say("{item}（{item2}）", item=s.item.name, item2=s.item.number)
    return Draft(_address(s), title, context.lede, "goods/item.html", context, parents, OF_RECORDS, toc, source=context.source)


def _step(view: View, s: Stock, step: Step) -> StepRow:
    m = step.movement
    sign = {Doing.IN: "+", Doing.COUNT: "数到 "}.get(m.doing, "−")
    hands = joined(
        "，",
        (
            w
            for w in (
                say("经办 {handler}", handler=m.handler) if m.handler else "",
                say("监督 {watched_by}", watched_by=m.watched_by) if m.watched_by else "",
            )
            if w
        ),
    )
    return StepRow(
        m.day, m.doing.zh, _STATES[m.doing], f"{sign}{decimal(m.count)}", sentences.movement(m), step.stock, hands, tuple(_links(view, s, m))
    )


def _links(view: View, s: Stock, m: Movement) -> Iterator[Link]:
    for what, cited in (("line", m.line), ("donation", m.donation), ("decision", m.decision)):
        place = view.where(view.books.find(what, cited, s.filed)) if cited else None
        if place is not None:
            yield place


def _lines(view: View, s: Stock) -> Iterator[Link]:
    """What cites the goods: the lines that bought them, and whatever else does."""
    seen: dict[Link, None] = {}
    for citation in view.books.referrers("goods", s.id):
        place = view.where(citation.record)
        if place is not None:
            seen[place] = None
    return iter(seen)
