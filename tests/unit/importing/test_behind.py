"""Sheets as offices leave them: hidden rows, formulas that went wrong, percentages, other epochs, exports that are not what they say."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from mingbai import importing, reading
from mingbai.importing import Imported, Map
from mingbai.schema import parse

MAP = "列: {日期: 日期, 摘要: 摘要, 金额: 金额}\n方向: 正负号\n固定: {账户: bank}\n"
HEAD = ["日期", "摘要", "金额"]
DAY = datetime.date(2026, 1, 5)
CSV = "日期,摘要,金额\n2026-01-05,购纸,-5\n"


def book(fill: Callable[[Any, Any], None], *, mac: bool = False) -> bytes:
    made = Workbook()
    if mac:
        made.epoch = CALENDAR_MAC_1904
    made.active.append(HEAD)
    fill(made, made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def imported(data: bytes, name: str = "a.xlsx") -> Imported:
    map, _ = parse(Map, reading.read(MAP.encode(), "map.yml", 0)[0].nodes or {}, "map.yml")
    assert map is not None
    grid, problems = importing.grid(data, name)
    return importing.convert_grid(grid, map, "map.yml") if grid is not None and not problems else Imported((), (), problems)


def lines(made: Imported) -> list[tuple[str, str, str]]:
    assert made.problems == (), [p.message("zh") for p in made.problems]
    return [(line["日期"], line["摘要"], line["金额"]) for month in made.months for line in month.nodes["收支"]]


def refused(made: Imported) -> list[tuple[str, str]]:
    return [(p.code.id, p.message("zh")) for p in made.problems]


def test_hidden_rows_are_read_and_named(tmp_path: object) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.append([DAY, "购纸", -5])
        sheet.append([DAY, "藏着的", -7])
        sheet.row_dimensions[3].hidden = True

    made = imported(book(fill))
    assert [summary for _, summary, _ in lines(made)] == ["购纸", "藏着的"]
    assert made.hidden == (3,)


def test_a_hidden_sheet_does_not_have_to_be_chosen_from() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.append([DAY, "购纸", -5])
        old = made.create_sheet("去年")
        old.append(["旧"])
        old.append(["数"])
        old.sheet_state = "hidden"

    assert lines(imported(book(fill))) == [("2026-01-05", "购纸", "5.00")]


@pytest.mark.parametrize("typed, shown", [("#REF!", "#REF!"), ("#DIV/0!", "#DIV/0!"), ("=-2-3", "#没有算出来")])
@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_formula_without_a_value_is_told_and_never_read_as_empty(typed: str, shown: str, column: int) -> None:
    row: list[Any] = [DAY, "购纸", -5]
    row[column] = typed
    assert refused(imported(book(lambda _, sheet: sheet.append(row)))) == [("IMP037", f"第 2 行“{HEAD[column]}”是公式（{shown}），没有结果可读")]


def test_an_error_in_a_column_nobody_asked_for_is_nobody_s_business() -> None:
    assert lines(imported(book(lambda _, sheet: sheet.append([DAY, "购纸", -5, "#REF!"])))) == [("2026-01-05", "购纸", "5.00")]


@pytest.mark.parametrize("form", ["0%", "0.00%"])
def test_a_percentage_is_no_amount(form: str) -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.append([DAY, "购纸", 0.5])
        sheet["C2"].number_format = form

    assert refused(imported(book(fill))) == [("IMP007", "第 2 行“金额”是“50%”，不是金额")]


@pytest.mark.parametrize("mac, serial", [(False, 46027), (True, 44565)])
def test_days_as_plain_numbers_count_from_the_workbook_s_own_epoch(mac: bool, serial: int) -> None:
    assert lines(imported(book(lambda _, sheet: sheet.append([serial, "购纸", -5]), mac=mac))) == [("2026-01-05", "购纸", "5.00")]


@pytest.mark.parametrize("typed", ["2026-01-05（周一）", "2026年1月5日 星期一", "2026年1月5日星期一", "2026/1/5 (一)"])
def test_the_day_of_the_week_may_stand_beside_the_day(typed: str) -> None:
    assert lines(imported(book(lambda _, sheet: sheet.append([typed, "购纸", -5])))) == [("2026-01-05", "购纸", "5.00")]


@pytest.mark.parametrize(
    "data",
    [
        CSV.replace(",", ";").encode(),
        CSV.replace(",", "\t").encode(),
        CSV.encode("utf-16-le"),
        CSV.encode("utf-16-be"),
        CSV.encode("utf-16"),
        CSV.replace("-5\n", "-5,,\n").encode(),
        CSV.encode("gb18030"),
    ],
    ids=["semicolons", "tabs", "utf-16-le", "utf-16-be", "utf-16 with its mark", "commas beyond the header", "gb18030"],
)
def test_a_text_as_programs_export_it(data: bytes) -> None:
    assert lines(imported(data, "a.csv")) == [("2026-01-05", "购纸", "5.00")]


def test_a_cell_of_several_lines_is_one_line() -> None:
    assert lines(imported('日期,摘要,金额\n2026-01-05,"购纸\n三箱",-5\n'.encode(), "a.csv")) == [("2026-01-05", "购纸 三箱", "5.00")]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n", b",,\n,,\n"])
def test_an_empty_file_is_told(data: bytes) -> None:
    assert [code for code, _ in refused(imported(data, "a.csv"))] == ["IMP016"]


@pytest.mark.parametrize("data", [b"<html><table><tr><td>1</td></tr></table></html>", b'<?xml version="1.0"?><Workbook/>', b"\n <!DOCTYPE html>"])
def test_a_web_page_under_a_workbook_s_name_is_called_so(data: bytes) -> None:
    assert refused(imported(data, "a.xls")) == [("IMP001", "这是网页或 XML 存成的表格，不是真正的工作簿")]
