"""A finding rests on the law of the community it is about: no urban article in a village, no village article in a residents' community."""

from __future__ import annotations

import datetime
import re
import shutil

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Cite, Diagnostic
from mingbai.packs import Law
from tests.support.building import REPOSITORY
from tests.unit.test_examples import CODES

URBAN, VILLAGE = "urban-committee", "village-committee"
KINDS = ("城市居委会", "村委会", "撤村建居社区", "集体经济组织")

VILLAGE_ALONE = {"MTG029", "MTG030", "MTG046"}
"""What the village law alone asks for: women among the representatives, a supervisor at the vote."""

URBAN_ALONE = {"ELE045"}
"""What the urban law alone asks for, as far as we have read the other: that the result is announced on the spot."""


def law(kind: str) -> Law:
    return Law.of(pipeline.pack("cn-2026"), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_no_code_cites_an_act_that_binds_others_alone(kind: str) -> None:
    here = law(kind)

    foreign = {id: [c.act for c in here.basis(code.basis) if kind not in (here.acts[c.act].binds or (kind,))] for id, code in CODES.items()}

    assert {id: acts for id, acts in foreign.items() if acts} == {}


def test_what_one_law_on_committees_asks_the_other_is_cited_for_too() -> None:
    spoken = {id: code for id, code in CODES.items() if {URBAN, VILLAGE} & {c.act for c in code.basis}}

    assert {id for id, code in spoken.items() if not law("村委会").basis(code.basis)} == URBAN_ALONE
    unasked = {id for id, code in spoken.items() if not law("城市居委会").basis(code.basis) and "collective" not in {c.act for c in code.basis}}
    assert unasked == VILLAGE_ALONE


@pytest.mark.parametrize(
    "code, village, urban",
    [
        ("MTG003", "39", "39"),
        ("MTG014", "30", "29"),
        ("MTG015", "39", "39"),
        ("COM004", "37", "36"),
    ],
)
def test_the_article_follows_the_kind_of_community(code: str, village: str, urban: str) -> None:
    assert law("村委会").basis(CODES[code].basis) == (Cite(VILLAGE, village),)
    assert law("城市居委会").basis(CODES[code].basis) == (Cite(URBAN, urban),)


def test_money_rests_on_disclosure_in_every_kind() -> None:
    for code in ("FIN028", "FIN029", "FIN033"):
        assert Cite(VILLAGE, "35") in law("村委会").basis(CODES[code].basis)
        assert law("城市居委会").basis(CODES[code].basis) == (Cite(URBAN, "34"),)
        assert law("集体经济组织").basis(CODES[code].basis) == (Cite("collective", "45"),)


def test_without_a_counterpart_nothing_is_cited() -> None:
    assert law("城市居委会").basis((Cite(VILLAGE, "29"),)) == ()
    assert law("集体经济组织").basis((Cite(URBAN, "30"), Cite(VILLAGE, "31"))) == ()


COLLECTIVE = "collective"
COMMITTEES = {URBAN, VILLAGE}


@pytest.mark.parametrize("kind", ["撤村建居社区", "村委会"])
def test_of_one_side_the_acts_of_the_other_are_not_cited(kind: str) -> None:
    """A collective stands beside the committee, and both acts bind the community: each finding rests on that of its own side."""
    here = law(kind)
    for code in CODES.values():
        clauses = here.basis(code.basis)
        acts = {c.act for c in clauses}
        if COLLECTIVE in acts and acts & COMMITTEES:
            assert not {c.act for c in here.of_side(clauses, collective=True)} & COMMITTEES, code.id
            assert COLLECTIVE not in {c.act for c in here.of_side(clauses, collective=False)}, code.id
        assert bool(here.of_side(clauses, collective=True)) == bool(clauses) == bool(here.of_side(clauses, collective=False))


@pytest.fixture(scope="module")
def disordered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Diagnostic]]:
    """What is found in the converted community and in the village when both sides make the same mistakes."""
    found = {}
    for name in ("hexi", "liuxi"):
        root = tmp_path_factory.mktemp(name) / name
        shutil.copytree(REPOSITORY / "examples" / name, root)
        for minutes in (root / "ledgers/meetings").rglob("*.yml"):
            text = re.sub(r"    党组织研究日期: .*\n", "", minutes.read_text("utf-8"))
            minutes.write_text(re.sub(r"决议公开: \S+", lambda m: f"{m[0][:-2]}28", text), "utf-8")
        found[name] = list(pipeline.check(root, datetime.date(2026, 11, 10)).findings)
    return found


def test_no_finding_of_one_side_rests_on_the_act_of_the_other(disordered: dict[str, list[Diagnostic]]) -> None:
    def acts(name: str, *where: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for f in disordered[name]:
            if any(w in f.place.path for w in where):
                found.setdefault(f.code.id, set()).update(c.act for c in law("撤村建居社区" if name == "hexi" else "村委会").basis(f.basis))
        return found

    collective = acts("hexi", "finance/collective/", "-chengyuan.yml", "-lishihui.yml")
    committee = acts("hexi", "finance/committee/", "-daibiao.yml", "-jumin.yml")
    village = acts("liuxi", "finance/", "-cunmin.yml", "-cunmindaibiao.yml")
    assert {"MTG023", "DBT018", "CON010"} <= collective.keys()
    assert "MTG023" in committee
    assert {"MTG023", "DUE027"} <= village.keys()
    assert {code: cited for code, cited in collective.items() if cited & COMMITTEES} == {}
    assert {code: cited for code, cited in {**committee, **village}.items() if COLLECTIVE in cited} == {}
