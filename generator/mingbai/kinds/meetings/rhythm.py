"""MTG028: bodies that the law wants to meet at intervals meet in every half-year, quarter or year."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import methodcaller

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.meetings.arithmetic import quorate
from mingbai.kinds.meetings.procedure import broken_slugs
from mingbai.kinds.meetings.register import Held, took_place
from mingbai.packs import Body, cites
from mingbai.values.days import spoken
from mingbai.values.text import Text

TOO_RARE = Code(
    "MTG028",
    Severity.WARNING,
    Text("该开的会没有按时开", "meeting overdue"),
    Text(
        "{body}每 {months} 个月至少一次：{last}以后，从{since}到{until}一次也没有开成",
        "a {body} is held every {months:month|months}: after {last} none was held from {since} to {until}",
    ),
    Text(
        "已经开了的，把会议记录加进来；没有开的尽快召开，网页会如实写明。", "If it was held, add its minutes; if not, hold it soon: the page says so."
    ),
    Text("居民会议、代表会议按法定的间隔召开，居民才有定期议事的机会。", "These meetings are held at the intervals laid down by law."),
    (Cite("urban-committee", "29"), Cite("village-committee", "25"), Cite("village-committee", "30"), Cite("collective", "27")),
)


@rule(TOO_RARE)
def bodies_meet_often_enough(books: Books) -> Iterator[Diagnostic]:
    """A body that the law wants to meet every quarter, half-year or year, and that has met once, meets in each; without quorum it has not met."""
    by_body: dict[str, list[Held]] = defaultdict(list)
    for held in took_place(books):
        if quorate(held.meeting, held.body):
            by_body[held.body.id].append(held)
    for id, held_ones in by_body.items():
        if id not in broken_slugs(books):
            for spell in books.law.spells(held_ones[0].date, books.as_of, methodcaller("body", id)):
                body = spell.asked
                if body is not None and body.every_months:
                    yield from _gaps(books, held_ones, body, body.every_months, spell.first, spell.last)


def _gaps(books: Books, held: Sequence[Held], body: Body, months: int, start: datetime.date, end: datetime.date) -> Iterator[Diagnostic]:
    """The periods without a meeting that ended while the rule was in force, from its first to its last day."""
    told = max(number(_told_since(books), months), number(start, months))
    over = number(end + datetime.timedelta(1), months) - 1 if end < datetime.date.max else number(books.as_of, months)
    for before, after in zip(held, (*held[1:], None), strict=True):
        first, until = max(number(before.date, months) + 1, told), min(number(after.date if after else books.as_of, months) - 1, over)
        if first <= until:
            yield TOO_RARE.at(
                books.place(before.meeting, "time"),
                record=before.meeting.at_,
                basis=cites(body.clauses("every_months")),
                body=Text(body.name, body.english),
                months=months,
                last=_day(before.date),
                since=_day(begins(first, months)),
                until=_day(begins(until + 1, months) - datetime.timedelta(1)),
            )


def _told_since(books: Books) -> datetime.date:
    """From when on the ledgers tell of every meeting: a single old one, copied for a pact's sake, does not say what else was held then."""
    community = books.the(Community)
    return min((b.begins for b in community.books), default=datetime.date.min) if community else datetime.date.min


def number(date: datetime.date, months: int) -> int:
    """Which period of so many months, counted through the calendar, a day lies in: half-years begin in January and July."""
    return (date.year * 12 + date.month - 1) // months


def begins(period: int, months: int) -> datetime.date:
    """The first day of a period."""
    year, month = divmod(period * months, 12)
    return datetime.date(year, month + 1, 1)


def _day(date: datetime.date) -> Text:
    return Text(spoken(date), date.isoformat())
