"""The third demonstration: a village with its committee's book, a matter through four deliberations and two disclosures, every item of its catalogue."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.kinds.disclosures.duties import State, standings
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.levies.standing import standings as levies
from mingbai.kinds.meetings.procedure import courses
from mingbai.pipeline import Checked
from tests.support.building import REPOSITORY, third_demonstration
from tests.support.document import shared

LIUXI = REPOSITORY / "examples/liuxi"
WARNINGS = {"DUE010": 1, "DUE011": 1, "OBJ002": 1}


@pytest.fixture(scope="module")
def checked() -> Checked:
    return pipeline.check(LIUXI, datetime.date(2026, 11, 10))


def test_it_is_published_with_the_warnings_it_is_meant_to_show(checked: Checked) -> None:
    assert checked.errors == 0
    assert Counter(f.code.id for f in checked.findings if f.severity.value != "advice") == WARNINGS


def test_its_readme_names_them() -> None:
    text = (LIUXI / "README.md").read_text("utf-8")
    assert Counter(line.split("|")[1].strip() for line in text.splitlines() if line.startswith(("| DUE", "| OBJ"))) == WARNINGS


def test_every_item_of_the_village_catalogue_has_a_state(checked: Checked) -> None:
    found = {s.item.id: s for s in checked.books.derived(standings)}
    assert sorted(found) == [f"V{n:02}" for n in range(1, 22)]
    assert [id for id, s in found.items() if not s.obligations] == []
    states = Counter(o.state for s in found.values() for o in s.obligations)
    assert states[State.ON_TIME] > 2 * (states[State.NOTHING] + states[State.LATE] + states[State.MISSING])
    assert (states[State.LATE], states[State.MISSING]) == (1, 1)


def test_the_lamps_took_every_step_in_order(checked: Checked) -> None:
    course = next(c for c in courses(checked.books) if c.filed.id == "2026-lamps")
    assert [step.stage for step in course.taken] == list(range(len(course.stages))) == list(range(6))
    assert [step.date for step in course.taken] == sorted(step.date for step in course.taken)
    assert all(step.passed for step in course.taken)


def test_the_channel_was_voted_examined_paid_for_worked_on_and_shown_step_by_step(checked: Checked) -> None:
    """What every villager gave, what the county added and what the works cost agree in the levy, the project, the contract and the book."""
    (levy,) = checked.books.derived(levies)
    assert (levy.collected, levy.due, levy.granted, levy.spent) == (17_200_00, 17_200_00, 30_000_00, 43_700_00)
    v04 = next(s for s in checked.books.derived(standings) if s.item.id == "V04")
    shown = {o.event.id.split("/")[1]: o.state for o in v04.obligations if o.event and o.event.id.startswith("2026-channel/")}
    assert list(shown) == ["审核备案", "招标", "开工", "竣工", "验收", "决算"]
    assert set(shown.values()) == {State.ON_TIME}
    asked = next(s for s in checked.books.derived(standings) if s.item.id == "V17").obligations
    assert [(str(o.due.day), o.state) for o in asked] == [("2026-06-15", State.ON_TIME)]  # ten days after they asked end on a Saturday


def test_ten_months_follow_one_another_and_the_lamps_cost_what_was_decided(checked: Checked) -> None:
    book = checked.books.derived(ledgers)["committee"]
    assert [m.closing.total for m in book.months[:-1]] == [m.opening.total for m in book.months[1:]]
    spent = -sum(e.fen for m in book.months for p in m.posted if "路灯" in (p.line.summary or "") for e in p.entries if e.fen < 0)
    assert spent == 46_000_00


def test_its_village_rules_show_what_changed_and_the_books_elsewhere_are_told_of(tmp_path_factory: pytest.TempPathFactory) -> None:
    pages = shared(third_demonstration(tmp_path_factory))
    assert [page for page in pages if page.startswith("pacts/cungui/v")] == [f"pacts/cungui/v{v}/" for v in ("1", "1-v2", "1-v3", "2", "2-v3", "3")]
    assert "原第四条" in pages["pacts/cungui/v1-v2/"].text
    for page in ("finance/", "disclosure/"):
        assert "柳溪村股份经济合作社的账" in pages[page].text


def test_its_pages_speak_of_the_village(tmp_path_factory: pytest.TempPathFactory) -> None:
    site: Path = third_demonstration(tmp_path_factory)
    pages = shared(site)
    for page in (
        "disclosure/",
        "disclosure/v10/",
        "notices/",
        "staff/",
        "docs/",
        "meetings/",
        "pacts/cungui/",
        "law/",
        "calendar/",
        "matters/2026-lamps/",
    ):
        assert page in pages or f"meetings/{page}" in pages, page
    assert "公布东干渠衬砌：竣工、东干渠衬砌：验收" in pages["disclosure/v04/"].text
    assert "2026-channel/" not in pages["disclosure/v04/"].text
    assert "村务公开、财务公开" in pages[""].text
    assert "居务公开" not in pages[""].text
    assert "居民代表会议" not in pages[""].text
