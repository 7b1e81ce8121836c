"""The renderer: escaped, strict, relative, and a community's own templates first."""

from __future__ import annotations

import datetime
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from mingbai.pages import Block, Crumb, Draft, Theme, Toc
from mingbai.rendering import Renderer, TemplateFaultError, template_dirs
from mingbai.rendering.templates import shipped_templates
from tests.support.sweep import each


@dataclass(frozen=True)
class Line:
    day: datetime.date
    what: str
    amount: int


@dataclass(frozen=True)
class Context:
    word: str = ""
    lines: tuple[Line, ...] = ()


def draft(context: Context, address: str = "finance/a/2026/03/") -> Draft:
    return Draft(address, "题", "一句话", "t.html", context, (Crumb("财务", "finance/"),), datetime.date(2026, 3, 5), (Toc("节", "s"),))


def renderer(folder: Path, template: str) -> Renderer:
    (folder / "t.html").write_text(template)
    return Renderer((folder, *template_dirs(folder / "none")))


def test_a_draft_becomes_a_page_with_everything_it_had(tmp_path: Path) -> None:
    page = renderer(tmp_path, "<p>{{ it.word }}</p>").page(draft(Context("a<b>&'\"")))

    assert page.body == "<p>a&lt;b&gt;&amp;&#39;&#34;</p>"
    assert (page.address, page.title, page.description) == ("finance/a/2026/03/", "题", "一句话")
    assert (page.parents, page.updated, page.toc) == ((Crumb("财务", "finance/"),), datetime.date(2026, 3, 5), (Toc("节", "s"),))


def test_links_are_relative_to_the_page(tmp_path: Path) -> None:
    made = renderer(tmp_path, "{{ link('finance/') }} {{ link('/x.csv') }} {{ link('#s') }} {{ link('') }}")

    assert made.page(draft(Context())).body == "../../../../finance/ ../../../../x.csv #s ../../../../"
    assert made.page(draft(Context(), "")).body == "./finance/ ./x.csv #s ./"


@pytest.mark.parametrize("template", ["<p>page</p>", "<p>page</p>{{ parts() }}", "<p>page</p>{{ parts() }}{{ '' }}"])
def test_every_part_stands_on_the_page_in_order(tmp_path: Path, template: str) -> None:
    """Several registers contribute to one book's page; none of them is lost."""
    (tmp_path / "b.html").write_text("<i>{{ it.word }}</i>")
    blocks = tuple(Block(n, "b.html", Context(word), (Toc(word, word),)) for n, word in enumerate("xyz"))
    made = renderer(tmp_path, template).page(replace(draft(Context()), blocks=blocks))

    assert made.body.split() == ["<p>page</p><i>x</i>", "<i>y</i>", "<i>z</i>"]
    assert [t.id for t in made.toc] == ["s", "x", "y", "z"]


def test_parts_of_one_theme_stand_below_its_heading(tmp_path: Path) -> None:
    """A resident looks for what is owed, not for one of ten registers."""
    (tmp_path / "b.html").write_text("<i>{{ it.word }}</i>")
    themes = (None, Theme.OWNED, Theme.OWNED, Theme.OWED)
    blocks = tuple(Block(n, "b.html", Context(w), (Toc(w, w, 3),), t) for n, (w, t) in enumerate(zip("wxyz", themes, strict=True)))
    made = renderer(tmp_path, "<p>page</p>").page(replace(draft(Context()), blocks=blocks))

    owned, owed = ('<h2 id="owned">有什么东西</h2>', '<h2 id="owed">谁欠谁</h2>')
    assert made.body.splitlines() == ["<p>page</p><i>w</i>", owned, "<i>x</i>", "<i>y</i>", owed, "<i>z</i>"]
    assert [(t.id, t.level) for t in made.toc] == [("s", 2), ("w", 3), ("owned", 2), ("x", 3), ("y", 3), ("owed", 2), ("z", 3)]


def test_a_name_nobody_gave_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no attribute 'wrod'"):
        renderer(tmp_path, "{{ it.wrod }}").page(draft(Context()))


def test_a_community_overrides_by_file_name(tmp_path: Path) -> None:
    own = tmp_path / "site_templates"
    own.mkdir()
    (own / "macros.html").write_text("{% macro tag(word) %}[{{ word }}]{% endmacro %}")
    (own / "t.html").write_text('{% import "macros.html" as m %}{{ m.tag(it.word) }}')

    assert template_dirs(tmp_path) == (own, shipped_templates())
    assert Renderer(template_dirs(tmp_path)).page(draft(Context("x"))).body == "[x]"


def test_without_own_templates_the_shipped_ones_do(tmp_path: Path) -> None:
    assert template_dirs(tmp_path) == (shipped_templates(),)
    assert (shipped_templates() / "macros.html").is_file()


TABLE = """{% import "macros.html" as m %}{% call m.table('明细', ['日期', '摘要', '金额|num']) %}{% for line in it.lines %}
<tr>{{ m.td('日期', line.day | day) }}{{ m.lead(line.what) }}{{ m.money('金额', line.amount) }}</tr>
{% endfor %}{% endcall %}"""


def test_thirty_lines_are_rendered_in_half_a_millisecond_or_little_more(tmp_path: Path) -> None:
    context = Context("", tuple(Line(datetime.date(2026, 3, 1 + i % 28), f"路灯 {i}", i * 100) for i in range(30)))
    made, asked = renderer(tmp_path, TABLE), draft(context)
    made.page(asked)

    times = []
    for _ in range(20):
        start = time.perf_counter()
        made.page(asked)
        times.append(time.perf_counter() - start)

    assert min(times) < 0.0025  # five times what it takes when the machine is at rest


@pytest.mark.parametrize("text, line, said", [("<p>x</p>\n{{ nix }}\n", 2, "'nix' is undefined"), ("a\n\n{% if %}", 3, "Expected an expression")])
def test_a_wrong_template_is_named_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    (tmp_path / "home.html").write_text(text, "utf-8")

    with pytest.raises(TemplateFaultError) as fault:
        Renderer((tmp_path,)).text("home.html", "")

    assert (fault.value.path, fault.value.line) == (tmp_path / "home.html", line)
    assert said in fault.value.said


@each("path", sorted(shipped_templates().rglob("*.html")), ids=lambda p: p.relative_to(shipped_templates()).as_posix())
def test_no_template_takes_every_body_for_a_residents_committee(path: Path) -> None:
    """Villages and collectives are read on the same pages: the body is named by its book, or it is “we” and “the office”."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall("居委会|居民委员会|村委会", text)
