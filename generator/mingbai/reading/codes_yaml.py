"""What the reader says about the way a ledger is written: YML011 to YML036."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.values.text import Text

E = Severity.ERROR

ROOT = Code(
    "YML011",
    E,
    Text("文件开头不是“字段: 值”", "File does not start with “field: value”"),
    Text("整个文件应当由“字段: 值”组成，这里却是{found}。", "A file is made of “field: value” lines; here is {found}."),
    Text("请在最左边写字段名，后面加半角冒号和一个空格，例如“名称: 新河社区”。", "Start with a field name at the left edge, a colon and a space."),
    Text("一个台账文件就是一组有名字的字段。", "A ledger file is one set of named fields."),
)
DOCUMENTS = Code(
    "YML012",
    E,
    Text("一个文件里有几份内容", "Several documents in one file"),
    Text("“---”或“...”之后又开始了另一份内容。", "Another document starts after “---” or “...”."),
    Text("请把它存成另一个文件，并删掉这一行横线或点。", "Move it into a file of its own and delete the separator."),
    Text("一个文件只记一件事；第二份内容会被许多软件丢掉。", "One file, one thing; many programs drop the second document."),
)
DIRECTIVE = Code(
    "YML013",
    E,
    Text("以 % 开头的指令行", "Directive line"),
    Text("以“%”开头的行是给软件的指令，台账里不允许。", "A line that starts with “%” is a directive; ledgers have none."),
    Text("请删掉这一行；百分数请写在字段后面。", "Delete the line; write a percentage after its field."),
    Text("台账只写内容，不写改变读法的指令。", "A ledger holds content, never instructions on how to read it."),
)
ANCHOR = Code(
    "YML014",
    E,
    Text("& 或 * 开头的引用", "Anchor or alias"),
    Text("“{shown}”会被当成引用，不是文字。", "“{shown}” is read as a reference, not as text."),
    Text("如果是内容，请加英文双引号；如果想少写几行，请照实重写一遍。", "Put text into double quotes; where lines repeat, write them out."),
    Text(
        "每一笔都要在原处看得见写的是什么，不许引用别处；引用还能让小文件膨胀到无穷大。",
        "Every entry shows its content where it stands; references hide it and can blow a small file up without bound.",
    ),
)
TAG = Code(
    "YML015",
    E,
    Text("! 开头的标签", "Tag"),
    Text("以“!”开头的“{shown}”会被当成类型标签，不是文字。", "“{shown}” starts with “!” and is read as a type tag, not as text."),
    Text('如果是内容，请加英文双引号，例如 "!注意"；否则请删掉。', "Put text into double quotes, or delete the tag."),
    Text("类型由字段决定，不由标签决定；标签还能让别的软件执行程序。", "The field decides the type; tags can make other programs run code."),
)
MERGE = Code(
    "YML016",
    E,
    Text("<< 合并", "Merge key"),
    Text("“<<”会把别处的字段并进来，台账里不允许。", "“<<” merges fields from elsewhere; ledgers have none."),
    Text("请把需要的字段照实写出来。", "Write the fields out."),
    Text("每一笔都要在原处看得见写的是什么。", "Every entry shows its content where it stands."),
)
COMPLEX_KEY = Code(
    "YML017",
    E,
    Text("字段名写法太复杂", "Complex field name"),
    Text("字段名必须是一个词，不能是列表、花括号，前面也不能有“?”。", "A field name is one word: no list, no braces, no “?” before it."),
    Text("请写成“字段: 值”；内容里有“?”开头时请加英文双引号。", "Write “field: value”; put text that starts with “?” into quotes."),
    Text("字段名是文字，读账的人才找得到它。", "A field name is text, so that a reader can find it."),
)
EMPTY_KEY = Code(
    "YML018",
    E,
    Text("缺少字段名", "Missing field name"),
    Text("冒号前面没有字段名。", "There is no field name before the colon."),
    Text("请在冒号前写上字段名，或删掉这个冒号。", "Write the name before the colon, or delete the colon."),
    Text("每个值都有一个字段名。", "Every value has a field name."),
)
DUPLICATE = Code(
    "YML019",
    E,
    Text("字段重复", "Field typed twice"),
    Text("字段“{key}”写了两次，第一次在第 {line} 行。", "Field “{key}” is typed twice, first in line {line}."),
    Text("请只留一个；如果是另一笔，请另起一行以“- ”开头。", "Keep one; where it belongs to another entry, start that with “- ”."),
    Text("同一处的字段只能写一次，不然不知道以哪个为准。", "A field stands once, or nobody knows which one counts."),
)
COMMENT = Code(
    "YML020",
    E,
    Text("内容后面的 # 会被丢掉", "Text after # would be lost"),
    Text("“{shown}”会被当成注释丢掉。", "“{shown}” is read as a comment and lost."),
    Text(
        '如果是内容，请给整个值加英文双引号，例如 "买桌 #3号"；如果是注释，请在上面另起一行写。',
        "Put the whole value into double quotes if it is content; put a comment on a line of its own.",
    ),
    Text("注释只能独占一行：写在值后面的 # 分不清是注释还是内容。", "A comment has its own line: after a value nobody can tell it from content."),
)
MULTILINE = Code(
    "YML021",
    E,
    Text("这一行被并进了上一行", "Line swallowed by the one above"),
    Text(
        "“{shown}”会被并进第 {line} 行的内容里，不成为单独的字段。", "“{shown}” is swallowed by the value in line {line}; it is no field of its own."
    ),
    Text(
        "如果是另一个字段，请与上一个字段左对齐，写成“字段: 值”（半角冒号加一个空格）；如果是同一段话，请写成一行，或在冒号后写“|”再换行。",
        "If it is a field, align it with the field above and write “field: value”; if the text goes on, keep it on one line or write “|” after the colon.",
    ),
    Text("不加引号的内容只能写一行，否则漏掉的字段没有人会发现。", "Unquoted text stays on one line, or a lost field goes unnoticed."),
)
FULLWIDTH = Code(
    "YML022",
    E,
    Text("全角冒号", "Full-width colon"),
    Text("字段名“{key}”后面的“：”是全角冒号，这样写认不出字段。", "The “：” after “{key}” is a full-width colon; no field is seen here."),
    Text("请改成半角冒号加一个空格：“{key}: ”。", "Type a half-width colon and a space: “{key}: ”."),
    Text("字段名和值之间用半角冒号加一个空格。", "A half-width colon and a space stand between field and value."),
)
SPACE = Code(
    "YML023",
    E,
    Text("冒号后面少了空格", "No space after the colon"),
    Text("字段名“{key}”的冒号后面没有空格，这样写认不出字段。", "There is no space after the colon of “{key}”; no field is seen here."),
    Text("请在冒号后面加一个空格：“{key}: ”。", "Put one space after the colon: “{key}: ”."),
    Text("字段名和值之间用半角冒号加一个空格。", "A half-width colon and a space stand between field and value."),
)
FLOW_COMMA = Code(
    "YML024",
    E,
    Text("花括号里的逗号把值切断了", "Comma cuts the value inside braces"),
    Text(
        "花括号里逗号用来隔开字段，“{shown}”成了没有值的字段名。", "Inside braces a comma separates fields: “{shown}” became a field without a value."
    ),
    Text(
        "金额请去掉逗号，例如 45300.20；别的内容请加英文双引号，或不用花括号、每个字段写一行。",
        "Write the amount without commas (45300.20); quote other text, or give each field its own line without braces.",
    ),
    Text("花括号里的值不能含逗号，字段都要有冒号和值。", "A value inside braces holds no comma; every field there has a colon and a value."),
)
COLON = Code(
    "YML025",
    E,
    Text("值里面又有冒号", "Another colon inside the value"),
    Text("字段“{key}”的值里又出现了“: ”，分不清哪一段是值。", "The value of “{key}” holds another “: ”; nobody can tell what the value is."),
    Text("请把整个值放进英文双引号，或把值里的冒号改成全角“：”。", "Put the whole value into double quotes, or use a full-width “：” inside it."),
    Text("不加引号的值里不能有冒号加空格。", "An unquoted value holds no colon followed by a space."),
)
SPECIAL = Code(
    "YML026",
    E,
    Text("值以特殊符号开头", "Value starts with a special sign"),
    Text("值不能以“{sign}”开头，它另有含义。", "A value cannot start with “{sign}”, which means something else."),
    Text("请把整个值放进英文双引号。", "Put the whole value into double quotes."),
    Text("以 * & ! % @ ` | > , ] } - ? 开头的内容要加英文双引号。", "Text that starts with * & ! % @ ` | > , ] } - ? stands in double quotes."),
)
QUOTE = Code(
    "YML027",
    E,
    Text("引号没有成对", "Quote not closed"),
    Text("这里的引号 {sign} 没有找到配对的另一个。", "The quote {sign} that opens here is never closed."),
    Text("请在这段内容末尾补上同样的引号；中文引号“”不受影响。", "Close it with the same quote at the end of the text."),
    Text("英文引号要成对，不然后面的行都会被当成同一段话。", "Quotes come in pairs, or all lines after them become one text."),
)
BRACKET = Code(
    "YML028",
    E,
    Text("括号没有成对", "Bracket not closed"),
    Text("这里的“{sign}”没有找到配对的另一半，或中间少了逗号。", "The “{sign}” that opens here is not closed, or a comma is missing inside."),
    Text(
        "请补上另一半（半角），各项之间用半角逗号加空格隔开；内容本身以括号开头时请加英文双引号。",
        "Close it, with “, ” between the items; quote text that merely starts with a bracket.",
    ),
    Text("半角方括号、花括号要成对，各项用半角逗号隔开。", "Brackets and braces come in pairs, items separated by commas."),
)
AFTER_QUOTE = Code(
    "YML029",
    E,
    Text("引号后面还有内容", "Text after the closing quote"),
    Text("引号已经结束，后面却还有“{shown}”。", "The quote has ended, yet “{shown}” follows."),
    Text("请把整个值都放进引号，里面的英文双引号换成中文引号“”。", "Put the whole value into the quotes; use “ ” for quotes inside it."),
    Text("引号要包住整个值。", "Quotes enclose the whole value."),
)
ESCAPE = Code(
    "YML030",
    E,
    Text("双引号里的反斜杠", "Backslash inside double quotes"),
    Text("双引号里的“\\”后面不是认识的写法。", "The “\\” inside double quotes is followed by nothing known."),
    Text("要写反斜杠本身，请打两个“\\\\”，或把双引号换成英文单引号。", "Type “\\\\” for a backslash, or use single quotes."),
    Text("双引号里反斜杠有特殊含义。", "Inside double quotes a backslash has a meaning of its own."),
)
INDENT = Code(
    "YML031",
    E,
    Text("缩进没有对齐", "Indentation does not line up"),
    Text("这一行“{shown}”的缩进和上下文对不上。", "The indentation of “{shown}” does not fit the lines above it."),
    Text(
        "同一层的字段请左对齐，下一层多两个空格，列表项以“- ”开头。",
        "Align fields of one level, indent the next by two spaces, start items with “- ”.",
    ),
    Text("缩进表示谁属于谁，每层两个空格。", "Indentation says what belongs to what, two spaces a level."),
)
NO_COLON = Code(
    "YML032",
    E,
    Text("这一行没有冒号", "No colon in this line"),
    Text("“{shown}”不是“字段: 值”，也不是列表项。", "“{shown}” is neither “field: value” nor an item of a list."),
    Text(
        "请补上半角冒号加一个空格；如果是上一行内容的继续，请接在上一行后面。",
        "Add a colon and a space; if it continues the line above, join it to that.",
    ),
    Text(
        "每一行要么是“字段: 值”，要么是“- ”开头的列表项，要么是 # 注释。",
        "Each line is “field: value”, an item that starts with “- ”, or a # comment.",
    ),
)
SYNTAX = Code(
    "YML033",
    E,
    Text("写法有误", "Cannot be read"),
    Text("从这里读不下去了（{problem}）。", "Reading stops here ({problem})."),
    Text(
        "请对照示例检查这一行和上一行的冒号、空格、引号和括号。",
        "Compare this line and the one above with the example: colons, spaces, quotes, brackets.",
    ),
    Text("台账要能被机器读懂，才能核对。", "A ledger must be readable by a machine to be checked."),
)
DEPTH = Code(
    "YML034",
    E,
    Text("层次太深", "Nested too deeply"),
    Text("这里已经超过 {limit} 层。", "Here are more than {limit} levels."),
    Text("请检查括号和“- ”是否打多了。", "Look for brackets or “- ” typed too often."),
    Text("台账最多 24 层，正常的账不超过 6 层。", "At most 24 levels; a normal ledger has no more than 6."),
)
NODES = Code(
    "YML035",
    E,
    Text("内容太多", "Too many values"),
    Text("文件里的字段和值超过 {limit} 个。", "The file holds more than {limit} fields and values."),
    Text("请按月份或按事项拆成几个文件。", "Split it into several files, by month or by event."),
    Text("一个文件最多一百万个字段和值。", "A file holds at most a million fields and values."),
)
LONG = Code(
    "YML036",
    E,
    Text("一段内容太长", "Value too long"),
    Text("这段内容有 {size} KB，超过了 {limit} KB 的上限。", "This value has {size} KB; the limit is {limit} KB."),
    Text("请检查引号是否漏了；长文请拆成几段，或另存为附件。", "Look for a missing quote; split a long text or attach it."),
    Text("一个值不超过 64 KB。", "A value has at most 64 KB."),
)
MORE = Code(
    "YML037",
    E,
    Text("问题太多", "Too many findings"),
    Text("这个文件至少还有 {count} 处问题没有列出。", "At least {count} more findings in this file are not listed."),
    Text("请先改好上面列出的，再检查一次。", "Mend those above first, then check again."),
    Text("每个文件最多列出 200 处问题。", "At most 200 findings are listed for a file."),
)
CODES = (
    *(ROOT, DOCUMENTS, DIRECTIVE, ANCHOR, TAG, MERGE, COMPLEX_KEY, EMPTY_KEY, DUPLICATE),
    *(COMMENT, MULTILINE, FULLWIDTH, SPACE, FLOW_COMMA, COLON, SPECIAL, QUOTE, BRACKET, AFTER_QUOTE),
    *(ESCAPE, INDENT, NO_COLON, SYNTAX, DEPTH, NODES, LONG, MORE),
)
