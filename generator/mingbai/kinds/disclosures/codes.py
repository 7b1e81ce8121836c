"""DUE: what may be wrong with what was published, and what was not."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_DISCLOSE = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
_TRUE = (Cite("urban-committee", "35"), Cite("village-committee", "35"), Cite("collective", "45"))

NOT_OURS = Code(
    "DUE001",
    Severity.ERROR,
    Text("这个事项不归本社区公开", "an item that does not bind this community"),
    Text("“{item} {name}”适用于{binds}", "“{item} {name}” binds {binds}"),
    Text("写本社区目录里的编号（网站“公开目录”页列出全部）。", "Use an id of this community's own catalogue (the site's page lists them all)."),
    Text("不同的主体有不同的目录；写错编号，就没有公布该公布的。", "Each body has its own catalogue; a wrong id leaves a duty open."),
    _DISCLOSE,
)
PERIOD = Code(
    "DUE002",
    Severity.ERROR,
    Text("期间与事项的时限不符", "the period does not fit the item"),
    Text("“{item} {name}”{rhythm}公布，这里写的是{typed}", "“{item} {name}” is published {rhythm_en}, here stands {typed}"),
    Text("期间写成事项要求的那一种；长期公布的不写期间。", "Write a period as the item asks for; standing items have none."),
    Text("一次公布管一个期间，才看得出哪一期缺了。", "One publication covers one period; only then a gap can be seen."),
    _DISCLOSE,
)
TOO_SELDOM = Code(
    "DUE024",
    Severity.WARNING,
    Text("隔得太久才公布一次", "published too seldom"),
    Text("“{item} {name}”{rhythm}公布，这里一次公布了{typed}", "“{item} {name}” is published {rhythm_en}, here all of {typed} at once"),
    Text(
        "以后按事项的时限公布；这一次照实留着，其中过了期限的算晚公布。",
        "Keep to the rhythm from now on; leave this as it was: what in it was due before is late.",
    ),
    Text("攒到一起公布，前面的早就该让大家知道了。", "What is saved up comes to people late."),
    _DISCLOSE,
)
IN_PART = Code(
    "DUE029",
    Severity.WARNING,
    Text("只公布了一期里的一段", "published of a part of a period only"),
    Text(
        "“{item} {name}”{rhythm}公布，这里只有 {typed}，凑不满 {whole}，{whole} 不算公布过",
        "“{item} {name}” is published {rhythm_en}; {typed} does not make up {whole}, which does not count as published",
    ),
    Text(
        "公布的是整期的，期间改成整期；分月公布的，把这一期其余的月份也公布、登记。",
        "If the whole period was published, write it; if it is published month by month, publish and enter the other months too.",
    ),
    Text("一次公布管一个期间，缺了一段，那一段谁也没看到。", "One publication covers one period; what is left out nobody has seen."),
    _DISCLOSE,
)
TOO_EARLY = Code(
    "DUE003",
    Severity.ERROR,
    Text("期间还没有过完就公布了", "published before the period was over"),
    Text("{period} 到 {last} 才过完，公布日写的是 {day}", "{period} ends on {last}, published on {day}"),
    Text("核对期间和公布日；只公布这期间里的一件的，写“对象”。", "Check the period and the day; where it is of one event in the period name it."),
    Text("没有过完的期间还会有收支和事项，不能算公布过。", "What is still going on cannot have been published in full."),
    _TRUE,
)
NOT_NOTHING = Code(
    "DUE004",
    Severity.ERROR,
    Text("写了“本期无”，台账里却有", "“nothing this period”, but the ledgers hold something"),
    Text("{period} 台账里有 {count} 件，第一件是 {day} {words}", "in {period} the ledgers hold {count}, the first of {day}: {words}"),
    Text(
        "改为公布这些内容，去掉“本期无”；是别的事项的，核对事项编号。",
        "Publish them and drop “nothing”; check the item's id where they belong to another.",
    ),
    Text("“本期无”是签了字的话，和台账对不上就不真实。", "“Nothing” is a signed statement; it must agree with the ledgers."),
    _TRUE,
)
NO_OBJECT = Code(
    "DUE005",
    Severity.ERROR,
    Text("公布的对象查不到", "published about something unknown"),
    Text("“{item} {name}”的台账里没有“{object}”", "the ledgers of “{item} {name}” hold no “{object}”"),
    Text("写那一件在台账里的编号；不写“对象”就是这个期间里的全部。", "Give its id in its ledger; leave the field out for all of the period."),
    Text("公布要落到具体的合同、决议、捐赠上，才对得上。", "A publication is about particular contracts, decisions, gifts."),
    _DISCLOSE,
)
TWICE = Code(
    "DUE006",
    Severity.ERROR,
    Text("同一期公布登记了两次", "one period published twice"),
    Text("“{item} {period}”已经登记为 {day} 公布", "“{item} {period}” is entered as published on {day} already"),
    Text(
        "重新公布的写“更正: {item}/{period}”和原因；重复的删掉一条。",
        "A new publication says “corrects: {item}/{period}” and why; delete a duplicate.",
    ),
    Text("改过重新公布的要说明，公布的天数重新算。", "What is published anew says so, and its days count from the beginning."),
    _TRUE,
)
FUTURE = Code(
    "DUE007",
    Severity.WARNING,
    Text("公布日还没有到", "published on a day to come"),
    Text("{day} 在 {as_of} 之后，现在不算公布", "{day} lies after {as_of}; it does not count yet"),
    Text("核对日期；公布以后再登记。", "Check the day; enter it when it has been published."),
    Text("登记的是已经贴出去、放上网的。", "The register holds what has been published."),
    _TRUE,
)
MISSING = Code(
    "DUE010",
    Severity.WARNING,
    Text("到期没有公布", "not published in time"),
    Text("“{item} {name}”有 {count} 次到期没有公布：{which}{unsure}", "“{item} {name}”: {count} due and not published: {which}{unsure}"),
    Text(
        "公布后登记到 ledgers/disclosures/：事项: {item}，期间、公布日、渠道、签署；没有这类事的写“本期无: 是”并签字。",
        "Publish it and enter it in ledgers/disclosures/ with period, day, channels and signatures; where nothing happened, “nothing: yes”, signed.",
    ),
    Text("该公布的按时公布，是居民知情的权利。", "To know in time is the residents' right."),
    _DISCLOSE,
)
LATE = Code(
    "DUE011",
    Severity.WARNING,
    Text("晚公布", "published late"),
    Text("应当在 {due} 前公布{why}，{day} 才公布，晚了 {days} 天{unsure}", "due by {due}{why}, published on {day}, {days:day|days} late{unsure}"),
    Text("写明“原因”；下一期按时公布（mingbai due 列出快到期的）。", "Give the reason; be in time next (mingbai due lists what is coming)."),
    Text("晚了几个月再公布，大家已经记不清了。", "Months later nobody remembers what it was about."),
    _DISCLOSE,
)
UNSIGNED = Code(
    "DUE012",
    Severity.WARNING,
    Text("公布前的签字不全", "signatures lacking"),
    Text("“{item} {name}”还缺：{tasks}{unsure}", "“{item} {name}” lacks: {tasks}{unsure}"),
    Text("补签以后在“签署”里写角色和日期。", "Have it signed and enter office and day under “signatures”."),
    Text("审查、签字在公布之前，谁签字谁负责。", "Who signs answers for it, before it is published."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37"), Cite("accounting", "21")),
)
SIGNED_AFTER = Code(
    "DUE013",
    Severity.WARNING,
    Text("签字在公布之后", "signed after it was published"),
    Text("{office}签于 {signed}，公布日是 {day}", "{office} signed on {signed}, published on {day}"),
    Text("核对日期；先审查签字、后公布。", "Check the days; sign first, publish then."),
    Text("公布以后才审查，审查就没有用了。", "An examination after the event examines nothing."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37"), Cite("collective", "32")),
)
TAKEN_DOWN = Code(
    "DUE014",
    Severity.WARNING,
    Text("公布的天数不够", "taken down too early"),
    Text(
        "{started} 公布，至少 {days} 天{unsure}，{until} 起才能撤下，写的撤下日是 {down}",
        "published on {started} for at least {days:day|days}{unsure}, to be taken down from {until} on, here {down}",
    ),
    Text("重新张贴补足天数，或改正撤下日；更正过的从更正那天重新算。", "Put it up again, or mend the day; a correction starts the days anew."),
    Text("公布不少于十五日，当天不算；筹资的账挂到结清。", "At least fifteen days, the day itself not counted; what was raised until it is settled."),
    _DISCLOSE,
)
UNEXPLAINED = Code(
    "DUE015",
    Severity.WARNING,
    Text("更正没有写原因", "a correction without a reason"),
    Text("“{item}”{day} 更正了 {corrects}，没有写“原因”", "“{item}” corrected {corrects} on {day} and gives no reason"),
    Text("写明哪里错了、为什么、谁批准更正。", "Say what was wrong, why, and who allowed the correction."),
    Text("改公布过的内容要说清楚，不能悄悄改。", "What was public is never changed in silence."),
    _TRUE,
)
NO_BOARD = Code(
    "DUE016",
    Severity.ADVICE,
    Text("没有写公开栏", "no board"),
    Text("“{item}”的渠道里没有公开栏", "the channels of “{item}” name no board"),
    Text("在公开栏也张贴，渠道里写上“公开栏”。", "Put it up on the board, too, and name it among the channels."),
    Text("法律要求设公开栏，网站不能代替它。", "The law asks for a board; a site does not take its place."),
    _DISCLOSE,
)
HOLLOW = Code(
    "DUE025",
    Severity.WARNING,
    Text("登记了公布，台账里没有内容", "entered as published, and nothing of it in the ledgers"),
    Text(
        "“{item} {name}”{period}登记了公布，台账里没有这一期的内容，也没有写“本期无”",
        "“{item} {name}” is entered as published for {period}; the ledgers hold nothing of that period, and “nothing this period” is not signed either",
    ),
    Text(
        "把这一期的内容登记到台账（{ledgers}）；登记了、没有归到这一项的，核对科目、类型；确实没有的，写“本期无: 是”并签字。",
        "Enter what was published in its ledger ({ledgers}); where it is there and not found, check its category or kind; where there was nothing, “nothing: yes”, signed.",
    ),
    Text("公布了什么，要能在台账里一件一件查到。", "What was published can be looked up in the ledgers, piece by piece."),
    _TRUE,
)
CODES = (
    NOT_OURS,
    PERIOD,
    TOO_SELDOM,
    IN_PART,
    TOO_EARLY,
    NOT_NOTHING,
    NO_OBJECT,
    TWICE,
    FUTURE,
    MISSING,
    LATE,
    UNSIGNED,
    SIGNED_AFTER,
    TAKEN_DOWN,
    UNEXPLAINED,
    NO_BOARD,
    HOLLOW,
)
VERIFIED = Code(
    "DUE030",
    Severity.ERROR,
    Text("查实的日期不对", "found wrong on an impossible day"),
    Text("“查实”{verified} {order} {day}", "“verified” {verified} is {order} {day}"),
    Text("核对两个日期：先公布，后查实有错，再更正。", "Check both days: it was published, found wrong, then put right."),
    Text("更正晚没晚，从查实那一天算起。", "Whether a correction was late is counted from the day it was found that something was wrong."),
    (Cite("urban-committee", "35"), Cite("village-committee", "35")),
)
NOT_CORRECTED = Code(
    "DUE031",
    Severity.WARNING,
    Text("写了查实，没有写更正哪一次", "found wrong, but nothing is corrected"),
    Text("“{item} {name}”写了“查实”{verified}，没有写“更正”", "“{item} {name}” says “verified” {verified}, and not what it corrects"),
    Text(
        "是更正的，写“更正: 事项/期间”，并写“原因”；不是更正的，去掉“查实”。",
        "Where it is a correction write what it corrects and the reason; where it is none leave “verified” out.",
    ),
    Text("更正要让人看到改的是哪一次公布。", "A correction says which publication it puts right."),
    (Cite("urban-committee", "35"), Cite("village-committee", "35")),
)
