"""The pages of the tables: `data/` lists them all, `data/<name>/` says what each column of one is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.kind import Kind
from mingbai.pages import Crumb, Dataset, Draft, Toc
from mingbai.rendering.agenda import ALL
from mingbai.rendering.archives import ARCHIVE, DATABASE
from mingbai.rendering.catalogue import Table, address_of, catalogue, described
from mingbai.rendering.databases import lies_on_site
from mingbai.rendering.identities import VERSION
from mingbai.rendering.workbooks import on_site
from mingbai.values.licences import Licence
from mingbai.values.speech import of, say

UP = Crumb("数据下载", "data/")


@dataclass(frozen=True, slots=True)
class DataContext:
    """`data.html`: every table, by kind with its anchor; the version of their form; the files that hold all of them, the database where it is there.

    `licence` is what the community grants; None: it has granted none.
    """

    groups: tuple[tuple[str, str, tuple[Table, ...]], ...]
    version: str
    archive: str
    database: str
    licence: Licence | None

    @property
    def count(self) -> int:
        return sum(len(tables) for *_, tables in self.groups)


@dataclass(frozen=True, slots=True)
class TableContext:
    """`data_table.html`: one table with its columns, and on which terms it may be used."""

    table: Table
    licence: Licence | None


def downloads(
    kinds: Sequence[Kind], datasets: Mapping[str, Sequence[Dataset]], body: str, day: datetime.date, licence: Licence | None
) -> Iterator[Draft]:
    """The page of all tables and a page for each, in the order of the kinds.

    Args:
        datasets: the tables by the kind's name.
        body: who publishes.
        day: until when the tables go.
        licence: on which terms they may be used; None: the community has granted none.
    """
    groups = tuple(
        (of(k.title), f"k-{k.name}", tuple(Table(d.name, of(d.title), of(d.told), len(d.rows), d.columns, on_site(d)) for d in datasets[k.name]))
        for k in kinds
        if datasets.get(k.name)
    )
    every = [table for *_, tables in groups for table in tables]
    database = DATABASE if lies_on_site(sum(table.rows for table in every)) else ""
    said = say("网站上每一张表都可以下载，附每一列的说明。")
    told = catalogue(every, body, said, day, ARCHIVE, database, licence)
    toc = (Toc("一次下载全部", "all"), Toc("使用条件", "terms"), *(Toc(title, anchor) for title, anchor, _ in groups))
    yield Draft(
        "data/", UP.title, said, "data.html", DataContext(groups, VERSION, ARCHIVE, database, licence), (), day, toc, told=(told,), source=ALL
    )
    for table in every:
        yield _page(table, body, day, licence)


def _page(table: Table, body: str, day: datetime.date, licence: Licence | None) -> Draft:
    title = say("表格：{title}", title=table.title)
    said = say("{each}。共 {rows} 行，{columns} 列。", each=table.each, rows=table.rows, columns=len(table.columns))
    return Draft(
        address_of(table.name),
        title,
        said,
        "data_table.html",
        TableContext(table, licence),
        (UP,),
        day,
        told=(described(table, body, day, licence),),
        source=ALL,
        tables=(table.name,),
    )
