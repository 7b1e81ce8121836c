"""A figure of the community's own holds from its act's first day to its last: what was done before, and after, is judged as it was then."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.base.community import BASE, checked

ACTS = """
法规:
  - 编号: street-rules
    名称: 示例街道财务办法
    英文: Rules of the subdistrict
    版本: "2026"
    施行: {since}
    {until}
    核对: 2026-10-01
    条文:
      - {{条: "5", 要求: 大额的事要从严。, 英文要求: Large sums take more.}}
"""
OWN = '标准:\n  - {{编号: {id}, 名称: {id}, 英文: own, {value}, 效力: 地方规定, 依据: [{{法: street-rules, 条: "5"}}]}}\n'
COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
MONTH = """
期间: 2026-{month}
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
{lines}结账:
  审核:
    审核人: 监督委员会主任
    日期: 2026-{reviewed}
"""
DRAWN = "  - {{凭证: {month}-001, 日期: 2026-{month}-06, 类型: 转账, 金额: 3000.00, 摘要: 提取备用现金, 票据: 银行回单, 转出账户: bank, 转入账户: cash}}\n"
BANKED = (
    "  - {{凭证: {month}-002, 日期: 2026-{month}-07, 类型: 转账, 金额: 3000.00, 摘要: 现金存回, 票据: 银行回单, 转出账户: cash, 转入账户: bank}}\n"
)
SPENT = "  - {{凭证: {month}-001, 日期: 2026-{month}-06, 类型: 支出, 金额: {sum}, 资金: own, 科目: 活动费, 摘要: {summary}, 对方: 示例服务公司, 票据: 发票 3}}\n"


def told(tmp_path: Path, code: str, files: dict[str, str], own: str, since: str = "2026-10-01", until: str = "") -> list[str]:
    """The files and lines that a code is told of, under an own law in force on these days."""
    acts = ACTS.format(since=since, until=f"失效: {until}" if until else "").replace("    \n", "")
    found = checked(tmp_path, files={"law/acts.yml": acts, **({"law/standards.yml": own} if own else {}), **files})
    wrong = ("SCH", "LAW001", "LAW002", "LAW003", "LAW004", "LAW005")  # that an act has ceased is told (LAW007)
    assert not [f for f in found.findings if f.code.id.startswith(wrong)]
    return sorted(f.place.path.rpartition("/")[2] for f in found.findings if f.code.id == code)


def standard(id: str, value: str) -> str:
    return OWN.format(id=id, value=value)


def months(*each: tuple[str, str]) -> dict[str, str]:
    """The months of the committee's book with these lines."""
    reviewed = {"03": "04-03", "09": "10-10", "10": "11-05"}
    return {
        f"finance/committee/2026-{m}.yml": MONTH.format(month=m, lines=lines.format(month=m, sum="{sum}"), reviewed=reviewed[m]) for m, lines in each
    }


CASH = months(("03", DRAWN + BANKED), ("09", DRAWN + BANKED), ("10", DRAWN + BANKED))


def test_a_lower_limit_of_cash_asks_nothing_of_the_months_before_it(tmp_path: Path) -> None:
    assert told(tmp_path, "FIN061", CASH, standard("cash-limit", "金额: 2000.00")) == ["2026-10.yml"]


@pytest.mark.parametrize(
    "since, until, asked",
    [
        ("2026-01-01", "", ["2026-03.yml", "2026-09.yml", "2026-10.yml"]),
        ("2026-01-01", "2026-09-30", ["2026-03.yml", "2026-09.yml"]),
        ("2026-09-07", "2026-10-05", []),
        ("2026-09-06", "2026-09-06", ["2026-09.yml"]),
    ],
)
def test_it_is_asked_to_the_day_it_ceases(tmp_path: Path, since: str, until: str, asked: list[str]) -> None:
    assert told(tmp_path, "FIN061", CASH, standard("cash-limit", "金额: 2000.00"), since, until) == asked


def test_words_that_are_no_longer_good_enough_were_so_before(tmp_path: Path) -> None:
    spent = SPENT.replace("{sum}", "300.00").replace("{summary}", "邻里节茶歇")
    assert told(tmp_path, "FIN034", months(("03", spent), ("10", spent)), standard("vague-words", "词: [茶歇]")) == ["2026-10.yml"]


def test_a_correction_is_judged_by_the_day_of_the_line_it_puts_right(tmp_path: Path) -> None:
    spent = SPENT.replace("{sum}", "300.00").replace("{summary}", "邻里节茶歇")
    put_right = (
        "  - {{凭证: {month}-002, 日期: 2026-{month}-08, 类型: 更正, 更正凭证: committee/2026-{of}, 科目: 办公费, 原因: 记错科目, 批准: 主任}}\n"
    )
    files = months(("09", spent), ("10", put_right.replace("{of}", "09/09-001")))
    assert told(tmp_path / "a", "FIN034", files, standard("vague-words", "词: [茶歇]")) == []
    assert told(tmp_path / "b", "FIN034", files, standard("vague-words", "词: [茶歇]"), "2026-01-01", "2026-09-30") == ["2026-10.yml"]


CONTRACTS = "合同:\n" + "".join(
    f"  - {{编号: HT-{n}, 名称: 活动室翻修 {n}, 类型: 大额货物采购, 乙方: 示例装修公司{n}, 乙方类别: 单位, 标的: 翻修, 方向: 付, 金额: 30000.00, "
    f"起: 2026-10-20, 止: 2026-12-31, 签订日: {signed}, 交易方式: 协议, 决议: 2026-03-28-daibiao/1, 分期: [{{期次: 1, 到期日: 2026-12-20, 金额: 30000.00}}]}}\n"
    for n, signed in ((1, "2026-09-28"), (2, "2026-10-08"))
)


def test_a_contract_is_judged_by_the_day_it_was_signed(tmp_path: Path) -> None:
    files = {"finance/committee/contracts.yml": CONTRACTS}
    own = standard("negotiated-limit", "金额: 20000.00")
    assert told(tmp_path / "a", "CON022", files, own) == ["contracts.yml"]
    assert told(tmp_path / "b", "CON022", files, own, "2026-01-01") == ["contracts.yml", "contracts.yml"]
    assert told(tmp_path / "c", "CON022", files, own, "2026-01-01", "2026-09-30") == ["contracts.yml"]
    assert told(tmp_path / "d", "CON022", files, "") == []


NOTICE = "标题: 选址公示\n类型: 其他\n公示: 是\n起: {start}\n止: {end}\n内容: 拟设在一楼。\n异议渠道: 打办公电话\n结果: {{日期: {end}, 说明: 没有异议}}\n承办: 文书\n"


def test_a_notice_hangs_for_the_days_asked_when_it_was_put_up(tmp_path: Path) -> None:
    files = {
        f"notices/2026/{start}-gongshi.yml": NOTICE.format(start=start, end=end)
        for start, end in (("2026-09-29", "2026-10-08"), ("2026-10-09", "2026-10-18"))
    }
    assert told(tmp_path, "NTC011", files, standard("notice-days", "数: 15")) == ["2026-10-09-gongshi.yml"]


def test_what_is_left_of_a_gift_has_the_days_it_had_when_it_was_last_touched(tmp_path: Path) -> None:
    gift = "捐赠:\n  - {编号: JZ-2026-01, 日期: %s, 捐赠人: 示例商行, 捐赠人类别: 单位, 署名: 实名, 类型: 款, 金额: 300.00, 指定用途: 看望老人, 票据: 捐赠票据 8, 经办: 文书, 监督: 监督委员会主任}\n"
    came = "  - {{凭证: {month}-001, 日期: 2026-{month}-06, 类型: 收入, 金额: 300.00, 资金: own, 科目: 活动费, 摘要: 收到捐款, 对方: 示例商行, 票据: 捐赠票据 8, 捐赠: JZ-2026-01}}\n"
    own = standard("donation-rest-days", "数: 20")
    september = {**months(("09", came)), "finance/committee/donations.yml": gift % "2026-09-06"}
    october = {**months(("10", came)), "finance/committee/donations.yml": gift % "2026-10-06"}
    assert told(tmp_path / "a", "DON013", september, own) == []
    assert told(tmp_path / "b", "DON013", october, own) == ["donations.yml"]


CARRY = '单据要求:\n  - {类型: 支出, 金额起: 2000.00, 应有: [决议], 效力: 地方规定, 依据: [{法: street-rules, 条: "5"}]}\n'


@pytest.mark.parametrize(
    "since, until, asked",
    [("2026-10-01", "", ["2026-10.yml"]), ("2026-01-01", "2026-09-30", ["2026-03.yml"]), ("2026-01-01", "", ["2026-03.yml", "2026-10.yml"])],
)
def test_what_a_line_must_carry_by_an_act_of_ones_own_is_asked_on_its_days(tmp_path: Path, since: str, until: str, asked: list[str]) -> None:
    spent = SPENT.replace("{sum}", "3000.00").replace("{summary}", "邻里节场地布置")
    files = {**months(("03", spent), ("10", spent)), "community.yml": COMMUNITY + CARRY}
    assert told(tmp_path, "FIN012", files, "", since, until) == asked


def test_the_law_of_a_day_is_one_object_between_two_changes(tmp_path: Path) -> None:
    acts = ACTS.format(since="2026-10-01", until="失效: 2026-10-31")
    law = checked(tmp_path, files={"law/acts.yml": acts, "law/standards.yml": standard("cash-limit", "金额: 2000.00")}).books.law
    september, october, november = (law.by(datetime.date(2026, m, 30 if m != 10 else 1)) for m in (9, 10, 11))
    assert law.by(datetime.date(2000, 1, 1)) is september
    assert law.by(datetime.date(2026, 10, 31)) is october
    assert [s.standards["cash-limit"].amount for s in (september, october, november)] == [500000, 200000, 500000]
    assert [(s.first, s.last, s.asked.amount) for s in law.through("cash-limit")] == [
        (datetime.date.min, datetime.date(2026, 9, 30), 500000),
        (datetime.date(2026, 10, 1), datetime.date(2026, 10, 31), 200000),
        (datetime.date(2026, 11, 1), datetime.date.max, 500000),
    ]
    assert len(law.through("notice-days")) == 1


def test_without_an_own_law_nothing_changes_with_the_days(tmp_path: Path) -> None:
    law = checked(tmp_path).books.law
    assert law.turns == ()
    assert law.by(datetime.date(2020, 1, 1)) is law.by(datetime.date(2030, 1, 1)) is law
