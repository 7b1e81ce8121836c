"""Pacts with the state of each of their versions: what pages and tables start from."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.books import Books, Filed
from mingbai.kinds.pacts.records import Article, Pact, PactKind
from mingbai.kinds.pacts.state import Standing, State, current, standings
from mingbai.kinds.pacts.votes import votes
from mingbai.packs.articles import article as named


@dataclass(frozen=True, slots=True)
class Known:
    """A pact with the state of each of its versions, by number."""

    filed: Filed[Pact]
    pact: Pact
    standings: tuple[Standing, ...]

    @property
    def address(self) -> str:
        return f"pacts/{self.filed.id}/"

    @property
    def shown(self) -> Standing:
        return current(self.standings)

    @property
    def drafts(self) -> tuple[Standing, ...]:
        """Drafts newer than the text shown, oldest first."""
        return tuple(s for s in self.standings if s.state is State.DRAFT and s.version.number > self.shown.version.number)


def known(books: Books) -> tuple[Known, ...]:
    """Every pact with its versions' states on the day of the books, in the order of the kinds, then by id."""
    order = list(PactKind)
    found = [Known(f, f.record, standings(votes(books, f.record), books.as_of, f.record.households)) for f in books.of(Pact) if f.record is not None]
    return tuple(sorted(found, key=lambda k: (order.index(k.pact.kind), k.filed.id)))


def article_name(article: Article | None) -> str:
    """第三条."""
    return named(str(article.number)) if article else ""
