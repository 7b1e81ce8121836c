"""The words by which tables of accounts say what a row is: a sum, a balance, a signature, a remark, nothing more, void."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mingbai.importing.mapping import Side
from mingbai.values.text import Text

TOTAL: Final = re.compile(
    r"(?:[^0-9]{0,8}?)(?:合计|合計|小计|小計|总计|總計|共计|共計|累计|累計|总额|總額|Total|TOTAL|Subtotal)[：:]?(?:（[^）]*）|\([^)]*\))?"
)
BALANCE: Final = re.compile(r".{0,12}(?:余额|餘額|结余|結餘|结存|結存).{0,40}")
_LEFT: Final = re.compile(
    r"(?:截[至止])?[0-9〇零一二三四五六七八九十年月日./-]{0,14}[底末止]?(?:本[年月期]末?|期末|[年月季]末|[账帐]面|银行|存款|现金|账户|累计){0,3}"
    r"(?:余额|餘額|结余|結餘|结存|結存)"
)
"""A text that says what is left and nothing else: such a row is no receipt, whatever stands in its columns."""
_EMPTY: Final = re.compile(r"以下空白|以下無|以下无|空白")
_VOID: Final = re.compile(r"作[废廢]")
_ALL_VOID: Final = re.compile(r"(?:.*[（(【\[〔])?(?:已|本|此)?[票联聯据據单單]?作[废廢][票联聯据據单單]?[）)】\]〕]?")
"""A cell that says so of its whole row, by itself or in brackets after the summary."""
_SIDES: Final = (re.compile(r"收入|收方|進帳|进账|income", re.IGNORECASE), re.compile(r"支出|付出|支付|expen", re.IGNORECASE))
_OF_YEAR: Final = re.compile(r"(?:本|全|年|今)年?(?:度)?(?:收入|支出|收支)?(?:累计|累計)(?:数|额|發生額|发生额)?")
_GRAND: Final = re.compile(r"总|總|共|收支")
_SIGNED: Final = re.compile(r"签名|簽名|签字|簽字|盖章|蓋章|填报人|填表人|制表|製表|审核人|審核人|复核人|监督人|報表人|主任委員|总经理|经理：|申请人")
_REMARK: Final = re.compile(r"(?:备注|備註|说明|說明|註|注)\s*[：:].*|.*[：:]\s*")


_SIGNS: Final = "页頁初计計额額余餘结結存废廢空无無签簽章制製核督報报主经理申：:"

NOTHING: Final = Text("没有日期也没有金额", "neither date nor amount")
"""What a row is of which no more can be said."""
NO_AMOUNT: Final = Text("没有金额", "no amount")
"""The same, in a table without a column of dates."""


def plain(text: str) -> str:
    """A cell without any blank: how headings and such words are compared."""
    return text if text.isalnum() else "".join(text.split())


def either(heading: str) -> tuple[str, ...]:
    """The headings that a map names for one column, without blanks: `收據編號|單據編號` where tables of a sheet differ."""
    return tuple(plain(one) for one in heading.split("|"))


def is_total(texts: list[str]) -> bool:
    """Whether a row says that it is a sum."""
    return any(TOTAL.fullmatch(plain(t)) for t in texts[:4])


def side_of_total(texts: list[str], within: Side | None) -> Side | None:
    """The side a row of sums speaks of: the one its words name, else that of the section it closes; None for both, or where nothing says."""
    said = "".join(plain(t) for t in texts[:4] if TOTAL.fullmatch(plain(t)))
    named = [side for side, words in zip((Side.INCOME, Side.EXPENSE), _SIDES, strict=True) if words.search(said)]
    if named:
        return named[0] if len(named) == 1 else None
    return None if _GRAND.search(said) else within


def is_of_year(texts: list[str]) -> bool:
    """Whether a row of sums counts from the beginning of the year, further back than a month's table goes."""
    return any(_OF_YEAR.fullmatch(plain(t)) for t in texts[:4])


def is_left(texts: list[str]) -> bool:
    """Whether a row says what is left at some day and nothing else."""
    return any(_LEFT.fullmatch(plain(t)) for t in texts[:4])


def is_balance(texts: list[str]) -> bool:
    """Whether a row says what is left."""
    return any(BALANCE.fullmatch(plain(t)) for t in texts[:4])


def telling(texts: list[str]) -> str:
    """The text by which a row says that it is a sum, a balance, or that nothing stands below; else its first, empty where it has none."""
    for pattern in (TOTAL, BALANCE, _EMPTY):
        found = next((t for t in texts if pattern.fullmatch(plain(t))), None)
        if found is not None:
            return found
    return texts[0] if texts else ""


def is_void(texts: list[str]) -> bool:
    """Whether a row says that its voucher is void."""
    return any(_VOID.search(t) for t in texts)


def is_void_altogether(texts: list[str]) -> bool:
    """Whether a row with an amount is void: a cell says that and nothing else, or says it in brackets at its end."""
    return any(_ALL_VOID.fullmatch(plain(t)) for t in texts)


def what_else(texts: list[str]) -> Text:
    """What a row without amount and date is."""
    if any(_EMPTY.fullmatch(plain(t)) for t in texts):
        return Text("以下空白", "nothing below")
    if any(_SIGNED.search(t) for t in texts):
        return Text("签字栏", "signatures")
    if len(set(texts)) == 1 and _REMARK.fullmatch(texts[0]):
        return Text("附注", "a remark")
    return Text("标题", "a title") if len(set(texts)) == 1 and len(texts) > 1 else NOTHING


def marks(own: Iterable[str]) -> re.Pattern[str]:
    """What a row holds that may be no line: the words above begin with or hold one of these signs; and the words of a map."""
    rest = {
        (word[0], word[1:])
        for word in ("Total", "total", "TOTAL", "承上", "结转", "转入", "转来", "轉入", "轉來", "brought forward", "carried forward", *own)
    }
    begins = "".join(re.escape(first) for first, _ in rest)  # one class of first characters: nearly every row is passed over by it alone
    return re.compile(f"[{_SIGNS}{begins}](?:(?<=[{_SIGNS}])|{'|'.join(f'(?<={re.escape(a)}){re.escape(b)}' for a, b in sorted(rest))})")
