"""`elections/{id}.yml`: one election or recall (选举、罢免; domain §3, §4.22): its days, its figures, who was elected; never a list of voters."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC
_PEOPLE = Text("人", "people")
_VOTES = Text("票", "votes")


class ElectionKind(Term):
    """What is voted on."""

    COMMITTEE = "committee", "换届选举", "居委会选举", "村委会选举"
    BY_ELECTION = "by-election", "补选"
    SUPERVISORS = "supervisory committee", "监督委员会推选"
    REPRESENTATIVES = "representatives", "代表推选", "居民代表推选", "村民代表推选"
    RECALL = "recall", "罢免"
    BOARD = "board of directors", "理事会选举"
    BOARD_SUPERVISORS = "supervisory board", "监事会选举", "监事选举"
    MEMBERS = "representatives of members", "成员代表选举"
    BOARD_RECALL = "recall of directors or supervisors", "罢免理事、监事", "罢免理事", "罢免监事", "理事罢免", "监事罢免"

    @property
    def recall(self) -> bool:
        """Whether somebody is to be recalled, not elected."""
        return self in (ElectionKind.RECALL, ElectionKind.BOARD_RECALL)

    @property
    def chartered(self) -> bool:
        """Whether it is of a rural collective, whose own law and charter hold, not the rules of committee elections."""
        return self.body is not None or self is ElectionKind.BOARD_RECALL

    @property
    def body(self) -> str | None:
        """The body of a rural collective that is elected, by its id in the packs; how these are elected its charter says (law on collectives, arts 28, 29, 32). None of the rest."""
        return {
            ElectionKind.BOARD: "lishihui",
            ElectionKind.BOARD_SUPERVISORS: "jianshi",
            ElectionKind.MEMBERS: "chengyuandaibiao",
        }.get(self)


class Way(Term):
    """Who votes."""

    VOTERS = "voters", "选民直接选举", "选民", "全体选民", "直接选举"
    HOUSEHOLDS = "households", "户代表选举", "户代表"
    REPRESENTATIVES = "representatives", "代表选举", "代表", "居民代表选举"
    MEMBERS = "members", "成员选举", "成员大会选举"


class Objection(Record):
    """One objection to the list of voters and its answer; nobody is named."""

    raised: Day = label("提出", "Raised on", _PUBLIC)
    answered: Day | None = label("答复", "Answered on", _PUBLIC, default=None, help=Text("还没有答复就不写", "Left out until it is answered"))
    outcome: Words | None = label(
        "处理", "Outcome", _PUBLIC, default=None, help=Text("例如 补登一人；不写姓名", "E.g. one voter added; without names")
    )


class Candidate(Record):
    """A candidate with the votes won; the name stands here only of who was elected."""

    mark: Words = label("称呼", "Called", _PUBLIC, help=Text("候选人甲、候选人乙；不写姓名", "Candidate A, candidate B; not the name"))
    name: Name | None = label("姓名", "Name", _PUBLIC, default=None, help=Text("只写当选人的，没有当选的不写", "Of who was elected only"))
    votes: Count = label("得票", "Votes", _PUBLIC, unit=_VOTES)
    elected: YesNo = label("当选", "Elected", _PUBLIC, default=False)


class Seat(Record):
    """The seats of one office and who stood for them."""

    office: Words = label("职务", "Office", _PUBLIC)
    seats: Count = label("名额", "Seats", _PUBLIC, unit=_PEOPLE)
    candidates: Many[Candidate] = label("候选人", "Candidates", _PUBLIC, default=(), strict=False)


class Round(Record):
    """One day of voting: how many took part, how many ballots were good, who got how many."""

    date: Day = label("日期", "Date", _PUBLIC)
    took_part: Count = label(
        "参加投票", "Took part", _PUBLIC, unit=_PEOPLE, help=Text("亲自投票的加上委托别人投的", "In person and by proxy together")
    )
    proxies: Count = label("委托", "By proxy", _PUBLIC, default=0, unit=_PEOPLE)
    most: Count | None = label(
        "一人最多代",
        "Most proxies of one voter",
        _PUBLIC,
        default=None,
        unit=_PEOPLE,
        help=Text("接受委托最多的那个人代了几个人", "How many the busiest proxy voted for"),
    )
    to_candidates: Count = label("委托给候选人", "Given to candidates", _PUBLIC, default=0, unit=_PEOPLE)
    valid: Count = label("有效", "Valid", _PUBLIC, unit=_VOTES)
    invalid: Count = label("无效", "Invalid", _PUBLIC, unit=_VOTES)
    seats: Many[Seat] = label("职位", "Offices", _PUBLIC, default=(), strict=False)
    yes: Count | None = label("同意罢免", "For the recall", _PUBLIC, default=None, unit=_VOTES)
    no: Count | None = label("反对罢免", "Against the recall", _PUBLIC, default=None, unit=_VOTES)


class Asked(Record):
    """Who asked for a recall, and why."""

    date: Day = label("日期", "Date", _PUBLIC)
    by: Way = label("谁联名", "Who asked", _PUBLIC, help=Text("选民、户代表或者代表", "Voters, households or representatives"))
    count: Count = label("联名", "How many asked", _PUBLIC, unit=Text("人或户", "people or households"))
    of: Count = label("总数", "Of how many", _PUBLIC, unit=Text("人或户", "people or households"))
    office: Words = label("职务", "Office", _PUBLIC, help=Text("要求罢免谁，写职务", "Whose recall is asked for, by office"))
    reason: Prose = label("理由", "Reason", _PUBLIC, help=Text("理由和本人申辩的要点", "The reason, and what the officer answered"))


class Election(Record):
    """An election or a recall."""

    name: Name = label("名称", "Name", _PUBLIC)
    kind: ElectionKind = label("种类", "Kind", _PUBLIC)
    way: Way = label("方式", "Who votes", _PUBLIC)
    held_by: Words = label("主持", "Held by", _PUBLIC, help=Text("例如 居民选举委员会（七人）", "E.g. the election committee (seven)"))
    registered: Count = label(
        "登记",
        "Registered",
        _PUBLIC,
        unit=Text("人或户", "people or households"),
        help=Text("有权投票的人数、户数或代表人数", "Voters, households or representatives"),
    )
    list_published: Day | None = label(
        "名单公布",
        "List of voters shown on",
        _PUBLIC,
        default=None,
        help=Text("名单只贴在本社区，不写进台账", "The list itself is shown here only, never kept"),
    )
    objections: Many[Objection] = label("异议", "Objections", _PUBLIC, default=(), strict=False)
    committee_chosen: Day | None = label(
        "选举委员会产生", "Election committee chosen on", _PUBLIC, default=None, help=Text("推选出选举委员会的那一天", "The day it was chosen")
    )
    audit_published: Day | None = label(
        "离任审计公布",
        "Leaving audit shown on",
        _PUBLIC,
        default=None,
        help=Text(
            "换届选举以前公布上一届离任审计结果的那一天", "The day the result of the last committee's audit was shown, before a new one is elected"
        ),
    )
    candidates_published: Day | None = label("候选人公布", "Candidates shown on", _PUBLIC, default=None)
    asked: Asked | None = label("罢免要求", "Recall asked for", _PUBLIC, default=None)
    rounds: Many[Round] = label(
        "投票", "Voting", _PUBLIC, default=(), strict=False, help=Text("第一次投票；另行选举接着写", "The first round; a second one follows")
    )
    result_published: Day | None = label("结果公布", "Result shown on", _PUBLIC, default=None)
    handed_over: Day | None = label(
        "移交",
        "Handed over on",
        _PUBLIC,
        default=None,
        help=Text(
            "换届以后工作移交完成的那一天；选举委员会主持，街道（乡镇）监督",
            "The day the old committee's work had been handed over, before the election committee and the subdistrict or township",
        ),
    )
    meeting: Cited | None = label(
        "会议", "Meeting", _PUBLIC, default=None, ref="meeting", help=Text("由代表会议投票的，写那次会", "Where a representatives' meeting voted")
    )
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
