"""Building: finished pages, hand-written pages and files become one folder, or a SiteError says why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mingbai.pages import Crumb, Page
from mingbai.site import SiteError, build
from tests.unit.site.entry_point.plugin import some_site

Community = Callable[..., Path]


def test_generated_pages_hand_written_pages_and_files_stand_side_by_side(community: Community, tmp_path: Path) -> None:
    build(community(), tmp_path / "site", some_site())

    made = {p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assets = {name for name in made if re.fullmatch(r"assets/mingbai\.[0-9a-f]{10}\.(css|js)", name)}

    assert {"index.html", "finance/index.html", "finance/committee/2026/03/index.html", "guide/index.html", "404.html", "data/lines.csv"} <= made
    assert len(assets) == 2
    assert {n for n in made if n.startswith("assets/")} == assets | {"assets/seal.svg"}
    assert "sitemap.xml" in made
    assert "sitemap.xml.gz" not in made
    assert not any("search" in name for name in made)


def test_every_page_is_inert_and_asks_no_other_host(community: Community, tmp_path: Path) -> None:
    build(community("# A & B\n\n<script>alert(1)</script>\n\n<p onclick=x style=color:red>y</p>\n"), tmp_path / "site", some_site())

    for path in (tmp_path / "site").rglob("*.html"):
        page = path.read_text()
        assert re.findall(r"<script\b[^>]*>", page) == re.findall(r'<script src="[^":]*assets/mingbai\.[0-9a-f]+\.js" defer>', page), path
        assert not re.search(r"<[^>]+\s(?:on\w+|style)=|<style|<iframe|<base\b", page), path
        assert not re.search(r'(?:src|<link[^>]*stylesheet[^>]*href)="(?:https?:)?//', page), path
        assert "default-src 'none'" in page
        assert '<html lang="zh-CN">' in page
        assert 'class="md-skip" href="#main"' in page


def test_titles_are_text_everywhere(community: Community, tmp_path: Path) -> None:
    build(community("# 水 & 电 &lt;费\n\n## 一 & 二\n\n## 三\n"), tmp_path / "site", some_site())

    month = (tmp_path / "site/finance/committee/2026/03/index.html").read_text()
    guide = (tmp_path / "site/guide/index.html").read_text()

    assert '<h1><span class="nb">2026年3月</span> &lt;script&gt;</h1>' in month
    assert "<title>2026年3月 &lt;script&gt; · 春和 &lt;社区&gt; &amp; 明白账</title>" in month
    assert 'content="&#39;3&#39; &amp; &#34;x&#34;"' in month
    assert ">一 &amp; 二</a>" in guide


def test_addresses_are_relative_except_on_the_page_for_lost_visitors(community: Community, tmp_path: Path) -> None:
    build(community(), tmp_path / "site", some_site())

    month = (tmp_path / "site/finance/committee/2026/03/index.html").read_text()

    assert '<a href="../../../../finance/committee/">居委会账 &lt;1&gt;</a>' in month
    assert '<link rel="canonical" href="https://chunhe.example.org/sub/finance/committee/2026/03/">' in month
    assert 'href="/sub/finance/"' in (tmp_path / "site/404.html").read_text()
    assert "没有找到这一页" in (tmp_path / "site/404.html").read_text()


def test_the_tab_of_a_page_is_marked(community: Community, tmp_path: Path) -> None:
    build(community(), tmp_path / "site", some_site())

    def marked(path: str) -> list[tuple[str, str]]:
        return re.findall(r'md-tabs__link"[^>]* aria-current="(\w+)">([^<]+)<', (tmp_path / "site" / path).read_text())

    assert marked("finance/index.html") == [("page", "财务公开")]
    assert marked("finance/committee/2026/03/index.html") == [("true", "财务公开")]
    assert marked("index.html") == [("page", "首页")]
    assert marked("guide/index.html") == [("page", "怎么看")]
    assert marked("other/index.html") == []


def test_a_section_of_the_menu_keeps_its_entries_together(community: Community, tmp_path: Path) -> None:
    config = community()
    text = config.read_text("utf-8")
    assert "  - 怎么看: guide.md\n" in text
    config.write_text(text.replace("  - 怎么看: guide.md\n", "  - 更多:\n      - 怎么看: guide.md\n      - 那里:\n          - 财务: finance/index.md\n"), "utf-8")
    build(config, tmp_path / "site", some_site())
    page = (tmp_path / "site/guide/index.html").read_text()
    panel = re.search(r"<summary>更多</summary>\s*<ul[^>]*>(.*?)</ul></details>", page, re.DOTALL)
    assert panel
    assert re.findall(r">([^<>\s]+)</a>", panel[1]) == ["怎么看", "财务"]
    assert re.findall(r' aria-current="(\w+)">([^<]+)<', panel[1]) == [("page", "怎么看")]
    assert page.count(">更多<") == 1


def test_banners_say_draft_and_fictitious(community: Community, tmp_path: Path) -> None:
    build(community(), tmp_path / "site", some_site(draft=True, fictitious=True))

    for name in ("index.html", "guide/index.html", "404.html", "finance/index.html"):
        page = (tmp_path / "site" / name).read_text()
        assert "<strong>草稿</strong>" in page
        assert "<strong>虚构演示</strong>" in page


def test_the_sitemap_knows_no_clock(community: Community, tmp_path: Path) -> None:
    build(community(), tmp_path / "site", some_site())

    days = set(re.findall(r"<lastmod>(.*?)</lastmod>", (tmp_path / "site/sitemap.xml").read_text()))

    assert days == {"2026-03-31", "2026-11-10"}


def test_markdown_tables_keep_their_alignment(community: Community, tmp_path: Path) -> None:
    build(community("# T\n\n|a|b|\n|:--|--:|\n|1|2|\n"), tmp_path / "site", some_site())

    assert '<td class="align-right">2</td>' in (tmp_path / "site/guide/index.html").read_text()


def test_links_from_hand_written_pages_into_generated_ones_are_checked(community: Community, tmp_path: Path) -> None:
    good = "# T\n\n[三月](finance/committee/2026/03.md#lines) [表](data/lines.csv)\n"

    build(community(good), tmp_path / "site", some_site())

    assert 'href="../finance/committee/2026/03/#lines"' in (tmp_path / "site/guide/index.html").read_text()


@pytest.mark.parametrize(
    "guide, said",
    [
        ("# T\n\n[十三月](finance/committee/2026/13.md)\n", "finance/committee/2026/13.md"),
        ("# T\n\n[无](finance/committee/2026/03.md#nowhere)\n", "#nowhere"),
        ("# T\n\n[无](data/none.csv)\n", "data/none.csv"),
    ],
)
def test_a_broken_link_is_an_error_in_mkdocs_own_words(community: Community, tmp_path: Path, guide: str, said: str) -> None:
    with pytest.raises(SiteError) as refused:
        build(community(guide), tmp_path / "site", some_site())

    assert said in refused.value.text.zh


@pytest.mark.parametrize("name", ["content/finance.md", "content/finance/index.md", "content/Finance/README.md", "content/data/lines.csv"])
def test_an_address_taken_by_a_hand_written_file_is_an_error(community: Community, tmp_path: Path, name: str) -> None:
    with pytest.raises(SiteError) as refused:
        build(community(files={name: "# T\n"}), tmp_path / "site", some_site())

    assert name in refused.value.text.zh
    assert name in refused.value.text.en
    assert "MkDocs" not in refused.value.text.zh


@pytest.mark.parametrize(
    "page", [Page("finance/", "又一页", "", ""), Page("data/lines.csv/", "x", "", ""), Page("财务/", "x", "", ""), Page("a/../b/", "x", "", "")]
)
def test_a_bad_or_taken_address_is_an_error(community: Community, tmp_path: Path, page: Page) -> None:
    site = some_site()
    if page.address == "data/lines.csv/":
        page = replace(page, parents=(Crumb("没有", "nowhere/"),))

    with pytest.raises(SiteError):
        build(community(), tmp_path / "site", replace(site, pages=(*site.pages, page)))


def test_a_config_without_the_plugin_or_with_a_mistake_is_an_error(community: Community, tmp_path: Path) -> None:
    for config in ("site_name: x\ndocs_dir: content\nplugins: []\n", "site_name: x\ndocs_dir: nowhere\n"):
        with pytest.raises(SiteError):
            build(community(config=config), tmp_path / "site", some_site())


def test_a_link_that_leads_out_of_content_is_an_error(community: Community, tmp_path: Path) -> None:
    config = community(files={"secret.txt": "password", "content/own.txt": "x"})
    (tmp_path / "content" / "inside.txt").symlink_to(tmp_path / "content" / "own.txt")
    build(config, tmp_path / "site", some_site())
    (tmp_path / "content" / "notes.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(SiteError, match=r"content/notes\.txt"):
        build(config, tmp_path / "site", some_site())
