"""One file with all tables: whole, described, the same bytes for the same tables; as a database too."""

from __future__ import annotations

import datetime
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from mingbai.pages import Column, Dataset
from mingbai.rendering import csv_bytes
from mingbai.rendering.archives import COLUMNS, columns_bytes, size, sized, slot, zip_bytes
from mingbai.rendering.databases import MOST_ON_SITE, lies_on_site, sqlite_bytes
from mingbai.rendering.identities import identified
from mingbai.rendering.packages import package_bytes
from mingbai.values.text import Text

DAY = datetime.date(2026, 11, 10)
LINES = identified(
    Dataset(
        "finance-lines",
        Text("一行一笔", "one row, one line"),
        (Column("voucher", Text("凭证", "voucher")), Column("amount", Text("金额", "amount"), "money")),
        (("03-001", -170400), ("03-002", None)),
        key=("voucher",),
    )
)


def _files() -> dict[str, bytes]:
    told = csv_bytes(LINES)
    package = package_bytes([(LINES, told)], "新河社区", "", DAY)
    return {"datapackage.json": package, COLUMNS: columns_bytes([LINES]), "finance-lines.csv": told}


def test_the_archive_is_a_valid_package_once_it_is_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bytes(_files(), DAY))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["datapackage.json", "columns.csv", "finance-lines.csv"]
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 10, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        archive.extractall(tmp_path)

    assert (tmp_path / "finance-lines.csv").read_bytes() == (
        b"\xef\xbb\xbfvoucher,amount,row_id\r\n03-001,-1704.00,finance-lines:03-001\r\n03-002,,finance-lines:03-002\r\n"
    )
    assert Package(str(tmp_path / "datapackage.json")).validate().valid
    assert "finance-lines.csv,一行一笔,amount,金额,金额（元）,amount\r\n" in (tmp_path / COLUMNS).read_bytes().decode("utf-8-sig")


def test_the_same_tables_give_the_same_bytes() -> None:
    assert zip_bytes(_files(), DAY) == zip_bytes(_files(), DAY)
    assert sqlite_bytes([LINES], "新河社区", "", DAY) == sqlite_bytes([LINES], "新河社区", "", DAY)


def test_the_database_holds_fen_and_says_whose_it_is(tmp_path: Path) -> None:
    (tmp_path / "all.sqlite").write_bytes(sqlite_bytes([LINES], "新河社区", "https://xinhe.example.org/", DAY))
    with sqlite3.connect(tmp_path / "all.sqlite") as base:
        assert base.execute("SELECT amount_fen FROM finance_lines ORDER BY row_id").fetchall() == [(-170400,), (None,)]
        assert base.execute("SELECT name, as_of FROM about").fetchone() == ("新河社区", "2026-11-10")


def test_a_long_community_has_no_database_on_its_site() -> None:
    assert lies_on_site(MOST_ON_SITE)
    assert not lies_on_site(MOST_ON_SITE + 1)


@pytest.mark.parametrize(
    "count, said", [(1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (1_000_000, "977 KB"), (1_040_000, "1.0 MB"), (1_258_292, "1.3 MB")]
)
def test_sizes_are_said_as_phones_show_them_and_never_too_small(count: int, said: str) -> None:
    assert size(count) == said


def test_a_page_says_the_size_of_the_file_that_was_made_beside_it() -> None:
    body = f"<p>ZIP {slot('data/all.zip')}</p>"

    assert sized(body, {"data/all.zip": bytes(2048)}) == "<p>ZIP 2 KB</p>"


@pytest.mark.parametrize("day, year", [(datetime.date(1979, 6, 1), 1980), (datetime.date(2108, 1, 1), 2107), (datetime.date(2026, 11, 10), 2026)])
def test_a_day_that_the_format_cannot_write_stops_nothing(day: datetime.date, year: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bytes({"a.csv": b"x"}, day))) as archive:
        assert archive.infolist()[0].date_time[0] == year
