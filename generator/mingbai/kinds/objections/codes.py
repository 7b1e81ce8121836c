"""OBJ: what may be wrong with an objection and its answer."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_TOLD = (Cite("urban-committee", "35"), Cite("village-committee", "35"))

BACKWARDS = Code(
    "OBJ001",
    Severity.ERROR,
    Text("答复早于提出", "answered before it was raised"),
    Text("“{field}”是 {day}，提出是 {raised}", "“{field}” is {day}, it was raised on {raised}"),
    Text("核对两个日期。", "Check both days."),
    Text("先提出、后答复、再公布，日期要对得上。", "First raised, then answered, then published."),
    _TOLD,
)
OVERDUE = Code(
    "OBJ002",
    Severity.WARNING,
    Text("逾期没有答复", "not answered in time"),
    Text(
        "{raised} 提出，应在 {due} 以前答复（{days}），已逾期 {late} 天{unsure}",
        "raised on {raised}, to be answered by {due} ({days}), {late:day|days} overdue{unsure}",
    ),
    Text(
        "马上答复；确实要时间的，写“延期”和原因，并告诉提出的人。",
        "Answer at once; where more time is needed write “extended” with the reason and tell whoever raised it.",
    ),
    Text("提了没有下文，下次就没有人再提。", "Where nothing follows, nobody raises anything again."),
    _TOLD,
)
LATE = Code(
    "OBJ003",
    Severity.WARNING,
    Text("答复晚了", "answered late"),
    Text(
        "应在 {due} 以前答复（{days}），{answered} 才答复，晚了 {late} 天{unsure}",
        "to be answered by {due} ({days}), answered on {answered}, {late:day|days} late{unsure}",
    ),
    Text("写明“逾期原因”。", "Give the reason under “late_reason”."),
    Text("答复有期限，晚了要说明原因。", "An answer has its time; a late one has its reason."),
    _TOLD,
)
NOT_PUBLISHED = Code(
    "OBJ004",
    Severity.WARNING,
    Text("答复没有公布", "an answer that was not published"),
    Text("{answered} 已经答复，没有写“公布日”", "answered on {answered}, “published” is missing"),
    Text("把答复放到公开栏和网站，写上“公布日”。", "Put the answer on the board and the site and give the day."),
    Text("对公开内容的异议，答复也要公开，大家都看得到。", "An objection to what was published is answered in public."),
    _TOLD,
)
NOT_MENDED = Code(
    "OBJ005",
    Severity.WARNING,
    Text("异议成立，没有写改正了什么", "upheld, and nothing put right"),
    Text("结论是“{outcome}”，没有写“改正”", "the outcome is “{outcome}”, “remedy” is missing"),
    Text("写明改了什么；公布错了的，发更正，重新公布。", "Say what was changed; what was published wrongly is corrected and published anew."),
    Text("公布不真实、不及时，查证属实的应当更正。", "What proves untrue or late is put right."),
    _TOLD,
)
NAMED = Code(
    "OBJ006",
    Severity.ERROR,
    Text("写了提出人的姓名", "a person is named"),
    Text("“{by}”看起来是姓名", "“{by}” seems to be a name"),
    Text("写身份，例如“三号楼居民”。", "Describe who it was, e.g. “a resident of house 3”."),
    Text("提意见的人不公布姓名，免得大家不敢提。", "Who raises something is not named, lest nobody dares to."),
)
ABOUT_NOTHING = Code(
    "OBJ007",
    Severity.WARNING,
    Text("没有写对什么有异议", "an objection to nothing in particular"),
    Text("异议 {number} 没有写公开事项、凭证、决议等任何一项", "objection {number} names no item, line, decision or the like"),
    Text(
        "写清对什么有异议：公开事项编号，或凭证、决议、项目、合同等的编号。",
        "Say what it is about: the item, or the id of a line, a decision, a project, a contract.",
    ),
    Text("答复要放在那一项旁边，先要知道是哪一项。", "The answer stands beside what it is about."),
    _TOLD,
)
NO_CHANNELS = Code(
    "OBJ008",
    Severity.WARNING,
    Text("没有登记怎样提异议", "no way to object is given"),
    Text("community.yml 没有写“异议渠道”，也没有“办公电话”", "community.yml gives neither “channels” nor “phone”"),
    Text(
        "在 community.yml 写“异议渠道:”，下面一个渠道一条，例如“- 名称: 当面”，下一行“说明: 服务大厅一号窗口”：找谁、打哪个电话、意见箱在哪里、向谁反映。",
        "Add “channels” to community.yml, one entry each, such as “- name: in person” with “words” below: whom to see, which number to ring, where the box is, who is above.",
    ),
    Text("居民有权反映，先要知道往哪里反映。", "Residents may object; they must know where."),
    _TOLD,
)
FUTURE = Code(
    "OBJ009",
    Severity.WARNING,
    Text("日期还没有到", "a day still to come"),
    Text("“{field}” {day} 在 {as_of} 之后", "“{field}” on {day} lies after {as_of}"),
    Text("核对日期；到了那天再写。", "Check the day; write it when it has come."),
    Text("台账记已经发生的事。", "The register holds what has happened."),
)
WRONG_YEAR = Code(
    "OBJ010",
    Severity.ERROR,
    Text("日期不在文件的年份里", "a day outside the year of the file"),
    Text("{day} 不在 {year} 年", "{day} is not in {year}"),
    Text("放到那一年的文件里，或者改正日期。", "Put it into the file of its year, or mend the day."),
    Text("一年一个文件，好找也好统计。", "A file a year is easily found and counted."),
)
