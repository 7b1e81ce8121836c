"""What must hold of a notice: its dates, its totals, nobody named, time enough to object, an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.notices import codes
from mingbai.kinds.notices.records import Notice
from mingbai.kinds.notices.standing import COLUMNS, State, every, state
from mingbai.kinds.staff.records import StaffFile
from mingbai.packs import doubt
from mingbai.schema.record import Record
from mingbai.values.counting import lasted
from mingbai.values.money import grouped
from mingbai.values.text import Text

_UNITS = {"people": Text("人", "people"), "households": Text("户", "households")}


@rule(codes.TURNED, codes.WRONG_YEAR)
def days_follow_one_another(books: Books) -> Iterator[Diagnostic]:
    """End, outcome and taking down lie after the beginning; the folder is that of its year."""
    for filed, one in every(books):
        dated = (
            ("end", Text("止", "to"), one.end),
            ("outcome", Text("结果", "outcome"), one.outcome.day if one.outcome else None),
            ("down", Text("撤下日", "down"), one.down),
        )
        for field, words, day in dated:
            if day is not None and day < one.start:
                yield codes.TURNED.at(books.place(one, field), field=words, day=day, start=one.start)
        year = filed.path.split("/")[-2]
        if year != str(one.start.year):
            yield codes.WRONG_YEAR.at(books.place(one, "start"), year=year, start=one.start)


@rule(codes.TOTAL)
def totals_add_up(books: Books) -> Iterator[Diagnostic]:
    """What the paper says the rows come to, to the fen and to the head."""
    for _, one in every(books):
        if one.total is None:
            continue
        for field, words, _ in (*COLUMNS, ("amount", "金额", "元")):
            asserted = getattr(one.total, field)
            computed = sum(getattr(f, field) or 0 for f in one.figures)
            if asserted is not None and asserted != computed:
                said = (grouped(asserted), grouped(computed)) if field == "amount" else (str(asserted), str(computed))
                label = Text(words, field)
                yield codes.TOTAL.at(books.place(one.total, field), field=label, asserted=said[0], computed=said[1])


@rule(codes.NAMED)
def nobody_is_named(books: Books) -> Iterator[Diagnostic]:
    """Rows are what people get, never who gets it; of persons in need neither title nor text nor outcome names one, officers apart."""
    naming, officers = books.law.naming(), _officers(books)
    for _, one in every(books):
        for record, field, text in _told(one) if one.sort.personal else ():
            if name := naming.told(text, officers):
                yield codes.NAMED.at(books.place(record, field), words=f"{name[:1]}**")
        for figure in one.figures:
            if naming.likely(figure.name):
                yield codes.NAMED.at(books.place(figure, "name"), words=f"{figure.name[:1]}**")


def _told(one: Notice) -> Iterator[tuple[Record, str, str]]:
    """What a notice says in sentences."""
    yield one, "title", one.title
    if one.text is not None:
        yield one, "text", one.text
    if one.outcome is not None:
        yield one.outcome, "text", one.outcome.text


def _officers(books: Books) -> frozenset[str]:
    """Who may be named wherever they are: officers, supervisors, workers and those in charge of a grid or a group."""
    community = books.the(Community)
    people = (*community.people, *community.supervisors) if community else ()
    posts = (post for file in books.records(StaffFile) if file.sort.named for post in file.posts)
    return frozenset((*(p.name for p in people), *(post.name for post in posts if post.name is not None)))


@rule(codes.NO_END, codes.SHORT, codes.NO_CHANNEL)
def there_is_time_and_a_way_to_object(books: Books) -> Iterator[Diagnostic]:
    """A prior notice has an end, hangs for the days that the standard asks, and says where to object."""
    for _, one in every(books):
        if not one.prior:
            continue
        standard = books.law.standard("notice-days", one.start)
        if one.channel is None:
            yield codes.NO_CHANNEL.at(books.place(one, "title"), record=one.at_, title=one.title)
        if one.end is None:
            yield codes.NO_END.at(books.place(one, "start"), record=one.at_, title=one.title)
        elif standard is not None and standard.count is not None and (days := lasted(one.start, one.end)) < standard.count:
            said: dict[str, Any] = {"start": one.start, "end": one.end, "days": days, "needed": standard.count, "unsure": doubt(standard)}
            yield codes.SHORT.at(books.place(one, "end"), record=one.at_, basis=books.law.grounds(codes.SHORT, standard), **said)


@rule(codes.NO_OUTCOME)
def a_prior_notice_comes_to_something(books: Books) -> Iterator[Diagnostic]:
    """Some days after its end it says what was decided."""
    for _, one in every(books):
        if one.end is None or state(one, books.as_of) is not State.WAITING:
            continue
        standard = books.law.standard("notice-outcome-days", one.end)
        if standard is not None and standard.count is not None and books.as_of > books.law.calendar.within(one.end, standard.count).day:
            said: dict[str, Any] = {"title": one.title, "end": one.end, "days": (books.as_of - one.end).days, "unsure": doubt(standard)}
            yield codes.NO_OUTCOME.at(books.place(one, "end"), record=one.at_, basis=books.law.grounds(codes.NO_OUTCOME, standard), **said)


@rule(codes.FEW)
def few_are_not_told_apart(books: Books) -> Iterator[Diagnostic]:
    """Of persons in need, so few are not shown by themselves."""
    for _, one in every(books):
        standard = books.law.standard("small-count", one.start)
        for figure in one.figures if one.sort.personal else ():
            for field, unit in _UNITS.items():
                count = getattr(figure, field)
                if standard is not None and standard.count is not None and count is not None and 0 < count < standard.count:
                    yield codes.FEW.at(
                        books.place(figure, field),
                        name=figure.name,
                        count=count,
                        unit=unit,
                        unsure=doubt(standard),
                        basis=books.law.grounds(codes.FEW, standard),
                    )
                    break


@rule(codes.EMPTY)
def a_notice_says_something(books: Books) -> Iterator[Diagnostic]:
    """Text or figures."""
    for _, one in every(books):
        if one.text is None and not one.figures:
            yield codes.EMPTY.at(books.place(one, "title"), record=one.at_, title=one.title)
