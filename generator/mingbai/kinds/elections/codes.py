"""ELE: what may be wrong with an election or a recall."""

from mingbai.diagnostics import Cite, Code, Severity
from mingbai.values.text import Text

LIST = (Cite("urban-committee", "17"), Cite("village-committee", "17"))
VOTE = (Cite("urban-committee", "18"), Cite("urban-committee", "19"), Cite("village-committee", "18"))
RECALL = (Cite("urban-committee", "20"), Cite("village-committee", "19"))
AUDIT = (Cite("urban-committee", "38"), Cite("village-committee", "40"))
SEATS = (Cite("urban-committee", "8"), Cite("village-committee", "8"))
HANDOVER = (Cite("urban-committee", "25"), Cite("village-committee", "24"))
BOARD = (Cite("collective", "29"), Cite("collective", "32"))
MEMBERS = (Cite("collective", "28"),)
COLLECTIVE = (Cite("collective", "26"),)
TERM = (Cite("urban-committee", "14"), Cite("village-committee", "14"), Cite("collective", "29"))
REST = (Cite("urban-committee", "24"), Cite("village-committee", "23"))
PRIVATE = (Cite("personal-information", "25"),)

BALLOTS = Code(
    "ELE001",
    Severity.ERROR,
    Text("票数加不起来", "ballots do not add up"),
    Text(
        "参加投票 {took_part} 人（登记 {registered}），有效 {valid} 票、无效 {invalid} 票，委托 {proxies} 人",
        "{took_part} took part ({registered} registered), {valid} valid and {invalid} invalid ballots, {proxies} by proxy",
    ),
    Text(
        "对照计票单改正：参加投票 = 有效 + 无效，不超过登记数，委托的人算在参加投票里。",
        "Compare with the tally: those who took part are valid and invalid ballots together, no more than are registered; proxies are among them.",
    ),
    Text("每张收回的票，不是有效就是无效。", "Every ballot that came back is valid or not."),
    VOTE,
)
TOO_MANY = Code(
    "ELE002",
    Severity.ERROR,
    Text("得票比有效票还多", "more votes than valid ballots"),
    Text("“{office}”{what}，有效票 {valid} 张、名额 {seats} 人", "“{office}”: {what}; {valid:valid ballot|valid ballots}, {seats:seat|seats}"),
    Text("对照计票单改正得票数。", "Compare with the tally and mend the votes."),
    Text("一张有效票选的人不多于名额，一个候选人最多得到全部有效票。", "A valid ballot names no more people than there are seats."),
    VOTE,
)
ELECTED = Code(
    "ELE003",
    Severity.ERROR,
    Text("写的当选人与票数算出来的不同", "who is elected differs from the votes"),
    Text("“{office}”写的当选是{claimed}，按票数是{computed}：{why}", "“{office}”: {claimed} is claimed, the votes say {computed}: {why}"),
    Text(
        "核对票数；票数无误就改“当选”。没有选足的名额，另行选举接着写一次投票。",
        "Check the votes; if they are right mend “elected”. Seats left over go to a second round.",
    ),
    Text("谁当选由参加投票的人数和得票决定，不由人写。", "Turnout and votes decide who is elected, not the writer."),
    VOTE,
)
NAMED = Code(
    "ELE004",
    Severity.ERROR,
    Text("写了没有当选的人的姓名", "name of someone not elected"),
    Text("“{office}”的{mark}没有当选，却写了姓名", "{mark} for “{office}” was not elected, yet is named"),
    Text("删掉姓名，只留称呼和得票；已经提交过的，请按管理员说明清理历史。", "Delete the name; keep how the candidate is called and the votes."),
    Text("当选人的姓名要公布，没有当选的人是个人，网站不长期挂着。", "The elected are named; who was not elected stays a private person."),
    PRIVATE,
)
FUTURE = Code(
    "ELE005",
    Severity.ERROR,
    Text("还没有投票，已经写了结果", "results of a vote still to come"),
    Text("投票日期 {date} 在今天（{as_of}）之后", "the vote is on {date}, after today ({as_of})"),
    Text("投完票再写“投票”这一段；日期写错了就改正。", "Write “voting” when it is over; mend the date if it is wrong."),
    Text("没有投的票不会有结果。", "A vote that was not held has no result."),
)
UNNAMED = Code(
    "ELE006",
    Severity.WARNING,
    Text("没有写当选人的姓名", "the elected are not named"),
    Text("“{office}”的{mark}当选，没有写姓名", "{mark} was elected as “{office}” and is not named"),
    Text("补上“姓名”。当选人的姓名依法公布。", "Add “name”: the elected are public by law."),
    Text("居民要知道选出来的是谁。", "Residents want to know whom they elected."),
    VOTE,
)
LATE_LIST = Code(
    "ELE010",
    Severity.WARNING,
    Text("选民名单公布晚了", "list of voters shown late"),
    Text("名单应在选举日前 {days} 天公布，这里{given}", "the list is shown {days:day|days} before the vote; {given}"),
    Text("日期写错了就改正；确实晚了，网页会如实写明。", "Mend the date if it is wrong; otherwise the page says so."),
    Text("名单早公布，漏登、错登的才来得及更正。", "An early list leaves time to correct it."),
    LIST,
)
OBJECTION = Code(
    "ELE011",
    Severity.WARNING,
    Text("名单异议没有按时答复", "an objection was not answered in time"),
    Text("{raised}提出的异议应在 {days} 天内答复，{answered}", "an objection of {raised} is answered within {days:day|days}; {answered}"),
    Text("答复了就补上“答复”和“处理”；晚了的如实公布。", "Add the answer and what was done; what was late is published as late."),
    Text("对名单有异议的，选举委员会要在期限内答复，不然影响投票。", "The election committee answers in time, or people cannot vote."),
    LIST,
)
NO_CHOICE = Code(
    "ELE012",
    Severity.WARNING,
    Text("候选人不多于名额", "no more candidates than seats"),
    Text("“{office}”名额 {seats} 人，候选人 {candidates} 人", "“{office}”: {seats:seat|seats}, {candidates:candidate|candidates}"),
    Text("核对候选人数；法律要求差额选举。", "Check the number: the law asks for more candidates than seats."),
    Text("候选人多于名额，居民才有得选。", "With more candidates than seats there is a choice."),
    VOTE,
)
TURNOUT = Code(
    "ELE013",
    Severity.WARNING,
    Text("参加投票的人数不够，选举无效", "too few took part: the vote is void"),
    Text(
        "登记 {registered}，参加投票 {took_part}，{share}（至少要 {least}）",
        "{registered} registered, {took_part} took part, {share} ({least} needed)",
    ),
    Text("重新组织投票，接着写一次“投票”。", "Vote again and write it below."),
    Text("参加投票的人不够，选出来的不能代表大家。", "With too few taking part the result stands for nobody."),
    VOTE,
)
PROXIES = Code(
    "ELE014",
    Severity.WARNING,
    Text("一个人代投的票太多", "too many proxies in one hand"),
    Text("一人最多代 {most} 人，规定不超过 {limit} 人", "one voter held {most:proxy|proxies}, {limit} are allowed"),
    Text("核对委托登记；超出的委托无效，票数要重算。", "Check the register of proxies: those beyond are void."),
    Text("每一选民接受的委托有限，免得一个人替一楼人投票。", "No voter may vote for a whole building."),
    VOTE,
)
PROXY_GIVEN = Code(
    "ELE015",
    Severity.WARNING,
    Text("不该有的委托", "proxies where there may be none"),
    Text("{what}", "{what}"),
    Text("核对委托登记；这样的委托无效。", "Check the register of proxies: these are void."),
    Text("候选人不得接受委托；由代表投票的不能再委托。", "Candidates hold no proxies, and representatives give none."),
    VOTE,
)
SIZE = Code(
    "ELE016",
    Severity.WARNING,
    Text("委员会人数不合规定", "size of the committee"),
    Text("一共选 {seats} 人，规定 {least} 至 {most} 人{unsure}", "{seats} are elected, the law asks for {least} to {most}{unsure}"),
    Text("核对名额。", "Check the seats."),
    Text("委员会的人数法律有规定。", "The law lays down how many sit on a committee."),
    SEATS,
)
LATE_AUDIT = Code(
    "ELE018",
    Severity.WARNING,
    Text("离任审计结果公布晚了", "leaving audit shown late"),
    Text("离任审计结果应在{before}前 {days} 天公布，{given}", "the result of the leaving audit is shown {days:day|days} before {before}; {given}"),
    Text(
        "公布了就补上“离任审计公布: 日期”；没有审计、晚了的，网页会如实写明。",
        "Add “audit_published” if it was shown; if not, or late, the page says so.",
    ),
    Text("上一届的账审清楚、让大家看到，再选下一届。", "Residents see how the last committee kept its money before they elect the next."),
    AUDIT,
)
TOO_FEW_ASKED = Code(
    "ELE017",
    Severity.WARNING,
    Text("要求罢免的人数不够", "too few asked for the recall"),
    Text("联名 {count}，总数 {of}，{share}（至少要 {least}）", "{count} of {of} asked, {share} ({least} needed)"),
    Text(
        "核对联名数；不够的不能进入罢免投票，投了票职务也不因此终止。",
        "Check the number: with too few there is no vote, and one that was held ends no office.",
    ),
    Text("罢免要有足够的人提出来，提出来就要受理。", "A recall needs enough people to ask, and then must be dealt with."),
    RECALL,
)
BOARD_SIZE = Code(
    "ELE019",
    Severity.WARNING,
    Text("理事会、监事会的人数不合规定", "size of the board or of its supervisors"),
    Text("一共选 {seats} 人，{body}{size}", "{seats} are elected; the {body} {size}"),
    Text("核对名额；章程写的人数也不能超出法律规定的范围。", "Check the seats; a charter keeps to the numbers of the law too."),
    Text(
        "人数是单数，表决才分得出多少；人太少没有商量，太多议不成。",
        "An odd number decides; with too few nothing is discussed, with too many nothing comes of it.",
    ),
    BOARD,
)
MEMBERS_SIZE = Code(
    "ELE020",
    Severity.WARNING,
    Text("成员代表的人数不合规定", "number of members' representatives"),
    Text("选成员代表 {seats} 人，{what}", "{seats:members' representative is elected|members' representatives are elected}; {what}"),
    Text("核对代表人数和户数；章程另有规定的，写明依据。", "Check representatives and households; where the charter says otherwise give its clause."),
    Text(
        "代表够多、每户都有人替它说话，代表大会才代表得了大家。",
        "Enough representatives, and one for every few households: only then does their assembly stand for all.",
    ),
    MEMBERS,
)
NOT_HANDED_OVER = Code(
    "ELE021",
    Severity.WARNING,
    Text("换届以后没有按时移交工作", "work not handed over in time after an election"),
    Text(
        "新一届 {elected} 产生，工作应在 {due} 以前移交完（{days} 天），{given}",
        "the new committee was elected on {elected}; its work is handed over by {due} ({days:day|days}); {given}",
    ),
    Text(
        "移交完了就补上“移交: 日期”；印章、账册、款项的清单记在交接台账里。晚了的，网页会如实写明。",
        "Add “handed_over” when it is done; seals, books and money stand in the register of handovers. What was late is told as late.",
    ),
    Text(
        "上一届的账册、印章、没办完的事交接清楚，新一届才接得上手。",
        "Books, seals and unfinished business are passed on, so that the new committee can take over.",
    ),
    HANDOVER,
)
TERM_OVER = Code(
    "ELE022",
    Severity.WARNING,
    Text("届满没有换届", "a term that is over, and no election held"),
    Text("{body}：{begun}，{over} 届满，已过 {days} 天", "{body}: {begun}; the term ended on {over}"),
    Text(
        "已经换届的，在 ledgers/elections/ 记下选举，在 community.yml 改任期（连任的也写新一届的起止）；没有换届的，网页会如实写明。",
        "If the next was elected, enter the election in ledgers/elections/ and the new terms in community.yml, also of who was elected again; if not, the page says so.",
    ),
    Text("届满及时换届，居民才能重新选。", "When a term is over people choose anew, without delay."),
    TERM,
)
TERM_LONG = Code(
    "ELE023",
    Severity.WARNING,
    Text("任期写得太长", "a term longer than the law allows"),
    Text(
        "“{person}”的任期写到 {end}，最晚只能到 {latest}（{why}）",
        "the term of “{person}” is said to end on {end}, by law on {latest} at the latest ({why})",
    ),
    Text("核对“任期”的起和止；连任的，写新一届的起止。", "Check both days of the term; of who was elected again, write the new one."),
    Text(
        "一届有多长法律有规定，补选的人接着做完这一届。", "How long a term is the law lays down; who fills a vacant seat serves for the rest of it."
    ),
    (*TERM, *REST),
)
NOT_ASKED = Code(
    "ELE024",
    Severity.WARNING,
    Text("罢免没有写是谁要求的", "a recall that nobody asked for"),
    Text("没有“罢免要求”一栏", "“asked” is missing"),
    Text(
        "写上“罢免要求”：哪天、谁联名、多少人、要求罢免哪个职务、理由和申辩。",
        "Add “asked”: the day, who asked, how many, whose recall, the reasons and what the officer answered.",
    ),
    Text("罢免由够数的人联名提出，理由和申辩都让大家看到。", "A recall is asked for by enough people; their reasons and the answer are told to all."),
    RECALL,
)
WRONG_BODY = Code(
    "ELE025",
    Severity.WARNING,
    Text("罢免理事、监事的会不对", "a director or supervisor recalled by the wrong body"),
    Text("{what}；罢免理事、监事要由{wanted}表决", "{what}; directors and supervisors are recalled by the {wanted}"),
    Text(
        "由成员（代表）大会表决；“方式”写成员选举或者代表选举。",
        "Put it to the members or their representatives; “way” is members or representatives.",
    ),
    Text("选谁、免谁，由成员定，理事会、村委会定不了。", "Members choose and members recall; neither the board nor the committee can."),
    (Cite("collective", "26"), Cite("collective", "28")),
)
NO_VOTES = Code(
    "ELE026",
    Severity.ERROR,
    Text("罢免投票没有写同意多少票", "a vote on a recall without its votes"),
    Text("参加投票 {took_part}，没有写“同意罢免”", "{took_part} took part, “yes” is missing"),
    Text("对照计票单补上“同意罢免”和“反对罢免”。", "Add the votes for and against from the tally."),
    Text("罢免通过没有通过，由票数算出来，没有票数就说不清。", "Whether a recall passed follows from its votes; without them nothing can be said."),
    (*RECALL, *COLLECTIVE),
)
STAYS = Code(
    "ELE040",
    Severity.WARNING,
    Text("罢免通过了，还在任", "recalled and still in office"),
    Text(
        "{date} 罢免“{office}”通过，职务终止；community.yml 里还在任期内",
        "the recall of “{office}” passed on {date}: the office ends; community.yml has the term running",
    ),
    Text(
        "在 community.yml 里把任期的“止”写成罢免通过那一天，办交接，补选；票数写错了的，改正票数。",
        "End the term in community.yml on the day of the vote; hand over; elect anew. If the votes are wrong, mend them.",
    ),
    Text("罢免通过，职务就终止；网站不能还写着这个人在任。", "A recall that passed ends the office; the site cannot go on naming its holder."),
    (*RECALL, *COLLECTIVE),
)
NO_HOLDER = Code(
    "ELE041",
    Severity.WARNING,
    Text("罢免的职务没有人担任", "recall of an office that nobody holds"),
    Text("要求罢免“{office}”，{date} 没有登记谁担任这个职务", "“{office}” is to be recalled; nobody is registered as holding it on {date}"),
    Text(
        "“职务”照 community.yml 里登记的写；漏登记的人和任期补上，已经离任的也要有。",
        "Write the office as community.yml has it; register whoever is missing with the term, also of who has left.",
    ),
    Text("罢免的是在任的人，居民要知道说的是谁。", "A recall is of somebody in office, and residents know of whom."),
    (*RECALL, *COLLECTIVE),
)
OTHER_FIELDS = Code(
    "ELE042",
    Severity.ERROR,
    Text("选举和罢免的票数写混了", "votes of an election and of a recall mixed up"),
    Text("“种类”是{kind}，投票却写了{what}", "“kind” is {kind}, yet the voting has {what}"),
    Text(
        "罢免只写“同意罢免”“反对罢免”，选举只写“职位”和“候选人”；罢免以后的补选另写一个文件。",
        "A recall has votes for and against, an election offices and candidates; who is elected after a recall goes into a file of its own.",
    ),
    Text(
        "罢免是问大家同不同意一个人离开，选举是选谁来做；两样票数算法不同，混在一起算不出结果。",
        "A recall asks whether somebody leaves, an election who comes; they are counted differently and have no result together.",
    ),
    (*RECALL, *COLLECTIVE),
)
OBJECTED_LATE = Code(
    "ELE043",
    Severity.ADVICE,
    Text("名单异议提出得晚了", "an objection to the list raised late"),
    Text(
        "{raised}才提出，名单 {shown} 公布，异议应在 {days} 天内提出",
        "raised on {raised}; the list was shown on {shown}, objections have {days:day|days}",
    ),
    Text(
        "核对“提出”和“名单公布”的日期；确实晚了也受理的，写明怎么处理，对大家一样。",
        "Check both days; where a late one was dealt with all the same, say how, and treat all alike.",
    ),
    Text("异议有期限，过了期限改名单，别人没有机会再说。", "Objections have their days; if the list changes later nobody else can speak."),
    LIST,
)
OTHER_WAY = Code(
    "ELE044",
    Severity.WARNING,
    Text("罢免投票的方式和选举时不同", "a recall voted on otherwise than the office was filled"),
    Text(
        "罢免“{office}”写的是{way}，选举时是{wanted}：这次投票不能终止职务",
        "the recall of “{office}” was voted on by {way}, the election by {wanted}: this vote ends no office",
    ),
    Text(
        "核对“方式”；确实换了方式的，按选举时的方式重新投票。",
        "Check “way”; if it was another, vote again in the way of the election.",
    ),
    Text("谁选出来的，由谁来罢免。", "Those who elected somebody decide on the recall."),
    RECALL,
)
RESULT_LATE = Code(
    "ELE045",
    Severity.WARNING,
    Text("选举结果没有当场公布", "a result not shown on the spot"),
    Text("{voted} 投票，{shown} 才公布结果，晚了 {days} 天", "voted on {voted}, the result was shown on {shown}, {days:day|days} later"),
    Text(
        "核对“结果公布”；当场已经公布的，写投票那一天。确实晚了的，网页会如实写明。",
        "Check “result_published”; where it was announced on the spot write the day of the vote. If it was late, the page says so.",
    ),
    Text("票当着大家点，结果当场说，免得点完再改。", "Ballots are counted before all and the result said there, so that nothing changes afterwards."),
    (Cite("urban-committee", "19"),),
)
