"""The cells of long tables as functions: a page has hundreds of them, and a Jinja macro costs several times as much.

Templates reach them through macros.html (`m.td`, `m.money` …); text is escaped here. Labels repeat on every line, so
their escaped form is kept; `_safe` makes Markup without the detour of its Python-level constructor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup, escape

from mingbai.rendering.filters import NONE, url, yuan

_safe: Callable[[str], Markup] = partial(str.__new__, Markup)


def td(label: str, text: Any) -> Markup:
    """A cell with the label it wears on a phone; an empty value is a dash."""
    return _safe(f"{_opening(label, '')}{NONE if text is None or text == '' else _escaped(text) if label == _DAY else _whole(text)}</td>")


def long(label: str, text: Any) -> Markup:
    """A cell for text that may be long: on a phone its label stands beside it while it is short, above it when it is not."""
    if text is None or text == "":
        return _safe(f"{_opening(label, 'none')}{NONE}</td>")
    return _safe(f"{_opening(label, 'long' if _is_long(text) else '')}{_whole(text)}</td>")


def lead(text: Any, href: str = "") -> Markup:
    """The cell that is the row's title on a phone."""
    linked = f'<a href="{escape(url(href))}">{_whole(text)}</a>' if href else _whole(text)
    return _safe(f'<td class="lead">{linked}</td>')


def money(label: str, fen: int | None, sign: bool = False, href: str = "") -> Markup:
    """An amount, right-aligned, red below nothing; `sign`: a change, with + or −, and less is not red, for it is no deficit; `href`: where its lines are."""
    if fen is None:
        return _nothing(label)
    said = f"{'+' if sign and fen > 0 else ''}{yuan(fen)}"
    if href:
        said = f'<a href="{escape(url(href))}">{said}</a>'
    return _safe(f"{_opening(label, 'num minus' if fen < 0 and not sign else 'num')}{said}</td>")


def number(label: str, n: int | None, unit: str = "") -> Markup:
    """A count, right-aligned, with its unit."""
    if n is None:
        return _nothing(label)
    return _safe(f"{_opening(label, 'num')}{n}{f' {escape(unit)}' if unit else ''}</td>")


def unit(n: Any, words: str) -> Markup:
    """The unit that follows a figure; other languages write a blank before it, and one of it differently."""
    return _safe(_escaped(words))


@lru_cache(maxsize=1024)
def _opening(label: str, kind: str) -> str:
    return f'<td{f" class={chr(34)}{kind}{chr(34)}" if kind else ""} data-label="{escape(label)}">'


_WHOLE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|（[A-Z]{1,6}-[\w-]{1,24}）", re.ASCII)
"""A date, or the number of a record in brackets: neither is cut where a line ends."""


_DAY = "日期"
"""Of cells with this label the style sheet says it: lists of hundreds of lines have one each."""


@lru_cache(maxsize=4096)
def _escaped(text: Any) -> str:
    return str(escape(text))


@lru_cache(maxsize=4096)
def _whole(text: Any) -> str:
    """A text, escaped, what belongs together kept in one line."""
    said = _escaped(text)
    return _WHOLE.sub(r'<span class="nb">\g<0></span>', said) if _WHOLE.search(said) else said


_THREE_LINES = 84
"""What three lines beside a label hold on a phone, in halves of a Chinese character."""


@lru_cache(maxsize=4096)
def _is_long(text: Any) -> bool:
    said = str(text)
    return len(said) + sum(c > "\u2e7f" for c in said) > _THREE_LINES


@lru_cache(maxsize=1024)
def _nothing(label: str) -> Markup:
    return _safe(f"{_opening(label, 'num none')}{NONE}</td>")


CELLS: Mapping[str, Callable[..., Markup]] = {"td": td, "long": long, "lead": lead, "money": money, "number": number, "unit": unit}
