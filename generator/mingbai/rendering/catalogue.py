"""The tables of the site as programs find them: a catalogue of data sets (schema.org), each with its files."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.pages import BODY, Column, Here, Told
from mingbai.rendering.identities import VERSION
from mingbai.values.speech import joined, of


@dataclass(frozen=True, slots=True)
class Table:
    """A dataset as the data page lists it."""

    name: str
    title: str
    rows: int
    columns: tuple[Column, ...]
    workbook: bool


_FORMS = (("csv", "text/csv"), ("json", "application/json"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))


def catalogue(tables: Iterable[Table], body: str, said: str, day: datetime.date) -> Told:
    """The catalogue of a body's tables, as of a day; `said` is what the page says of itself."""
    return {
        "@type": "DataCatalog",
        "@id": Here("data/"),
        "name": body,
        "description": said,
        "url": Here("data/"),
        "dateModified": day.isoformat(),
        "creator": {"@type": "Organization", "@id": BODY, "name": body},
        "dataset": [_dataset(t, body, day) for t in tables],
    }


def _dataset(table: Table, body: str, day: datetime.date) -> Told:
    forms = [form for form in _FORMS if form[0] != "xlsx" or table.workbook]
    return {
        "@type": "Dataset",
        "@id": Here(f"data/#{table.name}"),
        "name": f"{body} {table.name}",
        "description": joined("：", (table.title, joined("、", (of(c.label) for c in table.columns)))),
        "identifier": table.name,
        "version": VERSION,
        "url": Here(f"data/#{table.name}"),
        "dateModified": day.isoformat(),
        "creator": {"@id": BODY},
        "isAccessibleForFree": True,
        "distribution": [{"@type": "DataDownload", "encodingFormat": mime, "contentUrl": Here(f"data/{table.name}.{form}")} for form, mime in forms],
    }
