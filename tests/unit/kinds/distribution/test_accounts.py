"""A plan and the books of a collective in double entry: one figure, to the fen, wherever the other is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import checked, codes
from tests.unit.test_examples import BAD

FOLDER = BAD["DIS029"]
PLAN = (FOLDER / "finance/collective/distribution/2025.yml").read_text("utf-8")
APRIL = (FOLDER / "finance/collective/2026-04.yml").read_text("utf-8")
AS_VOTED = APRIL.replace("2000.00", "3000.00")
MORE = "  - 凭证: 04-{n}\n    日期: 2026-04-08\n    类型: {kind}\n{rest}"


def told(tmp: Path, plan: str = PLAN, april: str | None = AS_VOTED) -> list[str]:
    files = {p.relative_to(FOLDER).as_posix(): p.read_text("utf-8") for p in FOLDER.rglob("*.yml")}
    files |= {"finance/collective/distribution/2025.yml": plan}
    if april is None:
        del files["finance/collective/2026-04.yml"]
    else:
        files["finance/collective/2026-04.yml"] = april
    return [c for c in codes(checked(tmp, files=files)) if c.startswith("DIS")]


def test_booked_as_voted_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_a_fen_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, april=APRIL.replace("2000.00", "2999.99")) == ["DIS029"]


def test_the_parts_of_others_count_too(tmp_path: Path) -> None:
    assert told(tmp_path, april=AS_VOTED.replace("6000.00", "6000.01")) == ["DIS029"]


def test_nothing_is_asked_before_the_next_month_is_kept(tmp_path: Path) -> None:
    assert told(tmp_path, april=None) == []


def test_what_was_reversed_and_booked_again_counts_once(tmp_path: Path) -> None:
    wrong = (
        APRIL
        + MORE.format(n="003", kind="冲正", rest="    冲正: 04-001\n    原因: 提取数写错\n    批准: 主任\n")
        + MORE.format(
            n="004",
            kind="记账",
            rest="    摘要: 2025 年收益提取公积公益金\n    分录:\n      - 科目: 322 收益分配\n        借: 3000.00\n      - 科目: 311 公积公益金\n        贷: 3000.00\n",
        )
    )
    assert told(tmp_path, april=wrong) == []


@pytest.mark.parametrize("gain, moved, said", [("9000.00", "1000.00", []), ("10000.00", "1000.00", []), ("9000.00", "999.99", ["DIS028"])])
def test_what_is_moved_in_may_be_booked_before_the_year_ends_or_after(tmp_path: Path, gain: str, moved: str, said: list[str]) -> None:
    plan = PLAN.replace("收益总额: 10000.00", f"收益总额: {gain}\n其他转入: {moved}")
    assert told(tmp_path, plan=plan) == said
