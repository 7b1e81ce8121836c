"""A figure of the law that moves is seen in what is computed: every mutation of a body, procedure, power, statutory standard or deadline changes a result at its boundary.

tests/golden/law.txt tells a reviewer that a figure moved; these tests show that it also matters: the books are read once, then asked twice,
under the pack as it is and under the pack with one figure changed, and the answers must differ.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from textwrap import dedent
from typing import Any, cast

import pytest

from mingbai import pipeline, reading
from mingbai.books import Books, Filed, index_ids
from mingbai.kind import Kind
from mingbai.kinds import discover
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.duties import standings
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.kinds.elections import telling
from mingbai.kinds.elections.counting import counts, recalled
from mingbai.kinds.elections.records import Election
from mingbai.kinds.meetings.arithmetic import ways_of
from mingbai.kinds.meetings.composition import women_have_their_share
from mingbai.kinds.meetings.conduct import called_in_time, party_discusses_first
from mingbai.kinds.meetings.powers import nobody_stands_in_for_all, the_right_body_decides
from mingbai.kinds.meetings.preparing import (
    representatives_are_most_of_those_due,
    short_notice_is_for_the_assemblies_alone,
    supervisors_attend_the_vote,
)
from mingbai.kinds.meetings.procedure import courses
from mingbai.kinds.meetings.records import Decision, Electorate, Meeting, MeetingKind
from mingbai.kinds.meetings.register import body_of, results
from mingbai.kinds.meetings.rhythm import bodies_meet_often_enough
from mingbai.kinds.meetings.stepping import steps_are_taken_in_order
from mingbai.kinds.meetings.tally import ruled
from mingbai.kinds.meetings.telling import requirements
from mingbai.packs import Affair, Body, Duty, Item, Law, Makeup, Procedure, Rhythm, Standard, Standing
from mingbai.packs.bodies import Base, Proxies
from mingbai.values.numbers import Threshold
from tests.support.building import REPOSITORY
from tests.support.sweep import each

AS_OF = datetime.date(2026, 11, 10)
DAY = datetime.timedelta(days=1)
MET = datetime.date(2026, 3, 5)
NAMES = {k.value: k.zh for k in MeetingKind}


@cache
def law(community: str = "") -> Law:
    return Law.of(pipeline.pack("cn-2026"), community)


@cache
def kinds() -> tuple[Kind, ...]:
    return discover()


def read(files: Mapping[str, str], community: str = "") -> Books:
    """The books of these files (path below ledgers/ → YAML text), under the base pack."""
    documents = [reading.read(dedent(text).lstrip("\n").encode(), f"ledgers/{path}", n) for n, (path, text) in enumerate(files.items(), 1)]
    assert not [r.message("zh") for _, refused in documents for r in refused]
    filed, problems = pipeline.parse_all([d for d, _ in documents], kinds())
    assert not [p.message("zh") for p in problems]
    by_name = {k.name: k for k in kinds()}
    index, _ = index_ids(i for f in filed if f.record is not None for i in by_name[f.kind].ids(f))
    tracers = {k.name: k.traces for k in kinds() if k.traces is not None}
    return Books(filed, index, law(community), AS_OF, (results,), tracers)


def under(books: Books, changed: Law, as_of: datetime.date | None = None) -> Books:
    """The same books asked under another law, or on another day."""
    return Books(books.filed, books.ids, changed, as_of or books.as_of, books.outcomes, books.tracers)


def moved(share: Threshold) -> Iterator[Threshold]:
    """A share one off: 2/3 以上 becomes 3/3, 1/3, 2/4, 2/2 and 超过 2/3; what is no share is left out."""
    for other in (
        share._replace(part=share.part + 1),
        share._replace(part=share.part - 1),
        share._replace(whole=share.whole + 1),
        share._replace(whole=share.whole - 1),
        share._replace(inclusive=not share.inclusive),
    ):
        if 0 < other.part <= other.whole:
            yield other


def figures(one: Any, *names: str) -> Iterator[tuple[str, Any]]:
    """(what moved, the record with it moved) for every share, number and yes or no among these fields."""
    for name in names:
        value = getattr(one, name)
        if isinstance(value, Threshold):
            others: list[Any] = list(moved(value))
        elif isinstance(value, bool):
            others = [not value]
        elif isinstance(value, int):
            others = [value - 1, value + 1]
        elif isinstance(value, (Base, Proxies)):
            others = [o for o in type(value) if o is not value]
        else:
            others = []
        for other in others:
            yield f"{name}={other}", one.model_copy(update={name: other})


# --- bodies -----------------------------------------------------------------------------------------------------------

SHARES = (
    "quorum",
    "households",
    "majority",
    "women",
    "representatives",
    "base",
    "proxies",
    "notice_days",
    "urgent",
    "supervised",
    "party_first",
    "every_months",
)


def bodies() -> Iterator[Any]:
    for body in law().bodies.values():
        for what, changed in figures(body, *SHARES):
            if what.startswith("urgent") and body.notice_days is None:
                continue  # where no notice is laid down there is none to shorten
            yield pytest.param(body.id, changed, id=f"{body.id}-{what}")
        for n, special in enumerate(body.specials):
            for what, changed in figures(special, "majority", "base"):
                specials = (*body.specials[:n], changed, *body.specials[n + 1 :])
                yield pytest.param(body.id, body.model_copy(update={"specials": specials}), id=f"{body.id}-special-{what}")


@each("id, changed", bodies(), by=lambda case: case[0])
def test_a_body_with_one_figure_moved_decides_otherwise(id: str, changed: Body) -> None:
    other = replace(law(), laid=(), bodies=law().bodies | {id: changed})
    assert behaviour(id, other) != original(id)


@pytest.mark.parametrize("body", [b for b in law().bodies.values() if b.asked_by], ids=lambda b: b.id)
def test_how_many_may_have_it_called_stands_on_its_page(body: Body) -> None:
    """No rule asks for it, for nobody writes down who asked; the figure is told."""
    for n, asker in enumerate(body.asked_by):
        for _, changed in figures(asker, "share"):
            asked_by = (*body.asked_by[:n], changed, *body.asked_by[n + 1 :])
            assert requirements(body.model_copy(update={"asked_by": asked_by})) != requirements(body)


@cache
def original(id: str) -> tuple[Any, ...]:
    return behaviour(id, law())


def behaviour(id: str, under_law: Law) -> tuple[Any, ...]:
    """What this body's rule makes of every vote of twelve due, and of meetings called, prepared, made up and held in every way around its figures."""
    return tuple(votes(id, under_law)), tuple(conduct(id, under_law)), tuple(rhythm(id, under_law))


def votes(id: str, under_law: Law) -> Iterator[Any]:
    specials = [s.matter for s in law().bodies[id].specials]
    for counted, special in itertools.product(Electorate, (None, *specials)):
        for present, proxies in itertools.product(range(13), (0, 2)):
            if proxies > present:
                continue
            values: dict[str, Any] = {"due": 12, "in_person": present - proxies, "proxies": proxies, "absent": 12 - present, "counts": counted}
            meeting = Meeting.model_construct(time=datetime.datetime(2026, 8, 5, 14), kind=next(k for k in MeetingKind if k.value == id), **values)
            rule = body_of(under_law, meeting)
            for yes in range(present + 1):
                decision = Decision.model_construct(number="1", topic="议题", yes=yes, no=present - yes, special=special)
                yield tuple((w.present, w.result) for w in ways_of(decision, meeting, ruled(decision, rule)))


MINUTES = """
种类: {kind}
{called}时间: {day} 14:30
地点: 议事厅
召集: 居委会
主持: 主任
记录: 文书
应到: 12
亲到: 12
委托: 0
缺席: 0
{women}决议:
  - 编号: 1
    议题: 修路
{party}    文本: 同意。
    同意: 12
    反对: 0
    弃权: 0
"""


@cache
def held(id: str) -> Books:
    """Meetings of a body of fifteen, called around the days its rule asks for, with 0 to 8 women and 7 to 15 representatives."""
    files, days = {}, law().bodies[id].notice_days or 0
    for n, women in enumerate(range(13)):
        called = f"通知日期: {MET - (days + n - 1) * DAY}\n" if days + n >= 1 else ""
        if n == 8 and days:
            called = f"通知日期: {MET - (days - 1) * DAY}\n特殊情况: 停水抢修\n"
        name = f"meetings/2026/2026-03-05-{id}" + (f"-{n + 1}" if n else "") + ".yml"
        party = "    党组织研究日期: 2026-02-01\n" if n % 2 else ""
        if n < 9:  # the ninth meeting of a day is the last a file name can say
            files[name] = MINUTES.format(kind=NAMES[id], called=called, day=MET, women=f"代表: {n + 7}\n女性代表: {women}\n", party=party).replace(
                "应到: 12", "应到: 15"
            )
    return read(files)


def conduct(id: str, under_law: Law) -> Iterator[Any]:
    books = under(held(id), under_law)
    rules = (called_in_time, short_notice_is_for_the_assemblies_alone, party_discusses_first)
    for rule in (*rules, women_have_their_share, representatives_are_most_of_those_due, supervisors_attend_the_vote):
        for finding in rule(books):
            yield finding.code.id, finding.place.path


@cache
def once(id: str, day: datetime.date) -> Books:
    return read({f"meetings/{day.year}/{day}-{id}.yml": MINUTES.format(kind=NAMES[id], called="", day=day, women="", party="")})


def rhythm(id: str, under_law: Law) -> Iterator[int]:
    """After one meeting in March, May or December 2026: in which months of the next three years its absence is told."""
    for met in (MET, datetime.date(2026, 5, 7), datetime.date(2026, 12, 10)):
        for month in range(36):
            day = datetime.date(2027 + month // 12, month % 12 + 1, 1)
            yield len(list(bodies_meet_often_enough(under(once(id, met), under_law, day))))


# --- procedures -------------------------------------------------------------------------------------------------------


def procedures() -> Iterator[Any]:
    for one in law().procedures.values():
        stages = one.stages
        for n, stage in enumerate(stages):
            yield pytest.param(one, (*stages[:n], *stages[n + 1 :]), id=f"{one.id}-without-{n + 1}")
            if n:
                yield pytest.param(one, (*stages[: n - 1], stage, stages[n - 1], *stages[n + 1 :]), id=f"{one.id}-{n}-and-{n + 1}-swapped")
            for slug in stage.bodies:
                fewer = stage.model_copy(update={"bodies": tuple(b for b in stage.bodies if b != slug)})
                yield pytest.param(one, (*stages[:n], fewer, *stages[n + 1 :]), id=f"{one.id}-{n + 1}-not-by-{slug}")
            if stage.proof is not None:
                silent = stage.model_copy(update={"proof": None})
                yield pytest.param(one, (*stages[:n], silent, *stages[n + 1 :]), id=f"{one.id}-{n + 1}-no-date")


@each("one, stages", procedures())
def test_a_procedure_with_one_step_moved_runs_otherwise(one: Procedure, stages: tuple[Any, ...]) -> None:
    changed = replace(law(), laid=(), procedures=law().procedures | {one.id: one.model_copy(update={"stages": stages})})
    assert tuple(run(one.id, changed)) != tuple(run(one.id, law()))


@cache
def matters(id: str) -> tuple[Books, ...]:
    """The matter with every step taken in order, by each body that may take it, and with each one step left out."""
    stages = law().procedures[id].stages
    options = [[*s.bodies, *([s.proof] if s.proof else [])] for s in stages]
    first = [o[0] for o in options]
    ways = [[*first[:n], other, *first[n + 1 :]] for n, choice in enumerate(options) for other in (*choice, None)]
    return tuple(read(_course(id, way)) for way in ways)


def _course(id: str, way: list[Any]) -> dict[str, str]:
    """A matter and its meetings, one every ten days; publications stand in the last vote before them."""
    matter, files, last = f"名称: 修路\n种类: {id}\n", {}, ""
    for n, step in enumerate(way):
        day = MET + 10 * n * DAY
        if step in NAMES:
            last = f"meetings/2026/{day}-{step}.yml"
            files[last] = MINUTES.format(kind=NAMES[step], called="", day=day, women="", party="").replace("决议:", "事项: road\n决议:")
        elif step is not None and step.zh == "提议":
            matter += f"提议: {{日期: {day}}}\n"
        elif step is not None and last:
            files[last] += f"    {step.zh}: {day}\n"
    return {"matters/road.yml": matter, **files}


def run(id: str, under_law: Law) -> Iterator[Any]:
    for books in matters(id):
        asked = under(books, under_law)
        (course,) = courses(asked)
        found = tuple(sorted((f.code.id, f.place.path, str(f.message("en"))) for f in steps_are_taken_in_order(asked)))
        yield tuple((t.stage, t.date) for t in course.taken), found


# --- powers -----------------------------------------------------------------------------------------------------------

EXAMPLES = {
    "budget": ("budget", "finance/committee/budget/2026.yml"),
    "levies": ("levies", "finance/committee/levies/2026-lane.yml"),
    "distribution": ("distribution", "finance/committee/distribution/2025.yml"),
}


APPRAISALS = "appraisals"
"""A power whose ledger names its meeting, not a decision of it."""
PACTS = "pacts"
"""A power whose ledger has its own rules: who needs a mandate is told apart from who may not at all."""


def test_every_power_is_tried() -> None:
    assert law().powers.keys() == {*EXAMPLES, APPRAISALS, PACTS}


def powers() -> Iterator[Any]:
    for ledger in EXAMPLES:
        one = law().powers[ledger]
        for slug in NAMES:
            yield pytest.param(one.ledger, slug, id=f"{one.ledger}-{slug}")


@each("ledger, slug", powers())
def test_who_may_decide_is_told_from_who_may_not(ledger: str, slug: str) -> None:
    """A body taken out of the list is told, a body put into it is not: whoever decides, the list alone says whether it may."""
    books, power = decided(ledger, slug), law().powers[ledger]
    named = slug in power.bodies
    assert [f.code.id for f in the_right_body_decides(books)] == ([] if named else ["MTG042"])
    flipped = tuple(b for b in power.bodies if b != slug) if named else (*power.bodies, slug)
    changed = replace(law(), laid=(), powers=law().powers | {ledger: power.model_copy(update={"bodies": flipped})})
    assert [f.code.id for f in the_right_body_decides(under(books, changed))] == (["MTG042"] if named else [])


def decided(ledger: str, slug: str) -> Books:
    kind, path = EXAMPLES[ledger]
    text = (REPOSITORY / "generator/mingbai/kinds" / kind / "examples/good" / path).read_text("utf-8")
    text = re.sub(r"^决议: .*$", f"决议: 2026-03-05-{slug}/1", text, count=1, flags=re.MULTILINE)
    minutes = MINUTES.format(kind=NAMES[slug], called="", day=MET, women="", party="")
    return read({path: text, f"meetings/2026/2026-03-05-{slug}.yml": minutes})


@pytest.mark.parametrize("slug", NAMES)
def test_who_may_appraise_is_told_from_who_may_not(slug: str) -> None:
    text = (REPOSITORY / "generator/mingbai/kinds/appraisals/examples/good/appraisals/2025.yml").read_text("utf-8")
    minutes = MINUTES.format(kind=NAMES[slug], called="", day=MET, women="", party="")
    books = read({"appraisals/2025.yml": f"{text}会议: 2026-03-05-{slug}\n", f"meetings/2026/2026-03-05-{slug}.yml": minutes})
    power = law().powers[APPRAISALS]
    named = slug in power.bodies
    flipped = tuple(b for b in power.bodies if b != slug) if named else (*power.bodies, slug)
    changed = replace(law(), laid=(), powers=law().powers | {APPRAISALS: power.model_copy(update={"bodies": flipped})})
    told = [[code for code, _ in _findings(under(books, each_), "appraisals") if code == "APR020"] for each_ in (law(), changed)]
    assert told == ([[], ["APR020"]] if named else [["APR020"], []])


PACT = """
名称: 居民公约
种类: 居民公约
制定主体: {maker}
版本:
  - 版本: 1
    审核: {{机关: 街道, 日期: 2026-03-01}}
    表决: 2026-03-05-{slug}/1
    备案: {{机关: 街道, 日期: 2026-03-10}}
    生效: 2026-04-01
    条款:
      - {{编号: 1, 正文: 爱护绿地。}}
"""


def made(slug: str) -> Books:
    minutes = MINUTES.format(kind=NAMES[slug], called="", day=MET, women="", party="")
    return read({"pacts/gongyue.yml": PACT.format(maker=NAMES[slug], slug=slug), f"meetings/2026/2026-03-05-{slug}.yml": minutes})


def told_of_pacts(books: Books, bodies: tuple[str, ...], authorised: tuple[str, ...]) -> list[str]:
    power = law().powers[PACTS].model_copy(update={"bodies": bodies, "authorised": authorised})
    asked = under(books, replace(law(), laid=(), powers=law().powers | {PACTS: power}))
    return [code for code, _ in _findings(asked, "pacts") if code in ("PAC015", "PAC018")]


@pytest.mark.parametrize("slug", NAMES)
def test_which_bodies_adopt_a_pact_is_what_the_pack_says(slug: str) -> None:
    """Every body, as the pack has it, and taken out of or put into each of the two lists: the lists alone say whether it may, and whether it needs a mandate."""
    books, power = made(slug), law().powers[PACTS]
    own = tuple(b for b in power.bodies if b != slug)
    authorised = tuple(b for b in power.authorised if b != slug)
    as_it_is = [] if slug in power.bodies else ["PAC015"] if slug in power.authorised else ["PAC018"]
    assert told_of_pacts(books, power.bodies, power.authorised) == as_it_is
    assert told_of_pacts(books, own, authorised) == ["PAC018"]
    assert told_of_pacts(books, (*own, slug), authorised) == []
    assert told_of_pacts(books, own, (*authorised, slug)) == ["PAC015"]


def test_the_organic_laws_give_it_to_the_assemblies() -> None:
    """Urban law art. 30, villagers' law arts 28, 31."""
    power = law().powers[PACTS]
    assert (power.bodies, power.authorised, power.standing) == (("jumin", "cunmin"), ("daibiao", "cunmindaibiao"), Standing.STATUTORY)
    assert {(b.act, b.article) for b in power.basis} == {("urban-committee", "30"), ("village-committee", "28"), ("village-committee", "31")}


def test_where_no_pack_says_who_makes_a_pact_nothing_is_asked() -> None:
    silent = replace(law(), laid=(), powers={id: one for id, one in law().powers.items() if id != PACTS})
    assert [code for code, _ in _findings(under(made("yishi"), silent), "pacts") if code in ("PAC015", "PAC018")] == []


# --- matters that an act names ----------------------------------------------------------------------------------------


@cache
def voted_on(slug: str) -> Books:
    """A body votes on every matter by name, and on every topic that has one of its words."""
    head, tail = MINUTES.format(kind=NAMES[slug], called="", day=MET, women="", party="").split("决议:\n")
    items, n = "", 0
    for one in law().affairs.values():
        for topic, affair in (("某事", f"    大事: {one.name}\n"), *((word, "") for word in one.words)):
            n += 1
            items += tail.replace("编号: 1", f"编号: {n}").replace("议题: 修路\n", f"议题: {topic}\n{affair}")
    return read({f"meetings/2026/{MET}-{slug}.yml": f"{head}决议:\n{items}"})


def named() -> Iterator[Any]:
    for one in law().affairs.values():
        for slug in ("chengyuan", "chengyuandaibiao", "lishihui"):
            flipped = tuple(b for b in one.not_by if b != slug) if slug in one.not_by else (*one.not_by, slug)
            yield pytest.param(slug, one.model_copy(update={"not_by": flipped}), id=f"{one.id}-{slug}")
        for word in one.words if one.not_by else ():
            fewer = one.model_copy(update={"words": tuple(w for w in one.words if w != word)})
            yield pytest.param("chengyuandaibiao", fewer, id=f"{one.id}-without-{word}")


@pytest.mark.parametrize("slug, changed", [*named()])
def test_who_may_not_stand_in_is_what_the_pack_says(slug: str, changed: Affair) -> None:
    other = replace(law(), laid=(), affairs=law().affairs | {changed.id: changed})
    books = voted_on(slug)
    assert list(_findings(under(books, other), "meetings")) != list(_findings(under(books, law()), "meetings"))


@pytest.mark.parametrize("one", law().affairs.values(), ids=lambda a: a.id)
def test_who_decides_it_is_told_where_somebody_stood_in(one: Affair) -> None:
    told = [f.message("zh") for f in nobody_stands_in_for_all(voted_on("chengyuandaibiao")) if one.name in f.message("zh")]
    assert bool(told) == bool(one.not_by)
    assert all(m.endswith("成员代表大会不能代替成员大会决定") for m in told)


# --- of whom bodies consist -------------------------------------------------------------------------------------------

ELECTED = "名称: 选举\n种类: {kind}\n方式: {way}\n主持: 选举委员会\n登记: {of}\n投票:\n  - {{日期: 2026-03-05, 参加投票: 12, 有效: 12, 无效: 0, 职位: [{{职务: 某职, 名额: {seats}}}]}}\n"
OFFICER = "  - 姓名: 示例{n}\n    角色: [{roles}]\n"


@cache
def seated(id: str) -> tuple[Books, ...]:
    """Meetings with 1 to 25 due and no women, elections to the body of as many, by members and by up to 320 households; officers of every number and with every pair of offices."""
    minutes = MINUTES.format(kind=NAMES[id], called="", day=MET, women="女性代表: 0\n", party="")
    files = {
        f"meetings/2026/{MET + n * DAY}-{id}.yml": minutes.replace(f"{MET}", f"{MET + n * DAY}").replace(": 12", f": {n + 1}") for n in range(25)
    }
    kinds_of = {"lishihui": "理事会选举", "jianshi": "监事会选举", "chengyuandaibiao": "成员代表选举"}
    for n in range(25):
        files[f"elections/e-{n}.yml"] = ELECTED.format(kind=kinds_of[id], way="成员选举", of=300, seats=n)
    for of in range(85, 320, 5):
        for seats in (20, 21):
            files[f"elections/h-{of}-{seats}.yml"] = ELECTED.format(kind=kinds_of[id], way="户代表选举", of=of, seats=seats)
    makeup = law().bodies[id].makeup
    assert makeup is not None
    rows = [[office] for office in makeup.offices] + [[a, b] for a in makeup.offices for b in makeup.barred]
    several = [[[makeup.offices[0]]] * n for n in range(1, 10)] if makeup.offices else []
    others = []
    for people in (*([r] for r in rows), *several):
        officers = "".join(OFFICER.format(n=n, roles=", ".join(roles)) for n, roles in enumerate(people))
        others.append(read({"community.yml": community("村委会").replace("人员:\n", f"人员:\n{officers}", 1)}))
    return (read(files), *others)


def makeups() -> Iterator[Any]:
    for body in law().bodies.values():
        makeup = body.makeup
        if makeup is None:
            continue
        names = ("least", "most", "odd", "women", "households_least", "households_most")
        for what, changed in figures(makeup, *names):
            alike = what.startswith(("least", "most")) and all(changed.fits(n) == makeup.fits(n) for n in range(100))
            if not alike:  # two to eight and odd is three to seven and odd
                yield pytest.param(body, changed, id=f"{body.id}-{what}")
        for name in ("offices", "barred"):
            for word in getattr(makeup, name):
                fewer = tuple(w for w in getattr(makeup, name) if w != word)
                yield pytest.param(body, makeup.model_copy(update={name: fewer}), id=f"{body.id}-without-{word}")


@pytest.mark.parametrize("body, changed", [*makeups()])
def test_a_body_made_up_otherwise_is_told_otherwise(body: Body, changed: Makeup) -> None:
    other = replace(law(), laid=(), bodies=law().bodies | {body.id: body.model_copy(update={"makeup": changed})})

    assert [_said(under(b, other)) for b in seated(body.id)] != [_said(under(b, law())) for b in seated(body.id)]


@pytest.mark.parametrize("body", [b for b in law().bodies.values() if b.makeup], ids=lambda b: b.id)
def test_that_it_is_so_as_a_rule_stands_on_its_page(body: Body) -> None:
    """“As a rule” changes no reckoning, only what is said; so does every number, on the page as well."""
    assert body.makeup is not None
    for _, changed in figures(body.makeup, "usual", "least", "most", "odd", "women", "households_least", "households_most"):
        assert requirements(body.model_copy(update={"makeup": changed})) != requirements(body)


def _said(books: Books) -> list[Any]:
    return [
        *_findings(books, "meetings"),
        *_findings(books, "elections"),
        *(f for f in _findings(books, "community") if f[0] in ("COM111", "COM112")),
    ]


# --- statutory standards ----------------------------------------------------------------------------------------------

VOTE = """
名称: 换届
种类: {kind}
方式: {way}
主持: 居民选举委员会
登记: 12
名单公布: {shown}
离任审计公布: {audit}
{handed}异议:
  - {{提出: 2026-02-02, 答复: {answered}}}
{asked}投票:
  - 日期: 2026-03-05
    参加投票: {took}
    委托: 0
    一人最多代: {most}
    有效: {took}
    无效: 0
{seats}"""


def election(**given: Any) -> str:
    usual = {
        "kind": "换届选举",
        "way": "选民直接选举",
        "shown": "2026-02-01",
        "audit": "2026-02-01",
        "answered": "2026-02-03",
        "asked": "",
        "took": 12,
        "most": 0,
        "handed": "",
    }
    return VOTE.format(**(usual | {"seats": seats(7, 12)} | given))


def seats(number: int, votes_for: int) -> str:
    one = "".join(f"          - {{称呼: 候选人{c}, 得票: {votes_for}}}\n" for c in "甲乙")
    return f"    职位:\n      - 职务: 委员\n        名额: {number}\n        候选人:\n{one}"


@cache
def voted(village: bool = False) -> Books:
    """Elections around every figure: the list shown 18 to 22 days before, answers after 1 to 5 days, every turnout, every number of votes, of seats, of proxies."""
    files: dict[str, str] = {}

    def add(**given: Any) -> None:
        files[f"elections/e-{len(files)}.yml"] = election(**given)

    for n in range(4):
        add(audit=MET - n * DAY)
    for n in range(8, 13):
        add(handed=f"移交: {MET + n * DAY}\n")
    for n in range(5):
        add(handed=f"结果公布: {MET + n * DAY}\n")
    for n in range(18, 23):
        add(shown=MET - n * DAY)
    for n in range(1, 6):
        add(answered=datetime.date(2026, 2, 2) + n * DAY)
    for took, way in itertools.product(range(1, 13), ("选民直接选举", "代表选举")):
        add(took=took, way=way, seats=seats(1, min(took, 6)))
    for n in range(13):
        add(seats=seats(1, n))
        again = f"  - {{日期: 2026-03-12, 参加投票: 12, 委托: 0, 有效: 12, 无效: 0, 职位: [{{职务: 委员, 名额: 1, 候选人: [{{称呼: 候选人甲, 得票: {n}}}]}}]}}\n"
        add(seats=seats(1, 0) + again)
        add(seats=seats(max(n, 1), 12))
        add(most=n)
        add(kind="罢免", asked=recall("选民直接选举", 20, 60), seats=f"    同意罢免: {n}\n    反对罢免: {12 - n}\n")
    for n in range(9, 29):
        add(kind="罢免", asked=recall("选民直接选举", n, 110), seats="    同意罢免: 7\n    反对罢免: 5\n")
    for n in range(14, 42):
        add(kind="罢免", asked=recall("代表选举", n, 60), seats="    同意罢免: 7\n    反对罢免: 5\n")
    return read({"community.yml": community("村委会" if village else "城市居委会"), **files})


def recall(by: str, count: int, of: int) -> str:
    return f"罢免要求: {{日期: 2026-02-01, 谁联名: {by}, 联名: {count}, 总数: {of}, 职务: 委员, 理由: 不履行职责。}}\n"


def community(kind: str) -> str:
    base = (REPOSITORY / "tests/base/ledgers/community.yml").read_text("utf-8")
    return re.sub(r"^类型: .*$", f"类型: {kind}", base, flags=re.MULTILINE)


@cache
def shared_out() -> Books:
    """Plans of five years, shown 8 to 12 days before the members voted on them, by 6 to 10 of twelve votes."""
    example = (REPOSITORY / "generator/mingbai/kinds/distribution/examples/good/finance/committee/distribution/2025.yml").read_text("utf-8")
    files = {"community.yml": community("城市居委会")}
    for n, shown in enumerate(range(8, 13)):
        day = datetime.date(2026, 3, 1) + n * DAY
        minutes = MINUTES.format(kind="成员大会", called="", day=day, women="", party="").replace("同意: 12", f"同意: {6 + n}")
        files[f"meetings/2026/{day}-chengyuan.yml"] = minutes.replace("反对: 0", f"反对: {6 - n}")
        text = re.sub(r"^决议: .*$", f"决议: {day}-chengyuan/1", example, flags=re.MULTILINE)
        text = re.sub(r"^方案公布日: .*$", f"方案公布日: {day - shown * DAY}", text, flags=re.MULTILINE)
        files[f"finance/committee/distribution/{2021 + n}.yml"] = re.sub(r"^年度: .*$", f"年度: {2021 + n}", text, flags=re.MULTILINE)
    return read(files)


@cache
def chosen(years: int) -> Books:
    """A committee, a board and members' representatives elected so many years and a day before."""
    day, files = AS_OF.replace(year=AS_OF.year - years) - DAY, {"community.yml": community("村委会")}
    for n, (kind, way) in enumerate((("换届选举", "选民直接选举"), ("理事会选举", "成员选举"), ("成员代表选举", "成员选举"))):
        files[f"elections/t-{n}.yml"] = election(kind=kind, way=way, seats=seats(2, 12)).replace(f"{MET}", f"{day}")
    return read(files)


@cache
def banked(basic: int) -> Books:
    """A body with so many basic accounts at once."""
    accounts = "".join(f"      - {{编号: basic-{n}, 名称: 基本户{n}, 种类: 银行, 户别: 基本户, 期初: 0.00}}\n" for n in range(basic))
    return read({"community.yml": community("城市居委会").replace("    账户:\n", f"    账户:\n{accounts}", 1)})


@cache
def petitioned() -> Books:
    """Petitions raised fifty-five to sixty-five days before, none answered."""
    raised = "".join(
        f'  - {{编号: "{n}", 种类: 信访, 日期: {AS_OF - (55 + n) * DAY}, 渠道: 来访, 类别: 环境, 摘要: 垃圾清运不及时。, 承办: 文书}}\n'
        for n in range(11)
    )
    return read({"community.yml": community("城市居委会"), "objections/2026.yml": f"异议:\n{raised}"})


@cache
def rated() -> Books:
    """A committee that appraised in 2026 and in no other year."""
    text = (REPOSITORY / "generator/mingbai/kinds/appraisals/examples/good/appraisals/2025.yml").read_text("utf-8")
    return read({"community.yml": community("城市居委会"), "appraisals/2026.yml": text})


def statutory() -> Iterator[Any]:
    for one in law().standards.values():
        if one.standing is Standing.STATUTORY:
            for what, changed in figures(one, "amount", "count", "share"):
                yield pytest.param(one.id, changed, id=f"{one.id}-{what}")


@each("id, changed", statutory())
def test_a_statutory_figure_moved_is_seen(id: str, changed: Standard) -> None:
    other = replace(law(), laid=(), standards=law().standards | {id: changed})
    assert standard_behaviour(id, other) != standard_behaviour(id, law())


def standard_behaviour(id: str, under_law: Law) -> tuple[Any, ...]:
    if id.startswith("distribution"):
        # the majority is the body's own as well; the standard is asked of a vote that the body lets pass
        bodies = {b: body.model_copy(update={"majority": Threshold(1, 2, True)}) for b, body in under_law.bodies.items()}
        under_law = replace(under_law, bodies=bodies)
        return tuple(_findings(under(shared_out(), under_law), "distribution"))
    if id.endswith("term-years"):
        return tuple(f for n in range(3, 7) for f in _findings(under(chosen(n), under_law), "elections") if f[0] == "ELE022")
    if id == "petition-days":
        return tuple(_findings(under(petitioned(), under_law), "objections"))
    if id == "appraisals-a-year":
        return tuple(_findings(under(rated(), under_law, datetime.date(2028, 12, 31)), "appraisals"))
    if id == "basic-accounts":
        return tuple(f for n in range(4) for f in _findings(under(banked(n), under_law), "finance") if f[0] == "FIN083")
    under_law = replace(under_law, community="村委会" if id.startswith("village") else "城市居委会")
    books = under(voted(id.startswith("village")), under_law)
    told = tuple(_findings(books, "elections"))
    results_of = tuple(_counted(books))
    return told, results_of, tuple(tuple(telling.asks(under_law, e)) for e in books.records(Election)[:1])


def _findings(books: Books, kind: str) -> Iterator[Any]:
    for rule in next(k for k in kinds() if k.name == kind).rules:
        yield from ((f.code.id, f.place.path) for f in rule.check(books))


def _counted(books: Books) -> Iterator[Any]:
    for one in books.records(Election):
        for n, _ in enumerate(one.rounds):
            yield (
                tuple(tuple(c.mark for c in count.elected) for count in counts(books.law, one, n)),
                one.asked is not None and recalled(books.law, one, n),
            )


# --- deadlines of the catalogue ---------------------------------------------------------------------------------------


def deadlines() -> Iterator[Any]:
    for item in law().items.values():
        for n, duty in enumerate(item.duties):
            for within in (duty.within - 1, duty.within + 1):
                yield pytest.param(item, n, within, id=f"{item.id}-{duty.rhythm.value}-{within}")


@each("item, n, within", deadlines())
def test_a_deadline_moved_by_a_day_makes_something_late_that_was_in_time(item: Item, n: int, within: int) -> None:
    """Of thirty-six months, or of an event on every day of two weeks, at least one is due on another day (days of rest may hide the others)."""
    duty = item.duties[n]
    assert due_days(duty) != due_days(duty.model_copy(update={"within": within}))


def due_days(duty: Duty) -> tuple[datetime.date, ...]:
    calendar = law().calendar
    starts = [datetime.date(2024, 6, 1) + n * DAY for n in range(14)]
    if duty.rhythm not in (Rhythm.EVENT, Rhythm.STANDING):
        starts = [datetime.date(2023 + n // 12, n % 12 + 1, 1) - DAY for n in range(12, 48)]
    how = calendar.within_working if duty.working else calendar.within
    return tuple(how(start, duty.within).day for start in starts)


@pytest.mark.parametrize("kind", ["城市居委会", "村委会"])
def test_the_states_of_the_catalogue_follow_its_deadlines(kind: str) -> None:
    """Through the register itself: every item with a period has other last days where its deadline moves by three weeks."""
    published = "公开:\n  - {事项: U01, 公布日: 2026-01-05, 渠道: [公开栏]}\n"
    books = read({"community.yml": community(kind), "disclosures/2026.yml": published}, kind)
    before = {s.item.id: [o.due.day for o in s.obligations] for s in standings(books)}
    later = {
        id: item.model_copy(update={"duties": tuple(d.model_copy(update={"within": d.within + 21}) for d in item.duties)})
        for id, item in books.law.items.items()
    }
    after = {s.item.id: [o.due.day for o in s.obligations] for s in standings(under(books, replace(books.law, laid=(), whole=None, items=later)))}
    assert before.keys() == after.keys()
    assert len(before) > 15
    moved_items = {id for id in before if before[id]}
    assert moved_items
    assert all(a > b for id in moved_items for a, b in zip(after[id], before[id], strict=True))


def told_apart() -> Iterator[Any]:
    for item in law().items.values():
        for n, duty in enumerate(item.duties):
            if duty.busy is not None:
                for other in (None, not duty.busy):
                    yield pytest.param(item, n, other, id=f"{item.id}-{duty.rhythm.value}-{other}")


@each("item, n, busy", told_apart())
def test_who_is_asked_monthly_is_seen_in_what_is_due(item: Item, n: int, busy: bool | None) -> None:
    """In a community through whose books much is paid, or in one where little is, other days are due where the pack tells them apart otherwise."""
    duties = (*item.duties[:n], item.duties[n].model_copy(update={"busy": busy}), *item.duties[n + 1 :])
    other = item.model_copy(update={"duties": duties})
    assert {tuple(item.asked(busy=b).duties) for b in (True, False)} != {tuple(other.asked(busy=b).duties) for b in (True, False)}
    quiet, much = ([d.rhythm for d in item.asked(busy=b).duties if d.busy is not None] for b in (False, True))
    assert (quiet, much) == ([Rhythm.QUARTER], [Rhythm.MONTH])


@each("item", [i for i in law().items.values() if i.days is not None], ids=lambda i: i.id)
def test_fifteen_full_days_on_the_board(item: Item) -> None:
    """Put up on 2 March it hangs on the 17th and may be taken down on the 18th; a correction on the 10th makes that the 26th (urban law art. 34, village law art. 35)."""
    told = Disclosure.model_construct(item=item.id, day=datetime.date(2026, 3, 2), period=None, corrects=None, nothing=False, objects=())
    assert clock(item, told, (), AS_OF).until == datetime.date(2026, 3, 18)
    mended = Disclosure.model_construct(item=item.id, day=datetime.date(2026, 3, 10), corrects=f"{item.id}/2026-03-02")
    assert clock(item, told, (mended,), AS_OF).until == datetime.date(2026, 3, 26)
    for days in (14, 16):
        assert clock(item.model_copy(update={"days": days}), told, (), AS_OF).until != datetime.date(2026, 3, 18)


def test_the_books_of_these_tests_are_read_whole() -> None:
    """A file that was silently left out would prove nothing."""
    for books in (held("jumin"), voted(), voted(village=True), shared_out(), *matters("四议两公开")):
        assert all(isinstance(f, Filed) and cast(Any, f).record is not None for f in books.filed)
