"""Hand-written pages: whom they lead to, what they ask for, whom they name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest

from mingbai import pipeline
from mingbai.checking import handwritten
from mingbai.site.sanitise import clean
from tests.base.community import AS_OF
from tests.support.building import mingbai_here, small_community

LISTED = frozenset({"www.example.gov.cn", "xinhe.example.org"})


def found(folder: Path, text: str, name: str = "guide.md", encoding: str = "utf-8") -> list[str]:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / name).write_text(text, encoding)
    places = [(f.code.id, f.place) for f in handwritten(folder / "content", folder, LISTED)]
    return [f"{code} {place.path}:{place.span.line}:{place.span.column}" for code, place in places if place.span]


@pytest.mark.parametrize(
    "text",
    [
        "# 怎么看\n\n[法规](https://www.example.gov.cn/law)\n",
        "# 怎么看\n\n[本站](https://xinhe.example.org/about/) ![图](map.png)\n",
        "# 怎么看\n\n每年 1//2 次，电话 010-55550100。\n",
    ],
)
def test_listed_hosts_and_own_pictures_are_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    "text,expected",
    [
        ("# 怎么看\n\n[那里](https://other.example/x)\n", "COM103 content/guide.md:3:14"),
        ("# 怎么看\n\n<https://Other.example>\n", "COM103 content/guide.md:3:10"),
        ("# 怎么看\n\n[那里][1]\n\n[1]: https://www.example.gov.cn@other.example/\n", "COM103 content/guide.md:5:14"),
        ("# 怎么看\n\n[那里][1]\n\n[1]: //other.example/\n", "COM103 content/guide.md:5:8"),
        ("# 怎么看\n\n![图](https://www.example.gov.cn/a.png)\n", "COM104 content/guide.md:3:14"),
        ('# 怎么看\n\n<img alt="图" src="//other.example/a.png">\n', "COM104 content/guide.md:3:21"),
        ("# 怎么看\n\n找王示例，13800138000\n", "PRI002 content/guide.md:3:6"),
    ],
)
def test_what_a_page_may_not_do_is_found_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert found(tmp_path, text) == [expected]


ACTS = [
    ("# 怎么看\n\n<script>alert(1)</script>\n", ["3:1"]),
    ("# 怎么看\n\n看 <SCRIPT src=x.js></SCRIPT>\n", ["3:3"]),
    ('# 怎么看\n\n<p onclick="alert(1)">点这里</p>\n', ["3:4"]),
    ('# 怎么看\n\n<img alt="a > b"\n  src="map.png" onerror=alert(1)>\n', ["4:17"]),
    ("# 怎么看\n\n[看账](javascript:alert(1))\n", ["3:6"]),
    ("# 怎么看\n\n[看账]( <JaVa&#115;cript:alert(1)>)\n", ["3:8"]),
    ("# 怎么看\n\n[看账][1]\n\n[1]: data:text/html,x\n", ["5:6"]),
    ("# 怎么看\n\n<javascript:alert(1)>\n", ["3:2"]),
    ("# 怎么看\n\n<a href='vbscript:x'>看账</a>\n", ["3:9"]),
    ('# 怎么看\n\n看账{: onclick="alert(1)" }\n', ["3:6"]),
    ('# 怎么看\n\n<iframe src="map/"></iframe> <form action="x"><input></form> <style>p {}</style>\n', ["3:1", "3:30", "3:47", "3:62"]),
    ("# 怎么看\n\n```\n<script>\n", ["4:1"]),  # never closed: Markdown takes it for no code
]


@pytest.mark.parametrize("text,places", ACTS)
def test_what_acts_is_found_with_its_place(tmp_path: Path, text: str, places: list[str]) -> None:
    assert found(tmp_path, text) == [f"COM108 content/guide.md:{p}" for p in places]


@pytest.mark.parametrize("text", [text for text, _ in ACTS])
def test_and_the_site_does_not_carry_it(text: str) -> None:
    made = clean(markdown.markdown(text, extensions=["tables", "fenced_code", "toc"])).lower()
    assert not re.search(r"<(script|iframe|form|input|style)|<[^>]*\son[a-z]+=|(href|src)=.(java|vb)script|href=.data:", made)


@pytest.mark.parametrize(
    "text",
    [
        "写 `<script>` 的页面不收；`[x](javascript:1)` 也不收。\n",
        "```html\n<script>alert(1)</script>\n<p onclick=x>\n```\n",
        "~~~\n<iframe>\n~~~\n",
        "一般 <b>粗</b>、<br>、3 < 5、onclick=1 是字，javascript: 也是字。\n",
        '[电话](tel:0105555) [信](mailto:a@example.org) [页](finance/index.md#a) ![图](map.png "图")\n',
        "<table><tr><td class='x' title='on=1'>表</td></tr></table>\n",
        "时间：[九点](#t): 9:00，比例 1:2\n",
    ],
)
def test_what_is_only_shown_or_does_nothing_is_fine(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_a_page_with_a_script_says_where_and_is_not_published(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    page = root / "content" / "guide.md"
    page.write_text(page.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")
    told = mingbai_here("-C", root, "check", "--as-of", "2026-11-10")
    assert told.returncode == 1
    assert re.search(r"content/guide\.md:\d+:1: 错误 COM108 手写的页面里有会动的代码", told.stdout)
    assert "这里写了<script>，网站不会放它" in told.stdout


@pytest.mark.parametrize(
    "name,encoding,expected",
    [
        ("list.csv", "utf-8", ["PRI002 content/list.csv:1:4"]),
        ("list.csv", "gb18030", ["PRI002 content/list.csv:1:4"]),
        ("list.TXT", "utf-8-sig", ["PRI002 content/list.TXT:1:4"]),
        ("guide.markdown", "utf-8", ["PRI002 content/guide.markdown:1:4"]),
        ("page.html", "utf-8", ["COM105 content/page.html:1:1"]),
        ("look.js", "utf-8", ["COM105 content/look.js:1:1"]),
        (".draft.csv", "utf-8", []),
    ],
)
def test_whatever_goes_to_the_site_is_looked_at(tmp_path: Path, name: str, encoding: str, expected: list[str]) -> None:
    assert found(tmp_path, "某人,13800138000\n", name, encoding) == expected


def test_what_every_page_says_of_the_site_is_looked_at(community: Callable[..., Path]) -> None:
    root = community()
    (root / "mkdocs.yml").write_text("site_name: 明白账\nsite_description: 找王示例，13800138000\n", "utf-8")

    assert [f"{f.code.id} {f.place.path}:{f.place.span.line}" for f in pipeline.check(root, AS_OF).findings if f.place.span] == [
        "PRI002 mkdocs.yml:2"
    ]


@pytest.mark.parametrize(
    "head, expected",
    [
        ("---\n更新: 2026-10-20\n---\n\n", []),
        ("---\nupdated: 2026-10-20  # 校对过\ntitle: 怎么看\n---\n", []),
        ("---\n更新: 十月二十日\n---\n", ["COM066 content/guide.md:2:5"]),
        ("---\ntitle: 怎么看\nupdated: 2026-02-30\n---\n", ["COM066 content/guide.md:3:10"]),
        ("---\n更新:\n---\n", ["COM066 content/guide.md:2:4"]),
        ("正文里的\n\n更新: 昨天\n", []),
    ],
)
def test_the_day_a_page_was_gone_over_is_a_day(tmp_path: Path, head: str, expected: list[str]) -> None:
    assert found(tmp_path, f"{head}# 怎么看\n") == expected
