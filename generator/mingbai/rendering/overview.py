"""The pages that belong to no single kind: home, warnings, data, about."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.diagnostics import Diagnostic
from mingbai.kind import Kind, View
from mingbai.packs import Entry, Glossary
from mingbai.pages import Block, Dataset, Draft, Link, Toc
from mingbai.rendering import agenda
from mingbai.rendering.agenda import ALL
from mingbai.rendering.downloads import downloads
from mingbai.schema.record import FILE_SHIFT
from mingbai.values.licences import Licence
from mingbai.values.speech import joined, of, phrase, say


@dataclass(frozen=True, slots=True)
class HomeContext:
    """`home.html`: the kinds' blocks in order, and how many warnings stand open."""

    blocks: tuple[Block, ...]
    warnings: int
    errors: int
    as_of: datetime.date


@dataclass(frozen=True, slots=True)
class AboutContext:
    """`about.html`."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """One 提醒, in words for residents: what, where on the site, what the rule asks, its basis; what to write instead is told to whoever keeps the ledgers."""

    code: str
    title: str
    message: str
    asks: str
    basis: str
    address: str
    where: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """An error that keeps the ledgers from being published; a draft shows it in place of what it spoils."""

    where: str
    title: str
    message: str
    remedy: str
    code: str


@dataclass(frozen=True, slots=True)
class WarningsContext:
    """`warnings.html`: 提醒 by the kind of ledger they concern; in a draft also what must be mended first."""

    groups: tuple[tuple[str, tuple[Warned, ...]], ...]
    count: int
    errors: tuple[Unfit, ...]


@dataclass(frozen=True, slots=True)
class GlossaryContext:
    """`glossary.html`: what words of the field mean, by group."""

    groups: tuple[tuple[str, str, tuple[Entry, ...]], ...]


def overview(
    view: View,
    kinds: Sequence[Kind],
    datasets: Mapping[str, Sequence[Dataset]],
    name: str,
    words: Glossary,
    errors: Sequence[Diagnostic] = (),
    licence: Licence | None = None,
) -> Iterator[Draft]:
    """Home, warnings, data and about of the body `name`.

    `datasets` are the tables by the kind's name; `words` the terms to be explained; `errors` are given for a draft only;
    `licence` is what the body grants to whoever uses the tables.
    """
    warned = tuple(_warned(view))
    updated = view.books.as_of
    blocks = _blocks([*(k.home(view) for k in kinds), agenda.home(view)])
    yield Draft(
        "",
        name or "首页",
        say("{name}{disclosed}：收了多少、花了多少、还剩多少，谁决定的，问谁。", name=name, disclosed=_disclosed(name)),
        "home.html",
        HomeContext(blocks, len(warned), len(errors), updated),
        (),
        updated,
        told=tuple(thing for block in blocks for thing in block.told),
        source=ALL,
    )
    yield agenda.page(view)
    yield _glossary(words)
    groups = tuple((of(k.title), tuple(w for kind, w in warned if kind == k.name)) for k in kinds if any(kind == k.name for kind, _ in warned))
    yield Draft(
        "warnings/",
        "提醒",
        say("程序核对出的问题，逐条公开。"),
        "warnings.html",
        WarningsContext(groups, len(warned), tuple(_unfit(f) for f in errors)),
        (),
        updated,
        source=ALL,
        tables=("community-warnings",),
    )
    yield from downloads(kinds, datasets, name, updated, licence)
    yield Draft(
        "about/",
        "关于",
        say("谁在公开：地址、电话、工作人员、监督委员会。"),
        "about.html",
        AboutContext(_blocks(k.about(view) for k in kinds)),
        (),
        updated,
        source=ALL,
        tables=("community-people", "staff"),
    )


def _disclosed(name: str) -> str:
    """What a body of that name discloses, as its law calls it."""
    if name.endswith("村民委员会"):
        return "村务公开、财务公开"
    return "财务公开" if name.endswith(("合作社", "经济联合社")) else "居务公开、财务公开"


def _glossary(words: Glossary) -> Draft:
    groups = dict.fromkeys(e.group for e in words.entries)
    told = tuple((f"g{n}", group, tuple(e for e in words.entries if e.group == group)) for n, group in enumerate(groups, 1))
    return Draft(
        "glossary/",
        "名词解释",
        say("网站上常见的 {n} 个说法，每个一句白话。", n=len(words.entries)),
        "glossary.html",
        GlossaryContext(told),
        (),
        None,
        tuple(Toc(group, id) for id, group, _ in told),
    )


def _blocks(parts: Iterable[Iterator[Block]]) -> tuple[Block, ...]:
    return tuple(sorted((b for part in parts for b in part), key=lambda b: (b.weight, b.template)))


def _warned(view: View) -> Iterator[tuple[str, Warned]]:
    files = {f.number: f for f in view.books.filed}
    by_path = {f.path: f for f in view.books.filed}
    for finding in view.findings.all:
        filed = files.get(finding.record >> FILE_SHIFT) if finding.record >= 0 else by_path.get(finding.place.path)
        yield filed.kind if filed else "", _told(view, finding)


def _unfit(finding: Diagnostic) -> Unfit:
    span = finding.place.span
    where = f"{finding.place.path}:{span.line}:{span.column}" if span else finding.place.path
    return Unfit(
        where, of(finding.code.title), phrase(finding.code.message, finding.values), phrase(finding.code.remedy, finding.values), finding.code.id
    )


def _told(view: View, finding: Diagnostic) -> Warned:
    code, law = finding.code, view.books.law
    where = view.places.get(finding.record) or Link("", "")
    basis = joined("、", (law.cite(c) for c in law.basis(finding.basis)))
    return Warned(
        code.id,
        of(code.title),
        phrase(finding.code.message, finding.values),
        of(code.asks),
        basis,
        where.address,
        where.words,
    )
