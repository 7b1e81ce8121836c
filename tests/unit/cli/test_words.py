"""Both languages are complete, and no word names a command that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import mingbai
from mingbai.cli import words
from mingbai.cli.base import VERBS
from mingbai.cli.words import DOMAIN, FOLDER, _
from mingbai.values.text import Text

PACKAGE = Path(mingbai.__file__ or "").parent if mingbai.__file__ else FOLDER.parent
REPOSITORY = Path(__file__).parents[3]
CATALOGUE = FOLDER / "en" / "LC_MESSAGES"
UPDATE = (
    "pybabel extract -k _ -k N_ -o build/mingbai.pot generator/mingbai/cli; pybabel update -D mingbai -l en -i build/mingbai.pot -d generator/mingbai/locale; "
    "translate; pybabel compile -D mingbai -d generator/mingbai/locale"
)
PROSE = {"among", "is"}
"""Words that may follow the name in a sentence."""


def _marked() -> set[str]:
    found = extract_from_dir(PACKAGE / "cli", method_map=[("**.py", "python")], keywords={"_": None, "N_": None})
    return {message for _file, _line, message, *_ in found if isinstance(message, str) and message}


def test_every_message_is_translated() -> None:
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        catalogue = {m.id: m for m in read_po(file) if m.id}

    assert set(catalogue) == _marked(), UPDATE
    assert not [m.id for m in catalogue.values() if not m.string or m.fuzzy], UPDATE


def test_braces_are_the_same_in_both_languages() -> None:
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        for message in read_po(file):
            if message.id and "\n\n  " not in str(message.id):
                assert sorted(re.findall(r"{\w+", str(message.id))) == sorted(re.findall(r"{\w+", str(message.string))), message.id


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as po, (CATALOGUE / f"{DOMAIN}.mo").open("rb") as mo:
        written, compiled = {m.id: m.string for m in read_po(po) if m.id}, {m.id: m.string for m in read_mo(mo) if m.id}

    assert compiled == written, UPDATE


def test_no_english_word_is_left_in_chinese_and_no_chinese_in_english_messages() -> None:
    with (CATALOGUE / f"{DOMAIN}.po").open("rb") as file:
        for message in read_po(file):
            chinese = re.findall(r"[一-鿿]+", str(message.string)) if message.id else []
            assert set(chinese) <= {"银行回单", "文书", "新河社区居民委员会", "居委会账", "村委会账", "待填写"}, message.string


def test_no_text_names_a_command_that_does_not_exist() -> None:
    """Nothing printed, published or written down says `mingbai <verb>` with a verb that is not registered."""
    texts = [p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix in (".py", ".md", ".yml", ".po", ".html", ".txt")]
    for name in ("README.md", "README.zh-CN.md", "Makefile", "mkdocs.yml", "docs", "content", "ledgers", "site_templates"):
        root = REPOSITORY / name
        texts += [root] if root.is_file() else [p for p in root.rglob("*") if p.suffix in (".md", ".yml", ".html", ".txt", ".js")]
    unknown = {
        (path.relative_to(REPOSITORY).as_posix(), verb)
        for path in texts
        for verb in re.findall(r"(?<![./])\bmingbai +([a-z]+)\b(?!\.)", path.read_text("utf-8", "replace"))
        if verb not in VERBS and verb not in PROSE
    }

    assert not unknown


def test_english_counts() -> None:
    """One day is a day, in what commands say and in findings; Chinese has no plural."""
    words.choose("en")
    try:
        told = _("{day} 到期，还有 {n} 天")
        assert [told.format(day="2026-11-11", n=n) for n in (0, 1, 2)] == [f"due on 2026-11-11, {n} left" for n in ("0 days", "1 day", "2 days")]
    finally:
        words.choose("zh")
    code = Text("晚了 {n} 天", "{n:day|days} late")
    assert [code.say("en", n=n) for n in (1, "1", 2)] == ["1 day late", "1 day late", "2 days late"]
    assert code.say("zh", n=1) == "晚了 1 天"
