"""`catalogue.yml`: what must be disclosed (公开目录): every item with its deadlines, its time on the board, its signatures and what proves it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from mingbai.packs.clauses import ENGLISH, Basis, Standing, above
from mingbai.packs.footing import Footed, Footing, firmer, together
from mingbai.schema.record import Privacy, Record, label
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import ItemNumber, Many, SignOffNumber, Words

_PUBLIC = Privacy.PUBLIC
_DAYS = Text("天", "days")


class Rhythm(Term):
    """When a duty arises."""

    MONTH = "month", "每月"
    QUARTER = "quarter", "每季度", "季度"
    HALF = "half-year", "每半年", "半年"
    YEAR = "year", "每年", "年度"
    EVENT = "event", "发生后", "事件"
    STANDING = "standing", "长期", "常年"

    @property
    def months(self) -> int:
        """The length of a period; 0 where the duty does not return with the calendar."""
        return {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(str(self.value), 0)


class From(Term):
    """Whether the days of a period's duty are counted from its end (what happened) or its beginning (what is planned)."""

    END = "end", "期末"
    BEGINNING = "beginning", "期初"


class Duty(Record):
    """One deadline of an item: so many days after a period, an event, or (standing items) after the community begins to publish."""

    rhythm: Rhythm = label("周期", "Rhythm", _PUBLIC)
    within: Count = label("期限", "Within", _PUBLIC, unit=_DAYS, help=Text("多少天以内公布", "Days within which it is published"))
    working: YesNo = label("工作日", "Working days", _PUBLIC, default=False)
    counted: From = label("起算", "Counted from", _PUBLIC, default=From.END)
    standing: Standing | None = label("效力", "Standing", _PUBLIC, default=None, help=Text("不写：与事项相同", "Left out: the item's"))
    days_standing: Standing | None = label(
        "期限效力",
        "Standing of the days",
        _PUBLIC,
        default=None,
        help=Text("周期是法定、天数不是的写；不写：与周期相同", "Where the rhythm is law and the days are not; left out: the rhythm's"),
    )
    busy: YesNo | None = label(
        "往来较多",
        "Where much is paid",
        _PUBLIC,
        default=None,
        help=Text(
            "是：只管账簿写了“往来较多”的社区；否：只管其他的；不写：都管",
            "Yes: only where a book says that much is paid; no: only elsewhere; left out: everywhere",
        ),
    )
    ledgers: Many[Words] = label(
        "台账",
        "Of ledgers",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("“发生后”只管这几种台账里的事；不写：证据里的都管", "Events of these ledgers only; left out: of all evidence"),
    )

    @property
    def figures(self) -> tuple[Hashable, ...]:
        """What it asks, whatever its standing."""
        return self.rhythm, self.within, self.working, self.counted, self.busy, self.ledgers


class Signer(Record):
    """One signature: what it stands for, and the offices of which any may give it."""

    task: Words = label("职责", "For what", _PUBLIC)
    english: Words | None = label("英文", "Who signs, in English", _PUBLIC, default=None, help=Text("不写：照职责", "Left out: as the Chinese"))
    offices: Many[Words] = label("可由", "By any of", _PUBLIC, min_length=1, strict=False)


class SignOff(Record):
    """A form of sign-off that items ask for (三签一章 and the like)."""

    id: SignOffNumber = label("编号", "Id", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    signers: Many[Signer] = label("签署", "Signatures", _PUBLIC, min_length=1, strict=False)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)


class Wanted(Record):
    """A condition on what a ledger offers as evidence: the named facet has one of these words, none of those, or is an amount not below a standard's."""

    facet: Words = label("栏目", "Field", _PUBLIC)
    words: Many[Words] = label("值", "One of", _PUBLIC, default=(), strict=False)
    without: Many[Words] = label(
        "除外",
        "None of",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("栏目里有其中一个词的不算，例如 {栏目: 科目, 值: [补助收入], 除外: [征占]}", "What has one of these words does not count"),
    )
    least: Words | None = label(
        "不少于",
        "Not below",
        _PUBLIC,
        default=None,
        help=Text(
            "栏目是金额的，写标准的编号，例如 large-matter：只算达到那个金额的",
            "Of a field that holds an amount: the id of a standard, e.g. large-matter; only what comes to its amount counts",
        ),
    )


class Evidence(Record):
    """Which records prove that there was something to disclose: those of one kind of ledger that meet every condition."""

    ledger: Words = label("台账", "Ledger", _PUBLIC, help=Text("mingbai kinds 列出的名称", "A name that mingbai kinds lists"))
    wanted: Many[Wanted] = label("条件", "Conditions", _PUBLIC, default=(), strict=False)
    not_of: Many[Words] = label(
        "主体不含",
        "Not of",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "主体含其中一个词的账簿里的不算；不写：哪本账里的都算",
            "Not what lies in the books of a body with one of these words; left out: all books count",
        ),
    )
    stock: YesNo = label(
        "存量",
        "What there is",
        _PUBLIC,
        default=False,
        help=Text(
            "是：公布的是这一期里有什么（资产、债务），以前来的、还在的也算；不写：只算这一期发生的",
            "Yes: what there is in the period (assets, debts) counts, whenever it came; left out: only what happened in it",
        ),
    )
    course: YesNo = label(
        "经过",
        "Its course",
        _PUBLIC,
        default=False,
        help=Text(
            "是：只说明这一期里有事（决定的落实），不另按“发生后”要求公布；不写：每一件都是一件事",
            "Yes: it shows that the period is not empty (a decision being carried out) and asks for no publication of its own; left out: each is an event",
        ),
    )


class Area(Term):
    """The class of affairs."""

    PARTY = "party", "党务"
    AFFAIRS = "affairs", "事务", "居务", "村务"
    FINANCE = "finance", "财务"
    SERVICE = "service", "服务"


class Item(Footed):
    """One item of the catalogue."""

    id: ItemNumber = label("编号", "Id", _PUBLIC)
    name: Words = label("名称", "Name", _PUBLIC)
    english: Words = label("英文", "English name", _PUBLIC, same_as="name", help=ENGLISH)
    binds: Many[Words] = label("适用", "Binds", _PUBLIC, min_length=1, strict=False)
    books: Many[Words] = label(
        "有账簿",
        "Where it keeps a book of",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text(
            "只适用于主体含其中一个词的账簿；不写：不看账簿", "Only where a book's body holds one of these words; left out: books do not matter"
        ),
    )
    area: Area = label("类别", "Area", _PUBLIC)
    elements: Many[Words] = label("内容", "What it says", _PUBLIC, default=(), strict=False)
    duties: Many[Duty] = label("时限", "Deadlines", _PUBLIC, default=(), strict=False, help=Text("不写：有人要求时", "Left out: on demand"))
    days: Count | None = label("公布天数", "Days published", _PUBLIC, default=None, unit=_DAYS, help=Text("不写：长期公布", "Left out: for good"))
    days_standing: Standing | None = label(
        "公布天数效力", "Standing of the days published", _PUBLIC, default=None, help=Text("不写：与事项相同", "Left out: the item's")
    )
    days_basis: Many[Basis] = label(
        "公布天数依据",
        "Basis of the days published",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("不写：与事项相同", "Left out: the item's"),
    )
    closed: Wanted | None = label(
        "公布到",
        "Published until",
        _PUBLIC,
        default=None,
        help=Text(
            "满了天数，还要挂到台账里同一件事有了这一条，例如 {栏目: 事, 值: [结清]}；不写：满天数就行",
            "Beyond the days until its ledger has such an entry of the same matter; left out: the days do",
        ),
    )
    notice: Count | None = label("公示天数", "Days of prior notice", _PUBLIC, default=None, unit=_DAYS)
    notice_standing: Standing | None = label(
        "公示效力", "Standing of the notice", _PUBLIC, default=None, help=Text("不写：与事项相同", "Left out: the item's")
    )
    notice_basis: Many[Basis] = label(
        "公示依据", "Basis of the notice", _PUBLIC, default=(), strict=False, help=Text("不写：与事项相同", "Left out: the item's")
    )
    signoffs: Many[Words] = label("签署", "Sign-offs", _PUBLIC, default=(), strict=False)
    ruled: Many[Words] = label(
        "有规定的签署",
        "Sign-offs laid down",
        _PUBLIC,
        default=(),
        strict=False,
        help=Text("“签署”里哪几种是法规规定的；不写：都是通行做法", "Which of them an act asks for; left out: none, they are common practice"),
    )
    alike: YesNo | None = label(
        "签署同原公布",
        "Signed as the original",
        _PUBLIC,
        default=None,
        help=Text(
            "更正：照原来公布那一项的签署；原来是哪一项说不出来的，照上面的“签署”",
            "Of a correction: as the item under which it was published asks; where that cannot be told, the sign-offs above",
        ),
    )
    responsible: Words | None = label("责任", "Responsible", _PUBLIC, default=None)
    scope: Words | None = label("范围", "For whom", _PUBLIC, default=None, help=Text("不写：本社区", "Left out: this community"))
    evidence: Many[Evidence] = label("证据", "Evidence", _PUBLIC, default=(), strict=False)
    source: Words | None = label(
        "来源", "Where it comes from", _PUBLIC, default=None, help=Text("不是法条的，写明出处", "Where it is no clause of an act")
    )
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)

    def asked(self, *, busy: bool) -> Item:
        """The item with the deadlines that hold where much is paid through the books, or where not."""
        duties = tuple(d for d in self.duties if d.busy is None or d.busy is busy)
        return self if duties == self.duties else self.model_copy(update={"duties": duties})

    @property
    def itself(self) -> Footing:
        """On what it rests that this is disclosed at all."""
        return Footing(self.standing, self.basis, self.source)

    def rests(self, figure: str) -> Footing:
        """On what one of its figures rests, by its field: `days` (on the board), `notice`, `elements`."""
        if (found := self._changed.get(figure)) is not None:
            return found
        own = {"days": self.days_standing, "notice": self.notice_standing}.get(figure)
        basis = {"days": self.days_basis, "notice": self.notice_basis}.get(figure) or self.basis
        return Footing(own or self.standing, basis, self.source)

    def rhythm(self, duty: Duty) -> Footing:
        """On what it rests that one of its deadlines returns as it does; how firm its days are `firmness` says."""
        found = self._changed.get(duty, self.itself)
        return replace(found, standing=duty.standing or found.standing)

    def firmness(self, duty: Duty) -> Standing:
        """How firm the days of one of its deadlines are: their own standing, else the rhythm's, else the item's."""
        return duty.days_standing or self.rhythm(duty).standing

    def timing(self, duties: Iterable[Duty]) -> tuple[Basis, ...]:
        """The clauses by which it is published by these deadlines: those of what is laid down first, the item's own last; of a default the item's first."""
        found = [self.rhythm(duty) for duty in duties]
        return together((*(f.basis for f in found if f.firm), self.basis, *(f.basis for f in found)))

    def signed(self, form: str) -> Footing:
        """On what it rests that it asks for a form of sign-off that an act lays down for it (`ruled`)."""
        return self._changed.get(("signoffs", form), self.itself)

    def unboarded(self) -> Item:
        """The item before any act we know laid down how long it hangs: the days are a default of ours."""
        return self.model_copy(update={"days_standing": Standing.DEFAULT, "days_basis": ()})

    @property
    def board(self) -> Standing:
        """How firm the days on the board are."""
        return self.rests("days").standing

    @property
    def footings(self) -> tuple[Footing, ...]:
        """On what it rests itself, and each of its figures that it has."""
        given = [name for name in ("days", "notice", "elements") if getattr(self, name)]
        return (self.itself, *map(self.rhythm, self.duties), *map(self.rests, given), *map(self.signed, self.ruled))

    @property
    def clauses(self) -> tuple[Basis, ...]:
        """Every clause that it or one of its figures rests on, its own first."""
        return together(f.basis for f in self.footings)

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it and its figures come from where that is no clause."""
        return tuple(dict.fromkeys(f.source for f in self.footings if f.source))


class ItemChange(Record):
    """What an overlay says otherwise of an item of the packs below it; what is left out stays.

    Its standing and its clauses are those of the figures it gives; one that gives none speaks of the item itself.
    """

    id: Words = label("编号", "Id", _PUBLIC)
    duties: Many[Duty] | None = label("时限", "Deadlines", _PUBLIC, default=None, strict=False)
    days: Count | None = label("公布天数", "Days published", _PUBLIC, default=None, unit=_DAYS)
    notice: Count | None = label("公示天数", "Days of prior notice", _PUBLIC, default=None, unit=_DAYS)
    signoffs: Many[Words] | None = label("签署", "Sign-offs", _PUBLIC, default=None, strict=False)
    elements: Many[Words] | None = label("内容", "What it says", _PUBLIC, default=None, strict=False)
    standing: Standing = label("效力", "Standing", _PUBLIC)
    basis: Many[Basis] = label("依据", "Legal basis", _PUBLIC, default=(), strict=False)
    source: Words | None = label("来源", "Where it comes from", _PUBLIC, default=None)

    @property
    def footing(self) -> Footing:
        """On what the figures rest that it gives."""
        return Footing(self.standing, self.basis, self.source)

    def over(self, item: Item) -> Item:
        """The item as the overlay has it; what it leaves rests on what it did.

        A deadline that is laid down for what was disclosed by custom asks for its publication too: then the item itself rests on it.
        """
        given = {name: value for name in _FIGURES if (value := getattr(self, name)) is not None}
        rests: dict[Hashable, Footing] = {name: self.footing for name in ("days", "notice", "elements") if name in given}
        if self.duties is not None:
            rests |= {duty: self._rhythm(item, duty) for duty in self.duties}
        if self.signoffs is not None:
            added = () if self.standing is Standing.DEFAULT else tuple(f for f in self.signoffs if f not in item.signoffs)
            given["ruled"] = (*(f for f in item.ruled if f in self.signoffs), *added)
            rests |= {("signoffs", form): self.footing for form in added}
        ordered = any(rests[d] == self.footing and (d.standing or self.standing) is not Standing.DEFAULT for d in self.duties or ())
        if not given or (ordered and item.standing is Standing.DEFAULT):
            rests = {**_as_before(item), **rests}
            given["standing"] = self.standing if firmer(self.standing, item.standing) else item.standing
            given["basis"] = above(self.basis, item.basis)
            given["source"] = self.source or item.source
        return item.changed(given, rests)

    def _rhythm(self, item: Item, duty: Duty) -> Footing:
        """On what one of its deadlines rests: one that the item has, and that is made no firmer, on what it did."""
        firm = duty.days_standing or duty.standing or self.standing
        same = next((d for d in item.duties if d.figures == duty.figures), None)
        return self.footing if same is None or firmer(firm, item.firmness(same)) else item.rhythm(same)


_FIGURES = ("duties", "days", "notice", "signoffs", "elements")


def _as_before(item: Item) -> dict[Hashable, Footing]:
    """What each figure of an item rests on while only the item itself is said anew."""
    return {
        **{duty: item.rhythm(duty) for duty in item.duties},
        **{name: item.rests(name) for name in ("days", "notice", "elements")},
        **{("signoffs", form): item.signed(form) for form in item.ruled},
    }


class CatalogueFile(Record):
    """`catalogue.yml`."""

    signoffs: Many[SignOff] = label("签署形式", "Forms of sign-off", _PUBLIC, default=(), strict=False)
    items: Many[Item] = label("事项", "Items", _PUBLIC, default=(), strict=False)
    changes: Many[ItemChange] = label("调整", "Changes", _PUBLIC, default=(), strict=False)


def catalogue(files: Iterable[CatalogueFile], binds: Callable[[Iterable[Basis]], bool]) -> dict[str, Item]:
    """The items of these packs, later packs over earlier ones, changes applied in order.

    A change of an unknown item is left out (LAW004), and one by acts that bind other kinds of community alone.
    """
    found: dict[str, Item] = {}
    for file in files:
        found |= {i.id: i for i in file.items}
        for change in file.changes:
            if change.id in found and binds(change.basis):
                found[change.id] = change.over(found[change.id])
    return found
