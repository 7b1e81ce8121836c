"""Matters that the law names one by one: who decides them, and who may not stand in."""

from __future__ import annotations

from collections.abc import Iterable

from mingbai.packs.clauses import ENGLISH, Basis, Standing
from mingbai.packs.wording import says
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, Words

_PUBLIC = Privacy.PUBLIC


class Affair(Record):
    """One matter that a law keeps for certain bodies (大事); a decision names it, or its topic has one of the words."""

    id: Id = label("编号", "Id", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC, help=Text("决议里“大事”写的就是它", "As “affair” of a decision names it"))
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    words: Many[Words] = label(
        "词",
        "Words",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "议题里有这些词的就是它，空格隔开的几段要在同一句里都有；不写：写明才算",
            "A topic with one of these is it, parts with a blank between all in one sentence; left out: only where named",
        ),
    )
    in_text: Many[Words] = label(
        "文本词",
        "Words of the text",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("决议文本里有这些词的也是它", "A decision whose text has one of these is it too"),
    )
    usurped: Many[Words] = label(
        "越权词",
        "Words where another body decides",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "同一组织里没有写进“会议”的会，议题里有这些词就是它；不写：只看文本词",
            "For other bodies of the organisation a topic with one of these is it; left out: the words of the text alone",
        ),
    )
    bodies: Many[Id] = label("会议", "Meetings", _PUBLIC, strict=False, help=Text("由哪些会定，写简称", "Slugs of those that decide it"))
    not_by: Many[Id] = label(
        "不得由", "Not by", _PUBLIC, default=(), strict=False, help=Text("法律写明不能代替的会", "Bodies that the law says may not stand in")
    )
    outside: Many[Id] = label(
        "不归",
        "Not for",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("不是这个组织的、不能替它定的会", "Bodies outside the organisation that may not decide it"),
    )
    outside_words: Many[Words] = label(
        "不归词",
        "Words where not for them",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "“不归”的会，议题或者文本里有这些词才算是它；不写：照“词”和“文本词”",
            "For the bodies outside a topic or text with one of these is it; left out: as for the others",
        ),
    )
    acting: Many[Id] = label(
        "代行时可由",
        "Acting for it",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("没有这个组织、依法代行的，由这些会定", "Those that decide it where there is no such organisation"),
    )
    organisation: Many[Words] = label(
        "组织",
        "Organisation",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("账簿主体有这些词的就是它", "The body of a book with one of these words is it"),
    )
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    def seen_by(self, body: str) -> Affair:
        """The matter by the words that count for a body: outside the organisation fewer may be enough to know it, where the village has like ones of its own."""
        if body not in self.outside or not self.outside_words:
            return self
        return self.model_copy(update={"words": self.outside_words, "in_text": self.outside_words})


NONE = ("无", "none")
"""What a decision names that has a word of a matter and is about none."""


def affairs_of(affairs: Iterable[Affair], named: str | None, topic: str, text: str = "") -> tuple[Affair, ...]:
    """The matters a decision is about: the one it names by name or id and no other, else all of which topic or text has a word; empty where it names none, or one unknown."""
    every = tuple(affairs)
    if named is not None:
        return tuple(a for a in every if named in (a.name, a.id))
    return tuple(a for a in every if says(topic, a.words) or says(text, a.in_text))
