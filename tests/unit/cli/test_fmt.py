"""`mingbai fmt` as the secretary runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

UNTIDY = "收支: []\n期间: 2026/3\n"
TIDY = "期间: 2026-03\n收支: []\n"


def _month(community: Path, text: str) -> Path:
    file = community / "ledgers/finance/committee/2026-03.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_new_community_is_tidy(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("fmt", "--check", "-v")
    assert (code, out) == (0, "")
    assert "都已经是统一的样子" in err


def test_every_starter_is_tidy(mingbai: Any, community: Path) -> None:
    for kind in ("finance", "meetings", "pacts", "services"):
        assert mingbai("new", kind)[0] == 0
    assert mingbai("fmt", "--check", "-v")[:2] == (0, "")


def test_check_says_what_would_change_and_writes_nothing(mingbai: Any, community: Path) -> None:
    file = _month(community, UNTIDY)
    code, out, err = mingbai("fmt", "--check", "-v")
    assert code == 1
    assert "会改写 ledgers/finance/committee/2026-03.yml" in out
    assert "+期间: 2026-03" in out
    assert "1 个文件" in err
    assert file.read_text("utf-8") == UNTIDY


def test_fmt_rewrites_and_is_done(mingbai: Any, community: Path) -> None:
    file = _month(community, UNTIDY)
    assert mingbai("fmt")[0] == 0
    assert file.read_text("utf-8") == TIDY
    assert mingbai("fmt", "--check")[0] == 0


def test_only_what_was_named(mingbai: Any, community: Path) -> None:
    file = _month(community, UNTIDY)
    assert mingbai("fmt", "ledgers/community.yml", "--check")[0] == 0
    assert mingbai("fmt", "ledgers/finance", "--check")[0] == 1
    assert mingbai("fmt", str(file))[0] == 0
    assert file.read_text("utf-8") == TIDY


def test_what_cannot_be_read_stays_and_the_rest_is_tidied(mingbai: Any, community: Path) -> None:
    file = _month(community, UNTIDY)
    broken = file.with_name("2026-04.yml")
    broken.write_bytes(b"\xff\xfe")
    code, out, _ = mingbai("fmt")
    assert code == 1
    assert "ledgers/finance/committee/2026-04.yml 读不懂" in out
    assert broken.read_bytes() == b"\xff\xfe"
    assert file.read_text("utf-8") == TIDY


def test_a_file_that_is_not_there_is_a_wrong_command(mingbai: Any, community: Path) -> None:
    assert mingbai("fmt", "nowhere.yml")[0] == 2
    assert mingbai("fmt", "mkdocs.yml")[0] == 2


def test_keys_become_english_where_the_community_says_so(mingbai: Any, community: Path) -> None:
    file = community / "ledgers/community.yml"
    file.write_text(file.read_text("utf-8") + "栏目语言: 英文\n", "utf-8")
    _month(community, TIDY)
    assert mingbai("fmt")[0] == 0
    assert "spelling: English" in file.read_text("utf-8")
    assert (community / "ledgers/finance/committee/2026-03.yml").read_text("utf-8") == "period: 2026-03\nlines: []\n"
    assert mingbai("check")[0] == 0


def test_while_the_community_cannot_be_read_nothing_is_tidied(mingbai: Any, community: Path) -> None:
    file = _month(community, UNTIDY)
    about = community / "ledgers/community.yml"
    about.write_text(about.read_text("utf-8").replace("名称:", "名字:", 1), "utf-8")
    code, out, err = mingbai("fmt")
    assert code == 1
    assert "ledgers/community.yml" in out
    assert "先改好 community.yml" in err
    assert file.read_text("utf-8") == UNTIDY
