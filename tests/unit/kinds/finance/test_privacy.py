"""What is internal never leaves: no page, table or published message holds it. 附加 leaves key by key."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from mingbai import pipeline
from tests.base.community import checked
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED

HIDDEN = "某住户家里有病人"
LINE = f"""  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 900.00
    账户: cash
    资金: office-2026
    科目: 活动费
    摘要: 购慰问品 4 份
    对方: 某商店
    备注: {HIDDEN}甲
    附加:
      验收单: 验-77
      内部号: {HIDDEN}乙
"""
COMMUNITY = (Path(__file__).parents[3] / "base/ledgers/community.yml").read_text("utf-8")


def readable(data: bytes) -> str:
    """What a reader finds in a file; of a workbook or an archive in all its parts, of a database in all its rows."""
    if data.startswith(b"SQLite format 3"):
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(data)
            return "\n".join(database.iterdump())
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8-sig") for name in parts.namelist())


def everything(root: Path, opened: str) -> str:
    """All that is published: pages, tables, 提醒 in both languages."""
    files = {MARCH: HEAD + LINE + f"备注: {HIDDEN}丙\n" + REVIEWED, "community.yml": COMMUNITY + opened + f"附加:\n  联系人: {HIDDEN}丁\n"}
    found = checked(root, files=files)
    assert found.errors == 0
    assert found.warnings > 1, "the warnings about this very line are published beside it"
    site = pipeline.site(root, found)
    published = pipeline.view(found).findings.all
    messages = [text for f in published for text in (f.message("zh"), f.message("en"), f.remedy("zh"), f.remedy("en"))]
    return "\n".join([*(p.title + p.description + p.body for p in site.pages), *map(readable, site.files.values()), *messages])


def test_notes_and_extra_fields_stay_inside(tmp_path: Path) -> None:
    text = everything(tmp_path, "")
    assert "购慰问品 4 份" in text
    assert HIDDEN not in text
    assert "验-77" not in text
    assert "内部号" not in text


def test_an_extra_field_is_published_where_community_yml_says_so(tmp_path: Path) -> None:
    text = everything(tmp_path, "公开附加: [验收单]\n")
    assert "验-77" in text
    assert HIDDEN not in text
    assert "内部号" not in text


@pytest.mark.parametrize("field", ["备注", "note"])
def test_even_a_message_about_an_internal_field_stays_inside(tmp_path: Path, field: str) -> None:
    """An error is told to the secretary, never to the public: the site of a draft holds neither."""
    files = {MARCH: HEAD + LINE.replace("    备注:", f"    {field}:") + f"    天气: {HIDDEN}\n" + REVIEWED}
    found = checked(tmp_path, files=files)
    assert found.errors == 1
    assert HIDDEN not in found.findings[0].message("zh") + found.findings[0].remedy("zh")
    site = pipeline.site(tmp_path, found, draft=True)
    assert HIDDEN not in "".join(p.body for p in site.pages) + str(site.files.values())
