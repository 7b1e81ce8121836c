"""The page of an item says in plain sentences what is published, how often, who signs and where; by what it is fulfilled; each clause once."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.kinds.disclosures import agenda, datasets, pages, parts
from mingbai.kinds.disclosures.contexts import CorrectionsContext, HomeContext, ItemContext, ItemRow, MatrixContext, PartContext
from mingbai.rendering.door import let_out
from tests.base.community import laid_over

AS_OF = datetime.date(2026, 11, 10)
TOP = Path(__file__).parents[4]


@cache
def view(root: Path) -> View:
    seen = let_out(pipeline.check(root, AS_OF).books, (), (), discover())
    assert isinstance(seen, View)
    return seen


@cache
def contexts(root: Path) -> tuple[MatrixContext, dict[str, ItemContext]]:
    drafts = list(pages.drafts(view(root)))
    matrix = next(d.context for d in drafts if isinstance(d.context, MatrixContext))
    return matrix, {d.address.split("/")[1].upper(): d.context for d in drafts if isinstance(d.context, ItemContext)}


def item(id: str, name: str = ".") -> ItemContext:
    return contexts(TOP / name)[1][id]


def row(id: str, name: str = ".") -> ItemRow:
    return next(r for a in contexts(TOP / name)[0].areas for r in a.rows if r.id == id)


def test_a_page_begins_with_what_is_published_how_often_by_whom_and_where() -> None:
    assert item("U08").lede == (
        "公布的是来源、文号、金额、到账日、用途、结余，每季度结束后 15 天内公布一次；公布以前由文书、会计、监督委员会主任、主任签字。"
        "最近一次公布是2026年10月14日（2026年第三季度），在网站、公开栏、微信群能看到。"
    )
    assert item("U16").lede.endswith("最近一次公布是2026年9月25日（大厅自动售货机摆放），在网站、公开栏、微信群能看到。")
    assert "一直公布着，有变化的 20 个工作日内更新" in item("U01").lede
    assert "公布以前照原来的公布签字" in item("U39").lede
    assert "写明“本期无”" in item("C2-03", "examples/hexi").lede


@pytest.mark.parametrize("name", [".", "examples/hexi", "examples/liuxi"])
def test_every_page_says_so(name: str) -> None:
    for id, context in contexts(TOP / name)[1].items():
        assert context.lede.startswith("公布的是"), id
        assert "签字" in context.lede, id
        assert "最近一次公布是" in context.lede or "还没有公布过" in context.lede, id
        assert context.elements, id
        assert context.sources, id


@pytest.mark.parametrize("id", ["U26", "U27", "U28", "U33", "U34", "U37"])
@pytest.mark.parametrize("name", [".", "examples/hexi"])
def test_what_notices_fulfil_says_so_whether_there_are_any_or_not(id: str, name: str) -> None:
    assert item(id, name).notices.startswith("这一项没有单独的登记簿，用公示和通告公布")
    assert row(id, name).by == "没有登记簿，用公示和通告公布"


def test_what_notices_fulfil_in_part_says_so_too_and_what_has_a_register_does_not() -> None:
    assert item("U36").notices == "有登记簿的照登记簿公布；没有的，用公示和通告公布，种类是“物业”。"
    assert (row("U36").by, item("U08").notices, row("U08").by) == ("", "", "")


def test_what_nobody_signed_is_said_on_page_and_matrix() -> None:
    said = "2026年1月1日以来，公示和通告里没有登记这样的事，也没有人签字确认没有。"
    assert item("U37", "examples/hexi").lede.endswith(said)
    assert (row("U37", "examples/hexi").chips[0].state, row("U37", "examples/hexi").quiet) == ("没有登记", "也没有人签字确认没有")
    assert [(c.words, c.state) for c in row("U21", "examples/hexi").chips] == [("上半年", "本期无"), ("7月起", "没有登记")]
    assert "2026年上半年：主任、文书签字确认没有这样的事。" in item("U21", "examples/hexi").lede


def test_a_clause_is_told_once(tmp_path: Path) -> None:
    """A community's own rule that rests on the clause the item rests on already."""
    change = '调整:\n  - {编号: U08, 公布天数: 20, 效力: 地方规定, 依据: [{法: urban-committee, 条: "34"}]}\n'
    change += '  - {编号: U08, 公布天数: 25, 效力: 地方规定, 依据: [{法: urban-committee, 条: "36"}]}\n'
    _, found = contexts(laid_over(tmp_path, files={"law/catalogue.yml": change}))
    assert [b.cite.rpartition("）")[2] for b in found["U08"].basis] == ["第三十四条", "第三十六条"]


def measures(root: Path) -> dict[str, int]:
    return dict(next(d.rows for d in datasets.datasets(view(root)) if d.name == "disclosures-statistics"))


def test_higher_levels_are_told_how_supervisors_were_chosen_and_every_correction() -> None:
    root, hexi = measures(TOP), measures(TOP / "examples/hexi")
    assert root["更正次数"] == 2  # told under U39, each of one line
    assert {w: n for w, n in hexi.items() if w.startswith("监督委员会成员：") and n} == {
        "监督委员会成员：代表会议推选": 2,
        "监督委员会成员：成员大会选举": 2,
    }
    for counted in (root, hexi):
        assert sum(n for w, n in counted.items() if w.startswith("监督委员会成员：")) == counted["在任监督委员会成员"]


def test_how_a_supervisor_was_chosen_may_be_left_open(tmp_path: Path) -> None:
    text = (TOP / "ledgers/community.yml").read_text("utf-8").replace("      产生: 代表会议推选\n", "", 1)
    counted = measures(laid_over(tmp_path, TOP / "ledgers", files={"community.yml": text}, bare=True))
    assert (counted["监督委员会成员：没有写怎样产生"], counted["监督委员会成员：代表会议推选"]) == (1, 2)


@cache
def below(root: Path) -> dict[str, PartContext]:
    """By page: what is said below it of its publication."""
    return {address: block.context for address, block in parts.parts(view(root)) if isinstance(block.context, PartContext)}


def test_a_month_a_quarter_and_a_year_of_the_accounts_say_by_when_they_were_published_and_by_which_clause() -> None:
    month, quarter, year = (below(TOP)[f"finance/committee/2026/{at}"] for at in ("09/", "q3/", ""))
    assert [i.words for i in month.rows[0].items] == ["政府拨付资金物资的管理使用", "工作经费收支"]
    assert (month.rows[0].words, month.rows[0].state) == ("2026年第三季度，最晚2026年10月15日公布（待确认的默认值），2026年10月14日公布了", "按时")
    assert month.basis == "城市居民委员会组织法（2025 修订）第三十四条"
    assert quarter.rows[0].words == month.rows[0].words
    assert year.rows[0].words == "共 4 次：3 次按时，1 次未到期，下一次最晚2027年1月15日公布"


def test_a_register_says_how_the_items_stand_whose_evidence_it_is() -> None:
    debts, contracts = (below(TOP)[f"finance/committee/{at}/"] for at in ("debts", "contracts"))
    assert [(i.words, row.state) for row in debts.rows for i in row.items] == [("债权债务", "晚公布")]
    assert debts.rows[0].words == "共 4 次：2 次按时，1 次晚公布，1 次未到期，下一次最晚2027年1月15日公布"
    assert [i.words for row in contracts.rows for i in row.items] == ["资产出租、处置", "合同、采购"]
    assert [i.words for row in below(TOP)["finance/corrections/"].rows for i in row.items] == ["更正公告"]
    assert {i.words for row in below(TOP)["meetings/decisions/"].rows for i in row.items} >= {"居民会议、居民代表会议决定及实施", "协商事项及落实"}
    for page in (
        "elections/",
        "admission/",
        "docs/",
        "notices/",
        "finance/committee/goods/",
        "finance/committee/donations/",
        "finance/committee/assets/",
    ):
        assert below(TOP)[page].rows, page
        assert below(TOP)[page].basis, page
    for page in ("commitments/", "handovers/", "finance/committee/plans/"):
        assert below(TOP)[page].rows == (), page  # which is said there


def test_what_is_older_than_the_catalogue_is_published_with_its_register_or_has_no_day() -> None:
    owed, held = below(TOP)["finance/committee/debts/d-YS-2023-01/"], below(TOP)["elections/2024-huanjie/"]
    assert owed.rows == below(TOP)["finance/committee/debts/"].rows
    assert [row.words for row in held.rows] == ["公开目录从2026年1月1日记起，这以前的没有登记哪天公布"]


def test_what_happens_once_says_so_on_its_own_page() -> None:
    pact = below(TOP)["pacts/jumin-gongyue/"].rows[0]
    assert (pact.words, pact.state) == ("2026年2月26日，最晚2026年3月9日公布（待确认的默认值），2026年2月26日公布了", "按时")


def test_what_is_late_is_told_where_it_stands_and_where_no_register_is_kept_only_the_last_day(tmp_path: Path) -> None:
    late = [row for context in below(TOP / "examples/liuxi").values() for row in context.rows if row.state == "晚公布"]
    assert late
    month = (TOP / "generator/mingbai/kinds/finance/examples/good/finance/committee/2026-03.yml").read_text("utf-8")
    books = laid_over(tmp_path, files={"finance/committee/2026-03.yml": month})
    assert {row.state for context in below(books).values() for row in context.rows} <= {""}


CHANGED = {
    "law/acts.yml": '法规:\n  - 编号: street\n    名称: 示例街道办法\n    英文: Rules\n    版本: "2026"\n    施行: 2026-10-01\n    核对: 2026-10-02\n'
    '    条文:\n      - {条: "5", 要求: 每月公开。, 英文要求: Every month.}\n',
    "law/catalogue.yml": '调整:\n  - {编号: U08, 时限: [{周期: 每月, 期限: 10}], 效力: 地方规定, 依据: [{法: street, 条: "5"}]}\n',
    "disclosures/2026.yml": "公开: []\n",
}


@pytest.mark.parametrize(
    "as_of, now, otherwise",
    [
        ("2026-11-10", "每月结束后 10 天内", ("到2026年9月30日为止：每季度结束后 15 天内（待确认的默认值）；公布不少于 15 天（公布当天不算）",)),
        (
            "2026-09-10",
            "每季度结束后 15 天内（待确认的默认值）",
            ("从2026年10月1日起：每月结束后 10 天内；公布不少于 15 天（公布当天不算）；示例街道办法（2026）第五条",),
        ),
    ],
)
def test_the_page_of_an_item_says_what_was_asked_before_and_what_will_be(tmp_path: Path, as_of: str, now: str, otherwise: tuple[str, ...]) -> None:
    root = laid_over(tmp_path, files=CHANGED)
    seen = let_out(pipeline.check(root, datetime.date.fromisoformat(as_of)).books, (), (), discover())
    assert isinstance(seen, View)
    context = next(d.context for d in pages.drafts(seen) if d.address == "disclosure/u08/")
    assert isinstance(context, ItemContext)
    assert (context.deadlines, context.otherwise) == ((now,), otherwise)


def test_where_no_register_of_publications_is_kept_nobody_says_that_it_was_or_was_not_published(tmp_path: Path) -> None:
    root = laid_over(tmp_path)
    matrix, items = contexts(root)
    assert "没有公布" not in {c.state for area in matrix.areas for r in area.rows for c in r.chips}
    assert {d.state for d in items["U08"].duties} <= {"没有登记", "未到期"}
    block = next(iter(pages.home(view(root))))
    assert isinstance(block.context, HomeContext)
    assert block.context.unkept == len(items) > 30


CORRECTED = """
公开:
  - 事项: U08
    期间: 2026-Q1
    公布日: 2026-04-10
    渠道: 网站
    本期无: 是
    签署: [{角色: 主任, 日期: 2026-04-09}]
  - 事项: U08
    期间: 2026-Q1
    公布日: 2026-04-20
    渠道: 网站
    更正: U08/2026-Q1
    原因: 漏了一笔
    签署: [{角色: 主任, 日期: 2026-04-19}]
"""


def test_a_correction_and_what_it_puts_right_lead_to_each_other_and_stand_in_the_matrix_and_the_log(tmp_path: Path) -> None:
    root = laid_over(tmp_path, files={"disclosures/2026.yml": CORRECTED})
    matrix, items = contexts(root)
    mended, first = items["U08"].entries
    assert mended.what == "更正2026年第一季度的公布"
    assert mended.corrects is not None
    assert (mended.corrects.words, mended.corrects.address) == ("2026年4月10日的公布", f"disclosure/u08/#{first.anchor}")
    assert first.corrected == (("2026年4月20日更正了", f"disclosure/u08/#{mended.anchor}"),)
    quarter = next(d for d in items["U08"].duties if d.what == "2026年第一季度")
    assert (quarter.published, quarter.state) == ("2026年4月20日（更正）", "晚公布")
    assert next(r for a in matrix.areas for r in a.rows if r.id == "U08").events == "更正过 1 次"
    log = next(block.context for page, block in parts.parts(view(root)) if page == "supervision/")
    assert isinstance(log, CorrectionsContext)
    assert [r.address for r in log.rows] == [f"disclosure/u08/#{mended.anchor}"]
    assert "更正2026年第一季度的公布" in log.rows[0].words


def test_the_calendar_says_which_office_signs() -> None:
    told = [a.words for a in agenda.ahead(view(TOP)) if "签字" in a.words]
    assert told
    assert all("签字：负责" not in words for words in told)
    assert any("公布前由文书、会计、监督委员会主任、主任签字。" in words for words in told)


def test_a_meeting_that_was_called_off_is_said_to_be() -> None:
    rows = item("U21").duties
    off = [r.what for r in rows if "10 号楼南侧绿地修剪时间" in r.what]
    assert off == ["2026年6月26日 10 号楼南侧绿地修剪时间（取消）"]
    assert [r.what for r in rows if "取消" in r.what] == off
