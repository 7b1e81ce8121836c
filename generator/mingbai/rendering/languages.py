"""The languages the site can be made in beside Chinese: one folder of `locale/` each, with its catalogue `site.mo`."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from mingbai.values.speech import Voice
from mingbai.values.tags import canonical, own_name
from mingbai.values.terms import Term

FOLDER = Path(__file__).resolve().parents[1] / "locale"
DOMAIN = "site"
_OWN_NAME = "中文"
"""What a catalogue translates by its language's own name for itself: English."""
_WHOLE = "en"
"""The catalogue that lacks nothing, by which the others are measured."""

COMMON = (
    *("网站", "微信群", "微信公众号", "电子屏", "短信", "窗口", "代办"),
    *("居委会", "村委会", "居民委员会", "社区党组织", "审批人", "委员", "副书记", "治保调解委员", "文体教育委员", "养老助残委员", "妇女委员"),
    *("基本户", "一般户", "专用户", "临时户"),
    *("原件", "复印件", "原件及复印件", "本人自备"),
    *("会议决定", "环境卫生"),
    *("日常便民", "文体活动", "停车出行", "平安志愿", "青少年服务", "法律和心理", "环境和邻里"),
)
"""Words that the ledgers of all communities use and that every catalogue has: channels, offices, sorts of accounts, forms of papers, categories of services."""

ONE = ("1 人", "1 户", "1 票", "1 项", "1 次", "1 天")
"""A unit with one of it, for languages that say it otherwise than with many."""


def languages() -> tuple[str, ...]:
    """The tags of the languages there is a catalogue for, sorted: `bo`, `en`, `zh-Hant`."""
    return tuple(sorted(_catalogues()))


def voice_of(lang: str, english: Mapping[str, str] | None = None) -> Voice:
    """The language of that tag; `english` is what the law packs say in English. Raises FileNotFoundError where there is no catalogue."""
    path = _catalogues().get(lang)
    if path is None:
        raise FileNotFoundError(f"{FOLDER}/{lang}/LC_MESSAGES/{DOMAIN}.mo")
    data = path.read_bytes()
    found, has = _read(data), _said(data)
    if lang == "en":
        found.add_fallback(_Declared(english or {}))
    whole = _said(_catalogues()[_WHOLE].read_bytes()) if lang != _WHOLE else has
    share = len(has & whole) * 100 // len(whole)
    name = found.gettext(_OWN_NAME) if _OWN_NAME in has else own_name(lang)
    return Voice(lang, name, found.gettext, (lang, sha256(data).digest(), frozenset((english or {}).items())), share)


def _catalogues() -> dict[str, Path]:
    """The compiled catalogue of every language; its folder may be named as gettext does it, `zh_Hant`."""
    return {canonical(p.parents[1].name): p for p in sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))}


def _read(data: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(data))


@lru_cache(maxsize=8)
def _said(data: bytes) -> frozenset[str]:
    """The Chinese texts that a catalogue has a translation of."""
    return frozenset(vars(_read(data))["_catalog"]) - {""}


class _Declared(gettext.NullTranslations):
    """What has its English beside it where it is declared: words of closed lists (城市居委会, `urban`), law packs."""

    def __init__(self, law: Mapping[str, str]) -> None:
        super().__init__()
        self._known = {t.zh: str(t.value) for sort in _sorts(Term) for t in sort} | dict(law)

    def gettext(self, message: str) -> str:
        return self._known.get(message, message)


def _sorts(above: type[Term]) -> list[type[Term]]:
    return [inner for sort in above.__subclasses__() for inner in (sort, *_sorts(sort))]
