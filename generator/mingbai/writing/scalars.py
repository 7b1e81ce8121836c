"""How one text is written: plain where nobody can misread it, in double quotes otherwise, as a block where it has lines.

The reader takes every scalar as text, so plain would always do for us. Other tools guess types, so these are quoted as well:
booleans and null of YAML 1.1 in any case (no, On, y), numbers they would rewrite (leading zeros, 0x1F, 1_000, 1e3, .5, 12:30)
and digit strings of ten and more, which spreadsheets round. Plain stay Chinese text, amounts (3000.00, -12, 1,234.50),
small whole numbers, dates and periods (2026-03-05, 2026-03) and ids with a dash or slash (03-001).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_HAN: Final = "々〇㐀-䶿一-鿿\U00020000-\U0002a6df\U0002a700-\U0002ee5d\U00030000-\U00033479"
_PLAIN_KEY: Final = re.compile(rf"[0-9A-Za-z_{_HAN}（）·、—][0-9A-Za-z_./()+{_HAN}（）·、—\-]{{0,59}}")
_PLAIN: Final = re.compile(r"(?:-(?=[0-9])|[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<\x00-\x1f\x7f-\xa0])(?:[^\n:#]|:(?![\s])|(?<! )#)*(?<![\s:])")
_MISREAD: Final = re.compile(
    r"""(?ix)
    y | yes | n | no | true | false | on | off | null
    | [-+]? (?: 0[0-9_]+ | 0o[0-7_]+ | 0x[0-9a-f_]+ | 0b[01_]+ )     # octal, hexadecimal, binary; ids that keep their zeros
    | [-+]? [0-9]{10,}                                                 # long ids
    | [-+]? [0-9]* _ [0-9_]* (?: \.[0-9_]* )?                          # 1_000
    | [-+]? 0[0-9]+ \.[0-9]*                                           # 018.50
    | [-+]? [0-9]* \.? [0-9]* e [-+]?[0-9]+                            # 1e3
    | [-+]? \. [0-9_]+ | [-+]? [0-9]+ \.                               # .5 and 5.
    | [-+]? \. inf | \. nan
    | [-+]? [0-9][0-9_]* (?: : [0-5]?[0-9] )+ (?: \. [0-9_]* )?        # 12:30 is 750 in YAML 1.1
    | \+ [0-9.]+
    """
)
_USUAL: Final = re.compile(
    rf"[{_HAN}](?:[{_HAN}0-9A-Za-z（）、，。；·%/-]| (?=[{_HAN}0-9A-Za-z（]))*|[1-9][0-9]{{0,8}}\.[0-9]{{2}}|[0-9]{{2,4}}(?:-[0-9]{{2,4}}){{1,2}}"
)
"""Most of all texts: Chinese words, amounts, days and voucher numbers, which nobody misreads."""
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\xad\ufeff\ufffe\uffff\u2028\u2029\ud800-\udfff]")
_TRAILING_SPACE: Final = re.compile(r"[ ](?:\n|$)")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """A field's name as it is typed before the colon."""
    return text if _PLAIN_KEY.fullmatch(text) and not _MISREAD.fullmatch(text) else quoted(text)


@lru_cache(maxsize=8192)
def scalar(text: str) -> str:
    """A text of one line as it is typed after the colon or the dash."""
    if _USUAL.fullmatch(text) or (_PLAIN.fullmatch(text) and not _MISREAD.fullmatch(text) and not _UNPRINTABLE.search(text)):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    escaped = re.sub(r'["\\\n\t\r]', lambda m: _ESCAPES[m[0]], text)
    return '"' + _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", escaped) + '"'


def is_block(text: str) -> bool:
    """Whether a text of several lines can stand as it is after “|”: its first line not indented, no space at a line's end."""
    return "\n" in text and text[0] not in " \n\u3000" and not _TRAILING_SPACE.search(text) and not _UNPRINTABLE.search(text.replace("\n", ""))


def block(text: str) -> tuple[str, list[str]]:
    """The sign of the block that keeps the line ends as they are, and its lines."""
    ends = len(text) - len(text.rstrip("\n"))
    lines = text.split("\n")
    if ends == 0:
        return "|-", lines
    return ("|", lines[:-1]) if ends == 1 else ("|+", lines[:-1])
