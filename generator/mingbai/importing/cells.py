"""Cells → values: amounts, days, months and text as tables write them. A refusal is a `RefusedError` that names no place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from mingbai.importing import codes
from mingbai.importing.behind import EPOCH, UNWORKED
from mingbai.importing.capitals import CAPITALS, ZEROS, capital
from mingbai.importing.daywords import unusual
from mingbai.importing.hints import hint
from mingbai.importing.mapping import Calendar, Order, Unit
from mingbai.importing.refusal import RefusedError
from mingbai.values.days import Month
from mingbai.values.text import Text

_HALF: Final = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D, 0xFFE5: 0xA5}
_AMOUNT: Final = re.compile(
    r"(\()?([-+]?)(?:(?:NT|HK|US)?\$|¥|RMB|CNY)?\s*([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d*))?\s*(元|圆|圓)?(?(1)\))", re.ASCII
)
_PARTS: Final = re.compile(r"(\d{1,12})[元圆圓](\d)角(?:(\d)分)?[整正]?", re.ASCII)
_PLAIN: Final = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)
"""What nearly every cell with an amount holds."""
_DAY: Final = re.compile(
    r"(?:民[国國])?\s*(\d{2,4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})\s*[日号號]?(?:[ T].*|[（(].*[）)]|\s*(?:星期|周|週)\S*)?",
    re.ASCII,
)
_TURNED: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T].*)?", re.ASCII)
_SHORT: Final = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日號号]?", re.ASCII)
_SERIAL: Final = re.compile(r"[2-7]\d{4}", re.ASCII)
_RATE: Final = re.compile(r"\d\s*\.?\s*元?\s*/\s*[年月日天季户人个只㎡亩次]|元/[年月日季]|（[^）]*元")
_DIGITS: Final = re.compile(r"(\d{3,4})(\d{2})(\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(?:民[国國])?\s*(\d{2,4})\s*[-/年]\s*(\d{1,2})\s*月?(?:份)?|(\d{3,4})(\d{2})", re.ASCII)
_DECIMALS: Final = {Unit.YUAN: 2, Unit.QIAN: 5, Unit.WAN: 6}
"""How many decimals of a unit make fen."""
ERRORS: Final = frozenset((UNWORKED, "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))
"""What a formula leaves in its cell where it has no value."""
_FORMULA: Final = "=+-@＝＋－＠"
_ROC: Final = 1911
_NO_NUMBER: Final = re.compile(r"[\s/#?%]")
_LONGEST_NUMBER: Final = 64
_LONGEST: Final = 2000


def filled(cell: str, name: Text) -> str:
    """The cell, which must hold something."""
    if not cell:
        raise RefusedError(codes.EMPTY, field=name)
    return cell


def amount(cell: str, unit: Unit) -> int:
    """`2,267,540`, `$2,267,540`, `１２３．５元`, `(1,200.00)`, `500-`, `12.3万元`, `5元整`, `12元5角`, `零`, `壹仟贰佰元整` → fen of any sign."""
    if unit is Unit.YUAN and (plain := _PLAIN.fullmatch(cell)):
        return _fen(plain)
    if cell in ERRORS:
        raise RefusedError(codes.NOT_WORKED)
    text = cell.translate(_HALF).strip().removeprefix("人民币").lstrip(": ")
    if _RATE.search(text):
        raise RefusedError(codes.RATE)
    if text in ZEROS:
        return 0
    if text[:1] in CAPITALS:
        return capital(text)
    if parts := _PARTS.fullmatch(text):
        return int(parts[1]) * 100 + int(parts[2]) * 10 + int(parts[3] or 0)
    if text.endswith("-"):
        text = f"-{text[:-1]}"
    text = text.rstrip("整正") if text.endswith(("元整", "元正", "圆整", "圆正", "圓整")) else text
    if text.endswith(("万元", "萬元", "万", "萬")):
        text, unit = text.rstrip("元").rstrip("万萬"), Unit.WAN
    found = _AMOUNT.fullmatch(text)
    if not found or (found[2] and found[3]):
        raise RefusedError(codes.NOT_MONEY, hint=hint(text))
    if found[6]:
        unit = Unit.YUAN  # 500元 in a column of 万元 is 500 yuan
    yuan, part = found[4].replace(",", ""), (found[5] or "").rstrip("0")
    digits = _DECIMALS[unit]
    if len(part) > digits:
        raise RefusedError(codes.DECIMALS)
    value = int(yuan + part.ljust(digits, "0"))
    return -value if found[1] or "-" in (found[2], found[3]) else value


def readable(cell: str, unit: Unit) -> int | None:
    """The fen of a cell that may hold an amount; None where it does not."""
    try:
        return amount(cell, unit)
    except RefusedError:
        return None


def amounts(cells: Iterable[str], unit: Unit) -> dict[str, int]:
    """What those of many cells come to, in fen above zero, which hold nothing but digits and a point."""
    plain = filter(None, map(_PLAIN.fullmatch, cells)) if unit is Unit.YUAN else ()
    return {one[0]: fen for one in plain if (fen := _fen(one)) > 0}


def _fen(plain: re.Match[str]) -> int:
    yuan, part = plain.groups()
    return int(yuan + part.ljust(2, "0")) if part else int(yuan) * 100


@lru_cache(maxsize=8192)
def day(
    cell: str, calendar: Calendar, order: Order = Order.YEAR_FIRST, near: Month | None = None, epoch: datetime.date = EPOCH, two: bool = False
) -> datetime.date:
    """`2024/1/31`, `20240131`, with years of the Republic `113/1/31`, `1130131` → the date; a time of day is dropped.

    `31/01/2024` where the map says that the day stands first; `1/31` and `1月31日` where the period is known (`near`): the
    year is the period's, or the one before for a month after it. A number between 20000 and 80000 is a workbook's count of days from its `epoch`.
    What is rarer (Chinese numerals, `0107`, `26.3.5`): `daywords`; `two` says that a year of two digits is one of this century.
    """
    if cell in ERRORS:
        raise RefusedError(codes.NOT_WORKED)
    text = cell.translate(_HALF).strip()
    try:
        if order is not Order.YEAR_FIRST and (turned := _TURNED.fullmatch(text)):
            first, second = int(turned[1]), int(turned[2])
            return datetime.date(_year(turned[3], calendar), *((second, first) if order is Order.DAY_FIRST else (first, second)))
        found = _DAY.fullmatch(text) or _DIGITS.fullmatch(text)
        if found and (len(found[1]) > 2 or calendar is Calendar.ROC):
            return datetime.date(_year(found[1], calendar), int(found[2]), int(found[3]))
        if near is not None and (short := _SHORT.fullmatch(text)):
            return datetime.date(near.year - (int(short[1]) > near.month), int(short[1]), int(short[2]))
        if _SERIAL.fullmatch(text) and calendar is Calendar.GREGORIAN:
            return epoch + datetime.timedelta(days=int(text))
        rare = unusual(text, calendar, near, epoch, two=two) if order is Order.YEAR_FIRST else None
        if rare is not None:
            return datetime.date(_year(rare[0], calendar), *rare[1:]) if isinstance(rare, tuple) else rare
    except ValueError:
        pass
    raise RefusedError(codes.NOT_DAY, calendar=calendar.text)


def month(cell: str, calendar: Calendar) -> Month:
    """`2024-01`, `113-01`, `113年1月`, `202401` → the month; a dot is never guessed (2018.1)."""
    found = _MONTH.fullmatch(cell.translate(_HALF).strip())
    try:
        if found:
            return Month.of(datetime.date(_year(found[1] or found[3], calendar), int(found[2] or found[4]), 1))
    except ValueError:
        pass
    raise RefusedError(codes.NOT_MONTH, calendar=calendar.text)


def _year(digits: str, calendar: Calendar) -> int:
    """Years of the Republic have two or three digits, others four; the wrong count is a mistake, never a year."""
    roc = calendar is Calendar.ROC
    year = int(digits) + (_ROC if roc else 0)
    if (len(digits) == 4) is roc or not 1949 <= year <= 2999:
        raise ValueError(digits)
    return year


def words(cell: str) -> str:
    """One line of text that may stand in a ledger; several lines become one."""
    if "\n" in cell:
        cell = " ".join(cell.split())
    if cell in ERRORS:
        raise RefusedError(codes.NOT_WORKED)
    if cell and cell.isprintable() and cell[0] not in _FORMULA and len(cell) <= _LONGEST:
        return cell
    if cell[:1] and cell[0] in _FORMULA:
        raise RefusedError(codes.FORMULA, first=cell[0])
    odd = next((c for c in cell if not c.isprintable() and c != "　"), None)
    if odd is not None:
        why = Text(f"有看不见的字符 U+{ord(odd):04X}", f"has an invisible character U+{ord(odd):04X}")
        raise RefusedError(codes.CHARACTER, why=why)
    if len(cell) > _LONGEST:
        raise RefusedError(codes.CHARACTER, why=Text(f"超过 {_LONGEST} 字", f"is longer than {_LONGEST} characters"))
    return cell


def are_words(cells: Sequence[str]) -> bool:
    """Whether each of many cells may stand in a ledger as it is, or is empty."""
    return "".join(cells).isprintable() and {c[:1] for c in cells}.isdisjoint(_FORMULA + "#") and max(map(len, cells), default=0) <= _LONGEST


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether each of many cells is a voucher number, or empty."""
    return are_words(cells) and not _NO_NUMBER.search("".join(cells)) and max(map(len, cells), default=0) <= _LONGEST_NUMBER


def number(cell: str) -> str:
    """A voucher number as it is printed."""
    text = words(cell)
    if not 0 < len(text) <= _LONGEST_NUMBER or _NO_NUMBER.search(text):
        raise RefusedError(codes.CHARACTER, why=Text(f"是“{text[:40]}”，不能作编号", f"is “{text[:40]}”, which cannot be a number"))
    return text
