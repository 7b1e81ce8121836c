"""Public money in private hands: receipts and payments through personal accounts, slips in the cash box, loans to officers (domain FIN-09, FIN-11)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.records import CashCount, Line, LineKind
from mingbai.packs import Span, Standard, doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_OWN_ACCOUNT = (Cite("collective", "44"), Cite("accounting", "9"))

PRIVATE = Code(
    "FIN086",
    Severity.WARNING,
    Text("钱经过个人账户", "money through a personal account"),
    Text("{where}里有“{word}”，看起来是经个人收付的{unsure}", "“{word}” in the {where}: it went through a person, as it seems{unsure}"),
    Text(
        "收款用本单位的账户或收款码；已经进了个人账户的，全部转入本单位账户，写明哪天转入。",
        "Receive by the body's own account or code; what went to a person is handed in whole, and the day is said.",
    ),
    Text(
        "公家的钱不经过任何人的微信、支付宝、银行卡；经过了就说不清有没有少。",
        "Public money passes through nobody's own wallet or card, or nobody can say whether all of it came.",
    ),
    _OWN_ACCOUNT,
)
SLIPS = Code(
    "FIN087",
    Severity.WARNING,
    Text("白条抵库", "slips counted as cash"),
    Text("“{account}”盘点里有{what}{unsure}", "the count of “{account}” holds {what}{unsure}"),
    Text(
        "借出去的钱限期收回；该报销的凭正式票据入账；盘点时白条单独写在“白条”一栏。",
        "Have what was lent come back; book what was spent on proper documents; put slips under “slips” in the count.",
    ),
    Text("白条不是钱。用白条顶现金，库里看着不少，实际已经被人拿走了。", "A slip is no money: the box looks full, and somebody has taken it."),
    (Cite("accounting", "17"),),
)
LENT = Code(
    "FIN096",
    Severity.WARNING,
    Text("公款借给干部", "public money lent to an officer"),
    Text("付给“{party}”，{where}里有“{word}”{unsure}", "paid to “{party}”, with “{word}” in the {where}{unsure}"),
    Text(
        "限期收回；确是出差、采购预支的，写清用途，办完凭票据结清，不用“借款”。",
        "Have it come back; an advance for a purchase says so, and is settled on its documents.",
    ),
    Text("集体和社区的钱不借给干部，也不借给干部的单位。", "Nothing is lent to officers or to their firms."),
    (Cite("collective", "35"),),
)

_MOVING = (LineKind.INCOME, LineKind.EXPENSE, LineKind.TRANSFER)
_FIELDS = (("summary", Text("摘要", "summary")), ("party", Text("对方", "other party")), ("documents", Text("票据", "documents")))


@rule(PRIVATE)
def money_passes_through_no_private_account(books: Books) -> Iterator[Diagnostic]:
    """No receipt or payment says that it went through a person's wallet or card, or that an officer took it in."""
    found = [(s, _any(s.asked.words)) for s in books.law.through("private-accounts") if s.asked.words]
    who = sorted({name for p in _people(books) for name in (p.name, *p.roles)}, key=len, reverse=True)
    hands = [s for s in books.law.through("private-hands") if s.asked.words and who]
    found += [(s, re.compile(f"(?:{_or(who)})(?:个人|的)?(?:{_or(s.asked.words)})")) for s in hands]
    for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months):
        here = [(span, words) for span, words in found if span.begun(month.last) and facts(books, month).says(span.asked.words)]
        for kind in _MOVING if here else ():
            for posted in facts(books, month).of(kind):
                yield from islice(_through(books, posted.line, here), 1)


def _through(books: Books, line: Line, found: Iterable[tuple[Span[Standard], re.Pattern[str]]]) -> Iterator[Diagnostic]:
    """Everything in a line that says so; the first is enough."""
    for standard, words in ((span.asked, words) for span, words in found if span.holds(line.date)):
        for place, where, text in _said(books, line):
            word = words.search(text)
            if word:
                yield PRIVATE.at(
                    place, record=line.at_, basis=books.law.grounds(PRIVATE, standard), where=where, word=word[0], unsure=doubt(standard)
                )


def _said(books: Books, line: Line) -> Iterator[tuple[Place, Text, str]]:
    """Each text of a line, with its place and what it is."""
    for name, where in _FIELDS:
        value = getattr(line, name)
        if isinstance(value, tuple):
            yield from ((books.place(line, name, n if len(value) > 1 else None), where, text) for n, text in enumerate(value))
        elif value:
            yield books.place(line, name), where, value


@rule(SLIPS)
def no_slip_counts_as_cash(books: Books) -> Iterator[Diagnostic]:
    """A cash count holds no slips, neither said as such nor in the reason of a difference."""
    for ledger in books.derived(ledgers).values():
        names = {a.id: a.name for a in ledger.book.accounts}
        for month in ledger.months:
            for count in month.file.closing.counts if month.file.closing else ():
                standard = books.law.standard("slip-words", count.day or month.last)
                what = _slips(count, standard)
                if what is not None:
                    field, said = what
                    values: dict[str, Any] = {"account": names.get(count.account, count.account), "what": said}
                    unsure = doubt(standard) if standard is not None and field == "reason" else Text("", "")
                    yield SLIPS.at(
                        books.place(count, field),
                        record=month.file.at_,
                        unsure=unsure,
                        basis=books.law.grounds(SLIPS, standard if field == "reason" else None),
                        **values,
                    )


def _slips(count: CashCount, standard: Standard | None) -> tuple[str, Text] | None:
    """The field that tells of slips, and what it tells; None where none does."""
    if count.slips:
        fen = grouped(count.slips)
        return "slips", Text(f"白条、借条 {fen} 元", f"slips of {fen} yuan")
    word = next((w for w in (standard.words if standard else ()) if w in (count.reason or "")), None)
    return ("reason", Text(f"“{word}”，写在差异原因里", f"“{word}”, given as reason of the difference")) if word else None


@rule(LENT)
def nothing_is_lent_to_officers(books: Books) -> Iterator[Diagnostic]:
    """No payment to an officer, an office or an officer's firm, or for one by its summary, is called a loan; one that cites a debt is told there."""
    who = {name for p in _people(books) for name in (p.name, *p.roles, *p.related)}
    for span in (s for s in books.law.through("loan-words") if s.asked.words and who):
        words = span.asked.words
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)):
            if facts(books, month).says(words) or any(w in category for _, category in facts(books, month).pairs for w in words):
                yield from _lent(books, month, who, span)


def _lent(books: Books, month: MonthLedger, who: Iterable[str], span: Span[Standard]) -> Iterator[Diagnostic]:
    standard = span.asked
    names, loans = _or(sorted(who, key=len, reverse=True)), _or(standard.words)
    told = re.compile(f"(?:{loans})(?:给|予|与)?(?:{names})|(?:{names})(?:个人)?(?:{loans})")
    for posted in (p for p in facts(books, month).of(LineKind.EXPENSE) if span.holds(p.line.date)):
        line = posted.line
        if line.debt is None and line.party is not None and any(name in line.party for name in who):
            for where, text in _loan_texts(posted):
                word = next((w for w in standard.words if w in text), None)
                if word:
                    yield LENT.at(
                        books.place(line, "party"),
                        record=line.at_,
                        basis=books.law.grounds(LENT, standard),
                        party=line.party,
                        where=where,
                        word=word,
                        unsure=doubt(standard),
                    )
                    break
        elif line.debt is None and (found := told.search(line.summary or "")):
            where = Text("摘要", "summary")
            yield LENT.at(
                books.place(line, "summary"),
                record=line.at_,
                basis=books.law.grounds(LENT, standard),
                party=line.party or "",
                where=where,
                word=found[0],
                unsure=doubt(standard),
            )


def _loan_texts(posted: Posted) -> Iterator[tuple[Text, str]]:
    yield Text("摘要", "summary"), posted.line.summary or ""
    yield from ((Text("科目", "category"), e.category) for e in posted.entries)
    yield from ((Text("票据", "documents"), d) for d in posted.line.documents)


def _people(books: Books) -> tuple[Person, ...]:
    community = books.the(Community)
    return (*community.people, *community.supervisors) if community else ()


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_or(words))


def _or(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
