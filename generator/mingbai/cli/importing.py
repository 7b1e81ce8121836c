"""`mingbai import`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.progress import progress
from mingbai.cli.refusals import refused
from mingbai.cli.registers import KINDS
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed
from mingbai.diagnostics import Place

if TYPE_CHECKING:
    from mingbai.diagnostics import Diagnostic
    from mingbai.importing import Grid, Map
    from mingbai.importing.registers import RegisterMap
    from mingbai.schema import Record
    from mingbai.values.text import Lang

M = TypeVar("M", bound="Record")
_BOOK = re.compile(r"[a-z0-9][a-z0-9-]*")

_HELP = N_(
    "把表格变成台账文件，每月一个：.xlsx、.xls、.ods，或 CSV（UTF-8、UTF-16、GB18030、Big5）。\n\n"
    "表格不用先整理：标题、两行表头、合并的格子、合计、以下空白、签字栏都认得；每一行不是写成一笔，就是说明为什么略过。"
    "印的合计由程序重算，差一分就不导入。有一格读不懂就全部不写，并说明是第几行、哪一列。\n\n"
    "那个月已经有台账的，只加没有的：记过的（凭证号相同，或没有凭证号的日期、金额、内容相同）不再记，内容不同的不导入并指出两边；结了账的月份不动。\n\n"
    "映射文件说明哪一列是什么（键名用中文或英文都可以）：\n\n"
    "  账簿: bank\n"
    "  工作表: 一月\n"
    "  列: {日期: 记账日期, 凭证: 凭证号, 摘要: 用途, 金额: 金额, 备注: 备注}\n"
    "  方向: {列: 收支, 收入: [收入], 支出: [支出], 略过: [合计]}\n"
    "  固定: {账户: bank, 票据: 银行回单, 经办: 文书}\n"
    "  日期: {历法: 公历, 次序: 年月日}\n"
    "  期间: {列: 月份}\n"
    "  金额: {支票: 略过, 空白: 略过}\n"
    "  单位: 元\n\n"
    "不会写映射文件的，先 --guess：程序看表猜一份，每一条都写明理由，拿不准的写成“请确认”；改好以后用 --map 导入。"
    "不写 --map 就按猜的导入，有一处拿不准就什么也不写，只说看懂了什么、要问什么。\n\n"
    "列名有两行的写“上/下”，各表列名不同的写“甲|乙”。方向也可以写“方向: 正负号”，两列金额“方向: {收入列: 贷方, 支出列: 借方}”，"
    "收入一张、支出一张的“方向: 分段”；整张表都是支出就写“固定: {类型: 支出}”。收入在左、支出在右的，右边那张写在“另有”里。"
    "没有日期列的写“期间: {固定: 2026-03}”，按期末记；25 日结账的写“期间: {截止日: 25}”。"
    "“表尾”是表格结束的词，“略过行”是不算收支的词，“结余: {词: 存款余额, 账户: bank}”把印的余额写进结账去核对，“核对合计”是别处印的合计。"
    "金额有红字的写“红字: 负数”或“红字: 照数”；下面还有别的表的写“末行: 40”。"
    "“资金”“账户”“科目”列里的词不是编号的，写名称也认得，认不出的写“资金: {上级补助: office-2026}”；26.3.5 是 2026 年的写“日期: {两位年份: 是}”。"
)


@verb(
    "import",
    help=_HELP,
    uses=("format", "output"),
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Option(
            ["--as", "kind"],
            metavar="KIND",
            type=click.Choice(["finance", *KINDS]),
            required=True,
            help=N_(
                "导入成哪种台账：finance（收支）、contracts（合同）、budget（预算）、assets（资产）、resources（资源）、debts（债权债务）、donations（捐赠）、goods（物资）、services（办事指南）、admission（职责清单）、docs（工作计划的任务）、staff（工作人员）"
            ),
        ),
        click.Option(["--map", "map_file"], metavar="MAP.yml", help=N_("映射文件；不写就看表猜一份，没有拿不准的才写进台账")),
        click.Option(["--guess"], is_flag=True, help=N_("只猜映射文件，连同理由和要确认的写出来（-o MAP.yml），不导入")),
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；映射文件里写了就不用")),
        click.Option(["--sheet"], metavar="NAME", help=N_("哪张工作表；只有一张时不用，映射文件里写了也不用")),
        click.Option(["--encoding"], metavar="NAME", help=N_("CSV 的编码，认错了才写：gb18030、big5、utf-8……")),
        click.Option(["--dry-run"], is_flag=True, help=N_("只看结果，不写文件")),
    ],
    examples=[
        (N_("看表猜一份映射文件，改好再用"), "mingbai import bank.csv --as finance --guess -o map.yml"),
        (N_("先看看会写出什么"), "mingbai import bank.csv --as finance --map map.yml --dry-run"),
        (N_("写进居委会账"), "mingbai import bank.csv --as finance --map map.yml --book committee"),
        (N_("写到别的文件夹里，先核对"), "mingbai import bank.csv --as finance --map map.yml -o draft"),
    ],
)
def COMMAND(  # noqa: N802
    ctx: click.Context,
    file: str,
    kind: str,
    map_file: str | None,
    guess: bool,
    book: str | None,
    sheet: str | None,
    encoding: str | None,
    dry_run: bool,
) -> int:
    """Reads, converts, writes; all or nothing."""
    from mingbai import importing
    from mingbai.cli import guessing, registers
    from mingbai.importing import Map
    from mingbai.importing.registers import RegisterMap

    session = Session(ctx, output_is_folder=not guess)
    data = _bytes(file)
    if guess and map_file is not None:
        raise Usage(_("--guess 是看表猜映射文件，不和 --map 一起用"))
    if map_file is None:
        grid, unreadable = importing.grid(data, file, sheet, encoding)
        if grid is None or unreadable:
            return refused(session, unreadable, {file: grid.text} if grid else {})
        if kind != "finance":
            if not guess:
                raise Usage(_("导入 {kind} 要有映射文件：先用 --guess -o map.yml 写出一份，补好再用 --map").format(kind=kind))
            return registers.proposed(session, grid, kind, book)
        found = importing.guess(grid, guessing.known(session, book))
        if found is None:
            return refused(session, (importing.UNKNOWN.at(Place(file)),), {})
        if guess:
            return guessing.written(session, found)
        guessing.told(session, found)
        if found.questions:
            return refused(session, guessing.asked(found, file), {file: grid.text})
        return _converted(session, grid, found.map, guessing.NAME, {guessing.NAME: found.text(session.lang)}, book=book, dry_run=dry_run)
    record: type[Map | RegisterMap] = Map if kind == "finance" else RegisterMap
    map, texts, problems = _map(_bytes(map_file), map_file, record)
    if map is None:
        return refused(session, problems, texts)
    grid, unreadable = importing.grid(data, file, sheet or map.sheet, encoding or map.encoding)
    if grid is None or unreadable:
        return refused(session, unreadable, {file: grid.text} if grid else {})
    if isinstance(map, RegisterMap):
        return registers.run(session, grid, kind, map, (map_file, texts[map_file]), book=book, dry_run=dry_run)
    return _converted(session, grid, map, map_file, texts, book=book, dry_run=dry_run)


def _converted(session: Session, grid: Grid, map: Map, map_file: str, texts: dict[str, str], *, book: str | None, dry_run: bool) -> int:
    """Converts the rows by the map and writes the months."""
    from mingbai import importing
    from mingbai.cli import guessing, months

    name = book or map.book
    if not name or not _BOOK.fullmatch(name):
        raise Usage(_("没有说清账簿：在映射文件里写“账簿: 编号”，或用 --book"))
    folder, shown = _folder(session, name)
    target = months.Target(folder, shown, grid.path, *_writing(session))
    result = importing.convert_grid(grid, map, map_file, guessing.known(session, name), progress(session))
    made = [months.planned(month, target) for month in result.months]
    problems = (*result.problems, *(p for one in made for p in one.problems))
    problems = problems or tuple(months.unfit(made, target.scripts))
    if problems:
        return refused(session, problems, {**texts, grid.path: grid.text, **{one.shown: one.text for one in made}})
    if not dry_run:
        months.write(made)
    months.told(session, result, made, dry_run=dry_run)
    return 0


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise Usage(_("没有 {path} 这个文件").format(path=path)) from None


def _map(data: bytes, path: str, record: type[M]) -> tuple[M | None, dict[str, str], tuple[Diagnostic, ...]]:
    from mingbai import reading
    from mingbai.schema import parse

    document, refused = reading.read(data, path, 0)
    if document.nodes is None:
        return None, {path: document.text}, refused
    map, problems = parse(record, document.nodes, path)
    return map, {path: document.text}, problems


def _folder(session: Session, book: str) -> tuple[Path, str]:
    """Where the months go, and how that is said; the book must be one of the community's."""
    if session.output:
        return Path(session.output), session.output.rstrip("/\\")
    from mingbai.cli.community import books

    known = books(session.root)
    if known and book not in known:
        raise Usage(_("community.yml 里没有编号为 {book} 的账簿；有：{known}").format(book=repr(book), known=listed(known)))
    return session.root / "ledgers" / "finance" / book, f"ledgers/finance/{book}"


def _writing(session: Session) -> tuple[Lang, frozenset[str]]:
    """The language of the community's keys, and the scripts it has named beside Chinese."""
    from mingbai.cli.community import load
    from mingbai.kinds.community.records import Spelling

    community = None if session.output else load(session.root)
    if community is None:
        return "zh", frozenset()
    return ("en" if community.spelling is Spelling.ENGLISH else "zh"), frozenset(community.scripts)
