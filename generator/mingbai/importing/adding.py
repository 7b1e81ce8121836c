"""Lines into a month that stands there: each new one by its day, comments and everything else kept, in the canonical form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mingbai import reading, writing
from mingbai.diagnostics import Code, Diagnostic, Place, Span
from mingbai.importing import codes
from mingbai.importing.finance import MonthNodes
from mingbai.importing.mapping import Side
from mingbai.importing.matching import Match, Matched, difference, match
from mingbai.kinds.finance.records import Closing, MonthFile, Statement
from mingbai.reading import Locator
from mingbai.schema import parse
from mingbai.schema.record import AT, FILE_SHIFT, fields
from mingbai.values.money import grouped
from mingbai.values.text import Lang, Text

_OFFSET = (1 << FILE_SHIFT) - 1


class There(NamedTuple):
    """A row that stands in the ledger already: its number in the file, and the voucher there."""

    row: int
    voucher: str


class Standing(NamedTuple):
    """A month that stands there: its bytes, its path as findings shall name it, whether it is closed."""

    data: bytes
    path: str
    closed: bool


@dataclass(frozen=True)
class Added:
    """The text of the month with what is new.

    Attributes:
        text: what is to stand there, `changed` or not; with problems, what they point into.
        lines: how many were added, and what came in and went out by them, in fen.
        there: the rows that stood there already.
        problems: why nothing may be added.
    """

    text: str
    changed: bool = False
    lines: int = 0
    income: int = 0
    expense: int = 0
    there: tuple[There, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


class MeaningError(Exception):
    """The month would read as something else, or lose a comment: a fault of ours, and nothing is written."""


def add(month: MonthNodes, standing: Standing, source: str, lang: Lang = "zh", scripts: frozenset[str] = frozenset()) -> Added:
    """The lines of a month of a table (`source`: its name) put into the month that stands there.

    Raises:
        MeaningError: what would be written reads as something else.
    """
    document, refused = reading.read(standing.data, standing.path, 0, scripts=scripts)
    if document.nodes is None:
        return Added(document.text, problems=refused)
    here, broken = parse(MonthFile, document.nodes, standing.path)
    told, unfit = parse(MonthFile, month.nodes, standing.path)
    if here is None or told is None:
        return Added(document.text if here is None else writing.dump(month.nodes), problems=broken or _placed(unfit, month))
    found = match(here, told, month.origins)
    there = tuple(There(month.origins[m.row].row, here.lines[m.line].voucher) for m in found.there)
    statements = _statements(here, told)
    problems = tuple(_refused(month, here, told, found, standing, source))
    if problems or not (found.new or statements):
        return Added(document.text, there=there, problems=problems)
    nodes, old = _grown(document.nodes, month, here, told, found.new)
    nodes = _stated(nodes, statements)
    text = _written(document.text, nodes, old, standing.path, lang, scripts)
    new = [month.origins[n] for n in found.new]
    income, expense = (sum(line.amount for line in new if line.side is side) for side in Side)
    return Added(text, True, len(new), income, expense, there)


# --- why not --------------------------------------------------------------------------------------------------------


def _refused(month: MonthNodes, here: MonthFile, told: MonthFile, found: Matched, standing: Standing, source: str) -> Iterator[Diagnostic]:
    for one in found.taken:
        yield _both(codes.LINE_TAKEN, one, month, here, told, standing, source)
    for one in found.alike:
        yield _both(codes.LINE_ALIKE, one, month, here, told, standing, source)
    new = sorted(month.origins[n].row for n in found.new)
    statements = _statements(here, told)
    if standing.closed and (new or statements):
        yield codes.CLOSED.at(_row(source, new[0] if new else month.origins[0].row), period=str(month.period), rows=new, count=len(new))
        return
    if here.nothing is not None and new:
        yield codes.NOTHING_SIGNED.at(
            _row(source, new[0]), related=(Place(standing.path, here.nothing.at_ & _OFFSET),), period=str(month.period), count=len(new)
        )
    if told.start is not None and (told.start, told.end) != (here.start, here.end):
        why = Text(
            f"期间是 {here.start or here.period}—{here.end or here.period}，要导入的是 {told.start}—{told.end}",
            f"it is of {here.start or here.period}–{here.end or here.period}, the table of {told.start}–{told.end}",
        )
        yield codes.EXISTS.at(Place(standing.path, here.at_ & _OFFSET, fields(MonthFile)["period"].keys), path=standing.path, why=why)
    for balance in statements:
        other = _stands(here, balance)
        if other is not None:
            yield codes.STATED.at(
                Place(standing.path, other.at_ & _OFFSET, fields(Statement)["balance"].keys),
                account=balance.account, stands=grouped(other.balance), told=grouped(balance.balance),
            )  # fmt: skip


def _both(code: Code, one: Match, month: MonthNodes, here: MonthFile, told: MonthFile, standing: Standing, source: str) -> Diagnostic:
    origin, line = month.origins[one.row], here.lines[one.line]
    values: dict[str, Any] = {"row": origin.row, "voucher": line.voucher, "path": standing.path, "apart": difference(here, told, one, origin)}
    return code.at(_row(source, origin.row), related=(Place(standing.path, line.at_ & _OFFSET),), **values)


def _row(source: str, row: int) -> Place:
    return Place(source, span=Span(row, 1, row, 2))


def _placed(unfit: Sequence[Diagnostic], month: MonthNodes) -> tuple[Diagnostic, ...]:
    """What the schema refuses in the lines of the table, in the text they would be written as alone."""
    path = unfit[0].place.path
    document, _ = reading.read(writing.dump(month.nodes).encode(), path, 0)
    return parse(MonthFile, document.nodes or {}, path)[1]


# --- what is to be written ------------------------------------------------------------------------------------------


def _grown(nodes: dict[str, Any], month: MonthNodes, here: MonthFile, told: MonthFile, new: Sequence[int]) -> tuple[dict[str, Any], list[int | None]]:
    """The nodes with the new lines, each after the last that is not later; and where each line stood before (None: nowhere)."""
    defaults = month.nodes.get("默认", {})
    apart = {
        key: value
        for name, info in fields(type(told.defaults)).items()
        if (key := info.label.zh) in defaults and (value := defaults[key]) != getattr(here.defaults, name)
    }
    counted = _numbers(month, here)
    key = _key(nodes, "lines")
    lines = list(nodes.get(key) or ())
    old: list[int | None] = list(range(len(lines)))
    days = [line.date for line in here.lines]
    for n, day in enumerate(days[1:], 1):  # a day after which a later one stood is no place to look for
        days[n] = max(day, days[n - 1])
    for n in new:
        origin = month.origins[n]
        node = {**month.nodes["收支"][n], **{k: v for k, v in apart.items() if k not in month.nodes["收支"][n]}}
        if "凭证" not in origin.nodes:
            node["凭证"] = f"{month.period.month:02d}-{next(counted):03d}"
        at = bisect_right(days, origin.date)
        days.insert(at, origin.date)
        lines.insert(at, node)
        old.insert(at, None)
    return {**nodes, key: lines}, old


def _numbers(month: MonthNodes, here: MonthFile) -> Iterator[int]:
    """The numbers after the last that a voucher of the month bears."""
    ours = re.compile(rf"{month.period.month:02d}-(\d{{1,6}})", re.ASCII)
    last = max((int(found[1]) for line in here.lines if (found := ours.fullmatch(line.voucher))), default=0)
    while True:
        last += 1
        yield last


def _statements(here: MonthFile, told: MonthFile) -> list[Statement]:
    """The printed balances that do not stand there."""
    given = told.closing.statements if told.closing else ()
    return [one for one in given if (other := _stands(here, one)) is None or other.balance != one.balance]


def _stands(here: MonthFile, one: Statement) -> Statement | None:
    last = here.end or here.period.last
    return next((s for s in (here.closing.statements if here.closing else ()) if s.account == one.account and s.day in (None, last)), None)


def _stated(nodes: dict[str, Any], statements: Sequence[Statement]) -> dict[str, Any]:
    if not statements:
        return nodes
    key = _key(nodes, "closing")
    closing = nodes.get(key) or {}
    inside = next((k for k in fields(Closing)["statements"].keys if k in closing), fields(Closing)["statements"].label.zh)
    standing = closing.get(inside) or []
    listed = standing if isinstance(standing, list) else [standing]
    more = [{"账户": one.account, "余额": grouped(one.balance).replace(",", "")} for one in statements]
    return {**nodes, key: {**closing, inside: [*listed, *more]}}


def _key(nodes: Mapping[str, Any], name: str) -> str:
    info = fields(MonthFile)[name]
    return next((k for k in info.keys if k in nodes), info.label.zh)


def _written(typed: str, nodes: dict[str, Any], old: Sequence[int | None], path: str, lang: Lang, scripts: frozenset[str]) -> str:
    """The canonical form of a text with more lines; read again, it must say just that."""
    text = typed if typed.endswith("\n") else typed + "\n"
    record, problems = parse(MonthFile, nodes, path)
    if record is None:
        raise MeaningError(problems)
    comments = reading.trivia(text)
    after = writing.canonical(nodes, record, comments, _Places(reading.Locator(text), nodes, old), lang)
    document, _ = reading.read(after.encode(), path, 0, scripts=scripts)
    again = parse(MonthFile, document.nodes, path)[0] if document.nodes is not None else None
    if again is None or again.model_dump() != record.model_dump() or reading.trivia(after).count != comments.count:
        raise MeaningError(path)
    return after


class _Places:
    """Where the keys and items of the text stand, though the nodes have more than the text: what is new stands nowhere."""

    def __init__(self, locator: Locator, nodes: Mapping[str, Any], old: Sequence[int | None]) -> None:
        self.locator, self.root, self.lines, self.old = locator, nodes[AT] & _OFFSET, _key(nodes, "lines"), old

    def key(self, at: int, name: str) -> tuple[int, int]:
        return self.locator.key(at, name) if at >= 0 and self.locator.has(at, name) else (-1, -1)

    def item(self, at: int, name: str, index: int) -> int | None:
        if (at, name) == (self.root, self.lines):
            was = self.old[index]
            return None if was is None else self.locator.item(at, name, was)
        return self.locator.item(at, name, index)
