"""`mingbai print`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, nearest, verb
from mingbai.cli.session import Session
from mingbai.cli.session import day as read_day
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.books import Books
    from mingbai.diagnostics import Diagnostic
    from mingbai.packs import Item
    from mingbai.pipeline import Checked
    from mingbai.printing.wishes import Wish
    from mingbai.sheets import Sheet
    from mingbai.values.periods import Period

FOLDER = "print"


@verb(
    "print",
    help=N_(
        "印公告：公开栏上贴的 PDF，一个事项一张，带签字栏和二维码。\n\n"
        "WHAT 是事项（编号 U08，或者名称里的几个字）、期间（2026-09、2026-Q3、2026），或者两个一起写。只写事项，印它还没有公布的，都公布了就印最近一次；"
        "只写期间，印这段时间该公布的全部。--due 印已经到期和快到期的。内容和网站上的一样，都从台账算出；台账有错误时不印（退出码 1）。\n\n"
        "只能张贴、不能上网的名单写在 private/board.yml：只在印的时候读，不进 git，不上网。"
        "每个字先在字体里查过，哪个字没有，就指出它在哪个文件哪一行。\n\n"
        "--chat 印的不是公告，是发到居民群里的一段话：这个月的收支和公布了什么，三百字以内，带网址。"
    ),
    uses=("output",),
    params=[
        click.Argument(["what"], metavar="[WHAT]...", nargs=-1),
        click.Option(["--due", "due"], is_flag=True, help=N_("到期没有公布的、快到期的，全部")),
        click.Option(
            ["--days"], type=click.IntRange(0, 3660), default=30, show_default=True, metavar="N", help=N_("快到期：往后看多少天，同 --due 一起写")
        ),
        click.Option(["--paper"], type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help=N_("纸张；A3 的字也放大")),
        click.Option(["--date"], metavar="DATE", help=N_("哪一天贴出去，公布的天数从这天算（默认今天，或 --as-of）")),
        click.Option(["--chat"], is_flag=True, help=N_("一个月的收支和公布，写成发到群里的一段话")),
    ],
    examples=[
        (N_("到期的公告全部印出来，在 print/ 里"), "mingbai print --due"),
        (N_("一个事项一个季度，用 A3 纸"), "mingbai print U08 2026-Q3 --paper a3"),
        (N_("九月该公布的全部"), "mingbai print 2026-09"),
        (N_("发到居民群里的一段话"), "mingbai print --chat 2026-09"),
    ],
)
def COMMAND(  # noqa: N802
    ctx: click.Context, what: tuple[str, ...], due: bool, days: int, paper: str, date: str | None, chat: bool
) -> int:
    """Checks; what has no errors is set, all notices or none."""
    from mingbai import pipeline
    from mingbai.cli.check import show

    session = Session(ctx, output_is_folder=True)
    if due and (what or chat):
        raise Usage(_("--due 不同别的一起写"))
    if not due and not what:
        raise Usage(_("要印什么：写事项（U08）、期间（2026-09），或 --due"))
    root = session.root
    day = read_day(date, "--date") if date else session.as_of
    checked = pipeline.check(root, session.as_of)
    item, period = _meant(checked.books, what)
    if checked.errors:
        show(session, root, checked, checked.findings)
        session.note(_("有错误，没有印。"))
        return 1
    if chat:
        return _chat(session, checked, item, period)
    wishes = _wishes(checked.books, item, period, session.as_of + datetime.timedelta(days=days))
    if not wishes:
        session.note(_("没有要印的公告。"))
        return 0
    return _print(session, checked, wishes, paper, day, each=item is not None)


def _meant(books: Books, what: Sequence[str]) -> tuple[Item | None, Period | None]:
    """The item and the period that the words name, each at most once."""
    from mingbai.printing.wishes import known_as

    item: Item | None = None
    period: Period | None = None
    for word in what:
        read = _period(word)
        if read is not None and period is None:
            period = read
            continue
        found = known_as(books, word) if read is None else []
        if len(found) == 1 and item is None:
            item = found[0]
        elif len(found) > 1:
            raise Usage(_("“{word}”不止一项：{items}。写编号").format(word=word, items=listed(f"{i.id} {i.name}" for i in found)))
        elif found or read is not None:
            raise Usage(_("一次印一个事项、一个期间；多出来的是 {word}").format(word=repr(word)))
        else:
            raise Usage(_no_such(books, word))
    return item, period


def _period(word: str) -> Period | None:
    from mingbai.values.periods import Period

    try:
        return Period.parse(word)
    except ValueError:
        return None


def _no_such(books: Books, word: str) -> str:
    from mingbai.kinds.disclosures.binding import bound

    items = {name: i for i in bound(books) for name in (i.id, i.name)}
    near = [f"{i.id} {i.name}" for i in dict.fromkeys(items[name] for name in nearest(word, items, 3))]
    told = _("本社区的公开目录里没有 {word}，它也不是期间（2026-09、2026-Q3、2026）。").format(word=repr(word))
    return told + (_("是不是：{near}？").format(near=listed(near)) if near else "")


def _wishes(books: Books, item: Item | None, period: Period | None, until: datetime.date) -> list[Wish]:
    from mingbai.printing import wishes

    if item is not None:
        return wishes.of_both(books, item, period) if period is not None else wishes.of_item(books, item)
    return wishes.of_period(books, period) if period is not None else wishes.due(books, until)


def _chat(session: Session, checked: Checked, item: Item | None, period: Period | None) -> int:
    from mingbai import pipeline
    from mingbai.printing import chat

    if item is not None or period is None or period.months != 1:
        raise Usage(_("--chat 要写一个月：mingbai print --chat 2026-09"))
    said = chat.text(pipeline.view(checked), period)
    if not said:
        session.note(_("{period}没有账，也没有公布过什么，没有可发的。").format(period=period.text.say(session.lang)))
        return 0
    session.file(said + "\n")
    session.note(_("{n} 个字；看过再发。").format(n=len(said)))
    return 0


def _print(session: Session, checked: Checked, wishes: Sequence[Wish], paper: str, day: datetime.date, *, each: bool) -> int:
    """That there was nothing is printed where the register says so, or where the item was asked for by name: it is a statement that is signed."""
    from mingbai import pipeline
    from mingbai.printing import board, notices, setting

    folder = _folder(session)
    private = board.board(session.root, checked.books)
    if board.errors(private):
        return _refuse(session, checked, private.findings, {board.FILE: private.text})
    view = pipeline.view(checked)
    every = [(wish, notices.sheet(view, wish, private.lists, day)) for wish in wishes]
    sheets = [one for wish, one in every if each or not one.empty or wish.published is not None]
    _left(session, [one for _, one in every if one not in sheets])
    if not sheets:
        return 0
    texts = {**checked.texts, board.FILE: private.text}
    made = setting.setting(session.root, sheets, texts, paper)
    if made.findings:
        return _refuse(session, checked, made.findings, texts)
    _write(session, folder, {f"{name}{'-a3' if paper == 'a3' else ''}.pdf": data for name, data in made.files.items()})
    session.say(_("印好 {n} 张公告，在 {folder}：").format(n=len(sheets), folder=folder))
    for line in _told(sheets):
        session.say(line)
    if not all(one.address for one in sheets):
        session.note(_("community.yml 没有写“网址”，公告上就没有二维码。"))
    return 0


def _folder(session: Session) -> Path:
    """Where the PDFs go: never where they would be published or taken for a ledger."""
    root = session.root
    folder = Path(session.output) if session.output else root / FOLDER
    for name in ("ledgers", "content", "site_templates", "site"):
        if folder.resolve().is_relative_to((root / name).resolve()):
            raise Usage(_("公告不能放在 {folder}：那里的文件会公布出去，或者被当成台账").format(folder=folder))
    if folder.exists() and not folder.is_dir():
        raise Usage(_("-o 要写一个文件夹，{folder} 是文件").format(folder=folder))
    return folder


def _write(session: Session, folder: Path, files: dict[str, bytes]) -> None:
    """All of them or none; git never sees them, for names may stand on them that are for the board alone."""
    from mingbai.cli.files import replace

    folder.mkdir(parents=True, exist_ok=True)
    guard = folder / ".gitignore"
    mine = {} if guard.exists() else {guard: b"*\n"}
    replace({**mine, **{folder / name: data for name, data in files.items()}}, None)


def _left(session: Session, bare: Sequence[Sheet]) -> None:
    from mingbai.reporting.display import safe

    if bare:
        session.note(_("台账里没有内容、没有印的 {n} 项。真没有这类事的，一项一项印：mingbai print 事项 期间").format(n=len(bare)))
        for one in bare:
            session.note(safe(f"  {one.name}  {one.subtitle}".rstrip()))


def _told(sheets: Sequence[Sheet]) -> Iterator[str]:
    from mingbai.reporting.display import safe

    for one in sheets:
        warned = _("（有只给公开栏的名单，不要上网、不要发群）") if one.board else ""
        warned += _("（台账里没有这一项的内容，签字前核对）") if one.empty else ""
        yield safe(f"  {one.name}  {one.subtitle}{warned}")


def _refuse(session: Session, checked: Checked, findings: Sequence[Diagnostic], texts: dict[str, str]) -> int:
    """What is wrong, where and how to mend it; nothing was written."""
    from mingbai.reporting import text

    for line in text.report(findings, text.Style(session.lang, checked.books.law, texts, session.colour)):
        session.say(line)
    session.note(_("没有印。"))
    return 1
