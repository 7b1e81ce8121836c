"""Closing a month of the base community, and what happens to whoever touches it afterwards."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mingbai import keeping, pipeline
from mingbai.keeping import Closed, Given
from mingbai.kinds import discover
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.pipeline import Checked
from mingbai.values.days import Month
from tests.base.community import AS_OF, laid_over
from tests.base.community import codes as every

DEMONSTRATION = Path(__file__).parents[3] / "examples/hexi"
JAN = "finance/committee/2026-01.yml"
LOCK = "finance/committee/2026-01.lock.yml"
DAY = datetime.date(2026, 2, 5)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return laid_over(tmp_path / "c")


def edit(root: Path, change: Callable[[str], str], path: str = JAN) -> None:
    file = root / "ledgers" / path
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def close(root: Path, month: int = 1, **given: object) -> Closed:
    return keeping.close(root, "committee", Month(2026, month), AS_OF, Given(**{"day": DAY, **given}))  # type: ignore[arg-type]


def closed(root: Path) -> Path:
    for path, text in close(root).files.items():
        (root / "ledgers" / path).write_text(text, "utf-8")
    return root


def codes(found: Checked) -> list[str]:
    """What is found, but for February, which is reviewed and here left open."""
    return [code for code in every(found) if code != "LCK014"]


def found(root: Path) -> list[str]:
    return codes(pipeline.check(root, AS_OF))


def without_closing(text: str) -> str:
    return text[: text.index("结账:")]


def test_a_proven_month_is_closed_and_stays_clean(root: Path) -> None:
    assert close(root).problems == ()
    assert list(close(root).files) == [LOCK]
    assert found(closed(root)) == []


@pytest.mark.parametrize("as_of, told", [("2026-04-03", []), ("2026-04-04", ["LCK014"])])
def test_the_last_lock_that_went_alone_is_missed_after_a_while(root: Path, as_of: str, told: list[str]) -> None:
    """February was reviewed on 4 March: thirty days later it is closed, or its lock was removed."""
    closed(root)
    for path, text in close(root, 2, day=datetime.date(2026, 3, 5)).files.items():
        (root / "ledgers" / path).write_text(text, "utf-8")
    day = datetime.date.fromisoformat(as_of)
    assert "LCK014" not in every(pipeline.check(root, day))
    (root / "ledgers/finance/committee/2026-02.lock.yml").unlink()
    assert [code for code in every(pipeline.check(root, day)) if code == "LCK014"] == told


def test_where_another_book_closes_its_months_the_locks_of_one_are_missed(root: Path) -> None:
    """Both locks of a book of the demonstration are gone: its first reviewed month says so."""
    copied = shutil.copytree(DEMONSTRATION, root.parent / "hexi")
    for lock in (copied / "ledgers/finance/committee").glob("*.lock.yml"):
        lock.unlink()
    told = [f for f in pipeline.check(copied, AS_OF).findings if f.code.id == "LCK014"]
    assert [(f.place.path, "别的账簿都按月结账" in f.message("zh")) for f in told] == [("ledgers/finance/committee/2026-01.yml", True)]


@pytest.mark.parametrize("comment", ["    # 单子\n", "  # 单子\n", "# 单子\n"])
def test_a_comment_at_the_head_of_the_closing_block_stays_once(root: Path, comment: str) -> None:
    edit(root, lambda text: text.replace("结账:\n", f"结账:\n{comment}"))
    edit(root, lambda text: text[: text.index("  审核:")])
    done = close(root, reviewer="监督委员会主任", review_body="居务监督委员会", review_day=DAY, opinion="同意公开")
    assert done.problems == ()
    assert done.files[JAN].count("# 单子") == 1


def test_what_had_reached_the_bank_is_not_outstanding_again(root: Path) -> None:
    """January's statement agreed with the voucher in it: a shortfall of February cannot be explained by it."""
    edit(
        root,
        lambda text: text.replace("      余额: ", "      未达账项:\n        - {凭证: committee/2026-01/01-001, 说明: 未兑}\n      余额: ", 1),
        "finance/committee/2026-02.yml",
    )
    told = [f for f in pipeline.check(root, AS_OF).findings if f.code.id == "FIN022"]
    assert [f.message("zh") for f in told] == [
        "凭证 committee/2026-01/01-001 是 2026-01-06 的，2026-01-31 的对账单没有把它列为未达：那时已经到了银行"
    ]


def test_a_book_that_closes_nothing_is_not_asked_for_locks(root: Path) -> None:
    assert every(pipeline.check(root, AS_OF)) == []


def test_what_is_missing_is_told_all_at_once_with_what_to_type(root: Path) -> None:
    edit(root, without_closing)
    said = [p.zh for p in close(root).problems]
    assert said == [
        "“基本户”没有 2026-01-31 的银行对账单：照单子加 --statement bank=余额（账面是 19413.50）",
        "“库存现金”没有 2026-01-31 的现金盘点：照实数加 --count cash=余额（账面是 755.00）",
        "没有审核：加 --reviewer 职务 --review-day 日期",
    ]
    assert not any("一" <= c <= "鿿" for p in close(root).problems for c in p.en.replace("基本户", "").replace("库存现金", ""))


def test_the_closing_block_is_completed_and_comments_stay(root: Path) -> None:
    edit(root, lambda t: "# 一月的账\n" + without_closing(t).replace("收支:", "# 每一笔\n收支:"))
    result = close(root, statements={"bank": 19413_50}, counts={"cash": 755_00}, reviewer="监督委员会主任", review_day=datetime.date(2026, 2, 4))
    assert result.problems == ()
    text = result.files[JAN]
    assert text.startswith("# 一月的账\n期间: 2026-01\n")
    assert "# 每一笔\n收支:\n" in text
    assert text.endswith(
        "结账:\n  银行对账单:\n    - 账户: bank\n      余额: 19413.50\n  现金盘点:\n    - 账户: cash\n      余额: 755.00\n"
        "  审核:\n    审核人: 监督委员会主任\n    日期: 2026-02-04\n"
    )


def test_a_statement_that_is_a_fen_off_closes_nothing(root: Path) -> None:
    edit(root, without_closing)
    result = close(root, statements={"bank": 19413_51}, counts={"cash": 755_00}, reviewer="监督委员会主任", review_day=datetime.date(2026, 2, 4))
    (problem,) = result.problems
    assert problem.zh.startswith("台账有 1 处错误，先改好（mingbai check）：")
    assert problem.zh.endswith("账面余额与银行对账单不符：按明细计算应为 19413.50，相差 0.01")
    assert result.files == {}


def test_months_are_closed_in_order_once_and_after_their_end(root: Path) -> None:
    assert "前面的 2026-01 还没有结账，先结 2026-01" in [p.zh for p in close(root, 2).problems]
    closed(root)
    assert [p.zh for p in close(root).problems] == ["2026-01 已经结账"]
    early = keeping.close(root, "committee", Month(2026, 2), datetime.date(2026, 2, 28), Given(day=datetime.date(2026, 2, 28)))
    assert any("还没有过完" in p.zh for p in early.problems)


CHANGES = {
    "an amount": (lambda t: t.replace("286.50", "286.51"), "LCK001"),
    "a summary": (lambda t: t.replace("3 箱", "4 箱"), "LCK001"),
    "a default": (lambda t: t.replace("经办: 文书", "经办: 副主任"), "LCK001"),
    "a voucher": (lambda t: t.replace("01-002", "01-009"), "LCK002"),
    "a review": (lambda t: t.replace("2026-02-04", "2026-02-05"), "LCK004"),
}


@pytest.mark.parametrize("change, code", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_found(root: Path, change: Callable[[str], str], code: str) -> None:
    edit(closed(root), change)
    assert code in found(root)


def test_form_and_internal_notes_are_no_change(root: Path) -> None:
    closed(root)
    edit(root, lambda t: t.replace("2026-01-06", "2026年1月6日").replace("286.50", "￥286.5") + "备注: 只给内部看\n")
    assert found(root) == []
    edit(root, lambda t: keeping.tidy(t.encode(), JAN, discover(), "en").after or "")
    assert found(root) == []


def test_a_broken_lock_is_a_finding_and_silences_no_balance(root: Path) -> None:
    closed(root)
    edit(root, lambda t: t.replace("期间: 2026-01", "期间: 一月"), LOCK)
    edit(root, lambda t: t.replace("余额: 19695.20", "余额: 19695.21"), "finance/committee/2026-02.yml")
    assert set(found(root)) == {"SCH018", "FIN003"}


def test_a_changed_opening_is_told_at_the_first_month(root: Path) -> None:
    closed(root)
    for path, text in close(root, 2, day=datetime.date(2026, 3, 5)).files.items():
        (root / "ledgers" / path).write_text(text, "utf-8")
    edit(root, lambda t: t.replace("    期初: 12000.00", "    期初: 12100.00").replace("    期初: 8500.00", "    期初: 8400.00"), "community.yml")
    assert [f.place.path for f in pipeline.check(root, AS_OF).findings if f.code.id == "LCK005"] == [f"ledgers/{LOCK}"]


CORRECTION = """期间: 2026-03
默认: {{账户: bank, 经办: 文书, 审批: 主任}}
收支:
  - 凭证: 03-001
    日期: 2026-03-05
    类型: 更正
{fields}
    更正凭证: committee/2026-01/01-001
    原因: 记错
    批准: 主任
"""


@pytest.mark.parametrize(
    "fields, bank, office, own, expense",
    [
        ("    金额: 186.50", 100_00, 100_00, 0, -100_00),
        ("    资金: own", 0, 286_50, -286_50, 0),
        ("    科目: 印刷费", 0, 0, 0, 0),
        ("    金额: 300.00\n    资金: own", -13_50, 286_50, -300_00, 13_50),
        ("    分摊:\n      - {资金: own, 金额: 100.00}\n      - {资金: office-2026, 金额: 186.50}", 0, 100_00, -100_00, 0),
    ],
)
def test_a_correction_moves_only_what_was_wrong(root: Path, fields: str, bank: int, office: int, own: int, expense: int) -> None:
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(CORRECTION.format(fields=fields), "utf-8")
    checked = pipeline.check(root, AS_OF)
    assert codes(checked) == ["FIN091"]  # nobody has reviewed March
    march = checked.books.derived(ledgers)["committee"].months[-1]
    assert march.sound
    assert march.closing.accounts["bank"] - march.opening.accounts["bank"] == bank
    assert march.closing.funds["office-2026"] - march.opening.funds["office-2026"] == office
    assert march.closing.funds["own"] - march.opening.funds["own"] == own
    assert march.expense == expense


def test_a_correction_is_corrected_by_citing_it_or_the_line(root: Path) -> None:
    again = "  - 凭证: 03-002\n    日期: 2026-03-06\n    类型: 更正\n    金额: 200.00\n    更正凭证: 03-001\n    原因: 又记错\n    批准: 主任\n"
    text = CORRECTION.format(fields="    金额: 186.50")
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(text + again, "utf-8")
    checked = pipeline.check(root, AS_OF)
    assert checked.errors == 0
    assert checked.books.derived(ledgers)["committee"].months[-1].expense == 200_00 - 286_50
    by_the_old_one = text + again.replace("更正凭证: 03-001", "更正凭证: committee/2026-01/01-001")
    (root / "ledgers/finance/committee/2026-03.yml").write_text(by_the_old_one, "utf-8")
    same = pipeline.check(root, AS_OF)
    assert same.errors == 0
    assert same.books.derived(ledgers)["committee"].months[-1].expense == 200_00 - 286_50


def test_a_correction_says_what_and_why(root: Path) -> None:
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(
        CORRECTION.format(fields="    证明: 副主任").replace("    原因: 记错\n", ""), "utf-8"
    )
    lacking = [f.values["field"].zh for f in pipeline.check(root, AS_OF).findings if f.code.id == "FIN015"]
    assert lacking == ["原因", "金额"]


# --- nothing that was typed is dropped ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given, told",
    [
        ({"statements": {"bank": 1_00}}, "--statement bank 写的是 1.00，台账的“结账”里已经是 19413.50"),
        ({"counts": {"cash": 1_00}}, "--count cash 写的是 1.00，台账的“结账”里已经是 755.00"),
        ({"counts": {"cash": 755_00}, "counted_by": "主任"}, "--counted-by 写的是 主任，台账的“结账”里已经是 出纳"),
        ({"counted_by": "主任"}, "--counted-by 和 --watched-by 要同 --count 一起写"),
        ({"reviewer": "主任"}, "--reviewer 写的是 主任，台账的“结账”里已经是 监督委员会主任"),
        ({"opinion": "不同意"}, "--opinion 写的是 不同意，台账的“结账”里已经是 同意公开"),
        ({"statements": {"cash": 755_00}}, "--statement cash：这本账没有这个账户；可以写的：bank"),
        ({"statements": {"bnak": 19413_50}}, "--statement bnak：这本账没有这个账户；可以写的：bank"),
    ],
)
def test_what_contradicts_the_closing_block_is_told_and_nothing_is_closed(root: Path, given: dict[str, object], told: str) -> None:
    result = close(root, **given)  # type: ignore[arg-type]
    assert result.files == {}
    assert [p.zh.partition("：核对")[0] for p in result.problems] == [told]


def test_what_repeats_the_closing_block_closes(root: Path) -> None:
    result = close(root, statements={"bank": 19413_50}, counts={"cash": 755_00}, counted_by="出纳", reviewer="监督委员会主任")
    assert (result.problems, list(result.files)) == ((), [LOCK])


def test_a_statement_of_an_earlier_day_does_not_stand_in_for_that_of_the_last(root: Path) -> None:
    edit(root, lambda t: t.replace("截止: 2026-01-31", "截止: 2026年1月1日", 1).replace("余额: 19413.50", "余额: 20000.00"))
    assert "“基本户”没有 2026-01-31 的银行对账单" in close(root).problems[0].zh
    result = close(root, statements={"bank": 19413_50})
    assert result.problems == ()
    assert result.files[JAN].count("账户: bank\n      余额") == 2


@pytest.mark.parametrize(
    "day, review, told",
    [
        (datetime.date(2026, 12, 1), None, "结账日 2026-12-01 还没有到（今天是 2026-11-10）"),
        (DAY, "2026-02-06", "审核（2026-02-06）晚于结账（2026-02-05）：先审核，再结账"),
        (DAY, "2026-01-30", "审核（2026-01-30）的时候这个月还没有过完（到 2026-01-31）"),
    ],
)
def test_days_of_closing_come_in_their_order(root: Path, day: datetime.date, review: str | None, told: str) -> None:
    if review:
        edit(root, lambda t: t.replace("日期: 2026-02-04", f"日期: {review}"))
    result = close(root, day=day)
    assert (result.files, [p.zh for p in result.problems]) == ({}, [told])


def test_a_month_without_a_ledger_is_not_skipped(root: Path) -> None:
    closed(root)
    edit(root, lambda t: t.replace("2026-02", "2026-03"), "finance/committee/2026-02.yml")
    (root / "ledgers/finance/committee/2026-02.yml").rename(root / "ledgers/finance/committee/2026-03.yml")
    said = [p.zh for p in close(root, 3, day=datetime.date(2026, 4, 5)).problems]
    assert "缺 2026-02 的台账：补上（没有收支的写“本期无”），先结 2026-02" in said


def test_a_closed_month_that_went_with_its_lock_is_missed(root: Path) -> None:
    """Its ledger and its lock were removed together, and it moved nothing: the lock after it tells, and nothing echoes it."""
    shutil.copytree(DEMONSTRATION, root / "demo")
    for name in ("2026-02.yml", "2026-02.lock.yml"):
        (root / "demo/ledgers/finance/levy" / name).unlink()
    told = [f for f in pipeline.check(root / "demo", AS_OF).findings if "finance/levy/" in f.place.path]
    assert [(f.code.id, f.place.path) for f in told] == [("LCK010", "ledgers/finance/levy/2026-03.lock.yml")]
    assert "2026-02" in told[0].message("zh")
    assert "2026-02.yml" in told[0].remedy("zh")


# --- what comes later leaves closed months alone --------------------------------------------------------------------

LATER_FUND = """  - 编号: lamps-2026
    名称: 路灯经费
    账簿: committee
    性质: 财政专项
    期限: {起: 2026-06-01, 止: 2026-12-31}
    期初: 0.00
"""


def test_a_fund_or_an_account_registered_later_accuses_no_closed_month(root: Path) -> None:
    closed(root)
    account = "      - 编号: second\n        名称: 专用户\n        种类: 银行\n        期初: 0.00\n        开户: 2026-06-01\n"
    edit(
        root,
        lambda t: t.replace("        期初: 500.00\n", "        期初: 500.00\n" + account, 1).replace("\n资金:\n", "\n资金:\n" + LATER_FUND, 1),
        "community.yml",
    )
    checked = pipeline.check(root, AS_OF)
    assert len(checked.books.derived(ledgers)["committee"].book.accounts) == 3
    # FIN074 and FIN093 ask the new fund for its grantor, amount and purpose
    assert [code for code in codes(checked) if code not in ("FIN074", "FIN093")] == []


def test_a_book_with_one_account_keeps_it_for_the_months_before_the_second_was_opened(root: Path) -> None:
    party = "期间: 2026-01\n收支:\n  - {凭证: 1, 日期: 2026-01-02, 类型: 支出, 金额: 9.00, 科目: 办公费, 摘要: 茶水, 票据: 发票 3, 经办: 文书, 审批: 主任}\n"
    file = root / "ledgers/finance/party/2026-01.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(party, "utf-8")
    before = pipeline.check(root, AS_OF).books.derived(ledgers)["party"].months[0].posted[0]
    one = next(a for a in pipeline.check(root, AS_OF).books.derived(ledgers)["party"].book.accounts)
    for opened, account in (("2026-06-01", one.id), ("2026-01-15", "")):
        text = (root / "ledgers/community.yml").read_text("utf-8")
        more = f"      - 编号: later\n        名称: 后开户\n        种类: 银行\n        期初: 0.00\n        开户: {opened}\n"
        at = text.index(f"编号: {one.id}", text.index("编号: party"))
        start = text.rindex("\n", 0, at) + 1
        (root / "ledgers/community.yml").write_text(text[:start] + more + text[start:], "utf-8")
        assert pipeline.check(root, AS_OF).books.derived(ledgers)["party"].months[0].posted[0].account == account
        (root / "ledgers/community.yml").write_text(text, "utf-8")
    assert before.account == one.id


def test_a_broken_community_accuses_no_lock(root: Path) -> None:
    closed(root)
    edit(root, lambda t: t.replace("名称: ", "名字: ", 1), "community.yml")
    assert [c for c in found(root) if c.startswith("LCK")] == []


def test_a_category_of_a_share_that_comes_from_the_defaults_is_locked_too(root: Path) -> None:
    def shared(text: str) -> str:
        return text.replace("    资金: office-2026\n    科目: 办公费\n", "    分摊:\n      - {资金: office-2026, 金额: 286.50}\n", 1).replace(
            "默认:\n", "默认:\n  科目: 办公费\n", 1
        )

    edit(root, shared)
    assert found(root) == []
    closed(root)
    edit(root, lambda t: t.replace("  科目: 办公费\n", "  科目: 水电费\n", 1))
    assert "LCK001" in found(root)


# --- the line as it stands ------------------------------------------------------------------------------------------


def after_correction(root: Path, more: str, fields: str = "    金额: 186.50") -> pipeline.Checked:
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(CORRECTION.format(fields=fields) + more, "utf-8")
    return pipeline.check(root, AS_OF)


REFUND = "  - 凭证: 03-002\n    日期: 2026-03-06\n    类型: 退款\n    金额: {amount}\n    原凭证: {cited}\n    票据: 银行回单 8830\n"
REVERSAL = "  - 凭证: 03-003\n    日期: 2026-03-07\n    类型: 冲正\n    冲正凭证: {cited}\n    原因: 退货\n    批准: 主任\n"


@pytest.mark.parametrize("cited", ["committee/2026-01/01-001", "03-001"])
def test_a_corrected_line_is_reversed_as_it_stands(root: Path, cited: str) -> None:
    checked = after_correction(root, REVERSAL.format(cited=cited))
    assert codes(checked) == ["FIN091"]  # nobody has reviewed March
    assert checked.books.derived(ledgers)["committee"].months[-1].expense == -286_50


def test_refunds_are_held_against_the_corrected_amount(root: Path) -> None:
    cited = "committee/2026-01/01-001"
    assert "FIN018" not in [f.code.id for f in after_correction(root, REFUND.format(amount="186.50", cited=cited)).findings]
    assert "FIN018" in [f.code.id for f in after_correction(root, REFUND.format(amount="186.51", cited=cited)).findings]


def test_a_refund_of_a_corrected_line_goes_to_the_fund_it_stands_in(root: Path) -> None:
    checked = after_correction(root, REFUND.format(amount="100.00", cited="committee/2026-01/01-001"), "    资金: own")
    march = checked.books.derived(ledgers)["committee"].months[-1]
    assert march.closing.funds["own"] - march.opening.funds["own"] == -186_50
    assert march.closing.funds["office-2026"] - march.opening.funds["office-2026"] == 286_50


def test_lines_that_cite_each_other_in_a_long_row_end_in_findings_not_in_a_crash(root: Path) -> None:
    row = "".join(
        f"  - 凭证: 03-{n:03}\n    日期: 2026-03-05\n    类型: 退款\n    金额: 1.00\n    原凭证: 03-{n + 1:03}\n    票据: 银行回单 {n}\n"
        for n in range(1, 900)
    )
    (root / "ledgers/finance/committee/2026-03.yml").write_text(f"期间: 2026-03\n收支:\n{row}", "utf-8")
    assert "SYS001" not in found(root)


@pytest.mark.parametrize("kind, field", [("冲正", "冲正凭证"), ("退款", "原凭证"), ("更正", "更正凭证")])
def test_a_line_that_cites_itself_is_one_finding_of_its_field(root: Path, kind: str, field: str) -> None:
    amount = "" if kind == "冲正" else "    金额: 5.00\n"
    line = (
        f"  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: {kind}\n{amount}    {field}: 03-001\n    原因: 记错\n    批准: 主任\n    票据: 回单 1\n"
    )
    (root / "ledgers/finance/committee/2026-03.yml").write_text(f"期间: 2026-03\n收支:\n{line}", "utf-8")
    told = [f for f in pipeline.check(root, AS_OF).findings if f.code.id in ("FIN017", "SYS001")]
    assert [f.code.id for f in told] == ["FIN017"]
    assert "就是这一笔自己" in told[0].message("zh")


# --- rules judge what stands ----------------------------------------------------------------------------------------


def test_a_correction_to_a_category_the_fund_does_not_allow_is_told_at_the_correction(root: Path) -> None:
    checked = after_correction(root, "", "    科目: 活动费")
    (told,) = (f for f in checked.findings if f.code.id == "FIN011")
    assert told.place.path == "ledgers/finance/committee/2026-03.yml"


def test_a_correction_that_puts_the_category_right_ends_the_warning(root: Path) -> None:
    edit(root, lambda t: t.replace("科目: 办公费", "科目: 活动费", 1))
    assert "FIN011" in found(root)
    assert "FIN011" not in [f.code.id for f in after_correction(root, "", "    科目: 办公费").findings]


def test_a_correction_over_the_limit_needs_what_a_payment_of_that_size_needs(root: Path) -> None:
    told = [f for f in after_correction(root, "", "    金额: 12000.00").findings if f.code.id == "FIN012"]
    assert {f.place.path for f in told} == {"ledgers/finance/committee/2026-03.yml"}


def test_what_was_typed_right_is_not_asked_for_again_beside_what_was_typed_wrong(root: Path) -> None:
    """An account that there is not: only that is told, though the bank, the count and the review stand on the command line alone."""
    edit(root, without_closing)
    typed: dict[str, Any] = {
        "statements": {"bank": 19413_50, "safe": 1},
        "counts": {"cash": 755_00},
        "counted_by": "出纳",
        "reviewer": "监督委员会主任",
    }
    result = close(root, review_day=datetime.date(2026, 2, 4), **typed)
    assert [p.zh for p in result.problems] == ["--statement safe：这本账没有这个账户；可以写的：bank"]
    assert result.files == {}
    result = close(root, review_day=datetime.date(2026, 2, 4), **{**typed, "counts": {}, "counted_by": None})
    assert [p.zh[:9] for p in result.problems] == ["--stateme", "“库存现金”没有 "[:9]]


def test_a_review_that_stands_and_another_that_was_typed_are_told_once_with_what_is_missing(root: Path) -> None:
    edit(root, lambda t: t[: t.index("  银行对账单:")] + t[t.index("  审核:") :])
    result = close(root, statements={"bank": 19413_50}, counts={"cash": 755_00}, reviewer="主任")
    assert [p.zh[:10] for p in result.problems] == ["--reviewer"]
