"""AST: the yearly inventory: as at the last day of the year, everything counted, its nine steps one after the other. Warnings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.assets.records import Inventory, InventoryFile, Step
from mingbai.kinds.assets.register import TRUE_BOOKS, Held, by_book
from mingbai.packs.law import doubt
from mingbai.values.days import months_later
from mingbai.values.text import Text

NONE = Code(
    "AST024",
    Severity.WARNING,
    Text("年末没有清查盘点", "no count at the year's end"),
    Text(
        "{day} 的清查：“{book}”有 {count} 项资产没有盘点，例如“{name}”{doubt}",
        "as at {day}, assets of “{book}” not counted: {count}, such as “{name}”{doubt}",
    ),
    Text("清点以后写“盘点”，在 inventory.yml 写明清查做到哪一步。", "Count them, and say in inventory.yml how far the inventory has come."),
    Text("每年以 12 月 31 日为准清查一次，账和物才对得上。", "Once a year, as at 31 December, book and things are held against each other."),
    TRUE_BOOKS,
)
OTHER_DAY = Code(
    "AST025",
    Severity.WARNING,
    Text("清查的基准日不是年末", "an inventory as at another day"),
    Text("{year} 年清查的基准日是 {day}，应为 {due}{doubt}", "the inventory of {year} is as at {day}, it should be {due}{doubt}"),
    Text("按年末那天的数清查；写错的，改“基准日”。", "Take it as at the year's end; where it is a slip, correct the day."),
    Text("每年同一天清查，各年的数才能比。", "Only inventories of one day compare from year to year."),
    TRUE_BOOKS,
)
STEPS = Code(
    "AST026",
    Severity.WARNING,
    Text("清查的步骤不对", "steps of an inventory out of order"),
    Text("{year} 年清查：“{step}”{why}", "inventory of {year}: “{step}” {why}"),
    Text(
        "九步依次做：清查、登记、核实、公示、确认、建台账、审核备案、汇总上报、纳入平台；核对日期。",
        "The nine steps follow one another, from the check to the platform; see to the days.",
    ),
    Text("先清点、核实、公示，大家没有意见了再确认、上报。", "Counted, verified and shown first, confirmed and reported after that."),
    TRUE_BOOKS,
)


@rule(NONE)
def everything_is_counted_at_the_years_end(books: Books) -> Iterator[Diagnostic]:
    """Some months into a year every asset of the last day of the year before was counted around that day, in each book that was kept then."""
    day = datetime.date(books.as_of.year - 1, 12, 31)
    wait, near = books.law.standard("inventory-months", day), books.law.standard("inventory-days", day)
    if wait is None or wait.count is None or near is None or near.count is None or books.as_of <= months_later(day, wait.count):
        return
    for book, every in books.derived(by_book).items():
        lacking = [h for h in every if book.begins <= day and _there(h, day) and not _counted(h, day, datetime.timedelta(near.count))]
        if lacking:
            first = lacking[0]
            values: dict[str, Any] = {"day": day, "book": book.name, "count": len(lacking), "name": first.asset.name, "doubt": doubt(near)}
            yield NONE.at(
                books.place(first.asset),
                record=first.filed.record.at_ if first.filed.record else -1,
                basis=books.law.grounds(NONE, near, wait),
                **values,
            )


def _there(h: Held, day: datetime.date) -> bool:
    return h.asset.acquired <= day and (h.gone is None or h.gone > day)


def _counted(h: Held, day: datetime.date, near: datetime.timedelta) -> bool:
    return any(abs(c.day - day) <= near for c in h.asset.counts)


@rule(OTHER_DAY, STEPS)
def inventories_are_taken_in_order(books: Books) -> Iterator[Diagnostic]:
    """An inventory is as at the last day of its year, and its steps are done in their order, none left out."""
    for file in books.records(InventoryFile):
        for one in file.inventories:
            due = books.law.standard("inventory-day", one.day)
            if due is not None and due.words and one.day.isoformat() not in {f"{one.year}-{day}" for day in due.words}:
                values: dict[str, Any] = {"year": one.year, "day": one.day, "due": f"{one.year}-{due.words[0]}", "doubt": doubt(due)}
                yield OTHER_DAY.at(books.place(one, "day"), record=file.at_, basis=books.law.grounds(OTHER_DAY, due), **values)
            yield from _steps(books, file, one)


def _steps(books: Books, file: InventoryFile, one: Inventory) -> Iterator[Diagnostic]:
    every = list(Step)
    done = sorted(one.steps, key=lambda d: every.index(d.step))
    last = every.index(done[-1].step) if done else -1
    for step in every[: max(last, 0)]:
        if all(d.step is not step for d in done):
            why = Text(f"没有做，后面的“{every[last].zh}”已经做了", f"was left out, while “{every[last].value}” is done")
            yield STEPS.at(books.place(one, "steps"), record=file.at_, year=one.year, step=step.text, why=why)
    for before, after in pairwise(done):
        if after.day < before.day:
            why = Text(f"{after.day}，早于“{before.step.zh}”{before.day}", f"on {after.day} lies before “{before.step.value}” on {before.day}")
            yield STEPS.at(books.place(after, "day"), record=file.at_, year=one.year, step=after.step.text, why=why)
