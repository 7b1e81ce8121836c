"""Who relies on a decision: payments and plans, pacts; told without knowing their kinds, by the names of public fields."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mingbai.books import Books, Citation
from mingbai.kind import View
from mingbai.pages import anchor
from mingbai.values.speech import joined, of, say

_MONTH = re.compile(r"([a-z0-9-]+)/(\d{4})-(\d{2})", re.ASCII)
_USES = {"vote": "表决通过这一版", "mandate": "依据这项授权制定"}


@dataclass(frozen=True, slots=True)
class Use:
    """One place that relies on a decision.

    Attributes:
        group: what it is, as a heading (居委会账的收支, 公约 …).
        title: what was paid, planned or adopted; note: which voucher, which version.
        address: its page, empty where none is known.
        amount: in fen, None where it is not about money.
    """

    group: str
    title: str
    note: str
    address: str
    date: datetime.date | None
    amount: int | None


@dataclass(frozen=True, slots=True)
class Uses:
    """Everything of one group, in the order of files and lines."""

    group: str
    money: bool
    dated: bool
    uses: tuple[Use, ...]


def uses_of(view: View, decision: str) -> tuple[Uses, ...]:
    """Who cites a decision, one group a book: what was paid, what is planned, the rest."""
    found: dict[str, list[Use]] = {}
    for use in _uses(view, decision):
        found.setdefault(use.group, []).append(use)
    groups = [Uses(group, any(u.amount is not None for u in uses), any(u.date for u in uses), tuple(uses)) for group, uses in found.items()]
    return tuple(sorted(groups, key=lambda g: (not g.money, not g.dated)))


def _uses(view: View, decision: str) -> Iterator[Use]:
    for citation in view.books.referrers("decision", decision):
        if citation.filed.kind == "finance":
            yield _money(view.books, citation)
        elif citation.filed.kind == "pacts":
            yield _pact(citation)
        else:
            yield _other(view, citation)


def _money(books: Books, citation: Citation) -> Use:
    record, found = citation.record, _MONTH.fullmatch(citation.filed.id)
    if found is None:
        return Use("财务", citation.filed.id, "", "", None, _of(record, "amount", None))
    book, year, month = found.groups()
    page = f"finance/{book}/{year}/{month}/"
    name = _of(books.find("book", book), "name", book)
    voucher = _of(record, "voucher", None)
    if voucher is None:
        planned = _of(record, "matter", "") or citation.filed.id
        return Use(
            say("{name}的计划支出", name=name),
            planned,
            say("{year}年{int}月的计划", year=year, int=int(month)),
            f"{page}#{anchor('p', _of(record, 'number', ''))}",
            None,
            _of(record, "estimate", None),
        )
    summary = _of(record, "summary", None) or say("凭证 {voucher}", voucher=voucher)
    return Use(
        say("{name}的收支", name=name),
        summary,
        say("凭证 {voucher}", voucher=voucher),
        f"{page}#{anchor('v', voucher)}",
        _of(record, "date", None),
        _of(record, "amount", None),
    )


def _other(view: View, citation: Citation) -> Use:
    """A record of any other kind, by the title of its kind and its place on the site."""
    place = view.where(citation.record) or view.where(citation.filed.record)
    group = next((of(k.title) for k in view.kinds if k.name == citation.filed.kind), "其他台账")
    title = place.words if place else str(_of(citation.filed.record, "name", citation.filed.id))
    return Use(group, title, "", place.address if place else "", None, None)


def _pact(citation: Citation) -> Use:
    pact, number = citation.filed.record, _of(citation.record, "number", "")
    version = say("第 {number} 版", number=number) if number != "" else ""
    title = str(_of(pact, "name", citation.filed.id))
    return Use("公约", title, joined("，", filter(None, (version, _USES.get(citation.field, "")))), f"pacts/{citation.filed.id}/", None, None)


def _of(record: object, field: str, otherwise: object) -> Any:
    value = getattr(record, field, None)
    return otherwise if value is None else value
