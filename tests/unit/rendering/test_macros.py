"""macros.html: every call its README shows works, and all it is given is escaped."""

from __future__ import annotations

import datetime
import re
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest

from mingbai.rendering import Renderer
from mingbai.rendering.filters import FILTERS
from mingbai.rendering.templates import shipped_templates

SOURCE = (shipped_templates() / "macros.html").read_text()
README = SOURCE.split("-#}")[0]
DAY = datetime.date(2026, 3, 5)
EVIL = "<b>\"'&"


def render(source: str, **names: Any) -> str:
    environment = Renderer((shipped_templates(),))._environment
    return environment.from_string('{% import "macros.html" as m %}' + source).render(link=lambda a: f"../{a}", **names)


class Balance(HTMLParser):
    """Fails when tags do not close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "rect", "hr", "img", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":
            assert self.open.pop() == tag


def balanced(html: str) -> bool:
    parser = Balance()
    parser.feed(html)
    return not parser.open


def documented() -> list[str]:
    """The README's examples: a `{% call %}` with its lines up to `{% endcall %}`, else one line; remarks at the right are cut."""
    found: list[str] = []
    depth, block = 0, ""
    for line in README.splitlines():
        depth += len(re.findall(r"{% call", line))
        if depth or "{{ m." in line:
            block += re.sub(r"((?:}}|%}))\s{4,}\S.*$", r"\1", line) + "\n"
        depth -= len(re.findall(r"{% endcall", line))
        if block and not depth:
            found.append(block)
            block = ""
    return found


@pytest.mark.parametrize("example", documented())
def test_the_readme_runs(example: str) -> None:
    line = SimpleNamespace(day=DAY, anchor="l1", summary="x", income=None, expense=-5)
    html = render(example.replace("{{ m.figure(…) }}", ""), it=SimpleNamespace(lines=[line], raised=DAY), text="甲\n乙", line=line)

    assert balanced(html)
    assert "{" not in html


@pytest.mark.parametrize("name", re.findall(r"(?m)^{%-? (?:macro (?=\w+\()|set (?=\w+ = cells))(\w+)", SOURCE))
def test_every_macro_is_in_the_readme(name: str) -> None:
    assert re.search(rf"\bm\.{name}\(|\b{name}\(", README)


@pytest.mark.parametrize(
    "call",
    [
        "m.lede(e, late=e)", "m.h2(e, 'a', note=e)", "m.tag(e)", "m.figure(e, 1, note=e)", "m.count(e, e, e, note=e)", "m.notice(e, e, basis=e)",
        "m.empty(e, e)", "m.facts([(e, e), (e, e, '#')])", "m.td(e, e)", "m.lead(e)", "m.lead(e, '#')", "m.money(e, 1)", "m.number(e, 1, e)",
        "m.row(e, '#', e, e, e)", "m.card(e, '#', e, e, e)", "m.pager((e, '#'), (e, '#'))", "m.step(e, e, e)", "m.votes(1, 2, 3, rule=e, tag=e)",
        "m.share(e, 1, 2, words=[e, e])", "m.downloads([(e, '#', e)], e)", "m.source(e, '#', [e])", "m.ask(e, e, '#')", "m.total(e, [(e, 1)])",
        "m.equation(1, 2, 3, 4, labels=[e, e, e, e])",
    ],
)  # fmt: skip
def test_all_text_is_escaped(call: str) -> None:
    html = render(f"{{{{ {call} }}}}", e=EVIL)

    assert '<b>"' not in html
    assert "&lt;b&gt;&#34;&#39;&amp;" in html
    assert balanced(html)


@pytest.mark.parametrize(
    "call", ["m.figure('a', 1, href=u)", "m.notice('a', href=u)", "m.lead('a', u)", "m.row('a', u)", "m.downloads([('a', u)])", "m.ask('a', 'b', u)"]
)
def test_no_address_runs(call: str) -> None:
    assert "javascript" not in render(f"{{{{ {call} }}}}", u="javascript:alert(1)")


def test_a_known_word_finds_its_state_and_an_unknown_one_has_none() -> None:
    assert "tag--ok" in render("{{ m.tag('已通过') }}")
    assert "tag--late" in render("{{ m.tag('逾期 3 天', 'late') }}")
    assert "tag--plain" in render("{{ m.tag('随便') }}")


def test_negative_money_is_marked() -> None:
    assert 'class="num minus" data-label="余额">−0.05<' in render("{{ m.money('余额', -5) }}")
    assert "figure--minus" in render("{{ m.figure('结余', -5) }}")


def test_filters_are_the_documented_ones() -> None:
    assert set(FILTERS) == {"yuan", "decimal", "day", "month", "url", "lines", "anchor", "tel", "said", "own", "whole"}


def test_a_date_and_the_number_of_a_record_are_not_cut_where_a_line_ends() -> None:
    assert '<span class="nb">2026年9月1日</span> 至 <span class="nb">2027年8月31日</span>' in render(
        "{{ m.long('起止', '2026年9月1日 至 2027年8月31日') }}"
    )
    assert '>铺面<span class="nb">（HT-2025-03）</span></a>' in render("{{ m.lead('铺面（HT-2025-03）', 'x/') }}")
    assert "nb" not in render("{{ m.lead('铺面（HT-<b>）') }}{{ m.td('日期', '9月1日') }}{{ m.long('说明', '铺面（二楼）') }}")


def test_a_label_stands_above_a_text_only_where_the_text_is_long() -> None:
    assert render("{{ m.long('对方', '示例钢构工程公司') }}") == '<td data-label="对方">示例钢构工程公司</td>'
    assert '<td class="long" data-label="说明">' in render("{{ m.long('说明', '一' * 43) }}")
    assert "long" not in render("{{ m.long('说明', '一' * 42) }}{{ m.long('说明', 'e' * 84) }}")


def test_what_is_put_right_has_one_state_and_is_not_late() -> None:
    assert {render("{{ m.tag('" + word + "') }}") for word in ("更正", "冲正", "退款")} == {
        f'<span class="tag tag--amended">{word}</span>' for word in ("更正", "冲正", "退款")
    }


def test_nothing_stands_where_words_would_stand() -> None:
    assert render("{{ m.long('怎么算', '') }}") == '<td class="none" data-label="怎么算">—</td>'
    assert 'class="num none"' in render("{{ m.money('金额', none) }}")
