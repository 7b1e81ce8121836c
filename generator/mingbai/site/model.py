"""What a whole site is made of, and the one error of making it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from mingbai.pages import Page
from mingbai.values.licences import Licence
from mingbai.values.text import Text

NO_DAY = datetime.date(1970, 1, 1)
"""The day of a site that could not be made; it is not printed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the header, the banner and the footer of every page say of the community.

    Attributes:
        name: the body that publishes, 春和社区居民委员会.
        within: 所属, from the province downwards.
        icp, police: the numbers of ICP备案 and 公安备案; empty where there is none.
        fictitious: every page says that nothing of this is real.
        draft: every page says that this is not published.
        version: of the generator, for the footer; empty: not said.
        icp_link, police_link: the registers of those numbers.
        history: where the repository lists changes, with `{path}` in the place of a path below the community's folder; empty: nowhere.
        licence: on which terms others may use the data; None: none has been granted.
    """

    name: str
    within: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    icp: str = ""
    police: str = ""
    fictitious: bool = False
    draft: bool = False
    version: str = ""
    icp_link: str = ""
    police_link: str = ""
    history: str = ""
    licence: Licence | None = None
    hours: str = ""

    @property
    def history_host(self) -> str:
        """Where the list of changes stands, for the words beside its link."""
        return urlsplit(self.history).netloc

    def changes(self, source: str) -> str:
        """The address of the changes of a file or folder (`ledgers/meetings/`; empty: of everything); empty where there is no repository.

        A folder is named without its slash: no platform wants it, some refuse it.
        """
        if not self.history:
            return ""
        before, _, after = self.history.partition("{path}")
        return f"{before}{quote(source.rstrip('/'))}".rstrip("/") + after


class Language(NamedTuple):
    """A language of the site beside Chinese.

    Attributes:
        code: `en`: the `lang` of its pages and the folder they stand in.
        name: what it calls itself, English.
        word: a word or sentence that stands whole, in the language; itself where there is no translation.
        day: a day as it is printed.
        environment: of a Jinja environment one whose templates speak the language.
        share: how much of what pages say it has words for, in percent; what it lacks is Chinese.
    """

    code: str
    name: str
    word: Callable[[str], str]
    day: Callable[[datetime.date], str]
    environment: Callable[[Any], Any]
    share: int = 100


@dataclass(frozen=True, slots=True)
class Site:
    """A finished site without its shell: generated pages, other files by their path, the day it speaks of, the facts, the further languages.

    `hosts` are those its pages may link to, in lower case; its own address (site_url) need not be among them. `unspoken` are the codes of
    languages it could be made in and is not.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, bytes] = field(repr=False)
    as_of: datetime.date
    facts: Facts
    languages: tuple[Language, ...] = ()
    hosts: frozenset[str] = frozenset()
    unspoken: tuple[str, ...] = ()


class SiteError(Exception):
    """The site cannot be made; `text` says why in both languages, nothing has been published."""

    def __init__(self, text: Text) -> None:
        super().__init__(f"{text.zh} / {text.en}")
        self.text = text
