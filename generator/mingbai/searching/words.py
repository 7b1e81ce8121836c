"""What is looked for, and how text is read before it is looked for: the same for pages, for questions, and in the browser (search.js).

Full width becomes half width, capitals small, a date one form whichever way it was written, an amount loses its commas and idle zeros. What is left is
runs of words: a Chinese character is a word, a number is one, a stretch of letters is one. Marks and blanks end a run, but not those inside a number
of a voucher or a contract (09-009, ZC-008, 2/3): who types it wants that one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

HAN: Final = "\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
"""Characters that are a word each."""
LETTERS: Final = "a-z0-9\u00df-\u00f6\u00f8-\u02af\u0370-\u052f\u0620-\u06d3\u06d5\u0f00-\u0f0a\u0f0c-\u0fff\u1820-\u18aa\uac00-\ud7a3"
"""Characters that make words together: Latin, Greek, Cyrillic, Arabic, Tibetan, Mongolian, Korean."""

_WORD = rf"[{HAN}]|[0-9]+\.[0-9]+|[{LETTERS}]+"
_RUN = re.compile(f"(?:{_WORD}|[-/](?=[a-z0-9]))+")
_BELOW = re.compile(f"/(?<=[0-9]/)[0-9]+(?:\\.[0-9]+)?(?![{LETTERS}]|\\.[0-9])")
WORD: Final = re.compile(_WORD)
_HAN = re.compile(f"[{HAN}]")

NUMERALS: Final = "〇零一二三四五六七八九"
# Each of these begins with what it is about and looks back afterwards: so the engine leaps from one to the next.
WIDE_COMMA = re.compile("，(?<![０-９]，)|，(?![０-９])")
_BLANK = re.compile(f" (?:(?<=[{HAN}] )(?=[a-z0-9])|(?<=[a-z0-9] )(?=[{HAN}]))")
"""Between a Chinese character and a figure or letter a blank is only for the eye."""
MONTHS: Final = "(十[一二]?|[一二三四五六七八九])"
DAYS: Final = "(三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WRITTEN = re.compile(f"([〇○零一二三四五六七八九]{{4}})年(?:{MONTHS}月(?:{DAYS}[日号])?)?")
_SHORT = re.compile(r"([12][0-9]{3})(?<![0-9./-]....)([-/.])(1[0-2]|0?[1-9])(?:\2(3[01]|[12][0-9]|0?[1-9]))?(?![0-9])")
_PADDED = re.compile(r"0([1-9])(?<![0-9]..)(?=[月日号])")
_SPOKEN = re.compile(r"(月[0-9]{1,2})号")
_COMMA = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
_IDLE = re.compile(r"\.(?<=[0-9]\.)0+(?![0-9]|\.[0-9])|(\.[0-9]*[1-9])0+(?![0-9]|\.[0-9])")
_ENGLISH_MONTHS: Final = "january february march april may june july august september october november december".split()
_MONTH = re.compile(f"(?:{'|'.join(_ENGLISH_MONTHS)})(?![a-z0-9])")
_ENGLISH = re.compile(f"(?<![a-z0-9.])(?:([0-9]{{1,2}}) )?({'|'.join(_ENGLISH_MONTHS)})(?:,? ([12][0-9]{{3}}))?(?![a-z0-9])")

_MONTH_FIRST = re.compile(f"(?<![a-z0-9.])({'|'.join(_ENGLISH_MONTHS)}) ([0-9]{{1,2}}),? ([12][0-9]{{3}})(?![a-z0-9])")


def normal(text: str) -> str:
    """The text in the one form that everything is compared in."""
    text = unicodedata.normalize("NFKC", WIDE_COMMA.sub("、", text)).lower()
    text = _BLANK.sub("", " ".join(text.split()))
    if "年" in text:
        text = _WRITTEN.sub(_figures, text)
    if _MONTH.search(text):
        text = _ENGLISH.sub(_english, _MONTH_FIRST.sub(r"\2 \1 \3", text))
    text = _SPOKEN.sub(r"\1日", _PADDED.sub(r"\1", _SHORT.sub(_day, text)))
    return _IDLE.sub(r"\1", _COMMA.sub("", text))


def runs(text: str) -> list[str]:
    """The runs of words in a text, each as one string; `words` takes one apart."""
    return _RUN.findall(normal(text))


def runs_of(texts: Sequence[str]) -> list[list[str]]:
    """The runs of each of many texts, at a fraction of the time."""
    return list(map(_RUN.findall, normal("\0".join(texts)).split("\0"))) if texts else []


def words(run: str) -> list[str]:
    """The words of a run."""
    return WORD.findall(run)


def apart(run: str) -> list[str]:
    """The words of a run that it is found by alone: not the number below a stroke, for who looks for 100 does not want 5/100."""
    return WORD.findall(_BELOW.sub("/", run) if "/" in run else run)


def is_han(word: str) -> bool:
    """Whether the word is a character that stands alone."""
    return _HAN.fullmatch(word) is not None


def _figures(found: re.Match[str]) -> str:
    """二〇二六年三月五日 → 2026年3月5日."""
    year, month, day = found.groups()
    said = "".join(str(max(NUMERALS.index(c) - 1, 0)) for c in year.replace("○", "〇")) + "年"
    if month:
        said += f"{ten(month)}月"
    return said + (f"{ten(day)}日" if day else "")


def ten(said: str) -> int:
    """二十一 → 21, 十 → 10."""
    before, has, after = said.partition("十")
    tens = (NUMERALS.index(before) - 1 if before else 1) * 10 if has else 0
    return tens + (NUMERALS.index(after or before) - 1 if after or not has else 0)


def _english(found: re.Match[str]) -> str:
    """5 March 2026 → 2026年3月5日; a month alone is a word."""
    day, month, year = found.groups()
    if not (day or year):
        return found[0]
    return (f"{year}年" if year else "") + f"{_ENGLISH_MONTHS.index(month) + 1}月" + (f"{int(day)}日" if day else "")


def _day(found: re.Match[str]) -> str:
    """2026-03-05, 2026/3/5, 2026.3.5 → 2026年3月5日; 2026-03 → 2026年3月, but 2026.10 is an amount."""
    year, mark, month, day = found.groups()
    if (day is None and mark == ".") or year[:2] not in ("19", "20"):
        return found[0]
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")
