"""The contract of a ledger kind: which files it claims, what records they hold, its rules, ids, pages and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from mingbai.books import Books, Choices, Filed, Id, Trace
from mingbai.diagnostics import Code, Diagnostic
from mingbai.pages import Ahead, Block, Dataset, Draft, Holding, Link, Measure, News, Note
from mingbai.schema.record import Privacy, Record, fields
from mingbai.sheets import Asked, Part, Shown
from mingbai.values.speech import joined, of, phrase
from mingbai.values.terms import Term
from mingbai.values.text import Text

Check = Callable[[Books], Iterator[Diagnostic]]
F = TypeVar("F", bound=Check)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """One check and the codes it may yield."""

    check: Check
    codes: tuple[Code, ...]

    @property
    def name(self) -> str:
        return f"{self.check.__module__}.{self.check.__qualname__}"


def rule(*codes: Code) -> Callable[[F], F]:
    """Marks a function `Books → findings` as a rule that yields these codes; `rules_of` collects it."""

    def mark(check: F) -> F:
        check.codes = codes  # type: ignore[attr-defined]
        return check

    return mark


def rules_of(*modules: ModuleType) -> tuple[Rule, ...]:
    """The marked functions of these modules, in the order they are written."""
    return tuple(Rule(f, f.codes) for m in modules for f in vars(m).values() if callable(f) and hasattr(f, "codes") and f.__module__ == m.__name__)


def later(module: str, name: str) -> Callable[..., Any]:
    """The function `name` of a module that is loaded when it is first called: `check` makes no pages, and does not load what makes them."""

    def call(*given: Any) -> Any:
        return getattr(import_module(module), name)(*given)

    call.__module__, call.__name__ = module, name
    return call


@dataclass(frozen=True)
class Shape:
    """A kind of file: where it lies below `ledgers/`, how its id follows from the path, what record it holds.

    Attributes:
        path: `finance/{book}/{period}.yml`; each brace stands for one path segment.
        id: `{book}/{period}`.
        record: the class of the file's root.
        many: another root class for files that list several records, taken where the root has its first field (None: there is none).
    """

    path: str
    id: str
    record: type[Record]
    many: type[Record] | None = None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+?)", re.escape(self.path)))

    @cached_property
    def generality(self) -> tuple[int, int]:
        """How much the shape leaves open, least first: `finance/{book}/contracts.yml` goes before `finance/{book}/{period}.yml`."""
        return self.path.count("{"), -len(re.sub(r"\{\w+\}", "", self.path))

    def match(self, path: str) -> str | None:
        """The id of a path below `ledgers/`, or None where it is not of this shape."""
        found = self._pattern.fullmatch(path)
        return self.id.format(**found.groupdict()) if found else None

    def root(self, nodes: Mapping[str, Any]) -> type[Record]:
        """The record class for these nodes."""
        if self.many is not None:
            first = next(iter(fields(self.many).values()))
            if any(k in nodes for k in first.keys):
                return self.many
        return self.record


class Register(NamedTuple):
    """A page that lists what is recorded of a kind, by its address; `{book}` stands for each book that keeps one.

    Items of the catalogue whose evidence the kind is ask for it; with `facet` only those that choose by it one of the `words`.
    """

    address: str
    facet: str = ""
    words: tuple[str, ...] = ()


class Findings:
    """Findings by the record they concern, for pages that show 提醒 beside a line."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self.all = tuple(found)
        self._by_record: dict[int, list[Diagnostic]] = {}
        for one in self.all:
            if one.record >= 0:
                self._by_record.setdefault(one.record, []).append(one)

    def on(self, record: Record) -> tuple[Diagnostic, ...]:
        """The findings that concern this very record, in the order of the report."""
        return tuple(self._by_record.get(record.at_, ()))


@dataclass(frozen=True, slots=True)
class View:
    """What pages are made from: books from which nothing but public fields can be read, and the published findings."""

    books: Books
    findings: Findings
    kinds: tuple[Kind, ...] = ()
    _kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def where(self, record: Record | None) -> Link | None:
        """Where a record of any kind stands on the site, with words for the link; None where its kind gives it no place."""
        return self.places.get(record.at_) if record is not None else None

    @property
    def places(self) -> Mapping[int, Link]:
        """The same by the record's `at_`."""
        return self.derived(_places)

    def citing(self, what: str, id: str, *but: str) -> tuple[Link, ...]:
        """Where whatever cites an id stands, in the order of files and lines, each place once; kinds named in `but` left out.

        A part of a file that has no place of its own stands where its file does.
        """
        cited = self.books.referrers(what, id)
        if not cited:  # most of what is on record is cited by nobody
            return ()
        found = (c for c in cited if c.filed.kind not in but)
        places = (self.where(c.record) or self.where(c.filed.record) for c in found)
        return tuple({p.address: p for p in places if p is not None}.values())

    @property
    def holdings(self) -> Mapping[str, tuple[Holding, ...]]:
        """What every kind knows a book to hold or owe, by the book's id."""
        return self.derived(_holdings)

    def notes(self, record: Record) -> tuple[Note, ...]:
        """The 提醒 that concern a record, in the words of its page."""
        law = self.books.law
        found = self.findings.on(record)
        return tuple(Note(of(f.code.title), phrase(f.code.message, f.values), joined("、", (law.cite(c) for c in law.basis(f.basis)))) for f in found)

    def derived(self, compute: Callable[[View], T]) -> T:
        """`compute(self)`, computed once: what the home page and a kind's own pages both need."""
        if compute not in self._kept:
            self._kept[compute] = compute(self)
        kept: T = self._kept[compute]
        return kept


def _places(view: View) -> dict[int, Link]:
    return {at: Link(words, address) for kind in view.kinds for at, (address, words) in kind.addresses(view)}


def _holdings(view: View) -> dict[str, tuple[Holding, ...]]:
    found: dict[str, tuple[Holding, ...]] = {}
    for book, holding in (pair for kind in view.kinds for pair in kind.holdings(view)):
        found[book] = (*found.get(book, ()), holding)
    return found


def _no_drafts(view: View) -> Iterator[Draft]:
    return iter(())


def _no_datasets(view: View) -> Iterator[Dataset]:
    return iter(())


def _no_blocks(view: View) -> Iterator[Block]:
    return iter(())


def _no_parts(view: View) -> Iterator[tuple[str, Block]]:
    return iter(())


def _no_retells(view: View) -> Iterator[tuple[str, str]]:
    return iter(())


def _no_holdings(view: View) -> Iterator[tuple[str, Holding]]:
    return iter(())


def _no_addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    return iter(())


def _no_outcomes(books: Books) -> Mapping[int, Any]:
    return {}


def _no_traces(books: Books) -> Iterator[Trace]:
    return iter(())


def faceted(record: Record, **more: Iterable[str]) -> dict[str, frozenset[str]]:
    """What a record can be chosen by: its fields that hold one word of a list or a short text, by their Chinese label, and `more`."""
    found = {}
    for name, info in fields(type(record)).items():
        value = getattr(record, name)
        if isinstance(value, Term | str) and info.privacy is Privacy.PUBLIC:
            found[info.label.zh] = frozenset({str(value)})
    return found | {label: frozenset(words) for label, words in more.items()}


def choices(*records: type[Record], **more: Iterable[str]) -> Choices:
    """The facets that `faceted` gives traces of these records: by label the words each can have, None where they are free; and `more`."""
    found: dict[str, frozenset[str] | None] = {}
    for info in (i for record in records for i in fields(record).values() if i.privacy is Privacy.PUBLIC):
        for kind in _single(info.annotation):
            listed = frozenset(one.zh for one in kind) if issubclass(kind, Term) else None
            before = found.get(info.label.zh, frozenset())
            found[info.label.zh] = None if listed is None or before is None else before | listed
    return found | {label: frozenset(words) for label, words in more.items()}


def _single(annotation: Any) -> Iterator[type[Term | str]]:
    """The lists of words and the texts that a field may hold alone; those inside lists and records are none."""
    if isinstance(annotation, type) and issubclass(annotation, Term | str):
        yield annotation
    elif get_origin(annotation) not in (tuple, dict):
        for part in get_args(annotation):
            yield from _single(part)


def _no_ids(filed: Filed[Any]) -> Iterator[Id]:
    return iter(())


def _no_ahead(view: View) -> Iterator[Ahead]:
    return iter(())


def _no_news(view: View) -> Iterator[News]:
    return iter(())


def _no_measures(view: View) -> Iterator[Measure]:
    return iter(())


def _no_sheet(view: View, asked: Asked) -> Iterator[Part]:
    return iter(())


@dataclass(frozen=True)
class Kind:
    """A ledger kind; its folder holds nothing that is not reached from here.

    Attributes:
        name: the folder's name.
        title: what the ledger is called; purpose: what it is for and which rule asks for it, in a sentence.
        shapes: the files it claims, the first that matches wins.
        rules: its checks.
        ids: what a file of this kind offers to be cited.
        drafts, datasets: its pages and tables; home: its part of the home page; about: its part of the about page.
        parts: what it contributes to pages of other kinds: (the page's address, the block).
        retells: its pages that show over again, in another order, what stands on other pages: (the page, the other page). What asks for the one asks
            for the other.
        registers: its pages that list what is recorded, for the items of the catalogue that ask for them.
        holdings: what it knows a book to hold or owe, for the summary of all bodies: (the book's id, the holding).
        addresses: where on the site a record stands: (its `at_`, (address with anchor, words for the link)).
        codes: codes it may yield outside its rules.
        outcomes: what it computes of its records for other kinds, by `at_` (`Books.outcome`).
        ahead: what is still to come, for the calendar; news: what was made public or put right, for the feed.
        measures: what it counts for the statistics of higher levels.
        traces: what it records of which day, for the catalogue of what must be disclosed (`Books.traces`).
        facets: by what its traces can be chosen in these books, and by which words; None where the kind does not say (`choices`).
        shown: which rows of its tables stand on a printed notice; sheet: parts of a notice that are no such rows, before them.
    """

    name: str
    title: Text
    purpose: Text
    shapes: tuple[Shape, ...]
    rules: tuple[Rule, ...] = ()
    ids: Callable[[Filed[Any]], Iterator[Id]] = _no_ids
    drafts: Callable[[View], Iterator[Draft]] = _no_drafts
    datasets: Callable[[View], Iterator[Dataset]] = _no_datasets
    home: Callable[[View], Iterator[Block]] = _no_blocks
    about: Callable[[View], Iterator[Block]] = _no_blocks
    parts: Callable[[View], Iterator[tuple[str, Block]]] = _no_parts
    retells: Callable[[View], Iterator[tuple[str, str]]] = _no_retells
    registers: tuple[Register, ...] = ()
    addresses: Callable[[View], Iterator[tuple[int, tuple[str, str]]]] = _no_addresses
    holdings: Callable[[View], Iterator[tuple[str, Holding]]] = _no_holdings
    ahead: Callable[[View], Iterator[Ahead]] = _no_ahead
    news: Callable[[View], Iterator[News]] = _no_news
    measures: Callable[[View], Iterator[Measure]] = _no_measures
    codes: tuple[Code, ...] = field(default=())
    outcomes: Callable[[Books], Mapping[int, Any]] = _no_outcomes
    traces: Callable[[Books], Iterator[Trace]] = _no_traces
    facets: Callable[[Books], Choices] | None = None
    shown: tuple[Shown, ...] = ()
    sheet: Callable[[View, Asked], Iterator[Part]] = _no_sheet

    @property
    def proves(self) -> bool:
        """Whether the catalogue can name it as evidence: it leaves traces."""
        return self.traces is not _no_traces

    @property
    def sets(self) -> bool:
        """Whether it sets parts of notices of its own, with their own sentences."""
        return self.sheet is not _no_sheet

    @property
    def all_codes(self) -> tuple[Code, ...]:
        """Every code its rules may yield, in order, once."""
        return tuple(dict.fromkeys((*self.codes, *(c for r in self.rules for c in r.codes))))
