"""`mingbai export`."""

from __future__ import annotations

import click

from mingbai.cli.base import verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _


@verb(
    "export",
    help=N_(
        "把账导出给别的记账程序，让它们独立再算一遍。FORMAT 是 hledger 或 beancount。\n\n"
        "每一笔的全部事实写成标签或元数据；每月末每个账户、每项资金的余额写成断言，差一分那边就不通过。"
        "只导出可以公布的内容；台账有错误时不导出（退出码 1）。"
    ),
    uses=("output",),
    params=[click.Argument(["form"], metavar="FORMAT", type=click.Choice(["hledger", "beancount"]))],
    examples=[
        (N_("写成文件，再运行 hledger -f books.journal check --strict"), "mingbai export hledger -o books.journal"),
        (N_("写成文件，再运行 bean-check books.beancount"), "mingbai export beancount -o books.beancount"),
    ],
)
def COMMAND(ctx: click.Context, form: str) -> int:  # noqa: N802
    """Checks; what has no errors is written, to standard output unless a file is named."""
    from mingbai import exporting, pipeline
    from mingbai.cli.check import show

    session = Session(ctx, output_is_folder=True)
    root = session.root
    checked = pipeline.check(root, session.as_of)
    if checked.errors:
        show(session, root, checked, checked.findings)
        session.note(_("有错误，没有导出。"))
        return 1
    made = exporting.journal(pipeline.view(checked), pipeline.facts(checked).name)
    session.file(exporting.WRITERS[form](made))
    if session.output:
        session.note(_("写好 {path}：{books} 本账，{lines} 笔").format(path=session.output, books=len(made.books), lines=made.lines))
    return 0
