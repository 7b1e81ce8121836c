"""SVC: the words of every finding about service guides."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_LIMITS = (Cite("service-guide", "时限"),)
_DOCUMENTS = (Cite("service-guide", "材料"),)
_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))

PROMISE_TOO_LONG = Code(
    "SVC001",
    Severity.WARNING,
    Text("承诺时限超过法定时限", "promised limit beyond the statutory one"),
    Text("承诺 {promised}，法定 {statutory}", "{promised} promised, {statutory} laid down by law"),
    Text("核对两个时限；承诺的时间只能等于或短于法定时间。", "Check both; the promise may equal or undercut the statutory limit."),
    Text("承诺时限是对居民的保证，不能比法定的还长。", "A promise longer than the law allows is none."),
    _LIMITS,
)
STEPS_TOO_LONG = Code(
    "SVC002",
    Severity.WARNING,
    Text("各环节时限加起来超过承诺时限", "the steps take longer than promised"),
    Text("各环节合计 {steps}，承诺 {promised}", "the steps add up to {steps}, {promised} promised"),
    Text("核对各环节的时限；同时进行的环节合成一个环节来写。", "Check the steps; write steps that run side by side as one."),
    Text("一步一步加起来办不完，承诺就兑现不了。", "If the steps add up to more, the promise cannot be kept."),
    _LIMITS,
)
CATCH_ALL = Code(
    "SVC003",
    Severity.WARNING,
    Text("材料写了兜底的话", "a catch-all among the documents"),
    Text("“{document}”里的“{words}”没有说清要什么", "“{words}” in “{document}” does not say what to bring"),
    Text("把要的材料一样一样写出来；不需要的删掉。", "List the documents one by one, and delete what is not needed."),
    Text("居民按清单准备，应当一次办成，不因为“其他材料”白跑一趟。", "Whoever brings what is listed must be served at the first visit."),
    _DOCUMENTS,
)
FREE_WITH_PRICE = Code(
    "SVC004",
    Severity.ERROR,
    Text("写了不收费，又写了收费标准", "free of charge, yet with a price"),
    Text("“收费”是否，“收费标准”却写着“{price}”", "“fee” is no, but “price” says “{price}”"),
    Text("确实收费的改成“收费: 是”；不收费的删掉“收费标准”。", "If it costs something write “fee: yes”; if not, delete “price”."),
    Text("居民要知道到底收不收钱。", "Residents must know whether they pay."),
)
PRICE_MISSING = Code(
    "SVC005",
    Severity.WARNING,
    Text("收费没有写标准或依据", "charged for without price or basis"),
    Text("收费的事项缺少{missing}", "{missing} missing though there is a charge"),
    Text("写明“收费标准”（多少钱、按什么算）和“收费依据”（哪个文件）。", "Give “price” (how much, for what) and “price_basis” (which document)."),
    Text("收多少、凭什么收，都要让居民事先知道。", "How much and on what ground must be known beforehand."),
    _OPEN,
)
NO_BASIS = Code(
    "SVC006",
    Severity.WARNING,
    Text("行政事项没有写依据", "an administrative service without legal basis"),
    Text("没有“依据”", "“basis” is missing"),
    Text("写明法律或文件的名称、文号和条款。", "Name the law or document, its number and article."),
    Text("要居民交材料、受审核的事项，必须说明依据哪条规定。", "Where residents must show papers and be examined, the rule must be named."),
    _OPEN,
)
NOT_CHECKED = Code(
    "SVC007",
    Severity.WARNING,
    Text("一年内没有核对过", "not checked within a year"),
    Text("这份指南{when}", "this guide {when}"),
    Text(
        "给承办单位打个电话，对一遍材料、时限和地点，再改“核对”的日期和人。",
        "Ring the responsible office, compare documents, limits and place, then update “checked”.",
    ),
    Text("过时的指南会让居民白跑；每年至少核对一次。", "An outdated guide costs residents a journey; check it at least once a year."),
    _OPEN,
)
NO_PHONE = Code(
    "SVC008",
    Severity.WARNING,
    Text("没有咨询电话", "no telephone for questions"),
    Text("没有“咨询电话”", "“phone” is missing"),
    Text("填办公座机或服务热线，不要填个人手机。", "Give an office landline or service number, never a mobile."),
    Text("不上网的老人要能打电话问。", "Who does not use the web must be able to ring."),
    _OPEN,
)
NO_STEPS = Code(
    "SVC009",
    Severity.ADVICE,
    Text("行政事项没有写流程", "an administrative service without procedure"),
    Text("没有“流程”", "“stages” is missing"),
    Text("写明从受理到办结有哪几步，每步多长时间。", "List the steps from application to result, each with its time."),
    Text("写清步骤，居民就知道办到哪一步了。", "With the steps written down, residents know how far their case has come."),
)
NO_UNIT = Code(
    "SVC010",
    Severity.ERROR,
    Text("时限没有单位", "a time limit without unit"),
    Text("“{field}”写了 {limit}，没有写“时限单位”", "“{field}” is {limit}, “unit” is missing"),
    Text("补上“时限单位: 工作日”（或者自然日、小时、即办）。", "Add “unit: working days” (or days, hours, at once)."),
    Text("没有单位，5 可能是 5 天，也可能是 5 个月。", "Without a unit, 5 may be days or months."),
)
NOT_AT_ONCE = Code(
    "SVC011",
    Severity.ADVICE,
    Text("即办件的承诺时限超过 1", "done on the spot, yet with a time limit"),
    Text("写了当场能办，承诺时限却是 {promised}", "it is said to be done on the spot, but {promised} is promised"),
    Text("当场能办的，承诺时限写 0；不能当场办的，改成承诺件。", "If it is done on the spot promise 0; if not, make it a promised one."),
    Text("写即办，居民会等着当场拿结果。", "Told “on the spot”, residents will wait for the result."),
    _LIMITS,
)
HOST_NOT_LISTED = Code(
    "SVC012",
    Severity.WARNING,
    Text("网址不在外链名单里", "a link to a host that is not listed"),
    Text(
        "{host} 不在 community.yml 的“外链”里，网站只显示文字，不做成链接",
        "{host} is not among the links of community.yml; the site prints it without a link",
    ),
    Text("核实是官方网站后，把 {host} 加进 community.yml 的“外链”。", "When sure that it is official, add {host} to “links” in community.yml."),
    Text("外链由社区统一登记，防止居民被引到冒充的网站。", "Links are listed in one place, so that nobody is led to an impostor."),
)
NO_COMPLAINTS = Code(
    "SVC013",
    Severity.ADVICE,
    Text("没有监督电话", "no telephone for complaints"),
    Text("没有“监督电话”", "“complaints” is missing"),
    Text("填监督委员会或者上级单位的办公电话。", "Give the supervisors' or the superior office's landline."),
    Text("办事不顺时，居民要知道向谁反映。", "When things go wrong residents must know whom to tell."),
    _OPEN,
)
MORE_CONTENT = Code(
    "SVC014",
    Severity.ERROR,
    Text("满意的人比问到的多", "more content than were asked"),
    Text("问了 {asked} 人，满意 {content} 人", "{asked} were asked, {content} content"),
    Text("核对样本数。", "Check the number of those asked."),
    Text("满意率的分母是问到的人数。", "A share is of those asked."),
)
NOBODY_RUNS = Code(
    "SVC015",
    Severity.ADVICE,
    Text("没有写谁来办、谁出钱", "who runs it and who pays is not said"),
    Text("便民、公益、志愿服务缺少{missing}", "{missing} missing for a service of this class"),
    Text("写明“运行主体”和“出资方”；用社区经费的写哪一项资金。", "Give “operator” and “funder”; where community money is used, which fund."),
    Text("便民服务常由别的单位运行、用公家的钱，居民要看得出来。", "Such services are often run by others with public money."),
)
SERVED_BACKWARDS = Code(
    "SVC016",
    Severity.ERROR,
    Text("服务人次的止早于起", "a stretch of days that ends before it begins"),
    Text("止 {end} 早于起 {start}", "it ends on {end} and begins on {start}"),
    Text("核对这两个日期。", "Check both days."),
    Text("一段时间的人次，起止要说得清。", "A number of times belongs to a stretch of days."),
)
