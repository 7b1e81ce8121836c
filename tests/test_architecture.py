"""The architecture, kept by machine: direction of imports, doors, size and self-explanation of every module."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.sweep import each

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "generator" / "mingbai"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST, MEDIAN = 400, 120
FUNCTION_MEDIAN = 8

KINDS = sorted(p.parent.name for p in (PACKAGE / "kinds").glob("*/__init__.py"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def explaining(tree: ast.Module) -> list[ast.FunctionDef | ast.ClassDef]:
    """What must say what it is for: every class and function at the top of a module."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of the body, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over `folder`, which holds pyproject.toml and generator/."""
    program = "import sys; sys.path.insert(0, 'generator'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_imports_go_one_way_and_every_library_has_one_door():
    done = lint(REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr


BREAKS = {
    "One direction of imports": ("values/money.py", "from mingbai import books"),
    "Kinds meet only at records": ("kinds/finance/rules/__init__.py", "from mingbai.kinds.meetings import rules as other"),
    "Records cite other kinds by id": ("kinds/finance/records.py", "from mingbai.kinds.meetings import records"),
    "Rules and pages of one kind": ("kinds/community/pages.py", "from mingbai.kinds.community import rules"),
    "Inside finance": ("kinds/finance/posting/ledger.py", "from mingbai.kinds.finance import statements"),
    "PyYAML has one door": ("checking/run.py", "import yaml"),
    "Jinja has one door": ("site/view.py", "import jinja2"),
    "Ready-made HTML": ("kinds/finance/pages/books.py", "import markupsafe"),
    "MkDocs has one door": ("rendering/filters.py", "import mkdocs"),
    "click has one door": ("reporting/text.py", "import click"),
    "pydantic stays": ("kinds/finance/pages/books.py", "import pydantic"),
    "Workbooks have one door": ("pipeline.py", "import python_calamine"),
    "xlsxwriter has one door": ("rendering/datasets.py", "import xlsxwriter"),
    "What prints has one door": ("printing/notices.py", "import typst"),
    "watchdog has one door": ("cli/serve.py", "import watchdog"),
    "pandas has one door": ("kinds/finance/pages/books.py", "import pandas"),
    "Nobody knows git": ("reading/folder.py", "import git"),
    "Works from files alone": ("serving/answers.py", "import http"),
    "No circle among siblings": ("reading/lines.py", "from mingbai.reading import spans"),
}


def test_every_contract_can_be_broken():
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert [next((b for b in BREAKS if c["name"].startswith(b)), c["name"]) for c in contracts] == list(BREAKS)


@pytest.fixture(scope="module")
def told_of(tmp_path_factory):
    """What import-linter says of each contract, in one line, over a copy in which every one is broken at once."""
    copy = tmp_path_factory.mktemp("broken")
    (copy / "pyproject.toml").write_text((REPOSITORY / "pyproject.toml").read_text("utf-8"), "utf-8")
    for path in MODULES:
        target = copy / "generator/mingbai" / name(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        lines = [line for where, line in BREAKS.values() if where == name(path)]
        target.write_text(path.read_text("utf-8") + "".join(f"\n\ndef _broken() -> None:\n    {line}\n" for line in lines), "utf-8")
    done = lint(copy)
    assert done.returncode == 1, done.stderr
    kept = [c for c in BREAKS if not re.search(rf"^{re.escape(c)}.* BROKEN", done.stdout, re.MULTILINE)]
    assert kept == [], done.stdout
    sections = re.split(r"^(.+)\n-+\n", done.stdout.partition("\nBroken contracts\n")[2], flags=re.MULTILINE)
    return {title: " ".join(said.split()) for title, said in zip(sections[1::2], sections[2::2], strict=True)}


@pytest.mark.slow
def test_a_contract_fails_when_it_is_broken(told_of):
    """By the import that breaks it, not by that of another: the section of each names the module and what it imports."""
    for contract, (where, line) in BREAKS.items():
        (said,) = (said for title, said in told_of.items() if title.startswith(contract))
        importer = where.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        imported = re.sub(r"^import |^from (\S+) import (\w+).*$", lambda m: f"{m[1]}.{m[2]}" if m[1] else "", line)
        if contract.startswith("No circle"):  # a pair of siblings, in whichever of the two directions is the rarer
            inside, _, sibling = imported.rpartition(".")
            assert f"No cycles are allowed in {inside}. It could be made acyclic by removing 1 dependency: - .{sibling} -> " in said, said
        else:
            assert f"- mingbai.{importer} -> {imported} (l." in said, (contract, said)


def test_modules_are_small_and_even():
    lines = {name(p): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {n: count for n, count in lines.items() if count > LONGEST} == {}
    assert statistics.median(lines.values()) <= MEDIAN


def test_functions_are_small():
    sizes = [length(f) for p in MODULES for f in functions(parsed(p))]
    assert statistics.median(sizes) <= FUNCTION_MEDIAN


@each("path", MODULES, ids=name)
def test_a_module_explains_itself(path):
    tree = parsed(path)
    silent = [node.name for node in explaining(tree) if not node.name.startswith("_") and not ast.get_docstring(node)]
    assert ast.get_docstring(tree)
    assert silent == []


@each("path", MODULES, ids=name)
def test_money_is_never_a_float_and_nothing_is_left_to_do(path):
    text = path.read_text("utf-8")
    assert not [n for n in ast.walk(parsed(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "float"]
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text)


def test_nothing_tells_where_it_was_made():
    """No file of the repository holds a path of the machine it was written on, or the address of a package index."""
    own = ("generator", "site_templates", "content", "ledgers", "bench", "docs", "requirements", ".ci")
    single = ("README.md", "README.zh-CN.md", "CHANGELOG.md", "DECISIONS.md", "Makefile", "mkdocs.yml", "pyproject.toml")
    files = [
        p for folder in own for p in (REPOSITORY / folder).rglob("*") if p.is_file() and not re.search(r"/(__pycache__|\.\w+_cache)/", p.as_posix())
    ]
    files += [REPOSITORY / n for n in single if (REPOSITORY / n).is_file()]
    telling = re.compile(rb"/(work|root|home)/\w|file://|pypi\.org|--(extra-)?index-url")
    assert [p.relative_to(REPOSITORY).as_posix() for p in files if p.suffix != ".png" and telling.search(p.read_bytes())] == []


def test_the_lock_holds_hashes_and_no_more():
    for lock in ("runtime.txt", "dev.txt", "bench.txt", "installer.txt"):
        text = (REPOSITORY / "requirements" / lock).read_text("utf-8")
        pinned = re.findall(r"^([a-z0-9._-]+)==\S+.*\\$", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^[a-z]", text, re.MULTILINE))
        assert "://" not in text
    runtime = (REPOSITORY / "requirements" / "runtime.txt").read_text("utf-8")
    assert not re.search(r"^jieba==", runtime, re.MULTILINE)  # Material takes it when it is there, and the pages change


def test_the_lock_covers_what_the_project_asks_for():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[<>=! \[;]", d, maxsplit=1)[0] for d in project["dependencies"]}
    for lock in ("runtime.txt", "dev.txt"):
        locked = set(re.findall(r"^([a-z0-9._-]+)==", (REPOSITORY / "requirements" / lock).read_text("utf-8"), re.MULTILINE))
        assert wanted <= locked


def test_to_check_loads_nothing_that_makes_pages() -> None:
    """The secretary waits for `check` a hundred times a month: what makes pages, tables and their words is loaded when it is asked for."""
    told = "import sys; from mingbai.kinds import discover; discover(); print(*(m for m in sys.modules if m.startswith('mingbai.kinds.')))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert [m for m in loaded if re.search(r"\.(pages|contexts|datasets|page_\w+)(\.|$)", m)] == []
