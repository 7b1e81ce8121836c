"""The month for a chat group: plain text of at most 300 characters with the address, nothing in it that the site does not say."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.community.registers import FINANCE, period_address
from mingbai.kinds.disclosures.duties import standings
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.statements.ranges import stretch
from mingbai.rendering.agenda import ahead
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.periods import Period

LONGEST = 300


def text(view: View, month: Period) -> str:
    """Head, books, publications, what comes next, the address; what does not fit is left out as a whole, the address never.

    Empty where neither a book nor the register of publications knows the month.

    The figures of a book are those of its pages, and books are never added together.
    """
    community = view.books.the(Community)
    assert community is not None
    head = f"【{month.text.zh}公开】{community.name}"
    web = f"{community.web.rstrip('/')}/" if community.web else ""
    foot = _foot(view, month, web) if web else ""
    ask = f"有疑问请打 {community.phone}{f'（{community.hours}）' if community.hours else ''}。" if community.phone else ""
    kept = [head]
    left = LONGEST - len(head) - sum(len(line) + 1 for line in (ask, foot) if line)
    told = list(_lines(view, month))
    if not told:
        return ""
    for line in (*told, *_coming(view)):
        if len(line) + 1 <= left:
            kept.append(line)
            left -= len(line) + 1
    return "\n".join(line for line in (*kept, ask, foot) if line)


def _foot(view: View, month: Period, web: str) -> str:
    """Where the lines are: the month of each book that has it; where those are too many the first, and the page of all; the home page where no book has it."""
    had = [ledger.book for ledger in view.books.derived(ledgers).values() if any(m.first == month.first for m in ledger.months)]
    if len(had) > 1:
        each = [f"{book.name}逐笔：{web}{period_address(book.id, month)}" for book in had]
        whole = "\n".join(each)
        return whole if len(whole) <= LONGEST // 2 else f"{each[0]}\n其他账：{web}{FINANCE.address}"
    return f"逐笔明细：{web}{period_address(had[0].id, month) if had else ''}"


def _lines(view: View, month: Period) -> Iterator[str]:
    """The most important first."""
    for ledger in view.books.derived(ledgers).values():
        if any(m.first <= month.last and month.first <= m.last for m in ledger.months):
            it = stretch(view.books, ledger, month.first, month.last)
            yield f"{it.book.name}：收入 {grouped(it.income)} 元，支出 {grouped(it.expense)} 元，结余 {grouped(it.closing)} 元。"
    yield from _published(view, month)


def _coming(view: View) -> Iterator[str]:
    coming = next((a for a in view.derived(ahead) if a.sort == "会议"), None)
    if coming is not None:
        yield f"{spoken(coming.when.date() if hasattr(coming.when, 'date') else coming.when)}开会：{coming.title}。"


def _published(view: View, month: Period) -> Iterator[str]:
    items = [s.item.name for s in view.books.derived(standings) for e in s.entries if month.first <= e.day <= month.last and not e.nothing]
    names = list(dict.fromkeys(items))
    if names:
        shown = "、".join(names[:3])
        yield f"本月公布 {len(names)} 项：{shown}{'等' if len(names) > 3 else ''}。"
