"""Whether a change makes a rule of an act laxer, be it of the nation or of the place; pure comparisons of records, by whole numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mingbai.packs import Body, BodyChange, Duty, Item, ItemChange, Makeup, SignOff, Standing
from mingbai.values.counted import counted
from mingbai.values.numbers import Threshold
from mingbai.values.text import Text

_SHARES = (
    ("quorum", Text("法定人数", "quorum")),
    ("households", Text("户代表法定人数", "quorum of households")),
    ("majority", Text("通过", "majority")),
    ("women", Text("妇女比例", "share of women")),
)


def laxer_item(item: Item, change: ItemChange, *, busy: bool = False) -> Iterator[tuple[str, Text]]:
    """(field, what it asks too little of) where a change gives less time on the board or more time until then than an act does.

    `busy`: much is paid through the books, so that the deadlines hold that are asked for there. What is a default of ours may be set as the place likes.
    """
    item = item.asked(busy=busy)
    if item.board is not Standing.DEFAULT and change.days is not None and item.days is not None and change.days < item.days:
        yield (
            "days",
            Text(
                f"公布天数 {change.days}，规定不少于 {item.days}", f"published for {counted(change.days, 'day', 'days')}, {item.days} are laid down"
            ),
        )
    asked = item.ruled or item.standing is not Standing.DEFAULT
    if asked and change.signoffs is not None and item.signoffs and not change.signoffs:
        yield "signoffs", Text("公布以前谁也不用签字了", "nobody signs before it is published any more")
    firm = item.rests("notice").standing is not Standing.DEFAULT
    if firm and change.notice is not None and item.notice is not None and change.notice < item.notice:
        yield (
            "notice",
            Text(
                f"公示天数 {change.notice}，规定不少于 {item.notice}",
                f"{counted(change.notice, 'day', 'days')} of notice, {item.notice} are laid down",
            ),
        )
    for duty in item.duties if change.duties is not None else ():
        if item.rhythm(duty).standing is Standing.DEFAULT:
            continue  # the law names the item and no rhythm: that is the place's to set
        if change.duties is not None and not any(
            _as_strict(one, duty, item.firmness(duty)) for one in change.duties if one.busy is None or one.busy is busy
        ):
            yield (
                "duties",
                Text(
                    f"{duty.rhythm.zh} {duty.within} 天的时限没有了，或者放宽了",
                    f"the deadline {duty.rhythm.value} + {counted(duty.within, 'day', 'days')} is gone or laxer",
                ),
            )


def laxer_signatures(item: Item, signoffs: Sequence[str], law: Mapping[str, SignOff], ours: Mapping[str, SignOff]) -> Iterator[Text]:
    """Whose signature, laid down by an act, an item no longer asks for, or takes from somebody else: `signoffs` as it is changed, forms as the packs and as we have them.

    A form that the packs mark as practice binds nobody unless an act asks for it of this item (有规定的签署).
    """
    kept = [signer for form in signoffs if form in ours for signer in ours[form].signers]
    for form in item.signoffs:
        known = law.get(form)
        if known is None or (form not in item.ruled and known.standing is Standing.DEFAULT):
            continue
        for wanted in known.signers:
            if not any(set(one.offices) <= set(wanted.offices) for one in kept):
                yield Text(
                    f"“{wanted.task}”的签字没有了，或者换了别人签", f"the signature of {wanted.english or wanted.task} is gone or given by others"
                )


def _as_strict(one: Duty, duty: Duty, firmness: Standing) -> bool:
    """Whether one deadline is kept by whoever keeps the other: as often or more often, and no later where the days are law."""
    days = firmness is Standing.DEFAULT or one.within <= duty.within
    if one.ledgers and not set(duty.ledgers) <= set(one.ledgers):
        return False
    if duty.rhythm.months:
        return 0 < one.rhythm.months <= duty.rhythm.months and days and one.counted is duty.counted
    return one.rhythm is duty.rhythm and days and one.working <= duty.working


def laxer_body(body: Body, change: BodyChange) -> Iterator[tuple[str, Text]]:
    """(field, what it asks too little of) where fewer people, fewer votes, less notice or rarer meetings would do than an act asks for."""
    for field, words in _SHARES:
        ours, law = getattr(change, field), _laid(body, field)
        if ours is not None and law is not None and _smaller(ours, law):
            yield field, Text(f"{words.zh} {ours.text.zh}，规定 {law.text.zh}", f"{words.en} {ours.text.en}, by law {law.text.en}")
    notice, opinion, months = (_laid(body, field) for field in ("notice_days", "opinion_days", "every_months"))
    if change.notice_days is not None and notice is not None and change.notice_days < notice:
        yield (
            "notice_days",
            Text(
                f"提前 {change.notice_days} 天通知，规定 {notice} 天",
                f"{counted(change.notice_days, 'day', 'days')} of notice, by law {notice}",
            ),
        )
    if change.opinion_days is not None and opinion is not None and change.opinion_days < opinion:
        yield (
            "opinion_days",
            Text(
                f"征求意见 {change.opinion_days} 天，规定 {opinion} 天",
                f"{counted(change.opinion_days, 'day', 'days')} for opinions, {opinion} laid down",
            ),
        )
    if change.every_months is not None and months is not None and change.every_months > months:
        yield (
            "every_months",
            Text(
                f"{change.every_months} 个月开一次，规定 {months} 个月",
                f"every {counted(change.every_months, 'month', 'months')}, by law {months}",
            ),
        )
    yield from _laxer_makeup(_laid(body, "makeup"), change.makeup)
    if change.party_first is not None and not change.party_first and _laid(body, "party_first"):
        yield "party_first", Text("党组织先研究不能免", "the party organisation discusses it first by law")


def _laid(body: Body, figure: str) -> Any:
    """A figure of a body that an act lays down; None where it has none, or a default of ours."""
    return getattr(body, figure) if body.rests(figure).firm else None


def _laxer_makeup(law: Makeup | None, ours: Makeup | None) -> Iterator[tuple[str, Text]]:
    """Fewer or more members than an act lets sit on a body, an even number where it asks for an odd one, women no longer asked for."""
    if law is None or ours is None:
        return
    few = law.least is not None and (ours.least is None or ours.least < law.least)
    many = law.most is not None and (ours.most is None or ours.most > law.most)
    if few or many or (law.odd and not ours.odd):
        yield "makeup", Text(f"组成：{ours.size.zh or '没有人数'}，规定{law.size.zh}", f"it {ours.size.en or 'has no size'}; by law it {law.size.en}")
    if law.women and not ours.women:
        yield "makeup", Text("组成：要有妇女不能免", "women sit on it by law")


def _smaller(ours: Threshold, law: Threshold) -> bool:
    left, right = ours.part * law.whole, law.part * ours.whole
    return left < right or (left == right and ours.inclusive and not law.inclusive)
