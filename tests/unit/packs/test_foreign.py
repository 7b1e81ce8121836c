"""A finding rests on the law of the community it is about: no urban article in a village, no village article in a residents' community."""

from __future__ import annotations

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Cite
from mingbai.packs import Law
from tests.unit.test_examples import CODES

URBAN, VILLAGE = "urban-committee", "village-committee"
KINDS = ("城市居委会", "村委会", "撤村建居社区", "集体经济组织")

VILLAGE_ALONE = {"MTG029", "MTG030", "MTG046"}
"""What the village law alone asks for: women among the representatives, a supervisor at the vote."""


def law(kind: str) -> Law:
    return Law.of(pipeline.pack("cn-2026"), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_no_code_cites_an_act_that_binds_others_alone(kind: str) -> None:
    here = law(kind)

    foreign = {id: [c.act for c in here.basis(code.basis) if kind not in (here.acts[c.act].binds or (kind,))] for id, code in CODES.items()}

    assert {id: acts for id, acts in foreign.items() if acts} == {}


def test_what_one_law_on_committees_asks_the_other_is_cited_for_too() -> None:
    spoken = {id: code for id, code in CODES.items() if {URBAN, VILLAGE} & {c.act for c in code.basis}}

    assert {id for id, code in spoken.items() if not law("村委会").basis(code.basis)} == set()
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
