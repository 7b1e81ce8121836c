"""What a page tells programs: JSON-LD in the words of schema.org, safe inside a script element."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from mingbai.pages import Here, Told

CONTEXT: Final = "https://schema.org"
_ESCAPED: Final = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
"""What could end the element, open a comment in it or break a line of it: `</script`, `<!--`, the line separators."""


def linked(things: Iterable[Told], page: Callable[[str], str], name: Callable[[str], str]) -> str:
    """The things as one text; empty where there are none.

    Args:
        things: what is told.
        page: the address, as it is written, of a page of this site in the language that is spoken.
        name: the address of the same in the site's first language: what a thing is called (`@id`) does not depend on who tells it.
    """
    told = [_told(thing, page, name) for thing in things]
    if not told:
        return ""
    whole = {"@context": CONTEXT, **told[0]} if len(told) == 1 else {"@context": CONTEXT, "@graph": told}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _told(value: Any, page: Callable[[str], str], name: Callable[[str], str]) -> Any:
    if isinstance(value, Mapping):
        told = ((k, name(v) if k == "@id" else _told(v, page, name)) for k, v in value.items())
        return {k: v for k, v in told if v not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_told(v, page, name) for v in value]
    return page(value) if isinstance(value, Here) else value
