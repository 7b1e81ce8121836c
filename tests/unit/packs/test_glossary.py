"""Words of the field in a neighbour's sentence: those a page uses, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.packs import Entry, Glossary, GlossaryFile
from mingbai.pages import Draft
from mingbai.rendering import Renderer, template_dirs


def entry(word: str, *also: str, common: bool = False) -> Entry:
    return Entry.model_construct(
        word=word, also=also, group="钱和账", meaning=f"{word}的意思", english="Word", english_meaning="What it means.", common=common
    )


WORDS = Glossary((entry("专户"), entry("委员会"), entry("监督委员会"), entry("决算", "结算"), entry("依据", common=True)))


@pytest.mark.parametrize(
    "text, found",
    [
        ("社区建设专户的决算", ["专户", "决算"]),
        ("结算和决算", ["决算"]),  # another name of the same
        ("监督委员会审查", ["监督委员会"]),  # the longer word hides the shorter in it
        ("监督委员会和居民委员会", ["委员会", "监督委员会"]),
        ("依据法律", []),  # stands on every page
        ("", []),
    ],
)
def test_what_a_text_uses(text: str, found: list[str]) -> None:
    assert [e.word for e in WORDS.within(text)] == found


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary(()).within("专户") == ()


def test_a_later_pack_says_it_better() -> None:
    later = Entry.model_construct(word="专户", group="钱和账", meaning="本市的说法", english="Account", english_meaning="As said here.")
    merged = Glossary.of([GlossaryFile.model_construct(entries=(entry("专户"), entry("决算"))), GlossaryFile.model_construct(entries=(later,))])
    assert [(e.word, e.meaning) for e in merged.entries] == [("专户", "本市的说法"), ("决算", "决算的意思")]


def test_every_shipped_word_is_explained_once_and_has_an_anchor_of_its_own() -> None:
    words = pipeline.glossary().entries
    names = [name for e in words for name in (e.word, *e.also)]
    assert len(set(names)) == len(names)
    assert len({e.id for e in words}) == len(words)
    assert all(e.word not in e.meaning[:1] and e.meaning.endswith("。") and e.english_meaning.endswith(".") for e in words)


def test_the_words_of_a_page_stand_below_it_and_comments_use_none(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text("{# 决算 #}<p>专户里的钱</p>", "utf-8")
    renderer = Renderer((tmp_path, *template_dirs(tmp_path)), WORDS)
    body = renderer.page(Draft("a/b/", "页", "页", "own.html", None)).body
    assert "专户的意思" in body
    assert "决算的意思" not in body
    assert 'href="../../glossary/"' in body
    assert "专户的意思" not in renderer.page(Draft("", "页", "页", "own.html", None)).body  # home stays short
