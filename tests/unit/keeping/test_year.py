"""Closing a year of a book: what must hold first, and what is found when a month's lock goes afterwards."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import keeping, pipeline
from mingbai.keeping import ClosedYear, Given
from mingbai.values.days import Month
from tests.unit.kinds.finance.double import COMMUNITY, INCOME, root
from tests.unit.kinds.finance.test_double import journal

AS_OF = datetime.date(2027, 3, 1)
CLOSING = (
    "结账:\n  银行对账单:\n    - {{账户: bank, 余额: {bank}}}\n  现金盘点:\n    - {{账户: cash, 余额: 1000.00, 盘点人: 社长, 监盘人: 会计}}\n"
    "  审核: {{审核人: 社长, 日期: {reviewed}}}\n"
)
RENT = INCOME.format(n="11-001", day="2026-11-05", fen="600.00", account="501 经营收入")
CARRIED = journal("12-001", "501 经营收入, 借: 600.00", "321 本年收益, 贷: 600.00", day="2026-12-31", summary="结转") + journal(
    "12-002", "321 本年收益, 借: 600.00", "322 收益分配, 贷: 600.00", day="2026-12-31", summary="转入收益分配"
)


def book(tmp: Path, december: str = CARRIED) -> Path:
    """A collective's book that began in November 2026."""
    months = {
        "2026-11": RENT + CLOSING.format(bank="50600.00", reviewed="2026-12-02"),
        "2026-12": december + CLOSING.format(bank="50600.00", reviewed="2027-01-05"),
    }
    return root(tmp, months, COMMUNITY.replace("{begins}", "2026-11-01"))


def close_months(folder: Path, *months: int) -> None:
    for n in months:
        day = datetime.date(2026 + n // 12, n % 12 + 1, 8)
        result = keeping.close(folder, "collective", Month(2026, n), AS_OF, Given(by="会计", day=day))
        assert result.problems == ()
        for path, text in result.files.items():
            (folder / "ledgers" / path).write_text(text, "utf-8")


def close(folder: Path) -> ClosedYear:
    return keeping.close_year(folder, "collective", 2026, AS_OF, datetime.date(2027, 1, 20), "会计")


def found(folder: Path) -> list[str]:
    return [f.code.id for f in pipeline.check(folder, AS_OF).findings if f.code.id.startswith("LCK")]


def test_a_year_is_closed_by_one_lock_over_its_months(tmp_path: Path) -> None:
    folder = book(tmp_path)
    close_months(folder, 11, 12)
    result = close(folder)
    assert (result.problems, list(result.files)) == ((), ["finance/collective/2026.lock.yml"])
    lock = folder / "ledgers/finance/collective/2026.lock.yml"
    lock.write_text(result.files["finance/collective/2026.lock.yml"], "utf-8")
    assert "年末: 51600.00" in lock.read_text("utf-8")
    assert found(folder) == []
    assert [p.zh for p in close(folder).problems] == ["2026 年已经结账"]


@pytest.mark.parametrize("what", ["gone", "changed"])
def test_a_month_of_a_closed_year_cannot_lose_or_change_its_lock(tmp_path: Path, what: str) -> None:
    folder = book(tmp_path)
    close_months(folder, 11, 12)
    (folder / "ledgers/finance/collective/2026.lock.yml").write_text(close(folder).files["finance/collective/2026.lock.yml"], "utf-8")
    lock = folder / "ledgers/finance/collective/2026-12.lock.yml"
    if what == "gone":
        lock.unlink()
    else:
        lock.write_text(lock.read_text("utf-8").replace("结账人: 会计", "结账人: 社长"), "utf-8")
    assert found(folder) == ["LCK012"]


def test_open_months_and_results_that_were_not_carried_over_are_told_together(tmp_path: Path) -> None:
    folder = book(tmp_path, december=journal("12-001", "513 管理费用, 借: 5.00", "152 累计折旧, 贷: 5.00", day="2026-12-31"))
    close_months(folder, 11)
    assert [p.zh for p in close(folder).problems] == [
        "还没有结账的月份：2026-12，先逐月结账",
        "收入、支出没有结转到“321 本年收益”：501 经营收入 600.00、513 管理费用 5.00。先看代拟的结转：mingbai close 2026 --book collective --carry",
    ]


def test_a_year_with_a_month_missing_is_not_closed(tmp_path: Path) -> None:
    folder = book(tmp_path)
    close_months(folder, 11)
    (folder / "ledgers/finance/collective/2026-12.yml").unlink()
    assert [p.zh for p in close(folder).problems] == ["缺 12 月的台账（没有收支的写“本期无”）"]
