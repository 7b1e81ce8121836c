"""Draft → Page: one Jinja environment, strict and autoescaping, its compiled templates kept in memory."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from mingbai.packs import Entry, Glossary
from mingbai.pages import Crumb, Draft, Page, Toc
from mingbai.rendering.archives import slot
from mingbai.rendering.capitals import begun_alone, begun_blocks
from mingbai.rendering.cells import CELLS
from mingbai.rendering.charts import CHARTS
from mingbai.rendering.compiled import Escaping, compiled
from mingbai.rendering.filters import FILTERS
from mingbai.rendering.grounds import PAGE, Grounds
from mingbai.rendering.linked import linked
from mingbai.rendering.measures import MEASURES
from mingbai.rendering.spoken import SpokenEnvironment, cells, charts
from mingbai.values.speech import SOURCE, Voice, say
from mingbai.values.text import Text

_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": False,
    "auto_reload": False,
    "cache_size": -1,
}
_GLOSSARY, _WORDS, _TABLES = "glossary.html", "words.html", "tables.html"
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


class Renderer:
    """Renders drafts with the templates of `dirs`, first folder first.

    A name that a template uses and nobody gave is an error (StrictUndefined), never an empty place; all text is
    escaped. Besides `it`, a template sees `link(address)`, which makes an address of the site relative to its page,
    `page`, the draft itself, `parts()`, what other kinds contribute to the page, and `script(name)`, which loads a script
    that lies beside the templates: `scripts` are those asked for so far, by their address on the site.
    With a `voice` pages are made in its language, at addresses of their own.
    With `grounds` the clauses that pages cite lead to the page of the law.
    Below a page stand the words of the `glossary` that its templates use and the page does say.
    A page without a file to download gets links to the tables behind it, whose `titles` are known by name.
    `web` is the address of the site, ending in a slash, by which things are called that pages tell programs of; empty where there is none yet.
    """

    def __init__(
        self,
        dirs: tuple[Path, ...],
        glossary: Glossary | None = None,
        voice: Voice | None = None,
        grounds: Grounds | None = None,
        web: str = "",
        titles: Mapping[str, Text] | None = None,
    ) -> None:
        self._dirs, self._glossary, self._voice, self._grounds, self._web, self._titles = dirs, glossary, voice, grounds, web, titles or {}
        self._base = base_of(voice.lang) if voice else ""
        options = _OPTIONS | {"loader": FileSystemLoader([str(d) for d in dirs])}
        if voice is None or voice.words is not None:
            options["bytecode_cache"] = compiled(voice and voice.words)
        self._environment = SpokenEnvironment(voice, **options) if voice else Environment(**options)  # noqa: S701  _OPTIONS say it
        self._environment.template_class = Escaping
        self._environment.filters.update(FILTERS)
        drawn = CHARTS | MEASURES
        self._environment.globals["cells"] = cells(voice, CELLS) if voice else CELLS
        self._environment.globals["size"] = slot
        self._environment.globals["chart"] = charts(voice, drawn) if voice else drawn
        self._templates: dict[str, Template] = {}
        self._addresses: dict[str, str] = {}
        self._used: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        self._explained: dict[tuple[str, ...], str] = {}
        self._loaded: dict[tuple[str, ...], str] = {}
        self.scripts: dict[str, bytes] = {}

    def page(self, draft: Draft) -> Page:
        """The finished page of a draft."""
        shown: list[Markup] = []

        def parts() -> Markup:
            if not shown:
                shown.extend(self._parts(draft))
            return Markup("\n").join(shown)

        body = self.text(draft.template, draft.address, it=draft.context, page=draft, parts=parts)
        more = str(parts()) if draft.blocks and not shown else ""
        files = self._downloads(draft) if draft.tables and '.csv"' not in body else ""
        body = f"{body}{files}{more}"
        body += self._words(draft, body)
        if self._grounds is not None and draft.address != PAGE:
            body = self._grounds.linked(body, linker(draft.address, self._base))
        told = self._told(draft) if draft.told else ""
        page = Page(
            draft.address,
            draft.title,
            draft.description,
            body,
            draft.parents,
            draft.updated,
            (*draft.toc, *_toc(draft)),
            told=told,
            source=draft.source or "",
        )
        return page if self._voice is None else self._said_otherwise(page, self._voice)

    def _downloads(self, draft: Draft) -> str:
        """Links to the tables behind a page; pages of one depth with the same tables share them."""
        tables = [(name, self._titles[name]) for name in draft.tables or () if name in self._titles]
        key = (root_of(draft.address), *(name for name, _ in tables))
        if key not in self._loaded:
            self._loaded[key] = self.text(_TABLES, draft.address, tables=tables) if tables else ""
        return self._loaded[key]

    def _told(self, draft: Draft) -> str:
        """What the page tells programs: whole addresses where the site has one, else such as lead there from the page."""
        root = self._web or root_of(self._base + draft.address)
        return linked(draft.told, lambda target: root + ("" if _is_file(target) else self._base) + target, lambda target: root + target)

    def _said_otherwise(self, page: Page, voice: Voice) -> Page:
        """The page in its language's part of the site, what stands around its body in that language."""
        begun = begun_alone if voice.spaced else str
        return replace(
            page,
            address=self._base + page.address,
            lang=voice.lang,
            title=begun(voice.word(page.title)),
            description=begun(voice.word(page.description)),
            body=begun_blocks(page.body) if voice.spaced else page.body,
            parents=tuple(Crumb(begun(voice.word(c.title)), self._base + c.address) for c in page.parents),
            toc=tuple(t._replace(title=begun(voice.word(t.title))) for t in page.toc),
        )

    def _words(self, draft: Draft, body: str) -> str:
        """What the words mean that the page's templates use and the page says, folded; nothing on the home page and on the glossary's own."""
        if self._glossary is None or not draft.address or draft.template == _GLOSSARY:
            return ""
        templates = tuple(dict.fromkeys((draft.template, *(b.template for b in draft.blocks))))
        if templates not in self._used:
            self._used[templates] = self._glossary.within("".join(map(self._said, templates)))
        folded = body if self._voice is None else body.casefold()
        found = tuple(e for e in self._used[templates] if any(name in folded for name in self._names(e)))
        key = (root_of(draft.address), *(e.word for e in found))
        if key not in self._explained:
            self._explained[key] = self.text(_WORDS, draft.address, entries=found) if found else ""
        return self._explained[key]

    def _names(self, entry: Entry) -> tuple[str, ...]:
        """As what a page of the language would say it; Chinese words stand on others' pages too, where a ledger says them."""
        names = (entry.word, *entry.also)
        return names if self._voice is None else (*names, self._voice.word(entry.word).casefold())

    def _said(self, template: str) -> str:
        """The words that a template says itself, its comments apart."""
        try:
            source = self._environment.loader.get_source(self._environment, template)[0] if self._environment.loader else ""
        except TemplateNotFound:
            return ""  # rendering it has said so
        return _COMMENT.sub("", source)

    def _parts(self, draft: Draft) -> Iterator[Markup]:
        """What other kinds contribute, a heading above each theme."""
        for theme, blocks in groupby(draft.blocks, key=lambda b: b.theme):
            if theme is not None:
                yield Markup('<h2 id="{}">{}</h2>').format(theme.id, say(theme.title))
            for b in blocks:
                yield Markup(self.text(b.template, draft.address, it=b.context, page=draft))  # noqa: S704 - a template's output is escaped

    def text(self, template: str, address: str, **context: Any) -> str:
        """A template's output as it would stand on the page at `address`; raises TemplateFaultError where the template is wrong."""
        try:
            link = linker(address, self._base)
            return self._template(template).render(context, link=link, script=lambda name: self._script(name, link))
        except TemplateError as error:
            raise TemplateFaultError(*_where(error, self._dirs), f"{type(error).__name__}: {error}") from error

    def _script(self, name: str, link: Callable[[str], str]) -> Markup:
        """The tag that loads it; its address is made of its bytes, so that an old copy is never used with a new page."""
        if name not in self._addresses:
            path = next((path for d in self._dirs if (path := d / name).is_file()), None)
            if path is None:
                raise TemplateNotFound(name)
            data = path.read_bytes()
            self._addresses[name] = f"assets/{Path(name).stem}.{sha256(data).hexdigest()[:10]}.js"
            self.scripts[self._addresses[name]] = data
        return Markup('<script src="{}" defer></script>').format(link(self._addresses[name]))

    def _template(self, name: str) -> Template:
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(name)
        return found


class TemplateFaultError(Exception):
    """A template cannot be filled: its file, the line, and what Jinja says."""

    def __init__(self, path: Path, line: int, said: str) -> None:
        super().__init__(f"{path}:{line}: {said}")
        self.path, self.line, self.said = path.resolve(), line, said


def _toc(draft: Draft) -> Iterator[Toc]:
    """The headings of the parts, those of a theme below it."""
    for theme, blocks in groupby(draft.blocks, key=lambda b: b.theme):
        if theme is not None:
            yield Toc(theme.title, theme.id)
        yield from (t for b in blocks for t in b.toc)


def _where(error: TemplateError, dirs: tuple[Path, ...]) -> tuple[Path, int]:
    """The innermost template file and line of the error; the first folder, line 0, where none is named."""
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or error.name or dirs[0]), error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if any(Path(f.filename).is_relative_to(d) for d in dirs)]
    return (Path(inside[-1].filename), inside[-1].lineno or 0) if inside else (dirs[0], 0)


def root_of(address: str) -> str:
    """The way from a page up to the site's root: `finance/a/` → `../../`, the home page → `./`."""
    return "../" * address.count("/") or "./"


def base_of(lang: str) -> str:
    """Where the pages of a language stand: Chinese ones at the site's root."""
    return "" if lang == SOURCE else f"{lang}/"


def linker(address: str, base: str = "") -> Callable[[str], str]:
    """A function that makes an address of the site relative to the page at `address`: the site then works under any prefix.

    `base` is the part of the site that holds the page's language: pages link to pages in it; files are there once, for all languages.
    """
    root = root_of(base + address)
    pages = root if not base else root_of(address)

    def link(target: str) -> str:
        if target.startswith("#"):
            return target
        target = target.removeprefix("/")
        return (root if base and _is_file(target) else pages) + target

    return link


def _is_file(target: str) -> bool:
    """`data/x.csv` and not `finance/a/`: a page's address ends in a slash."""
    return "." in target.partition("#")[0].rpartition("/")[2]
