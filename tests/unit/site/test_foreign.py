"""Chinese in pages of another language is marked as Chinese, whole elements where that is all they hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.site.foreign import marked


def body(html: str) -> str:
    """What becomes of the inside of a page."""
    return marked(f"<html><head><title>账</title></head><body>{html}</body></html>").partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<p>Nothing here.</p>", "<p>Nothing here.</p>"),
        ("<h1>文明养犬公约</h1>", '<h1 lang="zh-CN">文明养犬公约</h1>'),
        ('<td class="lead">A4 打印纸 10 包</td>', '<td class="lead" lang="zh-CN">A4 打印纸 10 包</td>'),
        ("<p>牵绳，<br>\n不超过 1.5 米。</p>", '<p lang="zh-CN">牵绳，<br>\n不超过 1.5 米。</p>'),
        ("<p>Adopted by 居民会议 on 1 May.</p>", '<p>Adopted by <span lang="zh-CN">居民会议</span> on 1 May.</p>'),
        ("<p>From “自有资金”, for 3 月 5 日（周四）的会。</p>", '<p>From “<span lang="zh-CN">自有资金</span>”, for 3 <span lang="zh-CN">月 5 日（周四）的会。</span></p>'),
        ("<p>垃圾桶 &amp; 便袋箱</p>", '<p lang="zh-CN">垃圾桶 &amp; 便袋箱</p>'),
        ('<div>款项 <a href="x/">明细</a></div>', '<div><span lang="zh-CN">款项</span> <a href="x/" lang="zh-CN">明细</a></div>'),
        ('<td data-label="Fund">自有资金</td>', '<td data-label="Fund"><span lang="zh-CN">自有资金</span></td>'),
        ('<a href="../" lang="zh-CN">中文</a>', '<a href="../" lang="zh-CN">中文</a>'),
        ("<option>自有资金 fund</option>", '<option lang="zh-CN">自有资金 fund</option>'),
        ("<svg><title>账 2026: income by month</title></svg>", "<svg><title>账 2026: income by month</title></svg>"),
        ("<svg><desc>账 2026</desc></svg>", '<svg><desc lang="zh-CN">账 2026</desc></svg>'),
        ("<svg><text>资金 fund<tspan>账</tspan></text></svg>", '<svg><text><tspan lang="zh-CN">资金</tspan> fund<tspan lang="zh-CN">账</tspan></text></svg>'),
    ],
)
def test_chinese_is_marked(html: str, expected: str) -> None:
    assert body(html) == expected


def test_the_head_is_left_alone() -> None:
    assert "<title>账</title>" in marked("<html><head><title>账</title></head><body><p>账</p></body></html>")


TEXT = st.text(st.sampled_from("账目ab A1，。（）“”&;.") | st.characters(codec="utf-8", exclude_characters="<>&\""), max_size=20).map(lambda s: s.replace("&", "&amp;"))


@given(st.lists(st.tuples(st.sampled_from(("p", "h2", "td", "a")), TEXT, TEXT), max_size=6))
def test_nothing_is_said_otherwise_and_no_chinese_is_left_out(parts: list[tuple[str, str, str]]) -> None:
    html = "".join(f"<{tag}>{inside}</{tag}>{after}" for tag, inside, after in parts)
    done = body(html)
    assert re.sub(r'<span lang="zh-CN">|</span>| lang="zh-CN"', "", done) == html
    unmarked = re.sub(r'<([a-z0-9]+) lang="zh-CN">(?:[^<]|<br>)*</\1>', "", done)
    assert not re.search("[\u4e00-\u9fff]", unmarked)
    assert body(done) == done
