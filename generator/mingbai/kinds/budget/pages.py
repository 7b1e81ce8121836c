"""Budgets on the site: the year's budget beside what was done, the list of a book's budgets, the part of the book's page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.budget.codes import DISCLOSED
from mingbai.kinds.budget.contexts import ChangeRow, IndexContext, PartContext, Row, Side, YearContext, YearRow
from mingbai.kinds.budget.outturn import Executed, Year, budgets, movements, thousandths
from mingbai.kinds.budget.records import Direction
from mingbai.kinds.budget.sentences import late, lede, percent, tag
from mingbai.kinds.community.records import Book
from mingbai.kinds.community.registers import FINANCE, by_book, category_page, clauses, crumb, phone
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.pages import Block, Chart, Crumb, Draft, Link, Series, Theme, Toc, anchor
from mingbai.values.speech import joined, say

_TITLE = "预算执行"


def drafts(view: View) -> Iterator[Draft]:
    """The list of each book that has budgets, and a page a year."""
    for book, years in _by_book(view).items():
        rows = tuple(
            YearRow(say("{year}年", year=y.year), _address(y), lede(y), percent(_sums(y.side(Direction.EXPENSE))[-1])) for y in reversed(years)
        )
        about = say("{name}各年的预算和执行。", name=book.name)
        yield Draft(
            _home(book),
            say("{book} {title}", book=book.name, title=_TITLE),
            about,
            "budget/index.html",
            IndexContext(book, about, rows),
            (FINANCE, crumb(book)),
            source=f"ledgers/finance/{book.id}/budget/",
        )
        yield from (_page(view, book, y) for y in years)


def parts(view: View) -> Iterator[tuple[str, Block]]:
    """The newest budget in figures."""
    for book, years in _by_book(view).items():
        newest = years[-1]
        _last, _voted, revised, _half, done, _left, _rate = _sums(newest.side(Direction.EXPENSE))
        context = PartContext(lede(newest), late(newest), _address(newest), newest.year, done, revised)
        yield f"finance/{book.id}/", Block(100, "budget/part.html", context, (Toc("预算执行", "budget", 3),), Theme.SPENDING)


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where a budget, its items and its changes stand."""
    for book, years in _by_book(view).items():
        for y in years:
            to, words = _address(y), say("{name} {year}年预算", name=book.name, year=y.year)
            yield y.file.at_, (to, words)
            yield from ((i.at_, (f"{to}#{anchor('b', i.number)}", f"{words} {i.category}")) for i in y.file.items)
            yield from ((c.at_, (f"{to}#a-{n}", say("{words}调整", words=words))) for n, c in enumerate(y.file.changes, 1))


def _by_book(view: View) -> dict[Book, tuple[Year, ...]]:
    return by_book(view.books, view.books.derived(budgets), lambda y: y.book)


def _home(book: Book) -> str:
    return f"finance/{book.id}/budget/"


def _address(year: Year) -> str:
    return f"finance/{year.book}/budget/{year.year}/"


def _page(view: View, book: Book, y: Year) -> Draft:
    file = y.file
    sides = tuple(s for s in (_side(view, y, d) for d in Direction) if s.rows or s.other)
    until = say("{year}年{month}月", year=y.months[-1].month.year, month=y.months[-1].month.month) if y.months else ""
    context = YearContext(
        book,
        y.year,
        lede(y),
        late(y),
        _link(view, "decision", file.decision, y),
        file.explanation or "",
        sides,
        tuple(_change(view, y, n) for n in range(len(file.changes))),
        tuple(_over(view, y)),
        view.notes(file),
        until,
        phone(view.books),
        y.filed.path,
        clauses(view, DISCLOSED),
    )
    toc = (*(Toc(s.title, s.anchor) for s in sides), *((Toc("预算调整", "changes"),) if file.changes else ()))
    title = say("{name} {year}年预算执行", name=book.name, year=y.year)
    updated = y.months[-1].last if y.months else None
    return Draft(
        _address(y),
        title,
        lede(y),
        "budget/year.html",
        context,
        (FINANCE, crumb(book), Crumb(_TITLE, _home(book))),
        updated,
        toc,
        source=context.source,
    )


def _link(view: View, what: str, cited: str | None, y: Year) -> Link | None:
    return view.where(view.books.find(what, cited, y.filed)) if cited else None


def _sums(side: tuple[Executed, ...]) -> tuple[int | None, int, int, int, int, int, int | None]:
    """Last year (None where no item says it), voted, changed, half-year, done, left, rate."""
    said = [e.item.last for e in side if e.item.last is not None]
    revised, done = sum(e.revised for e in side), sum(e.done for e in side)
    return (
        sum(said) if said else None,
        sum(e.item.amount for e in side),
        revised,
        sum(e.half for e in side),
        done,
        revised - done,
        thousandths(done, revised),
    )


def _side(view: View, y: Year, direction: Direction) -> Side:
    mine = y.side(direction)
    income = direction is Direction.INCOME
    ledger = view.books.derived(ledgers)[y.book]
    book, names = ledger.book, {f.id: f.name for f in ledger.funds}
    pages = {name: category_page(book, name) for name in {m.key.category for m in movements(y.months)}}
    others = tuple(
        (
            (u.key.category or "未分科目") + (say("（{get}）", get=names.get(u.key.fund, u.key.fund)) if u.key.fund else ""),
            u.fen,
            view.where(u.first.line),
            category_page(book, u.key.category),
        )
        for u in y.unknown
        if u.key.direction is direction
    )
    last, voted, revised, half, done, left, rate = _sums(mine)
    words = ("已收", "还差") if income else ("已花", "还可以花")
    rows = tuple(
        _row(e, names, pages.get(e.item.category, ""), f"finance/{book.id}/funds/{e.item.fund}/" if e.item.fund in names else "") for e in mine
    )
    left = max(0, left) if income else left
    others_sum = sum(fen for _, fen, _, _ in others)
    chart = _chart(direction, words[0], rows)
    return Side(direction.zh, direction.value, *words, rows, last, voted, revised, half, done, left, percent(rate), others, others_sum, chart)


def _chart(direction: Direction, done_word: str, rows: tuple[Row, ...]) -> Chart | None:
    """Every item's actual in the frame of its budget, as changed; an item of a category that stands twice bears its fund as well."""
    if len(rows) < 2:
        return None
    twice = Counter(r.category for r in rows)
    labels = tuple(say("{category}（{fund}）", category=r.category, fund=r.fund) if twice[r.category] > 1 and r.fund else r.category for r in rows)
    kind = "in" if direction is Direction.INCOME else "out"
    series = (Series("预算（调整后）", "plan", tuple(r.revised for r in rows)), Series(done_word, kind, tuple(r.done for r in rows)))
    over = [r.category for r in rows if r.done > r.revised and direction is Direction.EXPENSE]
    sentence = (
        say("每一项{direction}的预算和{done_word}。", direction=direction.zh, done_word=done_word)
        + (say("超过预算的：{list}。", list=joined("、", over)) if over else "")
        + say("每一项的数见下面的表。")
    )
    return Chart(f"budget-{direction.value}", say("{direction}：预算与执行", direction=direction.zh), sentence, labels, series)


def _row(e: Executed, names: dict[str, str], lines: str, fund_page: str) -> Row:
    i = e.item
    fund = names.get(i.fund, i.fund) if i.fund else ""
    left = max(0, e.left) if i.direction is Direction.INCOME else e.left  # income above the budget is no deficit
    figures = (i.last, i.amount, e.revised, e.half, e.done, left, percent(e.rate))
    note = i.note if i.note and i.note != fund else ""
    return Row(anchor("b", i.number), i.number, i.category, fund, note, *figures, *tag(e), lines, fund_page)


def _change(view: View, y: Year, n: int) -> ChangeRow:
    c = y.file.changes[n]
    item = next((i for i in y.file.items if i.number == c.item), None)
    what = item.category if item else c.item
    return ChangeRow(f"a-{n + 1}", c.day, what, c.fen, c.reason, _link(view, "decision", c.decision, y), view.notes(c))


def _over(view: View, y: Year) -> Iterator[tuple[str, int, Link | None]]:
    """Items spent beyond the budget of the day: which, by how much as it stands now, at which line."""
    for e in y.executed:
        if e.first_over is not None:
            yield e.item.category, max(0, -e.left), view.where(e.first_over[0].line)
