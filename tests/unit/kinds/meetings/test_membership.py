"""A representatives' meeting is the committee and the representatives together (urban law art. 28, village law art. 29)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.base.community import BASE, checked

MINUTES = "meetings/2026/2026-03-28-daibiao.yml"
TEXT = (BASE / "ledgers" / MINUTES).read_text("utf-8")
"""41 due; the base has a director and a deputy."""
REGISTER = "类别: 居民代表\n日期: 2026-01-10\n岗位:\n  - 岗位: 第一居民小组\n    人数: {n}\n    起: 2025-01-01\n    止: 2029-12-31\n"


def told(root: Path, *, representatives: int | None, due: int = 41, register: int | None = None, community: str | None = None) -> list[str]:
    stated = f"代表: {representatives}\n" if representatives is not None else ""
    text = TEXT.replace("代表: 36\n", stated, 1).replace("应到: 41", f"应到: {due}").replace("缺席: 5", f"缺席: {due - 36}")
    files: dict[str, str | bytes | None] = {MINUTES: text}
    if register is not None:
        files["staff/daibiao.yml"] = REGISTER.format(n=register)
    if community is not None:
        files["community.yml"] = community
    return sorted(f.code.id for f in checked(root, files=files).findings if f.code.id in ("MTG071", "MTG072") and f.place.path.endswith(MINUTES))


@pytest.mark.parametrize(
    "representatives, due, expected",
    [(36, 41, []), (39, 41, []), (40, 41, ["MTG071"]), (41, 41, ["MTG071"]), (41, 43, []), (None, 41, ["MTG072"])],
)
def test_the_committee_is_due_beside_the_representatives(tmp_path: Path, representatives: int | None, due: int, expected: list[str]) -> None:
    assert told(tmp_path, representatives=representatives, due=due) == expected


@pytest.mark.parametrize("register, expected", [(39, ["MTG072"]), (41, ["MTG071", "MTG072"])])
def test_where_their_number_is_not_stated_the_register_has_it(tmp_path: Path, register: int, expected: list[str]) -> None:
    assert told(tmp_path, representatives=None, register=register) == expected


def test_who_has_left_the_committee_is_not_due(tmp_path: Path) -> None:
    community = (BASE / "ledgers/community.yml").read_text("utf-8")
    deputy = "角色: [副主任]\n    任期:\n      起: 2024-06-01\n      止: "
    left = community.replace(f"{deputy}2029-05-31", f"{deputy}2026-02-28")
    assert left != community
    assert told(tmp_path, representatives=40, community=left) == []
