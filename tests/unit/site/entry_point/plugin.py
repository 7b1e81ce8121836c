"""The smallest plugin on SitePlugin, found by MkDocs through the entry point beside this file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from mingbai.pages import Crumb, Page, Toc
from mingbai.site import Facts, Site
from mingbai.site.plugin import SitePlugin

ENTRY_POINT = Path(__file__).resolve().parent
THEME = ENTRY_POINT.parents[3] / "site_templates" / "theme"


class Plugin(SitePlugin):
    """Makes `some_site()`, unless a file named `broken` lies in the root."""

    def make(self, root: Path) -> Site:
        if (root / "broken").exists():
            raise ValueError("台账有 <错误>")
        return some_site()

    def watched(self, root: Path) -> Iterable[Path]:
        return [root / "ledgers"]

    def theme_dirs(self, root: Path) -> Iterable[Path]:
        return [root / "site_templates" / "theme", THEME]


FINANCE, BOOK = Crumb("财务公开", "finance/"), Crumb("居委会账 <1>", "finance/committee/")
TOC = (Toc("收支 & 明细", "lines"), Toc("核对", "bank", 3))


def some_site(*, draft: bool = False, fictitious: bool = False) -> Site:
    """Pages of every shape: with and without crumbs, contents, date, description; each title a trap for escaping."""
    day = datetime.date(2026, 3, 31)
    pages = [
        Page("", "春和 & 明白", "首页的一句话", "<p>home</p>", (), day),
        Page("finance/", "财务 <公开>", "", "<p>section</p>"),
        Page("finance/committee/", "居委会账 <1>", '"引号"', "<p>book</p>", (FINANCE,), day, TOC),
        Page("other/", "不在导航里", "x", "<p>other</p>"),
    ]
    for month in range(1, 13):
        parents = (FINANCE, BOOK)
        body = f'<h2 id="lines">明细</h2><p>{month} &lt;b&gt; \\1 {{{{ x }}}}</p>'
        address = f"finance/committee/2026/{month:02}/"
        pages.append(Page(address, f"2026年{month}月 <script>", f"'{month}' & \"x\"", body, parents, day, TOC))
        pages.append(Page(f"finance/committee/2025/{month:02}/", f"2025年{month}月", "", body, parents, None, TOC[:1]))
    return Site(
        tuple(pages),
        {"data/lines.csv": b"a,b\r\n"},
        datetime.date(2026, 11, 10),
        Facts("春和社区居民委员会", ("示例省", "<市>"), draft=draft, fictitious=fictitious),
    )
