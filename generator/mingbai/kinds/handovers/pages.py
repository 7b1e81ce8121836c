"""Handovers on the site: the list, a page each, the way there from the about page and from every book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.handovers.held import held
from mingbai.kinds.handovers.records import HandoverFile, Thing
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Link, Note, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import say
from mingbai.values.text import Text

_HOME = "handovers/"
_TITLE = "交接记录"


class MoneyRow(NamedTuple):
    """An account at the handover: fen in the books at the end of the day (None: not known), fen found."""

    book: str
    account: str
    held: int | None
    found: int
    reason: str


class Row(NamedTuple):
    """A handover in a list."""

    words: str
    address: str
    told: str


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`handovers/index.html`, `handovers/part.html`: handovers, the newest first."""

    rows: tuple[Row, ...]
    home: str


@dataclass(frozen=True, slots=True)
class HandoverContext:
    """`handovers/handover.html`: one handover."""

    file: HandoverFile
    lede: str
    money: tuple[MoneyRow, ...]
    vouchers: tuple[Link, ...]
    things: tuple[Thing, ...]
    notes: tuple[Note, ...]
    source: str


def _files(view: View) -> list[tuple[Filed[HandoverFile], HandoverFile]]:
    found = [(f, f.record) for f in view.books.of(HandoverFile) if f.record is not None]
    return sorted(found, key=lambda pair: (pair[1].day, pair[0].id), reverse=True)


def drafts(view: View) -> Iterator[Draft]:
    """The list and the handovers; nothing where there is none."""
    every = _files(view)
    if every:
        about = say("换了谁管钱、管账：当面点了多少钱，账记到哪一笔，交了哪些印章票据，谁监交。")
        context = IndexContext(tuple(_row(f, one) for f, one in every), _HOME)
        yield Draft(_HOME, _TITLE, about, "handovers/index.html", context, (Crumb("关于", "about/"),), every[0][1].day)
    for filed, one in every:
        yield _page(view, filed, one)


def about(view: View) -> Iterator[Block]:
    """The way to the list from the about page."""
    every = _files(view)
    if every:
        yield Block(60, "handovers/part.html", IndexContext(tuple(_row(f, one) for f, one in every[:3]), _HOME))


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The handovers of a book's accounts, on the book's page."""
    for id in view.books.derived(ledgers):
        mine = tuple(_row(f, one) for f, one in _files(view) if any(m.account.startswith(f"{id}/") for m in one.money))
        if mine:
            yield f"finance/{id}/", Block(300, "handovers/part.html", IndexContext(mine, _HOME), (Toc("交接", "handovers"),))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each handover stands."""
    for filed, one in _files(view):
        yield one.at_, (f"{_HOME}{filed.id}/", say("{role}交接", role=one.role))


def _row(filed: Filed[HandoverFile], one: HandoverFile) -> Row:
    words = say("{day} {role}交接", day=spoken(one.day), role=one.role)
    return Row(
        words,
        f"{_HOME}{filed.id}/",
        say("{outgoing}移交，{incoming}接交，{watched_by}监交", outgoing=one.outgoing, incoming=one.incoming, watched_by=one.watched_by),
    )


def _page(view: View, filed: Filed[HandoverFile], one: HandoverFile) -> Draft:
    money = tuple(_money(view, one))
    differing = sum(m.held is not None and m.held != m.found for m in money)
    agree = (
        say("点了 {n} 个账户，", n=len(money)) + (say("{differing} 个与账面不同。", differing=differing) if differing else say("都与账面相符。"))
        if money
        else ""
    )
    lede = say(
        "{outgoing}把{role}的工作移交给{incoming}，由{watched_by}监交。{agree}",
        outgoing=one.outgoing,
        role=one.role,
        incoming=one.incoming,
        watched_by=one.watched_by,
        agree=agree,
    )
    lines = (view.where(view.books.find("line", v, filed)) for v in one.vouchers)
    context = HandoverContext(one, lede, money, tuple(found for found in lines if found), one.things, view.notes(one), filed.path)
    toc = tuple(Toc(words, id) for words, id, there in (("款项", "money", money), ("清单", "things", one.things)) if there)
    row = _row(filed, one)
    crumbs = (Crumb("关于", "about/"), Crumb(_TITLE, _HOME))
    return Draft(row.address, row.words, lede, "handovers/handover.html", context, crumbs, one.day, toc, source=context.source)


def _money(view: View, one: HandoverFile) -> Iterator[MoneyRow]:
    for m in one.money:
        book, _, account = m.account.partition("/")
        ledger = view.books.derived(ledgers).get(book)
        if ledger is not None:
            name = next((a.name for a in ledger.book.accounts if a.id == account), account)
            yield MoneyRow(ledger.book.name, name, held(ledger, account, one.day), m.found, m.reason or "")


def datasets(view: View) -> Iterator[Dataset]:
    """One account at one handover a row; nothing where there is none."""
    every = _files(view)
    if not every:
        return
    columns = (
        Column("handover", Text("编号：文件名", "Id: the file's name")),
        Column("date", Text("日期", "Date"), "date"),
        Column("office", Text("职务", "Office")),
        Column("outgoing", Text("移交人", "Handed over by")),
        Column("incoming", Text("接交人", "Taken over by")),
        Column("watched_by", Text("监交人", "Watched by")),
        Column("account", Text("账户：账簿/账户", "Account: book/account")),
        Column("found", Text("实有（元）", "Found (yuan)"), "money"),
        Column("reason", Text("差异原因", "Reason of the difference")),
    )
    rows = [(f.id, one.day, one.role, one.outgoing, one.incoming, one.watched_by, *said) for f, one in reversed(every) for said in _said(one)]
    yield Dataset(
        "handovers",
        Text("交接", "Handovers"),
        columns,
        rows,
        key=("handover", "office", "account"),
        each=Text("每行一次交接的一个账户", "One account at one handover a row"),
    )


def _said(one: HandoverFile) -> list[tuple[str | None, int | None, str | None]]:
    return [(m.account, m.found, m.reason) for m in one.money] or [(None, None, None)]
