"""Languages by their tags (BCP 47): `en`, `zh-Hant`, `ug`; which way they are written, and what they call themselves."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, StringConstraints

_RIGHT_TO_LEFT: Final = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
_SCRIPTS: Final = {
    "ar": "Arab",
    "ckb": "Arab",
    "dv": "Thaa",
    "fa": "Arab",
    "he": "Hebr",
    "ps": "Arab",
    "sd": "Arab",
    "ug": "Arab",
    "ur": "Arab",
    "yi": "Hebr",
}
"""What languages are written in whose tag does not say it and that are written from right to left."""

_HAN: Final = frozenset({"zh", "yue", "nan", "hak", "wuu", "gan", "hsn", "cdo", "lzh", "ja"})
"""Languages that are written in Chinese characters, without blanks between words."""

_NAMES: Final = {
    "en": ("English", "EN"),
    "zh-Hant": ("繁體中文", "繁"),
    "zh-TW": ("繁體中文（臺灣）", "繁"),
    "zh-HK": ("繁體中文（香港）", "繁"),
    "bo": ("བོད་ཡིག", "བོད"),
    "ug": ("ئۇيغۇرچە", "ئۇي"),
    "mn": ("Монгол", "Мон"),
    "mn-Mong": ("ᠮᠣᠩᠭᠣᠯ", "ᠮᠣᠩ"),
    "kk": ("Қазақша", "Қаз"),
    "kk-Arab": ("قازاقشا", "قاز"),
    "ko": ("한국어", "한국"),
    "ii": ("ꆈꌠꉙ", "ꆈꌠ"),
    "za": ("Vahcuengh", "ZA"),
}
"""Languages of China's communities by their own names, in full and where there is no room; a catalogue's own word goes before."""


def canonical(tag: str) -> str:
    """The tag as it is written in pages: `zh_hant_tw` → `zh-Hant-TW`."""
    first, *others = tag.replace("_", "-").split("-")
    return "-".join((first.lower(), *(_part(p) for p in others)))


def _part(text: str) -> str:
    return text.title() if len(text) == 4 and text.isalpha() else text.upper() if len(text) == 2 else text.lower()


Tag = Annotated[str, StringConstraints(pattern=r"^[^\s/\\.]+$", max_length=35), AfterValidator(canonical)]
"""A language as communities ask for it: `en`, `zh-Hant`; that there is no catalogue of `english` or `英文` is told where catalogues are known."""


def own_name(tag: str) -> str:
    """What a language calls itself; its tag where nobody here knows."""
    return _NAMES[tag][0] if tag in _NAMES else tag


def short_name(tag: str, name: str) -> str:
    """What stands for the language where there is no room: 中文, EN, 繁."""
    return name if len(name) < 3 else _NAMES[tag][1] if tag in _NAMES else tag.upper()


def direction(tag: str) -> str:
    """`rtl` or `ltr`, as HTML wants it."""
    script = next((p for p in tag.split("-")[1:] if len(p) == 4 and p.isalpha()), None) or _SCRIPTS.get(tag.partition("-")[0], "")
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def written_in_han(tag: str) -> bool:
    """Whether the language is written in Chinese characters: its text cannot be told from Chinese, and has no blanks between words."""
    return tag.partition("-")[0] in _HAN
