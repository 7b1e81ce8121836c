"""AST: what was bought stands in the register, and what stands there was bought: both ways between lines and assets. Warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.records import Source
from mingbai.kinds.assets.register import TRUE_BOOKS, Held, by_book, held
from mingbai.kinds.finance.posting.entries import UNDOING, Column
from mingbai.kinds.finance.posting.ledger import ledgers, readable
from mingbai.kinds.finance.posting.standing import bought, family, judged
from mingbai.packs.law import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

UNREGISTERED = Code(
    "AST020",
    Severity.WARNING,
    Text("购置没有登记资产", "bought and not registered"),
    Text("“{summary}”{amount} 元，没有写“资产”{doubt}", "“{summary}” of {amount} cites no asset{doubt}"),
    Text("在资产台账登记，并在这一笔写上“资产”编号。", "Register the asset and let the line cite it."),
    Text("花钱买的东西要进台账，才有人保管。", "What was bought enters the register, so that somebody keeps it."),
    TRUE_BOOKS,
)
UNPAID = Code(
    "AST021",
    Severity.WARNING,
    Text("购置的资产查不到付款", "an asset bought without a payment"),
    Text("“{name}”{acquired} 购置，{how}", "“{name}” was bought on {acquired}, and {how}"),
    Text(
        "在付款的那一笔写上“资产: {number}”，科目用购置的科目（{categories}）；不是花钱买的，改“来源”。",
        "Let the line that paid for it cite {number}, in a category of purchases ({categories}), or correct the source.",
    ),
    Text("台账上的资产要说得清从哪里来。", "Every asset has to come from somewhere."),
    TRUE_BOOKS,
)
COST = Code(
    "AST022",
    Severity.WARNING,
    Text("原值和付款不符", "the cost is not what was paid"),
    Text("“{name}”原值 {cost}，付款合计 {paid}", "“{name}” cost {cost}, {paid} was paid"),
    Text("核对原值和付款；还有尾款没付的，付清以后就没有这条提醒。", "Check both; where a part is still to be paid, this goes away when it is."),
    Text("原值就是置办它花的钱。", "The cost is what was spent on it."),
    TRUE_BOOKS,
)


@rule(UNREGISTERED)
def what_was_bought_is_registered(books: Books) -> Iterator[Diagnostic]:
    """In a book that keeps a register, a payment in a category of the law pack, from its amount, cites an asset; judged after refunds and corrections."""
    kept = books.derived(by_book)
    named = _named(books) if kept else set()
    spans = books.law.spans(lambda law: (law.standard("asset-line"), law.standard("asset-categories")))
    for book, span in ((book, span) for book in kept for span in spans):
        limit, kinds = span.asked
        if limit is None or limit.amount is None or kinds is None:
            continue
        words = frozenset(kinds.words)
        for month in (m for m in books.derived(ledgers)[book.id].months if span.begun(m.last)):
            for posted in judged(books, month):
                line = posted.line
                if posted.column is not Column.EXPENSE or line.kind in UNDOING or line.asset is not None:
                    continue
                if not any(e.category in words for e in posted.entries) or not span.holds(line.date):
                    continue
                mine = family(books, posted)
                amount = bought(mine, words)
                if amount >= limit.amount and not any(p.line.at_ in named for p in mine):
                    values: dict[str, Any] = {"summary": line.summary or line.voucher, "amount": grouped(amount), "doubt": doubt(limit)}
                    yield UNREGISTERED.at(books.place(line), record=line.at_, basis=books.law.grounds(UNREGISTERED, limit, kinds), **values)


def _named(books: Books) -> set[int]:
    """The `at_` of the lines that a 变动记录 names."""
    changes = ((h, c.line) for h in books.derived(held) for c in h.asset.changes if c.line)
    return {line.at_ for h, cited in changes if (line := books.find("line", cited, h.filed)) is not None}


@rule(UNPAID, COST)
def what_is_registered_was_paid(books: Books) -> Iterator[Diagnostic]:
    """An asset bought since the book began is cited by what paid for it, and its cost is what that comes to after refunds and corrections; not where a month cannot be read."""
    for h in books.derived(held):
        asset = h.asset
        if not readable(books) or asset.source is not Source.BOUGHT or asset.acquired < h.book.begins or not books.derived(ledgers)[h.book.id].months:
            continue
        if not h.bought:
            kinds = books.law.standard("asset-categories", asset.acquired)
            said: dict[str, Any] = {"name": asset.name, "acquired": asset.acquired, "number": asset.number, "how": _how(h)}
            yield UNPAID.at(books.place(asset), record=asset.at_, categories=kinds.words if kinds else (), **said)
        elif h.paid != asset.cost:
            yield COST.at(books.place(asset, "cost"), record=asset.at_, name=asset.name, cost=grouped(asset.cost), paid=grouped(h.paid))


def _how(h: Held) -> Text:
    """No line cites it, or those that do are in other categories."""
    if not h.upkeep:
        return Text("账上没有一笔写着它", "no line cites it")
    lines = "、".join(f"{p.line.voucher}（{p.line.category or '分摊'}）" for p in h.upkeep)
    return Text(f"写着它的 {lines} 不是购置的科目", f"those that cite it are in no category of purchases: {lines}")
