"""What the catalogue of a language must hold, for Babel (`make messages`): every Chinese text that pages may show.

In templates: text between tags and text put together with `~`, as `mingbai.rendering.spoken` looks them up. In modules: the
sentences of `say()`, and words that stand whole (titles, states), which are looked up where a template prints them. English has
what is declared in two languages from there; a third language needs it in its catalogue (`declared`, `whole`, `whole_packs`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from jinja2 import Environment

from mingbai.rendering.spoken import CHINESE, said

Message = tuple[int, str, str, list[str]]
"""Line, function, text, comments: what Babel asks of an extractor."""

_BOTH = frozenset({"Text", "Code", "Cite", "label", "compile", "Shown"})
"""Calls whose texts are declared in both languages, are none, or stand on notices, which are Chinese."""


def templates(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """The Chinese of a Jinja template."""
    source = file.read().decode()
    lines = source.splitlines()
    tree = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True).parse(source)
    for text, line in said(tree):
        yield line, "", text, [lines[line - 1].strip()[:200]] if "{" in text else []


def modules(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """The Chinese of a module: what `say` is given, and the words that stand alone."""
    source = file.read().decode()
    seen = _Words()
    seen.visit(ast.parse(source))
    for text, line in seen.found:
        yield line, "", text, []


def declared(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """The Chinese of a module that says its texts in Chinese and English where they are declared: a third language needs it as well."""
    seen = _Declared()
    seen.visit(ast.parse(file.read().decode()))
    for text, line in seen.found:
        yield line, "", text, []


def whole(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """Both of a module that makes pages."""
    yield from modules(file, keywords, comment_tags, options)
    file.seek(0)
    yield from declared(file, keywords, comment_tags, options)


class _Declared(ast.NodeVisitor):
    """What is declared in both languages: `Text`, labels of fields, words of closed lists; what helps a secretary stands on no page."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("Text", "label"):
            self._take(node.args[:1])
        for inside in (*node.args, *(k.value for k in node.keywords if k.arg != "help")):
            self.visit(inside)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if any(isinstance(b, ast.Name) and b.id == "Term" for b in node.bases):
            for member in (m.value for m in node.body if isinstance(m, ast.Assign)):
                self._take(member.elts[1:2] if isinstance(member, ast.Tuple) else ())
        self.generic_visit(node)

    def _take(self, given: Sequence[ast.expr]) -> None:
        self.found += (
            (one.value, one.lineno) for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str) and CHINESE.search(one.value)
        )


class _Words(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name == "faceted":  # what records are chosen by is not printed
            self.generic_visit(ast.List(node.args, ast.Load()))
        elif name not in _BOTH:
            self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        self.visit(node.left) if not isinstance(node.left, ast.Constant) else None

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and CHINESE.search(node.value):
            self.found.append((node.value, node.lineno))


def menus(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """The titles of the navigation of a mkdocs.yml: `  - 首页: index.md`, and of its sections: `  - 更多:`."""
    for line, text in enumerate(file.read().decode().splitlines(), 1):
        title = re.fullmatch(r" {2,}- ([^:]+):(?: \S+)?", text)
        if title and CHINESE.search(title[1]):
            yield line, "", title[1], []


_FIELD = re.compile(r"(?:内容|职责|责任|可由|来源|类|条|范围): \"?(\[[^\]]*\]|[^,}\"\n]+)")
"""Fields of a law pack that pages show and that have no English beside them."""


def packs(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """What the items of a law pack's catalogue are made of and who answers for them, groups of words, articles known by a word."""
    for line, text in enumerate(file.read().decode().splitlines(), 1):
        for found in _FIELD.findall(text):
            yield from ((line, "", word, []) for word in found.strip("[]").split(", ") if CHINESE.search(word))


_TOLD = re.compile(r"(?<!英文)(?:名称|事项|简称|词|意思|要求|版本): \"?([^,}\"\n]+)")
"""Fields that have their English beside them."""


def whole_packs(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:
    """All that pages show of a law pack, what has its English beside it too."""
    yield from packs(file, keywords, comment_tags, options)
    file.seek(0)
    for line, text in enumerate(file.read().decode().splitlines(), 1):
        yield from ((line, "", told, []) for told in _TOLD.findall(text) if CHINESE.search(told))
