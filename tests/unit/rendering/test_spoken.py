"""Templates and sentences in another language than Chinese."""

from __future__ import annotations

import datetime

import pytest
from jinja2 import Environment
from markupsafe import Markup

from mingbai.rendering.spoken import SpokenEnvironment, said
from mingbai.values.days import spoken
from mingbai.values.speech import Voice, joined, of, say, speaking
from mingbai.values.text import Text
from mingbai.values.words import Own

WORDS = {
    "首页": "Home",
    "收入": "income",
    "共 {0} 笔": "{0:line|lines} in all",
    "{0} 到 {1}": "until {1}, from {0}",
    "{year}年{month}月{day}日": "{day} {month:month} {year}",
    "登记合同 {n} 份。": "{n:contract|contracts} registered.",
    "另有 {without} 处没有合同。": "{without} without a contract.",
    "按{how}分": "by {how}",
    "“{0}”": "“{0}”",
    "{0} 元": "{0} yuan",
    "共 %d 条": "never looked up",
    "共 {0} 条": "{0:article|articles}",
}


@pytest.fixture
def english() -> Voice:
    return Voice("en", "English", lambda text: WORDS.get(text, text))


def page(voice: Voice, template: str, **values: object) -> str:
    made = SpokenEnvironment(voice, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters["own"] = Own
    return made.from_string(template).render(**values)


@pytest.mark.parametrize(
    "template, values, expected",
    [
        ("<p>共 {{ n }} 笔</p>", {"n": 1}, "<p>1 line in all</p>"),
        ("<p>共 {{ n }} 笔</p>", {"n": 3}, "<p>3 lines in all</p>"),
        ("<p>{{ a }} 到 {{ b }}</p>", {"a": "甲", "b": "乙"}, "<p>until 乙, from 甲</p>"),
        ('<nav aria-label="首页">{{ x }}</nav>', {"x": "收入"}, '<nav aria-label="Home">income</nav>'),
        ("{{ '首页' }}", {}, "Home"),
        ("{{ n ~ ' 元' }}", {"n": "5.00"}, "5.00 yuan"),
        ("{{ '共 %d 条' % n }}", {"n": 2}, "2 articles"),
        ("{{ words | join('、') }}", {"words": ["收入", "办公费"]}, "income, 办公费"),
        (
            "{% macro tag(w) %}<b class=\"{{ 'ok' if w == '收入' else 'no' }}\">{{ w }}</b>{% endmacro %}{{ tag('收入') }}",
            {},
            '<b class="ok">income</b>',
        ),
        ("{% if n %}首页{% endif %}", {"n": 1}, "Home"),
    ],
)
def test_a_template_speaks_english(english: Voice, template: str, values: dict[str, object], expected: str) -> None:
    assert page(english, template, **values) == expected


def test_what_the_catalogue_lacks_stays_as_it_was_written(english: Voice) -> None:
    assert page(english, "<p>{{ summary }}，没有翻译</p>", summary="购办公用品") == "<p>购办公用品，没有翻译</p>"


def test_what_is_filled_in_is_escaped_and_what_is_safe_stays(english: Voice) -> None:
    assert page(english, "{{ n ~ ' 元' }}", n="<b>") == "&lt;b&gt; yuan"
    assert page(english, "{{ n ~ ' 元' }}", n=Markup("<b>5</b>")) == "<b>5</b> yuan"
    assert page(english, "<p>{{ a }} 到 {{ b }}</p>", a="<i>", b="&") == "<p>until &amp;, from &lt;i&gt;</p>"


def test_all_texts_of_a_template_are_told_with_their_lines() -> None:
    source = "{# 注释 #}\n<p title=\"首页\">共 {{ n }} 笔</p>\n{{ m.th('金额（元）|num') }}{{ a ~ '按' ~ b }}\n{% if x == '收入' %}y{% endif %}"
    told = [text for text, _line in said(Environment(autoescape=True).parse(source))]
    assert sorted(told) == sorted(["首页", "共 {0} 笔", "金额（元）", "{0}按{1}", "收入"])


def test_sentences_are_said_in_the_language_spoken(english: Voice) -> None:
    def told() -> str:
        return joined("", [say("登记合同 {n} 份。", n=2), say("另有 {without} 处没有合同。", without=1)])

    assert told() == "登记合同 2 份。另有 1 处没有合同。"
    with speaking(english):
        assert told() == "2 contracts registered. 1 without a contract."
        assert say("按{how}分", how="收入") == "by income"
        assert spoken(datetime.date(2026, 3, 5)) == "5 March 2026"
        assert of(Text("有", "there is")) == "there is"
    assert spoken(datetime.date(2026, 3, 5)) == "2026年3月5日"


def test_sentences_put_together_get_their_blank(english: Voice) -> None:
    assert english.word("yuan left.Rest") == "yuan left. Rest"
    assert english.word("12.5 kg") == "12.5 kg"
    assert english.word("https://a.example.org/x.y") == "https://a.example.org/x.y"
    assert english.word("passed。") == "passed."


def test_a_name_of_their_own_stays_where_an_interface_word_reads_alike(english: Voice) -> None:
    """A fund called 收入 is called so in every language; a word of the interface is said in the one spoken."""
    assert page(english, "<p>{{ a }} {{ b }} {{ [a, b] | join('、') }}</p>", a="收入", b=Own("收入")) == "<p>income 收入 income, 收入</p>"
    assert page(english, "{% for line in text.split() %}{{ line | own }}{% endfor %}", text=Own("收入 。")) == "收入。"
    with speaking(english):
        assert say("按{how}分", how=Own("收入")) == "by 收入"
        assert say("按{how}分", how="收入") == "by income"
        assert joined("、", [Own("首页"), "首页"]) == "首页, Home"
