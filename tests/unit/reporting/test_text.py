"""A finding as text: product.md's layout to the character, and nothing that a terminal would act on."""

from __future__ import annotations

import datetime

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity, Span
from mingbai.packs import Act, Law
from mingbai.reporting import text
from mingbai.reporting.display import WIDEST, excerpt, safe, width
from mingbai.values.text import Text

PATH = "ledgers/finance/committee/2026-03.yml"
ACT = Act.model_construct(
    id="accounting", name="会计法", english="Accounting Law", version="2024", in_force=datetime.date(2024, 7, 1), until=None, checked=datetime.date(2026, 1, 1),
    unconfirmed=False, articles=(),
)  # fmt: skip
LAW = Law({"accounting": ACT})


def code(id: str = "FIN003", severity: Severity = Severity.ERROR, basis: tuple[Cite, ...] = (Cite("accounting", "17"),)) -> Code:
    return Code(
        id,
        severity,
        Text("账面余额与银行对账单不符", "book balance differs from the bank statement"),
        Text("按明细计算应为 {computed}，相差 {difference}", "the lines make {computed}, difference {difference}"),
        Text("逐笔核对三月的银行流水；已付未到账的写入“未达账项”。", "Compare line by line."),
        Text("", ""),
        basis,
    )


def at(span: Span | None, made: Code | None = None, **more: object) -> Diagnostic:
    place = Place(PATH, span=span)
    return (made or code()).at(place, computed="50250.20", difference="50.00", **more)  # type: ignore[arg-type]


def said(*findings: Diagnostic, source: str = "", lang: str = "zh", colour: bool = False) -> list[str]:
    return list(text.report(findings, text.Style(lang, LAW, {PATH: source} if source else {}, colour)))  # type: ignore[arg-type]


def test_the_layout_is_the_one_of_the_product() -> None:
    source = "\n" * 64 + "    - 账户: bank\n      余额: 50300.20\n"

    assert said(at(Span(66, 11, 66, 19)), source=source) == [
        "ledgers/finance/committee/2026-03.yml:66:11: 错误 FIN003 账面余额与银行对账单不符",
        "   65 |     - 账户: bank",
        "   66 |       余额: 50300.20",
        "      |             ^^^^^^^^ 按明细计算应为 50250.20，相差 50.00",
        "  怎么改: 逐笔核对三月的银行流水；已付未到账的写入“未达账项”。",
        "  依据: 会计法（2024）第十七条    详见: mingbai explain FIN003",
    ]


def test_several_bases_are_joined_and_english_is_said_in_english() -> None:
    two = code(basis=(Cite("accounting", "17"), Cite("accounting", "9")))

    assert said(at(None, two))[-1] == "  依据: 会计法（2024）第十七条、会计法（2024）第九条    详见: mingbai explain FIN003"
    assert (
        said(at(None, two), lang="en")[-1] == "  Basis: Accounting Law (2024), art. 17; Accounting Law (2024), art. 9    See: mingbai explain FIN003"
    )


def test_without_a_place_or_a_text_the_message_stands_alone() -> None:
    assert said(at(None, code(basis=())))[:2] == [f"{PATH}: 错误 FIN003 账面余额与银行对账单不符", "  按明细计算应为 50250.20，相差 50.00"]
    assert said(at(Span(9, 1, 9, 2)), source="短\n")[0].startswith(f"{PATH}:9:1: ")


def test_related_places_are_named() -> None:
    finding = at(Span(1, 1, 1, 2), related=(Place("ledgers/a.yml", span=Span(3, 4, 3, 5)),))

    assert "  另见: ledgers/a.yml:3:4" in said(finding, source="期间: 2026-03")


@pytest.mark.parametrize(
    "line, start, end, column, run",
    [
        ("余额: 5", 0, 2, 0, 4),
        ("余额: 5", 4, 5, 6, 1),
        ("e\u0301a", 2, 3, 1, 1),
        ("a", 1, 1, 1, 1),
        ("ａ b", 2, 3, 3, 1),
    ],
)
def test_the_caret_counts_columns_of_the_display(line: str, start: int, end: int, column: int, run: int) -> None:
    assert excerpt(line, start, end)[1:] == (column, run)


def test_nothing_reaches_the_terminal_raw() -> None:
    evil = "备注: \x1b[31m红\u202e\u200b\ud800\x07"
    shown = "\n".join(said(at(Span(1, 5, 1, 6)), source=evil))

    assert "<U+001B>[31m红<U+202E><U+200B><U+D800><U+0007>" in shown
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert safe("a\nb\tc") == "a<U+000A>b→c"


def test_a_long_line_is_cut_around_what_is_marked() -> None:
    shown, column, run = excerpt("字" * 300 + "X" + "字" * 300, 300, 301)

    assert width(shown) <= WIDEST + 2
    assert run == 1
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert width(shown[: shown.index("X")]) == column


def test_numbers_of_persons_are_covered_wherever_their_line_is_shown() -> None:
    source = "备注: 张某 １１０１０１１９９００３０７８８８８\n电话: 13800138000\n"
    private = Code("PRI001", Severity.ERROR, Text("身份", ""), Text("1101…8888", ""), Text("删", ""), Text("", ""))
    shown = "\n".join(said(at(Span(1, 8, 1, 26), private), at(Span(2, 1, 2, 3)), source=source))

    assert "９９００３０" not in shown
    assert "13800138000" not in shown
    assert "13*******00" in shown


def test_two_hundred_findings_of_a_file_are_enough() -> None:
    shown = said(*(at(Span(n, 1, n, 2), code(basis=())) for n in range(1, 251)))

    assert sum("FIN003 账面" in line for line in shown) == 200
    assert shown[-1] == f"{PATH}: 另有 50 处没有列出，请先改好以上各处。"


def test_colour_marks_severity_and_nothing_else_changes() -> None:
    plain, painted = said(at(Span(1, 1, 1, 3)), source="期间: 1"), said(at(Span(1, 1, 1, 3)), source="期间: 1", colour=True)

    assert "\x1b[1;31m错误 FIN003\x1b[0m" in painted[0]
    import re

    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in painted] == plain


@pytest.mark.parametrize(
    "errors, warnings, zh, en",
    [
        (0, 0, "可以发布（0 处提醒）", "Ready to publish (0 warnings)"),
        (0, 1, "可以发布（1 处提醒）", "Ready to publish (1 warning)"),
        (2, 3, "不能发布（2 处错误，3 处提醒）", "Cannot be published (2 errors, 3 warnings)"),
    ],
)
def test_the_verdict(errors: int, warnings: int, zh: str, en: str) -> None:
    assert text.verdict(errors, warnings, "zh") == zh
    assert text.verdict(errors, warnings, "en") == en


def test_every_act_of_the_pack_is_cited_in_english_without_a_chinese_character() -> None:
    law = Law.of(pipeline.pack("cn-2026"))
    cited = [law.cite(Cite(act.id, "1"), "en") for act in law.acts.values()]
    assert cited
    assert not [c for c in cited if any("一" <= char <= "鿿" for char in c)]
