"""`mingbai report`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.session import day as read_day
from mingbai.cli.words import N_, _, later, listed

if TYPE_CHECKING:
    from mingbai.kinds.finance.posting.ledger import BookLedger
    from mingbai.kinds.finance.statements.ranges import Part, Stretch

BY = {"account": N_("账户"), "fund": N_("资金"), "category": N_("科目"), "project": N_("项目"), "counterpart": N_("对方类别")}
UNNAMED = {"account": N_("未写账户"), "fund": N_("未分资金"), "category": N_("未分科目"), "project": N_("不属于项目"), "counterpart": N_("未写明")}
COLUMNS = ("book", "from", "to", "by", "id", "name", "opening", "income", "expense", "moved", "closing", "lines")


@verb(
    "report",
    help=N_(
        "任意一段日子的收支：期初、收入、支出、期末，从每一笔算出。\n\n"
        "两头的日子都算在内；不写 --from 就从账簿启用那天起，不写 --to 就到今天（或 --as-of）。日子也可以写成月份，例如 2026-03。"
        "几本账各算各的，从不相加。冲正、退款已扣除，账簿内转账不算收入支出。"
        "只算可以公布的内容；台账有错误时先列出错误，不出数（退出码 1）。"
    ),
    uses=("format", "output"),
    forms=("text", "csv", "json"),
    params=[
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；不写就是每一本，各算各的")),
        click.Option(["--from", "first"], metavar="DATE", help=N_("从哪一天起（含这一天）")),
        click.Option(["--to", "last"], metavar="DATE", help=N_("到哪一天止（含这一天）")),
        click.Option(["--by"], type=click.Choice(list(BY)), help=N_("再按什么分：账户、资金、科目、项目、对方类别")),
    ],
    examples=[
        (N_("三月到现在，按资金分"), "mingbai report --from 2026-03 --by fund"),
        (
            N_("一本账的任意几天，按科目分，给表格软件"),
            "mingbai report --book committee --from 2026-03-10 --to 2026-04-20 --by category -f csv -o report.csv",
        ),
    ],
)
def COMMAND(ctx: click.Context, book: str | None, first: str | None, last: str | None, by: str | None) -> int:  # noqa: N802
    """Checks; what has no errors is summed over the days asked for, book by book."""
    from mingbai import pipeline
    from mingbai.cli.check import show
    from mingbai.kinds.finance.posting.ledger import ledgers
    from mingbai.kinds.finance.statements.ranges import stretch

    session = Session(ctx)
    root = session.root
    start, end = _end(first, "--from"), _end(last, "--to") or session.as_of
    if start is not None and start > end:
        raise Usage(_("--from 的日子 {first} 在 --to 的日子 {last} 之后").format(first=start, last=end), ctx)
    checked = pipeline.check(root, session.as_of)
    if checked.errors:
        show(session, root, checked, checked.findings)
        session.note(_("有错误，没有出数。"))
        return 1
    books = pipeline.view(checked).books
    chosen = _chosen(books.derived(ledgers), book)
    made = [stretch(books, ledger, start or _begins(ledger), end, by or "") for ledger in chosen]
    _say(session, made, by or "")
    return 0


def _end(typed: str | None, option: str) -> datetime.date | None:
    """A day, or one end of a month: its first day for --from, its last for --to."""
    from mingbai.values.days import Month

    if typed is None:
        return None
    try:
        month = Month.parse(typed)
    except ValueError:
        return read_day(typed, option)
    return month.first if option == "--from" else month.last


def _begins(ledger: BookLedger) -> datetime.date:
    return min([ledger.book.begins, *(m.first for m in ledger.months[:1])])


def _chosen(known: Mapping[str, BookLedger], named: str | None) -> list[BookLedger]:
    if named is None:
        return list(known.values())
    if named not in known:
        raise Usage(_("community.yml 里没有编号为 {book} 的账簿；有：{known}").format(book=repr(named), known=listed(known)))
    return [known[named]]


def _say(session: Session, made: Sequence[Stretch], by: str) -> None:
    if session.json:
        session.data({"schema": 1, "by": by or None, "books": [_document(one) for one in made]})
    elif session.given.get("format") == "csv":
        session.file(_csv(made, by))
    else:
        for n, one in enumerate(made):
            if n:
                session.say()
            for line in _text(one, by):
                session.say(line)


def _name(part: Part, by: str) -> str:
    return part.name or later(UNNAMED[by])


# --- for people -----------------------------------------------------------------------------------------------------


def _text(it: Stretch, by: str) -> Iterator[str]:
    from mingbai.values.money import grouped

    yield _("{book}（{body}）  {first} 至 {last}").format(book=it.book.name, body=it.book.body, first=it.first, last=it.last)
    amounts = {"opening": grouped(it.opening), "income": grouped(it.income), "expense": grouped(it.expense), "closing": grouped(it.closing)}
    yield _("期初 {opening} + 收入 {income} − 支出 {expense} = 期末 {closing}，{lines} 笔").format(lines=it.lines, **amounts)
    if it.known is None:
        yield _("这本账还没有账目。")
    elif it.known < it.last:
        yield _("账目到 {day}。").format(day=it.known)
    if it.parts:
        yield ""
        yield from _table(it.parts, by)


def _table(parts: Sequence[Part], by: str) -> Iterator[str]:
    """Names to the left, amounts to the right, set by display width."""
    from mingbai.reporting.display import width
    from mingbai.values.money import grouped

    holding = parts[0].opening is not None
    heads = [_("期初"), _("收入"), _("支出"), _("账内转账"), _("期末"), _("笔数")] if holding else [_("收入"), _("支出"), _("笔数")]
    rows = [[later(BY[by]), *heads]]
    for p in parts:
        amounts = [p.opening, p.income, p.expense, p.moved, p.closing] if holding else [p.income, p.expense]
        rows.append([_name(p, by), *(grouped(fen or 0) for fen in amounts), str(p.lines)])
    wide = [max(width(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        name = row[0] + " " * (wide[0] - width(row[0]))
        yield "  ".join([name, *(" " * (w - width(cell)) + cell for cell, w in zip(row[1:], wide[1:], strict=True))])


# --- for programs ---------------------------------------------------------------------------------------------------


def _document(it: Stretch) -> dict[str, Any]:
    from mingbai.values.money import plain

    whole = {"opening": it.opening, "income": it.income, "expense": it.expense, "closing": it.closing}
    return {
        "book": it.book.id,
        "name": it.book.name,
        "from": it.first.isoformat(),
        "to": it.last.isoformat(),
        "known_to": it.known.isoformat() if it.known else None,
        **{key: plain(fen) for key, fen in whole.items()},
        "lines": it.lines,
        "parts": [_part(p) for p in it.parts],
    }


def _part(p: Part) -> dict[str, Any]:
    from mingbai.values.money import plain

    amounts = {"opening": p.opening, "income": p.income, "expense": p.expense, "moved": p.moved, "closing": p.closing}
    return {"id": p.id, "name": p.name, **{key: None if fen is None else plain(fen) for key, fen in amounts.items()}, "lines": p.lines}


def _csv(made: Sequence[Stretch], by: str) -> str:
    """One row a part, or one a book where nothing divides it; with a BOM, so that WPS and Excel read Chinese."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for it in made:
        head = [it.book.id, it.first.isoformat(), it.last.isoformat(), by]
        whole = {"id": "", "name": it.book.name, "moved": None, **_document(it)}
        for row in [{**_part(p), "name": _name(p, by)} for p in it.parts] if by else [whole]:
            writer.writerow([*head, *(row[key] for key in COLUMNS[4:])])
    return "\ufeff" + out.getvalue()
