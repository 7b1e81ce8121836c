"""BUD: what is wrong or to be told about a budget."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
DECIDED = (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("collective", "26"))
_TRUE_BOOKS = (Cite("accounting", "9"),)

WRONG_YEAR = Code(
    "BUD001",
    Severity.ERROR,
    Text("年度与文件名不一致", "year differs from the file's name"),
    Text("文件名是 {file}，这里写的是 {year}", "the file is named {file}, here stands {year}"),
    Text("改成一样的年度，例如 2026.yml 写“年度: 2026”。", "Make them agree, as 2026.yml and “year: 2026”."),
    Text("预算按文件名的年度和账目对照，两处不同就不知道对照哪一年。", "A budget is compared with the year its file is named after."),
)
NO_BOOK = Code(
    "BUD002",
    Severity.ERROR,
    Text("预算放在没有登记的账簿里", "a budget of an unknown book"),
    Text("community.yml 里没有编号为“{book}”的账簿", "community.yml has no book “{book}”"),
    Text("把文件放进已有账簿的文件夹：{known}。", "Use the folder of a known book: {known}."),
    Text("预算是哪本账的，由文件夹说明。", "The folder says whose budget it is."),
)
TWICE = Code(
    "BUD003",
    Severity.ERROR,
    Text("同一项预算写了两次", "one item stands twice"),
    Text("{what} 已经在编号 {first} 里", "{what} stands in item {first} already"),
    Text("合成一项；要分开的，写明不同的资金。", "Make it one item, or name a fund in each."),
    Text("一笔支出只能算在一项预算里，写两次就不知道算在哪一项。", "A payment counts in one item; where two are alike nobody knows in which."),
)
NUMBER_TWICE = Code(
    "BUD004",
    Severity.ERROR,
    Text("预算项目的编号重复", "an item's number is used twice"),
    Text("编号 {number} 已经用过", "number {number} is taken"),
    Text("换一个编号，并改正引用它的调整。", "Choose another number and mend the changes that name it."),
    Text("调整按编号指明改的是哪一项。", "Changes name the item by its number."),
)
NO_ITEM = Code(
    "BUD005",
    Severity.ERROR,
    Text("调整的项目不存在", "a change of no item"),
    Text("预算里没有编号 {number}；有：{known}", "the budget has no item {number}; it has {known}"),
    Text("写上面“预算项目”里的编号；新增的项目先列一项，预算写 0。", "Name an item above; for a new one list it with a budget of 0 first."),
    Text("调整要能看出改的是哪一项。", "A change says which item it changes."),
)
TOTALS = Code(
    "BUD006",
    Severity.ERROR,
    Text("预算合计与各项相加不符", "printed totals do not add up"),
    Text(
        "{what}合计写的是 {asserted}，各项相加是 {computed}，相差 {difference}",
        "{what} is said to be {asserted}, the items make {computed}, difference {difference}",
    ),
    Text("核对每一项和合计；表决的是哪个数，以会议材料为准。", "Check items and totals against the papers that were voted on."),
    Text("合计由各项相加得来；写出来的合计，程序逐分核对。", "Totals follow from items; a printed total is proved to the fen."),
    _TRUE_BOOKS,
)
LAST_YEAR = Code(
    "BUD007",
    Severity.ERROR,
    Text("上年决算与上年的账不符", "last year's outturn is not what the books say"),
    Text("“{what}”上年决算写的是 {asserted}，上年的账是 {computed}", "{what}: {asserted} is said, last year's books make {computed}"),
    Text(
        "按上年的账改正；要合并或拆分科目的，在说明里写明，并去掉“上年决算”。",
        "Correct it by the books, or leave it out where categories were rearranged.",
    ),
    Text("上年决算就是上年账上的数，不能另写一个。", "Last year's outturn is what last year's books say."),
    _TRUE_BOOKS,
)
BELOW_ZERO = Code(
    "BUD008",
    Severity.ERROR,
    Text("调减超过了预算", "changes take away more than there is"),
    Text("编号 {number} 预算 {amount}，{day} 调整后成了 {left}", "item {number} was {amount}; after {day} it would be {left}"),
    Text("核对调整的金额和增减。", "Check amount and direction of the change."),
    Text("一项预算最少是零。", "No item is below zero."),
)
NO_VOTE = Code(
    "BUD020",
    Severity.WARNING,
    Text("预算没有经过表决", "the budget was not voted on"),
    Text("{year} 年的预算没有写决议", "the budget of {year} names no decision"),
    Text("提交会议表决，把决议编号写在“决议”里。", "Put it to the vote and name the decision."),
    Text("全年的钱怎么花，先由会议决定。", "How the year's money is spent is decided first."),
    DECIDED,
)
NOT_PASSED = Code(
    "BUD021",
    Severity.WARNING,
    Text("预算或调整所依据的决议没有通过", "the decision behind a budget or a change was not passed"),
    Text("{decision} 的结果是“{result}”", "{decision} ended with “{result}”"),
    Text("核对决议编号；没有通过的预算和调整不能执行。", "Check the id; what was not passed does not hold."),
    Text("预算和调整以通过的决议为准。", "Budgets and changes rest on decisions that were passed."),
    DECIDED,
)
CHANGE_NO_VOTE = Code(
    "BUD022",
    Severity.WARNING,
    Text("预算调整没有决议", "a change without decision"),
    Text("{day} 编号 {number} {way} {amount}，没有写决议", "on {day} item {number}, {way} {amount}, names no decision"),
    Text("补开会议决定，写上决议编号；没有决定的，不能调整。", "Have it decided and name the decision."),
    Text("会议通过的预算，要改也由会议改。", "What a meeting adopted, a meeting changes."),
    DECIDED,
)
CHANGE_EARLY = Code(
    "BUD023",
    Severity.WARNING,
    Text("预算先调整、后决定", "changed before it was decided"),
    Text("{day} 起调整，{decided} 才决定", "holds from {day}, was decided on {decided}"),
    Text("核对日期；调整从决定那天起生效。", "Check the dates; a change holds from the day it is decided."),
    Text("先决定，后调整。", "First decided, then changed."),
    DECIDED,
)
OVERSPENT = Code(
    "BUD024",
    Severity.WARNING,
    Text("支出超过预算", "spending exceeds the budget"),
    Text("“{what}”预算 {budget}，到这一笔已支出 {spent}", "“{what}” was budgeted at {budget}; with this line {spent} is spent"),
    Text("说明原因；确实需要的，经会议调整预算，写进“调整”。", "Say why; where it is needed, have the budget changed by a meeting."),
    Text("没有预算的钱不能花，要多花先调整预算。", "What is not budgeted is not spent; to spend more the budget is changed first."),
    DISCLOSED,
)
UNKNOWN_CATEGORY = Code(
    "BUD025",
    Severity.WARNING,
    Text("支出没有列入预算", "spending that the budget does not know"),
    Text("{year} 年的预算里没有“{what}”，账上支出 {spent}", "the budget of {year} has no “{what}”, {spent} is spent"),
    Text(
        "核对科目；新增的支出，经会议调整预算，列一项预算为 0 的项目再调增。", "Check the category; where it is new, add an item of 0 and a change."
    ),
    Text("预算外的支出要让人看得见。", "Spending outside the budget must be seen."),
    DISCLOSED,
)
NO_BUDGET = Code(
    "BUD026",
    Severity.WARNING,
    Text("到期还没有预算", "no budget in time"),
    Text("“{book}”{year} 年已经记账，到 {due} 还没有这一年的预算{unsure}", "“{book}” has lines of {year}; no budget by {due}{unsure}"),
    Text("编好预算，经会议通过，写进 finance/{id}/budget/{year}.yml。", "Draw it up, have it voted, write finance/{id}/budget/{year}.yml."),
    Text("一本账做了预算，其他的账也要有；年初就该定下来。", "Where one book has a budget the others have one too, and early in the year."),
    DISCLOSED,
)
VARIANCE = Code(
    "BUD027",
    Severity.WARNING,
    Text("决算与预算相差很大，没有说明", "far from the budget, and nobody says why"),
    Text(
        "{year} 年“{what}”预算 {budget}，执行 {done}，差 {difference}{unsure}",
        "{what} in {year}: budget {budget}, done {done}, difference {difference}{unsure}",
    ),
    Text("在预算项目的“说明”里写清楚为什么没有完成、没有花完。", "Say under the item's “explanation” why it was not spent or did not come."),
    Text(
        "预算差得多，要么编得不实，要么事没有办；都要说清楚。",
        "Where a budget is far off it was not honest, or something was not done; either is said.",
    ),
    DISCLOSED,
)
