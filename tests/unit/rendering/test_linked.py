"""What pages tell programs: JSON-LD that nothing typed can end, open or break."""

from __future__ import annotations

import json

import pytest

from mingbai.pages import BODY, Here
from mingbai.rendering.linked import linked
from tests.support.document import Document

WHERE = (lambda target: f"https://a.example/en/{target}"), (lambda target: f"https://a.example/{target}")


def test_a_thing_keeps_its_name_in_every_language_and_its_address_is_the_pages() -> None:
    said = json.loads(linked([{"@type": "Event", "@id": Here("x/#event"), "url": Here("x/"), "organizer": {"@id": BODY}}], *WHERE))
    assert said == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://a.example/x/#event",
        "url": "https://a.example/en/x/",
        "organizer": {"@id": "https://a.example/#body"},
    }


def test_what_is_not_known_is_not_told() -> None:
    said = json.loads(linked([{"@type": "Event", "name": None, "location": {"name": ""}, "offers": [], "n": 0, "free": False}], *WHERE))
    assert said == {"@context": "https://schema.org", "@type": "Event", "n": 0, "free": False}


def test_several_things_stand_side_by_side_and_none_is_nothing() -> None:
    assert [t["name"] for t in json.loads(linked([{"name": "甲"}, {"name": "乙"}], *WHERE))["@graph"]] == ["甲", "乙"]
    assert linked([], *WHERE) == ""


@pytest.mark.parametrize(
    "typed",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a\u2028b\u2029c", '"}\\', "</ScRiPt/x", "&lt;&amp;", "<svg onload=alert(1)>"],
)
def test_nothing_typed_ends_the_element_or_breaks_a_line(typed: str) -> None:
    said = linked([{"name": typed, typed: "x"}], *WHERE)
    assert not set(said) & set("<>&\u2028\u2029\n")
    assert json.loads(said)["name"] == typed
    page = Document(f'<html><head><script type="application/ld+json">{said}</script></head><body>x</body></html>')
    assert ([e.tag for e in page.elements], page.stray, page.comments) == (["html", "head", "script", "body"], [], [])
