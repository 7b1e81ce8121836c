"""Every service guide with the id it is known by, whether it has a file of its own or stands in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mingbai.books import Books, Filed
from mingbai.kinds.community.records import Community
from mingbai.kinds.services.records import ListedService, Service, ServiceList, TimeUnit
from mingbai.values.text import Text


@dataclass(frozen=True, slots=True)
class Guide:
    """A service, its id, and the file it stands in."""

    id: str
    service: Service
    path: str

    @property
    def address(self) -> str:
        return f"services/{self.id}/"


def of_file(filed: Filed[Any]) -> Iterator[Guide]:
    """The guides of one file, in its order."""
    record = filed.record
    if isinstance(record, ServiceList):
        yield from (Guide(item.id, item, filed.path) for item in record.items)
    elif isinstance(record, Service) and not isinstance(record, ListedService):
        yield Guide(filed.id, record, filed.path)


def guides(books: Books) -> tuple[Guide, ...]:
    """Every guide of the community, by id."""
    return books.derived(_guides)


def _guides(books: Books) -> tuple[Guide, ...]:
    files: tuple[Filed[Any], ...] = (*books.of(Service), *books.of(ServiceList))
    return tuple(sorted((g for f in files for g in of_file(f)), key=lambda g: g.id))


def time(count: int | None, unit: TimeUnit | None) -> Text:
    """12 个工作日, 3 天, 当场办好; empty where nothing is said."""
    if unit is TimeUnit.AT_ONCE or (count == 0 and unit is not None):
        return Text("当场办好", "on the spot")
    if count is None or unit is None:
        return Text("", "")
    return Text(f"{count} {_MEASURE[unit]}", f"{count} {unit.value.removesuffix('s') if count == 1 else unit.value}")


_MEASURE = {TimeUnit.WORKING_DAYS: "个工作日", TimeUnit.DAYS: "天", TimeUnit.HOURS: "小时"}


def longer(count: int, unit: TimeUnit, limit: int, limit_unit: TimeUnit) -> bool:
    """Whether a time goes beyond a limit for certain; in other units: a working day takes at least a day, and nobody knows how long so many working days are."""
    if unit is limit_unit:
        return count > limit
    return limit_unit is not TimeUnit.WORKING_DAYS and count * _HOURS[unit] > limit * _HOURS[limit_unit]


_HOURS = {TimeUnit.WORKING_DAYS: 24, TimeUnit.DAYS: 24, TimeUnit.HOURS: 1, TimeUnit.AT_ONCE: 0}


_HOST = re.compile(r"https://([^/?#:]+)")


def host(address: str) -> str:
    """The host of an https address, in lower case."""
    found = _HOST.match(address)
    return found[1].lower() if found else ""


def host_listed(books: Books, address: str) -> bool:
    """Whether the community lets its site link to this address (外链 in community.yml)."""
    community = books.the(Community)
    return community is not None and host(address) in {h.lower() for h in community.links}
