"""One round over real ledgers: made, refused, broken; whatever happens is a value."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Severity
from mingbai.serving import make
from mingbai.serving.making import trouble
from tests.support.building import AS_OF, small_community


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_community(tmp_path / "community")


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    (tmp_path / "stage").mkdir()
    return tmp_path / "stage"


def test_the_site_is_made_in_the_folder_and_nowhere_else(root: Path, stage: Path) -> None:
    before = sorted(root.rglob("*"))
    outcome = make(root, stage, AS_OF)

    assert (outcome.trouble, outcome.errors, bool(outcome.base)) == (None, (), True)
    assert (stage / "index.html").is_file()
    assert sorted(root.rglob("*")) == before


def test_site_url_says_where_the_site_stands(root: Path, stage: Path) -> None:
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nsite_url: https://town.example.org/village/\n", "utf-8")

    assert make(root, stage, AS_OF).base == "/village/"


def test_with_errors_nothing_is_made_but_a_draft(root: Path, stage: Path) -> None:
    (root / "ledgers" / "finance" / "x.yml").write_text("a: [", encoding="utf-8")
    outcome = make(root, stage, AS_OF)

    assert (outcome.base, outcome.trouble, list(stage.iterdir())) == (None, None, [])
    assert outcome.errors
    assert outcome.count(Severity.ERROR) == len(outcome.errors)

    draft = make(root, stage, AS_OF, draft=True)
    assert (bool(draft.base), draft.errors) == (True, outcome.errors)


def test_a_page_that_leads_nowhere_is_said_and_not_raised(root: Path, stage: Path) -> None:
    page = next((root / "content").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\n[没有](nowhere.md)\n", "utf-8")
    outcome = make(root, stage, AS_OF)

    assert outcome.base is None
    assert outcome.trouble is not None
    assert "nowhere.md" in outcome.trouble.zh
    assert "nowhere.md" in outcome.trouble.en


def test_a_template_of_the_communitys_own_that_is_wrong_is_said(root: Path, stage: Path) -> None:
    (root / "site_templates").mkdir(exist_ok=True)
    (root / "site_templates" / "home.html").write_text("{{ nothing.of_the_sort }}", encoding="utf-8")
    outcome = make(root, stage, AS_OF)

    assert outcome.trouble is not None
    assert "site_templates/home.html:1" in outcome.trouble.zh


@pytest.mark.parametrize("template", ["{% if %}", "{% extends 'base.html' %}\n{% block content %}{{ nothing.of_the_sort }}{% endblock %}"])
def test_so_is_one_of_its_own_theme(root: Path, stage: Path, template: str) -> None:
    (root / "site_templates" / "theme").mkdir(parents=True)
    (root / "site_templates" / "theme" / "main.html").write_text(template, encoding="utf-8")
    outcome = make(root, stage, AS_OF)

    assert outcome.trouble is not None
    assert f"模板有错：site_templates/theme/main.html:{template.count(chr(10)) + 1}（" in outcome.trouble.zh


def test_a_fault_of_ours_is_a_value_too(root: Path, stage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(pipeline, "check", broken)
    outcome = make(root, stage, AS_OF)

    assert isinstance(outcome.fault, ZeroDivisionError)
    assert outcome.trouble is not None
    assert "ZeroDivisionError: oh" in outcome.trouble.zh


def test_a_disk_that_is_full_says_so() -> None:
    assert "No space: x" not in trouble(OSError(28, "No space", "x")).zh
    assert "x: No space" in trouble(OSError(28, "No space", "x")).zh


def test_ctrl_c_in_the_midst_of_a_round_goes_through(root: Path, stage: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: Path, day: datetime.date) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make(root, stage, AS_OF)


def test_a_mended_template_is_seen_by_the_next_round(root: Path, stage: Path, tmp_path: Path) -> None:
    """Nothing of an earlier round stays in the process."""

    def write(text: str) -> None:
        (root / "site_templates" / "home.html").write_text(text, encoding="utf-8")

    (root / "site_templates").mkdir(exist_ok=True)
    write("<p>eins</p>")
    make(root, stage, AS_OF)
    assert "eins" in (stage / "index.html").read_text("utf-8")

    write("<p>zwei</p>")
    (tmp_path / "second").mkdir()
    make(root, tmp_path / "second", AS_OF)
    assert "zwei" in (tmp_path / "second" / "index.html").read_text("utf-8")
