"""LAW008: an act that a ledger cites in a version is cited in one that the packs know."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.law.walking import inside
from mingbai.packs import Law
from mingbai.schema.record import Record
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
