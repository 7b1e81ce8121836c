"""DBE: balances in double entry: sides that make sense, results carried over at the year's end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.double import DoubleMonth, double_ledgers, result_accounts
from mingbai.values.money import grouped
from mingbai.values.text import Text

_AGREE = (Cite("accounting", "17"),)
_TRUE = (Cite("accounting", "9"),)

WRONG_SIDE = Code(
    "DBE012",
    Severity.WARNING,
    Text("科目余额在反方向", "a balance on the wrong side"),
    Text(
        "{period} 期末“{account}”应当是{side}方余额，现在是{other}方 {balance}",
        "at the end of {period} “{account}” should have a {side} balance and has {balance} on the other side",
    ),
    Text("核对这个科目的明细账：是不是记反了、重复记了，或者期初漏了。", "Look at the account: reversed, booked twice, or missing in the openings?"),
    Text("资产一般是借方余额，负债一般是贷方余额；反了说明有一笔记错。", "Assets stand on the debit side, liabilities on the credit side."),
    _AGREE,
)
NOT_CARRIED = Code(
    "DBE013",
    Severity.WARNING,
    Text("年末没有结转收益", "the year's results were not carried over"),
    Text(
        "{year} 年末“{account}”还有余额 {balance}，没有结转到“{earnings}”",
        "at the end of {year} “{account}” still holds {balance}, not carried to “{earnings}”",
    ),
    Text(
        "运行 mingbai close {year} --book {book} --carry，看过代拟的几笔再写进 {year}-12："
        "收入、支出科目的余额转到“{earnings}”，再转到“{distribution}”。已经结账的，在还没有结账的月份补记。",
        "Run mingbai close {year} --book {book} --carry and look the proposed lines over, then let them into {year}-12: "
        "income and expense go to “{earnings}”, and that to “{distribution}”. Where December is closed, book it in an open month.",
    ),
    Text(
        "收入和支出按年算，年末转到本年收益，新的一年从零开始。", "Income and expense are yearly: they go to the earnings of the year and start anew."
    ),
    _TRUE,
)


@rule(WRONG_SIDE, NOT_CARRIED)
def balances_stand_on_their_side(books: Books) -> Iterator[Diagnostic]:
    """At a month's end accounts stand on their side, told when it begins; after December nothing is left in income and expense."""
    for double in books.derived(double_ledgers).values():
        told: set[str] = set()
        for n, month in enumerate(double.months):
            if not month.month.sound:
                break
            wrong = dict(_reversed(month))
            for number, fen in wrong.items():
                if number not in told:
                    account = month.chart.accounts[number]
                    side, other = (Text("借", "debit"), "贷") if account.side.value == "debit" else (Text("贷", "credit"), "借")
                    place = books.place(month.month.file, "period")
                    values: dict[str, Any] = {
                        "period": month.month.month,
                        "account": account.words,
                        "side": side,
                        "other": other,
                        "balance": grouped(abs(fen)),
                    }
                    yield WRONG_SIDE.at(place, record=month.month.file.at_, **values)
            told = set(wrong)
            if month.month.month.month == 12 and n + 1 < len(double.months):
                yield from _left_over(books, month)


def _reversed(month: DoubleMonth) -> Iterator[tuple[str, int]]:
    either = set(month.chart.chart.either)
    for number, fen in month.closing.items():
        account = month.chart.accounts[number]
        if fen and not {number, account.parent} & either and account.normal(fen) < 0:
            yield number, fen


def _left_over(books: Books, month: DoubleMonth) -> Iterator[Diagnostic]:
    chart = month.chart
    for number in sorted(result_accounts(chart)):
        fen = month.closing.get(number, 0)
        if fen:
            place = books.place(month.month.file, "period")
            values: dict[str, Any] = {
                "year": month.month.month.year,
                "book": books.file(month.month.file).id.partition("/")[0],
                "account": chart.accounts[number].words,
                "balance": grouped(abs(fen)),
                "earnings": chart.said(chart.chart.earnings),
                "distribution": chart.said(chart.chart.distribution),
            }
            yield NOT_CARRIED.at(place, record=month.month.file.at_, **values)
            return
