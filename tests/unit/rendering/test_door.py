"""The privacy door: what is not declared public does not pass, and what is about it is not told; all else is."""

from __future__ import annotations

from collections.abc import Callable

from mingbai import pipeline
from mingbai.kinds.finance.records import MonthFile
from mingbai.kinds.services.records import Service
from mingbai.pipeline import Checked

SERVICE = """
名称: 高龄老人津贴申请
类别: 行政
分类: 养老助残
服务对象: 年满八十周岁的老人
实施主体: 街道民政办
材料:
  - 名称: 居民身份证
    说明: 以及其他材料
流程:
  - 环节: 受理
    时限: 1
承诺时限: 11
时限单位: 工作日
收费: 否
办理地点: 一号窗口
办理时间: 周一至周五 8:30-12:00
咨询电话: 010-55550101
监督电话: 010-55550110
核对:
  日期: 2026-09-10
  人: 文书
备注: 老王家的情况另行了解
"""
MONTH = """
期间: 2026-03
收支:
  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 126.00
    账户: bank
    资金: own
    科目: 办公费
    摘要: 购打印纸 4 箱
    备注: 内部说明
    附加:
      预算编号: A1
      内部编号: B2
"""


def test_fields_that_are_not_public_hold_their_default(check: Callable[..., Checked]) -> None:
    view = pipeline.view(check({"services/jintie.yml": SERVICE, "finance/committee/2026-03.yml": MONTH}))

    assert [s.note for s in view.books.records(Service)] == [None]
    assert [(n.note, n.extra) for m in view.books.records(MonthFile) for n in m.lines if n.voucher == "03-001"] == [(None, {})]
    assert "内部说明" not in repr(view.books.ids)


def test_a_warning_about_a_public_field_is_told_though_another_record_has_a_secret_one_of_that_name(check: Callable[..., Checked]) -> None:
    checked = check({"services/jintie.yml": SERVICE})

    for findings in (checked.findings, pipeline.view(checked).findings.all):
        assert "SVC003" in [f.code.id for f in findings if f.place.path.endswith("jintie.yml")]
