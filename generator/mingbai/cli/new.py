"""`mingbai new`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session, day
from mingbai.cli.starters.wish import Started, Wish
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.kind import Shape
    from mingbai.pipeline import Checked

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@verb(
    "new",
    help=N_(
        "照着例子建一个新文件，放在该放的地方，编号接着往下排；已有的文件不动。\n\n"
        "KIND 是 finance（下一个月的账）、meetings（会议）、matters（事项）、pacts（公约）、services（办事指南）。"
    ),
    params=[
        click.Argument(["kind"], metavar="KIND"),
        click.Option(["--date"], metavar="DATE", help=N_("哪一天的会，或哪个月的账（默认：会议是今天，账是接着的一个月）")),
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；只有一本账就不用写")),
        click.Option(["--id"], metavar="ID", help=N_("文件名（不带 .yml），用小写字母、数字和连字符")),
        click.Option(["--type"], metavar="TYPE", help=N_("什么会：议事会、居民代表会议……也可以写简称，例如 yishi")),
    ],
    examples=[
        (N_("下个月的账"), "mingbai new finance"),
        (N_("三月五日的议事会"), "mingbai new meetings --date 2026-03-05 --type 议事会"),
        (N_("一份新公约"), "mingbai new pacts --id wenming-yangquan"),
    ],
)
def COMMAND(ctx: click.Context, kind: str, date: str | None, book: str | None, id: str | None, type: str | None) -> int:  # noqa: N802
    """Finds the place, writes the starter, says what comes next."""
    from mingbai import pipeline
    from mingbai.cli import files

    session = Session(ctx)
    shape = _shape(kind)
    if id is not None and not _ID.fullmatch(id):
        raise Usage(_("--id 只能用小写字母、数字和连字符，例如 wenming-yangquan"))
    wish = Wish(day(date, "--date") if date else None, book, id, type)
    _only_for(shape, wish)
    checked = pipeline.check(session.root, session.as_of)
    started = _started(session.root, checked, shape, wish)
    path = session.root / pipeline.LEDGERS / started.path
    if path.exists():
        raise Usage(_("{path} 已经有了，不动它").format(path=f"ledgers/{started.path}"))
    files.put({path: started.text})
    session.say(f"ledgers/{started.path}")
    session.note(_("写好了，里面是例子。接下来：打开它，改成真实内容，再运行 mingbai check"))
    return 0


def _shape(kind: str) -> Shape:
    """The kind of file meant, by its folder below `ledgers/`."""
    from mingbai.kinds import discover

    offered = {s.path.split("/")[0]: s for k in discover() for s in k.shapes if "/" in s.path}
    shape = offered.get(kind)
    if shape is None:
        hint = _("社区本身用 mingbai init 建立。") if kind == "community" else ""
        raise Usage(_("没有 {kind} 这种台账可以新建；有：{kinds}。").format(kind=repr(kind), kinds=listed(offered)) + hint)
    return shape


def _only_for(shape: Shape, wish: Wish) -> None:
    """Flags that mean nothing here are refused, not ignored."""
    folder = shape.path.split("/")[0]
    if wish.book is not None and folder != "finance":
        raise Usage(_("--book 只用于 finance"))
    if wish.type is not None and folder != "meetings":
        raise Usage(_("--type 只用于 meetings"))
    if wish.id is not None and folder in ("finance", "meetings"):
        raise Usage(_("{kind} 的文件名由日期决定，不写 --id").format(kind=folder))


def _started(root: Path, checked: Checked, shape: Shape, wish: Wish) -> Started:
    if shape.path.startswith("finance/"):
        from mingbai.cli.starters.month import start

        return start(checked, wish)
    from mingbai.cli.starters.example import start as start_from

    return start_from(root, checked, shape, wish)
