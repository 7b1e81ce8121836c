"""The lines of a year's end in double entry, worked out from the books: what of depreciation is not booked yet, results carried over, the rest distributed.

Nothing is written here, and nothing decided: the lines are a proposal for the December file, which the secretary looks over and commits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mingbai import pipeline, reading, writing
from mingbai.diagnostics import Severity
from mingbai.keeping.tidy import written
from mingbai.kinds import discover
from mingbai.kinds.assets.depreciation import gone, residual, worth
from mingbai.kinds.assets.records import AssetFile
from mingbai.kinds.community.records import Community, Spelling
from mingbai.kinds.finance.posting import locks
from mingbai.kinds.finance.posting.chart import BookChart
from mingbai.kinds.finance.posting.double import DoubleLedger, DoubleMonth, double_ledgers, held_by, result_accounts
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.records import MonthFile
from mingbai.packs import Side
from mingbai.pipeline import Checked
from mingbai.schema import parse
from mingbai.values.counted import counted
from mingbai.values.days import Month
from mingbai.values.money import grouped, plain
from mingbai.values.text import Lang, Text

DECEMBER = 12
_COUNTED = re.compile(r"(.*?)([0-9]+)")


class Entered(NamedTuple):
    """A journal line that is proposed: what it is for, and its sides as (number of the account, fen), debit positive."""

    summary: str
    sides: tuple[tuple[str, int], ...]

    @property
    def amount(self) -> int:
        """The sum of its debits, in fen."""
        return sum(fen for _, fen in self.sides if fen > 0)


class YearEnd(NamedTuple):
    """What a book's December lacks.

    Attributes:
        path: the December file, below ledgers/.
        lines: what is proposed, in order; none where nothing is left to be done.
        offered: the lines in canonical form, to be looked at or pasted; empty where there are none.
        text: the whole December file with them.
        read: the bytes it was made of, to be compared before it is written.
        problems: why nothing can be proposed; then the rest is empty.
        notes: what the secretary has to do by hand, or look at.
    """

    path: str
    lines: tuple[Entered, ...]
    offered: str
    text: str
    read: bytes
    problems: tuple[Text, ...]
    notes: tuple[Text, ...]


def year_end(root: Path, book: str, checked: Checked, year: int) -> YearEnd:
    """The lines that end a year of a book in double entry.

    Args:
        root: the community's folder.
        book: the id of the book.
        checked: the community as it stands.
        year: the year to be ended.
    """
    path = f"finance/{book}/{year}-{DECEMBER}.yml"
    double = checked.books.derived(double_ledgers).get(book)
    problems = tuple(_problems(checked, book, double, path, year))
    at = next((m for m in double.months if m.month.month == Month(year, DECEMBER)), None) if double else None
    if problems or double is None or at is None:
        return YearEnd(path, (), "", "", b"", problems, ())
    notes: list[Text] = []
    lines = tuple(_lines(checked, double, at, notes))
    if not lines:
        return YearEnd(path, (), "", "", b"", (), tuple(notes))
    data = (root / pipeline.LEDGERS / path).read_bytes()
    offered, text = _texts(checked, path, data, at, [_node(line, n, at) for n, line in zip(_numbers(at), lines, strict=False)])
    after = pipeline.check(root, checked.books.as_of, instead={path: text.encode()})
    wrong = [f for f in after.findings if f.severity is Severity.ERROR]
    if wrong:
        said = tuple(Text(f"{f.code.id} {f.message('zh')}", f"{f.code.id} {f.message('en')}") for f in wrong)
        return YearEnd(path, (), "", "", b"", said, tuple(notes))
    return YearEnd(path, lines, offered, text, data, (), tuple(notes))


def _problems(checked: Checked, book: str, double: DoubleLedger | None, path: str, year: int) -> Iterator[Text]:
    if double is None:
        yield Text("这本账不是复式记账，没有要结转的科目", "this book is not kept in double entry: there is nothing to carry over")
        return
    errors = checked.errors
    if errors:
        yield Text(
            f"台账有 {errors} 处错误，先改好（mingbai check）",
            f"the ledgers have {counted(errors, 'error', 'errors')} to be mended first (mingbai check)",
        )
    december = next((m for m in checked.books.derived(ledgers)[book].months if m.month == Month(year, DECEMBER)), None)
    if december is None:
        yield Text(
            f"没有 {pipeline.LEDGERS}/{path}：先建这个月的账（mingbai new finance）",
            f"there is no {pipeline.LEDGERS}/{path}; start it (mingbai new finance)",
        )
    elif december.filed.id in checked.books.derived(locks.locks):
        yield Text(f"{december.month} 已经结账，不能再往里记", f"{december.month} is closed; nothing more goes in")
    elif december.last > checked.books.as_of:
        yield Text(f"{december.month} 还没有过完（到 {december.last}）", f"{december.month} is not over (it ends on {december.last})")


def not_carried(checked: Checked, book: str, month: MonthLedger) -> Iterator[Text]:
    """In double entry, of a December: the accounts of income and expense that still hold something, and the command that proposes the lines."""
    double = checked.books.derived(double_ledgers).get(book)
    at = next((m for m in double.months if m.month is month), None) if double else None
    if at is None or month.month.month != DECEMBER:
        return
    held = [f"{at.chart.accounts[n].words} {grouped(abs(at.closing[n]))}" for n in sorted(result_accounts(at.chart)) if at.closing.get(n)]
    if held:
        into = at.chart.said(at.chart.chart.earnings)
        offer = f"mingbai close {month.month.year} --book {book} --carry"
        yield Text(
            f"收入、支出没有结转到“{into}”：{'、'.join(held)}。先看代拟的结转：{offer}",
            f"not carried over to “{into}”: {', '.join(held)}. See the lines that are proposed: {offer}",
        )


# --- what is proposed -------------------------------------------------------------------------------------------------


def _lines(checked: Checked, double: DoubleLedger, at: DoubleMonth, notes: list[Text]) -> Iterator[Entered]:
    """Each line sees what the ones before it have done."""
    held = dict(at.closing)
    for line in (_depreciation(checked, double, at, notes), *_results(at, held), _distributed(at, held, notes), _gathered(at, held, notes)):
        made = line() if callable(line) else line
        if made is not None:
            for number, fen in made.sides:
                held[number] = held.get(number, 0) + fen
            yield made


def _depreciation(checked: Checked, double: DoubleLedger, at: DoubleMonth, notes: list[Text]) -> Entered | None:
    """What the register of assets has written off by the end of the year and the accounts have not."""
    file = next((f.record for f in checked.books.of(AssetFile) if f.record is not None and f.id.partition("/")[0] == double.ledger.book.id), None)
    if file is None:
        return None
    chart, day, law = at.chart.chart, at.month.last, checked.books.law
    there = [worth(a, residual(a, law.standard("residual-rate", a.acquired)), day) for a in file.assets if gone(a, day) is None and a.acquired <= day]
    missing = sum(w.accumulated for w in there) + held_by(at, chart.depreciation)
    if not missing:
        return None
    if sum(w.gross for w in there) != held_by(at, chart.fixed) or missing < 0:
        notes.append(
            Text(
                "资产台账与固定资产、累计折旧科目对不上（AST023），折旧没有代拟：先核对资产",
                "the register of assets and the accounts differ (AST023), so no depreciation is proposed: go through the assets first",
            )
        )
        return None
    sides = _as_before(double, at) or (_leaf(at.chart, chart.depreciated_to), _leaf(at.chart, chart.depreciation[0]))
    if None in sides:
        notes.append(
            Text(
                f"还有折旧 {grouped(missing)} 没有计提；折旧科目有几个明细，请自己写这一笔",
                f"depreciation of {grouped(missing)} is not booked yet; its accounts have several sub-accounts, so enter that line yourself",
            )
        )
        return None
    to, of = sides
    return Entered(f"计提 {at.month.month.year} 年折旧（按资产台账，到 {at.month.month.month} 月末）", ((to or "", missing), (of or "", -missing)))


def _as_before(double: DoubleLedger, at: DoubleMonth) -> tuple[str, str] | None:
    """The accounts between which the book booked its latest depreciation; None where it has not, or in more than two sides."""
    wanted = set(at.chart.chart.depreciation)
    for month in reversed([m for m in double.months if m.chart is at.chart]):
        for posted in reversed(month.month.posted):
            sides = [(b.number, b.fen) for b in month.booked if b.posted is posted and not posted.root]
            if len(sides) == 2 and sides[1][1] < 0 < sides[0][1] and sides[1][0][:3] in wanted:
                return sides[0][0], sides[1][0]
    return None


def _leaf(chart: BookChart, number: str) -> str | None:
    """The account itself, or the only one below it; None where there are several."""
    below = [a.number for a in chart.accounts.values() if a.parent == number]
    return number if not below else below[0] if len(below) == 1 else None


def _results(at: DoubleMonth, held: Mapping[str, int]) -> Iterator[Any]:
    """Income, then expense, to the earnings of the year."""
    for side, summary in ((Side.CREDIT, "结转本年收入"), (Side.DEBIT, "结转本年支出")):
        yield lambda side=side, summary=summary: _result(at, held, side, summary)


def _result(at: DoubleMonth, held: Mapping[str, int], side: Side, summary: str) -> Entered | None:
    chart = at.chart
    mine = [n for n in sorted(result_accounts(chart)) if chart.accounts[n].side is side and held.get(n)]
    total = sum(held[n] for n in mine)
    into = _leaf(chart, chart.chart.earnings) or chart.chart.earnings
    sides = (*((n, -held[n]) for n in mine), *(((into, total),) if total else ()))
    return Entered(summary, sides) if mine else None


def _distributed(at: DoubleMonth, held: Mapping[str, int], notes: list[Text]) -> Any:
    """The earnings of the year to what is not distributed; a loss the other way round."""

    def make() -> Entered | None:
        chart = at.chart
        earned = [(n, held[n]) for n in sorted(held) if n[:3] == chart.chart.earnings and held[n]]
        into = _undistributed(chart)
        if into is None and earned:
            notes.append(_several(chart))
        total = sum(fen for _, fen in earned)
        return Entered("本年收益转入收益分配", (*((n, -fen) for n, fen in earned), (into, total))) if into is not None and total else None

    return make


def _gathered(at: DoubleMonth, held: Mapping[str, int], notes: list[Text]) -> Any:
    """What was distributed in the year under names of its own (各项分配) to what is not distributed."""

    def make() -> Entered | None:
        into = _undistributed(at.chart)
        others = [(n, held[n]) for n in sorted(held) if n[:3] == at.chart.chart.distribution and n != into and held[n]]
        total = sum(fen for _, fen in others)
        if into is None or not others or at.chart.chart.distribution == into:
            return None
        return Entered("各项分配转入未分配收益", (*((n, -fen) for n, fen in others), *(((into, total),) if total else ())))

    return make


def _undistributed(chart: BookChart) -> str | None:
    """收益分配, or the one below it that holds what is not distributed; None where that cannot be told."""
    top = chart.chart.distribution
    below = [a for a in chart.accounts.values() if a.parent == top]
    named = [a.number for a in below if a.name == chart.chart.undistributed]
    return named[0] if named else _leaf(chart, top)


def _several(chart: BookChart) -> Text:
    top, name = chart.said(chart.chart.distribution), chart.chart.undistributed
    return Text(
        f"“{top}”有几个明细科目，没有一个叫“{name}”：在 community.yml 登记一个，再运行一次",
        f"“{top}” has several sub-accounts and none is called “{name}”: register one in community.yml and run it again",
    )


# --- how it is written ------------------------------------------------------------------------------------------------


def _numbers(at: DoubleMonth) -> Iterator[str]:
    """The voucher numbers that follow the last one of the month."""
    found = [m for line in at.month.file.lines if (m := _COUNTED.fullmatch(line.voucher))]
    last = max(found, key=lambda m: int(m[2]), default=None)
    head, width, n = (last[1], len(last[2]), int(last[2])) if last else (f"{DECEMBER}-", 3, 0)
    while True:
        n += 1
        yield f"{head}{n:0{width}}"


def _node(line: Entered, number: str, at: DoubleMonth) -> dict[str, Any]:
    words = at.chart.accounts
    legs = [{"科目": words[n].words, "借" if fen > 0 else "贷": plain(abs(fen))} for n, fen in line.sides]
    return {"凭证": number, "日期": at.month.last.isoformat(), "类型": "记账", "摘要": line.summary, "分录": legs}


def _texts(checked: Checked, path: str, data: bytes, at: DoubleMonth, lines: Sequence[dict[str, Any]]) -> tuple[str, str]:
    """The lines alone and the December file with them, both canonical, in the community's language of keys."""
    community = checked.books.the(Community)
    lang: Lang = "en" if community is not None and community.spelling is Spelling.ENGLISH else "zh"
    scripts = frozenset(community.scripts if community else ())
    plainly = writing.dump({"期间": str(at.month.month), "收支": lines})
    alone, _ = reading.read(plainly.encode(), path, 0, scripts=scripts)
    assert alone.nodes is not None
    record, _ = parse(MonthFile, alone.nodes, path)
    assert record is not None
    offered = written(plainly, alone.nodes, record, path, lang, scripts).partition("\n")[2]
    document, _ = reading.read(data, path, 0, scripts=scripts)
    claimed = pipeline.claim(path, discover())
    assert document.nodes is not None
    assert claimed is not None
    nodes = {k: v for k, v in document.nodes.items() if k not in ("本期无", "nothing")}  # something did happen after all
    name = "lines" if "lines" in nodes else "收支"
    nodes[name] = [*(nodes.get(name) or ()), *lines]
    whole, _ = parse(MonthFile, nodes, path)
    assert whole is not None
    return offered, written(document.text, nodes, whole, path, lang, scripts)
