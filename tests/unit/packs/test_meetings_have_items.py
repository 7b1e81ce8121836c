"""Every sort of meeting at which residents are consulted is told by some item of the catalogue, in each kind of community."""

from __future__ import annotations

from functools import cache

import pytest

from mingbai import pipeline
from mingbai.kinds.meetings.records import MeetingKind
from mingbai.packs import Item, Law, Standing

CONSULTED = [
    MeetingKind.YISHI,
    MeetingKind.XIESHANG,
    MeetingKind.TINGZHENG,
    MeetingKind.KENTAN,
    MeetingKind.XIETIAO,
    MeetingKind.ZHENGXUN,
    MeetingKind.PINGYI,
    MeetingKind.SIFANG,
]
COMMUNITIES = ["城市居委会", "撤村建居社区", "村委会"]


@cache
def items(community: str) -> tuple[Item, ...]:
    law = Law.of(list(pipeline.pack("cn-2026")), community)
    return tuple(i for i in law.every.items.values() if community in i.binds)


def told(kind: MeetingKind, community: str) -> list[Item]:
    """The items that have meetings of a kind among what proves them."""
    proofs = ((item, c) for item in items(community) for e in item.evidence if e.ledger == "meetings" and not e.course for c in e.wanted)
    return [item for item, c in proofs if c.facet == "种类" and any(word in kind.zh for word in c.words)]


@pytest.mark.parametrize("community", COMMUNITIES)
@pytest.mark.parametrize("kind", CONSULTED, ids=lambda kind: kind.value)
def test_a_consultation_has_an_item(kind: MeetingKind, community: str) -> None:
    assert told(kind, community)


@pytest.mark.parametrize("community, article", [("城市居委会", "32"), ("撤村建居社区", "32"), ("村委会", "33")])
@pytest.mark.parametrize("kind", [MeetingKind.YISHI, MeetingKind.TINGZHENG, MeetingKind.KENTAN], ids=lambda kind: kind.value)
def test_the_forms_that_the_law_names_are_told_because_it_says_so(kind: MeetingKind, community: str, article: str) -> None:
    """Urban law art. 32 names the council, the hearing and the heart-to-heart meeting; its publication is art. 34, of a village art. 35."""
    assert any(item.standing is Standing.STATUTORY for item in told(kind, community))
    assert any(b.article == article for item in told(kind, community) for b in item.basis)


@pytest.mark.parametrize("community", COMMUNITIES)
def test_how_it_is_carried_out_belongs_to_the_same_items(community: str) -> None:
    for item in items(community):
        held = {w for e in item.evidence if not e.course for c in e.wanted if c.facet == "种类" for w in c.words if e.ledger == "meetings"}
        carried = {w for e in item.evidence if e.course for c in e.wanted for w in c.words}
        assert not carried or carried == held, item.id
