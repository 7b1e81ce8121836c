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
        "KIND 是 finance（下一个月的账）、meetings（会议）、matters（事项）、pacts（公约）、services（办事指南）、projects（项目）、handovers（交接）、"
        "elections（选举）、commitments（承诺）、admission（准入台账）、objections（异议和答复）、appraisals（民主评议）、notices（公示和通告）、docs（制度、计划、报告、审计）、staff（工作人员）、law（本地规定）；"
        "账簿里的台账：budget（预算）、contracts（合同）、assets（固定资产）、resources（资源）、debts（债权债务）、donations（捐赠）、goods（物资）、levies（一事一议）、"
        "distribution（收益分配）；disclosures（公布登记）。"
    ),
    params=[
        click.Argument(["kind"], metavar="KIND"),
        click.Option(["--date"], metavar="DATE", help=N_("哪一天的会，或哪个月的账（默认：会议是今天，账是接着的一个月）")),
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；只有一本账就不用写")),
        click.Option(["--id"], metavar="ID", help=N_("文件名（不带 .yml），用小写字母、数字和连字符")),
        click.Option(
            ["--type"],
            metavar="TYPE",
            help=N_(
                "什么会：议事会、居民代表会议……也可以写简称，例如 yishi；什么程序：三会、四议两公开；什么选举：换届选举、罢免；什么公约：楼道公约、三约（社区—居民）"
            ),
        ),
    ],
    examples=[
        (N_("下个月的账"), "mingbai new finance"),
        (N_("三月五日的议事会"), "mingbai new meetings --date 2026-03-05 --type 议事会"),
        (N_("一件走四议两公开的事"), "mingbai new matters --id 2026-huodongshi --type 四议两公开"),
        (N_("居委会账的合同台账"), "mingbai new contracts --book committee"),
        (N_("一份新公约"), "mingbai new pacts --id wenming-yangquan"),
        (N_("一个楼道自己的公约"), "mingbai new pacts --id san-haolou --type 楼道公约"),
    ],
)
def COMMAND(ctx: click.Context, kind: str, date: str | None, book: str | None, id: str | None, type: str | None) -> int:  # noqa: N802
    """Finds the place, writes the starter, says what comes next."""
    from mingbai import pipeline
    from mingbai.cli import files

    session = Session(ctx)
    owner, shape = _shape(kind)
    if id is not None and not _ID.fullmatch(id):
        raise Usage(_("--id 只能用小写字母、数字和连字符，例如 wenming-yangquan"))
    wish = Wish(day(date, "--date") if date else None, book, id, type)
    _only_for(owner, shape, wish)
    checked = pipeline.check(session.root, session.as_of)
    started = _started(session.root, checked, owner, shape, wish)
    path = session.root / pipeline.LEDGERS / started.path
    if path.exists():
        raise Usage(_("{path} 已经有了，不动它").format(path=f"ledgers/{started.path}"))
    files.put({path: started.text})
    session.say(f"ledgers/{started.path}")
    session.note(_("写好了，里面是例子。接下来：打开它，改成真实内容，再运行 mingbai check"))
    return 0


def _shape(kind: str) -> tuple[str, Shape]:
    """The kind and the sort of file meant: by the kind's name where we have a template for it, else by its folder below `ledgers/`."""
    from mingbai.cli.starters import register
    from mingbai.kinds import discover

    templates = register.offered()
    offered = {
        s.path.split("/")[0]: (k.name, s) for k in reversed(discover()) for s in reversed(k.shapes) if "/" in s.path and k.name not in templates
    }
    offered |= {k.name: (k.name, k.shapes[0]) for k in discover() if k.name in templates}
    found = offered.get(kind)
    if found is None:
        hint = _("社区本身用 mingbai init 建立。") if kind == "community" else ""
        raise Usage(_("没有 {kind} 这种台账可以新建；有：{kinds}。").format(kind=repr(kind), kinds=listed(sorted(offered))) + hint)
    return found


def _only_for(owner: str, shape: Shape, wish: Wish) -> None:
    """Flags that mean nothing here are refused, not ignored."""
    folder = shape.path.split("/")[0]
    if wish.book is not None and folder != "finance":
        raise Usage(_("--book 只用于账簿里的台账"))
    if wish.type is not None and folder not in ("meetings", "matters", "elections", "pacts"):
        raise Usage(_("--type 只用于 meetings、matters、elections、pacts"))
    from mingbai.cli.starters import register

    if wish.id is not None and folder in ("finance", "meetings") and owner not in register.offered():
        raise Usage(_("{kind} 的文件名由日期决定，不写 --id").format(kind=folder))


def _started(root: Path, checked: Checked, owner: str, shape: Shape, wish: Wish) -> Started:
    from mingbai.cli.starters import register

    if owner in register.offered():
        return register.start(root, checked, owner, shape, wish)
    if owner == "finance":
        from mingbai.cli.starters.month import start

        return start(checked, wish)
    from mingbai.cli.starters.example import start as start_from

    return start_from(root, checked, shape, wish)
