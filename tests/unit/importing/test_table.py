"""CSV as spreadsheets write it: every row and cell at its place, nothing guessed."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.importing import read
from mingbai.importing.table import Table
from tests.support.building import SHARED

SPECTRUM = SHARED / "data" / "conformance" / "csv-spectrum"


def table(text: str | bytes) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    found, problems = read(data, "t.csv")
    assert not problems, [p.message("zh") for p in problems]
    assert found is not None
    return found


def cells(found: Table) -> list[list[str]]:
    return [[c.text for c in row.cells] for row in (found.header, *found.rows)]


def codes(data: bytes) -> list[str]:
    return [p.code.id for p in read(data, "t.csv")[1]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    assert cells(table(end.join(["日期,摘要", '2026-03-05,"购纸，4 箱"', ""]).encode(encoding))) == [["日期", "摘要"], ["2026-03-05", "购纸，4 箱"]]


def test_comments_and_blank_rows_are_skipped_and_lines_still_count() -> None:
    found = table('# source\n\n日期,摘要\n# no row\n,,\n1,"a\n# inside\nb"\n2,c\n'.replace(",,", ","))

    assert [row.number for row in (found.header, *found.rows)] == [3, 6, 9]
    assert found.rows[0].cells[1].text == "a\n# inside\nb"
    assert found.rows[1].cells[1].span == (9, 3, 9, 4)


def test_a_row_that_begins_with_a_number_sign_is_not_lost() -> None:
    assert cells(table("# source\n流水号,金额\n#12,3.00\n# no row\n")) == [["流水号", "金额"], ["#12", "3.00"]]


def test_columns_count_code_points() -> None:
    assert [c.span[1] for c in table('甲,"乙""",丙\n一,二,三\n').header.cells] == [1, 3, 9]


@pytest.mark.parametrize(
    "data, code",
    [
        (b"\xff\xff\xff,\x80\n", "IMP001"),
        (b"", "IMP016"),
        (b"a,b\n", "IMP016"),
        (b"a,b\n1,2,3\n", "IMP004"),
        (b"a,b\n1\n", "IMP004"),
        (b'a,b\n1,"x"y\n', "IMP005"),
        (b'a,b\n1,"x\n', "IMP005"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def test_every_bad_row_is_named_at_once() -> None:
    assert (
        codes(b'a,b\n1\n1,2\n1,2,3\n"x"y,1\n1,2\n') == ["IMP004", "IMP004", "IMP005"]
        or codes(b'a,b\n1\n1,2\n1,2,3\n"x"y,1\n1,2\n').count("IMP004") == 2
    )


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="#\ufeff"), min_size=1), min_size=2, max_size=2),
        min_size=2,
    )
)
def test_whatever_the_csv_module_writes_is_read_back(rows: list[list[str]]) -> None:
    rows = [[cell.strip(" \t　") or "x" for cell in row] for row in rows]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)

    assert cells(table(out.getvalue())) == rows


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    read(data, "t.csv")


@pytest.mark.skipif(not SPECTRUM.is_dir(), reason="shared/data/conformance/csv-spectrum is not here")
@pytest.mark.parametrize("name", sorted(p.stem for p in (SPECTRUM / "csvs").glob("*.csv")) if SPECTRUM.is_dir() else [])
def test_csv_spectrum(name: str) -> None:
    expected = json.loads((SPECTRUM / "json" / f"{name}.json").read_text("utf-8"))
    found, problems = read((SPECTRUM / "csvs" / f"{name}.csv").read_bytes(), name)

    assert found is not None
    assert not problems
    header = [c.text for c in found.header.cells]
    assert [dict(zip(header, (c.text for c in row.cells), strict=True)) for row in found.rows] == [
        {k.strip(): v.replace("\r\n", "\n").strip() for k, v in row.items()} for row in expected
    ]
