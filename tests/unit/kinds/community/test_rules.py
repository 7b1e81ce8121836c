"""community.yml: openings by book, terms, supervisors, ids."""

from __future__ import annotations

from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import ledgers

TEXT = (BASE / "ledgers/community.yml").read_text("utf-8")


def community(*changes: tuple[str, str]) -> list[str]:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return codes(ledgers({"community.yml": text}))


def test_openings_are_compared_book_by_book() -> None:
    """A yuan too much here and one too little there does not cancel out."""
    assert community(("期初: 8500.00", "期初: 8501.00"), ("期初: 8000.00", "期初: 7999.00")) == ["COM001", "COM001"]


def test_a_book_without_funds_has_nothing_to_compare() -> None:
    start, end = TEXT.index("  - 编号: party-2026"), TEXT.index("\n科目: [") + 1
    assert community((TEXT[start:end], "")) == []


def test_a_term_may_still_run() -> None:
    assert community(("    任期:\n      起: 2024-06-01\n      止: 2029-05-31\n", "    任期:\n      起: 2024-06-01\n")) == []
    assert community(("    任期:\n      起: 2024-06-01\n      止: 2029-05-31\n", "")) == []


def test_a_term_of_a_fund_may_not_run_backwards() -> None:
    assert "COM005" in community(("止: 2026-12-31", "止: 2025-12-31"))


def test_a_fund_names_a_book_that_exists() -> None:
    assert "REF001" in community(("账簿: party\n", "账簿: partei\n"))


def test_where_no_category_is_registered_any_may_be_used() -> None:
    start = TEXT.index("\n科目: [") + 1
    assert community((TEXT[start : TEXT.index("\n", start) + 1], "")) == []


def test_a_registered_list_of_categories_binds() -> None:
    assert community(("补助收入, ", "")) == ["REF001"]


def test_one_account_id_may_stand_in_two_books_but_not_twice_in_one() -> None:
    assert community(("- 编号: cash\n", "- 编号: bank\n"))[0] == "REF003"
