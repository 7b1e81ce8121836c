"""AST: an asset's own facts: they compute, they follow each other in time, what is claimed is so. Errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.depreciation import residual, worth
from mingbai.kinds.assets.records import Asset, AssetFile, Found, InventoryFile, Method
from mingbai.kinds.assets.register import TRUE_BOOKS, held
from mingbai.kinds.community.registers import no_book, strays
from mingbai.values.money import grouped
from mingbai.values.text import Text

NO_BOOK = no_book("AST001", Text("资产记在哪个主体的账上，就是谁的。", "An asset belongs to the body in whose book it stands."))
UNPROVEN = Code(
    "AST002",
    Severity.ERROR,
    Text("累计折旧或净值算不上", "depreciation or net value does not compute"),
    Text("截止 {day} {what}应为 {computed}，写的是 {typed}", "as at {day} {what} is {computed}, here stands {typed}"),
    Text(
        "核对原值、残值、年限和购建日期；算法见帮助。",
        "Check cost, residual value, life and the day it was acquired; the help says how it is computed.",
    ),
    Text(
        "净值 = 原值 − 累计折旧；折旧从购建的下一个月起按月平均提，月底算一个月，最后一个月提完余数。",
        "Net is cost less depreciation, even by month from the month after, the last month taking the rest.",
    ),
    TRUE_BOOKS,
)
FACTS = Code(
    "AST003",
    Severity.ERROR,
    Text("折旧的条件不成立", "depreciation cannot be worked out"),
    Text("{why}", "{why}"),
    Text(
        "补上“年限”，或改正“残值”；不折旧的写“折旧方法: 不折旧”。",
        "Add the useful life or correct the residual value; or write that it is not written off.",
    ),
    Text("少一个条件，净值就算不出来。", "Without it the net value cannot be worked out."),
)
ORDER = Code(
    "AST004",
    Severity.ERROR,
    Text("变动或盘点早于购建", "a change or count before the asset was there"),
    Text("{what} {day} 早于购建日期 {acquired}", "{what} {day} lies before {acquired}, when it was acquired"),
    Text(
        "核对变动、盘点的日期和“购建日期”，改正写错的那一个。",
        "Check the day of the change or count and that of the acquisition; mend the one that is wrong.",
    ),
    Text("还没有的东西不会变动。", "What is not there yet does not change."),
)
MISCOUNTED = Code(
    "AST005",
    Severity.ERROR,
    Text("盘点结果和数目不符", "the result of a count does not agree with its number"),
    Text(
        "账上 {book} {unit}，实有 {found} {unit}，结果写的是“{result}”",
        "the book has {book} {unit}, {found} {unit} were found, the result says “{result}”",
    ),
    Text("改正结果或数目：少了是盘亏，多了是盘盈，一样是相符。", "Correct it: fewer is a shortage, more a surplus, the same agrees."),
    Text("盘点结果由数目决定。", "The number decides the result."),
    TRUE_BOOKS,
)


@rule(NO_BOOK)
def a_register_belongs_to_a_book(books: Books) -> Iterator[Diagnostic]:
    """The folder of an asset register or inventory is the id of a declared book."""
    for register, book in (*strays(books, AssetFile), *strays(books, InventoryFile)):
        yield NO_BOOK.at(books.place(register), book=book)


@rule(FACTS)
def depreciation_can_be_worked_out(books: Books) -> Iterator[Diagnostic]:
    """What is written off has a life; the residual value lies between nothing and the cost."""
    for h in books.derived(held):
        asset = h.asset
        if asset.method is Method.EVEN and not asset.years:
            why = Text("写了“平均年限法”，没有“年限”", "written off evenly, but over how many years is not said")
            yield FACTS.at(books.place(asset, "method"), record=asset.at_, why=why)
        if asset.residual is not None and not 0 <= asset.residual <= asset.cost:
            why = Text(
                f"残值 {grouped(asset.residual)} 不在 0 和原值 {grouped(asset.cost)} 之间", f"{grouped(asset.residual)} is not between 0 and the cost"
            )
            yield FACTS.at(books.place(asset, "residual"), record=asset.at_, why=why)


@rule(UNPROVEN)
def net_is_cost_less_depreciation(books: Books) -> Iterator[Diagnostic]:
    """Accumulated depreciation and net value that are asserted as of a day are what the register computes, to the fen."""
    for h in books.derived(held):
        asset = h.asset
        if asset.method is Method.EVEN and not asset.years:
            continue
        kept = residual(asset, books.law.standard("residual-rate", asset.acquired))
        for proof in asset.proofs:
            found = worth(asset, kept, proof.day)
            for name, what, typed, computed in (
                ("accumulated", Text("累计折旧", "accumulated depreciation"), proof.accumulated, found.accumulated),
                ("net", Text("净值", "the net value"), proof.net, found.net),
            ):
                if typed is not None and typed != computed:
                    values: dict[str, Any] = {"what": what, "computed": grouped(computed), "typed": grouped(typed)}
                    yield UNPROVEN.at(books.place(proof, name), record=asset.at_, day=proof.day, **values)
                    break  # the other one follows from it


@rule(ORDER)
def nothing_happens_before_it_is_there(books: Books) -> Iterator[Diagnostic]:
    """Changes, counts and 闲置自 are not before the day the asset was acquired."""
    for h in books.derived(held):
        asset = h.asset
        dated = [(c, "day", c.day, c.event.text) for c in asset.changes] + [(c, "day", c.day, Text("盘点", "the count")) for c in asset.counts]
        for record, name, day, what in dated:
            if day < asset.acquired:
                yield ORDER.at(books.place(record, name), record=asset.at_, what=what, day=day, acquired=asset.acquired)
        if asset.idle_since is not None and asset.idle_since < asset.acquired:
            place = books.place(asset, "idle_since")
            yield ORDER.at(place, record=asset.at_, what=Text("闲置", "idle"), day=asset.idle_since, acquired=asset.acquired)


@rule(MISCOUNTED)
def the_number_decides_the_result(books: Books) -> Iterator[Diagnostic]:
    """A count says 相符 where the number is the book's, 盘亏 where it is smaller, 盘盈 where it is larger."""
    for h in books.derived(held):
        for count in h.asset.counts:
            if count.number is not None and count.found is not _result(h.asset, count.number):
                values: dict[str, Any] = {"book": h.asset.quantity, "unit": h.asset.unit, "found": count.number, "result": count.found.text}
                yield MISCOUNTED.at(books.place(count, "found"), record=h.asset.at_, **values)


def _result(asset: Asset, number: int) -> Found:
    return Found.AGREES if number == asset.quantity else Found.LESS if number < asset.quantity else Found.MORE
