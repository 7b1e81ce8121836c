"""COM: what content/ brings to the site: personal data, hosts nobody listed, pictures from elsewhere, what acts, pages that are not checked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

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
NO_DAY = Code(
    "COM066",
    Severity.ERROR,
    Text("手写页面的更新日期写得不对", "the head of a page does not say a day"),
    Text("“{typed}”不是日期，页面下面显示不出什么时候更新过", "“{typed}” is no day; the page could not say when it was last gone over"),
    Text("写成 更新: 2026-03-01；不知道就删掉这一行。", "Write it as 2026-03-01, or delete the line."),
    Text(
        "手写的页面不是从台账来的，什么时候核对过只有写的人知道，写在页面开头的两行 --- 之间。",
        "A hand-written page comes from no ledger: only its writer knows when it was last gone over, and says so between the two --- at its head.",
    ),
)
CODES = (UNLISTED, FOREIGN_PICTURE, UNCHECKED, ACTING, NO_DAY)

_PAGES = frozenset((".md", ".markdown", ".mdown", ".mkdn", ".mkd"))
"""What MkDocs makes pages of."""
_TEXTS = frozenset((".txt", ".csv", ".tsv", ".json", ".xml", ".yml", ".yaml"))
"""What it copies and people read."""
_ACTIVE = frozenset((".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs"))
"""What it copies and browsers run."""
_HEAD = re.compile(r"---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_UPDATED = re.compile(r"^(?:更新|updated)[ \t]*:[ \t]*([^\n]*?)[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
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
                yield from _day(text, path)


def text_of(file: Path) -> str:
    """The words of a file; what people save in GB18030 is read as that."""
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return text.replace("\r\n", "\n")


def _day(text: str, path: str) -> Iterator[Diagnostic]:
    """What stands in the head of a page under 更新 and is no day."""
    head = _HEAD.match(text)
    said = _UPDATED.search(head[0]) if head else None
    if said is not None and not _is_day(said[1]):
        yield NO_DAY.at(Place(path, span=span_of(text, said.start(1), said.end(1))), typed=said[1])


def _is_day(typed: str) -> bool:
    try:
        return len(typed) == 10 and bool(datetime.date.fromisoformat(typed))
    except ValueError:
        return False


def _addresses(text: str, path: str, listed: frozenset[str]) -> Iterator[Diagnostic]:
    for found in _ADDRESS.finditer(text):
        host = found["host"].rpartition("@")[2].lower()
        place = Place(path, span=span_of(text, found.start("host"), found.end("host")))
        if found["picture"]:
            yield FOREIGN_PICTURE.at(place, host=host)
        elif host not in listed:
            yield UNLISTED.at(place, host=host)
