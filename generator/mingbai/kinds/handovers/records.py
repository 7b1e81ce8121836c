"""`handovers/YYYY-MM-DD-<office>.yml`: one officer hands over to another (交接; domain §4.1, FIN-04)."""

from __future__ import annotations

from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan
from mingbai.values.numbers import Count
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC


class Money(Record):
    """What an account held when it was handed over: counted in the box, or read off the bank's statement; the machine proves it."""

    account: Cited = label(
        "账户", "Account", _PUBLIC, ref="account", help=Text("账簿/账户，例如 committee/cash", "book/account, e.g. committee/cash")
    )
    found: SignedYuan = label(
        "实有",
        "Found",
        _PUBLIC,
        unit=Text("元", "yuan"),
        help=Text("现金当面点的数，银行按对账单", "Counted together, or as the bank's statement says"),
    )
    reason: Words | None = label(
        "差异原因", "Reason of the difference", _PUBLIC, default=None, help=Text("与账面不同时写", "Where it differs from the books")
    )


class Thing(Record):
    """A seal, a cheque book, a set of vouchers: what was handed over besides money."""

    name: Name = label(
        "名称", "Name", _PUBLIC, help=Text("例如 财务专用章、网银U盾、空白统一收据、2025 年凭证", "E.g. finance seal, bank key, blank receipts")
    )
    count: Count = label("数量", "Number", _PUBLIC, unit=Text("见“单位”", "see its unit"))
    unit: Name = label("单位", "Unit", _PUBLIC, help=Text("枚、个、本、册", "Pieces, books …"))
    note: Words | None = label(
        "说明",
        "Note",
        _PUBLIC,
        default=None,
        help=Text("例如 号码起止；账号、密码不写", "E.g. first and last number; never an account number or password"),
    )


class HandoverFile(Record):
    """One handover. Names of officers are public by law; nothing else about them stands here."""

    day: Day = label("日期", "Date", _PUBLIC, help=Text("办理交接的那天，日终的数", "The day of the handover; figures at its end"))
    role: Words = label("职务", "Office", _PUBLIC, help=Text("台账里用的职务名，例如 出纳", "The office as ledgers name it"))
    outgoing: Words = label("移交人", "Handed over by", _PUBLIC)
    incoming: Words = label("接交人", "Taken over by", _PUBLIC)
    watched_by: Words = label(
        "监交人", "Watched by", _PUBLIC, help=Text("职务或姓名；不能是移交人、接交人", "An office or a name; neither of the two")
    )
    money: Many[Money] = label("款项", "Money", _PUBLIC, default=(), strict=False)
    vouchers: Many[Cited] = label(
        "最后凭证",
        "Last vouchers",
        _PUBLIC,
        default=(),
        strict=False,
        ref="line",
        help=Text("每本账记到哪一笔，例如 committee/2026-06/06-021", "How far each book was kept, e.g. committee/2026-06/06-021"),
    )
    things: Many[Thing] = label("清单", "Things", _PUBLIC, default=(), strict=False)
    unfinished: Many[Words] = label("未了事项", "Unfinished", _PUBLIC, default=(), strict=False)
    explanation: Prose | None = label("说明", "Explanation", _PUBLIC, default=None)
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
