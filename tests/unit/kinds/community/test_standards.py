"""A community's own value goes before the pack's default, and is a local rule from then on."""

from __future__ import annotations

from pathlib import Path

from mingbai import pipeline
from mingbai.packs import Standing, doubt
from mingbai.packs.law import Law
from tests.base.community import AS_OF, laid_over

OWN = "标准:\n  - 编号: cash-limit\n    金额: 3000.00\n    来源: 示例街财〔2026〕3号\n"


def law(root: Path, own: str) -> Law:
    laid_over(root)
    community = root / "ledgers/community.yml"
    community.write_text(community.read_text("utf-8") + own, "utf-8")
    checked = pipeline.check(root, AS_OF)
    assert checked.errors == 0
    return checked.books.law


def test_the_local_value_is_used(tmp_path: Path) -> None:
    default, local = law(tmp_path / "a", "").standard("cash-limit"), law(tmp_path / "b", OWN).standard("cash-limit")
    assert default is not None
    assert local is not None
    assert (default.amount, default.standing, doubt(default).zh) == (5000_00, Standing.DEFAULT, "（待确认的默认值）")
    assert (local.amount, local.standing, doubt(local).zh) == (3000_00, Standing.LOCAL, "")


def test_what_no_pack_lays_down_is_not_asked(tmp_path: Path) -> None:
    assert law(tmp_path / "a", "").standard("nothing") is None
