"""A community names the national pack first, and over it that of its place alone; any other way is told, and what holds is still the law of its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.diagnostics import Severity
from mingbai.pipeline import Checked
from tests.base.community import BASE, checked, place

COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")
TWO = "[cn-2026, cn-shandong] 或 [cn-2026, cn-chongqing]"


def named(folder: Path, packs: str, kind: str = "村委会") -> Checked:
    text = COMMUNITY.replace("法规包: [cn-2026]", f"法规包: [{packs}]").replace("类型: 城市居委会", f"类型: {kind}")
    return checked(folder, files={"community.yml": text})


def told(found: Checked, code: str = "LAW011") -> list[tuple[str, str, str]]:
    return [(place(f), f.message("zh"), f.remedy("zh").rpartition("：")[2]) for f in found.findings if f.code.id == code]


WRONG = {
    "cn-zhejiang": [("7", "法规包没有写全国的 cn-2026，只写了 cn-zhejiang", "[cn-2026, cn-zhejiang]。")],
    "cn-zhejiang, cn-2026": [
        (
            "20",
            "cn-2026 写在 cn-zhejiang 后面，会盖掉它的规定，例如“提取公积公益金占收益的比例”又照 cn-2026",
            "[cn-2026, cn-zhejiang]。",
        )
    ],
    "cn-2026, cn-shandong, cn-chongqing": [
        (
            "29",
            "cn-shandong 和 cn-chongqing 都规定了“对公开内容的异议多久答复（天）”，照后写的 cn-chongqing，cn-shandong 的不管用",
            f"{TWO}。",
        )
    ],
}


@pytest.mark.parametrize("packs, wanted", WRONG.items(), ids=WRONG)
def test_the_entry_at_fault_is_told_with_what_holds_and_how_to_write_it(packs: str, wanted: list[tuple[str, str, str]], tmp_path: Path) -> None:
    found = named(tmp_path, packs)
    assert told(found) == [(f"ledgers/community.yml:11:{column}", *rest) for column, *rest in wanted]
    assert all(f.severity is Severity.ERROR for f in found.findings if f.code.id == "LAW011")


@pytest.mark.parametrize("packs", ["cn-2026", "cn-2026, cn-zhejiang", "cn-2026, cn-2026", "cn-2026, cn-chongqing"])
def test_the_national_pack_and_that_of_the_place_are_well_named(packs: str, tmp_path: Path) -> None:
    assert told(named(tmp_path, packs)) == []


def test_two_places_are_told_where_they_lay_down_the_same_for_this_kind_of_community(tmp_path: Path) -> None:
    assert told(named(tmp_path / "urban", "cn-2026, cn-shandong, cn-chongqing", "城市居委会")) == []
    assert len(told(named(tmp_path / "village", "cn-shandong, cn-chongqing"))) == 2


@pytest.mark.parametrize("packs", ["cn-zhejiang", "cn-zhejiang, cn-2026"])
def test_what_holds_is_the_law_of_the_place_over_the_national_one_all_the_same(packs: str, tmp_path: Path) -> None:
    right, wrong = named(tmp_path / "right", "cn-2026, cn-zhejiang").books.law, named(tmp_path / "wrong", packs).books.law
    assert (wrong.standards, wrong.items, wrong.bodies, wrong.acts) == (right.standards, right.items, right.bodies, right.acts)


def test_a_mistyped_name_is_told_alone_for_it_may_be_the_national_one(tmp_path: Path) -> None:
    found = named(tmp_path, "cn-2062, cn-zhejiang")
    assert told(found) == []
    assert [at for at, *_ in told(found, "LAW001")] == ["ledgers/community.yml:11:7"]
