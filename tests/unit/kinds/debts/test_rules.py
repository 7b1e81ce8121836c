"""What rules say, and when they keep silent; each code's own example is tests/unit/test_examples.py's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import BASE
from tests.unit.kinds.debts.ledger import dbt, debt, line, look

BASE_COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def with_standard(id: str, value: str) -> dict[str, str | bytes | None]:
    return {"community.yml": f"{BASE_COMMUNITY}标准:\n  - 编号: {id}\n    {value}\n    来源: 示例街财〔2026〕3号\n".encode()}


def test_the_last_fen_too_much_is_told_at_its_line(tmp_path: Path) -> None:
    found = look(tmp_path, debt(), line(1, "收入", "600.00") + line(2, "收入", "0.01", day="2026-03-11"))
    mine = [f for f in found.findings if f.code.id.startswith("DBT")]
    assert [(f.code.id, f.place.path) for f in mine] == [("DBT003", "ledgers/finance/committee/2026-03.yml")]
    assert mine[0].message("zh").endswith("超出 0.01")


def test_a_day_after_it_is_due_it_is_late(tmp_path: Path) -> None:
    assert dbt(look(tmp_path / "a", debt(more="    到期日: 2026-11-10\n"))) == []
    assert dbt(look(tmp_path / "b", debt(more="    到期日: 2026-11-09\n"))) == ["DBT010"]
    assert dbt(look(tmp_path / "c", debt(more="    到期日: 2026-11-09\n"), line(1, "收入", "600.00"))) == []


@pytest.mark.parametrize("other,codes", [("个人承租户A", []), ("副主任", []), ("李样本", []), ("赵小六", ["DBT002"]), ("阿木尔", ["DBT002"])])
def test_a_person_is_described_unless_an_officer(tmp_path: Path, other: str, codes: list[str]) -> None:
    assert dbt(look(tmp_path, debt(other=other, kind="个人"))) == codes


def test_a_report_does_not_repeat_the_name(tmp_path: Path) -> None:
    found = look(tmp_path, debt(other="赵小六", kind="个人"))
    assert all("赵小六" not in f.message(lang) for f in found.findings for lang in ("zh", "en"))


def test_a_claim_on_an_officer_is_no_loan_to_one(tmp_path: Path) -> None:
    assert dbt(look(tmp_path, debt(other="副主任", kind="个人"))) == []


def test_a_loan_to_an_officers_firm_is_a_loan_to_the_officer(tmp_path: Path) -> None:
    community = BASE_COMMUNITY.replace("    角色: [副主任]\n", "    角色: [副主任]\n    关联单位: [示例便民店]\n")
    entry = debt("借出", "600.00", "2025-03-02", "    决议: 2026-03-28-daibiao/1\n", other="示例便民店", kind="单位")
    found = look(tmp_path, entry, files={"community.yml": community.encode()})
    assert sorted(dbt(found)) == ["DBT012", "DBT018"]
    assert any("干部李样本的关联单位" in f.message("zh") for f in found.findings)


def test_a_guarantee_that_ended_is_over(tmp_path: Path) -> None:
    assert dbt(look(tmp_path, debt("担保", more="    解除日: 2026-09-01\n", kind="单位", other="示例家政服务社"))) == []


def test_an_economic_organisation_may_pledge_for_a_firm(tmp_path: Path) -> None:
    community = BASE_COMMUNITY.replace("主体: 居民委员会", "主体: 示例股份经济合作社")
    assert dbt(look(tmp_path, debt("担保", kind="单位", other="示例家政服务社"), files={"community.yml": community.encode()})) == []


def test_the_communitys_own_line_of_debt_counts(tmp_path: Path) -> None:
    entry = debt("应付", "5000.00", kind="单位")
    assert dbt(look(tmp_path / "a", entry)) == []
    found = look(tmp_path / "b", entry, files=with_standard("debt-limit", "金额: 4999.99"))
    assert dbt(found) == ["DBT014"]
    assert [f.message("zh") for f in found.findings if f.code.id == "DBT014"] == ["居委会账的借款和应付共 5,000.00，警戒线是 4,999.99"]


def test_collection_is_asked_of_old_claims_only(tmp_path: Path) -> None:
    old = debt(day="2022-03-02")
    assert dbt(look(tmp_path / "a", old)) == ["DBT015"]
    assert dbt(look(tmp_path / "b", old.replace("应收", "应付"))) == []
    assert dbt(look(tmp_path / "c", old + "    清收措施: 2026 年 5 月书面催收\n")) == []


def test_a_transfer_settles_nothing(tmp_path: Path) -> None:
    moved = "  - 凭证: 03-001\n    日期: 2026-03-10\n    类型: 转账\n    金额: 100.00\n    转出账户: bank\n    转入账户: cash\n    摘要: 取现\n    债权债务: D-1\n"
    assert dbt(look(tmp_path, debt(), moved)) == ["DBT016"]


def test_a_decision_that_was_not_passed_decides_nothing(tmp_path: Path) -> None:
    meeting = (BASE / "ledgers/meetings/2026/2026-03-28-daibiao.yml").read_text("utf-8")
    assert "结果: 通过" in meeting
    entry = debt(
        day="2025-03-02", more="    核销:\n      - 日期: 2026-09-20\n        金额: 600.00\n        原因: 已注销\n        决议: 2026-03-28-daibiao/1\n"
    )
    assert dbt(look(tmp_path / "a", entry)) == []
    early = entry.replace("2026-09-20", "2026-03-20")
    assert dbt(look(tmp_path / "b", early)) == ["DBT011"]


def test_a_book_without_a_register_is_asked_nothing(check) -> None:
    assert dbt(check()) == []


def test_a_number_stands_once(tmp_path: Path) -> None:
    assert "REF003" in [f.code.id for f in look(tmp_path, debt() + debt()).findings]


def test_a_line_that_cites_nothing_known_is_told(tmp_path: Path) -> None:
    found = look(tmp_path, debt().replace("D-1", "D-2"), line(1, "收入", "600.00"))
    assert [f.message("zh") for f in found.findings if f.code.id == "REF001"] == ["没有编号为“D-1”的债权债务"]


@pytest.mark.parametrize("owed, line_at, told", [("50000.00", "50000.00", False), ("50000.01", "50000.00", True), ("50000.01", "", False)])
def test_beyond_the_line_of_the_place_nothing_more_is_borrowed(tmp_path: Path, owed: str, line_at: str, told: bool) -> None:
    """The line itself may be reached; what is borrowed on top counts only from the next loan on; without a line nothing is asked."""
    entries = debt("应付", owed, "2026-01-05", kind="单位") + debt("借入", "1.00", "2026-02-01", kind="单位").replace("D-1", "D-2")
    files = with_standard("debt-stop", f"金额: {line_at}") if line_at else None
    assert ("DBT022" in dbt(look(tmp_path, entries, files=files))) == told


def test_what_was_paid_back_before_is_no_longer_owed(tmp_path: Path) -> None:
    entries = debt("应付", "60000.00", "2026-01-05", kind="单位") + debt("借入", "1.00", "2026-03-11", kind="单位").replace("D-1", "D-2")
    files = with_standard("debt-stop", "金额: 50000.00")
    assert "DBT022" in dbt(look(tmp_path / "a", entries, files=files))
    paid = line(1, "支出", "10000.00")
    assert "DBT022" not in dbt(look(tmp_path / "b", entries, paid, files))


# --- statements of risk -----------------------------------------------------------------------------------------------


def in_zhejiang(kind: str, standard: str = "", id: str = "risk-statement") -> dict[str, str | bytes | None]:
    text = BASE_COMMUNITY.replace("法规包: [cn-2026]", "法规包: [cn-2026, cn-zhejiang]").replace("类型: 城市居委会", f"类型: {kind}")
    own = f"标准:\n  - 编号: {id}\n    {standard}\n    来源: 示例街财〔2026〕3号\n" if standard else ""
    return {"community.yml": (text + own).encode()}


@pytest.mark.parametrize("nature, asked", [("借入", True), ("借出", True), ("应付", False), ("应收", False)])
def test_in_zhejiang_loans_state_their_risk(tmp_path: Path, nature: str, asked: bool) -> None:
    """Assets ordinance art. 17, for the books of villages and collectives; the nation asks for none."""
    entry = debt(nature, kind="单位")
    assert ("DBT023" in dbt(look(tmp_path / "a", entry, files=in_zhejiang("村委会")))) == asked
    assert "DBT023" not in dbt(look(tmp_path / "b", entry))
    assert "DBT023" not in dbt(look(tmp_path / "c", entry, files=in_zhejiang("城市居委会")))  # the ordinance does not bind it
    assert "DBT023" not in dbt(look(tmp_path / "d", entry + "    风险说明: 用 2027 年铺面租金归还\n", files=in_zhejiang("村委会")))


@pytest.mark.parametrize("line_at, asked", [("599.99", True), ("600.00", True), ("600.01", False)])
def test_what_is_large_is_for_the_place_to_say(tmp_path: Path, line_at: str, asked: bool) -> None:
    """600.00 was borrowed: a line of 600.00 includes it."""
    found = look(tmp_path, debt("借入", kind="单位"), files=in_zhejiang("村委会", f"金额: {line_at}"))
    assert ("DBT023" in dbt(found)) == asked


def test_until_the_place_says_so_the_finding_does(tmp_path: Path) -> None:
    (said,) = (f.message("zh") for f in look(tmp_path, debt("借入", kind="单位"), files=in_zhejiang("村委会")).findings if f.code.id == "DBT023")
    assert said == "2026年3月2日借入 600.00，没有写“风险说明”（从多少起要写，由街道、乡镇定；没有定的都写）"


def test_what_is_older_than_its_book_is_not_asked(tmp_path: Path) -> None:
    assert "DBT023" not in dbt(look(tmp_path, debt("借入", day="2025-12-31", kind="单位"), files=in_zhejiang("村委会")))


def test_in_zhejiang_the_line_of_debt_is_the_places_own(tmp_path: Path) -> None:
    """Art. 18: the subdistrict or township sets it; the nation's default of 100,000 yuan does not stand in for it."""
    entry = debt("应付", "150000.00", kind="单位")
    assert "DBT014" in dbt(look(tmp_path / "a", entry))
    assert "DBT014" not in dbt(look(tmp_path / "b", entry, files=in_zhejiang("村委会")))
    own = in_zhejiang("村委会", "金额: 149999.99", id="debt-limit")
    assert "DBT014" in dbt(look(tmp_path / "c", entry, files=own))
