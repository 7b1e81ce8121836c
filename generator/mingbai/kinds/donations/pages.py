"""The donations to a book on the site: the register, a page for each donation, the part of the book's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.donations import sentences
from mingbai.kinds.donations.contexts import DonationContext, LineRow, LotRow, PartContext, RegisterContext, Row
from mingbai.kinds.donations.records import What
from mingbai.kinds.donations.register import BASIS, Part, Standing, standings
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Link, Theme, Toc, anchor
from mingbai.values.speech import say

_TITLE = "捐赠台账"


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one, and the page of each donation."""
    for book, every in _by_book(view).items():
        yield _register(view, book, every)
        yield from (_page(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page says of the donations to it."""
    for book, every in _by_book(view).items():
        context = PartContext(sentences.register(every), sentences.late(_warned(view, every)), _home(book))
        yield f"finance/{book.id}/", Block(150, "donations/part.html", context, (Toc("捐赠", "donations", 3),), Theme.GIVEN)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each donation stands, and the register itself."""
    for book, every in _by_book(view).items():
        file = every[0].filed.record
        if file is not None:
            yield file.at_, (_home(book), say("{book} {title}", book=book.name, title=_TITLE))
        for s in every:
            yield s.donation.at_, (_address(s), say("捐赠 {donation} {donor}", donation=s.donation.number, donor=s.donation.donor))


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/donations/"


def _address(s: Standing) -> str:
    return f"{_home(s.book)}{anchor('j', s.donation.number)}/"


def _warned(view: View, every: Sequence[Standing]) -> int:
    return sum(bool(view.notes(s.donation)) for s in every)


def _register(view: View, book: Book, every: Sequence[Standing]) -> Draft:
    money = tuple(_row(s) for s in every if s.donation.what is What.MONEY)
    things = tuple(_row(s) for s in every if s.donation.what is What.GOODS)
    file = every[0].filed.record
    context = RegisterContext(
        book,
        sentences.register(every),
        sentences.late(_warned(view, every)),
        money,
        things,
        sum(r.given for r in money),
        sum(r.used for r in money),
        sum(r.left for r in money),
        file.total if file is not None else None,
        phone(view.books),
        every[0].filed.path,
        clauses(view, BASIS),
    )
    toc = tuple(Toc(title, id) for id, title, there in (("money", "捐款", money), ("things", "捐物", things)) if there)
    about = say("{name}的{title}：{lede}", name=book.name, title=_TITLE, lede=context.lede)
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        about,
        "donations/register.html",
        context,
        (FINANCE, crumb(book)),
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _row(s: Standing) -> Row:
    d = s.donation
    things = (sentences.things(s), sentences.lots(s, "given"), sentences.lots(s, "left"))
    return Row(d.number, d.donor, _address(s), d.day, d.purpose, s.given, s.used, s.left, *things, sentences.tags(s))


def _page(view: View, s: Standing) -> Draft:
    d = s.donation
    rest = view.where(view.books.find("decision", d.rest.decision, s.filed)) if d.rest and d.rest.decision else None
    context = DonationContext(
        s.book,
        d,
        _row(s),
        d.what is What.MONEY,
        sentences.one(s),
        tuple(_line(view, p) for p in s.received),
        tuple(_line(view, p) for p in s.spent),
        tuple(_lots(view, s)),
        rest,
        view.notes(d),
        s.filed.path,
        clauses(view, BASIS),
    )
    shown = (
        ("received", "哪一笔收到的", context.received),
        ("spent", "用在哪里", context.money or context.spent),
        ("things", "东西发到哪里", context.lots),
    )
    toc = (Toc("登记内容", "facts"), *(Toc(title, id) for id, title, there in shown if there))
    parents = (FINANCE, crumb(s.book), Crumb(_TITLE, _home(s.book)))
    title = say("{donor}的捐赠（{number}）", donor=d.donor, number=d.number)
    return Draft(_address(s), title, context.lede, "donations/donation.html", context, parents, OF_RECORDS, toc, source=context.source)


def _line(view: View, part: Part) -> LineRow:
    line = part.posted.line
    whole = abs(sum(e.fen for e in part.posted.entries))
    note = "这一笔的一部分" if abs(part.fen) != whole else ""
    words = line.summary or say("{kind}（{x}）", kind=line.kind.zh, x=line.reason or line.voucher)
    return LineRow(line.date, words, line.party or "", part.fen, note, view.where(line) or Link(line.voucher, ""))


def _lots(view: View, s: Standing) -> Iterator[LotRow]:
    for lot in s.lots:
        place = view.where(view.books.find("goods", lot.item))
        yield LotRow(lot.name, lot.day, lot.unit, lot.received, lot.given, lot.lost, lot.left, place)
