"""Templates in another language than the Chinese they are written in: their words are exchanged once, when they are compiled.

A template says `<p>共 {{ n }} 笔</p>`; the catalogue holds `共 {0} 笔` and, say, `{0:line|lines} in all`. Words that a template
takes from elsewhere (titles, states, labels) are looked up where they are printed. The Chinese site knows nothing of this.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import escape as escaped
from typing import Any

from jinja2 import Environment, nodes
from markupsafe import Markup, escape

from mingbai.pages import Chart, FlowChart, Series
from mingbai.values.counted import inflected
from mingbai.values.speech import Voice

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""What makes a text one to be translated: a Chinese character or mark."""

_EDGES = re.compile(r'([<>"\n]+)')
"""Text ends where markup, an attribute or a line does."""

Translate = Callable[[str, int], str]
"""(the Chinese, with `{0}`, `{1}` for what is filled in; the line) → the same in the other language."""


class SpokenEnvironment(Environment):
    """An environment whose templates speak the language of `voice`."""

    def __init__(self, voice: Voice, **options: Any) -> None:
        super().__init__(**options, finalize=voice.word)
        self._voice = voice
        self.filters["join"] = self._join

    @classmethod
    def of(cls, other: Environment, voice: Voice) -> SpokenEnvironment:
        """An environment like `other`, with its loader and all that its templates may use."""
        made = cls(
            voice,
            loader=other.loader,
            autoescape=other.autoescape,
            undefined=other.undefined,
            trim_blocks=other.trim_blocks,
            lstrip_blocks=other.lstrip_blocks,
            auto_reload=False,
        )
        made.globals.update(other.globals)
        made.filters.update({name: f for name, f in other.filters.items() if name != "join"})
        made.tests.update(other.tests)
        return made

    inflected = staticmethod(inflected)

    def filled(self, pattern: str, *values: Any) -> str | Markup:
        """A pattern of the catalogue with its values; safe HTML among them stays, all else is escaped then, as `~` does."""
        told = [self._voice.word(v) for v in values]
        safe = any(hasattr(v, "__html__") for v in told)
        parts: list[str] = []
        for literal, place, spec in pieces(pattern):
            parts.append(str(escape(literal)) if safe else literal)
            if place is not None:
                text = inflected(told[place], spec) if spec else told[place]
                parts.append(str(escape(text)) if safe else str(text))
        return Markup("".join(parts)) if safe else "".join(parts)  # noqa: S704  escaped above

    def _join(self, values: Any, between: str = "", attribute: str | None = None) -> str:
        found = values if attribute is None else (self.getattr(v, attribute) for v in values)
        return self._voice.joined(between, (v if isinstance(v, str) else str(v) for v in found))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        rewrite(tree, lambda text, _line: self._voice.translate(text))
        return tree


def said(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Every Chinese text of a template, as the catalogue holds it, with its line; in the order they stand."""
    found: list[tuple[str, int]] = []

    def collect(text: str, line: int) -> str:
        found.append((text, line))
        return text

    inside = {id(part) for concat in tree.find_all(nodes.Concat) for part in concat.nodes} | {id(mod.left) for mod in tree.find_all(nodes.Mod)}
    alone = (const for const in tree.find_all(nodes.Const) if _chinese_const(const) and id(const) not in inside)
    found += ((const.value.partition("|")[0], const.lineno) for const in alone)  # `金额（元）|num`: a heading and how it stands
    rewrite(tree, collect)
    return iter(dict.fromkeys(found))


def rewrite(tree: nodes.Node, translate: Translate) -> None:
    """Exchanges the Chinese text between tags, and that put together with `~`, in place."""
    for output in list(tree.find_all(nodes.Output)):
        output.nodes = list(_output(output, translate))
    _concats(tree, translate)


def pieces(pattern: str) -> Iterator[tuple[str, int | None, str]]:
    """A pattern as (text, number of the value that follows or None, how it is said)."""
    for literal, place, spec, _ in string.Formatter().parse(pattern):
        yield literal, int(place) if place is not None else None, spec or ""


def _output(output: nodes.Output, translate: Translate) -> Iterator[nodes.Expr]:
    run: list[str | nodes.Expr] = []
    for node in output.nodes:
        if isinstance(node, nodes.Const) and _chinese_const(node):
            run.append(node.value)  # `{{ '已公布' }}`: Jinja prints it without asking anybody
            continue
        if not isinstance(node, nodes.TemplateData):
            run.append(node)
            continue
        for n, part in enumerate(_EDGES.split(node.data)):
            if n % 2:
                yield from _run(run, translate, output.lineno)
                run = []
                yield nodes.TemplateData(part, lineno=node.lineno)
            elif part:
                run.append(part)
    yield from _run(run, translate, output.lineno)


def _run(run: Sequence[str | nodes.Expr], translate: Translate, line: int) -> Iterator[nodes.Expr]:
    """Text and expressions with no edge between them: one entry of the catalogue, where there is Chinese among it."""
    first, last = 0, len(run)
    while first < last and not _is_chinese(run[first]) and _is_apart(run[first]):
        first += 1
    while last > first and not _is_chinese(run[last - 1]) and _is_apart(run[last - 1]):
        last -= 1
    if not any(_is_chinese(part) for part in run[first:last]):
        first = last = len(run)
    yield from map(_plain, run[:first])
    if first < last:
        values = [part for part in run[first:last] if not isinstance(part, str)]
        numbers = iter(range(len(values)))
        pattern = "".join(_braced(p) if isinstance(p, str) else f"{{{next(numbers)}}}" for p in run[first:last])
        inner = pattern.strip(" ")
        before, after = pattern[: len(pattern) - len(pattern.lstrip(" "))], pattern[len(pattern.rstrip(" ")) :]
        if before:
            yield nodes.TemplateData(before, lineno=line)
        for literal, place, spec in pieces(translate(inner, line)):
            if literal:
                yield nodes.TemplateData(escaped(literal), lineno=line)
            if place is not None:
                yield values[place] if not spec else _call("inflected", [values[place], nodes.Const(spec)], line)
        if after:
            yield nodes.TemplateData(after, lineno=line)
    yield from map(_plain, run[last:])


def _is_chinese(part: str | nodes.Expr) -> bool:
    return isinstance(part, str) and CHINESE.search(part) is not None


def _is_apart(part: str | nodes.Expr) -> bool:
    """Blank text, or what a macro draws: at the edge of a run it belongs to no sentence."""
    return not part.strip() if isinstance(part, str) else isinstance(part, nodes.Call | nodes.CallBlock)


def _plain(part: str | nodes.Expr) -> nodes.Expr:
    return nodes.TemplateData(part) if isinstance(part, str) else part


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _concats(node: nodes.Node, translate: Translate) -> None:
    """Exchanges every `~` with Chinese among its parts, the inner ones too."""
    for field, value in node.iter_fields():
        if isinstance(value, list):
            value[:] = [_exchanged(v, translate) if isinstance(v, nodes.Node) else v for v in value]
        elif isinstance(value, nodes.Node):
            setattr(node, field, _exchanged(value, translate))


def _exchanged(node: nodes.Node, translate: Translate) -> nodes.Node:
    _concats(node, translate)
    if isinstance(node, nodes.Mod) and isinstance(node.left, nodes.Const) and _chinese_const(node.left):  # `'共 %d 条' % n`
        count = itertools.count()
        pattern = re.sub("%[ds]", lambda _: f"{{{next(count)}}}", _braced(node.left.value))
        values = node.right.items if isinstance(node.right, nodes.Tuple) else [node.right]
        return _call("filled", [nodes.Const(translate(pattern, node.lineno)), *values], node.lineno)
    if not isinstance(node, nodes.Concat):
        return node
    values = [n for n in node.nodes if not _is_const(n)]
    numbers = iter(range(len(values)))
    pattern = "".join(_braced(n.value) if isinstance(n, nodes.Const) and _is_const(n) else f"{{{next(numbers)}}}" for n in node.nodes)
    inner = pattern.strip(" ")
    before, after = pattern[: len(pattern) - len(pattern.lstrip(" "))], pattern[len(pattern.rstrip(" ")) :]
    told = translate(inner, node.lineno) if CHINESE.search(inner) else inner
    return _call("filled", [nodes.Const(f"{before}{told}{after}"), *values], node.lineno)


def _is_const(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and type(node.value) is str


def _chinese_const(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and type(node.value) is str and CHINESE.search(node.value) is not None


def _call(method: str, args: list[nodes.Expr], line: int) -> nodes.Call:
    """A call of a method of the environment, which macros and imported templates see too."""
    return nodes.Call(nodes.EnvironmentAttribute(method), args, [], None, None, lineno=line)


def cells(voice: Voice, known: Mapping[str, Callable[..., Markup]]) -> dict[str, Callable[..., Markup]]:
    """The cells of tables with their labels and words in the language."""

    def speak(cell: Callable[..., Markup], *args: Any, **more: Any) -> Markup:
        return cell(*map(voice.word, args), **{name: voice.word(v) for name, v in more.items()})

    def number(label: str, n: int | None, unit: str = "") -> Markup:
        return known["number"](voice.word(label), n, _unit(voice, n, unit))

    def unit(n: Any, words: str) -> Markup:
        said = _unit(voice, n, words)
        return known["unit"](n, f" {said}" if said and voice.spaced else said)

    return {**{name: partial(speak, cell) for name, cell in known.items()}, "number": number, "unit": unit}


def _unit(voice: Voice, n: Any, unit: str) -> str:
    """The unit in the language; of one, as the catalogue has `1 人`, where it has it."""
    one = f"1 {unit}"
    said = voice.translate(one) if str(n) == "1" else one
    return (said.removeprefix("1 ") if said != one else str(voice.word(unit))).strip()


def charts(voice: Voice, known: Mapping[str, Callable[..., Markup]]) -> dict[str, Callable[..., Markup]]:
    """The charts with their titles, names and labels in the language."""

    def speak(draw: Callable[..., Markup], *args: Any, **more: Any) -> Markup:
        return draw(*(_spoken(voice, a) for a in args), **{name: _spoken(voice, v) for name, v in more.items()})

    return {name: partial(speak, draw) for name, draw in known.items()}


def _spoken(voice: Voice, value: Any) -> Any:
    if isinstance(value, Chart):
        series = tuple(Series(voice.word(s.name), s.kind, s.values) for s in value.series)
        labels = tuple(map(voice.word, value.labels))
        return replace(value, title=voice.word(value.title), sentence=voice.word(value.sentence), labels=labels, series=series)
    if isinstance(value, FlowChart):
        sides = [tuple((voice.word(name), fen) for name, fen in side) for side in (value.sources, value.uses)]
        return replace(value, title=voice.word(value.title), sentence=voice.word(value.sentence), sources=sides[0], uses=sides[1])
    if isinstance(value, list | tuple):
        return [voice.word(v) for v in value]
    return voice.word(value)
