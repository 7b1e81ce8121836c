"""LAW008, LAW016, LAW017: an act that a ledger cites in a version is cited in one that the packs know, and by an article that it has and that is about the matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.law.walking import inside, owned
from mingbai.packs import Law, cited_articles
from mingbai.schema.record import Record, fields
from mingbai.values.text import Text

UNKNOWN_VERSION = Code(
    "LAW008",
    Severity.WARNING,
    Text("引用的版本法规包里没有", "a version that no pack knows"),
    Text("引用的是《{name}》{cited} 年的版本，法规包里是{known}", "{name} is cited in its version of {cited}; the packs know {known}"),
    Text(
        "改成现在施行的版本，条号对照新的条文重新核对；要引用旧版本的，在 ledgers/law/acts.yml 里登记。",
        "Cite the version in force and compare the article with its text; an old version you do need is registered in ledgers/law/acts.yml.",
    ),
    Text("法律修订以后条号会变，旧模板上的条号多半已经不对。", "A revision renumbers articles; those on old templates are mostly wrong by now."),
)
UNKNOWN_ARTICLE = Code(
    "LAW016",
    Severity.WARNING,
    Text("法规没有这一条", "an article that the act does not have"),
    Text("引用《{name}》第 {article} 条，这部法一共 {total} 条", "article {article} of {name} is cited; it has {total}"),
    Text(
        "对照现行的条文改正条号；只写得出是哪部法的，可以不写条。", "Compare with the text in force and mend the number; the act alone may be cited."
    ),
    Text("引用的条文要查得到，居民才能核对。", "What is cited can be looked up, so that residents may check it."),
)
OTHER_TOPIC = Code(
    "LAW017",
    Severity.WARNING,
    Text("引用的条文讲的是别的事", "an article about something else"),
    Text(
        "引用《{name}》第 {article} 条，这一条讲的是{topic}，这里说的不是这件事", "article {article} of {name} is about {topic}; what cites it is not"
    ),
    Text(
        "多半是修订以前的条号：对照现行的条文改正；确实说的是这件事的，在标题或者内容里写明。",
        "Probably the number of an older version: compare with the text in force; where it is about that, say so in title or text.",
    ),
    Text("法律修订以后条号会变，条号对不上，依据就落空了。", "A revision renumbers articles; a basis under an old number is none."),
)
_CITING = frozenset(("admission", "docs", "notices", "objections", "pacts", "projects", "services", "staff"))
"""The ledgers that say on what they rest."""
_FIELDS = ("basis", "price_basis", "name", "document", "article", "source")
_YEAR = r"(?:19|20)\d{2}"
_STATE = "中华人民共和国"


@rule(UNKNOWN_VERSION)
def versions_are_known(books: Books) -> Iterator[Diagnostic]:
    """Where a basis names an act of the packs together with a year (城市居民委员会组织法（2018修正）), that version is one of the packs'."""
    known = _versions(books.law)
    if not known:
        return
    pattern = _pattern(known)
    for filed in books.filed:
        if filed.kind in _CITING and filed.record is not None:
            for record in inside(filed.record):
                yield from _cited(books, record, pattern, known)


def _cited(books: Books, record: Record, pattern: re.Pattern[str], known: Mapping[str, tuple[str, ...]]) -> Iterator[Diagnostic]:
    for field in _FIELDS:
        value = getattr(record, field, None)
        for text in value if isinstance(value, tuple) else (value,):
            for found in pattern.finditer(text) if isinstance(text, str) else ():
                years, said = known[found["name"]], found["before"] or found["after"]
                if said is not None and not any(said in version for version in years):
                    versions = Text("、".join(years), ", ".join(years))
                    yield UNKNOWN_VERSION.at(books.place(record, field), record=record.at_, name=found["name"], cited=said, known=versions)


@rule(UNKNOWN_ARTICLE, OTHER_TOPIC)
def articles_are_there_and_about_it(books: Books) -> Iterator[Diagnostic]:
    """An article that a basis names is one the act has; where the packs say what it is about, what cites it says something of it."""
    names = {act.name for act in books.law.acts.values() if act.total is not None or act.topics}
    if not names:
        return
    pattern = _pattern(dict.fromkeys(names, ()))
    for filed in books.filed:
        if filed.kind in _CITING and filed.record is not None:
            for owner, record in owned(filed.record):
                for field, text in _texts(record):
                    for found in pattern.finditer(text):
                        yield from _articles(books, owner, record, field, found)


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    """The fields of a record that name an act, each text with its field; an article that has a field of its own behind the name of its act."""
    for field in _FIELDS:
        value = getattr(record, field, None)
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                behind = getattr(record, "article", None) if field == "name" else None
                yield ("article", f"{text}{behind}") if isinstance(behind, str) else (field, text)


def _articles(books: Books, owner: Record, record: Record, field: str, found: re.Match[str]) -> Iterator[Diagnostic]:
    year, text = found["before"] or found["after"], found.string
    acts = [a for a in books.law.acts.values() if a.name == found["name"] and (year in a.version if year else a.holds(books.as_of))]
    remark = _REMARK.match(text, found.end())
    for number in cited_articles(text, remark.end() if remark else found.end()) if acts else ():
        said: dict[str, Any] = {"record": record.at_, "name": found["name"], "article": number}
        totals = [a.total for a in acts]
        if all(total is not None and number > total for total in totals):
            yield UNKNOWN_ARTICLE.at(books.place(record, field), total=max(t for t in totals if t is not None), **said)
        topics = [next((t for t in a.topics if t.first <= number <= t.last), None) for a in acts]
        if all(t is not None and not _speaks(owner, record, t.words) for t in topics):
            yield OTHER_TOPIC.at(books.place(record, field), topic=next(t.text for t in topics if t is not None), **said)


def _speaks(owner: Record, citing: Record, words: tuple[str, ...]) -> bool:
    """Whether what cites says something with one of these words, elsewhere than in what it cites."""
    every = [*_words(owner, leave=citing), *([] if owner is citing else _words(citing))]
    return any(word in text for text in every for word in words)


def _words(record: Record, leave: Record | None = None) -> Iterator[str]:
    for name in fields(type(record)):
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and name not in _FIELDS[:2]:
                yield one
            elif isinstance(one, Record) and one is not leave and not hasattr(one, "article"):
                yield from _words(one)


_REMARK = re.compile(r"\s*[（(][^）)]{0,12}[）)]\s*》?|\s*》?\s*")


def _versions(law: Law) -> dict[str, tuple[str, ...]]:
    """By the name of an act: its versions as the packs say them; acts without a year in their version are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for act in law.acts.values():
        found[act.name].append(act.version)
    return {name: tuple(versions) for name, versions in found.items() if any(re.search(_YEAR, v) for v in versions)}


def _pattern(known: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """An act's name with a year in brackets behind it, or a year with 年 before it."""
    names = "|".join(re.escape(n) for n in sorted(known, key=len, reverse=True))
    before = rf"(?:(?P<before>{_YEAR})\s*年?\s*(?:修订|修正|版)?的?)?"
    after = rf"(?:\s*[（(][^）)]{{0,8}}?(?P<after>{_YEAR})[^）)]{{0,8}}[）)])?"
    return re.compile(rf"{before}《?(?:{_STATE})?(?P<name>{names})》?{after}")
