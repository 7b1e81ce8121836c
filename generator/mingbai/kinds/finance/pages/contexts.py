"""What the finance templates are given: one frozen dataclass each, every figure in fen, every sentence made."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mingbai.kinds.community.records import Account, Book, Fund, UseChange
from mingbai.kinds.finance.pages.views import LineRow, Link, Note
from mingbai.kinds.finance.records import Review
from mingbai.kinds.finance.statements.comparing import Household, Party, YearBefore
from mingbai.kinds.finance.statements.corrections import Change
from mingbai.kinds.finance.statements.proof import Proof
from mingbai.kinds.finance.statements.ranges import Part as ProjectPart
from mingbai.kinds.finance.statements.statement import Flow, Statement
from mingbai.pages import Chart, FlowChart
from mingbai.pages import Link as PageLink


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period in a list of periods, in fen."""

    title: str
    address: str
    opening: int
    income: int
    expense: int
    closing: int
    lines: int
    warnings: int
    proven: bool
    closed: bool = False


@dataclass(frozen=True, slots=True)
class BookCard:
    """A book on the finance page and the home page: this year and its newest month."""

    book: Book
    address: str
    year: int | None
    months: str
    opening: int
    income: int
    expense: int
    closing: int
    fresh: datetime.date | None
    newest: PeriodRow | None
    accounts: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class IndexContext:
    """`finance/index.html`, `finance/home.html`."""

    books: tuple[BookCard, ...]
    plans: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class BookContext:
    """`finance/book.html`: one book, every year; the chart shows the newest."""

    card: BookCard
    years: tuple[YearRows, ...]
    funds: tuple[FundRow, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class YearRows:
    """A year with its quarters and months, newest first."""

    whole: PeriodRow
    year: int
    quarters: tuple[PeriodRow, ...]
    months: tuple[PeriodRow, ...]


@dataclass(frozen=True, slots=True)
class RangeContext:
    """`finance/range.html`: a quarter, a half-year or a year of a book; `parts` are the halves and quarters of a year.

    `categories` and `party_pages` are the addresses of the pages of categories and of classes of other parties, by name (empty: none is
    written); `projects` what each project took in and cost, with the address of its page, none where no line names one.
    """

    book: Book
    title: str
    statement: Statement
    months: tuple[PeriodRow, ...]
    unfinished: str
    chart: Chart | None
    flow: FlowChart | None
    before: YearBefore | None
    parties: tuple[Party, ...]
    household: Household | None
    parts: tuple[PeriodRow, ...]
    categories: Mapping[str, str]
    party_pages: Mapping[str, str]
    projects: tuple[tuple[ProjectPart, str], ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A planned spending and what was spent of it, in fen."""

    anchor: str
    matter: str
    estimate: int
    spent: int
    fund: str
    category: str
    decision: Link | None
    lines: tuple[Link, ...]
    month: str
    book: str
    address: str
    published: datetime.date | None
    unspent: str
    left: int
    word: str
    state: str
    reviews: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """Plans of one fate: still to come, spent, given up; sums in fen."""

    title: str
    anchor: str
    rows: tuple[PlanRow, ...]
    estimate: int
    spent: int


@dataclass(frozen=True, slots=True)
class PlansContext:
    """`finance/plans.html`: every plan of a book; also the part of the book's page."""

    book: Book
    lede: str
    late: str
    groups: tuple[PlanGroup, ...]
    address: str


@dataclass(frozen=True, slots=True)
class MonthContext:
    """`finance/month.html`: one month of a book, every line; `categories`, `funds`, `accounts` are the addresses of their pages, by name."""

    book: Book
    title: str
    statement: Statement
    rows: tuple[LineRow, ...]
    plans: tuple[PlanRow, ...]
    proofs: tuple[Proof, ...]
    review: Review | None
    nothing: tuple[str, datetime.date] | None
    notes: tuple[Note, ...]
    warned: int
    source: str
    previous: Link | None
    next: Link | None
    closed: datetime.date | None
    categories: Mapping[str, str]
    funds: Mapping[str, str]
    accounts: Mapping[str, str]
    before: YearBefore | None
    household: Household | None
    told: str
    """Who went over it, whom to ask."""


@dataclass(frozen=True, slots=True)
class FundRow:
    """A fund since the book began, in fen: opening + income − expense + moved = left."""

    id: str
    name: str
    book: str
    fund: Fund
    flow: Flow
    address: str


@dataclass(frozen=True, slots=True)
class FundsContext:
    """`finance/funds.html`: every fund of every book."""

    books: tuple[tuple[Book, tuple[FundRow, ...]], ...]
    as_of: datetime.date


@dataclass(frozen=True, slots=True)
class FundLine:
    """One line of a fund, with what the fund held after it, in fen."""

    day: datetime.date
    summary: str
    fen: int
    left: int
    link: Link
    voucher: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of an account or a fund one by one: those of the newest months where there are more; `begun` is what it held before the first, in fen.

    `since` names the first of these months, empty where every line since the book began is listed.
    """

    since: str
    begun: int
    lines: tuple[FundLine, ...]


@dataclass(frozen=True, slots=True)
class FundContext:
    """`finance/fund.html`: one fund and the lines that touched it; `by_year` is what it did in each year, newest first."""

    row: FundRow
    listed: Listed
    by_category: tuple[tuple[str, int, str], ...]
    """Category, fen, the address of its page."""
    chart: Chart | None
    warned: int
    by_year: tuple[tuple[Link, Flow], ...]
    uses: tuple[tuple[UseChange, Link | None], ...]
    """Changes of what it may be spent on, each with its decision."""
    cited_by: tuple[PageLink, ...]
    """Projects, notices … that name it; its lines and its budget have places of their own."""
    ask: str


@dataclass(frozen=True, slots=True)
class AccountContext:
    """`finance/account.html`: one account, the lines that touched it, and what the bank or the cash box said in the newest months.

    `by_year` is what it did in each year, newest first.
    """

    book: Book
    account: Account
    flow: Flow
    listed: Listed
    proofs: tuple[tuple[Link, Proof], ...]
    chart: Chart | None
    by_year: tuple[tuple[Link, Flow], ...]


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One correction in the log; `amount` of the line before it, `difference` of the book's balance and of each fund's, in fen."""

    day: datetime.date
    kind: str
    book: str
    summary: str
    amount: int
    line: Link
    first: Link
    changes: tuple[Change, ...]
    difference: int
    funds: tuple[tuple[str, int], ...]
    reason: str
    allowed_by: str
    was_closed: bool

    @property
    def long(self) -> bool:
        """Whether the values need lines of their own on a narrow screen."""
        return any(len(c.before) > 12 or len(c.after) > 12 for c in self.changes)


@dataclass(frozen=True, slots=True)
class CorrectionsContext:
    """`finance/corrections.html`: the log, newest first; `closed` counts those that concern closed months."""

    rows: tuple[CorrectionRow, ...]
    closed: int
