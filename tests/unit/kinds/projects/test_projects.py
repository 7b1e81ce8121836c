"""Projects beside the books: whose lines count, what an outturn must be, when something was due to be shown."""

from __future__ import annotations

import datetime

import pytest

from mingbai.kinds.projects.pages import drafts, parts
from mingbai.kinds.projects.records import Survey
from mingbai.kinds.projects.sentences import survey
from mingbai.kinds.projects.standing import Standing, State, standings
from mingbai.pipeline import Checked
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, view

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
FILE = "projects/2026-lamps.yml"
SHOWN = "公示:\n  - 阶段: 立项\n    日期: 2026-04-01\n  - 阶段: 实施\n    日期: 2026-04-03\n  - 阶段: 验收\n    日期: 2026-05-21\n"


def project(budget: str = "600.00", more: str = "", *, sources: str = "", shown: str = SHOWN) -> str:
    sources = sources or f"  - 来源: 资金\n    资金: own\n    金额: {budget}\n"
    return f"名称: 楼道灯\n类别: 工程\n立项决议: 2026-03-28-daibiao/1\n预算: {budget}\n资金来源:\n{sources}{more}{shown}"


def steps(*reached: tuple[str, str]) -> str:
    return "进展:\n" + "".join(f"  - 阶段: {stage}\n    日期: {day}\n" for stage, day in reached)


def accepted(day: str = "2026-05-20", conclusion: str = "合格") -> str:
    return f"验收:\n  日期: {day}\n  人员: [监督委员会主任]\n  结论: {conclusion}\n"


def outturn(amount: str, owed: str = "") -> str:
    return f"决算:\n  日期: 2026-06-01\n  金额: {amount}\n" + (f"  应付未付: {owed}\n" if owed else "")


def paid(amount: str, voucher: str = "03-001", day: str = "2026-03-30", more: str = "") -> str:
    return (
        f"  - 凭证: {voucher}\n    日期: {day}\n    类型: 支出\n    金额: {amount}\n    项目: 2026-lamps\n    资金: own\n    科目: 维修费\n"
        f"    摘要: 换灯 {voucher}\n    对方: 示例电工服务部 {voucher}\n    票据: 发票 {voucher}\n{more}"
    )


def books(text: str, lines: str = "", more: dict[str, str] | None = None) -> Checked:
    month = {MARCH: HEAD + lines + REVIEWED} if lines else {}
    return ledgers({FILE: text, **month, **(more or {})})


def one(found: Checked) -> Standing:
    return found.books.derived(standings)[0]


WHOLE = steps(("开工", "2026-03-30"), ("竣工", "2026-05-10")) + accepted()


@pytest.mark.parametrize("amount, owed, wrong", [("600.00", "", False), ("599.99", "", True), ("630.00", "30.00", False), ("630.00", "", True)])
def test_the_outturn_is_paid_and_owed_to_the_fen(amount: str, owed: str, wrong: bool) -> None:
    found = books(project("700.00", WHOLE + outturn(amount, owed)), paid("400.00") + paid("200.00", "03-002"))
    assert codes(found) == (["PRJ002"] if wrong else [])


def test_what_is_reversed_is_not_paid() -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-31\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 付重了\n    批准: 主任\n"
    found = books(project("700.00", WHOLE + outturn("0.00")), paid("400.00") + back)
    assert codes(found) == []
    assert (one(found).spent, len(one(found).paid)) == (0, 2)


def test_labour_in_place_of_money_costs_no_account() -> None:
    sources = "  - 来源: 资金\n    资金: own\n    金额: 400.00\n  - 来源: 投劳折资\n    说明: 居民出工 10 个\n    金额: 300.00\n"
    found = books(project("700.00", WHOLE + outturn("700.00"), sources=sources), paid("400.00"))
    assert codes(found) == []
    assert (one(found).spent, one(found).labour, one(found).cost) == (40000, 30000, 70000)


def test_money_passed_to_another_book_is_spent_once() -> None:
    """The committee gives 500.00 to the party's book, which pays 450.00: the project cost 450.00, and each book shows its own lines."""
    out = "  - 凭证: 03-001\n    日期: 2026-03-29\n    类型: 转账\n    金额: 500.00\n    项目: 2026-lamps\n    转出账户: bank\n    转入账簿: party\n    转出资金: own\n    摘要: 配套资金\n    票据: 银行回单 1\n    决议: 2026-03-28-daibiao/1\n"
    party = (
        "期间: 2026-03\n默认:\n  账户: bank\n  经办: 文书\n  审批: 主任\n收支:\n"
        "  - 凭证: 03-001\n    日期: 2026-03-29\n    类型: 转账\n    金额: 500.00\n    项目: 2026-lamps\n    转入账户: bank\n    转出账簿: committee\n    转入资金: party-2026\n    摘要: 收到配套资金\n    票据: 银行回单 2\n    决议: 2026-03-28-daibiao/1\n"
        "  - 凭证: 03-002\n    日期: 2026-03-30\n    类型: 支出\n    金额: 450.00\n    项目: 2026-lamps\n    资金: party-2026\n    科目: 维修费\n    摘要: 换灯\n    对方: 示例电工\n    票据: 发票 7\n"
        + REVIEWED
    )
    found = books(project("600.00", steps(("开工", "2026-03-30"))), out, {"finance/party/2026-03.yml": party})
    assert [c for c in codes(found) if not c.startswith("FIN")] == []
    assert (one(found).spent, one(found).received) == (45000, 0)
    page = next(d for d in drafts(view(found)) if d.address == "projects/2026-lamps/")
    assert [(b.book, b.income, b.expense) for b in page.context.books] == [("居委会账", 0, 50000), ("党组织服务群众专项经费", 50000, 45000)]


def test_a_decided_variation_raises_the_budget_an_undecided_one_does_not() -> None:
    added = "变更:\n  - 日期: 2026-03-29\n    内容: 多换两盏\n    增加: 100.00\n"
    begun, lines = steps(("开工", "2026-03-30")), paid("700.00")
    assert codes(books(project("600.00", begun + added + "    决议: 2026-03-28-daibiao/1\n"), lines)) == []
    assert sorted(codes(books(project("600.00", begun + added), lines))) == ["PRJ023", "PRJ024"]
    assert codes(books(project("600.00", begun), paid("600.00"))) == []


def test_a_payment_before_the_vote_is_too_early() -> None:
    early = books(project(), paid("100.00", day="2026-03-27"))
    assert [(f.code.id, f.values["stage"].zh) for f in early.findings] == [("PRJ022", "付款")]
    assert codes(books(project(), paid("100.00", day="2026-03-28"))) == []


def test_a_payment_that_was_taken_back_began_nothing() -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-29\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 付早了，已退回\n    批准: 主任\n"
    assert codes(books(project(), paid("100.00", day="2026-03-27") + back)) == []
    less = back.replace("类型: 冲正\n    冲正凭证", "类型: 退款\n    金额: 40.00\n    原凭证")
    assert codes(books(project(), paid("100.00", day="2026-03-27") + less)) == ["PRJ022"]


def test_a_payment_of_another_project_began_nothing_here() -> None:
    moved = "  - 凭证: 03-002\n    日期: 2026-03-29\n    类型: 更正\n    更正凭证: 03-001\n    项目: 2026-bins\n    原因: 记错项目\n    批准: 主任\n"
    other = project().replace("楼道灯", "垃圾桶").replace("立项决议: 2026-03-28-daibiao/1\n", "")
    found = books(project(), paid("100.00", day="2026-03-27") + moved, {"projects/2026-bins.yml": other})
    assert [(f.code.id, f.place.path) for f in found.findings if f.code.id.startswith("PRJ02")] == [("PRJ020", "ledgers/projects/2026-bins.yml")]


@pytest.mark.parametrize("day, late", [("2026-10-31", False), ("2026-10-30", True)])
def test_ten_days_to_show_that_work_has_begun(day: str, late: bool) -> None:
    """As of 2026-11-10: begun on 31 October the tenth day is today, begun the day before it was yesterday."""
    found = books(project(more=steps(("开工", day)), shown=SHOWN.split("  - 阶段: 实施", maxsplit=1)[0]))
    assert codes(found) == (["PRJ025"] if late else [])


def test_a_local_rule_changes_the_days() -> None:
    longer = COMMUNITY + "标准:\n  - 编号: project-notice-days\n    数: 30\n    来源: 示例街办〔2026〕2号\n"
    text = project(more=steps(("开工", "2026-10-30")), shown=SHOWN.split("  - 阶段: 实施", maxsplit=1)[0])
    assert codes(ledgers({FILE: text, "community.yml": longer})) == []


@pytest.mark.parametrize(
    "more, state",
    [
        ("", State.PLANNED),
        (steps(("招标", "2026-10-20")), State.PLANNED),
        (steps(("开工", "2026-11-01")), State.UNDER_WAY),
        (steps(("开工", "2026-11-11")), State.PLANNED),
        (steps(("开工", "2026-10-01"), ("竣工", "2026-11-01")), State.FINISHED),
        (WHOLE, State.ACCEPTED),
        (steps(("开工", "2026-03-30"), ("竣工", "2026-05-10")) + accepted(conclusion="不合格"), State.REJECTED),
        (WHOLE + outturn("0.00"), State.SETTLED),
        (steps(("开工", "2026-10-01"), ("终止", "2026-10-20")), State.STOPPED),
    ],
)
def test_the_state_follows_from_the_days(more: str, state: State) -> None:
    assert one(books(project(more=more))).state is state


def test_a_month_that_cannot_be_read_accuses_no_outturn() -> None:
    found = books(project("700.00", WHOLE + outturn("600.00")), more={MARCH: "期间: 2026-03\n收支: 什么\n"})
    assert "PRJ002" not in codes(found)


def test_an_unknown_project_is_found_at_the_line() -> None:
    found = ledgers({MARCH: HEAD + paid("10.00") + REVIEWED})
    assert [(f.code.id, f.values["id"]) for f in found.findings] == [("REF001", "2026-lamps")]


def test_the_share_of_those_content_is_made_of_whole_numbers() -> None:
    asked = Survey.model_construct(day=datetime.date(2026, 6, 3), asked=3, content=2, method=None)
    assert survey(asked) == "2026年6月3日问了 3 人，2 人满意，满意率 66.7%"


def test_a_book_shows_what_it_pays_for_and_a_month_links_back() -> None:
    found = books(project("600.00", steps(("开工", "2026-03-30"))), paid("450.00"))
    [(address, block)] = parts(view(found))
    assert address == "finance/committee/"
    assert block.context.rows == (("楼道灯", "projects/2026-lamps/", 45000, "进行中", "now"),)
    from mingbai.kinds.finance.pages.books import drafts as finance

    month = next(d for d in finance(view(found)) if d.address == "finance/committee/2026/03/")
    assert [(label, link.address) for row in month.context.rows for label, link in row.refs] == [("", "projects/2026-lamps/")]


def test_a_project_begins_with_its_cost_the_fund_the_vote_and_whom_to_ask() -> None:
    found = books(project("700.00", "负责: 环境委员\n" + steps(("开工", "2026-03-30"))), paid("400.00") + paid("200.00", "03-002"))
    lede = next(d for d in drafts(view(found)) if d.address == "projects/2026-lamps/").context.lede
    assert "账上已付 600.00 元（出自自有资金）。" in lede
    assert "2026年3月28日居民代表会议表决：同意 " in lede
    assert "问环境委员" in lede


def test_a_fund_whose_money_came_back_in_full_is_not_named() -> None:
    back = "  - 凭证: 03-002\n    日期: 2026-03-31\n    类型: 冲正\n    冲正凭证: 03-001\n    原因: 付重了\n    批准: 主任\n"
    found = books(project("700.00"), paid("400.00") + back)
    assert "出自" not in next(d for d in drafts(view(found)) if d.address == "projects/2026-lamps/").context.lede
