"""Entries for the register of publications, proposed from what the ledgers hold: what is due and can be shown, with nothing filled in that only a person knows.

The day is given; who signed, and when, is left to those who sign: a comment above each entry names the signatures to come.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mingbai import pipeline, writing
from mingbai.books import Books
from mingbai.keeping.tidy import tidy
from mingbai.kinds import discover
from mingbai.kinds.community.records import Community, Spelling
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, forms, standings
from mingbai.kinds.disclosures.evidence import within
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.packs import From, Item, Rhythm
from mingbai.pipeline import Checked
from mingbai.values.text import Lang, Text

_BOARD, _SITE = "公开栏", "网站"
_HEAD = "# 每公布一次记一段：事项、期间、公布日、渠道、签署。\n"
_LIST = re.compile(r"^(?:公开|entries):\n", re.MULTILINE)
_EMPTY = re.compile(r"^(公开|entries): *\[\]$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One entry: the obligations it answers, its nodes by Chinese keys, and what stands in comments above it."""

    item: Item
    answers: tuple[Obligation, ...]
    nodes: dict[str, Any]
    remarks: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Publications:
    """What can be entered as published on one day.

    Attributes:
        path: the register of that year, below ledgers/.
        entries: what is proposed, in the order of the catalogue.
        bare: obligations without anything in the ledgers to show for them: nothing is proposed, a person has to say what is the case.
        offered: the entries alone, canonical; empty where there are none.
        text: the whole register with them at its end, its comments kept.
        read: the bytes it was made of; None where there is no such file yet.
        unreadable: the register stands there and cannot be read; then nothing is offered.
    """

    path: str
    entries: tuple[Proposed, ...]
    bare: tuple[Obligation, ...]
    offered: str
    text: str
    read: bytes | None
    unreadable: bool = False


def publications(
    root: Path, checked: Checked, day: datetime.date, until: datetime.date, items: Iterable[str] = (), channels: Sequence[str] = ()
) -> Publications:
    """The entries for what is published on a day.

    Args:
        root: the community's folder.
        checked: the community as it stands.
        day: when it is published, as a person says.
        until: obligations that are due later are left for another time.
        items: only these items of the catalogue; none: all.
        channels: where it is published; none: where the item was published last.
    """
    path = f"disclosures/{day.year}.yml"
    file = root / pipeline.LEDGERS / path
    data = file.read_bytes() if file.is_file() else None
    found, bare = _found(checked.books, day, until, frozenset(items), tuple(channels))
    if not found:
        return Publications(path, (), bare, "", "", data)
    lang, scripts = _spelling(checked.books)
    offered = _canonical(found, None, path, lang, scripts)
    whole = _canonical(found, data, path, lang, scripts)
    if offered is None or whole is None:
        return Publications(path, found, bare, "", "", data, unreadable=True)
    return Publications(path, found, bare, _LIST.split(offered, 1)[1], whole, data)


def _found(
    books: Books, day: datetime.date, until: datetime.date, items: frozenset[str], channels: tuple[str, ...]
) -> tuple[tuple[Proposed, ...], tuple[Obligation, ...]]:
    entries, bare = [], []
    for standing in books.derived(standings):
        if items and standing.item.id not in items:
            continue
        open_ = [
            o
            for o in standing.obligations
            if o.published is None and _ripe(o, day) and (o.state in (State.MISSING, State.UNRECORDED) or o.due.day <= until)
        ]
        shown = [o for o in open_ if _proven(standing, o, day)]
        bare += [o for o in open_ if o not in shown]
        where = channels or _channels(books, standing)
        entries += [_entry(books, standing.item, group, day, where) for group in _groups(shown)]
    return tuple(entries), tuple(bare)


def _ripe(one: Obligation, day: datetime.date) -> bool:
    """Whether a publication on that day could be about it: what happened has happened, the period is over, a plan's has begun."""
    if one.event is not None:
        return one.event.day <= day
    if one.period is None:
        return True
    return one.period.first <= day if one.duty.counted is From.BEGINNING else one.period.last < day


def _proven(standing: Standing, one: Obligation, day: datetime.date) -> bool:
    """Whether the ledgers hold something of it."""
    if one.event is not None:
        return True
    if one.period is None:
        return any(t.day <= day for t in standing.traces)
    return any(t.day <= day for t in within(standing.item, standing.traces, one.period))


def _groups(shown: list[Obligation]) -> Iterator[tuple[Obligation, ...]]:
    """Events of an item are published together, each period by itself."""
    events = tuple(o for o in shown if o.event is not None)
    yield from ((o,) for o in shown if o.event is None)
    if events:
        yield events


def _channels(books: Books, standing: Standing) -> tuple[str, ...]:
    """Where the item was published last, else anything; before the first publication: the board, and the site where the community names it."""
    every = [e for f in books.of(DisclosureFile) if f.record for e in f.record.entries]
    last = max(standing.entries or every, key=lambda e: e.day, default=None)
    if last is not None and last.channels:
        return last.channels
    community = books.the(Community)
    return (*((_SITE,) if community is not None and community.web else ()), _BOARD)


def _entry(books: Books, item: Item, answers: tuple[Obligation, ...], day: datetime.date, channels: tuple[str, ...]) -> Proposed:
    nodes: dict[str, Any] = {"事项": item.id}
    period = answers[0].period
    if period is not None and answers[0].duty.rhythm is not Rhythm.STANDING:
        nodes["期间"] = str(period)
    objects = list(dict.fromkeys(o.event.id for o in answers if o.event is not None))
    if objects:
        nodes["对象"] = objects[0] if len(objects) == 1 else objects
    nodes |= {"公布日": day.isoformat(), "渠道": list(channels)}
    return Proposed(item, answers, nodes, tuple(_remarks(books, item, answers, day)))


def _remarks(books: Books, item: Item, answers: tuple[Obligation, ...], day: datetime.date) -> Iterator[Text]:
    signers = signatures(books, item, [o.event.id for o in answers if o.event is not None])
    if signers:
        yield Text(f"要签：{'；'.join(signers)}。签了再写“签署”", f"to be signed: {'; '.join(signers)}; write “signatures” when they are")
    due = min(o.due.day for o in answers)
    if due < day:
        yield Text(f"晚了：最晚 {due}。写上“原因”", f"late: it was due on {due}; write the “reason”")


def signatures(books: Books, item: Item, ids: Iterable[str] = ()) -> tuple[str, ...]:
    """The signatures a publication about these events asks for, each with those offices of the community that may give it: 负责（主任）."""
    community = books.the(Community)
    held = {r for p in (*community.people, *community.supervisors) for r in p.roles} if community else set()
    signers = [s for form in forms(books, item, ids) if form in books.law.signoffs for s in books.law.signoffs[form].signers]
    return tuple(dict.fromkeys(f"{s.task}（{'、'.join([o for o in s.offices if o in held] or s.offices)}）" for s in signers))


# --- how it is written ------------------------------------------------------------------------------------------------


def _spelling(books: Books) -> tuple[Lang, frozenset[str]]:
    community = books.the(Community)
    lang: Lang = "en" if community is not None and community.spelling is Spelling.ENGLISH else "zh"
    return lang, frozenset(community.scripts if community else ())


def _canonical(entries: tuple[Proposed, ...], data: bytes | None, path: str, lang: Lang, scripts: frozenset[str]) -> str | None:
    """The register with the entries at its end, each below its remarks; of no register: a new one. None where it cannot be read."""
    kinds = discover()
    start = f"{_HEAD}公开:\n"
    if data is not None:
        stands = tidy(data, path, kinds, lang, scripts).after
        if stands is None:
            return None
        start = _EMPTY.sub(r"\1:", stands)
    return tidy((start + "".join(_block(one, lang) for one in entries)).encode(), path, kinds, lang, scripts).after


def _block(one: Proposed, lang: Lang) -> str:
    """The lines of an entry in a list; `fmt` gives the keys their language."""
    remarks = "".join(f"  # {r.zh if lang == 'zh' else r.en}\n" for r in one.remarks)
    return remarks + writing.dump({"公开": [one.nodes]}).partition("\n")[2]
