"""The MkDocs plugin without the pipeline: a subclass says where the site comes from (see mingbai.plugin).

It has no `on_startup`: with it MkDocs would keep one plugin object for all configurations of a process.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import InclusionLevel, get_files

from mingbai.pages import Page
from mingbai.site import assets, foreign, gate, headers
from mingbai.site.addresses import check, contained
from mingbai.site.handwritten import as_page, view_of_error, view_of_written
from mingbai.site.indexing import Indexing, Sought
from mingbai.site.model import NO_DAY, Facts, Language, Site, SiteError
from mingbai.site.page import LedgerPage, add_file, add_page
from mingbai.site.sanitise import clean
from mingbai.site.shell import Shell
from mingbai.site.tongues import Tongues
from mingbai.site.unfit import unfit
from mingbai.site.view import Frame, Tab, words
from mingbai.values.days import spoken as in_chinese
from mingbai.values.speech import SOURCE
from mingbai.values.tags import direction, written_in_han
from mingbai.values.text import Text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkPage


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """mkdocs.yml: `plugins: [mingbai]`, nothing to set."""


class SitePlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the finished pages, the shell and our assets; closes its autoescape hole; sanitises hand-written pages."""

    given: Site | None = None
    """The finished site where `build` hands it over; None: ask `make`."""
    _indexing: Indexing | None = None
    serving: ClassVar[bool] = False
    """Whether `mkdocs serve` runs in this process: then a site that cannot be made becomes a page that says why."""

    def make(self, root: Path) -> Site:
        """The finished site of the community at `root`; called once for each build, before MkDocs empties its target."""
        raise NotImplementedError

    def watched(self, root: Path) -> Iterable[Path]:
        """What `mkdocs serve` watches besides content/."""
        raise NotImplementedError

    def theme_dirs(self, root: Path) -> Iterable[Path]:
        """Theme folders, the community's own first."""
        raise NotImplementedError

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).resolve().parent
        self._root = root
        self._themes = [path for path in self.theme_dirs(root) if path.is_dir()]
        standing = [d for d in config.theme.dirs if Path(d) not in self._themes]
        config.theme.dirs[:] = [*(str(d) for d in self._themes), *standing]
        self._lean(config)
        config.watch.extend(str(path) for path in self.watched(root) if str(path) not in config.watch)
        config.use_directory_urls = True
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Everything that can refuse does so here, while the old site still stands."""
        try:
            site = self.make(self._root) if self.given is None else self.given
            files = [f for f in get_files(config) if f.inclusion is not InclusionLevel.EXCLUDED]
            contained((f.abs_src_path for f in files if f.abs_src_path), config.docs_dir)
            check(site.pages, site.files, {f.dest_uri: f.src_uri for f in files})
        except Exception as error:
            if not self.serving:
                raise PluginError(str(error)) from error
            site = _failed(error)
        self._site = site

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in [f for f in files if f.src_uri.startswith(tuple(f"{code}/" for code in self._site.unspoken))]:
            files.remove(file)  # written for a language that the site does not have
        for page in self._site.pages:
            add_page(files, page, config, self._site.as_of)
        for file in files.documentation_pages():
            if _tongue_of(file.src_uri, self._site.languages) and not isinstance(file.page, LedgerPage):
                file.inclusion = InclusionLevel.NOT_IN_NAV  # the twin of a page in the navigation
        self._written = {f.dest_uri: Path(f.abs_src_path) for f in files.documentation_pages() if f.abs_src_path and not isinstance(f.page, LedgerPage)}
        for path, content in self._site.files.items():
            add_file(files, path, content, config)
        self._css, css = assets.bundle(self._themes, "css")
        self._js, js = assets.bundle(self._themes, "js")
        for path, content in headers.files().items():
            add_file(files, path, content, config)
        add_file(files, self._css, css, config)
        add_file(files, self._js, js, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """No date of a page is the clock's: the sitemap says when the data changed, else the day the site speaks of."""
        for file in files.documentation_pages():
            if file.page is not None and not isinstance(file.page, LedgerPage):
                file.page.update_date = self._site.as_of.isoformat()
        self._nav = nav
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        frame = Frame(
            config.site_name,
            config.site_description or "",
            tuple(_tabs(self._nav.items, config.nav)),
            self._css,
            self._js,
            words(self._site.as_of),
            self._site.facts,
            day=None if self._site.as_of == NO_DAY else self._site.as_of,
        )
        base = config.site_url or ""
        base = base and base.rstrip("/") + "/"
        addresses = frozenset((*(p.address for p in self._site.pages), *(f.url.removeprefix("./") for f in files.documentation_pages())))
        tongues = Tongues([(spoken.code, spoken.name) for spoken in self._site.languages], addresses, base)

        def shell(frame: Frame, env: Any, day: Callable[[datetime.date], str] = in_chinese) -> Shell:
            return Shell(lambda name, **c: env.get_template(name).render(config=config, **c), frame, base, tongues, day)

        frame = replace(frame, several=tongues.several)
        self._shell, self._frame = shell(frame, env), frame
        self._shells = {SOURCE: self._shell}
        for spoken in self._site.languages:
            self._shells[spoken.code] = shell(_in(spoken, frame, addresses, self._site.as_of), spoken.environment(env), spoken.day)
        self._indexing = Indexing(self._sought(lang, shell_.frame.base, files) for lang, shell_ in self._shells.items())
        return env

    def on_page_markdown(self, markdown: str, *, page: MkPage, config: MkDocsConfig, files: Files) -> str:
        """A hand-written page in another language is put into the shell of that language, like a generated one."""
        if not isinstance(page, LedgerPage) and _tongue_of(page.file.src_uri, self._site.languages):
            page.meta["template"] = "ledger.html"
        return markdown

    def _sought(self, lang: str, base: str, files: Files) -> Sought:
        """What is searched in a language: all its pages, the hand-written ones too."""
        written = (f.page for f in files.documentation_pages() if f.page is not None and not isinstance(f.page, LedgerPage))
        theirs = (as_page(p) for p in written if (_tongue_of(p.file.src_uri, self._site.languages) or SOURCE) == lang)
        return Sought(base, (*(p for p in self._site.pages if p.lang == lang), *theirs))

    def on_page_content(self, html: str, *, page: MkPage, config: MkDocsConfig, files: Files) -> str:
        return html if isinstance(page, LedgerPage) else clean(html)

    def on_page_context(self, context: Any, *, page: MkPage, config: MkDocsConfig, nav: Navigation) -> Any:
        if isinstance(page, LedgerPage):
            made = page.finished
            return {"finished": _finished(self._shells[made.lang].page(made), made.lang)}
        lang = _tongue_of(page.file.src_uri, self._site.languages)
        written = Path(config.docs_dir).resolve() / page.file.src_uri
        source = written.relative_to(self._root).as_posix() if written.is_relative_to(self._root) else ""
        if not lang:
            return {**context, "site": self._frame, "doc": view_of_written(page, self._shell, source)}
        return {"finished": _finished(self._shells[lang].full(view_of_written(page, self._shells[lang], source)), lang)}

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """The page for addresses that lead nowhere is one for all languages: nobody knows which one was asked for."""
        doc = view_of_error(template_name, context["base_url"], self._frame)
        parts = {s.code: self._shells[s.code].part("partials/lost.html", doc) for s in self._site.languages}
        others = [(s.code, s.name, Markup(parts[s.code]) if written_in_han(s.code) else foreign.marked_part(parts[s.code])) for s in self._site.languages]  # noqa: S704
        return {**context, "site": self._frame, "doc": doc, "others": others}

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The index comes; the compressed sitemap goes: its bytes depend on the machine's zlib. Then the last look at every page (`gate`)."""
        if self._indexing is not None:
            self._indexing.write(Path(config.site_dir))
        Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
        listed = self._site.hosts | {gate.host_of(config.site_url or "")}
        found = tuple(islice(gate.faults(Path(config.site_dir), listed - {""}), _SHOWN))
        if found and not self.serving:
            error = unfit(found, self._root, {**self._written, "": Path(config.config_file_path)})
            raise PluginError(str(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        if self._indexing is not None:
            self._indexing.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        SitePlugin.serving = True
        return server

    def _lean(self, config: MkDocsConfig) -> None:
        """The theme's Jinja with autoescape on (MkDocs' issue 3357), and without a walk over Material's 14,000 icons and scripts."""
        theme: Any = config.theme
        standing, names = type(theme).get_env, assets.static_names(self._themes)

        def get_env() -> Any:
            env: Any = standing(theme)
            env.autoescape = env.trim_blocks = env.lstrip_blocks = True
            env.loader.list_templates = lambda: names
            return env

        theme.get_env = get_env


_SHOWN = 10
"""Faults of finished pages that are told at once: one fault of a template stands on every page."""


def _finished(page: str, lang: str) -> Markup:
    """A page that the shell has escaped; what is Chinese in another language's is marked."""
    return Markup(page if written_in_han(lang) else foreign.marked(page))  # noqa: S704


def _tongue_of(path: str, languages: Iterable[Language]) -> str:
    """The language a hand-written page is in: that of its folder (`en/guide.md`); empty for Chinese."""
    return next((spoken.code for spoken in languages if path.startswith(f"{spoken.code}/")), "")


def _in(spoken: Language, frame: Frame, addresses: AbstractSet[str], as_of: datetime.date) -> Frame:
    """The frame in another language; a tab leads to the page in it, where there is one."""
    base = f"{spoken.code}/"
    tabs = tuple(Tab(spoken.word(t.title), base + t.url if base + t.url in addresses else t.url, t.group and spoken.word(t.group)) for t in frame.tabs)
    name, description = spoken.word(frame.name), spoken.word(frame.description)
    day, way = words(as_of, spoken.day), direction(spoken.code)
    return replace(frame, tabs=tabs, name=name, description=description, lang=spoken.code, base=base, dir=way, as_of=day, share=spoken.share)


def _tabs(items: Sequence[Any], written: Sequence[Any] | None, group: str = "") -> Iterator[Tab]:
    """The navigation's entries; those of a section, and of sections in it, stand in its group. The label is mkdocs.yml's where it gives one."""
    given = [next(iter(one.items())) if isinstance(one, dict) else (None, one) for one in written or [None] * len(items)]
    for item, (label, inside) in zip(items, given, strict=True):
        title = str(label or item.title or "")
        if item.children is not None:
            yield from _tabs(item.children, inside if isinstance(inside, list) else None, group or title)
        elif item.is_page or item.is_link:
            yield Tab(title, item.url, group)


def _failed(error: Exception) -> Site:
    """One page that says why there is no site."""
    text = error.text.zh if isinstance(error, SiteError) else str(error)
    body = f'<aside class="notice notice--late"><p class="notice__title">现在不能生成网站</p><div class="notice__body"><pre>{escape(text)}</pre></div></aside>'
    return Site((Page("", "现在不能生成网站", "", body),), {}, NO_DAY, Facts("", draft=True))
