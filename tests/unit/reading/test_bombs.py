"""Files made to crash or hang a reader are refused quickly, with a place."""

from __future__ import annotations

import time

import pytest

from mingbai.reading import read

MB = 1 << 20
LAUGHS = b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (98 + i, 98 + i, 97 + i, 97 + i) for i in range(20))
MERGE = b"a: &a {x: 1}\n" + b"".join(b"k%d: &k%d\n  <<: [%s]\n" % (i, i, b",".join([b"*a"] * 20)) for i in range(100))
BOMBS = {
    "100 KB of brackets": (b"[" * 100_000, "YML034"),
    "a million brackets": (b"[" * 1_000_000, "YML034"),
    "dashes": (b"- " * 500_000, "YML034"),
    "braces": (b"{a: " * 250_000, "YML034"),
    "question marks": (b"? " * 500_000, "YML017"),
    "a billion laughs": (LAUGHS, "YML014"),
    "a merge bomb": (MERGE, "YML014"),
    "too large": (b"x" * (8 * MB + 1), "YML001"),
    "one long value": (b"a: " + b"x" * MB, "YML036"),
    "a value of escapes": (b'a: "' + b"\\a" * (MB // 2) + b'"', "YML036"),
    "a value swallowing lines": (b"a: x\n" + b" x\n" * 300_000, "YML036"),
    "too many values": (b"a: [" + b"a," * 1_000_001 + b"]", "YML035"),
    "control characters": (b"\x01\x02" * (MB // 2), "YML004"),
    "zeros": (b"\0" * MB, "YML036"),
    "tabs": (b"\t\n" * (MB // 2), "YML005"),
    "carriage returns": (b"a\r" * (MB // 2), "YML036"),
    "the same key": (b"a: 1\n" * (MB // 5), "YML019"),
    "the same key in braces": (b"{" + b"a: 1, " * (MB // 6) + b"}", "YML019"),
    "comments after values": (b"a: b #c\n" * (MB // 8), "YML020"),
    "full-width colons": ("金：1\n".encode() * (MB // 8), "YML036"),
    "anchors": (b"".join(b"k%d: &a 1\n" % i for i in range(50_000)), "YML014"),
    "letters of two scripts": ("һα".encode() * (MB // 4), "YML002"),
    "radicals": ("⽉".encode() * (MB // 3), "YML036"),
    "a block of blank lines": (b"a: |\n" + b"   \n" * (MB // 4) + b"  x\n", "YML031"),
    "documents": (b"---\n" * (MB // 4), "YML012"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_time(name):
    data, code = BOMBS[name]
    begun = time.process_time()
    document, findings = read(data, "x", 1)
    assert time.process_time() - begun < 5  # most take milliseconds; the machine of a test may be slow and shared
    assert document.nodes is None
    assert code in {finding.code.id for finding in findings}
    assert len(findings) <= 201
    assert all(finding.place.span for finding in findings)


@pytest.mark.parametrize(
    "data",
    [
        b"".join(b"%d: 1\n" % (i * (2**61 - 1)) for i in range(1, 20_000)),  # equal hashes as numbers; as text they are not
        b"a: 1" + b":59" * 20_000,
        b"a: " + b"9" * 60_000,
        b"".join(b"k%d: v\n" % i for i in range(50_000)),
    ],
    ids=["hash collisions", "1:59:59…", "a long number", "many keys"],
)
def test_what_only_hurts_a_typing_reader_is_read_in_time(data):
    begun = time.process_time()
    document, findings = read(data, "x", 1)
    assert time.process_time() - begun < 2
    assert document.nodes
    assert not findings


def test_24_levels_are_enough_and_25_too_many():
    def nested(depth):
        return "".join(f"{'  ' * n}a:\n" for n in range(depth - 1)) + "  " * (depth - 1) + "a: 1\n"

    assert not read(nested(24).encode(), "x", 1)[1]
    (finding,) = read(nested(25).encode(), "x", 1)[1]
    assert (finding.code.id, finding.place.span) == ("YML034", (25, 49, 25, 50))
