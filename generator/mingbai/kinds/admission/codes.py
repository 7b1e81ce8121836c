"""ADM: what may be wrong with a task that an office asks for."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_TASKS = (Cite("urban-committee", "43"), Cite("village-committee", "43"))
_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

BACKWARDS = Code(
    "ADM001",
    Severity.ERROR,
    Text("日期前后颠倒", "days in the wrong order"),
    Text("{later} {later_day} 早于{earlier} {earlier_day}", "{later} on {later_day} lies before {earlier} on {earlier_day}"),
    Text("核对这两个日期。", "Check both days."),
    Text(
        "先申请、后决定、再办理，日期对不上就说不清谁先谁后。",
        "Asked for, then decided, then done: with days in the wrong order nobody knows what came first.",
    ),
)
NOT_ADMITTED = Code(
    "ADM002",
    Severity.ERROR,
    Text("没有准入，却写了撤销或办结", "ended without having been admitted"),
    Text("“{field}”写了 {day}，决定是“{outcome}”", "“{field}” is {day}, the decision is “{outcome}”"),
    Text("准入了的，把“决定”写全；没有准入的，删掉“{field}”。", "If it was admitted complete the decision; if not, delete “{field}”."),
    Text("没有接的事，谈不上撤销和办结。", "What was never taken on can be neither withdrawn nor finished."),
)
NO_BASIS = Code(
    "ADM003",
    Severity.WARNING,
    Text("要社区做事，没有写依据", "a task without legal basis"),
    Text("“{matter}”没有写“依据”", "“{matter}” names no basis"),
    Text("请申请部门说明依据哪部法规、哪个文件；说不出的可以不接。", "Ask the office for the act or document; without one the task may be refused."),
    Text("协助事项要有法律、法规或者文件的依据。", "Assistance rests on a law, a rule or a document."),
    _TASKS,
)
NOT_LISTED = Code(
    "ADM004",
    Severity.WARNING,
    Text("接了清单外的事", "a task that is not on the list"),
    Text("“{matter}”不在清单上，已经准入", "“{matter}” was admitted though it is not on the list"),
    Text(
        "在清单上的，写“对应清单: 文件/编号”；不在的可以不接，或先由街道（乡镇）修订清单。",
        "Where it is on the list cite its entry; else it may be refused, or the list is changed first.",
    ),
    Text("清单外的事可以不接，社区不是什么都往里装的筐。", "What is not on the list may be refused."),
    _TASKS,
)
NOT_OURS = Code(
    "ADM005",
    Severity.WARNING,
    Text("接了清单写明不承担的事", "a task the list says is not the community's"),
    Text(
        "清单 {entry} 写明“{listed}”不由社区承担，“{matter}”却准入了",
        "the list ({entry}) says “{listed}” is not the community's; “{matter}” was admitted",
    ),
    Text("请部门收回；确要社区做的，先修订清单。", "Give it back, or have the list changed first."),
    Text("清单写明不承担的，不能换个名目再派下来。", "What the list rules out does not come back under another name."),
    _TASKS,
)
LATE_DECISION = Code(
    "ADM006",
    Severity.WARNING,
    Text("申请没有按期决定", "an application that was not decided in time"),
    Text(
        "{applied} 申请，应在 {due} 以前决定（{days} 个工作日{counted}），{now}{unsure}",
        "applied for on {applied}, to be decided by {due} ({days:working day|working days}{counted}), {now}{unsure}",
    ),
    Text("催促决定机关；已经决定的，把日期补上。", "Press for a decision; where there is one, give its day."),
    Text("准入要有期限，不能先干着再说。", "Admission has its time; work does not start on trust."),
)
BEFORE_LEAVE = Code(
    "ADM007",
    Severity.WARNING,
    Text("没有批准就先办了", "begun before it was allowed"),
    Text("{begun} 已经开始，{decided}", "begun on {begun}, {decided}"),
    Text("先批准、后办理；补办的写明原因。", "Allow it first, then begin; say why where it was made good afterwards."),
    Text("没有准入的事，社区可以不办。", "What was not admitted need not be done."),
    _TASKS,
)
MISSING_MONEY = Code(
    "ADM008",
    Severity.WARNING,
    Text("说好的钱没有到", "money promised has not arrived"),
    Text(
        "{due} 以前累计该到账 {promised}，到 {as_of} 到账 {arrived}，还差 {missing}",
        "{promised} in all should have come by {due}; by {as_of} {arrived} came, {missing} is missing",
    ),
    Text(
        "向申请部门催款；已经到账的，在资金或那一笔收入上写“准入: {id}”。",
        "Ask the office for it; where it came, let the fund or the line of income cite {id}.",
    ),
    Text("谁要社区做事，谁出钱；钱不到位，居民的钱就被挪去垫。", "Who asks pays; else residents' money pays for it."),
    _TASKS,
)
LATE_MONEY = Code(
    "ADM009",
    Severity.WARNING,
    Text("说好的钱到晚了", "money promised came late"),
    Text(
        "{due} 以前累计该到账 {promised}，{day} 才到齐，晚了 {days} 天",
        "{promised} in all should have come by {due}; it was complete on {day}, {days:day|days} late",
    ),
    Text("不用改；下次签准入时写清拨付日期，到期就催。", "Nothing to mend; fix the day next time and ask when it has come."),
    Text("钱来晚了，社区先垫，账上就说不清。", "Late money is advanced by the community, and the books get muddled."),
    _TASKS,
)
NO_MONEY = Code(
    "ADM010",
    Severity.WARNING,
    Text("接了任务没有经费", "a task without money"),
    Text("“{matter}”没有写拨付，也没有到账的钱", "“{matter}”: no money was promised, none came"),
    Text(
        "向申请部门要经费，写“拨付”；确实不用花钱的，写“不需经费”和原因。",
        "Ask for money and write “promises”; where none is needed say why under “free”.",
    ),
    Text("要社区协助的，应当提供经费和条件。", "Whoever asks for help provides money and means."),
    _TASKS,
)
NO_TASK = Code(
    "ADM011",
    Severity.WARNING,
    Text("有经费没有任务", "money without a task"),
    Text("“{fund}”是费随事转的钱，没有写跟着哪件事来的", "“{fund}” is money that follows a task, and names none"),
    Text(
        "在 community.yml 的这项资金里写“准入: …”；没有登记的事，先建准入台账。",
        "Name the task under “admission” of the fund in community.yml; register the task first.",
    ),
    Text("钱跟着事走；说不出是哪件事，居民就不知道该办什么。", "The money follows a task; without it nobody knows what it is for."),
    _OPEN,
)
STILL_RUNNING = Code(
    "ADM012",
    Severity.WARNING,
    Text("到期还在办", "still running after its end"),
    Text("期限到 {end}，{day} 还在{what}", "its term ended on {end}; on {day} {what}"),
    Text("到期的停办，写“办结”；还要办的，重新申请准入。", "Stop and write “closed”, or apply anew."),
    Text("准入有期限，到期不续就不再办，钱也不再花。", "Admission ends with its term, and so does the spending."),
    _TASKS,
)
NOT_CLOSED = Code(
    "ADM013",
    Severity.ADVICE,
    Text("到期没有写办结", "expired and not closed"),
    Text("期限 {end} 到了，没有写“办结”", "its term ended on {end}; “closed” is missing"),
    Text("写“办结”的日期和结果。", "Give the day and the result under “closed”."),
    Text("一件事办到最后怎么样，居民想知道。", "Residents want to know how it ended."),
)
FUTURE = Code(
    "ADM014",
    Severity.WARNING,
    Text("日期还没有到", "a day still to come"),
    Text("“{field}” {day} 在 {as_of} 之后", "“{field}” on {day} lies after {as_of}"),
    Text("核对日期；到了那天再写。", "Check the day; write it when it has come."),
    Text("台账记已经发生的事。", "The register holds what has happened."),
)
TOO_LITTLE = Code(
    "ADM015",
    Severity.WARNING,
    Text("给的钱不够办这件事", "less money than the task needs"),
    Text("需要经费 {needed}，说好的和到账的只有 {given}，还差 {short}", "it needs {needed}, {given} was promised or came; {short} short"),
    Text(
        "向申请部门要足经费，补写“拨付”；不用那么多的，改“需要”里的“经费”。",
        "Ask for the rest and add it to “promises”; where less is needed, change the money under “needs”.",
    ),
    Text("差的钱只能社区自己垫，事就压到居民头上。", "What is short the community has to find, and residents pay for it."),
    _TASKS,
)
