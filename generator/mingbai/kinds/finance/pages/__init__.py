"""Finance on the site and as tables."""

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.finance.pages import books, double, holdings, plans
from mingbai.kinds.finance.pages import datasets as tables
from mingbai.pages import Block, Dataset, Draft


def drafts(view: View) -> Iterator[Draft]:
    """Every page of finance."""
    yield from books.drafts(view)
    yield from plans.drafts(view)
    yield from double.drafts(view)
    yield from holdings.drafts(view)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """What stands on the page of a book besides its months."""
    yield from plans.parts(view)
    yield from double.parts(view)


def datasets(view: View) -> Iterator[Dataset]:
    """Every table of finance."""
    yield from tables.datasets(view)
    yield from double.datasets(view)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where lines and plans stand."""
    yield from books.addresses(view)
    yield from plans.addresses(view)


def retells(view: View) -> Iterator[tuple[str, str]]:
    """The pages that show the lines of a book, or what comes of them, in another order than by month."""
    yield from books.retells(view)
    yield from double.retells(view)
    yield from holdings.retells(view)
