"""The law in force for a community: the records of its packs, ready to be asked."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.packs.affairs import Affair
from mingbai.packs.articles import chinese_article
from mingbai.packs.bodies import Body
from mingbai.packs.catalogue import CatalogueFile, Item, SignOff, catalogue
from mingbai.packs.charts import Chart, ChartFile
from mingbai.packs.clauses import Basis, Standing, cites
from mingbai.packs.days import Span, cuts, held, spans
from mingbai.packs.holidays import HolidayFile, HolidayYear, calendar
from mingbai.packs.records import (
    Act,
    ActFile,
    BodyFile,
    Carry,
    CarryFile,
    OwnStandard,
    Power,
    Procedure,
    Standard,
    StandardFile,
)
from mingbai.schema.record import Record
from mingbai.values import speech
from mingbai.values.counting import Calendar
from mingbai.values.persons import Naming
from mingbai.values.text import Lang, Text

UNKNOWN_ACT = Code(
    "LAW002",
    Severity.WARNING,
    Text("法规包引用了没有登记的法规", "the pack cites an unknown act"),
    Text("法规“{act}”第 {article} 条没有登记", "act “{act}”, article {article}, is not in the register"),
    Text("在法规包的 acts.yml 里登记这部法规和条文。", "Register the act and its article in the pack's acts.yml."),
    Text("每条依据都要能查到法规、版本和条文。", "Every basis must lead to an act, a version and an article."),
)
CODES = (UNKNOWN_ACT,)

_NAMING = (
    *("person-words", "surnames", "surnames-ambiguous", "given-characters"),
    *("given-telling", "not-names", "not-name-words", "name-relations", "name-leaders", "name-followers"),
)

Ruled = Body | Carry | Standard | Procedure | Power | Affair | Item | SignOff
"""What a pack lays down, with its standing and its basis."""

_COLLECTIVE = "集体经济组织"
"""The kind of community, by its name in the packs, that is a collective."""

_UNCONFIRMED = Text("（未核实原文）", " (text not compared)")
"""What stands beside a clause of an act that was written down from memory or from copies."""

T = TypeVar("T")


@dataclass(frozen=True)
class Law:
    """Acts, bodies and requirements of the packs a community names, later packs over earlier ones."""

    acts: dict[str, Act] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    carry: tuple[Carry, ...] = ()
    standards: dict[str, Standard] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()
    procedures: dict[str, Procedure] = field(default_factory=dict)
    powers: dict[str, Power] = field(default_factory=dict)
    affairs: dict[str, Affair] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    signoffs: dict[str, SignOff] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    community: str = ""
    """The kind of community it is asked for, as community.yml says it (城市居委会); empty: any."""
    under: Law | None = None
    """The law of the shipped packs alone, where the community lays its own over them."""
    whole: Law | None = None
    """Of the law of one day: all that is laid down, whenever it holds; None where this is all."""
    laid: tuple[Record, ...] = ()
    """The files that lay it down, in their order, and the community's own values."""
    own: tuple[OwnStandard, ...] = ()
    _days: dict[datetime.date, Law] = field(default_factory=dict, init=False, repr=False, compare=False)
    _read: dict[int, Law] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, files: Iterable[Record], community: str = "", own: Iterable[OwnStandard] = ()) -> Law:
        """The law of these pack files for a kind of community; `own` are the values that the community sets in place of the packs'.

        A figure laid over another by acts that bind other kinds of community alone changes nothing here.
        """
        laid, own = tuple(files), tuple(own)
        acts: dict[str, Act] = {}
        bodies: dict[str, Body] = {}
        carry: tuple[Carry, ...] = ()
        standards: dict[str, Standard] = {}
        charts: dict[str, Chart] = {}
        procedures: dict[str, Procedure] = {}
        powers: dict[str, Power] = {}
        affairs: dict[str, Affair] = {}
        catalogues: list[CatalogueFile] = []
        years: dict[int, HolidayYear] = {}
        for file in laid:
            if isinstance(file, ActFile):
                acts |= {a.id: a for a in file.acts}
            elif isinstance(file, BodyFile):
                bodies |= {b.id: b for b in file.bodies}
                for change in file.changes:  # one after the other: a body may be changed twice, figure by figure
                    if change.id in bodies:
                        bodies[change.id] = change.over(bodies[change.id])
                procedures |= {p.id: p for p in file.procedures}
                powers |= {p.ledger: p for p in file.powers}
                affairs |= {a.id: a for a in file.affairs}
            elif isinstance(file, CarryFile):
                carry += file.carry
            elif isinstance(file, StandardFile):
                standards |= {s.id: s for s in file.standards if s.id not in standards or concerns(s.basis, acts, community)}
            elif isinstance(file, ChartFile):
                charts |= {c.id: c for c in file.charts}
            elif isinstance(file, CatalogueFile):
                catalogues.append(file)
            elif isinstance(file, HolidayFile):
                years |= {y.year: y for y in file.years}
        standards |= {o.id: o.over(standards[o.id]) for o in own if o.id in standards}
        signoffs = {s.id: s for file in catalogues for s in file.signoffs}
        return cls(
            acts,
            bodies,
            carry,
            standards,
            tuple(charts.values()),
            procedures,
            powers,
            affairs,
            catalogue(catalogues, lambda basis: concerns(basis, acts, community)),
            signoffs,
            calendar(years.values()),
            community,
            laid=laid,
            own=own,
        )

    @property
    def every(self) -> Law:
        """All that is laid down, whenever it holds: what an id may mean."""
        return self.whole or self

    def on(self, day: datetime.date) -> Law:
        """The law as it stood on a day: without what rests on acts that were not in force; the same object for all days between two changes.

        What rests on several acts holds while one of them does; what rests on none, or on one no pack knows, always. A body is left without demands.
        """
        if self.whole is not None:
            return self.whole.on(day)
        turn = bisect_right(self.cuts, day)
        begin = self.cuts[turn - 1] if turn else datetime.date.min
        known = self._days.get(begin)
        if known is None:
            known = self._days[begin] = self._of(held(self.laid, self.acts, day))
        return known

    def spells(self, first: datetime.date, last: datetime.date, ask: Callable[[Law], T]) -> tuple[Span[T], ...]:
        """What the law answered from one day to another, in order; date.min and date.max where it was so before and goes on."""
        return spans((cut for cut in self.every.cuts if first < cut <= last), lambda day: ask(self.on(max(day, first))))

    def by(self, day: datetime.date) -> Law:
        """What the books of a day are read by: as on that day, but what the packs ask only later stays, for no earlier text of it is known.

        It is what an auditor would look for; that something was invalid, or late, is told by the law of its day alone. The same object between two changes.
        """
        if self.whole is not None:
            return self.whole.by(day)
        turn = bisect_right(self.turns, day)
        known = self._read.get(turn)
        if known is None:
            shipped, own, acts = self._sides
            known = self._read[turn] = self._of((*held(shipped, self.acts, day, ahead=acts), *held(own, self.acts, day)))
        return known

    def spans(self, of: Callable[[Law], T]) -> tuple[Span[T], ...]:
        """A part of what the books of each day are read by, from its first day to its last, in order; a single one where it never changed."""
        return spans(self.every.turns, lambda day: of(self.by(day)))

    def through(self, id: str) -> tuple[Span[Standard], ...]:
        """A threshold through time, without the days on which nothing was asked: for rules that go over every line."""
        every = self.spans(lambda law: law.standards.get(id))
        return tuple(Span(s.asked, s.first, s.last) for s in every if s.asked is not None)

    def _of(self, files: tuple[Record, ...]) -> Law:
        """The law that these of its files lay down; itself where they are all there is."""
        same = all(some is every for some, every in zip(files, self.laid, strict=True))
        return self if same else replace(Law.of(files, self.community, self.own), under=self.under, whole=self)

    @cached_property
    def cuts(self) -> tuple[datetime.date, ...]:
        """The days on which some rule began to hold, or no longer held, in order."""
        return cuts(self.laid, self.acts)

    @cached_property
    def turns(self) -> tuple[datetime.date, ...]:
        """Those of them on which the books of a day began to be read by something else (`by`)."""
        shipped, own, acts = self._sides
        return tuple(sorted({*cuts(shipped, self.acts, ahead=acts), *cuts(own, self.acts)}))

    @property
    def _sides(self) -> tuple[tuple[Record, ...], tuple[Record, ...], dict[str, Act]]:
        """What the packs and community.yml lay down, what the community lays over it, and the acts that the packs know."""
        shipped = self.under or self
        return shipped.laid, self.laid[len(shipped.laid) :], shipped.acts

    def standard(self, id: str, day: datetime.date | None = None) -> Standard | None:
        """A threshold by its id, of what happened on a day as the books of that day are read; None where it is not laid down: then nothing is asked."""
        return (self.by(day) if day is not None else self).standards.get(id)

    @property
    def records(self) -> Iterator[Record]:
        """Everything it lays down."""
        for found in (self.acts, self.bodies, self.standards, self.procedures, self.powers, self.affairs, self.items, self.signoffs):
            yield from found.values()
        yield from (*self.carry, *self.charts)

    def naming(self) -> Naming:
        """What names of persons are known by; without surnames in any pack nothing is a name."""
        words = {id: found.words for id in _NAMING if (found := self.standard(id)) is not None}
        telling = "".join(words.get("given-telling", ()))
        return Naming(
            described=words.get("person-words", ()),
            surnames=frozenset(words.get("surnames", ())),
            ambiguous=frozenset(words.get("surnames-ambiguous", ())),
            given=frozenset("".join(words.get("given-characters", ())) + telling),
            telling=frozenset(telling),
            endings=words.get("not-names", ()),
            ordinary=frozenset(words.get("not-name-words", ())),
            relations=words.get("name-relations", ()),
            leaders=words.get("name-leaders", ()),
            followers=words.get("name-followers", ()),
        )

    def item(self, id: str) -> Item | None:
        """An item of the catalogue by its id; None where no pack has it."""
        return self.items.get(id)

    def body(self, name: str) -> Body | None:
        """A body by its slug or its Chinese name; None where no pack knows it."""
        return self.bodies.get(name) or next((b for b in self.bodies.values() if b.name == name), None)

    def procedure(self, id: str) -> Procedure | None:
        """The steps of a kind of matter by its Chinese name (四议两公开); None where it has no fixed ones."""
        return self.procedures.get(id)

    def cite(self, cite: Cite | Basis, lang: Lang | None = None) -> str:
        """会计法（2024）第十七条, in the language pages are made in where none is named; one whose text was not compared says so; an act no pack knows is cited by its id, a document by its name."""
        act = self.acts.get(cite.act)
        if act is None:
            return f"{cite.act} {cite.article}".rstrip()
        if (lang or speech.lang()) == "en":
            named = speech.say(cite.article)
            numbered = any(c.isdigit() for c in named)
            article = (
                "" if not named.isascii() else f", art. {named}" if numbered or not named else f": {named[:1].lower()}{named[1:]}"
            )  # by its matter
            return f"{act.english} ({act.english_version or act.version}){article}{_UNCONFIRMED.en if act.unconfirmed else ''}"
        return f"{act.name}（{act.version}）{chinese_article(cite.article)}{_UNCONFIRMED.zh if act.unconfirmed else ''}"

    def cited(self) -> dict[str, str]:
        """The acts that bind this kind of community by the words `cite` names them with, each with its anchor on the page of the law."""
        english = speech.lang() == "en"
        return {
            f"{act.english} ({act.english_version or act.version})" if english else f"{act.name}（{act.version}）": f"a-{act.id}"
            for act in self.acts.values()
            if not act.binds or not self.community or self.community in act.binds
        }

    def clauses(self, *standards: Standard | None) -> tuple[Cite, ...]:
        """What lays these figures down, each once: of a value of the community's own the document that community.yml names, then the clauses.

        A finding of a code that serves several bodies rests on these alone.
        """
        sources = {o.id: (Cite(o.source, ""),) for o in self.own}
        return tuple(dict.fromkeys(c for s in standards if s is not None for c in (*sources.get(s.id, ()), *cites(s.basis))))

    def grounds(self, code: Code, *standards: Standard | None) -> tuple[Cite, ...]:
        """What a finding rests on that compared with these figures: what lays them down, then the clauses of its code."""
        return self.basis(dict.fromkeys((*self.clauses(*standards), *code.basis)))

    def basis(self, clauses: Iterable[Cite]) -> tuple[Cite, ...]:
        """Those of these clauses that bind this kind of community; none where only the acts of others speak of it."""
        return tuple(c for c in clauses if self.binds(c.act))

    def binds(self, id: str) -> bool:
        """Whether an act holds for this kind of community; one no pack knows is taken to."""
        act = self.acts.get(id)
        return act is None or not self.community or not act.binds or self.community in act.binds

    def of_side(self, clauses: Iterable[Cite], *, collective: bool) -> tuple[Cite, ...]:
        """Of these clauses those that speak of a collective, or of a committee: without what binds the others alone; all where nothing would be left.

        An act that binds collectives (适用: 集体经济组织) speaks of no committee, one that binds communities but not them of no collective.
        """
        every = tuple(clauses)
        kept = tuple(c for c in every if (act := self.acts.get(c.act)) is None or not act.binds or self.is_collective(act) == collective)
        return kept or every

    def is_collective(self, act: Act) -> bool:
        """Whether an act speaks of collectives and not of committees."""
        return _COLLECTIVE in act.binds

    def knows(self, cite: Cite | Basis) -> bool:
        """Whether the act is registered and the article among its articles."""
        act = self.acts.get(cite.act)
        return act is not None and any(a.number == cite.article for a in act.articles)


def concerns(basis: Iterable[Basis], acts: dict[str, Act], community: str) -> bool:
    """Whether one of these clauses is of an act that binds this kind of community, or there is none; an act not registered is taken to."""
    found = [acts.get(b.act) for b in basis]
    return not community or not found or any(act is None or not act.binds or community in act.binds for act in found)


def shipped(files: Sequence[Record], community: str, path: str) -> tuple[Law, tuple[Diagnostic, ...]]:
    """The law of shipped packs alone, and what is wrong with them (LAW002, at `path`): worked out once, for whoever checks again in one process."""
    key: tuple[str | int, ...] = (community, path, *map(id, files))  # the law holds its files: no others can have their ids
    if key not in _KNOWN:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        law = Law.of(files, community)
        _KNOWN[key] = law, tuple(unknown_acts(law, path))
    return _KNOWN[key]


_KNOWN: dict[tuple[str | int, ...], tuple[Law, tuple[Diagnostic, ...]]] = {}
_KEPT = 8


def unknown_acts(law: Law, path: str, known: Law | None = None) -> Iterator[Diagnostic]:
    """Every basis inside the packs leads to an act and article that is registered, there or in `known`."""
    ruled: tuple[Ruled, ...] = (
        *law.bodies.values(),
        *law.carry,
        *law.standards.values(),
        *law.procedures.values(),
        *law.powers.values(),
        *law.affairs.values(),
        *law.items.values(),
        *law.signoffs.values(),
    )
    inside = [b for body in law.bodies.values() for s in body.specials for b in s.basis]
    inside += [b for body in law.bodies.values() if body.makeup for b in body.makeup.basis]
    inside += [b for body in law.bodies.values() for found in body.altered.values() for b in found.basis]
    inside += [b for item in law.items.values() for b in item.clauses]
    for basis in (*(b for one in ruled for b in one.basis), *inside):
        if not (known or law).knows(basis):
            yield UNKNOWN_ACT.at(Place(path), act=basis.act, article=basis.article)


def doubt(rule: Ruled) -> Text:
    """What a message adds where a rule of a pack is no more than a default; empty where it is law or a local rule."""
    return unsure(rule.standing)


def unsure(standing: Standing, origin: Text | None = None) -> Text:
    """The same of one figure of a rule that is less firm than the rest; with where it comes from where that is said."""
    if standing is not Standing.DEFAULT:
        return Text("", "")
    if origin is None or not origin.zh:
        return Text("（待确认的默认值）", " (a default to be confirmed)")
    return Text(f"（待确认的默认值，照{origin.zh}）", f" (a default to be confirmed, after {origin.en})")
