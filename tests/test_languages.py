"""The site in English: its catalogue is whole, every page has its twin, and nothing but ledgers speaks Chinese there."""

from __future__ import annotations

import html
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import _parse_mapping_toml
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from mingbai import packs
from mingbai.rendering.languages import FOLDER, languages, voice_of
from tests.support.building import REPOSITORY, build_here, small_community
from tests.support.document import dead_links, documents

CATALOGUE = FOLDER / "en" / "LC_MESSAGES"
PACKS = Path(packs.__file__).parent
HAN = re.compile("[一-鿿]+")
UPDATE = "make messages, translate what is empty in site.po, make messages again"


def _places(pattern: str) -> set[str]:
    return {name for _, name, spec, _ in string.Formatter().parse(pattern) if name is not None}


def _written() -> dict[str, str]:
    with (CATALOGUE / "site.po").open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


def _said() -> set[str]:
    with (FOLDER / "site.toml").open("rb") as file:
        methods, options = _parse_mapping_toml(file)
    return {str(m) for _file, _line, m, *_ in extract_from_dir(REPOSITORY, methods, options, keywords={})}


def test_every_text_of_a_page_is_translated_and_none_is_left_over() -> None:
    written = _written()
    assert sorted(_said() - written.keys()) == [], UPDATE
    assert sorted(written.keys() - _said()) == [], UPDATE
    assert sorted(zh for zh, en in written.items() if not en) == [], UPDATE


def test_a_translation_fills_in_nothing_that_its_sentence_does_not_have() -> None:
    assert [zh for zh, en in _written().items() if _places(en) - _places(zh)] == []


def test_a_translation_is_english() -> None:
    assert [en for zh, en in _written().items() if HAN.search(en) and zh != "[、/,，;；转轉]"] == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with (CATALOGUE / "site.mo").open("rb") as file:
        compiled = {str(m.id): str(m.string) for m in read_mo(file) if m.id}
    assert compiled == _written(), UPDATE


def test_a_language_is_a_catalogue_and_says_its_own_name() -> None:
    assert "en" in languages()
    assert voice_of("en").name == "English"


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_community(tmp_path_factory.mktemp("bilingual") / "community")
    community = root / "ledgers" / "community.yml"
    community.write_text(re.sub("(?m)^法规包:", "网站语言: [en]\n法规包:", community.read_text("utf-8"), count=1), "utf-8")
    (root / "content" / "en").mkdir()
    (root / "content" / "en" / "guide.md").write_text("# How to read it\n\nSee the [accounts](finance/index.md) of 新河社区居民委员会.\n", "utf-8")
    assert build_here(root, root / "built") == 0
    return root


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


def test_every_page_has_its_twin_and_they_name_each_other(bilingual: Path) -> None:
    pages = dict(_pages(bilingual / "built"))
    english = {p for p in pages if p.startswith("en/")}
    chinese = {p for p in pages if not p.startswith("en/") and 'hreflang="en"' in pages[p] and '<link rel="alternate" hreflang' in pages[p]}
    assert {p.removeprefix("en/") for p in english} == chinese
    assert any(re.fullmatch(r"finance/committee/2026/\d\d/index.html", p) for p in chinese)
    for path in english:
        text, up = pages[path], "../" * path.count("/")
        own = path.removesuffix("index.html")
        assert '<html lang="en">' in text
        assert f'href="{up}{own.removeprefix("en/")}" lang="zh-CN"' in text.replace('href="./"', f'href="{up}"')
        assert 'hreflang="zh-CN" href="https://' in text


def test_links_of_english_pages_lead_to_english_pages_and_to_the_only_files(bilingual: Path) -> None:
    assert dead_links(bilingual / "built", documents(bilingual / "built")) == []
    home = (bilingual / "built" / "en" / "index.html").read_text("utf-8")
    assert 'href="../en/finance/"' in home or 'href="finance/"' in home
    data = (bilingual / "built" / "en" / "data" / "index.html").read_text("utf-8")
    assert 'href="../../data/finance-lines.csv"' in data


def test_the_chinese_site_is_the_same_as_without_english(bilingual: Path, tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    assert build_here(root, tmp_path / "site") == 0
    for path, text in _pages(tmp_path / "site"):
        both = (bilingual / "built" / path).read_text("utf-8")
        both = re.sub(r'(?s)<ul class="lost__others">.*?</ul>\n|<section class="lost" lang="en">.*?</section>\n', "", both)
        plain = re.sub(r'\n?<(?:link rel="alternate" hreflang|a class="md-tongue")[^\n]*', "", both)
        assert plain == text, path


def test_a_hand_written_page_has_its_twin_in_the_folder_of_the_language(bilingual: Path) -> None:
    page = (bilingual / "built" / "en" / "guide" / "index.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert '<a href="../finance/">accounts</a> of <span lang="zh-CN">新河社区居民委员会</span>.' in page
    assert 'href="../../en/guide/" aria-current="page"' in page
    assert 'href="../../guide/" lang="zh-CN" hreflang="zh-CN"' in page
    assert 'href="../en/guide/" lang="en"' in (bilingual / "built" / "guide" / "index.html").read_text("utf-8")


def test_an_address_that_leads_nowhere_is_told_in_every_language(bilingual: Path) -> None:
    page = (bilingual / "built" / "404.html").read_text("utf-8")
    assert page.index("没有找到这一页") < page.index('<h2 id="lost-en">This page was not found</h2>')
    assert 'href="/en/finance/"' in page


def test_feed_and_calendar_have_their_twins(bilingual: Path) -> None:
    site = bilingual / "built"
    english, chinese = ((site / path / "feed.xml").read_text("utf-8") for path in ("en", ""))
    assert 'xml:lang="en"' in english
    assert ": publications and corrections</title>" in english
    assert re.findall("<id>(.*?)</id>", english) != re.findall("<id>(.*?)</id>", chinese)
    entries = re.findall(r"<link [^>]*text/html[^>]*>", english)
    assert len(entries) == chinese.count("text/html")
    assert all("/en/" in link for link in entries)
    page = (site / "en" / "calendar" / "index.html").read_text("utf-8")
    assert 'href="../../en/calendar.ics"' in page
    assert b"PRODID:-//Mingbai//ledgers//EN" in (site / "en" / "calendar.ics").read_bytes()


def test_only_ledgers_and_names_speak_chinese_on_english_pages(bilingual: Path) -> None:
    written = "".join(p.read_text("utf-8") for p in (bilingual / "ledgers").rglob("*.yml"))
    written += (bilingual / "mkdocs.yml").read_text("utf-8") + "中文"  # the site's name, the switch
    written += "".join(re.findall(r"又称: .*", (PACKS / "cn-2026" / "glossary.yml").read_text("utf-8")))  # other Chinese words for a word
    left = {}
    for path, text in _pages(bilingual / "built"):
        if path.startswith("en/"):
            shown = html.unescape(re.sub(r"(?s)<(script|style|code)\b.*?</\1>", "", text))
            left.update({run: path for run in HAN.findall(shown) if run not in written})
    assert sorted(f"{run} {path}" for run, path in left.items()) == []


def test_what_counts_is_counted_once() -> None:
    """`{n:line|lines}` says the number itself."""
    assert [en for en in _written().values() if re.search(r"\{(\w+)\} \{\1:[^}]*\|", en)] == []
