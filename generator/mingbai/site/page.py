"""A finished page in MkDocs' clothes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import TableOfContents

from mingbai.site.addresses import source_uri
from mingbai.values.speech import SOURCE

if TYPE_CHECKING:
    import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mingbai.pages import Page

_IDS = re.compile(r'\sid="([^"]+)"')


class LedgerPage(MkPage):
    """Its HTML is finished: nothing is read and no Markdown runs."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, as_of: datetime.date) -> None:
        super().__init__(page.title, file, config)
        self.finished = page
        self.update_date = (page.updated or as_of).isoformat()  # <lastmod> of the sitemap

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        self.meta = {"template": "ledger.html", "description": self.finished.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.finished.body
        self.toc = TableOfContents([])
        self.links_to_anchors = {}

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # only pages that content/*.md links into are searched
        """The ids links from hand-written pages may point at."""
        return set(_IDS.findall(self.finished.body)) | {entry.id for entry in self.finished.toc}


def add_page(files: Files, page: Page, config: MkDocsConfig, as_of: datetime.date) -> None:
    """Add one finished page to MkDocs' files, outside the navigation: its cost does not grow with the number of pages."""
    file = File.generated(config, source_uri(page.address, "" if page.lang == SOURCE else f"{page.lang}/"), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if (standing := files.get_file_from_path(file.src_uri)) is not None:  # the page of findings replaces a hand-written home
        files.remove(standing)
    files.append(file)
    LedgerPage(page, file, config, as_of)


def add_file(files: Files, path: str, content: bytes, config: MkDocsConfig) -> None:
    """Add one finished file; links from content/*.md to it are then known to MkDocs."""
    if (standing := files.get_file_from_path(path)) is not None:
        files.remove(standing)
    files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
