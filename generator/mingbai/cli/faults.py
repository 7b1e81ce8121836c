"""What is said when a run cannot go on: our fault, the environment's, or the site's configuration."""

from __future__ import annotations

import sys

from mingbai.cli.words import _, chosen
from mingbai.values.text import Text

USAGE, FAULT, ENVIRONMENT = 2, 3, 4

_SPOKEN = {
    ("mingbai.site.model", "SiteError"): USAGE,
    ("mingbai.publishing.errors", "ForeignError"): USAGE,
    ("mingbai.publishing.errors", "PublishError"): ENVIRONMENT,
    ("mingbai.serving.web", "ListenError"): ENVIRONMENT,
    ("mingbai.cli.files", "ChangedError"): ENVIRONMENT,
    ("mingbai.rendering.glyphs", "NoFontError"): ENVIRONMENT,
    ("mingbai.rendering.press", "PressError"): USAGE,
}
"""Exceptions that say themselves what is wrong (`text`), and their exit codes; the first that fits."""


def told(fault: Exception) -> tuple[str, int]:
    """The sentence for a person and the exit code."""
    spoken = _spoken(fault)
    if spoken is not None:
        return spoken
    if isinstance(fault, OSError) and fault.errno is not None:  # without a number it comes from a library, not from the system
        what = fault.strerror or str(fault)
        detail = f"{fault.filename}: {what}" if fault.filename else what
        return _("这台电脑不让程序继续：{detail}。请检查磁盘空间和文件夹权限，或是否有另一个 mingbai 正在运行。").format(detail=detail), ENVIRONMENT
    return _ours(fault), FAULT


def _spoken(fault: Exception) -> tuple[str, int] | None:
    """Looked up only in what was loaded: an exception of a module that was never imported cannot have come."""
    for (module, name), code in _SPOKEN.items():
        loaded = sys.modules.get(module)
        text = getattr(fault, "text", None)
        if loaded is not None and isinstance(fault, getattr(loaded, name)) and isinstance(text, Text):
            return text.say(chosen()), code
    return None


def _ours(fault: Exception) -> str:
    """In both languages, whoever reads it: it is to be sent on."""
    name = f"{type(fault).__name__}: {fault}"
    return (
        f"程序自己出了错，不是台账的错：{name}\n请加 -v 再运行一次，把全部输出发给明白的开发者。\n"
        f"A fault of the program, not of the ledgers: {name}\nPlease run it again with -v and send the whole output to the developers."
    )
