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
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Link, Theme, Toc
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.speech import say

_TITLE = "收益分配"


def drafts(view: View) -> Iterator[Draft]:
    """The list of each book that distributes, and a page a year."""
    for book, every in _by_book(view).items():
        context = _index(view, book, every)
        yield Draft(
            _home(book),
            say("{book} {title}", book=book.name, title=_TITLE),
            context.lede,
            "distribution/index.html",
            context,
            (FINANCE, crumb(book)),
            OF_RECORDS,
            source=f"ledgers/finance/{book.id}/distribution/",
        )
        yield from (_page(view, book, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The newest year on the book's page."""
    for book, every in _by_book(view).items():
        yield f"finance/{book.id}/", Block(190, "distribution/part.html", _index(view, book, every), (Toc(_TITLE, "distribution", 3),), Theme.GIVEN)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each distribution stands."""
    for s in view.books.derived(standings):
        yield s.file.at_, (_address(s), say("{book} {year}年收益分配", book=s.ledger.book.name, year=s.year))


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.ledger.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/distribution/"


def _address(s: Standing) -> str:
    return f"{_home(s.ledger.book)}{s.year}/"


def _index(view: View, book: Book, every: tuple[Standing, ...]) -> IndexContext:
    rows = tuple(YearRow(say("{year}年收益分配", year=s.year), _address(s), _lede(s), s.file.to_members, s.paid) for s in reversed(every))
    return IndexContext(book, _lede(every[-1]), _home(book), rows, phone(view.books))


def _lede(s: Standing) -> str:
    """What there was, who gets it, what was paid."""
    f = s.file
    gain = (
        say("{year}年收益 {gain} 元", year=s.year, gain=grouped(f.gain))
        if f.gain >= 0
        else say("{year}年亏损 {x} 元", year=s.year, x=grouped(-f.gain))
    )
    reserve = say("提取公积公益金 {reserve} 元，", reserve=grouped(f.reserve)) if f.reserve else ""
    members = (
        say("分给成员 {to_members} 元，已发 {paid} 元", to_members=grouped(f.to_members), paid=grouped(s.paid)) if f.to_members else "没有分给成员"
    )
    return say(
        "{gain}，加上以前没有分的，可分配 {available} 元。{reserve}{members}，年末还剩 {left} 元没有分。",
        gain=gain,
        available=grouped(f.available),
        reserve=reserve,
        members=members,
        left=grouped(f.left),
    )


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
        say("全体 {votes} 人，同意 {votes2} 人", votes=s.votes[1], votes2=s.votes[0]) if s.votes else "",
        tuple(_lines(view, s)),
        view.notes(f),
        phone(view.books),
        s.filed.path,
        clauses(view, DISCLOSED),
    )
    title = say("{name} {year}年收益分配", name=book.name, year=s.year)
    toc = (Toc("有多少可以分", "sources"), Toc("怎么分", "uses"), Toc("发给成员", "lines"))
    parents = (FINANCE, crumb(book), Crumb(_TITLE, _home(book)))
    return Draft(_address(s), title, context.lede, "distribution/year.html", context, parents, OF_RECORDS, toc, source=context.source)


def _decision(view: View, s: Standing) -> Link | None:
    return view.where(view.books.find("decision", s.file.decision, s.filed)) if s.file.decision else None


def _uses(s: Standing) -> Iterator[tuple[str, str, int]]:
    """Every way it goes: the word, how it was reckoned, fen."""
    f = s.file
    for word, fen in (("提取公积公益金", f.reserve), ("提取福利费", f.welfare), ("外来投资分利", f.investors)):
        if fen:
            yield word, "", fen
    for m in f.members:
        people = say("，{people} 人", people=m.people) if m.people is not None else ""
        yield (
            say("成员分配：{sort}", sort=m.sort),
            say("{shares} 份 × {each} 元{people}", shares=decimal(m.shares), each=grouped(m.each), people=people),
            m.amount,
        )
    if f.other:
        yield "其他分配", "", f.other
    yield "年末未分配", "", f.left


def _lines(view: View, s: Standing) -> Iterator[LineRow]:
    for p in s.lines:
        fen = -sum(e.fen for e in p.entries if e.column is Column.EXPENSE)
        summary = p.line.summary or say("{kind}（凭证 {voucher}）", kind=p.line.kind.zh, voucher=p.line.voucher)
        yield LineRow(p.line.date, summary, p.line.party or "", fen, p.line.voucher, view.where(p.line))
