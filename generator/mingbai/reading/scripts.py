"""Which characters a ledger may hold, as ranges: independent of the Unicode version of the Python that runs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mingbai.values.text import Text

Ranges = tuple[tuple[int, int], ...]

HAN: Final[Ranges] = (
    *((0x3005, 0x3005), (0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    # Twelve characters of the compatibility block are ordinary characters in spite of its name.
    *((0xFA0E, 0xFA0F), (0xFA11, 0xFA11), (0xFA13, 0xFA14), (0xFA1F, 0xFA1F), (0xFA21, 0xFA21), (0xFA23, 0xFA24), (0xFA27, 0xFA29)),
    *((0x20000, 0x2A6DF), (0x2A700, 0x2EE5D), (0x30000, 0x33479)),
)
PUNCTUATION: Final[Ranges] = (
    *((0x0A, 0x0A), (0x20, 0x7E), (0xA5, 0xA5), (0xB7, 0xB7)),  # ¥ and · are what Chinese keyboards type
    *((0x2010, 0x2027), (0x2030, 0x205E), (0x3000, 0x3029), (0x3030, 0x3030), (0x3038, 0x303D), (0x33A1, 0x33A1)),
    *((0xFF01, 0xFF5E), (0xFFE0, 0xFFE6)),
)
SCRIPTS: Final[dict[str, tuple[Text, Ranges]]] = {
    "Latin": (Text("带符号的拉丁", "Latin"), ((0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0x24F), (0x300, 0x36F), (0x1E00, 0x1EFF))),
    "Greek": (Text("希腊", "Greek"), ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    "Cyrillic": (Text("西里尔", "Cyrillic"), ((0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F))),
    "Arabic": (
        Text("阿拉伯（维吾尔、哈萨克）", "Arabic"),
        ((0x600, 0x61B), (0x61D, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFC)),
    ),
    "Tibetan": (Text("藏文", "Tibetan"), ((0xF00, 0xFFF),)),
    "Mongolian": (Text("蒙古文", "Mongolian"), ((0x1800, 0x18AF), (0x202F, 0x202F), (0x11660, 0x1167F))),
    "Yi": (Text("彝文", "Yi"), ((0xA000, 0xA4CF),)),
    "Lisu": (Text("傈僳文", "Lisu"), ((0xA4D0, 0xA4FF), (0x11FB0, 0x11FBF))),
    "Tai Le": (Text("德宏傣文", "Tai Le"), ((0x1950, 0x197F),)),
    "New Tai Lue": (Text("西双版纳新傣文", "New Tai Lue"), ((0x1980, 0x19DF),)),
    "Tai Tham": (Text("西双版纳老傣文", "Tai Tham"), ((0x1A20, 0x1AAF),)),
    "Miao": (Text("滇东北苗文", "Miao"), ((0x16F00, 0x16F9F),)),
    "Hangul": (
        Text("朝鲜文", "Hangul"),
        (
            (0x1100, 0x115E),
            (0x1161, 0x11FF),
            (0x302E, 0x302F),
            (0x3131, 0x3163),
            (0x3165, 0x318F),
            (0xA960, 0xA97F),
            (0xAC00, 0xD7FF),
            (0xFFA1, 0xFFDC),
        ),
    ),
    "Hiragana": (Text("日文平假名", "Hiragana"), ((0x3041, 0x309F), (0x1B001, 0x1B11F), (0x1B150, 0x1B152))),
    "Katakana": (Text("日文片假名", "Katakana"), ((0x30A0, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))),
    "Bopomofo": (Text("注音", "Bopomofo"), ((0x2EA, 0x2EB), (0x3100, 0x312F), (0x31A0, 0x31BF))),
}
"""Scripts a community may name, with the ranges of their characters."""

INVISIBLE: Final[dict[str, tuple[Text, Ranges]]] = {
    "tab": (Text("制表符", "tab"), ((9, 9),)),
    "control": (Text("控制字符", "control character"), ((0, 8), (0xB, 0x1F), (0x7F, 0x84), (0x86, 0x9F))),
    "line": (Text("特殊换行符", "unusual line break"), ((0x85, 0x85), (0x2028, 0x2029))),
    "hyphen": (Text("软连字符", "soft hyphen"), ((0xAD, 0xAD),)),
    "space": (Text("特殊空格", "unusual space"), ((0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F))),
    "bidi": (Text("改变文字方向的控制符", "bidirectional control"), ((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))),
    "zero": (Text("零宽字符", "zero-width character"), ((0x34F, 0x34F), (0x200B, 0x200D), (0x2060, 0x2065), (0x206A, 0x206F))),
    "filler": (
        Text("看不见的填充符", "invisible filler"),
        ((0x115F, 0x1160), (0x17B4, 0x17B5), (0x3164, 0x3164), (0xFFA0, 0xFFA0), (0x2800, 0x2800)),
    ),
    "bom": (Text("文件中间的字节顺序标记", "byte order mark inside the text"), ((0xFEFF, 0xFEFF),)),
    "annotation": (Text("注释控制符", "annotation control"), ((0xFFF0, 0xFFFC), (0x1D173, 0x1D17A))),
    "damaged": (Text("替换符，原来的字已在转换编码时丢失", "replacement character: the original was lost in conversion"), ((0xFFFD, 0xFFFD),)),
    "variation": (Text("变体选择符", "variation selector"), ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))),
    "tag": (Text("标签字符", "tag character"), ((0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF))),
    "private": (
        Text("自造字，别的电脑上显示不出来", "private-use character, shown nowhere else"),
        ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)),
    ),
    "surrogate": (Text("半个字符", "half a character"), ((0xD800, 0xDFFF),)),
    "nonchar": (
        Text("非字符", "noncharacter"),
        ((0xFDD0, 0xFDEF), *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17))),
    ),
}
"""What is never allowed because nobody can see or tell it, by kind."""


def gb2312_symbols() -> Ranges:
    """Rows 1 and 2 of GB 2312 as Python's own codec knows them: punctuation, units, ① ⑴ ⒈ ㈠ Ⅰ № ℃ ± ∑ → ■."""
    cells = (bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", "ignore") for row in (1, 2) for cell in range(1, 95))
    return tuple((ord(char), ord(char)) for char in cells if char)


def inside(char: str, ranges: Ranges) -> bool:
    """Whether a character lies in one of the ranges."""
    return any(low <= ord(char) <= high for low, high in ranges)


def as_class(ranges: Ranges) -> str:
    """The ranges as the inside of a regular expression's character class."""
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)


@lru_cache(maxsize=32)
def allowed(scripts: frozenset[str]) -> str:
    """The inside of a character class of everything a ledger may hold when `scripts` are named; unknown names add nothing."""
    named = tuple(r for name in sorted(scripts & SCRIPTS.keys()) for r in SCRIPTS[name][1])
    return as_class((*PUNCTUATION, *gb2312_symbols(), *HAN, *named))


@lru_cache(maxsize=32)
def suspects(scripts: frozenset[str]) -> re.Pattern[str]:
    """One pattern for any character outside the allow-list."""
    return re.compile(f"[^{allowed(scripts)}]")


@lru_cache(maxsize=32)
def harmless(scripts: frozenset[str]) -> re.Pattern[str]:
    """One pattern for whole texts of allowed characters: three times as fast as looking for a suspect."""
    return re.compile(f"[{allowed(scripts)}]*+")
