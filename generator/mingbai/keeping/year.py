"""Closing a year: all its months are closed, its results carried over; then one lock holds the twelve."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mingbai import pipeline, writing
from mingbai.diagnostics import Severity
from mingbai.keeping.carrying import DECEMBER, not_carried
from mingbai.kinds.finance.posting import locks
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.pipeline import Checked
from mingbai.values.counted import counted
from mingbai.values.text import Text


class ClosedYear(NamedTuple):
    """What is to be written (path below ledgers/ → text), or why the year cannot be closed.

    `left` are the warnings about the book that stand: they do not keep the year from being closed. `months` are its months in order.
    """

    files: Mapping[str, str]
    problems: tuple[Text, ...]
    left: tuple[Text, ...]
    months: tuple[MonthLedger, ...]


def close_year(root: Path, book: str, year: int, as_of: datetime.date, day: datetime.date, by: str | None) -> ClosedYear:
    """The file that closes a year of a book, or every reason why it cannot be closed."""
    checked = pipeline.check(root, as_of)
    ledger = checked.books.derived(ledgers).get(book)
    months = tuple(m for m in ledger.months if m.month.year == year) if ledger else ()
    if ledger is None or not months:
        return ClosedYear({}, (Text(f"没有 {year} 年的台账", f"there is no ledger of {year}"),), (), ())
    by = by or months[-1].file.defaults.handler
    problems = tuple(_problems(checked, ledger, months, year, day, by))
    if problems or by is None:
        return ClosedYear({}, problems, (), months)
    text = writing.dump(locks.year_nodes(checked.books, months, day, by))
    return ClosedYear({f"finance/{book}/{year}.lock.yml": text}, (), tuple(_left(checked, book)), months)


def _problems(checked: Checked, ledger: BookLedger, months: Sequence[MonthLedger], year: int, day: datetime.date, by: str | None) -> Iterator[Text]:
    books, done = checked.books, checked.books.derived(locks.locks)
    if f"{ledger.book.id}/{year}" in books.derived(locks.years):
        yield Text(f"{year} 年已经结账", f"{year} is closed already")
        return
    errors = sum(f.severity is Severity.ERROR for f in checked.findings)
    if errors:
        yield Text(
            f"台账有 {errors} 处错误，先改好（mingbai check）",
            f"the ledgers have {counted(errors, 'error', 'errors')} to be mended first (mingbai check)",
        )
    if day > books.as_of or day <= months[-1].last:
        yield Text(
            f"结账日 {day} 应当在 {months[-1].last} 以后、今天以前",
            f"the day of closing, {day}, must lie after {months[-1].last} and not after today",
        )
    there = {m.month.month for m in months}
    first = ledger.book.begins.month if ledger.book.begins.year == year else 1
    missing = [n for n in range(first, DECEMBER + 1) if n not in there]
    if missing:
        zh, en = "、".join(f"{n} 月" for n in missing), ", ".join(f"{year}-{n:02}" for n in missing)
        yield Text(f"缺 {zh}的台账（没有收支的写“本期无”）", f"there is no ledger of {en} (write “nothing” where nothing happened)")
    still = [m.month for m in months if m.filed.id not in done]
    if still:
        yield Text(
            f"还没有结账的月份：{'、'.join(map(str, still))}，先逐月结账", f"months still open: {', '.join(map(str, still))}; close them first"
        )
    if by is None:
        yield Text("没有说明谁结账：加 --by 职务", "who closes it is not said: add --by OFFICE")
    yield from not_carried(checked, ledger.book.id, months[-1])


def _left(checked: Checked, book: str) -> Iterator[Text]:
    """The warnings that stand in the book's files, by what they say."""
    prefix = f"{pipeline.LEDGERS}/finance/{book}/"
    found = Counter(f.code for f in checked.findings if f.severity is Severity.WARNING and f.place.path.startswith(prefix))
    for code, n in sorted(found.items(), key=lambda pair: pair[0].id):
        yield Text(f"{code.id} {code.title.zh}：{n} 处", f"{code.id} {code.title.en}: {n}")
