"""One page in several languages: how machines and people get from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from markupsafe import Markup

from mingbai.site.view import root_of
from mingbai.values.speech import SOURCE
from mingbai.values.tags import direction, short_name

_CODES = {SOURCE: "zh-CN"}
_NAMES = {SOURCE: "中文"}
_SIDE_BY_SIDE = 2
"""So many languages have their links in the header of every page."""


class Tongues:
    """The languages of a site: `others` as (code, own name), the `addresses` of all its pages, its `base` address on the web, if any."""

    def __init__(self, others: Sequence[tuple[str, str]], addresses: AbstractSet[str], base: str) -> None:
        self._languages = ((SOURCE, _NAMES[SOURCE]), *others)
        self._addresses, self._base = addresses, base
        self._mixed = len({direction(code) for code, _ in self._languages}) > 1

    def versions(self, address: str, lang: str) -> Markup:
        """`<link rel="alternate" hreflang>` of the page in every language it exists in; nothing where it is alone or the site has no address yet."""
        found = [(code, at) for code, _, at, there in self._same(address, lang) if there]
        if len(found) < 2 or not self._base:
            return Markup()
        lines = [(code_of(code), at) for code, at in found] + [("x-default", found[0][1])]
        return Markup("\n").join(Markup('<link rel="alternate" hreflang="{}" href="{}">').format(code, self._base + at) for code, at in lines)

    def switch(self, address: str, lang: str) -> Markup:
        """Links to the same page in the other languages, to their first page where they lack it; nothing in a site of one language."""
        root = root_of(address)
        return Markup("\n").join(self._link(code, name, root + at if at or address else "./") for code, name, at, _ in self._same(address, lang) if code != lang)

    @property
    def several(self) -> bool:
        """Whether there are so many languages that the links to them stand in a menu."""
        return len(self._languages) > _SIDE_BY_SIDE

    def _link(self, code: str, name: str, href: str) -> Markup:
        tag, way = code_of(code), direction(code)
        turned = Markup(' dir="{}"').format(way) if self._mixed else Markup()
        if self.several:
            return Markup('<a class="md-tongue" href="{}" lang="{}"{} hreflang="{}" rel="alternate">{}</a>').format(href, tag, turned, tag, name)
        return Markup(
            '<a class="md-tongue" href="{}" lang="{}"{} hreflang="{}" rel="alternate">'
            '<span class="md-tongue__long">{}</span><span class="md-tongue__short" aria-hidden="true">{}</span></a>'
        ).format(href, tag, turned, tag, name, short_name(code, name))

    def _same(self, address: str, lang: str) -> Iterator[tuple[str, str, str, bool]]:
        """(code, name, address there, whether the page exists there) in every language of the site."""
        plain = address.removeprefix(f"{lang}/") if lang != SOURCE else address
        for code, name in self._languages:
            base = "" if code == SOURCE else f"{code}/"
            there = base + plain in self._addresses
            yield code, name, base + plain if there else base, there


def code_of(lang: str) -> str:
    """The code that HTML wants: `zh-CN`, `en`."""
    return _CODES.get(lang, lang)
