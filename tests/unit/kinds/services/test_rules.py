"""Rules of service guides, tried by the text a secretary types."""

from __future__ import annotations

import pytest

from mingbai.diagnostics import Severity
from mingbai.kinds.services import KIND
from mingbai.kinds.services.guides import host, time
from mingbai.kinds.services.records import ServiceList, TimeUnit
from mingbai.schema.record import fields
from tests.unit.kinds.services.ledger import books, changed, codes, findings, guide, law

STEPS = "流程:\n  - {环节: 受理, 时限: 1}\n  - {环节: 审核, 时限: 5}\n"
BASIS = "依据:\n  - {名称: 老年人权益保障法, 条款: 第三十三条}\n"
CHECKED = "核对: {日期: 2025-11-10, 人: 文书}\n"


def test_a_complete_guide_is_clean() -> None:
    assert codes(guide()) == []


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("承诺时限: 6", "承诺时限: 31", ["SVC001"]),
        ("承诺时限: 6", "承诺时限: 30", []),
        ("法定时限: 30", "法定时限: 5\n法定时限单位: 自然日", ["SVC001"]),  # six working days are never five days
        ("法定时限: 30", "法定时限: 6\n法定时限单位: 自然日", []),
        ("法定时限: 30", "法定时限: 143\n法定时限单位: 小时", ["SVC001"]),
        ("法定时限: 30", "法定时限: 144\n法定时限单位: 小时", []),
        ("法定时限: 30", "法定时限: 0\n法定时限单位: 即办", ["SVC001"]),
        ("时限单位: 工作日", "时限单位: 自然日\n法定时限单位: 工作日", []),
        ("承诺时限: 6", "承诺时限: 5", ["SVC002"]),
        ("收费: 否", "收费: 否\n收费标准: 每份 5 元", ["SVC004"]),
        ("收费: 否", "收费: 否\n收费标准: 免费", []),
        ("收费: 否", "收费: 否\n收费标准: 0.00 元", []),
        ("收费: 否", "收费: 是", ["SVC005"]),
        ("收费: 否", "收费: 是\n收费标准: 每份 5 元", ["SVC005"]),
        ("收费: 否", "收费: 是\n收费标准: 每份 5 元\n收费依据: 示例价〔2026〕1号", []),
        (BASIS, "", ["SVC006"]),
        (CHECKED, "", ["SVC007"]),
        ("2025-11-10", "2025-11-09", ["SVC007"]),
        ("咨询电话: 010-55550101、12345\n", "", ["SVC008"]),
        (STEPS, "", ["SVC009"]),
        ("时限单位: 工作日\n", "", ["SVC010"]),
        ("收费: 否", "收费: 否\n办件类型: 即办件", ["SVC011"]),
        ("收费: 否", "收费: 否\n办件类型: 承诺件", []),
        ("收费: 否", "收费: 否\n网上办理: https://evil.example.com/x", ["SVC012"]),
        ("收费: 否", "收费: 否\n表格下载: https://WWW.example.gov.cn/a.doc", []),
        ("监督电话: 010-55550110\n", "", ["SVC013"]),
    ],
)
def test_one_thing_wrong_is_found_once(old: str, new: str, expected: list[str]) -> None:
    found = findings(guide((old, new)))

    assert [f.code.id for f in found] == expected
    assert all(f.message("zh") and f.message("en") and f.record >= 0 for f in found)


@pytest.mark.parametrize(
    "name, caught",
    [
        ("其他材料", True),
        ("其它相关证明材料", True),
        ("身份证等材料", True),
        ("户口本等相关证件", True),
        ("相关材料", True),
        ("有关证明", True),
        ("规定的其他凭据", True),
        ("突发困难的证明材料", False),
        ("中等学历证书", False),
        ("高等教育学历文件", False),
        ("残疾等级证明", False),
        ("其他家庭成员的身份证", False),
        ("劳动能力鉴定相关表格", False),
    ],
)
def test_a_catch_all_is_known_from_a_document(name: str, caught: bool) -> None:
    assert codes(guide(("居民身份证", name))) == (["SVC003"] if caught else [])


def test_a_catch_all_may_hide_in_the_note() -> None:
    assert codes(guide(("来源: 申请人自备", "说明: 以及其他材料"))) == ["SVC003"]


def test_convenience_services_need_neither_basis_nor_steps_nor_complaints() -> None:
    changes = (("类别: 行政", "类别: 便民"), (BASIS, ""), (STEPS, ""), ("监督电话: 010-55550110\n", ""))

    assert codes(guide(*changes)) == []


def test_a_limit_of_a_step_needs_a_unit_too() -> None:
    (found,) = findings(guide(("法定时限: 30\n承诺时限: 6\n时限单位: 工作日\n", "")))

    assert found.code.id == "SVC010"
    assert found.place.keys == ("时限", "limit")


def test_at_once_with_a_long_promise_contradicts_itself() -> None:
    assert codes(guide(("时限单位: 工作日", "时限单位: 即办"))) == ["SVC011"]


def test_several_guides_in_a_file_bear_their_ids() -> None:
    listed = "事项:\n" + "".join(
        f"  - 编号: {id}\n" + "".join(f"    {line}\n" for line in changed().strip().splitlines()) for id in ("jintie", "butie")
    )
    of = books({"services/yanglao.yml": listed})

    assert sorted(of.ids["service"]) == ["butie", "jintie"]
    assert codes(of) == []
    assert next(iter(fields(ServiceList).values())).keys[0] == "事项"


def test_a_guide_of_its_own_is_known_by_its_file() -> None:
    assert list(guide().ids["service"]) == ["jintie"]


@pytest.mark.parametrize("day, stale", [("2025-11-10", False), ("2025-11-09", True)])
def test_a_guide_is_fresh_for_twelve_months(day: str, stale: bool) -> None:
    found = codes(guide(("核对: {日期: 2025-11-10, 人: 文书}", f"核对: {{日期: {day}, 人: 文书}}")))
    assert found == (["SVC007"] if stale else [])


@pytest.mark.parametrize(
    "count, unit, said",
    [
        (12, TimeUnit.WORKING_DAYS, "12 个工作日"),
        (3, TimeUnit.DAYS, "3 天"),
        (2, TimeUnit.HOURS, "2 小时"),
        (0, TimeUnit.WORKING_DAYS, "当场办好"),
        (None, TimeUnit.AT_ONCE, "当场办好"),
        (None, TimeUnit.DAYS, ""),
        (5, None, ""),
    ],
)
def test_time_limits_are_said_in_words(count: int | None, unit: TimeUnit | None, said: str) -> None:
    assert time(count, unit).zh == said


@pytest.mark.parametrize("address", ["https://a.gov.cn", "https://A.gov.cn/x", "https://a.gov.cn:8443/x?y#z"])
def test_the_host_of_an_address(address: str) -> None:
    assert host(address) == "a.gov.cn"


def test_every_code_cites_what_the_law_pack_knows() -> None:
    assert [c.id for c in KIND.all_codes] != []
    assert {c.id for c in KIND.all_codes} == {f"SVC{n:03d}" for n in range(1, 17)}
    assert all(law().knows(cite) for code in KIND.all_codes for cite in code.basis)


def test_what_blocks_is_what_a_resident_could_not_rely_on() -> None:
    assert {c.id for c in KIND.all_codes if c.severity is Severity.ERROR} == {"SVC004", "SVC010", "SVC014", "SVC016"}


def test_only_the_note_is_kept_back() -> None:
    assert [f.name for f in fields(KIND.shapes[0].record).values() if f.privacy.value != "public"] == ["note"]
