"""What rules say, and when they keep silent; each code's own example is tests/unit/test_examples.py's."""

from __future__ import annotations

from pathlib import Path

from tests.unit.kinds.contracts.ledger import LET, PAY, con, line, look

YEAR = "    起: 2025-01-01\n    止: 2025-12-31\n"
RENEWAL = LET.replace("HT-1", "HT-2") + "    起: 2026-01-01\n    止: 2026-12-31\n    续签自: HT-1\n"


def test_a_renewed_contract_is_not_accused_of_having_run_out(tmp_path: Path) -> None:
    assert con(look(tmp_path, LET + YEAR + RENEWAL)) == ["CON025"]


def test_a_purchase_that_ran_out_is_over(tmp_path: Path) -> None:
    assert con(look(tmp_path, PAY + YEAR)) == []


def test_arrears_may_come_after_the_end(tmp_path: Path) -> None:
    plan = "    分期:\n      - 期次: 1\n        到期日: 2025-12-31\n        金额: 600.00\n    终止:\n      日期: 2025-12-31\n      原因: 期满交还\n"
    assert con(look(tmp_path, LET + YEAR + plan, line(1, "2026-03-02", "600.00"))) == []


def test_names_differ_by_brackets_and_blanks_only(tmp_path: Path) -> None:
    one = PAY.replace("示例照明公司", "某某照明公司（示例）") + "    起: 2026-03-01\n    止: 2026-06-30\n"
    assert con(look(tmp_path, one, line(1, "2026-03-02", "10.00", "路灯维修", "某某照明公司(示例)", "支出"))) == []


def test_a_community_sets_its_own_limit(tmp_path: Path) -> None:
    from tests.base.community import BASE, checked

    own = (BASE / "ledgers/community.yml").read_text(
        "utf-8"
    ) + "标准:\n  - 编号: contract-decision\n    金额: 3000.00\n    来源: 示例街财〔2026〕3号\n"
    files = {"community.yml": own.encode(), "finance/committee/contracts.yml": f"合同:{PAY}    金额: 3000.00\n{YEAR}".encode()}
    found = [f for f in checked(tmp_path / "c", files=files).findings if f.code.id == "CON024"]
    assert [f.message("zh") for f in found] == ["“路灯维修”金额 3,000.00，3,000.00 元以上应当有决议"]


def test_a_sum_that_was_changed_is_not_held_against_the_old_price(tmp_path: Path) -> None:
    price = "    金额: 60000.00\n    交易方式: 公开招标\n    决议: 2026-09-18-daibiao/1\n    计价:\n      单价: 5000.00\n      周期: 月\n    起: 2026-10-01\n    止: 2027-09-30\n"
    change = "    变更:\n      - 日期: 2026-11-01\n        内容: 减租\n        金额: 50000.00\n"
    assert con(look(tmp_path / "a", LET + price)) == []
    assert con(look(tmp_path / "b", LET + price + change)) == []
    assert con(look(tmp_path / "c", LET + price.replace("5000.00", "5000.01"))) == ["CON004"]


def test_other_communities_pay_nothing(check) -> None:
    assert con(check()) == []


def test_an_end_before_the_start_is_told_once(tmp_path: Path) -> None:
    assert con(look(tmp_path, LET + "    起: 2026-01-01\n    止: 2025-12-31\n")) == ["CON002"]
