"""`mingbai kinds`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from mingbai.cli.base import Usage, nearest, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.kind import Kind, Shape
    from mingbai.schema.record import FieldInfo, Record
    from mingbai.values.text import Lang, Text


class Row(NamedTuple):
    """A field as it is listed: how deep it lies, what the schema knows of it, the words it takes where they are few."""

    depth: int
    field: FieldInfo
    allowed: tuple[Text, ...]


@verb(
    "kinds",
    help=N_("有哪些台账：文件放在哪里、作什么用；写上名称就列出它的全部栏目。"),
    uses=("format", "output"),
    params=[click.Argument(["name"], required=False, metavar="[NAME]")],
    examples=[(N_("有哪些台账"), "mingbai kinds"), (N_("收支明细有哪些栏目"), "mingbai kinds finance")],
)
def COMMAND(ctx: click.Context, name: str | None) -> int:  # noqa: N802
    """All kinds, or the fields of one."""
    from mingbai.kinds import discover

    session = Session(ctx)
    every = discover()
    if name is None:
        _all(session, every)
        return 0
    kind = next((k for k in every if name in (k.name, k.title.zh, k.title.en)), None)
    folder = name.removeprefix("ledgers/").rstrip("/")
    kind = kind or next((k for k in every if any(_folder(s) == folder for s in k.shapes)), None)
    if kind is None:
        near = nearest(name, [n for k in every for n in (k.name, k.title.zh, *map(_folder, k.shapes))])
        told = _("是不是 {near}？").format(near=near[0]) if near else _("有：{names}。").format(names=listed(k.name for k in every))
        raise Usage(_("没有 {name} 这种台账。").format(name=repr(name)) + told, ctx)
    _one(session, kind)
    return 0


def _folder(shape: Shape) -> str:
    """Where such a file lies below ledgers/: matters, of a kind that keeps several."""
    return shape.path.partition("/")[0]


def _all(session: Session, every: Sequence[Kind]) -> None:
    if session.json:
        session.data({"schema": 1, "kinds": [_summary(k, session.lang) for k in every]})
        return
    for n, kind in enumerate(every):
        if n:
            session.say()
        for line in _head(kind, session.lang):
            session.say(line)


def _head(kind: Kind, lang: Lang) -> Iterator[str]:
    from mingbai.cli.help import wrapped

    yield f"{kind.name}  {kind.title.say(lang)}"
    yield from (f"  {line}" for line in wrapped(kind.purpose.say(lang), 2))
    for shape in kind.shapes:
        yield f"  ledgers/{shape.path}"


def _one(session: Session, kind: Kind) -> None:
    if session.json:
        shapes = [{"path": f"ledgers/{p}", "fields": _tree(record, session.lang)} for p, record in _records(kind)]
        session.data({"schema": 1, **_summary(kind, session.lang), "shapes": shapes})
        return
    for line in _head(kind, session.lang):
        session.say(line)
    for path, record in _records(kind):
        session.say()
        session.say(f"ledgers/{path}")
        for line in _table(list(rows(record)), session.lang):
            session.say(line)


def _records(kind: Kind) -> Iterator[tuple[str, type[Record]]]:
    for shape in kind.shapes:
        yield shape.path, shape.record
        if shape.many is not None:
            yield shape.path, shape.many


def rows(record: type[Record], depth: int = 0, above: tuple[type[Record], ...] = ()) -> Iterator[Row]:
    """The fields of a record class in order, those of nested records after the field that holds them."""
    from mingbai.schema.record import fields, nested

    for field in fields(record).values():
        yield Row(depth, field, _allowed(field.annotation))
        for inner in nested(field.annotation):
            if inner not in (*above, record):
                yield from rows(inner, depth + 1, (*above, record))


def _allowed(annotation: Any) -> tuple[Text, ...]:
    from mingbai.values.terms import Term

    if isinstance(annotation, type) and issubclass(annotation, Term):
        return tuple(t.text for t in annotation)
    return next((found for part in get_args(annotation) if (found := _allowed(part))), ())


def _table(listed: Sequence[Row], lang: Lang) -> Iterator[str]:
    from mingbai.reporting.display import width

    head = (_("栏目"), _("英文"), _("必填"), _("单位"), _("公布"), _("说明"))
    cells = [head, *(_cells(row, lang) for row in listed)]
    wide = [max(width(row[n]) for row in cells) for n in range(len(head) - 1)]
    for row in cells:
        yield ("  " + "  ".join(c + " " * (w - width(c)) for c, w in zip(row, wide, strict=False)) + "  " + row[-1]).rstrip()


def _cells(row: Row, lang: Lang) -> tuple[str, ...]:
    field = row.field
    said = [field.help.say(lang)] if field.help else []
    if row.allowed:
        said.append(_("可以填：{words}").format(words=listed(t.say(lang) for t in row.allowed)))
    return (
        "  " * row.depth + field.label.zh,
        field.name,
        _("是") if field.required else "",
        field.unit.say(lang) if field.unit else "",
        _("是") if field.privacy.value == "public" else _("否"),
        _("；").join(said),
    )


def _summary(kind: Kind, lang: Lang) -> dict[str, Any]:
    files = [f"ledgers/{s.path}" for s in kind.shapes]
    return {"name": kind.name, "title": kind.title.say(lang), "purpose": kind.purpose.say(lang), "files": files}


def _tree(record: type[Record], lang: Lang, above: tuple[type[Record], ...] = ()) -> list[dict[str, Any]]:
    from mingbai.schema.record import fields, nested

    found = []
    for field in fields(record).values():
        inner = next((n for n in nested(field.annotation) if n not in (*above, record)), None)
        entry: dict[str, Any] = {
            "zh": field.label.zh,
            "en": field.name,
            "label": field.label.say(lang),
            "required": field.required,
            "unit": field.unit.say(lang) if field.unit else None,
            "privacy": field.privacy.value,
            "help": field.help.say(lang) if field.help else None,
            "allowed": [t._asdict() for t in _allowed(field.annotation)],
        }
        found.append(entry | ({"fields": _tree(inner, lang, (*above, record))} if inner else {}))
    return found
