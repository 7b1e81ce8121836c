"""Chinese in pages of another language: marked as Chinese, so that it is read aloud, broken and drawn as Chinese (WCAG 3.1.2).

Ledgers speak Chinese in every language of the site. What of a page is theirs nobody need say template by template: in a page
of another language everything written in Chinese characters is. An element that holds nothing else is marked itself, Chinese
inside a sentence gets an element of its own. What stands in attributes cannot be marked.
"""

from __future__ import annotations

import re
from functools import partial

from markupsafe import Markup

_LANG = ' lang="zh-CN"'
_CHINESE_OF_A_KIND = ' lang="zh'
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_MARKS = "\u3000-\u303f\uff00-\uffef"
_BODY = re.compile(r"<body\b[^>]*>")
_LEAF = re.compile(r"<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>((?:[^<]|<br>)+)</\1>")
"""An element with nothing but text and line breaks in it."""
_TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
_CHINESE = re.compile(f"[{_HAN}]")
_OTHER_WORD = re.compile(r"(?<![&\w])[A-Za-z][a-z]+")
"""A word of another language: `Fund`, not `A4`, `CSV` or `&amp;`."""
_RUN = re.compile(rf"[{_MARKS}]*[{_HAN}][{_HAN}{_MARKS}]*(?:[0-9A-Z .,%/+×:()“”‘’—…·-]{{1,12}}[{_MARKS}]*[{_HAN}][{_HAN}{_MARKS}]*)*")
"""Chinese, with the figures and capitals inside it."""
_LABELLED = re.compile(r"\s(?:data-label|aria-label|title|alt)=")
_CHOSEN = frozenset({"option", "textarea"})
_BARE = _CHOSEN | {"title", "desc"}
"""Elements that hold text and no element. What is chosen is a name; the title of a drawing is a sentence of the page and stays in its language."""


def marked(page: str) -> str:
    """The page with its Chinese marked; what has a language already keeps it."""
    begins = _BODY.search(page)
    if begins is None or _CHINESE.search(page, begins.end()) is None:
        return page
    return page[: begins.end()] + _runs(_LEAF.sub(_leaf, page[begins.end() :]))


def marked_part(html: str) -> Markup:
    """The same of a part of a page, finished HTML."""
    return Markup(_runs(_LEAF.sub(_leaf, html)))  # noqa: S704


def _leaf(found: re.Match[str]) -> str:
    """The element marked where all it holds is Chinese and it says nothing else in its attributes."""
    name, attributes, text = found[1], found[2], found[3]
    if _CHINESE.search(text) is None or " lang=" in attributes or _LABELLED.search(attributes):
        return found[0]
    return found[0] if name not in _CHOSEN and _OTHER_WORD.search(text.replace("<br>", " ")) else f"<{name}{attributes}{_LANG}>{text}</{name}>"


def _runs(body: str) -> str:
    """Chinese that no element is marked for, each stretch in an element of its own."""
    pieces = _TAG.split(body)
    closing = ""  # of the innermost element that has a language or can hold none
    drawn = False  # inside a drawing, where a stretch of text is a tspan
    for n in range(1, len(pieces), 2):
        tag, text = pieces[n], pieces[n + 1]
        name = tag[1:].split(" ", 1)[0].rstrip(">")
        if tag.startswith(("<svg", "</svg")):
            drawn = tag[1] != "/"
        if closing:
            closing = "" if tag == closing else closing
        elif _CHINESE_OF_A_KIND in tag or name in _BARE:
            closing = f"</{name}>"
        if not closing and _CHINESE.search(text):
            pieces[n + 1] = _RUN.sub(partial(_wrapped, "tspan" if drawn else "span"), text)
    return "".join(pieces)


def _wrapped(element: str, found: re.Match[str]) -> str:
    return f"<{element}{_LANG}>{found[0]}</{element}>"
