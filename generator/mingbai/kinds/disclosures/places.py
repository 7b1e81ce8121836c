"""Where the catalogue stands on the site: the matrix, the page of an item, a publication on it; what the events of a publication were."""

from __future__ import annotations

from mingbai.books import Trace
from mingbai.kind import View
from mingbai.kinds.disclosures.correcting import named
from mingbai.kinds.disclosures.duties import Obligation, Standing, State
from mingbai.kinds.disclosures.proving import hollow
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import Item
from mingbai.pages import anchor
from mingbai.values.speech import say

HOME = "disclosure/"
TITLE = "公开目录"
TONES = {State.ON_TIME: "ok", State.LATE: "warn", State.NOTHING: "info", State.PENDING: "wait", State.MISSING: "late", State.UNRECORDED: "info"}
"""The colour in which a state is shown."""
NOTICES = "notices"
"""The ledger that tells of what has no register of its own."""


def shown(view: View, one: Obligation) -> tuple[str, str]:
    """The state of an obligation and its colour; that the ledgers hold nothing of what was entered as published stands beside it."""
    if empty(view, one):
        return say("{state}，台账里没有内容", state=one.state.value), TONES[State.LATE]
    return one.state.value, TONES[one.state]


def empty(view: View, one: Obligation) -> bool:
    """Whether it is entered as published and the ledgers hold nothing of it."""
    return one.published is not None and one.published.at_ in view.books.derived(hollow)


def address(item: Item) -> str:
    """disclosure/u08/."""
    return f"{HOME}{item.id.lower()}/"


def entry_anchor(entry: Disclosure) -> str:
    """Where a publication stands on its item's page."""
    return anchor("p", named(entry).partition("/")[2] + (f"-x-{entry.day}" if entry.corrects else ""))


def entry_address(item: Item, entry: Disclosure) -> str:
    """The same with the page."""
    return f"{address(item)}#{entry_anchor(entry)}"


def about(view: View, standing: Standing, entry: Disclosure) -> tuple[str, ...]:
    """What the events of a publication were, in words where the ledgers say them, else by their ids."""
    told = {t.id: happening(t, t.words or (place.words if (place := view.where(t.record)) else "")) for t in standing.traces if t.id in entry.objects}
    return tuple(told.get(one) or one for one in entry.objects)


def happening(trace: Trace, words: str) -> str:
    """What happened, in the words of its ledger; of what was called off that it was."""
    return say("{words}（取消）", words=words) if trace.cancelled and words else words
