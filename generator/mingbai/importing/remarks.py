"""What the secretary ought to know of how a table was read, besides its rows: hidden columns that were used, a unit that the sheet itself named, a format that hides things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mingbai.importing.dividing import Divided
from mingbai.importing.headings import Headings, cited
from mingbai.importing.table import Grid
from mingbai.values.money import grouped
from mingbai.values.text import Text

_BLIND = Text(
    "这种格式（.xls、.ods 等）看不出隐藏的行列、红字和没有算出来的公式；拿不准的，另存为 .xlsx 再导入",
    "in this format (.xls, .ods) hidden rows and columns, red figures and formulas without a value cannot be told; where in doubt, save it as .xlsx",
)


def of(grid: Grid, one: Divided, headings: Headings, passed: int) -> Iterator[Text]:
    """All remarks on one table; `passed` is the row from which on another one was left out, 0 where none was."""
    yield from sheet(grid, {name: headings.of_column(name) for name in cited(one.part)})
    others = [*one.others, *(((passed, one.block.table.rows[-1].number),) if passed else ())]
    for first, last in others:
        yield Text(
            f"第 {first}-{last} 行是另一张表，没有读；要导入，写在映射文件的“另有”里（表头: {first}，列: …）",
            f"rows {first}-{last} are another table, which was not read; to import it, describe it under “also” in the map (header: {first}, columns: …)",
        )
    if one.said:
        yield unit(one.said)


def left(row: int, fen: int, net: int) -> Text | None:
    """A balance printed below a table that is not what came in less what went out, which it is where nothing was there before; None where it is."""
    if fen == net:
        return None
    values = grouped(fen), grouped(net), grouped(abs(fen - net))
    return Text(
        f"第 {row} 行印的余额是 {values[0]}，表里收入减支出是 {values[1]}，相差 {values[2]}：应当正好是期初余额，不是就有漏记或错记，请核对",
        f"row {row} prints a balance of {values[0]}; income less expense is {values[1]}, difference {values[2]}: that ought to be the opening balance, else something is missing or wrong",
    )


def beside(tables: Sequence[Divided]) -> Iterator[Text]:
    """That rows in which two tables stand side by side are counted once for each."""
    rows = [r.number for one in tables for r in one.block.table.rows] if len(tables) > 1 else []
    if len(rows) != len(set(rows)):
        yield Text("左右并排的表，同一行各数一次", "a row in which two tables stand side by side is counted for each")


def unit(said: str) -> Text:
    """That amounts were counted as the sheet itself says."""
    return Text(f"金额按表上写的“{said}”换算成元", f"amounts were turned into yuan as the sheet says: “{said}”")


def sheet(grid: Grid, columns: Mapping[str, int]) -> Iterator[Text]:
    """What the format cannot tell, and the columns that were used although the sheet hides them."""
    if not grid.seen:
        yield _BLIND
    names: Iterable[str] = list(dict.fromkeys(name for name, x in columns.items() if x in grid.hidden_columns))
    if names:
        shown = "、".join(f"“{n}”" for n in names), ", ".join(f"“{n}”" for n in names)
        yield Text(
            f"{shown[0]}列在表格里是隐藏的，也用了；不该用的，在映射文件里换一列",
            f"{shown[1]}: hidden in the sheet, and used; name another column in the map if they should not be",
        )
