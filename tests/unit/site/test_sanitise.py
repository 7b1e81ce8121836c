"""Hand-written pages: Markdown's own output survives, everything that acts does not."""

from __future__ import annotations

import pytest

from mingbai.site.sanitise import clean


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<iframe src="https://x"></iframe>',
        "<form action=/x><input name=y></form>",
        '<base href="https://evil/">',
        '<meta http-equiv=refresh content="0;url=https://evil">',
        "<style>*{display:none}</style>",
        '<p style="position:fixed">x</p>',
        "<svg><script>alert(1)</script></svg>",
        "<object data=x></object>",
    ],
)
def test_what_acts_is_gone(payload: str) -> None:
    left = clean(f"<p>before</p>{payload}<p>after</p>").lower()

    assert "before" in left
    assert "after" in left
    for word in ("script", "onerror", "javascript", "data:", "iframe", "<form", "<input", "<base", "<meta", "style", "<svg", "<object", "alert"):
        assert word not in left


def test_what_markdown_writes_stays() -> None:
    html = '<h2 id="a">A</h2>\n<p><a href="../x/#y">x</a> <a href="https://a.cn">a</a> <code>c</code></p>\n<ol>\n<li>1</li>\n</ol>'

    assert clean(html) == html


def test_alignment_becomes_a_class_and_text_about_it_does_not_change() -> None:
    assert clean('<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>').count('class="align-right"') == 1
    assert clean('<p>&lt;td style="text-align: right;"</p>') == '<p>&lt;td style="text-align: right;"</p>'
