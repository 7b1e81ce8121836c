"""The pack says what the researched catalogue says, row by row: titles, rhythms, days, signatures, evidence, clauses.

Cells of that table are prose; each that occurs is read below, and one that is not fails. Where the pack differs, DECISIONS.md says why.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest

from mingbai import pipeline
from mingbai.packs import CatalogueFile
from tests.support.building import REPOSITORY, SHARED
from tests.support.sweep import each

TABLE = SHARED / "data/catalogue.csv"
ITEMS = {item.id: item for file in pipeline.pack("cn-2026") if isinstance(file, CatalogueFile) for item in file.items}


@cache
def rows() -> dict[str, dict[str, str]]:
    if not TABLE.is_file():
        pytest.skip("shared/data/catalogue.csv is not here")
    with TABLE.open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
        last = next(n for n, row in enumerate(table) if row["id"] == "V20") + 1
        return {row["id"]: row for row in (*table[:last], *ALIKE, *table[last:])} | SPECIAL


ALIKE = (
    {
        "id": "V21",
        "title_zh": "选举公告、选民名单、结果、委托投票名单",
        "ledger": "election",
        "cadence": "E",
        "period_days": "20公示",
        "signoff": "选举委员会",
        "basis": "VL 17-19",
    },
)
"""The table of villages says only where they differ from cities (domain §2.2); what binds both by acts of their own has its own number."""
SPECIAL = {
    id: {"id": id, "title_zh": title, "ledger": ledger, "cadence": "E10", "period_days": "15", "signoff": "SF", "basis": "CL 45; F13 special"}
    for id, title, ledger in (
        ("C9-01", "土地征占补偿及分配", "payments, notices"),
        ("C9-02", "资产资源发包、租赁、出让、投资及收益(亏损)", "contracts, assets, payments"),
        ("C9-03", "工程招投标及预决算", "projects, contracts"),
        ("C9-04", "一事一议筹资筹劳及使用", "projects, levies"),
    )
}
"""专项公开 stands below the table in the text (domain §2.3), for every item alike: as it happens within ten days, fifteen days, SF."""


IDS = each("id", ITEMS)
DIFFERENT = {
    "U11": "levies hold what is raised",
    "U15": "no register of bookings",
    "U28": "totals by notices",
    "U29": "that there is one a year is APR's",
    "V18": "by notices",
    "C2-09": "in the register of donations",
    "C4-01": "in the accounts",
    "C4-02": "in the register of goods",
    "C4-05": "in the accounts: there is no register of investments",
    "C4-06": "in the accounts, likewise",
}
"""Where the pack says otherwise, in short; DECISIONS.md in full."""


def test_both_have_the_same_items_in_the_same_order() -> None:
    assert list(rows()) == list(ITEMS)


def test_every_difference_is_decided() -> None:
    text = (REPOSITORY / "DECISIONS.md").read_text("utf-8")
    (said,) = re.findall(r"\*\*[^*]*Where the catalogue of the pack differs.*?(?=\n\*\*|\Z)", text, re.DOTALL)
    assert [id for id in DIFFERENT if id not in said] == []


@IDS
def test_its_name_says_what_the_title_says(id: str) -> None:
    """Every character of the title stands in the name, or among what is published."""
    item = ITEMS[id]
    assert set(re.findall("[\u4e00-\u9fff]", rows()[id]["title_zh"])) <= set(item.name + "".join(item.elements)), (item.name, rows()[id]["title_zh"])


Deadline = tuple[str, int | None, bool, bool | None]
"""Rhythm; days, None where the cell says none; whether working days; whether only where much is paid (None: everywhere)."""
STANDING, CHANGE = ("长期", 20, True, None), ("发生后", 20, True, None)
EVENT = ("发生后", None, False, None)
YEAR, HALF, QUARTER = ("每年", None, False, None), ("每半年", 15, False, None), ("每季度", 15, False, None)
MANY: set[Deadline] = {("每季度", 15, False, False), ("每月", 15, False, True)}


def event(days: int) -> tuple[str, int, bool, None]:
    return "发生后", days, False, None


RHYTHMS: dict[str, set[Deadline]] = {
    "W20/C": {STANDING, CHANGE},
    "W20": {STANDING, CHANGE},
    "C": {STANDING},
    "E": {EVENT},
    "E; 初审 7公示": {EVENT},
    "stage (立项/实施/验收)": {EVENT},
    "stages": {EVENT},
    "on demand": {EVENT},
    "E5": {event(5)},
    "E10": {event(10)},
    "E10 + until closed": {event(10)},
    "Q": {QUARTER},
    "Q (totals)": {QUARTER},
    "as village": {QUARTER},
    "Q by 20th (L3)": {("每季度", 20, False, None)},
    "Q + E10": {QUARTER, event(10)},
    "E10 + Q": {QUARTER, event(10)},
    "E10+Q": {QUARTER, event(10)},
    "Q; E": {QUARTER, EVENT},
    "Q (M if busy)": MANY,
    "Q/M": MANY,
    "Q; **M where many**; SD always M": MANY,
    "H": {HALF},
    "H + E10": {HALF, event(10)},
    "A": {YEAR},
    "A (+H)": {YEAR, HALF},
    "A + E10": {YEAR, event(10)},
    "A+E": {YEAR, EVENT},
    "A, at once": {YEAR, EVENT},
    "E + C": {EVENT, STANDING},
    "E+C": {EVENT, STANDING},
}
"""By cell of the table."""


@IDS
def test_its_deadlines_are_those_of_the_cadence(id: str) -> None:
    item, cell = ITEMS[id], rows()[id]["cadence"]
    wanted = RHYTHMS[cell] - ({YEAR} if id == "U29" else set())
    free = {rhythm for rhythm, days, _, _ in wanted if days is None}
    assert {(d.rhythm.zh, None if d.rhythm.zh in free else d.within, d.working, d.busy) for d in item.duties} == wanted
    assert all(d.within <= (90 if d.rhythm.months else 10) for d in item.duties if d.rhythm.zh in free)
    assert (item.closed is not None) is ("until closed" in cell)


def test_an_audit_is_told_at_once_and_debts_are_not() -> None:
    """V11: debts by the quarter, audits as they happen."""
    assert [(d.rhythm.zh, d.ledgers) for d in ITEMS["V11"].duties] == [("每季度", ()), ("发生后", ("docs",))]


DAYS: dict[str, tuple[int | None, int | None]] = {
    "C": (None, None),
    "15": (15, None),
    "15 + C": (None, None),
    "15+C": (None, None),
    "15 restarts": (15, None),
    "20公示": (15, 20),
    "7公示, then list per local rule": (15, 7),
    "15; 7公示": (15, 7),
}
"""By cell: days on the board (None: for good), days of prior notice; never under the fifteen of the law."""


@IDS
def test_it_hangs_as_long_as_the_period_says(id: str) -> None:
    assert (ITEMS[id].days, ITEMS[id].notice) == DAYS[rows()[id]["period_days"]]


SIGNED = {
    "SM+S1": ("SM", "S1"),
    "SF+SM": ("SF", "SM"),
    "S1+SM": ("S1", "SM"),
    "SM + ST备案": ("SM", "ST"),
    "SM+备案": ("SM", "ST"),
    "SM by 监督委": ("SJ",),
    "选举委员会": ("SE",),
    "组长+监督委": ("SG",),
}


@IDS
def test_it_is_signed_as_the_sign_off_says(id: str) -> None:
    cell = rows()[id]["signoff"]
    assert (ITEMS[id].alike is True) is (cell == "same as original")
    if cell != "same as original":
        assert ITEMS[id].signoffs == SIGNED.get(cell, (cell,))


KEPT = {
    "org": {"community"},
    "staff": {"staff", "community"},
    "election": {"elections"},
    "appraisal": {"appraisals"},
    "funds": {"finance"},
    "payments": {"finance"},
    "receipts": {"finance"},
    "notices (print)": {"notices"},
    "any": {"disclosures"},
    "grids": {"notices", "staff"},
    "orgs": {"notices"},
    "points": {"notices"},
    "requests": {"objections", "notices"},
    "facilities": {"facilities"},
    "all": {"all"},
}
"""Ledgers of the table by other names here; those that have no register of their own are told by notices."""


@IDS
def test_its_evidence_is_the_ledger(id: str) -> None:
    evidence = {e.ledger for e in ITEMS[id].evidence}
    lacking = [name for name in rows()[id]["ledger"].split(", ") if not evidence & KEPT.get(name, {name})]
    assert bool(lacking) is (id in DIFFERENT and id != "U29"), lacking


ACTS = {"UL": "urban-committee", "VL": "village-committee", "CL": "collective", "SA": "social-assistance", "charity law": "charity"}


def clauses(cell: str) -> Iterator[tuple[str, str]]:
    """(act, article) of every national act of a cell: `UL 8-9`, `VL 35(3), 43`; local rules and catalogues are no clauses of the nation."""
    for part in cell.split(";"):
        for name, act in ACTS.items():
            if part.strip().startswith(f"{name} "):
                for first, last in re.findall(r"(\d+)(?:-(\d+))?(?:\(\d+\))*", part.strip().removeprefix(name).partition(", L")[0]):
                    yield from ((act, str(n)) for n in range(int(first), int(last or first) + 1))


@IDS
def test_its_clauses_are_cited(id: str) -> None:
    assert set(clauses(rows()[id]["basis"])) <= {(b.act, b.article) for b in ITEMS[id].basis}


def test_the_table_is_read_whole() -> None:
    """A cell that nobody understood would prove nothing."""
    cells = [{row[name] for row in rows().values()} for name in ("cadence", "period_days")]
    assert cells == [set(RHYTHMS), set(DAYS)]
    assert sum(len(list(clauses(row["basis"]))) for row in rows().values()) > 50
