"""What rules say, and when they keep silent; each code's own example is tests/unit/test_examples.py's."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai.values.money import fen, plain
from tests.unit.kinds.donations.ledger import don, line, look, money, things

OLD = "2025-12-20"
USED = "    启用前已用: 600.00\n"


@pytest.mark.parametrize(
    "donor,signing,consent,codes",
    [
        ("张小六", "实名", "", ["DON002"]),
        ("张小六", "实名", "    同意公开: 是\n", []),
        ("张小六", "匿名", "    同意公开: 是\n", ["DON002"]),
        ("爱心居民（不愿署名）", "匿名", "", []),
        ("爱心居民 32 人", "不署名", "", []),
    ],
)
def test_a_person_appears_as_chosen(tmp_path: Path, donor: str, signing: str, consent: str, codes: list[str]) -> None:
    entry = money(day=OLD, donor=donor, kind="个人", more=USED + consent).replace("署名: 实名", f"署名: {signing}")
    found = look(tmp_path, entry)
    assert don(found) == codes
    assert all(donor not in f.message(lang) for f in found.findings for lang in ("zh", "en"))


def test_a_firm_that_wants_no_name_is_not_named(tmp_path: Path) -> None:
    entry = money(day=OLD, more=USED).replace("署名: 实名", "署名: 匿名")
    assert don(look(tmp_path / "a", entry)) == ["DON002"]
    assert don(look(tmp_path / "b", entry.replace("示例食品商行", "某爱心企业"))) == []


def test_a_fen_less_was_booked_than_given(tmp_path: Path) -> None:
    found = look(tmp_path, money(), line(1, "收入", "599.99") + line(2, "支出", "599.99"))
    assert "DON003" in don(found)


def test_a_reversed_income_is_none(tmp_path: Path) -> None:
    back = line(2, "冲正", "", more="    冲正凭证: 03-001\n    原因: 记错\n    批准: 主任\n")
    found = look(tmp_path, money(), line(1, "收入", "600.00") + back)
    assert [f.message("zh") for f in found.findings if f.code.id == "DON003"] == ["登记捐款 600.00，引用它的收入共 0.00，相差 600.00"]


def test_spending_off_purpose_that_was_corrected_is_on_purpose(tmp_path: Path) -> None:
    entry = money(more="    可用科目: [活动费]\n")
    lines = line(1, "收入", "600.00") + line(2, "支出", "600.00", category="办公费")
    assert don(look(tmp_path / "a", entry, lines)) == ["DON011"]
    righted = line(3, "更正", "", more="    更正凭证: 03-002\n    科目: 活动费\n    原因: 科目记错\n    批准: 主任\n")
    assert don(look(tmp_path / "b", entry, lines + righted)) == []
    reversed_ = line(3, "冲正", "", more="    冲正凭证: 03-002\n    原因: 用错资金\n    批准: 主任\n")
    assert don(look(tmp_path / "c", entry, lines + reversed_)) == ["DON013"]


def test_the_first_fen_too_much_is_told_once(tmp_path: Path) -> None:
    lines = (
        line(1, "收入", "600.00") + line(2, "支出", "600.00") + line(3, "支出", "0.01", day="2026-03-11") + line(4, "支出", "5.00", day="2026-03-12")
    )
    found = look(tmp_path, money(), lines)
    assert [f.message("zh") for f in found.findings if f.code.id == "DON012"] == ["捐赠 J-1 共 600.00，到这一笔已用 600.01，超出 0.01"]


def test_what_is_left_may_rest_for_its_days(tmp_path: Path) -> None:
    told = "    启用前已用: 100.00\n    结余说明:\n      日期: {}\n      说明: 捐赠人同意结转\n"
    assert don(look(tmp_path / "a", money(day=OLD, more=told.format("2026-05-14")))) == []
    assert don(look(tmp_path / "b", money(day=OLD, more=told.format("2026-05-13")))) == ["DON013"]


def test_a_public_appeal_with_a_charity(tmp_path: Path) -> None:
    appeal = USED + "    募集方式: 公开募捐\n    公募合作机构: 示例市慈善总会\n"
    assert don(look(tmp_path, money(day=OLD, more=appeal))) == []


def test_things_with_an_amount_are_not_money(tmp_path: Path) -> None:
    assert don(look(tmp_path, things().replace("    指定用途", "    金额: 600.00\n    指定用途"))) == ["DON005", "DON016"]


def test_a_community_without_a_register_is_asked_nothing(check) -> None:
    assert don(check()) == []


def test_totals_are_those_of_their_day(tmp_path: Path) -> None:
    entries = money(day=OLD, more=USED) + money(
        "J-2", "300.00", day="2025-12-31", more="    启用前已用: 100.00\n    结余说明:\n      日期: 2026-10-08\n      说明: 结转\n"
    )
    assert don(look(tmp_path / "a", entries + "核对合计:\n  截止: 2025-12-30\n  金额: 600.00\n  余额: 0.00\n")) == []
    assert don(look(tmp_path / "b", entries + "核对合计:\n  截止: 2025-12-31\n  金额: 900.00\n  余额: 200.00\n")) == []
    assert don(look(tmp_path / "c", entries + "核对合计:\n  截止: 2025-12-31\n  金额: 900.00\n  余额: 200.01\n")) == ["DON004"]


def test_a_real_association_published_a_balance_that_does_not_compute(tmp_path: Path, shared: Callable[[str], Path]) -> None:
    """51 donations come to 75,013.90; of the 11,152.09 spent the page made a balance of 67,775.89."""
    rows = list(csv.DictReader(shared("data/real/zh_cn_nodeparty_foundation/收入_赞助列表.csv").read_text("utf-8").splitlines()[1:]))
    spent, entries = 1_115_209, ""
    for n, row in enumerate(rows, 1):
        amount = fen(row["金额(元)"])
        used = min(amount, spent)
        spent -= used
        rest = "    结余说明:\n      日期: 2026-10-08\n      说明: 结转\n"
        before = f"    启用前已用: {plain(used)}\n" if used else ""
        entries += money(f"J-{n}", plain(amount), day=row["时间"], donor="爱心人士", kind="个人", more=before + rest).replace(
            "署名: 实名", "署名: 匿名"
        )
    assert spent == 0
    assert len(rows) == 51
    published = "核对合计:\n  截止: 2025-12-31\n  金额: 75013.90\n  余额: {}\n  出处: 收支公开表\n"
    assert don(look(tmp_path / "a", entries + published.format("63861.81"))) == []
    found = look(tmp_path / "b", entries + published.format("67775.89"))
    assert [f.message("zh") for f in found.findings if f.code.id == "DON004"] == [
        "到 2025-12-31 的余额公布为 67,775.89，按登记应为 63,861.81，相差 3,914.08"
    ]
