"""COM: the community's own file must add up before anything else can."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.community.records import Community, Person
from mingbai.values.money import grouped
from mingbai.values.text import Text

OPENINGS_DIFFER = Code(
    "COM001",
    Severity.ERROR,
    Text("账户期初与资金期初不相等", "openings of accounts and funds differ"),
    Text(
        "“{book}”账户期初合计 {accounts}，资金期初合计 {funds}，相差 {difference}",
        "“{book}”: accounts open with {accounts}, funds with {funds}, difference {difference}",
    ),
    Text(
        "同一本账的钱按账户分和按资金分，合计必须相同；核对启用日的银行余额、现金和各项资金结余。",
        "The same money divided by account and by fund has one total; compare bank, cash and funds on the first day.",
    ),
    Text(
        "账户说明钱放在哪里，资金说明钱作什么用，两种分法的合计应当相等。",
        "Accounts say where money lies, funds what it is for; both must have one total.",
    ),
    (Cite("accounting", "17"),),
)
WRONG_FORMAT = Code(
    "COM002",
    Severity.ERROR,
    Text("台账格式版本不认识", "unknown ledger format"),
    Text("格式 {format} 不是这个版本能读的格式", "format {format} is not one this version reads"),
    Text("现在的格式是 1，请写“格式: 1”。", "The format is 1: write “format: 1”."),
    Text("格式版本让以后的程序知道怎样读旧台账。", "The format number tells later programs how to read old ledgers."),
)
NO_SUPERVISORS = Code(
    "COM003",
    Severity.WARNING,
    Text("没有登记监督委员会", "no supervisory committee"),
    Text("没有“监督委员会”一栏", "“supervisors” is missing"),
    Text("登记居（村）务监督委员会成员的姓名和职务。", "Register the members of the supervisory committee."),
    Text("居务监督委员会是法定机构，居民要知道向谁反映。", "The supervisory committee is required by law; residents must know whom to turn to."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37")),
)
SUPERVISES_SELF = Code(
    "COM004",
    Severity.WARNING,
    Text("监督委员会成员同时是委员会工作人员", "a supervisor also holds office"),
    Text("“{name}”既在人员里，又在监督委员会里", "“{name}” is both an officer and a supervisor"),
    Text("监督的人不能监督自己经手的事；请核对名单。", "Nobody supervises their own work; check the lists."),
    Text("监督委员会成员不得由委员会成员担任。", "Members of the committee may not sit on the supervisory committee."),
    (Cite("urban-committee", "36"), Cite("village-committee", "37")),
)
TERM_BACKWARDS = Code(
    "COM005",
    Severity.ERROR,
    Text("期限的止早于起", "a term ends before it begins"),
    Text("止 {end} 早于起 {start}", "it ends on {end}, before it begins on {start}"),
    Text("核对任期或资金期限的起止日期。", "Check the dates of the term."),
    Text("起止颠倒的任期和资金期限无法用于核对。", "A term that runs backwards proves nothing."),
)
NO_ADDRESS = Code(
    "COM006",
    Severity.ADVICE,
    Text("社区网址没有填写", "no address of the site"),
    Text("没有“网址”一栏", "“web” is missing"),
    Text("填写网站发布后的地址，例如 https://xinhe.example.org/；站点地图需要它。", "Write the address the site will have; the sitemap needs it."),
    Text("有了网址，页面才有固定的完整地址，可以印在公开栏上。", "With it every page has a full address that can be printed on the board."),
)

UNKNOWN_STANDARD = Code(
    "COM007",
    Severity.ERROR,
    Text("没有这项标准", "unknown standard"),
    Text("法规包里没有编号为“{id}”的标准", "no law pack has a standard “{id}”"),
    Text("核对编号；可用的有：{known}。", "Check the id. Known: {known}."),
    Text(
        "“标准”是用本地规定代替法规包里的默认值；编号写错，规则就还按默认值核对。",
        "A standard puts a local value in place of the pack's; under a wrong id the default would still be used.",
    ),
)


@rule(UNKNOWN_STANDARD)
def own_standards_are_known(books: Books) -> Iterator[Diagnostic]:
    """Every value a community sets of its own replaces one of its law packs."""
    for community in books.records(Community):
        for one in community.standards:
            if one.id not in books.law.standards:
                yield UNKNOWN_STANDARD.at(books.place(one, "id"), id=one.id, known=sorted(books.law.standards))


@rule(WRONG_FORMAT)
def format_is_known(books: Books) -> Iterator[Diagnostic]:
    """The format of the ledgers is one this version reads."""
    for community in books.records(Community):
        if community.format != 1:
            yield WRONG_FORMAT.at(books.place(community, "format"), format=community.format)


@rule(OPENINGS_DIFFER)
def openings_agree(books: Books) -> Iterator[Diagnostic]:
    """In every book that has funds, the openings of its accounts and of its funds have one total."""
    for community in books.records(Community):
        for book in community.books:
            funds = [f for f in community.funds if f.book == book.id]
            accounts, by_fund = sum(a.opening for a in book.accounts), sum(f.opening for f in funds)
            if funds and accounts != by_fund:
                yield OPENINGS_DIFFER.at(
                    books.place(book, "accounts"),
                    book=book.name,
                    accounts=grouped(accounts),
                    funds=grouped(by_fund),
                    difference=grouped(abs(accounts - by_fund)),
                )


@rule(NO_SUPERVISORS, NO_ADDRESS)
def who_supervises_is_said(books: Books) -> Iterator[Diagnostic]:
    """A supervisory committee is named, and the site has an address."""
    for community in books.records(Community):
        if not community.supervisors:
            yield NO_SUPERVISORS.at(books.place(community), record=community.at_)
        if community.web is None:
            yield NO_ADDRESS.at(books.place(community))


@rule(SUPERVISES_SELF)
def nobody_supervises_themselves(books: Books) -> Iterator[Diagnostic]:
    """No member of the supervisory committee is an officer of the committee as well."""
    for community in books.records(Community):
        officers = {p.name for p in community.people}
        for person in community.supervisors:
            if person.name in officers:
                yield SUPERVISES_SELF.at(books.place(person, "name"), record=person.at_, name=person.name)


@rule(TERM_BACKWARDS)
def terms_run_forwards(books: Books) -> Iterator[Diagnostic]:
    """Every term of office and of a fund ends on or after the day it begins."""
    for community in books.records(Community):
        people: tuple[Person, ...] = (*community.people, *community.supervisors)
        for term in (*(p.term for p in people), *(f.term for f in community.funds)):
            if term is not None and term.end is not None and term.end < term.start:
                yield TERM_BACKWARDS.at(books.place(term, "end"), start=term.start, end=term.end)
