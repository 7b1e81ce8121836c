"""datapackage.json: all tables described for machines (Data Package, frictionlessdata.io), with size and hash of every file."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

from mingbai.pages import Column, Dataset
from mingbai.rendering.catalogue import TERMS
from mingbai.rendering.identities import ID, VERSION
from mingbai.values.licences import Licence

_TYPES: Final = {"text": "string", "money": "number", "date": "date", "integer": "integer", "decimal": "number"}


def package_bytes(tables: Iterable[tuple[Dataset, bytes]], name: str, web: str, day: datetime.date, licence: Licence | None = None) -> bytes:
    """The package of the tables, each given with the bytes of its CSV file, which lies beside it.

    `web` is the address of the site, empty where there is none; `licence` what the body grants, None where it has granted none.
    """
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "mingbai",
        "version": VERSION,
        "title": name,
        "description": f"{name}公开的全部表格，截至 {day}。All tables published by this body, up to {day}.",
        "created": f"{day}T00:00:00+08:00",
    }
    if web:
        package["homepage"] = web
    if licence:
        package["description"] += f" 数据许可：{licence.name}。Licence: {licence.name}."
        if known := _licences(licence, web):
            package["licenses"] = known
    package["resources"] = [_resource(table, data) for table, data in tables]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _licences(licence: Licence, web: str) -> list[dict[str, str]]:
    """The licence as the format knows it, by its id or its address: of one that has neither, where the site says it; empty without a site."""
    path = licence.web or (f"{web.rstrip('/')}/{TERMS}" if web else "")
    named = {"name": licence.id, "path": path, "title": licence.name}
    return [{key: value for key, value in named.items() if value}] if licence.id or path else []


def _resource(dataset: Dataset, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": dataset.name,
        "path": f"{dataset.name}.csv",
        "title": dataset.title.zh,
        "description": f"{dataset.told.zh} / {dataset.told.en}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {"fields": [_field(c) for c in dataset.columns], "missingValues": [""], "primaryKey": primary(dataset)},
    }


def primary(dataset: Dataset) -> list[str]:
    """The column that names a row, where the table has ids."""
    return [ID.name] if ID in dataset.columns else []


def _field(column: Column) -> dict[str, Any]:
    return {"name": column.name, "type": _TYPES[column.type], "title": column.label.zh, "description": column.label.en}
