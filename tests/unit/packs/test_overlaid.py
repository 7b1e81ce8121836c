"""What residents and the committee are told in a place with rules of its own: its article beside what it says, the statute beside all else."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.books import Books
from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.disclosures import datasets, pages
from mingbai.kinds.disclosures.contexts import ItemContext
from mingbai.kinds.meetings import telling
from mingbai.packs import Law
from mingbai.pipeline import Checked
from mingbai.printing.notices import sheet
from mingbai.printing.wishes import of_item
from mingbai.rendering.door import let_out
from tests.base.community import laid_over
from tests.support.building import REPOSITORY

AS_OF = datetime.date(2026, 11, 10)
VILLAGE = REPOSITORY / "examples/liuxi"
WOMEN = REPOSITORY / "generator/mingbai/kinds/meetings/examples/bad/MTG029"
TAKEN_DOWN = """\
起: 2026-10-20
公开:
  - 事项: {item}
    公布日: 2026-10-26
    渠道: [网站, 公开栏]
    撤下日: 2026-11-05
"""
MEETING = "meetings/2026/2026-03-05-cunmindaibiao.yml"


def placed(folder: Path, pack: str, top: Path = VILLAGE) -> Path:
    """The demonstration as it would be in a place with this pack; without one where it names none."""
    shutil.copytree(top / "ledgers", folder / "ledgers")
    choose(folder, pack)
    return folder


def choose(root: Path, pack: str) -> None:
    path = root / "ledgers/community.yml"
    text = path.read_text("utf-8")
    assert "法规包: [cn-2026]" in text
    path.write_text(text.replace("法规包: [cn-2026]", f"法规包: [cn-2026, {pack}]" if pack else "法规包: [cn-2026]"), "utf-8")


def checked(root: Path) -> Checked:
    return pipeline.check(root, AS_OF)


def view(books: Books) -> View:
    seen = let_out(books, (), (), discover())
    assert isinstance(seen, View)
    return seen


def timeliness(books: Books) -> dict[tuple[object, ...], tuple[object, ...]]:
    """Of every duty: its state, the standing of the item, of its deadline, of the days on the board."""
    found = next(d for d in datasets.datasets(view(books)) if d.name == "disclosures-timeliness")
    names = [c.name for c in found.columns]
    key, told = [names.index(n) for n in ("item", "period", "event")], [names.index(n) for n in ("status", "due_status", "board_status")]
    return {tuple(row[n] for n in key): tuple(row[n] for n in told) for row in found.rows}


def clauses(basis: Iterable[Cite]) -> list[str]:
    return [f"{c.act} {c.article}" for c in basis]


@pytest.mark.parametrize("pack", ["cn-chongqing", "cn-shandong", "cn-zhejiang"])
def test_no_statute_turns_into_a_rule_of_the_place(tmp_path: Path, pack: str) -> None:
    """The data file of publications, with the pack and without."""
    before, now = (timeliness(checked(placed(tmp_path / name, name)).books) for name in ("", pack))
    for key in before.keys() & now.keys():
        assert (before[key][0], now[key][0]) != ("法定", "地方规定"), key
        assert now[key][2] == before[key][2], key


def test_a_day_that_the_place_does_not_set_keeps_its_mark(tmp_path: Path) -> None:
    """Shandong: accounts monthly, by which day it does not say; of subsidies only who signs."""
    items = {
        d.address.split("/")[1]: d.context
        for d in pages.drafts(view(checked(placed(tmp_path, "cn-shandong")).books))
        if isinstance(d.context, ItemContext)
    }
    assert items["v10"].deadlines == ("每月结束后 15 天内（待确认的默认值）",)
    v15 = items["v15"]
    assert v15.deadlines == ("每季度结束后 15 天内（待确认的默认值）", "先公示的，公示开始那天（待确认的默认值）")
    assert v15.days.startswith("公布不少于 15 天（公布当天不算）；")
    assert "村民委员会组织法（2025 修正）第三十五条" in [b.cite for b in v15.basis]


@pytest.mark.parametrize("pack, first", [("cn-chongqing", "chongqing-village 12"), ("cn-zhejiang", "zhejiang-village 23")])
def test_three_days_of_notice_are_cited_for_nothing_else(tmp_path: Path, pack: str, first: str) -> None:
    """A meeting called a day ahead, with too few women and too few elected ones."""
    root = placed(tmp_path, pack)
    path = root / "ledgers" / MEETING
    text = (WOMEN / MEETING).read_text("utf-8")
    assert "通知日期: 2026-02-20\n" in text
    path.write_text(text.replace("通知日期: 2026-02-20\n", "通知日期: 2026-03-04\n代表: 10\n"), "utf-8")
    found = {f.code.id: clauses(f.basis) for f in checked(root).findings if f.place.path.endswith(MEETING)}
    assert found["MTG021"] == [first]
    assert found["MTG029"] == found["MTG044"] == ["village-committee 29", "village-committee 30"]


def test_the_page_of_a_meeting_says_what_the_place_added() -> None:
    law = Law.of([*pipeline.pack("cn-2026"), *pipeline.pack("cn-chongqing")], "村委会")
    told = telling.footing(law.bodies["cunmindaibiao"], law)
    assert told == (
        "村民委员会组织法（2025 修正）第二十九条、村民委员会组织法（2025 修正）第三十条；提前通知：重庆市实施〈村民委员会组织法〉办法（2013）第十二条"
    )


@pytest.mark.parametrize(
    "item, cited",
    [
        ("U07", "urban-committee 34"),  # what the item rests on is article 30
        ("U29", "urban-committee 34"),  # article 37
        ("U31", "urban-committee 34"),  # no article at all
    ],
)
@pytest.mark.parametrize("pack", ["", "cn-shanghai"])
def test_fifteen_days_on_the_board_are_told_by_the_article_that_lays_them_down(tmp_path: Path, pack: str, item: str, cited: str) -> None:
    root = laid_over(tmp_path, files={"disclosures/2026.yml": TAKEN_DOWN.format(item=item)})
    choose(root, pack)
    (one,) = (f for f in checked(root).findings if f.code.id == "DUE014")
    assert clauses(one.basis) == [cited]
    assert one.message("zh") == "2026-10-26 公布，至少 15 天，2026-11-11 起才能撤下，写的撤下日是 2026-11-05"


def test_days_on_the_board_that_are_a_default_say_so(tmp_path: Path) -> None:
    """Of a collective's accounts no act says how long they hang."""
    root = placed(tmp_path, "", REPOSITORY / "examples/hexi")
    path = next((root / "ledgers/disclosures").glob("2026.yml"))
    text = path.read_text("utf-8")
    begin = text.index("  - 事项: C2-0")
    day = text[begin:].partition("公布日: ")[2][:10]
    path.write_text(text[:begin] + text[begin:].replace(f"公布日: {day}\n", f"公布日: {day}\n    撤下日: {day}\n", 1), "utf-8")
    (one,) = (f for f in checked(root).findings if f.code.id == "DUE014")
    assert "至少 15 天（待确认的默认值），" in one.message("zh")


def notice(root: Path, id: str) -> dict[str, str]:
    """What the notice of an item says below its tables."""
    books = checked(root).books
    item = books.law.items[id]
    return dict(sheet(view(books), of_item(books, item)[-1], (), AS_OF).facts)


def test_the_notice_on_the_board_marks_what_is_a_default_and_nothing_else(tmp_path: Path) -> None:
    """Shandong names subsidies and who signs, the nation the fifteen days; a collective's accounts hang so long by custom."""
    subsidies = notice(placed(tmp_path / "sd", "cn-shandong"), "V15")
    assert "待确认" not in subsidies["依据"] + subsidies["公布时间"]
    assert "村民委员会组织法（2025 修正）第三十五条" in subsidies["依据"].split("；")
    custom = notice(placed(tmp_path / "nation", ""), "V15")
    assert [part for part in custom["依据"].split("；") if "待确认" in part] == ["各地公开目录的通行做法（不是法规）常见事项（待确认的默认值）"]
    accounts = notice(placed(tmp_path / "hexi", "", REPOSITORY / "examples/hexi"), "C2-01")
    assert accounts["公布时间"].endswith("（不少于 15 天，公布当天不算；天数是待确认的默认值）")
