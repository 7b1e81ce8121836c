"""One entry of the ledgers, found by file and line: the balances before and after it, what it cites, who cites it, what was found there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai import reading
from mingbai.books import Books, Citation, Filed
from mingbai.diagnostics import Diagnostic, Place
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.ledger import Balances, BookLedger, ledgers, posted_lines
from mingbai.pipeline import Checked
from mingbai.schema.record import FILE_SHIFT, Record, fields
from mingbai.values.text import Text

_OFFSET = (1 << FILE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Held:
    """What an account or a fund (`by`) held before the entry and after it, in fen, in the order of the months' files."""

    by: str
    id: str
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A citation, seen from one of its ends: the label of the citing field, the id at the other end as far as it has one, where it stands."""

    label: Text
    id: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Examined:
    """An entry: the file's kind, its ids as (what, id), where it begins, and what it does.

    `posted` is None unless it is a line of a month; `sound` is False where balances cannot be known (FIN codes say why).
    """

    kind: Text
    ids: tuple[tuple[str, str], ...]
    path: str
    line: int
    posted: Posted | None
    sound: bool
    held: tuple[Held, ...]
    cites: tuple[Tie, ...]
    cited_by: tuple[Tie, ...]
    findings: tuple[Diagnostic, ...]


def examine(checked: Checked, path: str, line: int) -> Examined | None:
    """The entry that holds this line (1-based) of a file by its path from the community's folder.

    None where the file could not be read, so that there is no entry to speak of. Raises LookupError where there is no such
    ledger, IndexError where the file has no such line.
    """
    filed = next((f for f in checked.books.filed if f.path == path), None)
    if filed is None or path not in checked.texts:
        raise LookupError(path)
    offset, column = _start(checked.texts[path], line)
    if filed.record is None:
        return None
    record = _entry(checked.books, filed.record, checked.texts[path], offset, column)
    return _Doctor(checked, filed, record).examined()


def _start(text: str, line: int) -> tuple[int, int | None]:
    """The offset of the line's end, and the column (0-based) of what stands on it; None for an empty line."""
    lines = text.splitlines(keepends=True)
    if not 1 <= line <= len(lines):
        raise IndexError(line)
    typed = lines[line - 1].rstrip()
    return sum(map(len, lines[: line - 1])) + len(typed), len(typed) - len(typed.lstrip(" -")) if typed else None


def _within(record: Record, above: tuple[Record, ...] = ()) -> Iterator[tuple[Record, ...]]:
    """The record and all that lie in it, each with those above it: outermost first."""
    chain = (*above, record)
    yield chain
    for name in fields(type(record)):
        value = getattr(record, name)
        for part in value if type(value) is tuple else (value,):
            if isinstance(part, Record):
                yield from _within(part, chain)


def _entry(books: Books, root: Record, text: str, end: int, column: int | None) -> Record:
    """The record with an id (or the file's own) nearest above what stands at `end`: the last that begins before it, not farther in than its column."""
    chain: tuple[Record, ...] = (root,)
    for one in _within(root):
        start = one[-1].at_ & _OFFSET
        farther_in = column is not None and start - (text.rfind("\n", 0, start) + 1) > column
        if one[-1].at_ >= 0 and chain[-1].at_ & _OFFSET < start <= end and not farther_in:
            chain = one
    named = {record.at_ for known in books.ids.values() for record in known.values()} | books.derived(posted_lines).keys()
    return next((one for one in reversed(chain) if one.at_ in named), root)


class _Doctor:
    """Looks at one record of one file."""

    def __init__(self, checked: Checked, filed: Filed[Record], record: Record) -> None:
        self.checked, self.books, self.filed, self.record = checked, checked.books, filed, record
        self.locators: dict[str, reading.Locator] = {}
        self.bearers: dict[int, dict[int, str]] = {}
        self.inside = tuple(self._own(record))

    def examined(self) -> Examined:
        kind = next(k.title for k in self.checked.kinds if k.name == self.filed.kind)
        posted: Posted | None = None
        sound, held = True, tuple[Held, ...]()
        for ledger in self.books.derived(ledgers).values():
            for month in ledger.months:
                for n, p in enumerate(month.posted):
                    if p.line.at_ == self.record.at_:
                        before = month.opening.after(e for q in month.posted[:n] for e in q.entries)
                        posted, sound, held = p, month.sound, tuple(_held(ledger, p, before))
        ids = tuple((what, id) for what, known in self.books.ids.items() for id, r in known.items() if r.at_ == self.record.at_)
        inside = {one.at_ for one in self.inside}
        at = {(self.filed.path, one & _OFFSET) for one in inside}
        found = tuple(f for f in self.checked.findings if f.record in inside or (f.place.path, f.place.at & _OFFSET) in at)
        path, line = self._where(self.record)
        return Examined(kind, ids, path, line, posted, sound, held, tuple(self._cites()), tuple(self._cited_by(ids)), found)

    def _own(self, record: Record) -> Iterator[Record]:
        """The record and what lies in it, without other entries that bear ids of their own."""
        named = {r.at_ for known in self.books.ids.values() for r in known.values()}
        yield record
        for chain in _within(record):
            if not any(one.at_ in named for one in chain[1:]) and len(chain) > 1:
                yield chain[-1]

    def _cites(self) -> Iterator[Tie]:
        for one in self.inside:
            for f in fields(type(one)).values():
                typed = getattr(one, f.name) if f.ref else None
                for id in typed if isinstance(typed, tuple) else (typed,):
                    if isinstance(id, str):
                        full = self.books.resolve(f.ref, id, self.filed)
                        yield Tie(f.label, full or id, *(self._where(self.books.ids[f.ref][full]) if full else ("", 0)))

    def _cited_by(self, ids: Sequence[tuple[str, str]]) -> Iterator[Tie]:
        for what, id in ids:
            for c in self.books.referrers(what, id):
                yield Tie(fields(type(c.record))[c.field].label, self._bearer(c), *self._where(c.record))

    def _bearer(self, c: Citation) -> str:
        """The id of the entry that cites: of a share that of its line, of a month's own part that of the month."""
        if c.filed.number not in self.bearers:
            named = {r.at_: id for known in self.books.ids.values() for id, r in known.items()}
            chains = _within(c.filed.record) if c.filed.record is not None else ()
            self.bearers[c.filed.number] = {
                chain[-1].at_: next((named[one.at_] for one in reversed(chain) if one.at_ in named), c.filed.id) for chain in chains
            }
        return self.bearers[c.filed.number].get(c.record.at_, c.filed.id)

    def _where(self, record: Record) -> tuple[str, int]:
        """Path and line of a record; an empty path for one of the law pack."""
        if record.at_ < 0 or not record.at_ >> FILE_SHIFT:
            return "", 0
        path = self.books.file(record).path
        if path not in self.locators:
            self.locators[path] = reading.Locator(self.checked.texts[path])
        return path, self.locators[path].locate(Place(path, record.at_ & _OFFSET)).line


def _held(ledger: BookLedger, p: Posted, before: Balances) -> Iterator[Held]:
    """The accounts and funds that the line touches."""
    after = before.after(p.entries)
    names = {"account": {a.id: a.name for a in ledger.book.accounts}, "fund": {f.id: f.name for f in ledger.funds}}
    for by, old, new in (("account", before.accounts, after.accounts), ("fund", before.funds, after.funds)):
        for id in dict.fromkeys(getattr(e, by) for e in p.entries):
            if id:
                yield Held(by, id, names[by].get(id, id), old.get(id, 0), new.get(id, 0))
