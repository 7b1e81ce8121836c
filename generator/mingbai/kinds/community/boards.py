"""COM111, COM112: the board of a rural collective and its supervisors, as registered among the officers, are made up as the law lays down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.packs import Body, Makeup, cites
from mingbai.values.text import Text

SIZE = Code(
    "COM111",
    Severity.WARNING,
    Text("理事、监事的人数不合规定", "number of directors or supervisors of a collective"),
    Text(
        "登记在任的{body}成员（{offices}）{members} 人，按规定{size}",
        "{members:member|members} of the {body} ({offices}) are registered as in office; by law it {size}",
    ),
    Text(
        "漏登记的，在“人员”“监督委员会”里补上；确实缺人的，按章程补选。",
        "Register whoever is missing among officers or supervisors; fill a vacant seat as the charter says.",
    ),
    Text(
        "集体经济组织由谁管、由谁监督，成员要看得到；人数单双法律有规定。",
        "Members see who runs the collective and who supervises it; how many, and an odd number or not, the law lays down.",
    ),
    (Cite("collective", "29"), Cite("collective", "32")),
)
BARRED = Code(
    "COM112",
    Severity.WARNING,
    Text("不得担任监事的人当了监事", "a supervisor who may not be one"),
    Text("“{name}”是{body}成员，又担任{office}", "“{name}” sits on the {body} and is {office} as well"),
    Text(
        "换人；登记错了的，改正角色和任期。近亲属台账里不记，请自己核对。",
        "Choose another; mend role and term if they are wrong. Near relatives stand in no ledger: look for yourselves.",
    ),
    Text(
        "管钱、记账、当理事的人和他们的近亲属，不能监督自己。",
        "Directors, those who keep money or books, and their near relatives cannot supervise themselves.",
    ),
    (Cite("collective", "34"),),
)


@rule(SIZE, BARRED)
def boards_are_made_up_as_laid_down(books: Books) -> Iterator[Diagnostic]:
    """Where any office of a collective's board or its supervisors is held, each has as many members in office as the pack says, and nobody on them who may not be."""
    community = books.the(Community)
    if community is None:
        return
    serving = [p for p in (*community.people, *community.supervisors) if p.serves(books.as_of)]
    boards = [(body, body.makeup) for body in books.law.bodies.values() if body.makeup is not None and body.makeup.offices]
    seated = {body.id: [p for p in serving if set(p.roles) & set(makeup.offices)] for body, makeup in boards}
    if not any(seated.values()):
        return  # no such organisation here
    for body, makeup in boards:
        yield from _size(books, community, body, makeup, len(seated[body.id]))
        for person in seated[body.id]:
            yield from _barred(books, body, makeup, person)


def _size(books: Books, community: Community, body: Body, makeup: Makeup, members: int) -> Iterator[Diagnostic]:
    if not makeup.fits(members):
        said: dict[str, Any] = {"body": Text(body.name, body.english), "offices": "、".join(makeup.offices), "members": members, "size": makeup.size}
        yield SIZE.at(books.place(community, "people"), record=community.at_, basis=cites(makeup.basis), **said)


def _barred(books: Books, body: Body, makeup: Makeup, person: Person) -> Iterator[Diagnostic]:
    office = next((role for role in person.roles if role in makeup.barred), None)
    if office is not None:
        said: dict[str, Any] = {"name": person.name, "body": Text(body.name, body.english), "office": office}
        yield BARRED.at(books.place(person, "roles"), record=person.at_, basis=cites(makeup.basis), **said)
