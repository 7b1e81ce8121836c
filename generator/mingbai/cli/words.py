"""What the command line says, in the language the user asked for.

Messages are written in Chinese where they are used, inside `_()` (said at once) or `N_()` (marked here, said later); English
stands in `en/LC_MESSAGES/mingbai.po`. The language is chosen once per run, before the first word is printed. Findings do not
come through here: their codes carry both languages themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from mingbai.values.counted import Counting
from mingbai.values.text import Lang

DOMAIN = "mingbai"
FOLDER = Path(__file__).parent.parent / "locale"

_chosen: Lang = "zh"


def choose(lang: Lang) -> None:
    """From here on, speak this language."""
    global _chosen  # noqa: PLW0603  one language per process, like the terminal it speaks to
    _chosen = lang


def chosen() -> Lang:
    """The language spoken now."""
    return _chosen


def from_environment(env: Mapping[str, str] = os.environ) -> Lang:
    """English where the first of LC_ALL, LC_MESSAGES, LANG that is set says so, Chinese otherwise."""
    named = next((env[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(k)), "")
    return "en" if named.lower().startswith("en") else "zh"


@cache
def _catalogue() -> Callable[[str], str]:
    import gettext

    return gettext.translation(DOMAIN, FOLDER, ["en"], fallback=True).gettext


class _Counted(str):
    """An English message: its places count, `{n:day|days}` is 1 day and 2 days."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        return Counting().vformat(self, args, values)


def _(message: str) -> str:
    """The message in the language chosen."""
    return message if _chosen == "zh" or not message else _Counted(_catalogue()(message))


def later(message: str | None) -> str:
    """A message marked by `N_`, said now; nothing where there is none."""
    return _(message) if message else ""


def listed(items: Iterable[object]) -> str:
    """Items in a sentence, with the comma of the language chosen."""
    return ("、" if _chosen == "zh" else ", ").join(map(str, items))


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """Marks a message for the catalogue; it is said later, through `_`."""
    return message
