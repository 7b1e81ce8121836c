"""APR: what may be wrong with an appraisal."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_RATED = (Cite("urban-committee", "37"), Cite("village-committee", "38"))

BALLOTS = Code(
    "APR001",
    Severity.ERROR,
    Text("票数加起来不等于有效票", "ballots that do not sum to the valid ones"),
    Text("“{office}”四档合计 {sum} 票，有效票 {valid}", "“{office}”: the four grades make {sum}, {valid:ballot|ballots} are valid"),
    Text("重新数一遍；有人没有给这个人画票的，按无效票算清楚。", "Count again; who left this person out is counted as invalid for all."),
    Text("每张有效票给每个人画一档，合计必须相等。", "Every valid ballot gives everybody one grade."),
    _RATED,
)
PRESENT = Code(
    "APR002",
    Severity.ERROR,
    Text("到会和票数对不上", "attendance and ballots do not agree"),
    Text("{what} {more}，{than} {less}", "{what} {more}, {than} {less}"),
    Text("核对应到、实到、有效票和无效票。", "Check due, present, valid and invalid."),
    Text("票不会比到会的人多，到会的人不会比应到的多。", "There are no more ballots than people, nor more people than are due."),
    _RATED,
)
TOO_FEW = Code(
    "APR003",
    Severity.WARNING,
    Text("到会人数不够", "too few were present"),
    Text("应到 {due} 实到 {present}，要有 {least} 人{unsure}", "{present} of {due} were present, {least} are needed{unsure}"),
    Text("人数不够的评议不算数，重新组织。", "An appraisal by too few does not count; hold it again."),
    Text("评议由居民（代表）来评，人到得不够就代表不了大家。", "Too few cannot speak for all."),
)
TWICE = Code(
    "APR004",
    Severity.WARNING,
    Text("连续两次不称职，还在任", "twice in a row unfit and still in office"),
    Text(
        "“{office}”{year} 年和上一年都不称职，职务终止；community.yml 里还在任期内",
        "“{office}” was unfit in {year} and the year before: the office ends; community.yml has the term running",
    ),
    Text(
        "在 community.yml 里写上任期的“止”，在评议里写“离任”，办交接，补选。",
        "Write the end of the term in community.yml and “stepped_down” here; hand over; elect anew.",
    ),
    Text("连续两次被评为不称职的，其职务终止。", "Who is twice in a row unfit loses the office."),
    _RATED,
)
RESULT = Code(
    "APR005",
    Severity.WARNING,
    Text("宣布的结果与票数不符", "a result that does not follow from the ballots"),
    Text(
        "“{office}”宣布“{claimed}”，按票数是“{computed}”{unsure}", "“{office}” was announced “{claimed}”; by the ballots it is “{computed}”{unsure}"
    ),
    Text(
        "核对票数和定档办法；当地办法不同的，写进 community.yml 的“标准”。",
        "Check ballots and shares; where local rules differ set the standard in community.yml.",
    ),
    Text("结果由票数定，不由谁来定。", "Ballots decide the result."),
    _RATED,
)
NOT_PUBLISHED = Code(
    "APR006",
    Severity.WARNING,
    Text("评议结果没有按期公布", "a result not published in time"),
    Text("{held} 评议，{due} 以前应当公布（{days} 天），{now}{unsure}", "held on {held}, to be published by {due} ({days:day|days}), {now}{unsure}"),
    Text("马上公布，写“公布日”。", "Publish it now and give the day under “published”."),
    Text("评议结果应当公布。", "The result is published."),
    _RATED,
)
YEAR_MISSING = Code(
    "APR007",
    Severity.WARNING,
    Text("有一年没有评议", "a year without appraisal"),
    Text("{year} 年没有评议记录", "there is no appraisal of {year}"),
    Text(
        "补写 ledgers/appraisals/{year}.yml；确实没有评的，向居民说明。",
        "Write ledgers/appraisals/{year}.yml; where none was held tell residents why.",
    ),
    Text("每年至少评议一次。", "Members are appraised at least once a year."),
    _RATED,
)
ORGANISER = Code(
    "APR008",
    Severity.WARNING,
    Text("评议不是监督委员会组织的", "not held by the supervisory committee"),
    Text("“组织”写的是“{organiser}”", "“organiser” is “{organiser}”"),
    Text("由居（村）务监督委员会主持评议。", "The supervisory committee holds it."),
    Text("被评的人不能自己组织评自己。", "Those appraised do not hold their own appraisal."),
    _RATED,
)
SURVEY = Code(
    "APR009",
    Severity.ERROR,
    Text("满意或知晓的人比问到的多", "more content or aware than were asked"),
    Text("“{subject}”问了 {asked} 人，{field} {count} 人", "“{subject}”: {asked} were asked, {field} {count}"),
    Text("核对样本数。", "Check the number of those asked."),
    Text("满意率的分母是问到的人数。", "A share is of those asked."),
)
LEFT_OUT = Code(
    "APR010",
    Severity.WARNING,
    Text("有成员没有被评议", "a member was not appraised"),
    Text("{day} 在任的{offices}没有评议{unsure}", "{offices} held office on {day} and were not appraised{unsure}"),
    Text("补评；已经评过的，写进“对象”。", "Appraise them; who was, is entered under “people”."),
    Text("居（村）委会成员都要接受评议。", "Every member is appraised."),
    _RATED,
)
WRONG_YEAR = Code(
    "APR011",
    Severity.ERROR,
    Text("日期与文件的年度对不上", "a day that does not fit the year of the file"),
    Text("{year} 年度的评议写的是 {day}", "the appraisal of {year} is dated {day}"),
    Text("年度评议在当年或者第二年一季度前后开；核对日期和文件名。", "It is held in its year or early in the next; check day and file name."),
    Text("连续两次按年度算，年度写错就算错。", "“Twice in a row” goes by years."),
)
