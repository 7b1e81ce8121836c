"""HND: money and vouchers handed over agree with the books; who hands over, takes over and watches are three people in office."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mingbai.books import Books, Filed
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.handovers.codes import DIFFERS, EXPLAINED, FUTURE, MISSING, NONE, NOT_IN_OFFICE, NOT_LAST, WATCHES
from mingbai.kinds.handovers.held import held
from mingbai.kinds.handovers.records import HandoverFile
from mingbai.packs import doubt
from mingbai.values.money import grouped
from mingbai.values.text import Text

_OUT, _IN = Text("移交人", "the one who hands over"), Text("接交人", "the one who takes over")


def _files(books: Books) -> Iterator[tuple[Filed[HandoverFile], HandoverFile]]:
    return ((f, f.record) for f in books.of(HandoverFile) if f.record is not None)


def _people(books: Books) -> tuple[Person, ...]:
    community = books.the(Community)
    return (*community.people, *community.supervisors) if community else ()


def in_office(people: tuple[Person, ...], role: str, day: datetime.date) -> str | None:
    """Who held an office on a day, or the person of that very name; None where nobody did."""
    for one in people:
        if one.name == role or (role in one.roles and one.serves(day)):
            return one.name
    return None


@rule(DIFFERS, EXPLAINED)
def money_agrees_with_the_books(books: Books) -> Iterator[Diagnostic]:
    """What was found in every account is what the books hold at the end of that day, to the fen, or the difference has its reason; days not known accuse nobody."""
    for _, file in _files(books):
        for one in file.money:
            book, _, account = one.account.partition("/")
            ledger = books.derived(ledgers).get(book)
            booked = held(ledger, account, file.day) if ledger is not None and one.account in books.ids.get("account", {}) else None
            if ledger is not None and booked is not None and booked != one.found:
                name = next(a.name for a in ledger.book.accounts if a.id == account)
                said: dict[str, Any] = {"day": str(file.day), "account": name, "book": grouped(booked), "found": grouped(one.found)}
                place = books.place(one, "found")
                if one.reason is None:
                    yield DIFFERS.at(place, record=one.at_, difference=grouped(abs(booked - one.found)), **said)
                else:
                    yield EXPLAINED.at(place, record=file.at_, reason=one.reason, **said)


@rule(NOT_LAST)
def the_last_voucher_is_the_last(books: Books) -> Iterator[Diagnostic]:
    """After the named voucher its book has no line up to the day of the handover."""
    for filed, file in _files(books):
        for n, cited in enumerate(file.vouchers):
            full = books.resolve("line", cited, filed)
            ledger = books.derived(ledgers).get((full or "").partition("/")[0])
            if full is None or ledger is None:
                continue
            order = [p.id for m in ledger.months for p in m.posted if p.line.date <= file.day or p.id == full]
            if full in order and order[-1] != full:
                place = books.place(file, "vouchers", n)
                yield NOT_LAST.at(place, record=file.at_, day=file.day, later=order[-1])


@rule(WATCHES, NOT_IN_OFFICE, FUTURE)
def three_people_take_part(books: Books) -> Iterator[Diagnostic]:
    """The one who leaves held the office that day, the one who comes holds it soon after, the one who watches is neither."""
    people = _people(books)
    for _, file in _files(books):
        if file.day > books.as_of:
            yield FUTURE.at(books.place(file, "day"), record=file.at_, day=file.day, as_of=books.as_of)
            continue
        parties = {in_office(people, who, file.day) or who: what for who, what in ((file.incoming, _IN), (file.outgoing, _OUT))}
        watching = in_office(people, file.watched_by, file.day) or file.watched_by
        if watching in parties:
            said: dict[str, Any] = {"watched": file.watched_by, "person": watching, "party": parties[watching]}
            yield WATCHES.at(books.place(file, "watched_by"), record=file.at_, **said)
        yield from _terms(books, people, file)


def _terms(books: Books, people: tuple[Person, ...], file: HandoverFile) -> Iterator[Diagnostic]:
    day = datetime.timedelta(days=1)
    around = (
        ("outgoing", _OUT, file.outgoing, (file.day, file.day - day)),
        ("incoming", _IN, file.incoming, (file.day + day, file.day)),
    )
    for name, what, typed, days in around:
        holders = [h for d in days if (h := in_office(people, file.role, d)) is not None]
        if holders and typed not in holders:
            said: dict[str, Any] = {"day": days[0], "role": file.role, "holder": holders[0], "party": what, "person": typed}
            yield NOT_IN_OFFICE.at(books.place(file, name), record=file.at_, **said)


@rule(NONE)
def who_leaves_hands_over(books: Books) -> Iterator[Diagnostic]:
    """Where an office that handles money or books passes to somebody else, there is a handover within the days the pack allows."""
    done = [(file.role, file.day) for _, file in _files(books)]
    for role in dict.fromkeys(word for span in books.law.through("handover-roles") for word in span.asked.words):
        held = sorted((p for p in _people(books) if role in p.roles and p.term), key=lambda p: p.term.start if p.term else books.as_of)
        for old, new in pairwise(held):
            end = old.term.end if old.term else None
            if end is None or old.name == new.name:
                continue
            roles, standard = books.law.standard("handover-roles", end), books.law.standard("handover-days", end)
            if roles is None or role not in roles.words or standard is None or standard.count is None:
                continue
            days = datetime.timedelta(days=standard.count)
            if end + days >= books.as_of or any(r == role and abs(d - end) <= days for r, d in done):
                continue
            said: dict[str, Any] = {"role": role, "end": end, "old": old.name, "new": new.name, "days": standard.count, "unsure": doubt(standard)}
            yield NONE.at(books.place(old, "term"), record=old.at_, basis=books.law.grounds(NONE, standard), **said)


@rule(MISSING)
def every_account_is_handed_over(books: Books) -> Iterator[Diagnostic]:
    """Whoever holds the money hands over every account of the books that had begun."""
    for _, file in _files(books):
        cashiers = books.law.standard("cashier-roles", file.day)
        if cashiers is None or file.role not in cashiers.words:
            continue
        named = {m.account for m in file.money}
        there = [
            (f"{id}/{a.id}", f"{ledger.book.name}{a.name}")
            for id, ledger in books.derived(ledgers).items()
            for a in ledger.book.accounts
            if ledger.book.begins <= file.day and (a.opened is None or a.opened <= file.day)
        ]
        missing = [words for id, words in there if id not in named]
        if missing:
            place = books.place(file, "money" if file.money else "role")
            yield MISSING.at(place, record=file.at_, role=file.role, accounts="、".join(missing), basis=books.law.grounds(MISSING, cashiers))
