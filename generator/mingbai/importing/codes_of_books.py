"""IMP041, IMP042: what a row says does not fit the book it goes to."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.values.text import Text

_NAMES = Text(
    "台账里的账户、资金用编号，复式记账的科目用科目表里的：写错了，钱就记到别处去了。",
    "Ledgers name accounts and funds by id, and in double entry categories by the chart: a wrong one books the money elsewhere.",
)
UNREGISTERED = Code(
    "IMP041",
    Severity.ERROR,
    Text("账簿里没有这个账户、资金或科目", "no such account, fund or category in the book"),
    Text("第 {row} 行“{column}”是“{typed}”，账簿里没有叫这个名字的{what}", "row {row}, column “{column}” is “{typed}”: the book has no such {what}"),
    Text(
        "在映射文件里写明是哪一个，例如“{key}: {{{typed}: 编号}}”；有：{known}。还没有登记的，先登记在 community.yml。",
        "Say which one in the map: “{name}: {{{typed}: ID}}”; there are: {known}. What is not registered yet goes into community.yml first.",
    ),
    _NAMES,
)
NO_CATEGORY = Code(
    "IMP042",
    Severity.ERROR,
    Text("复式记账的账簿，要有科目", "double entry needs a category"),
    Text("“{book}”是复式记账，{why}", "“{book}” is kept in double entry, {why}"),
    Text(
        "在映射文件的“列”里写“科目: 列名”，或在“固定”里写“科目: …”：写科目表里的编号和名称，例如“112 应收款”；银行、现金那一边由账户得出。",
        "Say “category: heading” under “columns”, or “category” under “constants”: number and name of the chart, e.g. “112 应收款”; the side of the money comes from the account.",
    ),
    Text(
        "复式记账每一笔有借有贷：只有金额和账户，另一边不知道记到哪里，一行也过不了检查。",
        "Every entry has two sides: with amount and account alone nobody knows the other, and no row would pass the check.",
    ),
)
