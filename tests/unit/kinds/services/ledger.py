"""YAML text of services → books, findings, pages."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import dedent

from mingbai import pipeline, reading
from mingbai.books import Books, index_ids
from mingbai.diagnostics import Diagnostic
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.services import KIND
from mingbai.packs import Law
from mingbai.pages import Draft, Page
from mingbai.rendering import Renderer, template_dirs
from mingbai.rendering.door import let_out

AS_OF = datetime.date(2026, 11, 10)
ROOT = Path(__file__).parents[4]

COMMUNITY = """
格式: 1
名称: 示例社区居民委员会
类型: 城市居委会
办公电话: 010-55550100
外链: [www.example.gov.cn]
"""
GUIDE = """
名称: 高龄老人津贴申请
类别: 行政
分类: 养老助残
服务对象: 年满八十周岁的老人
人群: [老人]
实施主体: 街道民政办
依据:
  - {名称: 老年人权益保障法, 条款: 第三十三条}
材料:
  - {名称: 居民身份证, 形式: 原件及复印件, 份数: 1, 来源: 申请人自备}
流程:
  - {环节: 受理, 时限: 1}
  - {环节: 审核, 时限: 5}
法定时限: 30
承诺时限: 6
时限单位: 工作日
收费: 否
办理地点: 一号窗口
咨询电话: 010-55550101、12345
监督电话: 010-55550110
核对: {日期: 2025-11-10, 人: 文书}
备注: 只给自己看
"""


@cache
def law() -> Law:
    return Law.of(pipeline.pack("cn-2026"))


def changed(*changes: tuple[str, str]) -> str:
    """The guide with some of its text replaced; every replaced part must be there."""
    text = GUIDE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def books(files: Mapping[str, str], as_of: datetime.date = AS_OF) -> Books:
    """The books of these files, with a community beside them."""
    texts = {"community.yml": COMMUNITY, **files}
    documents = [reading.read(dedent(text).lstrip("\n").encode(), f"ledgers/{path}", n) for n, (path, text) in enumerate(texts.items(), 1)]
    assert not [r.message("zh") for _, refused in documents for r in refused]
    filed, problems = pipeline.parse_all([d for d, _ in documents], discover())
    assert not [p.message("zh") for p in problems]
    index, _ = index_ids(i for f in filed if f.record is not None for k in discover() if k.name == f.kind for i in k.ids(f))
    return Books(filed, index, law(), as_of)


def guide(*changes: tuple[str, str], as_of: datetime.date = AS_OF) -> Books:
    """Books with one guide, `jintie`."""
    return books({"services/jintie.yml": changed(*changes)}, as_of)


def findings(of: Books) -> list[Diagnostic]:
    return [f for rule in KIND.rules for f in rule.check(of)]


def codes(of: Books) -> list[str]:
    return sorted(f.code.id for f in findings(of))


def view(of: Books) -> View:
    return let_out(of, findings(of))


def drafts(of: Books) -> dict[str, Draft]:
    return {d.address: d for d in KIND.drafts(view(of))}


def page(of: Books, address: str) -> Page:
    return Renderer(template_dirs(ROOT)).page(drafts(of)[address])
