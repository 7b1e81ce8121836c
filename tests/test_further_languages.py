"""A language is a catalogue and nothing else: one put into `locale/` gives the whole site in it, whatever its tag and whichever way it is written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import _parse_mapping_toml
from babel.messages.mofile import write_mo

from mingbai.rendering import languages as door
from mingbai.searching import words
from mingbai.values import tags
from mingbai.values.terms import Term
from tests.support.building import REPOSITORY, build_here, mingbai_here, small_community

HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TRADITIONAL = str.maketrans("们务财会开议项这数据页从见处钱剩", "們務財會開議項這數據頁從見處錢剩")
"""Some characters, enough for a toy of a catalogue."""


def _gathered() -> list[str]:
    """What `make language` puts into a new catalogue."""
    with (door.FOLDER / "further.toml").open("rb") as file:
        methods, options = _parse_mapping_toml(file)
    return list(dict.fromkeys(str(m) for _file, _line, m, *_ in extract_from_dir(REPOSITORY, methods, options, keywords={})))


def _catalogue(folder: Path, code: str, said: dict[str, str]) -> None:
    made = Catalog(locale=Locale.parse(code))
    for chinese, other in said.items():
        made.add(chinese, other)
    path = folder / code / "LC_MESSAGES" / "site.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)


def _uyghur(chinese: str) -> str:
    """A toy: one word, with what is filled in."""
    return " ".join(("سۆز", *re.findall(r"\{[^}]*\}", chinese)))


@pytest.fixture(scope="module")
def gathered() -> list[str]:
    return _gathered()


@pytest.fixture(scope="module")
def shelf(gathered: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of `locale/` with four more folders; no line of code knows of them."""
    folder = tmp_path_factory.mktemp("locale") / "locale"
    shutil.copytree(door.FOLDER, folder)
    _catalogue(folder, "zh_Hant", {t: t.translate(TRADITIONAL) for t in gathered if t != "中文"})
    _catalogue(folder, "ug", {t: _uyghur(t) for t in gathered[: len(gathered) // 2] if t != "中文"} | {"首页": "باش بەت"})
    _catalogue(folder, "bo", {"首页": "གཙོ་ངོས།"})
    _catalogue(folder, "mn_Mong", {"中文": "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "FOLDER", folder)
        yield folder


def _asking(folder: Path, *tags_: str) -> Path:
    root = small_community(folder)
    file = root / "ledgers" / "community.yml"
    file.write_text(re.sub("(?m)^法规包:", f"网站语言: [{', '.join(tags_)}]\n法规包:", file.read_text("utf-8"), count=1), "utf-8")
    return root


@pytest.fixture(scope="module")
def site(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    root = _asking(tmp_path_factory.mktemp("further") / "community", "en", "zh-hant", "ug")
    (root / "content" / "zh-Hant").mkdir()
    (root / "content" / "zh-Hant" / "guide.md").write_text("# 怎麼看\n\n先看[帳目](finance/index.md)。\n", "utf-8")
    assert build_here(root, root / "built") == 0
    return lambda path: (root / "built" / path).read_text("utf-8")


def test_a_folder_named_by_gettext_or_by_bcp_47_is_a_language(shelf: Path) -> None:
    assert door.languages() == ("bo", "en", "mn-Mong", "ug", "zh-Hant")
    assert [(v.name, v.share) for v in map(door.voice_of, ("zh-Hant", "bo"))] == [("繁體中文", 99), ("བོད་ཡིག", 0)]
    assert door.voice_of("mn-Mong").name == "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "a catalogue's own word goes before"


@pytest.mark.parametrize("written", ["zh-Hant", "zh_Hant", "zh-hant", "ZH-HANT", "bo", "mn-Mong"])
def test_a_community_may_write_the_tag_as_it_likes(shelf: Path, tmp_path: Path, written: str) -> None:
    assert mingbai_here("-C", _asking(tmp_path / "c", written), "check", "--as-of", "2026-11-10").returncode == 0


def test_a_language_without_a_catalogue_is_still_an_error(shelf: Path, tmp_path: Path) -> None:
    told = mingbai_here("-C", _asking(tmp_path / "c", "zh-TW"), "check", "--as-of", "2026-11-10").stdout
    assert "COM110" in told
    assert "没有“zh-TW”这种语言的词汇表" in told
    assert "COM110" in mingbai_here("-C", _asking(tmp_path / "d", "繁體"), "check", "--as-of", "2026-11-10").stdout


@pytest.mark.parametrize(
    "tag, way",
    [("ug", "rtl"), ("kk-Arab", "rtl"), ("ug-Latn", "ltr"), ("kk", "ltr"), ("bo", "ltr"), ("mn", "ltr"), ("mn-Mong", "ltr"), ("zh-Hant-TW", "ltr")],
)
def test_the_tag_says_which_way_the_language_is_written(tag: str, way: str) -> None:
    assert tags.direction(tag) == way
    if tag != "ug-Latn":  # here Babel looks at the language only
        assert (Locale.parse(tag.replace("-", "_")).text_direction == "rtl") == (way == "rtl")


def test_pages_say_which_language_they_are_in_and_which_way_it_runs(site: Callable[[str], str]) -> None:
    assert '<html lang="zh-Hant">' in site("zh-Hant/finance/index.html")
    assert '<html lang="ug" dir="rtl">' in site("ug/finance/index.html")
    assert '<html lang="en">' in site("en/finance/index.html")
    assert "rtl" not in re.sub('<a class="md-tongue".*', "", site("finance/index.html"))
    for tag in ("zh-CN", "en", "zh-Hant", "ug"):
        assert f'<link rel="alternate" hreflang="{tag}" href="https://' in site("ug/finance/index.html")
    assert 'xml:lang="zh-Hant"' in site("zh-Hant/feed.xml")


def test_the_switch_names_every_language_in_its_own_words_and_keeps_the_place(site: Callable[[str], str]) -> None:
    page = site("ug/finance/index.html")
    assert re.findall(r'class="md-tongue" href="([^"]*)" lang="([^"]*)" dir="([^"]*)"[^>]*>([^<]*)<', page) == [
        ("../../finance/", "zh-CN", "ltr", "中文"),
        ("../../en/finance/", "en", "ltr", "English"),
        ("../../zh-Hant/finance/", "zh-Hant", "ltr", "繁體中文"),
    ]
    assert ">ئۇيغۇرچە</a>" in site("finance/index.html")
    assert '<details class="md-menu md-menu--tongues">' in page


def test_what_the_catalogue_has_is_said_and_the_rest_is_chinese_and_marked(site: Callable[[str], str]) -> None:
    page = site("ug/index.html")
    assert '<a class="md-tabs__link" href="../ug/" aria-current="page">باش بەت</a>' in page.replace('href="./"', 'href="../ug/"')
    assert re.search(r'<p[^>]* lang="zh-CN">网页上的字句已经译了 \d\d%，还没有译的照中文写。</p>', page) or re.search(r"سۆز \d\d", page)
    assert "新河社区居民委员会" in re.sub(r"\s+", "", "".join(re.findall(r'lang="zh-CN">([^<]*)', page)))
    assert "翻译" not in site("en/index.html")
    traditional = site("zh-Hant/finance/index.html")
    assert "財務公開" in traditional
    assert 'lang="zh-CN">财' not in traditional, "one cannot tell its Chinese from the ledgers'"
    assert "2026年2月28日" in site("zh-Hant/index.html"), "dates have no blanks"
    assert "<h1>怎麼看</h1>" in re.sub(' id="[^"]*"', "", site("zh-Hant/guide/index.html"))


def test_the_unknown_address_is_told_in_every_language(site: Callable[[str], str]) -> None:
    page = site("404.html")
    assert '<section class="lost" lang="ug" dir="rtl">' in page
    assert '<section class="lost" lang="zh-Hant">' in page


def test_what_is_written_in_other_letters_is_found() -> None:
    assert words.runs("ئۇيغۇرچە مەھەللە") == ["ئۇيغۇرچە", "مەھەللە"]
    assert words.runs("Монгол өдөр") == ["монгол", "өдөр"]
    assert words.runs("བོད་ཡིག") == ["བོད", "ཡིག"]


def test_a_new_catalogue_holds_what_english_has_from_elsewhere(gathered: list[str]) -> None:
    held = set(gathered)
    assert {"城市居民委员会组织法", "财务公开", "收入", "决议逾期没有落实", "城市居委会"} <= held
    terms = {t for sort in door._sorts(Term) for t in sort if sort.__module__.startswith("mingbai.kinds.")}
    assert sorted(t.zh for t in terms if t.zh not in held and HAN.search(t.zh)) == []
    assert not {t for t in held if not HAN.search(t)}
