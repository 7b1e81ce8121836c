"""The register, a contract's page, the book's page and the tables say the same."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.site import Site
from tests.unit.kinds.contracts.ledger import LET, PAY, line, look

ONE = LET + "    起: 2026-01-01\n    止: 2026-12-31\n    定期:\n      周期: 月\n      时点: 先付\n      金额: 500.00\n"


def _site(tmp_path: Path) -> Site:
    return pipeline.site(tmp_path / "community", look(tmp_path, ONE, line(1, "2026-03-02", "500.00")))


def test_pages_and_tables(tmp_path: Path) -> None:
    site = _site(tmp_path)
    pages = {p.address: p.body for p in site.pages}
    home = "finance/committee/contracts/"
    register, page = pages[home], pages[f"{home}c-HT-1/"]
    for body in (register, page):
        for figure in ("5,500.00", "500.00", "5,000.00", "逾期 282 天"):
            assert figure in body
    assert "5,000.00 元已逾期 282 天" in page
    assert "2026/03/#v-03-001" in page
    assert "合同台账" in pages["finance/committee/"]
    assert "c-HT-1/" in pages["finance/committee/2026/03/"]
    assert "逾期" in pages["finance/committee/"]


def test_no_register_no_page(check, tmp_path: Path) -> None:
    site = pipeline.site(tmp_path, check())
    assert not [p.address for p in site.pages if "contracts" in p.address]


def test_what_has_no_instalments_is_not_reckoned_against_what_is_due(tmp_path: Path) -> None:
    """Meals are paid by the portion: what was paid is said by itself, never as more than was due."""
    open_ = PAY + "    起: 2026-01-01\n    止: 2026-12-31\n"
    made = pipeline.site(tmp_path / "community", look(tmp_path, open_, line(1, "2026-03-02", "500.00", "修路灯", "示例照明公司", "支出")))
    pages = {p.address: p.body for p in made.pages}
    assert "没有定每期数额的 1 份，已付 500.00 元。" in pages["finance/committee/contracts/"]
    assert "没有定每期数额，到今天已付 500.00 元" in pages["finance/committee/contracts/c-HT-1/"]
    assert "应付 0.00" not in pages["finance/committee/contracts/"]
