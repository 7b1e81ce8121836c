"""Pages and the home block of services: what can be done here, and how, one guide a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2s

from mingbai.books import Books
from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.services.contexts import Entry, Group, GuideContext, HandbookContext, HomeContext, IndexContext, Sheet, TagContext
from mingbai.kinds.services.guides import Guide, guides
from mingbai.kinds.services.records import Service, ServiceClass
from mingbai.kinds.services.sentences import (
    brings,
    calls,
    checked,
    cost,
    details,
    in_short,
    lede,
    legal,
    sites,
    steps,
    total,
    used,
    where,
    why,
)
from mingbai.kinds.services.telling import told
from mingbai.packs.tags import Sort, slug
from mingbai.pages import Block, Crumb, Draft, Link, Toc
from mingbai.values.speech import joined, phrase, say

_SECTION = Crumb("办事指南", "services/")

_ANCHORS = {
    "社会救助": "assistance",
    "养老助残": "elderly-and-disabled",
    "劳动就业": "work",
    "社会保险": "insurance",
    "卫生健康": "health",
    "退役军人与优抚": "veterans",
    "住房与综合证明": "housing-and-certificates",
}
"""Anchors of the usual categories, kept as they were first published; others have letters made of their names."""


def drafts(view: View) -> Iterator[Draft]:
    """The list of guides, and a page for each."""
    found = guides(view.books)
    yield _index(view.books, found)
    for guide in found:
        yield _guide(view, guide, found)
    for tag in (*_people(found), *_occasions(found)):
        yield _tagged(view.books, tag)
    if found:
        yield _handbook(view.books, found)


def home(view: View) -> Iterator[Block]:
    """How many guides there are, with the categories as ways in."""
    found = guides(view.books)
    if found:
        yield Block(30, "services/home.html", HomeContext(_counted(found), _categories(view.books, found)))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each guide stands on the site."""
    for guide in guides(view.books):
        yield guide.service.at_, (guide.address, guide.service.name)


def _index(books: Books, found: tuple[Guide, ...]) -> Draft:
    community = books.the(Community)
    context = IndexContext(
        _counted(found), _categories(books, found), _people(found), _occasions(found), (community.phone or "") if community else ""
    )
    toc = (
        *((Toc("按事由找", "occasions"),) if context.occasions else ()),
        *((Toc("按人群找", "people"),) if context.people else ()),
        *(Toc(g.name, g.anchor) for g in context.categories),
    )
    newest = max((g.service.checked.date for g in found if g.service.checked and g.service.checked.date <= books.as_of), default=None)
    return Draft("services/", "办事指南", context.lede, "services/index.html", context, (), newest, toc)


def _counted(found: tuple[Guide, ...]) -> str:
    if not found:
        return say("还没有登记办事指南。")
    kinds = [g.service.kind for g in found]
    parts = joined("，", (say("{kind} {count} 项", kind=kind.zh, count=kinds.count(kind)) for kind in ServiceClass if kind in kinds))
    return say("这里能办 {n} 件事：{parts}。每件都写明带什么、找谁、多久办好、收不收费。", n=len(found), parts=parts)


def _categories(books: Books, found: tuple[Guide, ...]) -> tuple[Group, ...]:
    """Categories in the order of the pack, then those of the community's own by class and name."""
    standard = books.law.standard("service-categories")
    order = list(standard.words) if standard else []
    classes = list(ServiceClass)

    def rank(name: str) -> tuple[int, int, str]:
        if name in order:
            return 0, order.index(name), ""
        return 1, min(classes.index(g.service.kind) for g in found if g.service.category == name), name

    names = sorted({g.service.category for g in found}, key=rank)
    return tuple(Group(n, anchor("c", n), _entries(g for g in found if g.service.category == n)) for n in names)


def _people(found: tuple[Guide, ...]) -> tuple[Group, ...]:
    """Groups of people, those with most guides first."""
    return _tags(found, "g", "people", lambda s: s.groups)


def _occasions(found: tuple[Guide, ...]) -> tuple[Group, ...]:
    """What brings people, the most frequent first."""
    return _tags(found, "o", "occasions", lambda s: s.occasions)


def _tags(found: tuple[Guide, ...], prefix: str, folder: Sort, of: Callable[[Service], tuple[str, ...]]) -> tuple[Group, ...]:
    counts: dict[str, list[Guide]] = {}
    for guide in found:
        for tag in of(guide.service):
            counts.setdefault(tag, []).append(guide)
    order = sorted(counts, key=lambda n: (-len(counts[n]), n))
    return tuple(Group(n, anchor(prefix, n), _entries(counts[n]), f"services/{folder}/{slug(folder, n, letters)}/") for n in order)


def letters(name: str) -> str:
    """Letters made of a name: stable, ASCII, whatever the name."""
    return blake2s(name.encode(), digest_size=6).hexdigest().translate(_LETTERS)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def _tagged(books: Books, tag: Group) -> Draft:
    """A page for a group of people, or for an occasion."""
    what = "按人群" if "/people/" in tag.address else "按事由"
    lede = say("和“{name}”有关的 {n} 件事，点开看带什么、找谁、多久办好。", name=tag.name, n=len(tag.entries))
    return Draft(tag.address, say("{name}：能办的事", name=tag.name), lede, "services/tag.html", TagContext(lede, what, tag), (_SECTION,))


def _handbook(books: Books, found: tuple[Guide, ...]) -> Draft:
    """All guides in short, to be printed and hung up or taken home; its address cannot be a guide's."""
    groups = tuple((g.name, g.anchor, tuple(_sheet(one) for one in found if one.service.category == g.name)) for g in _categories(books, found))
    community = books.the(Community)
    lede = say("{n} 件事，每件写明给谁、带什么、到哪里、什么时间、打什么电话，可以打印出来贴在楼门口。", n=len(found))
    context = HandbookContext(lede, groups, (community.phone or "") if community else "", (community.hours or "") if community else "")
    toc = tuple(Toc(name, at) for name, at, _ in groups)
    return Draft("services/print/all/", "办事手册（打印用）", lede, "services/handbook.html", context, (_SECTION,), None, toc)


def _sheet(guide: Guide) -> Sheet:
    s = guide.service
    bring = tuple(
        say("{name}（{list}）", name=b.name, list=joined("，", (p for p in (b.form, say("{copies} 份", copies=b.copies) if b.copies else "") if p)))
        if b.form or b.copies
        else b.name
        for b in brings(s)[0]
    )
    rows = (
        ("给谁", s.audience),
        ("带什么", joined("、", bring) or "什么都不用带"),
        ("到哪里", s.place),
        ("时间", s.hours or ""),
        ("多久、收费", in_short(s)),
    )
    return Sheet(s.name, guide.address, (*((k, v) for k, v in rows if v), *((c.label, c.number) for c in calls(s))))


def anchor(prefix: str, name: str) -> str:
    """A stable ASCII anchor for a category or a group of people."""
    return f"{prefix}-{_ANCHORS.get(name) or blake2s(name.encode(), digest_size=4).hexdigest()}"


def _entries(found: Iterable[Guide]) -> tuple[Entry, ...]:
    return tuple(Entry(g.service.name, g.address, g.service.audience, in_short(g.service), g.service.kind.zh) for g in found)


def _guide(view: View, guide: Guide, found: tuple[Guide, ...]) -> Draft:
    s = guide.service
    bring, later = brings(s)
    context = GuideContext(
        service=s,
        tag=s.kind.zh,
        lede=lede(s),
        why=why(s),
        bring=bring,
        later=later,
        steps=steps(s),
        total=total(s),
        where=where(s),
        calls=calls(s),
        sites=sites(view.books, s),
        cost=cost(s),
        rules=legal(s),
        used=used(s),
        tags=_tags_of(s),
        details=details(s),
        checked=checked(s),
        warnings=tuple((phrase(f.code.message, f.values), _cites(view.books, f.basis)) for f in view.findings.on(s)),
        same=_entries(g for g in found if g.service.category == s.category and g.id != guide.id),
        source=guide.path,
    )
    day = s.checked.date if s.checked else None
    updated = day if day and day <= view.books.as_of else None
    return Draft(
        guide.address,
        s.name,
        context.lede,
        "services/guide.html",
        context,
        (_SECTION,),
        updated,
        tuple(_toc(s)),
        told=(told(guide, context),),
        source=context.source,
    )


def _tags_of(s: Service) -> tuple[Link, ...]:
    """Where similar things stand: the pages of its groups of people and occasions."""
    people = (Link(n, f"services/people/{slug('people', n, letters)}/") for n in s.groups)
    return (*people, *(Link(n, f"services/occasions/{slug('occasions', n, letters)}/") for n in s.occasions))


def _toc(s: Service) -> Iterator[Toc]:
    yield Toc("谁能办", "who")
    yield Toc("要带什么", "bring")
    if s.stages or s.promised is not None:
        yield Toc("怎么办、多久办好", "steps")
    yield Toc("到哪里办、问谁", "where")
    yield Toc("收不收费", "cost")
    if s.served or s.surveys:
        yield Toc("用得怎么样", "used")
    if s.questions:
        yield Toc("常见问题", "questions")
    yield Toc("依据和核对", "basis")


def _cites(books: Books, basis: tuple[Cite, ...]) -> str:
    """The articles that hold for this community, in words."""
    return joined("、", (books.law.cite(c) for c in books.law.basis(basis)))
