"""The wheel works where there is no repository: installed into a fresh environment, it starts a community and builds its site."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "generator" / "mingbai"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Outside of the repository and of its path; its output where it fails."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "MINGBAI", "SOURCE_DATE"))}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env={**environment, "PYTHONUTF8": "1"}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built with what is installed: nothing is fetched."""
    out = tmp_path_factory.mktemp("dist")
    program = "import sys; from hatchling import build; build.build_sdist(sys.argv[1]); build.build_wheel(sys.argv[1])"
    run(sys.executable, "-c", program, out, cwd=REPOSITORY)
    return out


@pytest.fixture(scope="module")
def installed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment that holds our wheel; the libraries are those of this one."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / SCRIPTS / "python"
    lib = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).stdout.strip())
    wheel = next(made.glob("*.whl"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    (lib / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    return home / SCRIPTS


def test_the_wheel_holds_all_that_is_not_code(made):
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        inside = set(wheel.namelist())
    data = [p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix != ".pyc" and "/." not in p.relative_to(PACKAGE).as_posix()]
    assert {f"mingbai/{p.relative_to(PACKAGE).as_posix()}" for p in data if not p.name.startswith(".")} <= inside
    templates = REPOSITORY / "site_templates"
    assert {f"mingbai/_templates/{p.relative_to(templates).as_posix()}" for p in templates.rglob("*") if p.is_file()} <= inside
    assert any(n.startswith("mingbai/packs/cn-2026/") for n in inside)
    assert not [n for n in inside if n.startswith(("generator/", "tests/", "bench/", "ledgers/")) or "__pycache__" in n]


def test_the_source_archive_can_be_tested_and_built(made):
    with tarfile.open(next(made.glob("*.tar.gz"))) as archive:
        inside = {n.partition("/")[2] for n in archive.getnames()}
    for needed in ("pyproject.toml", "Makefile", "mkdocs.yml", "LICENSE", "README.md", "requirements/dev.txt", "generator/mingbai/version.py"):
        assert needed in inside
    assert any(n.startswith("ledgers/finance/") for n in inside)
    assert any(n.startswith("tests/") for n in inside)


def test_it_is_this_package_and_not_the_repository(installed, tmp_path):
    where = run(installed / "python", "-c", "import mingbai; print(mingbai.__file__)", cwd=tmp_path).stdout
    assert str(installed.parent) in where


def test_the_wheel_starts_checks_and_builds_a_community(installed, tmp_path):
    mingbai = installed / "mingbai"
    assert run(mingbai, "--version", cwd=tmp_path).stdout.strip().endswith(version())
    run(mingbai, "init", "xinhe", "--name", "新河社区居民委员会", "--kind", "urban", cwd=tmp_path)
    root = tmp_path / "xinhe"
    assert "可以发布" in run(mingbai, "--lang", "zh", "check", cwd=root).stdout
    run(mingbai, "build", cwd=root)
    home = (root / "site" / "index.html").read_text("utf-8")
    assert "新河社区居民委员会" in home
    assert run(mingbai, "explain", "--list", cwd=root).stdout.count("\n") > 50
    assert (
        "_templates"
        in run(installed / "python", "-c", "from mingbai.rendering.templates import shipped_templates; print(shipped_templates())", cwd=root).stdout
    )


def version() -> str:
    text = (PACKAGE / "version.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]
