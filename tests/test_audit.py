"""Every demand of the domain has its answer: a code that exists and is shown by an example, or a stated reason."""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache

import pytest

from mingbai import packs, pipeline
from mingbai.kinds import discover
from tests.support.audit import PAGE, REPOSITORY, Demand, demands, groups, page
from tests.support.sweep import each
from tests.unit.test_examples import BAD, CODES, MADE

DEMANDS = tuple(demands())
ACCOUNTS = ("finance/", "projects/", "handovers/")
"""Where the ledgers lie that are accounts or registers; of other kinds only some codes answer a demand here."""
every = each("demand", DEMANDS, ids=lambda d: d.id)


def test_the_page_is_what_the_data_says() -> None:
    """MINGBAI_UPDATE_GOLDEN=1 writes it anew."""
    text = PAGE.read_text("utf-8")
    if os.environ.get("MINGBAI_UPDATE_GOLDEN"):
        PAGE.write_text(page(text), "utf-8")
    assert PAGE.read_text("utf-8") == page(text)


def test_demands_are_numbered_and_said_once() -> None:
    assert [g.id for g in groups()] == list(dict.fromkeys(g.id for g in groups()))
    assert [zh for zh, n in Counter(d.zh for d in DEMANDS).items() if n > 1] == []


@every
def test_a_demand_is_said_in_both_languages_with_its_basis(demand: Demand) -> None:
    law = packs.Law.of(pipeline.pack("cn-2026"))
    assert re.search(r"[一-鿿]", demand.zh)
    assert demand.en
    assert not re.search(r"[一-鿿]", demand.en + demand.otherwise_en)
    assert bool(demand.otherwise) == bool(demand.otherwise_en)
    assert demand.basis
    assert [c for c in demand.cites if not law.knows(c)] == []


@cache
def of_imports() -> str:
    return "".join(p.read_text("utf-8") for p in [*REPOSITORY.glob("tests/test_import*.py"), *REPOSITORY.glob("tests/unit/importing/*.py")])


@every
def test_a_demand_is_answered(demand: Demand) -> None:
    """By codes that exist, each made by an example of its own (of a spreadsheet, by a test), or by a stated reason."""
    assert demand.codes or demand.otherwise
    assert [c for c in demand.codes if c not in CODES] == []
    assert [c for c in demand.codes if c not in BAD and c not in MADE and not (c.startswith("IMP") and c in of_imports())] == []
    assert {*demand.ledgers} <= {k.name for k in discover()}


@every
def test_what_a_demand_names_as_proof_is_there(demand: Demand) -> None:
    for proof in demand.proofs:
        path, _, name = proof.partition("::")
        assert (REPOSITORY / path).is_file(), proof
        assert not name or f"def {name}(" in (REPOSITORY / path).read_text("utf-8"), proof


def test_every_code_of_the_accounts_answers_a_demand() -> None:
    """A new code is named under one in docs/audit.yml, and docs/audit.zh-CN.md written anew (MINGBAI_UPDATE_GOLDEN=1)."""
    asked = {c for d in DEMANDS for c in d.codes}
    of_accounts = {c.id for k in discover() if any(s.path.startswith(ACCOUNTS) for s in k.shapes) for c in k.all_codes}
    assert sorted(of_accounts - asked) == []


def test_every_group_of_rules_of_the_domain_is_there() -> None:
    """FIN-01, FIN-02 … and each ledger whose paragraph names checks, as the domain's paper has them."""
    paper = REPOSITORY.parent / "shared/design/domain.md"
    if not paper.is_file():
        pytest.skip("needs shared/design/domain.md beside the repository")
    text = paper.read_text("utf-8")
    named = set(re.findall(r"^\| (FIN-\d\d) \|", text, re.MULTILINE))
    assert len(named) >= 17
    assert named - {g.id for g in groups()} == set()
    checked = {
        number for number, said in re.findall(r"\*\*(4\.\d+) [^*]+\*\*(.*?)(?=\*\*4\.\d|\Z)", text, re.DOTALL) if re.search(r"[Cc]hecks?:", said)
    }
    money = {"4.3", "4.4", "4.5", "4.6", "4.7", "4.12", "4.19", "4.21"}
    assert money & checked == money & {g.id for g in groups()} & checked
