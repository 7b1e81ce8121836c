"""PRT: what keeps a notice from being printed."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_SHOWN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

NOT_IGNORED = Code(
    "PRT002",
    Severity.ERROR,
    Text("private/ 没有挡在 git 外面", "private/ is not kept out of git"),
    Text("文件夹在 git 里，.gitignore 却没有 private/ 这一行", "the folder is in a git repository, but .gitignore has no line private/"),
    Text("在 .gitignore 里加一行：private/", "Add a line to .gitignore: private/"),
    Text("不挡住，下一次 git add . 就把姓名、金额一起交上去了。", "Without it the next `git add .` takes names and sums along."),
)
NO_ITEM = Code(
    "PRT003",
    Severity.ERROR,
    Text("名单的事项不归本社区公开", "a list of no item of this community"),
    Text("公开目录里没有“{item}”，或者它不适用于本社区", "“{item}” is not in this community's catalogue"),
    Text(
        "写本社区目录里的编号，例如 U26（mingbai due 和网站“公开目录”页都列出编号）。",
        "Use an id of this community's own catalogue, for example U26.",
    ),
    Text("名单印在它所属事项的公告上，编号错了就印不出来。", "A list is printed on the notice of its item; under a wrong id it would not appear."),
    _SHOWN,
)
CELLS = Code(
    "PRT004",
    Severity.ERROR,
    Text("名单的一行和栏目对不上", "a row that does not fit the headings"),
    Text("栏目有 {wanted} 个，这一行有 {given} 格", "{wanted:heading stands|headings stand} above, the row has {given:cell|cells}"),
    Text("一行里各格用“｜”隔开（也可以用 | ），空的格照样留出来。", "Separate the cells of a row by “｜” or |, empty ones as well."),
    Text("少一格，金额就会印到别人名下。", "With a cell missing a sum would be printed under another name."),
)
NO_OBJECT = Code(
    "PRT005",
    Severity.ERROR,
    Text("名单的对象查不到", "a list about something unknown"),
    Text("“{item} {name}”的台账里没有“{object}”", "the ledgers of “{item} {name}” hold no “{object}”"),
    Text("写那一件在台账里的编号，例如公示的文件名；整个期间的写“期间”。", "Give its id in its ledger, or a period."),
    Text("名单要落到具体的公示上，才不会贴错。", "A list belongs to one notice, or it would hang under another."),
    _SHOWN,
)
NO_GLYPH = Code(
    "PRT006",
    Severity.ERROR,
    Text("字体里没有这个字", "a character that no font has"),
    Text(
        "“{character}”（U+{point}）在这台电脑的字体里都没有，印出来是空框",
        "no font of this computer has “{character}” (U+{point}); a box would be printed",
    ),
    Text(
        "装一种收字更多的字体（Debian：apt install fonts-noto-cjk；Windows：宋体-扩展 SimSun-ExtB），或者核对是不是打错了字。",
        "Install a font with more characters (fonts-noto-cjk on Debian, SimSun-ExtB on Windows), or look whether it was mistyped.",
    ),
    Text("公告上名字印成空框，等于没有公布。", "A name printed as a box has not been published."),
)
CODES = (NOT_IGNORED, NO_ITEM, CELLS, NO_OBJECT, NO_GLYPH)
