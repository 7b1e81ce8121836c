"""Spreadsheets in, ledgers out: the bytes of a workbook or CSV file and a map become month files, or every reason why not.

Pure: nothing is read or written here. `guessing` proposes the map of a table that has none. `source` reads the rows of any file, `layout` finds the tables among them by the headings
that the map names, `reader` takes each row for a line or says what else it is, `sums` proves the totals that are printed. A table
is understood as a whole or not at all; a refusal names the row (the line in the file) and the column. A map is YAML read by the same strict reader as the ledgers, with Chinese or English keys:

    账簿: bank                         # book: the folder below ledgers/finance/ (--book wins)
    工作表: 一月                       # sheet, where a workbook has several; 编码 (encoding) where a text is mistaken
    表头: 3                            # header: its row, where several rows have these headings
    列:                                # columns: field of the ledger → heading of the column
      日期: 记账日期                   #   date, required
      凭证: 凭证号                     #   voucher; left out: numbered 03-001, 03-002 … within the month
      摘要: [用途, 附言]               #   summary; several columns are joined by a blank
      金额: 金额                       #   amount
      对方: 对方户名                   #   party; also 账户 资金 科目 项目 合同 对方类别 票据 经办 证明 审批 决议 备注
    方向:                              # direction, one of four ways:
      列: 收支                         #   a column with words …
      收入: [收, 存入]
      支出: [付, 支取]
      略过: [合计]                     #   rows with these words are skipped, and said to be
    # 方向: {收入列: 贷方, 支出列: 借方}   … two columns of amounts
    # 方向: 正负号                         … the sign of the amount, plus is income
    # 方向: 分段                           … a table of income and one of expense, one under the other
    # 固定: {类型: 支出}                   … all rows alike
    固定: {账户: bank, 票据: 银行回单, 经办: 文书}    # constants: what every line has; its own column wins
    日期: {历法: 民国}                 # dates: years of the Republic (113/1/31); else Gregorian, 2024-01-31, 2024/1/31, 20240131, 2024年1月31日
    期间: {列: 月份}                   # period: the column with the month; else the month of the date
    # 期间: {固定: 2026-03}, with 起 and 止 where it is no calendar month; without a column of dates lines stand on its last day
    # 期间: {截止日: 25}                 # from the 26th of the month before to the 25th
    略过行: [转下页]                   # skipped: rows that hold one of these words
    表尾: [补充资料]                   # ends: nothing is a line from the row that holds one of these
    结余: {词: 存款余额, 账户: bank}   # closing: a printed balance, left in 结账 to be proved
    账户: {现金: cash}                 # accounts, funds: which account or fund a word of that column is; ids and names of the book are known
    资金: {上级补助: office-2026}
    余额列: 余额                       # balance: what was left after each row; the first that does not follow is refused
    核对合计: 12381.00                 # asserted: a total printed elsewhere that the rows must make
    去掉开头: "@"                      # stripped: signs taken from the beginning of texts
    # 另有: [{列: …, 固定: …}]           # also: further tables on the sheet, beside this one
    金额: {支票: 略过, 空白: 略过, 工本费: 5.00}      # words: what a word in the amount column stands for: skip the row, or an amount
    单位: 元                           # unit: 元, 千元 or 万元; left out: as a heading (金额（万元）) or a row above the table (单位：万元) says
    红字: 负数                         # red: what amounts written in red mean, 负数 or 照数; asked for where there are any
    末行: 40                           # until: the last row to be read, where another table stands below

Headings that stand again at the top of a printed page are passed over, and so are sums carried from page to page, which are proved.
Amounts may have separators, a currency sign, full-width digits, 元 or 元整 at the end, brackets for minus; more than two decimals
(six in 万元) are refused, and so is a word the map does not explain. Text may not begin with = + - @.
Lines are sorted by date; within a date they keep the order of the file.
"""

from mingbai.importing.adding import Added, Standing, There, add
from mingbai.importing.codes import ASKED, CLOSED, CODES, EXISTS, UNKNOWN
from mingbai.importing.finance import Imported, MonthNodes, convert, convert_grid
from mingbai.importing.guessing import Guess, guess
from mingbai.importing.known import Known
from mingbai.importing.lines import Skipped
from mingbai.importing.mapping import Map
from mingbai.importing.source import grid
from mingbai.importing.table import Grid, Row, Table, read

__all__ = [
    "ASKED", "CLOSED", "CODES", "EXISTS", "UNKNOWN", "Added", "Grid", "Guess", "Imported", "Known", "Map", "MonthNodes", "Row", "Skipped", "Standing", "Table", "There",
    "add", "convert", "convert_grid", "grid", "guess", "read",
]  # fmt: skip
