"""What the files of an index find is what stands on the pages: nothing missed, nothing too much, for any text and any question."""

from __future__ import annotations

import datetime
import gzip
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.pages import Crumb, Page, Toc
from mingbai.searching import building, index
from mingbai.searching.building import BLOCK, hashed, spread
from mingbai.searching.questions import parts
from tests.support import searching
from tests.support.questions import MEANT
from tests.support.searching import Reader, naive, page

LETTERS = "社区居委会财务年月日元12345.60,，、 -/aB〇一二十０３"
TEXTS = st.text(LETTERS, max_size=30)
PAGES = st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=4)), min_size=1, max_size=6)


@given(PAGES, st.data())
def test_any_question_is_answered_exactly(drawn: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    pages = [page(f"p{n}/", *texts, title=title) for n, (title, texts) in enumerate(drawn)]
    everything = "".join(title + "".join(texts) for title, texts in drawn)
    start, length = data.draw(st.integers(0, max(len(everything) - 1, 0))), data.draw(st.integers(1, 12))
    question = data.draw(st.one_of(st.just(everything[start : start + length]), TEXTS))
    reader = Reader(index(pages))
    found = reader.search(question)
    exact = naive(pages, question)
    assert exact <= found
    assert found - exact <= by_initials(pages, question)


@given(PAGES, st.data())
def test_common_pairs_with_files_of_their_own_are_answered_exactly(drawn: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    """As on a large site, where 支出 stands on every page: here what stands twice is common."""
    pages = [page(f"p{n}/", *texts, title=title) for n, (title, texts) in enumerate(drawn)]
    everything = "".join(title + "".join(texts) for title, texts in drawn)
    start, length = data.draw(st.integers(0, max(len(everything) - 1, 0))), data.draw(st.integers(2, 12))
    question = everything[start : start + length]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_COMMON", 1)
        patch.setattr(building, "_PAIRS", 60)
        built = index(pages)
    found, exact = Reader(built).search(question), naive(pages, question)
    assert exact <= found
    assert found - exact <= by_initials(pages, question)


def test_a_pair_that_stands_everywhere_is_opened_only_where_it_must() -> None:
    pages = [page(f"p{n}/", f"本月支出{n}元", f"{n}号楼维修支出") for n in range(400)]
    built = index(pages)
    assert {"支出", "本月"} <= set(built.common.split()[::3])
    for question, many in (("支出", 400), ("本月支出", 400), ("7号楼维修支出", 1)):
        reader = Reader(built)
        assert len(reader.search(question)) == many
        opened = {name for name in reader.asked if name[0] in "cr"}
        assert bool(opened) == (question != "支出"), question


@pytest.mark.parametrize("question", [q for q, meant in MEANT if " & " not in meant and "2026年9月" in meant.split(" | ")])
def test_a_month_is_found_in_whatever_form_it_is_asked(question: str) -> None:
    pages = [page("a/", "2026年9月5日 支出"), page("b/", "二〇二六年九月"), page("c/", "2026-10-05"), page("d/", "期末 2026.50 元")]
    assert {"a/", "b/"} <= Reader(index(pages)).search(question) <= {"a/", "b/", "d/"}


@pytest.mark.parametrize(
    "question", [q for q, meant in MEANT if "9月5日" in meant.removeprefix("2026年").split(" | ") or "2026年9月5日" in meant.split(" | ")]
)
def test_a_day_is_found_in_whatever_form_it_is_asked(question: str) -> None:
    pages = [page("a/", "2026年9月5日 支出"), page("b/", "2026-09-05"), page("c/", "2026年9月15日"), page("d/", "发票 20260906")]
    assert Reader(index(pages)).search(question) == {"a/", "b/"}


def test_what_is_written_is_found_beside_what_it_may_mean() -> None:
    pages = [
        page("a/", "期末 2026.10 元"),
        page("b/", "2026年10月"),
        page("c/", "合同 202610"),
        page("d/", "九月五日会议"),
        page("e/", "2026年9月5日"),
    ]
    reader = Reader(index(pages))
    for question, found in (
        ("2026.10", {"a/", "b/"}),
        ("202610", {"c/", "b/"}),
        ("九月五日", {"d/", "e/"}),
        ("9月5日", {"d/", "e/"}),
        ("2026.1", {"a/"}),
    ):
        assert reader.search(question) == found, question


def test_an_amount_is_found_with_its_unit_and_in_tens_of_thousands() -> None:
    pages = [page("a/", "123,000.00"), page("b/", "拨付 12.3 万元"), page("c/", "1,234.50"), page("d/", "1,234.50 元")]
    reader = Reader(index(pages))
    for question in ("12.3万", "12.3万元", "１２．３万元"):
        assert reader.search(question) == {"a/", "b/"}, question
    for question in ("1,234.5", "1234.50", "¥1,234.5", "1234.5元", "1234.5 元", "１，２３４．５０", "1，234.50", "人民币1234.5元"):
        assert reader.search(question) == {"c/", "d/"}, question
    assert reader.search("123000") == {"a/"}


def test_a_number_below_a_stroke_is_no_amount() -> None:
    pages = [page("a/", "按原值的 5/100 留残值", title="每年 1/20"), page("b/", "押金 100 元"), page("c/", "100.00"), page("d/", "2/100.50，6/3a")]
    reader = Reader(index(pages))
    for question, found in (
        ("100 元", {"b/", "c/"}),
        ("100", {"b/", "c/"}),
        ("5/100", {"a/"}),
        ("5", {"a/"}),
        ("残值", {"a/"}),
        ("1/20", {"a/"}),
        ("20", set()),
    ):
        assert reader.search(question) == naive(pages, question) == found, question
    assert reader.search("3a") == {"d/"}


def by_initials(pages: list[Page], question: str) -> set[str]:
    """Letters may also be the beginnings of the sounds of a title."""
    return (
        {p.address for p in pages}
        if any(len(t) == 1 and t[0].isascii() and t[0].isalpha() for part in parts(question) for reading in part for t in reading)
        else set()
    )


@given(st.lists(st.integers(0, 300), min_size=1, max_size=60, unique=True).map(sorted))
def test_lists_come_back_as_they_were(numbers: list[int]) -> None:
    assert searching.spread(spread(numbers)) == numbers


def test_amounts_days_widths_and_initials_are_found() -> None:
    month = page("finance/a/2026/01/", "支出 12,345.60 元", "2026-01-05 购买办公用品", title="居委会账 2026年1月")
    other = page("finance/a/2026/11/", "支出 345.60 元，二〇二六年十一月五日", title="居委会账 2026年11月")
    rules = page("pacts/loudao/", "楼道内不得停放电动自行车", title="楼道公约")
    reader = Reader(index([month, other, rules]))
    for question in (
        "12345.6",
        "12,345.60",
        "１２３４５．６０",
        "12345",
        "2026年1月",
        "2026-01",
        "2026/1/5",
        "1月5日",
        "办公用品",
        "账2026年1月",
        "支出12345.6元",
    ):
        assert reader.search(question) == {month.address}, question
    for question in ("345.60", "2026年11月5日", "2026-11"):
        assert reader.search(question) == {other.address}, question
    for question in ("ldgy", "LDGY", "gy", "道", "楼道", "电动自行车", "楼道 停放"):
        assert reader.search(question) == {rules.address}, question
    assert reader.search("居委会") == {month.address, other.address}
    for question in ("道楼", "楼道 支出", "45.60", "公约车", "x", "2027"):
        assert reader.search(question) == set(), question


def test_a_sound_with_two_readings_is_found_by_both() -> None:
    reader = Reader(index([page("a/", title="银行流水")]))
    assert reader.search("yhls") == reader.search("yxls") == {"a/"}
    assert reader.search("yhs") == set()


def test_words_across_cells_and_paragraphs_are_no_neighbours_but_across_emphasis_they_are() -> None:
    body = "<table><tr><td>社区</td><td>居委</td></tr></table><p>春和<a href='x'>街<b>道</b></a>办</p>"
    reader = Reader(index([Page("a/", "页", "", body)]))
    assert reader.search("社区居委") == set()
    assert reader.search("春和街道办") == {"a/"}


def test_markup_and_the_words_explained_at_the_end_are_not_searched() -> None:
    body = '<p class="lede" title="属性">正文 &lt;b&gt; &amp; 其他</p>\n<div class="screen-only" data-unsought><p>决算</p></div>'
    reader = Reader(index([Page("a/", "页", "", body)]))
    assert reader.search("正文") == reader.search("b") == {"a/"}
    assert reader.search("lede") == reader.search("属性") == reader.search("amp") == reader.search("决算") == set()


def test_what_stands_alike_on_many_pages_is_not_searched_wherever_it_stands() -> None:
    body = (
        "<p>一 data-unsought 字</p><div data-unsought><div>同类</div><p>的事</p></div><p class='source' data-unsought>怎样提<a href='x'>异议</a></p>"
        "<h2>对账</h2><nav class='pager' data-unsought><a href='x'>上一篇</a></nav><p>审核</p><ul data-unsought><li>目录"
    )
    reader = Reader(index([Page("a/", "页", "", body)]))
    for question in ("字", "unsought", "对账", "审核"):
        assert reader.search(question) == {"a/"}, question
    for question in ("同类", "的事", "异议", "提", "上一篇", "目录"):
        assert reader.search(question) == set(), question


def test_a_month_is_before_what_is_gathered_from_it_and_what_tells_it_again_however_new() -> None:
    new = datetime.date(2026, 11, 10)
    lines = "<p>2026年9月5日 凭证 09-012 支出 26,766.50</p>"
    month = Page("finance/a/2026/09/", "居委会账 2026年9月", "", lines, source="ledgers/finance/a/2026-09.yml", updated=datetime.date(2026, 10, 4))
    pages = [
        Page("calendar/", "日程", "", lines, source="ledgers/", updated=new),
        Page("disclosure/u08/", "U08 经费支出", "", lines, source="ledgers/disclosures/", updated=new),
        Page("finance/a/category/x/", "居委会账 办公费", "", lines, source="ledgers/finance/a/", updated=new),
        Page("meetings/2026-09-05-yishi/", "2026年9月5日 议事会", "", lines, source="ledgers/meetings/2026/2026-09-05-yishi.yml"),
        month,
    ]
    reader = Reader(index(pages))
    for question in (
        "2026年9月",
        "2026-09",
        "2026.09",
        "202609",
        "二〇二六年九月",
        "Sep 2026",
        "2026年9月 支出",
        "支出 2026-09",
        "09-012",
        "26766.50",
    ):
        assert reader.ranked(question)[0] == month.address, question
    assert reader.ranked("26,766.5")[1:] == ["meetings/2026-09-05-yishi/", "finance/a/category/x/", "calendar/", "disclosure/u08/"]
    assert reader.ranked("居委会账 2026年9月")[0] == month.address
    assert reader.ranked("2026年9月5日")[0] == "meetings/2026-09-05-yishi/"


@pytest.mark.parametrize("base, cells", [("", ("9月4日", "9月15日", "10月4日")), ("en/", ("4 September", "15 September", "4 October"))])
def test_a_full_date_finds_the_month_whose_rows_write_the_day_alone(base: str, cells: tuple[str, ...]) -> None:
    rows = "".join(f"<tr><td>{day}</td><td>09-00{n}</td></tr>" for n, day in enumerate(cells, 3))
    september = Page(f"{base}finance/a/2026/09/", "居委会账 2026年9月", "", f"<table>{rows}</table>", source="ledgers/finance/a/2026-09.yml")
    before = Page(f"{base}finance/a/2025/09/", "居委会账 2025年9月", "", f"<table>{rows}</table>", source="ledgers/finance/a/2025-09.yml")
    fund = Page(f"{base}finance/a/funds/x/", "经费", "", "<p>9月4日</p><p>2026年9月4日</p>", source="ledgers/finance/a/")
    pages = [september, before, fund]
    reader = Reader(index(pages, base))
    short = {p.address: p.address.removeprefix(base) for p in pages}
    for question in ("2026年9月4日", "2026-09-04", "2026.9.4", "2026/9/4", "20260904", "二〇二六年九月四日"):
        assert reader.ranked(question) == [short[september.address], short[fund.address]], question
        assert naive(pages, question) == {september.address, fund.address}, question
    assert reader.search("2026-09-15") == {short[september.address]}
    assert reader.search("9月4日") == set(short.values())
    assert reader.search("10月4日") == {short[september.address], short[before.address]}
    assert reader.search("2026年10月4日") == set()  # a row of another month may be of another year


def test_a_voucher_is_found_first_where_it_stands_and_then_where_a_register_cites_it() -> None:
    new = datetime.date(2026, 11, 10)
    gifts = [
        Page(f"finance/a/donations/j-{n}/", f"捐赠 {n}", "", "<p>09-012</p>", source="ledgers/finance/a/donations.yml", updated=new) for n in (1, 2)
    ]
    month = Page("finance/a/2026/09/", "居委会账 2026年9月", "", "<p>09-012</p>", source="ledgers/finance/a/2026-09.yml")
    reader = Reader(index([*gifts, month]))
    assert reader.ranked("09-012") == [month.address, *(p.address for p in gifts)]
    assert reader.ranked("捐赠 2") == [gifts[1].address]


def test_what_a_number_is_the_number_of_is_found_first_by_it() -> None:
    """The page of the contract, which has the number in its title, before months, meetings and registers that cite it, however new."""
    new = datetime.date(2026, 11, 10)
    pages = [
        Page("finance/a/2026/10/", "居委会账 2026年10月", "", "<p>HT-2026-01</p><p>ZC-014</p>", source="ledgers/finance/a/2026-10.yml", updated=new),
        Page("finance/a/contracts/", "居委会账 合同台账", "", "<p>HT-2026-01</p>", source="ledgers/finance/a/contracts.yml", updated=new),
        Page("finance/a/contracts/c-HT-2026-01/", "快递柜占地使用（HT-2026-01）", "", "<p>3,600.00</p>", source="ledgers/finance/a/contracts.yml"),
        Page("finance/a/assets/a-ZC-014/", "消毒柜（ZC-014）", "", "<p>1 台</p>", source="ledgers/finance/a/assets.yml"),
    ]
    reader = Reader(index(pages))
    assert reader.ranked("HT-2026-01") == ["finance/a/contracts/c-HT-2026-01/", "finance/a/2026/10/", "finance/a/contracts/"]
    assert reader.ranked("ZC-014") == ["finance/a/assets/a-ZC-014/", "finance/a/2026/10/"]


def test_a_voucher_is_found_with_and_without_a_blank_before_its_number() -> None:
    cells = "<table><tr><th>凭证</th></tr><tr><td>10-014</td></tr></table>"
    pages = [
        Page("finance/a/2026/10/", "居委会账 2026年10月", "", cells, source="ledgers/finance/a/2026-10.yml"),
        Page("meetings/2026-10-16-a/", "会议", "", "<p>见凭证10-014。</p>", source="ledgers/meetings/2026/2026-10-16-a.yml"),
    ]
    for question in ("凭证10-014", "凭证 10-014"):
        assert set(Reader(index(pages)).ranked(question)) == {p.address for p in pages}, question


def test_the_way_into_a_part_is_found_first_by_its_title_and_its_headings_only() -> None:
    toc = (Toc("怎样提异议、投诉和举报", "how"), Toc("民主评议", "appraisals"), Toc("公布情况", "published"))
    body = "<h2>怎样提异议、投诉和举报</h2><p>当面或者打电话</p><h2>民主评议 <small>共 2 件</small></h2><h2 data-unsought>公布情况</h2>"
    pages = [
        Page("supervision/", "监督", "", body, toc=toc, source="ledgers/objections/"),
        Page("supervision/objections/2026-03/", "异议 2026/03：财务", "", "<p>答复</p>", source="ledgers/objections/2026.yml"),
        Page("services/dibao/", "低保", "", "<p>投诉电话，民主评议，打电话</p>", source="ledgers/services/dibao.yml"),
    ]
    reader = Reader(index(pages))
    for question in ("异议", "投诉", "举报", "民主评议", "怎样提异议"):
        assert reader.ranked(question)[0] == "supervision/", question
    assert reader.ranked("打电话") == ["services/dibao/", "supervision/"]
    assert reader.search("布") == reader.search("公布情况") == set()


def test_the_same_pages_give_the_same_bytes_in_whatever_order_they_come() -> None:
    pages = [page(f"finance/a/2026/{n:02}/", f"第{n}笔", "办公用品", title=f"2026年{n}月") for n in range(1, 13)]
    once = index(pages)
    random.Random(7).shuffle(pages)
    assert index(pages) == once
    assert index(pages[1:]).name != once.name


def test_few_and_small_files_answer_a_question() -> None:
    """Three thousand pages: a question of four characters opens the table, two lists and one block of titles."""
    draw = random.Random(5)
    characters = [chr(0x4E00 + n) for n in range(1500)]
    pages = [page(f"p{n}/", *("".join(draw.choices(characters, k=20)) for _ in range(10)), title=f"第{n}页") for n in range(3000)]
    wanted = pages[1234].body[3:7]
    built = index(pages)
    reader = Reader(built)
    assert pages[1234].address in reader.search(wanted)
    assert len(reader.asked) <= 4
    assert sum(len(gzip.compress(built.files[name])) for name in reader.asked) < 40_000


def test_many_titles_that_are_not_alike_lie_in_blocks() -> None:
    draw = random.Random(6)
    pages = [page(f"p{n}/", title="".join(chr(draw.randint(0x4E00, 0x9FA0)) for _ in range(12))) for n in range(1500)]
    built = index(pages)
    reader = Reader(built)
    assert reader.table["block"] == BLOCK
    assert all(p.address in reader.search(p.title[3:8]) for p in pages[::100])


def test_pages_are_told_by_kind_book_and_year() -> None:
    home = Page("finance/", "财务公开", "", "")
    book = Page("finance/a/", "居委会账", "", "", (Crumb("财务公开", "finance/"),))
    months = [
        Page(f"finance/a/{year}/01/", f"{year}年1月", "", "", (Crumb("财务公开", "finance/"), Crumb("居委会账", "finance/a/")))
        for year in (2025, 2026)
    ]
    meeting = Page("meetings/2026-03-05-yishi/", "议事会", "", "")
    fund = Page("finance/a/funds/x/", "安全经费", "", "", (Crumb("财务公开", "finance/"), Crumb("资金", "finance/funds/")))
    alone = [Page("finance/funds/", "资金", "", ""), Page("finance/corrections/", "更正记录", "", ""), Page("finance/holdings/", "三资一览", "", "")]
    built = index([home, book, *months, fund, *alone, meeting, Page("guide/", "怎么看", "", "")])
    titles = json.loads(built.files["t0.json"])
    addresses = searching.unfronted(titles["address"])
    assert searching.unfronted(titles["title"])[addresses.index("finance/a/2026/01/")] == "2026年1月"
    assert titles["places"][searching.same(titles["place"])[addresses.index("finance/a/2026/01/")]] == "财务公开 › 居委会账"
    table = json.loads(built.files["pages.json"])
    assert table["kind"]["names"] == [["finance/", "财务公开"]]
    assert table["book"]["names"] == [["finance/a/", "居委会账"]]
    assert table["year"]["names"] == [["2026", "2026"], ["2025", "2025"]]
    told = dict(zip(addresses, zip(*(searching.same(table[f]["of"]) for f in ("kind", "book", "year")), strict=True), strict=True))
    assert told["finance/a/2025/01/"] == (1, 1, 2)
    assert {a for a, (_, book_, _) in told.items() if book_} == {book.address, fund.address, *(m.address for m in months)}
    assert table["day"]["names"] == [["2026-03-05", "2026-03-05"]]
    assert told["guide/"] == (0, 0, 0)


def test_the_hash_is_that_of_the_standard() -> None:
    assert hashed("123456789") == 0xCBF43926  # the check value of CRC-32
