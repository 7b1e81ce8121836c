"""Hand-written pages: what Markdown made of them passes an allow-list; scripts, styles, forms and foreign frames do not."""

from __future__ import annotations

import re

import nh3

_TAGS = set(nh3.ALLOWED_TAGS) | {"section", "figure", "figcaption"}
_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "class", "title", "lang"}}
_ALIGNED = re.compile(r'<(t[dh]) style="text-align: (left|center|right);"')


def _own_pictures(tag: str, attribute: str, value: str) -> str | None:
    """No page asks another host for anything: the address of a picture is relative, or it goes."""
    foreign = attribute == "src" and (":" in value.partition("/")[0] or value.startswith("//"))
    return None if foreign else value


def clean(html: str) -> str:
    """Safe HTML. The alignment of Markdown's tables becomes a class: inline styles are neither kept nor allowed by the CSP."""
    return nh3.clean(
        _ALIGNED.sub(r'<\1 class="align-\2"', html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_own_pictures,
        url_schemes={"https", "mailto", "tel"},
        link_rel=None,
    )
