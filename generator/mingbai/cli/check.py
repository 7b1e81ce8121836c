"""`mingbai check`."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _

if TYPE_CHECKING:
    from mingbai.diagnostics import Diagnostic
    from mingbai.pipeline import Checked


def _codes(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(c.strip().upper() for c in value.replace("，", ",").split(",") if c.strip()) if value else ()


@verb(
    "check",
    help=N_("检查台账：哪里写错了、在哪一行、怎么改。\n\n第一行是结论：可以发布，或不能发布。提醒照样公布，不妨碍发布；建议不计数。"),
    uses=("format", "output"),
    params=[
        click.Argument(["paths"], nargs=-1, metavar="[PATH…]"),
        click.Option(["--strict"], is_flag=True, help=N_("有提醒也算不通过（退出码 1）")),
        click.Option(["--select"], metavar="CODE,…", callback=_codes, help=N_("只列这些代码，写开头几个字母也行，例如 FIN,REF001")),
        click.Option(["--ignore"], metavar="CODE,…", callback=_codes, help=N_("不列这些代码")),
    ],
    examples=[
        (N_("检查整个社区"), "mingbai check"),
        (N_("只看一个月的账"), "mingbai check ledgers/finance/committee/2026-03.yml"),
        (N_("提醒也不放过，只看财务"), "mingbai check --strict --select FIN"),
        (N_("给程序用"), "mingbai check -f json -o report.json"),
    ],
)
def COMMAND(ctx: click.Context, paths: tuple[str, ...], strict: bool, select: tuple[str, ...], ignore: tuple[str, ...]) -> int:  # noqa: N802
    """Checks and prints; the exit code counts what is listed."""
    from mingbai import pipeline

    session = Session(ctx)
    root = session.root
    wanted = [_below(path, root) for path in paths]
    began = time.monotonic()
    checked = pipeline.check(root, session.as_of)
    session.keep(checked)
    told = _("读了 {files} 个文件，用时 {seconds:.1f} 秒；以 {day} 为准，社区在 {root}")
    session.detail(told.format(files=len(checked.texts), seconds=time.monotonic() - began, day=session.as_of, root=root))
    listed = [f for f in checked.findings if _among(f, wanted, select, ignore)]
    show(session, root, checked, listed)
    return verdict(checked, listed, strict=strict)


def _below(path: str, root: Path) -> str:
    """A path as findings name it: relative to the community's folder, typed from here or from there."""
    for base in (Path.cwd(), root):
        if (base / path).exists():
            below = os.path.relpath((base / path).resolve(), root.resolve())
            if not below.startswith(".."):
                return Path(below).as_posix()
    raise Usage(_("社区的文件夹里没有 {path}").format(path=path))


def _among(finding: Diagnostic, paths: Sequence[str], select: Sequence[str], ignore: Sequence[str]) -> bool:
    path, code = finding.place.path, finding.code.id
    here = not paths or any(p in (".", path) or path.startswith(f"{p}/") for p in paths)
    return here and (not select or code.startswith(tuple(select))) and not (ignore and code.startswith(tuple(ignore)))


def show(session: Session, root: Path, checked: Checked, listed: Sequence[Diagnostic]) -> None:
    """The report in the format asked for."""
    from mingbai import pipeline
    from mingbai.reporting import json, text

    law = checked.books.law
    if session.json:
        session.data(json.report(listed, checked.findings, law, session.as_of, session.lang))
        return
    session.say(text.verdict(checked.errors, checked.warnings, session.lang))
    hidden = len(checked.findings) - len(listed)
    if hidden:
        session.say(_("下面只列出您要看的 {listed} 处，另有 {hidden} 处没有列出。").format(listed=len(listed), hidden=hidden))
    if session.quiet:
        return
    style = text.Style(session.lang, law, pipeline.texts(root, checked, listed), session.colour)
    for line in text.report(listed, style):
        session.say(line)


def verdict(checked: Checked, listed: Sequence[Diagnostic], *, strict: bool = False) -> int:
    """0, 1 for errors among those listed (with `strict` for warnings too), 3 where a check of ours crashed."""
    from mingbai.checking import CRASHED
    from mingbai.diagnostics import Severity

    if any(f.code is CRASHED for f in checked.findings):
        return 3
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(f.severity in bad for f in listed))
