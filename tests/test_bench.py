"""The benchmarks in small: drawn data is clean on every side, wrong data is refused, each figure is one line."""

from __future__ import annotations

import os
import re
import shutil

import pytest

from bench import figures, generate, growth, hugo, journals, ledgers, lighthouse, material
from bench.generate import Plan
from bench.measure import Figure, WorkError
from bench.measure import run as run_command
from tests.support.building import small_community

TINY = Plan(2, 2, 4)
LINE = re.compile(r"[a-z0-9_]+ \d+\.\d\d \(ours [\d.]+ s, [a-z-]+ [\d.]+ s, [a-z-]+ [\d.]+\)")


def need(program: str) -> None:
    if shutil.which(program) is None:
        problem = f"{program} is missing: apt-get install {program}"
        pytest.fail(problem, pytrace=False) if os.environ.get("MINGBAI_CI") == "1" else pytest.skip(problem)


def test_a_seed_draws_the_same_lines_again():
    assert list(generate.months(TINY)) == list(generate.months(TINY))


def test_a_month_closes_with_what_its_lines_leave():
    drawn = list(generate.months(TINY))
    assert sum(len(month.lines) for month in drawn) == TINY.total
    first, second = drawn[:2]
    assert second.closing - first.closing == sum(line.signed for line in second.lines)


def test_every_fact_of_a_line_stands_on_every_side(tmp_path):
    ledgers.write(TINY, tmp_path / "ours")
    sides = {
        "ours": "".join(p.read_text("utf-8") for p in (tmp_path / "ours/ledgers/finance").rglob("*.yml")),
        "hledger": journals.write_hledger(TINY, tmp_path / "main.journal").read_text("utf-8"),
        "beancount": journals.write_beancount(TINY, tmp_path / "main.beancount").read_text("utf-8"),
    }
    material.write(TINY, tmp_path / "material")
    sides["material"] = "".join(p.read_text("utf-8") for p in (tmp_path / "material").rglob("*.md"))
    sides["hugo"] = "".join(p.read_text("utf-8") for p in (hugo.write(TINY, tmp_path / "hugo") / "content").rglob("*.md"))
    for month in generate.months(TINY):
        for line in month.lines:
            said = (line.voucher, str(line.day), generate.yuan(line.fen), line.fund, line.category, line.summary, line.party, line.party_kind)
            facts = (*said, *line.documents, line.handler, line.witness, line.approver, line.decision)
            assert [(side, fact) for fact in facts for side, text in sides.items() if fact not in text] == []


@pytest.mark.slow
def test_checks_are_compared_on_clean_data_and_each_side_does_its_work(tmp_path):
    need("hledger")
    found = list(figures.check(tmp_path, TINY, 1))
    assert [figure.name for figure in found] == ["check_vs_hledger", "check_vs_beancount"]
    assert all(LINE.fullmatch(str(figure)) for figure in found)


@pytest.mark.slow
def test_pages_are_compared_and_both_sites_hold_every_line(tmp_path):
    found = list(figures.pages(tmp_path, TINY, 1))
    assert [figure.name for figure in found] == ["render_vs_material", "build_vs_material"]
    assert all(LINE.fullmatch(str(figure)) for figure in found)


def test_both_sides_read_the_whole_workbook(tmp_path):
    found = list(figures.imports(tmp_path, TINY, 1))
    assert [figure.name for figure in found] == ["import_rows", "import_files"]
    assert all(LINE.fullmatch(str(figure)) for figure in found)


def test_lines_a_second_are_told_without_a_peer(tmp_path):
    (figure,) = figures.check_60k(tmp_path, TINY, 1)
    assert re.fullmatch(r"check_60k \d+ lines/s \([\d.]+ s\)", str(figure))


@pytest.mark.slow
def test_notices_are_counted_as_they_are_set(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "_DEMONSTRATION", small_community(tmp_path / "community"))
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-11-10")
    (figure,) = figures.notices(tmp_path, TINY, 1)
    assert figure.work > 40
    assert re.fullmatch(r"notices [\d.]+ notices/s \([\d.]+ s\)", str(figure))


def test_a_figure_is_one_line():
    assert str(Figure("check_vs_hledger", 7.63, 9.99, "hledger", "1.25")) == "check_vs_hledger 1.31 (ours 7.6 s, hledger 10.0 s, hledger 1.25)"
    assert str(Figure("start", 0.09, 0.15, "mkdocs", "1.6.1")) == "start 1.67 (ours 0.09 s, mkdocs 0.15 s, mkdocs 1.6.1)"
    assert str(Figure("check_60k", 3.8, work=60_000)) == "check_60k 15800 lines/s (3.8 s)"
    assert str(Figure("notices", 6.0, work=140, unit="notices")) == "notices 23.3 notices/s (6.0 s)"


def test_a_side_that_fails_is_not_timed():
    with pytest.raises(WorkError):
        run_command(("false",))


def test_lighthouse_is_asked_about_the_largest_of_three_sorts_of_page(tmp_path):
    for address, size in (
        ("", 9),
        ("finance/a/2026/01", 5),
        ("finance/a/2026/02", 7),
        ("finance/a/2026", 99),
        ("services/b", 3),
        ("services/print/all", 99),
    ):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text("x" * size)
    assert lighthouse.sorts(tmp_path) == {"home": "", "month": "finance/a/2026/02/", "guide": "services/b/"}


def test_what_lighthouse_wants_is_named():
    audits = {
        "meta": {"title": "No description", "score": 0, "scoreDisplayMode": "binary"},
        "lcp": {"title": "LCP", "score": 0.5, "scoreDisplayMode": "numeric"},
    }
    refs = {"seo": [{"id": "meta", "weight": 1}], "performance": [{"id": "lcp", "weight": 25}]}
    found = {"audits": audits, "categories": {name: {"score": 0.916, "auditRefs": refs.get(name, [])} for name in lighthouse.BARS}}
    assert lighthouse.scores(found) == dict.fromkeys(lighthouse.BARS, 92)
    assert lighthouse.wanting(found) == ["meta: No description"]


def test_growth_is_told_by_the_processors_time():
    found = growth.Growth(growth.Built(1000, 4.0, 9.0, 400_000_000), growth.Built(10_000, 42.0, 50.0, 3_000_000_000))
    assert str(found) == "growth_10x 10.50 (1000 pages 4.0 s, 9.0 s by the clock, 400 MB; 10000 pages 42.0 s, 50.0 s by the clock, 3000 MB)"


@pytest.mark.slow
def test_a_build_is_counted_with_its_memory(tmp_path):
    built = growth.build(TINY, tmp_path / "community")
    assert built.pages > 20
    assert built.seconds > 0
    assert built.peak > 30_000_000


def test_growth_refuses_sites_that_are_not_ten_times_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(growth, "build", lambda plan, _root: growth.Built(plan.books, 1.0, 1.0, 1))
    assert growth.growth(tmp_path, Plan(10, 1, 1), Plan(100, 1, 1), 1).ratio == 1.0
    with pytest.raises(WorkError, match="50 pages are not ten times 10"):
        growth.growth(tmp_path, Plan(10, 1, 1), Plan(50, 1, 1), 1)
