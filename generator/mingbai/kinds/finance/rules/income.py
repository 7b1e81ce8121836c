"""Income of the classes that rest on a paper of their own: a contract, or the document by which it was granted (domain FIN-10, C2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Fund
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.posting.standing import given_back
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.packs import Carry, Span, cites, doubt
from mingbai.schema.record import fields
from mingbai.values.text import Text

NO_GROUND = Code(
    "FIN088",
    Severity.WARNING,
    Text("收入没有合同或拨款文件", "income without contract or document"),
    Text("“{category}”的收入应当写明{fields}{unsure}", "income of “{category}” names its {fields}{unsure}"),
    Text(
        "写上{fields}；文号写在资金的“文号”里，或者与回单一起写在“票据”里，例如 示例街财〔2026〕3号。",
        "Name its {fields}; a document's number stands with the fund, or beside the slip under “documents”.",
    ),
    Text(
        "租金、发包款凭合同收，拨款、补偿款凭文件收；没有依据，就不知道该收多少、收齐没有。",
        "Rent is due by contract, grants by document; without them nobody knows how much should have come.",
    ),
    (Cite("collective", "45"), Cite("urban-committee", "34"), Cite("village-committee", "35")),
)

DOCUMENT = "文号"
"""What a pack calls the number of the document by which money was granted."""
_NUMBER = re.compile(r"[〔［\[【(（]\s*(?:19|20)\d\d\s*[〕］\]】)）]\s*第?\s*\d+\s*号")
"""街财〔2026〕3号."""


class _Asked(NamedTuple):
    """A requirement of the pack, and the fields of a line that meet it."""

    carry: Carry
    names: tuple[str, ...]


@rule(NO_GROUND)
def income_rests_on_contract_or_document(books: Books) -> Iterator[Diagnostic]:
    """Income of a category for which the pack or the community asks a paper names one of those it accepts, unless it was given back."""
    for span in books.law.spans(attrgetter("carry")):
        asked = tuple(_Asked(c, _named(c)) for c in span.asked if c.any_of and c.categories and c.direction in LineKind.INCOME.text)
        if asked:
            yield from _ungrounded(books, span, asked)


def _ungrounded(books: Books, span: Span[Any], asked: tuple[_Asked, ...]) -> Iterator[Diagnostic]:
    known: dict[str, _Asked | None] = {}
    for ledger in books.derived(ledgers).values():
        funds = {f.id: f for f in ledger.funds}
        for month in (m for m in ledger.months if span.begun(m.last)):
            for category in (c for _, c in facts(books, month).pairs if c not in known):
                known[category] = next((c for c in asked if c.carry.covers(category)), None)
            if any(known[c] for _, c in facts(books, month).pairs):
                for posted in (p for p in facts(books, month).of(LineKind.INCOME) if span.holds(p.line.date)):
                    yield from _grounded(books, posted, known, funds)


def _grounded(books: Books, posted: Posted, known: Mapping[str, _Asked | None], funds: Mapping[str, Fund]) -> Iterator[Diagnostic]:
    for entry in posted.entries:
        asked = known.get(entry.category)
        if asked is None or _has(posted.line, funds.get(entry.fund), asked.names):
            continue
        if (posted.root or posted.id) in books.derived(given_back):
            return
        names = [fields(Line)[n].label if n in fields(Line) else _EXTRA[n] for n in asked.names]
        said = Text("或".join(f"“{t.zh}”" for t in names), " or ".join(t.en.lower() for t in names))
        place = books.place(posted.line, "category" if posted.line.category else "")
        basis = cites(asked.carry.basis) or None
        yield NO_GROUND.at(place, record=posted.line.at_, basis=basis, category=entry.category, fields=said, unsure=doubt(asked.carry))
        return


_EXTRA = {DOCUMENT: Text(DOCUMENT, "document number")}


def _named(rule_: Carry) -> tuple[str, ...]:
    """The fields of a line that will do, by their English names; 文号 as it is."""
    by_label = {key: f.name for f in fields(Line).values() for key in f.keys}
    return tuple(by_label.get(name, name) for name in rule_.any_of)


def _has(line: Line, fund: Fund | None, names: tuple[str, ...]) -> bool:
    return any(_document(line, fund) if name == DOCUMENT else getattr(line, name, None) for name in names)


def _document(line: Line, fund: Fund | None) -> bool:
    """Whether the fund has the number of its document, or the line says one."""
    return (fund is not None and fund.document is not None) or any(_NUMBER.search(text) for text in (*line.documents, line.summary or ""))
