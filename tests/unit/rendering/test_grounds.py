"""Citations on pages lead to the page of the law, and nothing else on a page is touched."""

from __future__ import annotations

import pytest

from mingbai.rendering.grounds import Grounds
from mingbai.rendering.renderer import linker

LINKED = Grounds({"会计法（2024）": "a-accounting", "Accounting Law (2024)": "a-accounting", "某某<办法>（2026）": "a-odd"})


def at(body: str, page: str = "meetings/one/") -> str:
    return LINKED.linked(body, linker(page))


def test_a_clause_is_a_link_to_its_act_from_wherever_it_stands() -> None:
    assert at("<p>依据：会计法（2024）第十七条</p>") == '<p>依据：<a href="../../law/#a-accounting">会计法（2024）第十七条</a></p>'
    assert at("<p>会计法（2024）</p>", "") == '<p><a href="./law/#a-accounting">会计法（2024）</a></p>'
    assert at("<p>Accounting Law (2024), art. 17</p>") == '<p><a href="../../law/#a-accounting">Accounting Law (2024), art. 17</a></p>'


def test_several_in_a_row_are_several_links() -> None:
    made = at("<p>会计法（2024）第九条、会计法（2024）第三十五条第二项。</p>")
    assert made.count("<a ") == made.count("</a>") == 2
    assert ">会计法（2024）第三十五条第二项</a>。" in made


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="x">会计法（2024）第十七条</a></p>',
        "<h2>会计法（2024）</h2>",
        '<img alt="会计法（2024）第十七条">',
        "<p>会计法（2017）第十七条</p>",
        "<p>什么也没有引用</p>",
    ],
)
def test_links_headings_tags_and_other_versions_stay(body: str) -> None:
    assert at(body) == body


def test_after_a_link_has_ended_the_next_clause_is_one() -> None:
    assert at('<h2>一</h2><p><a href="x">甲</a>：会计法（2024）第九条</p>').endswith('<a href="../../law/#a-accounting">会计法（2024）第九条</a></p>')


def test_names_are_found_as_pages_escape_them() -> None:
    assert 'href="../../law/#a-odd"' in at("<p>某某&lt;办法&gt;（2026）第一条</p>")


def test_without_acts_nothing_is_looked_for() -> None:
    assert Grounds({}).linked("<p>会计法（2024）</p>", linker("")) == "<p>会计法（2024）</p>"
