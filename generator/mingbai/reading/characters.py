"""The scan of a text for characters a ledger may not hold: all of them, each with its name and what to type instead."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from mingbai.diagnostics import Code
from mingbai.reading import scripts as allow
from mingbai.reading.codes_text import FORBIDDEN, LONE_CR, LOOKALIKE, NOT_NFC, SCRIPT, SYMBOL, TAB
from mingbai.reading.findings import Findings
from mingbai.reading.lines import printable
from mingbai.values.text import Text

RADICALS: Final = dict(
    zip(
        "⺁⺄⺅⺆⺈⺉⺊⺋⺌⺖⺗⺘⺙⺠⺡⺢⺣⺦⺨⺩⺪⺫⺬⺭⺮⺶⺼⺾⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻏⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙亻冂刀刂卜㔾小忄㣺扌攵民氵氺灬丬犭王疋目示礻竹羊月艹虎衤覀西见角臼讠贝足车辶辶阝钅長镸长门阝青韦页风飞食饣马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Radicals of U+2E80–2EFF without a Unicode decomposition, as they come out of PDF files, and the character meant."""

HURTS_SYNTAX: Final[frozenset[Code]] = frozenset((FORBIDDEN, TAB, LONE_CR))
_RADICAL_BLOCKS: Final = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


def scan(text: str, scripts: frozenset[str], findings: Findings) -> None:
    """Every character outside the allow-list, a run of the same kind as one finding; then what is not in normal form."""
    one = allow.suspects(scripts).pattern
    start = end = 0
    joined: tuple[Code, object] | None = None
    # A run of the same character at a time; carriage returns are told of together.
    for match in re.finditer(f"({one})\\1*+", text.replace("\r", " ")):
        if findings.more:  # a file of nothing but such characters must not take minutes: the rest is only counted
            findings.more += len(re.findall(f"(?:{one})++", text[match.start() :])) + (joined is not None)
            joined = None
            break
        sorted_as = sort(match[1])
        if joined == sorted_as and end == match.start():
            end = match.end()
            continue
        _tell(joined, start, end, text, findings)
        joined, start, end = sorted_as, match.start(), match.end()
    _tell(joined, start, end, text, findings)
    if "\r" in text:
        at = text.index("\r")
        findings.add(LONE_CR, at, at + 1, count=text.count("\r"))
    if scripts and not unicodedata.is_normalized("NFC", text):
        _tell_unnormal(text, scripts, findings)


@lru_cache(maxsize=4096)
def sort(char: str) -> tuple[Code, object]:
    """The code that speaks of a character outside the allow-list, and what joins it with its neighbours to one finding."""
    if char in "\t\r":
        return (TAB if char == "\t" else LONE_CR), char
    for _, ranges in allow.INVISIBLE.values():
        if allow.inside(char, ranges):
            return FORBIDDEN, char
    if allow.inside(char, _RADICAL_BLOCKS):
        return LOOKALIKE, char
    name = script_of(char)
    return (SCRIPT, name) if name else (SYMBOL, char)


def script_of(char: str) -> str:
    """The name of a letter's script, "" for what is no letter."""
    for name, (_, ranges) in allow.SCRIPTS.items():
        if allow.inside(char, ranges):
            return name
    if unicodedata.category(char)[0] not in "LM":
        return ""
    return unicodedata.name(char, "").partition(" ")[0].capitalize()


def named(char: str) -> str:
    """U+XXXX and the name of a character, safe to print."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" {name}" if name else "")


def kind(char: str) -> Text:
    """What sort of invisible character this is."""
    for label, ranges in allow.INVISIBLE.values():
        if allow.inside(char, ranges):
            return label
    return Text("不允许的字符", "forbidden character")


def mend(text: str, scripts: frozenset[str]) -> str:
    """The text with what would disturb the walk replaced, one for one, so that all offsets stay.

    Spaces stand for tabs, odd spaces and line breaks, so that the structure is still seen; U+FFFD for the rest.
    """
    spaces = ((0x09, 0x09), (0x0D, 0x0D), *allow.INVISIBLE["space"][1], *allow.INVISIBLE["line"][1])
    odd = {char for char in set(text) if sort(char)[0] in HURTS_SYNTAX and allow.suspects(scripts).match(char)}
    return text.translate({ord(char): " " if allow.inside(char, spaces) else "\ufffd" for char in odd})


def values(char: str, shown: str) -> dict[str, object]:
    """What the messages name of a character."""
    code = f"U+{ord(char):04X}"
    script = script_of(char)
    normal = RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    more = Text("" if normal == char else f"，正常的字是“{normal}”", "" if normal == char else f"; the ordinary one is “{normal}”")
    label = allow.SCRIPTS[script][0] if script in allow.SCRIPTS else Text(script, script)
    return {"char": named(char), "code": code, "shown": printable(shown), "kind": kind(char), "script": label, "name": script, "normal": more}


def _tell(joined: tuple[Code, object] | None, start: int, end: int, text: str, findings: Findings) -> None:
    if joined is None or joined[0] is LONE_CR:
        return
    told = values(text[start], text[start : min(end, start + 12)])
    if joined[0] is LOOKALIKE:
        told["char"] = printable(text[start])
    findings.add(joined[0], start, end, **told)


def _tell_unnormal(text: str, scripts: frozenset[str], findings: Findings) -> None:
    """Each run of letters and marks that is not in NFC, with the letter before it."""
    for match in re.finditer(r"[^\n]?[^\x00-\u02ff\u2000-\u9fff\uac00-\ud7ff]+", text):
        part = match[0]
        if unicodedata.is_normalized("NFC", part) or allow.suspects(scripts).search(part):
            continue
        told = {
            "char": printable(part[:12]),
            "code": " ".join(f"U+{ord(c):04X}" for c in part[:4]),
            "normal": printable(unicodedata.normalize("NFC", part)[:12]),
        }
        findings.add(NOT_NFC, match.start(), match.end(), **told)
