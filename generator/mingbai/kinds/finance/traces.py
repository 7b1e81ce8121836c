"""What the catalogue may ask of the accounts: their lines, by book, direction, category and the nature of the funds they touch; what accounts held."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mingbai.books import Books, Choices, Filed, Trace
from mingbai.kinds.community.records import AccountKind, Community, FundNature, Keeping
from mingbai.kinds.contracts.records import Contract
from mingbai.kinds.contracts.records import Sort as Letting
from mingbai.kinds.finance.posting.chart import TOP
from mingbai.kinds.finance.posting.double import double_ledgers
from mingbai.kinds.finance.posting.entries import Column, Posted
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.records import Line, LineKind, MonthFile
from mingbai.packs import AccountClass
from mingbai.values.money import grouped
from mingbai.values.speech import say

_FLOWS = {Column.INCOME: frozenset({"收入"}), Column.EXPENSE: frozenset({"支出"})}
_KINDS = {kind: frozenset({kind.zh}) for kind in LineKind}
_NONE: frozenset[str] = frozenset()
_BALANCE = "余额"


def traces(books: Books) -> Iterator[Trace]:
    """Every line on its day (账簿, 主体, 记账, 类型, 收支, 账户, 科目, 摘要, 合同类型, 资金, 资金性质), and what accounts held at the end of a quarter.

    A reversal or refund has the direction and the categories of what it undoes; money that came from another book is income, what went there expense.
    """
    for id, ledger in books.derived(ledgers).items():
        funds = {f.id: f for f in ledger.funds}
        money = {a.id: frozenset({a.kind.zh}) for a in ledger.book.accounts}
        book = {"账簿": frozenset({id}), "主体": frozenset({ledger.book.body}), "记账": frozenset({ledger.book.keeping.zh})}
        for month in ledger.months:
            for posted in month.posted:
                touched = [funds[e.fund] for e in posted.entries if e.fund in funds]
                facets = {
                    **book,
                    "类型": _KINDS[posted.line.kind],
                    "收支": _FLOWS.get(posted.column, _NONE),
                    "账户": _moved(posted, money),
                    "科目": _categories(posted),
                    "摘要": frozenset({posted.line.summary} if posted.line.summary else ()),
                    "合同类型": _let(books, posted.line, month.filed),
                    "资金": frozenset(f.id for f in touched),
                    "资金性质": frozenset(f.nature.zh for f in touched),
                }
                yield Trace(posted.line.date, f"{month.filed.id}/{posted.line.voucher}", posted.line, _words(posted.line), facets)
    yield from _balances(books)


def _balances(books: Books) -> Iterator[Trace]:
    """In double entry: every account of assets that held something at the end of a quarter, or of the last month there is (类型: 余额; 余额: number and name)."""
    for id, double in books.derived(double_ledgers).items():
        book = double.ledger.book
        over = [at for at in double.months if at.month.last <= books.as_of]
        for at in (at for at in over if at is over[-1] or at.month.last.month % 3 == 0):
            held: dict[str, int] = defaultdict(int)
            for number, fen in at.closing.items():
                held[number[:TOP]] += fen
            for number, fen in held.items():
                account = at.chart.accounts.get(number)
                if account is not None and account.kind is AccountClass.ASSET and fen:
                    facets = {
                        "账簿": frozenset({id}),
                        "主体": frozenset({book.body}),
                        "记账": frozenset({book.keeping.zh}),
                        "类型": frozenset({_BALANCE}),
                        "余额": frozenset({account.words}),
                    }
                    words = say("{account}余额 {amount} 元", account=account.name, amount=grouped(account.normal(fen)))
                    yield Trace(at.month.last, f"{at.month.filed.id}/{number}", at.month.file, words, facets)


def facets(books: Books) -> Choices:
    """By what they can be chosen: books, bodies, funds and categories are the community's own; categories are free where it lists none, or a chart has them."""
    community = books.the(Community)
    listed = community.categories if community and all(b.keeping is Keeping.SINGLE for b in community.books) else ()
    lines = (t for t in books.traces("finance") if "科目" in t.facets)
    return {
        "账簿": frozenset(b.id for b in community.books) if community else None,
        "主体": frozenset(b.body for b in community.books) if community else None,
        "记账": frozenset(k.zh for k in Keeping),
        "类型": frozenset({*(k.zh for k in LineKind), _BALANCE}),
        "收支": _NONE.union(*_FLOWS.values()),
        "账户": frozenset(k.zh for k in AccountKind),
        "科目": frozenset(listed).union(*(t.facets["科目"] for t in lines)) if listed else None,
        "摘要": None,
        "合同类型": frozenset(s.zh for s in Letting),
        "资金": frozenset(f.id for f in community.funds) if community else None,
        "资金性质": frozenset(n.zh for n in FundNature),
        "余额": None,
    }


def _moved(posted: Posted, money: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The kinds of the accounts it put money into or took it out of; nearly always one."""
    if len(posted.entries) == 1:
        return money.get(posted.entries[0].account, _NONE)
    return _NONE.union(*(money.get(e.account, _NONE) for e in posted.entries))


def _categories(posted: Posted) -> frozenset[str]:
    """Its categories; of a sub-account of a chart also the account it lies under."""
    found = {e.category for e in posted.entries if e.category}
    if posted.chart is not None:
        subs = [a for a in map(posted.chart.find, found) if a is not None and a.parent]
        found |= {posted.chart.accounts[a.parent].words for a in subs}
    return frozenset(found)


def _let(books: Books, line: Line, filed: Filed[MonthFile]) -> frozenset[str]:
    """What sort of contract a line is of; empty where it names none."""
    contract = books.find("contract", line.contract, filed) if line.contract else None
    return frozenset({contract.sort.zh} if isinstance(contract, Contract) else ())


def _words(line: Line) -> str:
    """What a line is about, in words of the ledger: of one that undoes another and says nothing of its own, why."""
    return line.summary or line.reason or line.voucher
