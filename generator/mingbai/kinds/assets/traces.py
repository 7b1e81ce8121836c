"""What the catalogue may ask of fixed assets: what was acquired, and what happened to it since."""

import datetime
from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.assets.depreciation import gone
from mingbai.kinds.assets.records import Asset, AssetFile, Event
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """An asset on the day it was acquired (分类, 变动: 购建), until it is gone; each change on its own (变动: 处置, 报废 …)."""
    for filed in books.of(AssetFile):
        for asset in filed.record.assets if filed.record else ():
            until = gone(asset, books.as_of) or datetime.date.max
            yield Trace(asset.acquired, asset.number, asset, asset.name, faceted(asset, 变动=["购建"]), until)
            for change in asset.changes:
                words = say("{name}：{event}", name=asset.name, event=change.event.zh)
                yield Trace(change.day, f"{asset.number}/{change.day}", asset, words, faceted(asset, 变动=[change.event.zh]))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Asset, 变动=["购建", *(e.zh for e in Event)])
