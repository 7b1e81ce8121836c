"""The canonical form of a ledger as one regular expression, a line at a time, over the whole text at once.

It is asked only about texts in which every character is allowed. What it matches, libyaml reads the same way and nothing in it
would be refused but duplicate keys, wrong indentation and what the limits say; those the fast reader checks itself.
Possessive throughout: no backtracking, linear in the text.
"""

from __future__ import annotations

import re
from typing import Final

KEY: Final = r"[^\x00-'*,\-:-@[-^`{-\x7f：][^\x00-'*,:-@[-^`{-\x7f：]{0,60}+"
"""Letters of any script, digits, _ . / ( ) + and, but for the first, -: never a sign that means something to YAML."""

_SAID: Final = r'"(?:yes|no)"'
"""English keys that other tools would take for truth values; `fmt` writes them in quotes, never after a dash."""

_FIRST: Final = r"(?:[^\x00-#%&'*,\-:>?@[\]`{|}!\x7f]|-(?=[0-9]))"
"""What a plain value may start with; no sign that means something to YAML there, “-” before a digit only."""

PLAIN: Final = rf"{_FIRST}(?:[^\n :]++|:(?![ \n])| ++(?![#\n]))*+"
"""A plain value: no “: ”, no “ #”, no space at its end."""

_QUOTED: Final = r'"[^"\\\n]*+"'
_PART: Final = rf"(?:{_FIRST}(?:[^\x00- \"#&'*,:?[\]{{}}]++| ++(?=[^\x00-/:-@[-`{{-\x7f]))*+|{_QUOTED})"
"""A value inside brackets, besides: no comma, bracket, quote, colon, # or ?, and after a space a letter or digit."""

_PAIR: Final = rf"{KEY}: {_PART}"
FLOW_LIST: Final = rf"\[(?:{_PART}(?:, {_PART})*+)?+\]"
_FLOW: Final = rf"{FLOW_LIST}|\{{(?:{_PAIR}(?:, {_PAIR})*+)?+\}}"
_VALUE: Final = f"(?:{PLAIN}|{_QUOTED}|{_FLOW})"
_FIELD: Final = rf" *+(?:(?:- )?+{KEY}|{_SAID}):(?: {_VALUE})?+\n"
_TEXT: Final = r"[^ \n][^\n]*+\n"
_BLOCK: Final = rf"( *+){KEY}: \|-?+\n\1  {_TEXT}(?:\n*+\1   *+{_TEXT})*+"

SIMPLE: Final = rf"{_FIRST}[^\n:#]*+(?<! )(?=\n)"
"""Most values: plain, with neither colon nor #. A case of `PLAIN`, told apart from others in half the time."""

_SIMPLE_FIELD: Final = rf" *+(?:- )?+{KEY}: {SIMPLE}\n"

CANONICAL: Final = re.compile(rf"(?:(?:{_SIMPLE_FIELD})++|{_FIELD}|{_BLOCK}| *+- {_VALUE}\n| *+#[^\n]*+\n|\n)*+")
"""A whole canonical text."""

FLOW_PART: Final = re.compile(r'(?:([^\s",:][^",:]*+): )?+("[^"]*+"|[^",]++)(?:, |$)')
"""One item of a flow list or one pair of a flow map that `CANONICAL` has matched: key, value."""
