"""The last look before publication: what must not stand on a page is found, whoever wrote it; what pages are made of passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.site import SiteError
from mingbai.site.gate import faults
from mingbai.site.headers import POLICY, files
from tests.support.building import AS_OF, REPOSITORY, mingbai_here, small_community, tree

PAGE = '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head>\n<body><main>{}</main></body></html>'

FIELD = '<form role="search"><input type="search" name="q" placeholder="找"><button type="submit">搜索</button></form>'


def found(folder: Path, inside: str) -> list[str]:
    (folder / "index.html").write_text(PAGE.format(inside), "utf-8")
    return [f.what.en for f in faults(folder, frozenset({"a.example"}))]


@pytest.mark.parametrize(
    "inside, what",
    [
        ("<script>alert(1)</script>", "a script inside the page"),
        ("<script src='https://evil.example/x.js'></script>", "loaded from elsewhere: https://evil.example/x.js"),
        ("<script src='//evil.example/x.js'></script>", "loaded from elsewhere: //evil.example/x.js"),
        ('<img src=x onerror="alert(1)">', "attribute onerror"),
        ('<a href="javascript:alert(1)">x</a>', "address javascript:alert(1)"),
        ('<a href=" JaVaScript:alert(1)">x</a>', "address  JaVaScript:alert(1)"),
        ('<a href="java&#115;cript:alert(1)">x</a>', "address javascript:alert(1)"),
        ('<a href="http://a.example/">x</a>', "address http://a.example/"),
        ('<a href="//a.example/">x</a>', "address //a.example/"),
        ('<a href="/\t/a.example/">x</a>', "address /\t/a.example/"),
        ('<a href="java\tscript:alert(1)">x</a>', "address java\tscript:alert(1)"),
        ('<img src="data:image/svg+xml,x">', "loaded from elsewhere: data:image/svg+xml,x"),
        ("<iframe></iframe>", "element <iframe>"),
        ("<style>p{}</style>", "element <style>"),
        ('<p style="color:red">x</p>', "attribute style"),
        ("<form><input type=password></form>", "input password"),
        ('<form action="https://evil.example/"></form>', "attribute action"),
        ('<form action="//evil.example/"></form>', "attribute action"),
        ('<form action="javascript:alert(1)"></form>', "attribute action"),
        ('<form method="post"></form>', "attribute method"),
        ('<button formaction="https://evil.example/">x</button>', "attribute formaction"),
        ("<button>x</button>", "button None"),
        ("<base href='https://evil.example/'>", "element <base>"),
        ("<meta http-equiv=refresh content='0;url=https://evil.example/'>", "a meta that redirects"),
        ("<link rel=stylesheet href='https://evil.example/x.css'>", "loaded from elsewhere: https://evil.example/x.css"),
        ("<svg><foreignObject></foreignObject></svg>", "element <foreignobject>"),
        ("<svg><use href='https://evil.example/x#y'/></svg>", "loaded from elsewhere: https://evil.example/x#y"),
        ("<object data=x></object>", "element <object>"),
    ],
)
def test_what_must_not_be_published_is_found(tmp_path: Path, inside: str, what: str) -> None:
    assert what in found(tmp_path, inside)


DATA = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize("data", ['{"@context":"https://schema.org","url":"https://a.example/x","name":"http://evil.example/"}', '{"a":"\\u003c/script\\u003e"}'])
def test_data_for_programs_passes(tmp_path: Path, data: str) -> None:
    """JSON-LD is not run by a browser, with the strictest policy too; a text that is no address may say anything."""
    assert found(tmp_path, DATA.format(data)) == []


@pytest.mark.parametrize(
    "inside, what",
    [
        (DATA.format("alert(1)"), "data inside the page that is no JSON"),
        (DATA.format("[1]"), "data inside the page that is no JSON"),
        (DATA.format('{"a":"<!--"}'), "data inside the page that is no JSON"),
        (DATA.format('{"a":"\u2028"}'), "data inside the page that is no JSON"),
        (DATA.format('{"a":1}</script><script>alert(1)'), "a script inside the page"),
        ('<script type="application/ld+json" id="x">{"a":1}</script>', "a script inside the page"),
        ('<script type="text/javascript">{"a":1}</script>', "a script inside the page"),
        ('<script type="application/ld+json" type="module">{"a":1}</script>', "a script inside the page"),
        ('<script type="application/ld+json">{"a":1}', "markup that cannot be read"),
        (DATA.format('{"x":[{"serviceUrl":"https://evil.example/"}]}'), "a link to a host that is not listed: evil.example"),
        (DATA.format('{"@id":"javascript:alert(1)"}'), "address javascript:alert(1)"),
    ],
)
def test_what_only_looks_like_data_is_found(tmp_path: Path, inside: str, what: str) -> None:
    assert what in found(tmp_path, inside)


@pytest.mark.parametrize(
    "inside, what",
    [
        ('<a href="../a/">x</a><a href="../a/" onclick="x">x</a>', "attribute onclick"),
        ('<a href="../a/" href="javascript:x">x</a>', "address javascript:x"),
        ('<p title=" id="x" onclick="y">x</p>', "attribute onclick"),
        ('<p title="a > b" onclick="y">x</p>', "attribute onclick"),
        ('<a id="x"<script>alert(1)</script>', "attribute <script"),
        ('<script id="x" type="application/ld+json"></script>', "a script inside the page"),
        ('<script type="application/ld+json" id="x"></script>', "a script inside the page"),
        ('<use href="#x"/><use href="//evil.example"/>', "loaded from elsewhere: //evil.example"),
    ],
)
def test_a_tag_that_is_like_a_sound_one_is_looked_at_itself(tmp_path: Path, inside: str, what: str) -> None:
    assert what in found(tmp_path, inside)


@pytest.mark.parametrize("end", ["<p", "<script", '<p title="', "<!--"])
def test_what_does_not_end_is_found_at_the_end_of_the_page_too(tmp_path: Path, end: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("x") + end, "utf-8")
    assert [f.what.en for f in faults(tmp_path, frozenset())]


LEAD = "a link to a host that is not listed: "


@pytest.mark.parametrize(
    "address, host",
    [
        ("https://evil.example/", "evil.example"),
        ("HTTPS://EVIL.example/a.example/", "evil.example"),
        ("https:&#47;&#47;evil.example/", "evil.example"),
        ("ht\ttps://evil.example/", "evil.example"),
        ("https:\\\\evil.example/", "evil.example"),
        ("https://a.example@evil.example/", "evil.example"),
        ("https://a.example:x@evil.example/", "evil.example"),
        ("https://evil.example\\@a.example/", "evil.example"),
        ("https://a.example.evil.example/", "a.example.evil.example"),
        ("https://not-a.example/", "not-a.example"),
        ("https:evil.example", "https:evil.example"),
        ("https:///evil.example/", "https:///evil.example/"),
        ("https://[evil/", "https://[evil/"),
        ("https://ａ.example/", "ａ.example"),
    ],
)
def test_a_link_leads_to_no_host_that_nobody_listed(tmp_path: Path, address: str, host: str) -> None:
    """As a browser reads the address, not as it looks: the gate is the one place that all links pass."""
    assert found(tmp_path, f'<a href="{address}">x</a>') == [LEAD + host]
    assert found(tmp_path, f'<blockquote cite="{address}">x</blockquote>') == [LEAD + host]


@pytest.mark.parametrize("address", ["https://a.example", "https://A.example/x?y#z", "https://a.example:8443/", " https://a.example/"])
def test_a_link_to_a_listed_host_passes_with_any_port(tmp_path: Path, address: str) -> None:
    assert found(tmp_path, f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize("inside", ['<a href="../a/#x">x</a>', '<a href="https://a.example/">x</a>', '<a href="tel:12345">x</a>', "&lt;script&gt;alert(1)&lt;/script&gt;", FIELD])
def test_what_pages_are_made_of_passes(tmp_path: Path, inside: str) -> None:
    assert found(tmp_path, inside) == []


def test_every_payload_that_stands_bare_is_found(tmp_path: Path, shared: Callable[[str], Path]) -> None:
    """Unescaped, what attackers write never passes unless it is harmless text."""
    payloads = [p for f in sorted(shared("data/conformance/xss").rglob("*.txt")) for p in f.read_text("utf-8", "replace").splitlines() if "<" in p and ">" in p]
    assert len(payloads) > 40
    dangerous = [p for p in payloads if any(w in p.lower() for w in ("<script", "onerror=", "onload=", "javascript:", "<iframe"))]
    missed = [p for p in dangerous if not found(tmp_path, p)]
    assert len(missed) < len(dangerous) // 40
    bare = [re.sub(r"\"[^\"]*\"|'[^']*'|`[^`]*`", "", p) for p in missed]  # what is left of them stands in a value, or in no tag at all
    assert [p for p in bare if re.search(r"<[a-z][^<>\"]*[\s/]on\w+\s*=|^[^\"]*<(script|iframe)\b", p, re.IGNORECASE)] == []


def test_a_template_of_ones_own_cannot_open_a_gap(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    pipeline.build(root, root / "site", AS_OF)
    before = (root / "site" / "about" / "index.html").read_bytes()
    (root / "site_templates").mkdir(exist_ok=True)
    (root / "site_templates" / "about.html").write_text('<p onclick="alert(1)">{{ it.blocks | length }}</p>', "utf-8")

    with pytest.raises(SiteError) as refused:
        pipeline.build(root, root / "site", AS_OF)
    assert "about/index.html" in refused.value.text.zh
    assert "属性 onclick" in refused.value.text.zh
    assert (root / "site" / "about" / "index.html").read_bytes() == before


def refused(root: Path) -> tuple[str, str]:
    """What the build says when it refuses, in both languages; the site stays as it was."""
    pipeline.build(root, root / "site", AS_OF)
    before = tree(root / "site")
    guide = root / "content" / "guide.md"
    guide.write_text(guide.read_text("utf-8") + WRITTEN, "utf-8")
    with pytest.raises(SiteError) as error:
        pipeline.build(root, root / "site", AS_OF)
    assert tree(root / "site") == before
    return error.value.text.zh, error.value.text.en


WRITTEN = '\n\n最后一行，<a href="https:&#47;&#47;evil.example/x">那里</a>。\n'
"""Spelled so that the check of what is written (COM103), which reads text, does not see it; browsers do."""


def test_a_hand_written_link_to_a_host_nobody_listed_is_refused_with_its_line(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    line = len((root / "content" / "guide.md").read_text("utf-8").splitlines()) + 3
    zh, en = refused(root)
    assert f"content/guide.md:{line} COM103 链接到没有登记的网站 evil.example。确实要链接，就在 community.yml 的“外链”里写上 evil.example" in zh
    assert f"content/guide.md:{line} COM103 a link to a host that is not listed: evil.example. List evil.example under “links”" in en
    assert mingbai_here("explain", "COM103").returncode == 0


def test_the_same_link_is_published_once_its_host_is_listed(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    community = root / "ledgers" / "community.yml"
    community.write_text(community.read_text("utf-8").replace("外链: [", "外链: [evil.example, "), "utf-8")
    guide = root / "content" / "guide.md"
    guide.write_text(guide.read_text("utf-8") + WRITTEN, "utf-8")
    pipeline.build(root, root / "site", AS_OF)
    assert 'href="https://evil.example/x"' in (root / "site" / "guide" / "index.html").read_text("utf-8")


def test_a_link_in_the_menu_is_refused_at_its_line_of_mkdocs_yml(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8").replace("\nnav:\n", "\nnav:\n  - 别处: https://evil.example/\n")
    config.write_text(text, "utf-8")
    line = text[: text.index("evil.example")].count("\n") + 1
    with pytest.raises(SiteError) as error:
        pipeline.build(root, root / "site", AS_OF)
    assert error.value.text.zh.count(f"mkdocs.yml:{line} COM103") == 1


def test_headers_say_what_every_page_says() -> None:
    assert f'content="{POLICY}"' in (REPOSITORY / "site_templates" / "theme" / "base.html").read_text("utf-8")
    assert set(files()) == {"_headers", "nginx-headers.conf"}
    for text in files().values():
        assert f"{POLICY}; frame-ancestors 'none'" in text.decode()


@pytest.mark.parametrize(
    "inside",
    ['<p title="a > b">x</p>', "<p>1 < 2</p>", '<a href="https://a.example/" title="<b>">x</a>', "<p><b/ onclick=alert(1)>x</p>", '<script src="a.js">x</script>'],
)
def test_markup_of_another_form_is_left_to_the_parser(tmp_path: Path, inside: str) -> None:
    """The quick look passes only what it understands whole; the parser decides about the rest."""
    dangerous = "onclick" in inside or "<script" in inside
    assert bool(found(tmp_path, inside)) is dangerous or found(tmp_path, inside) == ["markup that cannot be read"]
