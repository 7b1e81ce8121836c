"""An officer hands over: the figures of the day, who takes part, the page residents read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mingbai import pipeline
from mingbai.kinds.handovers import KIND
from tests.base.community import AS_OF
from tests.conftest import REPOSITORY

GOOD = REPOSITORY / "generator/mingbai/kinds/handovers/examples/good"
FILES = {p.relative_to(GOOD).as_posix(): p.read_text("utf-8") for p in GOOD.rglob("*.yml")}
HANDOVER = "handovers/2026-02-28-chuna.yml"


def found(community: Callable[..., Path], text: str) -> list[str]:
    checked = pipeline.check(community({**FILES, HANDOVER: text}), AS_OF)
    return [f.code.id for f in checked.findings if f.code.id.startswith("HND")]


def test_a_handover_in_order_is_clean(community: Callable[..., Path]) -> None:
    assert found(community, FILES[HANDOVER]) == []


def test_figures_are_those_at_the_end_of_the_day(community: Callable[..., Path]) -> None:
    """On 8 February nothing had been spent yet that month: the bank held 518.30 more than after the 9th, and 800.00 less."""
    day = FILES[HANDOVER].replace("日期: 2026-02-28", "日期: 2026-02-08").replace("2026-02/02-002", "2026-01/01-003")
    assert found(community, day.replace("19695.20", "19413.50")) == ["HND005"]
    assert "HND001" in found(community, day)


def test_a_day_without_a_ledger_proves_nothing_and_accuses_nobody(community: Callable[..., Path]) -> None:
    later = FILES[HANDOVER].replace("日期: 2026-02-28", "日期: 2026-03-05")
    assert [c for c in found(community, later) if c in ("HND001", "HND003")] == []


def test_a_handover_long_before_the_change_is_none_of_it(community: Callable[..., Path]) -> None:
    early = FILES[HANDOVER].replace("日期: 2026-02-28", "日期: 2026-01-20").replace("2026-02/02-002", "2026-01/01-003")
    assert "HND006" in found(community, early)


def test_an_office_that_passes_to_the_same_person_needs_no_handover(community: Callable[..., Path]) -> None:
    text = FILES["community.yml"].replace("何样例", "刘示例")
    root = community({"community.yml": text})
    (root / "ledgers" / HANDOVER).unlink(missing_ok=True)
    assert "HND006" not in [f.code.id for f in pipeline.check(root, AS_OF).findings]


def test_the_page_says_who_what_and_whether_it_agrees(community: Callable[..., Path]) -> None:
    root = community(FILES)
    pages = {p.address: p.body for p in pipeline.site(root, pipeline.check(root, AS_OF)).pages}
    page = pages["handovers/2026-02-28-chuna/"]
    assert "刘示例把出纳的工作移交给何样例，由监督委员会主任监交。点了 3 个账户，都与账面相符。" in page
    assert "19,695.20" in page
    assert "handovers/2026-02-28-chuna/" in pages["finance/committee/"]
    assert "交接" in pages["about/"]
    view = pipeline.view(pipeline.check(root, AS_OF))
    assert [len(t.rows) for t in KIND.datasets(view)] == [3]
