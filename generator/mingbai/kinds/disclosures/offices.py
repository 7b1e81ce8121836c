"""Which office a signature is of: with or without the words that may stand before it, of a member of a committee, or by the name of who holds it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from mingbai.books import Books
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.records import Signature

_MEMBERS = ("成员", "委员")


def prefixes(books: Books, day: datetime.date) -> tuple[str, ...]:
    """What may stand before an office and may be left out."""
    standard = books.law.standard("office-prefixes", day)
    return standard.words if standard else ()


def bare(office: str, before: tuple[str, ...]) -> str:
    """书记 for 党支部书记: an office without what may stand before it."""
    prefix = max((word for word in before if office.startswith(word) and office != word), key=len, default="")
    return bare(office[len(prefix) :], before) if prefix else office


def is_of(role: str, office: str) -> bool:
    """Whether a registered role is that office; 监督委员会成员 is whoever sits on it, 委员 any member with duties of their own (环境物业委员)."""
    member = next((word for word in _MEMBERS if office.endswith(word)), "")
    of = office.removesuffix(member) if member else ""
    return role == office or bool(member and (role.startswith(of) if of else role.endswith(member)))


def gives(books: Books, signature: Signature, offices: Iterable[str]) -> bool:
    """Whether a signature is one that any of these offices may give: 监督委员会委员甲 signs as a member of that committee, a person by name as whatever they hold."""
    before = prefixes(books, signature.day)
    community = books.the(Community)
    people = (*community.people, *community.supervisors) if community else ()
    named = (role for p in people if p.name == signature.office and p.serves(signature.day) for role in p.roles)
    held = {bare(office, before) for office in (signature.office, *named)}
    return any(is_of(role, bare(office, before)) for office in offices for role in held)
