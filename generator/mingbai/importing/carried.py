"""Rows that carry a sum from page to page (过次页, 承前页) or from one term into the next (上年结转): no receipt and no payment, but a figure to be proved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.words import plain
from mingbai.values.text import Text


class Carried(Enum):
    """What a row carries: a sum from the page before, on to the next page, or what was left of an earlier term."""

    BROUGHT = Text("承前页，前面各页的累计", "brought forward: what the pages before came to")
    ON = Text("过次页，到这里的累计", "carried forward: what the rows so far come to")
    LEFT = Text("以前结转的余额，不是这一期的收支", "what was left of an earlier term, no receipt of this one")


def carried(texts: Sequence[str]) -> Carried | None:
    """What the row of these texts carries; None where it says nothing of the kind."""
    words = vocabulary().carried
    for text in texts[:4]:
        bare = plain(text).strip("（）()：:【】")
        for kind, known in zip(Carried, words, strict=True):
            if bare in known:
                return kind
    return None
