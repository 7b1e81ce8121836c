"""Related parties in the vote: whoever has an interest takes no part in it (domain FIN-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import ledgers, stood_aside
from mingbai.kinds.finance.posting.standing import judged
from mingbai.packs import doubt
from mingbai.values.persons import described
from mingbai.values.text import Text

NOBODY_ASIDE = Code(
    "FIN095",
    Severity.WARNING,
    Text("关联交易表决时没有人回避", "nobody stood aside in the vote on a related party"),
    Text(
        "“{party}”是{person}的关联单位，{decision} 表决时没有人回避{unsure}",
        "“{party}” is related to {person}; in the vote {decision} nobody stood aside{unsure}",
    ),
    Text(
        "回避了的，在那项决议里写“回避: 1”，或在“关联说明”里写明；没有回避的，重新表决。",
        "Where the officer did, write “recused: 1” in the decision or say so under “relation”; else vote again.",
    ),
    Text("和自己有关的事，本人不参加表决。", "Nobody votes on their own business."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45")),
)


@rule(NOBODY_ASIDE)
def nobody_votes_on_their_own_business(books: Books) -> Iterator[Diagnostic]:
    """In the vote behind a line with a related party somebody stood aside, or the declaration of the relation says so."""
    community = books.the(Community)
    related = community.related if community else {}
    if not related:
        return
    for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months):
        for line in (p.line for p in judged(books, month)) if facts(books, month).says(related) else ():
            officer = related.get(line.party or "")
            words = books.law.standard("stood-aside-words", line.date) if officer is not None else None
            if officer is None or words is None or line.decision is None or described(line.relation or "", words.words):
                continue
            if stood_aside(books, line.decision, month.filed) is False:
                said: dict[str, Any] = {"party": line.party, "person": officer.name, "decision": line.decision, "unsure": doubt(words)}
                yield NOBODY_ASIDE.at(books.place(line, "decision"), record=line.at_, basis=books.law.grounds(NOBODY_ASIDE, words), **said)
