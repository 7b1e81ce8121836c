"""Distributions on the site: the years of a book, one year with its arithmetic, the part of the book's page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.distribution.codes import DISCLOSED
from mingbai.kinds.distribution.contexts import IndexContext, LineRow, YearContext, YearRow
from mingbai.kinds.distribution.standing import Standing, standings
from mingbai.kinds.finance.posting.entries import Column
from mingbai.pages import Block, Crumb, Draft, Link, Theme, Toc
from mingbai.values.measures import decimal
from mingbai.values.money import grouped

_TITLE = "收益分配"


def drafts(view: View) -> Iterator[Draft]:
    """The list of each book that distributes, and a page a year."""
    for book, every in _by_book(view).items():
        context = _index(view, book, every)
        yield Draft(_home(book), f"{book.name} {_TITLE}", context.lede, "distribution/index.html", context, (FINANCE, crumb(book)), view.books.as_of)
        yield from (_page(view, book, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The newest year on the book's page."""
    for book, every in _by_book(view).items():
        yield f"finance/{book.id}/", Block(190, "distribution/part.html", _index(view, book, every), (Toc(_TITLE, "distribution", 3),), Theme.GIVEN)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each distribution stands."""
    for s in view.books.derived(standings):
        yield s.file.at_, (_address(s), f"{s.ledger.book.name} {s.year}年收益分配")


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.ledger.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/distribution/"


def _address(s: Standing) -> str:
    return f"{_home(s.ledger.book)}{s.year}/"


def _index(view: View, book: Book, every: tuple[Standing, ...]) -> IndexContext:
    rows = tuple(YearRow(f"{s.year}年收益分配", _address(s), _lede(s), s.file.to_members, s.paid) for s in reversed(every))
    return IndexContext(book, _lede(every[-1]), _home(book), rows, phone(view.books))


def _lede(s: Standing) -> str:
    """What there was, who gets it, what was paid."""
    f = s.file
    gain = f"{s.year}年收益 {grouped(f.gain)} 元" if f.gain >= 0 else f"{s.year}年亏损 {grouped(-f.gain)} 元"
    reserve = f"提取公积公益金 {grouped(f.reserve)} 元，" if f.reserve else ""
    members = f"分给成员 {grouped(f.to_members)} 元，已发 {grouped(s.paid)} 元" if f.to_members else "没有分给成员"
    return f"{gain}，加上以前没有分的，可分配 {grouped(f.available)} 元。{reserve}{members}，年末还剩 {grouped(f.left)} 元没有分。"


def _page(view: View, book: Book, s: Standing) -> Draft:
    f = s.file
    context = YearContext(
        book,
        f,
        s.year,
        _lede(s),
        (("收益总额", f.gain), ("年初未分配", f.opening), ("其他转入", f.moved_in)),
        f.available,
        tuple(_uses(s)),
        f.given + f.left,
        f.to_members,
        s.paid,
        s.unpaid,
        _decision(view, s),
        f"全体 {s.votes[1]} 人，同意 {s.votes[0]} 人" if s.votes else "",
        tuple(_lines(view, s)),
        view.notes(f),
        phone(view.books),
        s.filed.path,
        clauses(view, DISCLOSED),
    )
    title = f"{book.name} {s.year}年收益分配"
    toc = (Toc("有多少可以分", "sources"), Toc("怎么分", "uses"), Toc("发给成员", "lines"))
    parents = (FINANCE, crumb(book), Crumb(_TITLE, _home(book)))
    return Draft(_address(s), title, context.lede, "distribution/year.html", context, parents, view.books.as_of, toc)


def _decision(view: View, s: Standing) -> Link | None:
    return view.where(view.books.find("decision", s.file.decision, s.filed)) if s.file.decision else None


def _uses(s: Standing) -> Iterator[tuple[str, str, int]]:
    """Every way it goes: the word, how it was reckoned, fen."""
    f = s.file
    for word, fen in (("提取公积公益金", f.reserve), ("提取福利费", f.welfare), ("外来投资分利", f.investors)):
        if fen:
            yield word, "", fen
    for m in f.members:
        people = f"，{m.people} 人" if m.people is not None else ""
        yield f"成员分配：{m.sort}", f"{decimal(m.shares)} 份 × {grouped(m.each)} 元{people}", m.amount
    if f.other:
        yield "其他分配", "", f.other
    yield "年末未分配", "", f.left


def _lines(view: View, s: Standing) -> Iterator[LineRow]:
    for p in s.lines:
        fen = -sum(e.fen for e in p.entries if e.column is Column.EXPENSE)
        summary = p.line.summary or f"{p.line.kind.zh}（凭证 {p.line.voucher}）"
        yield LineRow(p.line.date, summary, p.line.party or "", fen, p.line.voucher, view.where(p.line))
