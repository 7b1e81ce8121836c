"""Every page of the demonstration without a browser: whole, titled, inert, and no link of it leads nowhere."""

from __future__ import annotations

import itertools
import re
from itertools import takewhile
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from tests.support.building import REPOSITORY
from tests.support.document import Document, dead_links, foreign_links

Pages = dict[str, Document]

SITE = "https://chunhe.example.org/"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"


def lacking(pages: Pages, ask: object) -> list[str]:
    """The addresses of pages for which `ask` is not true."""
    assert callable(ask)
    return [address for address, page in pages.items() if not ask(page)]


def listed(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()  # noqa: S314  our own file
    return [loc.text or "" for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_no_link_is_dead(site: Path, pages: Pages) -> None:
    assert dead_links(site, pages) == []


def test_links_to_other_hosts_are_those_the_community_lists(pages: Pages) -> None:
    community = (REPOSITORY / "ledgers" / "community.yml").read_text(encoding="utf-8")
    hosts = re.search(r"(?m)^外链: \[(.*)\]$", community)
    assert hosts is not None
    registered = {"git.example.org", "beian.miit.gov.cn", "beian.mps.gov.cn"}  # the repository, and the registers of the site's numbers
    assert "  网址: https://git.example.org/" in community
    assert "  名称: CC BY 4.0" in community  # a licence that is known everywhere brings its address
    allowed = {urlsplit(SITE).netloc, "creativecommons.org", *registered, *(host.strip() for host in hosts[1].split(","))}

    odd = {
        link: page
        for link, page in foreign_links(pages).items()
        if not ((link.startswith("https://") and urlsplit(link).netloc in allowed) or re.fullmatch(r"tel:[0-9-]+", link))
    }

    assert odd == {}


def test_nothing_but_links_leads_to_another_host(pages: Pages) -> None:
    loads = [
        e for page in pages.values() for e in page.elements if e.tag not in ("a", "link") or "icon" in e.get("rel") or "stylesheet" in e.get("rel")
    ]

    assert [e for e in loads for name in ("src", "href", "srcset", "data") if re.match(r"\s*([a-z]+:|//)", e.get(name), re.IGNORECASE)] == []


def test_the_sitemap_names_every_page_once_and_each_says_its_own_address(site: Path, pages: Pages) -> None:
    addresses = listed(site)

    assert sorted(addresses) == sorted(SITE + address for address in pages if address != "404.html")
    said = {address: [e.get("href") for e in page.all("link") if e.get("rel") == "canonical"] for address, page in pages.items()}
    assert {a: s for a, s in said.items() if s != [SITE + a] and a != "404.html"} == {}


def test_every_page_has_the_frame_a_reader_needs(pages: Pages) -> None:
    assert len(pages) > 100
    assert lacking(pages, lambda p: len(p.all("h1")) == 1) == []
    spoken = {a: [e.get("lang") for e in page.all("html")] for a, page in pages.items()}
    assert {a: s for a, s in spoken.items() if s != ["en" if a.startswith("en/") else "zh-CN"]} == {}
    assert lacking(pages, lambda p: sum(e.tag == "title" for e in takewhile(lambda e: e.tag != "body", p.elements)) == 1) == []
    assert lacking(pages, lambda p: len(p.all("main")) == 1 and p.all("main")[0].get("id") == "main") == []
    assert lacking(pages, lambda p: next(e for e in p.elements if e.tag == "a").get("href") == "#main") == []
    assert lacking(pages, lambda p: any(e.get("name") == "viewport" for e in p.all("meta"))) == []
    described = {a: [e.get("content") for e in page.all("meta") if e.get("name") == "description"] for a, page in pages.items()}
    assert {a: d for a, d in described.items() if (len(d) != 1 or len(d[0]) < 6) and a != "404.html"} == {}


def test_titles_tell_pages_apart(pages: Pages, site: Path) -> None:
    """Within a language: a page and its twin may bear the same name, which a ledger gave."""
    titles: dict[tuple[bool, str], list[str]] = {}
    for address in pages:
        text = (site / address / "index.html" if address.endswith("/") or not address else site / address).read_text(encoding="utf-8")
        found = re.search(r"<title>([^<]+)</title>", text)
        titles.setdefault((address.startswith("en/"), found[1].strip() if found else ""), []).append(address)

    assert {title: found for (_, title), found in titles.items() if len(found) > 1 or not title} == {}


def test_elements_match_and_ids_are_unique(pages: Pages) -> None:
    assert {address: page.stray for address, page in pages.items() if page.stray} == {}
    assert {a: twice for a, p in pages.items() if (twice := [i for i, n in p.ids.items() if n > 1])} == {}
    assert {a: id for a, p in pages.items() for id in p.ids if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", id)} == {}


def test_every_page_is_inert(pages: Pages) -> None:
    policies = {
        address: [e.get("content") for e in p.all("meta") if e.get("http-equiv") == "Content-Security-Policy"] for address, p in pages.items()
    }
    assert {a: p for a, p in policies.items() if p != [CSP]} == {}
    for address, page in pages.items():
        for element in page.elements:
            assert element.tag not in ("style", "iframe", "object", "embed", "base", "template"), address
            assert not any(name.startswith("on") or name in ("style", "srcdoc", "action", "formaction") for name, _ in element.attributes), (
                address,
                element,
            )
            data = element.attributes == (("type", "application/ld+json"),)  # read by programs, run by nobody
            assert element.tag != "script" or data or (element.get("src") and not element.get("src").startswith(("http", "//"))), address
        assert page.comments == [], address


def test_headings_go_down_one_step_at_a_time(pages: Pages) -> None:
    """A reader who listens jumps from heading to heading: none may be left out on the way down."""
    skipped = {}
    for address, page in pages.items():
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        if any(after - before > 1 for before, after in itertools.pairwise(levels)):
            skipped[address] = levels

    assert skipped == {}


def test_every_table_has_a_caption_and_headed_columns(pages: Pages) -> None:
    for address, page in pages.items():
        if address.removeprefix("en/") in ("guide/", "policy/"):  # Markdown knows no captions
            continue
        assert len(page.all("caption")) == len(page.all("table")), address
        assert all(e.get("scope") in ("col", "row", "colgroup", "rowgroup") for e in page.all("th")), address


def test_controls_and_pictures_have_names(pages: Pages) -> None:
    for address, page in pages.items():
        assert all(e.get("aria-hidden") == "true" or e.get("aria-label") or e.get("role") for e in page.all("svg") if e.get("class")), address
        assert all("alt" in dict(e.attributes) for e in page.all("img")), address
        names = [e.get("aria-label") or e.get("aria-labelledby") for e in page.all("nav")]
        assert all(names), address
