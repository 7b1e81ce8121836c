"""The map as it grows: every entry with the reasons for it and the questions that are left; written as YAML with these as comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from mingbai import writing
from mingbai.values.text import Lang, Text
from mingbai.writing.emitter import Spot

_ASK = Text("请确认: ", "please confirm: ")
Path = tuple[str, ...]


class Note(NamedTuple):
    """Why something is proposed, or, where `ask`, what only the secretary can say."""

    said: Text
    ask: bool = False


class Proposal:
    """Entries of the map by their keys (`("列", "金额")`), in the order they are made; `None` for what can only be asked."""

    def __init__(self) -> None:
        self.values: dict[Path, Any] = {}
        self.notes: dict[Path, list[Note]] = {}

    def set(self, path: Path, value: Any, *because: Text) -> None:
        """An entry and its reasons."""
        self.values[path] = value
        self.notes.setdefault(path, []).extend(Note(one) for one in because)

    def explain(self, path: Path, *because: Text) -> None:
        """Reasons that stand above all entries below a key."""
        self.notes.setdefault(path, []).extend(Note(one) for one in because)

    def ask(self, path: Path, question: Text, value: Any = None) -> None:
        """A question, with the entry that stands until it is answered; without one nothing is proposed."""
        if value is not None:
            self.values[path] = value
        self.notes.setdefault(path, []).append(Note(question, ask=True))

    def reasons(self) -> Iterator[Note]:
        """All reasons and questions, in the order of the map."""
        for path in self._paths():
            yield from self.notes.get(path, ())

    @property
    def questions(self) -> tuple[Text, ...]:
        return tuple(note.said for note in self.reasons() if note.ask)

    def text(self, lang: Lang, head: Text) -> str:
        """The map, comments in `lang`; keys and values are Chinese."""
        above = [f"# {head.say(lang)}"]
        return writing.dump(Spot(self._nodes((), lang), above, self._left(lang)))

    def _paths(self) -> list[Path]:
        return [*self.values, *(path for path in self.notes if path not in self.values)]

    def _nodes(self, under: Path, lang: Lang) -> Any:
        """The entries below a key: a mapping, or a list where the keys are #1, #2 …"""
        made: dict[str, Any] = {}
        for path in self.values:
            if path[: len(under)] != under or len(path) <= len(under):
                continue
            key, inside = path[len(under)], path[: len(under) + 1]
            if key not in made:
                value = self.values[path] if path == inside else self._nodes(inside, lang)
                made[key] = Spot(value, self._comments(inside, lang))
        return list(made.values()) if made and all(k.startswith("#") for k in made) else made

    def _comments(self, path: Path, lang: Lang) -> list[str]:
        return [_clean(f"# {_ASK.say(lang) if note.ask else ''}{note.said.say(lang)}") for note in self.notes.get(path, ())]

    def _left(self, lang: Lang) -> list[str]:
        """The comments of what is only asked, at the end."""
        shown = {path[:n] for path in self.values for n in range(1, len(path) + 1)}
        return [line for path in self.notes if path not in shown for line in self._comments(path, lang)]


def _clean(comment: str) -> str:
    """A comment of one line; what a table holds may be anything."""
    return "".join(c if c.isprintable() else " " for c in comment)
