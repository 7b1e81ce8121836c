"""The procedures a matter goes through, and the meetings that have taken it up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.kinds.meetings.records import Matter, MatterKind, Meeting, MeetingKind, named

Path = tuple[frozenset[MeetingKind], ...]

_PATHS: dict[MatterKind, Path] = {
    MatterKind.THREE_MEETINGS: (
        frozenset({MeetingKind.ZHENGXUN}),
        frozenset({MeetingKind.XIESHANG}),
        frozenset({MeetingKind.PINGYI}),
    ),
    MatterKind.FOUR_AND_TWO: (
        frozenset({MeetingKind.LIANGWEI}),
        frozenset({MeetingKind.DANGYUAN}),
        frozenset({MeetingKind.JUMIN, MeetingKind.DAIBIAO, MeetingKind.CUNMIN, MeetingKind.CUNMINDAIBIAO}),
    ),
}
"""The steps of each procedure in order; any of the kinds of meeting in a set takes that step."""


def path_of(kind: MatterKind) -> Path:
    """The steps of a procedure; empty where it has no fixed ones."""
    return _PATHS.get(kind, ())


def in_order(kinds: frozenset[MeetingKind]) -> tuple[MeetingKind, ...]:
    """These kinds as the pack lists them."""
    return tuple(k for k in MeetingKind if k in kinds)


def taken_up(books: Books) -> dict[str, list[tuple[str, Meeting]]]:
    """By matter: the meetings that name it, earliest first, each with its id."""
    found: dict[str, list[tuple[str, Meeting]]] = defaultdict(list)
    for filed in books.of(Meeting):
        if filed.record is not None:
            for cited in dict.fromkeys(filed.record.matters):
                found[books.resolve("matter", cited, filed) or cited].append((filed.id, filed.record))
    for meetings in found.values():
        meetings.sort(key=lambda m: (m[1].time, m[0]))
    return dict(found)


def held_of(books: Books) -> Iterator[tuple[str, Matter, list[Meeting]]]:
    """Every matter with its meetings, earliest first."""
    meetings = books.derived(taken_up)
    for filed in books.of(Matter):
        if filed.record is not None:
            yield filed.id, filed.record, [m for _, m in meetings.get(filed.id, ())]


def broken_slugs(books: Books) -> frozenset[str]:
    """The kinds of meeting of which a file could not be read: what it may hold is not missed."""
    names = (named(f.id) for f in books.filed if f.kind == "meetings" and f.record is None)
    return frozenset(said[1] for said in names if said)
