"""Sheets → PDFs: every character is looked up in the fonts first, and what none has is found again in the ledgers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mingbai.diagnostics import Diagnostic, Place, Span
from mingbai.printing.codes import NO_GLYPH
from mingbai.rendering.glyphs import FAMILIES, choose
from mingbai.rendering.press import TEMPLATE, Press, words
from mingbai.rendering.templates import template_dirs
from mingbai.sheets import Sheet


class Printed(NamedTuple):
    """The PDFs by the name of their sheet; none where characters are missing."""

    files: Mapping[str, bytes]
    findings: tuple[Diagnostic, ...]


def setting(root: Path, sheets: Sequence[Sheet], texts: Mapping[str, str], paper: str) -> Printed:
    """All sheets, or what keeps them from being set.

    Raises:
        NoFontError: no font with Chinese characters is installed.
        PressError: the community's own template is wrong.
    """
    fonts = choose(map(words, sheets), FAMILIES)
    if fonts.missing:
        return Printed({}, tuple(_missing(fonts.missing, texts)))
    template = next(path for folder in template_dirs(root) if (path := folder / TEMPLATE).is_file())
    press = Press(template, fonts, paper)
    return Printed({one.name: press.pdf(one) for one in sheets}, ())


def _missing(characters: Iterable[str], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """One finding a character, at the first place where it is written, with the others beside it; a word of ours stands nowhere."""
    for c in characters:
        places = [Place(path, span=_span(text, at)) for path, text in texts.items() for at in _found(text, c)]
        first, rest = (places[0], tuple(places[1:5])) if places else (Place("", span=Span(1, 1, 1, 1)), ())
        yield NO_GLYPH.at(first, related=rest, character=c, point=f"{ord(c):04X}")


def _found(text: str, character: str) -> Iterator[int]:
    at = text.find(character)
    while at >= 0:
        yield at
        at = text.find(character, at + 1)


def _span(text: str, at: int) -> Span:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return Span(line, column, line, column + 1)
