"""COM: hand-written pages: personal data, hosts nobody listed, pictures from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mingbai.checking.personal import scan, span_of
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.values.text import Text

UNLISTED = Code(
    "COM103",
    Severity.ERROR,
    Text("链接到没有登记的网站", "a link to a host that is not listed"),
    Text("“{host}”不在 community.yml 的“外链”里", "“{host}” is not under “links” in community.yml"),
    Text(
        "确实要链接，就在 community.yml 的“外链”里写上 {host}；否则删掉这个链接。", "List {host} under “links” in community.yml, or delete the link."
    ),
    Text(
        "居民从公开页面点出去到哪里，要事先登记，不能被悄悄改到别处。",
        "Where residents are led from a public page is settled beforehand and cannot be changed in passing.",
    ),
)
FOREIGN_PICTURE = Code(
    "COM104",
    Severity.ERROR,
    Text("图片来自别的网站", "a picture from another host"),
    Text("图片在“{host}”上", "the picture lies on “{host}”"),
    Text("把图片放进 content/ 文件夹，再写相对地址。", "Put the picture into content/ and give its relative address."),
    Text(
        "公开的页面不向别的网站要任何东西：打得开、查得到，也不把访问的人告诉别人。",
        "A public page asks nothing of another host: it opens everywhere and tells nobody who reads it.",
    ),
)
CODES = (UNLISTED, FOREIGN_PICTURE)

_ADDRESS = re.compile(
    r"(?P<picture>!\[[^\]\n]*\]\(\s*<?|<img[^>\n]*?src\s*=\s*[\"']?)?(?:https?:|(?<=[(<\"'=]))//(?P<host>[^\s/)>\"'\]?#]+)", re.IGNORECASE
)


def handwritten(folder: Path, root: Path, listed: frozenset[str]) -> Iterator[Diagnostic]:
    """Findings in every Markdown page below `folder`, with paths relative to `root`; `listed` are the hosts that may be linked to."""
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text("utf-8-sig", "replace").replace("\r\n", "\n")
        path = page.relative_to(root).as_posix()
        yield from scan(text, path)
        for found in _ADDRESS.finditer(text):
            host = found["host"].rpartition("@")[2].lower()
            place = Place(path, span=span_of(text, found.start("host"), found.end("host")))
            if found["picture"]:
                yield FOREIGN_PICTURE.at(place, host=host)
            elif host not in listed:
                yield UNLISTED.at(place, host=host)


def hosts(links: tuple[str, ...], web: str | None) -> frozenset[str]:
    """The hosts a community lists, and its own."""
    own = urlsplit(web).netloc if web else ""
    return frozenset(link.lower() for link in (*links, own) if link)
