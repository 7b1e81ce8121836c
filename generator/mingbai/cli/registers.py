"""`mingbai import --as contracts …`: lists into the registers beside the months."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.cli.base import Usage
from mingbai.cli.refusals import refused
from mingbai.cli.session import Session
from mingbai.cli.words import _, listed

if TYPE_CHECKING:
    from mingbai.diagnostics import Diagnostic
    from mingbai.importing import Grid
    from mingbai.importing.registers import Merged, Register, RegisterMap
    from mingbai.kind import Shape
    from mingbai.schema import Record

KINDS = ("contracts", "budget", "assets", "resources", "debts", "donations", "goods", "services", "admission", "docs", "staff")
"""The registers that are lists of entries; a test compares them with the kinds."""


class Target:
    """The register that a kind keeps: the class of its file, of its entries, where the file lies."""

    def __init__(self, kind: str) -> None:
        from mingbai.importing.registers import list_of
        from mingbai.kinds import discover
        from mingbai.schema.record import nested

        self.shape: Shape = next(k for k in discover() if k.name == kind).shapes[0]
        self.root: type[Record] = self.shape.many or self.shape.record
        self.item: type[Record] = next(nested(list_of(self.root).annotation))

    def path(self, session: Session, map: RegisterMap, book: str | None) -> str:
        """Below ledgers/, from the book, the name of the file, the year.

        Raises:
            Usage: one of these is not said.
        """
        from mingbai.cli.community import books

        name = book or map.book
        wanted = {"book": name, "id": map.target, "year": map.file.get("年度") or map.file.get("year")}
        said = {k: str(v) for k, v in wanted.items() if v}
        if "{book}" in self.shape.path:
            known = books(session.root) if not session.output else ()
            if not name or (known and name not in known):
                raise Usage(_("没有说清账簿：在映射文件里写“账簿: 编号”，或用 --book；有：{known}").format(known=listed(known)))
        if "{id}" in self.shape.path and not map.target:
            raise Usage(_("没有说清写进哪个文件：在映射文件里写“文件名: 名称”（小写字母、数字、连字符）"))
        if "{year}" in self.shape.path and "year" not in said:
            raise Usage(_("没有说清年度：在映射文件的“文件”里写“年度: 2026”"))
        return self.shape.path.format(**said)


def proposed(session: Session, grid: Grid, kind: str, book: str | None) -> int:
    """The proposed map, on stdout or in the file of -o."""
    from mingbai.cli import guessing
    from mingbai.diagnostics import Place
    from mingbai.importing import UNKNOWN
    from mingbai.importing.guessing import guess_register
    from mingbai.importing.guessing.registers import required

    target = Target(kind)
    books = guessing.known(session, book).books
    one = books[0] if len(books) == 1 and "{book}" in target.shape.path else None
    found = guess_register(grid, target.item, required(target.root), one, named="{id}" in target.shape.path)
    if found is None:
        return refused(session, (UNKNOWN.at(Place(grid.path)),), {})
    return guessing.written(session, found)


def run(session: Session, grid: Grid, kind: str, map: RegisterMap, named: tuple[str, str], *, book: str | None, dry_run: bool) -> int:
    """Converts the rows and writes the register, whole or not at all; `named` is the map's path and text."""
    from mingbai.cli import files
    from mingbai.importing.registers import convert, merge

    target = Target(kind)
    below = target.path(session, map, book)
    shown = f"{session.output.rstrip('/')}/{Path(below).name}" if session.output else f"ledgers/{below}"
    path = Path(session.output) / Path(below).name if session.output else session.root / "ledgers" / below
    texts = {named[0]: named[1], grid.path: grid.text}
    made = convert(grid, target.item, map, named[0])
    if made.problems:
        return refused(session, made.problems, texts)
    old = path.read_bytes() if path.is_file() else None
    merged = merge(old, shown, target.root, map.file, made.entries, grid.path)
    problems = merged.problems or _unfit(merged.text, shown, target.root)
    if problems:
        return refused(session, problems, {**texts, shown: merged.text})
    if merged.added and not dry_run:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace({path: merged.text}, {} if old is None else {path: old})
    _told(session, made, merged, shown, dry_run=dry_run)
    return 0


def _unfit(text: str, shown: str, root: type[Record]) -> tuple[Diagnostic, ...]:
    """What our own reader, schema or privacy scan would refuse in the file to be written."""
    from mingbai import checking, reading
    from mingbai.schema import parse

    document, refused = reading.read(text.encode(), shown, 0)
    found = (*refused, *checking.scan(text, shown))
    return found if document.nodes is None else (*found, *parse(root, document.nodes, shown)[1])


def _told(session: Session, made: Register, merged: Merged, shown: str, *, dry_run: bool) -> None:
    if session.json:
        skipped = [{"row": s.row, "word": s.word, "what": s.what.en if s.what else ""} for s in made.skipped]
        account = {"rows": made.rows, "entries": len(made.entries), "skipped": len(skipped), "totals_proved": made.totals}
        session.data(
            {
                "schema": 1,
                "dry_run": dry_run,
                "account": account,
                "written": [{"path": shown, "added": merged.added, "unchanged": merged.same}],
                "skipped": skipped,
                "hidden": list(made.hidden),
                "notes": [note.en for note in made.notes],
                "findings": [],
            }
        )
        return
    head = _("{path}  会写 {added} 项（没有真的写），已有的 {same} 项相同") if dry_run else _("{path}  写好 {added} 项，已有的 {same} 项相同")
    session.say(head.format(path=shown, added=merged.added, same=merged.same))
    from mingbai.cli.months import hidden_rows, left_out

    for told_ in left_out(session, made.skipped):
        session.say(told_)
    for one_ in (*hidden_rows(made.hidden), *(note.say(session.lang) for note in made.notes)):
        session.say(one_)
    told = _("表里 {rows} 行 = 写成 {lines} 项 + 略过 {skipped} 行；印的合计核对相符 {totals} 处")
    session.say(told.format(rows=made.rows, lines=len(made.entries), skipped=len(made.skipped), totals=made.totals))
    if not dry_run:
        session.note(_("接下来：mingbai check，再与原表核对。"))
