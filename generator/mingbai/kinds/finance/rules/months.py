"""A month's file: its name, its days, its place in the sequence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.posting.locks import locks
from mingbai.kinds.finance.records import MonthFile
from mingbai.values.days import Month
from mingbai.values.text import Text

_TRUE_BOOKS = (Cite("accounting", "9"),)

OUTSIDE = Code(
    "FIN001",
    Severity.ERROR,
    Text("日期不在这个期间里", "date outside the period"),
    Text("{date} 不在 {first} 至 {last} 之间", "{date} is not between {first} and {last}"),
    Text("核对日期；属于别的月份的，移到那个月的文件里。", "Check the date, or move the line to its own month's file."),
    Text("每个月的文件只记这个月的收支，期初期末才能接得上。", "A month's file holds that month only, or openings and closings do not meet."),
    _TRUE_BOOKS,
)
WRONG_PERIOD = Code(
    "FIN002",
    Severity.ERROR,
    Text("期间与文件名不一致", "period differs from the file's name"),
    Text("文件名是 {file}，这里写的是 {period}", "the file is named {file}, here stands {period}"),
    Text("改成“期间: {file}”，或把文件改名。", "Write “period: {file}”, or rename the file."),
    Text("文件名就是期间，两处不同就不知道是哪个月的账。", "The file's name is the period; where they differ nobody knows which month it is."),
)
NO_BOOK = Code(
    "FIN026",
    Severity.ERROR,
    Text("没有登记这本账", "unknown book"),
    Text("community.yml 里没有编号为“{book}”的账簿", "community.yml has no book “{book}”"),
    Text(
        "在 community.yml 的“账簿”里登记，或把文件放进已有账簿的文件夹：{known}。",
        "Register it under “books” in community.yml, or use the folder of a known book: {known}.",
    ),
    Text("每本账要先说明是谁的账、有哪些账户，才能公布。", "A book must first say whose it is and which accounts it has."),
)
GAP = Code(
    "FIN020",
    Severity.WARNING,
    Text("中间缺了月份", "a month is missing"),
    Text("{before} 之后缺 {missing}", "missing after {before}: {missing}"),
    Text(
        "补上缺的月份；那个月没有收支，也要写“本期无”并签署。", "Add the missing month; where nothing happened, write and sign “nothing this period”."
    ),
    Text("账目应当逐月连续；没有收支也要有人签字说明。", "Months follow one another without a gap; that nothing happened is signed by somebody."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35")),
)
SILENT = Code(
    "FIN021",
    Severity.WARNING,
    Text("没有收支，也没有签署“本期无”", "no lines and nobody signed for it"),
    Text("{period} 没有一笔收支", "{period} has no line"),
    Text("确实没有收支，写“本期无: ”并写明签署人和日期。", "If nothing happened, write “nothing this period” with who signs and when."),
    Text("没有就是没有，但要有人签字，不能靠空文件暗示。", "Nothing is a statement of its own and is signed, never implied by an empty file."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35")),
)
NOT_NOTHING = Code(
    "FIN030",
    Severity.ERROR,
    Text("既写了“本期无”，又有收支", "“nothing this period” beside lines"),
    Text("这个月有 {count} 笔收支", "the month has {count:line|lines}"),
    Text("有收支就删掉“本期无”。", "Delete “nothing this period”."),
    Text("两种说法只能有一种是真的。", "Only one of the two can be true."),
)

DAYS = Code(
    "FIN036",
    Severity.ERROR,
    Text("这一期的起止不对", "the days of the period are wrong"),
    Text("{why}", "{why}"),
    Text("核对“起”和“止”：起是上一期的止加一天；按自然月记账的，两栏都不写。", "Check from and to: from is the day after the last period's to."),
    Text(
        "各期首尾相接：重叠的日子会记两次，空缺的日子没有账，期初期末都接不上。",
        "Periods join without overlap or hole, or days are booked twice or not at all.",
    ),
    _TRUE_BOOKS,
)


def _named_right(month: MonthLedger) -> bool:
    """Whether period and file name agree; where they do not, that alone is told."""
    return month.filed.id == f"{month.book.id}/{month.month}"


def _gap(books: Books, before: MonthLedger, month: MonthLedger) -> bool:
    """Whether months are missing between these two; one that could not be read is not missing."""
    named = _named_right(before) and _named_right(month)
    return named and month.month > before.month.next and not books.maybe_broken("line", f"{month.book.id}/{before.month.next}")


FUTURE = Code(
    "FIN037",
    Severity.WARNING,
    Text("日期还没有到", "a date still to come"),
    Text("{date} 在 {as_of} 之后", "{date} lies after {as_of}"),
    Text("核对日期；还没有发生的支出写在“计划”里。", "Check the date; spending that is still to come belongs under “plans”."),
    Text("收支记的是已经发生的事，没有发生的不能当成已经收付。", "Lines record what has happened; what has not is not received or paid."),
    _TRUE_BOOKS,
)


BEFORE = Code(
    "FIN105",
    Severity.ERROR,
    Text("账簿启用以前的账", "before the book began"),
    Text(
        "“{book}”{begins} 启用，期初是那天以前的余额；{what} 在它以前",
        "“{book}” began on {begins} and opens with what there was before that day; {what} lies before it",
    ),
    Text(
        "改正日期；要从更早记起的，改 community.yml 里的“启用”，期初改成那一天以前的余额。",
        "Correct the date; where the book really begins earlier, change “begins” in community.yml, and the openings to what there was before that day.",
    ),
    Text(
        "期初里已经有了的，再记一次就算了两遍。",
        "What the openings hold already would count twice.",
    ),
    _TRUE_BOOKS,
)


@rule(BEFORE)
def nothing_lies_before_the_book_began(books: Books) -> Iterator[Diagnostic]:
    """No month ends, and no line is dated, before the day its book began."""
    for ledger in books.derived(ledgers).values():
        begins, name = ledger.book.begins, ledger.book.name
        for month in ledger.months if ledger.months and ledger.months[0].first < begins else ():
            if month.last < begins:
                yield BEFORE.at(books.place(month.file, "period"), book=name, begins=begins, what=month.month)
            elif month.first < begins:
                for line in month.file.lines:
                    if line.date < begins:
                        yield BEFORE.at(books.place(line, "date"), book=name, begins=begins, what=line.date)


@rule(FUTURE)
def lines_have_happened(books: Books) -> Iterator[Diagnostic]:
    """No line is dated after the day the accounts are looked at."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            for line in month.file.lines if month.last > books.as_of else ():
                if line.date > books.as_of:
                    yield FUTURE.at(books.place(line, "date"), record=line.at_, date=line.date, as_of=books.as_of)


@rule(OUTSIDE)
def lines_lie_in_their_period(books: Books) -> Iterator[Diagnostic]:
    """Every line's date lies in its month, or between 起 and 止 where the month has its own days."""
    for ledger in books.derived(ledgers).values():
        for month in ledger.months:
            first, last = month.first, month.last
            for line in month.file.lines if _named_right(month) and first <= last else ():
                if not first <= line.date <= last:
                    yield OUTSIDE.at(books.place(line, "date"), date=line.date, first=first, last=last)


@rule(DAYS)
def periods_join(books: Books) -> Iterator[Diagnostic]:
    """A period ends after it begins, touches the month it is named after, and begins the day after the one before it ended."""
    for ledger in books.derived(ledgers).values():
        for before, month in zip((None, *ledger.months), ledger.months, strict=False):
            why = _misplaced(before, month) if _named_right(month) else None
            if why is not None:
                name = "start" if month.file.start else "end" if month.file.end else "period"
                yield DAYS.at(books.place(month.file, name), why=why)


def _misplaced(before: MonthLedger | None, month: MonthLedger) -> Text | None:
    first, last = month.first, month.last
    if last < first:
        return Text(f"止 {last} 早于起 {first}", f"it ends on {last}, before it begins on {first}")
    if month.month not in (Month.of(first), Month.of(last)):
        return Text(f"{first} 至 {last} 不是 {month.month} 的账期", f"{first} to {last} is no period of {month.month}")
    if before is None or before.month.next != month.month or not _named_right(before) or before.last < before.first:
        return None
    due = before.last + datetime.timedelta(days=1)
    if first == due:
        return None
    return Text(
        f"上一期到 {before.last} 为止，这一期应从 {due} 起，现在是 {first}",
        f"the period before ends on {before.last}, so this one begins on {due}, not on {first}",
    )


@rule(WRONG_PERIOD, NO_BOOK)
def a_file_is_named_by_book_and_period(books: Books) -> Iterator[Diagnostic]:
    """The folder is a registered book, the file name is the period."""
    community = books.the(Community)
    known = {b.id for b in community.books} if community else None
    for filed in books.of(MonthFile):
        book, _, name = filed.id.partition("/")
        if filed.record is not None and str(filed.record.period) != name:
            yield WRONG_PERIOD.at(books.place(filed.record, "period"), file=name, period=filed.record.period)
        if known is not None and book not in known and filed.record is not None:
            yield NO_BOOK.at(books.place(filed.record), book=book, known=sorted(known))


def _before_the_first(books: Books, ledger: BookLedger) -> Iterator[Diagnostic]:
    """The months that lack between the day a book began and its first one."""
    begun = Month.of(ledger.book.begins)
    first = ledger.months[0] if ledger.months else None
    if first is not None and _named_right(first) and begun < first.month and not books.maybe_broken("line", f"{ledger.book.id}/{begun}"):
        began, missing = Text(f"{ledger.book.begins} 启用", f"it began on {ledger.book.begins}"), _lacking(begun, first.month)
        yield GAP.at(books.place(first.file, "period"), record=first.file.at_, before=began, missing=missing)


def _lacking(first: Month, then: Month) -> Text:
    """The months from `first` up to the one before `then`, in words."""
    last = Month.of(then.first - datetime.timedelta(days=1))
    return Text(f"{first} 至 {last}", f"{first} to {last}") if last != first else Text(str(first), str(first))


@rule(GAP, SILENT, NOT_NOTHING)
def months_follow_without_a_gap(books: Books) -> Iterator[Diagnostic]:
    """From the month in which it begins a book has every month; one without lines is signed for. A gap between closed months is told as a lost lock (LCK010)."""
    closed = books.derived(locks).keys()
    for ledger in books.derived(ledgers).values():
        yield from _before_the_first(books, ledger)
        for before, month in zip((None, *ledger.months), ledger.months, strict=False):
            if before is not None and _gap(books, before, month) and not {before.filed.id, month.filed.id} <= closed:
                missing = _lacking(before.month.next, month.month)
                yield GAP.at(books.place(month.file, "period"), record=month.file.at_, before=before.month, missing=missing)
            if not month.file.lines and month.file.nothing is None:
                yield SILENT.at(books.place(month.file, "period"), record=month.file.at_, period=month.month)
            if month.file.lines and month.file.nothing is not None:
                yield NOT_NOTHING.at(books.place(month.file, "nothing"), count=len(month.file.lines))
