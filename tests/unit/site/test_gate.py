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
from tests.support.building import AS_OF, REPOSITORY, small_community

PAGE = '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head>\n<body><main>{}</main></body></html>'

FIELD = '<form role="search" action="../search/"><input type="search" name="q" placeholder="找"><button type="submit">搜索</button></form>'


def found(folder: Path, inside: str) -> list[str]:
    (folder / "index.html").write_text(PAGE.format(inside), "utf-8")
    return [f.what.en for f in faults(folder)]


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
        ('<img src="data:image/svg+xml,x">', "loaded from elsewhere: data:image/svg+xml,x"),
        ("<iframe></iframe>", "element <iframe>"),
        ("<style>p{}</style>", "element <style>"),
        ('<p style="color:red">x</p>', "attribute style"),
        ("<form><input type=password></form>", "input password"),
        ('<form action="https://evil.example/"></form>', "a form that is sent elsewhere: https://evil.example/"),
        ('<form action="//evil.example/"></form>', "a form that is sent elsewhere: //evil.example/"),
        ('<form action="javascript:alert(1)"></form>', "a form that is sent elsewhere: javascript:alert(1)"),
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
