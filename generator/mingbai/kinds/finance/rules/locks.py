"""LCK: a closed month stays as it was; what was wrong is put right by a later line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mingbai.books import Books, Filed
from mingbai.diagnostics import Cite, Code, Diagnostic, Place, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community
from mingbai.kinds.finance.posting.ledger import BookLedger, MonthLedger, ledgers
from mingbai.kinds.finance.posting.locked import LockFile
from mingbai.kinds.finance.posting.locks import FORMAT, YEAR_FORMAT, Terms, holds, locked_terms, locks, of_month, seal, terms, years
from mingbai.kinds.finance.posting.standing import CORRECTABLE
from mingbai.kinds.finance.records import Line, LineKind
from mingbai.kinds.finance.statements.corrections import corrections
from mingbai.values.days import Month
from mingbai.values.text import Text

_RULE = (Cite("accounting", "15"),)

CHANGED = Code(
    "LCK001",
    Severity.ERROR,
    Text("已结账的一笔变了", "a line of a closed month has changed"),
    Text("凭证 {voucher} 与 {day} 结账时不同", "voucher {voucher} differs from what was closed on {day}"),
    Text(
        "把这一笔改回原样（git diff 看得到改了什么），再在还没有结账的月份写：类型: 更正，更正凭证: {id}，{change}，原因: …，批准: …",
        "Restore the line (git diff shows the change), then write in an open month: kind: correction, corrects: {id}, {change}, reason: …, allowed_by: …",
    ),
    Text(
        "已经结账公布的不再改；记错了，用新的一笔更正，旧的留着给人看。",
        "What was closed and published stays; a mistake is put right by a new line beside the old.",
    ),
    _RULE,
)
ADDED = Code(
    "LCK002",
    Severity.ERROR,
    Text("已结账的月份多了一笔", "a closed month has a new line"),
    Text("凭证 {voucher} 是 {day} 结账以后加的", "voucher {voucher} was added after closing on {day}"),
    Text("移到还没有结账的月份，在摘要里写明是哪个月的事。", "Move it to an open month and say in the summary which month it belongs to."),
    Text("结账以后补记的，记在发现的那个月。", "What is found later is booked in the month it was found."),
    _RULE,
)
GONE = Code(
    "LCK003",
    Severity.ERROR,
    Text("已结账的月份少了一笔", "a closed month lacks a line"),
    Text("结账时有凭证 {voucher}，现在没有", "voucher {voucher} was there when the month was closed"),
    Text(
        "恢复这一笔；不该付的，在还没有结账的月份写：类型: 冲正，冲正凭证: {id}。",
        "Restore it; to take it back, write in an open month: kind: reversal, reverses: {id}.",
    ),
    Text("公布过的收支不能消失。", "What was published does not disappear."),
    _RULE,
)
REST = Code(
    "LCK004",
    Severity.ERROR,
    Text("已结账月份的其他内容变了", "something else of a closed month has changed"),
    Text("期间、计划、对账、盘点或审核与 {day} 结账时不同", "period, plans, statements, counts or review differ from what was closed on {day}"),
    Text(
        "改回原样（git diff 看得到改了什么）；新的情况写在还没有结账的月份。",
        "Restore it (git diff shows the change); what is new belongs in an open month.",
    ),
    Text("对账和审核是结账的依据，结账以后不能改。", "Statements and review are what the closing rests on."),
    _RULE,
)
BALANCE = Code(
    "LCK005",
    Severity.ERROR,
    Text("余额与结账时不同", "balances differ from those at closing"),
    Text(
        "{period} 的期末余额与 {day} 结账时不同，而这个月的收支没有变",
        "the balances at the end of {period} differ from those closed on {day}, though its lines do not",
    ),
    Text(
        "核对更早的月份和 community.yml 里的期初：改了哪里，改回原样。",
        "Look at earlier months and the openings in community.yml; restore what was changed.",
    ),
    Text("上月期末就是下月期初，一处改动会改动以后的每一个余额。", "A closing is the next opening: one change moves every balance after it."),
    (Cite("accounting", "17"),),
)
NO_MONTH = Code(
    "LCK006",
    Severity.ERROR,
    Text("结了账的月份不见了", "a closed month is gone"),
    Text("有 {period} 的锁，没有 {period} 的台账", "there is a lock of {period}, and no ledger of it"),
    Text("恢复那个月的文件。", "Restore the month's file."),
    Text("公布过的月份不能消失。", "A published month does not disappear."),
    _RULE,
)
WRONG = Code(
    "LCK007",
    Severity.ERROR,
    Text("锁与文件名不符", "a lock of another month"),
    Text("文件是 {file}，里面写的是 {inside}", "the file is {file}, inside stands {inside}"),
    Text("锁由 mingbai close 写，不要手写、改名；删掉它，重新结账。", "Locks are written by mingbai close, never by hand; delete it and close anew."),
    Text("锁要对得上它锁的那个月。", "A lock belongs to its month."),
)
IMPOSSIBLE = Code(
    "LCK016",
    Severity.ERROR,
    Text("锁的结账日不对", "a lock of an impossible day"),
    Text("锁的结账日是 {day}，{why}", "the lock says closed on {day}, and {why}"),
    Text(
        "从 git 里恢复这个锁文件；锁由 mingbai close 写，不要手改。", "Restore the lock from git: locks are written by mingbai close, never by hand."
    ),
    Text("先过完这个月，再审核，再结账；日子倒过来的，是后来改过。", "A month ends, is reviewed, is closed; another order was made up later."),
    _RULE,
)
EARLIER_OPEN = Code(
    "LCK008",
    Severity.ERROR,
    Text("前面的月份还没有结账", "an earlier month is still open"),
    Text("{period} 已结账，{open} 还没有", "{period} is closed, {open} is not"),
    Text(
        "锁被删掉了的，从 git 里恢复 finance/{book}/{open}.lock.yml。{open} 是结账以后才补上的，不能插在前面：记在还没有结账的月份里，写明是哪天的事。",
        "Where its lock was removed, restore finance/{book}/{open}.lock.yml from git. Where {open} was added after the closing, it cannot go before it:"
        " record it in a month that is still open, and say of which day it is.",
    ),
    Text(
        "结账是一个月一个月结的：后面结了、前面没有锁，不是锁被删了，就是后来添了月份。",
        "Months are closed one after another: an open one before a closed one was added later, or its lock was removed.",
    ),
    (Cite("accounting", "17"),),
)
MISSING = Code(
    "LCK010",
    Severity.ERROR,
    Text("锁不见了", "a lock is gone"),
    Text(
        "{period} 已结账，前面的 {missing} 却没有锁",
        "{period} is closed, and {missing} before it has no lock",
    ),
    Text(
        "从 git 里恢复 finance/{book}/{missing}.lock.yml；台账 {missing}.yml 也不见了的，一起恢复。",
        "Restore finance/{book}/{missing}.lock.yml from git, and {missing}.yml with it where that is gone too.",
    ),
    Text(
        "结账是按顺序的：后面有锁、中间没有，是锁被删掉了；没有锁，改动就看不见。",
        "Months are closed in order: where a lock is missing between two, it was removed, and changes are no longer seen.",
    ),
    _RULE,
)
OF_YEAR = Code(
    "LCK012",
    Severity.ERROR,
    Text("已结账年度的月锁变了", "a month's lock of a closed year has changed"),
    Text("{year} 年已于 {day} 结账，{period} 的锁{what}", "{year} was closed on {day}; the lock of {period} {what}"),
    Text("从 git 里恢复 finance/{book}/{period}.lock.yml。", "Restore finance/{book}/{period}.lock.yml from git."),
    Text("年度结账把十二个月锁在一起，哪一个都不能悄悄换掉。", "A closed year holds its twelve locks together: none is exchanged unseen."),
    _RULE,
)
PURPOSE = Code(
    "LCK013",
    Severity.ERROR,
    Text("已结账月份的资金用途变了", "what a fund was for in a closed month has changed"),
    Text(
        "{period} 已于 {day} 结账，那时“{fund}”{was}；现在是：{now}",
        "{period} was closed on {day}, when “{fund}” was {was}; now it is {now}",
    ),
    Text(
        "改回原样。从某一天起改用途的，在这项资金下面写“变更”：日期、可用科目、决议（或拨付单位的文号），只管那天以后的收支；登记错了的，也这样改。",
        "Restore it. Where its use changes from a day on, write a “change” below the fund: date, allowed categories, decision (or document of the grantor);"
        " it holds from that day. A mistake is put right in the same way.",
    ),
    Text(
        "结账时指出过的，公布过；后来把用途改宽，旧的提醒就没有了踪影。",
        "What was pointed out was published; widening the use afterwards would make it vanish without a trace.",
    ),
    _RULE,
)
UNALLOWED = Code(
    "LCK009",
    Severity.WARNING,
    Text("更正没有批准人", "a correction nobody allowed"),
    Text("“{kind}”已结账的凭证 {cited}，没有写“{field}”", "voucher {cited} of a closed month is undone without “{field}”"),
    Text("补上“{field}: …”。", "Add “{field}: …”."),
    Text("更正已经公布的账，要有人批准、写明原因。", "Somebody allows a change of what was published, and the reason is given."),
    _RULE,
)

IDLE = Code(
    "LCK011",
    Severity.WARNING,
    Text("更正什么也没有改", "a correction that changes nothing"),
    Text("凭证 {cited} 本来就是这样写的", "voucher {cited} says all this already"),
    Text(
        "核对“更正凭证”和要改的栏目；不用改的，删掉这一笔更正。",
        "Check “corrects” and the fields that are to change; where nothing is to change, delete the correction.",
    ),
    Text("更正是公布出来的一笔账，要说清楚改了什么。", "A correction is published, and says what it puts right."),
    _RULE,
)


@rule(CHANGED, ADDED, GONE, REST, BALANCE, NO_MONTH, WRONG, IMPOSSIBLE)
def a_closed_month_stays_as_it_was(books: Books) -> Iterator[Diagnostic]:
    """Every line, the rest and the balances of a closed month are those of the day it was closed."""
    if books.the(Community) is None:  # without it no book is known, and that is told where it is wrong
        return
    for month_id, filed in books.derived(locks).items():
        lock = filed.record
        assert lock is not None
        book, _, period = month_id.partition("/")
        if not _right(month_id, lock):
            yield WRONG.at(books.place(lock, "period"), file=month_id, inside=f"{lock.book}/{lock.period}")
            continue
        ledger = books.derived(ledgers).get(book)
        month = next((m for m in ledger.months if m.month == lock.period), None) if ledger else None
        if month is not None and ledger is not None:
            yield from _held(books, ledger, month, lock)
            yield from _dated(books, month, lock)
        elif not books.maybe_broken("line", month_id):
            yield NO_MONTH.at(books.place(lock, "period"), period=period)


def _right(month_id: str, lock: LockFile) -> bool:
    """Whether a lock is of the month that its file is named after, in a form we know."""
    return f"{lock.book}/{lock.period}" == month_id and 1 <= lock.format <= FORMAT


def _held(books: Books, ledger: BookLedger, month: MonthLedger, lock: LockFile) -> Iterator[Diagnostic]:
    sealed = seal(month)
    was, now = Counter((one.voucher, one.digest) for one in lock.lines), Counter(sealed.lines)
    missing = Counter(voucher for voucher, _ in (was - now).elements())
    unknown = now - was
    for posted, key in zip(month.posted, sealed.lines, strict=True):
        if unknown[key] > 0:
            unknown[key] -= 1
            voucher, line = posted.line.voucher, posted.line
            code = CHANGED if missing[voucher] > 0 else ADDED
            missing[voucher] -= 1
            yield code.at(books.place(line, "voucher"), voucher=voucher, day=lock.day, id=posted.id, change=_change(line))
    for voucher in (+missing).elements():
        at = next(one for one in lock.lines if one.voucher == voucher)
        yield GONE.at(books.place(at, "voucher"), voucher=voucher, id=f"{month.filed.id}/{voucher}")
    if sealed.rest != lock.rest:
        place = books.place(month.file, "closing" if month.file.closing else "period")
        yield REST.at(place, day=lock.day)
    elif was == now and month.sound and not holds(books, lock, month) and _first_moved(books, ledger, month):
        yield BALANCE.at(books.place(lock, "accounts"), period=month.month, day=lock.day)


def _dated(books: Books, month: MonthLedger, lock: LockFile) -> Iterator[Diagnostic]:
    """A month is closed after its last day, and not before its review."""
    review = month.file.closing.review if month.file.closing else None
    why = None
    if lock.day <= month.last:
        why = Text(f"那时这个月还没有过完（到 {month.last}）", f"the month lasted until {month.last}")
    elif review is not None and lock.day < review.day:
        why = Text(f"审核却在 {review.day}", f"it was reviewed on {review.day}")
    if why is not None:
        yield IMPOSSIBLE.at(books.place(lock, "day"), day=lock.day, why=why)


def _change(line: Line) -> Text:
    """What the correction would say, for the fields most often mistyped."""
    zh = [f"金额: {line.amount // 100}.{line.amount % 100:02}"] if line.amount else []
    en = [f"amount: {line.amount // 100}.{line.amount % 100:02}"] if line.amount else []
    zh += [f"科目: {line.category}"] if line.category else []
    en += [f"category: {line.category}"] if line.category else []
    return Text("，".join(zh) or "要改的栏目", ", ".join(en) or "what changes")


def _first_moved(books: Books, ledger: BookLedger, month: MonthLedger) -> bool:
    """Whether the closed month before this one is there and still holds: a change further back is told where it begins."""
    before = next((m for m in reversed(ledger.months) if m.month < month.month), None)
    if before is not None and before.month.next < month.month:
        return False
    filed: Filed[LockFile] | None = books.derived(locks).get(before.filed.id) if before else None
    return before is None or filed is None or filed.record is None or holds(books, filed.record, before)


@rule(PURPOSE)
def what_funds_were_for_stays(books: Books) -> Iterator[Diagnostic]:
    """A fund may be spent, in a closed month, on what it might be spent on when the month was closed; told once a fund, at the first month."""
    community = books.the(Community)
    closed = books.derived(locks) if community is not None else {}
    funds = {f.id: f for f in community.funds} if community else {}
    told: set[str] = set()
    for ledger in books.derived(ledgers).values() if closed else ():
        for month in ledger.months:
            filed = closed.get(month.filed.id)
            lock = filed.record if filed is not None else None
            was = locked_terms(lock) if lock is not None else None
            if lock is None or was is None:
                continue
            now = terms(books, month)
            for id in sorted({t.fund for t in {*was} ^ {*now}} - told):
                told.add(id)
                before, after = (tuple(t for t in side if t.fund == id) for side in (was, now))
                fund = funds.get(id)
                at = books.place(fund, "categories") if fund and after else books.place(lock, "terms")
                name = fund.name if fund else id
                yield PURPOSE.at(at, period=month.month, day=lock.day, fund=name, was=_uses(before), now=_uses(after))


def _uses(of: tuple[Terms, ...]) -> Text:
    """What a fund might be spent on, in words, day by day where that changed within the month."""
    if not of:
        return Text("没有记下用途", "not said to be for anything")
    zh, en = zip(*(_use(t) for t in of), strict=True)
    return Text("；".join(zh), "; ".join(en))


def _use(one: Terms) -> tuple[str, str]:
    since = (f"从 {one.since} 起", f"from {one.since} on ") if one.since else ("", "")
    may = (
        ("可用于" + "、".join(sorted(one.categories)), "for " + ", ".join(sorted(one.categories)))
        if one.categories
        else ("不限科目", "for any category")
    )
    term = (f"，期限 {one.start} 至 {one.end}", f", from {one.start} to {one.end}") if one.start else ("", "")
    return since[0] + may[0] + term[0], since[1] + may[1] + term[1]


@rule(EARLIER_OPEN, MISSING)
def months_are_closed_in_order(books: Books) -> Iterator[Diagnostic]:
    """Before a closed month every month of its book is closed, told once a book; between two locks none is missing, with its ledger or without."""
    closed = {id: filed for id, filed in books.derived(locks).items() if filed.record is None or _right(id, filed.record)}
    for book, ledger in books.derived(ledgers).items() if closed else ():
        before: MonthLedger | None = None
        opened: list[MonthLedger] = []
        for month in ledger.months:
            filed = closed.get(month.filed.id)
            if filed is None:
                opened.append(month)
            elif filed.record is not None and before is not None:
                at = books.place(filed.record, "period")
                gone = (
                    m for m in _between(before.month, month.month) if f"{book}/{m}" not in closed and not books.maybe_broken("line", f"{book}/{m}")
                )
                yield from (MISSING.at(at, period=month.month, missing=m, book=book) for m in gone)
            elif filed.record is not None and opened:
                at = books.place(filed.record, "period")
                yield EARLIER_OPEN.at(at, record=month.file.at_, period=month.month, open=opened[0].month, book=book)
            if filed is not None:
                before, opened = month, []


def _between(first: Month, then: Month) -> Iterator[Month]:
    """The months after `first` and before `then`."""
    while (first := first.next) < then:
        yield first


@rule(OF_YEAR, WRONG)
def a_closed_year_holds_its_months(books: Books) -> Iterator[Diagnostic]:
    """Every month's lock of a closed year is there, and is that of the day the year was closed."""
    done = books.derived(locks)
    for id, filed in books.derived(years).items():
        lock = filed.record
        assert lock is not None
        if f"{lock.book}/{lock.year}" != id or lock.format != YEAR_FORMAT:
            yield WRONG.at(books.place(lock, "year"), file=id, inside=f"{lock.book}/{lock.year}")
            continue
        for month in lock.months:
            found = done.get(f"{lock.book}/{month.period}")
            what = Text("不见了", "is gone")
            if found is not None and found.record is not None:
                if of_month(found.record) == month.digest:
                    continue
                what = Text("与那时不同", "is not that of then")
            yield OF_YEAR.at(books.place(month, "period"), year=lock.year, day=lock.day, period=month.period, book=lock.book, what=what)


@rule(UNALLOWED)
def corrections_of_closed_months_are_allowed_by_somebody(books: Books) -> Iterator[Diagnostic]:
    """A reversal or correction of a line in a closed month names who allowed it."""
    closed = books.derived(locks)
    for ledger in books.derived(ledgers).values() if closed else ():
        for month in ledger.months:
            for line in month.file.lines:
                cited = line.reverses or line.corrects
                if cited is not None and line.allowed_by is None:
                    full = books.resolve("line", cited, month.filed)
                    if full and full.rpartition("/")[0] in closed:
                        place: Place = books.place(line, "reverses" if line.kind is LineKind.REVERSAL else "corrects")
                        yield UNALLOWED.at(place, record=line.at_, kind=line.kind.text, cited=cited, field=Text("批准", "allowed_by"))


@rule(IDLE)
def a_correction_changes_something(books: Books) -> Iterator[Diagnostic]:
    """A correction says something else than the line as it stands."""
    if any(ledger.corrected for ledger in books.derived(ledgers).values()):
        for found in books.derived(corrections):
            line = found.posted.line
            if not found.changes and any(getattr(line, name) for name in CORRECTABLE):
                yield IDLE.at(books.place(line, "corrects"), record=line.at_, cited=line.corrects)
