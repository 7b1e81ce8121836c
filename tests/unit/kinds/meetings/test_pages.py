"""Pages and tables of meetings: addresses, sentences, what cites a decision; every template renders with nothing undefined."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mingbai.books import Books, Citation, Filed
from mingbai.diagnostics import Severity
from mingbai.kind import View
from mingbai.kinds.meetings import KIND, telling
from mingbai.kinds.meetings.citing import uses_of
from mingbai.kinds.meetings.page_meeting import MeetingContext
from mingbai.kinds.meetings.register import meetings
from mingbai.pages import Draft
from mingbai.rendering import Renderer
from mingbai.rendering.door import let_out
from tests.unit.kinds.meetings.ledger import AS_OF, NOTICE, books

TEMPLATES = Path(__file__).parents[4] / "site_templates"

DECIDED = """应到: 21
亲到: 17
委托: 1
缺席: 3
备注: 内部情况
发言摘要: |
  三号楼代表 <b>同意</b>。
决议:
  - 编号: 1
    议题: 车棚选址
    文本: 建在北门。
    表决方式: 举手
    同意: 14
    反对: 2
    弃权: 1
    回避: 1
    落实:
      责任人: 副主任
      期限: 2026-05-31
      进度:
        - {日期: 2026-03-20, 说明: 已签协议}
  - 编号: 2
    议题: 停车位
    同意: 5
    反对: 13
  - 编号: 3
    议题: 充电价格
"""
FILES = {
    "matters/shed.yml": "名称: 车棚改建\n种类: 三会\n",
    "meetings/2026/2026-03-05-yishi.yml": NOTICE.format(kind="议事会") + DECIDED,
    "meetings/2026/2026-03-20-zhengxun.yml": NOTICE.format(kind="民情征询会").replace("2026-03-05", "2026-03-20")
    + "事项: shed\n发言摘要: 听了意见。\n",
    "meetings/2026/2026-12-05-daibiao.yml": NOTICE.format(kind="居民代表会议").replace("2026-03-05", "2026-12-05")
    + "决议:\n  - {编号: 1, 议题: 来年计划}\n",
}


def view(files: Mapping[str, str] = FILES, as_of: datetime.date = AS_OF) -> View:
    of = books(files, as_of)
    return let_out(of, [f for rule in KIND.rules for f in rule.check(of) if f.severity is Severity.WARNING])


@pytest.fixture
def drafts() -> dict[str, Draft]:
    return {d.address: d for d in KIND.drafts(view())}


def test_addresses_are_stable(drafts: dict[str, Draft]) -> None:
    assert sorted(drafts) == [
        "meetings/",
        "meetings/2026-03-05-yishi/",
        "meetings/2026-03-20-zhengxun/",
        "meetings/2026-12-05-daibiao/",
        "meetings/daibiao/",
        "meetings/decisions/",
        "meetings/matters/shed/",
        "meetings/yishi/",
        "meetings/zhengxun/",
    ]


def test_every_page_and_the_home_block_render_and_escape(drafts: dict[str, Draft]) -> None:
    renderer = Renderer((TEMPLATES,))
    bodies = {address: renderer.page(d).body for address, d in drafts.items()}

    page = bodies["meetings/2026-03-05-yishi/"]
    for toc in drafts["meetings/2026-03-05-yishi/"].toc:
        assert f'id="{toc.id}"' in page
    assert "&lt;b&gt;" in page
    assert "内部情况" not in page
    assert "同意 14 票，超过到会 18 人的半数（需 10 票），通过。" in page
    assert "另有因有利害关系回避 1 人" in page
    assert "应在2026年5月31日前办完" in page
    for address in ("meetings/", "meetings/decisions/", "meetings/matters/shed/"):
        assert all(f'id="{toc.id}"' in bodies[address] for toc in drafts[address].toc)
    (block,) = KIND.home(view())
    assert block.weight == 20
    told = renderer.text(block.template, "", it=block.context)
    assert "下一次会：居民代表会议" in told
    assert "2026年12月5日（星期六）14:30，还有 25 天，在议事厅。议题：来年计划。" in told


def test_no_meetings_no_home_block_and_an_index_that_says_so() -> None:
    empty = view({})
    assert not list(KIND.home(empty))
    index, register = KIND.drafts(empty)
    renderer = Renderer((TEMPLATES,))
    assert "还没有公布会议。" in renderer.page(index).body
    assert "还没有表决过的议题。" in renderer.page(register).body


def test_a_meeting_tells_what_happened_in_plain_words(drafts: dict[str, Draft]) -> None:
    told = drafts["meetings/2026-03-05-yishi/"].description
    assert told == (
        "2026年3月5日（星期四）14:30，居委会召集，主任主持，在议事厅召开议事会。应到 21 人，到会 18 人。共 3 项议题：通过 1 项，未通过 1 项，只讨论 1 项。"
    )
    assert "会议还没有开" in drafts["meetings/2026-12-05-daibiao/"].description


def test_the_register_holds_what_was_decided_and_what_was_rejected(drafts: dict[str, Draft]) -> None:
    context: Any = drafts["meetings/decisions/"].context
    assert [(s.anchor, [line.topic for line in s.lines]) for s in context.sections] == [("overdue", ["车棚选址"]), ("rejected", ["停车位"])]
    assert context.late == "1 项过了期限还没有办完。"


def test_a_matter_shows_the_steps_still_to_come(drafts: dict[str, Draft]) -> None:
    context: Any = drafts["meetings/matters/shed/"].context
    assert [(s.title, s.state) for s in context.steps] == [("一、民情征询会", "done"), ("二、民主协商会", "todo"), ("三、监督评议会", "todo")]
    assert context.lede == "这件事按“三会”的程序办：3 步走完 1 步，最近一次会是2026年3月20日 民情征询会。有疑问到办公室问。"


def test_a_matter_says_the_last_vote_on_it_what_it_cost_and_whom_to_ask() -> None:
    voted = "应到: 21\n亲到: 18\n决议:\n  - 编号: 1\n    议题: 车棚改建\n    同意: 14\n    反对: 2\n    弃权: 2\n    结果: 通过\n"
    files = {
        "matters/shed.yml": "名称: 车棚改建\n种类: 三会\n责任人: 环境委员\n",
        "meetings/2026/2026-03-20-xieshang.yml": NOTICE.format(kind="民主协商会").replace("2026-03-05", "2026-03-20") + "事项: shed\n" + voted,
    }
    lede = next(d for d in KIND.drafts(view(files)) if d.address == "meetings/matters/shed/").context.lede
    assert "会上最后表决：同意 14，反对 2，弃权 2。" in lede.replace("\N{NO-BREAK SPACE}", " ")
    assert lede.endswith("有疑问到办公室问环境委员。")


def test_warnings_stand_beside_their_item_with_the_urban_article(drafts: dict[str, Draft]) -> None:
    context = drafts["meetings/2026-03-05-yishi/"].context
    assert isinstance(context, MeetingContext)
    (warned,) = context.items[0].warned
    assert warned.text == "“车棚选址”应在2026年5月31日前办完，已过 163 天，还没有办完的记录。"


def test_tables_have_a_row_each_and_as_many_cells_as_columns() -> None:
    tables = {t.name: t for t in KIND.datasets(view())}
    assert {name: len(t.rows) for name, t in tables.items()} == {"meetings": 3, "meetings-decisions": 4}
    for table in tables.values():
        assert all(len(row) == len(table.columns) for row in table.rows)
    states = [row[[c.name for c in table.columns].index("state")] for table in [tables["meetings-decisions"]] for row in table.rows]
    assert states == ["逾期", "未通过", "只讨论", "待开会"]


def _citing(kind: str, id: str, field: str, record: Any, root: Any = None) -> Citation:
    return Citation(record, field, Filed(kind, id, "", 1, root or record))


def test_what_relies_on_a_decision_is_told_by_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    line = SimpleNamespace(voucher="03-002", summary="购打印纸", amount=120050, date=datetime.date(2026, 3, 5))
    plan = SimpleNamespace(number="1", matter="楼道灯维修", estimate=290000)
    pact = SimpleNamespace(name="养犬公约")
    cited = (
        _citing("pacts", "yangquan", "vote", SimpleNamespace(number=2), pact),
        _citing("finance", "committee/2026-03", "decision", line),
        _citing("finance", "committee/2026-04", "decision", plan),
        _citing("finance", "committee/budget/2026", "decision", SimpleNamespace(at_=-3)),
        _citing("contracts", "lights", "decision", SimpleNamespace(name="路灯合同", at_=-2)),
    )
    monkeypatch.setattr(Books, "referrers", lambda *_: cited)
    uses = [u for group in uses_of(view({}), "2026-03-05-yishi/1") for u in group.uses]

    assert [(u.group, u.title, u.address, u.amount) for u in uses] == [
        ("committee的收支", "购打印纸", "finance/committee/2026/03/#v-03-002", 120050),
        ("committee的计划支出", "楼道灯维修", "finance/committee/2026/04/#p-1", 290000),
        ("公约", "养犬公约", "pacts/yangquan/", None),
        ("财务", "committee/budget/2026", "", None),
        ("其他台账", "路灯合同", "", None),
    ]
    assert [u.note for u in uses][2] == "第 2 版，表决通过这一版"


def test_requirements_are_the_packs_in_words() -> None:
    said = {h.body.id: telling.requirements(h.body) for h in meetings(books(FILES))}
    assert said["daibiao"] == (
        "每 6 个月至少开一次，1/5 以上居民代表提议就应当召开，先由党组织研究讨论，应到人员 2/3 以上到会才能开，"
        "到会人员过半数同意才能通过，推选的代表应占 4/5 以上。"
    )
    assert said["yishi"] == "应到人员过半数到会才能开，到会人员过半数同意才能通过。"
