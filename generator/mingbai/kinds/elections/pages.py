"""Elections and recalls on the site: the list, a page each, the way there from meetings and from the about page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.community.registers import ask
from mingbai.kinds.elections import telling
from mingbai.kinds.elections.counting import Count, counts, other_way, rest
from mingbai.kinds.elections.records import Election, Objection, Round
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Link, Note, Toc
from mingbai.values.speech import joined, say
from mingbai.values.text import Text

_HOME = "elections/"
_TITLE = "选举和罢免"


class Row(NamedTuple):
    """An election in a list."""

    words: str
    address: str
    told: str


class CandidateRow(NamedTuple):
    """A candidate: the name of who was elected, how the others are called; votes, and whether elected."""

    name: str
    votes: int
    elected: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office in one round: its seats, who got how many votes, what follows in words."""

    office: str
    seats: int
    rows: tuple[CandidateRow, ...]
    told: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One day of voting: its heading, its figures, the reckoning in a sentence, the offices; of a recall how many good ballots were not for it, or neither for nor against."""

    anchor: str
    heading: str
    voted: Round
    rest: int
    told: str
    offices: tuple[Office, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`elections/index.html`, `elections/part.html`: elections, the newest first."""

    lede: str
    rows: tuple[Row, ...]
    home: str


@dataclass(frozen=True, slots=True)
class ElectionContext:
    """`elections/election.html`: one election or recall."""

    lede: str
    election: Election
    steps: tuple[tuple[str, datetime.date, str], ...]
    objections: tuple[Objection, ...]
    asked: str
    rounds: tuple[RoundPart, ...]
    notes: tuple[Note, ...]
    meeting: Link | None
    asks: tuple[tuple[str, str], ...]
    older: str
    source: str


def _every(view: View) -> list[tuple[Filed[Election], Election]]:
    found = [(f, f.record) for f in view.books.of(Election) if f.record is not None]
    return sorted(found, key=lambda pair: (telling.day_of(pair[1]) or datetime.date.min, pair[0].id), reverse=True)


def drafts(view: View) -> Iterator[Draft]:
    """The list and the elections; nothing where there is none."""
    every = _every(view)
    if every:
        newest = max((d for _, one in every if (d := telling.day_of(one)) and d <= view.books.as_of), default=None)
        context = _list(view, every)
        yield Draft(_HOME, _TITLE, context.lede, "elections/index.html", context, (Crumb("关于", "about/"),), newest)
    for filed, one in every:
        yield _page(view, filed, one)


def _list(view: View, every: list[tuple[Filed[Election], Election]]) -> IndexContext:
    lede = say("选举和罢免一共 {n} 次：多少人登记、多少人投票、谁当选，票数都在这里。选民名单只贴在本社区，不上网。", n=len(every))
    return IndexContext(lede, tuple(Row(one.name, address(f.id), _lede(view, one)) for f, one in every), _HOME)


def _lede(view: View, one: Election) -> str:
    return telling.lede(view.books.law, one, other_way(view.books, one))


def address(id: str) -> str:
    """The page of an election."""
    return f"{_HOME}{id}/"


def about(view: View) -> Iterator[Block]:
    """The way there from the about page."""
    if every := _every(view):
        yield Block(55, "elections/part.html", _list(view, every[:3]))


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The same at the end of the list of meetings."""
    if every := _every(view):
        yield "meetings/", Block(50, "elections/part.html", _list(view, every[:3]), (Toc(_TITLE, "elections"),))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each election stands."""
    for filed, one in _every(view):
        yield one.at_, (address(filed.id), one.name)


def _page(view: View, filed: Filed[Election], one: Election) -> Draft:
    law = view.books.law
    rounds = tuple(_round(view, one, n) for n in range(len(one.rounds)))
    meeting = view.where(view.books.find("meeting", one.meeting, filed)) if one.meeting else None
    context = ElectionContext(
        joined("", (_lede(view, one), ask(view.books))),
        one,
        tuple(telling.steps(one)),
        one.objections,
        telling.asked(law, one),
        rounds,
        view.notes(one),
        meeting,
        tuple(telling.asks(law.on(telling.day_of(one) or view.books.as_of), one)),
        telling.older(law, one),
        filed.path,
    )
    toc = (Toc("经过", "steps"), *(Toc(r.heading, r.anchor) for r in rounds), *((Toc("有什么要求", "asks"),) if context.asks else ()))
    parents = (Crumb("关于", "about/"), Crumb(_TITLE, _HOME))
    return Draft(
        address(filed.id), one.name, context.lede, "elections/election.html", context, parents, telling.day_of(one), toc, source=context.source
    )


def _round(view: View, one: Election, n: int) -> RoundPart:
    voted = one.rounds[n]
    heading = (
        say("{said}投票", said=telling.said(voted.date))
        if len(one.rounds) == 1
        else say("第 {n} 次投票，{said}", n=n + 1, said=telling.said(voted.date))
    )
    offices = tuple(_office(view, one, n, c) for c in counts(view.books.law, one, n))
    return RoundPart(
        f"round-{n + 1}",
        heading,
        voted,
        rest(voted),
        telling.round_told(view.books.law, one, n, other_way(view.books, one)),
        offices,
        view.notes(voted),
    )


def _office(view: View, one: Election, n: int, count: Count) -> Office:
    rows = sorted(count.seat.candidates, key=lambda c: -c.votes)
    elected = {c.mark for c in count.elected}
    return Office(
        count.seat.office,
        count.seat.seats,
        tuple(CandidateRow(c.name or c.mark, c.votes, c.mark in elected) for c in rows),
        telling.office_told(view.books.law, one, n, count),
        view.notes(count.seat),
    )


def datasets(view: View) -> Iterator[Dataset]:
    """`elections`: one candidate of one round a row; a recall has a row for its vote."""
    every = list(reversed(_every(view)))
    if not every:
        return
    columns = (
        Column("election", Text("编号：文件名", "Id: the file's name")),
        Column("name", Text("名称", "Name")),
        Column("kind", Text("种类", "Kind")),
        Column("way", Text("方式", "Who votes")),
        Column("date", Text("投票日期", "Voted on"), "date"),
        Column("registered", Text("登记", "Registered"), "integer"),
        Column("took_part", Text("参加投票", "Took part"), "integer"),
        Column("proxies", Text("委托", "By proxy"), "integer"),
        Column("valid", Text("有效票", "Valid"), "integer"),
        Column("invalid", Text("无效票", "Invalid"), "integer"),
        Column("office", Text("职务", "Office")),
        Column("seats", Text("名额", "Seats"), "integer"),
        Column("candidate", Text("候选人；当选的写姓名", "Candidate; the elected by name")),
        Column("votes", Text("得票；罢免是同意票", "Votes; of a recall those for it"), "integer"),
        Column("elected", Text("当选", "Elected")),
    )
    rows = [(f.id, one.name, one.kind.zh, one.way.zh, *row) for f, one in every for row in _rows(view, one)]
    yield Dataset(
        "elections",
        Text("选举得票", "Votes of elections"),
        columns,
        rows,
        key=("election", "date", "office", "candidate"),
        each=Text("每行一名候选人在一次投票里的得票", "One candidate in one round a row"),
    )


def _rows(view: View, one: Election) -> Iterator[tuple[object, ...]]:
    for n, r in enumerate(one.rounds):
        head = (r.date, one.registered, r.took_part, r.proxies, r.valid, r.invalid)
        for count in counts(view.books.law, one, n):
            elected = {c.mark for c in count.elected}
            for c in count.seat.candidates:
                yield (*head, count.seat.office, count.seat.seats, c.name or c.mark, c.votes, "是" if c.mark in elected else "否")
        if one.asked is not None and r.yes is not None:
            yield (*head, one.asked.office, None, None, r.yes, None)
