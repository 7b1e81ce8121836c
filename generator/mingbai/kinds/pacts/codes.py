"""PAC: the words of every finding about pacts."""

from __future__ import annotations

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

_ASSEMBLY = (Cite("urban-committee", "30"), Cite("village-committee", "31"))
_FILING = (Cite("urban-committee", "31"), Cite("village-committee", "31"))
_STEPS = (Cite("pacts-2018", "步骤"),)

NOT_ADOPTED = Code(
    "PAC001",
    Severity.ERROR,
    Text("写了生效日，表决却没有通过", "an effective date without adoption"),
    Text(
        "第 {version} 版写 {effective} 生效，但它引用的决议 {vote} 的结果是“{result}”",
        "version {version} takes effect on {effective}, but decision {vote}, which it cites, came to “{result}”",
    ),
    Text(
        "核对“表决”引用的是不是这一版的决议；确实没有通过的，删掉“生效”这一行，它会作为草案保留。",
        "Check that “vote” cites this version's decision; if it was not adopted, delete “effective” and the version stays a draft.",
    ),
    Text("没有表决通过的文本不能当作现行公约公布。", "A text that was not adopted must not be shown as in force."),
    _ASSEMBLY,
)
VERSION_TWICE = Code(
    "PAC002",
    Severity.ERROR,
    Text("版本号重复", "version number used twice"),
    Text("版本 {version} 已经用过", "version {version} is taken"),
    Text("每修订一次版本号加 1，把后写的一版改成 {next}。", "Each revision counts one more: make the later one {next}."),
    Text("版本号是居民查旧文本的依据，也是网页地址，只能对应一份文本。", "The version number leads to one text and is its address."),
)
NOT_LATER = Code(
    "PAC003",
    Severity.ERROR,
    Text("新版本的生效日不晚于旧版本", "a newer version does not take effect later"),
    Text(
        "第 {version} 版 {effective} 生效，不晚于第 {earlier} 版的 {before}，同一天会有两个版本有效",
        "version {version} takes effect on {effective}, not after version {earlier} ({before}): two versions would hold at once",
    ),
    Text(
        "核对两版的生效日和版本号；修订后的版本号大，生效日也应当晚。",
        "Check both dates and numbers: the revised version has the larger number and the later date.",
    ),
    Text("任何一天只能有一个有效的文本，居民才知道该照哪一个做。", "On any day one text holds, so that residents know which to follow."),
)
ARTICLE_TWICE = Code(
    "PAC004",
    Severity.ERROR,
    Text("条款编号重复", "article number used twice"),
    Text("第 {version} 版里有两个第 {number} 条", "version {version} has two articles {number}"),
    Text("条款从 1 开始依次编号，改掉其中一个。", "Number the articles from 1 upwards; change one of the two."),
    Text("说“违反第几条”时只能指一条。", "“Article n” must mean one article."),
)
ARTICLE_GAP = Code(
    "PAC005",
    Severity.WARNING,
    Text("条款编号不连续", "article numbers with a gap"),
    Text(
        "第 {version} 版这里应当是第 {expected} 条，写的是第 {number} 条",
        "version {version}: article {expected} is expected here, {number} is written",
    ),
    Text("核对是否漏抄了一条；没有漏就按顺序重新编号。", "Check whether an article was left out; if not, renumber."),
    Text("编号缺了一条，居民会以为有内容没有公布。", "With a number missing, residents will think that something was held back."),
)
MORE_ADOPTED = Code(
    "PAC006",
    Severity.ERROR,
    Text("采纳的意见比收到的多", "more opinions taken up than received"),
    Text("收到 {received} 条，采纳 {adopted} 条", "{received} received, {adopted} taken up"),
    Text("核对征求意见的登记，改正“条数”或“采纳”。", "Check the record of opinions and correct “received” or “adopted”."),
    Text("采纳的意见是收到的意见的一部分。", "What was taken up is part of what was received."),
)
BACKWARDS = Code(
    "PAC007",
    Severity.ERROR,
    Text("日期颠倒", "dates that run backwards"),
    Text("“{later}”{end} 早于“{earlier}”{start}", "“{later}” {end} is before “{earlier}” {start}"),
    Text("核对这两个日期。", "Check both dates."),
    Text("起止颠倒的期限无法判断公约的状态。", "A stretch of time that runs backwards says nothing."),
)
OUT_OF_ORDER = Code(
    "PAC008",
    Severity.WARNING,
    Text("步骤的先后不对", "steps out of order"),
    Text("第 {version} 版：{later}（{second}）在{earlier}（{first}）之前", "version {version}: {later} ({second}) came before {earlier} ({first})"),
    Text(
        "核对日期；确实没有按顺序办的，照实保留，并在“修订说明”里说明原因。",
        "Check the dates; if it really happened so, keep it and give the reason under “change”.",
    ),
    Text(
        "征求意见、审核、表决、备案、公布依次进行，前一步没完成就走下一步，居民的意见就成了摆设。",
        "Opinions, review, vote, filing, publication follow each other; a skipped step makes opinions worthless.",
    ),
    _STEPS,
)
BEFORE_VOTE = Code(
    "PAC009",
    Severity.WARNING,
    Text("生效日早于表决日", "in force before the vote"),
    Text(
        "第 {version} 版写 {effective} 生效，{date} 才表决；网站从表决那天起才算现行",
        "version {version} takes effect on {effective} but was voted on {date}; the site counts it as in force from the vote",
    ),
    Text("核对生效日；生效日应当在表决通过之后。", "Check the effective date; it comes after the vote."),
    Text("公约从表决通过后才对大家有约束力。", "A pact binds nobody before it is adopted."),
    _ASSEMBLY,
)
UNVOTED = Code(
    "PAC010",
    Severity.WARNING,
    Text("到了生效日还没有表决", "the effective date has come without a vote"),
    Text(
        "第 {version} 版写 {effective} 生效，但没有登记表决；网站仍按草案显示",
        "version {version} takes effect on {effective}, but no vote is recorded; the site still shows a draft",
    ),
    Text(
        "开过会的，在“表决”里写上决议编号；楼道公约、三约签过约的，写上这一版的“签约户数”；都没有的，把生效日推后。",
        "If it was voted, cite the decision under “vote”; a neighbours' pact that was signed says how many households signed this version; "
        "if neither, move the effective date.",
    ),
    Text("没有表决的文本不能当作现行公约。", "A text nobody voted on is not in force."),
    _ASSEMBLY,
)
NO_FILING = Code(
    "PAC011",
    Severity.WARNING,
    Text("生效了还没有备案", "in force without filing"),
    Text("第 {version} 版从 {begins} 起生效，没有登记备案", "version {version} is in force since {begins}, no filing is recorded"),
    Text(
        "报街道办事处（乡镇政府）备案后，写上“备案”的机关、日期和文号。",
        "File it with the subdistrict or township, then record authority, date and number under “filing”.",
    ),
    Text("自治章程和公约应当报街道（乡镇）备案。", "Charters and pacts are filed with the subdistrict or township."),
    _FILING,
)
NO_REVIEW = Code(
    "PAC012",
    Severity.WARNING,
    Text("表决前没有审核", "voted without a review"),
    Text("第 {version} 版已经表决，没有登记审核", "version {version} was voted on, no review is recorded"),
    Text(
        "写上审核的机关、日期和意见；没有送审的照实保留，下次修订时先送审。",
        "Record authority, date and opinion under “review”; if there was none, keep it so and submit the next revision first.",
    ),
    Text("公约草案先由街道（乡镇）审核内容是否合法，再提交表决。", "The draft is reviewed for lawfulness before the vote."),
    _STEPS,
)
NO_OPINIONS = Code(
    "PAC013",
    Severity.ADVICE,
    Text("没有登记征求意见", "no opinions were asked for"),
    Text("第 {version} 版没有“征求意见”", "version {version} has no “opinions”"),
    Text("写上征求意见的起止日期、收到几条、采纳几条。", "Record from when to when, how many came and how many were taken up."),
    Text("公约是大家的约定，先问过大家，大家才愿意守。", "A pact is kept by those who were asked."),
    _STEPS,
)
SHORT_OPINIONS = Code(
    "PAC014",
    Severity.ADVICE,
    Text("征求意见的时间太短", "opinions asked for too briefly"),
    Text(
        "征求意见只有 {days} 天（第一天不算），建议不少于 {least} 天",
        "opinions were asked for {days:day|days} (the first not counted); at least {least} are advised",
    ),
    Text("还没有结束的，可以把“止”延后；已经结束的，下次留够时间。", "If it is still open, move its end; if not, allow more time next time."),
    Text(
        "白天上班的、不常看手机的人也要来得及看到、说上话。这个天数是本程序的建议，法律没有规定。",
        "People at work and people without a phone need time to see and to answer. The number of days is our advice, no law sets it.",
    ),
    _STEPS,
)
NO_MANDATE = Code(
    "PAC015",
    Severity.WARNING,
    Text("代表会议表决，没有登记授权", "adopted by representatives without a mandate"),
    Text(
        "第 {version} 版由{body}表决，没有写明{assembly}的授权{unsure}",
        "version {version} was adopted by the {body}; no mandate of the {assembly} is recorded{unsure}",
    ),
    Text(
        "{assembly}授权过的，在“授权”里写上那次决议的编号；没有授权的，应当提交{assembly}表决或追认。",
        "Cite the assembly's decision under “mandate”; if there is none, put it to the assembly.",
    ),
    Text(
        "自治章程、公约和村规民约由居民（村民）会议决定，它可以授权代表会议。",
        "Charter and pact belong to the assembly, which may authorise the representatives' meeting.",
    ),
    (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("village-committee", "31")),
)
MANDATE_NOT_PASSED = Code(
    "PAC016",
    Severity.ERROR,
    Text("引用的授权没有通过", "the cited mandate was not passed"),
    Text("第 {version} 版引用的授权 {mandate} 的结果是“{result}”", "version {version} cites mandate {mandate}, whose result is “{result}”"),
    Text("核对“授权”引用的编号；没有授权就删掉这一行。", "Check the id under “mandate”; if there is no mandate, delete the line."),
    Text("没有通过的决议不能作为授权的依据。", "A decision that failed authorises nobody."),
    (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("village-committee", "31")),
)
NOT_THEIRS_TO_GIVE = Code(
    "PAC080",
    Severity.WARNING,
    Text("授权的会议不能授权", "a mandate by a body that cannot give it"),
    Text(
        "第 {version} 版引用的授权 {mandate} 是{body}的决议，能授权的是{assembly}{unsure}",
        "the mandate {mandate} that version {version} cites is a decision of a {body}; only the {assembly} can give it{unsure}",
    ),
    Text(
        "改成{assembly}授权的那次决议；{assembly}没有授权过的，删掉这一行，提交{assembly}表决或追认。",
        "Cite the decision by which the {assembly} gave it; if there is none, delete the line and put the text to the {assembly}.",
    ),
    Text(
        "代表会议不能自己授权自己，居委会、村委会也不能替大家授权：有权制定的会议，才能交给代表会议办。",
        "Representatives cannot authorise themselves, nor can a committee: only who may make a pact can let others do it.",
    ),
    (Cite("urban-committee", "30"), Cite("village-committee", "28"), Cite("village-committee", "31")),
)
VERSION_GAP = Code(
    "PAC081",
    Severity.WARNING,
    Text("版本号跳过了", "a version left out"),
    Text("第 {before} 版后面就是第 {version} 版，中间缺第 {missing} 版", "version {version} follows version {before}; {missing} is missing"),
    Text(
        "漏登记的版本补上，全文找不到的也写上表决和生效；写错了版本号的，改正。",
        "Add the version that is missing, with its vote and its day; if the number is wrong, mend it.",
    ),
    Text(
        "每修订一次版本号加 1；跳了号，居民会问中间那一版写了什么。",
        "Each revision counts one more; where one is left out residents ask what it said.",
    ),
    _STEPS,
)
HELD_TOO_SOON = Code(
    "PAC082",
    Severity.WARNING,
    Text("没有备案公布就生效", "in force before it was filed and published"),
    Text(
        "第 {version} 版写 {effective} 生效，{date} 才{step}",
        "version {version} takes effect on {effective}, but {step} came on {date}",
    ),
    Text(
        "核对日期；确实先生效的，照实保留，并在“修订说明”里说明原因，下次先备案公布。",
        "Check the dates; if it really happened so, keep it and give the reason under “change”; next time file and publish first.",
    ),
    Text(
        "表决通过以后先备案、公布，再施行：大家看得到全文，才谈得上遵守。",
        "After the vote it is filed and published, then it holds: nobody can keep to what nobody could read.",
    ),
    _STEPS,
)
NO_PUBLICATION = Code(
    "PAC083",
    Severity.WARNING,
    Text("生效了还没有公布", "in force without publication"),
    Text(
        "第 {version} 版从 {begins} 起生效，没有登记公布",
        "version {version} is in force since {begins}, no publication is recorded",
    ),
    Text(
        "公布全文后写上“公布”的日期，或者在公开登记里写上这一版。",
        "Publish the text, then record the day under “published”, or name this version in the register of disclosures.",
    ),
    Text("公约通过以后要公布全文，大家才知道照什么做。", "An adopted pact is published in full, so that people know what to keep to."),
    _STEPS,
)
ABOUT_ELSE = Code(
    "PAC084",
    Severity.WARNING,
    Text("引用的决议说的是别的事", "the cited decision is about something else"),
    Text(
        "第 {version} 版“{field}”引用的 {decision} 是“{topic}”，议题和文本里没有说到“{name}”",
        "decision {decision}, cited under “{field}” of version {version}, is “{topic}”; its topic and text do not speak of “{name}”",
    ),
    Text(
        "核对决议的编号；就是那次定的，在会议记录的议题或者“文本”里写上公约的名称。",
        "Check the id; if it is the right decision, write the name of the pact into its topic or its “text”.",
    ),
    Text(
        "居民顺着编号要能看到：大家表决的就是这份公约。",
        "Whoever follows the id must find that what was voted on was this pact.",
    ),
    _ASSEMBLY,
)
HELD_UNREAD = Code(
    "PAC085",
    Severity.WARNING,
    Text("生效以后才公布", "in force before it was published"),
    Text(
        "第 {version} 版写 {effective} 生效，公开登记（{item}）里 {date} 才公布",
        "version {version} takes effect on {effective}; the register of disclosures ({item}) has it published on {date}",
    ),
    Text(
        "更早公布过的，在这一版写上“公布”的日期；确实生效在先的，照实保留，并在“修订说明”里说明原因，下次先公布。",
        "If it was published earlier, write the day under “published”; if not, keep it so and give the reason under “change”; "
        "next time publish first.",
    ),
    Text("先公布全文，再施行：大家看得到，才谈得上遵守。", "It is published, then it holds: nobody can keep to what nobody could read."),
    _STEPS,
)
OTHER_BODY = Code(
    "PAC017",
    Severity.WARNING,
    Text("表决的会议不是制定主体", "voted by another body than the one that makes it"),
    Text("制定主体写的是{maker}，第 {version} 版是由{body}表决的", "it is made by {maker}, but version {version} was adopted by the {body}"),
    Text("核对“制定主体”和“表决”，写错的改正。", "Check “maker” and “vote” and correct the wrong one."),
    Text("谁制定、谁表决要一致，居民才知道由谁负责修改。", "Who makes a pact also votes on it, so that residents know who may change it."),
)
NO_POWER = Code(
    "PAC018",
    Severity.WARNING,
    Text("这个会议无权制定公约", "a body without the power to make it"),
    Text(
        "第 {version} 版由{body}表决，{kind}应当由{bodies}表决{unsure}",
        "version {version} was adopted by the {body}; a {kind} takes the {bodies}{unsure}",
    ),
    Text("提交{bodies}表决。", "Put it to the {bodies}."),
    Text("自治章程、居民公约和村规民约由居民（村民）会议制定和修改。", "Charter, pact and village rules are made and changed by the assembly."),
    _ASSEMBLY,
)
FILED_LATE = Code(
    "PAC019",
    Severity.WARNING,
    Text("备案晚了", "filed late"),
    Text(
        "第 {version} 版表决后 {taken} 天才备案，应在 {days} 天内{unsure}",
        "version {version} was filed {taken:day|days} after the vote, {days} are allowed{unsure}",
    ),
    Text("日期写错了就改正；确实晚了，网页会如实写明，下次表决后尽快报。", "Mend the date if it is wrong; otherwise the page says so."),
    Text("表决通过以后尽快报街道（乡镇）备案，有违法的内容才来得及改。", "Filed soon, what is unlawful can still be mended in time."),
    _FILING,
)
PENALTY = Code(
    "PAC020",
    Severity.WARNING,
    Text("公约里有处罚", "a penalty in a pact"),
    Text("第 {version} 版第 {number} 条写了“{word}”", "version {version}, article {number} says “{word}”"),
    Text(
        "改成提醒、劝导、评议；要处罚的事由有权的机关依法处理。写的是“不得{word}”之类的，把两个词写在一句里。",
        "Write reminding and persuading instead; punishment is for the authorities. To forbid it, say so in one clause.",
    ),
    Text(
        "公约不得与法律相抵触，不得侵犯居民的人身、财产权利：罚款、没收、强制都不行。",
        "A pact may not break the law or residents' rights: no fines, seizures or force.",
    ),
    _FILING,
)
TWO_HOLD = Code(
    "PAC021",
    Severity.WARNING,
    Text("两份同类的公约同时有效", "two pacts of one kind in force"),
    Text(
        "“{name}”（{file}）和“{other}”（{first}）都是{kind}，适用范围相同，都在施行",
        "“{name}” ({file}) and “{other}” ({first}) are both a {kind} in force for the same people",
    ),
    Text(
        "旧的写上“废止”日期，或者并成一个文件的两个版本；范围不同的，在“适用范围”里写清。",
        "Repeal one, make them versions of one file, or say how their scopes differ.",
    ),
    Text("同一件事只能照一份公约做。", "Residents can follow one pact only."),
    _ASSEMBLY,
)
FOR_WHOM = Code(
    "PAC022",
    Severity.ADVICE,
    Text("没有写管哪里、谁来守", "where or for whom a pact holds is missing"),
    Text("“{name}”没有写“{field}”", "“{name}” does not say “{field}”"),
    Text("补上“{field}”，例如 全社区、8 号楼住户；只写哪一类人，不写姓名。", "Add “{field}”, e.g. the whole community; kinds of people, no names."),
    Text("居民要知道这份公约管不管自己。", "Residents want to know whether it concerns them."),
    _STEPS,
)
