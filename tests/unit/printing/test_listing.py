"""What kinds show on notices: rows of their own tables, by the ids under which the catalogue knows their records; all that is printed is text."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds import discover
from mingbai.printing import notices, setting, wishes
from mingbai.sheets import Card, Grid, Prose, Sheet, Shown
from mingbai.values.periods import Period
from tests.support.building import AS_OF, REPOSITORY, needs

COMMUNITIES = {"": REPOSITORY, "hexi": REPOSITORY / "examples/hexi", "liuxi": REPOSITORY / "examples/liuxi"}


@cache
def checked(name: str) -> tuple[pipeline.Checked, View]:
    found = pipeline.check(COMMUNITIES[name], AS_OF)
    return found, pipeline.view(found)


@cache
def year(name: str) -> tuple[Sheet, ...]:
    """Every notice that a demonstration's catalogue asks for in 2026."""
    found, view = checked(name)
    return tuple(notices.sheet(view, wish, (), AS_OF) for wish in wishes.of_period(found.books, Period.parse("2026")))


def declared(shown: Shown) -> Iterator[Shown]:
    yield shown
    for below in shown.below:
        yield from declared(below)


@pytest.mark.parametrize("kind", [k for k in discover() if k.shown], ids=lambda k: k.name)
def test_what_a_kind_shows_are_columns_of_its_own_tables(kind):
    tables = {d.name: {c.name for c in d.columns} for name in COMMUNITIES for d in kind.datasets(checked(name)[1])}
    for shown in (one for s in kind.shown for one in declared(s)):
        assert shown.table in tables
        named = {*shown.columns, *shown.sum, *([shown.date] if shown.date else []), *(n for _, n, _, _ in Formatter().parse(shown.key) if n)}
        assert named <= tables[shown.table], (shown.table, named - tables[shown.table])


def test_every_kind_that_proves_a_duty_shows_something():
    proving = {e.ledger for item in checked("")[0].books.law.items.values() for e in item.evidence}
    showing = {k.name for k in discover() if k.shown or k.sheet is not type(k).__dataclass_fields__["sheet"].default}
    assert proving <= showing


@pytest.mark.parametrize("name", COMMUNITIES)
def test_what_the_ledgers_hold_is_on_the_notice(name):
    """A notice of a period or a day with records of the item says so; only one without any says that there was nothing."""
    found, _ = checked(name)
    asked = wishes.of_period(found.books, Period.parse("2026"))
    for wish, sheet in zip(asked, year(name), strict=True):
        within = [t for t in wish.standing.traces if wish.period and wish.period.first <= t.day <= wish.period.last] or wish.events
        assert bool(within) <= (not sheet.empty), sheet.name
        signed = wish.published is not None and wish.published.nothing
        assert ("没有“" in sheet.lead) == (sheet.empty and signed), sheet.name  # only what somebody signed is stated
        assert ("台账里没有登记" in sheet.lead) == (sheet.empty and wish.published is None), sheet.name


@pytest.mark.parametrize("name", COMMUNITIES)
def test_every_row_of_a_notice_has_a_cell_for_every_heading(name):
    for sheet in year(name):
        for part in sheet.parts:
            if isinstance(part, Grid):
                assert {len(row) for row in part.rows} == {len(part.heads)}, sheet.name
                assert len(part.total) in (0, len(part.heads)), sheet.name
            elif isinstance(part, Card):
                assert all(label and words for label, words in part.facts)
            else:
                assert isinstance(part, Prose)
                assert part.paragraphs
                assert all(part.paragraphs)


@pytest.mark.parametrize("name", COMMUNITIES)
def test_notices_have_names_of_their_own_that_any_disk_takes(name):
    names = [s.name for s in year(name)]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r'[^\\/:*?"<>|\s]{3,60}', n) for n in names)


def test_sums_are_of_one_book_and_add_up():
    """Every total in the last row of the lines is the sum of the cells above it, to the fen."""
    seen = 0
    for grid in (p for s in year("") for p in s.parts if isinstance(p, Grid) and p.total):
        for n, head in enumerate(grid.heads):
            if head.figure and re.fullmatch(r"-?[\d,]+\.\d\d", grid.total[n]):
                cells = [row[n].replace(",", "") for row in grid.rows if row[n]]
                assert sum(round(float(c) * 100) for c in cells) == round(float(grid.total[n].replace(",", "")) * 100)
                seen += 1
    assert seen > 50


def test_items_that_nothing_tells_apart_stand_on_one_notice():
    """The budget of a collective cannot say of which of six plans it is: six notices with the same lines would claim that it can."""
    names = [s.title for s in year("hexi") if s.name.startswith("C1-01-2026-plan")]
    assert names == ["财务收支计划等6项"]
    assert not any(s.name.startswith("C1-03") for s in year("hexi"))


def test_income_of_a_collective_stands_on_the_notice_of_its_item():
    """Rents, and interest; each by itself."""
    rows = {s.name[:5]: [row[2] for p in s.parts if isinstance(p, Grid) for row in p.rows] for s in year("hexi") if "2026-Q3" in s.name}
    assert rows["C2-01"] == ["收7月铺面租金", "收8月铺面租金", "收9月铺面租金（五间，六号铺面欠交）"]
    assert rows["C2-11"] == ["第三季度存款利息"]
    assert rows["C2-07"] == []


def notice(name: str, community: str = "") -> Sheet:
    return next(s for s in year(community) if s.name.startswith(name))


def fields(sheet: Sheet) -> dict[str, str]:
    return {label: words for p in sheet.parts if isinstance(p, Card) for label, words in p.facts}


def test_a_notice_tells_in_plain_words_what_the_page_tells():
    """For whom and how long; who decided; who voted, and from which fund it is paid."""
    assert notice("U24-2026-09-09").told == ("给想开店、办小企业、缺本钱的居民。在哪里办：社区党群服务中心三号窗口。10 个工作日内办好，不收费。",)
    assert notice("U22-2026-09-30").told == ("示例区统计局要社区做：人口变动抽样调查入户。示例街道办事处于 2026年9月30日决定准入。",)
    (told,) = notice("U14-2026-09-05").told
    assert "出自社区建设资金" in told
    assert "同意 41，反对 4" in told
    two = notice("U24-2026-06-10").told
    assert [words.partition("：")[0] for words in two] == ["生育登记", "计划生育特别扶助申请"]


def test_what_is_said_in_one_breath_is_one_field():
    service, task, posted = fields(notice("U24-2026-09-09")), fields(notice("U22-2026-09-30")), fields(notice("U27-2026-Q3"))
    assert service["多久、多少钱"] == "10 个工作日内办好，不收费"
    assert not {"承诺时限", "时限单位", "收费"} & set(service)
    assert task["时间"] == "2026年10月15日至2026年11月30日"
    assert task["决定"] == "准入"
    assert not {"期限起", "期限止", "状态"} & set(task)
    assert posted["时间"] == "2026年10月12日起"


def test_a_notice_names_the_same_office_as_its_page():
    """The ledger says who handled it: the catalogue's office would be a second one."""
    assert dict(notice("U26-2026-11-06").facts)["承办"] == "文书"


@pytest.mark.parametrize("name", COMMUNITIES)
def test_every_office_signs_once(name):
    for sheet in year(name):
        offices = [s.offices for s in sheet.signers]
        assert len(set(offices)) == len(offices), sheet.name


def test_an_office_with_two_tasks_signs_for_both():
    assert [(s.task, s.offices) for s in notice("U14-2026-09-05").signers] == [
        ("经办、记录", "文书"),
        ("主管会计", "会计"),
        ("民主理财", "监督委员会主任"),
        ("负责、主持", "主任"),
    ]


@pytest.mark.parametrize("name", COMMUNITIES)
def test_no_notice_counts_from_today(name):
    """It hangs for days."""
    assert not [words for s in year(name) for words in s.told if re.search("今天|还有 \\d+ 天", words)]
    assert not {w for s in year(name) for w in fields(s).values() if w in ("是", "否")}


MARKUP = '#panic("x") *粗* _斜_ $x^2$ @ref <a> `b` [c] #{1} \\ // 注 /* 注 */ = 标题'


def test_what_a_ledger_says_is_text_and_never_markup(tmp_path: Path):
    needs("pdftotext")
    sheet = year("")[0]
    from dataclasses import replace

    parts = (Grid(MARKUP, sheet_heads(), ((MARKUP, "1.00"),), (), MARKUP), Card(MARKUP, (("栏", MARKUP),)), Prose("", (MARKUP,)))
    facts = (("依据", MARKUP),)
    hostile = replace(sheet, name="x", title=MARKUP, subtitle=MARKUP, lead=MARKUP, parts=parts, facts=facts, seal=MARKUP, community=MARKUP)
    made = setting.setting(REPOSITORY, [hostile], {}, "a4")
    assert made.findings == ()
    (tmp_path / "x.pdf").write_bytes(made.files["x"])
    said = subprocess.run(["pdftotext", str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    wanted = re.sub(r"\s", "", MARKUP)
    assert re.sub(r"\s", "", said).count(wanted) >= 10


def sheet_heads():
    from mingbai.sheets import Head

    return (Head(MARKUP), Head("金额", figure=True))


def test_cash_and_bank_say_what_each_account_held_and_nothing_that_moved_no_money() -> None:
    """The balances begin, rise, fall and end; depreciation and what fell due move neither cash nor a bank account."""
    sheet = next(s for s in year("hexi") if s.title.startswith("现金及银行存款") and s.subtitle == "2026年第三季度")
    told, accounts, lines = (p for p in sheet.parts if not isinstance(p, Card))
    assert isinstance(told, Prose)
    assert told.paragraphs[0] == "股份经济合作社账：期初 253,799.61 元 + 收入 51,102.07 元 − 支出 32,987.50 元 = 期末 271,914.18 元，共 10 笔。"
    assert "不是赚了多少" in told.paragraphs[1]
    assert isinstance(accounts, Grid)
    assert accounts.rows == (
        ("合作社基本户", "250,799.61", "51,102.07", "32,987.50", "268,914.18"),
        ("合作社库存现金", "3,000.00", "0.00", "0.00", "3,000.00"),
    )
    assert isinstance(lines, Grid)
    assert len(lines.rows) == 10
    traces = next(w for w in wishes.of_period(checked("hexi")[0].books, Period.parse("2026")) if w.item.id == "C4-01").standing.traces
    assert not [t.words for t in traces if "折旧" in t.words or "到期应收" in t.words]


def test_what_an_account_of_the_chart_held_stands_on_the_notice_of_its_item() -> None:
    quarter = [s for s in year("hexi") if s.subtitle == "2026年第三季度"]
    held = [(s.title, p.rows) for s in quarter for p in s.parts if isinstance(p, Grid) and p.title.endswith("账面余额")]
    assert held == [("固定资产", (("固定资产", "1,269,600.00", "0.00", "0.00", "1,269,600.00"),))]
