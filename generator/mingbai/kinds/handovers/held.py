"""What the books held on the day of a handover."""

from __future__ import annotations

import datetime

from mingbai.kinds.finance.posting.ledger import BookLedger


def held(ledger: BookLedger, account: str, day: datetime.date) -> int | None:
    """Fen of an account at the end of a day; None where a month up to it is missing or could not be worked out."""
    until = [m for m in ledger.months if m.first <= day]
    known = until[-1].sound and day <= until[-1].last if until else not ledger.months
    return ledger.balance(account, day) if known else None
