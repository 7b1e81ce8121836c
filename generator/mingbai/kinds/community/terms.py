"""Terms of office, head counts, opening balances of a chart, as community.yml has them."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class Chosen(Term):
    """How somebody came to an office; higher levels count supervisors by it (urban law art. 36, village law art. 37: elected by an assembly)."""

    ASSEMBLY = "by the assembly", "会议推选", "居民会议推选", "村民会议推选"
    REPRESENTATIVES = "by representatives", "代表会议推选", "居民代表会议推选", "村民代表会议推选"
    VOTERS = "by voters", "选民选举", "选举"
    MEMBERS = "by members", "成员大会选举"
    OTHER = "otherwise", "其他方式"


class Tenure(Record):
    """A term of office; without an end it is still running."""

    start: Day = label("起", "From", _PUBLIC)
    end: Day | None = label("止", "To", _PUBLIC, default=None)
    chosen: Chosen | None = label(
        "产生", "Chosen by", _PUBLIC, default=None, help=Text("监督委员会成员写：会议推选、代表会议推选……", "Of supervisors")
    )


class Population(Record):
    """Head counts of one day; registered, resident and floating people are counted apart (人户分离)."""

    households: Count | None = label("户数", "Households", _PUBLIC, default=None, unit=Text("户", "households"))
    registered: Count | None = label("户籍", "Registered residents", _PUBLIC, default=None, unit=Text("人", "people"))
    resident: Count | None = label("常住", "Permanent residents", _PUBLIC, default=None, unit=Text("人", "people"))
    floating: Count | None = label("流动", "Floating population", _PUBLIC, default=None, unit=Text("人", "people"))
    counted: Day | None = label("截止", "Counted on", _PUBLIC, default=None)


class Opened(Record):
    """What an account of the chart holds when a book begins, on one side."""

    account: Words = label("科目", "Account", _PUBLIC)
    debit: Yuan | None = label("借", "Debit", _PUBLIC, default=None, unit=_YUAN)
    credit: Yuan | None = label("贷", "Credit", _PUBLIC, default=None, unit=_YUAN)

    @property
    def fen(self) -> int:
        """Debit positive, credit negative."""
        return (self.debit or 0) - (self.credit or 0)
