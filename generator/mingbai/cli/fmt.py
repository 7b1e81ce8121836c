"""`mingbai fmt`."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _

if TYPE_CHECKING:
    from mingbai.keeping import Tidied


@verb(
    "fmt",
    help=N_(
        "把台账写成统一的样子：栏目的顺序、日期和金额的写法、缩进。\n\n"
        "只改样子，不改意思：改完再读一遍，读出来不一样就不写。注释都留着，跟着它说明的那一栏走。"
        "读不懂的文件原样不动，说明哪里不对（退出码 1）。栏目名用中文还是英文，看 community.yml 的“栏目语言”。"
    ),
    params=[
        click.Argument(["paths"], metavar="[PATH…]", nargs=-1),
        click.Option(["--check"], is_flag=True, help=N_("只看有没有要改的，不写；有就退出码 1")),
    ],
    examples=[
        (N_("整理全部台账"), "mingbai fmt"),
        (N_("只整理一个文件"), "mingbai fmt ledgers/finance/committee/2026-03.yml"),
        (N_("提交之前看看有没有没整理的；加 -v 看改哪里"), "mingbai fmt --check"),
    ],
)
def COMMAND(ctx: click.Context, paths: tuple[str, ...], check: bool) -> int:  # noqa: N802
    """Every file by itself: one that cannot be read does not keep the others from being tidied."""
    from mingbai.cli.community import load
    from mingbai.cli.files import replace
    from mingbai.kinds import discover
    from mingbai.kinds.community.records import Spelling

    session = Session(ctx)
    community = load(session.root)
    if community is None and (session.root / "ledgers" / "community.yml").is_file():
        return _unknown(session)
    english = community is not None and community.spelling is Spelling.ENGLISH
    scripts = frozenset(community.scripts if community else ())
    from mingbai import keeping, pipeline

    kinds, changed, refused = discover(), 0, 0
    for path in _named(session.root, paths):
        file = session.root / pipeline.LEDGERS / path
        if pipeline.claim(path, kinds) is None:
            session.note(_("{path} 不是台账文件，没有动").format(path=f"{pipeline.LEDGERS}/{path}"))
            continue
        one = keeping.tidy(file.read_bytes(), path, kinds, "en" if english else "zh", scripts)
        if one.after is None:
            refused += 1
            _refuse(session, one)
        elif one.changed:
            changed += 1
            session.say((_("会改写 {path}") if check else _("改写 {path}")).format(path=f"{pipeline.LEDGERS}/{path}"))
            if session.verbose:
                for line in _difference(one):
                    session.say(line)
            if not check:
                replace({file: one.after}, {file: one.before})
    _conclude(session, changed, refused, check=check)
    return 1 if refused or (check and changed) else 0


def _unknown(session: Session) -> int:
    """Without community.yml nobody knows in which language keys are written, nor which scripts may stand: nothing is touched."""
    from mingbai import keeping
    from mingbai.kinds import discover

    path = "community.yml"
    one = keeping.tidy((session.root / "ledgers" / path).read_bytes(), path, discover())
    if one.after is None:
        _refuse(session, one)
    session.note(_("先改好 community.yml：栏目用中文还是英文写在那里。什么也没有动。"))
    return 1


def _named(root: Path, paths: tuple[str, ...]) -> Iterator[str]:
    """The files below ledgers/ that were named, or all."""
    from mingbai import pipeline, reading

    ledgers = root / pipeline.LEDGERS
    every, _found = reading.listing(ledgers, prefix=pipeline.LEDGERS)
    if not paths:
        yield from every
        return
    for typed in paths:
        place = next((p for p in (Path(typed), root / typed, ledgers / typed) if p.exists()), None)
        if place is None:
            raise Usage(_("没有 {path} 这个文件").format(path=typed))
        if not place.resolve().is_relative_to(ledgers.resolve()):
            raise Usage(_("{path} 不在 ledgers/ 里").format(path=typed))
        inside = place.resolve().relative_to(ledgers.resolve()).as_posix()
        yield from (e for e in every if inside in (e, ".") or e.startswith(f"{inside}/"))


def _difference(one: Tidied) -> Iterator[str]:
    before, after = one.text.splitlines(), (one.after or "").splitlines()
    return difflib.unified_diff(before, after, one.path, one.path, lineterm="")


def _refuse(session: Session, one: Tidied) -> None:
    from mingbai import pipeline
    from mingbai.packs import Law
    from mingbai.reporting import text

    texts = {f"{pipeline.LEDGERS}/{one.path}": one.text}
    placed = pipeline.located(one.findings, texts)
    session.say(_("{path} 读不懂，没有动：").format(path=f"{pipeline.LEDGERS}/{one.path}"))
    for line in text.report(placed, text.Style(session.lang, Law(), texts, session.colour)):
        session.say(line)


def _conclude(session: Session, changed: int, refused: int, *, check: bool) -> None:
    if not changed and not refused:
        session.note(_("都已经是统一的样子。"))
    elif changed:
        told = _("有 {count} 个文件要改写；运行 mingbai fmt 就会改好。") if check else _("改写了 {count} 个文件，意思都没有变。")
        session.note(told.format(count=changed))
