"""The canonical form: how a hand would write it, quoted only where somebody could misread it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.reading import read
from mingbai.reading.fast import fast
from mingbai.schema.record import AT
from mingbai.writing import dump, scalars

LEDGER = """\
期间: 2026-03
区划代码: "110100000000"
网址: https://xinhe.example.org/
默认:
  账户: bank
  审批:
收支:
  - 凭证: 03-001
    金额: 3000.00
    摘要: 购打印纸 4 箱、硒鼓 2 支
    票据:
      - 发票 3391
      - "#3392"
    分摊:
      - 资金: office-2026
        金额: 2628.00
  - 凭证: 03-002
    备注: |
      第一行
        缩进的一行

      第三行
    时间: 2026-03-05 14:30
空表: []
空: {}
"""


def plain(node):
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items() if key != AT}
    return [plain(item) for item in node] if isinstance(node, list) else node


def test_a_ledger_is_written_as_it_was_typed():
    nodes = read(LEDGER.encode(), "x", 1)[0].nodes
    assert nodes
    assert dump(nodes) == LEDGER


def test_the_fast_reader_takes_what_is_written():
    assert fast(LEDGER, 1 << 32, frozenset()) == read(LEDGER.encode(), "x", 1)[0].nodes


@given(st.from_regex(scalars._USUAL, fullmatch=True))
def test_the_usual_texts_are_some_of_those_that_stand_plain(text):
    assert scalar_plain(text)


def scalar_plain(text):
    """What is asked of any other text."""
    return scalars._PLAIN.fullmatch(text) and not scalars._MISREAD.fullmatch(text) and not scalars._UNPRINTABLE.search(text)


@pytest.mark.parametrize(
    "text",
    [
        *("3000.00", "-1704.00", "1,234.50", "12", "0", "2026-03", "2026-03-05", "2026年3月5日", "03-001", "2026-02-28-yishi/3", "010-55550100"),
        *(
            "周一至周五 8:30-12:00，14:00-17:30",
            "公共区域：楼道",
            "否",
            "是",
            "office-2026",
            "2026-03-05 14:30",
            "a#b",
            "https://a.cn/",
            "￥128",
            "①",
        ),
    ],
)
def test_what_nobody_misreads_stays_plain(text):
    assert dump({"a": text}) == f"a: {text}\n"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "no",
            "On",
            "YES",
            "y",
            "true",
            "null",
            "~",
            "012",
            "001230",
            "0x1F",
            "0b11",
            "1_000",
            "1e3",
            ".5",
            "5.",
            "12:30",
            "1:30:00",
            ".inf",
            ".nan",
        ),
        *(
            "018.50",
            "+12",
            "110100000000",
            "13800138000",
            "=1",
            "<<",
            "",
            " a",
            "a ",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "-",
            "[a]",
            "{a}",
            "#a",
            "*a",
            "&a",
        ),
        *("!a", "|", ">", "%a", "@a", "`a", "'a'", '"a"', "?", "? a", ": a", ", a", "\n", "a\n b \nc", " a\nb", "\na"),
    ],
)
def test_what_could_be_misread_is_quoted(text):
    written = dump({"a": text})
    assert written.startswith('a: "')
    assert plain(read(written.encode(), "x", 1)[0].nodes) == {"a": text}


@pytest.mark.parametrize("text", ["a\nb", "a\nb\n", "a\nb\n\n\n", "甲：\n  （一）乙\n\n丙", "- a\n# b\n", "a: b\nc: d\n", "'\n\"\n", "---\n...\n"])
def test_text_of_several_lines_is_a_block(text):
    for nodes in ({"a": text}, {"a": {"b": text, "c": "1"}}, {"a": [text, {"b": text, "c": [text]}]}):
        written = dump(nodes)
        assert '"' not in written.replace("'\n", "") or '"' in text
        assert "|" in written
        assert plain(read(written.encode(), "x", 1)[0].nodes) == nodes


@pytest.mark.parametrize("key", ["收支", "income", "2026-03", "ICP", "no", "01", "a b", "a: b", "- a", '"', "<<", "?", "#", "附：加", "甲（乙）"])
def test_a_key_reads_back(key):
    assert plain(read(dump({key: "1"}).encode(), "x", 1)[0].nodes) == {key: "1"}


def test_lists_of_lists_and_nothing_read_back():
    nodes = {"a": [["b", ["c"]], None, {}, [], {"d": None, "e": [None]}], "f": None}
    assert plain(read(dump(nodes).encode(), "x", 1)[0].nodes) == nodes
    assert dump({}) == dump({AT: 5}) == "{}\n"


def test_what_is_no_node_is_our_own_mistake():
    with pytest.raises(TypeError):
        dump({"a": 1})
