"""What the theme sees of a page."""

from __future__ import annotations

import pytest

from mingbai.site.view import headline


@pytest.mark.parametrize(
    "title, shown",
    [
        ("2026年5月22日 居民代表会议", '<span class="nb">2026年5月22日</span> 居民代表会议'),
        ("社会救助申请初审公示（3 户）", '社会救助申请初审公示<span class="nb">（3 户）</span>'),
        ("U08 政府拨付资金", "U08 政府拨付资金"),
        ("2026年 <b>", '<span class="nb">2026年</span> &lt;b&gt;'),
        ("更换楼道灯", "更换楼道灯"),
    ],
)
def test_days_and_short_brackets_are_not_broken_in_a_heading(title: str, shown: str) -> None:
    assert str(headline(title)) == shown
