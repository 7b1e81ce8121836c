"""An objection hangs beside the item that shows what it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import checked

TEXT = """
异议:
  - 编号: "01"
    种类: 异议
    日期: 2026-10-20
    渠道: 来访
    类别: 会议决定
    摘要: 三月定的事，公开栏上没有贴。
{about}    承办: 文书
"""


def told(root: Path, **about: str) -> list[str]:
    fields = "".join(f"    {key}: {value}\n" for key, value in about.items())
    found = checked(root, files={"objections/2026.yml": TEXT.lstrip("\n").format(about=fields)})
    return [f.message("zh") for f in found.findings if f.code.id == "OBJ030"]


@pytest.mark.parametrize(
    "about, expected",
    [
        ({"公开事项": "U06", "决议": "2026-03-28-daibiao/1"}, []),
        ({"公开事项": "U36", "决议": "2026-03-28-daibiao/1"}, ["“2026-03-28-daibiao/1”属于公开事项U06，这里写的是U36"]),
        ({"公开事项": "[U36, U06]", "决议": "2026-03-28-daibiao/1"}, []),
        ({"公开事项": "U36"}, []),
        ({"决议": "2026-03-28-daibiao/1"}, []),
    ],
)
def test_the_item_is_one_that_shows_what_it_is_about(tmp_path: Path, about: dict[str, str], expected: list[str]) -> None:
    assert told(tmp_path, **about) == expected
