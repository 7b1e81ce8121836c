"""Levies on the site: the list of a book, the account of each until it is closed, the part of the book's page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.levies.codes import DISCLOSED
from mingbai.kinds.levies.contexts import IndexContext, LevyContext, LineRow, Row
from mingbai.kinds.levies.standing import Standing, standings
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Link, Theme, Toc
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

_TITLE = "一事一议筹资筹劳"


def drafts(view: View) -> Iterator[Draft]:
    """The list of each book that has levies, and a page a levy."""
    for book, every in _by_book(view).items():
        context = _index(view, book, every)
        yield Draft(
            _home(book),
            say("{book} {title}", book=book.name, title=_TITLE),
            context.lede,
            "levies/index.html",
            context,
            (FINANCE, crumb(book)),
            OF_RECORDS,
            source=f"ledgers/finance/{book.id}/levies/",
        )
        yield from (_page(view, book, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The main figures on the book's page."""
    for book, every in _by_book(view).items():
        yield f"finance/{book.id}/", Block(180, "levies/part.html", _index(view, book, every), (Toc("筹资筹劳", "levies", 3),), Theme.GIVEN)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each levy stands."""
    for s in view.books.derived(standings):
        yield s.levy.at_, (_address(s), say("筹资筹劳 {levy}", levy=s.levy.name))
        if s.levy.settled:
            yield s.levy.settled.at_, (_address(s), say("筹资筹劳 {levy} 的结清", levy=s.levy.name))


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.ledger.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/levies/"


def _address(s: Standing) -> str:
    return f"{_home(s.ledger.book)}{s.filed.id.rpartition('/')[2]}/"


def _index(view: View, book: Book, every: tuple[Standing, ...]) -> IndexContext:
    due, collected = sum(s.due for s in every), sum(s.collected for s in every)
    lede = say(
        "共有 {n} 件一事一议。应筹资 {due} 元，已收 {collected} 元，账上还剩 {sum} 元。",
        n=len(every),
        due=grouped(due),
        collected=grouped(collected),
        sum=grouped(sum(s.left for s in every)),
    )
    return IndexContext(book, lede, _late(every), tuple(_row(s) for s in every), _home(book), phone(view.books), clauses(view, DISCLOSED))


def _late(every: tuple[Standing, ...]) -> str:
    late = [s for s in every if s.word[1] == "late"]
    return say("{n} 件到期没有收齐，还差 {sum} 元。", n=len(late), sum=grouped(sum(s.due - s.collected for s in late))) if late else ""


def _row(s: Standing) -> Row:
    return Row(s.levy.name, _address(s), s.levy.year, s.levy.sum, s.due, s.collected, s.spent, s.left, *s.word)


def _page(view: View, book: Book, s: Standing) -> Draft:
    levy = s.levy
    context = LevyContext(
        book,
        levy,
        _row(s),
        _lede(s),
        _late((s,)),
        tuple((word.zh, how, fen) for word, fen, how in s.parts),
        _link(view, "decision", levy.decision, s),
        _link(view, "project", levy.project, s),
        _link(view, "decision", levy.settled.decision, s) if levy.settled else None,
        tuple(_lines(view, s)),
        view.notes(levy),
        phone(view.books),
        s.filed.path,
        clauses(view, DISCLOSED),
    )
    parents = (FINANCE, crumb(book), Crumb(_TITLE, _home(book)))
    toc = (Toc("钱和工从哪里来", "parts"), Toc("每一笔", "lines"))
    return Draft(
        _address(s),
        say("{name}筹资筹劳", name=levy.name),
        context.lede,
        "levies/levy.html",
        context,
        parents,
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _lede(s: Standing) -> str:
    """What it needs, what came, what was spent, what is left."""
    told = [say("{year}年议定，合计 {sum} 元。", year=s.levy.year, sum=grouped(s.levy.sum))]
    if s.due:
        told.append(say("应筹资 {due} 元，已收 {collected} 元。", due=grouped(s.due), collected=grouped(s.collected)))
    told.append(
        say("账上共收 {received} 元，已花 {spent} 元，还剩 {left} 元。", received=grouped(s.received), spent=grouped(s.spent), left=grouped(s.left))
    )
    return joined("", told)


def _link(view: View, what: str, cited: str | None, s: Standing) -> Link | None:
    return view.where(view.books.find(what, cited, s.filed)) if cited else None


def _lines(view: View, s: Standing) -> Iterator[LineRow]:
    left = 0
    for p in s.lines:
        fen = sum(e.fen for e in p.entries if e.column is not Column.MOVE)
        left += fen
        income, expense = (fen if p.column is Column.INCOME else None), (-fen if p.column is Column.EXPENSE else None)
        summary = p.line.summary or say("{kind}（凭证 {voucher}）", kind=p.line.kind.zh, voucher=p.line.voucher)
        yield LineRow(p.line.date, summary, p.line.party or "", income, expense, left, p.line.voucher, view.where(p.line))
