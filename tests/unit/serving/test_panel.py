"""The panel: what blocks first and open, the rest folded; nothing of a ledger is markup."""

from __future__ import annotations

import re

import pytest

from mingbai.diagnostics import Code, Place, Severity, Span
from mingbai.serving import Outcome
from mingbai.serving.panel import MOST, alone, aside, headline, inside
from mingbai.values.text import Lang, Text

HOSTILE = '<img src=x onerror="alert(1)">&amp;'


def code(severity: Severity) -> Code:
    return Code(
        f"TST{list(Severity).index(severity):03}",
        severity,
        Text("标题", "title"),
        Text("第 {x} 处", "no. {x}"),
        Text("改 {x}", "mend {x}"),
        Text("", ""),
    )


def outcome(errors: int = 0, warnings: int = 0, advice: int = 0, trouble: Text | None = None, base: str | None = None, x: str = "1") -> Outcome:
    counted = ((Severity.ERROR, errors), (Severity.WARNING, warnings), (Severity.ADVICE, advice))
    place = Place("ledgers/a.yml", span=Span(3, 7, 3, 9))
    return Outcome(tuple(code(s).at(place, x=f"{x}{i}") for s, n in counted for i in range(n)), trouble=trouble, base=base)


@pytest.mark.parametrize(
    "made, lang, pages, says",
    [
        (outcome(2, 1), "zh", True, "不能发布：2 处错误，1 处提醒。网页还是上一次的样子，改好保存就会更新"),
        (outcome(1), "en", True, "Cannot be published: 1 error; the pages are still the last good ones; mend it, save, and they are renewed"),
        (outcome(1), "zh", False, "不能发布：1 处错误。还没有网页，改好保存就会生成"),
        (outcome(1, base="/"), "zh", True, "不能发布：1 处错误。这是草稿，不能公布"),
        (outcome(0, 3), "zh", True, "可以发布，3 处提醒"),
        (outcome(0, 0, 1), "en", True, "Ready to publish, 1 piece of advice"),
        (outcome(0, 3, trouble=Text("坏", "bad")), "zh", True, "网站没有生成。网页还是上一次的样子，改好保存就会更新"),
    ],
)
def test_the_headline_says_whether_and_what_one_looks_at(made: Outcome, lang: Lang, pages: bool, says: str) -> None:
    assert headline(made, lang, pages=pages) == says


def test_nothing_found_nothing_said() -> None:
    assert inside(outcome(), "zh", pages=True) == ""
    assert 'class="serve__found"></div>' in aside(outcome(), "zh", pages=True)


def test_a_finding_has_its_code_place_message_and_remedy() -> None:
    said = inside(outcome(1), "zh", pages=True)

    assert "<b>错误 TST000</b> 标题 <code>ledgers/a.yml:3:7</code>" in said
    assert "<p>第 10 处</p><p>怎么改：改 10</p>" in said


@pytest.mark.parametrize(
    "line, shown",
    [
        ("    余额: 50300.20  # 抄错了", "余额: <mark>50300.20</mark>  # 抄错了"),
        ("    余额: 50300.20\r", "余额: <mark>50300.20</mark>"),
        ("    " + "长" * 50 + "\x1b[31m", "…" + "长" * 40 + "<mark>&lt;U+001B&gt;[31m</mark>"),
    ],
)
def test_a_finding_shows_the_line_that_is_meant(line: str, shown: str) -> None:
    at = line.find("50300") if "50300" in line else line.find("\x1b")
    place = Place("ledgers/a.yml", span=Span(2, at + 1, 2, at + 1 + (8 if "50300" in line else 5)))
    made = Outcome((code(Severity.ERROR).at(place, x=1),), texts={"ledgers/a.yml": f"期间: 2026-01\n{line}\n"})

    assert f'<p class="serve__line"><code>{shown}</code></p>' in inside(made, "zh", pages=True)


def test_numbers_of_persons_are_covered_in_the_panel_too() -> None:
    private = Code("PRI999", Severity.ERROR, Text("", ""), Text("", ""), Text("", ""), Text("", ""))
    made = Outcome((private.at(Place("a.yml", span=Span(1, 5, 1, 16))),), texts={"a.yml": "电话: 13812345678"})

    assert "13812345678" not in inside(made, "zh", pages=True)
    assert "<mark>" in inside(made, "zh", pages=True)


def test_errors_stand_open_and_warnings_are_folded() -> None:
    assert re.findall(r"<details[^>]*>", inside(outcome(1, 1), "zh", pages=True)) == [
        '<details class="serve__all serve__all--bad" open>',
        "<details>",
    ]
    assert re.findall(r"<details[^>]*>", inside(outcome(0, 1), "zh", pages=True)) == [
        '<details class="serve__all serve__all--good">',
        "<details open>",
    ]


def test_a_long_list_is_cut_and_counted() -> None:
    said = inside(outcome(MOST + 3), "zh", pages=True)

    assert said.count("<li ") == MOST
    assert "另有 3 处没有列出" in said


def test_nothing_of_a_ledger_is_markup() -> None:
    made = outcome(1, 1, 1, Text(HOSTILE, HOSTILE), x=HOSTILE + "\x1b\u202e\n")
    for page in (aside(made, "zh", pages=True), alone(made, "en", "")):
        assert "<img" not in page
        assert "\x1b" not in page
        assert "\u202e" not in page
        assert page.count("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;") >= 7


def test_the_panel_can_be_reached_and_is_read_aloud() -> None:
    page = aside(outcome(1), "en", pages=True)

    assert '<aside class="serve" id="mingbai-serve" lang="en" aria-label="What the check found' in page
    assert '<p class="serve__said" role="status">' in page
    assert 'role="region" tabindex="0" aria-label="One by one"' in page
