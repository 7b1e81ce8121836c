"""YAML text in, figures out: the base community with other months over it, and its tables as a reader of the CSV sees them."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from mingbai import pipeline
from mingbai.kind import View
from mingbai.kinds.finance import KIND
from mingbai.pipeline import Checked
from mingbai.rendering import csv_bytes
from tests.base.community import Files, checked

MARCH = "finance/committee/2026-03.yml"

HEAD = """期间: 2026-03
默认:
  账户: bank
  经办: 文书
  审批: 主任
收支:
"""
REVIEWED = """结账:
  审核:
    审核人: 监督委员会主任
    日期: 2026-04-03
"""


def march(lines: str, *, more: str = REVIEWED, head: str = HEAD, files: Files | None = None) -> Checked:
    """The base with a March of these lines."""
    return ledgers({MARCH: head + lines + more, **(files or {})})


def ledgers(files: Files, *, bare: bool = False) -> Checked:
    """The base (`bare`: nothing) with these files over it; where the party's book begins late in them, its first months say that nothing happened."""
    if not bare and any(path.startswith("finance/party/") for path in files):
        begun = min(path for path in files if path.startswith("finance/party/"))
        quiet = {f"finance/party/2026-{n:02}.yml": f"期间: 2026-{n:02}\n本期无: {{签署: 主任, 日期: 2026-{n + 1:02}-03}}\n" for n in range(1, 12)}
        files = {**{path: text for path, text in quiet.items() if path < begun}, **files}
    with tempfile.TemporaryDirectory() as folder:
        return checked(Path(folder), files=files, bare=bare)


def view(found: Checked) -> View:
    return pipeline.view(found)


def table(found: Checked, name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>.csv`."""
    made = next(t for t in KIND.datasets(view(found)) if t.name == name)
    return list(csv.DictReader(io.StringIO(csv_bytes(made).decode("utf-8-sig"))))


def flow(found: Checked, book: str, period: str) -> tuple[str, str, str, str]:
    """Opening, income, expense, closing of one month of a book."""
    row = next(r for r in table(found, "finance-periods") if (r["book"], r["period"]) == (book, period))
    return row["opening"], row["income"], row["expense"], row["closing"]


def balance(found: Checked, period: str, by: str, id: str, book: str = "committee") -> tuple[str, str, str, str, str]:
    """Opening, income, expense, moved, closing of one account or fund in one month."""
    row = next(r for r in table(found, "finance-balances") if (r["book"], r["period"], r["by"], r["id"]) == (book, period, by, id))
    return row["opening"], row["income"], row["expense"], row["moved"], row["closing"]
