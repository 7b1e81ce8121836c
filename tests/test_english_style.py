"""The English pages of the demonstration read like English: days in words, a capital where something begins."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest

from mingbai.rendering.capitals import begun_alone, begun_blocks
from tests.support.building import REPOSITORY, demonstration

_VERBATIM = re.compile(r'(?s)<(script|style|svg|code)\b.*?</\1>|<p class="print-only">.*?</p>')
_LEDGERS = re.compile(r'(?s)<(\w+)\b[^<>]* lang="zh-CN"[^<>]*>.*?</\1>')
_DAY = re.compile(r">([^<>]*(?<![\w/-])20\d\d-\d\d-\d\d(?![\w/-])[^<>]*)<")
_BEGUN = re.compile(r"<(h[1-6]|p|li|dt|dd|td|th|caption|summary|title)\b[^<>]*>\s*(?:<(?!code)[a-z][^<>]*>\s*)*([a-z][a-z'’ -]*[^<>]{0,30})")
_FORMS = ("data/index.html", "search/index.html")
"""Pages that say how a day is typed, or stands in a file."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Made of ledgers, by their path: hand-written pages say things in their own way."""
    site = demonstration(tmp_path_factory) / "en"
    own = {p.relative_to(REPOSITORY / "content/en").with_suffix("").as_posix() for p in (REPOSITORY / "content/en").rglob("*.md")}
    found = {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}
    made = {path: text for path, text in found.items() if path.removesuffix("/index.html") not in own}
    assert len(made) > 300
    return made


def test_days_in_sentences_are_in_words(pages: Mapping[str, str]) -> None:
    """Ledgers write 2026-09-30, English pages 30 September 2026; in ids, names of files and what a ledger says days stay as they are."""
    left = {}
    for path, text in pages.items():
        if path not in _FORMS:
            said = _LEDGERS.sub("", _VERBATIM.sub("", text))
            left.update({html.unescape(found).strip(): path for found in _DAY.findall(said)})
    assert left == {}


def test_what_stands_by_itself_begins_with_a_capital(pages: Mapping[str, str]) -> None:
    left = {}
    for path, text in pages.items():
        for found in _BEGUN.finditer(_VERBATIM.sub("<code></code>", text)):
            left[f"{found[1]}: {found[2]}"] = path
    assert left == {}


def test_what_is_published_is_listed_in_small_letters(pages: Mapping[str, str]) -> None:
    """Elements of an item are words of the catalogue and labels of other pages: in a list only the first begins with a capital."""
    shown = re.search(r"(?s)What is published.*?<dd[^<>]*>(.*?)</dd>", pages["disclosure/u09/index.html"])
    assert shown is not None
    first, *others = re.sub("<[^<>]*>", "", shown[1]).split(", ")
    assert first[0].isupper()
    assert [word for word in others if not word[0].islower()] == []


@pytest.mark.parametrize(
    "written, said",
    [
        ("<p>a loan nobody <b>decided</b> on</p>", "<p>A loan nobody <b>decided</b> on</p>"),
        ('<dd><a href="x">director</a> and <a href="y">clerk</a></dd>', '<dd><a href="x">Director</a> and <a href="y">clerk</a></dd>'),
        ('<td data-label="paid (yuan)">12.00</td>', '<td data-label="Paid (yuan)">12.00</td>'),
        ("<p><code>staff</code></p>", "<p><code>staff</code></p>"),
        ("<td>app 使用培训</td>", "<td>app 使用培训</td>"),
        ("<td>e租宝</td>", "<td>e租宝</td>"),
        ("<li>finance-2026</li>", "<li>finance-2026</li>"),
        ("<p>fiscal allotment河西街道办事处</p>", "<p>Fiscal allotment河西街道办事处</p>"),
    ],
)
def test_only_words_of_the_page_get_a_capital(written: str, said: str) -> None:
    assert begun_blocks(written) == said


def test_a_title_begins_with_a_capital_unless_it_is_chinese_or_a_figure() -> None:
    assert [begun_alone(t) for t in ("board of directors", "路灯", "2026 accounts", "e租宝")] == [
        "Board of directors",
        "路灯",
        "2026 accounts",
        "e租宝",
    ]
