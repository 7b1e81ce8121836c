"""Amounts in capital numerals, as cheques and receipts write them: 壹仟贰佰元整, 叁万零伍拾元零伍分."""

from __future__ import annotations

from typing import Final

from mingbai.importing import codes
from mingbai.importing.hints import NO_HINT
from mingbai.importing.refusal import RefusedError

_DIGITS: Final = {c: n for row in ("零壹贰叁肆伍陆柒捌玖", "〇一二三四五六七八九", "零壹貳參肆伍陸柒捌玖") for n, c in enumerate(row)}
_TENS: Final = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
_MYRIADS: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
ZEROS: Final = frozenset(f"{zero}{rest}" for zero in "零〇" for rest in ("", "元", "圆", "元整", "元正", "圆整", "圆正"))
"""Nothing, in a word."""
CAPITALS: Final = frozenset(_DIGITS) | frozenset(_TENS)
"""What an amount in capitals may begin with."""


def capital(text: str) -> int:
    """`叁万零伍拾元零伍分` → 3005005 fen. Raises RefusedError for what is no such amount."""
    bare = text.removeprefix("人民币").rstrip("整正")
    yuan, unit, rest = bare.partition("元") if "元" in bare else bare.partition("圆")
    if not unit or not yuan:
        raise RefusedError(codes.NOT_MONEY, hint=NO_HINT)
    jiao, mark, tail = rest.partition("角")
    if not mark:
        jiao, tail = "", rest
    fen, mark, after = tail.partition("分")
    if after or (tail and not mark):
        raise RefusedError(codes.NOT_MONEY, hint=NO_HINT)
    return _whole(yuan) * 100 + _one(jiao.lstrip("零")) * 10 + _one(fen.lstrip("零"))


def _one(text: str) -> int:
    if not text:
        return 0
    if len(text) != 1 or text not in _DIGITS:
        raise RefusedError(codes.NOT_MONEY, hint=NO_HINT)
    return _DIGITS[text]


def _whole(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char in _MYRIADS:
            total = (total + section + digit) * _MYRIADS[char] if _MYRIADS[char] == 10**8 else total + (section + digit) * _MYRIADS[char]
            section = digit = 0
        else:
            raise RefusedError(codes.NOT_MONEY, hint=NO_HINT)
    return total + section + digit
