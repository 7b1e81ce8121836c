"""The map: read → parse → check → render → publish. A folder in, findings and a site out; no globals but the law as shipped, no clock."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from mingbai import checking, packs, reading
from mingbai.books import Books, Filed, Id, index_ids, place_in
from mingbai.diagnostics import Code, Diagnostic, Place, Severity, Span
from mingbai.kind import Kind, Shape, View
from mingbai.kinds import discover
from mingbai.kinds.community.records import Book, Community, Keeping
from mingbai.reading import Document
from mingbai.schema import Record, parse
from mingbai.schema.packed import unpack
from mingbai.site import Facts, Site, SiteError
from mingbai.values.clock import as_of
from mingbai.values.counted import counted
from mingbai.values.text import Text
from mingbai.version import __version__

LEDGERS = "ledgers"
CONTENT = "content"
TEMPLATES = "site_templates"
CONFIG = "mkdocs.yml"
_R = TypeVar("_R", bound=Record)
_PACKS = Path(packs.__file__).parent
BASE = "cn-2026"
"""The pack that holds where a community names none that is known."""

NO_COMMUNITY = Code(
    "COM101",
    Severity.ERROR,
    Text("没有 community.yml", "no community.yml"),
    Text("ledgers/ 里没有 community.yml", "ledgers/ has no community.yml"),
    Text("用 mingbai init 建一个新社区，或补上 ledgers/community.yml。", "Start a community with mingbai init, or add ledgers/community.yml."),
    Text(
        "community.yml 说明是谁在公开、有哪些账簿和资金，其他台账都要引用它。",
        "community.yml says who publishes and which books and funds there are.",
    ),
)
STRAY = Code(
    "COM102",
    Severity.ERROR,
    Text("不知道这个文件是什么台账", "a file of no known kind"),
    Text("{path} 不属于任何一种台账，不会公布", "{path} belongs to no kind of ledger and would not be published"),
    Text("{hint}", "{hint}"),
    Text(
        "台账按文件夹和文件名分类，放错地方的文件不会出现在网站上，必须指出来。",
        "Ledgers are known by folder and name; a misplaced file would silently stay off the site.",
    ),
)
UNKNOWN_LANGUAGE = Code(
    "COM110",
    Severity.ERROR,
    Text("网站没有这种语言", "unknown language of the site"),
    Text("没有“{lang}”这种语言的词汇表", "there is no catalogue of the language “{lang}”"),
    Text("写语言的代码，现在有：{known}。中文总是有的，不用写。", "Write the code of a language. Known: {known}. Chinese is always there."),
    Text(
        "中文以外的网页要有词汇表才做得出来；写错了代码，那种语言就悄悄没有了。",
        "Pages in another language need its catalogue; under a wrong code that language would silently be missing.",
    ),
)
CODES = (NO_COMMUNITY, STRAY, UNKNOWN_LANGUAGE)


@dataclass(frozen=True)
class Checked:
    """A community read and checked: its books, every finding with its place, the texts for excerpts."""

    books: Books
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    kinds: tuple[Kind, ...]

    @property
    def errors(self) -> int:
        return sum(f.severity is Severity.ERROR for f in self.findings)

    @property
    def warnings(self) -> int:
        return sum(f.severity is Severity.WARNING for f in self.findings)


def check(root: Path, day: datetime.date, kinds: Sequence[Kind] | None = None, instead: Mapping[str, bytes] | None = None) -> Checked:
    """Reads every ledger below `root/ledgers`, builds the books and runs every rule; findings sorted by file, line, column, code.

    `instead` are the bytes of files (path below ledgers/) to be read in place of what stands there: what a change would come to.
    """
    known = tuple(discover() if kinds is None else kinds)
    documents, filed, found = load(root, known, instead or {})
    law, unlawful = _law(filed)
    index, twice = index_ids(
        (*(i for f in filed if f.record is not None for k in known if k.name == f.kind for i in k.ids(f)), *_chart(filed, law), *_items(law))
    )
    tracers = {k.name: k.traces for k in known if k.proves}
    books = Books(filed, index, law.by(day), day, tuple(k.outcomes for k in known), tracers, {k.name: k.facets for k in known if k.facets})
    found += [*unlawful, *checking.twice_borne(books, twice), *checking.run(known, books)]
    found += [hit for d in documents for hit in checking.scan(d.text, d.path)]
    found += [left for d in documents for left in checking.leftovers(d.text, d.path)]
    found += [hit for d in documents if d.nodes and "\\" in d.text for hit in checking.decoded(unpack(d.nodes), d.text, d.path)]
    paths = dict.fromkeys((*(d.path for d in documents), *(f.place.path for f in found if f.place.path)))
    found += [hit.moved(Place(path), ()) for path in paths for hit in checking.scan(path, path)]
    community = books.the(Community)
    if community is not None and (root / CONTENT).is_dir():
        found += checking.handwritten(root / CONTENT, root, community.hosts)
    if community is not None and community.repository is not None:
        found += checking.elsewhere(root, community.repository.below, books.place(community.repository, "folder"))
    if (root / CONFIG).is_file():  # its names and descriptions stand on every page
        text = checking.text_of(root / CONFIG)
        found += (*checking.scan(text, CONFIG), *checking.unread(text, CONFIG))
    found += _unknown_languages(books)
    found += checking.tracked(root)
    if not any(f.kind == "community" for f in filed):
        found.append(NO_COMMUNITY.at(Place(LEDGERS)))
    texts = {d.path: d.text for d in documents}
    return Checked(books, located(found, texts), texts, known)


def _unknown_languages(books: Books) -> Iterator[Diagnostic]:
    """The languages a community asks for that there is no catalogue of."""
    community = books.the(Community)
    if community is not None and community.languages:
        from mingbai.rendering.languages import languages

        known = languages()
        for n, lang in enumerate(community.languages):
            if lang not in known:
                yield UNKNOWN_LANGUAGE.at(books.place(community, "languages", n), lang=lang, known=known)


def load(root: Path, kinds: Sequence[Kind], instead: Mapping[str, bytes]) -> tuple[list[Document], tuple[Filed[Record], ...], list[Diagnostic]]:
    """Every ledger file read and made a record; community.yml first, for it names the scripts the other files may use.

    A document keeps its nodes only where escapes stand in its text; those of the others make room for the next file.
    """
    paths, found = reading.listing(root / LEDGERS, prefix=LEDGERS)
    findings = list(found)
    scripts: frozenset[str] = frozenset()
    documents: list[Document] = []
    filed: list[Filed[Record]] = []
    shapes = _shapes(kinds)
    for number, path in sorted(enumerate(paths, 1), key=lambda p: p[1] != "community.yml"):
        claimed = _claim(path, shapes)
        if claimed is None:
            findings.append(STRAY.at(Place(f"{LEDGERS}/{path}"), path=path, hint=_hint(path, kinds)))
            continue
        data = instead[path] if path in instead else (root / LEDGERS / path).read_bytes()
        document, refused = reading.read(data, f"{LEDGERS}/{path}", number, scripts=scripts, pack=True)
        if path == "community.yml" and document.nodes is not None:
            scripts = _scripts(document.nodes)
        one, problems = _parse(document, *claimed)
        filed.append(one)
        documents.append(document if "\\" in document.text else document._replace(nodes=None))
        findings += (*refused, *problems)
    filed.sort(key=_path)
    return documents, tuple(filed), findings


def claim(path: str, kinds: Iterable[Kind]) -> tuple[Kind, Shape, str] | None:
    """The kind, the shape and the id of a path below `ledgers/`, or None for a stray file; the shape that leaves least open wins."""
    return _claim(path, _shapes(kinds))


def _claim(path: str, shapes: Iterable[tuple[Kind, Shape]]) -> tuple[Kind, Shape, str] | None:
    matched = ((kind, shape, shape.match(path)) for kind, shape in shapes)
    return next(((kind, shape, id) for kind, shape, id in matched if id is not None), None)


def _shapes(kinds: Iterable[Kind]) -> list[tuple[Kind, Shape]]:
    """The shapes of these kinds, the one that leaves least open first."""
    return sorted(((kind, shape) for kind in kinds for shape in kind.shapes), key=lambda pair: pair[1].generality)


def parse_all(documents: Iterable[Document], kinds: Sequence[Kind]) -> tuple[tuple[Filed[Record], ...], list[Diagnostic]]:
    """Nodes → typed records, by path; a file that cannot be used stays as broken."""
    claims = ((d, claim(d.path.removeprefix(f"{LEDGERS}/"), kinds)) for d in documents)
    parsed = [_parse(document, *claimed) for document, claimed in claims if claimed is not None]
    return tuple(sorted((filed for filed, _ in parsed), key=_path)), [problem for _, problems in parsed for problem in problems]


def _parse(document: Document, kind: Kind, shape: Shape, id: str) -> tuple[Filed[Record], Sequence[Diagnostic]]:
    record, problems = (None, ()) if document.nodes is None else parse(shape.root(document.nodes), document.nodes, document.path)
    return Filed(kind.name, id, document.path, document.number, record), problems


def _path(filed: Filed[Record]) -> str:
    return filed.path


def located(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Findings with lines and columns, in the order of the report, each once."""
    locators: dict[str, reading.Locator] = {}

    def at(place: Place) -> Place:
        if place.span is not None or place.path not in texts:
            return place if place.span is not None else place._replace(span=Span(1, 1, 1, 1))
        if place.path not in locators:
            locators[place.path] = reading.Locator(texts[place.path])
        return place._replace(span=locators[place.path].locate(place))

    placed = [f.moved(at(f.place), tuple(at(r) for r in f.related)) for f in findings]
    placed.sort(key=_order)
    seen: set[tuple[Any, ...]] = set()
    unique = []
    for f in placed:
        key = (*_order(f), f.message("zh"))
        if key not in seen:
            seen.add(key)
            unique.append(f)
    return tuple(unique)


def _order(finding: Diagnostic) -> tuple[Any, ...]:
    span = finding.place.span or Span(1, 1, 1, 1)
    return finding.place.path, span.line, span.column, finding.code.id


def _scripts(nodes: Mapping[str, Any]) -> frozenset[str]:
    named = nodes.get("文字", nodes.get("scripts"))
    return frozenset(s for s in named if isinstance(s, str)) if isinstance(named, list) else frozenset()


def _hint(path: str, kinds: Sequence[Kind]) -> Text:
    every = [s.path.replace("{", "<").replace("}", ">") for k in kinds for s in k.shapes]
    shapes = [s for s in every if s.split("/", maxsplit=1)[0] == path.split("/", maxsplit=1)[0]] or every
    return Text(f"台账文件应放在：{'、'.join(shapes)}。", f"Ledger files lie at: {', '.join(shapes)}.")


def _law(filed: Sequence[Filed[Record]]) -> tuple[packs.Law, list[Diagnostic]]:
    """The packs the community names, read with the same reader and schema as ledgers, and what it lays over them itself (ledgers/law/)."""
    record = next((f.record for f in filed if isinstance(f.record, Community)), None)
    known = sorted(p.name for p in _PACKS.iterdir() if any((p / file).is_file() for file in packs.SHAPES))
    files, findings = list[Record](), list[Diagnostic]()
    kind, standards, named, carry = (record.kind.zh, record.standards, record.packs, record.carry) if record else ("", (), (), ())
    entries = [place_in(f"{LEDGERS}/community.yml", record, "packs", n) for n in range(len(named))] if record else []
    findings += (packs.UNKNOWN_PACK.at(at, name=name, known=known) for name, at in zip(named, entries, strict=True) if name not in known)
    if not findings:  # what is mistyped may be the one that seems to be missing
        wrong = packs.misnamed(named, BASE, partial(pack, charts=False), kind)
        findings += (packs.WRONGLY_NAMED.at(entries[n], what=what, base=BASE, order=order) for n, what, order in wrong)
    # without the national law, or with it on top, what the rules ask would only echo the wrong order
    for name in packs.in_order((n for n in named if n in known), BASE):
        files += pack(name, charts=record is not None and any(map(_charted, record.books)))
    files += [packs.CarryFile.model_construct(carry=carry)] if carry else []
    own = [f.record for f in filed if isinstance(f.record, packs.OWN)]
    if not (own or standards or carry):
        law, unknown = packs.shipped(files, kind, f"{LEDGERS}/community.yml")
        return law, [*findings, *unknown]
    law = packs.Law.of(files, kind, standards)
    whole = replace(packs.Law.of([*files, *own], kind, standards), under=law) if own else law
    return whole, [*findings, *packs.unknown_acts(law, f"{LEDGERS}/community.yml", whole)]


def _chart(filed: Iterable[Filed[Record]], law: packs.Law) -> Iterator[Id]:
    """The accounts of the charts as categories, by number, by name and by both, where a book is kept in double entry."""
    record = next((f.record for f in filed if isinstance(f.record, Community)), None)
    if record is not None and any(b.keeping is Keeping.DOUBLE for b in record.books):
        for account in (a for chart in law.charts for a in chart.accounts):
            for words in (f"{account.number} {account.name}", account.number, account.name):
                yield Id("category", words, account, lenient=True)


def _items(law: packs.Law) -> Iterator[Id]:
    """The items of the disclosure catalogue."""
    return (Id("item", item.id, item, lenient=True) for item in law.items.values())


def _charted(book: Book) -> bool:
    """Whether a book has to do with a chart of accounts; most communities have none, and need not read one."""
    return book.keeping is Keeping.DOUBLE or bool(book.chart or book.opened or book.subaccounts)


def glossary(law: Iterable[str] = ()) -> packs.Glossary:
    """The words that the named packs explain; the base pack's where none of them does."""
    named = [name for name in law if (_PACKS / name / packs.GLOSSARY).is_file()] or [BASE]
    return packs.Glossary.of(_shipped(name, packs.GLOSSARY, packs.GlossaryFile, 0) for name in named)


_PACKED = -2
"""Files of packs are numbered downwards from here, so that no record of a pack stands where one of a ledger does."""


def pack(name: str, *, charts: bool = True) -> list[Record]:
    """The records of a shipped pack, without its charts of accounts where they are not wanted; one of ours that cannot be read raises."""
    files: list[Record] = []
    turn = sorted(p.name for p in _PACKS.iterdir()).index(name) * len(packs.SHAPES)
    for number, (file, shape) in enumerate(packs.SHAPES.items(), turn):
        if not (_PACKS / name / file).is_file() or (shape is packs.ChartFile and not charts):
            continue  # an overlay says what it changes and no more
        files.append(_shipped(name, file, shape, _PACKED - number))
    return files


def _shipped(name: str, file: str, shape: type[_R], number: int) -> _R:
    """A file of a pack as a record, read once in a process while it stays as it is; one of ours that cannot be read raises."""
    found = (_PACKS / name / file).stat()
    record = _record(name, file, shape, number, (found.st_mtime_ns, found.st_size))
    assert isinstance(record, shape)
    return record


@cache
def _record(name: str, file: str, shape: type[Record], number: int, _stamp: tuple[int, int]) -> Record:
    document, refused = reading.read((_PACKS / name / file).read_bytes(), f"{name}/{file}", number)
    record, problems = parse(shape, document.nodes or {}, document.path)
    if record is None or refused:
        raise ValueError(f"law pack {name}/{file}: " + "; ".join(p.message("en") for p in (*refused, *problems)))
    return record


def view(checked: Checked) -> View:
    """What of the books may be published."""
    from mingbai.rendering.door import let_out

    community = checked.books.the(Community)
    return let_out(checked.books, checked.findings, community.open_extra if community else (), checked.kinds)


def site(root: Path, checked: Checked, *, draft: bool = False) -> Site:
    """Everything the site is made of, in Chinese and in the languages the community asks for."""
    from mingbai.making import Making

    community = checked.books.the(Community)
    unfit = tuple(f for f in checked.findings if draft and f.severity is Severity.ERROR)
    words = glossary(community.packs if community else ())
    web = f"{community.web.rstrip('/')}/" if community and community.web else ""
    making = Making(root, lambda: view(checked), facts(checked, draft=draft), words, unfit, web, draft=draft)
    made = making.site(community.languages if community else ())
    return replace(made, hosts=community.hosts) if community else made


def build(root: Path, target: Path, day: datetime.date, *, draft: bool = False, kinds: Sequence[Kind] | None = None) -> Checked:
    """Checks, and unless there are errors (or `draft`) builds the site beside `target` and swaps it in; returns what the check found."""
    from mingbai import publishing
    from mingbai import site as engine

    checked = check(root, day, kinds)
    if draft or not checked.errors:
        finished = site(root, checked, draft=draft)
        publishing.publish(target, lambda stage: engine.build(root / CONFIG, stage, finished))
    return checked


def write(root: Path, folder: Path, checked: Checked, *, draft: bool = False) -> str:
    """The site written into a folder of the caller's, with no swap and no sync; the path at which it will stand where it is published."""
    from mingbai import site as engine

    return engine.build(root / CONFIG, folder, site(root, checked, draft=draft))


def texts(root: Path, checked: Checked, listed: Iterable[Diagnostic]) -> dict[str, str]:
    """The texts for excerpts of these findings: those read, and other files that have some (content/, mkdocs.yml)."""
    paths = {f.place.path for f in listed}
    found = {path: checked.texts[path] for path in paths & checked.texts.keys()}
    others = (path for path in paths - found.keys() if not path.startswith(LEDGERS) and (root / path).is_file())
    return found | {path: checking.text_of(root / path) for path in others}


def checked_site(root: Path) -> Site:
    """The site for plain `mkdocs build`: as of the environment's day; errors refuse it before MkDocs touches the old one."""
    checked = check(root, as_of(os.environ))
    if checked.errors:
        first = next(f for f in checked.findings if f.severity is Severity.ERROR)
        where = f"{first.place.path}:{first.place.span.line if first.place.span else 1}"
        raise SiteError(
            Text(
                f"台账有 {checked.errors} 处错误，不能发布；第一处：{where} {first.code.id} {first.message('zh')}。运行 mingbai check 查看全部。",
                f"{counted(checked.errors, 'error', 'errors')} in the ledgers, first {where} {first.code.id} {first.message('en')}; run mingbai check to see all.",
            )
        )
    return site(root, checked)


def facts(checked: Checked, *, draft: bool = False) -> Facts:
    """What every page of the site says of its community: header, footer, banners."""
    if (it := checked.books.the(Community)) is None:
        return Facts("", draft=draft)
    filing = it.filing
    return Facts(
        it.name,
        it.within,
        it.address or "",
        it.phone or "",
        (filing.icp if filing else None) or "",
        (filing.police if filing else None) or "",
        it.fictitious,
        draft,
        __version__,
        filing.icp_link if filing else "",
        filing.police_link if filing else "",
        it.repository.changes if it.repository else "",
        it.licence.terms if it.licence else None,
        it.hours or "",
    )
