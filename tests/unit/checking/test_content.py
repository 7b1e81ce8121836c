"""Hand-written pages: whom they lead to, what they ask for, whom they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.checking import handwritten, hosts
from tests.base.community import AS_OF

LISTED = hosts(("www.example.gov.cn",), "https://xinhe.example.org/")


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
