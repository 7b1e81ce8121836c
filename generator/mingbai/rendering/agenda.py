"""The page of days: what is to come and what is new, from every kind; the calendar and the feed say the same to programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.kind import View
from mingbai.pages import Ahead, Block, Draft, Link, News, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import base, joined, say

HOME = "calendar/"
ALL = "ledgers/"
"""What a page over everything is made from."""
CALENDAR = "calendar.ics"
FEED = "feed.xml"
_TITLE = "日程和最近公布"
_AHEAD = 92
"""Days ahead that the page shows; the calendar file holds all that is known."""
_NEWS = 20
_AT_HOME = 3
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class ComingRow:
    """One entry of what is to come: `when` in words, the headline, the sentence, where to go, the page."""

    when: str
    sort: str
    title: str
    words: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class ComingGroup:
    """Entries of one sort at one time: many duties end on the same day, and are folded there."""

    when: str
    sort: str
    rows: tuple[ComingRow, ...]


@dataclass(frozen=True, slots=True)
class ComingMonth:
    """A month of what is to come."""

    title: str
    groups: tuple[ComingGroup, ...]


@dataclass(frozen=True, slots=True)
class NewsDay:
    """What was made public on one day."""

    day: datetime.date
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """`calendar.html`: what is to come by month, what is new, and where programs read both."""

    lede: str
    months: tuple[ComingMonth, ...]
    later: int
    news: tuple[NewsDay, ...]
    days: int
    calendar: str
    feed: str


@dataclass(frozen=True, slots=True)
class NewsContext:
    """`news.html`, a part of the home page: the newest publications."""

    news: tuple[News, ...]
    more: Link


def ahead(view: View) -> tuple[Ahead, ...]:
    """What is to come from the day the books are read, soonest first; use through `view.derived(ahead)`."""
    every = (one for kind in view.kinds for one in kind.ahead(view) if _day(one) >= view.books.as_of)
    return tuple(sorted(every, key=lambda one: (_day(one), _clock(one), one.id)))


def news(view: View) -> tuple[News, ...]:
    """What was made public or put right by the day the books are read, the newest first; use through `view.derived(news)`."""
    every = (one for kind in view.kinds for one in kind.news(view) if one.day <= view.books.as_of)
    return tuple(sorted(every, key=lambda one: (-one.day.toordinal(), one.id)))


def page(view: View) -> Draft:
    """The page of days."""
    coming, new = view.derived(ahead), view.derived(news)
    until = view.books.as_of + datetime.timedelta(days=_AHEAD)
    shown = tuple(one for one in coming if _day(one) <= until)
    months = tuple(_months(shown))
    context = AgendaContext(
        _lede(view, coming, new), months, len(coming) - len(shown), tuple(_by_day(new[:_NEWS])), _AHEAD, base() + CALENDAR, base() + FEED
    )
    toc = (*([Toc("接下来", "ahead")] if coming else []), *([Toc("最近公布", "news")] if new else []), Toc("订阅", "subscribe"))
    return Draft(HOME, _TITLE, context.lede, "calendar.html", context, (), view.books.as_of, toc, source=ALL)


def home(view: View) -> Iterator[Block]:
    """The newest publications, for the home page."""
    if new := view.derived(news):
        yield Block(16, "news.html", NewsContext(new[:_AT_HOME], Link("全部日程和最近公布", HOME)))


def _lede(view: View, coming: tuple[Ahead, ...], new: tuple[News, ...]) -> str:
    said = []
    if coming:
        said.append(say("接下来最近的一件：{when}，{title}。", when=_when(coming[0]), title=coming[0].title))
    if new:
        said.append(say("最近一次公布是{day}：{title}。", day=spoken(new[0].day), title=new[0].title))
    return joined("", said) or say("到{as_of}，台账里没有登记接下来的会议和要公布的事，也没有公布过什么。", as_of=spoken(view.books.as_of))


def _months(coming: tuple[Ahead, ...]) -> Iterator[ComingMonth]:
    for year, month in dict.fromkeys((_day(one).year, _day(one).month) for one in coming):
        groups: dict[tuple[str, str], list[ComingRow]] = {}
        for one in coming:
            if (_day(one).year, _day(one).month) == (year, month):
                row = ComingRow(_when(one), one.sort, one.title, one.words, one.place, one.address)
                groups.setdefault((row.when, row.sort), []).append(row)
        yield ComingMonth(
            say("{year}年{month}月", year=year, month=month), tuple(ComingGroup(when, sort, tuple(rows)) for (when, sort), rows in groups.items())
        )


def _by_day(new: tuple[News, ...]) -> Iterator[NewsDay]:
    for day in dict.fromkeys(one.day for one in new):
        yield NewsDay(day, tuple(one for one in new if one.day == day))


def _day(one: Ahead) -> datetime.date:
    return one.when.date() if isinstance(one.when, datetime.datetime) else one.when


def _clock(one: Ahead) -> str:
    return f"{one.when:%H:%M}" if isinstance(one.when, datetime.datetime) else ""


def _when(one: Ahead) -> str:
    day, clock = _day(one), _clock(one)
    told = say("{day}（星期{weekdays}）", day=spoken(day), weekdays=_WEEKDAYS[day.weekday()])
    return say("{day} {clock}", day=told, clock=clock) if clock else told
