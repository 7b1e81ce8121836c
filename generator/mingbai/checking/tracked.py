"""What is meant for the board alone must not be in git: `private/` holds names that are never published (ledgers.md, principle 10).

Git's own list of files (`.git/index`) is read as it lies on the disk; no program is started.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.values.text import Text

PRIVATE = "private"
TRACKED = Code(
    "PRT001",
    Severity.ERROR,
    Text("只给公开栏的内容进了 git", "words for the board alone are in git"),
    Text("{path} 已经交给 git 管理，推送上去谁都能看到", "{path} is tracked by git; whoever gets the repository can read it"),
    Text(
        "运行 git rm --cached {path} 并提交；.gitignore 里写一行 private/。已经推送过的，还要请管理员把它从历史里清除。",
        "Run git rm --cached {path} and commit; keep a line private/ in .gitignore. Where it was pushed, have it removed from the history as well.",
    ),
    Text(
        "private/ 里是姓名、金额这样只能张贴、不能上网的内容；git 里的东西删了也还在历史里。",
        "private/ holds names and sums that may be put up but never published; git keeps what was deleted in its history.",
    ),
)
CODES = (TRACKED,)


def tracked(root: Path) -> Iterator[Diagnostic]:
    """A finding for every file of `private/` that git tracks; nothing where the community is in no repository."""
    if not (root / PRIVATE).is_dir():
        return
    found = repository(root)
    if found is None:
        return
    top, folder = found
    try:
        data = (folder / "index").read_bytes()
    except FileNotFoundError:
        return  # nothing was ever added
    below = root.resolve().relative_to(top).as_posix()
    prefix = "" if below == "." else f"{below}/"
    for path in sorted((root / PRIVATE).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and f"{prefix}{name}".encode() in _names(data):
            yield TRACKED.at(Place(name), path=name)


def repository(root: Path) -> tuple[Path, Path] | None:
    """The top of the working tree in which a folder lies and its git folder; None where there is none."""
    root = root.resolve()
    for top in (root, *root.parents):
        git = top / ".git"
        if git.is_dir():
            return top, git
        if git.is_file():  # a working tree beside its repository
            named = git.read_text("utf-8", "replace").partition("gitdir:")[2].strip()
            return top, (top / named)
    return None


def _names(data: bytes) -> frozenset[bytes]:
    """The paths in an index of versions 2 to 4; what cannot be understood is taken for a list of whatever it holds."""
    version, count = int.from_bytes(data[4:8], "big"), int.from_bytes(data[8:12], "big")
    for hash_length in (20, 32):  # SHA-1, SHA-256
        names = _entries(data, version, count, hash_length)
        if names is not None:
            return names
    return frozenset(data.split(b"\0"))


def _entries(data: bytes, version: int, count: int, hash_length: int) -> frozenset[bytes] | None:
    found, at, last = set(), 12, b""
    for _ in range(count):
        start, at = at, at + 40 + hash_length + 2
        if at >= len(data) or data[:4] != b"DIRC" or version not in (2, 3, 4):
            return None
        flags = int.from_bytes(data[at - 2 : at], "big")
        at += 2 if flags & 0x4000 and version > 2 else 0
        keep = b""
        if version == 4:
            strip, at = _number(data, at)
            keep = last[: len(last) - strip]
        end = data.find(b"\0", at)
        if end < 0:
            return None
        last = keep + data[at:end]
        if (flags & 0xFFF) != min(len(last), 0xFFF):
            return None
        found.add(last)
        at = end + 1 if version == 4 else start + (end - start + 8) // 8 * 8
    return frozenset(found)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, as packs of git write offsets; and where it ends."""
    byte = data[at]
    value = byte & 127
    while byte & 128 and at + 1 < len(data):
        at += 1
        byte = data[at]
        value = ((value + 1) << 7) | (byte & 127)
    return value, at + 1
