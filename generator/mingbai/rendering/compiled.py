"""Compiled templates, kept as long as the process lives: a preview makes the same site over and over, and Jinja's compiler is a third of the work."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


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
