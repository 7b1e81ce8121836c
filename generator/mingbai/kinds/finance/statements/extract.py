"""One year of a book, small: what a reader's own device needs to add up any stretch of days (`ranges.stretch` says what must come out).

Names stand once, lines hold their numbers. All amounts are whole fen; one that a program without large integers could not
hold exactly is text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mingbai.books import Books
from mingbai.kinds.finance.posting.entries import Column, Entry, Posted
from mingbai.kinds.finance.posting.ledger import Balances, BookLedger
from mingbai.kinds.finance.statements.ranges import Cited, began_with, counterpart, lines_of, names_of, project_lines, project_names

SCHEMA = 1
"""Raised when an extract changes its meaning."""
_COLUMNS = {Column.INCOME: 0, Column.EXPENSE: 1, Column.MOVE: 2}
_EXACT = 2**53
"""Below this a JSON number is read exactly everywhere."""

Where = Callable[[str, str], str]
"""(what: account, fund, category, project or counterpart; its id) → the address of its page, empty where it has none."""


def extracts(books: Books, ledger: BookLedger, where: Where) -> dict[int, dict[str, Any]]:
    """JSON values by year, each complete in itself: the balances the year began with, names, lines in order of days.

    A line is [month-day, class of the other party, its entries], an entry [column (0 income, 1 expense, 2 moved), account,
    fund, category, fen as it changes the balance]; numbers count the names, −1 is none. `cited` is what a line did to a
    project: [project, line, income, expense]. `kept` counts the accounts and funds of community.yml, the first of their
    names. A year without lines has no extract; a book without any has one, of the year it began.
    """
    by_year: dict[int, list[Posted]] = defaultdict(list)
    for p in lines_of(ledger):
        by_year[p.line.date.year].append(p)
    if not by_year:
        by_year[ledger.book.begins.year] = []
    cited, found, left = books.derived(project_lines), {}, began_with(ledger)
    for year, posted in sorted(by_year.items()):
        lines = sorted(posted, key=lambda p: p.line.date)
        found[year] = {"schema": SCHEMA, "book": ledger.book.id, "year": year, **_year(books, ledger, lines, left, cited, where)}
        left = left.after(e for p in lines for e in p.entries)
    return found


class _Names:
    """Ids in the order in which they are met, each with its number."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self.ids = {id: n for n, id in enumerate(ids)}

    def __call__(self, id: str) -> int:
        return self.ids.setdefault(id, len(self.ids))


def _year(books: Books, ledger: BookLedger, lines: list[Posted], opening: Balances, cited: Cited, where: Where) -> dict[str, Any]:
    called = {by: names_of(ledger, by) for by in ("account", "fund")} | {"project": project_names(books)}
    names = {"account": _Names(called["account"]), "fund": _Names(called["fund"]), "category": _Names(), "counterpart": _Names(), "project": _Names()}
    told = [[f"{p.line.date:%m-%d}", names["counterpart"](counterpart(ledger, p)), [_entry(e, names) for e in p.entries]] for p in lines]
    did = [[names["project"](id), n, _exact(i), _exact(o)] for n, p in enumerate(lines) for id, i, o in cited.get(p.line.at_, ())]
    held = {"account": opening.accounts, "fund": opening.funds}
    for by, balances in held.items():
        for id, fen in balances.items():
            if fen:
                names[by](id)
    return {
        "opening": {by: [_exact(balances.get(id, 0)) for id in names[by].ids] for by, balances in held.items()},
        "kept": {by: len(called[by]) for by in held},
        **{by: [[id, called.get(by, {}).get(id, id), where(by, id)] for id in some.ids] for by, some in names.items()},
        "lines": told,
        "cited": did,
    }


def _entry(e: Entry, names: Mapping[str, _Names]) -> list[Any]:
    """A transfer inside the book has no category, and its ends may be of accounts only or of funds only."""
    moved = e.column is Column.MOVE
    account, fund = (-1 if moved and not id else names[by](id) for by, id in (("account", e.account), ("fund", e.fund)))
    return [_COLUMNS[e.column], account, fund, -1 if moved else names["category"](e.category), _exact(e.fen)]


def _exact(fen: int) -> int | str:
    return fen if abs(fen) < _EXACT else str(fen)
