"""What the theme sees of hand-written pages and of the page for addresses that lead nowhere."""

from __future__ import annotations

import datetime
import html
from typing import TYPE_CHECKING

from markupsafe import Markup

from mingbai.pages import Page
from mingbai.site.shell import Shell
from mingbai.values.speech import SOURCE
from mingbai.site.view import Frame, View, flat, headline, root_of, section_of, words

UPDATED = ("更新", "updated")
"""Under which key the head of a page says when it was last gone over."""

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as MkPage


def view_of_written(page: MkPage, shell: Shell, source: str) -> View:
    """A page from content/: its Markdown has run and has been sanitised; `source` is its file, seen from the community's folder."""
    title = _title(page)
    content = page.content or ""
    section = shell.section(page.url)
    name, lang = shell.frame.name, shell.frame.lang
    day = _updated(page)
    return View(
        root_of(page.url),
        section,
        section >= 0 and shell.frame.tabs[section].url == page.url,
        "<h1" not in content,
        page.is_homepage,
        lang,
        title,
        name if page.is_homepage else f"{title} · {name}",
        str(page.meta.get("description") or shell.frame.description),
        page.canonical_url or "",
        day.isoformat() if day else "",
        words(day, shell.day),
        Markup(),
        shell.toc(tuple(flat(page.toc))),
        Markup(content),  # noqa: S704  sanitised
        versions=shell.tongues.versions(page.url, lang),
        switch=shell.tongues.switch(page.url, lang),
        history=shell.frame.facts.changes(source),
        headline=headline(title),
    )


def as_page(page: MkPage) -> Page:
    """The page as a value: what is searched of it."""
    return Page(page.url, _title(page), "", page.content or "")


def view_of_error(template: str, base: str, frame: Frame) -> View:
    """404.html may be answered at any depth: its addresses start at the server's root."""
    root = base if base.endswith("/") else f"{base}/"
    title = "没有找到这一页" if template == "404.html" else frame.name
    return View(root, section_of((), ""), False, False, False, SOURCE, title, f"{title} · {frame.name}", "", "", "", "", Markup(), Markup(), Markup())


def _updated(page: MkPage) -> datetime.date | None:
    """The day its writer put at its head (更新: 2026-03-01); None where there is none."""
    said = next((page.meta[key] for key in UPDATED if key in page.meta), None)
    return said if isinstance(said, datetime.date) and not isinstance(said, datetime.datetime) else None


def _title(page: MkPage) -> str:
    """Plain text: MkDocs leaves entities in a title taken from the first heading, and only there."""
    title = str(page.title or "")
    return html.unescape(title) if title == getattr(page, "_title_from_render", None) else title
