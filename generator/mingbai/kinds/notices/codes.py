"""NTC: what is wrong or to be told about a notice."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))
_PRIVATE = (Cite("personal-information", "6"), Cite("personal-information", "28"))

TURNED = Code(
    "NTC001",
    Severity.ERROR,
    Text("日期前后颠倒", "dates the wrong way round"),
    Text("“{field}”{day} 早于“起”{start}", "“{field}” {day} lies before {start}"),
    Text("对照贴出来的公示改正日期。", "Compare with the notice that was put up."),
    Text("先贴出来，才有期满、结果和撤下。", "It ends, and comes to something, after it was put up."),
)
TOTAL = Code(
    "NTC002",
    Severity.ERROR,
    Text("合计与各项不符", "a total that does not add up"),
    Text("“{field}”合计写的是 {asserted}，各项相加是 {computed}", "the total of “{field}” is said to be {asserted}, the rows come to {computed}"),
    Text("核对各项和合计，改正写错的那一个。", "Compare rows and total, and mend the wrong one."),
    Text("公布的合计是各项相加，一个不差。", "A published total is the sum of its rows."),
)
NAMED = Code(
    "NTC003",
    Severity.ERROR,
    Text("公示里写了姓名", "a person's name in a notice"),
    Text("“{words}”像是姓名", "“{words}” looks like a name"),
    Text(
        "网站上只写名目和人数、户数、金额；名单贴在公开栏。不是姓名、认错了的词，写进 community.yml 的“标准”（not-name-words，增加）。",
        "Write what, how many and how much; lists of names hang on the board only. A word mistaken for a name goes under “standards” in community.yml (not-name-words, more).",
    ),
    Text(
        "受助人、候选人、代表的姓名不上网，网上的东西撤不回来。",
        "Names of those who are helped, stand or vote do not go on the web: nothing comes back from there.",
    ),
    _PRIVATE,
)
WRONG_YEAR = Code(
    "NTC004",
    Severity.ERROR,
    Text("文件夹的年份与起始日不同", "the folder's year is not that of the notice"),
    Text("文件在 {year} 年的文件夹里，“起”是 {start}", "the file lies in the folder of {year}, it begins on {start}"),
    Text("把文件移到那一年的文件夹里。", "Move the file to the folder of its year."),
    Text("按年份找得到，才算公布。", "Notices are found by their year."),
)
NO_END = Code(
    "NTC010",
    Severity.WARNING,
    Text("公示没有写截止日", "a prior notice without an end"),
    Text("“{title}”是公示，没有写“止”", "“{title}” is a prior notice and has no last day"),
    Text("写上公示的最后一天。", "Write the last day on which objections are taken."),
    Text("不说哪天截止，居民不知道还能不能提意见。", "Without it nobody knows whether an objection still counts."),
    _OPEN,
)
SHORT = Code(
    "NTC011",
    Severity.WARNING,
    Text("公示的天数不够", "a prior notice that is too short"),
    Text(
        "从 {start} 到 {end} 只有 {days} 天（第一天不算），应当不少于 {needed} 天{unsure}",
        "from {start} to {end} are {days:day|days} (the first not counted), {needed} are asked{unsure}",
    ),
    Text(
        "还没有到期的，把“止”往后移；已经过了的，在备注里说明，下次留够天数。",
        "Move the end where it is still to come; otherwise leave time enough next time.",
    ),
    Text("公示要留够让人看到、提意见的天数。", "A prior notice leaves the days it takes to see it and to object."),
    _OPEN,
)
NO_CHANNEL = Code(
    "NTC012",
    Severity.WARNING,
    Text("公示没有写怎样提意见", "a prior notice that does not say where to object"),
    Text("“{title}”没有“异议渠道”", "“{title}” does not say where to object"),
    Text("写清打哪个电话、找谁、意见箱在哪里。", "Say which telephone, which office, where the box is."),
    Text("公示就是请大家提意见，要说清找谁提。", "A prior notice asks for objections and says who takes them."),
    _OPEN,
)
NO_OUTCOME = Code(
    "NTC013",
    Severity.WARNING,
    Text("公示期满没有写结果", "a prior notice without an outcome"),
    Text(
        "“{title}”{end} 期满，已过 {days} 天，没有写结果{unsure}",
        "“{title}” ended on {end}, {days:day|days} ago, and nothing says what came of it{unsure}",
    ),
    Text("写“结果”：有没有异议，定下来了没有。", "Say whether there was an objection, and what was decided."),
    Text("公示以后怎么定的，也要公开。", "What was decided after a notice is made public, too."),
    _OPEN,
)
FEW = Code(
    "NTC014",
    Severity.ADVICE,
    Text("人数太少，容易认出是谁", "so few that they may be known"),
    Text("“{name}”只有 {count} {unit}{unsure}", "“{name}” stands for {count} {unit} only{unsure}"),
    Text("并进别的名目一起写，或者合并几个月再公布。", "Put it together with another row, or with other months."),
    Text("小区里人都认识，一两户的救助等于写了名字。", "Where everybody knows everybody, help for one household is as good as a name."),
    _PRIVATE,
)
EMPTY = Code(
    "NTC015",
    Severity.WARNING,
    Text("只有标题，没有内容", "a notice that says nothing"),
    Text("“{title}”没有“内容”，也没有“数据”", "“{title}” has neither text nor figures"),
    Text("写上公布的内容，或者各项的人数、户数、金额。", "Write what was published, or the figures."),
    Text("只有标题，居民看不到公布了什么。", "A title alone discloses nothing."),
    _OPEN,
)
