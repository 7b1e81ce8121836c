"""The page where one searches, and the lists of all pages by kind and year for those who have no script, or would rather look through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from mingbai.pages import Crumb, Draft, Page, Toc
from mingbai.searching.facets import HOME, Facets, facets
from mingbai.values.speech import say

SPLIT = 300
"""A kind with more pages than this has a list for each year."""
_OTHER = "other/"
_UNDATED = "none"


class Entry(NamedTuple):
    """A page in a list: its title, its address, the titles of the pages above it."""

    title: str
    address: str
    place: str


class Year(NamedTuple):
    """The pages of a kind of one year, `said` as a heading; `address` leads to them."""

    said: str
    anchor: str
    address: str
    entries: tuple[Entry, ...]


class Group(NamedTuple):
    """The pages of one kind."""

    title: str
    address: str
    pages: int
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class SearchContext:
    """`search/search.html`: the groups, how many pages there are in all."""

    groups: tuple[Group, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ListContext:
    """`search/list.html`: a group whose pages stand on this page, or on one for each year (`apart`); `years` are those shown here."""

    group: Group
    years: tuple[Year, ...]
    apart: bool


def listing(pages: Iterable[Page], base: str = "") -> Iterator[Draft]:
    """The drafts, in the language of the pages; `base` is its part of the site."""
    given = list(pages)
    known = {p.address.removeprefix(base): p.title for p in given}
    groups = tuple(_groups([(p, facets(p, base, known)) for p in given], base, known))
    yield Draft(
        HOME,
        say("搜索"),
        say("在全站的网页里找字、词、金额和日子，也可以按栏目和年份一页一页看。"),
        "search/search.html",
        SearchContext(groups, len(given)),
    )
    above = (Crumb(say("搜索"), HOME),)
    for group in groups:
        apart = group.pages > SPLIT
        title = say("{kind}：全部网页", kind=group.title)
        told = say("“{kind}”栏目的全部网页，按年份排列，共 {n} 页。", kind=group.title, n=group.pages)
        toc = () if apart else tuple(Toc(y.said, y.anchor) for y in group.years)
        yield Draft(group.address, title, told, "search/list.html", ListContext(group, group.years, apart), above, toc=toc)
        for year in group.years if apart else ():
            title = say("{kind}：{year}", kind=group.title, year=year.said)
            told = say("“{kind}”栏目的网页：{year}，共 {n} 页。", kind=group.title, year=year.said, n=len(year.entries))
            context = ListContext(group, (year,), apart=False)
            yield Draft(
                year.address, title, told, "search/list.html", context, (*above, Crumb(say("{kind}：全部网页", kind=group.title), group.address))
            )


def _groups(told: Sequence[tuple[Page, Facets]], base: str, known: dict[str, str]) -> Iterator[Group]:
    """The kinds, those with most pages first, pages of no kind last; in each the newest year first, what has no year last."""
    by_kind: dict[str, list[tuple[Page, Facets]]] = {}
    for page, facet in told:
        by_kind.setdefault(facet.kind, []).append((page, facet))
    for kind, members in sorted(by_kind.items(), key=lambda k: (not k[0], -len(k[1]), k[0])):
        address = HOME + (kind or _OTHER)
        ordered = sorted(members, key=lambda m: (-int(m[1].year or 0), m[0].address))
        years = []
        for year, same in groupby(ordered, key=lambda m: m[1].year):
            entries = tuple(Entry(p.title, p.address.removeprefix(base), " › ".join(c.title for c in p.parents)) for p, _ in same)
            part = year or _UNDATED
            leads = f"{address}{part}/" if len(members) > SPLIT else f"{address}#y{part}"
            years.append(Year(say("{year}年", year=year) if year else say("不分年份"), f"y{part}", leads, entries))
        yield Group(known[kind] if kind else say("其他网页"), address, len(members), tuple(years))
