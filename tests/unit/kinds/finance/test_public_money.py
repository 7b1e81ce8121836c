"""Public money in private hands, income without its paper, totals in place of lines: what is told and what is not."""

from __future__ import annotations

import pytest

from mingbai.kinds.finance import KIND
from mingbai.rendering import Renderer, template_dirs
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, ledgers, march, view
from tests.unit.kinds.finance.test_conduct import COMMUNITY, found, line

# --- through a person ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "field, said",
    [
        ("摘要", "亲子活动材料费，微信收款后转入"),
        ("摘要", "场地费由文书代收"),
        ("摘要", "陈样例个人银行卡收取"),
        ("对方", "某商户（个人支付宝）"),
        ("票据", "微信转账截图"),
        ("票据", "[发票 1, 个人卡回单 2]"),
    ],
)
def test_what_went_through_a_person_is_told_once(field: str, said: str) -> None:
    assert found(line(**{field: said})) == ["FIN086"]


@pytest.mark.parametrize("said", ["公众号微信认证费", "代收代付水费，物业公司代收", "主任会议纪要印刷", "财务账户管理费"])
def test_words_that_name_nobody_accuse_nobody(said: str) -> None:
    assert found(line(摘要=said)) == []


def test_a_place_may_choose_its_own_words() -> None:
    own = COMMUNITY + "标准:\n  - {编号: private-accounts, 词: [零钱通], 来源: 示例街财〔2026〕3号}\n"
    assert found(line(摘要="微信收款"), community=own) == []
    assert found(line(摘要="零钱通收款"), community=own) == ["FIN086"]


@pytest.mark.parametrize(
    "party, summary, said",
    [
        ("副主任", "借款，四月归还", ["FIN096"]),
        ("陈样例", "暂借", ["FIN096"]),
        ("示例小店", "借给周转", ["FIN096"]),
        ("困难居民 1 户", "临时借款", []),
        ("个人", "借款给主任周转", ["FIN096"]),
        ("个人", "陈样例个人借款", ["FIN096"]),
        ("某图文店", "主任办公会定的借款合同印刷", []),
        ("副主任", "差旅费报销", []),
    ],
)
def test_loans_to_officers_and_their_firms(party: str, summary: str, said: list[str]) -> None:
    related = COMMUNITY.replace("角色: [副主任]", "关联单位: [示例小店]\n    角色: [副主任]")
    assert [c for c in found(line(对方=party, 摘要=summary), community=related) if c != "FIN065"] == said


COUNT = """结账:
  银行对账单:
    - 账户: bank
      余额: 19595.20
  现金盘点:
    - 账户: cash
      余额: {balance}
{more}  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


@pytest.mark.parametrize(
    "balance, more, said",
    [
        ("755.00", "", []),
        ("755.00", "      白条: 100.00\n", ["FIN087"]),
        ("655.00", "      差异原因: 出纳借条 100 元\n", ["FIN050", "FIN087"]),
        ("655.00", "      差异原因: 找零多付\n", ["FIN050"]),
    ],
)
def test_slips_in_the_box(balance: str, more: str, said: list[str]) -> None:
    checked = march(line(), more=COUNT.format(balance=balance, more=more))
    assert codes(checked) == said


# --- income ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more, said",
    [
        ({}, ["FIN088"]),
        ({"票据": "[银行回单 1, 示例街财〔2026〕3号]"}, []),
        ({"票据": "['银行回单 1', '示例街财[2026]3号']"}, []),
        ({"摘要": "示例街财〔2026〕第 3 号拨付"}, []),
        ({"摘要": "2026 年 3 号楼补助"}, ["FIN088"]),
        ({"资金": "office-2026"}, []),  # the fund has the number of its document
        ({"科目": "利息收入"}, []),
    ],
)
def test_a_grant_rests_on_its_document(more: dict[str, str], said: list[str]) -> None:
    assert found(line(kind="收入", party="示例街道办事处", **({"科目": "补助收入", "票据": "银行回单 1"} | more))) == said


def test_each_share_rests_on_its_own() -> None:
    shares = "\n      - {资金: office-2026, 科目: 补助收入, 金额: 40.00}\n      - {资金: own, 科目: 补助收入, 金额: 60.00}"
    assert found(line(kind="收入", 票据="银行回单 1", 科目=None, 资金=None, 分摊=shares)) == ["FIN088"]


def test_what_was_given_back_needs_no_paper() -> None:
    reversal = "  - 凭证: 03-002\n    日期: 2026-03-06\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 记错\n    批准: 主任\n"
    assert found(line(kind="收入", 科目="补助收入", 票据="银行回单 1") + reversal) == []


def test_a_community_asks_for_papers_of_its_own() -> None:
    own = COMMUNITY + "单据要求:\n  - {类型: 收入, 科目: [利息], 任一: [合同], 效力: 地方规定}\n"
    assert found(line(kind="收入", 科目="利息收入", 票据="银行回单 1"), community=own) == ["FIN088"]
    only = COMMUNITY + "单据要求:\n  - {类型: 支出, 科目: [活动费], 应有: [证明], 效力: 地方规定}\n"
    assert found(line(), community=only) == ["FIN012"]
    assert found(line(科目="维修费"), community=only) == []


# --- wording ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more, said",
    [
        ({"摘要": "三月办公支出汇总"}, ["FIN089"]),
        ({"摘要": "本月费用等费用"}, ["FIN034", "FIN089"]),
        ({"摘要": "巡逻补贴合计", "领款": "{人数: 2, 标准: 50.00}", "对方类别": "个人"}, []),
        ({"摘要": "购合页 12 副"}, []),
        ({"摘要": "慰问高龄老人共计 32 户"}, []),
        ({"摘要": "购路灯合计12套"}, []),
        ({"摘要": "慰问费共计三百户"}, []),
        ({"摘要": "办公用品合计 1860 元"}, ["FIN089"]),
        ({"摘要": "办公用品合计 1860.50元"}, ["FIN089"]),
        ({"摘要": "零星采购共计 3 笔"}, ["FIN089"]),
        ({"摘要": "三月采购合计"}, ["FIN089"]),
        ({"摘要": "三月采购共计三百元"}, ["FIN089"]),
    ],
)
def test_totals_in_place_of_lines(more: dict[str, str], said: list[str]) -> None:
    assert found(line(**more)) == said


def test_lines_without_category_are_told_once_a_month_and_only_where_there_are_categories() -> None:
    lines = line(科目=None) + line("03-002", 科目=None, amount="90.00")
    checked = march(lines)
    assert [(f.code.id, f.values["count"]) for f in checked.findings] == [("FIN097", 2)]
    share = "\n      - {资金: own, 科目: 活动费, 金额: 40.00}\n      - {资金: own, 金额: 60.00}"
    assert found(line(科目=None, 资金=None, 分摊=share)) == ["FIN097"]


# --- what a finding tells ----------------------------------------------------------------------------------------------


def test_what_a_fund_is_not_for_names_the_funds_that_may_pay() -> None:
    (finding,) = march(line(资金="office-2026")).findings
    assert finding.code.id == "FIN011"
    assert finding.remedy("zh").endswith("可以列支“活动费”的：自有资金。")
    none = COMMUNITY.replace("    性质: 自筹\n", "    性质: 自筹\n    可用科目: [维修费, 补助收入]\n", 1)
    (finding,) = march(line(资金="office-2026"), files={"community.yml": none}).findings
    assert "这本账没有一项资金可以列支“活动费”" in finding.remedy("zh")
    assert "No fund of this book may pay for “活动费”" in finding.remedy("en")


def test_every_missing_month_is_named() -> None:
    files = {"finance/committee/2026-05.yml": "期间: 2026-05\n本期无: {签署: 主任, 日期: 2026-06-03}\n"}
    assert [f.message("zh") for f in ledgers(files).findings] == ["2026-02 之后缺 2026-03 至 2026-04"]


def test_slips_are_shown_beside_the_count_and_never_as_agreeing() -> None:
    text = COUNT.format(balance="755.00", more="      白条: 100.00\n")
    checked = march(line(), more=text)
    page = Renderer(template_dirs(BASE)).page(next(d for d in KIND.drafts(view(checked)) if d.address == "finance/committee/2026/03/"))
    assert "其中白条、借条" in page.body
    assert "100.00 元，不是钱" in page.body
    assert "有白条" in page.body


@pytest.mark.parametrize("paper, said", [("统一收据 12", ["FIN012"]), ("银行回单 12", [])])
def test_money_taken_in_by_hand_says_by_whom(paper: str, said: list[str]) -> None:
    """The bank's own slip needs nobody's signature."""
    taken = line(kind="收入", 科目="利息收入", 票据=paper)
    assert codes(march(taken, head=HEAD.replace("  经办: 文书\n", ""))) == said
