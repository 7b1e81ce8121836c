"""Which fonts of this computer have the characters of a text. The only fontTools; typst sets a box for what is missing and says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from mingbai.values.text import Text

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

FAMILIES = (
    # black letters are read best from two steps away
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "Hiragino Sans GB", "Heiti SC", "STHeiti",
    "SimHei", "DengXian", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback",
    "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Source Han Serif CN", "SimSun", "Songti SC", "STSong", "FangSong", "STFangsong",
    # what the others lack: rare characters of names
    "SimSun-ExtB", "SimSun-ExtG", "PMingLiU-ExtB", "MingLiU-ExtB", "HanaMinA", "HanaMinB", "BabelStone Han", "Plangothic P1", "Plangothic P2",
)  # fmt: skip
"""Families with simplified Chinese as they come with Linux, Windows and macOS, the best first."""
_REGULAR = 400


class NoFontError(Exception):
    """No family with Chinese characters is installed."""

    def __init__(self) -> None:
        self.text = Text(
            "这台电脑上没有能排中文的字体，印不了公告。请装一种："
            "Debian、Ubuntu：apt install fonts-noto-cjk；其他 Linux 装 Noto Sans CJK（思源黑体）；"
            "Windows、macOS 自带微软雅黑、宋体、黑体，缺了就从系统的字体设置里补装。",
            "No font with Chinese characters is installed, so nothing can be printed. Install one: "
            "apt install fonts-noto-cjk on Debian and Ubuntu, Noto Sans CJK on other Linux; "
            "Windows and macOS bring Microsoft YaHei, SimSun, Songti: add them again in the system's font settings.",
        )
        super().__init__(self.text.en)


@dataclass(frozen=True, slots=True)
class Choice:
    """The families that together have the characters, the main one first; `missing` are those that none has, in order."""

    families: tuple[str, ...]
    missing: tuple[str, ...]
    fonts: Fonts


def choose(text: Iterable[str], families: Sequence[str]) -> Choice:
    """The first family that is installed, and of the others those that have what it lacks.

    Raises:
        NoFontError: none of the families is installed.
    """
    import typst

    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
    installed = _upright(fonts.fonts())
    known = [name for name in families if name in installed]
    if not known:
        raise NoFontError
    left = {c for c in set().union(*text) if not c.isspace()}
    chosen = []
    for n, name in enumerate(known):
        info = installed[name]
        has = {c for c in left if ord(c) in characters(str(info.path), info.index)}
        if has or not n:
            chosen.append(name)
            left -= has
        if not left:
            break
    return Choice(tuple(chosen), tuple(sorted(left)), fonts)


def _upright(infos: Iterable[FontInfo]) -> dict[str, FontInfo]:
    """The regular cut of every family that lies in a file."""
    found: dict[str, Any] = {}
    for info in infos:
        if info.path and info.style == "normal":
            known = found.get(info.family)
            if known is None or abs(info.weight - _REGULAR) < abs(known.weight - _REGULAR):
                found[info.family] = info
    return found


@cache
def characters(path: str, index: int) -> frozenset[int]:
    """The code points for which a font has a glyph, by its cmap."""
    from fontTools.ttLib import TTFont

    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font["cmap"].getBestCmap())
