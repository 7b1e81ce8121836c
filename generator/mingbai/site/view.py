"""What the theme's templates see of a page (`doc`) and of the site (`site`)."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from mingbai.values.days import spoken
from mingbai.values.speech import SOURCE
from mingbai.site.model import NO_DAY, Facts


class Tab(NamedTuple):
    """An entry of the navigation: its title and its address from the site's root (or an https: address).

    `group` is the title of the section it stands in (更多), empty for an entry of its own; those of a section stand together.
    """

    title: str
    url: str
    group: str = ""


_ACCOUNTS = "明白账"


@dataclass(frozen=True, slots=True)
class Frame:
    """The site around all pages of one language (`site` in templates).

    `base` is its part of the site, empty or `en/`; `dir` the way it is written; `several` whether there are so many languages that they
    stand in a menu; `share` how much of what pages say is translated, in percent. `day` is the day it speaks of, up to which the data of a
    page go that has no day of its own; None where there is none.
    """

    name: str
    description: str
    tabs: tuple[Tab, ...]
    css: str
    js: str
    as_of: str
    facts: Facts
    lang: str = SOURCE
    base: str = ""
    dir: str = "ltr"
    several: bool = False
    share: int = 100
    day: datetime.date | None = None

    @property
    def brand(self) -> Markup:
        """The name where a line may break in it: 春和社区 and 明白账 stay whole."""
        front, word, rest = self.name.partition(_ACCOUNTS)
        return escape(front) + (Markup("<wbr>") if front and word else Markup()) + escape(word + rest)


class View(NamedTuple):
    """One page (`doc` in templates). Text fields are plain and escaped where they are printed; `Markup` is finished HTML.

    `root` is the way up to the site's root, `section` the number of the page's tab (-1: none), `here` whether the page
    is that tab's own, `heading` whether the shell prints the title as h1 (hand-written pages bring their own), `home` whether
    it is the first page of its language. `versions` name the page in all languages to machines, `switch` to people. `told` is JSON-LD.
    `history` is where the changes of what it is made from are listed. `headline` is the title where a line may break in it.
    """

    root: str
    section: int
    here: bool
    heading: bool
    home: bool
    lang: str
    title: str
    browser_title: str
    description: str
    canonical: str
    updated: str
    updated_words: str
    path: Markup
    toc: Markup
    content: Markup
    versions: Markup = Markup()
    switch: Markup = Markup()
    told: Markup = Markup()
    history: str = ""
    headline: Markup = Markup()


SLOTS = ("title", "browser_title", "description", "canonical", "updated", "updated_words", "path", "toc", "content", "versions", "switch", "told", "history", "headline")
"""Fields of a `View` that differ from page to page and that templates only print, or test for being empty."""


_WHOLE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|（[^（）]{1,8}）|（[A-Z]{1,4}(?:-[0-9]{1,6}){1,3}）|\d{1,2}月\d{1,2}日|(?<![A-Za-z\d])\d{1,6} [户人件项份次元届期号岁栋]")


def headline(title: str) -> Markup:
    """A title in which days, what stands in short brackets and numbers with their word are not broken at the end of a line."""
    parts, at = [], 0
    for found in _WHOLE.finditer(title):
        parts += [escape(title[at : found.start()]), Markup('<span class="nb">{}</span>').format(found[0])]
        at = found.end()
    return Markup().join([*parts, escape(title[at:])])


def section_of(tabs: Sequence[Tab], address: str) -> int:
    """The tab whose address is the longest beginning of the page's; the home page belongs to the home tab only."""
    best, found = -1, -1
    for number, tab in enumerate(tabs):
        fits = address == tab.url if not tab.url or not tab.url.endswith("/") else address.startswith(tab.url)
        if fits and len(tab.url) > best:
            best, found = len(tab.url), number
    return found


def root_of(address: str) -> str:
    """The way from a page up to the site's root."""
    return "../" * address.count("/") or "./"


def words(date: datetime.date | None, say: Callable[[datetime.date], str] = spoken) -> str:
    """2026年3月5日, or as `say` has it; empty for None and for the day no site is of."""
    return "" if date is None or date == NO_DAY else say(date)


def flat(toc: Any, level: int = 2) -> list[tuple[str, str, int]]:
    """MkDocs' table of contents as rows of title (plain text), id and level; the page's own h1 is left out."""
    rows: list[tuple[str, str, int]] = []
    for link in toc:
        if link.level > 1:
            rows.append((html.unescape(link.title), link.id, link.level))
        rows += flat(link.children, level)
    return rows
