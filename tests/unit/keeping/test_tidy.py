"""The canonical form: what the secretary typed, in one spelling, with every comment where it was."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from mingbai.keeping import Tidied, tidy
from mingbai.kinds import discover
from mingbai.reading.fast import fast
from mingbai.reading.findings import Findings
from mingbai.reading.walk import walk
from tests.base.community import BASE
from tests.conftest import REPOSITORY
from tests.support.sweep import each

KINDS = discover()
MARCH = "finance/committee/2026-03.yml"


def tidied(text: str | bytes, path: str = MARCH, **more: Any) -> Tidied:
    data = dedent(text).lstrip("\n").encode() if isinstance(text, str) else text
    return tidy(data, path, KINDS, **more)


def test_order_spelling_and_layout_become_one() -> None:
    one = tidied("""
        收支:
        - 金额: ￥1,234.5
          凭证: "03-001"
          摘要: 购打印纸
          类型: expense
          日期: 2026年3月5日
          票据: [发票 1]
          领款: {人数: 2, 标准: 617.25}
        期间: 2026/3
    """)
    assert one.after == dedent("""
        期间: 2026-03
        收支:
          - 凭证: 03-001
            日期: 2026-03-05
            类型: 支出
            金额: 1234.50
            摘要: 购打印纸
            领款:
              人数: 2
              标准: 617.25
            票据: 发票 1
    """).lstrip("\n")


def test_comments_stay_with_what_they_explain() -> None:
    one = tidied("""
        # 三月的账


        # 默认的说明
        默认:
          审批: 主任
          # 钱放在哪里
          账户: bank
          # 默认写完了
        收支:
          # 第一笔
          - 日期: 2026-03-05
            # 号是谁编的
            凭证: 03-001
            类型: 支出
            # 这一笔还要补票据
          # 这个月就这一笔

        # 期间最后才写
        期间: 2026-03
        # 完
    """)
    assert one.after is not None
    assert _comments(one.after) == sorted(_comments(one.text))
    assert "  # 钱放在哪里\n  账户: bank\n" in one.after
    assert "    # 这一笔还要补票据\n  # 这个月就这一笔\n" in one.after
    assert "  # 第一笔\n  # 号是谁编的\n  - 凭证: 03-001\n    日期: " in one.after
    assert one.after.startswith("# 三月的账\n\n# 期间最后才写\n期间: 2026-03\n# 默认的说明\n默认:\n")
    assert one.after.endswith("# 完\n")


@pytest.mark.parametrize(
    "typed, becomes",
    [
        pytest.param(
            "默认:\n  # 谁批\n  审批: 主任\n  账户: bank\n", "默认:\n  账户: bank\n  # 谁批\n  审批: 主任\n", id="above the first of a group"
        ),
        pytest.param(
            "收支: []\n  # - 凭证: 03-001\n默认:\n  账户: bank\n",
            "默认:\n  账户: bank\n收支: []\n  # - 凭证: 03-001\n",
            id="a list commented out",
        ),
        pytest.param(
            "收支:\n  - 日期: 2026-03-05\n    凭证: 03-001\n    类型: 支出\n    票据: [发票 1, 发票 2]\n      # 原件在柜里\n    摘要: 购纸\n",
            "收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    摘要: 购纸\n    票据: [发票 1, 发票 2]\n      # 原件在柜里\n",
            id="indented under a field",
        ),
        pytest.param(
            "收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    票据:\n      - 发票 1\n          # 第一张的说明\n      - 发票 2\n",
            "收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    票据:\n      - 发票 1\n      # 第一张的说明\n      - 发票 2\n",
            id="between the items of a list",
        ),
        pytest.param(
            "收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    票据:\n      # 补来的\n      - |-\n        发票 1\n",
            "收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    票据:\n      # 补来的\n      - 发票 1\n",
            id="above an item that is a block of text",
        ),
        pytest.param(
            "收支: []\n\n\n默认:\n\n  账户: bank\n\n", "\n默认:\n  账户: bank\n收支: []\n", id="empty lines: one between fields, none at a head"
        ),
    ],
)
def test_where_comments_and_empty_lines_go(typed: str, becomes: str) -> None:
    one = tidied("期间: 2026-03\n" + typed)
    assert one.after == "期间: 2026-03\n" + becomes
    assert not tidied(one.after).changed


def test_no_empty_line_leads_a_file() -> None:
    assert tidied("收支: []\n\n期间: 2026-03\n").after == "期间: 2026-03\n收支: []\n"


def _comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


@pytest.mark.parametrize("text", ["# 甲\n期间: 2026-03\n", "期间: 2026-03\n# 完\n", "期间: 2026-03\n\n默认:\n  账户: bank\n"])
def test_what_is_canonical_stays(text: str) -> None:
    assert not tidied(text).changed


def test_a_block_of_text_keeps_its_lines_and_the_comment_below_it() -> None:
    head = "期间: 2026-03\n收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    附加:\n"
    text = head + "      说明: |\n        第一行\n        # 不是注释\n\n        第三行\n      # 是注释\n      另: 一\n"
    one = tidied(text)
    assert one.after == text


def test_mark_and_line_ends_are_repaired() -> None:
    one = tidied("\ufeff期间: 2026-03\r\n默认:\r\n  账户: bank\r\n".encode())
    assert one.after == "期间: 2026-03\n默认:\n  账户: bank\n"


def test_keys_and_terms_in_the_language_of_the_community() -> None:
    text = "期间: 2026-03\n收支:\n  - 凭证: 03-001\n    日期: 2026-03-05\n    类型: 支出\n    附加:\n      自己的: 一\n"
    english = tidied(text, lang="en").after
    assert english == "period: 2026-03\nlines:\n  - voucher: 03-001\n    date: 2026-03-05\n    kind: expense\n    extra:\n      自己的: 一\n"
    assert english is not None
    assert tidied(english).after == text


def test_what_cannot_be_read_is_left_alone() -> None:
    one = tidied("期间: 2026-03\n收支:\n  - 凭证: 03-001\n    金额: 一百\n")
    assert one.after is None
    assert {f.code.id for f in one.findings} >= {"SCH012"}
    assert not one.changed


SHIPPED = [
    (root, path)
    for root in (
        REPOSITORY / "ledgers",
        REPOSITORY / "examples/hexi/ledgers",
        REPOSITORY / "examples/liuxi/ledgers",
        BASE / "ledgers",
        REPOSITORY / "tests/golden/community/ledgers",
        *REPOSITORY.glob("generator/mingbai/kinds/*/examples/good"),
    )
    for path in sorted(root.rglob("*.yml"))
]


@each("root, path", SHIPPED, ids=lambda case: case[1], by=lambda case: case[0].relative_to(REPOSITORY).as_posix())
def test_every_shipped_ledger_is_canonical_and_read_by_the_fast_reader(root: Path, path: Path) -> None:
    text = path.read_text("utf-8")
    name = path.relative_to(root).as_posix()
    assert tidy(text.encode(), name, KINDS).after == text
    english = tidy(text.encode(), name, KINDS, "en").after
    assert english is not None
    for typed in (text, english):
        quickly = fast(typed, 0, frozenset())
        assert quickly is not None
        assert quickly == walk(typed, 0, frozenset(), Findings(name, typed))
