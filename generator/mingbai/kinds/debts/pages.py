"""The claims and debts of a book on the site: the register with its table of ages, a page for each, the part of the book's page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.debts import sentences
from mingbai.kinds.debts.contexts import Aged, DebtContext, PartContext, RegisterContext, Row, Side, StepRow
from mingbai.kinds.debts.records import Nature
from mingbai.kinds.debts.register import BASIS, Moved, Standing, bounds, standings
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Holding, Link, Sort, Theme, Toc, anchor
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import say

_TITLE = "债权债务"
_SIDES = (
    ("别人欠我们的", "claims", (Nature.RECEIVABLE, Nature.LENT)),
    ("我们欠别人的", "debts", (Nature.PAYABLE, Nature.BORROWED)),
    ("担保", "guarantees", (Nature.GUARANTEE,)),
)


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one, and the page of each claim or debt."""
    for book, every in _by_book(view).items():
        yield _register(view, book, every)
        yield from (_page(view, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page says of its claims and debts."""
    for book, every in _by_book(view).items():
        context = PartContext(sentences.register(every), sentences.late(every), _home(book))
        yield f"finance/{book.id}/", Block(140, "debts/part.html", context, (Toc(_TITLE, "claims-and-debts", 3),), Theme.OWED)


def holdings(view: View) -> Iterator[tuple[str, Holding]]:
    """What others owe and what is owed, without guarantees."""
    for book, every in _by_book(view).items():
        for sort, (_, _, natures) in zip((Sort.CLAIMS, Sort.DEBTS), _SIDES, strict=False):
            mine = [s for s in every if s.open and s.debt.nature in natures]
            yield book.id, Holding(sort, say("{sum} 元", sum=grouped(sum(s.left for s in mine))), say("{n} 笔", n=len(mine)), _home(book))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each claim or debt stands, and the register itself."""
    for book, every in _by_book(view).items():
        file = every[0].filed.record
        if file is not None:
            yield file.at_, (_home(book), say("{book} {title}", book=book.name, title=_TITLE))
        for s in every:
            yield s.debt.at_, (_address(s), say("{sort} {number} {other}", sort=s.debt.nature.zh, number=s.debt.number, other=s.debt.other))


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.book.id)


def _home(book: Book) -> str:
    return f"finance/{book.id}/debts/"


def _address(s: Standing) -> str:
    return f"{_home(s.book)}{anchor('d', s.debt.number)}/"


def _register(view: View, book: Book, every: Sequence[Standing]) -> Draft:
    bands = sentences.bands(bounds(view.books))
    sides = tuple(_side(title, at, [s for s in every if s.debt.nature in natures and s.open], bands) for title, at, natures in _SIDES)
    file = every[0].filed.record
    owed = [sum(s.left for s in every if s.open and s.debt.nature in natures) for _, _, natures in _SIDES]
    context = RegisterContext(
        book,
        sentences.register(every),
        sentences.late(every),
        owed[0],
        owed[1],
        sum(s.left for s in every if s.late_days),
        bands,
        ("性质", *(say("{b}（元）|num", b=b) for b in bands), "合计（元）|num"),
        tuple(a for nature in Nature if (a := _aged(nature, every, len(bands))).total),
        tuple(s for s in sides if s.rows),
        tuple(_row(s, bands) for s in every if not s.open),
        view.notes(file) if file is not None else (),
        phone(view.books),
        every[0].filed.path,
        clauses(view, BASIS),
    )
    shown = (("ages", "欠了多久", context.aged), *((s.anchor, s.title, True) for s in context.sides), ("settled", "已经结清的", context.settled))
    toc = tuple(Toc(title, id) for id, title, there in shown if there)
    about = say("{name}的{title}：{lede}", name=book.name, title=_TITLE, lede=context.lede)
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        about,
        "debts/register.html",
        context,
        (FINANCE, crumb(book)),
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _aged(nature: Nature, every: Sequence[Standing], bands: int) -> Aged:
    mine = [s for s in every if s.debt.nature is nature and s.open]
    fen = tuple(sum(s.left for s in mine if s.band == n) for n in range(bands))
    return Aged(nature.zh, fen, sum(fen))


def _side(title: str, at: str, every: Sequence[Standing], bands: Sequence[str]) -> Side:
    rows = tuple(_row(s, bands) for s in every)
    return Side(title, at, rows, sum(r.amount for r in rows), sum(r.settled for r in rows), sum(r.left for r in rows))


def _row(s: Standing, bands: Sequence[str]) -> Row:
    d = s.debt
    settled = s.settled + (d.before or 0)
    return Row(
        d.number,
        d.reason,
        _address(s),
        d.nature.zh,
        d.other,
        d.day,
        d.due,
        bands[s.band],
        d.amount,
        settled,
        s.written_off,
        s.left,
        sentences.tags(s),
    )


def _page(view: View, s: Standing) -> Draft:
    d = s.debt
    decision = view.where(view.books.find("decision", d.decision, s.filed)) if d.decision else None
    context = DebtContext(
        s.book,
        d,
        _row(s, sentences.bands(bounds(view.books))),
        sentences.one(s),
        sentences.one_late(s),
        (sentences.SETTLED[d.nature], sentences.LEFT[d.nature]),
        sentences.interest(s),
        decision,
        view.where(view.books.find("contract", d.contract, s.filed)) if d.contract else None,
        tuple(_steps(view, s)),
        tuple(_cited_by(view, s)),
        view.notes(d),
        s.filed.path,
        clauses(view, BASIS),
    )
    shown = (("course", "每一笔变动", True), ("cited", "哪里提到这一笔", context.cited_by))
    toc = (Toc("登记内容", "facts"), *(Toc(title, id) for id, title, there in shown if there))
    parents = (FINANCE, crumb(s.book), Crumb(_TITLE, _home(s.book)))
    title = say("{nature}：{other}（{number}）", nature=d.nature.zh, other=d.other, number=d.number)
    return Draft(_address(s), title, context.lede, "debts/debt.html", context, parents, OF_RECORDS, toc, source=context.source)


def _steps(view: View, s: Standing) -> Iterator[StepRow]:
    """Everything that changed it, by day, with what was left after each: it arises, lines, write-offs, its release."""
    d = s.debt
    found: list[tuple[datetime.date, str, int, Link | None]] = [(d.day, say("发生：{reason}", reason=d.reason), d.amount, None)]
    found += [_line(view, m) for m in s.moved]
    for w in d.written_off:
        place = view.where(view.books.find("decision", w.decision, s.filed)) if w.decision else None
        found.append((w.day, say("核销：{reason}", reason=w.reason), -w.amount, place))
    if d.released is not None:
        found.append((d.released, "解除担保", -d.amount, None))
    left = 0
    for n, (day, words, fen, link) in enumerate(sorted(found, key=lambda one: one[0])):
        left += fen
        yield StepRow(spoken(day), words, fen if fen > 0 else None, -fen if fen < 0 else None, left, link)
        if n == 0 and d.before:
            left -= d.before
            yield StepRow(say("{begins}以前", begins=spoken(s.book.begins)), "账簿启用以前已经结清的部分", None, d.before, left, None)


def _line(view: View, m: Moved) -> tuple[datetime.date, str, int, Link | None]:
    line = m.posted.line
    words = line.summary or say("{kind}（{x}）", kind=line.kind.zh, x=line.reason or line.voucher)
    if m.against and not m.principal:
        words += "（本金由这一笔发生）"
    elif m.interest:
        words += (
            say("（其中利息 {interest} 元，不减少本金）", interest=grouped(m.interest))
            if m.principal
            else say("（利息 {interest} 元，不减少本金）", interest=grouped(m.interest))
        )
    return line.date, words, -m.principal, view.where(line)


def _cited_by(view: View, s: Standing) -> Iterator[Link]:
    """What cites it, but for lines, which have a place of their own."""
    seen: dict[Link, None] = {}
    for citation in view.books.referrers("debt", s.id):
        place = view.where(citation.record) if citation.filed.kind != "finance" else None
        if place is not None:
            seen[place] = None
    return iter(seen)
