"""The register, an entry's page, the book's page and the tables say the same."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.debts import KIND
from mingbai.kinds.debts.sentences import bands
from tests.unit.kinds.debts.ledger import debt, line, look

HOME = "finance/committee/debts/"


def test_pages_and_tables(tmp_path: Path) -> None:
    entries = debt(more="    到期日: 2026-06-30\n") + debt("应付", "80.00").replace("D-1", "D-2")
    found = look(tmp_path, entries, line(1, "收入", "250.00"))
    site = pipeline.site(tmp_path / "community", found)
    pages = {p.address: p.body for p in site.pages}
    register, page = pages[HOME], pages[f"{HOME}d-D-1/"]
    for figure in ("350.00", "80.00", "逾期 133 天", "1 年以内"):
        assert figure in register
    assert "还没收回 350.00 元" in page
    assert "2026/03/#v-03-001" in page
    assert "提醒：到期没有结清" in page
    assert "别人欠这本账的有 1 笔，共 350.00 元" in pages["finance/committee/"]
    assert "debts/d-D-1/" in pages["finance/committee/2026/03/"]
    tables = {t.name: t for t in KIND.datasets(pipeline.view(found))}
    rows = [dict(zip([c.name for c in tables["finance-debts"].columns], r, strict=True)) for r in tables["finance-debts"].rows]
    assert [(r["id"], r["amount"], r["settled"], r["left"], r["days_overdue"]) for r in rows] == [
        ("committee/D-1", 600_00, 250_00, 350_00, 133),
        ("committee/D-2", 80_00, 0, 80_00, 0),
    ]
    assert tables["finance-debt-lines"].rows[0][2:4] == ("committee/2026-03/03-001", 250_00)


def test_what_was_typed_is_text(tmp_path: Path) -> None:
    found = look(tmp_path, debt(other="示例<b>合唱团</b>"))
    site = pipeline.site(tmp_path / "community", found)
    assert all("<b>合唱团" not in p.body for p in site.pages)


def test_bands_in_words() -> None:
    assert bands((12, 24, 36)) == ("1 年以内", "1 至 2 年", "2 至 3 年", "3 年以上")
    assert bands((6, 12)) == ("6 个月以内", "6 至 12 个月", "1 年以上")
    assert bands(()) == ("全部",)


def test_no_register_no_page(check, tmp_path: Path) -> None:
    site = pipeline.site(tmp_path, check())
    assert not [p.address for p in site.pages if "debts" in p.address]
