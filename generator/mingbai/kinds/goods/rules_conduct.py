"""GDS: conduct with goods. Warnings: published beside the goods, to be explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.ledger import citing, ledgers, posted_lines
from mingbai.kinds.finance.posting.standing import bought, families, family, judged, spent
from mingbai.kinds.finance.records import LineKind
from mingbai.kinds.goods.records import Doing, Movement, Source
from mingbai.kinds.goods.register import BASIS, Stock, stocks
from mingbai.packs import doubt
from mingbai.schema.record import fields
from mingbai.values.measures import decimal
from mingbai.values.money import grouped
from mingbai.values.text import Text

UNSAID = Code(
    "GDS010",
    Severity.WARNING,
    Text("收发没有写全", "a movement that leaves out what it must say"),
    Text("{day} {doing} {count} {unit}没有写“{fields}”", "{count} {unit} {doing} on {day} without {fields}"),
    Text("照单据补上“{fields}”。", "Add {fields} from the papers."),
    Text(
        "东西从哪里来、发给哪一类人多少户、为什么少了，写全了居民才看得明白。",
        "Where goods came from, to which people they went, why some were lost: residents want to see it.",
    ),
    BASIS,
)
NOT_RECEIVED = Code(
    "GDS011",
    Severity.WARNING,
    Text("付款买了物资没有入库", "paid for goods that were not received"),
    Text("这一笔写明购入 {item} {name}，台账里没有对应的入库", "the line says {item} {name} was bought, no receipt answers to it"),
    Text(
        "在物资台账里补“入库”，来源写购入，凭证写 {voucher}；买的不是它，改正编号。",
        "Enter the receipt, bought, with voucher {voucher}; if something else was bought, correct the number.",
    ),
    Text("付了钱的东西要进库，进了库才发得出去。", "What was paid for is received before it is given out."),
    BASIS,
)
UNREGISTERED = Code(
    "GDS012",
    Severity.WARNING,
    Text("物资采购没有登记", "a purchase of goods that is not registered"),
    Text("科目“{category}”支出 {amount}，没有写“物资”{doubt}", "{amount} spent under “{category}” without naming the goods{doubt}"),
    Text("写上物资编号，例如“物资: WZ-01”，并在物资台账里入库。", "Name the goods by their numbers, and enter the receipt."),
    Text("买来分发的东西，要看得到买了多少、发了多少、剩多少。", "Of what is bought to be given away residents see how much came, went and is left."),
    BASIS,
)
EXPIRED = Code(
    "GDS013",
    Severity.WARNING,
    Text("库存过了保质期", "goods past their date"),
    Text(
        "{day} 入库的还有 {left} {unit}，保质期到 {expiry}，已过 {days} 天",
        "{left} {unit} received on {day} were best before {expiry}, {days:day|days} ago",
    ),
    Text(
        "停止发放，按规定处理并记“损耗”；下次临期的先发。",
        "Give out no more of it, dispose of it and book it as lost; next time give out first what expires first.",
    ),
    Text("放到过期是浪费，发出去会出事。", "Expired goods are wasted, or worse, given out."),
    BASIS,
)
TOO_SOON = Code(
    "GDS014",
    Severity.WARNING,
    Text("收发的日期还没到", "a movement whose day has not come"),
    Text("{doing} {count} {unit}的日期是 {day}，今天是 {today}", "{count} {unit} {doing} on {day}; today is {today}"),
    Text("核对日期；还没发生的不登记。", "Check the day; what has not happened is not entered."),
    Text("台账记已经发生的事。", "A register tells what has happened."),
    BASIS,
)


@rule(UNSAID, TOO_SOON)
def movements_say_what_they_must(books: Books) -> Iterator[Diagnostic]:
    """A receipt names its source and what proves it, giving out its class and number, a loss its reason."""
    for s in books.derived(stocks):
        for m in s.item.movements:
            values: dict[str, Any] = {"day": m.day, "doing": m.doing.text, "count": decimal(m.count), "unit": s.item.unit}
            lacking = tuple(_lacking(m))
            if lacking:
                yield UNSAID.at(books.place(m), record=s.item.at_, fields=lacking, **values)
        for m in s.later:
            values = {"day": m.day, "doing": m.doing.text, "count": decimal(m.count), "unit": s.item.unit, "today": books.as_of}
            yield TOO_SOON.at(books.place(m, "day"), record=s.item.at_, **values)


def _lacking(m: Movement) -> Iterator[Text]:
    asked = {
        Doing.IN: ["source", *({Source.BOUGHT: ["line"], Source.DONATED: ["donation"]}.get(m.source, []) if m.source else [])],
        Doing.OUT: ["to"],
        Doing.LOSS: ["reason"],
        Doing.COUNT: [],
    }[m.doing]
    yield from (fields(Movement)[name].label for name in asked if getattr(m, name) is None)
    if m.doing is Doing.OUT and m.households is None and m.people is None:
        yield Text("户数或人数", "the number of households or people")


@rule(NOT_RECEIVED)
def what_was_paid_for_was_received(books: Books) -> Iterator[Diagnostic]:
    """Every purchase of goods that stands, after refunds and corrections, is answered by a receipt that cites it."""
    for s in books.derived(stocks):
        answered = set(_answered(books, s))
        for mine in families(citing(books, "goods", s.id)):
            citing_it = [p for p in mine if p.line.goods]
            if citing_it and spent(mine) > 0 and not any(p.id in answered or p.root in answered for p in mine):
                line = citing_it[-1].line
                index = next((n for n, id in enumerate(line.goods) if books.resolve("goods", id, books.file(line)) == s.id), None)
                values: dict[str, Any] = {"item": s.item.number, "name": s.item.name, "voucher": mine[0].id}
                yield NOT_RECEIVED.at(books.place(line, "goods", index), record=line.at_, **values)


def _answered(books: Books, s: Stock) -> Iterator[str]:
    """The ids of the lines that its receipts cite; of a correction also the line it corrects."""
    for m in s.item.movements:
        line = books.find("line", m.line, s.filed) if m.doing is Doing.IN and m.line else None
        posted = books.derived(posted_lines).get(line.at_) if line is not None else None
        if posted is not None:
            yield posted.root or posted.id


@rule(UNREGISTERED)
def purchases_of_goods_are_registered(books: Books) -> Iterator[Diagnostic]:
    """In a book that keeps a register, spending under a category of goods names them; judged after refunds and corrections."""
    registered = {s.book.id for s in books.derived(stocks)}
    for id, span in ((id, span) for id in sorted(registered) for span in books.law.through("goods-categories")):
        words = span.asked.words
        for month in (m for m in books.derived(ledgers)[id].months if span.begun(m.last)):
            for posted in judged(books, month):
                if posted.line.kind is not LineKind.EXPENSE or posted.line.goods:
                    continue
                category = next((e.category for e in posted.entries if e.category in words), None)
                amount = bought(family(books, posted), words) if category is not None and span.holds(posted.line.date) else 0
                if amount:
                    values: dict[str, Any] = {"category": category, "amount": grouped(amount), "doubt": doubt(span.asked)}
                    yield UNREGISTERED.at(
                        books.place(posted.line), record=posted.line.at_, basis=books.law.grounds(UNREGISTERED, span.asked), **values
                    )


@rule(EXPIRED)
def nothing_is_kept_past_its_date(books: Books) -> Iterator[Diagnostic]:
    """Of every receipt nothing is left after its date."""
    for s in books.derived(stocks):
        for m in _by_receipt(s):
            left = s.lots[m.at_].left
            if m.expiry is not None and m.expiry < books.as_of and left > 0:
                values: dict[str, Any] = {
                    "day": m.day,
                    "left": decimal(left),
                    "unit": s.item.unit,
                    "expiry": m.expiry,
                    "days": (books.as_of - m.expiry).days,
                }
                yield EXPIRED.at(books.place(m, "expiry"), record=s.item.at_, **values)


def _by_receipt(s: Stock) -> Iterator[Movement]:
    return (m for m in s.item.movements if m.at_ in s.lots)
