"""A place (the mapping's offset, a key, an index) becomes the line and column of what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from mingbai.diagnostics import Place, Span
from mingbai.reading import Locator, locate, read
from mingbai.schema.record import AT

LEDGER = """\
名称: 新河
地址: "新河路 1 号"
空:
附注: |

  第一行
  第二行
所属: [示例省, "示例市", 新河]
人口: {户数: 2310, 截止: 2026-01-01}
票据:
  - 发票 1
  - "发票 2"
  -
  - {号: 3}
  - 号: 4
    额: 5
"附 加": 甲
折: >-
  一
长: "一
  二"
"""


def place(*keys: str, index: int | None = None, on_key: bool = False, inside: Sequence[Any] = ()) -> Place:
    """The place of a field of the ledger above, as the schema would make it."""
    node: Any = read(LEDGER.encode(), "x", 3)[0].nodes
    for step in inside:
        node = node[step]
    return Place("x", node[AT], keys, index, None, on_key)


@pytest.mark.parametrize(
    "asked, span",
    [
        (place("名称"), (1, 5, 1, 7)),
        (place("name", "名称"), (1, 5, 1, 7)),
        (place("名称", on_key=True), (1, 1, 1, 3)),
        (place("地址"), (2, 5, 2, 14)),  # with its quotes
        (place("空"), (3, 1, 3, 2)),  # nothing there: its key
        (place("附注"), (6, 3, 6, 6)),  # the first line of the text
        (place("所属"), (8, 5, 8, 21)),
        (place("所属", index=0), (8, 6, 8, 9)),
        (place("所属", index=1), (8, 11, 8, 16)),
        (place("所属", index=9), (8, 5, 8, 21)),  # no such item: the whole value
        (place("人口"), (9, 5, 9, 31)),
        (place("截止", inside=["人口"]), (9, 20, 9, 30)),
        (place("缺", inside=["人口"]), (9, 6, 9, 8)),  # no such field: the mapping's first key
        (place("截止", inside=["人口"], on_key=True), (9, 16, 9, 18)),
        (place("票据"), (10, 1, 10, 3)),  # many lines: its key
        (place("票据", index=0), (11, 5, 11, 9)),
        (place("票据", index=1), (12, 5, 12, 11)),
        (place("票据", index=2), (13, 3, 13, 4)),  # an empty item: its dash
        (place("票据", index=3), (14, 5, 14, 11)),
        (place("票据", index=4), (15, 5, 15, 6)),
        (place("额", inside=["票据", 4]), (16, 8, 16, 9)),
        (place(inside=["票据", 4]), (15, 5, 15, 6)),
        (place(), (1, 1, 1, 3)),
        (place("附 加"), (17, 8, 17, 9)),
        (place("附 加", on_key=True), (17, 1, 17, 6)),
        (place("折"), (19, 3, 19, 4)),
        (place("长"), (20, 4, 21, 5)),
        (Place("x"), (1, 1, 1, 2)),  # the file as a whole
        (Place("x", span=Span(7, 7, 7, 8)), (7, 7, 7, 8)),  # known already
    ],
)
def test_a_place_is_found(asked, span):
    assert locate(LEDGER, asked) == span


def test_a_text_that_cannot_be_read_has_places_as_far_as_it_goes():
    assert Locator("a: 1\nb: [\n").locate(Place("x", 0, ("a",))) == (1, 4, 1, 5)
    assert Locator("").locate(Place("x", 99, ("a",))) == (1, 1, 1, 2)
    assert Locator("a: \x00").locate(Place("x", 5, ("a",)))
