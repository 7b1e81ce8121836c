"""What a person meant: from a line that cannot be read to the one sentence that helps."""

from __future__ import annotations

import re
from typing import Any, Final

from yaml.error import MarkedYAMLError

from mingbai.diagnostics import Code
from mingbai.reading import codes_yaml as say
from mingbai.reading.findings import Findings
from mingbai.reading.lines import echo
from mingbai.values.text import Text

Hint = tuple[Code, int, int, dict[str, Any]]
"""A code, the columns it is about (counted from 0), and the values of its message."""

_START: Final = r" *(?:- +)*"
_NAME: Final = r"""[^\s:：#"'\[\]{},&*!|>%@`-][^\s:：#"'\[\]{},]{0,19}"""
_FULLWIDTH: Final = re.compile(rf"{_START}({_NAME})(：)")
_NO_SPACE: Final = re.compile(rf"{_START}((?!\d){_NAME})(:)(?=[^\s:/])")
_SPECIAL: Final = re.compile(rf"{_START}(?:(?:{_NAME}|\"[^\"]*\") *: +)?([*&!%@`|>,\]}}?-])")
_FIELD: Final = re.compile(rf"{_START}({_NAME}|\"[^\"]*\") *:(?: |$)")


def keyish(line: str) -> Hint | None:
    """The line is meant as “field: value” but lacks the half-width colon or the space after it."""
    for pattern, code in ((_FULLWIDTH, say.FULLWIDTH), (_NO_SPACE, say.SPACE)):
        if match := pattern.match(line):
            return code, match.start(1), match.end(2), {"key": echo(match[1])}
    return None


def explain(error: MarkedYAMLError, findings: Findings) -> None:
    """One finding for the error that ended the walk, at the line a person has to mend."""
    lines = findings.lines
    problem, context = str(error.problem), str(error.context)
    spot = error.problem_mark or error.context_mark
    at = min(spot.index, len(lines.text)) if spot else 0
    begun = min(error.context_mark.index, at) if error.context_mark else at
    number, first = lines.number(at), lines.number(begun)
    if "quoted scalar" in context:
        _quoted(problem, at, begun, findings)
    elif "directive" in context or "directive" in problem:
        findings.on_line(say.DIRECTIVE, first)
    elif "cannot start any token" in problem or context.endswith(("a tag", "an alias", "an anchor")):
        _special(begun, findings)
    elif "flow" in context:
        _bracket(begun, number, findings)
    else:
        _line(problem, context, at, number, first if "simple key" in context else number, findings)


def _line(problem: str, context: str, at: int, number: int, first: int, findings: Findings) -> None:
    lines = findings.lines
    for candidate in dict.fromkeys((first, number, _above(number, findings))):
        if hint := keyish(lines.line(candidate)):
            return tell(hint, candidate, findings)
    text, column = lines.line(number), at - lines.starts[number]
    special = _SPECIAL.match(text)
    field = _FIELD.match(text)
    if text.lstrip(" -").startswith(":"):
        return findings.add(say.EMPTY_KEY, lines.starts[number] + text.index(":"))
    if "document start" in problem and lines.line(_above(number, findings)).startswith(("...", "---")):
        return findings.on_line(say.DOCUMENTS, number)
    if "simple key" in context:
        return findings.on_line(say.NO_COLON, first, shown=echo(lines.line(first).strip(" ")))
    if "mapping values" in problem and field and column >= field.end() - 1:
        return findings.add(say.COLON, at, at + 1, key=echo(field[1]))
    if special and special.start(1) <= column <= special.start(1) + 1 and not _is_item(text, special.start(1)):
        return _special(lines.starts[number] + special.start(1), findings)
    if "expected key" in problem and re.search(r"[\"']\s*$", text[:column]):
        return findings.add(say.AFTER_QUOTE, at, lines.starts[number] + len(text), shown=echo(text[column:]))
    if re.search(r"expected key|'-' indicator|mapping values|not allowed in this context|document start", problem) and text.strip(" "):
        return findings.on_line(say.INDENT, number, shown=echo(text.strip(" ")))
    if "block scalar" in context:
        return findings.add(say.SPECIAL, at - 1 if column else at, at, sign=text[column - 1 : column] or "|")
    return findings.add(say.SYNTAX, at, at + 1, problem=echo(problem, 60))


def tell(hint: Hint, number: int, findings: Findings) -> None:
    """Add the finding of a hint about a line counted from 0."""
    code, start, end, told = hint
    begin = findings.lines.starts[number]
    findings.add(code, begin + start, begin + end, **told)


def _special(at: int, findings: Findings) -> None:
    """A sign that means something else than text where it stands."""
    lines, number = findings.lines, findings.lines.number(at)
    if lines.text[at : at + 1] == "%" and lines.starts[number] == at:
        return findings.on_line(say.DIRECTIVE, number)
    return findings.add(say.SPECIAL, at, at + 1, sign=echo(lines.text[at : at + 1]))


def _quoted(problem: str, at: int, begun: int, findings: Findings) -> None:
    text = findings.lines.text
    if "escape" in problem or "hexdecimal" in problem:
        # libyaml marks the start of the escape or a place a little inside it.
        where = text.rfind("\\", begun, at + 1)
        where = at if where < 0 else where
        return findings.add(say.ESCAPE, where, where + 2)
    return findings.add(say.QUOTE, begun, begun + 1, sign=text[begun : begun + 1])


def _bracket(begun: int, number: int, findings: Findings) -> None:
    lines = findings.lines
    for candidate in range(lines.number(begun) + 1, min(number, lines.number(begun) + 50) + 1):
        if hint := keyish(lines.line(candidate)):
            return tell(hint, candidate, findings)
    if lines.text[begun : begun + 1] == ",":
        return findings.add(say.SYNTAX, begun, problem=Text("逗号前面没有内容", "nothing before the comma"))
    if lines.text[begun : begun + 1] not in ("[", "{"):
        begun = max(lines.text.rfind("[", 0, begun), lines.text.rfind("{", 0, begun), 0)
    return findings.add(say.BRACKET, begun, begun + 1, sign=lines.text[begun : begun + 1])


def _above(number: int, findings: Findings) -> int:
    """The nearest line above that is neither empty nor a comment."""
    for candidate in range(number - 1, max(number - 50, -1), -1):
        line = findings.lines.line(candidate).lstrip(" ")
        if line and not line.startswith("#"):
            return candidate
    return number


def _is_item(text: str, column: int) -> bool:
    """Whether the sign is the “- ” of a list item at the start of its line."""
    return text[column : column + 2] in ("- ", "-") and not text[:column].strip(" ")
