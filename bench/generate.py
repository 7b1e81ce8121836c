"""Transactions drawn from a seed: the same for every side of a comparison, and the same in every run."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

LAST_MONTH = (2026, 10)
OPENING = 10_000_000_00
"""What each fund of each book holds before the first line, in fen: enough that no balance ever falls below zero."""

FUNDS = ("own", "office", "service")
ACCOUNT = "bank"
SPENDING = {
    "办公费": ("购打印纸 {n} 箱、硒鼓 2 支", "某文具店"),
    "水电费": ("第 {n} 号用房水电费（活动室、值班室）", "市供电公司"),
    "维修费": ("更换楼道灯 {n} 盏，检修扶手一处", "示例维修队"),
    "活动费": ("邻里节第 {n} 组茶水、桌椅租用", "示例会务公司"),
}
PAYROLL = "志愿者补贴"
INCOME = "补助收入"
_SIGNED = ("文书", "网格员甲", "主任")
CATEGORIES = (*SPENDING, PAYROLL, INCOME)


@dataclass(frozen=True, slots=True)
class Payroll:
    """So many people at so much each, in fen."""

    people: int
    rate: int


@dataclass(frozen=True, slots=True)
class Transaction:
    """One line with every field of the format's example; `fen` is above zero, `spent` says which way it goes."""

    voucher: str
    day: datetime.date
    spent: bool
    fen: int
    fund: str
    category: str
    summary: str
    party: str
    party_kind: str
    documents: tuple[str, ...]
    handler: str
    witness: str
    approver: str
    decision: str
    payroll: Payroll | None = None

    @property
    def signed(self) -> int:
        """What it does to the account, in fen."""
        return -self.fen if self.spent else self.fen


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a book: its lines in order of date, and what the account holds at its end, in fen."""

    book: str
    year: int
    month: int
    lines: tuple[Transaction, ...]
    closing: int

    @property
    def period(self) -> str:
        """`2026-03`."""
        return f"{self.year}-{self.month:02}"

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, self.month, monthrange(self.year, self.month)[1])


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to draw: `books` × `months` files of `lines` lines each, ending with October 2026."""

    books: int
    months: int
    lines: int

    @property
    def total(self) -> int:
        """All lines."""
        return self.books * self.months * self.lines

    @property
    def book_ids(self) -> tuple[str, ...]:
        """`book-01`, `book-02` …"""
        return tuple(f"book-{n:02}" for n in range(1, self.books + 1))

    @property
    def calendar(self) -> tuple[tuple[int, int], ...]:
        """The months as (year, month), the earliest first."""
        last = LAST_MONTH[0] * 12 + LAST_MONTH[1] - 1
        return tuple((n // 12, n % 12 + 1) for n in range(last - self.months + 1, last + 1))


def meeting(year: int, month: int) -> str:
    """The id of the meeting whose decisions a month's lines cite: the representatives' meeting of that month's first day."""
    return f"{year}-{month:02}-01-daibiao"


DECISIONS = 4
"""Decisions of each meeting, numbered from 1."""


def months(plan: Plan, seed: int = 20261110) -> Iterator[Month]:
    """Every month of every book, book by book, in order of time."""
    for number, book in enumerate(plan.book_ids):
        random = Random(seed * 1000 + number)
        holds = OPENING * len(FUNDS)
        for year, month in plan.calendar:
            lines = tuple(_lines(random, year, month, plan.lines, f"{number + 1}{year % 100:02}{month:02}"))
            holds += sum(line.signed for line in lines)
            yield Month(book, year, month, lines, holds)


def _lines(random: Random, year: int, month: int, count: int, series: str) -> Iterator[Transaction]:
    days = sorted(random.randint(2, monthrange(year, month)[1]) for _ in range(count))
    for n, day in enumerate(days, 1):
        yield _line(random, f"{month:02}-{n:03}", datetime.date(year, month, day), f"{series}{n:03}")


def _line(random: Random, voucher: str, day: datetime.date, serial: str) -> Transaction:
    fund = random.choice(FUNDS)
    decision = f"{meeting(day.year, day.month)}/{random.randint(1, DECISIONS)}"
    draw = random.random()
    if draw < 0.1:
        fen = random.randint(100_00, 1999_99)
        what = (INCOME, "街道拨付社区补助", "街道办事处", "政府部门", (f"银行回单 {serial}",))
        return Transaction(voucher, day, False, fen, fund, *what, *_SIGNED, decision)
    if draw < 0.14:
        pay = Payroll(random.randint(2, 16), random.choice((50_00, 80_00, 100_00)))
        paid = (PAYROLL, "巡逻志愿者误餐补贴", f"志愿者 {pay.people} 人", "个人", (f"领款表 {serial}",))
        return Transaction(voucher, day, True, pay.people * pay.rate, fund, *paid, *_SIGNED, decision, pay)
    category, (summary, party) = random.choice(tuple(SPENDING.items()))
    several = ("1", "2") if random.random() < 0.2 else ("",)
    documents = tuple(f"发票 {serial}{n}" for n in several)
    fen = random.randint(5_00, 1999_99)
    bought = (category, summary.format(n=random.randint(1, 9)), party, "单位", documents)
    return Transaction(voucher, day, True, fen, fund, *bought, *_SIGNED, decision)


def yuan(fen: int) -> str:
    """`123456` → `1234.56`."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100}.{fen % 100:02}"
