"""Licences of data: what a community calls the one it grants, and by which id and address programs know it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CC: Final = "https://creativecommons.org/"
_ODC: Final = "https://opendatacommons.org/licenses/"
_KNOWN: Final = {
    "CC0-1.0": f"{_CC}publicdomain/zero/1.0/",
    "CC-BY-4.0": f"{_CC}licenses/by/4.0/",
    "CC-BY-SA-4.0": f"{_CC}licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": f"{_CC}licenses/by-nc/4.0/",
    "CC-BY-ND-4.0": f"{_CC}licenses/by-nd/4.0/",
    "CC-BY-NC-SA-4.0": f"{_CC}licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": f"{_CC}licenses/by-nc-nd/4.0/",
    "PDDL-1.0": f"{_ODC}pddl/1-0/",
    "ODC-By-1.0": f"{_ODC}by/1-0/",
    "ODbL-1.0": f"{_ODC}odbl/1-0/",
}
"""The ids of SPDX and where the text stands, by its publisher."""
_VERSIONED: Final = re.compile("(国际|international)?(版|许可|协议|许可协议|licen[cs]e)?$")
"""What people add to the name of one of these without meaning another."""


class Licence(NamedTuple):
    """On which terms the data may be used.

    Attributes:
        name: as the community wrote it.
        web: where its text stands; empty where it stands nowhere else.
        words: what the community says of it in plain words.
        id: what programs call it; empty where it is not one of those known everywhere.
    """

    name: str
    web: str = ""
    words: str = ""
    id: str = ""


def licence(name: str, web: str, words: str) -> Licence:
    """The licence of that name: `CC BY 4.0`, `cc-by-4.0` and `CC BY 4.0 国际` are known, with their address; of any other only what was written is known."""
    id = _BY_LETTERS.get(_letters(name), "")
    return Licence(name, web or _KNOWN.get(id, ""), words, id)


def _letters(name: str) -> str:
    return _VERSIONED.sub("", "".join(c for c in name.casefold() if c.isalnum() or c == "."))


_BY_LETTERS: Final = {_letters(id): id for id in _KNOWN}
