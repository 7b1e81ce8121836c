"""Whatever a hand does to the form of a ledger, `fmt` takes it back, and never touches what the ledger says."""

from __future__ import annotations

import random
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mingbai import keeping, pipeline, reading
from mingbai.kinds import discover
from mingbai.schema import parse
from tests.conftest import REPOSITORY

KINDS = discover()
LEDGERS = REPOSITORY / "ledgers"
FILES = sorted(p.relative_to(LEDGERS).as_posix() for p in LEDGERS.rglob("*.yml"))


def respelt(line: str, draw: random.Random) -> str:
    """An amount with separators, a date in words, a value in quotes, or the line as it is."""
    amount = re.fullmatch(r"( *+(?:- )?+(?!面积|数量)[^:]+: )(\d+)\.(\d\d)", line)
    if amount and draw.random() < 0.5:
        return f"{amount[1]}{draw.choice(('￥', ''))}{int(amount[2]):,}.{amount[3]}"
    day = re.fullmatch(r"( *(?:- )?(?:日期|起|止|截止): )(\d{4})-(\d\d)-(\d\d)", line)
    if day and draw.random() < 0.5:
        return f"{day[1]}{day[2]}年{int(day[3])}月{int(day[4])}日"
    words = re.fullmatch(r"( *(?:- )?[^:\[\"#]+: )([^\[\"|{#]+)", line)
    return f'{words[1]}"{words[2]}"' if words and draw.random() < 0.1 and "\\" not in line else line


def disturbed(text: str, draw: random.Random) -> str:
    """The same ledger as a hurried hand would type it: blank lines, comments, other spellings, other quotes."""
    lines = []
    inside_text = -1
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        if inside_text >= 0 and (not line.strip() or indent > inside_text):
            lines.append(line)
            continue
        left_text = inside_text >= 0  # what is indented below a text would be part of it
        inside_text = indent if line.rstrip().endswith((": |", ": |-")) else -1
        if draw.random() < 0.08:
            lines.append("")
        if draw.random() < 0.08:
            lines.append(f"{' ' * (0 if left_text else draw.choice((0, indent, indent + 2)))}# 说明 {len(lines)}")
        lines.append(respelt(line, draw))
    return "\n".join(lines) + "\n"


def meaning(text: str, path: str) -> object:
    claimed = pipeline.claim(path, KINDS)
    assert claimed is not None
    document, refused = reading.read(text.encode(), path, 0)
    assert document.nodes is not None, [f.message("zh") for f in refused]
    record, problems = parse(claimed[1].root(document.nodes), document.nodes, path)
    assert record is not None, [f.message("zh") for f in problems]
    return record.model_dump()


def comments(text: str) -> int:
    return reading.trivia(text).count


@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_the_form_comes_back_and_the_meaning_stays(path: str, seed: int) -> None:
    clean = (LEDGERS / path).read_text("utf-8")
    typed = disturbed(clean, random.Random(seed))
    one = keeping.tidy(typed.encode(), path, KINDS)

    assert one.after is not None, [f.message("zh") for f in one.findings]
    assert meaning(one.after, path) == meaning(clean, path)
    assert comments(one.after) == comments(typed)
    again = keeping.tidy(one.after.encode(), path, KINDS)
    assert again.after == one.after


@given(st.sampled_from(FILES), st.integers(0, 2**32))
def test_without_new_comments_the_very_bytes_come_back(path: str, seed: int) -> None:
    clean = (LEDGERS / path).read_text("utf-8")
    typed = disturbed(clean, random.Random(seed))
    bare = "".join(f"{line}\n" for line in typed.splitlines() if not line.lstrip().startswith("# 说明 "))
    after = keeping.tidy(bare.encode(), path, KINDS).after
    assert after is not None
    assert [line for line in after.splitlines() if line] == [line for line in clean.splitlines() if line]


def test_english_and_back_again() -> None:
    for path in FILES:
        clean = (LEDGERS / path).read_text("utf-8")
        english = keeping.tidy(clean.encode(), path, KINDS, "en").after
        assert english is not None
        assert meaning(english, path) == meaning(clean, path)
        assert keeping.tidy(english.encode(), path, KINDS).after == clean


def test_every_bad_example_is_tidied_or_left_alone() -> None:
    """Whatever bytes stand in a ledger: canonical and idempotent, or refused with findings."""
    seen = 0
    for file in sorted(Path(pipeline.__file__).parent.rglob("examples/bad/*/**/*.yml")):
        path = "/".join(file.relative_to(next(p for p in file.parents if p.parent.name == "bad")).parts)
        if pipeline.claim(path, KINDS) is None:
            continue
        one = keeping.tidy(file.read_bytes(), path, KINDS)
        seen += 1
        assert (one.after is None) == bool(one.findings)
        if one.after is not None:
            assert keeping.tidy(one.after.encode(), path, KINDS).after == one.after
    assert seen > 100
