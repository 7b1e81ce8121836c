"""Closing a month of the base community, and what happens to whoever touches it afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import keeping, pipeline
from mingbai.keeping import Closed, Given
from mingbai.kinds import discover
from mingbai.values.days import Month
from tests.base.community import AS_OF, codes, laid_over

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


def found(root: Path) -> list[str]:
    return codes(pipeline.check(root, AS_OF))


def without_closing(text: str) -> str:
    return text[: text.index("结账:")]


def test_a_proven_month_is_closed_and_stays_clean(root: Path) -> None:
    assert close(root).problems == ()
    assert list(close(root).files) == [LOCK]
    assert found(closed(root)) == []


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
    assert [p.zh for p in result.problems] == ["台账有 1 处错误，先改好（mingbai check）"]
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
    from mingbai.kinds.finance.ledger import ledgers

    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(CORRECTION.format(fields=fields), "utf-8")
    checked = pipeline.check(root, AS_OF)
    assert [f.code.id for f in checked.findings if f.severity.value != "advice"] == []
    march = checked.books.derived(ledgers)["committee"].months[-1]
    assert march.sound
    assert march.closing.accounts["bank"] - march.opening.accounts["bank"] == bank
    assert march.closing.funds["office-2026"] - march.opening.funds["office-2026"] == office
    assert march.closing.funds["own"] - march.opening.funds["own"] == own
    assert march.expense == expense


def test_a_correction_is_corrected_by_citing_it(root: Path) -> None:
    from mingbai.kinds.finance.ledger import ledgers

    again = "  - 凭证: 03-002\n    日期: 2026-03-06\n    类型: 更正\n    金额: 200.00\n    更正凭证: 03-001\n    原因: 又记错\n    批准: 主任\n"
    text = CORRECTION.format(fields="    金额: 186.50")
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(text + again, "utf-8")
    checked = pipeline.check(root, AS_OF)
    assert checked.errors == 0
    assert checked.books.derived(ledgers)["committee"].months[-1].expense == 200_00 - 286_50
    twice = text + again.replace("更正凭证: 03-001", "更正凭证: committee/2026-01/01-001")
    (root / "ledgers/finance/committee/2026-03.yml").write_text(twice, "utf-8")
    assert "FIN017" in found(root)


def test_a_correction_says_what_and_why(root: Path) -> None:
    (closed(root) / "ledgers/finance/committee/2026-03.yml").write_text(
        CORRECTION.format(fields="    证明: 副主任").replace("    原因: 记错\n", ""), "utf-8"
    )
    lacking = [f.values["field"].zh for f in pipeline.check(root, AS_OF).findings if f.code.id == "FIN015"]
    assert lacking == ["原因", "金额"]
