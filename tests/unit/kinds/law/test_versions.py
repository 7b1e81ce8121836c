"""An act cited in a version that no pack knows is told; every other way of citing it is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import checked

NOTICE = "标题: 高龄津贴\n类型: 补贴发放\n起: 2026-04-08\n依据: {basis}\n内容: 第一季度由街道发放。\n承办: 文书\n"
ACTS = """
法规:
  - 编号: urban-1989
    名称: 城市居民委员会组织法
    英文: Organic Law of Urban Residents' Committees
    版本: 2018 修正
    英文版本: 2018 amendment
    施行: 2018-12-29
    失效: 2025-12-31
    核对: 2026-11-01
    条文:
      - 条: "22"
        要求: 旧的条文。
        英文要求: As it was.
"""


def told(tmp_path: Path, basis: str, **files: str) -> list[str]:
    found = checked(tmp_path, files={"notices/2026/2026-04-08-butie.yml": NOTICE.format(basis=basis), **files})
    assert not [f for f in found.findings if f.code.id.startswith("SCH")]
    return [f.message("zh") for f in found.findings if f.code.id == "LAW008"]


@pytest.mark.parametrize(
    "basis, years",
    [
        ("城市居民委员会组织法第三十四条", []),
        ("《中华人民共和国城市居民委员会组织法》第三十四条", []),
        ("城市居民委员会组织法（2025 修订）第三十四条", []),
        ("城市居民委员会组织法(2025年修订)第三十四条", []),
        ("2025年修订的城市居民委员会组织法第三十四条", []),
        ("城市居民委员会组织法（2018修正）第二十二条", ["2018"]),
        ("《城市居民委员会组织法》（1989 年版）第四条", ["1989"]),
        ("1989年《中华人民共和国城市居民委员会组织法》第四条", ["1989"]),
        ("2018年修正的村民委员会组织法第三十条", ["2018"]),
        ("[农村集体经济组织法（2024）第四十五条, 会计法（2017）第九条]", ["2017"]),
        ("示例街财〔2018〕5号", []),
        ("2018年社区工作意见", []),
        ("城市居民委员会组织法（修订）第三十四条", []),
    ],
)
def test_a_year_beside_an_act_is_its_version(tmp_path: Path, basis: str, years: list[str]) -> None:
    messages = told(tmp_path, basis)
    assert len(messages) == len(years)
    for message, year in zip(messages, years, strict=True):
        assert f"{year} 年的版本" in message


def test_an_old_version_that_is_registered_is_known(tmp_path: Path) -> None:
    basis = "城市居民委员会组织法（2018修正）第二十二条"
    assert told(tmp_path / "a", basis)
    assert told(tmp_path / "b", basis, **{"law/acts.yml": ACTS}) == []
