"""pacts/{id}.yml: a charter, a pact, village rules; every version with its full text and the steps that led to it."""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.numbers import Count
from mingbai.values.terms import Term
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, Prose, Words

_PUBLIC = Privacy.PUBLIC


def _spelt(one: str, other: str) -> tuple[str, ...]:
    """The other ways people type 三约（社区—居民）."""
    pairs = [f"{one}{dash}{other}" for dash in ("—", "-", "－", "——", "与")]
    return tuple(form.format(pair) for pair in pairs for form in ("三约（{}）", "三约：{}", "三约:{}", "三约({})"))[1:]


class PactKind(Term):
    """What sort of pact it is; the three 三约 follow 社区治理 practice."""

    CHARTER = "charter", "自治章程", "居民自治章程", "村民自治章程"
    RESIDENTS = "residents' pact", "居民公约"
    VILLAGE = "village rules", "村规民约"
    SPECIAL = "special pact", "专项公约"
    STAIRWELL = "stairwell pact", "楼道公约", "楼栋公约", "单元公约"
    WITH_CADRES = "community and party members", "三约（社区—党员干部）", *_spelt("社区", "党员干部")
    WITH_RESIDENTS = "community and residents", "三约（社区—居民）", *_spelt("社区", "居民")
    AMONG_RESIDENTS = "among residents", "三约（居民—居民）", *_spelt("居民", "居民")

    @property
    def formal(self) -> bool:
        """Whether the law asks for review, filing and a vote of the whole community; neighbours' own pacts are free of it."""
        return self in (PactKind.CHARTER, PactKind.RESIDENTS, PactKind.VILLAGE, PactKind.SPECIAL)


class Opinions(Record):
    """Opinions asked for on a draft: from when to when, how many came, how many were taken up."""

    start: Day = label("起", "From", _PUBLIC)
    end: Day = label("止", "To", _PUBLIC)
    received: Count | None = label(
        "条数",
        "Received",
        _PUBLIC,
        default=None,
        unit=Text("条", "opinions"),
        help=Text("征集还没结束就先不写", "Leave out while opinions still come in"),
    )
    adopted: Count | None = label("采纳", "Taken up", _PUBLIC, default=None, unit=Text("条", "opinions"))
    note: Prose | None = label(
        "说明",
        "What was changed",
        _PUBLIC,
        default=None,
        help=Text("主要意见和怎样采纳，不写姓名", "The main opinions and what became of them, without names"),
    )


class Review(Record):
    """The review by the subdistrict or township before the vote."""

    authority: Words = label("机关", "Authority", _PUBLIC)
    date: Day = label("日期", "Date", _PUBLIC)
    opinion: Words | None = label("意见", "Opinion", _PUBLIC, default=None)


class Filed(Record):
    """The filing with the subdistrict or township after the vote."""

    authority: Words = label("机关", "Authority", _PUBLIC)
    date: Day = label("日期", "Date", _PUBLIC)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)


class Article(Record):
    """One article of the text."""

    number: Count = label("编号", "Number", _PUBLIC, help=Text("从 1 开始连续编号，页面上显示为“第一条”", "From 1 upwards, printed as 第一条"))
    title: Name | None = label("标题", "Title", _PUBLIC, default=None)
    text: Prose = label("正文", "Text", _PUBLIC)


class Execution(Record):
    """What has been done under the pact, or seen of it, on a day."""

    date: Day = label("日期", "Date", _PUBLIC)
    note: Prose = label("说明", "What was done", _PUBLIC)


class Version(Record):
    """One version: its full text and every step that led to it. Whether it is in force is computed, never typed."""

    number: Count = label("版本", "Version", _PUBLIC, help=Text("第一版写 1，修订一次加 1", "1 for the first, one more for each revision"))
    change: Prose | None = label("修订说明", "Why it was revised", _PUBLIC, default=None)
    opinions: Opinions | None = label("征求意见", "Opinions asked for", _PUBLIC, default=None)
    review: Review | None = label("审核", "Review", _PUBLIC, default=None)
    mandate: Cited | None = label(
        "授权",
        "Authorised by",
        _PUBLIC,
        default=None,
        ref="decision",
        help=Text("居民会议授权居民代表会议表决的决议，例如 2026-01-24-jumin/1", "The assembly's decision that lets the representatives vote"),
    )
    vote: Cited | None = label(
        "表决",
        "Adopted by",
        _PUBLIC,
        default=None,
        ref="decision",
        help=Text("表决通过的决议，例如 2026-03-28-daibiao/1；还没表决就不写", "The decision that adopted it; left out: not voted yet"),
    )
    signed: Count | None = label(
        "签约户数",
        "Households that signed",
        _PUBLIC,
        default=None,
        unit=Text("户", "households"),
        help=Text("楼道公约、三约修订以后重新签约的户数", "Of neighbours' pacts: the households that signed this revision"),
    )
    filing: Filed | None = label("备案", "Filing", _PUBLIC, default=None)
    published: Day | None = label("公布", "Published on", _PUBLIC, default=None)
    effective: Day | None = label("生效", "In force from", _PUBLIC, default=None)
    repealed: Day | None = label(
        "废止",
        "Repealed from",
        _PUBLIC,
        default=None,
        help=Text("新版本会自动取代旧版本，只有不再用时才写", "A newer version replaces the older by itself; write this only when the pact ends"),
    )
    articles: Many[Article] = label("条款", "Articles", _PUBLIC, min_length=1, strict=False)


class Pact(Record):
    """A pact and all its versions."""

    name: Name = label("名称", "Name", _PUBLIC)
    kind: PactKind = label("种类", "Kind", _PUBLIC)
    maker: Words = label("制定主体", "Made by", _PUBLIC, help=Text("哪个会议制定，例如 居民会议、居民代表会议", "The body that makes it"))
    scope: Words | None = label("适用范围", "Applies to", _PUBLIC, default=None)
    parties: Words | None = label("签约方", "Parties", _PUBLIC, default=None, help=Text("只写哪一类人，不写姓名", "Who takes part, without names"))
    signed: Count | None = label(
        "签约户数",
        "Households that signed",
        _PUBLIC,
        default=None,
        unit=Text("户", "households"),
        help=Text(
            "第一版的签约户数。楼道公约、三约靠签约生效，不用表决", "Of the first version. Neighbours' pacts hold by being signed, without a vote"
        ),
    )
    overseer: Words | None = label("监督人", "Overseen by", _PUBLIC, default=None, help=Text("写职务，例如 二号网格员", "Write the office"))
    execution: Many[Execution] = label("执行情况", "How it is kept", _PUBLIC, default=(), strict=False)
    versions: Many[Version] = label("版本", "Versions", _PUBLIC, min_length=1, strict=False)
    note: Prose | None = label("备注", "Note", Privacy.INTERNAL, default=None)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})

    def signatures(self, version: Version) -> int | None:
        """The households that signed that version: as it says itself, of the first as the pact says; None where neither does.

        Who signed a text has not signed its revision.
        """
        first = version.number == min(v.number for v in self.versions)
        return self.signed if version.signed is None and first else version.signed

    def households(self, version: Version) -> int:
        """The households whose signatures put that version in force; 0 for a pact that needs a vote, or where nobody signed."""
        return 0 if self.kind.formal else self.signatures(version) or 0
