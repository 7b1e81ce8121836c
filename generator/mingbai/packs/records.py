"""The records a law pack is made of."""

from __future__ import annotations

import datetime

from mingbai.packs.affairs import Affair
from mingbai.packs.bodies import Body, BodyChange
from mingbai.packs.clauses import ENGLISH, Basis, Standing
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count, Threshold
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Id, Many, Words

_PUBLIC = Privacy.PUBLIC


class Article(Record):
    """One cited article and the duty it states, in a sentence of our own."""

    number: Words = label("条", "Article", _PUBLIC)
    duty: Words = label("要求", "Duty", _PUBLIC)
    duty_en: Words = label("英文要求", "Duty in English", _PUBLIC, same_as="duty", help=ENGLISH)


class Topic(Record):
    """What neighbouring articles are about: a citation of one of them says something of it."""

    first: Count = label("起", "From article", _PUBLIC, help=Text("条号", "the number of the article"))
    last: Count = label("止", "To article", _PUBLIC, help=Text("条号，含这一条", "the number of the article, itself included"))
    name: Words = label("讲", "About", _PUBLIC)
    english: Words | None = label("英文", "English name", _PUBLIC, default=None)
    words: Many[Words] = label(
        "词", "Words", _PUBLIC, strict=False, help=Text("引用它的事项里总有其中一个", "What cites one of these articles has one of them")
    )

    @property
    def text(self) -> Text:
        return Text(self.name, self.english or self.name)


class Compared(Term):
    """How much of an act was read against its published text on the day it was checked."""

    WHOLE = "the whole text as published", "公布的全文", "全文"
    CITED = "the articles cited here", "引用的条文"
    SUMMARY = "summaries and reports of its publication", "公布时的摘要和报道"


class Act(Record):
    """A law or rule in one version."""

    id: Id = label("编号", "Id", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    version: Words = label("版本", "Version", _PUBLIC, help=Text("引用时放在括号里，例如 2024", "Printed in brackets, e.g. 2024"))
    english_version: Words | None = label(
        "英文版本", "Version in English", _PUBLIC, default=None, help=Text("与版本相同就不写", "Left out where it is the same")
    )
    in_force: Day = label("施行", "In force from", _PUBLIC)
    until: Day | None = label("失效", "In force until", _PUBLIC, default=None)
    checked: Day = label("核对", "Checked on", _PUBLIC)
    compared: Compared | None = label(
        "核对范围",
        "Compared with",
        _PUBLIC,
        default=None,
        help=Text("核对那天对照公布的全文，还是只对照引用的条文；不写：没有记下来", "The whole text or the articles cited; left out: not noted"),
    )
    binds: Many[Words] = label(
        "适用", "Binds", _PUBLIC, default=(), strict=False, help=Text("约束哪几类社区；不写：都适用", "Kinds of community it binds; left out: all")
    )
    unconfirmed: YesNo = label("未核实", "Unconfirmed", _PUBLIC, default=False)
    total: Count | None = label(
        "条数", "Number of articles", _PUBLIC, default=None, help=Text("全文一共多少条；不写：没有数过", "In its whole text; left out: not counted")
    )
    topics: Many[Topic] = label(
        "各条讲什么",
        "What articles are about",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("修订后条号换了内容、旧模板还在引用的", "Articles that a revision gave another content and old templates still cite"),
    )
    articles: Many[Article] = label("条文", "Articles", _PUBLIC, strict=False)

    def holds(self, day: datetime.date) -> bool:
        """Whether it is in force on a day; both ends belong to it."""
        return self.in_force <= day and (self.until is None or day <= self.until)


class Proof(Term):
    """What shows that a step of a procedure was taken where it is no meeting: a date in the matter, or in the decision."""

    PROPOSED = "proposal", "提议"
    PUBLISHED = "decision published", "决议公开"
    OUTCOME = "outcome published", "结果公开"


class Stage(Record):
    """One step of a procedure: the bodies of which one meets, or the date that shows it; with both, either will do."""

    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    bodies: Many[Id] = label("会议", "Meetings", _PUBLIC, default=(), strict=False, help=Text("会议的简称，任一种都行", "Slugs; any of them"))
    proof: Proof | None = label("登记", "Recorded as", _PUBLIC, default=None)


class Procedure(Record):
    """The steps that a matter takes one after the other (三会, 四议两公开, 一事一议)."""

    id: Words = label("编号", "Id", _PUBLIC, help=Text("事项的种类", "The kind of matter"))
    stages: Many[Stage] = label("步骤", "Steps", _PUBLIC, strict=False)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class Carry(Record):
    """What a finance line of one direction must carry, from an amount upwards."""

    direction: Words = label("类型", "Kind of line", _PUBLIC)
    over: Yuan | None = label(
        "金额起", "From this amount", _PUBLIC, default=None, help=Text("含本数；不写：任何金额", "Inclusive; left out: any amount")
    )
    fields: Many[Words] = label("应有", "Must carry", _PUBLIC, default=(), strict=False)
    categories: Many[Words] = label(
        "科目",
        "Of categories",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("科目里有这些词的才要求；不写：不论科目", "Only where the category holds one of these words; left out: whatever it is"),
    )
    any_of: Many[Words] = label(
        "任一",
        "One of",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "写了其中一项就行，例如 合同、文号；与“科目”同用，只用于收入",
            "One of these will do, such as contract or document number; of income, with categories",
        ),
    )
    approvers: Count | None = label(
        "审批人数",
        "Persons who approve",
        _PUBLIC,
        default=None,
        unit=Text("人", "people"),
        help=Text("审批和会签合计，按人算", "Approver and countersigners together, by person"),
    )
    not_for: Many[Words] = label("票据除外", "Not for documents", _PUBLIC, default=(), strict=False)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    def covers(self, category: str) -> bool:
        """Whether it asks anything of this category."""
        return not self.categories or any(words in category for words in self.categories)


class Standard(Record):
    """A threshold: from which amount, after how many days, which share, which words. Figures that rules compare with stand here, never in code."""

    id: Id = label("编号", "Id", _PUBLIC, help=Text("规则用它来查，例如 cash-limit", "What rules ask for, e.g. cash-limit"))
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=Text("元", "yuan"))
    count: Count | None = label(
        "数", "Number", _PUBLIC, default=None, help=Text("天数、月数、份数，单位见名称", "Days, months or pieces, as the name says")
    )
    share: Threshold | None = label("比例", "Share", _PUBLIC, default=None)
    words: Many[Words] = label("词", "Words", _PUBLIC, default=(), strict=False)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class OwnStandard(Record):
    """A community's own value for a standard of the packs, with where it comes from (标准 in community.yml)."""

    id: Id = label("编号", "Id", _PUBLIC)
    amount: Yuan | None = label("金额", "Amount", _PUBLIC, default=None, unit=Text("元", "yuan"))
    count: Count | None = label("数", "Number", _PUBLIC, default=None, help=Text("天数、月数、份数", "Days, months or pieces"))
    share: Threshold | None = label("比例", "Share", _PUBLIC, default=None)
    words: Many[Words] = label("词", "Words", _PUBLIC, default=(), strict=False)
    more: Many[Words] = label(
        "增加",
        "More words",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("加在法规包的词后面；写“词”就全部换掉", "Added to the pack's; “words” replaces them"),
    )
    source: Words = label("来源", "Source", _PUBLIC, help=Text("哪个文件规定的，例如 街财〔2026〕3号", "Which document lays it down"))

    def over(self, standard: Standard) -> Standard:
        """The pack's standard with the community's value in it: a local rule, no longer a default."""
        given = {name: getattr(self, name) for name in ("amount", "count", "share") if getattr(self, name) is not None}
        if self.words or self.more:
            given["words"] = (*(self.words or standard.words), *self.more)
        return standard.model_copy(update={**given, "standing": Standing.LOCAL})


class ActFile(Record):
    """`acts.yml`."""

    acts: Many[Act] = label("法规", "Acts", _PUBLIC, strict=False)


class Power(Record):
    """Which bodies may decide what a ledger records, such as the distribution of a year."""

    ledger: Id = label("台账", "Ledger", _PUBLIC, help=Text("台账的名称，例如 distribution", "The kind of ledger, e.g. distribution"))
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    bodies: Many[Id] = label("会议", "Meetings", _PUBLIC, strict=False, help=Text("会议的简称，任一种都行", "Slugs; any of them"))
    authorised: Many[Id] = label(
        "授权后可由",
        "Where authorised, by",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("上面的会授权以后才能定的会", "Bodies that may decide it only where one of those authorised them"),
    )
    outside: Many[Id] = label(
        "不归",
        "Not for",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("哪些会的议题有“越权词”就提醒", "Bodies that are told where a topic or text of theirs has one of the words"),
    )
    usurped: Many[Words] = label(
        "越权词",
        "Words where another body decides",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("“不归”的会，议题或者文本里有这些词就是定了这件事", "A topic or text with one of these is such a decision of a body it is not for"),
    )
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class BodyFile(Record):
    """`bodies.yml`."""

    bodies: Many[Body] = label("会议", "Bodies", _PUBLIC, default=(), strict=False)
    changes: Many[BodyChange] = label("调整", "Changes", _PUBLIC, default=(), strict=False)
    procedures: Many[Procedure] = label("程序", "Procedures", _PUBLIC, default=(), strict=False)
    powers: Many[Power] = label("权限", "Powers", _PUBLIC, default=(), strict=False)
    affairs: Many[Affair] = label("大事", "Matters of weight", _PUBLIC, default=(), strict=False)


class CarryFile(Record):
    """`carry.yml`."""

    carry: Many[Carry] = label("单据要求", "What a line must carry", _PUBLIC, strict=False)


class StandardFile(Record):
    """`standards.yml`."""

    standards: Many[Standard] = label("标准", "Standards", _PUBLIC, strict=False)
