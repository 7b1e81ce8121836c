"""What a table is held against: the books, accounts, funds and categories of the community."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Known:
    """What the community has; everything empty where there is none.

    Attributes:
        books: the ids of its books; one, where the command names it.
        accounts: of that one book the accounts with their kind (`bank`, `cash`).
        funds: the ids of its funds.
        account_names: how its accounts are called, by id.
        fund_names: how its funds are called, by id.
        categories: the categories that the community has registered.
        double: the name of the book where it is kept in double entry, else empty.
        chart: for such a book the accounts to which lines may be posted, by what each may be called.
    """

    books: tuple[str, ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()
    funds: tuple[str, ...] = ()
    account_names: Mapping[str, str] = field(default_factory=dict)
    fund_names: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    double: str = ""
    chart: Mapping[str, str] = field(default_factory=dict)


NOTHING = Known()
"""Outside of a community."""
