"""A page for what passes money on and holds none: every category of a book, every class of other parties.

Its months beside those of the year before, and the lines of the newest months one by one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.community.records import Book, Keeping
from mingbai.kinds.community.registers import category_page
from mingbai.kinds.finance.pages.views import LineRow, Link, folder, line_link, month_address
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger
from mingbai.kinds.finance.records import PartyKind
from mingbai.kinds.finance.statements.comparing import UNSAID
from mingbai.kinds.finance.statements.ranges import counterpart
from mingbai.kinds.finance.statements.statement import Sums, book_sums, years
from mingbai.pages import Chart, Crumb, Draft, Series, Toc
from mingbai.values.days import Month
from mingbai.values.money import grouped
from mingbai.values.speech import joined, say

RECENT = 12
"""Of so many of the newest months at most a page lists every line; those of earlier months stand on the pages of the months."""
_MANY = 120
"""So many lines together a phone loads quickly: with more the page begins with a later month."""
_SIDES = ((Column.EXPENSE, "支出", "out", -1), (Column.INCOME, "收入", "in", 1))
_TO = ("付给“{name}”的支出", "从“{name}”收到的收入")


@dataclass(frozen=True, slots=True)
class MonthAmount:
    """A category in one month, in fen; `before` is the same month a year before (None: no such month), `so_far` the year up to here."""

    month: Link
    fen: int
    before: int | None
    so_far: int


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """A category in one year: its months in order; `before` is the sum of the same months a year before, None unless all are there.

    `opening` and `closing` are those of the book, in which the category moved.
    """

    year: int
    address: str
    opening: int
    closing: int
    months: tuple[MonthAmount, ...]
    fen: int
    before: int | None

    @property
    def quiet(self) -> bool:
        """Whether any of its months has nothing to tell, and is not listed."""
        return any(not m.fen and not m.before for m in self.months)

    @property
    def compared(self) -> bool:
        """Whether any of its months is known a year before."""
        return any(m.before is not None for m in self.months)


@dataclass(frozen=True, slots=True)
class Side:
    """What a category or class took in, or paid out: years newest first, in fen; `told` says in words what that is."""

    word: str
    kind: str
    fen: int
    years: tuple[YearAmounts, ...]
    chart: Chart | None
    told: str


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A line, or the part of it, that falls to the category; fen in the column of its side, negative where it takes back."""

    day: datetime.date
    summary: str
    word: str
    fen: int
    link: Link
    voucher: str


@dataclass(frozen=True, slots=True)
class CategoryContext:
    """`finance/category.html`: one category of a book, or one class of other parties (`by` says which: category, counterpart).

    `since` names the first of the months whose lines are listed, `earlier`: there are others before.
    """

    book: Book
    name: str
    sides: tuple[Side, ...]
    lines: tuple[CategoryLine, ...]
    since: str
    earlier: bool
    by: str


def addresses(books: Books, ledger: BookLedger) -> dict[str, str]:
    """The page of each category by its name; in double entry the account of the chart has a page of its own."""
    names = _met(books.derived(book_sums)[ledger.book.id].categories)
    return {name: page for name in names if (page := category_page(ledger.book, name))}


def party_addresses(books: Books, ledger: BookLedger) -> dict[str, str]:
    """The page of each class of other parties by its name, empty where a line names none: `finance/committee/parties/firm/`."""
    words = {kind.zh: str(kind.value) for kind in PartyKind} | {"": "unsaid"}
    return {name: f"finance/{ledger.book.id}/parties/{words[name]}/" for name in _met(books.derived(book_sums)[ledger.book.id].counterparts)}


def listed(months: Sequence[int]) -> int:
    """How many of the newest months a page lists line by line, of the number of its lines in each month, in order: whole months, the newest in any case."""
    shown = together = 0
    for lines in reversed(months[-RECENT:]):
        together += lines
        if shown and together > _MANY:
            break
        shown += 1
    return shown


def _met(sums: Sums) -> list[str]:
    """The names under which anything came in or went out."""
    return sorted({name for month in sums.values() for column, name in month if column != Column.MOVE.value})


def drafts(books: Books, ledger: BookLedger, rows: Mapping[Month, Sequence[LineRow]], above: tuple[Crumb, ...]) -> Iterator[Draft]:
    """The pages; `rows` are the lines of each month as its page tells them."""
    sums, book = books.derived(book_sums)[ledger.book.id], ledger.book
    if book.keeping is not Keeping.DOUBLE:
        lines = _lines(ledger, rows, "category")
        for name, address in addresses(books, ledger).items():
            told = [(*side, say("{name}的{side}“{name2}”", name=book.name, side=side[1], name2=name)) for side in _SIDES]
            yield from _draft(
                ledger, address, say("{book} {title}", book=book.name, title=name), name, sums.categories, told, lines, above, "category"
            )
    lines = _lines(ledger, rows, "counterpart")
    for name, address in party_addresses(books, ledger).items():
        told = [
            (
                *side,
                say("{book}{told}", book=book.name, told=say(words, name=name) if name else say("没有写明对方类别的{side}", side=side[1])),
            )
            for side, words in zip(_SIDES, _TO, strict=True)
        ]
        yield from _draft(
            ledger, address, say("{name} 对方：{x}", name=book.name, x=name or UNSAID), name, sums.counterparts, told, lines, above, "counterpart"
        )


def _draft(
    ledger: BookLedger,
    address: str,
    title: str,
    name: str,
    sums: Sums,
    told: Sequence[tuple[Column, str, str, int, str]],
    lines: Mapping[tuple[Month, str], Sequence[CategoryLine]],
    above: tuple[Crumb, ...],
    by: str,
) -> Iterator[Draft]:
    sides = tuple(s for s in (_side(sums, ledger, name, *one) for one in told) if s is not None)
    about = joined("，", (say("{word} {fen} 元", word=s.word, fen=grouped(s.fen)) for s in sides))
    by_month = [lines.get((m.month, name), ()) for m in ledger.months[-RECENT:]]
    recent = listed([len(one) for one in by_month])
    every = tuple(sorted((line for one in by_month[-recent:] for line in one), key=lambda one: one.day, reverse=True))
    called, earlier = name or UNSAID, len(ledger.months) > recent
    context = CategoryContext(ledger.book, called, sides, every, _words(ledger.months[-recent]), earlier, by)
    toc = (*(Toc(say("{word} {year}年", word=s.word, year=y.year), f"{s.kind}-{y.year}") for s in sides for y in s.years), Toc("每一笔", "lines"))
    yield Draft(
        address,
        title,
        say("{title}：{about}，逐月列出。", title=title, about=about),
        "finance/category.html",
        context,
        above,
        ledger.months[-1].last,
        toc,
        source=folder(ledger.book),
    )


def _side(sums: Sums, ledger: BookLedger, name: str, column: Column, word: str, kind: str, sign: int, told: str) -> Side | None:
    key = (column.value, name)
    if not any(key in month for month in sums.values()):
        return None
    found = {m.month: sign * sums.get(str(m.month), {}).get(key, 0) for m in ledger.months}
    made = tuple(_year(ledger, year, months, found) for year, months in sorted(years(ledger.months).items(), reverse=True))
    shown = tuple(y for y in made if any(m.fen or m.before for m in y.months))
    return Side(word, kind, sum(found.values()), shown, _chart(name or UNSAID, word, kind, shown[0]) if shown else None, told)


def _year(ledger: BookLedger, year: int, months: Sequence[MonthLedger], found: Mapping[Month, int]) -> YearAmounts:
    so_far, made, before = 0, [], []
    for m in months:
        so_far += found[m.month]
        before.append(found.get(Month(m.month.year - 1, m.month.month)))
        made.append(
            MonthAmount(Link(say("{month}月", month=m.month.month), month_address(ledger.book.id, m.month)), found[m.month], before[-1], so_far)
        )
    whole = [fen for fen in before if fen is not None]
    total = sum(whole) if len(whole) == len(before) else None
    address = f"finance/{ledger.book.id}/{year}/"
    return YearAmounts(year, address, months[0].opening.total, months[-1].closing.total, tuple(made), so_far, total)


def _chart(name: str, word: str, kind: str, year: YearAmounts) -> Chart | None:
    """The months of the newest year, beside those of the year before where they are known."""
    if len(year.months) < 2:
        return None
    values = tuple(m.fen for m in year.months)
    earlier = tuple(m.before for m in year.months)
    before = (Series("上年同月", "before", earlier),) if any(earlier) else ()
    sentence = say("{name}{year}年逐月{word}，合计 {fen} 元。每个月的数见下面的表。", name=name, year=year.year, word=word, fen=grouped(year.fen))
    return Chart(
        f"{kind}-chart",
        say("{year}年逐月{word}", year=year.year, word=word),
        sentence,
        tuple(m.month.words for m in year.months),
        (Series(word, kind, values), *before),
    )


def _lines(ledger: BookLedger, rows: Mapping[Month, Sequence[LineRow]], by: str) -> dict[tuple[Month, str], list[CategoryLine]]:
    """The lines of the newest months by month and category or class of the other party; a divided line stands under each with its own part."""
    found: dict[tuple[Month, str], list[CategoryLine]] = {}
    for month in ledger.months[-RECENT:]:
        for p, told in zip(month.posted, rows[month.month], strict=True):
            parts: dict[tuple[str, Column], int] = {}
            for e in p.entries:
                if e.column is not Column.MOVE:
                    at = (e.category if by == "category" else counterpart(ledger, p)), e.column
                    parts[at] = parts.get(at, 0) + e.fen
            for (name, column), fen in parts.items():
                income = column is Column.INCOME
                line = CategoryLine(p.line.date, told.summary, "收入" if income else "支出", fen if income else -fen, line_link(p.id), p.line.voucher)
                found.setdefault((month.month, name), []).append(line)
    return found


def _words(month: MonthLedger) -> str:
    return say("{year}年{month}月", year=month.month.year, month=month.month.month)
