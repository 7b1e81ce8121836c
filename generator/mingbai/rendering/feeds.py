"""What is to come as iCalendar (RFC 5545), what is new as Atom (RFC 4287): the same input gives the same bytes."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from mingbai.pages import Ahead, News
from mingbai.values.speech import SOURCE, base, say, word

ZONE = datetime.timezone(datetime.timedelta(hours=8))
"""China keeps one clock, without summer time."""
_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 100
"""The feed holds the newest; a reader that comes once a month misses nothing."""


def calendar_bytes(coming: Sequence[Ahead], name: str, web: str, as_of: datetime.date) -> bytes:
    """An iCalendar file of what is to come.

    Duties and other days without an hour are events of a whole day; meetings stand at their time, in UTC, which every program shows
    by its own clock. How long a meeting lasts nobody has written down: events have no end. DTSTAMP is the day the books are read,
    so that the file changes only when they do.

    Args:
        coming: in order.
        name: who publishes.
        web: the site's address ending in `/`; empty where it has none: events then have no URL.
        as_of: the day the books are read.

    It says everything in the language spoken and leads to the pages in it; an event is the same in every language.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//Mingbai//ledgers//{(base().rstrip('/') or SOURCE).upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say("{name}：会议和公开", name=name))
    for one in coming:
        event = Event()
        event.add("uid", _identity(one.id, name, web).urn)
        event.add("dtstamp", datetime.datetime.combine(as_of, datetime.time(), datetime.UTC))
        timed = isinstance(one.when, datetime.datetime)
        event.add("dtstart", one.when.replace(tzinfo=ZONE).astimezone(datetime.UTC) if isinstance(one.when, datetime.datetime) else one.when)
        event.add("summary", word(one.title))
        event.add("description", word(one.words))
        event.add("categories", [word(one.sort)])
        event.add("transp", "OPAQUE" if timed else "TRANSPARENT")
        if one.place:
            event.add("location", one.place)
        if web:
            event.add("url", web + base() + one.address)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def atom_bytes(new: Sequence[News], name: str, web: str, as_of: datetime.date, feed: str) -> bytes:
    """An Atom feed of what was published or put right, the newest first, at most a hundred entries.

    Args:
        new: the newest first.
        name: who publishes.
        web: the site's address ending in `/`; empty where it has none: links are then relative to the feed, which lies beside the home page of its language.
        as_of: the day the books are read: what the feed is dated by where it holds nothing.
        feed: the feed's own name.

    A feed in another language is another feed: its entries have ids of their own.
    """
    part = base()
    there = web and web + part
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": part.rstrip("/") or "zh-CN"})
    _say(root, "id", _identity(f"{part}feed", name, web).urn)
    _say(root, "title", say("{name}：公布和更正", name=name))
    _say(root, "updated", _moment(new[0].day if new else as_of))
    Xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": there + feed})
    Xml.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": there or "./"})
    _say(Xml.SubElement(root, "author"), "name", name)
    for one in new[:_ENTRIES]:
        entry = Xml.SubElement(root, "entry")
        _say(entry, "id", _identity(part + one.id, name, web).urn)
        _say(entry, "title", say("{sort}：{title}", sort=one.sort, title=one.title))
        _say(entry, "updated", _moment(one.day))
        Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": there + one.address})
        Xml.SubElement(entry, "category", {"term": one.sort, "label": word(one.sort)})
        _say(entry, "summary", _begun(word(one.words)) if part else one.words)
    Xml.indent(root, space="")
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _identity(id: str, name: str, web: str) -> uuid.UUID:
    """The same for one thing of one community at all times; another community's differs."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{web or name}#{id}")


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"


def _begun(words: str) -> str:
    """A sentence begins with a capital, where its script has any."""
    return words[:1].upper() + words[1:]


def _say(parent: Xml.Element, tag: str, words: str) -> None:
    Xml.SubElement(parent, tag).text = words
