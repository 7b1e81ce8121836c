"""What a cell that is no amount may have meant: said in the finding, never acted upon."""

from __future__ import annotations

import re
from typing import Final

from mingbai.values.text import Text

NO_HINT: Final = Text("", "")
DASHES: Final = frozenset("-—–－―─/／\\")
"""What is drawn through a cell in which nothing stands."""

_COMMA: Final = re.compile(r"[-+]?(\d{1,3}(?:[ .\u00a0']\d{3})+|\d+),(\d{1,2})", re.ASCII)
_BLANKS: Final = re.compile(r"[-+]?\d{1,3}(?:[ \u00a0']\d{3})+(?:\.\d{1,2})?", re.ASCII)
_LETTERS: Final = re.compile(r"[-+]?(?=.*\d)[\dOolI]+(?:\.[\dOolI]{1,2})?", re.ASCII)
_MINUS: Final = re.compile(r"[△▲▽▼]\s*([\d,]+(?:\.\d+)?)", re.ASCII)
_ABOUT: Final = re.compile(r"(?:约|約|大约|近)\s*\d.*|\d[\d,.]*\s*元?\s*(?:左右|上下|多|余|余元|多元)")
_SUM: Final = re.compile(r"[\d,.]+(?:\s*[-+*xX×/÷]\s*[\d,.]+)+=?.*", re.ASCII)
_TURN: Final = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


def hint(text: str) -> Text:
    """How a cell that cannot be read as an amount may have been meant and how it is to be written; NO_HINT where no one can say."""
    if text and set(text) <= DASHES:
        return Text("：多半是没有金额（划掉的空格）", ": most likely nothing, a cell struck out")
    if found := _COMMA.fullmatch(text):
        return _maybe(f"{re.sub('[^0-9]', '', found[1])}.{found[2]}", Text("逗号当了小数点", "a decimal comma"))
    if _BLANKS.fullmatch(text):
        return _maybe(re.sub("[^0-9.]", "", text), Text("数字中间有空格", "blanks between the digits"))
    if _LETTERS.fullmatch(text) and not text.isdecimal():
        return _maybe(text.translate(_TURN), Text("字母 O、l 当了数字 0、1", "letters O, l for the digits 0, 1"))
    if found := _MINUS.fullmatch(text):
        return _maybe(f"-{found[1]}", Text("三角是负号", "a triangle for minus"))
    if _ABOUT.fullmatch(text):
        return Text("：是大约的数，要写实际收付的数", ": an estimate; write what was really paid or received")
    if _SUM.fullmatch(text):
        return Text("：是算式，要写算出来的数", ": a calculation; write what it comes to")
    return NO_HINT


def _maybe(meant: str, why: Text) -> Text:
    return Text(f"：也许是 {meant}（{why.zh}），是就改成 {meant}", f": perhaps {meant} ({why.en}); if so, type {meant}")
