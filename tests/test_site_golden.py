"""The site of the small community in golden/community, compared with golden/site file by file.

Kept are the words of every page (title, description and what stands in <main>), the whole of the home page, and the tables;
what all pages share and what others test (stylesheet, script, JSON) is left out, and names that depend on the stylesheet's
content are masked. Of the second demonstration (examples/hexi, larger) golden/hexi.txt keeps the addresses of its pages and its key figures, and two builds
of it are compared byte by byte. After a change that is meant, look at the difference and keep it:

    MINGBAI_UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/test_site_golden.py && git diff tests/golden
"""

from __future__ import annotations

import csv
import difflib
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.support.building import GOLDEN, REPOSITORY, build_here, mingbai_here, second_demonstration, small_community, tree
from tests.support.document import dead_links, documents, foreign_links

KEPT = GOLDEN / "site"
HEXI = GOLDEN / "hexi.txt"
UPDATE = os.environ.get("MINGBAI_UPDATE_GOLDEN") == "1"
HASHED = re.compile(r"(assets/(?:mingbai|asking|search)\.)[0-9a-f]{10}(\.(?:css|js))|(data-index=\")[0-9a-f]{10}(-)")
VERSION = re.compile(r"(由明白账) \d+\.\d+\.\d+\S*")
HEAD = re.compile(r"<title>.*?</title>|<meta name=\"description\"[^>]*>", re.DOTALL)
ITEM = re.compile(r"(?:disclosure/(?!u08/)|search/)[^/]+/index\.html")
"""Pages of the catalogue's items are alike, one is kept; the lists of all pages by kind are left out."""
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


def words(path: str, text: str) -> str:
    """What is kept of a file."""
    text = VERSION.sub(r"\1 0", HASHED.sub(r"\1\3HASH\2\4", text.replace("\r\n", "\n").removeprefix("\ufeff")))
    if not path.endswith(".html") or path == "index.html":
        return text
    main = MAIN.search(text)
    assert main is not None, path
    return "\n".join([*HEAD.findall(text), main[0], ""])


def kept(site: Path) -> dict[str, str]:
    """The files worth keeping of a built site."""
    chosen = (p for p in sorted(site.rglob("*")) if p.suffix in (".html", ".csv", ".xml") and p.is_file())
    named = ((p.relative_to(site).as_posix(), p) for p in chosen)
    return {name: words(name, p.read_bytes().decode("utf-8")) for name, p in named if not ITEM.fullmatch(name)}


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("golden")
    assert build_here(small_community(folder / "community"), folder / "site") == 0
    return folder / "site"


@pytest.fixture(scope="module")
def built(built_site: Path) -> dict[str, str]:
    return kept(built_site)


@pytest.fixture(scope="module")
def standing(built: dict[str, str]) -> dict[str, str]:
    if UPDATE:
        shutil.rmtree(KEPT, ignore_errors=True)
        for name, text in built.items():
            path = KEPT / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    return {p.relative_to(KEPT).as_posix(): p.read_bytes().decode("utf-8") for p in sorted(KEPT.rglob("*")) if p.is_file()}


def short(name: str, before: str, after: str) -> str:
    """The first changed lines of a file, without what stands around them."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    shown = [line if len(line) <= 200 else f"{line[:200]}…" for line in lines[:12]]
    return "\n".join([f"--- {name}", *shown, *([f"    … {len(lines) - 12} more lines"] if len(lines) > 12 else [])])


def test_the_same_pages_and_tables_are_there(built: dict[str, str], standing: dict[str, str]) -> None:
    assert sorted(built) == sorted(standing)
    assert len(standing) < 100  # small enough to be read in a diff; every category of the book and every table has a page


def test_every_file_is_as_it_was(built: dict[str, str], standing: dict[str, str]) -> None:
    changed = [name for name in standing if name in built and built[name] != standing[name]]
    if changed:
        told = "\n".join(short(name, standing[name], built[name]) for name in changed[:5])
        more = f"\n… and {len(changed) - 5} more files: {', '.join(changed[5:])}" if len(changed) > 5 else ""
        again = "If this is meant: MINGBAI_UPDATE_GOLDEN=1 python -m pytest tests/test_site_golden.py"
        pytest.fail(f"{len(changed)} files differ from tests/golden/site\n{told}{more}\n{again}", pytrace=False)


def test_one_of_each_is_in_it(standing: dict[str, str]) -> None:
    """The community is small, and says something of every kind."""
    assert "冲正" in standing["finance/committee/2026/02/index.html"]
    assert "未达账项" in standing["finance/committee/2026/02/index.html"]
    assert "&lt;T8&gt;，“节能”型 &amp; 安装" in standing["finance/committee/2026/02/index.html"]
    assert "未通过" in standing["meetings/2026-02-06-yishi/index.html"]
    assert "逾期" in standing["warnings/index.html"]
    assert "防火门" in standing["pacts/loudao-gongyue/index.html"]
    assert "20 个工作日" in standing["services/gaoling-jintie/index.html"] or "20 工作日" in standing["services/gaoling-jintie/index.html"]


def test_no_link_is_dead(built_site: Path) -> None:
    assert dead_links(built_site, documents(built_site)) == []


def test_no_link_is_dead_with_chinese_voucher_numbers(tmp_path: Path) -> None:
    """记字第4号 is what most voucher books print."""
    root = small_community(tmp_path / "community")
    month = root / "ledgers/finance/committee/2026-02.yml"
    month.write_text(re.sub(r"02-00(\d)", r"记字第\1号", month.read_text(encoding="utf-8")), encoding="utf-8")
    assert build_here(root, tmp_path / "site") == 0

    assert dead_links(tmp_path / "site", documents(tmp_path / "site")) == []


ANNOUNCED = """种类: 议事会
通知日期: 2026-11-02
时间: 2026-12-06 14:00
地点: 社区二楼议事厅
召集: 居委会
主持: 主任
记录: 文书
决议:
  - 编号: 1
    议题: 活动室换灯管
"""


def test_no_link_is_dead_where_the_first_meeting_is_still_to_come(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    (root / "ledgers/meetings/2026/2026-02-06-yishi.yml").unlink()
    (root / "ledgers/pacts/loudao-gongyue.yml").unlink()
    (root / "ledgers/meetings/2026/2026-12-06-yishi.yml").write_text(ANNOUNCED, encoding="utf-8")
    month = root / "ledgers/finance/committee/2026-02.yml"
    month.write_text(month.read_text(encoding="utf-8").replace("    决议: 2026-02-06-yishi/1\n", ""), encoding="utf-8")
    assert build_here(root, tmp_path / "site") == 0

    assert dead_links(tmp_path / "site", documents(tmp_path / "site")) == []


def test_a_new_community_has_no_dead_link_either(tmp_path: Path) -> None:
    """No address of its own yet, one month with the starter's lines, which only a draft shows."""
    community = tmp_path / "xinhe"
    made = [
        mingbai_here("init", community, "--name", "新河社区居民委员会", "--kind", "urban", "--as-of", "2026-11-10"),
        mingbai_here("-C", community, "new", "finance", "--as-of", "2026-11-10"),
        mingbai_here("-C", community, "build", "--as-of", "2026-11-10"),
        mingbai_here("-C", community, "build", "--as-of", "2026-11-10", "--draft"),
    ]
    assert [done.returncode for done in made] == [0, 0, 1, 0], [done.stdout + done.stderr for done in made]
    pages = documents(community / "site")

    assert dead_links(community / "site", pages) == []
    assert {link for link in foreign_links(pages) if not link.startswith("tel:")} == set()
    assert [address for address, page in pages.items() if len(page.all("h1")) != 1 or page.stray] == []


# --- the second demonstration -----------------------------------------------------------------------------------------

FIGURES = {
    "finance-periods": ("book", "period", "opening", "income", "expense", "closing"),
    "finance-budget": ("book", "year", "number", "voted", "revised", "outturn"),
    "finance-distribution": ("book", "year", "gain", "reserve", "members", "closing", "paid"),
}


def told(site: Path) -> str:
    """Addresses and key figures of a site, one a line."""
    pages = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    lines = ["# pages", *pages]
    for name, columns in FIGURES.items():
        with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            lines += ["", f"# {name}: {' '.join(columns)}", *(" ".join(row[c] for c in columns) for row in csv.DictReader(file))]
    return "\n".join([*lines, ""])


def test_the_second_demonstration_has_its_pages_and_figures(tmp_path_factory: pytest.TempPathFactory) -> None:
    built = told(second_demonstration(tmp_path_factory))
    if UPDATE:
        HEXI.write_bytes(built.encode())
    assert built.splitlines() == HEXI.read_bytes().decode("utf-8").splitlines()


def test_the_second_demonstration_is_built_twice_alike(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> None:
    """By the command, and in this process from a copy in another place."""
    root = shutil.copytree(REPOSITORY / "examples" / "hexi", tmp_path / "河西")
    assert build_here(root, tmp_path / "site") == 0
    first, again = tree(second_demonstration(tmp_path_factory)), tree(tmp_path / "site")
    assert sorted(first) == sorted(again)
    assert [name for name in first if first[name] != again[name]] == []
