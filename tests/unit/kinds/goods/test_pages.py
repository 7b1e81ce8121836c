"""The register, a page of goods, the book's page and the tables say the same."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.goods import KIND
from mingbai.rendering.datasets import csv_bytes, json_bytes
from tests.unit.kinds.goods.ledger import item, look, moved, whole

HOME = "finance/committee/goods/"


def test_pages_and_tables(tmp_path: Path) -> None:
    entries = item(
        moved("2026-03-02", "入库", 20, "        来源: 拨付\n        保质期至: 2026-10-31\n"),
        moved("2026-03-05", "发放", 6),
        moved("2026-03-06", "损耗", 1),
        moved("2026-03-31", "盘点", 13),
    )
    second = item(moved("2026-03-02", "入库", 8), moved("2026-03-05", "发放", 6), number="WZ-02", name="洗手液")
    found = look(tmp_path, entries + second)
    site = pipeline.site(tmp_path / "community", found)
    pages = {p.address: p.body for p in site.pages}
    register, page = pages[HOME], pages[f"{HOME}g-WZ-01/"]
    for words in ("共发放 1 次", "口罩 13 盒已过保质期", "口罩 6 盒、洗手液 6 盒", "过期 13 盒"):
        assert words in register
    assert register.count("6 户") == 1  # one giving out of two sorts reached six households, not twelve
    for words in ("拨付 20 盒；发放 6 盒，损耗 1 盒，还剩 13 盒", "数到 13", "提醒：库存过了保质期"):
        assert words in page
    assert "口罩 13 盒已过保质期" in pages["finance/committee/"]
    tables = {t.name: t for t in KIND.datasets(pipeline.view(found))}
    assert [r[5:9] for r in tables["finance-goods"].rows] == [whole(20, 6, 1, 13), whole(8, 6, 0, 2)]
    assert tuple(r[4] for r in tables["finance-goods-movements"].rows) == whole(20, 14, 13, 13, 8, 2)


def test_what_is_weighed_is_shown_without_idle_zeros(tmp_path: Path) -> None:
    found = look(tmp_path, item(moved("2026-03-02", "入库", "20.50"), moved("2026-03-05", "发放", "6.2"), name="苹果").replace("盒", "公斤"))
    site = pipeline.site(tmp_path / "community", found)
    page = next(p.body for p in site.pages if p.address == f"{HOME}g-WZ-01/")
    assert "拨付 20.5 公斤；发放 6.2 公斤，还剩 14.3 公斤" in page
    table = next(t for t in KIND.datasets(pipeline.view(found)) if t.name == "finance-goods")
    assert "苹果,,公斤,20.5,6.2,0,14.3" in csv_bytes(table).decode("utf-8-sig")
    assert '"left": "14.3"' in json_bytes(table).decode()


def test_every_part_of_a_books_page_is_shown(tmp_path: Path) -> None:
    debts = "债权债务:\n  - 编号: D-1\n    性质: 应付\n    对方: 示例药店\n    对方类别: 单位\n    发生日: 2026-03-02\n    原因: 口罩款\n    金额: 60.00\n"
    found = look(tmp_path, item(moved("2026-03-02", "入库", 8)), {"finance/committee/debts.yml": debts.encode()})
    body = next(p.body for p in pipeline.site(tmp_path / "community", found).pages if p.address == "finance/committee/")
    assert body.count('id="claims-and-debts"') == body.count('id="goods"') == 1


def test_no_register_no_page(check, tmp_path: Path) -> None:
    site = pipeline.site(tmp_path, check())
    assert not [p.address for p in site.pages if "/goods/" in p.address]
