"""Bodies that meet and decide: who is enough, how many must agree, how early they are called; and what an overlay changes of them."""

from __future__ import annotations

from collections.abc import Hashable

from mingbai.packs.clauses import ENGLISH, Basis, Standing, above
from mingbai.packs.footing import Footed, Footing, firmer, together
from mingbai.packs.makeup import Makeup
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.numbers import Count, Threshold
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, Words

_PUBLIC = Privacy.PUBLIC


class Proxies(Term):
    """Whether written proxies count as present."""

    COUNTED = "counted", "计入"
    NOT_COUNTED = "not counted", "不计入"
    UNCONFIRMED = "unconfirmed", "未定"


class Base(Term):
    """What a majority is measured against."""

    PRESENT = "present", "到会"
    ALL = "all", "全体"


class Special(Record):
    """A matter that asks for more than a body's usual majority."""

    matter: Words = label("事", "Matter", _PUBLIC, help=Text("决议里“特别事项”写的就是它", "As “special” of a decision names it"))
    english: Words = label("英文", "English name", _PUBLIC, same_as="matter", help=ENGLISH)
    words: Many[Words] = label(
        "词",
        "Words",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "议题里有这些词的就是它，空格隔开的几段要在同一句里都有；不写：写明才算",
            "A topic with one of these is it, parts with a blank between all in one sentence; left out: only where named",
        ),
    )
    not_by: Many[Id] = label(
        "不得由", "Not by", _PUBLIC, default=(), strict=False, help=Text("不能代替作这个决定的会", "Bodies that may not decide it in its place")
    )
    majority: Threshold = label("通过", "Majority", _PUBLIC)
    base: Base = label("基数", "Base of the majority", _PUBLIC, default=Base.ALL)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class Asker(Record):
    """Who may ask for a meeting, and how many of them oblige it to be called."""

    who: Words = label("谁", "Who", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="who", help=ENGLISH)
    share: Threshold = label("比例", "Share", _PUBLIC)


class Body(Footed):
    """A body that meets and decides: who is enough, how many must agree, how early it is called."""

    id: Id = label("编号", "Id", _PUBLIC, help=Text("会议文件名里的简称", "The slug in the file name of its meetings"))
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    quorum: Threshold | None = label(
        "法定人数", "Quorum", _PUBLIC, default=None, help=Text("占应到的比例；不写：没有规定", "Share of those due; left out: none is laid down")
    )
    households: Threshold | None = label(
        "户代表法定人数",
        "Quorum of households",
        _PUBLIC,
        default=None,
        help=Text("每户派一名代表参加时，占总户数的比例；不写：不能这样开", "Share of households, where each sends one; left out: they may not"),
    )
    majority: Threshold | None = label("通过", "Majority", _PUBLIC, default=None)
    base: Base = label("基数", "Base of the majority", _PUBLIC, default=Base.PRESENT)
    specials: Many[Special] = label("特别多数", "Special majorities", _PUBLIC, default=(), strict=False)
    proxies: Proxies = label("委托", "Proxies", _PUBLIC, default=Proxies.UNCONFIRMED)
    notice_days: Count | None = label("提前通知", "Notice", _PUBLIC, default=None, unit=Text("天", "days"))
    urgent: YesNo = label(
        "可临时通知",
        "May be called at short notice",
        _PUBLIC,
        default=False,
        help=Text("有特殊情况、写明原因的，可以临时通知", "Where a special case is stated"),
    )
    opinion_days: Count | None = label(
        "征求意见",
        "Consultation",
        _PUBLIC,
        default=None,
        unit=Text("天", "days"),
        help=Text("方案表决以前征求意见的天数；不写：没有规定", "Days for opinions on a plan before the vote; left out: none is laid down"),
    )
    opinion_affairs: Many[Id] = label(
        "征求意见的事",
        "Consultation on",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("哪些大事要征求意见，写编号；不写：件件都要", "On which matters, by id; left out: on all"),
    )
    party_first: YesNo = label("党组织先研究", "Party organisation discusses first", _PUBLIC, default=False)
    every_months: Count | None = label("间隔", "At least every", _PUBLIC, default=None, unit=Text("个月", "months"))
    asked_by: Many[Asker] = label("提议召开", "Called when asked for by", _PUBLIC, default=(), strict=False)
    representatives: Threshold | None = label(
        "代表比例",
        "Share of representatives",
        _PUBLIC,
        default=None,
        help=Text("推选的代表占组成人员的比例；不写：没有规定", "Elected ones among its members; left out: none is laid down"),
    )
    supervised: YesNo = label(
        "监督到场", "Supervisors attend", _PUBLIC, default=False, help=Text("表决时监督委员会的人要在场", "Supervisors are present at its votes")
    )
    supervised_standing: Standing | None = label(
        "监督到场效力",
        "Standing of the supervisors' attendance",
        _PUBLIC,
        default=None,
        help=Text("不写：与会议相同", "Left out: the body's"),
    )
    women: Threshold | None = label(
        "妇女比例",
        "Share of women",
        _PUBLIC,
        default=None,
        help=Text("妇女占组成人员的比例；不写：没有规定", "Among its members; left out: none is laid down"),
    )
    makeup: Makeup | None = label("组成", "Made up of", _PUBLIC, default=None)
    source: Words | None = label(
        "来源", "Where it comes from", _PUBLIC, default=None, help=Text("不是法条的，写明出处", "Where it is no clause of an act")
    )
    source_en: Words | None = label("英文来源", "Where it comes from, in English", _PUBLIC, default=None)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    @property
    def origin(self) -> Text:
        """Where its figures come from where that is no clause; empty where it is not said."""
        return Text(self.source or "", self.source_en or self.source or "")

    @property
    def free(self) -> bool:
        """Whether nothing is laid down about who is enough and how many must agree: then what the minutes say stands."""
        return self.quorum is None and self.majority is None

    def rests(self, figure: str) -> Footing:
        """On what one of its figures rests, by its field: `quorum`, `notice_days`, `women` …."""
        own = self.supervised_standing if figure == "supervised" else None
        return self._changed.get(figure) or Footing(own or self.standing, self.basis, self.source)

    def clauses(self, *figures: str) -> tuple[Basis, ...]:
        """The clauses that these figures rest on, each once."""
        return together(self.rests(figure).basis for figure in figures)

    @property
    def altered(self) -> dict[str, Footing]:
        """What those of its figures rest on that rest on something else than the body does, by their fields."""
        return {
            name: found for name in _FIGURES if (found := self.rests(name)) != Footing(self.standing, self.basis, self.source) and getattr(self, name)
        }

    @property
    def firmness(self) -> Standing:
        """How firm what is asked of it is as a whole: a default no more where a place laid down each of its figures."""
        given = [self.rests(name).standing for name in (*_FIGURES, "representatives", "supervised") if getattr(self, name)]
        local = self.standing is Standing.DEFAULT and given and Standing.DEFAULT not in given
        return Standing.LOCAL if local else self.standing

    def bare(self) -> Body:
        """The body before any act we know laid something down for it: its name, and nothing asked."""
        return Body(id=self.id, name=self.name, english=self.english, standing=Standing.DEFAULT)


class BodyChange(Record):
    """What an overlay says otherwise of a body of the packs below it; what is left out stays.

    Its standing and its clauses are those of the figures it gives; one that gives none speaks of the body itself.
    """

    id: Id = label("编号", "Id", _PUBLIC)
    quorum: Threshold | None = label("法定人数", "Quorum", _PUBLIC, default=None)
    households: Threshold | None = label("户代表法定人数", "Quorum of households", _PUBLIC, default=None)
    majority: Threshold | None = label("通过", "Majority", _PUBLIC, default=None)
    notice_days: Count | None = label("提前通知", "Notice", _PUBLIC, default=None, unit=Text("天", "days"))
    opinion_days: Count | None = label("征求意见", "Consultation", _PUBLIC, default=None, unit=Text("天", "days"))
    opinion_affairs: Many[Id] | None = label("征求意见的事", "Consultation on", _PUBLIC, default=None, strict=False)
    makeup: Makeup | None = label("组成", "Made up of", _PUBLIC, default=None)
    party_first: YesNo | None = label("党组织先研究", "Party organisation discusses first", _PUBLIC, default=None)
    every_months: Count | None = label("间隔", "At least every", _PUBLIC, default=None, unit=Text("个月", "months"))
    women: Threshold | None = label("妇女比例", "Share of women", _PUBLIC, default=None)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    def over(self, body: Body) -> Body:
        """The body as the overlay has it; what it leaves rests on what it did."""
        given = {name: value for name in _FIGURES if (value := getattr(self, name)) is not None}
        rests: dict[Hashable, Footing] = {name: Footing(self.standing, self.basis) for name in given}
        if not given:
            rests = {name: body.rests(name) for name in type(body).model_fields}
            given["standing"] = self.standing if firmer(self.standing, body.standing) else body.standing
            given["basis"] = above(self.basis, body.basis)
        return body.changed(given, rests)


_FIGURES = (
    *("quorum", "households", "majority", "notice_days", "opinion_days", "opinion_affairs"),
    *("makeup", "party_first", "every_months", "women"),
)
"""What of a body an overlay may change."""
