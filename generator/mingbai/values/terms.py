"""Terms: closed lists of words, each typed in Chinese or in English and kept as one value."""

from __future__ import annotations

import enum
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mingbai.values.text import Text


class Term(enum.Enum):
    """A closed list. Members are declared as `INCOME = "income", "收入"`; the value is the English word, `zh` the Chinese one.

    Further words are understood as the same (`"urban", "城市居委会", "居委会"`), never written.
    """

    zh: str
    also: tuple[str, ...]

    def __new__(cls, english: str, chinese: str, *also: str) -> Self:
        member = object.__new__(cls)
        member._value_ = english
        member.zh = chinese
        member.also = also
        return member

    __hash__ = object.__hash__  # members are the same only where they are one; the hash of `Enum` is worked out anew each time

    @property
    def text(self) -> Text:
        return Text(self.zh, str(self.value))

    def __str__(self) -> str:
        return self.zh

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        table: dict[Any, Term] = {}
        for member in cls:
            table.update(dict.fromkeys((member, member.value, member.zh, *member.also), member))
        allowed = [m.text for m in cls]

        def look(typed: Any) -> Term:
            try:
                return table[typed]
            except (KeyError, TypeError):
                raise PydanticCustomError("SCH016", "not one of", {"typed": typed if type(typed) is str else "", "allowed": allowed}) from None

        return core_schema.no_info_plain_validator_function(look)


_YES_NO = {"是": True, "否": False, "yes": True, "no": False, "true": True, "false": False}


def yes_no(typed: Any) -> bool:
    """是/否, yes/no, true/false → bool. Raises SCH016."""
    if type(typed) is str and typed in _YES_NO:
        return _YES_NO[typed]
    raise PydanticCustomError(
        "SCH016", "not one of", {"typed": typed if type(typed) is str else "", "allowed": [Text("是", "yes"), Text("否", "no")]}
    )


YesNo = Annotated[bool, BeforeValidator(yes_no)]
