"""`mingbai report`: any days of a book, for people and for programs."""

from __future__ import annotations

import csv
import datetime
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from mingbai.pipeline import check
from mingbai.reporting.display import width
from tests.conftest import BASE
from tests.unit.kinds.finance.ledger import table


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "base"
    shutil.copytree(BASE / "ledgers", root / "ledgers")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-11-10")
    return root


def test_both_ends_are_included_and_every_flow_has_its_opening_and_closing(mingbai: Any, base: Path) -> None:
    whole = json.loads(mingbai("report", "--book", "committee", "--from", "2026-01", "--to", "2026-01", "-f", "json")[1])["books"][0]
    assert (whole["from"], whole["to"]) == ("2026-01-01", "2026-01-31")
    assert [whole[k] for k in ("opening", "income", "expense", "closing", "lines")] == ["20500.00", "0.00", "331.50", "20168.50", 3]
    days = sorted(row["date"] for row in _lines())
    one = json.loads(mingbai("report", "--book", "committee", "--from", days[0], "--to", days[0], "-f", "json")[1])["books"][0]
    assert one["lines"] == days.count(days[0])


def _lines() -> list[dict[str, str]]:
    return table(check(Path.cwd(), datetime.date(2026, 11, 10)), "finance-lines")


def test_without_ends_it_goes_from_the_beginning_of_the_book_to_the_day_of_the_report(mingbai: Any, base: Path) -> None:
    one = json.loads(mingbai("report", "-f", "json")[1])["books"][0]
    assert (one["from"], one["to"], one["known_to"]) == ("2026-01-01", "2026-11-10", "2026-02-28")


def test_a_table_in_chinese_stands_straight(mingbai: Any, base: Path) -> None:
    code, out, err = mingbai("report", "--book", "committee", "--by", "fund")
    assert (code, err) == (0, "")
    assert out.startswith("居委会账（居民委员会）  2026-01-01 至 2026-11-10\n期初 20,500.00 + 收入 ")
    assert "账目到 2026-02-28。" in out
    rows = out.split("\n\n")[1].splitlines()
    assert rows[0].split() == ["资金", "期初", "收入", "支出", "账内转账", "期末", "笔数"]
    assert len({width(line) for line in rows}) == 1


@pytest.mark.parametrize("by", ["account", "fund", "category", "project", "counterpart"])
def test_the_parts_come_to_the_whole(mingbai: Any, base: Path, by: str) -> None:
    for one in json.loads(mingbai("report", "--by", by, "-f", "json")[1])["books"]:
        keys = ("opening", "income", "expense", "closing") if by in ("account", "fund") else ("income", "expense")
        for key in keys:
            assert sum(_fen(part[key]) for part in one["parts"]) == _fen(one[key]), (by, key)


def _fen(text: str) -> int:
    return int(text.replace(".", ""))


def test_csv_has_a_row_for_every_part_and_goes_to_a_file(mingbai: Any, base: Path) -> None:
    assert mingbai("report", "--book", "committee", "--by", "category", "-f", "csv", "-o", "r.csv")[:2] == (0, "")
    rows = list(csv.DictReader(io.StringIO(Path("r.csv").read_bytes().decode("utf-8-sig"))))
    assert {(r["book"], r["by"], r["opening"]) for r in rows} == {("committee", "category", "")}
    assert all(r["expense"].count(".") == 1 for r in rows)
    alone = list(csv.DictReader(io.StringIO(mingbai("report", "-f", "csv")[1].lstrip("\ufeff"))))
    assert next((r["name"], r["opening"]) for r in alone) == ("居委会账", "20500.00")


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("--book", "comittee"), "没有编号为 'comittee' 的账簿；有：committee"),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "在 --to 的日子 2026-03-01 之后"),
        (("--from", "2026.3"), "--from 应当是日期"),
        (("--by", "party"), "--by 只能是：account、fund、category、project、counterpart"),
    ],
)
def test_what_cannot_be_asked_is_said(mingbai: Any, base: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = mingbai("report", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_ledgers_with_errors_give_no_figures(mingbai: Any, base: Path) -> None:
    month = base / "ledgers/finance/committee/2026-01.yml"
    month.write_text(month.read_text("utf-8").replace("2026-01-", "2026-07-", 1), "utf-8")
    code, out, err = mingbai("report")
    assert code == 1
    assert "期初" not in out.splitlines()[0]
    assert "没有出数" in err


def test_only_a_verb_that_knows_it_takes_csv(mingbai: Any, base: Path) -> None:
    for arguments in (("-f", "csv", "check"), ("check", "-f", "csv")):
        code, _, err = mingbai(*arguments)
        assert code == 2
        assert "-f/--format 只能是：text、json" in err or "--format" in err
    assert mingbai("-f", "csv", "report")[0] == 0


def test_it_speaks_english(mingbai: Any, base: Path) -> None:
    out = mingbai("report", "--by", "counterpart", "--lang", "en")[1]
    assert "2026-01-01 to 2026-11-10" in out
    assert "class of other party" in out
