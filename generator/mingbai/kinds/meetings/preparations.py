"""Whether a meeting only prepares, passes on or carries out what another body decides: 拟收益分配方案, 提请成员大会表决, 按成员大会的决议发放; and whether there is such another."""

from __future__ import annotations

from collections.abc import Iterable

from mingbai.books import Books
from mingbai.kinds.community.records import Community
from mingbai.kinds.meetings.procedure import courses
from mingbai.kinds.meetings.records import Decision
from mingbai.kinds.meetings.register import Held
from mingbai.packs import Law, says


def leaves_to_others(books: Books, held: Held, decision: Decision, bodies: tuple[str, ...], telling: tuple[str, ...]) -> bool:
    """Whether an item leaves the deciding to the bodies that may.

    It is a step before theirs in a procedure, its topic speaks of a draft, its text leaves it to them; or its topic speaks of discussing
    or carrying out and its text has none of the words that decide (`telling`).
    """
    law, text = books.law.on(held.date), decision.text or ""
    if held.body.id not in bodies and any(t.held is not None and t.held.id == held.id for c in courses(books) for t in c.taken):
        return True
    if says(decision.topic, _words(law, "prepares")) or says(text, _words(law, "refers")):
        return True
    names = [law.bodies[id].name for id in bodies if id in law.bodies]
    if says(text, (f"{name} {verb}" for name in names for verb in _words(law, "decided-elsewhere"))):
        return True
    return says(decision.topic, _words(law, "handles")) and not says(text, telling)


def organised(books: Books, words: Iterable[str]) -> bool:
    """Whether the community is, keeps a book of, or names the books elsewhere of an organisation whose name has one of the words."""
    community = books.the(Community)
    if community is None:
        return False
    names = (*(b.body for b in community.books), *(c.name for c in community.elsewhere), community.kind.zh)
    return any(word in name for word in words for name in names)


def _words(law: Law, id: str) -> tuple[str, ...]:
    found = law.standard(id)
    return found.words if found is not None else ()
