"""The ledgers folder: which files are read, and what else lies there."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mingbai.diagnostics import Diagnostic, Place
from mingbai.reading import codes_folder as say
from mingbai.reading.codes_text import TOO_LARGE
from mingbai.reading.decode import MAX_BYTES
from mingbai.reading.lines import echo, printable
from mingbai.values.text import Text

MAX_DEPTH: Final = 16
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)
_ODD: Final = (
    (lambda n: not n.isascii(), Text("含有中文或其他非英文字符", "holds characters that are not ASCII")),
    (lambda n: " " in n, Text("含有空格", "holds spaces")),
    (lambda n: n != n.lower(), Text("含有大写字母", "holds upper-case letters")),
    (lambda n: n.endswith("."), Text("以点结尾", "ends in a dot")),
    (lambda n: _RESERVED.fullmatch(n) is not None, Text("是 Windows 保留的名称", "is reserved by Windows")),
    (lambda n: _NAME.fullmatch(n) is None, Text("含有不允许的字符", "holds a character that is not allowed")),
)


def listing(ledgers: Path, prefix: str = "ledgers") -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """All ledger files as sorted posix paths below `ledgers`, and a finding for whatever else lies there; never raises.

    Hidden files are passed over, README.md is welcome. A file with an odd name is a finding and is not listed.
    """
    files: list[str] = []
    found: list[Diagnostic] = []
    _folder(Path(ledgers), "", prefix, files, found, 0)
    return tuple(sorted(files)), tuple(sorted(found, key=lambda d: (d.place.path, d.code.id)))


def _folder(folder: Path, below: str, prefix: str, files: list[str], found: list[Diagnostic], depth: int) -> None:
    """One folder and those in it."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda e: e.name)
    except OSError as error:
        found.append(say.UNREADABLE.at(_place(prefix, below), name=_safe(below or prefix), why=_reason(error)))
        return
    visible = [entry for entry in inside if not entry.name.startswith(".")]
    found.extend(_clashes(visible, below, prefix))
    for entry in visible:
        path = f"{below}/{entry.name}" if below else entry.name
        place = _place(prefix, path)
        try:
            mode = entry.stat(follow_symlinks=False).st_mode
            size = entry.stat(follow_symlinks=False).st_size
        except OSError as error:
            found.append(say.UNREADABLE.at(place, name=_safe(path), why=_reason(error)))
            continue
        if stat.S_ISLNK(mode):
            found.append(say.SYMLINK.at(place, name=_safe(path)))
        elif stat.S_ISDIR(mode):
            if odd := _odd(entry.name):
                found.append(say.NAME.at(place, name=_safe(entry.name), why=odd))
            elif depth >= MAX_DEPTH:
                found.append(say.UNREADABLE.at(place, name=_safe(path), why=Text("文件夹层次太深", "folders nested too deeply")))
            else:
                _folder(Path(entry.path), path, prefix, files, found, depth + 1)
        elif not stat.S_ISREG(mode):
            found.append(say.SPECIAL_FILE.at(place, name=_safe(path)))
        else:
            found.extend(_file(entry, path, place, size, files))


def _file(entry: os.DirEntry[str], path: str, place: Place, size: int, files: list[str]) -> Iterator[Diagnostic]:
    """Take a regular file into the list, or say why not."""
    stem, dot, extension = entry.name.rpartition(".")
    lower = extension.lower()
    if lower not in ("yml", "yaml") or not dot:
        if entry.name != "README.md":
            yield say.STRAY.at(place, name=_safe(path))
    elif extension != "yml":
        yield say.EXTENSION.at(place, name=_safe(entry.name), better=_safe(f"{stem}.yml"))
    elif odd := _odd(entry.name):
        yield say.NAME.at(place, name=_safe(entry.name), why=odd)
    elif size > MAX_BYTES:
        yield TOO_LARGE.at(place, size=f"{size / (1 << 20):.1f}", limit=MAX_BYTES >> 20)
    elif not os.access(entry.path, os.R_OK):
        yield say.UNREADABLE.at(place, name=_safe(path), why=Text("没有读取权限", "permission denied"))
    else:
        files.append(path)


def _clashes(entries: list[os.DirEntry[str]], below: str, prefix: str) -> Iterator[Diagnostic]:
    """Names of one folder that are the same where case does not count."""
    seen: dict[str, str] = {}
    for entry in entries:
        other = seen.setdefault(entry.name.casefold(), entry.name)
        if other != entry.name:
            here, there = (f"{below}/{name}" if below else name for name in (entry.name, other))
            yield say.CLASH.at(_place(prefix, here), related=(_place(prefix, there),), name=_safe(entry.name), other=_safe(other))


def _odd(name: str) -> Text | None:
    """What is wrong with a name, in words; None for a good one."""
    return next((why for wrong, why in _ODD if wrong(name)), None)


def _place(prefix: str, path: str) -> Place:
    return Place(_safe(f"{prefix}/{path}" if path else prefix))


def _safe(name: str) -> str:
    """A file name fit for printing: what cannot be decoded or seen is escaped."""
    return printable(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def _reason(error: OSError) -> str:
    return echo(error.strerror or type(error).__name__, 60)
