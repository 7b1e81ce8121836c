"""The map of a list: which column is which field of the entries."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from mingbai.importing.mapping import Dates, Unit
from mingbai.schema.record import AT, Privacy, Record, label
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Id, OneOrMany, Words

_PUBLIC = Privacy.PUBLIC


def _flat(typed: Any) -> Any:
    """Without the places, at any depth: these values become nodes of another file."""
    if isinstance(typed, dict):
        return {k: _flat(v) for k, v in typed.items() if k != AT}
    return [_flat(v) for v in typed] if isinstance(typed, list) else typed


class RegisterMap(Record):
    """MAP.yml of a register."""

    book: Id | None = label("账簿", "Book", _PUBLIC, default=None, help=Text("命令里的 --book 优先", "--book on the command line wins"))
    target: Id | None = label(
        "文件名",
        "File name",
        _PUBLIC,
        default=None,
        help=Text("services、admission、docs、staff 用：写进哪个文件", "For services, admission, docs and staff: which file"),
    )
    sheet: Words | None = label("工作表", "Sheet", _PUBLIC, default=None)
    encoding: Words | None = label("编码", "Encoding", _PUBLIC, default=None)
    header: Count | None = label("表头", "Row of the headings", _PUBLIC, default=None)
    columns: Annotated[dict[str, str], BeforeValidator(_flat)] = label(
        "列", "Columns", _PUBLIC, help=Text("栏目 → 列名；组里的栏目写 组/栏目", "Field → heading; group/field for a field of a group")
    )
    term: Words | None = label("期限", "Term", _PUBLIC, default=None, help=Text("写着起止的那一列", "The column that says from when to when"))
    constants: Annotated[dict[str, Any], BeforeValidator(_flat)] = label("固定", "Constants", _PUBLIC, default={})
    file: Annotated[dict[str, Any], BeforeValidator(_flat)] = label("文件", "Fields of the file", _PUBLIC, default={})
    prefix: Words | None = label("编号前缀", "Prefix of numbers", _PUBLIC, default=None)
    needs: OneOrMany[Words] = label("必填列", "Columns that must be filled", _PUBLIC, default=(), strict=False)
    together: OneOrMany[Words] = label(
        "合并",
        "Fields that make rows one entry",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "这些栏目都相同的几行合成一项：金额相加，不同的文字用顿号连起来",
            "Rows alike in these are one entry: amounts are added, other words joined",
        ),
    )
    words: Annotated[dict[str, Any], BeforeValidator(_flat)] = label("词", "Words", _PUBLIC, default={})
    skipped: OneOrMany[Words] = label("略过行", "Rows to skip", _PUBLIC, default=(), strict=False)
    ends: OneOrMany[Words] = label("表尾", "Words that end the table", _PUBLIC, default=(), strict=False)
    stripped: OneOrMany[str] = label("去掉开头", "Signs to take away", _PUBLIC, default=(), strict=False)
    dates: Dates = label("日期", "Dates", _PUBLIC, default=Dates.model_construct())
    unit: Unit | None = label(
        "单位",
        "Unit",
        _PUBLIC,
        default=None,
        help=Text("不写就照表头和表上面写的单位；都没有写的是元", "Left out: as the headings or the titles say, else yuan"),
    )
