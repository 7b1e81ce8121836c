"""IMP: why a table cannot become ledgers. Every refusal names the row (the line of the file) and the column."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.importing.codes_of_books import NO_CATEGORY, UNREGISTERED
from mingbai.values.text import Text

_WHOLE = Text(
    "导入要么全部读懂，要么什么也不写：读错一格，账就错了。",
    "A table is understood as a whole or nothing is written: one cell misread and the accounts are wrong.",
)
_MAP = Text("映射文件说明每一列是什么；说不清的，程序不猜。", "The map says what each column is; what it does not say is not guessed.")


def _code(number: int, title: Text, message: Text, remedy: Text, asks: Text = _WHOLE) -> Code:
    return Code(f"IMP{number:03d}", Severity.ERROR, title, message, remedy, asks)


UNREADABLE = _code(
    1,
    Text("读不了的表格文件", "table cannot be read"),
    Text("{why}", "{why}"),
    Text("在表格软件里另存为“CSV UTF-8（逗号分隔）”再导入。", "Save it from the spreadsheet program as “CSV UTF-8 (comma delimited)”."),
)
NO_COLUMN = _code(
    2,
    Text("表头里没有这一列", "no such column"),
    Text("表头里没有“{column}”", "the header has no “{column}”"),
    Text("表头有：{header}。", "The header has: {header}."),
    _MAP,
)
TWICE = _code(
    3,
    Text("同一列用了两次", "one column used twice"),
    Text("“{column}”{where}", "“{column}” {where}"),
    Text("每一列只对应一个栏目，表头里的列名也不能重复。", "Each column goes into one field, and no two columns of the header share a name."),
    _MAP,
)
RAGGED = _code(
    4,
    Text("这一行的格数与表头不同", "row of another length than the header"),
    Text("第 {row} 行有 {cells} 格，表头有 {columns} 格", "row {row} has {cells:cell|cells}, the header {columns}"),
    Text("看看这一行是不是有没加引号的逗号，或少了几格。", "Look for a comma without quotes, or for cells left out."),
)
QUOTE = _code(
    5,
    Text("引号没有配对", "unbalanced quote"),
    Text("第 {row} 行有一个引号没有配对", "row {row} has a quote without its fellow"),
    Text(
        "含逗号或引号的格子要整个放在英文双引号里，里面的引号写两个。",
        "A cell with a comma or quote stands in double quotes, quotes inside are doubled.",
    ),
)
EMPTY = _code(
    6,
    Text("这一格不能空", "cell must not be empty"),
    Text("第 {row} 行“{column}”是空的，{field}必须有", "row {row}, column “{column}” is empty; the {field} is needed"),
    Text(
        "补上这一格。金额空着的行如果不要，在映射文件里写“金额: {{空白: 略过}}”。",
        "Fill it in. Rows without an amount may be skipped: “words: {{blank: skip}}” in the map.",
    ),
)
NOT_MONEY = _code(
    7,
    Text("看不懂的金额", "not an amount"),
    Text("第 {row} 行“{column}”是“{typed}”，不是金额{hint}", "row {row}, column “{column}” is “{typed}”, not an amount{hint}"),
    Text(
        "在映射文件里说明怎么办，例如“金额: {{{typed}: 略过}}”，或改成数字。",
        "Say in the map what to do, e.g. “words: {{{typed}: skip}}”, or type a number.",
    ),
)
DECIMALS = _code(
    8,
    Text("金额小数超过两位", "more than two decimals"),
    Text("第 {row} 行“{column}”是 {typed}，精确到分以下", "row {row}, column “{column}” is {typed}, with parts of a fen"),
    Text("按实际收付的数额填，最多两位小数；程序不替您四舍五入。", "Write what was really paid, two decimals at most; nothing is rounded for you."),
)
SIGN = _code(
    9,
    Text("金额应当大于零", "amount not above zero"),
    Text("第 {row} 行“{column}”是 {typed}", "row {row}, column “{column}” is {typed}"),
    Text(
        '正负号表示收支的，映射文件写“方向: 正负号”；零可以写“金额: {{"{typed}": 略过}}”。支出里的负数是退回的钱或冲销：这一行先写“略过”，再在台账里记“退款”或“冲正”，写明原凭证。',
        'If the sign is the direction, the map says “direction: sign”; a zero may be skipped: “words: {{"{typed}": skip}}”. '
        "A minus among expenses is a refund or a reversal: skip the row and enter that in the ledger by hand, with its original voucher.",
    ),
)
NOT_DAY = _code(
    10,
    Text("看不懂的日期", "not a date"),
    Text("第 {row} 行“{column}”是“{typed}”，不是{calendar}日期", "row {row}, column “{column}” is “{typed}”, no {calendar} date"),
    Text(
        "公历写 2026-03-05、2026/3/5、20260305、二〇二六年三月五日；民国纪年（113/1/31）要在映射文件写“日期: {{历法: 民国}}”；26.3.5 是 2026 年的写“日期: {{两位年份: 是}}”；没有年份的（3/5、三月五日、0305）写明期间；没有日期的表去掉“日期”这一列，写“期间: {{固定: 2026-03}}”。",
        "Gregorian: 2026-03-05, 2026/3/5, 20260305; years of the Republic (113/1/31) need “dates: {{calendar: roc}}” in the map; where 26.3.5 is 2026"
        " “dates: {{two: yes}}”; days without a year (3/5, 0305) need the period; a table without days leaves"
        " out the column and says “period: {{fixed: 2026-03}}”.",
    ),
)
NOT_MONTH = _code(
    11,
    Text("看不懂的期间", "not a month"),
    Text("第 {row} 行“{column}”是“{typed}”，不是{calendar}月份", "row {row}, column “{column}” is “{typed}”, no {calendar} month"),
    Text("写成 2026-03（民国 113-03）；不写“期间”就按日期分月。", "Write 2026-03 (113-03); without “period” the date decides."),
)
NO_SIDE = _code(
    12,
    Text("分不清收还是支", "neither income nor expense"),
    Text("第 {row} 行“{column}”是“{typed}”，{why}", "row {row}, column “{column}” is “{typed}”, {why}"),
    Text(
        "在映射文件的“方向”里写明哪些词是收入、哪些是支出、哪些略过。",
        "Say under “direction” in the map which words are income, which expense, which to skip.",
    ),
)
FORMULA = _code(
    13,
    Text("文字不能以这个符号开头", "text begins with a forbidden character"),
    Text(
        "第 {row} 行“{column}”以“{first}”开头，下载的表格会把它当成公式",
        "row {row}, column “{column}” begins with “{first}”; a spreadsheet would take it for a formula",
    ),
    Text("去掉开头的“{first}”，或在前面加一个字。", "Remove the leading “{first}”, or put a word before it."),
)
CHARACTER = _code(
    14,
    Text("不能用的内容", "content that cannot be used"),
    Text("第 {row} 行“{column}”{why}", "row {row}, column “{column}” {why}"),
    Text("改好这一格；编号里不能有空格和 / # ? %，一格只写一行。", "Mend the cell; no blanks and no / # ? % in a number, one line in a cell."),
)
UNSAID = _code(
    15,
    Text("映射文件没有说清", "the map leaves something open"),
    Text("{what}", "{what}"),
    Text("{how}", "{how}"),
    _MAP,
)
NO_ROWS = _code(
    16,
    Text("表格里没有数据", "no rows"),
    Text("除了表头没有数据行", "there is nothing below the header"),
    Text("看看是不是存错了工作表。", "Perhaps the wrong sheet was saved."),
)
EXISTS = _code(
    17,
    Text("文件已经有了，不覆盖", "file exists and is left alone"),
    Text("{path} 已经有了，{why}", "{path} exists: {why}"),
    Text("核对两边；确实要重新导入，先把旧的移走。", "Compare the two; to import anew, move the old one away first."),
    Text("已经写好的账不能被一次导入悄悄盖掉。", "What stands in the books is never silently replaced by an import."),
)
RATE = _code(
    18,
    Text("是单价，不是金额", "a rate, not an amount"),
    Text("第 {row} 行“{column}”是“{typed}”，是单价或几个数", "row {row}, column “{column}” is “{typed}”: a rate, or several figures"),
    Text(
        "金额、单位、期间分开写：金额栏只写实际收付的数，单价写在另一栏。",
        "Keep amount, unit and period apart: here only what was really paid or received.",
    ),
)
TOTAL = _code(
    19,
    Text("合计与各行对不上", "a printed total differs from its rows"),
    Text(
        "第 {row} 行“{column}”印的是 {typed}，上面各行加起来是 {computed}",
        "row {row}, column “{column}” prints {typed}, the rows above make {computed}",
    ),
    Text(
        "核对漏了哪一行、哪个数抄错；印的合计错了，在原表里改正。",
        "Look for a row left out or a figure mistyped; where the printed total is wrong, mend it in the table.",
    ),
    Text(
        "印出来的合计是表格自己的证明：对不上，就有一个数是错的。", "A printed total is the table's own proof: where it fails, some figure is wrong."
    ),
)
NO_SHEET = _code(
    20,
    Text("没有说清是哪张工作表", "which sheet is not said"),
    Text("{what}", "{what}"),
    Text("在映射文件里写“工作表: 名称”，或用 --sheet；有：{known}。", "Say “sheet: NAME” in the map, or --sheet. There are: {known}."),
    _MAP,
)
BALANCE = _code(
    21,
    Text("余额行看不懂", "a balance that cannot be read"),
    Text("第 {row} 行“{typed}”里没有一个金额", "row {row}, “{typed}”, holds no one amount"),
    Text("映射文件“结余”里的词要写准，只指那一行余额。", "The word under “closing” in the map must mean that one row."),
)
ASSERTED = _code(
    22,
    Text("要核对的合计对不上", "an asserted total does not hold"),
    Text(
        "映射文件写的合计是 {typed}，各行加起来是 {computed}，相差 {difference}",
        "the map asserts {typed}, the rows make {computed}, difference {difference}",
    ),
    Text(
        "两张表说同一件事的，以逐笔的一张为准，查清差在哪里。",
        "Where two tables say the same thing, the one with every line counts; find the difference.",
    ),
    Text(
        "别处印的合计可以拿来核对：对不上，就有一张表是错的。",
        "A total printed elsewhere can be asserted: where it fails, one of the tables is wrong.",
    ),
)

UNKNOWN = _code(
    23,
    Text("认不出这张表", "a table that is not recognised"),
    Text("没有一行像收支表的表头：找不到金额那一列", "no row looks like the headings of receipts and payments: there is no column of amounts"),
    Text(
        "看看是不是选错了工作表（--sheet），或者这是清单而不是收支（合同、资产、办事指南……用 --as 说明）；表头写法特别的，自己写映射文件，用 --map。",
        "Perhaps another sheet was meant (--sheet), or it is a list and no table of money (contracts, assets, services: say so with --as); for unusual headings write a map and pass it with --map.",
    ),
    _MAP,
)
ASKED = _code(
    24,
    Text("要请您确认", "only you can say"),
    Text("{question}", "{question}"),
    Text(
        "先写出猜好的映射文件：--guess -o map.yml；把“请确认”的改好，再用 --map map.yml 导入。",
        "Write the proposed map: --guess -o map.yml; settle what is to be confirmed, then import with --map map.yml.",
    ),
    _MAP,
)

TAKEN = _code(
    25,
    Text("登记里已经有这个编号", "the number stands in the register"),
    Text("第 {row} 行的编号 {number} 在 {path} 里已经有了，内容不同", "row {row}: number {number} stands in {path} already and says something else"),
    Text(
        "核对两边：同一件事就在台账里改，不是同一件事就换一个编号。",
        "Compare the two: mend the ledger where it is the same thing, else take another number.",
    ),
    Text("已经登记的，不能被一次导入悄悄改掉，也不悄悄合并。", "What is registered is never changed or merged silently by an import."),
)
NOT_TERM = _code(
    26,
    Text("看不懂的期限", "not a term"),
    Text("第 {row} 行“{column}”是“{typed}”，不是起止日期", "row {row}, column “{column}” is “{typed}”, not a first and a last day"),
    Text(
        "写成 2018.1.1-2018.12.31 或 201801-201812；没有期限的，在映射文件写“词: {{{typed}: 空白}}”。",
        "Write 2018.1.1-2018.12.31 or 201801-201812; where there is no term: “words: {{{typed}: blank}}”.",
    ),
)
NO_FIELD = _code(
    27,
    Text("台账里没有这个栏目", "no such field in the register"),
    Text("“{field}”不是这种台账的栏目", "“{field}” is no field of this register"),
    Text("栏目有：{known}。", "There are: {known}."),
    _MAP,
)
SAME_NUMBER = _code(
    28,
    Text("表里一个编号用了两次", "one number used twice in the table"),
    Text("第 {row} 行的编号 {number} 和第 {first} 行相同", "row {row} has the number {number} of row {first}"),
    Text("给其中一行换一个编号；没有编号列的，程序会按顺序编。", "Give one of them another number; without a column of numbers they are counted."),
)

RUNNING = _code(
    29,
    Text("余额接不上", "a running balance that does not follow"),
    Text(
        "第 {row} 行“{column}”是 {typed}，按上一行余额和这一笔计算应为 {computed}",
        "row {row}, column “{column}” is {typed}; the balance before and this row make {computed}",
    ),
    Text(
        "从这一行往上看：漏了一笔、金额抄错，或收支记反了。",
        "Look at this row and above: a row left out, an amount mistyped, or income taken for expense.",
    ),
    Text(
        "逐行的余额是最好的证明：第一处接不上的地方，就是出错的地方。",
        "Balances row by row are the best proof: the first that does not follow is where the fault lies.",
    ),
)

_NOT_TWICE = Text(
    "同一笔记两次，账就多了一笔；已经记的，也不能被一次导入悄悄改掉。",
    "One payment entered twice is one too many, and what is in the books is never silently changed by an import.",
)

LINE_TAKEN = _code(
    32,
    Text("这个凭证已经记了，内容不同", "a voucher that stands there and says something else"),
    Text("第 {row} 行的凭证 {voucher} 在 {path} 里已经有了，{apart}", "row {row}: voucher {voucher} stands in {path} already; {apart}"),
    Text(
        "核对两边，错的一边改过来（结了账的月份不改，写“更正”）；不是同一笔的，给这一行换一个凭证号。",
        "Compare the two and mend the one that is wrong (a closed month by a correction); if they are two things, give the row another voucher.",
    ),
    _NOT_TWICE,
)
LINE_ALIKE = _code(
    33,
    Text("也许已经记过的一笔", "a row that may stand there already"),
    Text(
        "第 {row} 行与 {path} 里的凭证 {voucher} 日期、金额相同，{apart}",
        "row {row} has the day and amount of voucher {voucher} in {path}; {apart}",
    ),
    Text(
        "是同一笔，就把表里这一行删掉，或两边写成一样；是另一笔，就在表里加一列凭证号，在映射文件里写“凭证: 列名”。",
        "If it is the same, delete the row or let both say the same; if not, add a column of vouchers to the table and name it in the map.",
    ),
    _NOT_TWICE,
)
CLOSED = _code(
    34,
    Text("这个月已经结账，不能再加", "the month is closed"),
    Text("{period} 已经结账，表里第 {rows} 行不能再加进去", "{period} is closed, row {rows} of the table cannot be added"),
    Text(
        "漏记的，记在还没有结账的月份，摘要里写明是哪个月的事；记错的，在还没有结账的月份写“更正”或“冲正”。表里这几行删掉再导入。",
        "What was left out is booked in an open month, with a word which month it belongs to; what was wrong is corrected or reversed there. "
        "Delete these rows and import again.",
    ),
    Text(
        "已经结账公布的不再改；发现在后，就记在发现的那个月。",
        "What was closed and published stays; what is found later is booked in the month it was found.",
    ),
)
NOTHING_SIGNED = _code(
    35,
    Text("这个月签了“本期无”", "the month is signed as empty"),
    Text("{period} 的台账写着“本期无”，表里却有 {count} 笔", "the ledger of {period} says “nothing”, the table has {count:line|lines}"),
    Text(
        "核对是不是这个月、这本账；确有收支，先删掉“本期无”，再导入。",
        "Look whether month and book are right; if so, delete “nothing” and import again.",
    ),
    Text("“本期无”是有人签字的话，不能同收支并存。", "“Nothing” is a signed statement and cannot stand beside lines."),
)
STATED = _code(
    36,
    Text("结账里的余额与表上印的不同", "another balance stands in the closing"),
    Text(
        "账户 {account} 的余额，台账的“结账”里是 {stands}，表上印的是 {told}",
        "the closing says {stands} for account {account}, the table prints {told}",
    ),
    Text("照银行对账单核对，错的一边改过来。", "Look at the bank's statement and mend the one that is wrong."),
    _NOT_TWICE,
)

NOT_WORKED = _code(
    37,
    Text("公式没有算出结果", "a formula without a value"),
    Text("第 {row} 行“{column}”是公式（{typed}），没有结果可读", "row {row}, column “{column}” is a formula without a value ({typed})"),
    Text(
        "在表格软件里打开，改好公式，看到数字以后再存一次；或者把这一格改成数字。",
        "Open it in the spreadsheet program, mend the formula, save it once its figure shows; or type the figure.",
    ),
)

RED = _code(
    38,
    Text("红字的金额，没有说明是不是负数", "amounts in red: negative or not is not said"),
    Text("第 {rows} 行“{column}”是红字", "the amounts “{column}” of row {rows} are written in red"),
    Text(
        "记账习惯里红字是负数（退回、冲销），也可能只是醒目。在映射文件里写“红字: 负数”或“红字: 照数”。",
        "Bookkeepers write negative amounts in red (refunds, reversals); it may also be mere emphasis. Say “red: negative” or “red: plain” in the map.",
    ),
    Text("颜色不是数：红字当正数导入，退回的钱就成了又一笔收付。", "A colour is no figure: taken as positive, a refund becomes another payment."),
)
OTHER = _code(
    39,
    Text("下面还有另一张表", "another table stands below"),
    Text("第 {row} 行起是另一张表（表头：{header}），到第 {last} 行", "another table begins in row {row} (headings: {header}), down to row {last}"),
    Text(
        "不导入它，在映射文件里写“末行: {until}”；也要导入，写在“另有”里（表头: {row}，列: …）。",
        "To leave it out say “until: {until}” in the map; to import it, too, describe it under “also” (header: {row}, columns: …).",
    ),
)
LOCKED = _code(
    40,
    Text("工作簿有密码", "the workbook has a password"),
    Text("工作簿有打开密码，读不了", "the workbook is encrypted with a password and cannot be read"),
    Text(
        "在表格软件里用密码打开，去掉密码（Excel：文件→信息→保护工作簿→用密码进行加密，清空；WPS：文件→文档加密→密码加密，清空），另存一份再导入。",
        "Open it with its password, take the password away (Excel: File, Info, Protect Workbook, Encrypt with Password, empty it), save a copy and import that.",
    ),
)

CODES = (
    UNREADABLE, NO_COLUMN, TWICE, RAGGED, QUOTE, EMPTY, NOT_MONEY, DECIMALS, SIGN, NOT_DAY, NOT_MONTH, NO_SIDE, FORMULA, CHARACTER, UNSAID, NO_ROWS, EXISTS,
    RATE, TOTAL, NO_SHEET, BALANCE, ASSERTED, UNKNOWN, ASKED, TAKEN,
    NOT_TERM, NO_FIELD, SAME_NUMBER, RUNNING, LINE_TAKEN, LINE_ALIKE, CLOSED, NOTHING_SIGNED, STATED, NOT_WORKED, RED, OTHER, LOCKED, UNREGISTERED,
    NO_CATEGORY,
)  # fmt: skip
