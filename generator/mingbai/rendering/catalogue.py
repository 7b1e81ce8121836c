"""The tables of the site as programs find them: a catalogue of data sets (schema.org), each with its files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mingbai.pages import BODY, Column, Here, Told
from mingbai.rendering.identities import VERSION
from mingbai.values.licences import Licence
from mingbai.values.speech import joined, of, say


@dataclass(frozen=True, slots=True)
class Table:
    """A dataset as its page describes it."""

    name: str
    title: str
    each: str
    rows: int
    columns: tuple[Column, ...]
    workbook: bool


_FORMS = (("csv", "text/csv"), ("json", "application/json"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))


TERMS = "data/#terms"
"""Where the site says on which terms its data may be used."""
_ARCHIVE, _DATABASE = "application/zip", "application/vnd.sqlite3"


def address_of(name: str) -> str:
    """The page of a table."""
    return f"data/{name}/"


def catalogue(tables: Sequence[Table], body: str, said: str, day: datetime.date, archive: str, database: str, licence: Licence | None = None) -> Told:
    """The catalogue of a body's tables, as of a day.

    Args:
        tables: each becomes a data set, which its own page describes; before them stands one of all.
        body: who publishes.
        said: what the page says of itself.
        day: until when the tables go.
        archive: the file that holds all of them.
        database: the same as a database, empty where there is none.
        licence: on which terms they may be used; None: none has been granted.
    """
    whole = [(_ARCHIVE, archive)] + ([(_DATABASE, database)] if database else [])
    return {
        "@type": "DataCatalog",
        "@id": Here("data/"),
        "name": body,
        "description": said,
        "url": Here("data/"),
        "dateModified": day.isoformat(),
        "creator": _creator(body),
        "license": _licence(licence),
        "dataset": [
            _dataset("all", Here("data/#all"), joined("：", (body, say("全部表格"))), said, day, whole, licence),
            *(_listed(t, body) for t in tables),
        ],
    }


def described(table: Table, body: str, day: datetime.date, licence: Licence | None = None) -> Told:
    """A table of a body as its own page tells of it, as of a day."""
    files = [(mime, f"data/{table.name}.{form}") for form, mime in _FORMS if form != "xlsx" or table.workbook]
    about = joined("：", (table.each, joined("、", (of(c.label) for c in table.columns))))
    told = _dataset(table.name, Here(address_of(table.name)), joined("：", (body, table.title)), about, day, files, licence)
    return {**told, "@id": _id(table), "creator": _creator(body), "includedInDataCatalog": {"@id": Here("data/")}}


def _listed(table: Table, body: str) -> Told:
    """A table as the catalogue names it; its page tells the rest."""
    name = joined("：", (body, table.title))
    at = Here(address_of(table.name))
    return {"@type": "Dataset", "@id": _id(table), "name": name, "description": table.each, "identifier": table.name, "url": at}


def _id(table: Table) -> Here:
    """The table's name for ever, older than its page."""
    return Here(f"data/#{table.name}")


def _creator(body: str) -> Told:
    return {"@type": "Organization", "@id": BODY, "name": body}


def _licence(it: Licence | None) -> object:
    """The address of its text; of one whose text stands nowhere else its name, and the page that says it. Nothing where none has been granted."""
    return (it.web or {"@type": "CreativeWork", "name": it.name, "url": Here(TERMS)}) if it else ""


def _dataset(name: str, url: Here, title: str, about: str, day: datetime.date, files: Iterable[tuple[str, str]], licence: Licence | None) -> Told:
    return {
        "@type": "Dataset",
        "@id": url,
        "name": title,
        "description": about,
        "identifier": name,
        "version": VERSION,
        "url": url,
        "dateModified": day.isoformat(),
        "creator": {"@id": BODY},
        "isAccessibleForFree": True,
        "license": _licence(licence),
        "distribution": [{"@type": "DataDownload", "encodingFormat": mime, "contentUrl": Here(path)} for mime, path in files],
    }
