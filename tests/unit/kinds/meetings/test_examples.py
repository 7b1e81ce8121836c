"""Every code has a bad example that yields it once and no other error; the good one is clean."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import mingbai.kinds.meetings
from mingbai import pipeline
from mingbai.diagnostics import Diagnostic, Severity
from mingbai.kinds import discover
from mingbai.kinds.meetings import KIND
from tests.unit.kinds.meetings.ledger import AS_OF

EXAMPLES = Path(mingbai.kinds.meetings.__file__).parent / "examples"
COMMUNITY = """格式: 1
名称: 示例社区居民委员会
类型: 城市居委会
虚构: true
网址: https://base.example.org/
账簿:
  - {编号: committee, 名称: 居委会账, 主体: 居民委员会, 启用: 2026-01-01, 账户: [{编号: bank, 名称: 基本户, 种类: 银行, 期初: 0.00}]}
科目: [办公费]
监督委员会:
  - 姓名: 赵示例
    角色: [监督委员会主任]
"""


def check(example: Path, root: Path) -> tuple[Diagnostic, ...]:
    shutil.copytree(example, root / "ledgers", ignore=shutil.ignore_patterns("expected.txt"))
    if not (example / "community.yml").is_file():
        (root / "ledgers" / "community.yml").write_text(COMMUNITY, "utf-8")
    return pipeline.check(root, AS_OF, [k for k in discover() if k.name in ("community", "meetings", "finance", "budget", "commitments")]).findings


def test_every_code_has_a_bad_example() -> None:
    assert sorted(p.name for p in (EXAMPLES / "bad").iterdir()) == sorted(c.id for c in KIND.all_codes)


def test_the_good_example_is_clean(tmp_path: Path) -> None:
    assert check(EXAMPLES / "good", tmp_path) == ()


@pytest.mark.parametrize("code", sorted(c.id for c in KIND.all_codes))
def test_the_bad_example_yields_its_code_once_and_no_other_error(code: str, tmp_path: Path) -> None:
    example = EXAMPLES / "bad" / code
    place, message = (example / "expected.txt").read_text("utf-8").splitlines()
    found = check(example, tmp_path)

    (own,) = [f for f in found if f.code.id == code]
    assert own.place.span is not None
    assert f"{own.place.path.removeprefix('ledgers/')}:{own.place.span.line}:{own.place.span.column}" == place
    assert own.message("zh") == message
    assert not [f.code.id for f in found if f.severity is Severity.ERROR and f.code.id != code]
