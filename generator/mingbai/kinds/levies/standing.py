"""A levy beside its lines: what was to come, what came, what was spent, what is left. Fen throughout."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mingbai.books import Books, Filed
from mingbai.kinds.community.registers import book_of
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, citing, decided, ledgers
from mingbai.kinds.finance.records import PartyKind
from mingbai.kinds.levies.records import LevyFile
from mingbai.kinds.meetings.records import Result
from mingbai.values.speech import say
from mingbai.values.text import Text


@dataclass(frozen=True)
class Standing:
    """A levy with the lines of every book that name it. `outcome` is the vote's result and day, None where none is named."""

    filed: Filed[LevyFile]
    levy: LevyFile
    ledger: BookLedger
    lines: tuple[Posted, ...]
    outcome: tuple[Result | None, datetime.date] | None
    as_of: datetime.date

    @property
    def id(self) -> str:
        """`committee/2026-road`."""
        return levy_id(self.filed)

    @property
    def parts(self) -> tuple[tuple[Text, int, str], ...]:
        """What the total is made of: (word, fen, how it was reckoned)."""
        return tuple(_parts(self.levy))

    @property
    def due(self) -> int:
        """Money to be paid by residents: people × rate, and the days paid for instead of worked."""
        return (self.levy.raised.product if self.levy.raised else 0) + (self.levy.labour.paid if self.levy.labour else 0)

    def _income(self, *, kinds: tuple[PartyKind | None, ...]) -> int:
        counted = [p for p in self.lines if p.column is Column.INCOME and _party(self, p) in kinds]
        return sum(e.fen for p in counted for e in p.entries)

    @cached_property
    def collected(self) -> int:
        """What residents paid: income from 个人, what was given back taken off."""
        return self._income(kinds=(PartyKind.PERSON,))

    @cached_property
    def granted(self) -> int:
        """What the government paid."""
        return self._income(kinds=(PartyKind.GOVERNMENT,))

    @cached_property
    def received(self) -> int:
        """Everything that came in for it."""
        return sum(e.fen for p in self.lines for e in p.entries if e.column is Column.INCOME)

    @cached_property
    def spent(self) -> int:
        """Everything that was paid for it."""
        return -sum(e.fen for p in self.lines for e in p.entries if e.column is Column.EXPENSE)

    @property
    def left(self) -> int:
        """Received less spent."""
        return self.received - self.spent

    @property
    def word(self) -> tuple[str, str]:
        """Its state in a word, with its colour."""
        if self.levy.settled and self.levy.settled.day <= self.as_of:
            return "已结清", "ok"
        if self.levy.decision is None or (self.outcome and self.outcome[0] is not Result.PASSED):
            return "未议定", "draft"
        if self.due and self.collected < self.due:
            overdue = self.levy.raised is not None and self.levy.raised.until is not None and self.levy.raised.until < self.as_of
            return ("逾期未收齐", "late") if overdue else ("收缴中", "now")
        return "未结清", "now"


def _party(standing: Standing, posted: Posted) -> PartyKind | None:
    """Who paid; a reversal or refund undoes what the line it names was."""
    if posted.line.party_kind is not None or posted.line.undoes is None:
        return posted.line.party_kind
    return next((p.line.party_kind for p in standing.lines if p.line.voucher == posted.line.undoes.rpartition("/")[2]), None)


def _parts(levy: LevyFile) -> Iterator[tuple[Text, int, str]]:
    if levy.raised:
        yield Text("筹资", "money raised"), levy.raised.fen, say("{people} 人 × {yuan} 元", people=levy.raised.people, yuan=_yuan(levy.raised.rate))
    if levy.labour:
        work = levy.labour
        how = say("{people} 人 × {days} 工 × {yuan} 元", people=work.people, days=work.days, yuan=_yuan(work.value))
        yield Text("筹劳折资", "labour"), work.fen, how + (say("，其中 {days} 工以资代劳", days=work.paid_days) if work.paid_days else "")
    if levy.grant:
        yield Text("财政奖补", "grant"), levy.grant.amount, levy.grant.document or ""
    for word, fen in (("捐款", levy.donated), ("集体投入", levy.collective), ("其他", levy.other)):
        if fen is not None:
            yield Text(word, {"捐款": "donated", "集体投入": "collective", "其他": "other"}[word]), fen, ""


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}" if fen % 100 else f"{fen // 100:,}"


def levy_id(filed: Filed[LevyFile]) -> str:
    """What lines cite: the book and the file's name."""
    return f"{book_of(filed)}/{filed.id.rpartition('/')[2]}"


def standings(books: Books) -> tuple[Standing, ...]:
    """Every levy of a known book, by id; use through `books.derived`."""
    known = books.derived(ledgers) if books.of(LevyFile) else {}
    found = []
    for filed in books.of(LevyFile):
        levy, ledger = filed.record, known.get(book_of(filed))
        if levy is not None and ledger is not None:
            outcome = decided(books, levy.decision, filed) if levy.decision else None
            found.append(Standing(filed, levy, ledger, citing(books, "levy", levy_id(filed)), outcome, books.as_of))
    return tuple(sorted(found, key=lambda s: s.id))
