"""Text fields: one line, several lines, ids, addresses, telephone numbers; lists of values."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

T = TypeVar("T")

_NOT_FIRST = r"=+\-@＝＋－＠\s"
"""A text may not begin so: a spreadsheet would take a downloaded cell for a formula, and CSV has no way to say it is none."""

Words = Annotated[str, StringConstraints(pattern=rf"^[^{_NOT_FIRST}][^\n\r\t]*$", max_length=2000)]
"""One line of plain text, not empty."""


class Own(str):
    """Words somebody chose themselves: in another language they stay as they are, also where an interface word reads alike (a fund called 资金)."""

    __slots__ = ()


Name = Annotated[str, StringConstraints(pattern=rf"^[^{_NOT_FIRST}][^\n\r\t]*$", max_length=2000), AfterValidator(Own)]
"""One line of plain text that is a name, a title, a unit of their own; offices, bodies and categories are `Words`, for they are said in every language."""

Prose = Annotated[str, StringConstraints(pattern=rf"^[^{_NOT_FIRST}]", max_length=65536), AfterValidator(Own)]
"""Plain text, line breaks kept, not empty."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
"""A short name for references and addresses: lower-case ASCII letters, digits, hyphens."""

Number = Annotated[str, StringConstraints(pattern=rf"^[^{_NOT_FIRST}/#?%][^\s/#?%]*$", max_length=64)]
"""A number as printed on paper (voucher, item): no spaces, no slash; zeros are kept."""

Cited = Annotated[str, StringConstraints(pattern=r"^[^\s/#?%][^\s#?%]*$", max_length=200)]
"""The id of something that stands elsewhere; relative to the citing file's own id or absolute."""

ChartNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
"""The number of an account of a chart of accounts: three digits."""

SubNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,12}$")]
"""The number of a sub-account: that of the account above and further digits."""

Division = Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
"""The statistical code of a division of the country: twelve digits."""


ItemNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9-]{1,11}$")]
"""The number of an item of the disclosure catalogue: U08, C2-01."""

SignOffNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,7}$")]
"""The number of a form of signing off before something is published: S1."""


def web(typed: Any) -> str:
    """An https address without user name, blank or quote. Raises SCH022."""
    if type(typed) is str and typed.startswith("https://") and len(typed) > 10 and not any(c in typed for c in " \"'<>@\\`{}|^\n"):
        return typed
    raise PydanticCustomError("SCH022", "no https address", {"typed": typed if type(typed) is str else ""})


Web = Annotated[str, BeforeValidator(web)]


_EXTENSION = re.compile(r"\s*[转轉]\s*\d{1,5}", re.ASCII)
_BRACKETS = str.maketrans("（）", "()")


def main_number(typed: str) -> str:
    """A telephone number without its extension: `010-55550101转8001` → `010-55550101`."""
    return _EXTENSION.sub("", typed)


def _dialable(typed: str) -> bool:
    typed = main_number(typed).translate(_BRACKETS)
    digits = "".join(c for c in typed if c.isdigit())
    return (
        typed.isascii() and all(c.isdigit() or c in "-() " for c in typed) and 3 <= len(digits) <= 12 and not (len(digits) == 11 and digits[0] == "1")
    )


def office_phone(typed: Any) -> str:
    """A landline or service number, with an extension (转8001) or not, several separated by 、 or /; never a mobile. Raises SCH021."""
    if type(typed) is str and all(_dialable(part.strip()) for part in typed.replace("/", "、").split("、")):
        return typed
    raise PydanticCustomError("SCH021", "no office telephone", {"typed": ""})


OfficePhone = Annotated[str, BeforeValidator(office_phone)]


def as_tuple(typed: Any) -> Any:
    """A list as a tuple, anything else as it is."""
    return tuple(typed) if type(typed) is list else typed


def one_or_many(typed: Any) -> Any:
    """A single text as a list of one."""
    return tuple(typed) if type(typed) is list else (typed,) if type(typed) is str else typed


Many = Annotated[tuple[T, ...], BeforeValidator(as_tuple)]
"""A list of values."""

OneOrMany = Annotated[tuple[T, ...], BeforeValidator(one_or_many)]
"""One value, or a list of them."""
