"""What each figure means: which work, done how, by whom. Each yields finished `Figure`s and leaves nothing behind."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench import growth as growing
from bench import hugo as hugos
from bench import journals, ledgers, material, sheets
from bench import search as answering
from bench import weight as weighing
from bench.generate import Plan
from bench.measure import Figure, WorkError, by_turns, inside, ours, run, tool

_DEMONSTRATION = Path(__file__).resolve().parents[1]


def check(root: Path, plan: Plan, rounds: int) -> Iterator[Figure]:
    """Cold check of the same transactions: one process each, nothing cached, every balance proved month by month."""
    community = ledgers.write(plan, root / "check")
    journal = journals.write_hledger(plan, root / "check.journal")
    beans = journals.write_beancount(plan, root / "check.beancount")
    sides = {
        "ours": ours("-C", str(community), "check"),
        "hledger": ("hledger", "-f", str(journal), "check"),
        "beancount": (tool("bean-check"), "--no-cache", str(beans)),
    }
    must_find(root / "wrong", sides)
    clean(community)
    best = by_turns(sides, rounds)
    hledger = re.sub(r"hledger ([\d.]+).*", r"\1", run(("hledger", "--version"))[1].strip())
    yield Figure("check_vs_hledger", best["ours"], best["hledger"], "hledger", hledger)
    yield Figure("check_vs_beancount", best["ours"], best["beancount"], "beancount", version("beancount"))


def must_find(root: Path, sides: dict[str, tuple[str, ...]]) -> None:
    """Each side refuses a small ledger whose last balance is one fen off: it does prove the balances it is timed on."""
    plan = Plan(1, 2, 5)
    community = ledgers.write(plan, root / "ours")
    written = {
        "ours": max((community / "ledgers/finance").rglob("*.yml")),
        "hledger": journals.write_hledger(plan, root / "wrong.journal"),
        "beancount": journals.write_beancount(plan, root / "wrong.beancount"),
    }
    last = re.compile(r"(余额: |= |balance \S+\s+)(\d+\.\d)(\d)(?![\s\S]*(余额: |= \d|balance A))")
    for side, file in written.items():
        text, changed = last.subn(lambda found: f"{found[1]}{found[2]}{(int(found[3]) + 1) % 10}", file.read_text("utf-8"))
        if changed != 1:
            raise WorkError(f"{file}: no balance to falsify")
        file.write_text(text, "utf-8")
        place = str(community) if side == "ours" else str(file)
        command = [place if Path(part).is_absolute() and Path(part).exists() and n else part for n, part in enumerate(sides[side])]
        run(command, accepted=(1, 2) if side == "beancount" else (1,))
    shutil.rmtree(root)


def clean(community: Path) -> None:
    """Ours has nothing to say of the data, not even a warning: no side is timed at writing findings."""
    report = run(ours("-C", str(community), "check", "--format", "json"))[1]
    if '"code":' in report:
        raise WorkError(f"the drawn ledgers are not clean: {report[:2000]}")


def check_60k(root: Path, plan: Plan, rounds: int) -> Iterator[Figure]:
    """Lines checked in a second, cold."""
    community = ledgers.write(plan, root / "lines")
    best = by_turns({"ours": ours("-C", str(community), "check")}, rounds)
    yield Figure("check_60k", best["ours"], work=plan.total)


def pages(root: Path, plan: Plan, rounds: int) -> Iterator[Figure]:
    """Month pages: rendered from records in memory to finished files, and built from YAML with the check, against stock Material."""
    community = ledgers.write(plan, root / "pages")
    config = material.write(plan, root / "material")
    python = (sys.executable, "-m")
    drawn = {
        "ours": (*python, "bench.inner", "ours", str(community), str(root / "pages-out")),
        "peer": (*python, "bench.inner", "material", str(config), str(root / "material-out")),
    }
    stock = version("mkdocs-material")
    best = inside(drawn, rounds)
    compare(plan, root / "pages-out", root / "material-out")
    yield Figure("render_vs_material", best["ours"], best["peer"], "mkdocs-material", stock)
    built = {
        "ours": ours("-C", str(community), "build"),
        "peer": (tool("mkdocs"), "build", "--quiet", "--clean", "--config-file", str(config), "--site-dir", str(root / "material-out")),
    }
    best = by_turns(built, rounds)
    compare(plan, community / "site", root / "material-out")
    yield Figure("build_vs_material", best["ours"], best["peer"], "mkdocs-material", stock)


def hugo(root: Path, plan: Plan, rounds: int) -> Iterator[Figure]:
    """The month pages again, against Hugo with the barest layout: ours in the whole shell of the site, from records in memory; no bar."""
    if shutil.which(tool("hugo")) is None:
        raise WorkError("hugo is missing: `make bench` installs it")
    community = ledgers.write(plan, root / "pages")
    project = hugos.write(plan, root / "hugo")
    mine = {"ours": (sys.executable, "-m", "bench.inner", "ours", str(community), str(root / "pages-out"))}
    theirs = {"peer": (tool("hugo"), "--quiet", "--source", str(project), "--destination", str(root / "hugo-out"), "--cleanDestinationDir")}
    best: dict[str, float] = {}
    for _ in range(rounds):
        for side, took in (inside(mine, 1) | by_turns(theirs, 1)).items():
            best[side] = min(best.get(side, took), took)
    compare(plan, root / "pages-out", root / "hugo-out")
    yield Figure("render_vs_hugo", best["ours"], best["peer"], "hugo", version("hugo") if _has("hugo") else "of the system")


def _has(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def growth(root: Path, plan: Plan, rounds: int) -> Iterator[growing.Growth]:
    """10,000 pages against 1,000, the whole build from YAML: times the time (bar 11), and the most memory."""
    yield growing.growth(root, plan, Plan(plan.books * _TENFOLD[0] // _TENFOLD[1], plan.months, plan.lines), rounds)


_TENFOLD = (59, 5)
"""Books of the larger community for so many of the smaller: what there is once does not grow, so ten times the pages need more than ten times the books."""


def compare(plan: Plan, mine: Path, theirs: Path) -> None:
    """Both sites have a page for every month of every book, with every voucher of it."""
    for book in plan.book_ids:
        for year, month in plan.calendar:
            vouchers = [f"{month:02}-{n:03}" for n in range(1, plan.lines + 1)]
            for page in (mine / f"finance/{book}/{year}/{month:02}/index.html", theirs / f"finance/{book}/{year}-{month:02}/index.html"):
                shown = page.read_text("utf-8") if page.is_file() else ""
                if not all(v in shown for v in vouchers):
                    raise WorkError(f"{page} was not made, or lacks lines")


def imports(root: Path, plan: Plan, rounds: int) -> Iterator[Figure]:
    """A workbook read: into the months of a book, every cell typed and the printed total proved, against a bare frame of pandas.

    Twice: both sides with what they read in memory; ours with the month files written and proved, the peer writing nothing.
    """
    workbook = root / "rows.xlsx"
    total = sheets.write(plan, workbook)
    python = (sys.executable, "-m", "bench.inner")
    best = inside({side: (*python, side, str(workbook), str(total)) for side in ("imported", "written", "frame")}, rounds)
    yield Figure("import_rows", best["imported"], best["frame"], "pandas", version("pandas"))
    yield Figure("import_files", best["written"], best["frame"], "pandas", version("pandas"))


def start(_root: Path, _plan: Plan, rounds: int) -> Iterator[Figure]:
    """From nothing to the help text."""
    best = by_turns({"ours": (tool("mingbai"), "--help"), "peer": (tool("mkdocs"), "--help")}, rounds)
    yield Figure("start", best["ours"], best["peer"], "mkdocs", version("mkdocs"))


def notices(root: Path, _plan: Plan, rounds: int) -> Iterator[Figure]:
    """Notices for the board set in a second: all of a year of the demonstration, texts, tables and codes, with one compiler."""
    python = (sys.executable, "-m", "bench.inner")
    best, made = None, 0
    for n in range(rounds):
        took = inside({"ours": (*python, "notices", str(_DEMONSTRATION), str(root / str(n)))}, 1)["ours"]
        best = min(best or took, took)
        made = sum(p.read_bytes().startswith(b"%PDF") for p in (root / str(n)).iterdir())
    if best is None or not made:
        raise WorkError("no notice was made")
    yield Figure("notices", best, work=made, unit="notices")


def search(root: Path, plan: Plan, rounds: int) -> Iterator[answering.Answer]:
    """The first list of a search in a site of 3,000 pages, on a slow phone with a slow line."""
    yield from answering.answers(root, plan, rounds)


def weight(root: Path, _plan: Plan, _rounds: int) -> Iterator[weighing.Weight]:
    """What the month pages of the demonstration cost a phone, compressed: the first page of a visit, and each further one."""
    yield from weighing.weights(root, _DEMONSTRATION)


Measure = Callable[[Path, Plan, int], Iterator[Figure | answering.Answer | weighing.Weight | growing.Growth]]

FIGURES: tuple[tuple[Measure, Plan, int], ...] = (
    (check, Plan(4, 120, 250), 3),
    (check_60k, Plan(4, 60, 250), 3),
    (pages, Plan(10, 100, 30), 2),
    (hugo, Plan(10, 100, 30), 2),
    (growth, Plan(5, 100, 30), 2),
    (imports, Plan(1, 40, 2500), 3),
    (start, Plan(0, 0, 0), 7),
    (notices, Plan(0, 0, 0), 2),
    (search, Plan(16, 100, 30), 2),
    (weight, Plan(0, 0, 0), 1),
)
"""Each measurement, how much is drawn for it (books × months × lines), how many rounds."""
