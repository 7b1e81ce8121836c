"""The about page's parts and the community's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.diagnostics import Diagnostic
from mingbai.kind import View
from mingbai.kinds.community.records import Channel, Community, Person
from mingbai.kinds.community.telling import body
from mingbai.pages import Block, Column, Dataset, Draft, Toc
from mingbai.values.speech import phrase, say
from mingbai.values.text import Text

ABOUT = "about/"


@dataclass(frozen=True, slots=True)
class AboutContext:
    """`community/about.html`: who is in office before those whose term is over."""

    community: Community
    people: tuple[Officer, ...]
    supervisors: tuple[Officer, ...]


@dataclass(frozen=True, slots=True)
class Officer:
    """A member or an officer; `past`: the registered term has ended."""

    person: Person
    past: bool


@dataclass(frozen=True, slots=True)
class AskContext:
    """`community/home.html`: whom to ask, on the home page."""

    phone: str
    hours: str
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True)
class ElsewhereContext:
    """`community/elsewhere.html`: the books that other bodies publish themselves."""

    books: tuple[Channel, ...]


def drafts(view: View) -> Iterator[Draft]:
    """None of its own: the community stands on the about page."""
    return iter(())


def about(view: View) -> Iterator[Block]:
    """Who publishes: address, telephone, officers, supervisors, books and funds."""
    community = view.books.the(Community)
    if community is not None:
        officers, supervisors = (_officers(view, some) for some in (community.people, community.supervisors))
        yield Block(0, "community/about.html", AboutContext(community, officers, supervisors))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """The community and its officers stand on the about page."""
    community = view.books.the(Community)
    if community is not None:
        yield community.at_, (ABOUT, say("{name}概况", name=community.name))
        for section, people in (("people", community.people), ("supervisors", community.supervisors)):
            yield from ((p.at_, (f"{ABOUT}#{section}", p.name)) for p in people if p.registered)


def _officers(view: View, people: Sequence[Person]) -> tuple[Officer, ...]:
    told = (Officer(p, p.term is not None and p.term.end is not None and p.term.end < view.books.as_of) for p in people)
    return tuple(sorted(told, key=lambda o: o.past))


def home(view: View) -> Iterator[Block]:
    """Whom to ask, and where to object."""
    community = view.books.the(Community)
    if community is not None:
        ask = AskContext(community.phone or "", community.hours or "", community.channels)
        yield Block(25, "community/home.html", ask, told=(body(community),))


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """Beside the books and the catalogue: whose books are not on this site, and where they are shown."""
    community = view.books.the(Community)
    if community is not None and community.elsewhere:
        block = Block(90, "community/elsewhere.html", ElsewhereContext(community.elsewhere), (Toc("不在这里的账", "elsewhere"),))
        items = view.books.law.items.values()
        catalogue = community.books and any(community.kind.zh in item.binds and not item.books for item in items)
        yield from ((page, block) for page in ("finance/", *(("disclosure/",) if catalogue else ())))


def datasets(view: View) -> Iterator[Dataset]:
    """Funds, officers, warnings."""
    community = view.books.the(Community)
    funds = community.funds if community else ()
    yield Dataset(
        "community-funds",
        Text("资金名录", "Funds"),
        (
            Column("fund", Text("资金编号", "Id of the fund")),
            Column("name", Text("资金名称", "Name")),
            Column("book", Text("账簿", "Book")),
            Column("nature", Text("性质", "Nature")),
            Column("grantor", Text("拨付单位", "Granted by")),
            Column("document", Text("文号", "Document number")),
            Column("limit", Text("额度（元）", "Amount granted (yuan)"), "money"),
            Column("opening", Text("期初（元）", "Opening balance (yuan)"), "money"),
            Column("start", Text("期限起", "Term from"), "date"),
            Column("end", Text("期限止", "Term to"), "date"),
        ),
        [
            (
                f.id,
                f.name,
                f.book,
                f.nature.zh,
                f.grantor,
                f.document,
                f.limit,
                f.opening,
                f.term.start if f.term else None,
                f.term.end if f.term else None,
            )
            for f in sorted(funds, key=lambda f: (f.book, f.id))
        ],
        key=("fund",),
        each=Text("每行一项资金", "One fund a row"),
    )
    people = [(p, "committee") for p in community.people] + [(p, "supervisors") for p in community.supervisors] if community else []
    yield Dataset(
        "community-people",
        Text("工作人员和监督委员会", "Staff and supervisors"),
        (
            Column("body", Text("所在机构", "Body")),
            Column("name", Text("姓名", "Name")),
            Column("roles", Text("职务", "Roles")),
            Column("start", Text("任期起", "In office from"), "date"),
            Column("end", Text("任期止", "In office to"), "date"),
            Column("chosen", Text("怎样产生", "Chosen by")),
        ),
        [
            (
                body,
                p.name,
                "、".join(p.roles),
                p.term.start if p.term else None,
                p.term.end if p.term else None,
                p.term.chosen.zh if p.term and p.term.chosen else None,
            )
            for p, body in people
            if p.registered
        ],
        key=("body", "name", "start"),
        each=Text("每行一名工作人员或监督委员会成员", "One officer or supervisor a row"),
    )
    yield Dataset(
        "community-warnings",
        Text("提醒", "Warnings"),
        (
            Column("code", Text("规则编号", "Number of the rule")),
            Column("title", Text("什么问题", "What is wrong")),
            Column("message", Text("具体情况", "What was found")),
            Column("asks", Text("为什么", "Why it matters")),
            Column("basis", Text("依据", "Basis")),
            Column("record", Text("在哪里", "Where")),
            Column("page", Text("网站上哪一页", "Page of the site")),
        ),
        sorted((_warning(view, f) for f in view.findings.all), key=lambda row: [value or "" for value in row]),  # not by lines of files
        key=("code", "page", "record"),  # not the message: it counts days
        each=Text("每行一处提醒", "One point that does not agree with the rules a row"),
    )


def _warning(view: View, finding: Diagnostic) -> tuple[Any, ...]:
    """A warning as its page shows it, in Chinese like every table."""
    code, law = finding.code, view.books.law
    where = view.places.get(finding.record)
    basis = "、".join(law.cite(c) for c in law.basis(finding.basis))
    message = phrase(code.message, finding.values)
    return code.id, code.title.zh, message, code.asks.zh, basis, where.words if where else None, where.address if where else None
