"""三资一览, ages of claims and debts, arrears of contracts, budget against actual: worked out anew from the published tables, both demonstrations.

Nothing of ours is imported but the sites: a reader with the CSV files could do the same, and must find what the pages say.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections import defaultdict
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from tests.support.building import AS_OF, demonstration, second_demonstration

Row = dict[str, str]
OWED_TO_US = ("应收", "借出")


@pytest.fixture(scope="module", params=["chunhe", "hexi"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of the two built demonstrations."""
    return (demonstration if request.param == "chunhe" else second_demonstration)(tmp_path_factory)


def table(site: Path, name: str) -> list[Row]:
    """The rows of a published table, none where it is not published."""
    path = site / "data" / f"{name}.csv"
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines())) if path.exists() else []


def shown(site: Path, address: str, caption: str) -> list[list[str]]:
    """The cells of the body rows of the table with this caption, as one reads them."""
    page = (site / address / "index.html").read_text("utf-8")
    found = re.search(rf"<caption[^>]*>{re.escape(caption)}</caption>.*?<tbody>(.*?)</tbody>", page, re.DOTALL)
    assert found, (address, caption)
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", found[1], re.DOTALL)
    return [
        [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", c))).strip() for c in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", r, re.DOTALL)]
        for r in rows
    ]


def yuan(text: str) -> Decimal:
    """`1,234.50`, `1,234.50 元`, empty."""
    return Decimal(text.replace(",", "").replace("−", "-").removesuffix("元").strip() or "0")


def books(site: Path) -> list[str]:
    return sorted({row["book"] for row in table(site, "finance-periods")})


def test_the_three_assets_of_every_book(site: Path) -> None:
    page = (site / "finance/holdings/index.html").read_text("utf-8")
    captions = re.findall(r"<caption[^>]*>([^<]+)</caption>", page)
    assert len(captions) == len(books(site))
    told = {
        frozenset(re.findall(r'href="[./]*finance/(\w+)/', part)): caption for caption, part in zip(captions, page.split("<caption")[1:], strict=True)
    }
    for found, caption in told.items():
        (book,) = found
        rows = {name: (much, note) for name, much, note in shown(site, "finance/holdings/", caption)}
        periods = [r for r in table(site, "finance-periods") if r["book"] == book]
        lines = [r for r in table(site, "finance-lines") if r["book"] == book]
        money = yuan(periods[0]["opening"]) + sum(yuan(r["income"]) - yuan(r["expense"]) for r in lines)
        assert yuan(rows["资金"][0]) == money == yuan(periods[-1]["closing"])
        last = [r for r in table(site, "finance-balances") if (r["book"], r["by"], r["period"]) == (book, "account", periods[-1]["period"])]
        assert sum(map(yuan, re.findall(r"[\d,]+\.\d\d", rows["资金"][1]))) == sum(yuan(r["closing"]) for r in last) == money

        assets = [r for r in table(site, "finance-assets") if r["book"] == book and not r["gone"]]
        if assets:
            assert yuan(rows["资产（净值）"][0]) == sum(yuan(r["gross"]) - yuan(r["accumulated"]) for r in assets)
            assert rows["资产（净值）"][1].startswith(f"{len(assets)} 项，原值 {sum(yuan(r['gross']) for r in assets):,.2f} 元")
        else:
            assert rows["资产（净值）"][0] == "没有登记"
        areas = [Decimal(r["area"]) for r in table(site, "finance-resources") if r["book"] == book]
        assert rows["资源"][0] == "没有登记" if not areas else Decimal(rows["资源"][0].removesuffix(" 亩")) == sum(areas)

        left = open_debts(site, book)
        if any(r["book"] == book for r in table(site, "finance-debts")):
            for row, ours in (("债权（别人欠的）", True), ("债务（欠别人的）", False)):
                some = [fen for nature, fen, _ in left if (nature in OWED_TO_US) is ours]
                assert (yuan(rows[row][0]), rows[row][1]) == (sum(some), f"{len(some)} 笔"), (book, row)


def open_debts(site: Path, book: str) -> list[tuple[str, Decimal, datetime.date]]:
    """Nature, what is left, the day it arose, of every claim and debt that is not settled; what was settled before the book began has no line."""
    by_line: dict[str, Decimal] = defaultdict(Decimal)
    for row in table(site, "finance-debt-lines"):
        by_line[row["id"]] += yuan(row["principal"])
    found = []
    for r in table(site, "finance-debts"):
        if r["book"] == book:
            left = yuan(r["amount"]) - yuan(r["settled"]) - yuan(r["written_off"])
            assert left == yuan(r["left"])
            assert by_line[r["id"]] <= yuan(r["settled"])
            if left:
                found.append((r["nature"], left, datetime.date.fromisoformat(r["arose"])))
    return found


def test_ages_of_claims_and_debts(site: Path) -> None:
    checked = 0
    for book in sorted({r["book"] for r in table(site, "finance-debts")}):
        aged: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal()] * 4)
        for nature, left, arose in open_debts(site, book):
            years = next((n for n in range(3) if arose.replace(year=arose.year + n + 1) >= AS_OF), 3)
            aged[nature][years] += left
        page = f"finance/{book}/debts/"
        if not aged:
            assert 'id="ages"' not in (site / page / "index.html").read_text("utf-8")
            continue
        rows = {row[0]: list(map(yuan, row[1:])) for row in shown(site, page, "按账龄")}
        assert rows == {nature: [*bands, sum(bands)] for nature, bands in aged.items()}
        checked += len(aged)
    assert checked


def test_arrears_of_contracts(site: Path) -> None:
    plans: dict[str, list[Row]] = defaultdict(list)
    for row in table(site, "finance-contract-plans"):
        plans[row["id"]].append(row)
    late = 0
    for contract in table(site, "finance-contracts"):
        if not plans[contract["id"]]:
            continue
        due = [p for p in plans[contract["id"]] if datetime.date.fromisoformat(p["due"]) <= AS_OF]
        behind = [p for p in due if datetime.date.fromisoformat(p["due"]) < AS_OF and yuan(p["paid"]) < yuan(p["amount"])]
        assert yuan(contract["due"]) == sum(yuan(p["amount"]) for p in due), contract["id"]
        assert yuan(contract["paid"]) >= sum(yuan(p["paid"]) for p in plans[contract["id"]])
        assert yuan(contract["overdue"]) == sum(yuan(p["amount"]) - yuan(p["paid"]) for p in behind), contract["id"]
        assert contract["overdue_since"] == (behind[0]["due"] if behind else "")
        page, caption = f"finance/{contract['book']}/contracts/", "收款的合同" if contract["direction"] == "收" else "付款的合同"
        (cells,) = [row for row in shown(site, page, caption) if contract["id"].split("/")[1] in row[0]]
        assert list(map(yuan, cells[4:7])) == [yuan(contract[k]) for k in ("due", "paid", "owed")]
        if behind:
            days = (AS_OF - datetime.date.fromisoformat(behind[0]["due"])).days
            assert f"逾期 {days} 天" in cells[7], contract["id"]
            late += 1
    assert late


def test_budget_against_actual(site: Path) -> None:
    """An item with a fund takes what was spent of that fund under its category, one without takes the category's other funds."""
    items = table(site, "finance-budget")
    if not items:
        pytest.skip("this demonstration keeps no budget")
    spent: dict[tuple[str, str, str, str, str], list[Decimal]] = defaultdict(lambda: [Decimal(), Decimal()])
    for line in table(site, "finance-lines"):
        for side, column in (("收入", "income"), ("支出", "expense")):
            if line[column]:
                cell = spent[line["book"], line["date"][:4], side, line["category"], line["fund"]]
                cell[0] += yuan(line[column])
                cell[1] += yuan(line[column]) if line["date"][5:7] <= "06" else 0
    changes: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for change in table(site, "finance-budget-changes"):
        changes[change["book"], change["year"], change["number"]] += yuan(change["amount"])
    named = {(i["book"], i["year"], i["direction"], i["category"], i["fund"]) for i in items if i["fund"]}
    for i in items:
        key = (i["book"], i["year"], i["direction"], i["category"])
        mine = [cell for at, cell in spent.items() if at[:4] == key and (at[4] == i["fund"] if i["fund"] else at not in named)]
        assert yuan(i["outturn"]) == sum(c[0] for c in mine), i
        assert yuan(i["half_year"]) == sum(c[1] for c in mine) or not i["number"], i  # what is outside the budget has no half-year
        assert yuan(i["changed"]) == changes[i["book"], i["year"], i["number"]]
        assert yuan(i["revised"]) == yuan(i["voted"]) + yuan(i["changed"])
    for book, year in sorted({(i["book"], i["year"]) for i in items}):
        name = re.search(r"<h1>(\S+)", (site / f"finance/{book}/budget/{year}/index.html").read_text("utf-8"))
        assert name
        for side in sorted({i["direction"] for i in items if (i["book"], i["year"]) == (book, year)}):
            voted = [i for i in items if (i["book"], i["year"], i["direction"]) == (book, year, side) and i["number"]]
            *rows, total = shown(site, f"finance/{book}/budget/{year}/", f"{name[1]}{year}年{side}预算")
            assert [yuan(r[5]) for r in rows] == [yuan(i["outturn"]) for i in voted]
            assert yuan(total[5]) == sum(yuan(i["outturn"]) for i in voted)
            assert yuan(total[3]) == sum(yuan(i["revised"]) for i in voted)
