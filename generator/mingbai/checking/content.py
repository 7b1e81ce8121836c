"""COM: what content/ brings to the site: personal data, hosts nobody listed, pictures from elsewhere, what acts, pages that are not checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from mingbai.checking.acting import ACTING, acting
from mingbai.checking.personal import scan, span_of
from mingbai.diagnostics import Code, Diagnostic, Place, Severity, Span
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
UNCHECKED = Code(
    "COM105",
    Severity.ERROR,
    Text("content/ 里有网页或脚本文件", "a web page or script in content/"),
    Text("{name} 会原样放上网站，里面写了什么没有检查", "{name} would go to the site as it is, and nothing checks what it does"),
    Text("把内容写成 .md 文件；不要的就删掉。", "Write its content as an .md file, or delete it."),
    Text(
        "手写的页面先去掉脚本、再核对链接和个人信息；直接放进去的网页绕过了这些。",
        "Hand-written pages lose their scripts and have their links and personal data checked; a finished web page passes all that by.",
    ),
)
CODES = (UNLISTED, FOREIGN_PICTURE, UNCHECKED, ACTING)

_PAGES = frozenset((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))
"""What MkDocs makes pages of."""
_TEXTS = frozenset((".txt", ".csv", ".tsv", ".json", ".xml", ".yml", ".yaml"))
"""What it copies and people read."""
_ACTIVE = frozenset((".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs"))
"""What it copies and browsers run."""
_ADDRESS = re.compile(
    r"(?P<picture>!\[[^\]\n]*\]\(\s*<?|<img[^>\n]*?src\s*=\s*[\"']?)?(?:https?:|(?<=[(<\"'=])|\]:[ \t]*<?)//(?P<host>[^\s/)>\"'\]?#]+)",
    re.IGNORECASE,
)


def handwritten(folder: Path, root: Path, listed: frozenset[str]) -> Iterator[Diagnostic]:
    """Findings in every file below `folder`, with paths relative to `root`; `listed` are the hosts that may be linked to."""
    for file in sorted(folder.rglob("*")):
        kind, path = file.suffix.lower(), file.relative_to(root).as_posix()
        if not file.is_file() or any(part.startswith(".") for part in file.relative_to(folder).parts):
            continue  # MkDocs leaves hidden files out
        if kind in _ACTIVE:
            yield UNCHECKED.at(Place(path, span=Span(1, 1, 1, 1)), name=file.name)
        elif kind in _PAGES or kind in _TEXTS:
            text = text_of(file)
            yield from scan(text, path)
            if kind in _PAGES:
                yield from _addresses(text, path, listed)
                yield from acting(text, path)


def text_of(file: Path) -> str:
    """The words of a file; what people save in GB18030 is read as that."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return text.replace("\r\n", "\n")


def _addresses(text: str, path: str, listed: frozenset[str]) -> Iterator[Diagnostic]:
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
