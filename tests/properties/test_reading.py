"""What must hold for every text whatsoever: no crash, no half answer, the same nodes by either reader, writing undone by reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai.diagnostics import Place
from mingbai.reading import Document, Locator, read, scripts
from mingbai.reading.fast import fast
from mingbai.reading.findings import Findings
from mingbai.reading.walk import walk
from mingbai.schema.record import AT
from mingbai.writing import dump

NONE: frozenset[str] = frozenset()
EXAMPLES = Path(__file__).resolve().parents[1] / "golden/community/ledgers"
LEDGERS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.yml"))] or ["收支:\n  - 凭证: 03-001\n    金额: 1.00\n"]
quick = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))

# What hands, editors and enemies put into a ledger.
SCRAPS = [
    *(
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n- ",
        "\t",
        ":",
        ": ",
        "：",
        "#",
        " #",
        "# 注: 甲\n# 注: 乙\n",
        '"yes": 1\n',
        '"no":\n  "yes": 2\n',
        "- ",
        "-",
        "? ",
        "*",
        "&a ",
        "!",
        "|",
        "|\n",
        ">",
        "%",
    ),
    *(
        "@",
        "`",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        ", ",
        ",",
        "~",
        "null",
        "<<: ",
        "---\n",
        "...\n",
        "\\",
        "\r",
        "\r\n",
        "\ufeff",
        "\u200b",
        "\x00",
        "\u2028",
    ),
    *("к", "é", "⽉", "①", "一", "甲", "1", "a", "[]", "{}", "{a: 1}", "[a, b]", '"a: b"', "- 凭证\n", "  - 凭证\n", "凭证: 1\n", "    金额: 2\n"),
]
scrap = st.sampled_from(SCRAPS)
allowed = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: scripts.harmless(NONE).fullmatch(c)), max_size=12)
word = st.one_of(allowed, st.lists(scrap, max_size=4).map("".join).filter(lambda t: scripts.harmless(NONE).fullmatch(t)))
trees = st.dictionaries(
    word.filter(bool),
    st.recursive(st.none() | word, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(word.filter(bool), inner, max_size=3), max_leaves=8),
    min_size=1,
    max_size=4,
)


@st.composite
def mutated(draw):
    """A piece of a real ledger with a few scraps put in, taken out or exchanged."""
    lines = draw(st.sampled_from(LEDGERS)).split("\n")
    begin = draw(st.integers(0, len(lines) - 1))
    piece = lines[begin : begin + draw(st.integers(1, 20))]
    indent = min((len(line) - len(line.lstrip(" ")) for line in piece if line.strip()), default=0)
    text = "\n".join(line[indent:] for line in piece) + "\n"
    for _ in range(draw(st.integers(0, 4))):
        at, cut = draw(st.integers(0, len(text))), draw(st.integers(0, 3))
        text = text[:at] + draw(scrap | st.just("")) + text[at + cut :]
    return text


def plain(node):
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items() if key != AT}
    return [plain(item) for item in node] if isinstance(node, list) else node


def whole(data: bytes, **more: Any) -> Document:
    """What `read` promises of any answer; the document."""
    document, findings = read(data, "x", 7, **more)
    assert (document.nodes is None) == bool(findings)
    lines = document.text.split("\n")
    for finding in findings:
        span = finding.place.span
        assert span
        assert (1, 1) <= span[:2] < span[2:]
        assert not document.text or span.line <= len(lines)
        assert (finding.message("zh") + finding.remedy("en")).isprintable()
    return document


def agree(text, named=NONE):
    """The fast reader gives up or gives what the walk gives."""
    quickly = fast(text, 7 << 32, named)
    if quickly is not None:
        findings = Findings("x", text)
        assert quickly == walk(text if text.endswith("\n") else text + "\n", 7 << 32, named, findings)
        assert not findings
    return quickly


@quick
@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data):
    whole(data)


@quick
@given(st.text(max_size=60) | st.lists(scrap, max_size=25).map("".join), st.sampled_from([NONE, frozenset({"Latin", "Cyrillic"})]))
def test_no_text_makes_it_raise_and_both_readers_agree(text, named):
    data = text.encode("utf-8", "surrogatepass")
    document = whole(data, scripts=named)
    if document.nodes is not None:
        agree(document.text, named)


@settings(quick, max_examples=1500)
@given(mutated())
def test_a_mutated_ledger_is_read_the_same_by_both_readers_or_refused_with_a_place(text):
    document = whole(text.encode())
    if document.nodes is not None:
        agree(document.text)
    else:
        assert fast(text, 0, NONE) is None


@settings(quick, max_examples=100)
@given(st.sampled_from(LEDGERS), st.binary(min_size=1, max_size=3), st.data())
def test_damaged_bytes_are_refused_with_a_place(ledger, scrap_of_bytes, data):
    good = ledger.encode()[:400]
    at = data.draw(st.integers(0, len(good)))
    whole(good[:at] + scrap_of_bytes + good[at:])


@settings(quick, max_examples=200)
@given(trees)
def test_reading_undoes_writing(tree):
    written = dump(tree)
    document = whole(written.encode())
    assert document.nodes
    assert plain(document.nodes) == tree
    agree(written)
    assert dump(document.nodes) == written


@settings(quick, max_examples=100)
@given(trees)
def test_every_key_is_found_where_it_was_typed(tree):
    text = dump(tree)
    nodes = whole(text.encode()).nodes
    assert nodes
    locator = Locator(text)
    for name in tree:
        span = locator.locate(Place("x", nodes[AT], (name,), on_key=True))
        typed = text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
        assert typed == name or typed.startswith('"')


LINES = (
    "  - 凭证: 03-{}\n    日期: 2026-03-05\n    摘要: 购打印纸 4 箱、硒鼓 2 支\n    票据: [发票 3391, 发票 3392]\n    备注: 无\n",
    "  - 凭证: 03-{}\n    日期: 2026-03-05\n    摘要: nul\n",
    "  - 凭证: 03-{}\n    摘要: 甲\n    领款:\n      人数: 2\n      标准: 3.00\n",
)


@settings(quick, max_examples=500)
@given(st.lists(st.sampled_from(LINES), min_size=30, max_size=40), st.data())
def test_lines_that_look_alike_are_read_the_same_by_both_readers_also_where_one_is_spoilt(lines, data):
    text = "收支:\n" + "".join(line.format(n) for n, line in enumerate(lines))
    assert agree(text)
    for _ in range(data.draw(st.integers(1, 3))):
        at, cut = data.draw(st.integers(len(text) // 2, len(text))), data.draw(st.integers(0, 3))
        text = (
            text[:at]
            + data.draw(scrap | st.sampled_from(["\n    票据: a", "\n    日期: null", "    日期: ~\n", '"', "\n  - 凭证: ["]))
            + text[at + cut :]
        )
    document = whole(text.encode())
    if document.nodes is not None:
        agree(document.text)
    else:
        assert fast(text, 0, NONE) is None


def test_the_example_ledgers_are_canonical():
    taken = [agree(text) is not None for text in LEDGERS]
    assert all(taken)


def test_a_month_is_read_fast_and_right():
    line = "  - 凭证: 03-{}\n    日期: 2026-03-05\n    金额: 1200.50\n    摘要: 购打印纸 4 箱、硒鼓 2 支\n    票据: [发票 3391, 发票 3392]\n"
    assert agree("收支:\n" + "".join(line.format(n) for n in range(300)))
