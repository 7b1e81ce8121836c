"""Run MkDocs over a finished site, in process, into a folder of the caller's choice."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from mingbai.site.model import Site, SiteError
from mingbai.values.text import Text


def build(config_file: Path, target: Path, site: Site) -> str:
    """Write the whole site into `target`, which is emptied first; a pure function of the site, content/, theme and mkdocs.yml.

    Returns:
        The path at which the site will stand, by site_url: `/` or `/village/`.

    Raises:
        SiteError: a template of the community's own theme is wrong, or MkDocs refused, or warned (a warning of MkDocs is a broken link or a page lost): its words are in the text.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from mingbai.site.plugin import SitePlugin

    with _collected() as said:
        try:
            config = load_config(str(config_file), site_dir=str(target), strict=True)
            plugin = next((p for p in config.plugins.values() if isinstance(p, SitePlugin)), None)
            if plugin is None:
                raise SiteError(Text("mkdocs.yml 的 plugins 里没有 mingbai。", "mkdocs.yml does not list mingbai among its plugins."))
            plugin.given = site
            mkdocs_build(config)
        except (MkDocsException, SystemExit) as error:
            raise _own(error) or _refused(said, error) from error
        except Exception as error:
            where = _template(error, config_file.resolve().parent)
            if where is None:
                raise
            what = f"{type(error).__name__}: {error}"
            raise SiteError(Text(f"模板有错：{where}（{what}）", f"a template is wrong: {where} ({what})")) from error
    path = urlsplit(config.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def _own(error: BaseException | None) -> SiteError | None:
    """The SiteError of ours that MkDocs has wrapped, where there is one."""
    while error is not None and not isinstance(error, SiteError):
        error = error.__cause__ or error.__context__
    return error


def _template(error: Exception, root: Path) -> str | None:
    """The community's own theme template that an exception comes from, and its line; None: it comes from elsewhere."""
    frames = [(f.filename, f.lineno or 0) for f in traceback.extract_tb(error.__traceback__)]
    filename, line = getattr(error, "filename", None), getattr(error, "lineno", 0)  # of one that could not even be read
    places = [*frames, *([(filename, line)] if isinstance(filename, str) else [])]
    own = [(Path(name), line) for name, line in places if Path(name).is_relative_to(root / "site_templates")]
    return f"{own[-1][0].relative_to(root).as_posix()}:{own[-1][1]}" if own else None


def _refused(said: list[str], error: BaseException) -> SiteError:
    words = "\n".join(dict.fromkeys(said)) or str(error)
    return SiteError(
        Text(
            f"生成网站时发现问题。多半是 content/ 里的页面没有写进 mkdocs.yml 的 nav，或者链接指向不存在的页面。MkDocs 的原话：\n{words}",
            f"MkDocs reported (most often a page of content/ missing from nav in mkdocs.yml, or a link that leads nowhere):\n{words}",
        )
    )


@contextmanager
def _collected() -> Iterator[list[str]]:
    """What MkDocs warns of, kept from the terminal: aborting it raises SystemExit without a word."""
    said: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    log, handler = logging.getLogger("mkdocs"), Collect(logging.WARNING)
    propagate, level = log.propagate, log.level
    log.propagate = False
    log.setLevel(logging.WARNING)
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)
        log.propagate = propagate
        log.setLevel(level)
