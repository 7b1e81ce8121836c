"""Nodes become records; every refusal names its field, its place and what to type."""

from __future__ import annotations

import pytest

from mingbai import reading
from mingbai.diagnostics import Diagnostic
from mingbai.kinds.finance.records import LineKind, MonthFile
from mingbai.reading import Locator
from mingbai.schema import parse
from mingbai.schema.record import FILE_SHIFT, Record, fields, label

TEXT = """期间: 2026-03
收支:
  - 凭证: 03-001
    日期: 2026-03-05
    类型: 支出
    金额: 126.00
    票据: 发票 3391
"""


def read(text: str) -> tuple[MonthFile | None, list[tuple[str, int, int]], tuple[Diagnostic, ...]]:
    document, refused = reading.read(text.encode(), "a.yml", 3)
    assert not refused
    record, found = parse(MonthFile, document.nodes or {}, "a.yml")
    locator = Locator(document.text)
    return record, [(f.code.id, locator.locate(f.place).line, locator.locate(f.place).column) for f in found], found


def test_what_is_right_becomes_a_frozen_record_that_knows_where_it_stood() -> None:
    record, found, _ = read(TEXT)
    assert record is not None
    assert not found
    (line,) = record.lines
    assert (line.kind, line.amount, line.documents, line.party) == (LineKind.EXPENSE, 12600, ("发票 3391",), None)
    assert line.at_ >> FILE_SHIFT == 3
    assert TEXT[line.at_ & ((1 << FILE_SHIFT) - 1) :].startswith("凭证")
    with pytest.raises(ValueError, match="frozen"):
        line.amount = 1


def test_everything_wrong_is_told_at_once() -> None:
    _, found, _ = read(TEXT.replace("2026-03-05", "三月五日").replace("支出", "付款").replace("126.00", "1.2万") + "    天气: 晴\n")
    assert found == [("SCH014", 4, 9), ("SCH016", 5, 9), ("SCH012", 6, 9), ("SCH001", 8, 5)]


@pytest.mark.parametrize(
    "typed, told",
    [
        ("日其: 2026-03-05", [("SCH002", 4, 5)]),
        ("dat: 2026-03-05", [("SCH002", 4, 5)]),
        ("日期:", [("SCH004", 4, 5)]),
        ("日期: 2026-03-05\n    date: 2026-03-05", [("SCH008", 5, 5)]),
        ("天气: 晴", [("SCH003", 3, 5), ("SCH001", 4, 5)]),
        ("日期: [2026-03-05]", [("SCH014", 4, 9)]),
    ],
    ids=["misspelt", "misspelt in English", "empty", "in both languages", "missing", "a list"],
)
def test_one_mistake_is_one_finding_where_it_is_one(typed: str, told: list[tuple[str, int, int]]) -> None:
    _, found, _ = read(TEXT.replace("日期: 2026-03-05", typed))
    assert found == told


def test_a_misspelt_field_offers_the_right_one_as_typed() -> None:
    _, _, (chinese,) = read(TEXT.replace("票据", "票剧"))
    _, _, (english,) = read(TEXT.replace("票据", "documnts"))
    assert "“票据”" in chinese.remedy("zh")
    assert "“documents”" in english.remedy("en")


def test_an_item_of_a_list_is_pointed_at() -> None:
    _, found, _ = read(TEXT.replace("发票 3391", "[发票 3391, =1+1]"))
    assert found == [("SCH009", 7, 19)]


def test_what_was_typed_is_echoed_short_and_on_one_line() -> None:
    _, _, (finding,) = read(TEXT.replace("126.00", "乱" * 300))
    assert len(finding.message("zh")) < 80
    assert "\n" not in finding.message("zh")


def test_a_field_is_declared_once_with_label() -> None:
    class Good(Record):
        name: str = label("名称", "Name")

    class Bad(Record):
        name: str

    assert fields(Good)["name"].keys == ("名称", "name")
    assert fields(Good)["name"].required
    with pytest.raises(TypeError, match=r"Bad.name is declared without label"):
        fields(Bad)


@pytest.mark.parametrize("wrong", [{"期间": 202603}, {"期间": "2026-03", "收支": ["甲"]}, {"期间": "2026-03", "收支": [{"凭证": True}]}, {}])
def test_bare_values_are_never_read_by_lax_rules(wrong: dict[str, object]) -> None:
    record, found = parse(MonthFile, wrong, "a.yml")
    assert record is None
    assert found


def test_the_remedy_names_the_fields_that_belong_there() -> None:
    """Who writes a sentence where entries are wanted is told what an entry is made of."""
    _, _, (wrong,) = read("期间: 2026-03\n收支: 买纸 126 元\n")
    assert wrong.code.id == "SCH007"
    assert wrong.remedy("zh").startswith("每一项另起一行，用“- ”开头（可用的栏目：凭证、日期、类型、")
    _, _, (wrong,) = read("期间: 2026-03\n收支:\n  - 买纸 126 元\n")
    assert wrong.code.id == "SCH006"
    assert "可用的栏目：凭证、日期" in wrong.remedy("zh")
    assert "(fields: voucher, date" in wrong.remedy("en")
