"""SCH: what a field may hold. The words of every refusal of a value."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.values.text import Text

_SHAPE = Text(
    "每种台账只有固定的栏目，写错栏目名或值的形状，程序无法知道要公布什么。",
    "Each ledger has fixed fields; with a wrong name or shape the program cannot know what to publish.",
)
_VALUE = Text(
    "金额、日期等按栏目规定的写法填写，程序才不会读错。", "Amounts, dates and the like are written as their field asks, so that nothing is misread."
)


def _code(number: int, title: Text, message: Text, remedy: Text, asks: Text = _VALUE) -> Code:
    return Code(f"SCH{number:03d}", Severity.ERROR, title, message, remedy, asks)


UNKNOWN = _code(
    1,
    Text("没有这个栏目", "unknown field"),
    Text("这里没有“{field}”这一栏", "there is no field “{field}” here"),
    Text("可用的栏目：{known}。自定义内容请写在“附加”下面。", "Known fields: {known}. A field of your own goes under “extra”."),
    _SHAPE,
)
UNKNOWN_NEAR = _code(
    2,
    Text("没有这个栏目，可能写错了", "unknown field, perhaps misspelt"),
    Text("这里没有“{field}”这一栏", "there is no field “{field}” here"),
    Text("是不是想写“{near}”？请改成“{near}”。", "Did you mean “{near}”? Write “{near}”."),
    _SHAPE,
)
MISSING = _code(
    3,
    Text("缺少必填栏目", "required field missing"),
    Text("缺少“{field}”", "“{field}” is missing"),
    Text("请在这一项里补上“{field}: …”。", "Add “{field}: …” to this entry."),
    _SHAPE,
)
EMPTY = _code(
    4,
    Text("栏目没有填", "field left empty"),
    Text("“{field}”后面是空的", "nothing follows “{field}”"),
    Text("请填写“{field}”，不需要就删掉这一行。", "Fill in “{field}”, or delete the line."),
    _SHAPE,
)
NOT_TEXT = _code(
    5,
    Text("这里应当是一段文字", "text expected"),
    Text("“{field}”应当写成一个值，不是列表，也不是下一级栏目", "“{field}” takes one value, not a list and not fields of its own"),
    Text("把值写在“{field}: ”后面的同一行。", "Write the value on the same line after “{field}: ”."),
    _SHAPE,
)
NOT_FIELDS = _code(
    6,
    Text("这里应当是一组栏目", "fields expected"),
    Text("“{field}”下面应当是若干“栏目: 值”", "“{field}” takes fields, each as “name: value”"),
    Text("另起一行，缩进两格，逐行写“栏目: 值”{known}。", "Start a new line, indent by two, and write one “name: value” a line{known}."),
    _SHAPE,
)
NOT_LIST = _code(
    7,
    Text("这里应当是一个列表", "list expected"),
    Text("“{field}”应当是列表", "“{field}” takes a list"),
    Text("每一项另起一行，用“- ”开头{known}。", "Put each item on a line of its own, beginning with “- ”{known}."),
    _SHAPE,
)
BOTH_LANGUAGES = _code(
    8,
    Text("同一栏目写了两次（中文、英文各一次）", "one field in both languages"),
    Text("“{field}”和“{other}”是同一栏", "“{field}” and “{other}” are the same field"),
    Text("只保留一个。", "Keep one of them."),
    _SHAPE,
)
FORMULA = _code(
    9,
    Text("文字不能以这个符号开头", "text begins with a forbidden character"),
    Text(
        "“{field}”以“{first}”开头，下载的表格会把它当成公式",
        "“{field}” begins with “{first}”; a spreadsheet would take the downloaded cell for a formula",
    ),
    Text("去掉开头的“{first}”或空格，或在前面加一个字。", "Remove the leading “{first}” or blank, or put a word before it."),
)
NOT_MONEY = _code(
    10,
    Text("看不懂的金额", "not an amount"),
    Text("“{field}”不是金额：{typed}", "“{field}” is not an amount: {typed}"),
    Text("写成以元为单位的数字，例如 1234.50；文字说明写在“备注”里。", "Write a number in yuan such as 1234.50; words belong under “note”."),
)
PARTS_OF_FEN = _code(
    11,
    Text("金额小数超过两位", "more than two decimals"),
    Text("{typed} 精确到分以下", "{typed} has parts of a fen"),
    Text(
        "金额最多两位小数；按实际收付的数额填写，程序不会替您四舍五入。",
        "At most two decimals: write what was really paid; the program does not round for you.",
    ),
)
UNIT_INSIDE = _code(
    12,
    Text("金额里带了“万”等单位", "unit inside the amount"),
    Text("“{typed}”带有单位", "“{typed}” carries a unit"),
    Text("换算成元再填，例如 1.2 万元写成 12000.00。", "Convert to yuan: 1.2 万元 is 12000.00."),
)
SIGN = _code(
    13,
    Text("金额应当大于零", "amount not above zero"),
    Text(
        "“{field}”写的是 {typed}；收还是支由“类型”说明，金额本身不带正负号",
        "“{field}” is {typed}; the direction stands under “kind”, the amount has no sign",
    ),
    Text(
        "填大于零的数；红字冲销用“类型: 冲正”，退回用“类型: 退款”。",
        "Write a number above zero; reverse with “kind: reversal”, give back with “kind: refund”.",
    ),
)
NOT_DAY = _code(
    14,
    Text("看不懂的日期", "not a date"),
    Text("“{field}”不是日期：{typed}", "“{field}” is not a date: {typed}"),
    Text("写成 2026-03-05；2026年3月5日、2026/3/5 也可以。", "Write 2026-03-05; 2026年3月5日 and 2026/3/5 are understood."),
)
NO_SUCH_DAY = _code(
    15,
    Text("日历上没有这一天", "no such day"),
    Text("{typed} 这一天不存在", "there is no {typed} in the calendar"),
    Text("核对原始单据上的日期。", "Compare with the date on the paper."),
)
NOT_ONE_OF = _code(
    16,
    Text("不在可选的值里", "not one of the allowed words"),
    Text("“{field}”不能填“{typed}”", "“{field}” cannot be “{typed}”"),
    Text("可以填：{allowed}。", "Allowed: {allowed}."),
)
NOT_COUNT = _code(
    17,
    Text("这里应当是整数", "whole number expected"),
    Text("“{field}”不是整数：{typed}", "“{field}” is not a whole number: {typed}"),
    Text("填半角数字，例如 17；不带单位、逗号和小数点。", "Write ASCII digits such as 17, without unit, comma or point."),
)
NOT_MONTH = _code(
    18,
    Text("看不懂的月份", "not a month"),
    Text("“{field}”不是月份：{typed}", "“{field}” is not a month: {typed}"),
    Text(
        "写成 2026-03。带点的 2018.1 分不清是 1 月还是 10 月，不能用。",
        "Write 2026-03. With a dot, 2018.1 may be January or October, so it is refused.",
    ),
)
NOT_MOMENT = _code(
    19,
    Text("看不懂的时间", "not a date with time"),
    Text("“{field}”不是日期加时间：{typed}", "“{field}” is not a date with time: {typed}"),
    Text("写成 2026-03-05 14:30。", "Write 2026-03-05 14:30."),
)
NOT_THRESHOLD = _code(
    20,
    Text("看不懂的比例", "not a threshold"),
    Text("“{field}”不是比例：{typed}", "“{field}” is not a threshold: {typed}"),
    Text("写成“至少 2/3”或“超过 1/2”。", "Write “at least 2/3” or “more than 1/2”."),
)
NOT_PHONE = _code(
    21,
    Text("这里只能填办公电话", "office telephone only"),
    Text("“{field}”不是座机或服务热线", "“{field}” is no landline or service number"),
    Text("填办公座机，例如 010-55550100；不要填个人手机。", "Write an office landline such as 010-55550100; never a personal mobile."),
)
NOT_WEB = _code(
    22,
    Text("网址应当以 https:// 开头", "https address expected"),
    Text("“{field}”不是 https 网址", "“{field}” is no https address"),
    Text("写成 https://…，不带空格和引号。", "Write https://… without blanks or quotes."),
)
BAD_ID = _code(
    23,
    Text("编号写法不对", "malformed id"),
    Text("“{field}”不能写成“{typed}”", "“{field}” cannot be “{typed}”"),
    Text(
        "编号里不能有空格和 / # ? %；资金、账簿等的编号只用小写字母、数字和连字符，例如 office-2026；"
        "明细科目是上级编号加两位数字，例如 11201；区划代码是 12 位数字。",
        "No blanks and no / # ? % in an id; ids of funds, books and the like use lower-case letters, digits and hyphens, as office-2026; "
        "a sub-account is the number above and two digits, as 11201; a division code has twelve digits.",
    ),
)
ONE_LINE = _code(
    24,
    Text("这里只能写一行", "one line only"),
    Text("“{field}”里有换行或制表符", "“{field}” holds a line break or a tab"),
    Text("写成一行；较长的说明写在“备注”或正文里。", "Write it on one line; longer text belongs in the note or the text."),
)
TOO_LONG = _code(
    25,
    Text("内容太长", "too long"),
    Text("“{field}”超过 {limit}", "“{field}” is longer than {limit}"),
    Text("缩短内容，或分成几项。", "Shorten it, or divide it."),
)
TOO_SHORT = _code(
    26,
    Text("内容太少", "too short"),
    Text("“{field}”至少要有 {limit} 项", "“{field}” needs at least {limit}"),
    Text("补全内容；没有就删掉这一栏。", "Complete it, or delete the field."),
)
OTHER = _code(
    27,
    Text("值不合要求", "value refused"),
    Text("“{field}”不合要求：{typed}", "“{field}” is refused: {detail}"),
    Text("对照这一栏的说明修改（mingbai kinds 可列出各类台账）。", "Compare with the field's description (mingbai kinds lists the ledgers)."),
)
NOT_RATE = _code(
    29,
    Text("看不懂的利率", "not a rate"),
    Text("“{field}”不是利率：{typed}", "“{field}” is no rate of interest: {typed}"),
    Text(
        "写年利率，带百分号，最多四位小数，例如 4.35%；不计利息就不写这一栏。",
        "The rate for a year with the per cent sign, up to four decimals, such as 4.35%; leave it out where no interest is due.",
    ),
)
NOT_MEASURE = _code(
    28,
    Text("看不懂的面积或数量", "not a measure"),
    Text("“{field}”不是面积或数量：{typed}", "“{field}” is no area or quantity: {typed}"),
    Text(
        "只写数字，最多四位小数，例如 12.35；面积要大于零；单位写在它自己的栏目里。",
        "Only a number, up to four decimals, such as 12.35; an area is above zero; the unit has a field of its own.",
    ),
)
NOT_PERIOD = _code(
    31,
    Text("看不懂的期间", "not a period"),
    Text("“{field}”不是期间：{typed}", "“{field}” is no period: {typed}"),
    Text(
        "写成 2026-03（月）、2026-Q1（季度）、2026-H1（半年）或 2026（年）。",
        "Write 2026-03 (a month), 2026-Q1 (a quarter), 2026-H1 (a half-year) or 2026 (a year).",
    ),
)

CODES = (
    UNKNOWN, UNKNOWN_NEAR, MISSING, EMPTY, NOT_TEXT, NOT_FIELDS, NOT_LIST, BOTH_LANGUAGES, FORMULA, NOT_MONEY, PARTS_OF_FEN, UNIT_INSIDE, SIGN,
    NOT_DAY, NO_SUCH_DAY, NOT_ONE_OF, NOT_COUNT, NOT_MONTH, NOT_MOMENT, NOT_THRESHOLD, NOT_PHONE, NOT_WEB, BAD_ID, ONE_LINE, TOO_LONG, TOO_SHORT, OTHER,
    NOT_RATE,
    NOT_MEASURE,
    NOT_PERIOD,
)  # fmt: skip

BY_CODE = {code.id: code for code in CODES}
"""The leaf types of `values` raise a PydanticCustomError whose type is one of these."""

BY_PYDANTIC = {
    "string_type": NOT_TEXT,
    "model_type": NOT_FIELDS,
    "model_attributes_type": NOT_FIELDS,
    "dict_type": NOT_FIELDS,
    "tuple_type": NOT_LIST,
    "string_too_short": TOO_SHORT,
    "too_short": TOO_SHORT,
    "string_too_long": TOO_LONG,
    "too_long": TOO_LONG,
}
"""pydantic's own error types that these records can raise; the others are OTHER and a test names them."""
