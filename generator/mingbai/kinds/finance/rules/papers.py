"""Papers: which documents will do, how old they may be, whether any is missing from the row of vouchers."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import MonthLedger, ledgers
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.packs import Span, Standard, doubt
from mingbai.values.counted import counted
from mingbai.values.days import months_later
from mingbai.values.text import Text

_SOURCE = (Cite("accounting", "14"),)

INFORMAL = Code(
    "FIN056",
    Severity.WARNING,
    Text("白条或自制单据", "an informal slip"),
    Text("票据是“{document}”", "the document is “{document}”"),
    Text(
        "换取正式票据；确实换不到的，在会上说明并由监督委员会签字。",
        "Get a proper document; where there is none, account for it and have the supervisors sign.",
    ),
    Text("付钱要凭正式票据，白条不能入账。", "Money is paid on proper documents; slips are none."),
    _SOURCE,
)
SENSITIVE = Code(
    "FIN057",
    Severity.WARNING,
    Text("需要特别说明的开支", "spending that has to be accounted for"),
    Text("{where}里有“{word}”{unsure}", "“{word}” stands in the {where}{unsure}"),
    Text("说明事由、人数和依据；不该由公款开支的，退回来。", "Say why, for how many and on what ground; what is no public expense is given back."),
    Text("招待、礼品、旅游一类开支最容易被问，要单独说明。", "Entertainment, gifts and travel are what people ask about first."),
    (Cite("good-practice", "敏感开支"),),
)
INCOME_PAPER = Code(
    "FIN064",
    Severity.WARNING,
    Text("收入的票据不合要求", "a document that is none for money received"),
    Text("收入的票据是“{document}”{unsure}", "money was received on “{document}”{unsure}"),
    Text("收款开统一收据或财政票据，通过银行的附回单。", "Give a printed receipt or a fiscal one; for money by bank keep the slip."),
    Text("收了钱要开收据，收据是收入没有漏记的证明。", "A receipt is given for money received; it proves that nothing was left out."),
    _SOURCE,
)
LATE = Code(
    "FIN066",
    Severity.WARNING,
    Text("票据报销太晚", "reimbursed late"),
    Text("票据是 {paper} 的，{date} 才报销，{why}{unsure}", "the document is of {paper}, reimbursed on {date}, {why}{unsure}"),
    Text("说明晚报的原因；跨年的票据要查明没有在上年报过。", "Say why; make sure that a document of another year was not paid then."),
    Text("票据拖得越久，越说不清当时的事，也越容易重复报销。", "The older a document, the less can be said of it, and the easier it is paid twice."),
    _SOURCE,
)
GAP = Code(
    "FIN068",
    Severity.WARNING,
    Text("凭证号不连续", "voucher numbers are missing"),
    Text("{period} 缺 {missing}", "{period} lacks {missing}"),
    Text("补记漏掉的凭证；作废的，在备注里写明并保留原件。", "Book what was left out; a void voucher is kept and noted."),
    Text("凭证逐张编号，少一张就要说得出去了哪里。", "Vouchers are numbered one by one; where one is missing, somebody must know why."),
    (Cite("accounting", "15"),),
)

_TAIL = re.compile(r"(.*?)(\d{2,6})", re.ASCII)
_DATE_BEGINS = re.compile(r"20\d\d[-./年]", re.ASCII)
_DATE = re.compile(r"(?<!\d)(20\d\d)[-./年](\d{1,2})[-./月](\d{1,2})(?!\d)", re.ASCII)
_MOST = 5
"""So many missing numbers are named; of more only the first and the count."""


@rule(INFORMAL, SENSITIVE)
def spending_is_on_proper_papers(books: Books) -> Iterator[Diagnostic]:
    """No expense rests on an informal slip; entertainment, gifts and travel are pointed out."""
    for span in books.law.spans(lambda law: (law.standard("informal-documents"), law.standard("sensitive-words"))):
        yield from _improper(books, span, *span.asked)


def _improper(books: Books, span: Span[Any], informal: Standard | None, sensitive: Standard | None) -> Iterator[Diagnostic]:
    slips = informal.words if informal else ()
    clean: set[str | None] = set()  # texts that were looked at: they repeat from month to month
    words = re.compile("|".join(map(re.escape, sensitive.words))) if sensitive and sensitive.words else None
    for ledger in books.derived(ledgers).values():
        for month in (m for m in ledger.months if span.begun(m.last)):
            spent = facts(books, month).of(LineKind.EXPENSE)
            said = {text for p in spent for text in (p.line.summary, p.category)}
            if said <= clean and not (slips and any(d.startswith(slips) for p in spent for d in p.line.documents)):
                continue
            for posted in (p for p in spent if span.holds(p.line.date)):
                line = posted.line
                for n, document in enumerate(line.documents):
                    if slips and document.startswith(slips):
                        where, basis = books.place(line, "documents", n if len(line.documents) > 1 else None), books.law.grounds(INFORMAL, informal)
                        yield INFORMAL.at(where, record=line.at_, basis=basis, document=document)
                if words is not None and sensitive is not None and not (line.summary in clean and posted.category in clean):
                    told = list(_sensitive(books, posted, words, sensitive))
                    yield from told
                    clean.update((line.summary, posted.category) if not told else ())


def _sensitive(books: Books, posted: Posted, words: re.Pattern[str], standard: Standard) -> Iterator[Diagnostic]:
    line = posted.line
    for name, said in (("summary", line.summary), ("category", posted.category)):
        found = words.search(said) if said else None
        if found:
            where = Text("摘要", "summary") if name == "summary" else Text("科目", "category")
            place = books.place(line, name if getattr(line, name) else "")
            yield SENSITIVE.at(
                place, record=line.at_, basis=books.law.grounds(SENSITIVE, standard), where=where, word=found[0], unsure=doubt(standard)
            )
            return


@rule(INCOME_PAPER)
def income_is_receipted(books: Books) -> Iterator[Diagnostic]:
    """Money received rests on one of the documents that the pack names."""
    for span in (s for s in books.law.through("income-documents") if s.asked.words):
        words = span.asked.words
        for month in (m for ledger in books.derived(ledgers).values() for m in ledger.months if span.begun(m.last)):
            for line in (p.line for p in facts(books, month).of(LineKind.INCOME)):
                if line.documents and not any(d.startswith(words) for d in line.documents) and span.holds(line.date):
                    place = books.place(line, "documents")
                    yield INCOME_PAPER.at(
                        place,
                        record=line.at_,
                        document="、".join(line.documents),
                        unsure=doubt(span.asked),
                        basis=books.law.grounds(INCOME_PAPER, span.asked),
                    )


@rule(LATE)
def papers_are_reimbursed_in_time(books: Books) -> Iterator[Diagnostic]:
    """A document is reimbursed within the months the pack allows, and in its own year; its day is typed, or stands in its words."""
    papers = books.law.standard("dated-papers")
    words = re.compile("|".join(map(re.escape, papers.words))) if papers and papers.words else None
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            one = facts(books, month)
            worded = words is not None and _DATE_BEGINS.search(one.text) is not None
            for line in (p.line for p in one.of(LineKind.EXPENSE)) if worded or one.uses("paper_day") else ():
                found = (
                    (line.paper_day, books.place(line, "paper_day")) if line.paper_day else _worded(books, line, words) if worded and words else None
                )
                if found is not None:
                    yield from _late(books, found, line)


def _late(books: Books, found: tuple[datetime.date, Place], line: Line) -> Iterator[Diagnostic]:
    paper, place = found
    if line.date <= paper:
        return
    standard = books.law.standard("reimbursement-months", line.date)
    if standard is None or standard.count is None:
        return
    late = months_later(paper, standard.count) < line.date
    if late or paper.year < line.date.year:
        why = (
            Text(f"超过 {standard.count} 个月", f"more than {counted(standard.count, 'month', 'months')} later")
            if late
            else Text("跨了年度", "in another year")
        )
        yield LATE.at(
            place,
            record=line.at_,
            paper=paper,
            date=line.date,
            why=why,
            unsure=doubt(standard) if late else Text("", ""),
            basis=books.law.grounds(LATE, standard if late else None),
        )


def _worded(books: Books, line: Line, words: re.Pattern[str]) -> tuple[datetime.date, Place] | None:
    """The earliest day that the words of a line's invoices and receipts name, and where; None where they name none."""
    found = []
    for n, document in enumerate(line.documents):
        for date in _DATE.finditer(document):
            if words.search(document, 0, date.start()):
                with suppress(ValueError):  # no day of the calendar: a number that looks like one
                    found.append((datetime.date(int(date[1]), int(date[2]), int(date[3])), n))
    if not found:
        return None
    day, n = min(found)
    return day, books.place(line, "documents", n if len(line.documents) > 1 else None)


@rule(GAP)
def vouchers_follow_without_a_gap(books: Books) -> Iterator[Diagnostic]:
    """In a month that is reviewed, the vouchers of one series run from its first number to its last."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            if month.file.closing is not None and month.file.closing.review is not None:
                missing = list(_missing(month))
                if missing:
                    named = "、".join(missing[:_MOST]) + (f"……（共 {len(missing)} 个）" if len(missing) > _MOST else "")
                    yield GAP.at(books.place(month.file, "period"), record=month.file.at_, period=month.month, missing=named)


@lru_cache(maxsize=64)
def _in_a_row(head: str, width: int, first: int, count: int) -> frozenset[str]:
    """So many numbers one after the other."""
    return frozenset(f"{head}{n:0{width}}" for n in range(first, first + count))


def _missing(month: MonthLedger) -> Iterator[str]:
    """The numbers that a series of vouchers of one width lacks between 1, or its smallest, and its largest."""
    vouchers = {line.voucher for line in month.file.lines}
    first = _TAIL.fullmatch(min(vouchers, default=""))
    if first and vouchers == _in_a_row(first[1], len(first[2]), int(first[2]), len(vouchers)):
        return
    series: dict[tuple[str, int], set[int]] = defaultdict(set)
    for line in month.file.lines:
        found = _TAIL.fullmatch(line.voucher)
        if found:
            series[found[1], len(found[2])].add(int(found[2]))
    for (head, width), numbers in series.items():
        if 2 * len(numbers) > max(numbers) - min(numbers) + 1:  # a row with holes, not numbers from elsewhere
            yield from (f"{head}{n:0{width}}" for n in range(min(numbers), max(numbers)) if n not in numbers)
