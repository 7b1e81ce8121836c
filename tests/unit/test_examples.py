"""Every code has an example that triggers it and it alone, words in two languages, and a clause that the law pack knows."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import mingbai
from mingbai import checking, importing, packs, pipeline, printing, reading
from mingbai.diagnostics import Code
from mingbai.kinds import discover
from mingbai.reading.findings import CAP
from mingbai.schema import codes as schema
from mingbai.values.text import Lang, Text
from tests.base.community import AS_OF, BASE, NOT_LEDGERS, checked, errors, laid_over, place, put
from tests.support.sweep import each

PACKAGE = Path(pipeline.__file__).parent
EXAMPLES = sorted(p for p in PACKAGE.rglob("examples") if p.is_dir() and "__pycache__" not in p.parts)
BAD = {p.name: p for folder in EXAMPLES for p in sorted(folder.glob("bad/*")) if p.is_dir()}
GOOD = [p for folder in EXAMPLES for p in sorted(folder.glob("good")) if p.is_dir()]
MONTH = "finance/committee/2026-03.yml"

LISTED = (
    reading.CODES,
    schema.CODES,
    checking.CODES,
    packs.CODES,
    pipeline.CODES,
    importing.CODES,
    printing.CODES,
    *(k.all_codes for k in discover()),
)
CODES = {code.id: code for codes in LISTED for code in codes}

EXEMPT = {
    "SYS001": "needs a rule of ours that crashes: tests/unit/checking/test_run.py has one",
    "SCH020": "no ledger has a field for a threshold, only the law pack: tests/unit/values/test_values.py",
    "SCH027": "for whatever pydantic may come to refuse that we have no words for yet; nothing known leads there",
    "YML035": "a million values take seconds to read: tests/unit/test_examples.py::test_too_many_values",
    "LAW002": "arises from a law pack that is broken: tests/unit/test_examples.py::test_a_broken_law_pack_says_which_clause",
    "COM103": "speaks of a page of content/, not of a ledger: tests/unit/checking/test_content.py",
    "COM104": "speaks of a page of content/, not of a ledger: tests/unit/checking/test_content.py",
    "COM105": "speaks of a file of content/, not of a ledger: tests/unit/checking/test_content.py",
    "COM108": "speaks of a page of content/, not of a ledger: tests/unit/checking/test_content.py",
    "COM064": "speaks of mkdocs.yml, not of a ledger: tests/unit/checking/test_moorings.py",
    "COM065": "speaks of where git has the folder: tests/unit/checking/test_moorings.py",
    "COM066": "speaks of a page of content/, not of a ledger: tests/unit/checking/test_content.py",
    "PRT001": "speaks of what git tracks, not of a ledger: tests/unit/checking/test_tracked.py",
    **{code.id: "speaks of private/board.yml or of fonts, not of a ledger: tests/unit/printing" for code in printing.CODES},
} | {code.id: "speaks of a spreadsheet, not of a ledger: tests/unit/importing" for code in importing.CODES}


def _deep(ledgers: Path) -> str:
    put(ledgers / ("/".join("a" * 18)) / "b.yml", b"")
    return f"ledgers/{'/'.join('a' * 17)}:1:1"


def _link(ledgers: Path) -> str:
    (ledgers / MONTH).symlink_to(ledgers / "finance/committee/2026-02.yml")
    return f"ledgers/{MONTH}:1:1"


def _pipe(ledgers: Path) -> str:
    os.mkfifo(ledgers / MONTH)
    return f"ledgers/{MONTH}:1:1"


def _clash(ledgers: Path) -> str:
    for name in ("2026-03.txt", "2026-03.TXT"):
        put(ledgers / "finance/committee" / name, b"")
    return "ledgers/finance/committee/2026-03.txt:1:1"


def _written(text: str, at: str) -> Callable[[Path], str]:
    def make(ledgers: Path) -> str:
        put(ledgers / MONTH, text.encode())
        return f"ledgers/{MONTH}:{at}"

    return make


MADE: dict[str, Callable[[Path], str]] = {
    "YML001": _written("#" * (8 << 20) + "\n", "1:1"),
    "YML036": _written("备注: " + "长" * 22000 + "\n", "1:5"),
    "YML037": _written("期间: 2026-03\n" + "😊\n" * (CAP + 5), f"{CAP + 1}:1"),
    "YML040": _link,
    "YML042": _clash,
    "YML044": _deep,
    "YML046": _pipe,
}
"""Examples made here: too large to ship, or of a sort that git and Windows cannot hold."""

ECHOED = {"YML037": {"YML010"}, "YML042": {"YML045"}}
"""What such an example cannot do without: the 200 findings before it; the stray files that are named alike."""


def _all_declared() -> dict[str, list[Code]]:
    """Every `Code` at the top of any module of the package."""
    found: dict[str, dict[int, Code]] = {}
    for module in pkgutil.walk_packages(mingbai.__path__, "mingbai."):
        if module.name.rpartition(".")[2] in ("__main__", "plugin"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Code):
                found.setdefault(value.id, {})[id(value)] = value
    return {id: list(codes.values()) for id, codes in found.items()}


def test_every_code_is_listed_by_its_package_or_kind_and_declared_once() -> None:
    declared = _all_declared()
    assert declared.keys() == CODES.keys()
    assert [id for id, codes in declared.items() if len(codes) != 1] == []
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", id) for id in declared)


def test_every_code_has_an_example_or_a_reason_for_none() -> None:
    assert sorted([*BAD, *MADE, *EXEMPT]) == sorted(CODES)
    assert all(Counter((*BAD, *MADE, *EXEMPT)).values())
    assert all(EXEMPT.values())


@each("code", CODES.values(), ids=lambda code: code.id)
def test_a_code_says_everything_in_both_languages(code: Code) -> None:
    for text in (code.title, code.message, code.remedy, code.asks):
        assert isinstance(text, Text)
        assert text.zh.strip()
        assert text.en.strip()
        assert set(re.findall(r"\{(\w+)\}", text.zh)) == set(re.findall(r"\{(\w+)\}", text.en)) or text is code.remedy or text is code.message
    assert re.search(r"[一-鿿]", code.title.zh + code.asks.zh)
    assert not re.search(r"[一-鿿]", code.title.en + code.asks.en)
    assert "{" not in code.title.zh + code.title.en + code.asks.zh + code.asks.en


def test_every_clause_a_code_cites_is_in_the_law_pack() -> None:
    law = packs.Law.of(pipeline.pack("cn-2026"))
    assert [(code.id, cite) for code in CODES.values() for cite in code.basis if not law.knows(cite)] == []


def _expected(folder: Path) -> list[str]:
    return (folder / "expected.txt").read_text("utf-8").strip().split("\n")


@each("id", BAD, by=lambda one: f"{BAD[one].parents[2].name}-{one[:3]}")
def test_a_bad_example_is_found_once_at_its_place_and_nothing_else_is_wrong(id: str, tmp_path: Path) -> None:
    where, *message = _expected(BAD[id])
    found = checked(tmp_path, BAD[id])
    mine = [f for f in found.findings if f.code.id == id]
    assert [place(f).removeprefix("ledgers/") for f in mine] == [where.removeprefix("ledgers/")]
    assert [f.message("zh") for f in mine] == (message or [mine[0].message("zh")])
    assert [place(f) for f in errors(found) if f.code.id != id] == []
    languages: tuple[Lang, Lang] = ("zh", "en")
    for lang in languages:
        for said in (mine[0].message(lang), mine[0].remedy(lang)):
            assert said.strip()
            assert not re.search(r"\{\w*\}", said)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs links, pipes and names that differ by case")
@pytest.mark.parametrize("id", MADE)
def test_what_cannot_be_shipped_is_found_once_at_its_place(id: str, tmp_path: Path) -> None:
    where = MADE[id](laid_over(tmp_path) / "ledgers")
    found = pipeline.check(tmp_path, AS_OF)
    mine = [f for f in found.findings if f.code.id == id]
    assert [place(f) for f in mine] == [where]
    assert {f.code.id for f in errors(found)} - {id} <= ECHOED.get(id, set())


def test_bad_examples_lie_where_their_codes_are_declared_and_hold_ledgers_only() -> None:
    for id, example in BAD.items():
        declared = next(m for m in _modules() if any(isinstance(v, Code) and v.id == id for v in vars(m[1]).values()))
        owner = declared[0].removeprefix("mingbai").strip(".").split(".")
        folder = example.relative_to(PACKAGE).parts[: -len(("examples", "bad", id))]
        assert tuple(owner[: len(folder)]) == folder, id
        for path in example.rglob("*"):
            assert path.is_dir() or path.name in NOT_LEDGERS or path.suffix == ".yml" or id in ("YML043", "YML045"), path


@cache
def _modules() -> list[tuple[str, object]]:
    names = [m.name for m in pkgutil.walk_packages(mingbai.__path__, "mingbai.") if m.name.rpartition(".")[2] not in ("__main__", "plugin")]
    deepest = sorted(names, key=lambda n: (-n.count("."), n))
    return [(name, importlib.import_module(name)) for name in deepest]


@pytest.mark.parametrize("folder", GOOD, ids=[p.parent.parent.name for p in GOOD])
def test_a_good_example_over_the_base_is_clean(folder: Path, tmp_path: Path) -> None:
    found = checked(tmp_path, folder)
    assert [f"{place(f)} {f.code.id}" for f in found.findings] == []


def test_the_base_is_clean() -> None:
    found = pipeline.check(BASE, AS_OF)
    assert [f"{place(f)} {f.code.id}" for f in found.findings] == []


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("mingbai.reading.walk"), "MAX_NODES", 50)
    document, found = reading.read(b"# \tthe walk reads it\n[" + b"1, " * 60 + b"1]\n", "a.yml", 1)
    assert document.nodes is None
    assert "YML035" in {f.code.id for f in found}


def test_a_broken_law_pack_says_which_clause() -> None:
    law = packs.Law.of(pipeline.pack("cn-2026"))
    assert list(packs.unknown_acts(law, "cn-2026/bodies.yml")) == []
    acts = {k: v for k, v in law.acts.items() if k != "accounting"}
    found = list(packs.unknown_acts(packs.Law(acts, law.bodies, law.carry), "cn-2026/carry.yml"))
    assert {f.code.id for f in found} == {"LAW002"}
    assert "accounting" in found[0].message("zh")
