"""Addresses: how they become MkDocs' source names, and that no two pages or files want the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mingbai.pages import Page
from mingbai.site.model import SiteError
from mingbai.values.text import Text

_ADDRESS = re.compile(r"(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
_FILE = re.compile(r"(?:[A-Za-z0-9._~-]+/)*[A-Za-z0-9._~-]+")


def source_uri(address: str, base: str = "") -> str:
    """`finance/a/2026-03/` → `finance/a/2026-03.md`; `finance/` → `finance/index.md`: for MkDocs only an .md file is a page.

    Below `base`, the part of a language (`en/`), as at the root: a translated page keeps its links as they were written.
    """
    trimmed = address.removeprefix(base).rstrip("/")
    return base + (f"{trimmed}.md" if "/" in trimmed else f"{trimmed}/index.md" if trimmed else "index.md")


def check(pages: Iterable[Page], files: Iterable[str], written: Mapping[str, str]) -> None:
    """Every address is well-formed and taken once (letter case apart, for disks that ignore it), every crumb leads to a page.

    Args:
        files: the paths of generated files.
        written: what hand-written files become: path in the site → path in content/.

    Raises:
        SiteError: the first problem found.
    """
    taken = {path.casefold(): f"content/{source}" for path, source in written.items()}
    homes = set(written)
    crumbs: dict[str, str] = {}
    for page in pages:
        _well_formed(_ADDRESS, page.address)
        if page.address.casefold().endswith(("/index/", "/readme/")) or page.address.casefold() in ("index/", "readme/"):
            raise SiteError(Text(f"页面地址不能以 index 或 README 结尾：{page.address}", f"an address cannot end in index or README: {page.address}"))
        path = f"{page.address}index.html"
        _take(taken, path, f"“{page.title}”")
        homes.add(path)
        crumbs |= dict.fromkeys((crumb.address for crumb in page.parents), page.address)
    for path in files:
        _well_formed(_FILE, path)
        _take(taken, path, path)
    for crumb, address in crumbs.items():
        if f"{crumb}index.html" not in homes:
            raise SiteError(Text(f"页面 {address} 的上级页面不存在：{crumb}", f"the page above {address} does not exist: {crumb}"))


def contained(sources: Iterable[str], folder: str) -> None:
    """Every source lies in the folder: a link in content/ that leads out of it would publish a file of the machine's.

    Raises:
        SiteError: the first one that does not.
    """
    home = Path(folder).resolve()
    for source in sources:
        if not Path(source).resolve().is_relative_to(home):
            name = Path(source).relative_to(folder).as_posix()
            raise SiteError(Text(f"content/{name} 是指向外面的链接，不能公布", f"content/{name} is a link that leads out of content/"))


def _take(taken: dict[str, str], path: str, owner: str) -> None:
    other = taken.setdefault(path.casefold(), owner)
    if other is not owner:
        place = path.removesuffix("index.html") or "首页"
        raise SiteError(
            Text(
                f"同一个地址 {place} 有两个页面：{other} 和 {owner}。请改名或删去其中一个。",
                f"two pages want the same address {place}: {other} and {owner}; rename or remove one of them.",
            )
        )


def _well_formed(pattern: re.Pattern[str], path: str) -> None:
    if not pattern.fullmatch(path) or ".." in path.split("/"):
        raise SiteError(
            Text(f"地址只能用英文字母、数字、连字符和斜杠：{path!r}", f"an address is made of ASCII letters, digits, hyphens and slashes: {path!r}")
        )
