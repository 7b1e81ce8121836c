"""Lines put right after they were published, for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.finance.pages.views import line_link
from mingbai.kinds.finance.statements.corrections import corrections
from mingbai.pages import News
from mingbai.values.speech import joined, say


def news(view: View) -> Iterator[News]:
    """Every reversal and correction on its day, with what stood there and what stands there now."""
    for c in view.books.derived(corrections):
        line = c.posted.line
        about = c.first.line.summary or say("凭证 {voucher}", voucher=c.first.line.voucher)
        changed = joined("；", (say("{what}由“{before}”改为“{after}”", what=one.what, before=one.before, after=one.after) for one in c.changes))
        why = say("原因：{reason}。", reason=line.reason) if line.reason else ""
        title = say("{book} {about}（{kind}）", book=c.ledger.book.name, about=about, kind=line.kind.zh)
        yield News(
            f"finance/{c.posted.id}",
            line.date,
            "更正",
            title,
            say("{changed}。{why}", changed=changed, why=why) if changed else why,
            line_link(c.posted.id).address,
        )
