"""Names of accounts that both programs take: ASCII letters, digits and hyphens, and any character beyond ASCII."""

from __future__ import annotations

import re

_UNFIT = re.compile(r"[^A-Za-z0-9\-\u0080-\U0010ffff]+")
_BLANK = re.compile(r"\s")


class Names:
    """One name for each text, and no name for two: what is not fit becomes a hyphen, the second of the same gets -2."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, text: str) -> str:
        """The name of a text, the same every time."""
        if text not in self._given:
            self._given[text] = self._free(_BLANK.sub("-", _UNFIT.sub("-", text)).strip("-") or "x")
        return self._given[text]

    def _free(self, name: str) -> str:
        found, n = name, 1
        while found.casefold() in self._taken:
            n += 1
            found = f"{name}-{n}"
        self._taken.add(found.casefold())
        return found
