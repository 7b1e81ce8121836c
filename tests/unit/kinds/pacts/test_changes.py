"""What changed between two versions, article by article and character by character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from mingbai.kinds.pacts.changes import Change, compare, difference, tally
from mingbai.kinds.pacts.records import Article
from tests.support.building import REPOSITORY

TEXTS = st.text("养犬牵绳清洁安静，。", max_size=30)


def article(number: int, title: str | None, text: str) -> Article:
    return Article.model_construct(number=number, title=title, text=text)


@given(TEXTS, TEXTS)
def test_the_pieces_read_as_either_text(before: str, after: str) -> None:
    pieces = difference(before, after)

    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after
    assert all(p.text for p in pieces)


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=5))
def test_a_text_compared_with_itself_has_not_changed(texts: list[str]) -> None:
    articles = [article(n, f"第{n}", text) for n, text in enumerate(texts, 1)]

    assert {c.change for c in compare(articles, articles)} == {Change.SAME}


@given(st.lists(TEXTS.filter(bool), max_size=5), st.lists(TEXTS.filter(bool), max_size=5))
def test_every_article_of_both_texts_is_accounted_for_once(before: list[str], after: list[str]) -> None:
    old = [article(n, None, t) for n, t in enumerate(before, 1)]
    new = [article(n, None, t) for n, t in enumerate(after, 1)]

    found = compare(old, new)

    assert sorted(c.before.number for c in found if c.before) == [a.number for a in old]
    assert [c.after.number for c in found if c.after] == [a.number for a in new]


def test_an_article_put_in_between_moves_the_others() -> None:
    old = [article(1, "牵引", "遛犬牵绳。"), article(2, "安静", "犬只吠叫应当制止。")]
    new = [article(1, "牵引", "遛犬牵绳。"), article(2, "清洁", "粪便立即清理，装袋投放。"), article(3, "安静", "犬只吠叫应当制止。")]

    found = compare(old, new)

    assert [c.change for c in found] == [Change.SAME, Change.ADDED, Change.MOVED]
    assert tally(found) == ((Change.ADDED, 1),)


def test_an_article_with_a_new_title_is_known_by_its_text() -> None:
    old = [article(1, "不去的地方", "不带犬进入儿童游乐区和健身区。")]
    new = [article(1, "可去和不去的地方", "不带犬进入儿童游乐区、健身区和社区办公室。")]

    (only,) = compare(old, new)

    assert only.change is Change.CHANGED
    assert [p.text for p in only.title if p.kind == "added"] == ["可去和"]
    assert only.before is old[0]


def test_what_was_removed_stands_last() -> None:
    old = [article(1, "牵引", "遛犬牵绳。"), article(2, "止吠", "必要时佩戴止吠器。")]

    found = compare(old, [article(1, "牵引", "遛犬牵绳。")])

    assert [c.change for c in found] == [Change.SAME, Change.REMOVED]


def test_a_number_changes_as_a_whole():
    told = difference("牵引绳不超过 1.5 米，7:30 前、12 户。", "牵引绳不超过 1.2 米，7:45 前、13 户。")
    assert [p.text for p in told if p.kind == "removed"] == ["1.5", "7:30", "12"]
    assert [p.text for p in told if p.kind == "added"] == ["1.2", "7:45", "13"]


def test_how_a_text_ends_in_the_file_is_no_change() -> None:
    """A block of YAML ends with a line break, a text in one line does not: nothing was written anew."""
    (found,) = compare([article(7, "地方", "导盲犬除外。")], [article(7, "地方", "导盲犬除外。\n")])
    assert found.change is Change.SAME
    (found,) = compare([article(7, "地方", "导盲犬除外。")], [article(7, "地方", "东南角遛犬。\n导盲犬除外。\n")])
    assert [(p.kind, p.text) for p in found.pieces] == [("added", "东南角遛犬。\n"), ("same", "导盲犬除外。")]


def test_a_line_that_only_begins_elsewhere_marks_nothing() -> None:
    lines = (REPOSITORY / "site_templates/pacts/_changes.html").read_text("utf-8").splitlines()
    environment = Environment(autoescape=True)
    environment.filters["own"] = str
    macros = "".join(line for line in lines if line.startswith(("{% macro broken", "{% macro pieces")))
    shown = environment.from_string(macros + "{{ pieces(parts) }}").render(parts=difference("甲乙丙丁。戊己庚辛。", "甲乙丙丁。\n戊己庚辛。"))
    assert shown == "甲乙丙丁。<br>戊己庚辛。"
