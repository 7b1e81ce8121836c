"""`mingbai init`: a community that checks clean and builds, and nothing overwritten."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).parents[3]


@pytest.mark.parametrize("kind", ["urban", "village", "converted"])
@pytest.mark.parametrize(
    "more", [(), ("--bank-opening", "1,234.5", "--cash-opening", "-0.5", "--begins", "2026/3/1", "--book", "某账: 一", "--phone", "010-55550100")]
)
def test_a_new_community_checks_clean(mingbai: Any, tmp_path: Path, kind: str, more: tuple[str, ...]) -> None:
    code, out, _ = mingbai("init", tmp_path / "a", "--name", "柳树村村民委员会", "--kind", kind, *more)

    assert code == 0, out
    assert mingbai("-C", tmp_path / "a", "check", "--strict")[0] == 0
    assert mingbai("-C", tmp_path / "a", "check")[1].startswith("可以发布（0 处提醒）")


@pytest.mark.slow
def test_a_new_community_builds(mingbai: Any, community: Path) -> None:
    code, out, err = mingbai("build")

    assert (code, out.splitlines()[0]) == (0, "可以发布（0 处提醒）"), err
    assert (community / "site" / "index.html").is_file()
    assert "新河社区" in (community / "site" / "index.html").read_text("utf-8")


def test_the_site_has_the_sections_of_the_demonstration(community: Path) -> None:
    ours, theirs = (yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")) for root in (community, REPOSITORY))

    assert ours.keys() <= theirs.keys()
    for key in ours.keys() - {"site_name", "site_description", "site_url"}:
        assert ours[key] == theirs[key], key


def test_private_things_and_the_site_stay_out_of_git(community: Path) -> None:
    assert {"/site/", "/draft/", "private/", ".venv/"} <= set((community / ".gitignore").read_text().split())


def test_the_readme_teaches_three_commands_that_work(mingbai: Any, community: Path) -> None:
    commands = re.findall(r"^    (mingbai [a-z ]+?)  ", (community / "README.md").read_text("utf-8"), re.MULTILINE)

    assert commands == ["mingbai new finance", "mingbai check", "mingbai build"]


def test_a_folder_that_holds_anything_is_left_alone(mingbai: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")

    assert mingbai("init", tmp_path, "--name", "a", "--kind", "urban")[0] == 2
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_fresh_git_repository_is_empty_enough(mingbai: Any, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert mingbai("init", tmp_path, "--name", "新河社区居民委员会", "--kind", "urban")[0] == 0


@pytest.mark.parametrize(
    "arguments, says",
    [
        ((), "--name"),
        (("--name", "新河"), "--kind"),
        (("--name", "=1", "--kind", "urban"), "以“=”开头"),
        (("--name", "新河", "--kind", "urban", "--phone", "13800138000"), "座机"),
        (("--name", "新河", "--kind", "urban", "--bank-opening", "三万"), "--bank-opening"),
        (("--name", "新河", "--kind", "urban", "--begins", "去年"), "--begins"),
        (("--name", "a\nb: c", "--kind", "urban"), "换行"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(mingbai: Any, tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    code, _, err = mingbai("init", tmp_path / "a", *arguments)

    assert code == 2
    assert says in err
    assert not (tmp_path / "a").exists()


def test_on_a_terminal_it_asks(mingbai: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("新河社区居民委员会\nurban\n新河路 1 号\n010-55550100\n\n2026-01-01\n43100\n\n"))
    code, _, err = mingbai("init", tmp_path / "a")

    assert code == 0
    assert "全称" in err
    community = (tmp_path / "a/ledgers/community.yml").read_text("utf-8")
    assert "地址: 新河路 1 号" in community
    assert community.count("期初: 43100.00") == 2


@pytest.mark.parametrize(
    "typed, kind", [("居委会", "城市居委会"), ("村委会", "村委会"), ("合作社", "集体经济组织"), ("撤村建居社区", "撤村建居社区")]
)
def test_a_kind_may_be_typed_in_chinese(mingbai: Any, tmp_path: Path, typed: str, kind: str) -> None:
    assert mingbai("init", tmp_path / "a", "--name", "柳树", "--kind", typed)[0] == 0
    assert f"\n类型: {kind}\n" in (tmp_path / "a/ledgers/community.yml").read_text("utf-8")
    assert mingbai("init", tmp_path / "b", "--name", "柳树", "--kind", "镇")[0] == 2


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["community", "village", "collective", "converted"])
def test_english_pages_wait_until_the_site_speaks_english(mingbai: Any, tmp_path: Path, kind: str) -> None:
    """The new community has its two hand-written pages in English; they are published when 网站语言 says en, and not before."""
    root = tmp_path / "a"
    assert mingbai("init", root, "--name", "柳树", "--kind", kind)[0] == 0
    (root / "content/en/more.md").write_text("# More\n\nA page of our own.\n", "utf-8")
    if kind == "community":
        assert mingbai("-C", root, "build")[0] == 0
        assert not (root / "site/en").exists()
    file = root / "ledgers/community.yml"
    file.write_text(file.read_text("utf-8").replace("# 网站语言: [en]", "网站语言: [en]"), "utf-8")
    code, out, err = mingbai("-C", root, "build")
    assert code == 0, out + err
    assert "How to read the accounts" in (root / "site/en/guide/index.html").read_text("utf-8")
    assert "The law asks for it" in (root / "site/en/policy/index.html").read_text("utf-8")
    assert "A page of our own" in (root / "site/en/more/index.html").read_text("utf-8")
    home = (root / "site/en/index.html").read_text("utf-8")
    assert 'href="./guide/"' in home or 'href="guide/"' in home or 'href="../en/guide/"' in home
