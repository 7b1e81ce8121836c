"""The canonical form of a ledger as one regular expression, a line at a time, over the whole text at once.

What it matches, libyaml reads the same way and nothing in it would be refused but duplicate keys, wrong indentation and
what the limits say; those the fast reader checks itself. Possessive throughout: no backtracking, linear in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mingbai.reading import scripts as allow

_FULLWIDTH_COLON: Final = 0xFF1A
_KEY_ASCII: Final = r"0-9A-Za-z_./()+"
_FIRST_ASCII: Final = r"0-9A-Za-z_./()+$\^;<=~\\"

_PART_ASCII: Final = r"!$%()+\-./0-9;<=>@A-Z\\\^_`a-z|~"


@lru_cache(maxsize=32)
def grammar(scripts: frozenset[str]) -> re.Pattern[str]:
    """The pattern of whole canonical texts that use the default characters and the named scripts."""
    wide = _wide(scripts)
    letter = _without(wide, _FULLWIDTH_COLON)
    key = rf"[{_KEY_ASCII}{letter}][{_KEY_ASCII}{letter}\-]{{0,60}}+"
    first = rf"(?:[{_FIRST_ASCII}{wide}]|-(?=[0-9]))"
    # a value: no “: ”, no “ #”, no space at its end
    plain = rf"{first}(?:[!-9;-~{wide}]++|:(?![ \n])| ++(?![#\n]))*+"
    quoted = rf'"[ !#-\[\]-~{wide}]*+"'
    # inside brackets, besides: no comma, bracket, quote, colon, # or ?
    part = rf"(?:{first}(?:[{_PART_ASCII}{wide}]++| ++(?=[0-9A-Za-z{wide}]))*+|{quoted})"
    pair = rf"{key}: {part}"
    flow = rf"\[(?:{part}(?:, {part})*+)?+\]|\{{(?:{pair}(?:, {pair})*+)?+\}}"
    value = f"(?:{plain}|{quoted}|{flow})"
    line = f"[ !-~{wide}]*+"
    block = rf"( *+){key}: \|-?+\n\1  [!-~{wide}]{line}\n(?:\n*+\1   *+[!-~{wide}]{line}\n)*+"
    field = rf" *+(?:- )?+{key}:(?: {value})?+\n"
    return re.compile(rf"(?:{field}|{block}| *+- {value}\n| *+#{line}\n|\n)*+")


FLOW_PART: Final = re.compile(r'(?:([^\s",:][^",:]*+): )?+("[^"]*+"|[^",]++)(?:, |$)')
"""One item of a flow list or one pair of a flow map that `grammar` has matched: key, value."""


def _wide(scripts: frozenset[str]) -> str:
    """The allowed characters beyond ASCII as the inside of a class."""
    return allow.allowed(scripts).replace(allow.as_class(((0x0A, 0x0A), (0x20, 0x7E))), "", 1)


def _without(wide: str, code: int) -> str:
    """A class without one code point of the full-width block."""
    low, high = 0xFF01, 0xFF5E
    return wide.replace(allow.as_class(((low, high),)), allow.as_class(((low, code - 1), (code + 1, high))), 1)
