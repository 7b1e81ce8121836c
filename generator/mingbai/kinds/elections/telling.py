"""Plain sentences of elections: who voted, who is elected, by how many of how many."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mingbai.kinds.elections.counting import Count, Reason, counts, enough, recalled, rules_for
from mingbai.kinds.elections.records import Election, ElectionKind, Way
from mingbai.packs import Law, cites
from mingbai.values.numbers import Threshold

_UNIT = {Way.VOTERS: "人", Way.HOUSEHOLDS: "户", Way.REPRESENTATIVES: "名代表"}


def said(day: datetime.date) -> str:
    """2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_of(one: Election) -> datetime.date | None:
    """The day of the last round; before there is one, the day the list was shown."""
    return max((r.date for r in one.rounds), default=one.list_published)


def lede(law: Law, one: Election) -> str:
    """What happened, in two sentences."""
    if not one.rounds:
        return f"{one.way.zh}，登记 {one.registered} {_UNIT[one.way]}。还没有投票。"
    first, last = one.rounds[0], len(one.rounds) - 1
    opening = f"{said(first.date)}投票，登记 {one.registered} {_UNIT[one.way]}，参加投票 {first.took_part} {_UNIT[one.way]}。"
    if one.kind is ElectionKind.RECALL:
        office = one.asked.office if one.asked else "被要求罢免的人"
        return opening + (f"罢免通过，{office}的职务终止。" if recalled(law, one, last) else f"罢免没有通过，{office}继续任职。")
    elected = [f"{office} {n} 人" for office, n in _elected(law, one).items() if n]
    left = sum(c.seat.seats - len(c.elected) for c in counts(law, one, last))
    return opening + (f"选出{'、'.join(elected)}。" if elected else "没有选出人。") + (f"还缺 {left} 人。" if left else "")


def _elected(law: Law, one: Election) -> dict[str, int]:
    """How many were elected to each office in all rounds."""
    found: dict[str, int] = {}
    for n in range(len(one.rounds)):
        for count in counts(law, one, n):
            found[count.seat.office] = found.get(count.seat.office, 0) + len(count.elected)
    return found


def round_told(law: Law, one: Election, n: int) -> str:
    """登记 3012 人，参加投票 2208 人，超过 1/2（至少 1507 人），投票有效。有效 2190 票，无效 18 票。."""
    voted, rules, unit = one.rounds[n], rules_for(law, one, n), _UNIT[one.way]
    ballots = f"收回有效票 {voted.valid} 张，无效票 {voted.invalid} 张。"
    by_proxy = f"其中委托别人投的 {voted.proxies} {unit}" + (f"，一人最多代 {voted.most} {unit}" if voted.most is not None else "") + "。"
    came = f"登记 {one.registered} {unit}，参加投票 {voted.took_part} {unit}"
    if rules.turnout is not None:
        good = enough(rules, one, voted)
        came += f"，{_reached(rules.turnout, good)}（至少 {rules.turnout.least(one.registered)} {unit}），投票{'有效' if good else '无效'}"
    recall = _recall(law, one, n) if one.kind is ElectionKind.RECALL else ""
    return f"{came}。{by_proxy if voted.proxies else ''}{ballots}{recall}"


def _recall(law: Law, one: Election, n: int) -> str:
    voted, rules = one.rounds[n], rules_for(law, one, n)
    if voted.yes is None or rules.majority is None:
        return ""
    passed = recalled(law, one, n)
    least = rules.majority.least(voted.took_part)
    against = f"，反对 {voted.no} 票" if voted.no is not None else ""
    ends = "罢免通过" if passed else "罢免没有通过"
    good = rules.majority.met(voted.yes, voted.took_part)
    return f"同意罢免 {voted.yes} 票{against}；同意票{_reached(rules.majority, good)}参加投票的 {voted.took_part} {_UNIT[one.way]}（需 {least} 票），{ends}。"


def _reached(share: Threshold, good: bool) -> str:
    part = f"{share.part}/{share.whole}"
    if share.inclusive:
        return f"{'达到' if good else '没有达到'} {part}"
    return f"{'超过' if good else '没有超过'} {part}"


def office_told(law: Law, one: Election, n: int, count: Count) -> str:
    """Why these are elected: 得票超过参加投票的 2208 人的 1/2（需 1105 票）的当选。."""
    voted, majority = one.rounds[n], rules_for(law, one, n).majority
    if majority is None:
        return ""
    least = majority.least(voted.took_part)
    share = f"{majority.part}/{majority.whole}"
    measure = f"得票{'不少于' if majority.inclusive else '超过'}参加投票 {voted.took_part} {_UNIT[one.way]}的 {share}（需 {least} 票）才能当选"
    left = count.seat.seats - len(count.elected)
    ends = {
        Reason.FULL: f"；名额 {count.seat.seats} 人，已经选足。",
        Reason.VOTES: f"；名额 {count.seat.seats} 人，还缺 {left} 人，另行选举。",
        Reason.TIE: f"；有人得票相同，还缺 {left} 人，就他们再投一次。",
        Reason.TURNOUT: "；参加投票的人数不够，这一次不算。",
    }
    return measure + ends[count.reason]


def steps(one: Election) -> Iterator[tuple[str, datetime.date, str]]:
    """The days of an election, earliest first: what, when, what is said of it."""
    found: list[tuple[str, datetime.date, str]] = []
    if one.asked is not None:
        found.append(("提出罢免要求", one.asked.date, f"{one.asked.by.zh.removesuffix('选举').removesuffix('直接')}联名 {one.asked.count}"))
    if one.list_published is not None:
        first = min((r.date for r in one.rounds), default=None)
        found.append(("公布选民名单", one.list_published, f"投票前 {(first - one.list_published).days} 天" if first else ""))
    if one.candidates_published is not None:
        found.append(("公布候选人", one.candidates_published, ""))
    found += [("投票" if n == 0 else "另行选举", r.date, f"参加投票 {r.took_part}") for n, r in enumerate(one.rounds)]
    if one.result_published is not None:
        found.append(("公布结果", one.result_published, ""))
    yield from sorted(found, key=lambda s: s[1])


def asked(law: Law, one: Election) -> str:
    """Who asked for a recall; empty of an election."""
    it = one.asked
    if it is None:
        return ""
    return f"{said(it.date)}，{it.of} 中的 {it.count} 联名要求罢免{it.office}。"


def asks(law: Law, one: Election) -> Iterator[tuple[str, str]]:
    """What the packs ask of an election: a sentence and where it comes from."""
    by_representatives = one.way is Way.REPRESENTATIVES
    ids = () if by_representatives else ("election-list-days", "election-objection-days", "election-answer-days", "election-proxies")
    turnout = "election-turnout-representatives" if by_representatives else "election-turnout"
    for id in (*ids, turnout, "election-majority", "election-second-round"):
        found = law.standard(id)
        if found is not None:
            figure = found.share.text.zh if found.share else str(found.count)
            yield f"{found.name}：{figure}", "、".join(law.cite(c) for c in law.basis(cites(found.basis))) or "待确认的默认值"


def older(law: Law, one: Election) -> str:
    """That the vote lies before the laws it is looked at by came into force; empty where it does not."""
    day = day_of(one)
    begun = [act.in_force for id in ("urban-committee", "village-committee") if law.binds(id) and (act := law.acts.get(id)) is not None]
    if day is None or not begun or day >= min(begun):
        return ""
    return f"投票的时候，现行的法律还没有施行（{said(min(begun))}起施行）；这里按现在的规定核对。"
