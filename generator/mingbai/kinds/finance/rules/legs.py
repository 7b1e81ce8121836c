"""DBE: the sides of a line in double entry: debits equal credits, the money is that of the line's account, journal lines move none."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Keeping
from mingbai.kinds.finance.posting.chart import BookChart, chart_of
from mingbai.kinds.finance.posting.entries import Posted
from mingbai.kinds.finance.posting.facts import facts
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.records import Leg, Line, LineKind
from mingbai.values.money import grouped
from mingbai.values.text import Text

_TRUE = (Cite("accounting", "9"),)
_AGREE = (Cite("accounting", "17"),)

UNBALANCED = Code(
    "DBE001",
    Severity.ERROR,
    Text("借贷不相等", "debits and credits differ"),
    Text("借方合计 {debit}，贷方合计 {credit}，相差 {difference}", "debits make {debit}, credits {credit}, difference {difference}"),
    Text("核对每一边的金额；有借必有贷，借贷必相等。", "Check the amount of each side: debits equal credits."),
    Text("复式记账的每一笔，两边必须相等，账才平。", "In double entry both sides of every line are equal."),
    _AGREE,
)
MOVES_MONEY = Code(
    "DBE004",
    Severity.ERROR,
    Text("“记账”里不能有现金和银行", "a journal line moves money"),
    Text("“{account}”是放钱的科目", "“{account}” holds money"),
    Text(
        "收到钱写“类型: 收入”，付钱写“类型: 支出”，账户之间写“类型: 转账”。", "Money received is income, money paid expense, money moved a transfer."
    ),
    Text("钱的收付要有账户、票据和经办，写成收入、支出才查得到。", "Money has an account, a paper and a handler; only such lines can be followed."),
    _TRUE,
)
ONE_SIDED = Code(
    "DBE005",
    Severity.ERROR,
    Text("分录没有写清借贷", "a side without debit or credit"),
    Text("“{account}”要写“借”或“贷”，只写一个", "“{account}” needs a debit or a credit, and not both"),
    Text("写成 {{科目: …, 借: 500.00}} 或 {{科目: …, 贷: 500.00}}。", "Write {{account: …, debit: 500.00}} or {{account: …, credit: 500.00}}."),
    Text("每一边要么是借，要么是贷。", "Each side is either debit or credit."),
    _TRUE,
)
SINGLE = Code(
    "DBE006",
    Severity.ERROR,
    Text("收支账里写了分录", "double entry in a book of receipts and payments"),
    Text("“{book}”是收支账，没有会计科目可记", "“{book}” is kept as receipts and payments and has no chart"),
    Text(
        "删掉分录；要用复式记账，在 community.yml 的账簿里写“记账: 复式”。", "Delete the entries, or keep the book in double entry (community.yml)."
    ),
    Text("一本账只用一种记账方法。", "A book is kept in one way."),
    _TRUE,
)
NOT_THE_AMOUNT = Code(
    "DBE007",
    Severity.ERROR,
    Text("分录与金额不符", "the entries are not the amount"),
    Text("分录里对着钱的各边合计 {sum}，这一笔是 {amount}", "the sides that stand against the money make {sum}, the line is {amount}"),
    Text("核对分录和金额；现金、银行那一边可以不写。", "Compare them; the side of the money may be left out."),
    Text("收了、付了多少钱，对方科目就记多少。", "What the money account gains the other accounts show."),
    _AGREE,
)
OTHER_MONEY = Code(
    "DBE015",
    Severity.ERROR,
    Text("分录里的钱与账户不符", "the money in the entries is not the line's account"),
    Text(
        "分录写“{account}”，这一笔的账户“{name}”记在“{own}”",
        "the entries say “{account}”, the line's account “{name}” is kept in “{own}”",
    ),
    Text(
        "账户写错的改账户；账户对的，删掉分录里现金、银行那一边。钱分在两个账户的，写成两笔。",
        "Mend the account, or delete the side of the money. Money in two accounts takes two lines.",
    ),
    Text(
        "钱进了哪个账户、从哪个账户出，只有一处作准，否则账和银行对不上。",
        "Where the money lies is said once, or the books do not agree with the bank.",
    ),
    _AGREE,
)


@rule(UNBALANCED, MOVES_MONEY, ONE_SIDED, SINGLE, NOT_THE_AMOUNT, OTHER_MONEY)
def debits_equal_credits(books: Books) -> Iterator[Diagnostic]:
    """Each 分录 has one side, both sides are equal, a journal line moves no money; a book of receipts and payments has none."""
    for ledger in books.derived(ledgers).values():
        single = ledger.book.keeping is not Keeping.DOUBLE
        for month in ledger.months:
            chart = None if single else chart_of(books, ledger.book, month.last)
            for posted in month.posted if facts(books, month).uses("legs") else ():
                if not posted.line.legs:
                    continue
                if single:
                    yield SINGLE.at(books.place(posted.line, "legs"), book=ledger.book.name)
                elif chart is not None:
                    yield from _legs(books, posted.line, chart)
                    yield from _elsewhere(books, posted, chart)


def _legs(books: Books, line: Line, chart: BookChart) -> Iterator[Diagnostic]:
    bad = [leg for leg in line.legs if (leg.debit is None) == (leg.credit is None)]
    yield from (ONE_SIDED.at(books.place(leg, "account"), account=leg.account) for leg in bad)
    money = [leg for leg in line.legs if _is_money(leg, chart)]
    if line.kind is LineKind.JOURNAL:
        yield from (MOVES_MONEY.at(books.place(leg, "account"), account=leg.account) for leg in money)
    if bad:
        return
    debit, credit = sum(leg.debit or 0 for leg in line.legs), sum(leg.credit or 0 for leg in line.legs)
    if (money or line.kind is LineKind.JOURNAL) and debit != credit:
        yield UNBALANCED.at(books.place(line, "legs"), debit=grouped(debit), credit=grouped(credit), difference=grouped(abs(debit - credit)))
    elif line.kind in (LineKind.INCOME, LineKind.EXPENSE) and line.amount:
        against = sum(leg.fen for leg in line.legs if not _is_money(leg, chart)) * (1 if line.kind is LineKind.EXPENSE else -1)
        if against != line.amount:
            yield NOT_THE_AMOUNT.at(books.place(line, "legs"), sum=grouped(against), amount=grouped(line.amount))


def _elsewhere(books: Books, posted: Posted, chart: BookChart) -> Iterator[Diagnostic]:
    """The sides of money that are not the account of the line; where that is missing or of another book, that alone is told."""
    own = chart.money.get(posted.account) if posted.line.kind in (LineKind.INCOME, LineKind.EXPENSE) else None
    for leg in posted.line.legs if own is not None else ():
        found = chart.find(leg.account)
        if found is not None and found.number in chart.is_money and found.number != own:
            name = next(a.name for a in chart.book.accounts if a.id == posted.account)
            yield OTHER_MONEY.at(books.place(leg, "account"), account=found.words, name=name, own=chart.accounts[own or ""].words)


def _is_money(leg: Leg, chart: BookChart) -> bool:
    found = chart.find(leg.account)
    return found is not None and found.number in chart.is_money
