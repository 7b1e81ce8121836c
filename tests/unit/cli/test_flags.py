"""The common flags: before or after the verb, the later one wins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    "arguments", [("-f", "json", "check"), ("check", "-f", "json"), ("--format=json", "check"), ("-f", "text", "check", "-f", "json")]
)
def test_a_flag_holds_before_and_after_the_verb(mingbai: Any, community: Path, arguments: tuple[str, ...]) -> None:
    assert mingbai(*arguments)[1].startswith("{")


@pytest.mark.parametrize("arguments", [("--lang", "en", "check"), ("check", "--lang", "en"), ("check", "--lang=en")])
def test_the_language_is_chosen_anywhere(mingbai: Any, community: Path, arguments: tuple[str, ...]) -> None:
    assert mingbai(*arguments)[1].startswith("Ready to publish (0 warnings)")


def test_help_and_complaints_speak_it_too(mingbai: Any) -> None:
    assert "Common options" in mingbai("check", "--help", "--lang", "en")[1]
    assert "Did you mean check?" in mingbai("chek", "--lang", "en")[2]
    assert "共用选项" in mingbai("check", "-h")[1]


@pytest.mark.parametrize("name, value, english", [("LANG", "en_GB.UTF-8", True), ("LANG", "C", False), ("LC_ALL", "zh_CN.UTF-8", False)])
def test_without_the_flag_the_environment_says(
    mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, english: bool
) -> None:
    monkeypatch.setenv(name, value)

    assert mingbai("check")[1].startswith("Ready" if english else "可以发布")


def _as_of(said: str) -> str:
    import json

    return str(json.loads(said)["as_of"])


def test_the_day_comes_from_the_flag_then_mingbai_as_of_then_source_date_epoch(
    mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MINGBAI_AS_OF")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772380800")  # 2026-03-01 16:00 UTC, past midnight in Shanghai
    assert _as_of(mingbai("check", "-f", "json")[1]) == "2026-03-02"
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-04-01")
    assert _as_of(mingbai("check", "-f", "json")[1]) == "2026-04-01"
    assert _as_of(mingbai("check", "-f", "json", "--as-of", "2026年5月1日")[1]) == "2026-05-01"
    monkeypatch.delenv("MINGBAI_AS_OF")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert mingbai("check")[0] == 2


def test_the_root_is_searched_upwards(mingbai: Any, community: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(community / "ledgers")

    assert mingbai("check")[0] == 0


def test_colour_only_when_asked_or_on_a_terminal(mingbai: Any, community: Path) -> None:
    assert "\x1b[" not in mingbai("check")[1]
    assert "\x1b[1;36m" in mingbai("check", "--color", "always")[1]


def test_the_version(mingbai: Any) -> None:
    from mingbai.version import __version__

    assert mingbai("--version") == (0, f"mingbai {__version__}\n", "")
