"""Every code of import has a sample that brings it about, shown by `mingbai explain` beside one that is right."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from mingbai import importing

SAMPLES = Path(importing.__file__).parent / "samples"
BAD = {folder.name: folder for folder in sorted((SAMPLES / "bad").iterdir())}
WITHOUT_MAP = ("IMP023", "IMP024")
"""Told while the program guesses a map itself."""
EXEMPT = {"IMP040": "speaks of a workbook with a password, of which nothing can be shown: tests/unit/importing/test_as_they_are.py"}


def _two_sheets(workbook: Workbook) -> None:
    workbook.active.title = "一月"
    workbook.create_sheet("二月").append(["日期"])


def _red(workbook: Workbook) -> None:
    workbook.active["D2"].font = Font(color="FFFF0000")


WORKBOOKS: dict[str, Callable[[Workbook], None]] = {"IMP020": _two_sheets, "IMP038": _red}
"""Samples that speak of a workbook, which is no text: explain shows the map, the workbook is made of the right table here."""


def test_every_code_has_a_sample_or_a_reason_for_none() -> None:
    assert sorted([*BAD, *EXEMPT]) == sorted(code.id for code in importing.CODES)


def _laid(community: Path, *folders: Path) -> None:
    for folder in folders:
        shutil.copytree(folder, community, dirs_exist_ok=True)


def _table(folder: Path) -> str:
    """The table that a sample speaks of."""
    change = WORKBOOKS.get(folder.name)
    if change is None:
        return "sheet.csv"
    workbook = Workbook()
    for line in (SAMPLES / "good/sheet.csv").read_text("utf-8").splitlines():
        workbook.active.append(line.split(","))
    change(workbook)
    workbook.save("sheet.xlsx")
    return "sheet.xlsx"


def _run(mingbai: Any, folder: Path | None) -> tuple[int, str, str]:
    kind = "contracts" if folder is not None and ({"contracts.csv", "contracts.yml"} & {p.name for p in folder.rglob("*")}) else "finance"
    sheet, map = (_table(folder) if folder else "sheet.csv", "map.yml") if kind == "finance" else ("contracts.csv", "contracts.yml")
    mapped = () if folder is not None and folder.name in WITHOUT_MAP else ("--map", map)
    said: tuple[int, str, str] = mingbai("import", sheet, "--as", kind, *mapped)
    return said


def test_what_is_shown_as_right_imports(mingbai: Any, community: Path) -> None:
    _laid(community, SAMPLES / "good")
    for sheet, kind, map in (("sheet.csv", "finance", "map.yml"), ("contracts.csv", "contracts", "contracts.yml")):
        code, out, _ = mingbai("import", sheet, "--as", kind, "--map", map)
        assert code == 0, out


@pytest.mark.parametrize("code", BAD)
def test_what_is_shown_as_wrong_brings_its_code_and_no_other(mingbai: Any, community: Path, code: str) -> None:
    _laid(community, SAMPLES / "good", BAD[code])
    got, out, err = _run(mingbai, BAD[code])
    assert got == 1, (out, err)
    assert {word for line in out.split("\n") for word in line.split(" ") if word[:3].isupper() and word[3:6].isdecimal() and len(word) == 6} == {
        code
    }, out


@pytest.mark.parametrize("code", BAD)
def test_both_are_explained(mingbai: Any, code: str) -> None:
    out = mingbai("explain", code)[1]
    assert "\n错的  " in out
    assert "\n对的  " in out
