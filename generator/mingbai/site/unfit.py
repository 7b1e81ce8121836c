"""Why a finished site is not published: what the gate found, where a person finds it, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

from mingbai.site.gate import Fault
from mingbai.site.model import SiteError
from mingbai.values.text import Text

_SHEET = "site_templates/"


def unfit(found: Sequence[Fault], root: Path, written: Mapping[str, Path]) -> SiteError:
    """The refusal of a site with these faults.

    Args:
        found: the faults, at least one.
        root: the community's folder; places are said from there.
        written: what people wrote, by the page made of it; at "" the file that stands behind every page (mkdocs.yml).
    """
    links = list(dict.fromkeys(_link(f, root, written) for f in found if f.host))
    others = [Text(f"{f.page}:{f.line} {f.what.zh}", f"{f.page}:{f.line} {f.what.en}") for f in found if not f.host]
    parts = []
    if others:
        parts.append(
            Text(
                f"网页里有不该有的东西，没有发布；多半是自己的模板（{_SHEET}）：{_lines(t.zh for t in others)}",
                f"pages hold what must not be published, most often from a template of your own ({_SHEET}):{_lines(t.en for t in others)}",
            )
        )
    if links:
        parts.append(
            Text(
                f"网页里有链接，通往没有登记的网站，没有发布（详见 mingbai explain COM103）：{_lines(t.zh for t in links)}",
                f"pages link to hosts that are not listed; nothing was published (see mingbai explain COM103):{_lines(t.en for t in links)}",
            )
        )
    return SiteError(Text("\n".join(p.zh for p in parts), "\n".join(p.en for p in parts)))


def _lines(texts: Iterator[str]) -> str:
    return "".join(f"\n  {text}" for text in texts)


def _link(fault: Fault, root: Path, written: Mapping[str, Path]) -> Text:
    """Where the link was written, if that can be found, else where it stands, and the remedy."""
    files = [written[page] for page in (fault.page, "") if page in written]
    place = next((place for file in files if (place := _place(file, fault.host, root))), f"{fault.page}:{fault.line}")
    return Text(
        f"{place} COM103 {fault.what.zh}。确实要链接，就在 community.yml 的“外链”里写上 {fault.host}；否则删掉这个链接。",
        f"{place} COM103 {fault.what.en}. List {fault.host} under “links” in community.yml, or delete the link.",
    )


def _place(file: Path, host: str, root: Path) -> str:
    """`content/guide.md:12`, the first line that names the host, however it is spelled there; empty where none does."""
    lines = file.read_text("utf-8", "replace").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if host in unescape(text).replace("\\", "").lower()), 0)
    name = file.resolve()
    return f"{name.relative_to(root).as_posix() if name.is_relative_to(root) else file.name}:{line}" if line else ""
