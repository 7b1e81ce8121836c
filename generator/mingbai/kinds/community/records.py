"""community.yml: who publishes, which books and funds there are, who holds which office."""

from __future__ import annotations

import datetime

from mingbai.kinds.community.outside import Filing, Repository, host_of
from mingbai.kinds.community.reuse import Reuse
from mingbai.kinds.community.terms import Opened, Population, Tenure
from mingbai.packs import Carry, OwnStandard
from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import SignedYuan, Yuan
from mingbai.values.numbers import Count
from mingbai.values.tags import Tag
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Division, Id, Many, Name, OfficePhone, SubNumber, Web, Words

_PUBLIC = Privacy.PUBLIC
_YUAN = Text("元", "yuan")


class CommunityKind(Term):
    """What kind of community publishes."""

    URBAN = "urban", "城市居委会", "居委会", "居民委员会"
    VILLAGE = "village", "村委会", "村民委员会"
    CONVERTED = "converted", "撤村建居社区", "撤村建居", "城乡一体新社区"
    COLLECTIVE = "collective", "集体经济组织", "农村集体经济组织"


class AccountKind(Term):
    """Where an account's money lies."""

    BANK = "bank", "银行", "银行存款"
    CASH = "cash", "现金", "库存现金"


class AccountSort(Term):
    """What a bank account is for (人民币银行结算账户)."""

    BASIC = "basic", "基本户", "基本存款账户"
    GENERAL = "general", "一般户", "一般存款账户"
    SPECIAL = "special", "专用户", "专用存款账户", "专户"
    TEMPORARY = "temporary", "临时户", "临时存款账户"


class Keeping(Term):
    """How a book is kept."""

    SINGLE = "single entry", "收支", "单式"
    DOUBLE = "double entry", "复式", "借贷"


class FundNature(Term):
    """Where a fund's money comes from (domain: 资金性质)."""

    FISCAL = "fiscal allotment", "财政专项"
    SUBSIDY = "subsidy", "补助"
    FOLLOWS_TASK = "money follows the task", "费随事转"
    PREMISES = "developers' premises money", "开发企业社区用房资金"
    SUPERIOR = "superior project", "上级项目"
    DONATION = "donation", "捐赠"
    OWN = "own funds", "自筹"
    WELFARE = "public welfare fund", "公益金"
    PARTY = "party service fund", "党组织服务群众经费"


class Spelling(Term):
    """The language in which `fmt` writes the keys of the ledgers."""

    CHINESE = "Chinese", "中文"
    ENGLISH = "English", "英文"


class Span(Record):
    """A stretch of days, both ends included."""

    start: Day = label("起", "From", _PUBLIC)
    end: Day = label("止", "To", _PUBLIC)


class Account(Record):
    """A bank account or a cash box of a book; its number never stands here."""

    id: Id = label("编号", "Id", _PUBLIC)
    name: Name = label("名称", "Name", _PUBLIC)
    kind: AccountKind = label("种类", "Kind", _PUBLIC)
    opening: SignedYuan = label(
        "期初", "Opening balance", _PUBLIC, unit=_YUAN, help=Text("启用那天开始前的余额", "The balance before the first day of the book")
    )
    opened: Day | None = label(
        "开户", "Opened on", _PUBLIC, default=None, help=Text("账簿启用以后才开的账户写", "For an account opened after the book began")
    )
    sort: AccountSort | None = label(
        "户别", "Sort of account", _PUBLIC, default=None, help=Text("银行账户写：基本户、一般户、专用户、临时户", "Of a bank account")
    )
    holder: Words | None = label(
        "户名",
        "In the name of",
        _PUBLIC,
        default=None,
        help=Text("银行预留的户名；不写：就是主体的名称。账号不写", "Left out: the body itself. Never the number"),
    )
    closed: Day | None = label("销户", "Closed on", _PUBLIC, default=None, help=Text("销户以后余额应当为零", "Its balance is zero from then on"))
    chart_account: Words | None = label(
        "会计科目",
        "Account of the chart",
        _PUBLIC,
        default=None,
        help=Text("复式记账用；不写：银行是 102，现金是 101", "For double entry; left out: 102 for a bank account, 101 for cash"),
    )


class SubAccount(Record):
    """明细科目: an account of the community's own below one of the chart."""

    number: SubNumber = label(
        "编号", "Number", _PUBLIC, help=Text("上级科目的编号后面加两位，例如 11201", "The number above and two digits more, e.g. 11201")
    )
    name: Name = label("名称", "Name", _PUBLIC)


class Book(Record):
    """A set of accounts of one body; never added to another."""

    id: Id = label("编号", "Id", _PUBLIC, help=Text("也是 ledgers/finance/ 下文件夹的名字", "Also the folder below ledgers/finance/"))
    name: Name = label("名称", "Name", _PUBLIC)
    body: Words = label("主体", "Body", _PUBLIC, help=Text("这本账是谁的", "Whose book it is"))
    keeping: Keeping = label("记账", "Bookkeeping", _PUBLIC, default=Keeping.SINGLE)
    begins: Day = label("启用", "Begins", _PUBLIC)
    busy: YesNo = label(
        "往来较多", "Much is paid", _PUBLIC, default=False, help=Text("写“是”的，收支按月公布", "Yes: its money is published monthly")
    )
    accounts: Many[Account] = label("账户", "Accounts", _PUBLIC, min_length=1, strict=False)
    chart: Id | None = label(
        "科目表",
        "Chart of accounts",
        _PUBLIC,
        default=None,
        help=Text("复式记账用；不写：那个月施行的", "For double entry; left out: the one in force in the month"),
    )
    subaccounts: Many[SubAccount] = label("明细科目", "Sub-accounts", _PUBLIC, default=(), strict=False)
    opened: Many[Opened] = label(
        "科目期初",
        "Openings of the chart",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("复式记账用；银行和现金的期初写在账户里", "For double entry; those of bank and cash stand with the accounts"),
    )


class Settling(Term):
    """What became of a fund whose term is over."""

    SPENT = "spent", "用完"
    RETURNED = "returned", "退回"
    MOVED = "moved", "转入其他资金"
    CARRIED = "carried over", "结转"


class Settlement(Record):
    """结清: the end of a fund, or its carrying over into the next year."""

    day: Day = label("日期", "Date", _PUBLIC)
    how: Settling = label("处理", "What became of it", _PUBLIC)
    until: Day | None = label(
        "延至", "Carried over until", _PUBLIC, default=None, help=Text("结转的资金用到哪一天", "For a fund carried over: its new end")
    )
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")


class UseChange(Record):
    """变更: from its day on the fund pays for other categories; what was paid before is judged by what held then."""

    day: Day = label("日期", "Date", _PUBLIC, help=Text("从哪天起", "From which day"))
    categories: Many[Words] = label(
        "可用科目",
        "Allowed categories",
        _PUBLIC,
        min_length=1,
        strict=False,
        help=Text("从那天起的全部可用科目", "All that are allowed from then on"),
    )
    decision: Cited | None = label(
        "决议", "Decision", _PUBLIC, default=None, ref="decision", help=Text("会议同意改的决议", "By which it was changed")
    )
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None, help=Text("拨付单位同意的文件", "By which the grantor agreed"))
    reason: Words | None = label("原因", "Reason", _PUBLIC, default=None)


class Fund(Record):
    """Money for a purpose, kept apart within a book (专款专用)."""

    id: Id = label("编号", "Id", _PUBLIC)
    name: Name = label("名称", "Name", _PUBLIC)
    book: Id = label("账簿", "Book", _PUBLIC, ref="book")
    nature: FundNature = label("性质", "Nature", _PUBLIC)
    grantor: Words | None = label("拨付单位", "Granted by", _PUBLIC, default=None)
    document: Words | None = label("文号", "Document number", _PUBLIC, default=None)
    limit: Yuan | None = label("额度", "Amount granted", _PUBLIC, default=None, unit=_YUAN)
    arrived: Day | None = label("到账日", "Arrived on", _PUBLIC, default=None)
    purpose: Name | None = label("用途", "Purpose", _PUBLIC, default=None)
    categories: Many[Words] = label("可用科目", "Allowed categories", _PUBLIC, default=(), strict=False, help=Text("不写：不限", "Left out: any"))
    changes: Many[UseChange] = label(
        "变更",
        "Changes",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("可用科目后来改过的，一次写一条", "Where the categories were changed later, one each"),
    )
    term: Span | None = label("期限", "Term", _PUBLIC, default=None)
    opening: SignedYuan = label("期初", "Opening balance", _PUBLIC, default=0, unit=_YUAN)
    admission: Cited | None = label(
        "准入",
        "Task it follows",
        _PUBLIC,
        default=None,
        ref="admission",
        help=Text("费随事转的资金写：跟着准入台账里的哪件事来的", "Of money that follows a task: which one of the register of admission"),
    )
    settled: Settlement | None = label(
        "结清", "Settled", _PUBLIC, default=None, help=Text("期满以后余额怎样处理", "What became of the balance when the term was over")
    )

    def allowed(self, day: datetime.date) -> tuple[str, ...]:
        """The categories it may pay for on that day; empty where it may pay for any."""
        latest = max((c for c in self.changes if c.day <= day), key=lambda c: c.day, default=None) if self.changes else None
        return tuple(latest.categories if latest else self.categories)

    def last_day(self, day: datetime.date) -> datetime.date | None:
        """The last day it may be spent, as known on that day: the end of its term, or until when it has been carried over; None: no term."""
        settled = self.settled
        if settled is not None and settled.until is not None and settled.day <= day:
            return settled.until
        return self.term.end if self.term else None


class Person(Record):
    """An officer; the names of officers are published by law, nothing else about them."""

    name: Name = label("姓名", "Name", _PUBLIC)
    roles: Many[Words] = label(
        "角色", "Roles", _PUBLIC, min_length=1, strict=False, help=Text("台账里用的职务名，例如 主任、文书", "The office as ledgers name it")
    )
    term: Tenure | None = label("任期", "Term of office", _PUBLIC, default=None)
    duty: Words | None = label("分工", "Duties", _PUBLIC, default=None)
    phone: OfficePhone | None = label("办公电话", "Office telephone", _PUBLIC, default=None)
    related: Many[Words] = label(
        "关联单位",
        "Related firms",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("本人或近亲属经营的单位，写台账里“对方”用的名称", "Firms of the officer or of near relatives, as the ledgers name them"),
    )

    @property
    def registered(self) -> bool:
        """Whether a name was written down; not where the words of the starter (（待填写主任姓名）) still stand for it."""
        return "待填写" not in self.name

    def serves(self, day: datetime.date) -> bool:
        """Whether the office was held on a day, first and last included; without a term, always."""
        return self.term is None or (self.term.start <= day and (self.term.end is None or day <= self.term.end))


class Channel(Record):
    """A way to object or to ask: in person, by telephone, the box, whoever is above; of a book kept elsewhere, where it is shown."""

    name: Name = label(
        "名称", "Name", _PUBLIC, help=Text("例如 当面、电话、意见箱、向街道反映", "E.g. in person, by phone, the box, the subdistrict")
    )
    words: Name | None = label("说明", "What to do", _PUBLIC, default=None, help=Text("找谁、在哪里、什么时间", "Whom to see, where, when"))
    phone: OfficePhone | None = label("电话", "Telephone", _PUBLIC, default=None)


class Community(Record):
    """The community and what its other ledgers refer to."""

    format: Count = label("格式", "Format", _PUBLIC, help=Text("台账格式的版本，现在是 1", "Version of the ledger format, now 1"))
    name: Name = label("名称", "Name", _PUBLIC)
    kind: CommunityKind = label("类型", "Kind", _PUBLIC)
    fictitious: YesNo = label(
        "虚构",
        "Invented",
        _PUBLIC,
        default=False,
        help=Text("演示用的虚构社区填 true，每一页都会注明", "true for an invented community; every page says so"),
    )
    code: Division | None = label("区划代码", "Division code", _PUBLIC, default=None)
    within: Many[Words] = label(
        "所属", "Belongs to", _PUBLIC, default=(), strict=False, help=Text("从省到街道（乡镇）", "From province down to subdistrict")
    )
    web: Web | None = label("网址", "Address of the site", _PUBLIC, default=None)
    filing: Filing | None = label("备案", "Filing numbers", _PUBLIC, default=None)
    repository: Repository | None = label(
        "仓库",
        "Repository",
        _PUBLIC,
        default=None,
        help=Text("居民打得开的 git 仓库；写了，每一页都有修改记录的链接", "One that residents can open; every page then leads to its changes"),
    )
    licence: Reuse | None = label(
        "数据许可",
        "Licence of the data",
        _PUBLIC,
        default=None,
        help=Text(
            "别人可以怎样使用网站上的数据，例如 CC BY 4.0；不写：没有给出许可",
            "On which terms the data may be used, e.g. CC BY 4.0; left out: none granted",
        ),
    )
    address: Words | None = label("地址", "Address of the office", _PUBLIC, default=None)
    phone: OfficePhone | None = label("办公电话", "Office telephone", _PUBLIC, default=None)
    hours: Words | None = label("办公时间", "Office hours", _PUBLIC, default=None)
    channels: Many[Channel] = label(
        "异议渠道",
        "Ways to object",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("居民有疑问找谁、打哪个电话、意见箱在哪里", "Whom residents see or ring, where the box is"),
    )
    population: Population | None = label("人口", "Population", _PUBLIC, default=None)
    packs: Many[Id] = label("法规包", "Law packs", _PUBLIC, default=("cn-2026",), strict=False)
    standards: Many[OwnStandard] = label(
        "标准",
        "Standards",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("本地规定与法规包的默认值不同时写，例如现金限额", "Where a local rule differs from the pack's default, e.g. the cash limit"),
    )
    carry: Many[Carry] = label(
        "单据要求",
        "What a line must carry",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("本地的审批分级，加在法规包的要求之上", "Local tiers of approval, on top of what the law packs ask"),
    )
    scripts: Many[Words] = label(
        "文字",
        "Scripts",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("汉字以外允许出现的文字，例如 Tibetan", "Scripts allowed beside Chinese, e.g. Tibetan"),
    )
    languages: Many[Tag] = label(
        "网站语言",
        "Languages of the site",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("中文以外，网站还要有哪些语言，例如 en（英文）、zh-Hant（繁體）", "Languages of the site beside Chinese, e.g. en, zh-Hant"),
    )
    books: Many[Book] = label("账簿", "Books", _PUBLIC, default=(), strict=False)
    elsewhere: Many[Channel] = label(
        "别处的账",
        "Books shown elsewhere",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "不在这个网站公开的账：谁的、在哪里看、打哪个电话，例如 村集体经济组织的账", "Whose books are not on this site, and where they are shown"
        ),
    )
    funds: Many[Fund] = label("资金", "Funds", _PUBLIC, default=(), strict=False)
    categories: Many[Words] = label("科目", "Categories", _PUBLIC, default=(), strict=False)
    people: Many[Person] = label("人员", "Officers", _PUBLIC, default=(), strict=False)
    supervisors: Many[Person] = label("监督委员会", "Supervisory committee", _PUBLIC, default=(), strict=False)
    links: Many[Words] = label("外链", "Hosts that may be linked to", _PUBLIC, default=(), strict=False)
    spelling: Spelling = label(
        "栏目语言",
        "Language of the keys",
        _PUBLIC,
        default=Spelling.CHINESE,
        help=Text("mingbai fmt 把栏目名写成哪种语言", "In which mingbai fmt writes the keys"),
    )
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    open_extra: Many[Words] = label("公开附加", "Extra fields to publish", _PUBLIC, default=(), strict=False)

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that pages may link to: those listed, and where the foot of every page leads for what is registered here."""
        filing = (self.filing.icp_link, self.filing.police_link) if self.filing else ()
        own = (self.web or "", *filing, self.repository.changes if self.repository else "", self.licence.terms.web if self.licence else "")
        return frozenset(host.lower() for host in (*self.links, *map(host_of, own)) if host)

    @property
    def related(self) -> dict[str, Person]:
        """The firms registered as those of an officer or of near relatives, with the officer."""
        return {firm: one for one in (*self.people, *self.supervisors) for firm in one.related}
