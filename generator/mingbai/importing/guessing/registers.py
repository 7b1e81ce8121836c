"""The map of a list proposed: its headings are the labels of the record's fields, or other names for them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, get_args

from mingbai.importing.guessing.proposal import Proposal
from mingbai.importing.layout import headers
from mingbai.importing.table import Grid, Row
from mingbai.importing.vocabulary import bared, vocabulary
from mingbai.importing.words import plain
from mingbai.schema.record import FieldInfo, Record, fields, nested
from mingbai.values.terms import Term
from mingbai.values.text import Lang, Text

_TERM: Final = "期限"
_SEARCHED: Final = 60
_NAMED: Final = Text(
    "写进哪个文件？写 文件名: 名称（小写字母、数字、连字符，例如 minzheng，不带 .yml）；已有这个文件的，接着往里加",
    "which file is it written to? Say 文件名: name (small letters, digits and hyphens, such as civil-affairs, without .yml); where it exists, entries are added to it",
)
_HEAD: Final = Text(
    "由程序看表猜出来的映射；请逐条看过，补上“请确认”的，再用 --map 导入",
    "A map proposed by looking at the table; look through it, fill in what is to be confirmed, then import with --map",
)


@dataclass(frozen=True)
class RegisterGuess:
    """A map with its questions; there is always something only the secretary can say where a required field has no column."""

    proposal: Proposal
    unused: tuple[str, ...] = ()
    """The headings of columns that the map does not use."""

    @property
    def questions(self) -> tuple[Text, ...]:
        return self.proposal.questions

    def text(self, lang: Lang) -> str:
        """MAP.yml, reasons and questions as comments in `lang`."""
        return self.proposal.text(lang, _HEAD)


def guess_register(grid: Grid, item: type[Record], root: dict[str, FieldInfo], book: str | None, *, named: bool = False) -> RegisterGuess | None:
    """The map of a table of entries of class `item`; `root` are the required fields of the file, `named`: the file has a name of its own. None where no row names two fields."""
    names = _names(item)
    best: tuple[tuple[int, int], Row, dict[str, int]] | None = None
    filled = list(islice((r for r in grid.rows if any(c.text for c in r.cells)), _SEARCHED))
    for n, header, deep in headers(grid, filled):
        if deep > 1 and any(c.text[:1].isdigit() for c in filled[n + 1].cells):
            continue
        found = _columns(header, names)
        if len(found) > 1 and (best is None or (len(found), -deep) > best[0]):
            best = (len(found), -deep), header, found
    if best is None:
        return None
    _, header, columns = best
    proposal = Proposal()
    if book:
        proposal.set(("账簿",), book)
    if grid.sheet:
        proposal.set(("工作表",), grid.sheet)
    proposal.explain(("列",), Text(f"表头在第 {header.number} 行", f"the headings are in row {header.number}"))
    for name, x in columns.items():
        proposal.set((_TERM,) if name == _TERM and _spans(item) else ("列", name), header.cells[x].text)
    unused = _left(proposal, item, columns, header)
    if named:
        proposal.ask(("文件名",), _NAMED)
    for info in root.values():
        proposal.ask(
            ("文件", info.label.zh), Text(f"文件里的“{info.label.zh}”写什么？{_help(info).zh}", f"“{info.label.en}” of the file? {_help(info).en}")
        )
    return RegisterGuess(proposal, unused)


def _names(item: type[Record]) -> dict[str, tuple[str, ...]]:
    """The headings by which a field may stand in a table."""
    other = vocabulary().registers
    names = {info.label.zh: (info.label.zh, info.label.en.lower(), *other.get(info.label.zh, ())) for info in fields(item).values()}
    if _spans(item):
        names[_TERM] = (_TERM, *other[_TERM])
    return names


def _spans(item: type[Record]) -> bool:
    """Whether an entry holds from a day to a day, which a table may say in one column."""
    return {"起", "止"} <= {info.label.zh for info in fields(item).values()}


def _columns(header: Row, names: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """The column of every field that has one; its own name goes before others, no column is used twice."""
    texts = [{bared(c.text), plain(c.text)} for c in header.cells]
    found: dict[str, int] = {}
    for rank in range(max(map(len, names.values()), default=0)):
        for name, known in names.items():
            if rank < len(known) and name not in found:
                x = next((x for x, t in enumerate(texts) if plain(known[rank]) in t and x not in found.values()), None)
                if x is not None:
                    found[name] = x
    return {name: found[name] for name in names if name in found}


def _left(proposal: Proposal, item: type[Record], columns: dict[str, int], header: Row) -> tuple[str, ...]:
    """What the entry must have and no column says; returned are the headings of columns that are not used."""
    for info in fields(item).values():
        name = info.label.zh
        if info.required and name not in columns and not (name == "起" and _TERM in columns) and name != "编号":
            asked = Text(
                f"没有“{name}”这一列，每一项都要有：在“固定”里写 {name}: …{_aside(_help(info).zh)}",
                f"no column says “{info.label.en}”: under 固定 say {name}: … {_aside(_help(info).en)}".rstrip(),
            )
            proposal.ask(("固定", name), asked)
    if "编号" not in columns:
        proposal.explain(("列",), Text("没有编号，按顺序编；要加开头就写 编号前缀", "no numbers: entries are counted; 编号前缀 goes before them"))
    used = set(columns.values())
    unused = tuple(c.text for x, c in enumerate(header.cells) if c.text and x not in used)
    if unused:
        proposal.explain(("列",), Text(f"没有用到的列：{'、'.join(unused)}", f"columns not used: {', '.join(unused)}"))
    return unused


def _aside(help: str) -> str:
    return f"（{help}）" if help else ""


def _help(info: FieldInfo) -> Text:
    """What may stand in a field: its words, else its help."""
    terms: Any = next((t for t in _terms(info.annotation)), None)
    if terms is not None:
        return Text("、".join(t.text.zh for t in terms), ", ".join(t.text.en for t in terms))
    return info.help or Text("", "")


def _terms(annotation: Any) -> list[type[Term]]:
    if isinstance(annotation, type) and issubclass(annotation, Term):
        return [annotation]
    return [t for part in get_args(annotation) for t in _terms(part)]


def required(root: type[Record]) -> dict[str, FieldInfo]:
    """The fields a file must have beside its list."""
    return {name: info for name, info in fields(root).items() if info.required and not any(nested(info.annotation))}
