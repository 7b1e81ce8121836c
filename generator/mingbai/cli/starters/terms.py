"""Whose words a starter speaks: of an urban committee, a village or a collective; their bodies, offices and categories."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from mingbai.kinds.community.records import Book, Community, CommunityKind, Keeping
from mingbai.packs import AccountClass, Law, Side, in_force


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one sort of body.

    Attributes:
        folder: its starters below `scaffold/new/`; where there is none of a kind, that kind's own example serves.
        approvers, handlers: offices that approve and handle payments, the likeliest first.
        assembly, representatives: slugs of the meetings that decide on levies and on budgets.
        meeting: the slug of the meeting held most often.
        review: who looks a month over; reviewer: the office that signs for it where nobody is registered.
    """

    folder: str
    approvers: tuple[str, ...]
    handlers: tuple[str, ...]
    assembly: str
    representatives: str
    meeting: str
    review: str
    reviewer: str


_OFFICERS = ("文书", "报账员", "出纳", "副主任")
_URBAN = Terms("community", ("主任", "书记", "审批人"), _OFFICERS, "jumin", "daibiao", "yishi", "居务监督委员会", "监督委员会主任")
_VILLAGE = Terms("village", ("主任", "书记", "审批人"), _OFFICERS, "cunmin", "cunmindaibiao", "cunmindaibiao", "村务监督委员会", "监督委员会主任")
_COLLECTIVE = Terms("collective", ("理事长", "审批人"), ("出纳", "理事", "报账员"), "chengyuan", "chengyuan", "lishihui", "监事会", "监事长")


def terms_of(community: Community, book: Book | None = None) -> Terms:
    """The words for a book, or for the community where no book is meant: a book in double entry is a collective's."""
    if community.kind is CommunityKind.COLLECTIVE or (book is not None and book.keeping is Keeping.DOUBLE):
        return _COLLECTIVE
    return _VILLAGE if community.kind is CommunityKind.VILLAGE else _URBAN


def supervisor_of(community: Community, terms: Terms) -> str:
    """The office that counts cash and looks months over: one of the collective's own (监事) for its book."""
    offices = [r for p in community.supervisors for r in p.roles]
    own = next((r for r in offices if r.startswith("监事") is terms.reviewer.startswith("监事")), None)
    return own or (offices[0] if offices else terms.reviewer)


def categories_of(community: Community, book: Book, law: Law, day: datetime.date) -> tuple[str | None, str | None]:
    """A category of income and one of expense: registered ones, in double entry accounts of the chart; None where there are none."""
    if book.keeping is not Keeping.DOUBLE:
        grounded = [c for c in law.carry if c.any_of]  # income that rests on a paper which a sample has not
        income = [c for c in community.categories if "收入" in c and not any(g.covers(c) for g in grounded)]
        expense = [c for c in community.categories if "收入" not in c]
        return income[0] if income else None, expense[0] if expense else None
    chart = next((c for c in law.charts if c.id == book.chart), None) or in_force(law.charts, day)
    results = [a for a in chart.accounts if a.kind is AccountClass.RESULT] if chart else []
    income = [f"{a.number} {a.name}" for a in results if a.side is Side.CREDIT and a.name.startswith("其他")]
    expense = [f"{a.number} {a.name}" for a in results if a.side is Side.DEBIT and a.name.startswith("管理")]
    return income[0] if income else None, expense[0] if expense else None
