"""`mingbai due`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.books import Books
    from mingbai.kinds.disclosures.duties import Obligation
    from mingbai.values.text import Lang


@verb(
    "due",
    help=N_(
        "接下来该公布什么：先列到期没有公布的，再列快到期的，写明最晚哪天、要谁签字、登记在哪里。\n\n"
        "期限来自法规包的公开目录，公布的日子来自 ledgers/disclosures/。不论列出多少，退出码都是 0。\n\n"
        "--propose 代拟公布登记：到期没有公布的、快到期的，台账里有依据的，一项写一段，公布日用 --date 给的日子。"
        "谁签字、哪天签的，程序不知道，只在上面注明要谁签；台账里没有依据的不代拟，列出来由人决定。加 --write 才接在登记的末尾。"
    ),
    uses=("format", "output"),
    params=[
        click.Option(["--days"], type=click.IntRange(0, 3660), default=30, show_default=True, metavar="N", help=N_("往后看多少天")),
        click.Option(["--propose"], is_flag=True, help=N_("代拟公布登记，给人看")),
        click.Option(["--date"], metavar="DATE", help=N_("公布日，同 --propose 一起写")),
        click.Option(["--item", "items"], multiple=True, metavar="ID", help=N_("只代拟这一项，例如 U08；可以写几次")),
        click.Option(["--channel", "channels"], multiple=True, metavar="NAME", help=N_("在哪里公布，可以写几次（默认：照这一项上次公布的）")),
        click.Option(["--write"], is_flag=True, help=N_("把代拟的接在登记的末尾")),
    ],
    examples=[
        (N_("这个月该公布什么"), "mingbai due"),
        (N_("往后看一个季度，给程序"), "mingbai due --days 92 -f json"),
        (N_("昨天贴出去了，代拟登记"), "mingbai due --propose --date 2026-11-09"),
    ],
)
def COMMAND(  # noqa: N802
    ctx: click.Context, days: int, propose: bool, date: str | None, items: tuple[str, ...], channels: tuple[str, ...], write: bool
) -> int:
    """What is overdue and what comes due, from the ledgers as they stand; errors elsewhere in them do not keep it from being told."""
    from mingbai import pipeline
    from mingbai.cli import proposing
    from mingbai.kinds.disclosures.binding import kept
    from mingbai.kinds.disclosures.duties import State, standings

    session = Session(ctx)
    if propose:
        return proposing.run(session, date, days, items, channels, write=write)
    if date or items or channels or write:
        raise Usage(_("--date、--item、--channel、--write 要同 --propose 一起写"))
    checked = pipeline.check(session.root, session.as_of)
    books = checked.books
    every = sorted((o for s in standings(books) for o in s.obligations), key=lambda o: (o.due.day, o.item.id))
    until = session.as_of + datetime.timedelta(days=days)
    missing = [o for o in every if o.state in (State.MISSING, State.UNRECORDED)]
    coming = [o for o in every if o.state is State.PENDING and o.due.day <= until]
    if session.json:
        rows = [_row(books, o, session.lang) for o in (*missing, *coming)]
        session.data({"schema": 1, "as_of": session.as_of.isoformat(), "until": until.isoformat(), "kept": kept(books), "duties": rows})
        return 0
    if not kept(books):
        session.note(_("还没有公布登记：mingbai new disclosures 建一个，从那一天开始算期限。"))
    for line in _text(books, missing, coming, days, session):
        session.say(line)
    return 0


def _text(books: Books, missing: Sequence[Obligation], coming: Sequence[Obligation], days: int, session: Session) -> Iterator[str]:
    yield _("到 {day}：{missing} 次到期没有公布，{days} 天内到期 {coming} 次").format(
        day=session.as_of, missing=len(missing), days=days, coming=len(coming)
    )
    for title, group in ((_("没有公布"), missing), (_("快到期"), coming)):
        if group:
            yield ""
            yield title
        for one in group:
            yield from _told(books, one, session)
    if missing or coming:
        yield ""
        yield _("公开栏上贴的公告，一次全印出来：mingbai print --due --days {n}").format(n=days)
        yield _("公布以后登记在 ledgers/disclosures/{year}.yml；可以代拟：mingbai due --propose --date 公布日").format(year=session.as_of.year)


def _told(books: Books, one: Obligation, session: Session) -> Iterator[str]:
    from mingbai.kinds.disclosures.sentences import signing, what
    from mingbai.reporting.display import safe

    left = (one.due.day - session.as_of).days
    when = _("{day} 到期，已过 {n} 天").format(day=one.due.day, n=-left) if left < 0 else _("{day} 到期，还有 {n} 天").format(day=one.due.day, n=left)
    name = one.item.name if session.lang == "zh" else one.item.english
    text = what(one)
    yield safe(f"  {one.item.id} {name}  {text.zh if session.lang == 'zh' else text.en}")
    tasks = [who.say(session.lang) for who in signing(books, one.item, [one.event.id] if one.event else [])]
    yield safe(
        f"    {when}"
        + (_("；签字：{tasks}").format(tasks=listed(tasks)) if tasks else "")
        + ("" if one.due.sure else _("（没有那一年的节假日安排，只按周末算）"))
    )


def _row(books: Books, one: Obligation, lang: Lang) -> dict[str, Any]:
    from mingbai.kinds.disclosures.sentences import signing, what

    return {
        "item": one.item.id,
        "name": one.item.name if lang == "zh" else one.item.english,
        "period": str(one.period) if one.period else None,
        "event": one.event.id if one.event else None,
        "what": what(one).zh if lang == "zh" else what(one).en,
        "due": one.due.day.isoformat(),
        "sure": one.due.sure,
        "state": one.state.english,
        "signatures": [who.say(lang) for who in signing(books, one.item, [one.event.id] if one.event else [])],
    }
