"""Findings as a person reads them: the place, the original text with what is meant underlined, what is wrong, how to mend it, the law.

The layout is product.md's, to the character. Nothing of the ledger reaches the terminal unescaped, and a number that the
privacy scan has found is covered wherever its line is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mingbai.diagnostics import Diagnostic, Place, Severity, Span
from mingbai.packs import Law
from mingbai.reporting.cover import cover, covered
from mingbai.reporting.display import excerpt, safe
from mingbai.values.text import Lang, Text

PER_FILE = 200
"""At most this many findings of one file are printed; the rest are counted."""

_REMEDY = Text("怎么改: ", "To mend: ")
_BASIS = Text("依据: ", "Basis: ")
_MORE = Text("详见: ", "See: ")
_RELATED = Text("另见: ", "See also: ")
_REST = Text("{path}: 另有 {count} 处没有列出，请先改好以上各处。", "{path}: {count} more not listed; mend these first.")
_PAINT = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}


@dataclass(frozen=True)
class Style:
    """How to say it: the language, the law for citations, the texts for excerpts, colour or none."""

    lang: Lang
    law: Law
    texts: Mapping[str, str]
    colour: bool = False
    lines: dict[str, list[str]] = field(default_factory=dict)

    def say(self, text: Text, **values: object) -> str:
        return text.say(self.lang, **values)

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def verdict(errors: int, warnings: int, lang: Lang) -> str:
    """可以发布（3 处提醒） or 不能发布（2 处错误，3 处提醒）: the report's first line; advice never counts."""
    if lang == "en":
        noted = f"{warnings} warning{'' if warnings == 1 else 's'}"
        return f"Cannot be published ({errors} error{'' if errors == 1 else 's'}, {noted})" if errors else f"Ready to publish ({noted})"
    return f"不能发布（{errors} 处错误，{warnings} 处提醒）" if errors else f"可以发布（{warnings} 处提醒）"


def report(findings: Sequence[Diagnostic], style: Style) -> Iterator[str]:
    """Every finding, one after another, lines without line ends; `findings` are sorted and have their spans."""
    hide = covered(findings)
    printed: dict[str, int] = defaultdict(int)
    totals: dict[str, int] = defaultdict(int)
    for one in findings:
        totals[one.place.path] += 1
    for n, one in enumerate(findings):
        path = one.place.path
        printed[path] += 1
        if printed[path] <= PER_FILE:
            yield from finding(one, style, hide.get(path, ()))
        last = n + 1 == len(findings) or findings[n + 1].place.path != path
        if last and totals[path] > PER_FILE:
            yield style.say(_REST, path=safe(path), count=totals[path] - PER_FILE)


def finding(one: Diagnostic, style: Style, hide: Iterable[Span] = ()) -> Iterator[str]:
    """One finding, in product.md's layout."""
    hue = _PAINT[one.severity]
    head = style.paint(f"{style.say(one.severity.label)} {one.code.id}", f"1;{hue}")
    yield f"{style.paint(_where(one.place), '1')}: {head} {safe(style.say(one.code.title))}"
    yield from _excerpt(one, style, hide, hue)
    for place in one.related:
        if place.path:
            yield f"  {style.say(_RELATED)}{_where(place)}"
    remedy = one.remedy(style.lang)
    if remedy:
        yield f"  {style.say(_REMEDY)}{safe(remedy)}"
    cited = ("、" if style.lang == "zh" else "; ").join(style.law.cite(c, style.lang) for c in style.law.basis(one.basis))
    explain = f"{style.say(_MORE)}mingbai explain {one.code.id}"
    yield f"  {style.say(_BASIS)}{safe(cited)}    {explain}" if cited else f"  {explain}"


def _where(place: Place) -> str:
    span = place.span
    return safe(f"{place.path}:{span.line}:{span.column}" if span else place.path)


def _excerpt(one: Diagnostic, style: Style, hide: Iterable[Span], hue: str) -> Iterator[str]:
    message, span = safe(one.message(style.lang)), one.place.span
    lines = _lines(one.place.path, style)
    if span is None or not 0 < span.line <= len(lines):
        yield f"  {message}"
        return
    gutter = max(5, len(str(span.line)))
    if span.line > 1:
        above = excerpt(cover(lines[span.line - 2], span.line - 1, hide), 0, 0)[0]
        yield f"{span.line - 1:>{gutter}} | {above}".rstrip()
    source = cover(lines[span.line - 1], span.line, hide)
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    shown, column, run = excerpt(source, span.column - 1, end)
    yield f"{span.line:>{gutter}} | {shown}".rstrip()
    yield f"{'':>{gutter}} | {' ' * column}{style.paint('^' * run, hue)} {style.paint(message, hue)}"


def _lines(path: str, style: Style) -> list[str]:
    if path not in style.lines:
        style.lines[path] = [line.removesuffix("\r") for line in style.texts[path].split("\n")] if path in style.texts else []
    return style.lines[path]
