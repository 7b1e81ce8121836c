"""The arithmetic of one decision, told: the integers and the sentence that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingbai.kinds.meetings.arithmetic import Way, ways_of
from mingbai.kinds.meetings.records import Decision, Electorate, Meeting, Result
from mingbai.packs import Body
from mingbai.packs.bodies import Base, Special
from mingbai.packs.footing import Footing
from mingbai.packs.wording import says
from mingbai.values.numbers import Threshold
from mingbai.values.speech import joined, say
from mingbai.values.text import Text


@dataclass(frozen=True, slots=True)
class Tally:
    """The arithmetic of one decision.

    Attributes:
        ways: one, or two where the rule on proxies is unsettled and proxies were given: first counted, then not counted.
        result: what all ways come to; None where they differ, or nothing was put to the vote.
        differs: whether the two ways end differently.
        text: the whole reckoning in a sentence; vote: the same without attendance, where enough were present either way.
        note: what the other way comes to where both end alike; empty where there is one way.
    """

    due: int | None
    in_person: int | None
    proxies: int
    yes: int | None
    ways: tuple[Way, ...]
    result: Result | None
    differs: bool
    text: Text
    vote: Text
    note: Text

    def allows(self, claimed: Result) -> bool:
        """Whether the claimed result follows from the figures, counted one way or the other; any does where no majority is laid down."""
        return any(w.result is claimed or (self.yes is not None and w.free) for w in self.ways) or (claimed is Result.DEFERRED and self.yes is None)


def tally(decision: Decision, meeting: Meeting, body: Body) -> Tally:
    """The arithmetic of a decision under its body's rule, or under that of its special matter."""
    body = ruled(decision, body)
    ways = ways_of(decision, meeting, body)
    results = {w.result for w in ways}
    differs = len(results) > 1
    sentences = [_sentence(decision, meeting, body, way) for way in ways]
    text = _both(*sentences) if differs else sentences[0]
    long = differs or any(w.quorum_met is False for w in ways)
    return Tally(
        meeting.due,
        meeting.in_person,
        meeting.proxies or 0,
        decision.yes,
        ways,
        None if differs else ways[0].result,
        differs,
        text,
        text if long else _full_stop(_vote(decision, meeting, body, ways[0])),
        _alike(ways[1], meeting) if len(ways) > 1 and ways[1].result is not None and not differs else Text("", ""),
    )


def ruled(decision: Decision, body: Body) -> Body:
    """The body with the majority that the decision's special matter asks for; as it is where it names none the pack knows."""
    special = special_of(decision, body.specials)
    if special is None:
        return body
    rests = Footing(body.standing, special.basis or body.basis)
    return body.changed({"majority": special.majority, "base": special.base}, {"majority": rests})


def special_of(decision: Decision, specials: Iterable[Special]) -> Special | None:
    """The special matter a decision names, or of which its topic has a word; none where it names another, or says that it is none."""
    named = decision.special
    return next((s for s in specials if (named == s.matter if named is not None else says(decision.topic, s.words))), None)


def tallies(meeting: Meeting, body: Body) -> Iterator[tuple[Decision, Tally]]:
    """Each item of a meeting with its arithmetic, in order."""
    return ((decision, tally(decision, meeting, body)) for decision in meeting.decisions)


def attendance(meeting: Meeting, body: Body, way: Way) -> Text:
    """How many were due and came, and whether that is enough: 应到 21 人，亲到 17 人、委托 1 人，到会 18 人，超过 1/2（至少 11 人），达到法定人数."""
    came, quorum = _came(meeting, way), _quorum(meeting, body, way)
    return Text(joined("，", filter(None, (came.zh, quorum.zh))), ", ".join(filter(None, (came.en, quorum.en))))


def _both(counted: Text, not_counted: Text) -> Text:
    return Text(
        f"委托是否计入到会，法律没有规定，两种算法结果不同。计入委托：{counted.zh}不计委托：{not_counted.zh}",
        f"Whether proxies count is not settled and the outcome depends on it. Counted: {counted.en} Not counted: {not_counted.en}",
    )


def _alike(way: Way, meeting: Meeting) -> Text:
    return Text(
        f"委托是否计入到会，法律没有规定；不计委托、按到会 {way.present} {meeting.counts.unit.zh}算，结果相同。",
        f"Whether proxies count is not settled; without them {way.present} are present and the outcome is the same.",
    )


def _sentence(decision: Decision, meeting: Meeting, body: Body, way: Way) -> Text:
    came, voted = attendance(meeting, body, way), _vote(decision, meeting, body, way)
    zh, en = ("，", ", ") if way.quorum_met is False else ("；", "; ")
    return _full_stop(Text(zh.join(filter(None, (came.zh, voted.zh))), en.join(filter(None, (came.en, voted.en)))))


def _full_stop(text: Text) -> Text:
    return Text(f"{text.zh}。", f"{text.en}.")


def _came(meeting: Meeting, way: Way) -> Text:
    if meeting.in_person is None:
        return Text("", "")
    zh, en, unit = [], [], meeting.counts.unit.zh
    if meeting.due is not None:
        zh.append(say("应到 {due} {unit}", due=meeting.due, unit=unit))
        en.append(f"{meeting.due}{' households' if meeting.counts is Electorate.HOUSEHOLDS else ''} due")
    if meeting.proxies:
        left_out = Text("", "") if way.proxies else Text("（不计入）", " (not counted)")
        zh.append(
            say(
                "亲到 {in_person} {unit}、委托 {proxies} {unit}{left_out}",
                in_person=meeting.in_person,
                unit=unit,
                proxies=meeting.proxies,
                left_out=left_out.zh,
            )
        )
        en.append(f"{meeting.in_person} in person and {meeting.proxies} by proxy{left_out.en}")
    return Text(joined("，", (*zh, f"到会 {way.present} {unit}")), ", ".join((*en, f"{way.present} present")))


def _quorum(meeting: Meeting, body: Body, way: Way) -> Text:
    if body.quorum is None or way.quorum_met is None:
        return Text("", "")
    share, least, unit = f"{body.quorum.part}/{body.quorum.whole}", way.quorum, meeting.counts.unit.zh
    if way.quorum_met:
        reached = "不少于" if body.quorum.inclusive else "超过"
        return Text(f"{reached} {share}（至少 {least} {unit}），达到法定人数", f"a quorum ({body.quorum.text.en}, {least} needed)")
    missed = "不足" if body.quorum.inclusive else "没有超过"
    return Text(f"{missed} {share}（至少要 {least} {unit}），未达法定人数", f"no quorum ({body.quorum.text.en}, {least} needed)")


def _vote(decision: Decision, meeting: Meeting, body: Body, way: Way) -> Text:
    if way.quorum_met is False:
        return Text("不能作出决定", "nothing can be decided")
    if decision.result is Result.DEFERRED and decision.yes is None:
        return Text("本项暂缓，没有表决", "the item was deferred")
    if way.free and decision.yes is not None:
        return Text(
            f"同意 {decision.yes} 票，反对 {decision.no or 0} 票；没有在那天施行的规定说要多少票才算通过，照会议记录",
            f"{decision.yes} for, {decision.no or 0} against; no rule in force that day says how many are needed: as the minutes have it",
        )
    if way.result is None or body.majority is None:
        return Text("本项只讨论，没有表决", "the item was discussed, not voted on")
    zh, en = _measure(body.majority, way.result is Result.PASSED)
    whom = Text("全体", "all") if body.base is Base.ALL else Text("到会", "present")
    part = "半数" if (body.majority.part, body.majority.whole) == (1, 2) else f"{body.majority.part}/{body.majority.whole}"
    return Text(
        f"同意 {decision.yes} 票，{zh}{whom.zh} {way.base} {meeting.counts.unit.zh}的{part}（需 {way.needed} 票），{way.result.zh}",
        f"{decision.yes} for, {en} {body.majority.part}/{body.majority.whole} of {way.base} {whom.en} ({way.needed} needed), {way.result.value}",
    )


def _measure(majority: Threshold, passed: bool) -> tuple[str, str]:
    if majority.inclusive:
        return ("不少于", "at least") if passed else ("不足", "less than")
    return ("超过", "more than") if passed else ("没有超过", "not more than")
