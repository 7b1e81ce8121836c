"""The demonstration community holds what residents are owed, and its published figures prove themselves from the published lines."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
import sqlite3
import zipfile
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import vobject

from mingbai import pipeline
from tests.support.building import demonstration, findings
from tests.support.document import Document, shared

Row = dict[str, str]
CLOSINGS = {"committee": Decimal("109387.35"), "party": Decimal("48402.64"), "special": Decimal("181780.29")}
MONTHS = [f"2026-{n:02}" for n in range(1, 11)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return shared(site)


def table(site: Path, name: str) -> list[Row]:
    """A published table as text."""
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def yuan(cell: str) -> Decimal:
    """An amount; an empty cell is nothing."""
    return Decimal(cell or "0")


def of_book(rows: list[Row], book: str) -> list[Row]:
    return [row for row in rows if row["book"] == book]


# --- what is there ----------------------------------------------------------------------------------------------------


def test_three_books_and_at_least_six_funds(site: Path) -> None:
    funds = table(site, "community-funds")

    assert {row["book"] for row in funds} == set(CLOSINGS)
    assert len(funds) >= 6


def test_the_first_book_has_ten_months_of_fifteen_to_forty_lines(site: Path) -> None:
    vouchers = {(row["period"], row["id"]) for row in of_book(table(site, "finance-lines"), "committee")}
    lines = Counter(period for period, _ in vouchers)

    assert sorted(lines) == MONTHS
    assert {month: n for month, n in lines.items() if not 15 <= n <= 40} == {}


def test_money_is_moved_divided_and_taken_back(site: Path) -> None:
    rows = table(site, "finance-lines")
    kinds = Counter(row["kind"] for row in rows)

    assert kinds["转账"] >= 10
    assert kinds["冲正"] >= 1
    assert any(row["share"] not in ("", "1") for row in rows), "a line divided over funds"
    lines = {row["id"]: row for row in rows}
    for row in rows:
        if row["kind"] == "冲正":
            undone = lines[row["undoes"]]
            assert yuan(row["expense"]) + yuan(row["income"]) == -(yuan(undone["expense"]) + yuan(undone["income"]))
            assert row["reason"]


def test_a_closing_explains_an_outstanding_cheque(pages: dict[str, Document]) -> None:
    closings = [page for address, page in pages.items() if address.startswith("finance/committee/2026/") and "对账与审核" in page.text]

    assert len(closings) == 10
    assert any("未达账项" in page.text and "支票" in page.text and "调整后" in page.text for page in closings)


def test_fourteen_meetings_of_six_kinds_not_all_of_them_smooth(site: Path) -> None:
    meetings, decisions = table(site, "meetings"), table(site, "meetings-decisions")
    results = Counter(row["result"] for row in decisions)

    assert len(meetings) >= 14
    assert len({row["kind"] for row in meetings}) >= 6
    assert results["未通过"] >= 1
    assert results["未达法定人数"] >= 1
    short = [row for row in decisions if row["result"] == "未达法定人数"]
    assert all("未达法定人数，不能作出决定" in row["reckoning"] for row in short), short


def test_one_matter_goes_through_the_three_meetings(site: Path, pages: dict[str, Document]) -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in table(site, "meetings"):
        for matter in filter(None, row["matters"].split("、")):
            kinds[matter].add(row["kind"])
    whole = [matter for matter, held in kinds.items() if held >= {"民情征询会", "民主协商会", "监督评议会"}]

    assert whole
    for matter in whole:
        page = pages[f"meetings/matters/{matter}/"]
        assert sum("meetings/2026-" in link or "../2026-" in link for link in page.addresses()) >= 3


def test_four_pacts_of_different_kinds(site: Path) -> None:
    pacts = {row["pact"]: row["kind"] for row in table(site, "pacts")}

    assert len(pacts) >= 4
    assert len(set(pacts.values())) >= 4


def test_one_pact_was_revised_twice_and_is_being_revised_again(site: Path) -> None:
    states: dict[str, list[str]] = defaultdict(list)
    for row in table(site, "pacts"):
        states[row["pact"]].append(row["state"])

    assert states["wenming-yangquan"] == ["已被取代", "已被取代", "现行", "草案"]
    assert sum(found.count("现行") for found in states.values()) == len([found for found in states.values() if "现行" in found])


def test_two_objections_are_answered_and_one_is_overdue(site: Path) -> None:
    states = Counter(row["state"] for row in table(site, "objections") if row["sort"] == "异议")

    assert states["已答复"] + states["答复晚了"] == 2
    assert states["逾期未答复"] == 1


def test_guides_and_services_as_many_as_a_community_offers(site: Path) -> None:
    services = table(site, "services")
    sorts = Counter(row["class"] for row in services)

    assert sorts["行政"] == 26
    assert len({row["category"] for row in services if row["class"] == "行政"}) == 7
    assert sorts["便民"] + sorts["公益"] + sorts["志愿"] == 25


def test_six_whole_guides_in_different_categories(site: Path) -> None:
    services = table(site, "services")
    needed = ("name", "category", "audience", "agency", "basis", "condition", "promised", "unit", "place", "hours", "phone", "complaints", "checked")
    full = [row for row in services if all(row[column] for column in needed)]

    assert len(full) >= 6, {row["service"]: [c for c in needed if not row[c]] for row in services}
    assert len({row["category"] for row in full}) >= 4


# --- what the check says ----------------------------------------------------------------------------------------------


WARNINGS = [
    "ADM008",
    "ADM009",
    "ADM010",
    "AST011",
    "CMT010",
    "CON010",
    "CON020",
    "CON021",
    "DBT010",
    "DUE010",
    "DUE010",
    "DUE011",
    "DUE011",
    "FIN011",
    "FIN012",
    "GDS013",
    "MTG026",
    "OBJ002",
    "OBJ003",
]


def test_no_errors_and_exactly_these_warnings(site: Path) -> None:
    said = findings(site)

    assert (said["errors"], said["warnings"], said["advice"]) == (0, len(WARNINGS), 0)
    assert sorted(f["code"] for f in said["findings"]) == WARNINGS
    assert said["as_of"] == "2026-11-10"


def test_warnings_stand_beside_what_they_concern_and_are_counted_at_home(site: Path, pages: dict[str, Document]) -> None:
    for finding in findings(site)["findings"]:
        said = re.sub(r"(\d{4})-0?(\d+)-0?(\d+)", r"\1年\2月\3日", finding["message"])  # the page says days in words
        assert said.rstrip("。") in pages["warnings/"].text, finding["code"]
    assert "FIN011" in pages["warnings/"].text or "支出科目不在资金的可用范围" in pages["finance/committee/2026/04/"].text
    assert "缺少应有的票据" in pages["finance/committee/2026/06/"].text
    assert "逾期" in pages["meetings/2026-02-27-sifang/"].text
    assert "逾期 1229 天" in pages["finance/committee/debts/"].text
    assert "过期 6 盒" in pages["finance/committee/goods/"].text
    assert str(len(WARNINGS)) in pages[""].text
    assert "提醒" in pages[""].text


# --- the figures ------------------------------------------------------------------------------------------------------


def test_closing_balances(site: Path) -> None:
    last = {row["book"]: yuan(row["closing"]) for row in table(site, "finance-periods") if row["period"] == "2026-10"}

    assert last == CLOSINGS


def test_the_three_assets_are_told_book_by_book_as_their_registers_have_them(site: Path, pages: dict[str, Document]) -> None:
    """Money, net value, area, claims and debts of each book; no figure of two books together stands on the page."""
    text = pages["finance/holdings/"].text
    for book, money in CLOSINGS.items():
        assets = of_book(table(site, "finance-assets"), book)
        debts = of_book(table(site, "finance-debts"), book)
        assert f"{money:,} 元" in text
        if assets:
            assert f"{sum(yuan(r['net']) for r in assets if not r['gone']):,} 元" in text
        for natures in (("应收", "借出"), ("应付", "借入")):
            if debts:
                assert f"{sum(yuan(r['left']) for r in debts if r['nature'] in natures):,} 元" in text
        for register, rows in (("assets", assets), ("debts", debts), ("resources", of_book(table(site, "finance-resources"), book))):
            assert any(link.endswith(f"{book}/{register}/") for link in pages["finance/holdings/"].addresses()) is bool(rows)
    assert sum(Decimal(r["area"]) for r in table(site, "finance-resources")) == Decimal("4.86")
    assert "4.86 亩" in text
    assert f"{sum(CLOSINGS.values()):,}" not in text


def test_donations_and_their_fund_hold_the_same(site: Path) -> None:
    """Every gift is followed to its use: what is left of all of them is what the fund of donations holds."""
    left = sum((yuan(row["left"]) for row in table(site, "finance-donations") if row["left"]), yuan("0.00"))
    fund = [row for row in of_book(table(site, "finance-balances"), "committee") if row["id"] == "donation"]

    assert left == yuan(fund[-1]["closing"]) == yuan("1968.00")


def test_goods_add_up(site: Path) -> None:
    rows = table(site, "finance-goods")

    assert len(rows) == 5
    assert all(int(r["received"]) - int(r["given"]) - int(r["lost"]) == int(r["left"]) for r in rows)
    last = {r["id"]: r["stock"] for r in table(site, "finance-goods-movements")}
    assert {r["id"]: r["left"] for r in rows} == last


def test_every_period_adds_up_and_follows_the_one_before(site: Path) -> None:
    for book in CLOSINGS:
        rows = of_book(table(site, "finance-periods"), book)
        assert [row["period"] for row in rows] == MONTHS
        for row in rows:
            assert yuan(row["opening"]) + yuan(row["income"]) - yuan(row["expense"]) == yuan(row["closing"]), row
        for before, after in itertools.pairwise(rows):
            assert before["closing"] == after["opening"], (before, after)


def test_funds_and_accounts_each_add_up_to_the_book(site: Path) -> None:
    balances = table(site, "finance-balances")
    for period in table(site, "finance-periods"):
        for by in ("fund", "account"):
            rows = [r for r in balances if (r["book"], r["period"], r["by"]) == (period["book"], period["period"], by)]
            assert rows
            for column in ("opening", "income", "expense", "closing"):
                assert sum(yuan(r[column]) for r in rows) == yuan(period[column]), (period, by, column)
            assert sum(yuan(r["moved"]) for r in rows) == 0
            for r in rows:
                assert yuan(r["opening"]) + yuan(r["income"]) - yuan(r["expense"]) + yuan(r["moved"]) == yuan(r["closing"]), r


def test_balances_follow_each_other_month_by_month(site: Path) -> None:
    closing: dict[tuple[str, str, str], str] = {}
    for row in table(site, "finance-balances"):
        key = (row["book"], row["by"], row["id"])
        if key in closing:
            assert closing[key] == row["opening"], row
        closing[key] = row["closing"]


@pytest.mark.parametrize("book", CLOSINGS)
def test_the_lines_alone_lead_to_the_same_figures(site: Path, book: str) -> None:
    """A reader with a spreadsheet: the months, funds and accounts of the book recomputed from finance-lines.csv."""
    income: dict[str, Decimal] = defaultdict(Decimal)
    expense: dict[str, Decimal] = defaultdict(Decimal)
    flows: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in of_book(table(site, "finance-lines"), book):
        assert [bool(row[column]) for column in ("income", "expense", "moved")].count(True) == 1, row
        income[row["period"]] += yuan(row["income"])
        expense[row["period"]] += yuan(row["expense"])
        for by in ("account", "fund"):
            assert row["moved"] or (row[by] and not row[f"to_{by}"]), row
            assert bool(row[by]) == bool(row[f"to_{by}"]) or not row["moved"], row
            flows[by, row[by]] += yuan(row["income"]) - yuan(row["expense"]) - yuan(row["moved"])
            flows[by, row[f"to_{by}"]] += yuan(row["moved"])

    periods = of_book(table(site, "finance-periods"), book)
    for row in periods:
        assert (income[row["period"]], expense[row["period"]]) == (yuan(row["income"]), yuan(row["expense"])), row
    assert yuan(periods[0]["opening"]) + sum(income.values()) - sum(expense.values()) == CLOSINGS[book]
    opening = {(r["by"], r["id"]): yuan(r["opening"]) for r in reversed(of_book(table(site, "finance-balances"), book))}
    closing = {(r["by"], r["id"]): yuan(r["closing"]) for r in of_book(table(site, "finance-balances"), book)}
    assert {key: opening[key] + flow for key, flow in flows.items() if key[1]} == {key: closing[key] for key in flows if key[1]}
    assert {key: flow for key, flow in flows.items() if not key[1] and flow} == {}


def test_the_page_of_a_month_says_what_the_table_says(site: Path, pages: dict[str, Document]) -> None:
    for row in table(site, "finance-periods"):
        page = pages[f"finance/{row['book']}/{row['period'].replace('-', '/')}/"]
        for column in ("opening", "income", "expense", "closing"):
            assert f"{yuan(row[column]):,.2f}" in page.text, (row, column)


def test_every_line_and_every_amount_stands_on_its_page(site: Path, pages: dict[str, Document]) -> None:
    for row in table(site, "finance-lines"):
        page = pages[f"finance/{row['book']}/{row['period'].replace('-', '/')}/"]
        assert f"v-{row['voucher']}" in page.ids, row
        assert row["summary"] in page.text, row
        amount = abs(yuan(row["income"] or row["expense"] or row["moved"]))
        assert f"{amount:,.2f}" in page.text, row


def test_a_line_leads_to_its_category_fund_and_account_and_back(site: Path, pages: dict[str, Document]) -> None:
    at = "finance/committee/2026/09/"
    lines = (site / at / "index.html").read_text("utf-8").partition('id="lines"')[2].partition('id="proof"')[0]
    led = set(re.findall(r"finance/committee/(?:category|funds|accounts)/[a-z0-9-]+/", lines))
    assert {a.split("/")[2] for a in led} == {"category", "funds", "accounts"}
    for row in table(site, "finance-lines"):
        if (row["book"], row["period"]) == ("committee", "2026-09"):
            assert f'funds/{row["fund"]}/">' in lines or not row["fund"], row
            assert f'accounts/{row["account"]}/">' in lines, row
    for address in led:
        assert any(f"{at.removeprefix('finance/committee/')}#v-09-" in link for link in pages[address].addresses()), address


# --- the thread from money to decision ---------------------------------------------------------------------------------


def test_every_decision_a_payment_cites_is_an_anchor_on_a_meeting_page(site: Path, pages: dict[str, Document]) -> None:
    cited = {row["decision"] for row in table(site, "finance-lines") + table(site, "finance-plans") if row["decision"]}

    assert len(cited) >= 10
    for decision in cited:
        meeting, _, number = decision.partition("/")
        assert f"d-{number}" in pages[f"meetings/{meeting}/"].ids, decision


def test_the_decision_shows_what_was_paid_for_it(site: Path, pages: dict[str, Document]) -> None:
    for row in table(site, "finance-lines"):
        if row["decision"]:
            meeting = pages[f"meetings/{row['decision'].partition('/')[0]}/"]
            line = f"finance/{row['book']}/{row['period'].replace('-', '/')}/#v-{row['voucher']}"
            assert any(link.endswith(line) for link in meeting.addresses()), row


# --- what every page says ---------------------------------------------------------------------------------------------


def test_every_page_says_it_is_invented_and_of_which_day_it_is(pages: dict[str, Document]) -> None:
    chinese = {a: page for a, page in pages.items() if not a.startswith("en/")}
    english = {a: page for a, page in pages.items() if a.startswith("en/")}
    assert [a for a, page in chinese.items() if page.text.count("虚构") < 2] == []
    assert [a for a, page in english.items() if page.text.count("Fictitious demonstration") < 2] == []
    assert [a for a, page in chinese.items() if "2026年11月10日" not in page.text] == []
    assert [a for a, page in english.items() if "10 November 2026" not in page.text] == []
    assert [a for a, page in pages.items() if "草稿" in page.text and a not in ("guide/", "policy/")] == []


def test_no_page_names_the_day_it_was_built(pages: dict[str, Document], site: Path) -> None:
    assert [a for a, page in pages.items() if "2026-11-10T" in page.text or "generated" in page.text.lower()] == []
    assert not (site / "sitemap.xml.gz").exists()


def test_a_month_is_light_enough_for_a_slow_network(site: Path) -> None:
    """All a browser fetches for it the first time, compressed, stays below 40 KB."""
    months = sorted(site.glob("finance/*/2026/*/index.html"))
    assert months
    for page in months:
        text = page.read_text(encoding="utf-8")
        fetched = {
            (page.parent / name).resolve()
            for name in re.findall(r'<(?:link|script|img)[^>]*? (?:href|src)="([^"]+\.(?:css|js|svg|png|woff2))"', text)
        }
        assert len(fetched) >= 3
        assert sum(len(gzip.compress(file.read_bytes())) for file in (page, *fetched)) < 40_000, page


def test_json_says_what_csv_says(site: Path) -> None:
    names = sorted(path.stem for path in (site / "data").glob("*.csv"))
    assert len(names) >= 12
    for name in names:
        said: Any = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        rows = [{k: "" if v is None else str(v) for k, v in row.items()} for row in said["rows"]]
        assert rows == table(site, name), name
        assert [column["name"] for column in said["columns"]] == list(table(site, name)[0]), name


def test_the_calendar_holds_the_meetings_that_are_called_and_every_duty_that_is_open(site: Path) -> None:
    events = vobject.readOne((site / "calendar.ics").read_bytes().decode("utf-8")).vevent_list
    assert {str(e.dtstart.value)[:10] for e in events if e.categories.value == ["会议"]} == {"2026-11-20", "2026-12-18"}
    open_duties = sorted(row["due"] for row in table(site, "disclosures-timeliness") if row["state"] == "未到期")
    assert sorted(str(e.dtstart.value) for e in events if e.categories.value == ["公开"]) == open_duties
    assert len({e.uid.value for e in events}) == len(events)


def test_the_feed_holds_every_new_publication_and_every_correction(site: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ElementTree.parse(site / "feed.xml").getroot().findall(f"{atom}entry")  # noqa: S314  written here
    told = [(e.find(f"{atom}category").get("term"), e.findtext(f"{atom}updated")[:10]) for e in entries]  # type: ignore[union-attr,index]
    assert [day for _, day in told] == sorted((day for _, day in told), reverse=True)
    last = told[-1][1]
    published = [row["published"] for row in table(site, "disclosures") if row["published"] > last and not row["corrects"]]
    assert Counter(published) <= Counter(day for sort, day in told if sort == "公布")
    assert ("更正", "2026-10-31") in told


def test_what_higher_levels_add_up_is_counted(site: Path) -> None:
    counted = {row["measure"]: int(row["count"]) for row in table(site, "disclosures-statistics")}
    states = Counter(row["state"] for row in table(site, "disclosures-timeliness"))
    assert {word: counted[word] for word in states} == states
    assert counted["公开次数"] == len(table(site, "disclosures"))
    assert counted["异议和诉求件数"] == len(table(site, "objections"))
    rated = [row for row in table(site, "appraisals") if row["year"] == max(r["year"] for r in table(site, "appraisals"))]
    assert sum(n for word, n in counted.items() if word.startswith("最近一次评议")) == len(rated)
    assert counted["在任监督委员会成员"] == counted["监督委员会成员：代表会议推选"] == 3
    assert counted["更正次数"] == 2


def described(site: Path) -> list[dict[str, Any]]:
    """What every table of the site says of itself."""
    return [json.loads(p.read_text("utf-8")) for p in sorted((site / "data").glob("*.json")) if p.name != "datapackage.json"]


def test_the_data_page_explains_every_table_and_column(site: Path, pages: dict[str, Document]) -> None:
    for path in (site / "data").glob("*.json"):
        said = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "datapackage.json":
            assert {r["title"] for r in said["resources"]} == {t["title"]["zh"] for t in described(site)}
            continue
        address = f"data/{path.stem}/"
        assert said["title"]["zh"] in pages["data/"].text, path.name
        assert any(link.endswith(address) for link in pages["data/"].addresses()), path.name
        for column in said["columns"]:
            assert column["name"] in pages[address].text, (path.name, column)
            assert column["label"]["zh"] in pages[address].text, (path.name, column)


def test_everything_can_be_downloaded_at_once(site: Path, pages: dict[str, Document]) -> None:
    """The archive holds what the tables beside it hold and no more; the page says how large each file is."""
    with zipfile.ZipFile(site / "data/all.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    beside = {p.name: p.read_bytes() for p in (site / "data").glob("*.csv")} | {"datapackage.json": (site / "data/datapackage.json").read_bytes()}
    assert held.keys() - beside.keys() == {"columns.csv"}
    assert {name: held[name] for name in beside} == beside
    with sqlite3.connect(site / "data/all.sqlite") as base:
        assert base.execute("SELECT count(*) FROM finance_lines").fetchone() == (len(table(site, "finance-lines")),)
    for address in ("data/", "en/data/"):
        text = (site / address / "index.html").read_text("utf-8")
        assert "<!--size" not in text
        for name in ("all.zip", "all.sqlite", "finance-lines.csv"):
            assert re.search(rf'/data/{re.escape(name)}" download>[^<]+</a> <span>[0-9.]+ [KM]B', text), (address, name)
    assert "压缩包解开以后" in pages["data/"].text


def test_no_note_of_the_office_is_published(site: Path) -> None:
    """春节期间停餐九天 is a 备注 of a line of March: for the office only."""
    assert [path for path in site.rglob("*") if path.is_file() and "停餐九天".encode() in path.read_bytes()] == []


@pytest.mark.parametrize(
    "page,day",
    [
        ("finance/committee/2026/09/", "2026-11-04"),  # the spending it planned was looked over with October
        ("finance/committee/2026/04/", "2026-07-13"),  # published with the quarter, after a reversal in May
        ("meetings/2026-05-22-daibiao/", "2026-10-20"),  # the last payment that relies on its decision
        ("admission/2026-wenming/", "2026-09-30"),  # the day the promised money should have come
        ("docs/2026-chewei/", "2026-06-01"),
    ],
)
def test_a_page_is_as_new_as_the_newest_that_happened_to_what_it_shows(site: Path, page: str, day: str) -> None:
    for base in ("", "en/"):
        assert f'<time datetime="{day}">' in (site / base / page / "index.html").read_text("utf-8").partition("md-updated")[2]


def test_no_page_is_newer_than_the_site(site: Path) -> None:
    told = re.findall(r"<lastmod>([\d-]+)</lastmod>", (site / "sitemap.xml").read_text("utf-8"))
    assert told
    assert max(told) == "2026-11-10"


@pytest.mark.parametrize("item", ["u01", "u02", "u03"])
def test_what_the_about_page_tells_is_what_the_first_items_publish(pages: dict[str, Document], item: str) -> None:
    page = pages[f"disclosure/{item}/"]
    assert "台账里现在没有这样的内容" not in page.text
    assert any("about/" in link for link in page.addresses())


def test_an_officer_whose_term_is_over_stands_last_and_is_marked(pages: dict[str, Document]) -> None:
    told = pages["about/"].text
    assert told.index("何样例") < told.index("刘示例")
    assert "至 2026年6月30日 任期已满" in re.sub(r"\s+", " ", told)
    assert "分工" not in {e.get("data-label") for e in pages["about/"].all("td")}  # nobody's is registered


def test_only_words_that_a_page_says_are_explained_below_it(site: Path) -> None:
    known = {e.word: (e.word, *e.also) for e in pipeline.glossary().entries}
    explained = 0
    for path in site.rglob("index.html"):
        said, _, words = path.read_text("utf-8").partition("这一页里的说法")
        for word in re.findall(r"<dt>([^<]+)</dt>", words.partition("</dl>")[0]):
            explained += 1
            assert any(name in said.partition("<article")[2] for name in known[word]), (path, word)
    assert explained > 300


def test_in_english_what_is_named_by_its_matter_is_not_called_an_article(site: Path) -> None:
    """“Customs of accounting: asset”, not “art. Asset”."""
    assert [path for path in (site / "en").rglob("index.html") if re.search(r", art\. [A-Za-z]", path.read_text("utf-8"))] == []
