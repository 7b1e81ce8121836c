"""`mingbai close`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.session import day as read_day
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.keeping import Closed, Given
    from mingbai.kinds.finance.posting.ledger import MonthLedger
    from mingbai.values.days import Month


@verb(
    "close",
    help=N_(
        "给一个月结账：核对该核对的，补全“结账”，加上锁。\n\n"
        "写年份（2026）就结一年的账：各月都结了账、收支都结转了，写一个把十二个月锁在一起的年锁。\n\n"
        "余额、银行对账单、现金盘点、审核都对得上才结账；缺什么一次说全，什么也不写（退出码 1）。"
        "结账以后，这个月再有改动就是错误；记错了，在还没有结账的月份写一笔“更正”或“冲正”。\n\n"
        "锁防的是无意的改动，也让改动在审核时看得见；它不能证明没有人有意去改。"
    ),
    params=[
        click.Argument(["period"], metavar="PERIOD"),
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；只有一本账时不用写")),
        click.Option(["--by"], metavar="ROLE", help=N_("谁结账（默认是这个月的经办）")),
        click.Option(["--day"], metavar="DATE", help=N_("哪一天结账（默认今天）")),
        click.Option(["--statement", "statements"], multiple=True, metavar="ACCOUNT=BALANCE", help=N_("银行对账单余额，照单子写；可以写几次")),
        click.Option(["--count", "counts"], multiple=True, metavar="ACCOUNT=BALANCE", help=N_("现金盘点的实数；可以写几次")),
        click.Option(["--counted-by"], metavar="ROLE", help=N_("盘点人")),
        click.Option(["--watched-by"], metavar="ROLE", help=N_("监盘人")),
        click.Option(["--reviewer"], metavar="ROLE", help=N_("审核人")),
        click.Option(["--review-day"], metavar="DATE", help=N_("审核日期（默认结账那天）")),
        click.Option(["--review-body"], metavar="BODY", help=N_("审核的机构，例如 居务监督委员会")),
        click.Option(["--opinion"], metavar="TEXT", help=N_("审核意见")),
        click.Option(["--carry"], is_flag=True, help=N_("复式记账的年末：代拟计提折旧、结转收支、转入收益分配的几笔，只看不写")),
        click.Option(["--write"], is_flag=True, help=N_("同 --carry 一起：把代拟的写进十二月的台账")),
    ],
    examples=[
        (N_("“结账”一栏已经写好，只加锁"), "mingbai close 2026-03 --book committee"),
        (N_("年底，十二个月都结了账以后"), "mingbai close 2026 --book committee"),
        (N_("年末结转，先看代拟的几笔；看过再加 --write"), "mingbai close 2026 --book collective --carry"),
        (N_("照单子补全再结账"), "mingbai close 2026-03 --book committee --statement bank=50300.20 --count cash=120.00 --reviewer 监督委员会主任"),
    ],
)
def COMMAND(ctx: click.Context, period: str, book: str | None, **given: object) -> int:  # noqa: N802
    """Proves, then writes what was proved: the month's file first, its lock last, nothing where either was changed meanwhile."""
    from mingbai import keeping
    from mingbai.cli import files

    session = Session(ctx)
    root = session.root
    carry, write = bool(given.pop("carry")), bool(given.pop("write"))
    if carry or write:
        return _carry(session, _book(root, book), period, write=write, carry=carry, typed=given)
    if re.fullmatch(r"\d{4}", period):
        return _year(session, _book(root, book), int(period), given)
    month, name = _month(period), _book(root, book)
    asked = _given(given)
    result = keeping.close(root, name, month, session.as_of, asked)
    if result.problems or not result.files or result.month is None:
        session.say(_("{period} 还不能结账（{count} 件事），什么也没有写：").format(period=month, count=len(result.problems)))
        for problem in result.problems:
            session.say(f"  - {problem.zh if session.lang == 'zh' else problem.en}")
        return 1
    ledgers = root / "ledgers"
    files.replace({ledgers / path: text for path, text in result.files.items()}, {ledgers / path: data for path, data in result.read.items()})
    _tell(session, result, result.month)
    return 0


def _carry(session: Session, book: str, period: str, *, write: bool, carry: bool, typed: dict[str, object]) -> int:
    """The lines of a year's end: shown as they would stand in the December file, written there only where that was asked for."""
    from mingbai import keeping, pipeline
    from mingbai.cli import files
    from mingbai.values.money import grouped

    extra = [f"--{name.replace('_', '-')}" for name, value in typed.items() if value]
    if not carry:
        raise Usage(_("--write 要同 --carry 一起写"))
    if not re.fullmatch(r"\d{4}", period):
        raise Usage(_("--carry 要写年份，例如 2026；现在是 {typed}").format(typed=repr(period)))
    if extra:
        raise Usage(_("--carry 不同 {options} 一起用").format(options=listed(extra)))
    made = keeping.year_end(session.root, book, pipeline.check(session.root, session.as_of), int(period))
    for problem in made.problems:
        session.say(_("{period} 年的结转没有代拟：{why}").format(period=period, why=problem.zh if session.lang == "zh" else problem.en))
    for note in made.notes:
        session.note(f"  - {note.zh if session.lang == 'zh' else note.en}")
    if made.problems:
        return 1
    if not made.lines:
        session.say(_("{period} 年没有要代拟的：收支已经结转。").format(period=period))
        return 0
    session.note(_("{period} 年结转，代拟 {count} 笔：").format(period=period, count=len(made.lines)))
    for line in made.lines:
        session.note(f"  {line.summary}  {grouped(line.amount)}")
    if not write:
        session.say(made.offered.rstrip())
        session.note(_("什么也没有写。看过没有错，再加 --write，写进 ledgers/{path}。").format(path=made.path))
        return 0
    path = session.root / pipeline.LEDGERS / made.path
    files.replace({path: made.text}, {path: made.read})
    session.say(_("  写好 {path}").format(path=f"{pipeline.LEDGERS}/{made.path}"))
    session.note(_("经办、审批照实补上，同别的收支一样要有依据；再给十二月结账。"))
    return 0


def _year(session: Session, book: str, year: int, typed: dict[str, object]) -> int:
    """A year: proves that its months are closed, then writes the lock that holds them together."""
    from mingbai import keeping
    from mingbai.cli import files
    from mingbai.values.money import grouped

    extra = [f"--{name.replace('_', '-')}" for name, value in typed.items() if value and name not in ("by", "day")]
    if extra:
        raise Usage(_("结一年的账只用 --by 和 --day；{options} 写在各月").format(options=listed(extra)))
    day = read_day(str(typed["day"]), "--day") if typed["day"] else session.as_of
    result = keeping.close_year(session.root, book, year, session.as_of, day, str(typed["by"]) if typed["by"] else None)
    if result.problems:
        session.say(_("{period} 还不能结账（{count} 件事），什么也没有写：").format(period=year, count=len(result.problems)))
        for problem in result.problems:
            session.say(f"  - {problem.zh if session.lang == 'zh' else problem.en}")
        return 1
    files.replace({session.root / "ledgers" / path: text for path, text in result.files.items()}, {})
    months = result.months
    told = _("{period} 结账：期初 {opening} + 收入 {income} − 支出 {expense} = 期末 {closing}，{lines} 笔")
    income, expense = grouped(sum(m.income for m in months)), grouped(sum(m.expense for m in months))
    sums = {"opening": grouped(months[0].opening.total), "income": income, "expense": expense, "closing": grouped(months[-1].closing.total)}
    session.say(told.format(period=year, lines=sum(len(m.posted) for m in months), **sums))
    for path in sorted(result.files):
        session.say(_("  写好 {path}").format(path=f"ledgers/{path}"))
    if result.left:
        session.note(_("还有提醒，不挡结账："))
        for left in result.left:
            session.note(f"  - {left.zh if session.lang == 'zh' else left.en}")
    return 0


def _tell(session: Session, result: Closed, month: MonthLedger) -> None:
    from mingbai.values.money import grouped

    opening, closing = grouped(month.opening.total), grouped(month.closing.total)
    told = _("{period} 结账：期初 {opening} + 收入 {income} − 支出 {expense} = 期末 {closing}，{lines} 笔")
    amounts = {"opening": opening, "income": grouped(month.income), "expense": grouped(month.expense), "closing": closing}
    session.say(told.format(period=month.month, lines=len(month.posted), **amounts))
    for path in sorted(result.files):
        session.say(_("  写好 {path}").format(path=f"ledgers/{path}"))
    session.note(_("连同锁文件一起提交。以后要改这个月的账，在还没有结账的月份写一笔“更正”或“冲正”。"))


def _month(period: str) -> Month:
    from mingbai.values.days import Month

    try:
        return Month.parse(period)
    except ValueError:
        raise Usage(_("期间写成 2026-03 这样；现在是 {typed}").format(typed=repr(period))) from None


def _book(root: Path, named: str | None) -> str:
    from mingbai.cli.community import load

    community = load(root)
    if community is None:
        raise Usage(_("community.yml 还读不了，请先运行 mingbai check 改好它"))
    known = [b.id for b in community.books]
    if named is None and len(known) == 1:
        return known[0]
    if named is None:
        raise Usage(_("有几本账，请用 --book 说明是哪一本：{books}").format(books=listed(known)))
    if named not in known:
        raise Usage(_("community.yml 里没有编号为 {book} 的账簿；有：{known}").format(book=repr(named), known=listed(known)))
    return named


def _given(typed: dict[str, object]) -> Given:
    from mingbai.keeping import Given

    def text(name: str) -> str | None:
        return str(typed[name]) if typed[name] is not None else None

    closing = read_day(str(typed["day"]), "--day") if typed["day"] else None
    review = read_day(str(typed["review_day"]), "--review-day") if typed["review_day"] else None
    return Given(
        text("by"),
        closing,
        _balances("--statement", typed["statements"]),
        _balances("--count", typed["counts"]),
        text("counted_by"),
        text("watched_by"),
        text("reviewer"),
        review,
        text("review_body"),
        text("opinion"),
    )


def _balances(option: str, typed: object) -> dict[str, int]:
    from mingbai.values.money import fen

    found = {}
    assert isinstance(typed, tuple)
    for one in typed:
        account, equals, amount = str(one).partition("=")
        try:
            found[account] = fen(amount if account and equals else "")
        except ValueError:
            raise Usage(_("{option} 写成 账户=余额，例如 bank=50300.20；现在是 {typed}").format(option=option, typed=repr(str(one)))) from None
    return found
