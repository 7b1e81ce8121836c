"""PRI: identity numbers, mobile telephones and bank cards never stand in a ledger, whatever field they are typed in.

The scan runs over the whole text of a file, comments too, after undoing the disguises people use (full-width, circled and
other digits, blanks, dashes, line breaks and tags between digits, Chinese numerals). A number is never echoed in full.

Digits with no more than a few such signs between them are one run, a stretch of unbroken digits is a group. A number is
made of whole groups. Its own check digit tells an identity number however it is cut; a card or a mobile number is known
only by the groups people write, so that dates, amounts and vouchers in a row are not taken for one.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity, Span
from mingbai.schema.record import AT
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
_NUMERALS = "零一二三四五六七八九"
_CHINESE = {ord(c): str(n) for row in (_NUMERALS, "〇壹贰叁肆伍陆柒捌玖") for n, c in enumerate(row)}

_BLANKS = r" \t\u00a0\u3000"
_DASHES = r"\-\u2010-\u2015－·_"
_TAG = r"<[^<>\n]{0,40}>"
_GAP = rf"(?:[{_BLANKS}{_DASHES}.．/／,，、]|\n[{_BLANKS}]*+|{_TAG}){{0,3}}+"
_ANY = "0-9" + "".join(chr(c) for c in _CHINESE)
_RUN = re.compile(rf"(?<![0-9])[{_ANY}](?:{_GAP}[{_ANY}]){{9,}}+(?:{_GAP}[Xx](?![A-Za-z]))?")
_NEAR = re.compile(rf"[{_ANY}](?<![0-9].)(?:[{_BLANKS}{_DASHES}.．/／,，、\n]*+[{_ANY}]){{9,}}+")
"""Wherever `_RUN` matches without a tag inside, this matches from the same place and as far."""
_PIECE = re.compile(rf"{_TAG}|[0-9]+|[Xx]")
_TAGS = re.compile(_TAG)

_MOBILE_START = re.compile(rf"(?<![0-9])(?:(?:00)?86{_GAP})?1{_GAP}[3-9]")
_SURE = {(11,), (3, 4, 4), (4, 4, 3)}
_LIKELY = {(3, 8), (7, 4), (4, 7), (3, 3, 5)}
"""How the digits of a mobile number are grouped; the likely ones only where nothing but a blank or a dash stands between."""
_PLAIN_GAP = re.compile(rf"[{_BLANKS}]|[{_DASHES}]|\n[{_BLANKS}]*")
_A_DATE = re.compile(r"(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?")


class Hit(NamedTuple):
    """A number found: its code, where it starts and ends in the scanned text (code points), and its masked form."""

    code: Code
    start: int
    end: int
    masked: str


def scan(text: str, path: str) -> Iterator[Diagnostic]:
    """Findings for every number in `text`, which stands in the file `path`."""
    for hit in hits(text):
        yield hit.code.at(Place(path, span=span_of(text, hit.start, hit.end)), masked=hit.masked)


def decoded(nodes: dict[str, Any] | None, text: str, path: str) -> Iterator[Diagnostic]:
    """Findings for numbers that only appear once the escapes of a double-quoted value are undone: what is typed as an escape and read as a digit."""
    if nodes is None or "\\" not in text:
        return
    told = {(hit.code, hit.masked) for hit in hits(text)}
    for value, place in _scalars(nodes, path):
        if value not in text:
            yield from (hit.code.at(place, masked=hit.masked) for hit in hits(value) if (hit.code, hit.masked) not in told)


def _scalars(node: dict[str, Any], path: str) -> Iterator[tuple[str, Place]]:
    """Every key and every text below a mapping, each with its place."""
    for key, value in node.items():
        if key == AT:
            continue
        place = Place(path, node[AT], (key,))
        yield key, place._replace(on_key=True)
        for index, one in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(one, str):
                yield one, place._replace(item=index)
            elif isinstance(one, dict):
                yield from _scalars(one, path)


def hits(text: str) -> list[Hit]:
    """Every number in the text, in order; each place is reported once."""
    plain, places = _plain(text)
    found: dict[int, Hit] = {}
    for run in _runs(plain):
        if len(run[0]) < 16 and not _MOBILE_START.search(run[0]) and run[0].isascii():
            continue  # too short for a card, and no mobile number begins in it
        readings = [run[0]] if run[0].isascii() else [run[0].translate(_CHINESE), run[0]]
        for reading in readings:
            for code, first, last, digits in _inside(reading, plain[max(0, run.start() - 12) : run.start()]):
                start, end = run.start() + first, run.start() + last
                if places is not None:
                    start, end = places[start], places[end - 1] + 1
                found.setdefault(start, Hit(code, start, end, mask(digits)))
    return [found[k] for k in sorted(found)]


def _runs(plain: str) -> Iterator[re.Match[str]]:
    """The runs of digits; looked for only where so many digits stand with nothing but signs of a gap between them, which is found faster."""
    if "<" in plain:  # tags may stand inside a number
        yield from _RUN.finditer(plain)
        return
    for near in _NEAR.finditer(plain):
        yield from _RUN.finditer(plain, near.start(), min(near.end() + 5, len(plain)))


_USUAL = r"\x00-\x7f　-〿㐀-䶿一-鿿！-／：-＠［-～"
_ODD = re.compile(f"[^{_USUAL}]")
_NOTHING_ODD = re.compile(f"[{_USUAL}]*+")
"""A whole text without any of these: found out twice as fast as by looking for one."""
_UNSEEN = frozenset(("Cf", "Mn", "Me"))


def _plain(text: str) -> tuple[str, list[int] | None]:
    """The text with every sort of digit made ASCII and zero-width characters dropped; places map back (None: one to one)."""
    if text.isascii() or _NOTHING_ODD.fullmatch(text):
        return text, None
    odd: Mapping[str, str] = {c: p for c in set(_ODD.findall(text)) if (p := _digit(c)) != c}
    if not odd:
        return text, None
    plain = text.translate({ord(c): p for c, p in odd.items()})
    if len(plain) == len(text):
        return plain, None
    return plain, [n for n, c in enumerate(text) if odd.get(c, c)]


def _digit(char: str) -> str:
    """The ASCII digit (or x) a character stands for, nothing for what is not seen, else the character itself."""
    if unicodedata.category(char) in _UNSEEN:
        return ""
    value = unicodedata.digit(char, None)
    if value is not None:
        return str(value)
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


class _Group(NamedTuple):
    """Digits without a break, where they start and end, and what stands between them and the group before."""

    digits: str
    start: int
    end: int
    gap: str


def _groups(run: str) -> list[_Group]:
    """The groups of a run; digits with nothing but tags between them are one."""
    found: list[_Group] = []
    for piece in _PIECE.finditer(run):
        if piece[0][0] == "<":
            continue
        before = found[-1] if found else None
        gap = _TAGS.sub("", run[before.end : piece.start()]) if before else ""
        if before and (not gap or piece[0] in "Xx"):
            found[-1] = _Group(before.digits + piece[0].upper(), before.start, piece.end(), before.gap)
        else:
            found.append(_Group(piece[0], piece.start(), piece.end(), gap))
    return found


def _inside(run: str, before: str) -> Iterator[tuple[Code, int, int, str]]:
    """The numbers in a run: code, start, end, digits. Identity numbers first, what they take up is nothing else as well."""
    groups = _groups(run)
    digits = "".join(g.digits for g in groups)
    begins = [0, *accumulate(len(g.digits) for g in groups)]
    ending = {end: n for n, end in enumerate(begins[1:])}
    taken: set[int] = set()
    for code, heads, sizes, holds in _SORTS:
        for first, begin in enumerate(begins[:-1] if len(digits) >= sizes[0] else ()):
            if digits[begin] not in heads:
                continue
            for size in sizes:
                last = ending.get(begin + size, -1)
                number = digits[begin : begin + size]
                if last >= 0 and holds(number, groups, first, last, before) and taken.isdisjoint(range(first, last + 1)):
                    taken.update(range(first, last + 1))
                    yield code, groups[first].start, groups[last].end, number


def _identity(number: str, groups: list[_Group], first: int, last: int, before: str) -> bool:
    return is_identity(number)


def _card(number: str, groups: list[_Group], first: int, last: int, before: str) -> bool:
    """A number that could be a card's is one where the text says so, or where its groups and its issuer are a card's."""
    if not is_card(number):
        return False
    if first == 0 and _CARD_NEAR.search(before):
        return True
    sizes = [len(g.digits) for g in groups[first : last + 1]]
    return (len(number) == 19 or number.startswith("62")) and (len(sizes) == 1 or set(sizes[:-1]) == {4} or set(sizes) == {1})


def _mobile(number: str, groups: list[_Group], first: int, last: int, before: str) -> bool:
    """A mobile number, with or without the country's, whose groups are those people write."""
    country = number[:-11]
    if country not in ("", "86", "0086") or not is_mobile(number[-11:]):
        return False
    apart = groups[first].digits == country
    inner = groups[first + apart : last + 1]
    sizes = tuple(len(g.digits) for g in inner)
    if country and not apart:
        sizes = (sizes[0] - len(country), *sizes[1:])
    gaps = {g.gap for g in inner[1:]}
    if sizes in _SURE:
        return len(gaps) < 2 and not any("\n" in g for g in gaps)
    if sizes in _LIKELY:
        alone = groups[first].gap not in gaps and (last + 1 == len(groups) or groups[last + 1].gap not in gaps)
        return alone and all(_PLAIN_GAP.fullmatch(g) for g in gaps) and not _A_DATE.fullmatch(inner[-1].digits)
    return set(sizes) == {1} and first == 0 and last + 1 == len(groups)


_SORTS = ((IDENTITY, "12345678", (18,), _identity), (CARD, "45689", (16, 17, 18, 19), _card), (MOBILE, "018", (11, 13, 15), _mobile))
"""What is looked for, in this order: the first digits it may have, how many digits, what else must hold."""


def is_identity(number: str) -> bool:
    """GB 11643: an area code of a real province, a real day of birth, and the check character."""
    if len(number) != 18 or number[6:8] not in ("19", "20") or number[:2] not in _PROVINCES or not number[:17].isdigit():
        return False
    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return _CHECKS[sum(int(c) * w for c, w in zip(number, _WEIGHTS, strict=False)) % 11] == number[17].upper()


def is_mobile(number: str) -> bool:
    """A mainland mobile number, without the country code."""
    return len(number) == 11 and number.isdigit() and number[0] == "1" and number[1] in "3456789"


def is_card(number: str) -> bool:
    """A bank card: 16 to 19 digits, a known issuer's beginning, and the Luhn digit."""
    if not (16 <= len(number) <= 19 and number.isdigit() and _CARD_START.match(number)):
        return False
    doubled = [int(c) * 2 if n % 2 else int(c) for n, c in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def mask(number: str) -> str:
    """What may be echoed: `1101…0012`."""
    return f"{number[:4]}…{number[-4:]}" if len(number) > 11 else f"{number[:3]}…{number[-2:]}"


def span_of(text: str, start: int, end: int) -> Span:
    """The lines and columns of a stretch of text, given by its offsets in code points."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    end_line = text.count("\n", 0, end) + 1
    return Span(line, column, end_line, end - (text.rfind("\n", 0, end) + 1) + 1)
