"""Ids: what they may mean, where they are looked for, what is offered instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.pipeline import Checked
from tests.base.community import checked, codes
from tests.unit.kinds.finance.ledger import REVIEWED, ledgers, march

LINE = """  - 凭证: 03-001
    日期: 2026-03-31
    类型: 支出
    金额: 126.00
    资金: office-2026
    科目: 办公费
    摘要: 购打印纸 4 箱
    对方: 某文具店
    票据: 发票 33914107
"""


def remedy(found: Checked) -> str:
    assert len(found.findings) == 1
    return found.findings[0].remedy("zh")


def test_a_near_id_is_offered() -> None:
    found = march(LINE.replace("office-2026", "offce-2026"))
    assert codes(found) == ["REF001"]
    assert "office-2026" in remedy(found)


def test_where_nothing_is_near_what_there_is_is_listed() -> None:
    assert "own" in remedy(march(LINE.replace("office-2026", "zzz")))


def test_a_decision_is_cited_by_its_item() -> None:
    found = march(LINE + "    决议: 2026-03-28-daibiao\n")
    assert codes(found) == ["REF002"]
    assert "2026-03-28-daibiao/1" in remedy(found)


@pytest.mark.parametrize("cited", ["03-001", "2026-03/03-001", "committee/2026-03/03-001"])
def test_a_voucher_is_looked_for_in_its_file_then_its_book_then_absolutely(cited: str) -> None:
    undo = f"  - 凭证: 03-002\n    日期: 2026-03-31\n    类型: 冲正\n    冲正凭证: {cited}\n    原因: 重开\n    批准: 主任\n"
    assert codes(march(LINE + undo)) == []


@pytest.mark.parametrize("cited", ["02-001", "party/2026-02/02-001", "2025-02/02-001"])
def test_a_voucher_of_another_month_needs_its_month(cited: str) -> None:
    undo = f"  - 凭证: 03-002\n    日期: 2026-03-31\n    类型: 冲正\n    冲正凭证: {cited}\n    原因: 重开\n    批准: 主任\n"
    assert codes(march(LINE + undo)) == ["REF001"]


def test_a_list_points_at_the_item() -> None:
    base = "期间: 2026-03\n收支: []\n本期无: {签署: 主任, 日期: 2026-04-01}\n结账:\n  银行对账单:\n    - {账户: bnk, 余额: 1.00}\n"
    found = ledgers({"finance/committee/2026-03.yml": base})
    assert codes(found)[0] == "REF001"
    assert found.findings[0].place.span is not None
    assert (found.findings[0].place.span.line, found.findings[0].place.span.column) == (6, 12)


def test_both_bearers_of_an_id_are_named() -> None:
    twice = "计划:\n  - {编号: 1, 事项: 甲, 预计金额: 1.00, 未支出原因: 没有买}\n  - {编号: 1, 事项: 乙, 预计金额: 2.00, 未支出原因: 没有买}\n"
    found = march(LINE, more=twice + REVIEWED)
    assert codes(found) == ["REF003"]
    (finding,) = found.findings
    assert finding.place.span is not None
    assert finding.related[0].span is not None
    assert finding.related[0].span.line + 1 == finding.place.span.line


SERVICE = """名称: 代收快递
类别: 便民
分类: 便民服务
服务对象: 社区居民
实施主体: 社区居委会
收费: 否
办理地点: 一号窗口
咨询电话: （010）55550101转8001
核对: {日期: 2026-02-10, 人: 文书}
"""


def test_an_id_borne_by_a_file_and_by_an_item_of_a_list_is_told_and_nothing_breaks() -> None:
    listed = "事项:\n  - 编号: kuaidi\n" + "".join(f"    {line}\n" for line in SERVICE.splitlines())
    found = ledgers({"services/bianmin.yml": listed, "services/kuaidi.yml": SERVICE})
    assert codes(found) == ["REF003"]


UNDO = "  - 凭证: {voucher}\n    日期: 2026-03-31\n    类型: 冲正\n    冲正凭证: {cited}\n    原因: 重开\n    批准: 主任\n"


def month(number: int, *vouchers: str) -> str:
    head = f"期间: 2026-{number:02}\n默认:\n  账户: bank\n  经办: 文书\n  审批: 主任\n收支:\n"
    return head + "".join(LINE.replace("03-001", v).replace("2026-03-31", f"2026-{number:02}-20").replace("33914107", f"8{v}") for v in vouchers)


@pytest.mark.parametrize(
    "cited, offered",
    [
        ("03-04", ["committee/2026-03/03-004"]),  # beside the line that cites
        ("2026-02/02-0002", ["committee/2026-02/02-002"]),  # of the month that is named
        ("committee/2026-02/2-001", ["committee/2026-02/02-001"]),
        ("committee/2026-12/02-001", ["committee/2026-02/02-001"]),  # no such month: the book's own, never another's
    ],
)
def test_vouchers_that_are_offered_lie_where_the_cited_one_would(cited: str, offered: list[str]) -> None:
    files = {
        "finance/committee/2026-02.yml": month(2, "02-001", "02-002"),
        "finance/committee/2026-03.yml": month(3, "03-001", "03-002", "03-004") + UNDO.format(voucher="03-009", cited=cited),
        "finance/party/2026-03.yml": month(3, "03-001", "03-004", "12-001"),
    }
    (told,) = (f.remedy("zh") for f in ledgers(files).findings if f.code.id == "REF001")
    found = told.partition("已登记的有：")[2].rstrip("。").split("、")
    assert found[: len(offered)] == offered
    assert not any("party" in one for one in found)


def test_the_remedy_says_what_to_write(tmp_path: Path) -> None:
    """An id in small letters leads to the one meant alone; one of another sort, to some of the right sort."""
    entry = "起: 2026-10-26\n公开:\n  - {事项: u02, 公布日: 2026-10-28, 渠道: [公开栏], 签署: [{角色: 主任, 日期: 2026-10-28}]}\n"
    (found,) = [f for f in checked(tmp_path / "a", files={"disclosures/2026.yml": entry}).findings if f.code.id == "REF001"]
    assert found.remedy("zh") == "核对编号；已登记的有：U02。"
    other = entry.replace("u02", "办公费")
    (found,) = [f for f in checked(tmp_path / "b", files={"disclosures/2026.yml": other}).findings if f.code.id == "REF002"]
    assert found.remedy("zh") == "写公开目录里的编号，网站“公开目录”页列出全部。"
