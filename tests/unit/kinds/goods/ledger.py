"""YAML of goods → stocks and findings."""

from __future__ import annotations

from pathlib import Path

from mingbai.kinds.goods.register import Stock, stocks
from mingbai.pipeline import Checked
from mingbai.values.measures import ONE, quantity
from tests.base.community import Files, checked

TO = "        对象: 独居老人\n        户数: 6\n"
ALLOTTED = "        来源: 拨付\n"


def moved(day: str, doing: str, count: int | str, more: str | None = None) -> str:
    """One movement; left out, `more` is what its sort must say."""
    said = {"发放": TO, "入库": ALLOTTED, "损耗": "        说明: 受潮\n"}.get(doing, "") if more is None else more
    return f"      - 日期: {day}\n        类型: {doing}\n        数量: {count}\n{said}"


def item(*movements: str, number: str = "WZ-01", name: str = "口罩", more: str = "") -> str:
    return f"  - 编号: {number}\n    品名: {name}\n    单位: 盒\n{more}    收发:\n{''.join(movements)}"


def look(tmp_path: Path, entries: str, files: Files | None = None) -> Checked:
    """The base with these goods in committee's register."""
    return checked(tmp_path / "community", files={"finance/committee/goods.yml": f"物资:\n{entries}".encode(), **(files or {})})


def whole(*counts: int) -> tuple[int, ...]:
    """So many whole units, as goods are held."""
    return tuple(n * ONE for n in counts)


def held(typed: str) -> int:
    """A number as typed, as goods are held."""
    return quantity(typed)


def only(found: Checked) -> Stock:
    (stock,) = found.books.derived(stocks)
    return stock


def gds(found: Checked) -> list[str]:
    """The codes of this kind that were found, in order."""
    return [f.code.id for f in found.findings if f.code.id.startswith("GDS")]
