"""What YAML does to a careless hand, and what we say instead: every trap of design/security.md 1.1 and more.

A case is what was typed and what must be said: the text read for a good one, code and line:column for a bad one.
"""

from __future__ import annotations

from typing import Any

import pytest

from mingbai.reading import CODES, read
from mingbai.schema.record import AT
from tests.support.sweep import each

TEXTS = [
    # numbers stay as they were typed
    *("012", "001230", "-012", "0o12", "089", "08", "018.50", "1_000", "1,000", ".5", "5.", "-.5", "1e3", "1.0e3", "1.0e+3", "1.e+3", "+12"),
    *("-0", "0x1F", "0b11", "0b", "0x", "0b_", "0x_", "0_", "_1", "1__0", "1_2.3_4", ".", "._", ".1_", "0.", "0.10", "12.340", "1.2.3"),
    *("1234567890123456.78", ".inf", "+.inf", "-.inf", ".nan", ".NaN", "nan", "1.0e+400", "9" * 4300, "9" * 4301, "0x" + "f" * 9000),
    # words stay words
    *("no", "NO", "on", "On", "off", "yes", "Yes", "y", "n", "true", "True", "false", "NULL", "Null", "="),
    # times and dates are text; their fields decide
    *("1:30", "12:30:45", "1:30.5", "09:00", "08:30", "14:00", "9:00-17:00", "1" + ":59" * 2000),
    *("2026-01-01", "2026-1-1", "2026-02-30", "2026-01", "2026-01-01T10:00:00+08:00", "2026-01-01 10:00:00", "2026年3月5日", "2026.3.5"),
    # signs that mean nothing where they stand
    *("x#y", "#号".replace("#", "＃"), "a：b", "-5", "-1704.00", "a & b", "50%", "好 ?", "好?", "a - b", "a > b", "'", "it's", "¥128", "￥128"),
    # characters that look odd and are right
    *(
        "１２３",
        "１２８．５０",
        "㎡",
        "①",
        "℃",
        "№",
        "Ⅱ",
        "⑴",
        "㈠",
        "→",
        "≤",
        "±",
        "°",
        "§",
        "“引”",
        "〔2026〕",
        "——",
        "……",
        "·",
        "\u3000空",
        "〇",
        "𠮷",
        "々",
    ),
]
UNQUOTED = [text for text in TEXTS if not text.startswith("'")]
QUOTED = [
    ("''", ""),
    ('""', ""),
    ('"~"', "~"),
    ("'null'", "null"),
    ('"买桌 #3号"', "买桌 #3号"),
    ("'a: b'", "a: b"),
    ('"\\u4e00"', "一"),
    ('"a\\nb"', "a\nb"),
    ("'它''s'", "它's"),
]
NOTHING = ["", "~", "null", " "]

BAD: list[tuple[str | bytes, *tuple[str, ...]]] = [
    # structure that is not the ledger's
    ("a: 1\na: 2\n", "YML019 2:1"),
    ('1: a\n"1": b\n', "YML019 2:1"),
    ("{a: 1, a: 2}\n", "YML019 1:8"),
    ("x:\n  a: 1\n  b: 2\n  a: 3\n", "YML019 4:3"),
    ("- 1\n", "YML011 1:1"),
    ("[a, b]\n", "YML011 1:1"),
    ("hello\n", "YML011 1:1"),
    ("|\n x\n", "YML011 1:1"),
    ("", "YML003 1:1"),
    ("\n  \n", "YML003 1:1"),
    ("# 只有注释\n", "YML003 1:1"),
    ("~\n", "YML003 1:1"),
    ("--- \n", "YML003 1:1"),
    ("a: 1\n---\nb: 2\n", "YML012 2:1"),
    ("a: 1\n...\njunk\n", "YML012 3:1"),
    ("%YAML 1.2\n---\na: no\n", "YML013 1:1"),
    ("%YAML 3.0\n---\na: no\n", "YML013 1:1"),
    ("%TAG ! tag:yaml.org,2002:python/\n---\na: !name:os.system\n", "YML013 1:1", "YML015 3:4"),
    ("%FOO\n---\na: 1\n", "YML013 1:1"),
    # references, tags, merges
    ("a: &x [1]\nb: *x\n", "YML014 1:4", "YML014 2:4"),
    ("a: &x [*x]\n", "YML014 1:4", "YML014 1:8"),
    ("b: &b {x: 1}\na:\n  <<: *b\n  x: 2\n", "YML014 1:4", "YML016 3:3", "YML014 3:7"),
    ("<<: 1\n", "YML016 1:1"),
    ('a: !!python/object/apply:os.system ["id"]\n', "YML015 1:4"),
    ("a: !!python/name:os.system\n", "YML015 1:4"),
    ("a: !!python/tuple [1]\n", "YML015 1:4"),
    ("a: !foo 1\n", "YML015 1:4"),
    ("a: !!binary aGVsbG8=\n", "YML015 1:4"),
    ("a: !!set {x: 1}\n", "YML015 1:4"),
    ("a: !!omap [x: 1]\n", "YML015 1:4"),
    ("a: !!pairs [x: 1]\n", "YML015 1:4"),
    ("a: !!str 012\n", "YML015 1:4"),
    ("a: !!int foo\n", "YML015 1:4"),
    ("a: !!float foo\n", "YML015 1:4"),
    ("a: !!bool foo\n", "YML015 1:4"),
    ("a: !!timestamp foo\n", "YML015 1:4"),
    ("a: !!null foo\n", "YML015 1:4"),
    # names of fields
    ("? [1,2]\n: 3\n", "YML017 1:3"),
    ("? {a: 1}\n: 3\n", "YML017 1:3"),
    ("? a\n: b\n", "YML017 1:3"),
    ("? a\n", "YML017 1:3"),
    ("{? a : b}\n", "YML017 1:4"),
    (": 1\n", "YML018 1:1"),
    ('"": 1\n', "YML018 1:1"),
    # what a hand forgets
    ("金额：1\n", "YML022 1:1"),
    ("a: 1\n金额：1\nb: 2\n", "YML022 2:1"),
    ("分摊：\n  - a: 1\n", "YML022 1:1"),
    ("a：1\nb：2\n", "YML022 1:1", "YML022 2:1"),
    ("收支:\n  - 凭证：03-001\n    日期：2026-03-01\n", "YML022 2:5", "YML022 3:5"),
    ("a: 1\n日期:2026-03-05\nb: 2\n", "YML023 2:1"),
    ("a:1\nb: 2\n", "YML023 1:1"),
    ("- 凭证:03-001\n  日期:2026-03-02\n", "YML023 1:3", "YML023 2:3"),
    ("收支:\n  日期:1\n  金额:2\n", "YML023 2:3", "YML023 3:3"),
    ("备注: 购纸\n  日期:2026-03-05\n", "YML021 2:3"),
    ("备注: 购纸\n\n  硒鼓\nb: 1\n", "YML021 3:3"),
    ("a: 1\n  - b\n", "YML021 2:3"),
    ("备注: 购纸\n  日期: 2026-03-05\n", "YML031 2:3"),
    ("a:\n    b: 1\n  c: 2\n", "YML031 3:3"),
    ("a:\n  - b\n - c\n", "YML031 3:2"),
    ("- a\nb: 1\n", "YML031 2:1"),
    ("a: [甲,\n乙]\n", "YML031 2:1"),
    ('a:\n  - "甲\n  乙"\n', "YML031 3:3"),
    ("a: |\n   \n  甲\n", "YML031 2:1"),
    ("{ ?甲: 1 }\n", "YML017 1:4"),
    ("a: 1\n只有字\nb: 2\n", "YML032 2:1"),
    ("余额: {余额: 45,300.20}\n", "YML024 1:13"),
    ("a: {b: 1, c}\n", "YML024 1:11"),
    ("备注: 买桌 #3号\n", "YML020 1:8"),
    ("a: 1 # 注\nb: [1] # 注\nc: # 注\n  d: 1\n", "YML020 1:6", "YML020 2:8", "YML020 3:4"),
    ("a: |  # 注\n  x\n", "YML020 1:7"),
    ('a: "x"#c\n', "YML020 1:7"),
    ('a: "x #1" #2\n', "YML020 1:11"),
    ("事由: 购买: 桌椅\n", "YML025 1:7"),
    ("a: *重要*\n", "YML026 1:4"),
    ("a: !重要 x\n", "YML026 1:4"),
    ("a: %5\n", "YML026 1:4"),
    ("a: @某人\n", "YML026 1:4"),
    ("a: `x`\n", "YML026 1:4"),
    ("a: >x\n", "YML026 1:4"),
    ("a: |x\n", "YML026 1:4"),
    ("a: - b\n", "YML026 1:4"),
    ("a: ? b\n", "YML026 1:4"),
    ("a: , b\n", "YML026 1:4"),
    ("a: ] b\n", "YML026 1:4"),
    ("a: }\n", "YML026 1:4"),
    ("a: [甲, @乙]\n", "YML026 1:8"),
    ('a: "x\nb: 1\n', "YML027 1:4"),
    ("a: 'x\nb: 1\n", "YML027 1:4"),
    ("a: [1, 2\nb: 3\n", "YML028 1:4"),
    ("a: [1\n", "YML028 1:4"),
    ("{a: 1\n", "YML028 1:1"),
    ('a: "甲" 乙\n', "YML029 1:8"),
    ('a: "C:\\路径"\n', "YML030 1:7"),
    ('a: "\\ud800"\n', "YML030 1:5"),
    ("a: [1, , 2]\n", "YML033 1:8"),
    # characters
    ("a:\n\tb: 1\n", "YML005 2:1"),
    ("a:\t1\n", "YML005 1:3"),
    ("a: 1\rb: 2\r", "YML006 1:5"),
    ("a: x\x85b: 2\n", "YML004 1:5"),
    ("a: x\u2028b: 2\n", "YML004 1:5"),
    ('a: "x\u2029  b"\n', "YML004 1:6"),
    ("a: x\u202e123\u202c\n", "YML004 1:5", "YML004 1:9"),
    ("a: 1\u200b0\n", "YML004 1:5"),
    ("amount\u200b: 1\namount: 2\n", "YML004 1:7"),
    ("a: x\x00y\n", "YML004 1:5"),
    ("a: x\x07y\n", "YML004 1:5"),
    ("a: x\x7fy\n", "YML004 1:5"),
    ("a: x\x80y\n", "YML004 1:5"),
    ("a: x\xady\n", "YML004 1:5"),
    ("a: x\xa0y\n", "YML004 1:5"),
    ("a: x\uffff\n", "YML004 1:5"),
    ("a: x\ufdd0\n", "YML004 1:5"),
    ("a: x\U000e0041\n", "YML004 1:5"),
    ("a: x\ufe0f\n", "YML004 1:5"),
    ("a: x\U000e0100\n", "YML004 1:5"),
    ("a: \ue000\n", "YML004 1:4"),
    ("a: 居\ufffd\n", "YML004 1:5"),
    ("a: 1\n\ufeffb: 2\n", "YML004 2:1"),
    ('a: "x\\0y"\n', "YML004 1:6"),
    ('a: "x\\ay"\n', "YML004 1:6"),
    ('a: "\\e[31m"\n', "YML004 1:5"),
    ('a: "\\t"\n', "YML004 1:5"),
    ('a: "\\u200b"\n', "YML004 1:5"),
    ('a: "\\u0430"\n', "YML009 1:5"),
    ("a: \u2f49份\n", "YML007 1:4"),
    ("a: \u2eda\n", "YML007 1:4"),
    ("a: \uf900\n", "YML007 1:4"),
    ("a: ١٢٣\n", "YML009 1:4"),
    ("a: привет\n", "YML009 1:4"),
    ("a: ひらがな カタカナ\n", "YML009 1:4", "YML009 1:9"),
    ("a: café\n", "YML009 1:7"),
    ("a: ㄅㄆ\n", "YML009 1:4"),
    ("a: 12m²\n", "YML010 1:7"),
    ("a: 😀\n", "YML010 1:4"),
    # bytes
    (b"\xef\xbb\xbf\xef\xbb\xbfa: 1", "YML004 1:1"),
    ("a: 1\nb: 居委会\n".encode("gb18030"), "YML002 2:4"),
    ("a: 一\n".encode("gbk"), "YML002 1:4"),
    ("a: 1".encode("utf-16"), "YML002 1:1"),
    ("a: 1".encode("utf-16-le"), "YML002 1:1"),
    ("a: 1".encode("utf-32"), "YML002 1:1"),
    (b"a: caf\xe9\n", "YML002 1:7"),
    (b"a: \xc0\xaf\n", "YML002 1:4"),
    (b"a: \xed\xa0\x80\n", "YML002 1:4"),
]


def said(data: str | bytes, **more: Any) -> list[str]:
    findings = read(data.encode() if isinstance(data, str) else data, "ledgers/x.yml", 1, **more)[1]
    return [f"{f.code.id} {f.place.span.line}:{f.place.span.column}" for f in findings if f.place.span]


def value(typed: str) -> Any:
    document, findings = read(f"a: {typed}\n".encode(), "ledgers/x.yml", 1)
    assert not findings, findings[0].message("zh")
    assert document.nodes
    return document.nodes["a"]


@each("text", UNQUOTED, ids=lambda t: t[:20])
def test_text_stays_what_was_typed(text):
    assert value(text) == text.strip(" ")


@pytest.mark.parametrize("typed, text", QUOTED)
def test_quoted_text_is_what_stands_between_the_quotes(typed, text):
    assert value(typed) == text


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_typed_is_none(typed):
    assert value(typed) is None


@pytest.mark.parametrize("key", ["on", "no", "1", "true", "2026-01-01", "null", "~", "=", "01"])
def test_a_key_is_always_text(key):
    document, findings = read(f"{key}: 1\n".encode(), "x", 1)
    assert not findings
    assert document.nodes == {AT: 1 << 32, key: "1"}


@each("case", BAD, ids=lambda c: repr(c[0])[:40])
def test_a_trap_is_refused_where_it_lies(case):
    assert said(case[0]) == list(case[1:])


@pytest.mark.parametrize("lang", ["zh", "en"])
@each("case", BAD, ids=lambda c: repr(c[0])[:40])
def test_what_is_said_is_printable_and_complete(case, lang):
    for finding in read(case[0].encode() if isinstance(case[0], str) else case[0], "x", 1)[1]:
        for sentence in (finding.message(lang), finding.remedy(lang)):
            assert sentence.isprintable()
            assert "{{" not in sentence
            assert "}}" not in sentence


def test_a_good_file_has_a_byte_order_mark_and_windows_line_ends_repaired():
    document, findings = read(b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: 2\r\n", "x", 2)
    assert (document.text, findings) == ("a: 1\nb:\n  c: 2\n", ())
    assert document.nodes == {AT: 2 << 32, "a": "1", "b": {AT: (2 << 32) + 10, "c": "2"}}


def test_both_places_of_a_field_typed_twice_are_named():
    (finding,) = read("收支:\n  - 金额: 1\n    日期: 2\n    金额: 3\n".encode(), "x", 1)[1]
    assert finding.place.span == (4, 5, 4, 7)
    assert [place.span for place in finding.related] == [(2, 5, 2, 7)]
    assert "第 2 行" in finding.message("zh")


def test_a_dash_forgotten_is_one_failure():
    assert said("收支:\n  - a: 1\n    b: 2\n    c: 3\n    a: 1\n    b: 2\n    c: 3\n") == ["YML019 5:5"]


def test_everything_wrong_is_told_at_once():
    assert said("a: &x 1\nb: 2 # 注\nc: \u200b\na: 3\nd: ²\n") == ["YML014 1:4", "YML020 2:6", "YML004 3:4", "YML019 4:1", "YML010 5:4"]


def test_a_named_script_is_allowed_and_no_other():
    uyghur = "姓名: ئايگۈل\n"
    assert said(uyghur) == ["YML009 1:5"]
    assert said(uyghur, scripts=frozenset({"Arabic"})) == []
    assert said(uyghur, scripts=frozenset({"Tibetan", "Klingon"})) == ["YML009 1:5"]


def test_a_letter_made_of_parts_is_refused_with_its_normal_form():
    latin = frozenset({"Latin"})
    assert said("a: caf\u00e9\n", scripts=latin) == []
    assert said("a: cafe\u0301\n", scripts=latin) == ["YML008 1:7"]
    assert said('a: "cafe\\u0301"\n', scripts=latin) == ["YML008 1:4"]


def test_long_numbers_are_not_repeated_in_messages():
    (finding,) = read("a: 甲 #110101199003070012\n".encode(), "x", 1)[1]
    assert "110101199003070012" not in finding.message("zh")


def test_two_hundred_findings_and_how_many_more():
    findings = read("".join(f"k{n}: \u200b\n" for n in range(500)).encode(), "x", 1)[1]
    assert len(findings) == 201
    assert findings[-1].code.id == "YML037"
    assert "300" in findings[-1].message("zh")


def test_codes_are_numbered_once_and_say_everything_in_both_languages():
    ids = [code.id for code in CODES]
    assert ids == sorted(set(ids))
    assert len(ids) >= 40
    for code in CODES:
        for text in (code.title, code.message, code.remedy, code.asks):
            assert text.zh
            assert text.en


def test_every_code_about_the_text_is_shown_by_a_case():
    shown = {words[:6] for case in BAD for words in case[1:]}
    elsewhere = {"YML001", "YML008", "YML034", "YML035", "YML036", "YML037"}
    assert {code.id for code in CODES if code.id < "YML040"} == shown | elsewhere
