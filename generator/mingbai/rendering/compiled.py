"""Compiled templates: kept as long as the process lives, for a preview makes the same site over and over, and quicker at what they do most: escaping."""

from __future__ import annotations

from collections.abc import Hashable, MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, _escape_inner  # type: ignore[attr-defined]  # the part of `escape` that escapes


class Escaping(Template):
    """A template whose code escapes into plain text.

    Compiled code calls `escape` on what it is about to put together with the text around it, and nowhere else: the
    `Markup` that markupsafe wraps round every value there is thrown away at once, and was a twelfth of all rendering.
    """

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]) -> Template:
        namespace["escape"] = escaped
        return super()._from_namespace(environment, namespace, globals)


def escaped(value: Any) -> str:
    """What `markupsafe.escape` says, as plain text: `<` → `&lt;`; what is HTML already stays."""
    if type(value) is str:
        return _escape_inner(value)
    if type(value) is Markup:
        return value
    return str(value.__html__()) if hasattr(value, "__html__") else _escape_inner(str(value))


class Compiled(BytecodeCache):
    """Code by the template's place and the hash of its text: a template that was changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, (None, None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._kept[bucket.key] = (bucket.checksum, bucket.code)


@lru_cache(maxsize=8)
def compiled(words: Hashable) -> Compiled:
    """The templates that were compiled with these words: a template in another language has its translation in its code."""
    return Compiled()
