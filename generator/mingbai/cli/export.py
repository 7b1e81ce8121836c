"""`mingbai export`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _

_JOURNALS = ("hledger", "beancount")
_FOLDERS = ("csv", "datapackage", "parquet")
_SINGLE = ("xlsx", "sqlite")


@verb(
    "export",
    help=N_(
        "把可以公布的内容导出给别的程序。\n\n"
        "FORMAT 是 hledger 或 beancount：每一笔的全部事实写成标签或元数据，每月末每个账户、每项资金的余额写成断言，差一分那边就不通过。\n\n"
        "FORMAT 是 csv、xlsx、datapackage、parquet 或 sqlite：网站上的全部表格。csv、datapackage、parquet 写进一个文件夹，xlsx、sqlite 是一个文件。"
        "台账有错误时不导出（退出码 1）。"
    ),
    uses=("output",),
    params=[click.Argument(["form"], metavar="FORMAT", type=click.Choice([*_JOURNALS, *_FOLDERS, *_SINGLE]))],
    examples=[
        (N_("写成文件，再运行 hledger -f books.journal check --strict"), "mingbai export hledger -o books.journal"),
        (N_("写成文件，再运行 bean-check books.beancount"), "mingbai export beancount -o books.beancount"),
        (N_("全部表格放进一个工作簿，用 WPS、Excel 打开"), "mingbai export xlsx -o tables.xlsx"),
        (N_("全部表格和说明放进一个文件夹，给做研究的人"), "mingbai export datapackage -o data"),
    ],
)
def COMMAND(ctx: click.Context, form: str) -> int:  # noqa: N802
    """Checks; what has no errors is written, to standard output unless a file is named."""
    from mingbai import exporting, pipeline
    from mingbai.cli.check import show

    session = Session(ctx, output_is_folder=True)
    if form in _FOLDERS and not session.output:
        raise Usage(_("{form} 是许多文件，用 -o 写一个文件夹").format(form=form))
    if form in _SINGLE and not session.output and sys.stdout.isatty():
        raise Usage(_("{form} 不是文字，用 -o 写一个文件").format(form=form))
    root = session.root
    checked = pipeline.check(root, session.as_of)
    if checked.errors:
        show(session, root, checked, checked.findings)
        session.note(_("有错误，没有导出。"))
        return 1
    if form not in _JOURNALS:
        return _tables(session, checked, form)
    made = exporting.journal(pipeline.view(checked), pipeline.facts(checked).name)
    session.file(exporting.WRITERS[form](made))
    if session.output:
        session.note(_("写好 {path}：{books} 本账，{lines} 笔").format(path=session.output, books=len(made.books), lines=made.lines))
    return 0


def _tables(session: Session, checked: object, form: str) -> int:
    from mingbai import pipeline
    from mingbai.exporting import tables
    from mingbai.kinds.community.records import Community
    from mingbai.rendering.identities import identified

    assert isinstance(checked, pipeline.Checked)
    seen = pipeline.view(checked)
    found = [identified(t) for kind in seen.kinds for t in kind.datasets(seen)]
    community = checked.books.the(Community)
    write = (tables.FOLDERS | tables.SINGLE)[form]
    try:
        about = pipeline.facts(checked)
        files = write(found, about.name, (community.web if community else None) or "", checked.books.as_of, about.licence)
    except tables.TooLongError as long:
        session.note(_("表 {name} 有 {rows} 行，工作表放不下：用 csv 或 sqlite。").format(name=long.name, rows=long.rows))
        return 1
    except tables.MissingError:
        session.note(_("Parquet 要另外安装：pip install 'mingbai[parquet]'。"))
        return 1
    if not session.output:
        sys.stdout.flush()
        sys.stdout.buffer.write(files[""])
        return 0
    _put(files, Path(session.output))
    session.note(_("写好 {path}：{tables} 张表，{rows} 行").format(path=session.output, tables=len(found), rows=sum(len(t.rows) for t in found)))
    return 0


def _put(files: Mapping[str, bytes], target: Path) -> None:
    """The files in the folder `target`, or the one file as `target`; all are on the disk before the first takes its place."""
    from mingbai.cli.files import replace

    if "" not in files:
        target.mkdir(parents=True, exist_ok=True)
    replace({target / name if name else target: data for name, data in files.items()}, None)
