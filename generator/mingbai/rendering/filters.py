"""The filters templates know; each takes plain values and returns text or safe HTML."""

from __future__ import annotations

import datetime
import re
from hashlib import blake2s

from markupsafe import Markup, escape

from mingbai.values.days import spoken
from mingbai.values.measures import decimal
from mingbai.values.speech import of, say
from mingbai.values.words import Own

NONE = "—"
"""What stands where a value is missing."""

_SAFE_URL = re.compile(r"(?:https:|mailto:|tel:|/(?!/)|[#?]|\.{1,2}/|[^:/?#\s]+(?:[/?#]|$))", re.IGNORECASE)
_UNSAFE_CHARACTER = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
_UNSAFE_ID = re.compile(r"[^A-Za-z0-9]+")
_NUMBER = re.compile(r"(?<![\w-])(?:[A-Z]{2}-)?\d{2,4}(?:-\d{2,8})+(?![\w-])", re.ASCII)
"""010-55550100, 01-007, HT-2026-01: what a browser would break at a hyphen."""
_PARAGRAPHS = re.compile(r"\n[ \t]*\n+")


def yuan(fen: int | None) -> str:
    """123450 → `1,234.50`; −5 → `−0.05` with the minus sign U+2212; None → a dash."""
    if fen is None:
        return NONE
    whole, rest = divmod(abs(fen), 100)
    return f"{'−' if fen < 0 else ''}{whole:,}.{rest:02}"


def day(date: datetime.date | None) -> str:
    """2026年3月5日; None → a dash."""
    return NONE if date is None else spoken(date)


def month(date: datetime.date | str | None) -> str:
    """2026年3月, of a date or of `2026-03`; None → a dash."""
    if date is None:
        return NONE
    if isinstance(date, str):
        year, number = date.split("-")[:2]
        return say("{int}年{int2}月", int=int(year), int2=int(number))
    return say("{year}年{month}月", year=date.year, month=date.month)


def url(address: str | None) -> str:
    """An address that may stand in href or src: https:, mailto:, tel:, `/…`, `#…` and relative ones; anything else is `#`."""
    if not address:
        return "#"
    text = str(address)
    return text if _SAFE_URL.match(text) and not _UNSAFE_CHARACTER.search(text) else "#"


def lines(text: str | None) -> Markup:
    """Plain text as paragraphs: an empty line starts a new one, a line break stays one."""
    parts = _PARAGRAPHS.split((text or "").replace("\r\n", "\n").strip("\n"))
    return Markup("\n").join(Markup("<p>{}</p>").format(Markup("<br>\n").join(p.split("\n"))) for p in parts if p.strip())


def whole(text: str) -> str:
    """A sentence whose telephone and voucher numbers are not broken at their hyphens; one without any as it is."""
    if not isinstance(text, str) or isinstance(text, Markup) or "-" not in text:
        return text
    parts, at = [], 0
    for found in _NUMBER.finditer(text):
        parts += [escape(text[at : found.start()]), Markup('<span class="nb">{}</span>').format(found[0])]
        at = found.end()
    return Markup().join([*parts, escape(text[at:])]) if parts else text


def anchor(text: str) -> str:
    """An ASCII id that means something: ASCII words stay, other text becomes a short hash; the same text gives the same id."""
    words = _UNSAFE_ID.sub("-", text).strip("-").lower()
    if text.isascii() and words:
        return words if words[0].isalpha() else f"n-{words}"
    digest = blake2s(text.encode(), digest_size=4).hexdigest()
    return f"{words}-{digest}" if words[:1].isalpha() else f"t-{digest}"


def tel(phone: str | None) -> str:
    """`010-55550100、12345` → `tel:01055550100`, the first number; empty where there is none."""
    digits = "".join(c for c in re.split("[、/,，;；转轉]", phone or "")[0] if c.isdigit())
    return f"tel:{digits}" if digits else ""


FILTERS = {
    "own": Own,
    "tel": tel,
    "said": of,
    "yuan": yuan,
    "decimal": decimal,
    "day": day,
    "month": month,
    "url": url,
    "lines": lines,
    "whole": whole,
    "anchor": anchor,
}
