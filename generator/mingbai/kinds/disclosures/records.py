"""`disclosures/YYYY.yml`: what was published, when, where, signed by whom (公开台账; urban law art. 34, village law art. 35).

The only source of dates of publication: nothing is inferred from git or from the clock.
"""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.periods import Period
from mingbai.values.terms import YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC


class Signature(Record):
    """One signature on the sheet that was published."""

    office: Words = label("角色", "Office", _PUBLIC, help=Text("写职务，例如 主任、监督委员会主任", "The office, e.g. director"))
    day: Day = label("日期", "Date", _PUBLIC)
    paper: Words | None = label("纸质", "On paper", _PUBLIC, default=None, help=Text("签字的纸存在哪一卷", "Where the signed sheet is kept"))


class Disclosure(Record):
    """One publication of one item."""

    item: Cited = label("事项", "Item", _PUBLIC, ref="item", help=Text("公开目录里的编号，例如 U08", "Its id in the catalogue, e.g. U08"))
    period: Period | None = label(
        "期间",
        "Period",
        _PUBLIC,
        default=None,
        help=Text("2026-03、2026-Q1、2026-H1 或 2026；长期公布的事项不写", "A month, quarter, half-year or year; left out for standing items"),
    )
    objects: OneOrMany[Words] = label(
        "对象",
        "About",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "公布的是哪几件：合同、决议、捐赠的编号；不写就是这个期间里的全部", "Which contracts, decisions, gifts; left out: all of the period"
        ),
    )
    plan: Day | None = label(
        "方案",
        "Plan of",
        _PUBLIC,
        default=None,
        help=Text(
            "公开方案哪天交监督委员会审查；写了就核对审查的期限",
            "The day the plan of publication went to the supervisors; their days are then checked",
        ),
    )
    day: Day = label("公布日", "Published on", _PUBLIC)
    channels: OneOrMany[Words] = label(
        "渠道", "Channels", _PUBLIC, default=(), strict=False, help=Text("网站、公开栏、微信群、明白纸", "Site, board, chat group, sheet")
    )
    until: Day | None = label("撤下日", "Taken down on", _PUBLIC, default=None)
    nothing: YesNo = label(
        "本期无", "Nothing this period", _PUBLIC, default=False, help=Text("这个期间没有这类事，签字公布", "Nothing of the sort happened")
    )
    signatures: Many[Signature] = label("签署", "Signatures", _PUBLIC, default=(), strict=False)
    corrects: Cited | None = label(
        "更正",
        "Corrects",
        _PUBLIC,
        default=None,
        ref="disclosure",
        help=Text(
            "更正哪一次公布，写“事项/期间”（没有期间的写公布日），例如 U08/2026-Q1",
            "Which publication, as item/period (or its day), e.g. U08/2026-Q1",
        ),
    )
    verified: Day | None = label(
        "查实",
        "Found wrong on",
        _PUBLIC,
        default=None,
        help=Text(
            "更正写：查实公布有错的那一天；从这一天起几天内更正",
            "Of a correction: the day it was found that something was wrong; its days count from then",
        ),
    )
    reason: Words | None = label("原因", "Reason", _PUBLIC, default=None, help=Text("更正、迟公布的原因", "Why it was corrected, or late"))
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))


class DisclosureFile(Record):
    """The publications of one year."""

    since: Day | None = label(
        "起",
        "From",
        _PUBLIC,
        default=None,
        help=Text("从哪天起按目录公开；不写：这一年的一月一日", "From which day the catalogue is kept; left out: 1 January of the year"),
    )
    entries: Many[Disclosure] = label("公开", "Publications", _PUBLIC, strict=False)
