"""Templates are compiled once in a process, and anew when anything they are made from is another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from mingbai.rendering import Renderer
from mingbai.values.speech import Voice, speaking


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates that the compiler was given."""
    names: list[str] = []
    standing: Callable[..., object] = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, *more: object) -> object:
        names.append(str(name))
        return standing(self, source, name, *more)

    monkeypatch.setattr(Environment, "compile", compile_)
    return names


def text(folder: Path, voice: Voice | None = None) -> str:
    with speaking(voice):
        return Renderer((folder,), voice=voice).text("a.html", "")


def voice(word: str, words: object = None) -> Voice:
    return Voice("en", "English", lambda said: word if said == "好" else said, words)


def test_a_template_is_compiled_once_and_anew_when_it_was_changed(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "a.html").write_text("<p>好</p>", encoding="utf-8")
    assert text(tmp_path) == text(tmp_path) == "<p>好</p>"
    assert compiled == ["a.html"]

    (tmp_path / "a.html").write_text("<p>坏</p>", encoding="utf-8")
    assert text(tmp_path) == "<p>坏</p>"
    assert compiled == ["a.html"] * 2


def test_a_template_of_the_same_name_elsewhere_is_another(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(name, encoding="utf-8")

    assert [text(tmp_path / name) for name in ("one", "two", "one")] == ["one", "two", "one"]


def test_what_is_translated_is_kept_for_those_words_only(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "a.html").write_text("<p>好</p>", encoding="utf-8")

    assert text(tmp_path, voice("good", "a")) == text(tmp_path, voice("good", "a")) == "<p>good</p>"
    assert compiled == ["a.html"]
    assert text(tmp_path, voice("fine", "b")) == "<p>fine</p>"
    assert text(tmp_path) == "<p>好</p>"


def test_a_voice_that_nobody_knows_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>好</p>", encoding="utf-8")

    assert [text(tmp_path, voice(word)) for word in ("good", "fine")] == ["<p>good</p>", "<p>fine</p>"]
