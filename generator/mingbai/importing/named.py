"""What words of a column mean that holds accounts, funds or categories: the map says so, else the community, by id or by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mingbai.importing.known import Known
from mingbai.importing.mapping import Part
from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.words import plain
from mingbai.values.text import Text

_ACCOUNT: Final = Text("账户", "account")
_FUND: Final = Text("资金", "fund")
_CATEGORY: Final = Text("科目", "category")
_MOST: Final = 12
"""So many are told of as they stand; of more only those like the word that was typed."""


@dataclass(frozen=True)
class Named:
    """The accounts, the funds or the categories of a book.

    Attributes:
        what: which of the three.
        key: the English key of the map under which words are explained.
        meaning: words (without blanks) and what stands for each in a ledger.
        there: what there is, as ledgers name it.
        closed: whether there is no other; else a word that nothing is known of stands for itself.
    """

    what: Text
    key: str
    meaning: Mapping[str, str]
    there: Sequence[str]
    closed: bool

    def of(self, word: str) -> str | None:
        """What a word stands for; None where the book has nothing of that name."""
        return self.meaning.get(plain(word), None if self.closed else word)

    def near(self, word: str) -> list[str]:
        """What to choose from: everything, or of many those like the word and a few more."""
        if len(self.there) <= _MOST:
            return list(self.there) or ["—"]
        like = [one for one in self.there if set(plain(word)) & set(plain(one))]
        return sorted(like, key=lambda one: -difflib.SequenceMatcher(None, word, one).ratio())[:_MOST] or [*self.there[:_MOST], "……"]


def named(known: Known, *maps: Part) -> dict[str, Named]:
    """What the words of the columns 账户, 资金 and 科目 mean, by the name of the field; of several maps the first that explains a word counts.

    Only the fields of which anything is known: a column of any other is taken as it stands.
    """
    book = bool(known.accounts)
    accounts = {**dict(_accounts(known)), **_said(*(m.accounts for m in maps))}
    funds = {**dict(_called(known.fund_names, known.funds)), **_said(*(m.funds for m in maps))}
    chart = {plain(word): account for word, account in known.chart.items()}
    categories = {**chart, **_said(*(m.categories for m in maps))}
    found = {
        "account": Named(_ACCOUNT, "accounts", accounts, [id for id, _ in known.accounts], closed=book),
        "fund": Named(_FUND, "funds", funds, known.funds, closed=book),
        "category": Named(_CATEGORY, "categories", categories, list(dict.fromkeys(chart.values())), closed=bool(chart)),
    }
    return {name: one for name, one in found.items() if one.closed or one.meaning}


def _said(*words: Mapping[str, str]) -> dict[str, str]:
    return {plain(word): id for one in reversed(words) for word, id in one.items()}


def _accounts(known: Known) -> Iterator[tuple[str, str]]:
    """Ids and names; 现金 and 转账 where the book has one account of that kind."""
    for kind, words in (("cash", vocabulary().in_cash), ("bank", vocabulary().by_bank)):
        alike = [id for id, sort in known.accounts if sort == kind]
        if len(alike) == 1:
            yield from ((plain(word), alike[0]) for word in words)
    yield from _called(known.account_names, [id for id, _ in known.accounts])


def _called(called: Mapping[str, str], ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names and ids; a name that two of them share means none of them."""
    names = [(plain(called[id]), id) for id in ids if id in called]
    yield from ((name, id) for name, id in names if sum(name == other for other, _ in names) == 1)
    yield from ((id, id) for id in ids)
