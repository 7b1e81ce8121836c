"""The life of a fund: granted, received, its term over, settled or carried over into the next year (domain §4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Fund, FundNature, Settling, UseChange
from mingbai.kinds.finance.posting.entries import Column
from mingbai.kinds.finance.posting.ledger import BookLedger, decided, ledgers
from mingbai.kinds.meetings.records import Result
from mingbai.packs import doubt
from mingbai.values.days import months_later
from mingbai.values.money import grouped
from mingbai.values.text import Text

_DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

OVER_GRANT = Code(
    "FIN070",
    Severity.WARNING,
    Text("到账超过额度", "more received than was granted"),
    Text("“{fund}”额度 {limit}，已到账 {received}", "“{fund}” was granted {limit}, {received} has come in"),
    Text("核对文号和额度；追加的，改写额度和文号。", "Check document and amount; where more was granted, write the new amount."),
    Text("拨款文件写多少，账上才能收多少。", "No more comes in than the document grants."),
    _DISCLOSED,
)
UNSETTLED = Code(
    "FIN071",
    Severity.WARNING,
    Text("资金期满没有结清", "a fund whose term is over is not settled"),
    Text("“{fund}”{end} 期满，还有 {left}{unsure}", "“{fund}” ended on {end} with {left} left{unsure}"),
    Text(
        "按规定退回、转入其他资金，或经会议决定结转，在 community.yml 写“结清”。",
        "Return it, move it, or have it carried over by a decision, and write “settled” in community.yml.",
    ),
    Text("期满的专款不能一直挂在账上，剩下的怎么办要有说法。", "Money for a purpose does not stay for ever; what becomes of the rest is said."),
    _DISCLOSED,
)
SETTLED_LEFT = Code(
    "FIN072",
    Severity.ERROR,
    Text("写了结清，账上还有余额", "settled, and yet money is left"),
    Text("“{fund}”{day} 结清，账上还有 {left}", "“{fund}” was settled on {day}, the lines leave {left}"),
    Text("补记退回或转出的那一笔；还要用的，“处理”写结转。", "Book what was returned or moved; if it is still used, it is carried over."),
    Text("结清就是一分不剩。", "Settled means nothing is left."),
    (Cite("accounting", "17"),),
)
AFTER_SETTLING = Code(
    "FIN073",
    Severity.WARNING,
    Text("结清以后还在收支", "used after it was settled"),
    Text("“{fund}”{day} 已经结清", "“{fund}” was settled on {day}"),
    Text("核对资金名称和日期。", "Check fund and date."),
    Text("结清的资金不再收支。", "A settled fund neither receives nor pays."),
    _DISCLOSED,
)
NO_PAPER = Code(
    "FIN074",
    Severity.WARNING,
    Text("拨款没有文号或拨付单位", "a grant without document or grantor"),
    Text("“{fund}”的性质是{nature}，没有写“{field}”", "“{fund}” is a {nature}; “{field}” is missing"),
    Text("在 community.yml 补上“{field}: …”。", "Add “{field}: …” in community.yml."),
    Text("上面拨来的钱凭文件收、按文件用。", "Money granted is received and used by its document."),
    _DISCLOSED,
)
CARRIED_UNDECIDED = Code(
    "FIN075",
    Severity.WARNING,
    Text("资金结转没有决议", "a fund carried over without a decision"),
    Text("“{fund}”结转到下一期，没有写“决议”", "“{fund}” was carried over, no decision is cited"),
    Text("补上会议决定的编号，或拨付单位同意结转的文件。", "Cite the decision by which it was carried over."),
    Text("剩下的专款接着用，要有人决定、让居民知道。", "That the rest goes on being used is decided by somebody and told."),
    _DISCLOSED,
)

CHANGED_USE = Code(
    "FIN101",
    Severity.WARNING,
    Text("资金改了用途，没有依据", "the use of a fund changed without a basis"),
    Text("“{fund}”从 {day} 起改变可用科目，{why}", "“{fund}” is for other categories from {day}, {why}"),
    Text(
        "写上同意改变的“决议”；上面拨的钱，写拨付单位同意的“文号”。决议在后的，“日期”改到决议以后。",
        "Cite the decision by which it changed, or, of money granted, the document by which the grantor agreed; the change begins after the decision.",
    ),
    Text("专款改作别用，要拨付单位同意、经会议决定。", "That money for a purpose serves another is agreed by the grantor and decided by a meeting."),
    (*_DISCLOSED, Cite("collective", "45")),
)

_GRANTED = frozenset((FundNature.FISCAL, FundNature.SUBSIDY, FundNature.FOLLOWS_TASK, FundNature.SUPERIOR))


@rule(OVER_GRANT)
def no_more_comes_in_than_was_granted(books: Books) -> Iterator[Diagnostic]:
    """What a fund received from its grantor stays within the grant; told at the line that goes beyond."""
    for ledger in books.derived(ledgers).values():
        limits = {f.id: f for f in ledger.funds if f.limit is not None}
        received = dict.fromkeys(limits, 0)
        for month in ledger.months if limits else ():
            for posted in month.posted:
                if posted.column is not Column.INCOME or posted.line.party is None:
                    continue
                for entry in posted.entries:
                    fund = limits.get(entry.fund)
                    if fund is None or fund.limit is None or posted.line.party != fund.grantor:
                        continue
                    before = received[fund.id]
                    received[fund.id] += entry.fen
                    if before <= fund.limit < received[fund.id]:
                        values: dict[str, Any] = {"fund": fund.name, "limit": grouped(fund.limit), "received": grouped(received[fund.id])}
                        yield OVER_GRANT.at(books.place(posted.line, "amount"), record=posted.line.at_, **values)


@rule(NO_PAPER)
def grants_have_their_papers(books: Books) -> Iterator[Diagnostic]:
    """A fund that somebody granted names the grantor and the document."""
    for ledger in books.derived(ledgers).values():
        for fund in ledger.funds:
            if fund.nature in _GRANTED:
                for name, field in (("grantor", Text("拨付单位", "grantor")), ("document", Text("文号", "document"))):
                    if getattr(fund, name) is None:
                        yield NO_PAPER.at(books.place(fund), record=fund.at_, fund=fund.name, nature=fund.nature.text, field=field)


@rule(UNSETTLED, SETTLED_LEFT, CARRIED_UNDECIDED)
def a_fund_is_settled_when_its_term_is_over(books: Books) -> Iterator[Diagnostic]:
    """Some months after its term a fund is empty, settled, or carried over by a decision; a settled one is empty on that day."""
    for ledger in books.derived(ledgers).values():
        sound = all(m.sound for m in ledger.months)
        for fund in ledger.funds:
            settled = fund.settled
            if settled is None:
                standard = books.law.standard("settle-months", fund.term.end) if fund.term else None
                if fund.term and standard and standard.count is not None and months_later(fund.term.end, standard.count) < books.as_of and sound:
                    left = _left(ledger, fund)
                    if left:
                        values: dict[str, Any] = {"fund": fund.name, "end": fund.term.end, "left": grouped(left), "unsure": doubt(standard)}
                        yield UNSETTLED.at(books.place(fund, "term"), record=fund.at_, basis=books.law.grounds(UNSETTLED, standard), **values)
            elif settled.how is Settling.CARRIED:
                if settled.decision is None:
                    yield CARRIED_UNDECIDED.at(books.place(settled), record=fund.at_, fund=fund.name)
            elif sound and settled.day <= books.as_of and (left := _left(ledger, fund)):
                yield SETTLED_LEFT.at(books.place(settled, "day"), fund=fund.name, day=settled.day, left=grouped(left))


@rule(CHANGED_USE)
def the_use_of_a_fund_changes_by_decision(books: Books) -> Iterator[Diagnostic]:
    """A change of the categories a fund may pay for rests on a decision that was passed by then, or on a document of the grantor."""
    community = books.the(Community)
    for fund in community.funds if community else ():
        for change in fund.changes:
            why = _without_basis(books, change)
            if why is not None:
                place = books.place(change, "decision" if change.decision else "")
                yield CHANGED_USE.at(place, record=fund.at_, fund=fund.name, day=change.day, why=why)


def _without_basis(books: Books, change: UseChange) -> Text | None:
    """Why a change has no basis; None where it has one, or cites a decision that cannot be read."""
    if change.decision is None:
        return None if change.document else Text("没有写决议或文号", "and neither decision nor document is cited")
    found = decided(books, change.decision, books.file(change))
    if found is None or found[0] is None:
        return None
    if found[0] is not Result.PASSED:
        return Text(f"依据的决议没有通过（{found[0].text.zh}）", f"and the decision it cites was not passed ({found[0].text.en})")
    return Text(f"决议在后（{found[1]}）", f"before it was decided ({found[1]})") if found[1] > change.day else None


def _left(ledger: BookLedger, fund: Fund) -> int:
    """The fen a fund holds after the last line of its book."""
    return ledger.months[-1].closing.funds.get(fund.id, 0) if ledger.months else fund.opening


@rule(AFTER_SETTLING)
def a_settled_fund_rests(books: Books) -> Iterator[Diagnostic]:
    """No line touches a fund after the day it was settled."""
    for ledger in books.derived(ledgers).values():
        ended = {f.id: f for f in ledger.funds if f.settled is not None and f.settled.how is not Settling.CARRIED}
        for month in ledger.months if ended else ():
            for posted in month.posted:
                for fund in {e.fund: ended[e.fund] for e in posted.entries if e.fund in ended}.values():
                    if fund.settled is not None and posted.line.date > fund.settled.day:
                        place = books.place(posted.line, "date")
                        yield AFTER_SETTLING.at(place, record=posted.line.at_, fund=fund.name, day=fund.settled.day)
