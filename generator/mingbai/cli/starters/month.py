"""The next month of a book, with its accounts, its people and two lines to be replaced."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from mingbai.cli.base import Usage
from mingbai.cli.scaffold import field, filled
from mingbai.cli.starters.terms import Terms, categories_of, supervisor_of, terms_of
from mingbai.cli.starters.wish import Started, Wish
from mingbai.cli.words import _, listed
from mingbai.kinds.community.records import AccountKind, Book, Community, Fund, Person
from mingbai.kinds.finance.records import Defaults, MonthFile
from mingbai.packs import Law
from mingbai.values.days import Month

if TYPE_CHECKING:
    from mingbai.pipeline import Checked


def start(checked: Checked, wish: Wish) -> Started:
    """The file of the month after the book's last, or of the month of `--date`."""
    community = checked.books.the(Community)
    if community is None:
        raise Usage(_("community.yml 还读不了，请先运行 mingbai check 改好它"))
    book = book_of(community, wish.book)
    months = _months(checked, book.id)
    last = months[max(months)] if months else None
    period = Month.of(wish.date) if wish.date else max(months).next if months else Month.of(book.begins)
    return Started(f"finance/{book.id}/{period}.yml", _text(community, book, period, last, checked.books.law))


def book_of(community: Community, named: str | None) -> Book:
    """The book that was named, or the only one.

    Raises:
        Usage: there are several, or none of that name.
    """
    ids = [b.id for b in community.books]
    if named is None and len(ids) == 1:
        return community.books[0]
    found = next((b for b in community.books if b.id == named), None)
    if found is None and named is None:
        raise Usage(_("有几本账，请用 --book 说明是哪一本：{books}").format(books=listed(ids)) if ids else _("community.yml 里还没有账簿"))
    if found is None:
        raise Usage(_("community.yml 里没有编号为 {book} 的账簿；有：{known}").format(book=repr(named), known=listed(ids)))
    return found


def _months(checked: Checked, book: str) -> dict[Month, MonthFile | None]:
    """The months that stand there, also those that could not be read."""
    found: dict[Month, MonthFile | None] = {}
    for filed in checked.books.filed:
        folder, _slash, name = filed.id.partition("/")
        if filed.kind == "finance" and folder == book:
            try:
                found[Month.parse(name)] = filed.record if isinstance(filed.record, MonthFile) else None
            except ValueError:
                continue
    return found


def _text(community: Community, book: Book, period: Month, last: MonthFile | None, law: Law) -> str:
    first, final = _bounds(period, last)
    before = last.defaults if last else Defaults.model_construct()
    day = max(first, book.begins)
    terms = terms_of(community, book)
    handler, approver = _people(community, day, before, terms)
    supervisor = supervisor_of(community, terms)
    fund = _fund(community, book, day)
    income, category = categories_of(community, book, law, day)
    if fund and fund.allowed(day):
        category = next((c for c in fund.allowed(day) if "收入" not in c), category)
    cash = next((a for a in book.accounts if a.kind is AccountKind.CASH), None)
    account = before.account or book.accounts[0].id
    return filled(
        "month.yml",
        title=f"{book.name} {period.year} 年 {period.month} 月",
        period=str(period),
        cutoff=f"起: {first}\n止: {final}" if last and last.end else "",
        account=account,
        handler=handler,
        approver=approver,
        witness=field("证明", before.witness) if before.witness else "",
        month=f"{period.month:02d}",
        first=day.isoformat(),
        second=(day + datetime.timedelta(1) if day < final else day).isoformat(),
        last=final.isoformat(),
        income_fund=field("资金", fund.id) if fund else "",
        income_category=field("科目", income) if income else "",
        expense_fund=field("资金", fund.id) if fund else "",
        expense_category=field("科目", category) if category else "",
        count=f"#   现金盘点:\n#     - 账户: {cash.id}\n#       余额: 0.00\n#       盘点人: 出纳\n#       监盘人: {supervisor}" if cash else "",
        review=terms.review,
        supervisor=supervisor,
        decision=f"{day}-{terms.meeting}/1",
    )


def _bounds(period: Month, last: MonthFile | None) -> tuple[datetime.date, datetime.date]:
    """The first and last day: the calendar month, or from cut-off to cut-off as the book does it."""
    if last is None or last.end is None:
        return period.first, period.last
    return last.end + datetime.timedelta(1), min(period.last, datetime.date(period.year, period.month, min(last.end.day, period.last.day)))


def _people(community: Community, day: datetime.date, before: Defaults, terms: Terms) -> tuple[str, str]:
    """Who handles and who approves, as the month before had it, else two officers who are two people on that day."""
    approver = before.approver or next((r for r in terms.approvers if _holder(community, r, day)), terms.approvers[0])
    taken = _holder(community, approver, day)
    offices = (*terms.handlers, *(r for p in community.people for r in p.roles))
    handler = before.handler or next(
        (r for r in offices if (one := _holder(community, r, day)) and one.name != (taken.name if taken else "")), terms.handlers[0]
    )
    return handler, approver


def _holder(community: Community, role: str, day: datetime.date) -> Person | None:
    for one in community.people:
        if role in one.roles and one.serves(day):
            return one
    return None


def _fund(community: Community, book: Book, day: datetime.date) -> Fund | None:
    """A fund of the book that may be spent on that day, the freest first."""
    funds = [f for f in community.funds if f.book == book.id]
    open_ = [f for f in funds if f.term is None or f.term.start <= day < f.term.end] or funds
    return min(open_, key=lambda f: (bool(f.allowed(day)), f.opening < 0), default=None)
