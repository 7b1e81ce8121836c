"""The walk over libyaml's events: plain dict, list, str and None, and every refusal with its place.

Nothing is typed and nothing is resolved. The loop is one function because it runs once per scalar; what is rare lives in methods.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, Final

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mingbai.diagnostics import Code
from mingbai.reading import codes_yaml as say
from mingbai.reading import scripts as allow
from mingbai.reading.characters import HURTS_SYNTAX, sort
from mingbai.reading.characters import values as told_of
from mingbai.reading.codes_text import EMPTY, FORBIDDEN, NOT_NFC
from mingbai.reading.findings import Findings
from mingbai.reading.hints import explain, keyish, tell
from mingbai.reading.lines import echo
from mingbai.reading.spans import Locator
from mingbai.schema.record import AT
from mingbai.values.text import Text

MAX_DEPTH: Final = 24
MAX_NODES: Final = 1_000_000
MAX_SCALAR: Final = 64 << 10
SHORT: Final = MAX_SCALAR >> 2
"""A text of so few characters cannot exceed MAX_SCALAR bytes."""

NULLS: Final = frozenset(("", "~", "null"))
_COMMENT_LINES: Final = re.compile(r"(?: *+(?:#[^\n]*+)?+\n)*+")
_BLANKS_FIRST: Final = re.compile(r"[|>][^\n0-9]*+\n((?: *+\n)++)( *+)")
_ENOUGH: Final = 1000
"""So many lines of one text are looked at for what they were meant to be."""

_NO_KEY: Final = object()
_COMPLEX: Final = object()
_REFUSED_KEY: Final = f"{AT}?"
_ESCAPE: Final = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_NAMED_ESCAPES: Final = dict(zip("0abt\tvfreN_LP", "\0\a\b\t\t\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))


def walk(text: str, base: int, scripts: frozenset[str], findings: Findings) -> Any:
    """The nodes of `text`, each mapping with `base` + its offset under AT; worthless where `findings` says so."""
    return _Walk(text, base, scripts, findings).run()


class _Walk:
    def __init__(self, text: str, base: int, scripts: frozenset[str], findings: Findings) -> None:
        self.text = text
        self.base = base
        self.scripts = scripts
        self.findings = findings
        self.suspect = allow.suspects(scripts)
        self.escapes = "\\" in text
        self.questions = "?" in text
        self.hash = text.find("#")
        self.spans: Locator | None = None
        self.repeated = (-1, -1)  # the map and the line of the last key typed twice
        self.swallowed: tuple[int, list[Code]] | None = None  # the last line of the last text over several lines, what was said

    def run(self) -> Any:
        """Take all events; the nodes, or None with at least one finding."""
        get: Callable[[], Any] = CParser(self.text).get_event
        base, hashes = self.base, self.hash >= 0
        stack: list[tuple[Any, Any, Any, bool]] = []
        current: Any = None
        key: Any = _NO_KEY
        key_event: Any = None
        flow = False
        root: Any = None
        outermost: Any = None
        nodes = documents = 0
        try:
            while True:
                event = get()
                kind = type(event)
                if kind is ScalarEvent:
                    nodes += 1
                    value = event.value
                    if event.tag is not None or event.anchor is not None:
                        self.marked(event)
                    if hashes and -1 < self.hash < event.end_mark.index:
                        self.comments(event)
                    if len(value) > SHORT:
                        self.long(event)
                    if event.style:
                        if event.start_mark.line != event.end_mark.line:
                            if event.style in "|>":
                                self.blank_first(event)
                            elif current is not None and not flow:
                                self.dangling(event.start_mark, event.end_mark, None if key is _NO_KEY else key_event)
                        if self.escapes and event.style == '"':
                            self.unescape(event)
                    else:
                        if (" " in value or "\n" in value) and event.start_mark.line != event.end_mark.line:
                            self.over_lines(event, None if key is _NO_KEY else key_event)
                        elif key is not _NO_KEY and (":" in value or "：" in value) and event.start_mark.line != key_event.end_mark.line:
                            self.over_lines(event, key_event)
                        if value in NULLS and key is not _NO_KEY:
                            if not value:
                                self.valueless(key_event, flow)
                            value = None
                    if type(current) is dict:
                        if key is _NO_KEY:
                            key, key_event = value, event
                            if key in current or not key or key == "<<" or self.questions:
                                self.odd_key(event, current, flow)
                        else:
                            current[key] = value
                            key = _NO_KEY
                    elif current is None:
                        root = event
                    else:
                        current.append(None if not event.style and value in NULLS else value)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    nodes += 1
                    start = event.start_mark.index
                    if event.tag is not None or event.anchor is not None:
                        self.marked(event)
                    if type(current) is dict and key is _NO_KEY:
                        self.findings.add(say.COMPLEX_KEY, start)
                        key = _COMPLEX
                    if event.flow_style and not flow:
                        outermost = event.start_mark
                    new: Any = {AT: base + start} if kind is MappingStartEvent else []
                    stack.append((current, key, key_event, flow))
                    current, key, key_event, flow = new, _NO_KEY, None, event.flow_style
                    if len(stack) > MAX_DEPTH:
                        self.findings.add(say.DEPTH, start, limit=MAX_DEPTH)
                        return None
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    done, within = current, flow
                    current, key, key_event, flow = stack.pop()
                    if within and not flow and current is not None and outermost.line != event.end_mark.line:
                        self.dangling(outermost, event.end_mark, None if key is _NO_KEY else key_event)
                    if type(current) is dict:
                        if key is _COMPLEX:
                            key, key_event = _REFUSED_KEY, event
                        else:
                            current[key] = done
                            key = _NO_KEY
                    elif current is None:
                        root = done
                    else:
                        current.append(done)
                elif kind is AliasEvent:
                    self.alias(event)
                    if type(current) is dict:
                        key, key_event = (_REFUSED_KEY, event) if key is _NO_KEY else (_NO_KEY, None)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self.findings.add(say.DOCUMENTS, event.start_mark.index, event.end_mark.index)
                        return None
                    if event.version or event.tags:
                        self.directive()
                elif kind is StreamEndEvent:
                    break
                if nodes > MAX_NODES:
                    self.findings.add(say.NODES, event.start_mark.index, limit=MAX_NODES)
                    return None
        except MarkedYAMLError as error:
            return self.stopped(error)
        except YAMLError as error:  # the reader's own, for characters the scan has told of already
            if not self.findings:
                self.findings.add(say.SYNTAX, 0, problem=echo(str(error), 60))
            return None
        self.comments(None)
        return self.rooted(root)

    def rooted(self, root: Any) -> Any:
        """The root if it is a mapping, else a finding of what it is instead."""
        if type(root) is dict or self.findings:
            return root
        lines = self.findings.lines
        if root is None or (type(root) is ScalarEvent and not root.style and root.value in NULLS):
            self.findings.add(EMPTY, 0)
        elif type(root) is list:
            at = re.search(r"(?m)^ *([-\[])", self.text)
            self.findings.add(say.ROOT, at.start(1) if at else 0, found=Text("一个列表", "a list"))
        elif hint := None if root.style else keyish(lines.line(root.start_mark.line)):
            tell(hint, root.start_mark.line, self.findings)
        else:
            self.findings.add(say.ROOT, root.start_mark.index, found=Text("一段文字", "plain text"))
        return None

    def stopped(self, error: MarkedYAMLError) -> None:
        """One finding for a syntax error, unless it only echoes one that has been told."""
        findings, spot = self.findings, error.problem_mark or error.context_mark
        if any(d.code in HURTS_SYNTAX or d.code is say.COMPLEX_KEY for d in findings.found):
            return
        swallowed = self.swallowed is not None and spot is not None and self.swallowed[0] >= spot.line
        if swallowed and self.swallowed:
            if self.swallowed[1] != [say.MULTILINE]:
                return
            findings.found.pop()
        last = findings.found[-1].place.span if findings.found else None
        if last and spot and last.line >= spot.line:
            return  # what was told on this line or the one above is why
        if swallowed and spot and "mapping values" in str(error.problem):
            findings.on_line(say.INDENT, spot.line, shown=echo(findings.lines.line(spot.line).strip(" ")))
        else:
            explain(error, findings)

    def over_lines(self, event: Any, key_event: Any) -> None:
        """Plain text that is not on its key's line alone: lines meant as fields, else the first line swallowed."""
        findings, first, last = self.findings, event.start_mark.line, event.end_mark.line
        said: list[Code] = []
        if key_event is None or key_event.end_mark.line < first:
            for number in range(first, min(last, first + _ENOUGH) + 1):
                if hint := keyish(findings.lines.line(number)):
                    tell(hint, number, findings)
                    said.append(hint[0])
        if not said and first < last:
            number = next((n for n in range(first + 1, last) if findings.lines.line(n).strip(" ")), last)
            findings.on_line(say.MULTILINE, number, shown=echo(findings.lines.line(number).strip(" ")), line=first + 1)
            said.append(say.MULTILINE)
        if said:
            self.swallowed = last, said

    def dangling(self, begin: Any, end: Any, key_event: Any) -> None:
        """Quotes or brackets over several lines whose later lines are not indented; a closing bracket may stand under its key.

        libyaml lets it pass; YAML does not, and the eye takes such a line for something else.
        """
        lines = self.findings.lines
        first = lines.line(key_event.start_mark.line if key_event else begin.line)
        outer = len(first) - len(first.lstrip(" "))
        for number in range(begin.line + 1, min(end.line, begin.line + _ENOUGH) + 1):
            text = lines.line(number)
            ink = text.lstrip(" ")
            if ink.strip("]} ") and len(text) - len(ink) <= outer:
                self.findings.on_line(say.INDENT, number, shown=echo(ink))
                return

    def blank_first(self, event: Any) -> None:
        """A block of text that begins with a line of spaces longer than the indentation of its first line."""
        match = _BLANKS_FIRST.match(self.text, event.start_mark.index, event.end_mark.index)
        if match and (longest := max(match[1].split("\n"), key=len)) > match[2]:
            at = match.start(1) + match[1].index(longest)
            self.findings.add(say.INDENT, at, at + len(longest), shown=Text("空格", "spaces"))

    def odd_key(self, event: Any, current: dict[str, Any], flow: bool) -> None:
        """A key that is empty, a merge, typed before, or marked by “?”."""
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        if not value:
            self.findings.add(say.EMPTY_KEY, start)
        elif value == "<<" and not event.style:
            self.findings.add(say.MERGE, start, end)
        elif value in current and value != AT:
            # A dash forgotten makes every field of an entry a duplicate: lines that follow one another are told once.
            told, self.repeated = self.repeated, (current[AT], event.start_mark.line)
            if told == (current[AT], event.start_mark.line - 1) or (self.findings.more and self.findings.full()):
                return
            self.spans = self.spans or Locator(self.text, lazy=True)
            self.spans.reach(start)
            first = self.spans.key(current[AT] - self.base, value)
            line = self.findings.lines.number(first[0]) + 1
            self.findings.twice(say.DUPLICATE, start, end, first, key=echo(value), line=line)
        elif self.questions and current[AT] - self.base != start and self.explicit(event, flow):
            self.findings.add(say.COMPLEX_KEY, start, end)

    def explicit(self, event: Any, flow: bool) -> bool:
        """Whether the key stands after “?”: seen in front of it, or by the colon missing on its own line."""
        before = event.start_mark.index - 1
        while before >= 0 and self.text[before] in " \n":
            before -= 1
        if before >= 0 and self.text[before] == "?":
            lead = self.text[self.text.rfind("\n", 0, before) + 1 : before].rstrip(" ")
            if not lead.strip(" -") or (flow and lead[-1] in "[{,"):
                return True
        after = event.end_mark.index
        while self.text[after : after + 1] == " ":
            after += 1
        return self.text[after : after + 1] != ":"

    def valueless(self, key_event: Any, flow: bool) -> None:
        """A key without value inside braces, unless a colon says that the value was left out on purpose."""
        if not flow or not hasattr(key_event, "value"):
            return
        after = key_event.end_mark.index
        while self.text[after : after + 1] in (" ", "\n"):
            after += 1
        if self.text[after : after + 1] != ":" and not (self.questions and self.explicit(key_event, flow)):
            self.findings.add(say.FLOW_COMMA, key_event.start_mark.index, key_event.end_mark.index, shown=echo(key_event.value))

    def comments(self, event: Any) -> None:
        """Every “#” up to the end of this scalar that is outside of scalars and not alone on its line."""
        start, end = (event.start_mark.index, event.end_mark.index) if event else (len(self.text), len(self.text))
        header = self.text.find("\n", start) if event and event.style in ("|", ">") else start
        while -1 < self.hash < end:
            at = self.hash
            if at < start or at < header:
                stop = self.text.find("\n", at)
                stop = len(self.text) if stop < 0 else stop
                if self.text[self.text.rfind("\n", 0, at) + 1 : at].strip(" "):
                    self.findings.add(say.COMMENT, at, stop, shown=echo(self.text[at : min(stop, at + 99)].strip(" ")))
                rest = _COMMENT_LINES.match(self.text, stop + 1)
                self.hash = self.text.find("#", rest.end() if rest else stop)
            else:
                self.hash = self.text.find("#", at + 1)

    def unescape(self, event: Any) -> None:
        """Characters that a double-quoted text names by escapes are judged like typed ones."""
        start = event.start_mark.index
        if len(event.value) > MAX_SCALAR:
            return  # that is told, and millions of escapes must not take minutes
        for match in _ESCAPE.finditer(self.text, start + 1, event.end_mark.index):
            name = match[1]
            char = chr(int(name[1:], 16)) if len(name) > 1 else _NAMED_ESCAPES.get(name, "\n")
            if not self.suspect.match(char):
                continue
            code = sort(char)[0]
            code = FORBIDDEN if code in HURTS_SYNTAX else code
            self.findings.add(code, match.start(), match.end(), **told_of(char, echo(char)))
        if self.scripts and not unicodedata.is_normalized("NFC", event.value):
            normal = unicodedata.normalize("NFC", event.value)
            told = {"char": echo(event.value), "code": "NFC", "normal": echo(normal)}
            self.findings.add(NOT_NFC, start, event.end_mark.index, **told)

    def long(self, event: Any) -> None:
        """Text of more than 64 KB."""
        size = len(event.value.encode("utf-8", "replace"))
        if size > MAX_SCALAR:
            told = {"size": f"{size / 1024:.1f}", "limit": MAX_SCALAR >> 10}
            self.findings.add(say.LONG, event.start_mark.index, event.start_mark.index + 1, **told)

    def marked(self, event: Any) -> None:
        """A tag, an anchor, or both."""
        at = event.start_mark.index
        shown = re.compile(r"[^\s,\[\]{}]*").match(self.text, at)
        end = shown.end() if shown else at + 1
        self.findings.add(say.TAG if event.tag is not None else say.ANCHOR, at, end, shown=echo(self.text[at : min(end, at + 99)]))

    def alias(self, event: Any) -> None:
        """A reference to an anchor."""
        start, end = event.start_mark.index, event.end_mark.index
        self.findings.add(say.ANCHOR, start, end, shown=echo(self.text[start : min(end, start + 99)]))

    def directive(self) -> None:
        """A line for the machine in front of the document."""
        at = re.search(r"(?m)^%", self.text)
        self.findings.on_line(say.DIRECTIVE, self.findings.lines.number(at.start() if at else 0))
