"""PAC084: the decision a version cites, or the mandate, speaks of the pact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.meetings.records import Meeting
from mingbai.kinds.pacts import codes
from mingbai.kinds.pacts.records import Pact
from mingbai.kinds.pacts.votes import Vote, cited
from mingbai.packs.wording import says
from mingbai.values.text import Text

_TRIAL = re.compile(r"[（(][^（()）]*[)）]|[\s《》“”]")
_PLACE = re.compile(r"^[^社村区]*(?:社区|小区|村)(?=..)")


@rule(codes.ABOUT_ELSE)
def the_decision_is_about_the_pact(books: Books) -> Iterator[Diagnostic]:
    """Topic, text or matter of the decision that adopted a version, and of the one that authorised it, speak of a pact, and of no other one alone."""
    pacts = books.records(Pact)
    for pact in pacts:
        others = [p for p in pacts if p is not pact and _bare(p.name) != _bare(pact.name)]
        for version in pact.versions:
            for field, what in (("vote", Text("表决", "vote")), ("mandate", Text("授权", "mandate"))):
                decided = cited(books, getattr(version, field))
                standard = books.law.standard("pact-subject-words", decided.date) if decided is not None else None
                if decided is None or standard is None or not decided.passed:
                    continue
                words = (*standard.words, "授权") if field == "mandate" else standard.words
                if not _speaks(_said(books, decided), pact, others, words):
                    said: dict[str, Any] = {"version": version.number, "name": pact.name, "field": what}
                    said |= {"decision": decided.id, "topic": decided.decision.topic}
                    basis = books.law.grounds(codes.ABOUT_ELSE, standard)
                    yield codes.ABOUT_ELSE.at(books.place(version, field), record=version.at_, basis=basis, **said)


def _said(books: Books, decided: Vote) -> str:
    """All that the minutes say the decision is about: topic, text, and the matters it belongs to."""
    meeting = books.find("meeting", decided.meeting)
    matters = [decided.decision.matter] if decided.decision.matter else meeting.matters if isinstance(meeting, Meeting) else ()
    known = [m for id in matters if (m := books.find("matter", id)) is not None]
    of_matters = (str(getattr(m, f, None) or "") for m in known for f in ("name", "text"))
    return "。".join(_TRIAL.sub("", t) for t in (decided.decision.topic, decided.decision.text or "", *of_matters))


def _speaks(said: str, pact: Pact, others: list[Pact], words: tuple[str, ...]) -> bool:
    """By the pact's own title or what is particular in it, or by the word for its kind; by the word for any pact where no other one is named by its title."""
    if any(name in said for name in _names(pact, words)) or says(said, (pact.kind.zh, *pact.kind.also)):
        return True
    return says(said, words) and not any(_bare(other.name) in said for other in others)


def _names(pact: Pact, words: tuple[str, ...]) -> set[str]:
    """春和社区文明养犬公约: in full, without the place (文明养犬公约), without the word for a pact (文明养犬)."""
    full = _bare(pact.name)
    short = _PLACE.sub("", full)
    own = re.sub("|".join(map(re.escape, sorted(words, key=len, reverse=True))) + "$", "", short)
    return {name for name in (full, short, own) if len(name) > 1 and name not in _ANYBODY}


def _bare(title: str) -> str:
    return _TRIAL.sub("", title)


_ANYBODY = ("居民", "村民", "社区", "小区", "本村", "全村")
"""What is left of a title that names nothing in particular."""
