"""Plain sentences of elections: who voted, who is elected, by how many of how many."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from mingbai.diagnostics import Cite
from mingbai.kinds.elections.counting import Count, Reason, base, counts, deciding, enough, recalled, rest, rules_for, too_few_asked
from mingbai.kinds.elections.records import Election, ElectionKind, Way
from mingbai.packs import Law, cites
from mingbai.packs.telling import members
from mingbai.values.numbers import Threshold
from mingbai.values.speech import joined, of, say

_UNIT = {Way.VOTERS: "人", Way.HOUSEHOLDS: "户", Way.REPRESENTATIVES: "名代表", Way.MEMBERS: "名成员"}


def said(day: datetime.date) -> str:
    """2026年3月5日."""
    return say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def day_of(one: Election) -> datetime.date | None:
    """The day of the last round; before there is one, the day the list was shown."""
    return max((r.date for r in one.rounds), default=one.list_published)


def lede(law: Law, one: Election, ways: tuple[Way, ...] = ()) -> str:
    """What happened, in two sentences; `ways` are those in which a recall should have been voted on and was not."""
    if not one.rounds:
        return say("{way}，登记 {registered} {unit}。还没有投票。", way=one.way.zh, registered=one.registered, unit=_UNIT[one.way])
    first, last = one.rounds[0], len(one.rounds) - 1
    opening = say(
        "{said}投票，登记 {registered} {unit}，参加投票 {took_part} {unit}。",
        said=said(first.date),
        registered=one.registered,
        unit=_UNIT[one.way],
        took_part=first.took_part,
    )
    if one.kind.recall:
        if first.yes is None:
            return opening
        office = one.asked.office if one.asked else "被要求罢免的人"
        passed = recalled(law, one, last)
        if passed is None:
            return opening + say("同意罢免{office}的有 {yes} 票；当时的规定不在法规包里，这里不判断通过没有。", office=office, yes=first.yes)
        if passed and too_few_asked(law, one) is not None:
            return opening + say("同意罢免{office}的票数够了，但是提出罢免的人数不够，职务不因此终止。", office=office)
        if passed and ways:
            return opening + say(
                "同意罢免{office}的票数够了，但是投票的方式和选举时不同（选举时是{ways}），职务不因此终止。", office=office, ways=_named(ways)
            )
        return opening + (say("罢免通过，{office}的职务终止。", office=office) if passed else say("罢免没有通过，{office}继续任职。", office=office))
    elected = [say("{office} {n} 人", office=office, n=n) for office, n in _elected(law, one).items() if n]
    left = sum(c.seat.seats - len(c.elected) for c in counts(law, one, last))
    return (
        opening
        + (say("选出{list}。", list=joined("、", elected)) if elected else say("没有选出人。"))
        + (say("还缺 {left} 人。", left=left) if left else "")
    )


def _named(ways: tuple[Way, ...]) -> str:
    return joined("、", (of(way.text) for way in ways))


def _elected(law: Law, one: Election) -> dict[str, int]:
    """How many were elected to each office in all rounds."""
    found: dict[str, int] = {}
    for n in range(len(one.rounds)):
        for count in counts(law, one, n):
            found[count.seat.office] = found.get(count.seat.office, 0) + len(count.elected)
    return found


def round_told(law: Law, one: Election, n: int, ways: tuple[Way, ...] = ()) -> str:
    """登记 3012 人，参加投票 2208 人，超过 1/2（至少 1507 人），投票有效。有效 2190 票，无效 18 票。."""
    voted, rules, unit = one.rounds[n], rules_for(law, one, n), _UNIT[one.way]
    ballots = say("收回有效票 {valid} 张，无效票 {invalid} 张。", valid=voted.valid, invalid=voted.invalid)
    by_proxy = (
        say("其中委托别人投的 {proxies} {unit}", proxies=voted.proxies, unit=unit)
        + (say("，一人最多代 {most} {unit}", most=voted.most, unit=unit) if voted.most is not None else "")
        + "。"
    )
    came = say("登记 {registered} {unit}，参加投票 {took_part} {unit}", registered=one.registered, unit=unit, took_part=voted.took_part)
    if rules.turnout is not None:
        good = enough(rules, one, voted)
        came += say(
            "，{reached}（至少 {least} {unit}），投票{told}",
            reached=_reached(rules.turnout, good),
            least=rules.turnout.least(one.registered),
            unit=unit,
            told="有效" if good else "无效",
        )
    recall = _recall(law, one, n, ways) if one.kind.recall else ""
    return say("{came}。{told}{ballots}{recall}", came=came, told=by_proxy if voted.proxies else "", ballots=ballots, recall=recall)


def _recall(law: Law, one: Election, n: int, ways: tuple[Way, ...]) -> str:
    voted, rules = one.rounds[n], rules_for(law, one, n)
    if voted.yes is None or rules.majority is None:
        return ""
    passed = recalled(law, one, n)
    whole = base(rules, one, voted)
    against = say("，反对 {no} 票", no=voted.no) if voted.no is not None else say("，没有同意 {n} 票", n=rest(voted))
    return say(
        "同意罢免 {yes} 票{against}；按全体 {whole} {unit}算，同意票{reached}（需 {least} 票），{ends}。"
        if rules.of_all
        else "同意罢免 {yes} 票{against}；按参加投票的 {whole} {unit}算，同意票{reached}（需 {least} 票），{ends}。",
        yes=voted.yes,
        against=against,
        whole=whole,
        unit=_UNIT[one.way],
        reached=_reached(rules.majority, rules.majority.met(voted.yes, whole)),
        least=rules.majority.least(whole),
        ends=_ends(law, one, ways) if passed else "罢免没有通过",
    )


def _ends(law: Law, one: Election, ways: tuple[Way, ...]) -> str:
    """What enough votes for a recall come to."""
    if too_few_asked(law, one) is not None:
        return "提出罢免的人数不够"
    return "投票的方式和选举时不同" if ways else "罢免通过"


def _reached(share: Threshold, good: bool) -> str:
    part = f"{share.part}/{share.whole}"
    if share.inclusive:
        return say("达到 {part}", part=part) if good else say("没有达到 {part}", part=part)
    return say("超过 {part}", part=part) if good else say("没有超过 {part}", part=part)


def office_told(law: Law, one: Election, n: int, count: Count) -> str:
    """Why these are elected: 得票超过参加投票的 2208 人的 1/2（需 1105 票）的当选。."""
    voted, majority = one.rounds[n], rules_for(law, one, n).majority
    if majority is None:
        return ""
    least = majority.least(voted.took_part)
    share = f"{majority.part}/{majority.whole}"
    measure = say(
        "得票不少于参加投票 {took_part} {unit}的 {share}（需 {least} 票）才能当选"
        if majority.inclusive
        else "得票超过参加投票 {took_part} {unit}的 {share}（需 {least} 票）才能当选",
        took_part=voted.took_part,
        unit=_UNIT[one.way],
        share=share,
        least=least,
    )
    left = count.seat.seats - len(count.elected)
    ends = {
        Reason.FULL: say("；名额 {seats} 人，已经选足。", seats=count.seat.seats),
        Reason.VOTES: say("；名额 {seats} 人，还缺 {left} 人，另行选举。", seats=count.seat.seats, left=left),
        Reason.TIE: say("；有人得票相同，还缺 {left} 人，就他们再投一次。", left=left),
        Reason.TURNOUT: say("；参加投票的人数不够，这一次不算。"),
    }
    return measure + ends[count.reason]


def steps(one: Election) -> Iterator[tuple[str, datetime.date, str]]:
    """The days of an election, earliest first: what, when, what is said of it."""
    found: list[tuple[str, datetime.date, str]] = []
    if one.asked is not None:
        found.append(
            (
                "提出罢免要求",
                one.asked.date,
                say("{removesuffix}联名 {count}", removesuffix=one.asked.by.zh.removesuffix("选举").removesuffix("直接"), count=one.asked.count),
            )
        )
    if one.list_published is not None:
        first = min((r.date for r in one.rounds), default=None)
        found.append(("公布选民名单", one.list_published, say("投票前 {days} 天", days=(first - one.list_published).days) if first else ""))
    if one.committee_chosen is not None:
        found.append(("选举委员会产生", one.committee_chosen, one.held_by))
    if one.audit_published is not None:
        found.append(("公布离任审计结果", one.audit_published, ""))
    if one.candidates_published is not None:
        found.append(("公布候选人", one.candidates_published, ""))
    found += [("投票" if n == 0 else "另行选举", r.date, say("参加投票 {took_part}", took_part=r.took_part)) for n, r in enumerate(one.rounds)]
    if one.result_published is not None:
        found.append(("公布结果", one.result_published, ""))
    if one.handed_over is not None:
        found.append(("工作移交完成", one.handed_over, ""))
    yield from sorted(found, key=lambda s: s[1])


def asked(law: Law, one: Election) -> str:
    """Who asked for a recall; empty of an election."""
    it = one.asked
    if it is None:
        return ""
    return say("{said}，{of} 中的 {count} 联名要求罢免{office}。", said=said(it.date), of=it.of, count=it.count, office=it.office)


def asks(law: Law, one: Election) -> Iterator[tuple[str, str]]:
    """What the packs ask of an election: a sentence and where it comes from."""
    if one.kind is ElectionKind.BOARD_RECALL:
        yield from _board_recall(law, one)
        return
    if one.kind.body is not None:
        body = law.bodies.get(one.kind.body)
        makeup = body.makeup if body else None
        clauses = joined("、", (law.cite(c) for c in cites(makeup.basis))) if makeup else ""
        yield from ((sentence, clauses) for sentence in members(makeup))
        term = {ElectionKind.BOARD: "board-term-years", ElectionKind.MEMBERS: "members-term-years"}.get(one.kind)
        yield from _standards(law, (term,) if term else ())
        return
    by_representatives = one.way is Way.REPRESENTATIVES
    if one.kind is ElectionKind.RECALL:
        village = law.community == "村委会"
        ids: tuple[str, ...] = ("village-recall" if village else "recall", "recall-representatives")
        yield from _standards(law, (*ids, "election-turnout-representatives" if by_representatives else "election-turnout", "election-majority"))
        return
    ids = () if by_representatives else ("election-list-days", "election-objection-days", "election-answer-days", "election-proxies")
    turnout = "election-turnout-representatives" if by_representatives else "election-turnout"
    audits = ("leaving-audit-days", "leaving-audit-committee-days") if one.kind is ElectionKind.COMMITTEE else ()
    handover = ("committee-handover-days",) if one.kind is ElectionKind.COMMITTEE else ()
    years = ("term-years",) if one.kind in (ElectionKind.COMMITTEE, ElectionKind.SUPERVISORS) else ()
    yield from _standards(law, (*ids, *audits, turnout, "election-majority", "election-second-round", *handover, *years))


def _board_recall(law: Law, one: Election) -> Iterator[tuple[str, str]]:
    """How many must take part and agree where a director or supervisor is recalled; who may ask its charter says."""
    body = law.bodies.get(deciding(one) or "")
    clauses = joined("、", (law.cite(c) for c in cites(body.clauses("quorum", "majority")))) if body else ""
    if body is not None and body.quorum is not None:
        yield say("应到的 {share}参加，投票有效", share=of(body.quorum.text)), clauses
    if body is not None and body.majority is not None:
        yield say("全体的 {share}同意，罢免才通过", share=of(body.majority.text)), clauses
        yield say("谁可以要求罢免，由章程定"), law.cite(Cite("collective", "26"))


def _standards(law: Law, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Standards with a figure, in a sentence, and where they come from."""
    for id in ids:
        found = law.standard(id)
        if found is not None and (found.share or found.count is not None):
            figure = of(found.share.text) if found.share else str(found.count)
            yield (
                say("{name}：{figure}", name=found.name, figure=figure),
                joined("、", (law.cite(c) for c in law.basis(cites(found.basis)))) or "待确认的默认值",
            )


def older(law: Law, one: Election) -> str:
    """That the vote lies before the laws that the packs know came into force; empty where it does not."""
    day = day_of(one)
    acts = ("collective",) if one.kind.chartered else ("urban-committee", "village-committee")
    begun = [act.in_force for id in acts if law.binds(id) and (act := law.acts.get(id)) is not None]
    if day is None or not begun or day >= min(begun):
        return ""
    return say("投票的时候，现行的法律还没有施行（{said}起施行）；当时的规定不在法规包里，这里只核对数字，不判断票数够不够。", said=said(min(begun)))
