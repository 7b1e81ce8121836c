"""The base of every record, and the one way to declare a field."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr
from pydantic.json_schema import SkipJsonSchema

from mingbai.values.text import Text
from mingbai.values.words import one_or_many

AT = "\0"
"""The key under which the reader notes where a mapping starts; the reader refuses U+0000, so nobody can type it."""

FILE_SHIFT = 32
"""`at_` is (number of the file << FILE_SHIFT) + offset of the mapping in code points."""


def _flat(typed: Any) -> Any:
    return {k: v for k, v in typed.items() if k != AT} if type(typed) is dict else typed


Extra = Annotated[dict[str, str], BeforeValidator(_flat)]
"""附加: a community's own fields, text by name; the door lets out the keys that community.yml lists under 公开附加."""


class Privacy(enum.Enum):
    """Who may see a field (ledgers.md, principle 10). Only PUBLIC passes the door; FORBIDDEN must not stand in a ledger at all."""

    PUBLIC = "public"
    BOARD = "board"
    INTERNAL = "internal"
    FORBIDDEN = "forbidden"


def label(
    zh: str,
    en: str,
    privacy: Privacy = Privacy.INTERNAL,
    *,
    help: Text | None = None,
    unit: Text | None = None,
    ref: str = "",
    default: Any = ...,
    same_as: str = "",
    **more: Any,
) -> Any:
    """One declaration: Chinese key and label, English label, help, unit, privacy class, and what an id points to.

    Args:
        zh: the key as a secretary types it, also the label on the page.
        en: the English label; the English key is the attribute's name.
        privacy: INTERNAL unless said otherwise, that is: not published.
        help: one sentence on what to write here (None: the label says it all).
        unit: 元, 户, 人, 工作日 … (None: no unit).
        ref: the name of what the value cites (`fund`, `account`, `decision` …); empty: it cites nothing.
        default: what a missing field means; left out: the field is required.
        same_as: a field declared before this one, whose value stands where this one is missing.
    """
    if "pattern" in more:  # pydantic keeps that of the type and drops this one in silence
        raise TypeError(f"{en}: a pattern belongs to a type of values")
    extra: Any = {"zh": zh, "help": help, "unit": unit, "privacy": privacy, "ref": ref}
    given: dict[str, Any] = (
        {"default_factory": dict} if default == {} else {"default": default}
    )  # a shared {} would be copied deeply for every record
    if same_as:
        given = {"default_factory": lambda read: read.get(same_as, "")}
    return Field(**given, alias=zh, title=en, json_schema_extra={"x-mingbai": extra}, **more)


def untyped(made: Callable[[], Any]) -> Any:
    """A part of a record that nobody types and no schema shows, worked out later: its name begins with an underscore; two records that differ in it are not equal."""
    return PrivateAttr(default_factory=made)


class Record(BaseModel):
    """Frozen; unknown keys refused; strict, so that a bare int, bool or date can never read text by pydantic's lax rules."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        validate_by_name=True,
        validate_by_alias=True,
        hide_input_in_errors=True,
        arbitrary_types_allowed=True,
        defer_build=True,  # a class is worked out when a ledger of its kind is read: most communities keep a few kinds only
    )

    at_: Annotated[SkipJsonSchema[int], Field(alias=AT, exclude=True, repr=False)] = -1
    """Number of the file and offset of the mapping in it (see FILE_SHIFT); -1 for a record that was not read."""


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """What the schema knows of one field."""

    name: str
    label: Text
    help: Text | None
    unit: Text | None
    privacy: Privacy
    ref: str
    required: bool
    annotation: Any
    several: bool = False
    """Whether one value may stand where a list may (`OneOrMany`)."""

    @property
    def keys(self) -> tuple[str, str]:
        """The keys under which it may be typed: Chinese, English."""
        return self.label.zh, self.name


@cache
def fields(record: type[Record]) -> dict[str, FieldInfo]:
    """The declared fields of a record class by name, in order of declaration; `at_` is not one of them."""
    found = {}
    for name, info in record.model_fields.items():
        if name == "at_":
            continue
        extra: Any = info.json_schema_extra
        if not isinstance(extra, dict) or "x-mingbai" not in extra:
            raise TypeError(f"{record.__name__}.{name} is declared without label()")
        x: Any = extra["x-mingbai"]
        found[name] = FieldInfo(
            name,
            Text(x["zh"], info.title or name),
            x["help"],
            x["unit"],
            x["privacy"],
            x["ref"],
            info.is_required(),
            info.annotation,
            any(getattr(m, "func", None) is one_or_many for m in info.metadata),
        )
    return found


def nested(annotation: Any) -> Iterator[type[Record]]:
    """The record classes named anywhere inside a type annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from nested(part)
