"""The law in force here on one page: acts with what they ask, figures, bodies; what is law, what is local, what is still a default."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.diagnostics import Cite
from mingbai.kind import View
from mingbai.kinds.community.records import Community
from mingbai.kinds.law.competences import Competence, competences
from mingbai.packs import OWN, Act, ActFile, Affair, Basis, Body, Law, Power, Standard, Standing, unsure
from mingbai.packs.articles import article
from mingbai.packs.telling import grounded, members
from mingbai.pages import Column, Crumb, Dataset, Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.money import grouped
from mingbai.values.speech import joined, of, say
from mingbai.values.text import Text

HOME = "law/"
STANDARDS, COMPETENCES = "law/standards/", "law/competences/"
_TITLE, _FIGURES, _WHOSE = "法规依据", "期限和数额", "每种会定什么"
_COLOUR = {Standing.STATUTORY: "ok", Standing.LOCAL: "now", Standing.DEFAULT: "warn"}


@dataclass(frozen=True, slots=True)
class Ground:
    """One act: its id as an anchor, what it is, since when, whether the community registered it itself, its articles."""

    anchor: str
    name: str
    when: str
    tag: str
    state: str
    articles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One figure or body: what is asked, how firm it is, by which clause; `before` is what the shipped packs ask where the community asks otherwise."""

    name: str
    asked: str
    tag: str
    state: str
    basis: str
    before: str


@dataclass(frozen=True, slots=True)
class LawContext:
    """`law/index.html`."""

    lede: str
    acts: tuple[Ground, ...]
    bodies: tuple[Rule, ...]
    affairs: tuple[Rule, ...]
    competences: str
    standards: str


@dataclass(frozen=True, slots=True)
class StandardsContext:
    """`law/standards.html`."""

    lede: str
    standards: tuple[Rule, ...]
    unset: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompetencesContext:
    """`law/competences.html`."""

    lede: str
    competences: tuple[Competence, ...]


def drafts(view: View) -> Iterator[Draft]:
    """The page of the law, and beside it the days and amounts it sets and what each body may decide."""
    law, community = view.books.law, view.books.the(Community)
    own = {a.id for f in view.books.filed if isinstance(f.record, ActFile) for a in f.record.acts}
    kind = community.kind.zh if community else ""
    acts = tuple(_act(view, a, own=a.id in own) for a in law.acts.values() if not a.binds or not kind or kind in a.binds)
    bodies = tuple(
        _rule(b.name, _body(law, b), b.firmness, grounded(b, law.cite) or of(b.origin), _before(view, b))
        for b in law.bodies.values()
        if _here(view, b.basis)
    )
    affairs = tuple(_rule(a.name, _decided(view, a), a.standing, _cited(law, a.basis), "") for a in _kept(view))
    whose = competences((b for b in law.bodies.values() if _here(view, b.basis)), tuple(_kept(view)))
    standards = tuple(
        _rule(s.name, _asked(s), s.standing, _cited(law, law.clauses(s)), _before(view, s))
        for s in law.standards.values()
        if _asked(s) and _here(view, s.basis)
    )
    unset = tuple(of(Text(s.name, s.english)) for s in law.standards.values() if _unset(s))
    packs = joined("、", community.packs) if community else ""
    defaults = sum(r.tag == Standing.DEFAULT.zh for r in (*bodies, *standards))
    added = say("，加上社区自己的规定") if any(isinstance(f.record, OWN) for f in view.books.filed) else ""
    lede = say(
        "网站上的期限、人数和数额，依据这里的 {n} 部法规（法规包 {packs}{added}）。其中 {defaults} 个数法律没有写明，先按通行做法，等本地确认。",
        n=len(acts),
        packs=packs,
        added=added,
        defaults=defaults,
    )
    toc = (
        Toc("法规", "acts"),
        Toc("会议的规矩", "bodies"),
        Toc("大事由谁定", "affairs"),
        Toc("期限和数额", "standards"),
    )
    yield Draft(HOME, _TITLE, lede, "law/index.html", LawContext(lede, acts, bodies, affairs, COMPETENCES if whose else "", STANDARDS), (), None, toc)
    figures = say("核对时用的 {n} 个期限和数额，每个写明效力和依据；社区自己另定的，法规包原来的也写着。", n=len(standards))
    yield Draft(STANDARDS, _FIGURES, figures, "law/standards.html", StandardsContext(figures, standards, unset), (Crumb(_TITLE, HOME),))
    if whose:
        told = say("每种会能定哪些事、哪些要授权、哪些不归它，一种会一段；按哪一条，看“大事由谁定”。")
        yield Draft(COMPETENCES, _WHOSE, told, "law/competences.html", CompetencesContext(told, whose), (Crumb(_TITLE, HOME),))


def _here(view: View, basis: tuple[Basis, ...]) -> bool:
    """Whether a rule concerns this kind of community: one of its clauses binds it, or it has none."""
    return not basis or any(view.books.law.binds(b.act) for b in basis)


def _act(view: View, act: Act, *, own: bool) -> Ground:
    since = say("{in_force}起施行", in_force=spoken(act.in_force)) + (say("，管到{until}为止", until=spoken(act.until)) if act.until else "")
    checked = _unchecked(act) if act.unconfirmed else _checked(act)
    tag, state = ("未核实", "warn") if act.unconfirmed else ("本地登记", "now") if own else ("现行", "ok")
    if act.until is not None and act.until < view.books.as_of:
        tag, state = "已失效", "past"
    articles = tuple((_article(view, act, a.number), a.duty) for a in act.articles)
    return Ground(
        f"a-{act.id}",
        say("{name}（{version}）", name=act.name, version=act.version),
        say("{since}，{checked}", since=since, checked=checked),
        tag,
        state,
        articles,
    )


def _unchecked(act: Act) -> str:
    """还没有逐条核对原文，2026年11月28日对照公布时的摘要和报道看过."""
    if act.compared is None:
        return say("还没有逐条核对原文")
    return say("还没有逐条核对原文，{checked}对照{compared}看过", checked=spoken(act.checked), compared=act.compared.zh)


def _checked(act: Act) -> str:
    """2026年11月28日对照公布的全文核对."""
    if act.compared is None:
        return say("{checked}核对", checked=spoken(act.checked))
    return say("{checked}对照{compared}核对", checked=spoken(act.checked), compared=act.compared.zh)


def _article(view: View, act: Act, number: str) -> str:
    return article(number)


def _rule(name: str, asked: str, standing: Standing, basis: str, before: str) -> Rule:
    return Rule(name, asked, standing.zh, _COLOUR[standing], basis, before if before != asked else "")


def _cited(law: Law, basis: Iterable[Basis | Cite]) -> str:
    return joined("、", (law.cite(b) for b in basis))


def _before(view: View, one: Body | Standard) -> str:
    """What the shipped packs ask, where the community laid its own over it."""
    under = view.books.law.under
    if under is None:
        return ""
    if isinstance(one, Body):
        body = under.bodies.get(one.id)
        return _body(under, body) if body else ""
    standard = under.standards.get(one.id)
    return _asked(standard) if standard else ""


def _kept(view: View) -> Iterator[Affair | Power]:
    """What certain bodies decide here: by ledger, then the matters that an act names one by one."""
    law = view.books.law
    yield from (power for power in law.powers.values() if _here(view, power.basis))
    yield from (one for one in law.affairs.values() if _here(view, one.basis))


def _decided(view: View, one: Affair | Power) -> str:
    """成员大会；成员代表大会不能代替；不归村民会议; 居民会议；授权以后也可以由居民代表会议."""
    parts = [_bodies(view, one.bodies)]
    if isinstance(one, Power) and one.authorised:
        parts.append(say("授权以后也可以由{bodies}", bodies=_bodies(view, one.authorised)))
    if isinstance(one, Affair) and one.not_by:
        parts.append(say("{bodies}不能代替", bodies=_bodies(view, one.not_by)))
    if isinstance(one, Affair) and one.outside:
        parts.append(say("不归{bodies}", bodies=_bodies(view, one.outside)))
    if isinstance(one, Affair) and one.acting:
        parts.append(say("没有设立集体经济组织、依法代行的，可以由{bodies}", bodies=_bodies(view, one.acting)))
    return joined("；", parts)


def _bodies(view: View, ids: tuple[str, ...]) -> str:
    """The bodies of these ids that there are in this kind of community; all of them where none is."""
    known = [b for id in ids if (b := view.books.law.bodies.get(id)) is not None]
    return joined("、", (b.name for b in [b for b in known if _here(view, b.basis)] or known))


def _body(law: Law, body: Body) -> str:
    """到会超过 1/2；同意到会超过 1/2；提前 10 天通知；至少 6 个月一次."""
    parts = [
        say("到会{text}", text=of(body.quorum.text)) if body.quorum else "",
        say("按户{text}", text=of(body.households.text)) if body.households else "",
        say("同意{base}{text}", base=body.base.zh, text=of(body.majority.text)) if body.majority else "",
        say("妇女{text}", text=of(body.women.text)) if body.women else "",
        say("提前 {notice_days} 天通知", notice_days=body.notice_days) if body.notice_days else "",
        "有特殊情况可以临时通知" if body.urgent else "",
        _opinions(law, body),
        *members(body.makeup),
        *(say("{who}{share}提议就召开", who=of(Text(a.who, a.english)), share=of(a.share.text)) for a in body.asked_by),
        say("监督委员会有人在场{unsure}", unsure=of(unsure(body.rests("supervised").standing))) if body.supervised else "",
        say("推选的代表{text}", text=of(body.representatives.text)) if body.representatives else "",
        say("至少每 {every_months} 个月一次", every_months=body.every_months) if body.every_months else "",
        "党组织先研究" if body.party_first else "",
    ]
    return joined("；", (p for p in parts if p)) or "没有规定人数"


def _opinions(law: Law, body: Body) -> str:
    """方案征求意见 15 天（投资、较大数额的举债）; empty where no days are laid down."""
    if not body.opinion_days:
        return ""
    on = joined("、", (law.affairs[id].name for id in body.opinion_affairs if id in law.affairs))
    told = say("方案征求意见 {days} 天", days=body.opinion_days)
    return say("{told}（{on}）", told=told, on=on) if on else told


def _asked(one: Standard) -> str:
    """The figure; where a rule of the place leaves it to a lower level, that this has to set it; empty of words, and of what no place asks."""
    told = _value(one)
    if told or one.standing is not Standing.LOCAL:
        return told
    if one.words:
        return say("{words}；从多少起由当地定，这里还没有登记", words=joined("、", one.words)) if one.basis else ""
    return say("由当地定，这里还没有登记")


def _unset(one: Standard) -> bool:
    """Whether it is a figure that nobody has laid down here: asked only where the community sets it."""
    return not _value(one) and not one.words and one.standing is Standing.DEFAULT


def _value(one: Standard) -> str:
    """The figure with its words; empty where the standard holds lists of words only, or nothing."""
    if one.amount is not None:
        return say("{amount} 元", amount=grouped(one.amount))
    if one.count is not None:
        return str(one.count)
    return of(one.share.text) if one.share is not None else ""


def datasets(view: View) -> Iterator[Dataset]:
    """`law-acts`, `law-standards` and `law-affairs`."""
    law = view.books.law
    columns = (
        Column("act", Text("编号", "Id")),
        Column("name", Text("名称", "Name")),
        Column("version", Text("版本", "Version")),
        Column("in_force", Text("施行", "In force from"), "date"),
        Column("until", Text("失效", "In force until"), "date"),
        Column("checked", Text("核对", "Checked on"), "date"),
        Column("compared", Text("核对范围", "Compared with")),
        Column("unconfirmed", Text("未核实：1 是", "1: not compared with the text"), "integer"),
        Column("article", Text("条", "Article")),
        Column("duty", Text("要求", "Duty")),
    )
    rows = [
        (a.id, a.name, a.version, a.in_force, a.until, a.checked, a.compared and a.compared.zh, int(a.unconfirmed), x.number, x.duty)
        for a in law.acts.values()
        for x in a.articles
    ]
    yield Dataset(
        "law-acts",
        Text("引用的法规条文", "Articles cited"),
        columns,
        rows,
        key=("act", "version", "article"),
        each=Text("每行一条引用的条文", "One cited article a row"),
    )
    figures = (
        Column("standard", Text("编号", "Id")),
        Column("name", Text("名称", "Name")),
        Column("value", Text("数", "Value")),
        Column("standing", Text("效力", "Standing")),
        Column("basis", Text("依据", "Legal basis")),
    )
    listed = [(s.id, s.name, _asked(s), s.standing.zh, joined("、", map(law.cite, law.clauses(s)))) for s in law.standards.values() if _asked(s)]
    yield Dataset(
        "law-standards",
        Text("期限和数额标准", "Deadlines and amounts"),
        figures,
        listed,
        key=("standard",),
        each=Text("每行一个期限或者数额", "One figure a row"),
    )
    kept = (
        Column("affair", Text("编号；台账记的事是台账的名称", "Id; of what a ledger records the ledger's name")),
        Column("name", Text("名称", "Name")),
        Column("decided", Text("由谁定", "Decided by")),
        Column("standing", Text("效力", "Standing")),
        Column("basis", Text("依据", "Legal basis")),
    )
    affairs = [
        (a.ledger if isinstance(a, Power) else a.id, a.name, _decided(view, a), a.standing.zh, joined("、", (law.cite(b) for b in a.basis)))
        for a in _kept(view)
    ]
    yield Dataset(
        "law-affairs",
        Text("重大事项和决定它们的会议", "Important matters and who decides"),
        kept,
        affairs,
        key=("affair",),
        each=Text("每行一件要由规定的会议定的事", "One matter that certain bodies decide a row"),
    )
