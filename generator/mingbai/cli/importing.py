"""`mingbai import`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.cli.files import New
    from mingbai.diagnostics import Diagnostic
    from mingbai.importing import Imported, Map, MonthNodes

_BOOK = re.compile(r"[a-z0-9][a-z0-9-]*")

_HELP = N_(
    "把表格变成台账文件，每月一个：.xlsx、.xls、.ods，或 CSV（UTF-8、UTF-16、GB18030、Big5）。\n\n"
    "表格不用先整理：标题、两行表头、合并的格子、合计、以下空白、签字栏都认得；每一行不是写成一笔，就是说明为什么略过。"
    "印的合计由程序重算，差一分就不导入。有一格读不懂就全部不写，并说明是第几行、哪一列；已有的文件不覆盖。\n\n"
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
    "列名有两行的写“上/下”，各表列名不同的写“甲|乙”。方向也可以写“方向: 正负号”，两列金额“方向: {收入列: 贷方, 支出列: 借方}”，"
    "收入一张、支出一张的“方向: 分段”；整张表都是支出就写“固定: {类型: 支出}”。收入在左、支出在右的，右边那张写在“另有”里。"
    "没有日期列的写“期间: {固定: 2026-03}”，按期末记；25 日结账的写“期间: {截止日: 25}”。"
    "“表尾”是表格结束的词，“略过行”是不算收支的词，“结余: {词: 存款余额, 账户: bank}”把印的余额写进结账去核对，“核对合计”是别处印的合计。"
)


@verb(
    "import",
    help=_HELP,
    uses=("format", "output"),
    params=[
        click.Argument(["file"], metavar="FILE"),
        click.Option(["--as", "kind"], type=click.Choice(["finance"]), required=True, help=N_("导入成哪种台账：现在有 finance（收支）")),
        click.Option(["--map", "map_file"], metavar="MAP.yml", required=True, help=N_("映射文件")),
        click.Option(["--book"], metavar="BOOK", help=N_("账簿编号；映射文件里写了就不用")),
        click.Option(["--sheet"], metavar="NAME", help=N_("哪张工作表；只有一张时不用，映射文件里写了也不用")),
        click.Option(["--dry-run"], is_flag=True, help=N_("只看结果，不写文件")),
    ],
    examples=[
        (N_("先看看会写出什么"), "mingbai import bank.csv --as finance --map map.yml --dry-run"),
        (N_("写进居委会账"), "mingbai import bank.csv --as finance --map map.yml --book committee"),
        (N_("写到别的文件夹里，先核对"), "mingbai import bank.csv --as finance --map map.yml -o draft"),
    ],
)
def COMMAND(ctx: click.Context, file: str, kind: str, map_file: str, book: str | None, sheet: str | None, dry_run: bool) -> int:  # noqa: N802
    """Reads, converts, writes; all or nothing."""
    from mingbai import importing
    from mingbai.cli import files
    from mingbai.diagnostics import Place

    session = Session(ctx, output_is_folder=True)
    data, map_data = _bytes(file), _bytes(map_file)
    map, texts, problems = _map(map_data, map_file)
    if map is None:
        return _refused(session, problems, texts)
    name = book or map.book
    if not name or not _BOOK.fullmatch(name):
        raise Usage(_("没有说清账簿：在映射文件里写“账簿: 编号”，或用 --book"))
    folder, shown = _folder(session, name)
    grid, ragged = importing.grid(data, file, sheet or map.sheet, map.encoding)
    if grid is None:
        return _refused(session, ragged, {})
    result = importing.convert_grid(grid, map, map_file)
    new = [files.New(folder / f"{m.period}.yml", f"{shown}/{m.period}.yml", m.nodes) for m in result.months]
    problems = (
        *ragged,
        *result.problems,
        *_unfit(new, _scripts(session)),
        *(importing.EXISTS.at(Place(n.shown), path=n.shown) for n in new if n.differs),
    )
    if problems:
        return _refused(session, problems, {**texts, file: grid.text, **{n.shown: n.text for n in new if not n.differs}})
    if not dry_run:
        files.write(new)
    _told(session, result, new, dry_run=dry_run)
    return 0


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise Usage(_("没有 {path} 这个文件").format(path=path)) from None


def _map(data: bytes, path: str) -> tuple[Map | None, dict[str, str], tuple[Diagnostic, ...]]:
    from mingbai import reading
    from mingbai.importing import Map
    from mingbai.schema import parse

    document, refused = reading.read(data, path, 0)
    if document.nodes is None:
        return None, {path: document.text}, refused
    map, problems = parse(Map, document.nodes, path)
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


def _scripts(session: Session) -> frozenset[str]:
    """The scripts the community has named beside Chinese."""
    from mingbai.cli.community import load

    community = None if session.output else load(session.root)
    return frozenset(community.scripts if community else ())


def _unfit(new: Sequence[New], scripts: frozenset[str]) -> list[Diagnostic]:
    """What our own reader, schema or privacy scan would refuse in the files to be written, at the line of that file."""
    from mingbai import checking, reading
    from mingbai.kinds import discover
    from mingbai.schema import parse

    record = next(k.shapes[0].record for k in discover() if k.name == "finance")
    found: list[Diagnostic] = []
    for one in new:
        document, refused = reading.read(one.text.encode(), one.shown, 0, scripts=scripts)
        found += [*refused, *checking.scan(one.text, one.shown)]
        if document.nodes is not None:
            found += parse(record, document.nodes, one.shown)[1]
    return found


def _refused(session: Session, problems: Sequence[Diagnostic], texts: dict[str, str]) -> int:
    from mingbai import pipeline
    from mingbai.packs import Law
    from mingbai.reporting import json, text

    placed = pipeline.located(problems, texts)
    if session.json:
        session.data({"schema": 1, "written": [], "skipped": [], "findings": [json.entry(p, Law(), session.lang) for p in placed]})
        return 1
    session.say(_("不能导入（{count} 处），什么也没有写。").format(count=len(placed)))
    for line in text.report(placed, text.Style(session.lang, Law(), texts, session.colour)):
        session.say(line)
    return 1


def _told(session: Session, result: Imported, new: Sequence[New], *, dry_run: bool) -> None:
    """What was written, with its sums, and what was skipped."""
    if session.json:
        written = [_entry(m, n) for m, n in zip(result.months, new, strict=True)]
        skipped = [{"row": s.row, "column": s.column, "word": s.word, "what": s.what.en if s.what else "skipped by the map"} for s in result.skipped]
        account = {"rows": result.rows, "lines": sum(m.lines for m in result.months), "skipped": len(skipped), "totals_proved": result.totals}
        session.data({"schema": 1, "dry_run": dry_run, "account": account, "written": written, "skipped": skipped, "findings": []})
        return
    from mingbai.values.money import grouped

    lines = sum(m.lines for m in result.months)
    head = _("会写 {months} 个月，{lines} 笔（没有真的写）") if dry_run else _("写好 {months} 个月，{lines} 笔")
    session.say(head.format(months=len(new), lines=lines))
    for month, one in zip(result.months, new, strict=True):
        same = _("（已有，内容相同）") if one.same else ""
        row = _("{path}  {lines} 笔  收入 {income}  支出 {expense}")
        session.say("  " + row.format(path=one.shown, lines=month.lines, income=grouped(month.income), expense=grouped(month.expense)) + same)
    for one_ in result.skipped:
        if one_.what is None:
            session.say(_("略过第 {row} 行：“{column}”列是“{word}”").format(row=one_.row, column=one_.column, word=one_.word))
        else:
            what = one_.what.zh if session.lang == "zh" else one_.what.en
            session.say(_("略过第 {row} 行：{what}（{word}）").format(row=one_.row, what=what, word=one_.word[:24]))
    told = _("表里 {rows} 行 = 写成 {lines} 笔 + 略过 {skipped} 行；印的合计核对相符 {totals} 处")
    session.say(told.format(rows=result.rows, lines=lines, skipped=len(result.skipped), totals=result.totals))
    if not dry_run:
        session.note(_("接下来：mingbai check，再核对每月的合计与原表是否相同。"))


def _entry(month: MonthNodes, new: New) -> dict[str, object]:
    from mingbai.values.money import plain

    return {
        "path": new.shown,
        "period": str(month.period),
        "lines": month.lines,
        "income": plain(month.income),
        "expense": plain(month.expense),
        "unchanged": new.same,
    }
