"""The same input gives the same bytes wherever it is built, and whatever goes wrong, the old site stays whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.building import AS_OF, REPOSITORY, build_here, clean, mingbai, mingbai_here, small_community, tree
from tests.support.document import documents

ENVIRONMENTS: dict[str, Mapping[str, str]] = {
    "shanghai": {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
    "los angeles": {
        "TZ": "America/Los_Angeles",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "12345",
        "PYTHONIOENCODING": "gbk",
        "PYTHONUTF8": "0",
        "SOURCE_DATE_EPOCH": "86400",
    },
}
WHOLE = "--as-of", AS_OF.isoformat()
MONTH = "ledgers/finance/committee/2026-02.yml"


# --- the same bytes ---------------------------------------------------------------------------------------------------


def shuffled(folder: Path, seed: int) -> Path:
    """The small community with its files made in another order, at other times, under another umask."""
    original = small_community(folder.parent / f"{folder.name}-original")
    draw = random.Random(seed)
    files = sorted(p for p in original.rglob("*") if p.is_file())
    draw.shuffle(files)
    for path in files:
        copy = folder / path.relative_to(original)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(draw.choice((0o600, 0o644, 0o664)))
        then = draw.randrange(10**9, 2 * 10**9)
        os.utime(copy, (then, then))
    return folder


def test_two_builds_anywhere_are_byte_identical(tmp_path: Path) -> None:
    seen = {}
    for number, (name, environment) in enumerate(ENVIRONMENTS.items()):
        folder = shuffled(tmp_path / f"{name} 社区" / ("deeper" * number) / "here", number)
        done = mingbai("-C", folder, "build", *WHOLE, environment=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        seen[name] = tree(folder / "site")

    build_here(shuffled(tmp_path / "here", 99), tmp_path / "site of this process")
    seen["this process"] = tree(tmp_path / "site of this process")
    first = seen.pop("shanghai")
    assert len(first) > 40
    for name, other in seen.items():
        assert sorted(first) == sorted(other), name
        assert [path for path in first if first[path] != other[path]] == [], name


def test_building_again_over_a_site_leaves_nothing_behind(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    build_here(root, tmp_path / "site")
    before = tree(tmp_path / "site")
    (root / "ledgers/services/gaoling-jintie.yml").rename(root / "ledgers/services/zhanghao.yml")
    build_here(root, tmp_path / "site")

    assert "services/zhanghao/index.html" in tree(tmp_path / "site")
    assert "services/gaoling-jintie/index.html" not in tree(tmp_path / "site")
    (root / "ledgers/services/zhanghao.yml").rename(root / "ledgers/services/gaoling-jintie.yml")
    build_here(root, tmp_path / "site")
    assert tree(tmp_path / "site") == before


def test_the_community_s_own_files_are_only_read(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    before = tree(root)
    build_here(root, tmp_path / "site")

    assert tree(root) == before


# --- the old site stays whole -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community with its site built; tests take a copy."""
    root = small_community(tmp_path_factory.mktemp("standing") / "community")
    build_here(root, root / "site")
    return root


@pytest.fixture
def community(standing: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(standing, tmp_path / "community"))


def spoil(root: Path) -> None:
    """An error in the ledgers: the bank statement no longer agrees."""
    month = root / MONTH
    text = month.read_text(encoding="utf-8")
    assert "余额: 19695.20" in text
    month.write_text(text.replace("余额: 19695.20", "余额: 19695.30"), encoding="utf-8")


def test_an_error_in_a_ledger_leaves_the_old_site(community: Path) -> None:
    before = tree(community / "site")
    spoil(community)
    done = mingbai_here("-C", community, "build", *WHOLE)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "不能发布" in done.stdout
    assert f"{MONTH}:" in done.stdout
    assert tree(community / "site") == before


def test_a_draft_is_built_with_errors_and_says_so_on_every_page(community: Path) -> None:
    spoil(community)
    done = mingbai_here("-C", community, "build", *WHOLE, "--draft", "--site-dir", "draft")
    pages = documents(community / "draft")

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(pages) > 15
    assert [address for address, page in pages.items() if "草稿" not in page.text] == []
    assert [a for a, page in documents(community / "site").items() if "草稿" in page.text] == []


def test_a_draft_is_built_where_a_month_was_copied_and_its_period_left_as_it_was(community: Path) -> None:
    months = sorted((community / "ledgers/finance").glob("*/2026-*.yml"))
    (months[0].parent / "2026-12.yml").write_text(months[0].read_text("utf-8").partition("结账:")[0], "utf-8")
    done = mingbai_here("-C", community, "build", *WHOLE, "--draft", "--site-dir", "draft")

    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split()[2] for line in done.stdout.splitlines() if "2026-12.yml:" in line] == ["FIN002"]


BROKEN = {
    "a template that raises": ("site_templates/finance/month.html", "{{ it.there_is_no_such_thing.at_all }}"),
    "a template that does not parse": ("site_templates/home.html", "{% for %}"),
    "a theme that raises": ("site_templates/theme/partials/footer.html", "{{ 1 // 0 }}"),
    "a dead link in a hand-written page": ("content/guide.md", "# 怎么看\n\n[那里](nowhere.md)\n"),
    "a hand-written page at a ledger's address": ("content/finance/index.md", "# 财务\n"),
    "a configuration that does not parse": ("mkdocs.yml", "site_name: [\n"),
    "a configuration without the plugin": ("mkdocs.yml", "site_name: x\ndocs_dir: content\ntheme: {name: material}\nplugins: []\n"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_goes_wrong_while_rendering_leaves_the_old_site(community: Path, what: str) -> None:
    before = tree(community / "site")
    path, text = BROKEN[what]
    (community / path).parent.mkdir(parents=True, exist_ok=True)
    (community / path).write_text(text, encoding="utf-8")
    done = mingbai_here("-C", community, "build", *WHOLE)

    assert done.returncode in (2, 3), (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert tree(community / "site") == before
    assert [p.name for p in community.iterdir() if p.name.endswith(".tmp")] == []


def test_a_killed_build_leaves_the_old_site_and_the_next_one_succeeds(community: Path) -> None:
    """SIGKILL as soon as pages stand in the staging folder."""
    before = tree(community / "site")
    stage = community / ".site.new.tmp"
    killed = False
    for _ in range(3):  # a build may be faster than the signal, not three
        code = [sys.executable, "-m", "mingbai", "-C", str(community), "build", *WHOLE]
        with subprocess.Popen(code, env=clean(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            until = time.monotonic() + 60
            while process.poll() is None and time.monotonic() < until and not (stage / "finance").is_dir():
                time.sleep(0.001)
            process.send_signal(signal.SIGKILL)
            killed = process.wait() == -signal.SIGKILL
        assert tree(community / "site") == before
        if killed:
            break
    assert killed
    assert (stage / ".mingbai-site").is_file()

    done = mingbai_here("-C", community, "build", *WHOLE)

    assert done.returncode == 0, done.stderr
    assert tree(community / "site") == before
    assert not stage.exists()


def test_plain_mkdocs_refuses_errors_before_it_empties_the_site(community: Path) -> None:
    before = tree(community / "site")
    spoil(community)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=community,
        env=clean({"MINGBAI_AS_OF": AS_OF.isoformat()}),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode != 0
    assert tree(community / "site") == before


def test_a_site_folder_that_is_not_ours_is_not_touched(community: Path, tmp_path: Path) -> None:
    for name in ("ledgers", ".", str(REPOSITORY / "generator"), str(tmp_path)):
        kept = tree(community)
        done = mingbai_here("-C", community, "build", *WHOLE, "--site-dir", name)
        assert done.returncode == 2, (name, done.stdout, done.stderr)
        assert tree(community) == kept


@pytest.mark.parametrize("name", ["ledgers/site", "site_templates/site", "private/site"])
def test_no_site_is_built_inside_the_community_s_own_folders(community: Path, name: str) -> None:
    kept = tree(community)
    done = mingbai_here("-C", community, "build", *WHOLE, "--site-dir", name)

    assert done.returncode == 2
    assert tree(community) == kept
