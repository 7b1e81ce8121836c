"""DUE026: what is announced before it is decided hung for its days in truth, counted from the day on which it was put up."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books, Trace
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.disclosures.binding import item_on, kept
from mingbai.kinds.disclosures.duties import Standing, standings
from mingbai.kinds.disclosures.evidence import concerns
from mingbai.kinds.disclosures.places import NOTICES
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import Item, cites, doubt, unsure
from mingbai.values.counting import lasted
from mingbai.values.text import Text

CUT_SHORT = Code(
    "DUE026",
    Severity.WARNING,
    Text("公示贴出来晚了，天数不够", "a prior notice put up too late to hang for its days"),
    Text(
        "“{title}”公示到 {end}，从 {shown} 公布算起只挂了 {days} 天（第一天不算），应当不少于 {needed} 天{unsure}",
        "“{title}” ended on {end}; published on {shown} it hung for {days:day|days} (the first not counted), {needed} are asked{unsure}",
    ),
    Text(
        "公布日写错了就改正；确实贴晚了的，把公示延长或者重新公示，满了天数再定。",
        "Mend the day if it is wrong; if it was put up late, prolong the notice or repeat it, and decide when its days are over.",
    ),
    Text("公示期满才让人看到，等于没有公示。", "A notice that people see when it is over is no notice."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35")),
)


@rule(CUT_SHORT)
def a_prior_notice_hangs_for_its_days(books: Books) -> Iterator[Diagnostic]:
    """From the later of the day it says it begins and the day it was published, up to its end, are as many days as its item asks for, else the standard.

    A notice that leaves too few days by its own word is told where it stands (NTC011).
    """
    for standing in books.derived(standings) if kept(books) else ():
        for trace in standing.traces:
            entry = _first(standing, trace, books)
            if entry is not None:
                yield from _short(books, standing.item, trace, entry)


def _first(standing: Standing, trace: Trace, books: Books) -> Disclosure | None:
    """The first publication of a prior notice."""
    if trace.starts is None:
        return None
    told = (e for e in standing.entries if e.day <= books.as_of and e.corrects is None and concerns(e, trace))
    return next(told, None)


def _short(books: Books, now: Item, trace: Trace, entry: Disclosure) -> Iterator[Diagnostic]:
    item, standard = item_on(books, now.id, entry.day), books.law.standard("notice-days", trace.starts)
    if item is None or trace.starts is None or trace.before is None or standard is None or standard.count is None:
        return
    own = item.notice if all(e.ledger == NOTICES for e in item.evidence) else None  # of others the days are those of something else: a list of voters
    needed, shown = own or standard.count, max(trace.starts, entry.day)
    if lasted(trace.starts, trace.before) < standard.count or lasted(shown, trace.before) >= needed:
        return
    basis = cites(item.rests("notice").basis) if own else books.law.clauses(standard)
    days, doubtful = max(0, lasted(shown, trace.before)), unsure(item.rests("notice").standing) if own else doubt(standard)
    title = Text(trace.words, trace.words)
    place = books.place(entry, "day")
    yield CUT_SHORT.at(
        place, record=entry.at_, basis=basis or None, title=title, end=trace.before, shown=shown, days=days, needed=needed, unsure=doubtful
    )
