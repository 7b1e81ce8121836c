"""What must hold of a service guide: its limits, its documents, what it costs, whom to ask, how fresh it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Diagnostic
from mingbai.kind import rule
from mingbai.kinds.services import codes
from mingbai.kinds.services.guides import guides, host, host_listed, longer, time
from mingbai.kinds.services.records import Handling, Service, ServiceClass, TimeUnit
from mingbai.schema.record import Record, fields
from mingbai.values.counted import counted
from mingbai.values.days import months_later
from mingbai.values.text import Text

_NEVER = re.compile(r"(?!)")


def catch_all(books: Books) -> re.Pattern[str]:
    """What does not say what to bring: 其他材料, 等相关证件, 有关证明; put together from the words of the pack. Use through `books.derived`."""
    openers, vague, asked, things, not_after = (_words(books, f"catch-all-{name}") for name in ("openers", "vague", "asked", "things", "not-after"))
    if not openers or not things:
        return _NEVER
    one, dim, want, thing = ("|".join(map(re.escape, w)) for w in (openers, vague, asked, things))
    loose = "|".join(map(re.escape, (w for w in things if w != "证明")))
    before = f"(?<![{re.escape(''.join(not_after))}])" if not_after else ""
    return re.compile(
        rf"(?:{one})(?:{dim}|{want})?的?(?:证明)?(?:{thing})"
        rf"|{before}等(?:{dim})?(?:证明)?(?:{loose})"
        rf"|(?:{dim})的?(?:证明)?(?:{thing})"
        rf"|(?:{want})的(?:{one})"
    )


def _words(books: Books, id: str) -> tuple[str, ...]:
    standard = books.law.standard(id)
    return standard.words if standard else ()


def _services(books: Books) -> Iterator[Service]:
    return (g.service for g in guides(books))


@rule(codes.PROMISE_TOO_LONG, codes.STEPS_TOO_LONG)
def promises_can_be_kept(books: Books) -> Iterator[Diagnostic]:
    """The promised limit is within the statutory one, and the steps add up to no more than the promise."""
    for s in _services(books):
        if s.promised is None or s.unit is None:
            continue
        promised = time(s.promised, s.unit)
        lawful = s.statutory_unit or s.unit
        if s.statutory is not None and longer(s.promised, s.unit, s.statutory, lawful):
            yield codes.PROMISE_TOO_LONG.at(books.place(s, "promised"), record=s.at_, promised=promised, statutory=time(s.statutory, lawful))
        total = sum(step.limit or 0 for step in s.stages)
        if total > s.promised:
            yield codes.STEPS_TOO_LONG.at(books.place(s, "promised"), record=s.at_, promised=promised, steps=time(total, s.unit))


@rule(codes.CATCH_ALL)
def documents_are_named(books: Books) -> Iterator[Diagnostic]:
    """No document is asked for in general terms such as 其他材料."""
    vague = books.derived(catch_all)
    for s in _services(books):
        for document in s.documents:
            for field, text in (("name", document.name), ("note", document.note)):
                found = vague.search(text or "")
                if found:
                    yield codes.CATCH_ALL.at(books.place(document, field), record=s.at_, document=document.name, words=found[0])


@rule(codes.FREE_WITH_PRICE, codes.PRICE_MISSING)
def what_it_costs_is_said(books: Books) -> Iterator[Diagnostic]:
    """What is free has no price; what is charged for names the price and the rule it rests on."""
    free = frozenset(_words(books, "free-words"))
    for s in _services(books):
        if not s.fee and s.price is not None and s.price.strip().rstrip("。").replace(" ", "") not in free:
            yield codes.FREE_WITH_PRICE.at(books.place(s, "price"), record=s.at_, price=s.price)
        missing = [fields(Service)[name].label for name in ("price", "price_basis") if s.fee and getattr(s, name) is None]
        if missing:
            yield codes.PRICE_MISSING.at(books.place(s, "fee"), record=s.at_, missing=tuple(missing))


@rule(codes.NO_BASIS, codes.NO_STEPS)
def administrative_services_say_why_and_how(books: Books) -> Iterator[Diagnostic]:
    """An administrative service names its legal basis and its steps."""
    for s in _services(books):
        if s.kind is not ServiceClass.ADMINISTRATIVE:
            continue
        if not s.basis:
            yield codes.NO_BASIS.at(books.place(s, "name"), record=s.at_)
        if not s.stages:
            yield codes.NO_STEPS.at(books.place(s, "name"), record=s.at_)


@rule(codes.NOT_CHECKED)
def guides_are_fresh(books: Books) -> Iterator[Diagnostic]:
    """Every guide has been checked within the last year."""
    standard = books.law.standard("service-check-months")
    for s in _services(books):
        if s.checked is None:
            yield codes.NOT_CHECKED.at(books.place(s, "name"), record=s.at_, when=Text("没有登记核对", "has never been checked"))
        elif standard is not None and standard.count is not None and months_later(s.checked.date, standard.count) < books.as_of:
            months = standard.count
            when = Text(
                f"上一次核对是 {s.checked.date}，超过 {months} 个月了",
                f"was last checked on {s.checked.date}, more than {counted(months, 'month', 'months')} ago",
            )
            yield codes.NOT_CHECKED.at(books.place(s.checked, "date"), record=s.at_, when=when, basis=books.law.grounds(codes.NOT_CHECKED, standard))


@rule(codes.NO_PHONE, codes.NO_COMPLAINTS)
def somebody_answers(books: Books) -> Iterator[Diagnostic]:
    """Every guide names a telephone for questions; an administrative one also names where to complain."""
    for s in _services(books):
        if s.phone is None:
            yield codes.NO_PHONE.at(books.place(s, "name"), record=s.at_)
        if s.complaints is None and s.kind is ServiceClass.ADMINISTRATIVE:
            yield codes.NO_COMPLAINTS.at(books.place(s, "name"), record=s.at_)


@rule(codes.NO_UNIT)
def limits_have_a_unit(books: Books) -> Iterator[Diagnostic]:
    """A number of days, hours or the like says which."""
    for s in _services(books):
        found = _first_limit(s) if s.unit is None else None
        if found is not None:
            record, name, limit = found
            yield codes.NO_UNIT.at(books.place(record, name), record=s.at_, field=fields(type(record))[name].label, limit=limit)


def _first_limit(s: Service) -> tuple[Record, str, int] | None:
    """The first limit of a guide that needs the unit."""
    if s.promised is not None:
        return s, "promised", s.promised
    if s.statutory is not None and s.statutory_unit is None:
        return s, "statutory", s.statutory
    return next(((step, "limit", step.limit) for step in s.stages if step.limit is not None), None)


@rule(codes.NOT_AT_ONCE)
def at_once_means_at_once(books: Books) -> Iterator[Diagnostic]:
    """What is done on the spot promises no more than one day."""
    for s in _services(books):
        if (s.handling is Handling.AT_ONCE or s.unit is TimeUnit.AT_ONCE) and (s.promised or 0) > 1:
            yield codes.NOT_AT_ONCE.at(books.place(s, "promised"), record=s.at_, promised=s.promised)


@rule(codes.HOST_NOT_LISTED)
def links_lead_to_listed_hosts(books: Books) -> Iterator[Diagnostic]:
    """Addresses of other sites are linked only where community.yml lists their host."""
    for s in _services(books):
        for name, address in (("online", s.online), ("form", s.form)):
            if address is not None and not host_listed(books, address):
                yield codes.HOST_NOT_LISTED.at(books.place(s, name), record=s.at_, host=host(address))


@rule(codes.MORE_CONTENT, codes.SERVED_BACKWARDS, codes.NOBODY_RUNS)
def services_beside_the_administrative_say_who_runs_them(books: Books) -> Iterator[Diagnostic]:
    """Convenience, welfare and volunteer services say who runs them and who pays; what they report adds up."""
    for s in _services(books):
        for survey in s.surveys:
            if survey.content > survey.asked:
                yield codes.MORE_CONTENT.at(books.place(survey, "content"), record=s.at_, asked=survey.asked, content=survey.content)
        for served in s.served:
            if served.end < served.start:
                yield codes.SERVED_BACKWARDS.at(books.place(served, "end"), record=s.at_, start=served.start, end=served.end)
        missing = [fields(Service)[name].label for name in ("operator", "funder") if getattr(s, name) is None]
        if missing and (s.served or s.brand) and s.kind is not ServiceClass.ADMINISTRATIVE:
            yield codes.NOBODY_RUNS.at(books.place(s, "name"), record=s.at_, missing=tuple(missing))
