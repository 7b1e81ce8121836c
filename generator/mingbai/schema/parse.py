"""Nodes → records: pydantic does the work, its errors become our findings, each with the place of the field."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from mingbai.diagnostics import Diagnostic, Place
from mingbai.schema import codes
from mingbai.schema.packed import Stretch, unpack
from mingbai.schema.quick import quick
from mingbai.schema.record import AT, FieldInfo, Record, fields, nested
from mingbai.values.text import Text

R = TypeVar("R", bound=Record)


def parse(record: type[R], nodes: dict[str, Any], path: str) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """The record these nodes hold, or None and every reason why not, in the order of the fields; nodes that came packed are unpacked where needed."""
    if any(type(value) is list and any(type(item) is Stretch for item in value) for value in nodes.values()):
        made = quick(record, nodes)
        if made is not None:
            return made, ()
    unpack(nodes)
    try:
        return record.model_validate(nodes), ()
    except ValidationError as problem:
        return None, tuple(_findings(record, nodes, path, problem))


def _findings(record: type[Record], nodes: dict[str, Any], path: str, problem: ValidationError) -> Iterator[Diagnostic]:
    found: list[tuple[Diagnostic, tuple[str, ...]]] = []
    for error in problem.errors(include_url=False):
        trail = _Trail(record, nodes, path)
        for part in error["loc"]:
            trail.follow(part)
        found.append((_finding(error, trail), trail.info.keys if trail.info else ()))
    misspelt = {(d.place.at, d.values["near"]) for d, _ in found if d.code is codes.UNKNOWN_NEAR}
    for one, keys in found:  # a required field that is there under a misspelt name is not told as missing too
        if one.code is not codes.MISSING or misspelt.isdisjoint((one.place.at, key) for key in keys):
            yield one


class _Trail:
    """Follows pydantic's `loc` through nodes and record classes at once."""

    def __init__(self, record: type[Record], nodes: dict[str, Any], path: str) -> None:
        self.record, self.path = record, path
        self.node: Any = nodes
        self.mapping: dict[str, Any] = nodes
        self.info: FieldInfo | None = None
        self.key: str | None = None
        self.index: int | None = None

    def follow(self, part: str | int) -> None:
        if isinstance(part, int):
            self._into_list(part)
            return
        if isinstance(self.node, dict) and AT in self.node:
            self.mapping, self.index = self.node, None
        if self.info is not None:
            self.record = next(nested(self.info.annotation), self.record)
        self.key = part
        self.info = next((f for f in fields(self.record).values() if part in f.keys), None)
        self.node = self.mapping.get(part) if isinstance(self.mapping, dict) else None

    def _into_list(self, part: int) -> None:
        if isinstance(self.node, list) and part < len(self.node):
            self.node, self.index = self.node[part], part

    @property
    def place(self) -> Place:
        if isinstance(self.node, dict) and AT in self.node and self.index is not None:
            return Place(self.path, self.node[AT])
        keys = (self.key,) if self.key else ()
        return Place(self.path, self.mapping.get(AT, -1), keys, self.index)

    def on_key(self) -> Place:
        return self.place._replace(on_key=True)


def _finding(error: Any, trail: _Trail) -> Diagnostic:
    kind, given = error["type"], error.get("input")
    context = error.get("ctx", {})
    name = trail.info.label if trail.info else Text(trail.key or "", trail.key or "")
    if kind == "extra_forbidden":
        return _unknown(trail)
    if kind == "missing":
        key = trail.info.label if trail.info else name
        return codes.MISSING.at(Place(trail.path, trail.mapping.get(AT, -1)), field=key)
    if given is None and (kind in codes.BY_CODE or kind.endswith("_type")):
        return codes.EMPTY.at(trail.place, field=name)
    if kind in codes.BY_CODE:
        values: Any = {"field": name, "typed": clip(context.get("typed", "")), "allowed": tuple(context.get("allowed", ()))}
        return codes.BY_CODE[kind].at(trail.place, **values)
    if kind == "string_pattern_mismatch":
        return _pattern(trail, name, given)
    code = codes.BY_PYDANTIC.get(kind, codes.OTHER)
    return code.at(
        trail.place,
        field=name,
        typed=clip(given),
        limit=context.get("max_length") or context.get("min_length") or "",
        detail=error["msg"],
        known=_inside(trail),
    )


def _inside(trail: _Trail) -> Text:
    """The fields that belong there, where the value is made of some."""
    inner = next(nested(trail.info.annotation), None) if trail.info else None
    if inner is None:
        return Text("", "")
    known = fields(inner)
    return Text(f"（可用的栏目：{'、'.join(f.label.zh for f in known.values())}）", f" (fields: {', '.join(known)})")


def _unknown(trail: _Trail) -> Diagnostic:
    typed = trail.key or ""
    known = fields(trail.record)
    both = next((f for f in known.values() if typed in f.keys), None)
    if both is not None:
        return codes.BOTH_LANGUAGES.at(trail.on_key(), field=typed, other=next(k for k in both.keys if k != typed))
    names = [k for f in known.values() for k in f.keys]
    near = difflib.get_close_matches(typed, names, n=1, cutoff=0.5)  # one of two characters right is near
    if near:
        return codes.UNKNOWN_NEAR.at(trail.on_key(), field=clip(typed), near=near[0])
    return codes.UNKNOWN.at(trail.on_key(), field=clip(typed), known=Text("、".join(f.label.zh for f in known.values()), ", ".join(known)))


def _pattern(trail: _Trail, name: Text, given: Any) -> Diagnostic:
    text = str(given)
    if not text.strip():
        return codes.EMPTY.at(trail.place, field=name)
    if text[0] in "=+-@＝＋－＠ \t\n\r　":
        return codes.FORMULA.at(trail.place, field=name, first=text[0] if text[0].isprintable() and text[0] != " " else repr(text[0]))
    if "\n" in text or "\t" in text or "\r" in text:
        return codes.ONE_LINE.at(trail.place, field=name)
    return codes.BAD_ID.at(trail.place, field=name, typed=clip(text))


def clip(value: Any, width: int = 40) -> str:
    """A typed value as it may be echoed: one line, no control characters, not too long."""
    text = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in str(value)) if isinstance(value, str) else ""
    return text if len(text) <= width else text[: width - 1] + "…"
