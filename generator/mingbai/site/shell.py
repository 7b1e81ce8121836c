"""The theme's page around finished content, at the cost of joining strings.

The whole page (main.html) is rendered once for each group of pages that differ only in slots (same depth, same tab,
same parts present), with a mark in each slot's place, and cut at the marks. Every page fills the slots. The first page of
a group, and a made-up one, are rendered in full as well: if either differs (a template of the community does more with
a slot than printing it), the group is rendered in full from then on, slower and right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup, escape

from mingbai.pages import Crumb, Page, Toc
from mingbai.values.days import spoken
from mingbai.site.tongues import Tongues
from mingbai.site.view import SLOTS, Frame, View, headline, root_of, section_of, words

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([a-z_]+){_CLOSE}")
_AT = tuple(View._fields.index(name) for name in SLOTS)
_NUMBER = {name: View._fields.index(name) for name in SLOTS}

Parts = tuple[str, tuple[tuple[int, str], ...]]
"""The text before the first slot, then (field of the view, text after it)."""


class Shell:
    """Puts the theme's page around views; `render` is the theme's Jinja: (template, context) → HTML."""

    def __init__(self, render: Callable[..., str], frame: Frame, site_url: str, tongues: Tongues | None = None, day: Callable[[datetime.date], str] = spoken) -> None:
        self._render, self.frame, self._base, self.day = render, frame, site_url, day
        self.tongues = tongues or Tongues((), frozenset(), site_url)
        self._groups: dict[tuple[Any, ...], Parts | None] = {}
        self._paths: dict[tuple[str, tuple[Crumb, ...]], Markup] = {}
        self._tocs: dict[Sequence[tuple[str, str, int]], Markup] = {}
        self._sections: dict[str, int] = {}

    def page(self, page: Page) -> str:
        """The whole HTML of a generated page."""
        return self.fill(self.view(page))

    def view(self, page: Page) -> View:
        """What the theme sees of a generated page."""
        root, section = root_of(page.address), self.section(page.address)
        home = page.address == self.frame.base
        updated = page.updated or self.frame.day
        return View(
            root,
            section,
            section >= 0 and self.frame.tabs[section].url == page.address,
            True,
            home,
            page.lang,
            page.title,
            self.frame.name if home else f"{page.title} · {self.frame.name}",
            page.description,
            self._base and self._base + page.address,
            updated.isoformat() if updated else "",
            words(updated, self.day),
            self.path(root, page.parents),
            self.toc(page.toc),
            Markup(page.body),  # noqa: S704  rendered with autoescape on
            self.tongues.versions(page.address, page.lang),
            self.tongues.switch(page.address, page.lang),
            Markup(page.told),  # noqa: S704  escaped for a script element
            self.frame.facts.changes(page.source),
            headline(page.title),
        )

    def section(self, address: str) -> int:
        """The tab a page belongs to; pages of one top folder share the answer unless they are a tab of their own."""
        within = address.removeprefix(self.frame.base)
        top = address if any(tab.url == address for tab in self.frame.tabs) else self.frame.base + within[: within.find("/") + 1]
        if top not in self._sections:
            self._sections[top] = section_of(self.frame.tabs, top)
        return self._sections[top]

    def path(self, root: str, parents: tuple[Crumb, ...]) -> Markup:
        """The crumbs above a page; siblings share them."""
        key = (root, parents)
        if key not in self._paths:
            self._paths[key] = Markup(self._render("partials/path.html", crumbs=parents, root=root)) if parents else Markup()  # noqa: S704
        return self._paths[key]

    def toc(self, entries: Sequence[Toc | tuple[str, str, int]]) -> Markup:
        """The page's own table of contents, where it has at least two entries; pages of one shape share it."""
        key = tuple(entries)
        if key not in self._tocs:
            self._tocs[key] = Markup(self._render("partials/toc.html", entries=key)) if len(key) > 1 else Markup()  # noqa: S704
        return self._tocs[key]

    def full(self, view: View, **more: Any) -> str:
        """The page rendered by Jinja from top to bottom: what `fill` must equal."""
        return self._render("main.html", doc=view, site=self.frame, **more)

    def part(self, template: str, view: View) -> str:
        """A part of a page in this shell's language."""
        return self._render(template, doc=view, site=self.frame)

    def fill(self, view: View) -> str:
        """The page with its slots filled."""
        key = (*view[:6], *(bool(view[i]) for i in _AT))
        if key not in self._groups:
            parts = self._cut(view)
            honest = all(_joined(parts, tried) == self.full(tried) for tried in (view, _marked(view, "<{0}&{0}>")))
            self._groups[key] = parts if honest else None
        found = self._groups[key]
        return self.full(view) if found is None else _joined(found, view)

    def _cut(self, view: View) -> Parts:
        pieces = _MARK.split(self.full(_marked(view, f"{_OPEN}{{0}}{_CLOSE}")))
        return pieces[0], tuple((_NUMBER[name], text) for name, text in zip(pieces[1::2], pieces[2::2], strict=True))


def _marked(view: View, pattern: str) -> View:
    """The view with its slots' names in place of their values, each in the value's own type; empty ones stay empty."""
    values = {name: getattr(view, name) for name in SLOTS}
    return view._replace(**{name: type(value)(str.format(pattern, name)) for name, value in values.items() if value})


def _joined(parts: Parts, view: View) -> str:
    pieces = [parts[0]]
    for field, text in parts[1]:
        pieces += (escape(view[field]), text)
    return "".join(pieces)
