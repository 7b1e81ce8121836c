"""Help that teaches: the three commands of a month, examples that parse, no line wider than the page."""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from mingbai.cli.base import VERBS, Given, Verb, Verbs
from mingbai.reporting.display import width


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_page_names_every_verb_and_the_three_commands_of_a_month(mingbai: Any, lang: str) -> None:
    code, out, err = mingbai("--help", "--lang", lang)

    assert (code, err) == (0, "")
    assert all(f"\n  {verb} " in out for verb in VERBS)
    assert [line.split("   ")[0].strip() for line in out.splitlines() if line.startswith("  mingbai ")] == [
        "mingbai new finance",
        "mingbai check",
        "mingbai build",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("verb", VERBS)
def test_no_line_is_wider_than_the_page(mingbai: Any, verb: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    examples = ("  mingbai ", "  direction:", "  columns:", "  列:", "  方向:")

    assert not [line for line in mingbai(verb, "--help", "--lang", lang)[1].splitlines() if width(line) > 80 and not line.startswith(examples)]


@pytest.mark.parametrize("verb", VERBS)
def test_every_example_of_the_help_parses(verb: str) -> None:
    group = Verbs()
    command = group.get_command(group.make_context("mingbai", ["kinds"]), verb)
    assert isinstance(command, Verb)
    assert command.examples

    for _what, line in command.examples:
        name, asked, *arguments = shlex.split(line)
        assert (name, asked) == ("mingbai", verb)
        command.make_context(verb, list(arguments), obj=Given())
