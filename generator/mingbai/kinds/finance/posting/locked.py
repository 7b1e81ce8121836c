"""Locks of closed months and years: what they said on the day they were closed, written by `mingbai close` (domain FIN-15)."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day, Month
from mingbai.values.money import SignedYuan
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, Number, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class LockedLine(Record):
    """A line as it was when the month was closed: its voucher and the digest of everything it says."""

    voucher: Number = label("凭证", "Voucher", _PUBLIC)
    digest: Words = label("摘要值", "Digest", _PUBLIC)


class LockedBalance(Record):
    """What an account or a fund held at the end of a closed month."""

    id: Words = label("编号", "Id", _PUBLIC)
    balance: SignedYuan = label("余额", "Balance", _PUBLIC, unit=_YUAN)


class LockedTerms(Record):
    """What a fund that the month used might be spent on, as the month was judged: at its start, or from a day within it."""

    fund: Words = label("资金", "Fund", _PUBLIC)
    since: Day | None = label("自", "Since", _PUBLIC, default=None, help=Text("月中改过的，从哪天起", "Changed within the month: from which day"))
    categories: Many[Words] = label("可用科目", "Allowed categories", _PUBLIC, default=(), strict=False)
    start: Day | None = label("起", "From", _PUBLIC, default=None)
    end: Day | None = label("止", "To", _PUBLIC, default=None)


class LockFile(Record):
    """`2026-03.lock.yml`: a closed month. It makes a later change visible; it does not prove that nobody meant it."""

    format: Count = label(
        "格式", "Format", _PUBLIC, help=Text("锁的格式，现在是 2；1 没有“用途”", "Format of the lock, now 2; 1 has no terms of funds")
    )
    book: Id = label("账簿", "Book", _PUBLIC)
    period: Month = label("期间", "Period", _PUBLIC)
    day: Day = label("结账日", "Closed on", _PUBLIC)
    closed_by: Words = label("结账人", "Closed by", _PUBLIC)
    accounts: Many[LockedBalance] = label("账户", "Accounts", _PUBLIC, default=(), strict=False)
    funds: Many[LockedBalance] = label("资金", "Funds", _PUBLIC, default=(), strict=False)
    ledger_accounts: Many[LockedBalance] = label(
        "科目",
        "Accounts of the chart",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("复式记账的账簿才有，借方为正", "Of a book in double entry; debit positive"),
    )
    terms: Many[LockedTerms] = label(
        "用途",
        "Terms of funds",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("这个月用到的资金，结账时可以用在哪里", "What the funds that the month used might be spent on when it was closed"),
    )
    lines: Many[LockedLine] = label("收支", "Lines", _PUBLIC, default=(), strict=False)
    rest: Words = label("其余", "The rest", _PUBLIC, help=Text("期间、计划、结账等其他内容的摘要值", "Digest of the period, plans, closing"))


class LockedMonth(Record):
    """A month of a closed year: the digest of its lock."""

    period: Month = label("期间", "Period", _PUBLIC)
    digest: Words = label("摘要值", "Digest", _PUBLIC)


class YearLock(Record):
    """`2026.lock.yml`: a closed year. It holds the locks of its months together: none of them can go or change unseen."""

    year: Count = label("年度", "Year", _PUBLIC, unit=Text("年", "year"))
    format: Count = label("格式", "Format", _PUBLIC, help=Text("锁的格式，现在是 1", "Format of the lock, now 1"))
    book: Id = label("账簿", "Book", _PUBLIC)
    day: Day = label("结账日", "Closed on", _PUBLIC)
    closed_by: Words = label("结账人", "Closed by", _PUBLIC)
    opening: SignedYuan = label("年初", "Opening", _PUBLIC, unit=_YUAN)
    income: SignedYuan = label("收入", "Income", _PUBLIC, unit=_YUAN)
    expense: SignedYuan = label("支出", "Expense", _PUBLIC, unit=_YUAN)
    closing: SignedYuan = label("年末", "Closing", _PUBLIC, unit=_YUAN)
    months: Many[LockedMonth] = label("月份", "Months", _PUBLIC, strict=False)
