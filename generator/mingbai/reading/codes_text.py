"""What the reader says about bytes and characters: YML001 to YML010."""

from __future__ import annotations

from mingbai.diagnostics import Code, Severity
from mingbai.values.text import Text

E = Severity.ERROR

TOO_LARGE = Code(
    "YML001",
    E,
    Text("文件太大", "File too large"),
    Text("文件有 {size} MB，超过了 {limit} MB 的上限。", "The file has {size} MB; the limit is {limit} MB."),
    Text("请按月份或按事项拆成几个文件。", "Split it into several files, by month or by event."),
    Text("一个文件不超过 8 MB：再大就不是人手写、人能核对的账了。", "A file has at most 8 MB: more can neither be written nor checked by hand."),
)
NOT_UTF8 = Code(
    "YML002",
    E,
    Text("文件编码不是 UTF-8", "File is not UTF-8"),
    Text("从这里开始不是 UTF-8 编码的文字，{guess}。", "From here on the text is not UTF-8; {guess}."),
    Text(
        "请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。不要在乱码上直接修改。",
        "Open it in your editor, choose “Save as” with encoding UTF-8. Do not edit garbled text.",
    ),
    Text(
        "台账一律用 UTF-8 编码；用别的编码保存的汉字会悄悄变成别的字。",
        "Ledgers are UTF-8; Chinese saved in another encoding silently turns into other characters.",
    ),
)
EMPTY = Code(
    "YML003",
    E,
    Text("空文件", "Empty file"),
    Text("文件里没有任何内容。", "The file holds nothing."),
    Text("请照示例填写；如果不需要这个文件，请删除它。", "Fill it in from the example, or delete the file."),
    Text("空文件说明不了“本期无”；没有发生也要写明。", "An empty file does not say “nothing this period”; that is written out."),
)
FORBIDDEN = Code(
    "YML004",
    E,
    Text("看不见或不允许的字符", "Invisible or forbidden character"),
    Text("这里有不允许的字符 {char}（{kind}）。", "There is a forbidden character here: {char} ({kind})."),
    Text(
        "请删除它；多半是从网页、微信或 Word 复制带来的，删掉这几个字重新输入即可。",
        "Delete it; it usually comes from copying out of a web page or Word. Retype the few characters around it.",
    ),
    Text(
        "看不见的字符会让同样的字变成不同的内容，还能改变显示顺序，所以一律不收。",
        "Invisible characters make equal text unequal and can change the order of what is shown, so none is accepted.",
    ),
)
TAB = Code(
    "YML005",
    E,
    Text("制表符", "Tab"),
    Text("这里用了制表符（Tab 键）。", "There is a tab here."),
    Text("请改用空格：每缩进一层打两个空格。", "Use spaces: two for each level of indentation."),
    Text("缩进只用空格；制表符在不同电脑上宽窄不同，层次会看错。", "Indent with spaces only; a tab is as wide as each computer likes."),
)
LONE_CR = Code(
    "YML006",
    E,
    Text("老式换行符", "Old-style line end"),
    Text("这里的换行是单独的回车符（U+000D），共 {count} 处。", "A bare carriage return (U+000D) ends a line here, {count} in all."),
    Text("请在编辑器里把换行格式改成 LF 或 CRLF 后保存。", "Set the line ends of the file to LF or CRLF in your editor and save."),
    Text("换行只认 LF 和 CRLF，别的换行各个软件看法不同。", "Lines end with LF or CRLF; programs disagree about any other."),
)
LOOKALIKE = Code(
    "YML007",
    E,
    Text("形似汉字的部首或兼容字符", "Look-alike of a Chinese character"),
    Text(
        "“{char}”（{code}）看上去是汉字，其实是部首或兼容字符{normal}。",
        "“{char}” ({code}) looks like a Chinese character but is a radical or compatibility form{normal}.",
    ),
    Text("请删掉这个字，用输入法重新打一遍。", "Delete it and type the character anew."),
    Text(
        "从 PDF 复制的文字常带部首字符，看着一样却搜不到、对不上。",
        "Text copied from PDF often holds radicals: they look the same but are neither found nor matched.",
    ),
)
NOT_NFC = Code(
    "YML008",
    E,
    Text("文字没有合成为标准形式", "Text is not in normal form"),
    Text("“{char}”（{code}）由几个字符拼成，标准写法是“{normal}”。", "“{char}” ({code}) is made of parts; its normal form is “{normal}”."),
    Text("请删掉这几个字符，用输入法重新打一遍。", "Delete these characters and type them anew."),
    Text("同一个字只允许一种存法（NFC），否则看着相同的名字会对不上。", "One character has one form (NFC), or equal names would not match."),
)
SCRIPT = Code(
    "YML009",
    E,
    Text("没有登记的文字", "Script not allowed"),
    Text(
        "“{shown}”（{code}）是{script}字母，本社区没有登记使用这种文字。",
        "“{shown}” ({code}) is {script} script, which this community has not named.",
    ),
    Text(
        "如果是误输入或乱码，请改正；确实要用，请在 community.yml 的文字一栏登记 {name}。",
        "Mend it if it is a slip or garbled; if it is meant, name {name} among the scripts in community.yml.",
    ),
    Text(
        "默认只收汉字、英文字母、数字和常用标点：编码弄错的汉字常会变成西里尔等字母，形似字母也能冒充。",
        "Only Han, ASCII and common punctuation by default: garbled Chinese often turns into Cyrillic, and look-alike letters deceive.",
    ),
)
SYMBOL = Code(
    "YML010",
    E,
    Text("不常用的符号", "Unusual symbol"),
    Text("“{shown}”（{code}）不在允许的符号之内。", "“{shown}” ({code}) is not among the allowed symbols."),
    Text("请改用文字或常用符号，例如“平方米”、㎡、①、℃、№。", "Use words or a common symbol such as ㎡, ①, ℃, №."),
    Text(
        "只收国标一、二区的符号和㎡：表情和生僻符号在旧电脑、打印件上会变成方框。",
        "Only the symbols of GB 2312 rows 1–2 and ㎡: emoji and rare symbols turn into boxes in print and on old machines.",
    ),
)
CODES = (TOO_LARGE, NOT_UTF8, EMPTY, FORBIDDEN, TAB, LONE_CR, LOOKALIKE, NOT_NFC, SCRIPT, SYMBOL)
