"""A task that an office asks for: its state, the money that followed, the pages that say so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kinds.admission import KIND
from mingbai.kinds.admission.standing import Followed, Standing, State, standings
from tests.base.community import AS_OF
from tests.conftest import REPOSITORY

GOOD = REPOSITORY / "generator/mingbai/kinds/admission/examples/good"
FILES = {p.relative_to(GOOD).as_posix(): p.read_text("utf-8") for p in GOOD.rglob("*.yml")}
TASK = "admission/2026-xiaofang.yml"
MONTH = "finance/committee/2026-03.yml"
FUND = """\
  - 编号: fire
    名称: 消防宣传经费
    账簿: committee
    性质: 费随事转
    文号: 示例街财〔2026〕9号
    期初: 0.00
    准入: 2026-xiaofang
"""


def line(voucher: int, day: int, kind: str, amount: str, more: str) -> str:
    return f"  - 凭证: 03-00{voucher}\n    日期: 2026-03-{day:02d}\n    类型: {kind}\n    金额: {amount}\n    摘要: 一笔\n{more}"


def task(community: Callable[..., Path], text: str, lines: str = "", funds: str = "", as_of: datetime.date = AS_OF) -> tuple[Standing, list[str]]:
    root = community({**FILES, TASK: text})
    where = root / "ledgers/community.yml"
    where.write_text(where.read_text("utf-8").replace("\n科目: [办公费", f"\n{funds}科目: [办公费"), "utf-8")
    if lines:
        (root / "ledgers" / MONTH).write_text(f"期间: 2026-03\n默认: {{账户: bank, 经办: 文书, 审批: 主任}}\n收支:\n{lines}", "utf-8")
    checked = pipeline.check(root, as_of)
    found = checked.books.derived(standings)
    assert len(found) == 1, [f.message("zh") for f in checked.findings]
    return found[0], [f.code.id for f in checked.findings if f.code.id.startswith("ADM")]


REJECTED = """\
种类: 居民代表会议
通知日期: 2026-01-12
时间: 2026-01-22 14:00
地点: 社区会议室
召集: 居委会
主持: 主任
记录: 文书
应到: 41
亲到: 36
缺席: 5
监督委员会到会: 1
决议:
  - {编号: 1, 议题: 消防宣传, 提议: 居委会, 党组织研究日期: 2026-01-12, 文本: 不接。, 表决方式: 举手, 同意: 10, 反对: 24, 弃权: 2}
"""


@pytest.mark.parametrize("outcome, expected", [("准入", ["MTG064"]), ("不予", [])])
def test_what_was_taken_on_rests_on_no_motion_that_was_rejected(community: Callable[..., Path], outcome: str, expected: list[str]) -> None:
    """A task that was refused may rest on it."""
    text = FILES[TASK].replace("结果: 准入", f"结果: {outcome}\n  决议: 2026-01-22-daibiao/1")
    root = community({**FILES, TASK: text, "meetings/2026/2026-01-22-daibiao.yml": REJECTED})
    assert [f.code.id for f in pipeline.check(root, AS_OF).findings if f.code.id.startswith("MTG0") and "admission" in f.place.path] == expected


CITED = "    资金: own\n    科目: 补助收入\n    准入: 2026-xiaofang\n"


def test_what_arrived_is_what_the_lines_say(community: Callable[..., Path]) -> None:
    """Income that cites the task arrives, spending is spent, a reversal takes back, interest is nobody's promise."""
    lines = (
        line(1, 2, "收入", "1000.00", CITED)
        + line(2, 3, "支出", "300.00", "    资金: own\n    科目: 印刷费\n    准入: 2026-xiaofang\n")
        + line(3, 4, "收入", "5.00", "    资金: own\n    科目: 利息收入\n    准入: 2026-xiaofang\n")
        + "  - 凭证: 03-004\n    日期: 2026-03-05\n    类型: 冲正\n    冲正凭证: 03-002\n    原因: 记错\n    批准: 主任\n"
    )
    s, _ = task(community, FILES[TASK], lines)
    assert (s.arrived, s.spent, s.followed) == (100_000, 0, Followed.PART)


def test_a_fund_says_it_for_all_its_lines(community: Callable[..., Path]) -> None:
    """Every line of the fund counts, once, though it cites the task as well; what another fund puts in is not the office's money."""
    lines = (
        line(1, 2, "收入", "700.00", "    资金: fire\n    科目: 补助收入\n    准入: 2026-xiaofang\n")
        + line(2, 3, "转账", "500.00", "    转出资金: own\n    转入资金: fire\n")
        + line(3, 4, "支出", "120.00", "    资金: fire\n    科目: 印刷费\n")
        + line(4, 5, "支出", "80.00", "    分摊:\n      - 资金: fire\n        科目: 印刷费\n        金额: 30.00\n      - 资金: own\n        科目: 印刷费\n        金额: 50.00\n")
    )  # fmt: skip
    s, codes = task(community, FILES[TASK], lines, FUND)
    assert (s.arrived, s.spent, s.own, s.followed) == (70_000, 15_000, 50_000, Followed.PART)
    assert codes == []


@pytest.mark.parametrize(
    "due, paid, code",
    [
        ("2026-11-10", "", []),
        ("2026-11-09", "", ["ADM008"]),
        ("2026-03-02", "1200.00", []),
        ("2026-03-01", "1200.00", ["ADM009"]),
        ("2026-03-02", "1199.99", ["ADM008"]),
    ],
)
def test_money_is_due_at_the_end_of_its_day_to_the_fen(community: Callable[..., Path], due: str, paid: str, code: list[str]) -> None:
    lines = line(1, 2, "收入", paid, CITED) if paid else ""
    _, codes = task(community, FILES[TASK].replace("2026-12-20", due), lines)
    assert codes == code


def test_promises_are_met_in_the_order_of_their_days(community: Callable[..., Path]) -> None:
    """600 by 1 March came a day late; of the 600 by April nothing came: told once, with what is missing in all."""
    two = FILES[TASK].replace(
        "  - 金额: 1200.00\n    到账期限: 2026-12-20\n    方式: 办完拨付\n",
        "  - 金额: 600.00\n    到账期限: 2026-04-01\n  - 金额: 600.00\n    到账期限: 2026-03-01\n",
    )
    s, codes = task(community, two, line(1, 2, "收入", "700.00", CITED))
    assert sorted(codes) == ["ADM008", "ADM009"]
    assert (s.due, s.arrived) == (120_000, 70_000)


def test_money_from_before_the_books_counts(community: Callable[..., Path]) -> None:
    before = FILES[TASK].replace("2026-12-20", "2026-01-30").replace("申请日:", "此前到账: 1200.00\n申请日:")
    assert task(community, before)[1] == []


@pytest.mark.parametrize(
    "changes, as_of, state",
    [
        ((), "2026-11-10", State.ADMITTED),
        ((), "2026-11-30", State.ADMITTED),
        ((), "2026-12-01", State.EXPIRED),
        ((), "2026-01-25", State.ASKED),
        ((("结果: 准入", "结果: 不予"),), "2026-11-10", State.REFUSED),
        ((("承办:", "撤销: {日期: 2026-05-01, 说明: 部门收回}\n承办:"),), "2026-11-10", State.WITHDRAWN),
        ((("承办:", "办结: {日期: 2026-05-01, 说明: 办完}\n承办:"),), "2026-12-24", State.DONE),
    ],
)
def test_its_state_follows_from_its_days(community: Callable[..., Path], changes: tuple[tuple[str, str], ...], as_of: str, state: State) -> None:
    text = FILES[TASK]
    for old, new in changes:
        text = text.replace(old, new)
    assert task(community, text, as_of=datetime.date.fromisoformat(as_of))[0].state is state


def test_a_task_that_was_refused_owes_nothing(community: Callable[..., Path]) -> None:
    text = FILES[TASK].replace("结果: 准入", "结果: 不予").replace("2026-12-20", "2026-02-20").replace("依据: 消防法第三十二条\n", "")
    text = text[: text.index("办理:")] + text[text.index("承办:") :]
    assert task(community, text)[1] == []


def test_days_of_rest_are_left_out_and_working_weekends_count(community: Callable[..., Path]) -> None:
    """Fifteen working days from Monday 2 February 2026: the Spring Festival (15 to 23) is left out, Saturdays 14 and 28 are worked."""
    law = pipeline.check(community(FILES), datetime.date(2026, 11, 10)).books.law
    assert law.calendar.within_working(datetime.date(2026, 2, 2), 15).day == datetime.date(2026, 2, 28)


def test_a_community_sets_its_own_days(community: Callable[..., Path]) -> None:
    late = FILES[TASK].replace("  日期: 2026-01-26", "  日期: 2026-02-04")
    assert task(community, late)[1] == ["ADM006"]
    own = "标准:\n  - {编号: admission-decision-days, 数: 20, 来源: 示例街〔2026〕1号}\n"
    assert task(community, late, funds=own)[1] == []


def test_pages_say_who_asks_what_and_whether_the_money_came(community: Callable[..., Path]) -> None:
    lines = line(1, 2, "收入", "700.00", "    资金: fire\n    科目: 补助收入\n")
    text = FILES[TASK].replace("承办: 文书", "服务: gaoling\n承办: 文书").replace("2026-12-20", "2026-04-01")
    guide = (REPOSITORY / "generator/mingbai/kinds/services/examples/good/services/gaoling-jintie.yml").read_text("utf-8")
    bare = FILES[TASK].replace("消防安全宣传", "入户登记")
    bare = bare[: bare.index("拨付:")] + bare[bare.index("申请日:") :]
    root = community({**FILES, TASK: text, "services/gaoling.yml": guide, "admission/2026-ruhu.yml": bare})
    where = root / "ledgers/community.yml"
    orphan = FUND.replace("fire", "other").replace("消防宣传经费", "说不清的经费").replace("    准入: 2026-xiaofang\n", "")
    where.write_text(where.read_text("utf-8").replace("\n科目: [办公费", f"\n{FUND}{orphan}科目: [办公费"), "utf-8")
    (root / "ledgers" / MONTH).write_text(f"期间: 2026-03\n默认: {{账户: bank, 经办: 文书, 审批: 主任}}\n收支:\n{lines}", "utf-8")
    checked = pipeline.check(root, AS_OF)
    pages = {p.address: p.body for p in pipeline.site(root, checked).pages}
    index = pages["admission/"]
    assert "接下的事说好给 1,200.00 元，到账 700.00 元。" in index
    assert "1 件接了没有给钱，1 件说好的钱过了日子还没到齐，1 笔资金说不出是为哪件事来的。" in index
    assert "要花钱的 2 件里，该到的钱到齐的有 0 件" in index
    assert index.index("接了任务没有给钱的") < index.index("说好的钱没有到齐的") < index.index("有钱没有任务的")
    page = pages["admission/2026-xiaofang/"]
    assert "过了约定的日子，还差 500.00 元。" in page
    assert "finance/committee/2026/03/#v-03-001" in page
    assert "admission/2026-xiaofang/" in pages["finance/committee/funds/fire/"]
    assert "admission/2026-xiaofang/" in pages["services/gaoling/"]
    assert "services/gaoling/" in page
    tables = {t.name: t for t in KIND.datasets(pipeline.view(checked))}
    assert {name: len(t.rows) for name, t in tables.items()} == {"admission": 2, "admission-money": 1, "admission-list": 2}


def test_the_line_leads_to_its_task(community: Callable[..., Path]) -> None:
    root = community({**FILES, MONTH: "期间: 2026-03\n默认: {账户: bank, 经办: 文书, 审批: 主任}\n收支:\n" + line(1, 2, "收入", "700.00", CITED)})
    pages = {p.address: p.body for p in pipeline.site(root, pipeline.check(root, AS_OF)).pages}
    assert "admission/2026-xiaofang/" in pages["finance/committee/2026/03/"]


def test_what_was_refused_is_not_done(community: Callable[..., Path]) -> None:
    refused = FILES[TASK].replace("结果: 准入", "结果: 不予")
    assert "办理:" in refused
    assert task(community, refused)[1] == ["ADM007"]


@pytest.mark.parametrize(
    "needed, found",
    [
        ("1200.00", []),
        ("1200.01", ["ADM015"]),  # a fen short is short
        ("900.00", []),
    ],
)
def test_the_money_covers_what_the_task_needs(community: Callable[..., Path], needed: str, found: list[str]) -> None:
    assert "  经费: 1200.00" in FILES[TASK]
    assert task(community, FILES[TASK].replace("  经费: 1200.00", f"  经费: {needed}"))[1] == found


def test_more_than_was_promised_may_come(community: Callable[..., Path]) -> None:
    more = FILES[TASK].replace("  经费: 1200.00", "  经费: 1500.00")
    assert task(community, more, line(1, 2, "收入", "1500.00", CITED))[1] == []
