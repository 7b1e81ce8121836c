"""What the registers of books (contracts, assets, goods, levies …) have in common: whose they are, where they stand, whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeVar

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite, Code, Severity
from mingbai.kind import View
from mingbai.kinds.community.records import Book, Community, Keeping
from mingbai.packs import Item
from mingbai.packs.tags import slug
from mingbai.pages import Crumb
from mingbai.schema.record import Record
from mingbai.values.periods import Period
from mingbai.values.speech import say
from mingbai.values.text import Text

_LENGTH = 12
"""Letters of the address of a category, four bits each: a book has tens of them, and no two share one."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")

R = TypeVar("R", bound=Record)
T = TypeVar("T")

FINANCE = Crumb("财务公开", "finance/")
"""The section in which the pages of books stand."""


def no_book(id: str, reason: Text) -> Code:
    """The code of a register whose folder is no book; `reason` says what a register of that sort has to do with its book."""
    return Code(
        id,
        Severity.ERROR,
        Text("没有登记这本账", "unknown book"),
        Text("community.yml 里没有编号为“{book}”的账簿", "community.yml has no book “{book}”"),
        Text(
            "在 community.yml 的“账簿”里登记，或把文件放进已有账簿的文件夹。",
            "Register it under “books” in community.yml, or use the folder of a known book.",
        ),
        reason,
    )


def declared(books: Books) -> Mapping[str, Book]:
    """The books of community.yml by their ids, in its order."""
    community = books.the(Community)
    return {b.id: b for b in community.books} if community else {}


def book_of(filed: Filed[R]) -> str:
    """The id of the book in whose folder a file lies."""
    return filed.id.partition("/")[0]


def year_of(filed: Filed[R]) -> int | None:
    """The year the file's name says; None where it says none."""
    name = filed.id.rpartition("/")[2]
    return int(name) if len(name) == len("2026") and name.isascii() and name.isdecimal() else None


def strays(books: Books, file: type[R]) -> Iterator[tuple[R, str]]:
    """The files of a sort that lie in the folder of no declared book, with the folder's name; none while community.yml cannot be read."""
    files = books.of(file)
    known = declared(books) if files else {}
    found = ((filed.record, book_of(filed)) for filed in files)
    return ((record, book) for record, book in found if record is not None and book not in known and books.the(Community) is not None)


def kept(books: Books, file: type[R]) -> Iterator[tuple[Book, Filed[R], R]]:
    """The files of a sort that can be read and belong to a declared book, with that book, in their order."""
    files = books.of(file)
    known = declared(books) if files else {}
    found = ((known.get(book_of(filed)), filed, filed.record) for filed in files)
    return ((book, filed, record) for book, filed, record in found if book is not None and record is not None)


def by_book(books: Books, every: Iterable[T], of: Callable[[T], str]) -> dict[Book, tuple[T, ...]]:
    """Entries by the book they belong to (`of`: its id), in the order of community.yml; books without any are left out."""
    found: dict[str, list[T]] = {}
    for one in every:
        found.setdefault(of(one), []).append(one)
    return {book: tuple(found[id]) for id, book in declared(books).items() if id in found} if found else {}


def busy(books: Books, item: Item) -> bool:
    """Whether much is paid (往来较多) through a book that an item of the catalogue is about: its bodies', else one that is no collective's, which have their own."""
    elsewhere = {word for other in books.law.items.values() for word in other.books}

    def about(book: Book) -> bool:
        return any(w in book.body for w in item.books) if item.books else not any(w in book.body for w in elsewhere)

    return any(b.busy and about(b) for b in declared(books).values())


def crumb(book: Book) -> Crumb:
    """The page of a book as a step of the path to a page below it."""
    return Crumb(book.name, f"finance/{book.id}/")


def period_address(book: str, period: Period) -> str:
    """The page of a book, by its id, for a month, quarter, half-year or year: `finance/committee/2026/q1/`."""
    year, _, part = str(period).partition("-")
    return f"finance/{book}/{year}/{part.lower()}/" if part else f"finance/{book}/{year}/"


def category_address(book: str, name: str) -> str:
    """`finance/committee/category/repairs/`; of a category of the community's own `…/ehjgebiakflm/`, letters made of its name: stable, ASCII and short."""
    return f"finance/{book}/category/{slug('categories', name, _letters)}/"


def _letters(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:_LENGTH].translate(_LETTERS)


def category_page(book: Book, name: str) -> str:
    """The page of a category that came in or went out; in double entry the account of the chart has it. Empty where there is none."""
    if book.keeping is Keeping.DOUBLE:
        number = name.partition(" ")[0]
        return f"finance/{book.id}/ledger/{number}/" if number.isdecimal() else ""
    return category_address(book.id, name) if name else ""


def clauses(view: View, basis: Iterable[Cite]) -> tuple[str, ...]:
    """The clauses by which something is published, those that bind this community, in words."""
    law = view.books.law
    return tuple(law.cite(c) for c in law.basis(basis))


def phone(books: Books) -> str:
    """The telephone of the office; empty where none is given."""
    community = books.the(Community)
    return (community.phone or "") if community else ""


def ask(books: Books, who: str = "") -> str:
    """Whom to ask about what a page tells: whoever is responsible, by the telephone of the office; the last of a page's first sentences."""
    number = phone(books)
    if number:
        return say("有疑问问{who}，电话 {phone}。", who=who, phone=number) if who else say("有疑问打 {phone} 问。", phone=number)
    return say("有疑问到办公室问{who}。", who=who) if who else say("有疑问到办公室问。")
