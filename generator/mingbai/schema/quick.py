"""Packed nodes → records without asking pydantic for each: what a text means in a field is asked once and kept.

The same few words, days and ids stand in a ledger thousands of times. Records are put together here, column by column, from
what pydantic made of each text the first time; whatever is not plain (a key unknown or missing, a value refused, a class with validators of its
own) makes it give up, and pydantic judges the nodes as a whole: it finds the faults, this only ever finds the same record.
A property test says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from mingbai.schema.packed import Stretch
from mingbai.schema.record import AT, Record, nested
from mingbai.schema.sparse import SPARSE, shared
from mingbai.values.words import as_tuple, one_or_many

R = TypeVar("R", bound=Record)
Convert = Callable[[Any], Any]

KEPT: Final = 200_000
"""So many texts of one field are kept; then it begins anew."""

_BEFORE: Final = (as_tuple, one_or_many)
_put_values, _put_given, _put_extra, _put_private = (
    BaseModel.__dict__[slot].__set__ for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class UnsureError(Exception):
    """Pydantic must be asked."""


def quick(record: type[R], nodes: dict[str, Any]) -> R | None:
    """The record pydantic would make of these nodes; None where only pydantic can tell."""
    try:
        made: R = _builder(record).make(nodes)
    except (UnsureError, ValidationError, TypeError):  # TypeError: a list where a text belongs has no hash
        return None
    return made


class _Builder:
    """Makes records of one class; a shape is worked out for each set of keys it meets."""

    def __init__(self, record: type[Record]) -> None:
        self.record = record
        self.plain = _is_plain(record)
        self.converters = {name: _converter(info) for name, info in record.model_fields.items()} if self.plain else {}
        self.names = {key: name for name, info in record.model_fields.items() for key in (name, info.alias or name)}
        self.shapes: dict[tuple[str, ...], _Shape] = {}  # a handful: there is one for each order of keys in use

    def make(self, nodes: Any) -> Any:
        """The record of one mapping. Raises UnsureError, ValidationError, TypeError."""
        if type(nodes) is not dict:
            raise UnsureError
        shape = self.shape(tuple(nodes))
        return self.put(
            [value if convert is None else convert(value) for convert, value in zip(shape.converters, nodes.values(), strict=True)], shape
        )

    def several(self, stretch: Stretch) -> list[Any]:
        """The records of mappings with the same keys."""
        shape, put = self.shape(stretch.keys), self.put
        columns = (stretch.ats, *zip(*stretch.rows, strict=True))
        read = [column if convert is None else map(convert, column) for convert, column in zip(shape.converters, columns, strict=True)]
        return [put(row, shape) for row in zip(*read, strict=True)]

    def put(self, row: Iterable[Any], shape: _Shape) -> Any:
        """A record of values that have been read, as pydantic itself puts one together."""
        values = shape.blank.copy()
        values.update(zip(shape.names, row, strict=True))
        for name, factory in shape.factories:
            values[name] = factory()
        made = object.__new__(self.record)
        _put_values(made, values)
        _put_given(made, shape.given)
        _put_extra(made, None)
        _put_private(made, None)
        return made

    def shape(self, keys: tuple[str, ...]) -> _Shape:
        """What a mapping with these keys comes to. Raises UnsureError where the keys are not right."""
        if keys not in self.shapes:
            names = tuple(self.names.get(key, "") for key in keys)
            left = {name: info for name, info in self.record.model_fields.items() if name not in names}
            if not self.plain or "" in names or len(set(names)) < len(names) or any(info.is_required() for info in left.values()):
                raise UnsureError
            self.shapes[keys] = _Shape(self.record, names, tuple(self.converters[name] for name in names), left)
        return self.shapes[keys]


class _Shape:
    """The fields that are given and how each is read (None: as it is), and what a record holds before they are filled in."""

    __slots__ = ("blank", "converters", "factories", "given", "names")

    def __init__(self, record: type[Record], names: tuple[str, ...], converters: tuple[Convert | None, ...], left: dict[str, FieldInfo]) -> None:
        self.names, self.converters, self.given = names, converters, set(names)
        self.factories: tuple[tuple[str, Any], ...] = tuple((n, i.default_factory) for n, i in left.items() if i.default_factory)
        in_order = {name: info.default for name, info in record.model_fields.items()}
        self.blank = shared((*names, *(n for n, _ in self.factories))) if record in SPARSE else in_order


class _Texts(dict[Any, Any]):
    """What each text means in a field; pydantic is asked for the others."""

    __slots__ = ("_validate", "annotation")

    def __init__(self, annotation: Any) -> None:
        super().__init__()
        self.annotation = annotation
        self._validate: Convert | None = None

    def ask(self, value: Any) -> Any:
        """What pydantic makes of a value. Raises ValidationError."""
        if self._validate is None:
            config = ConfigDict(strict=True, arbitrary_types_allowed=True, hide_input_in_errors=True)
            self._validate = TypeAdapter(self.annotation, config=config).validator.validate_python
        return self._validate(value)

    def __missing__(self, text: Any) -> Any:
        if len(self) >= KEPT:
            self.clear()
        self[text] = value = (self._validate or self.ask)(text)
        return value


@cache
def _builder(record: type[Record]) -> _Builder:
    return _Builder(record)


def _is_plain(record: type[Record]) -> bool:
    """Whether the class is its fields and nothing more, none stands for another, and every field that holds records holds one, or a list, of one class."""
    decorators = record.__pydantic_decorators__
    if decorators.validators or decorators.field_validators or decorators.root_validators or decorators.model_validators:
        return False
    infos = record.model_fields.values()
    if any(i.default_factory_takes_validated_data for i in infos if i.default_factory is not None):
        return False
    return not record.__private_attributes__ and all(_inner(i) is not None or not any(True for _ in nested(i.annotation)) for i in infos)


def _inner(info: FieldInfo) -> tuple[type[Record], bool] | None:
    """The class of record a field holds, and whether many of them; None for a field that holds none, or holds them in another way."""
    if not all(isinstance(m, Strict) or (isinstance(m, BeforeValidator) and m.func in _BEFORE) for m in info.metadata):
        return None
    parts = get_args(info.annotation)
    many = get_origin(info.annotation) is tuple and len(parts) == 2 and parts[1] is ...
    held = [p for p in parts if p not in (NoneType, ...)] if parts else [info.annotation]
    one = held[0] if len(held) == 1 and (many or len(parts) in (0, 2)) else None
    return (one, many) if isinstance(one, type) and issubclass(one, Record) else None


def _converter(info: FieldInfo) -> Convert | None:
    """How a value of the field is read; None for `at_`, which the reader wrote."""
    if info.alias == AT:
        return None
    inner = _inner(info)
    if inner is not None:
        record, many = inner
        return _many(record) if many else _one(record, optional=NoneType in get_args(info.annotation))
    annotation: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    texts = _Texts(annotation)
    if get_origin(info.annotation) is dict:
        return texts.ask  # a mapping has no hash, and each record has its own
    if any(getattr(m, "func", None) in _BEFORE for m in info.metadata):
        return lambda value: texts.ask(value) if type(value) is list else texts[value]
    return texts.__getitem__


def _one(record: type[Record], *, optional: bool) -> Convert:
    make = _builder(record).make
    return (lambda value: None if value is None else make(value)) if optional else make


def _many(record: type[Record]) -> Convert:
    builder = _builder(record)

    def convert(items: Any) -> Any:
        if type(items) is not list:
            raise UnsureError
        found: list[Any] = []
        for item in items:
            if type(item) is Stretch:
                found += builder.several(item)
            else:
                found.append(builder.make(item))
        return tuple(found)

    return convert
