"""The accounts on a printed notice: per book what funds and categories came to, then every line; the same sums as on the pages of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mingbai.kind import View
from mingbai.kinds.community.records import Keeping
from mingbai.kinds.finance.posting.double import Turnover, double_ledgers, turnovers
from mingbai.kinds.finance.posting.entries import Column, Entry, Posted
from mingbai.kinds.finance.posting.ledger import BookLedger, ledgers
from mingbai.kinds.finance.statements.ranges import Part as Row
from mingbai.kinds.finance.statements.ranges import lines_of, stretch
from mingbai.sheets import Asked, Grid, Head, Part, Prose
from mingbai.values.money import grouped

_NATURE, _MONEY, _HELD = "资金性质", "账户", "余额"
_PASSING = "收入、支出是收到和付出的钱：收回的欠款、拨来专用的钱、分给成员的钱也在里面，不是赚了多少。"
_INCOME, _EXPENSE, _MOVED = Head("收入（元）", figure=True), Head("支出（元）", figure=True), Head("账内转账（元）", figure=True)


def sheet(view: View, asked: Asked) -> Iterator[Part]:
    """Of every book that the item is about: balances where the item asks for a stretch of the calendar, then the lines."""
    chosen = {t.record.at_ for t in asked.traces}
    natures = [w for e in asked.evidence for c in e.wanted if c.facet == _NATURE for w in c.words]
    whole = any(not e.wanted for e in asked.evidence)
    money = any(c.facet == _MONEY for e in asked.evidence for c in e.wanted)
    for ledger in view.books.derived(ledgers).values():
        if asked.item.books and not any(word in ledger.book.body for word in asked.item.books):
            continue
        funds = {f.id for f in ledger.funds if any(word in f.nature.zh for word in natures)}
        within = [p for p in lines_of(ledger) if asked.first <= p.line.date <= asked.last and p.line.at_ in chosen]
        if asked.period and money:
            yield from _money(view, ledger, asked, len(within))
        elif asked.period and (funds or whole):
            yield from _balances(view, ledger, asked, () if whole else funds)
        elif asked.period:
            yield from _held(view, ledger, asked)
        if within:
            yield _lines(ledger, within, () if whole else funds)


def _balances(view: View, ledger: BookLedger, asked: Asked, funds: Iterable[str]) -> Iterator[Part]:
    name = ledger.book.name
    if funds:
        parts = [p for p in stretch(view.books, ledger, asked.first, asked.last, "fund").parts if p.id in funds]
        if any((p.opening, p.income, p.expense, p.moved, p.closing) != (0, 0, 0, 0, 0) for p in parts):
            yield Prose("", (f"{name}：{_told(parts)}",))
            yield _flows(f"{name}：每项资金", "资金", parts)
        return
    it = stretch(view.books, ledger, asked.first, asked.last, "category")
    yield from _money(view, ledger, asked, it.lines)
    rows = tuple((p.name or "未分科目", _or_blank(p.income), _or_blank(p.expense)) for p in it.parts)
    if rows:
        yield Grid(
            f"{name}：按科目",
            (Head("科目"), _INCOME, _EXPENSE),
            rows,
            ("合计", grouped(it.income), grouped(it.expense)),
        )


def _money(view: View, ledger: BookLedger, asked: Asked, lines: int) -> Iterator[Part]:
    """What the book's cash and bank accounts held, together in a sentence, then each."""
    name, it = ledger.book.name, stretch(view.books, ledger, asked.first, asked.last, "account")
    told = (
        f"{name}：期初 {grouped(it.opening)} 元 + 收入 {grouped(it.income)} 元 − 支出 {grouped(it.expense)} 元"
        f" = 期末 {grouped(it.closing)} 元，共 {lines} 笔。"
    )
    yield Prose("", (told, *([_PASSING] if ledger.book.keeping is Keeping.DOUBLE else [])))
    yield _flows(f"{name}：每个账户", "账户", it.parts)


def _held(view: View, ledger: BookLedger, asked: Asked) -> Iterator[Part]:
    """What the accounts of the chart that the item names held, of a book in double entry: opening + more − less = closing."""
    double = view.books.derived(double_ledgers).get(ledger.book.id)
    wanted = [c for e in asked.evidence for c in e.wanted if c.facet == _HELD]
    if double is None or not wanted:
        return
    within = [m for m in double.months if asked.first <= m.month.last <= asked.last]
    named = [
        t
        for t in turnovers(within)
        if not t.account.parent
        and any(any(word in t.account.words for word in c.words) and not any(word in t.account.words for word in c.without) for c in wanted)
    ]
    if named:
        heads = (Head("科目"), *(Head(words, figure=True) for words in ("期初（元）", "增加（元）", "减少（元）", "期末（元）")))
        rows = ((t.account.name, *(grouped(fen) for fen in _sides(t))) for t in named)
        yield Grid(f"{ledger.book.name}：账面余额", heads, tuple(rows))


def _sides(t: Turnover) -> tuple[int, int, int, int]:
    """Opening, more, less, closing, as the account counts: what takes away from an asset (累计折旧) grows on the other side."""
    more, less = (t.debit, t.credit) if t.account.normal(1) > 0 else (t.credit, t.debit)
    return t.account.normal(t.opening), more, less, t.account.normal(t.closing)


def _told(parts: Sequence[Row]) -> str:
    """What the funds came to together, in a sentence; they are of one book."""
    opening, income, expense = (sum(getattr(p, name) or 0 for p in parts) for name in ("opening", "income", "expense"))
    moved, closing = (sum(getattr(p, name) or 0 for p in parts) for name in ("moved", "closing"))
    between = f"，账内转入转出 {grouped(moved)} 元" if moved else ""
    return f"原有 {grouped(opening)} 元，收入 {grouped(income)} 元，支出 {grouped(expense)} 元{between}，还剩 {grouped(closing)} 元。"


def _flows(title: str, what: str, parts: Sequence[Row]) -> Grid:
    """Opening + income − expense (+ moved) = closing, row by row and in the last."""
    shown = [p for p in parts if p.opening or p.income or p.expense or p.moved or p.closing]
    moved = any(p.moved for p in shown)
    heads = (Head(what), Head("期初（元）", figure=True), _INCOME, _EXPENSE, *((_MOVED,) if moved else ()), Head("期末（元）", figure=True))
    figures = [(p.opening or 0, p.income, p.expense, *((p.moved or 0,) if moved else ()), p.closing or 0) for p in shown]
    rows = tuple((p.name or "未分资金", *map(grouped, cells)) for p, cells in zip(shown, figures, strict=True))
    sums = tuple(grouped(sum(column)) for column in zip(*figures, strict=True))
    return Grid(title, heads, rows, ("合计", *sums) if len(rows) > 1 else ())


def _lines(ledger: BookLedger, within: Sequence[Posted], funds: Iterable[str]) -> Grid:
    """Every line with what it did; of a line that touches several funds only what it did to those that are asked for."""
    names = {f.id: f.name for f in ledger.funds}
    told = [(p, e) for p in within for e in _kept(p, funds)]
    several = len({e.fund for _, e in told if e.fund}) > 1
    moved = any(e.column is Column.MOVE for _, e in told)
    heads = [Head("日期"), Head("凭证"), Head("摘要"), Head("科目")]
    heads += [Head("资金")] if several else []
    heads += [_INCOME, _EXPENSE, *([_MOVED] if moved else [])]
    rows = []
    sums = dict.fromkeys(Column, 0)
    for p, e in told:
        sums[e.column] += e.fen
        cells = [f"{e.day.month}月{e.day.day}日", p.line.voucher, p.line.summary or p.line.reason or "", e.category]
        cells += [names.get(e.fund, e.fund)] if several else []
        cells += [_cell(e, Column.INCOME, 1), _cell(e, Column.EXPENSE, -1), *([_cell(e, Column.MOVE, 1)] if moved else [])]
        rows.append(tuple(cells))
    blanks = ("",) * (len(heads) - 2 - int(moved) - 1)
    total = ("合计", *blanks, grouped(sums[Column.INCOME]), grouped(-sums[Column.EXPENSE]), *([grouped(sums[Column.MOVE])] if moved else []))
    return Grid(f"{ledger.book.name}：逐笔", tuple(heads), tuple(rows), total)


def _kept(p: Posted, funds: Iterable[str]) -> Iterator[Entry]:
    """The entries that are asked for; of a transfer between accounts, which changes nothing that is told here, none."""
    for e in p.entries:
        if (not funds or e.fund in funds) and (e.column is not Column.MOVE or (e.fund and funds)):
            yield e


def _cell(e: Entry, column: Column, sign: int) -> str:
    return grouped(sign * e.fen) if e.column is column else ""


def _or_blank(fen: int) -> str:
    return grouped(fen) if fen else ""
