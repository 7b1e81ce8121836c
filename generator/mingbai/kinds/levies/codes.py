"""LEV: what is wrong or to be told about a levy."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

DISCLOSED = (Cite("urban-committee", "42"), Cite("village-committee", "35"), Cite("collective", "45"))
_DECIDED = (Cite("urban-committee", "42"), Cite("village-committee", "28"), Cite("collective", "26"))
_LIMITED = (Cite("urban-committee", "42"), Cite("levies-2007", "上限"), Cite("collective", "26"))
_TRUE_BOOKS = (Cite("accounting", "9"),)

NO_BOOK = Code(
    "LEV001",
    Severity.ERROR,
    Text("筹资筹劳放在没有登记的账簿里", "a levy of an unknown book"),
    Text("community.yml 里没有编号为“{book}”的账簿", "community.yml has no book “{book}”"),
    Text("把文件放进已有账簿的文件夹：{known}。", "Use the folder of a known book: {known}."),
    Text("筹来的钱进哪本账，由文件夹说明。", "The folder says which book the money goes to."),
)
RAISED = Code(
    "LEV002",
    Severity.ERROR,
    Text("筹资人数乘标准不等于金额", "people × rate is not the amount raised"),
    Text("{people} 人 × {rate} = {product}，写的是 {amount}", "{people} × {rate} = {product}, {amount} is said"),
    Text("核对人数、标准和金额；减免的人不算在人数里。", "Check people, rate and amount; the exempt are not counted."),
    Text("筹资按人数和标准收，三个数要对得上。", "Money is raised by people and rate; the three figures must agree."),
    _TRUE_BOOKS,
)
LABOUR = Code(
    "LEV003",
    Severity.ERROR,
    Text("筹劳人数乘工日乘工价不等于金额", "people × days × value is not the amount"),
    Text("{people} 人 × {days} 工 × {value} = {product}，写的是 {amount}", "{people} × {days} × {value} = {product}, {amount} is said"),
    Text("核对人数、工日、工价和金额。", "Check people, days, value and amount."),
    Text("投工投劳折成钱，四个数要对得上。", "Labour turned into money: the four figures must agree."),
    _TRUE_BOOKS,
)
TOTAL = Code(
    "LEV004",
    Severity.ERROR,
    Text("筹资筹劳合计与各项相加不符", "the total is not the sum of its parts"),
    Text(
        "{parts} 相加是 {computed}，合计写的是 {asserted}，相差 {difference}", "{parts} make {computed}, {asserted} is said, difference {difference}"
    ),
    Text("核对各项和合计。", "Check parts and total."),
    Text("一件事总共要多少、各从哪里来，相加要对得上。", "What it needs and where it comes from must agree."),
    _TRUE_BOOKS,
)
PAID_DAYS = Code(
    "LEV006",
    Severity.ERROR,
    Text("以资代劳的工日超过应出的工日", "more days paid for than were to be worked"),
    Text(
        "以资代劳 {paid} 工，应出的是 {people} 人 × {days} 工 = {most} 工",
        "{paid:day was|days were} paid for; {people} × {days} = {most} were to be worked",
    ),
    Text("核对以资代劳的工日；是全部工日的数，不是人数。", "Check the days paid for; they are days in all, not people."),
    Text("交钱代替的工，是应出的工里的一部分。", "What is paid for is part of what was to be worked."),
    _TRUE_BOOKS,
)
LEFT = Code(
    "LEV005",
    Severity.ERROR,
    Text("结清的结余与账上不符", "what is left is not what the lines say"),
    Text(
        "账上收 {received}、付 {spent}，结余 {computed}，写的是 {asserted}", "received {received}, spent {spent}, left {computed}; {asserted} is said"
    ),
    Text("核对每一笔是否都写了“筹资”。", "See that every line names the levy."),
    Text("结清时剩多少，由每一笔算出来。", "What is left follows from its lines."),
    _TRUE_BOOKS,
)
NO_VOTE = Code(
    "LEV020",
    Severity.WARNING,
    Text("筹资筹劳没有议定", "no vote behind a levy"),
    Text("“{name}”没有写决议", "“{name}” names no decision"),
    Text("写上议定它的决议编号；没有议过的，不能筹。", "Name the decision; what was not voted on is not raised."),
    Text("一事一议：先议定，再筹资筹劳，自愿、量力。", "One matter, one vote: first decided, then raised, of free will."),
    _DECIDED,
)
NOT_PASSED = Code(
    "LEV021",
    Severity.WARNING,
    Text("筹资筹劳的决议没有通过", "the vote on a levy was not passed"),
    Text("{decision} 的结果是“{result}”", "{decision} ended with “{result}”"),
    Text("核对决议编号；没有通过的不能筹，已收的退还。", "Check the id; what was not passed is not raised, what was taken is given back."),
    Text("没有通过就不能向居民收钱、派工。", "Without a vote nobody is asked for money or work."),
    _DECIDED,
)
EARLY = Code(
    "LEV022",
    Severity.WARNING,
    Text("先收钱、后议定", "collected before the vote"),
    Text("{day} 收了钱，{decided} 才议定", "collected on {day}, voted on {decided}"),
    Text("核对日期；先收后议的，在会上说明并公布。", "Check the dates; account for it at a meeting and publish that."),
    Text("议定以前不能收钱。", "Nothing is collected before the vote."),
    _DECIDED,
)
OVER_RATE = Code(
    "LEV023",
    Severity.WARNING,
    Text("每人一年筹资超过上限", "more money a person a year than the limit"),
    Text("{year} 年每人共筹 {sum}，上限 {limit}{unsure}", "{sum} a person in {year}, the limit is {limit}{unsure}"),
    Text(
        "降低标准，或者分年筹；本地上限不同的，写进 community.yml 的“标准”。",
        "Lower the rate or spread it over years; a local limit goes into “standards”.",
    ),
    Text("筹资要量力而行，每人每年有上限。", "What is asked of a person in a year has a limit."),
    _LIMITED,
)
OVER_DAYS = Code(
    "LEV024",
    Severity.WARNING,
    Text("每人一年筹劳超过上限", "more days a person a year than the limit"),
    Text("{year} 年每人共 {sum} 工，上限 {limit} 工{unsure}", "{sum:day|days} a person in {year}, the limit is {limit}{unsure}"),
    Text(
        "减少工日，或者分年筹；本地上限不同的，写进 community.yml 的“标准”。",
        "Fewer days, or over several years; a local limit goes into “standards”.",
    ),
    Text("筹劳要量力而行，每人每年有上限。", "What is asked of a person in a year has a limit."),
    _LIMITED,
)
TOO_MUCH = Code(
    "LEV025",
    Severity.WARNING,
    Text("收的钱超过应筹的钱", "more was collected than was due"),
    Text("“{name}”应筹 {due}，已收 {collected}", "“{name}”: {due} is due, {collected} was collected"),
    Text("核对收款；多收的退还。", "Check the receipts; give back what is too much."),
    Text("议定收多少就收多少。", "What was voted is collected, no more."),
    DISCLOSED,
)
LATE = Code(
    "LEV026",
    Severity.WARNING,
    Text("到期没有收齐", "not collected in time"),
    Text("“{name}”应筹 {due}，到 {until} 收到 {collected}，还差 {lacking}", "“{name}”: {due} is due, {collected} came by {until}, {lacking} lacking"),
    Text("说明原因；有困难减免的，经会议同意后改人数。", "Say why; where somebody is let off, have it agreed and change the number."),
    Text("谁都出了，才公平；收不齐要让大家知道。", "It is fair when all give; where they do not, all know."),
    DISCLOSED,
)
REST = Code(
    "LEV027",
    Severity.WARNING,
    Text("结余怎样处理没有决定", "nobody decided what becomes of the rest"),
    Text("结清时剩 {left}，没有写处理和决议", "{left} was left; what becomes of it, and who decided, is not said"),
    Text("经会议决定退还或留作养护，写上“处理”和“决议”。", "Have it decided: given back or kept for upkeep; write both."),
    Text("居民的钱没用完，怎么办由居民决定。", "Of residents' money what is left is theirs to decide."),
    _DECIDED,
)
UNEXAMINED = Code(
    "LEV028",
    Severity.WARNING,
    Text("没有审核就收钱", "collected before it was examined"),
    Text("{day} 收了钱，{what}", "collected on {day}, {what}"),
    Text(
        "方案先报乡镇（街道）审核，再向居民收；已经审核的，写上“审核”的机关和日期。",
        "The township examines the plan before residents pay; where it did, write who examined it and when.",
    ),
    Text("筹资筹劳的方案先审核、后实施，防止变成摊派。", "A plan is examined before it is carried out, so that no levy turns into a charge."),
    (Cite("levies-2007", "审核"),),
)
NO_DOCUMENT = Code(
    "LEV029",
    Severity.WARNING,
    Text("奖补没有文号", "a matching grant without a document"),
    Text("“{name}”的奖补到账 {granted}，没有写文号", "{granted} came as the grant of “{name}”; its document is not named"),
    Text("写上奖补的“文号”。", "Name the document of the grant."),
    Text("上面拨来的钱凭文件收、按文件用。", "Money granted is received and used by its document."),
    DISCLOSED,
)
GRANT_DIFFERS = Code(
    "LEV030",
    Severity.WARNING,
    Text("结清时奖补与说好的不符", "the grant is not what was said when it is closed"),
    Text("“{name}”的奖补写的是 {asserted}，账上到账 {granted}", "the grant of “{name}” is said to be {asserted}; {granted} came"),
    Text(
        "没有到账的向拨付单位催办，到了再结清；改了数额的，照文件改“奖补”。",
        "Ask for what has not come and close it afterwards; where the sum was changed, write that of the document.",
    ),
    Text("奖补是居民出钱出工的时候说好的，到没到、到了多少要有交代。", "It was promised when residents gave; whether it came is accounted for."),
    DISCLOSED,
)
