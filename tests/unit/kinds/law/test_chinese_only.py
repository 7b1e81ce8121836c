"""Own rules of a community whose site speaks Chinese alone need no English; where it speaks English they have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.packs.english import untold
from mingbai.schema.record import Record, fields
from tests.base.community import BASE, checked

RULES = """
法规:
  - 编号: jd
    名称: 示例街道居务公开办法
    版本: "2026"
    施行: 2026-01-01
    核对: 2026-01-05
    条文:
      - 条: "6"
        要求: 收支每月公布，次月十日前。
"""
LIMIT = """
标准:
  - 编号: jd-limit
    名称: 街道规定的备用金（元）
    金额: 500.00
    效力: 地方规定
    依据:
      - {法: jd, 条: "6"}
"""
COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
FILES = {"law/acts.yml": RULES.lstrip("\n"), "law/standards.yml": LIMIT.lstrip("\n")}


def told(root: Path, languages: str) -> list[tuple[str, str]]:
    community = COMMUNITY.replace("法规包:", f"网站语言: {languages}\n法规包:")
    found = checked(root, files={"community.yml": community, **FILES})
    return [(f.code.id, f.message("zh")) for f in found.findings if f.code.id[:3] in ("SCH", "LAW")]


@pytest.mark.parametrize("languages", ["[]", "[zh-Hant]"])
def test_a_site_in_chinese_needs_no_english(tmp_path: Path, languages: str) -> None:
    assert told(tmp_path, languages) == []


def test_where_the_site_speaks_english_it_is_asked_for(tmp_path: Path) -> None:
    assert told(tmp_path, "[en]") == [
        ("LAW018", "“示例街道居务公开办法”没有写“英文”，网站有英文版"),
        ("LAW018", "“6”没有写“英文要求”，网站有英文版"),
        ("LAW018", "“街道规定的备用金（元）”没有写“英文”，网站有英文版"),
    ]


def test_the_chinese_stands_where_there_is_no_english(tmp_path: Path) -> None:
    law = checked(tmp_path, files=FILES).books.law
    assert law.acts["jd"].english == "示例街道居务公开办法"
    assert law.acts["jd"].articles[0].duty_en == "收支每月公布，次月十日前。"
    assert law.standards["jd-limit"].english == "街道规定的备用金（元）"


@pytest.mark.parametrize("pack", ["cn-2026", "cn-chongqing", "cn-shandong", "cn-shanghai", "cn-zhejiang"])
def test_what_is_shipped_has_its_english(pack: str) -> None:
    def inside(record: Record) -> list[Record]:
        values = [v for name in fields(type(record)) for v in (getattr(record, name),)]
        held = [one for v in values for one in (v if isinstance(v, tuple) else (v,)) if isinstance(one, Record)]
        return [record, *(r for one in held for r in inside(one))]

    assert [one for file in pipeline.pack(pack) for one in inside(file) if [*untold(one)]] == []
