"""Any stretch of days of one book: opening, income, expense, closing, as a whole and divided by what its lines touch."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mingbai.books import Books
from mingbai.kinds.community.records import Book
from mingbai.kinds.finance.posting.entries import NO_FUND, Column, Entry, Posted
from mingbai.kinds.finance.posting.ledger import Balances, BookLedger, citing, opening_of

UNNAMED = {"account": "未写账户", "fund": "未分资金"}
"""What stands for entries that name no account or no fund, in every view: whatever is divided, its parts come to the whole."""
DIVISIONS = ("account", "fund", "category", "project", "counterpart")
"""By what a stretch may be divided; accounts and funds have balances, the others only what came in and went out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One account, fund, category, project or class of other parties, in fen; `lines` touched it.

    Accounts and funds: opening + income − expense + moved = closing. The others hold nothing: `opening`, `moved`, `closing` are
    None. An empty `id` and `name` stands for what names none.
    """

    id: str
    name: str
    opening: int | None
    income: int
    expense: int
    moved: int | None
    closing: int | None
    lines: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """One book from `first` to `last`, both days included, in fen: opening + income − expense = closing.

    `known` is the last day of the newest month there is, None where there is none; `parts` come to the income and expense of
    the whole, those of accounts and funds to its opening and closing as well.
    """

    book: Book
    first: datetime.date
    last: datetime.date
    opening: int
    income: int
    expense: int
    closing: int
    lines: int
    known: datetime.date | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of an account or a fund on which something moved, in fen: opening + income − expense + moved = closing."""

    day: datetime.date
    opening: int
    income: int
    expense: int
    moved: int
    closing: int


def stretch(books: Books, ledger: BookLedger, first: datetime.date, last: datetime.date, by: str = "") -> Stretch:
    """The book over these days; `by` is one of DIVISIONS, empty for the whole alone.

    Accounts and funds stand in the order of community.yml, the others with the largest expense first and what names none last.
    """
    within = [p for p in lines_of(ledger) if first <= p.line.date <= last]
    opening = began_with(ledger).after(e for p in lines_of(ledger) if p.line.date < first for e in p.entries)
    income, expense, _ = _flow(e for p in within for e in p.entries)
    known = ledger.months[-1].last if ledger.months else None
    parts = tuple(_parts(books, ledger, opening, within, by)) if by else ()
    closing = opening.total + income - expense
    return Stretch(ledger.book, first, last, opening.total, income, expense, closing, len(within), known, parts)


def lines_of(ledger: BookLedger) -> Iterator[Posted]:
    """Every line of the book, month by month."""
    return (p for m in ledger.months for p in m.posted)


def began_with(ledger: BookLedger) -> Balances:
    """What the book's accounts and funds held when it began."""
    if ledger.months:
        return ledger.months[0].opening
    return opening_of(ledger.book, ledger.funds)


def days(ledger: BookLedger, by: str) -> Iterator[tuple[str, str, Day]]:
    """(id, name, day) of every account (`by` "account") or fund ("fund"), only days on which its lines did something, in order of days."""
    names, held = names_of(ledger, by), began_with(ledger)
    left = dict(held.accounts if by == "account" else held.funds)
    found: dict[str, dict[datetime.date, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for p in lines_of(ledger):
        for e in p.entries:
            if (id := _touched(e, by)) is not None:
                found[id][e.day].append(e)
    for id in [*names, *(id for id in found if id not in names)]:
        for day, entries in sorted(found[id].items()):
            opening, (income, expense, moved) = left.get(id, 0), _flow(entries)
            left[id] = opening + income - expense + moved
            yield id, names.get(id, id) or UNNAMED[by], Day(day, opening, income, expense, moved, left[id])


def counterpart(ledger: BookLedger, p: Posted) -> str:
    """The class of the other party in words, empty where none is known.

    A line that undoes another has that line's; one that says none has the class under which the book knows the party.
    """
    first = ledger.posted.get(p.root, p) if p.root else p
    kind = p.line.party_kind or first.line.party_kind or ledger.classes.get(p.line.party or first.line.party or "")
    return kind.zh if kind else ""


def _flow(entries: Iterable[Entry]) -> tuple[int, int, int]:
    """Income, expense, moved."""
    sums = dict.fromkeys(Column, 0)
    for e in entries:
        sums[e.column] += e.fen
    return sums[Column.INCOME], -sums[Column.EXPENSE], sums[Column.MOVE]


def names_of(ledger: BookLedger, by: str) -> dict[str, str]:
    """The book's accounts (`by` "account") or funds ("fund") by id, in the order of community.yml; a book without funds has one without a name."""
    if by == "account":
        return {a.id: a.name for a in ledger.book.accounts}
    return {f.id: f.name for f in ledger.funds} or {NO_FUND: ""}


def _touched(e: Entry, by: str) -> str | None:
    """The account or fund an entry touches; None for the end of a transfer that is of the other sort."""
    id = e.account if by == "account" else e.fund
    return None if not id and e.column is Column.MOVE else id


def _parts(books: Books, ledger: BookLedger, opening: Balances, within: list[Posted], by: str) -> Iterator[Part]:
    if by in ("account", "fund"):
        yield from _holding(ledger, opening, within, by)
    elif by == "project":
        yield from projects(books, within)
    elif by == "category":
        yield from _passing((e.category, p, e) for p in within for e in p.entries)
    else:
        yield from _passing((counterpart(ledger, p), p, e) for p in within for e in p.entries)


def _holding(ledger: BookLedger, opening: Balances, within: list[Posted], by: str) -> Iterator[Part]:
    names = names_of(ledger, by)
    start = opening.accounts if by == "account" else opening.funds
    found: dict[str, list[Entry]] = {id: [] for id in names}
    lines: dict[str, set[int]] = defaultdict(set)
    for p in within:
        for e in p.entries:
            if (id := _touched(e, by)) is not None:
                found.setdefault(id, []).append(e)
                lines[id].add(p.line.at_)
    for id in (id for id, fen in start.items() if fen):
        found.setdefault(id, [])
    for id, entries in found.items():
        begun, (income, expense, moved) = start.get(id, 0), _flow(entries)
        yield Part(id, names.get(id, id), begun, income, expense, moved, begun + income - expense + moved, len(lines[id]))


def _passing(touched: Iterable[tuple[str, Posted, Entry]]) -> Iterator[Part]:
    """What holds nothing, by its name; transfers inside the book are left out."""
    found: dict[str, list[Entry]] = defaultdict(list)
    lines: dict[str, set[int]] = defaultdict(set)
    for id, p, e in touched:
        if e.column is not Column.MOVE:
            found[id].append(e)
            lines[id].add(p.line.at_)
    made = []
    for id, entries in found.items():
        income, expense, _ = _flow(entries)
        made.append(Part(id, id, None, income, expense, None, None, len(lines[id])))
    yield from sorted(made, key=lambda part: (not part.id, -part.expense, -part.income, part.id))


Cited = Mapping[int, list[tuple[str, int, int]]]
"""A line's `at_` → what it did to each project it cites: (id, income, expense) in fen."""


def project_lines(books: Books) -> Cited:
    """Every line that cites a project, or undoes one that does; use through `books.derived(project_lines)`."""
    found: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for id in books.ids.get("project", {}):
        for p in citing(books, "project", id):
            income, expense, _ = _flow(p.entries)
            found[p.line.at_].append((id, income, expense))
    return found


def project_names(books: Books) -> dict[str, str]:
    """Every project's name by its id."""
    return {id: str(getattr(record, "name", id)) for id, record in books.ids.get("project", {}).items()}


def projects(books: Books, within: Iterable[Posted]) -> Iterator[Part]:
    """By the project that lines cite, reversals and corrections with the line they undo; what names none stands last."""
    cited, names = books.derived(project_lines), project_names(books)
    found: dict[str, list[int]] = {}
    left = [0, 0, 0]
    for p in within:
        income, expense, _ = _flow(p.entries)
        did = cited.get(p.line.at_, ())
        for id, came, went in did:
            found[id] = [a + b for a, b in zip(found.get(id, [0, 0, 0]), (came, went, 1), strict=True)]
        rest = (income - sum(came for _, came, _ in did), expense - sum(went for *_, went in did), not did)
        left = [a + b for a, b in zip(left, rest, strict=True)]
    made = [Part(id, names[id], None, income, expense, None, None, lines) for id, (income, expense, lines) in found.items()]
    yield from sorted(made, key=lambda part: (-part.expense, -part.income, part.id))
    if any(left):
        yield Part("", "", None, left[0], left[1], None, None, left[2])
