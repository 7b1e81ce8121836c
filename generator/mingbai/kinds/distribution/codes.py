"""DIS: what is wrong or to be told about a distribution."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

DISCLOSED = (Cite("collective", "45"), Cite("collective", "46"), Cite("village-committee", "35"))
_DECIDED = (Cite("collective", "26"), Cite("collective", "27"), Cite("collective", "28"))
_TRUE_BOOKS = (Cite("accounting", "9"),)

WRONG_YEAR = Code(
    "DIS001",
    Severity.ERROR,
    Text("年度与文件名不一致", "year differs from the file's name"),
    Text("文件名是 {file}，这里写的是 {year}", "the file is named {file}, here stands {year}"),
    Text("改成一样的年度，例如 2026.yml 写“年度: 2026”。", "Make them agree, as 2026.yml and “year: 2026”."),
    Text("收益分配按文件名的年度公布。", "A distribution is that of the year its file is named after."),
)
NO_BOOK = Code(
    "DIS002",
    Severity.ERROR,
    Text("收益分配放在没有登记的账簿里", "a distribution of an unknown book"),
    Text("community.yml 里没有编号为“{book}”的账簿", "community.yml has no book “{book}”"),
    Text("把文件放进已有账簿的文件夹：{known}。", "Use the folder of a known book: {known}."),
    Text("分的是哪本账的收益，由文件夹说明。", "The folder says whose gain it is."),
)
IDENTITY = Code(
    "DIS003",
    Severity.ERROR,
    Text("收益分配前后不平", "a distribution that does not balance"),
    Text(
        "可分配 {available}，分出去 {given}，应剩 {computed}；年末未分配写的是 {asserted}，相差 {difference}",
        "{available} to distribute less {given} leaves {computed}; {asserted} is said, difference {difference}",
    ),
    Text(
        "照表决的方案核对收益总额、各项分配和年末未分配，改正写错的那一项。",
        "Compare the gain, every part and what is left with the plan that was voted on.",
    ),
    Text(
        "收益总额＋年初未分配＋其他转入 = 各项分配＋年末未分配，一分不差。",
        "Gain, what was left and what moved in equal what is given and what is left, to the fen.",
    ),
    _TRUE_BOOKS,
)
SHARES = Code(
    "DIS004",
    Severity.ERROR,
    Text("份额乘每份不等于金额", "shares × each is not the amount"),
    Text("{sort}：{shares} 份 × {each} = {product}，写的是 {amount}", "{sort}: {shares} × {each} = {product}, {amount} is said"),
    Text("核对份额、每份和金额。", "Check shares, amount of each, and the sum."),
    Text("成员分配按份额算，三个数要对得上。", "Members get by their shares; the three figures must agree."),
    _TRUE_BOOKS,
)
OPENING = Code(
    "DIS005",
    Severity.ERROR,
    Text("年初未分配与上年年末不符", "what was left is not what last year left"),
    Text("年初未分配写的是 {asserted}，{year} 年年末是 {computed}", "{asserted} is said, {year} ended with {computed}"),
    Text(
        "照 {year} 年方案的“年末未分配”改正；{year} 年写错的，先改 {year} 年的。",
        "Write what the plan of {year} left; where that is wrong, mend {year} first.",
    ),
    Text("上年剩下的，就是今年开头的。", "What last year left is where this year begins."),
    _TRUE_BOOKS,
)
NO_VOTE = Code(
    "DIS020",
    Severity.WARNING,
    Text("收益分配没有表决", "no vote on a distribution"),
    Text("{year} 年的收益分配没有写决议", "the distribution of {year} names no decision"),
    Text("提交成员（代表）大会表决，写上决议编号。", "Put it to the members and name the decision."),
    Text("收益怎么分，由成员决定。", "How the gain is shared is the members' decision."),
    _DECIDED,
)
NOT_PASSED = Code(
    "DIS021",
    Severity.WARNING,
    Text("收益分配方案没有通过", "the plan of a distribution was not passed"),
    Text("{decision} 的结果是“{result}”", "{decision} ended with “{result}”"),
    Text("核对决议编号；没有通过的方案不能分。", "Check the id; what was not passed is not paid."),
    Text("分配以通过的方案为准。", "What is paid rests on a plan that was passed."),
    _DECIDED,
)
FEW = Code(
    "DIS022",
    Severity.WARNING,
    Text("同意的人数不够", "too few agreed"),
    Text("全体 {due} 人，同意 {yes} 人，应当有 {needed}", "{yes} of {due} agreed, {needed} of all are needed"),
    Text("收益分配要全体成员（代表）三分之二以上同意；重新表决。", "Two thirds of all members or representatives must agree; vote again."),
    Text("分集体的钱，要全体的三分之二以上同意，不是到会的。", "To share what is common, two thirds of all must agree, not of those present."),
    _DECIDED,
)
NOT_SHOWN = Code(
    "DIS023",
    Severity.WARNING,
    Text("分配方案没有提前公布", "the plan was not shown in time"),
    Text("{meeting} 开会，方案{shown}，应提前 {days} 天公布", "the meeting was on {meeting}, the plan {shown}; it is shown {days:day|days} before"),
    Text("写上“方案公布日”；没有提前公布的，以后提前。", "Write when it was shown; where it was late, be in time next year."),
    Text("成员开会前要看得到方案，才好表决。", "Members see the plan before they vote on it."),
    (Cite("collective", "46"),),
)
RESERVE = Code(
    "DIS024",
    Severity.WARNING,
    Text("提取公积公益金的比例不够", "too little goes to the reserve"),
    Text("收益 {gain}，提取 {reserve}，应当有 {needed}", "of a gain of {gain} {reserve} goes there, {needed} should"),
    Text("提高提取数，或者在会上说明。", "Put more aside, or account for it at the meeting."),
    Text("先留公积公益金，再分给成员。", "The reserve comes before the members."),
    _DECIDED,
)
NOTHING_THERE = Code(
    "DIS025",
    Severity.WARNING,
    Text("没有可分的收益还分给成员", "shared out although there was nothing to share"),
    Text("可分配 {available}，分给成员 {members}", "{available} to distribute, {members} goes to members"),
    Text("没有收益不能分配；已经分的，在会上说明怎么补。", "Without a gain nothing is shared; account for what was paid."),
    Text("有收益才能分，不能举债分配。", "Only what was gained is shared."),
    _DECIDED,
)
OVERPAID = Code(
    "DIS026",
    Severity.WARNING,
    Text("发给成员的钱超过方案", "more was paid to members than the plan says"),
    Text("{year} 年方案分给成员 {members}，已发 {paid}", "the plan of {year} gives members {members}, {paid} was paid"),
    Text("核对每一笔；多发的收回。", "Check every line; what was too much comes back."),
    Text("方案定多少，就发多少。", "What the plan says is paid, no more."),
    DISCLOSED,
)
PAID_EARLY = Code(
    "DIS027",
    Severity.WARNING,
    Text("先发钱、后表决", "paid before the vote"),
    Text("{day} 已经发放，{decided} 才表决", "paid on {day}, voted on {decided}"),
    Text("核对日期；先发后议的，在会上说明并公布。", "Check the dates; account for it at a meeting."),
    Text("方案通过以后才能发。", "It is paid once the plan was passed."),
    _DECIDED,
)
NOT_HELD = Code(
    "DIS028",
    Severity.WARNING,
    Text("可分配的与账上的不同", "what there was to share is not what the account held"),
    Text(
        "可分配写的是 {available}，{year} 年年末“{account}”是 {held}，相差 {difference}",
        "{available} to distribute is said, “{account}” held {held} at the end of {year}, difference {difference}",
    ),
    Text(
        "核对收益总额、年初未分配，和账上结转到“{account}”的各笔；写错的改台账，记错的在还没有结账的月份更正。",
        "Compare the gain and what was left before with what the books carried to “{account}”; mend the record, or correct the entry in an open month.",
    ),
    Text("分的是账上的收益：方案和账要是同一个数。", "What is shared is what the books earned: plan and books say one figure."),
    _TRUE_BOOKS,
)
BOOKED_OTHERWISE = Code(
    "DIS029",
    Severity.WARNING,
    Text("账上没有照方案分配", "the books do not follow the plan"),
    Text("{what}：方案是 {plan}，{from} 表决以后账上记了 {booked}", "{what}: the plan says {plan}, the books since the vote of {from} say {booked}"),
    Text(
        "照表决的方案在账上记提取和各项分配；方案写错的改台账，账记错的冲正重记。",
        "Book what the plan gives to each; where the plan is wrong mend the record, where the entry is, reverse it and book it again.",
    ),
    Text("表决通过的分配方案，账上要一分不差照着记。", "What was voted is booked to the fen."),
    _TRUE_BOOKS,
)
