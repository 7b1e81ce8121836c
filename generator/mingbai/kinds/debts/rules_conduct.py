"""DBT: conduct with claims and debts. Warnings: the record is clear and is published with what has to be explained."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.kinds.debts.records import Nature
from mingbai.kinds.debts.register import BASIS, Standing, bounds, standings
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import readable
from mingbai.kinds.meetings.records import Decision, Meeting, Result
from mingbai.packs import doubt
from mingbai.values.counted import counted
from mingbai.values.money import grouped
from mingbai.values.persons import described
from mingbai.values.text import Text

OVERDUE = Code(
    "DBT010",
    Severity.WARNING,
    Text("到期没有结清", "overdue"),
    Text("{day} 到期，还有 {left} {verb}，已逾期 {days} 天", "due on {day}, {left} {verb}, {days:day|days} overdue"),
    Text(
        "催收或付清；已经收付的，在那一笔收支上写“债权债务: {number}”。",
        "Collect or pay it; where that was done, let the line cite it: {number}.",
    ),
    Text("该收的不收、该还的不还，拖久了就成了烂账。", "What is neither collected nor paid ends as a loss."),
    BASIS,
)
NOT_DECIDED = Code(
    "DBT011",
    Severity.WARNING,
    Text("核销没有通过的决议", "written off without a decision"),
    Text("{day} 核销 {amount}，{why}", "{amount} was written off on {day}, {why}"),
    Text("核销要经会议表决通过并写明决议；没有议过的补议，并公布。", "Have it voted on and cite the decision; publish both."),
    Text("不要了的债是大家的钱，谁也不能一个人说了算。", "A debt given up is everybody's money; nobody gives it up alone."),
    BASIS,
)
OFFICER = Code(
    "DBT012",
    Severity.WARNING,
    Text("借款给干部或为干部担保", "a loan to, or a guarantee for, an officer"),
    Text("{what} {amount}，{who}", "{amount} {what}; {who}"),
    Text("收回借款、解除担保，在会上说明。", "Take the loan back or end the guarantee, and account for it at a meeting."),
    Text("公家的钱不借给干部，公家的章不为干部担保。", "Common money is not lent to officers, nor pledged for them."),
    (Cite("collective", "35"), Cite("urban-committee", "12"), Cite("village-committee", "13")),
)
GUARANTEED = Code(
    "DBT013",
    Severity.WARNING,
    Text("居（村）民委员会提供了担保", "the committee gave a guarantee"),
    Text("{body}为“{other}”担保 {amount}", "the book is that of {body}; {amount} is guaranteed for “{other}”"),
    Text("解除担保，在会上说明经过。", "End the guarantee and account for it at a meeting."),
    Text("居民委员会、村民委员会不得提供担保。", "Residents' and villagers' committees give no guarantees."),
    (Cite("urban-committee", "12"), Cite("village-committee", "13")),
)
LIMIT = Code(
    "DBT014",
    Severity.WARNING,
    Text("债务总额超过警戒线", "debts above the warning line"),
    Text("{name}的借款和应付共 {total}，警戒线是 {limit}{doubt}", "{name} owes {total} in all, the line is {limit}{doubt}"),
    Text("列出还款计划，报街道（乡镇）；新的借款先经会议决定。", "Make a plan to repay it and report it; decide before borrowing more."),
    Text("债务多到还不起，最后由居民承担。", "Debts that cannot be paid fall to the residents in the end."),
    BASIS,
)
NO_MEASURES = Code(
    "DBT015",
    Severity.WARNING,
    Text("拖了多年没有清收措施", "an old claim nobody collects"),
    Text(
        "{day} 发生，{years}还有 {left} 没有收回，没有写“清收措施”",
        "it arose on {day}; {left} is not collected for {years}, and no measures are named",
    ),
    Text(
        "写明催过几次、下一步怎么收、谁负责；确实收不回的，提交会议核销。",
        "Say what was done, what comes next and who sees to it, or have it written off.",
    ),
    Text("三年以上的应收款最容易不了了之，也可能过了诉讼时效。", "Claims of more than three years are those that get lost, and may be barred."),
    BASIS,
)
DIRECTION = Code(
    "DBT016",
    Severity.WARNING,
    Text("收支方向与性质不符", "a line that goes the wrong way"),
    Text("登记的是“{nature}”，这一笔是{kind}", "the register says {nature}, the line is {kind}"),
    Text(
        "核对编号；付出或收到押金的那一笔，日期与“发生日”相同；退回的写“退款”。",
        "Check the id; a line that pays or takes a deposit has the day it arose; what came back is a refund of its line.",
    ),
    Text(
        "应收靠收入结清，应付靠支出结清，方向反了余额就不可信。",
        "Claims are settled by income and debts by spending; else the balance means nothing.",
    ),
    BASIS,
)
DRAWN = Code(
    "DBT017",
    Severity.WARNING,
    Text("发生的金额与收支对不上", "the lines by which it arose do not agree"),
    Text("登记金额 {amount}，引用它的{kind}共 {drawn}", "the register says {amount}, the lines by which it arose come to {drawn}"),
    Text(
        "借出、借入的每一笔都写“债权债务: {number}”，合计等于登记的金额。",
        "Let every line by which it was lent or borrowed cite {number}; they come to its amount.",
    ),
    Text("借出去、借进来的钱都要从账上走。", "Money lent or borrowed goes through the book."),
    BASIS,
)
LOAN_UNDECIDED = Code(
    "DBT018",
    Severity.WARNING,
    Text("借款没有通过的决议", "a loan nobody decided on"),
    Text("{nature} {amount}，{why}", "{nature} {amount}, {why}"),
    Text("写上同意借款的会议决议；没有议过的补议，并公布。", "Cite the decision; where there is none, bring it to a meeting and publish that."),
    Text("举债和对外借款是大事，先议后借。", "Borrowing and lending are decided before they are done."),
    (Cite("collective", "26"), Cite("urban-committee", "34"), Cite("village-committee", "28")),
)

_NO_DECISION = Text("没有写决议", "without a decision")


@rule(OVERDUE)
def what_is_due_is_settled(books: Books) -> Iterator[Diagnostic]:
    """Nothing is outstanding after the day it was due; not told where a month cannot be read, for the payment may stand there."""
    for s in books.derived(standings) if readable(books) else ():
        if s.late_days:
            verb = Text("没有收回", "not collected") if s.debt.nature.claim else Text("没有还清", "not paid")
            values: dict[str, Any] = {"day": s.debt.due, "left": grouped(s.left), "verb": verb, "days": s.late_days, "number": s.debt.number}
            yield OVERDUE.at(books.place(s.debt, "due"), record=s.debt.at_, **values)


@rule(NOT_DECIDED, LOAN_UNDECIDED)
def what_is_given_up_or_lent_was_decided(books: Books) -> Iterator[Diagnostic]:
    """A write-off and a loan cite a decision that was passed, and not after the event."""
    for s in books.derived(standings):
        for one in s.debt.written_off:
            why = _undecided(books, s, one.decision, one.day)
            if why is not None:
                place = books.place(one, "decision" if one.decision else "")
                yield NOT_DECIDED.at(place, record=s.debt.at_, day=one.day, amount=grouped(one.amount), why=why)
        if s.debt.nature.loan and s.open:
            why = _undecided(books, s, s.debt.decision, s.debt.day)
            if why is not None:
                place = books.place(s.debt, "decision" if s.debt.decision else "")
                yield LOAN_UNDECIDED.at(place, record=s.debt.at_, nature=s.debt.nature.text, amount=grouped(s.debt.amount), why=why)


def _undecided(books: Books, s: Standing, cited: str | None, day: datetime.date) -> Text | None:
    """What is wrong with the decision; None where it was passed in time, or is a broken reference that is told elsewhere."""
    if cited is None:
        return _NO_DECISION
    decision = books.find("decision", cited, s.filed)
    meeting = books.file(decision).record if isinstance(decision, Decision) else None
    if not isinstance(decision, Decision) or not isinstance(meeting, Meeting):
        return None
    result, held = books.outcome(decision, decision.result), meeting.time.date()
    if result is not Result.PASSED:
        return (
            Text(f"{cited} 的结果是“{result.zh}”", f"{cited} ended with “{result.value}”")
            if result
            else Text(f"{cited} 没有表决", f"{cited} was not voted on")
        )
    return Text(f"{cited} 是 {held} 才开的会", f"{cited} was taken on {held} only") if held > day else None


@rule(OFFICER, GUARANTEED)
def nothing_is_lent_to_or_pledged_for_officers(books: Books) -> Iterator[Diagnostic]:
    """No loan to and no guarantee for an officer or an officer's firm; a committee guarantees nothing at all."""
    every = [s for s in books.derived(standings) if s.debt.nature in (Nature.LENT, Nature.GUARANTEE) and s.open]
    community = books.the(Community)
    if not every or community is None:
        return
    for s in every:
        bodies = books.law.standard("committee-bodies", s.debt.day)
        officer = next((p for p in (*community.people, *community.supervisors) if _is(s.debt.other, p)), None)
        place, amount = books.place(s.debt, "other"), grouped(s.left)
        if officer is not None:
            lent = s.debt.nature is Nature.LENT
            what = Text("借出", "was lent") if lent else Text("担保", "is guaranteed")
            yield OFFICER.at(place, record=s.debt.at_, what=what, amount=amount, who=_who(s.debt.other, officer))
        elif s.debt.nature is Nature.GUARANTEE and bodies is not None and described(s.book.body, bodies.words):
            yield GUARANTEED.at(
                place, record=s.debt.at_, body=s.book.body, other=s.debt.other, amount=amount, basis=books.law.grounds(GUARANTEED, bodies)
            )


def _who(other: str, officer: Person) -> Text:
    if other in officer.related:
        return Text(f"“{other}”是干部{officer.name}的关联单位", f"“{other}” is a firm of {officer.name}, an officer")
    return Text(f"对方是干部{officer.name}", f"the other side is {officer.name}, an officer")


def _is(other: str, person: Person) -> bool:
    return person.name in other or other in person.related or other in person.roles


@rule(LIMIT)
def debts_stay_below_the_line(books: Books) -> Iterator[Diagnostic]:
    """What a book owes in all stays below the warning line of the law pack or the community; told once a book."""
    limit = books.law.standard("debt-limit")
    if limit is None or limit.amount is None:
        return
    owed: dict[str, list[Standing]] = defaultdict(list)
    for s in books.derived(standings):
        if s.debt.nature in (Nature.PAYABLE, Nature.BORROWED):
            owed[s.book.id].append(s)
    for found in owed.values():
        total = sum(max(s.left, 0) for s in found)
        file = found[0].filed.record
        if total > limit.amount and file is not None:
            values: dict[str, Any] = {"name": found[0].book.name, "total": grouped(total), "limit": grouped(limit.amount), "doubt": doubt(limit)}
            yield LIMIT.at(books.place(file), record=file.at_, basis=books.law.grounds(LIMIT, limit), **values)


@rule(NO_MEASURES)
def old_claims_are_being_collected(books: Books) -> Iterator[Diagnostic]:
    """A claim in the oldest band of age names what is done to collect it."""
    oldest = bounds(books)
    for s in books.derived(standings):
        if oldest and s.open and s.debt.nature.claim and s.band == len(oldest) and s.debt.measures is None:
            years = (
                Text(f"{oldest[-1] // 12} 年多了", f"more than {counted(oldest[-1] // 12, 'year', 'years')}")
                if oldest[-1] % 12 == 0
                else _months(oldest[-1])
            )
            yield NO_MEASURES.at(books.place(s.debt), record=s.debt.at_, day=s.debt.day, years=years, left=grouped(s.left))


def _months(count: int) -> Text:
    return Text(f"{count} 个多月了", f"more than {counted(count, 'month', 'months')}")


@rule(DIRECTION, DRAWN)
def lines_go_the_way_of_the_debt(books: Books) -> Iterator[Diagnostic]:
    """Income settles claims and spending settles debts; the other way goes only what it arose by, and that comes to its amount."""
    for s in books.derived(standings):
        debt, drawn = s.debt, 0
        for one in s.moved:
            line = one.posted.line
            arises = debt.nature.loan or (debt.nature is not Nature.GUARANTEE and line.date == debt.day) or line.undoes is not None
            if one.posted.column is Column.MOVE or debt.nature is Nature.GUARANTEE or (one.against > 0 and not arises):
                if line.debt is not None:
                    yield DIRECTION.at(books.place(line, "debt"), record=line.at_, nature=debt.nature.text, kind=line.kind.text)
            else:
                drawn += one.against
        expected = debt.nature.loan and debt.day >= s.book.begins and debt.day <= books.as_of
        if (expected or drawn) and drawn != debt.amount and debt.nature is not Nature.GUARANTEE:
            kind = Text("支出", "spending") if debt.nature.claim else Text("收入", "income")
            values: dict[str, Any] = {"amount": grouped(debt.amount), "kind": kind, "drawn": grouped(drawn), "number": debt.number}
            yield DRAWN.at(books.place(debt, "amount"), record=debt.at_, **values)
