"""PRJ: what is wrong or to be told about a project."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

DISCLOSED = (Cite("urban-committee", "34"), Cite("village-committee", "35"), Cite("collective", "45"))
_DECIDED = (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("collective", "26"))
_TRUE_BOOKS = (Cite("accounting", "9"),)

SOURCES = Code(
    "PRJ001",
    Severity.ERROR,
    Text("资金来源合计与预算不符", "sources do not add up to the budget"),
    Text("资金来源合计 {sum}，预算是 {budget}，相差 {difference}", "the sources make {sum}, the budget is {budget}, difference {difference}"),
    Text("核对各项来源和预算；还没有着落的，列一项“来源: 其他”写明。", "Check sources and budget; what is still open is a source of its own."),
    Text("一个项目的钱从哪里来，各项相加要等于预算。", "Where the money comes from adds up to what it is to cost."),
    _TRUE_BOOKS,
)
OUTTURN = Code(
    "PRJ002",
    Severity.ERROR,
    Text("决算与账上的支出不符", "the outturn is not what the lines say"),
    Text(
        "决算写的是 {asserted}，{parts}，相差 {difference}",
        "the outturn is said to be {asserted}; {parts}, difference {difference}",
    ),
    Text("核对每一笔是否都写了“项目”；还没有付的写在“应付未付”。", "See that every line names the project; what is not yet paid goes under “owed”."),
    Text("决算由每一笔支出加起来，一分也不能差。", "The outturn is the sum of its lines, to the fen."),
    _TRUE_BOOKS,
)
ORDER = Code(
    "PRJ003",
    Severity.ERROR,
    Text("项目阶段的先后不可能", "stages in an impossible order"),
    Text("{later} {later_day} 早于{earlier} {earlier_day}", "{later} on {later_day} lies before {earlier} on {earlier_day}"),
    Text("核对开工、竣工的日期，改正写错的那一个。", "Check both days and mend the one that is wrong."),
    Text("竣工不会早于开工；日期反了就是记错了。", "Work does not end before it began; the other way round is a mistake."),
)
EARLY_STAGE = Code(
    "PRJ032",
    Severity.WARNING,
    Text("验收或决算做早了", "accepted or settled too early"),
    Text("{later} {later_day} 早于{earlier} {earlier_day}", "{later} on {later_day} lies before {earlier} on {earlier_day}"),
    Text(
        "核对日期；确实没完工就验收、没验收就决算的，重新验收，在会上说明并公布。",
        "Check the days; where it was so, accept anew, account for it at a meeting and publish that.",
    ),
    Text("完工以后才能验收，验收以后才能决算付清。", "Work is accepted once it is finished, and settled once it is accepted."),
    DISCLOSED,
)
SURVEY = Code(
    "PRJ004",
    Severity.ERROR,
    Text("满意的人数超过了样本数", "more were content than were asked"),
    Text("问了 {asked} 人，满意 {content} 人", "{asked} were asked, {content} were content"),
    Text("照问卷核对“样本数”和“满意”，改正写错的那一个。", "Check both by the papers of the survey and mend the one that is wrong."),
    Text("满意率由两个数算出来，数要对。", "The share is computed from both."),
)
SOURCE_SAYS = Code(
    "PRJ005",
    Severity.ERROR,
    Text("资金来源没有写清是哪一项", "a source that does not say which"),
    Text("来源是“{kind}”，没有写是哪一项：“{field}: 编号”", "the source is “{kind}”, which one is not said: “{field}: id”"),
    Text("补上编号，网站才能把项目和那项资金连起来。", "Add the id, so that the project is linked with it."),
    Text("用本社区的资金，要指明是哪一项。", "Where the community's own money is used, it says which."),
)
NO_DECISION = Code(
    "PRJ020",
    Severity.WARNING,
    Text("项目没有立项决议", "no decision behind a project"),
    Text("“{name}”{what}，没有写立项决议", "“{name}” {what}, no decision is named"),
    Text("补上决议编号；没有议过的，先开会。", "Name the decision; where there is none, hold the meeting first."),
    Text("办什么项目、花多少钱，先由居民或代表决定。", "Which project at which cost is decided first."),
    _DECIDED,
)
NOT_PASSED = Code(
    "PRJ021",
    Severity.WARNING,
    Text("立项或变更的决议没有通过", "the decision behind a project or a variation was not passed"),
    Text("{decision} 的结果是“{result}”", "{decision} ended with “{result}”"),
    Text("核对决议编号；没有通过的不能实施。", "Check the id; what was not passed is not carried out."),
    Text("项目以通过的决议为依据。", "A project rests on a decision that was passed."),
    _DECIDED,
)
TOO_EARLY = Code(
    "PRJ022",
    Severity.WARNING,
    Text("先开工、后决定", "begun before it was decided"),
    Text("{stage} {day}，{decided} 才决定", "{stage} on {day}, decided on {decided}"),
    Text("核对日期；先干后议的，在会上说明并公布。", "Check the dates; where work came first, account for it and publish that."),
    Text("先决定，再招标、开工、付款。", "First decided, then tendered, begun, paid."),
    _DECIDED,
)
OVER = Code(
    "PRJ023",
    Severity.WARNING,
    Text("项目花费超过预算", "a project costs more than was decided"),
    Text("“{name}”预算 {budget}，{what} {cost}，超出 {over}", "“{name}”: budget {budget}, {what} {cost}, over by {over}"),
    Text("说明原因；经会议追加的，写进“变更”并注明决议。", "Say why; where a meeting allowed more, write it under “variations” with its decision."),
    Text("决定的是多少钱，就在多少钱里办完；要加钱先议。", "It is done for what was decided; more is decided first."),
    DISCLOSED,
)
UNDECIDED_MORE = Code(
    "PRJ024",
    Severity.WARNING,
    Text("追加预算没有决议", "more money without decision"),
    Text("{day} 增加 {amount}，没有写决议", "on {day} {amount} more, no decision is named"),
    Text("补上决议编号。没有决定的追加不算进预算。", "Name the decision. Without one the budget stays as it was."),
    Text("加钱和立项一样，要由会议决定。", "More money is decided as the project was."),
    _DECIDED,
)
NOT_SHOWN = Code(
    "PRJ025",
    Severity.WARNING,
    Text("项目没有按阶段公示", "a phase not shown to residents"),
    Text("{since} {event}，到 {due} 还没有“{phase}”阶段的公示{unsure}", "{event} on {since}; “{phase}” was not shown by {due}{unsure}"),
    Text("公示后，在“公示”里写阶段、日期和渠道。", "Show it, then write phase, date and place under “notices”."),
    Text("立项、实施、验收三个阶段都要让居民看到。", "Residents see it three times: approved, carried out, accepted."),
    DISCLOSED,
)
SHOWN_EARLY = Code(
    "PRJ026",
    Severity.WARNING,
    Text("公示的先后不对", "shown in the wrong order"),
    Text("“{phase}”阶段 {day} 公示，早于{event} {since}", "“{phase}” was shown on {day}, before {event} on {since}"),
    Text("核对日期；确实先后颠倒的，在会上说明。", "Check the days; where they are as written, account for it at a meeting."),
    Text(
        "立项、实施、验收依次公示；还没有验收，谈不上验收公示。",
        "Approved, carried out, accepted are shown in turn, and an acceptance once it took place.",
    ),
    DISCLOSED,
)
NO_PROGRESS = Code(
    "PRJ027",
    Severity.WARNING,
    Text("项目进展没有更新", "no news of a project"),
    Text(
        "“{name}”预算 {budget}，最近一次进展是 {last}，到 {due} 没有新的{unsure}",
        "“{name}”, budget {budget}: last news of {last}, none by {due}{unsure}",
    ),
    Text("在“进展”里加一条；停工的写明原因。", "Add a step; where work stands still, say why."),
    Text("花大钱的项目，进程要一直看得见。", "Of a large project one sees how it goes."),
    DISCLOSED,
)
RELATED = Code(
    "PRJ028",
    Severity.WARNING,
    Text("承办方是干部的关联单位", "carried out by a firm related to an officer"),
    Text("“{contractor}”是{role}登记的关联单位", "“{contractor}” is registered as related to the {role}"),
    Text("说明怎样选定、谁回避了；应当回避而没有的，重新选。", "Say how it was chosen and who stood aside; where nobody did, choose again."),
    Text("谁家的单位来干，要让居民知道。", "Residents know whose firm does the work."),
    DISCLOSED,
)
NOT_ACCEPTED = Code(
    "PRJ029",
    Severity.WARNING,
    Text("完工后没有验收", "finished and not accepted"),
    Text("“{name}”{day} 完工，到 {due} 还没有验收{unsure}", "“{name}” was finished on {day}; not accepted by {due}{unsure}"),
    Text("组织验收，写明日期、人员和结论。", "Have it accepted; write day, people and conclusion."),
    Text("验收合格，才能把钱付清。", "The last money is paid once the work is accepted."),
    DISCLOSED,
)
LEVY_DIFFERS = Code(
    "PRJ030",
    Severity.WARNING,
    Text("项目的筹资与筹资筹劳台账不符", "a project's sources differ from its levy"),
    Text("项目写“{source}”{project}，筹资筹劳台账是 {levy}", "the project says “{source}” {project}, its levy {levy}"),
    Text("核对两处；议定以后有增减的，写进项目的“变更”并注明决议。", "Compare both; what changed since the vote is a variation with its decision."),
    Text(
        "同一件事在两张表里的数要一样：人数 × 标准就是项目里的筹资。",
        "One matter has one figure: people × rate is what the project counts as raised.",
    ),
    (Cite("accounting", "17"),),
)
NO_COMPETITION = Code(
    "PRJ031",
    Severity.WARNING,
    Text("大项目没有公开选定承办方", "a large project whose contractor was not chosen in public"),
    Text(
        "“{name}”预算 {budget}，{limit} 元以上应当公开竞争，{how}{unsure}",
        "“{name}”, budget {budget}: from {limit} yuan it is put to competition, {how}{unsure}",
    ),
    Text("写上“招标方式”；直接委托的，说明理由和谁决定的。", "Name the way; where it was given directly, say why and who decided."),
    Text("大家的钱办的工程，谁来干要公开挑。", "Who does the work that all pay for is chosen in public."),
    DISCLOSED,
)
