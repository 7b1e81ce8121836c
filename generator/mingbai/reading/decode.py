"""Bytes to text: size, UTF-8 without mercy, a guess at what the file is instead, BOM and CRLF."""

from __future__ import annotations

import re
from typing import Final

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.reading import scripts as allow
from mingbai.reading.codes_text import NOT_UTF8, TOO_LARGE
from mingbai.values.text import Text

MAX_BYTES: Final = 8 << 20
_SAMPLE: Final = 1 << 16
_PLAIN: Final = re.compile(f"[{allow.as_class((*allow.PUNCTUATION, *allow.HAN))}\\r\\t]")
_BESIDE_ASCII: Final = re.compile(r"[A-Za-z][\x80-\u05ff]|[\x80-\u05ff][A-Za-z]")
GB18030: Final = Text("看起来是 GB18030（GBK、ANSI）编码", "it looks like GB18030 (GBK)")
_UTF16: Final = Text("看起来是 UTF-16（记事本里叫“Unicode”）编码", "it looks like UTF-16")
_UTF32: Final = Text("看起来是 UTF-32 编码", "it looks like UTF-32")
_UNKNOWN: Final = Text("也认不出是什么编码，也许不是文本文件", "nor is another encoding recognised; it may be no text file")
_BOMS: Final = (
    (b"\xff\xfe\x00\x00", _UTF32),
    (b"\x00\x00\xfe\xff", _UTF32),
    (b"\xff\xfe", _UTF16),
    (b"\xfe\xff", _UTF16),
)


def decode(data: bytes, path: str) -> tuple[str, Diagnostic | None]:
    """The text without BOM and CRLF, or "" and the one reason why there is none."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / (1 << 20):.1f}"
        return "", TOO_LARGE.at(Place(path, span=Span(1, 1, 1, 2)), size=size, limit=MAX_BYTES >> 20)
    for bom, guess in _BOMS:
        if data.startswith(bom):
            return "", NOT_UTF8.at(Place(path, span=Span(1, 1, 1, 2)), guess=guess)
    if b"\0" in data and _is_utf16(data):
        return "", NOT_UTF8.at(Place(path, span=Span(1, 1, 1, 2)), guess=_UTF16)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", _not_utf8(data, error.start, path)
    return (text.replace("\r\n", "\n") if "\r" in text else text), None


def garbled(text: str) -> bool:
    """Whether a text that is valid UTF-8 is by its odd letters really GB18030.

    13 % of the common characters are, as pairs of GB bytes, valid UTF-8 for Latin, Greek, Cyrillic and other letters; a short
    file can consist of such pairs alone. So: ASCII and two-byte characters only, all of them common characters when read as
    GB 2312 (level 1: no lead byte above 0xD7), and none beside an ASCII letter, as the é of café is.
    """
    if not text or max(text) > "\u05ff" or _BESIDE_ASCII.search(text):
        return False
    return _plausible(text.encode(), "gb2312")


def _not_utf8(data: bytes, start: int, path: str) -> Diagnostic:
    guess, encoding = _UNKNOWN, "utf-8"
    if _plausible(data, "gb18030"):
        guess, encoding = GB18030, "gb18030"
    elif _is_utf16(data):
        guess = _UTF16
    begin = data.rfind(b"\n", 0, start) + 1
    before = data[begin:start].decode(encoding, "ignore")
    before = before.removeprefix("\ufeff") if begin == 0 else before
    line, column = data.count(b"\n", 0, start) + 1, len(before) + 1
    return NOT_UTF8.at(Place(path, span=Span(line, column, line, column + 1)), guess=guess)


def _plausible(data: bytes, encoding: str) -> bool:
    """Whether the start of `data` is ordinary Chinese text in `encoding`."""
    try:
        text = data.decode(encoding)[:_SAMPLE]
    except UnicodeDecodeError:
        return False
    return len(_PLAIN.findall(text)) >= 0.9 * len(text)


def _is_utf16(data: bytes) -> bool:
    head = data[:_SAMPLE]
    if len(data) % 2 or not (b":\0" in head or b"\0:" in head):
        return False
    return _plausible(head, "utf-16-le") or _plausible(head, "utf-16-be")
