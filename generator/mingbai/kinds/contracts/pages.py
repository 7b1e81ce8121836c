"""The contracts of a book on the site: the register, a page for every contract, the part of the book's page."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, clauses, crumb, phone
from mingbai.kinds.contracts import sentences
from mingbai.kinds.contracts.contexts import ContractContext, LineRow, PartContext, PlanRow, RegisterContext, Row, Side
from mingbai.kinds.contracts.records import Flow
from mingbai.kinds.contracts.register import BASIS, Settled, Standing, standings
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.pages import OF_RECORDS, Block, Crumb, Draft, Link, Theme, Toc, anchor
from mingbai.values.money import grouped
from mingbai.values.speech import say

_TITLE = "合同台账"
_SIDES = ((Flow.IN, "收款的合同", "in"), (Flow.OUT, "付款的合同", "out"))


def drafts(view: View) -> Iterator[Draft]:
    """The register of each book that keeps one, and the page of each contract."""
    for book, every in _by_book(view).items():
        yield _register(view, book, every)
        yield from (_page(view, book, s) for s in every)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What the book's page says of its contracts."""
    for book, every in _by_book(view).items():
        context = PartContext(sentences.register(every), sentences.late(every), _home(book))
        yield f"finance/{book.id}/", Block(110, "contracts/part.html", context, (Toc("合同", "contracts", 3),), Theme.OWED)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each contract stands."""
    for s in view.books.derived(standings):
        yield s.contract.at_, (_address(s), say("合同 {contract} {contract2}", contract=s.contract.number, contract2=s.contract.name))


def _by_book(view: View) -> dict[Book, tuple[Standing, ...]]:
    return by_book(view.books, view.books.derived(standings), lambda s: s.book)


def _home(book: Book) -> str:
    return f"finance/{book.id}/contracts/"


def _address(s: Standing) -> str:
    return f"finance/{s.book}/contracts/{anchor('c', s.contract.number)}/"


def _register(view: View, book: Book, every: tuple[Standing, ...]) -> Draft:
    sides = tuple(_side(flow, title, at, [s for s in every if s.contract.flow is flow]) for flow, title, at in _SIDES)
    context = RegisterContext(
        book,
        sentences.register(every),
        sentences.late(every),
        tuple(s for s in sides if s.rows),
        phone(view.books),
        every[0].filed.path,
        clauses(view, BASIS),
    )
    toc = tuple(Toc(s.title, s.anchor) for s in context.sides)
    about = say("{name}的{title}：{lede}", name=book.name, title=_TITLE, lede=context.lede)
    return Draft(
        _home(book),
        say("{book} {title}", book=book.name, title=_TITLE),
        about,
        "contracts/register.html",
        context,
        (FINANCE, crumb(book)),
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _side(flow: Flow, title: str, at: str, every: list[Standing]) -> Side:
    sums = (sum(s.due_fen for s in every), sum(s.paid_fen for s in every), sum(s.owed for s in every))
    return Side(title, at, sentences.WORDS[flow], tuple(_row(s) for s in every), *sums)


def _row(s: Standing) -> Row:
    c = s.contract
    due, owed = (s.due_fen, s.owed) if s.plan else (None, None)
    return Row(c.number, c.name, _address(s), c.other, c.sort.zh, sentences.term(s), s.total, due, s.paid_fen, owed, sentences.tags(s))


def _page(view: View, book: Book, s: Standing) -> Draft:
    c = s.contract
    context = ContractContext(
        book,
        c,
        _row(s),
        sentences.one(s, c.ours or book.body),
        sentences.one_late(s),
        sentences.WORDS[c.flow],
        sentences.price(c),
        sentences.size(c),
        _link(view, "decision", c.decision, s),
        _link(view, "contract", c.renews, s),
        tuple(_citing(view, s, "renews")),
        tuple(_things(view, s)),
        tuple((one.day, _changed(one.content, one.amount), _link(view, "decision", one.decision, s)) for one in c.changes),
        _link(view, "decision", c.ending.decision, s) if c.ending else None,
        tuple(_planned(s, p) for p in s.plan),
        tuple(_lines(view, s)),
        tuple(_citing(view, s, "")),
        view.notes(c),
        s.filed.path,
        clauses(view, BASIS),
    )
    shown = (("plan", "收付计划", context.plan), ("lines", "每一笔", True), ("cited", "哪里提到这份合同", context.cited_by))
    toc = (Toc("合同内容", "facts"), *(Toc(title, id) for id, title, there in shown if there))
    parents = (FINANCE, crumb(book), Crumb(_TITLE, _home(book)))
    return Draft(
        _address(s),
        say("{name}（{number}）", name=c.name, number=c.number),
        context.lede,
        "contracts/contract.html",
        context,
        parents,
        OF_RECORDS,
        toc,
        source=context.source,
    )


def _changed(content: str, fen: int | None) -> str:
    return say("{content}（总金额改为 {fen} 元）", content=content, fen=grouped(fen)) if fen else content


def _link(view: View, what: str, cited: str | None, s: Standing) -> Link | None:
    return view.where(view.books.find(what, cited, s.filed)) if cited else None


def _things(view: View, s: Standing) -> Iterator[Link]:
    """The assets and resources it is about, each in words and with its place."""
    for what, cited in (*(("asset", a) for a in s.contract.assets), *(("resource", r) for r in s.contract.resources)):
        found = _link(view, what, cited, s)
        if found is not None:
            yield found


def _citing(view: View, s: Standing, field: str) -> Iterator[Link]:
    """What cites the contract through `field`; empty: through any but lines and renewals, which have places of their own."""
    seen: dict[Link, None] = {}
    for citation in view.books.referrers("contract", s.id):
        shown = citation.field == field if field else citation.field != "renews" and citation.filed.kind != "finance"
        place = view.where(citation.record) if shown else None
        if place is not None:
            seen[place] = None
    return iter(seen)


def _planned(s: Standing, one: Settled) -> PlanRow:
    late = one.is_due and one.left > 0
    tag, state = (
        ("未到期", "wait")
        if not one.is_due
        else ("未结清" if one.paid else sentences.WORDS[s.contract.flow][2], "late")
        if late
        else ("已结清", "ok")
    )
    if not one.is_due and not one.left:
        tag, state = "已结清", "ok"
    return PlanRow(one.due.number, one.due.day, one.due.fen, one.paid, one.left, one.due.words, tag, state)


def _lines(view: View, s: Standing) -> Iterator[LineRow]:
    found = [(p.posted, p.fen, "") for p in s.paid]
    found += [(p, p.amount, say("押金，不计入合同款")) for p in s.deposits] + [(p, p.amount, say("方向相反，不计入合同款")) for p in s.against]
    for posted, fen, note in sorted(found, key=lambda f: (f[0].line.date, f[0].line.at_)):
        yield _line(view, posted, fen, note)


def _line(view: View, posted: Posted, fen: int, note: str) -> LineRow:
    line = posted.line
    place = view.where(line) or Link(line.voucher, "")
    return LineRow(line.date, line.summary or say("{kind}（{x}）", kind=line.kind.zh, x=line.reason or ""), line.party or "", fen, note, place)
