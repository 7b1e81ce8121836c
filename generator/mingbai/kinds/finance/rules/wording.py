"""Wording: what a line says of itself, so that residents see what was bought (domain FIN-16)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Keeping
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.records import LineKind
from mingbai.packs import doubt
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
_PLAIN = (LineKind.EXPENSE, LineKind.INCOME)

_NO_QUANTITY = r"(?!\s*[\d.一二两三四五六七八九十百千万]+\s*[^\s\d.一二两三四五六七八九十百千万元笔张])"
"""共计 32 户, 合计 12 套 count things or people; 合计 1860 元, 合计 3 笔 are totals of payments."""

VAGUE = Code(
    "FIN034",
    Severity.WARNING,
    Text("摘要笼统", "vague summary"),
    Text("摘要里有“{word}”{unsure}", "the summary says “{word}”{unsure}"),
    Text("写清楚买了什么、数量、用在哪里。", "Say what was bought, how much, what for."),
    Text("“等费用”“其他费用”让人看不懂钱花在哪里，是“有总账没细账”。", "“And other costs” tells nobody where the money went."),
    _DISCLOSED,
)
LUMP = Code(
    "FIN089",
    Severity.WARNING,
    Text("几笔并成了一笔总数", "several payments in one total"),
    Text("摘要里有“{word}”，看起来是几笔的总数{unsure}", "the summary says “{word}”: a total of several payments, as it seems{unsure}"),
    Text("一张单据记一笔；附了清单的，按清单逐笔记。", "Book one line a document; where there is a list, book what stands on it."),
    Text("公开要逐项逐笔；只写一个总数，是“有总账没细账”。", "Accounts are disclosed line by line; a total alone shows nobody anything."),
    _DISCLOSED,
)
NO_CATEGORY = Code(
    "FIN097",
    Severity.WARNING,
    Text("没有写科目", "no category"),
    Text("这个月有 {count} 笔没有写“科目”，从这一笔起{purpose}", "lines of the month without a category: {count}, this one first{purpose}"),
    Text("写上 community.yml 里登记的一个科目。", "Name one of the categories registered in community.yml."),
    Text(
        "没有科目，就看不出钱花在哪一类事上，也核对不了专款专用和预算。",
        "Without one nobody sees what it went for, and neither purpose nor budget can be checked.",
    ),
    _DISCLOSED,
)


@rule(VAGUE, LUMP)
def a_summary_says_what_was_bought(books: Books) -> Iterator[Diagnostic]:
    """No summary hides behind 等费用 or 其他费用, and none is the total of several payments."""
    asked = (*((span, VAGUE) for span in books.law.through("vague-words")), *((span, LUMP) for span in books.law.through("lump-words")))
    for span, code in ((s, code) for s, code in asked if s.asked.words):
        standard = span.asked
        words = re.compile(f"(?:{'|'.join(map(re.escape, standard.words))}){'' if code is VAGUE else _NO_QUANTITY}")
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)):
            if not facts(books, month).says(standard.words):
                continue
            for line in (p.line for kind in _PLAIN for p in facts(books, month).of(kind)):
                found = words.search(line.summary) if line.summary else None
                if found and span.holds(line.date) and not (code is LUMP and line.payroll):  # people × rate is a list of its own
                    yield code.at(
                        books.place(line, "summary"), record=line.at_, word=found[0], unsure=doubt(standard), basis=books.law.grounds(code, standard)
                    )


@rule(NO_CATEGORY)
def money_has_a_category(books: Books) -> Iterator[Diagnostic]:
    """Where a community registers categories every receipt and payment names one, in each of its shares; told once a month, at the first."""
    community = books.the(Community)
    for ledger in books.derived(ledgers).values() if community and community.categories else ():
        bound = {f.id: f.name for f in ledger.funds if f.categories or f.changes}
        for month in ledger.months if ledger.book.keeping is not Keeping.DOUBLE else ():  # in double entry it is an error (FIN015)
            if all(category for _, category in facts(books, month).pairs):
                continue
            lines = [p for kind in _PLAIN for p in facts(books, month).of(kind) if any(not e.category for e in p.entries)]
            if lines:
                yield _uncategorised(books, sorted(lines, key=lambda p: p.line.at_), bound)


def _uncategorised(books: Books, lines: list[Posted], bound: dict[str, str]) -> Diagnostic:
    first = lines[0]
    fund = next((bound[e.fund] for p in lines for e in p.entries if not e.category and e.fund in bound), None)
    purpose = Text(f"，而“{fund}”只能用在批准的科目上", f", and “{fund}” may pay for approved categories only") if fund else Text("", "")
    share = next((s for s, e in zip(first.line.shares, first.entries, strict=False) if not e.category), None)
    place = books.place(share if share is not None else first.line)
    return NO_CATEGORY.at(place, record=first.line.at_, count=len(lines), purpose=purpose)
