"""PRI: identity numbers, mobile telephones and bank cards never stand in a ledger, whatever field they are typed in.

The scan runs over the whole text of a file, comments too, after undoing the disguises people use (full-width, circled and
other digits, blanks, dashes, line breaks and tags between digits, Chinese numerals). A number is never echoed in full.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity, Span
from mingbai.values.text import Text

_BASIS = (Cite("personal-information", "25"), Cite("personal-information", "28"))
_REMEDY = Text(
    "删掉号码，只写必要的称呼或“某居民”。已经提交过的，请按管理员说明清理历史。",
    "Delete the number and write no more of a person than needed. If it was committed before, the history has to be cleaned too.",
)
_ASKS = Text(
    "公开的内容里不得出现公民身份号码、手机号、银行卡号；发现即停止发布。",
    "No identity, mobile or bank card number may be published; a find stops publication.",
)

IDENTITY = Code(
    "PRI001",
    Severity.ERROR,
    Text("含有公民身份号码", "identity number"),
    Text("{masked} 是身份号码（校验码相符）", "{masked} is an identity number (its check digit agrees)"),
    _REMEDY,
    _ASKS,
    _BASIS,
)
MOBILE = Code(
    "PRI002",
    Severity.ERROR,
    Text("含有手机号码", "mobile telephone number"),
    Text("{masked} 是手机号码", "{masked} is a mobile number"),
    Text("删掉手机号，改写办公座机。", "Delete it; give an office landline."),
    _ASKS,
    _BASIS,
)
CARD = Code(
    "PRI003",
    Severity.ERROR,
    Text("含有银行卡号", "bank card number"),
    Text("{masked} 是银行卡号（校验位相符）", "{masked} is a bank card number (its check digit agrees)"),
    Text("删掉卡号，账户只写台账里的账户编号。", "Delete it; name the account by its id in the ledger."),
    _ASKS,
    _BASIS,
)
CODES = (IDENTITY, MOBILE, CARD)

_PROVINCES = frozenset("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split())
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CARD_NEAR = re.compile(r"账号|帐号|卡号|银行卡|账户号")
_CARD_START = re.compile(r"62|4\d|5[1-5]|60|81|9[5-8]")
_CHINESE = {ord(c): str(n) for n, c in enumerate("〇一二三四五六七八九")} | {ord("零"): "0"}

_GAP = r"(?:[ \-‐-―.·_/,，、\n]|<[^<>]{0,40}>){0,3}"
_RUN = re.compile(rf"(?<![0-9])[0-9](?:{_GAP}[0-9]){{9,19}}(?:{_GAP}[Xx])?")
_SUSPECT = re.compile(rf"[0-9](?:{_GAP}[0-9]){{9}}")


class Hit(NamedTuple):
    """A number found: its code, where it starts and ends in the scanned text (code points), and its masked form."""

    code: Code
    start: int
    end: int
    masked: str


def scan(text: str, path: str) -> Iterator[Diagnostic]:
    """Findings for every number in `text`, which stands in the file `path`."""
    for hit in hits(text):
        yield hit.code.at(Place(path, span=_span(text, hit.start, hit.end)), masked=hit.masked)


def hits(text: str) -> list[Hit]:
    """Every number in the text, in order; each place is reported once."""
    found = {h.start: h for h in _pass(*_plain(text))}
    if any(c in text for c in "〇零") or _many_numerals(text):
        chinese, places = _plain(text.translate(_CHINESE))
        for hit in _pass(chinese, places):
            found.setdefault(hit.start, hit)
    return [found[k] for k in sorted(found)]


def _many_numerals(text: str) -> bool:
    return re.search(r"[〇零一二三四五六七八九]{10}", text) is not None


def _plain(text: str) -> tuple[str, list[int] | None]:
    """The text with every sort of digit made ASCII and zero-width characters dropped; places map back (None: one to one)."""
    if text.isascii() or not _odd(text):
        return text, None
    out, places = [], []
    for n, char in enumerate(text):
        plain = _digit(char)
        if plain:
            out.append(plain)
            places.append(n)
    return "".join(out), places


_ODD = re.compile(r"[^\x00-\x7f　-〿㐀-䶿一-鿿！-／：-＠［-～]")


def _odd(text: str) -> bool:
    return _ODD.search(text) is not None


def _digit(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char) == "Cf":
        return ""
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value)
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


def _pass(text: str, places: list[int] | None) -> Iterator[Hit]:
    if not _SUSPECT.search(text):
        return
    for run in _RUN.finditer(text):
        yield from _inside(run, text, places)


def _inside(run: re.Match[str], text: str, places: list[int] | None) -> Iterator[Hit]:
    """The numbers a run of digits and gaps may be read as; groups joined over a gap are tried whole first, then apart."""
    spots = [n for n in range(run.start(), run.end()) if text[n] in "0123456789Xx"]
    digits = "".join(text[n] for n in spots).upper()
    follows = text[run.end() : run.end() + 1]
    if follows.isdigit():
        return  # part of a longer number
    for code, start, length in _readings(digits, spots, text):
        first, last = spots[start], spots[start + length - 1]
        near = text[max(0, first - 12) : first]
        if code is CARD and not (_CARD_NEAR.search(near) or length == 19 or digits.startswith("62")):
            continue
        a, b = (places[first], places[last]) if places is not None else (first, last)
        yield Hit(code, a, b + 1, mask(digits[start : start + length]))
        return


def _readings(digits: str, spots: list[int], text: str) -> Iterator[tuple[Code, int, int]]:
    starts = [0] + [n for n in range(1, len(spots)) if spots[n] != spots[n - 1] + 1]
    ends = [n - 1 for n in starts[1:]] + [len(spots) - 1]
    for start in starts:
        for end in ends:
            piece = digits[start : end + 1]
            if is_identity(piece):
                yield IDENTITY, start, len(piece)
            elif is_card(piece):
                yield CARD, start, len(piece)
            elif is_mobile(piece):
                yield MOBILE, start, len(piece)


def is_identity(number: str) -> bool:
    """GB 11643: an area code of a real province, a real day of birth, and the check character."""
    if len(number) != 18 or not number[:17].isdigit() or number[:2] not in _PROVINCES:
        return False
    try:
        born = datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return born.year >= 1900 and _CHECKS[sum(int(c) * w for c, w in zip(number, _WEIGHTS, strict=False)) % 11] == number[17].upper()


def is_mobile(number: str) -> bool:
    """A mainland mobile number, with or without the country code."""
    plain = number[2:] if len(number) == 13 and number.startswith("86") else number
    return len(plain) == 11 and plain.isdigit() and plain[0] == "1" and plain[1] in "3456789"


def is_card(number: str) -> bool:
    """A bank card: 16 to 19 digits, a known issuer's beginning, and the Luhn digit."""
    if not (16 <= len(number) <= 19 and number.isdigit() and _CARD_START.match(number)):
        return False
    doubled = [int(c) * 2 if n % 2 else int(c) for n, c in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def mask(number: str) -> str:
    """What may be echoed: `1101…0012`."""
    return f"{number[:4]}…{number[-4:]}" if len(number) > 11 else f"{number[:3]}…{number[-2:]}"


def _span(text: str, start: int, end: int) -> Span:
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    end_line = text.count("\n", 0, end) + 1
    return Span(line, column, end_line, end - (text.rfind("\n", 0, end) + 1) + 1)
