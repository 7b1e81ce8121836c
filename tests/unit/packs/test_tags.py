"""The usual words of guides and lines: each has one readable address of its own, and tags their English."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from mingbai.packs import tags


@pytest.mark.parametrize("sort", ["occasions", "people", "categories"])
def test_every_word_has_an_address_of_its_own(sort: str) -> None:
    words = tomllib.loads(Path(tags.__file__).with_name("tags.toml").read_text("utf-8"))[sort]
    slugs = [told[0] for told in words.values()]
    assert len(slugs) == len(set(slugs)) > 10
    assert [one for one in slugs if not re.fullmatch("[a-z]+(?:-[a-z]+)*", one) or re.fullmatch("[a-p]{12}", one)] == []


def test_tags_are_told_in_english() -> None:
    assert tags.in_english()["老人"] == "elderly people"
    assert [en for en in tags.in_english().values() if not en.isascii()] == []


def test_a_word_of_the_community_keeps_the_letters_made_of_its_name() -> None:
    assert tags.slug("people", "老人", lambda name: f"own-{len(name)}") == "elderly"
    assert tags.slug("people", "钓鱼的人", lambda name: f"own-{len(name)}") == "own-4"
