"""Lines put right after they were published, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.finance.pages.views import line_link
from mingbai.kinds.finance.statements.corrections import corrections
from mingbai.pages import News


def news(view: View) -> Iterator[News]:
    """Every reversal and correction on its day, with what stood there and what stands there now."""
    for c in view.books.derived(corrections):
        line = c.posted.line
        about = c.first.line.summary or f"凭证 {c.first.line.voucher}"
        changed = "；".join(f"{one.what}由“{one.before}”改为“{one.after}”" for one in c.changes)
        why = f"原因：{line.reason}。" if line.reason else ""
        title = f"{c.ledger.book.name} {about}（{line.kind.zh}）"
        yield News(f"finance/{c.posted.id}", line.date, "更正", title, f"{changed}。{why}" if changed else why, line_link(c.posted.id).address)
