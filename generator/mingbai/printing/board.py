"""`private/board.yml`: lists that may hang on the board and must never reach git, the site or its search; read only when notices are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from mingbai import checking, pipeline
from mingbai.books import Books
from mingbai.checking.tracked import PRIVATE, repository
from mingbai.diagnostics import Diagnostic, Place, Severity
from mingbai.kinds.disclosures.binding import bound
from mingbai.kinds.disclosures.evidence import evidence
from mingbai.printing.codes import CELLS, NO_ITEM, NO_OBJECT, NOT_IGNORED
from mingbai.reading import read
from mingbai.schema import parse
from mingbai.schema.record import FILE_SHIFT, Privacy, Record, fields, label
from mingbai.sheets import Grid, Head
from mingbai.values.periods import Period
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, OneOrMany, Words

FILE = f"{PRIVATE}/board.yml"
_BOARD = Privacy.BOARD
_NUMBER = 1 << 20
"""Its number among files: beyond those of any community."""
_BETWEEN = re.compile(r"\s*[|｜]\s*")
_FIGURE = re.compile(r"[-+]?[\d,]+(?:\.\d+)?")
_IGNORING = re.compile(r"^/?(?:\*\*/)?private(?:/|/\*|/\*\*|/board\.yml)?\s*$", re.MULTILINE)


class NameList(Record):
    """One list: on the notice of an item, of one period or of what its ledger calls by an id; on every notice of the item without either."""

    item: Words = label("事项", "Item", _BOARD, help=Text("公开目录里的编号，例如 U26", "Its id in the catalogue, e.g. U26"))
    period: Period | None = label("期间", "Period", _BOARD, default=None)
    about: OneOrMany[Cited] = label("对象", "About", _BOARD, default=(), strict=False)
    title: Words = label("标题", "Title", _BOARD)
    heads: Many[Words] = label("栏目", "Headings", _BOARD, min_length=1, strict=False)
    rows: Many[Words] = label("行", "Rows", _BOARD, min_length=1, strict=False)
    note: Words | None = label("说明", "Note", _BOARD, default=None)


class BoardFile(Record):
    """`private/board.yml`."""

    lists: Many[NameList] = label("名单", "Lists", _BOARD, strict=False)


class Board(NamedTuple):
    """The lists there are, the text they were read from, what is wrong with it."""

    lists: tuple[NameList, ...]
    text: str
    findings: tuple[Diagnostic, ...]


def board(root: Path, books: Books) -> Board:
    """The lists of a community; without errors among the findings they may be printed."""
    path = root / FILE
    if not path.is_file():
        return Board((), "", ())
    guarded = [NOT_IGNORED.at(Place(FILE))] if _open_to_git(root) else []
    document, refused = read(path.read_bytes(), FILE, _NUMBER)
    found = [*guarded, *refused, *checking.scan(document.text, FILE)]
    if document.nodes is None:
        return Board((), document.text, pipeline.located(found, {FILE: document.text}))
    record, problems = parse(BoardFile, document.nodes, FILE)
    lists = record.lists if record is not None else ()
    found += [*problems, *checking.decoded(document.nodes, document.text, FILE), *_wrong(lists, books)]
    return Board(lists, document.text, pipeline.located(found, {FILE: document.text}))


def errors(it: Board) -> bool:
    """Whether something must be mended before its lists are printed."""
    return any(f.severity is Severity.ERROR for f in it.findings)


def _open_to_git(root: Path) -> bool:
    """Whether the folder lies in a repository none of whose lists of ignored files names `private/`."""
    found = repository(root)
    if found is None:
        return False
    top, git = found
    lists = [git / "info/exclude", *(folder / ".gitignore" for folder in (root.resolve(), *root.resolve().parents) if folder.is_relative_to(top))]
    texts = [p.read_text("utf-8", "replace") for p in lists if p.is_file()]
    own = root / PRIVATE / ".gitignore"
    return not any(map(_IGNORING.search, texts)) and not (own.is_file() and "*" in own.read_text("utf-8", "replace").split())


def _wrong(lists: Iterable[NameList], books: Books) -> Iterator[Diagnostic]:
    ours = {i.id: i for i in bound(books)}
    for one in lists:
        item = ours.get(one.item)
        if item is None:
            yield NO_ITEM.at(_place(one, "item"), item=one.item)
            continue
        known = {t.id for t in evidence(books, item)}
        for n, id in enumerate(one.about):
            if id not in known:
                yield NO_OBJECT.at(_place(one, "about", n if len(one.about) > 1 else None), item=item.id, name=item.name, object=id)
        for n, row in enumerate(one.rows):
            given = len(_BETWEEN.split(row))
            if given != len(one.heads):
                yield CELLS.at(_place(one, "rows", n), wanted=len(one.heads), given=given)


def _place(record: Record, name: str, index: int | None = None) -> Place:
    return Place(FILE, record.at_ & ((1 << FILE_SHIFT) - 1), fields(type(record))[name].keys, index)


def grid(one: NameList) -> Grid:
    """The list as it is printed; a column of nothing but figures stands to the right."""
    rows = tuple(tuple(_BETWEEN.split(row)) for row in one.rows)
    figures = [all(_FIGURE.fullmatch(row[n]) or not row[n] for row in rows) and any(row[n] for row in rows) for n in range(len(one.heads))]
    heads = tuple(Head(words, figure) for words, figure in zip(one.heads, figures, strict=True))
    return Grid(one.title, heads, rows, (), one.note or "")
