"""Every code of import has a sample that brings it about, shown by `mingbai explain` beside one that is right."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from mingbai import importing

SAMPLES = Path(importing.__file__).parent / "samples"
BAD = {folder.name: folder for folder in sorted((SAMPLES / "bad").iterdir())}
WITHOUT_MAP = ("IMP023", "IMP024")
"""Told while the program guesses a map itself."""
EXEMPT = {
    "IMP001": "speaks of bytes that are no text: there is nothing to show (tests/unit/importing/test_table.py)",
    "IMP016": "told by importing.read, to other programs; the command says that there was no row (tests/unit/importing/test_table.py)",
    "IMP017": "speaks of a folder that stands where the file belongs: tests/unit/cli/test_importing.py",
    "IMP020": "speaks of the sheets of a workbook, which is no text: tests/unit/importing/test_sheets.py",
}


def test_every_code_has_a_sample_or_a_reason_for_none() -> None:
    assert sorted([*BAD, *EXEMPT]) == sorted(code.id for code in importing.CODES)


def _laid(community: Path, *folders: Path) -> None:
    for folder in folders:
        shutil.copytree(folder, community, dirs_exist_ok=True)


def _run(mingbai: Any, folder: Path | None) -> tuple[int, str, str]:
    kind = "contracts" if folder is not None and ({"contracts.csv", "contracts.yml"} & {p.name for p in folder.rglob("*")}) else "finance"
    sheet, map = ("sheet.csv", "map.yml") if kind == "finance" else ("contracts.csv", "contracts.yml")
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
