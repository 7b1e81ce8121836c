"""The register, a donation's page, the book's page and the tables say the same; nobody is named who did not agree."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.donations import KIND
from tests.unit.kinds.donations.ledger import line, look, money, things

HOME = "finance/committee/donations/"
GOODS = (
    "  - 编号: WZ-01\n    品名: 大米\n    单位: 袋\n    收发:\n      - 日期: 2026-09-18\n        类型: 入库\n        数量: 20\n"
    "        来源: 捐赠\n        捐赠: J-2\n      - 日期: 2026-09-20\n        类型: 发放\n        数量: 12\n        对象: 独居老人\n        户数: 12\n"
)


def test_pages_and_tables(tmp_path: Path) -> None:
    found = look(tmp_path, money() + things("J-2"), line(1, "收入", "600.00") + line(2, "支出", "250.00"), goods=GOODS)
    site = pipeline.site(tmp_path / "community", found)
    pages = {p.address: p.body for p in site.pages}
    register, one, two = pages[HOME], pages[f"{HOME}j-J-1/"], pages[f"{HOME}j-J-2/"]
    for words in ("登记捐款 1 笔共 600.00 元，已用 250.00 元，还剩 350.00 元", "大米 20 袋", "大米 12 袋", "大米 8 袋"):
        assert words in register
    assert "2026/03/#v-03-001" in one
    assert "2026/03/#v-03-002" in one
    assert "已发放大米 12 袋，还剩大米 8 袋" in two
    assert "goods/g-WZ-01/" in two
    assert "donations/j-J-2/" in pages["finance/committee/goods/g-WZ-01/"]
    assert "还剩 350.00 元" in pages["finance/committee/"]
    assert "donations/j-J-1/" in pages["finance/committee/2026/03/"]
    tables = {t.name: t for t in KIND.datasets(pipeline.view(found))}
    rows = [dict(zip([c.name for c in tables["finance-donations"].columns], r, strict=True)) for r in tables["finance-donations"].rows]
    assert [(r["amount"], r["spent"], r["left"], r["things_left"]) for r in rows] == [(600_00, 250_00, 350_00, None), (None, None, None, "大米 8 袋")]
    assert [r[2:] for r in tables["finance-donation-lines"].rows] == [
        ("committee/2026-03/03-001", 600_00, None),
        ("committee/2026-03/03-002", None, 250_00),
    ]


def test_the_donor_is_text(tmp_path: Path) -> None:
    site = pipeline.site(tmp_path / "community", look(tmp_path, money(donor="某<i>爱心</i>企业"), line(1, "收入", "600.00")))
    assert all("<i>爱心" not in p.body for p in site.pages)


def test_no_register_no_page(check, tmp_path: Path) -> None:
    site = pipeline.site(tmp_path, check())
    assert not [p.address for p in site.pages if "donations" in p.address]
