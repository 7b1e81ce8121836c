"""From the public view of the books to the finished site: its pages in every language, its files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from mingbai.aside import aside
from mingbai.diagnostics import Diagnostic
from mingbai.kind import Kind, View
from mingbai.packs import Glossary
from mingbai.packs.english import english
from mingbai.packs.tags import in_english
from mingbai.pages import Block, Dataset, Draft, Page, Theme
from mingbai.rendering import Renderer, TemplateFaultError, agenda, csv_bytes, feeds, json_bytes, small_json, template_dirs
from mingbai.rendering.archives import ARCHIVE, COLUMNS, DATABASE, columns_bytes, sized, zip_bytes
from mingbai.rendering.databases import lies_on_site, sqlite_bytes
from mingbai.rendering.grounds import PAGE, Grounds
from mingbai.rendering.identities import identified
from mingbai.rendering.languages import languages, voice_of
from mingbai.rendering.newest import dated
from mingbai.rendering.overview import overview
from mingbai.rendering.packages import package_bytes
from mingbai.rendering.renderer import base_of
from mingbai.rendering.spoken import SpokenEnvironment
from mingbai.rendering.workbooks import on_site, xlsx_bytes
from mingbai.searching import listing
from mingbai.site import Facts, Language, Site, SiteError
from mingbai.values.days import spoken as spoken_day
from mingbai.values.licences import Licence
from mingbai.values.speech import Voice, base, speaking
from mingbai.values.text import Text

TEMPLATES = "site_templates"
LEDGERS = "ledgers/"
_FIRST = 100
"""Parts without a theme stand before those with one where their weight is below this, else after them."""


Data = Mapping[str, tuple[Dataset, ...]]
"""The tables by the name of their kind."""
_MANY = 60
"""So many pages are worth a copy of the process that makes half of them."""


class Made(NamedTuple):
    """The site in one language, and what its files are written from."""

    seen: View
    pages: tuple[Page, ...]
    beside: dict[str, bytes]
    scripts: dict[str, bytes]


@dataclass(frozen=True)
class Making:
    """What a site is made from.

    Attributes:
        look: the public view of the books, anew each time: what is derived from it holds words of one language.
        unfit: the errors that a draft shows.
        web: the address of the site, ending in a slash; empty where there is none yet.
    """

    root: Path
    look: Callable[[], View]
    about: Facts
    words: Glossary
    unfit: tuple[Diagnostic, ...]
    web: str
    draft: bool

    def site(self, asked: Iterable[str]) -> Site:
        """Pages in Chinese and in every language `asked` for that there is a catalogue of; files are there once."""
        seen, data = self._seen(None)
        day, name = seen.books.as_of, self.about.name
        told = in_english() | english((*seen.books.law.records, *self.words.entries))
        voices = [voice_of(code, told) for code in asked if code in languages()]
        with aside(partial(_tables, [t for tables in data.values() for t in tables], name, self.web, day, self.about.licence)) as tables:
            chinese = self._made(None, seen, data)
            others = [self._made(voice, *self._seen(voice)) for voice in voices]
            files = tables()
        finished = tuple(_sized(page, files) for made in (chinese, *others) for page in made.pages)
        for made, voice in zip((chinese, *others), (None, *voices), strict=True):
            files |= made.beside | made.scripts
            with speaking(voice):
                files[base() + agenda.CALENDAR] = feeds.calendar_bytes(made.seen.derived(agenda.ahead), name, self.web, day)
                files[base() + agenda.FEED] = feeds.atom_bytes(made.seen.derived(agenda.news), name, self.web, day, agenda.FEED)
        spoken = tuple(Language(v.lang, v.name, v.word, partial(_day, v), partial(SpokenEnvironment.of, voice=v), v.share) for v in voices)
        unspoken = tuple(code for code in languages() if code not in {v.lang for v in voices})
        return Site(finished, files, day, self.about, spoken, unspoken=unspoken)

    def _seen(self, voice: Voice | None) -> tuple[View, Data]:
        """What may be published, and the tables of it, in the words of a language."""
        with speaking(voice):
            seen = self.look()
            return seen, {k.name: tuple(map(identified, k.datasets(seen))) for k in seen.kinds}

    def _made(self, voice: Voice | None, seen: View, data: Data) -> Made:
        with speaking(voice):
            drafts = [
                *overview(seen, seen.kinds, data, self.about.name, self.words, self.unfit, self.about.licence),
                *(d for k in seen.kinds for d in _of(k, seen, data[k.name])),
            ]
            drafts = list(_with_parts(_first(drafts) if self.draft else drafts, seen))
            grounds = Grounds(seen.books.law.cited()) if any(d.address == PAGE for d in drafts) else None
            titles = {t.name: t.title for tables in data.values() for t in tables if t.rows}
            renderer = Renderer(template_dirs(self.root), self.words, voice, grounds, self.web, titles)
            pages = self._pages(renderer, drafts)
            listed = self._pages(renderer, list(listing(pages, base_of(voice.lang) if voice else "")))
        beside = {f"{p.address}{name}": small_json(value) for d, p in zip(drafts, pages, strict=True) for name, value in d.beside}
        return Made(seen, (*pages, *listed), beside, renderer.scripts)

    def _pages(self, renderer: Renderer, drafts: Sequence[Draft]) -> tuple[Page, ...]:
        """Every other one is made aside: neighbours cost the same."""
        if len(drafts) < _MANY:
            return self._rendered(renderer, drafts)[0]
        with aside(partial(self._rendered, renderer, drafts[1::2])) as second:
            first, _ = self._rendered(renderer, drafts[::2])
            others, scripts = second()
        renderer.scripts |= scripts
        return tuple(page for pair in zip_longest(first, others) for page in pair if page is not None)

    def _rendered(self, renderer: Renderer, drafts: Sequence[Draft]) -> tuple[tuple[Page, ...], dict[str, bytes]]:
        """The pages, and the scripts they load."""
        try:
            return tuple(map(renderer.page, drafts)), renderer.scripts
        except TemplateFaultError as fault:
            if not fault.path.is_relative_to(self.root.resolve() / TEMPLATES):
                raise  # a template of ours
            where = f"{fault.path.relative_to(self.root.resolve()).as_posix()}:{fault.line}"
            raise SiteError(Text(f"模板有错：{where}（{fault.said}）", f"a template is wrong: {where} ({fault.said})")) from fault


def _of(kind: Kind, seen: View, tables: Iterable[Dataset]) -> Iterator[Draft]:
    """The drafts of a kind; of those that do not say so themselves: what they are made from, the tables behind them."""
    source, names = _home(kind), tuple(t.name for t in tables)
    standing = seen.derived(_standing)
    for one in kind.drafts(seen):
        yield replace(
            one,
            source=_there(source if one.source is None else one.source, standing),
            tables=names if one.tables is None else one.tables,
        )


def _home(kind: Kind) -> str:
    """The narrowest folder in which all files of a kind belong, or the one file it has."""
    if len(kind.shapes) == 1 and "{" not in kind.shapes[0].path:
        return LEDGERS + kind.shapes[0].path
    parents = [shape.path.partition("{")[0].rpartition("/")[0].split("/") for shape in kind.shapes]
    shared = takewhile(lambda same: len(set(same)) == 1, zip(*parents, strict=False))
    return LEDGERS + "".join(f"{part[0]}/" for part in shared if part[0])


def _standing(seen: View) -> frozenset[str]:
    """Every file of the ledgers and every folder that holds one, folders with their slash."""
    paths = [f.path for f in seen.books.filed]
    return frozenset((*paths, *(f"{'/'.join(parts[:n])}/" for p in paths for parts in [p.split("/")] for n in range(1, len(parts)))))


def _there(source: str, standing: AbstractSet[str]) -> str:
    """The file or folder, or the nearest folder above that there is: of what nobody has written yet nothing has changed."""
    while source and source not in standing:
        source = source.rstrip("/").rpartition("/")[0]
        source = source and f"{source}/"
    return source


def _tables(tables: Sequence[Dataset], name: str, web: str, day: datetime.date, licence: Licence | None) -> dict[str, bytes]:
    """The files of all tables, by their path."""
    forms = (("csv", csv_bytes), ("json", json_bytes))
    files = {f"data/{t.name}.{form}": write(t) for t in tables for form, write in forms}
    files |= {path: data for t in tables for path, data in _by_page(t)}
    files |= {f"data/{t.name}.xlsx": xlsx_bytes([t], day) for t in tables if on_site(t)}
    files["data/datapackage.json"] = package_bytes(((t, files[f"data/{t.name}.csv"]) for t in tables), name, web, day, licence)
    packed = {f"{t.name}.csv": files[f"data/{t.name}.csv"] for t in tables}
    described = {"datapackage.json": files["data/datapackage.json"], COLUMNS: columns_bytes(tables)}
    files[ARCHIVE] = zip_bytes(described | packed, day)
    if lies_on_site(sum(len(t.rows) for t in tables)):
        files[DATABASE] = sqlite_bytes(tables, name, web, day)
    return files


def _by_page(table: Dataset) -> Iterator[tuple[str, bytes]]:
    """The rows that each page shows, as CSV beside it, in the order and with the columns of the whole table."""
    if table.page is None:
        return
    shown: dict[str, list[tuple[Any, ...]]] = {}
    for row in table.rows:
        shown.setdefault(table.page(row), []).append(row)
    name = table.name.rpartition("-")[2]
    for address, rows in shown.items():
        yield f"{address}{name}.csv", csv_bytes(replace(table, rows=rows))


def _sized(page: Page, files: Mapping[str, bytes]) -> Page:
    """A page of tables with the sizes of the files that were made while it was."""
    return replace(page, body=sized(page.body, files)) if "data/" in page.address else page


def _day(voice: Voice, day: datetime.date) -> str:
    with speaking(voice):
        return spoken_day(day)


def _first(drafts: Iterable[Draft]) -> Iterable[Draft]:
    """The first page of each address: files with errors may claim one twice (a month copied, its 期间 left as it was)."""
    standing: dict[str, Draft] = {}
    for one in drafts:
        standing.setdefault(one.address, one)
    return standing.values()


def _order_of(block: Block) -> tuple[int, int, str]:
    theme = list(Theme).index(block.theme) + 1 if block.theme else 0 if block.weight < _FIRST else len(Theme) + 1
    return theme, block.weight, block.template


def _with_parts(drafts: Iterable[Draft], seen: View) -> Iterator[Draft]:
    """The drafts with what other kinds contribute to them, and the newest day of it all. Raises LookupError for a part whose page does not exist: a kind is wrong."""
    parts: dict[str, list[Block]] = {}
    for address, block in (part for kind in seen.kinds for part in kind.parts(seen)):
        parts.setdefault(address, []).append(block)
    for one in drafts:
        blocks = sorted(parts.pop(one.address, ()), key=_order_of)
        yield dated(replace(one, blocks=tuple(blocks)) if blocks else one, seen)
    if nowhere := sorted(address for address, blocks in parts.items() if not all(b.spare for b in blocks)):
        raise LookupError(f"parts for pages that do not exist: {nowhere}")
