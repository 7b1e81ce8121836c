"""The catalogue in words: how often, of what, by when."""

from __future__ import annotations

from collections.abc import Sequence

from mingbai.books import Books
from mingbai.kinds.community.records import Community
from mingbai.kinds.disclosures.duties import Obligation, Quiet, State, forms
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.packs import Duty, From, Item, Rhythm, Standing
from mingbai.values.counted import counted
from mingbai.values.days import in_words
from mingbai.values.text import Text

_ENGLISH = {
    Rhythm.MONTH: "monthly",
    Rhythm.QUARTER: "quarterly",
    Rhythm.HALF: "half-yearly",
    Rhythm.YEAR: "yearly",
    Rhythm.EVENT: "as it happens",
    Rhythm.STANDING: "permanently",
}


def rhythm(item: Item) -> Text:
    """每季度、发生后; quarterly, as it happens."""
    if not item.duties:
        return Text("有人要求时", "on demand")
    every = list(dict.fromkeys(d.rhythm for d in item.duties))
    return Text("、".join(r.zh for r in every), " and ".join(_ENGLISH[r] for r in every))


def deadline(duty: Duty) -> Text:
    """每季度结束后 15 天内; within 15 days of the quarter's end."""
    days, en = _within(duty).zh, _within(duty).en
    if duty.rhythm is Rhythm.EVENT:
        return Text(f"发生后 {days}", f"within {en} of the event")
    if duty.rhythm is Rhythm.STANDING:
        return Text(f"长期公布，{days}放上去", f"permanently, put up within {en}")
    side, side_en = ("开始", "beginning") if duty.counted is From.BEGINNING else ("结束", "end")
    return Text(f"{duty.rhythm.zh}{side}后 {days}", f"{_ENGLISH[duty.rhythm]}, within {en} of the {side_en}")


def often(item: Item) -> Text:
    """When it is published, as one would say it: 每季度结束后 15 天内公布一次; 一直公布着，有变化的 20 个工作日内更新."""
    if not item.duties:
        return Text("有人要求时公布", "published on demand")
    lasting = any(d.rhythm is Rhythm.STANDING for d in item.duties)
    event = next((d for d in item.duties if d.rhythm is Rhythm.EVENT), None)
    parts = [_returning(d) for d in item.duties if d.rhythm.months]
    if lasting:
        parts.append(
            Text(f"一直公布着，有变化的 {_within(event).zh}更新", f"always public, changes within {_within(event).en}")
            if event
            else Text("一直公布着，有变化就更新", "always public, kept up to date")
        )
    elif event:
        parts.append(
            Text(
                f"有新的在 {_within(event).zh}公布" if parts else f"发生后 {_within(event).zh}公布",
                f"published within {_within(event).en} of the event",
            )
        )
    return Text("，".join(p.zh for p in parts), ", ".join(p.en for p in parts))


def _returning(duty: Duty) -> Text:
    if duty.counted is From.BEGINNING:
        return Text(
            f"{duty.rhythm.zh}开始后 {_within(duty).zh}公布计划", f"the plan {_ENGLISH[duty.rhythm]}, within {_within(duty).en} of the beginning"
        )
    return Text(f"{duty.rhythm.zh}结束后 {_within(duty).zh}公布一次", f"published {_ENGLISH[duty.rhythm]}, within {_within(duty).en} of the end")


def _within(duty: Duty) -> Text:
    return (
        Text(f"{duty.within} 个工作日内", f"{counted(duty.within, 'working day', 'working days')}")
        if duty.working
        else Text(f"{duty.within} 天内", counted(duty.within, "day", "days"))
    )


def what(one: Obligation) -> Text:
    """The period, or the event with its day, or that it stands for good."""
    if one.period is not None:
        plan = one.duty.counted is From.BEGINNING
        return Text(f"{one.period.text.zh}{'计划' if plan else ''}", f"{one.period.text.en}{' (plan)' if plan else ''}")
    if one.event is not None:
        return Text(*(f"{day} {one.event.words}".rstrip() for day in in_words(one.event.day)))
    return Text("长期公布", "permanent")


def waits(one: Obligation) -> Text:
    """Why it is due before its rhythm would ask: （2026-06-20 以前要公布 20 天）; empty where it is not."""
    if not one.ahead:
        return Text("", "")
    if one.event is not None and one.event.starts is None:
        days = one.item.notice or 0
        return Text(f"（{one.event.before} 以前要公布 {days} 天）", f" ({counted(days, 'day', 'days')} before {one.event.before})")
    return Text("（公示从那天起）", " (when the prior notice begins)")


def doubtful(one: Obligation) -> Text:
    """Where the deadline is no more than a default, or rests on a year whose holidays are not known."""
    parts = [Text("待确认的默认值", "a default to be confirmed")] if one.firmness is Standing.DEFAULT else []
    if not one.due.sure:
        parts.append(Text("没有那一年的节假日安排，只按周末算", "the holidays of that year are not known"))
    return Text(f"（{'；'.join(p.zh for p in parts)}）", f" ({'; '.join(p.en for p in parts)})") if parts else Text("", "")


def span(one: Quiet) -> Text:
    """Of what time it is said that there was nothing: the period that was signed, else everything since the catalogue is kept."""
    if one.period is not None:
        return one.period.text
    day = one.since
    if one.state is State.UNRECORDED:
        return Text(f"{day.year}年{day.month}月{day.day}日以来", f"since {in_words(day).en}")
    return Text("有人要求时", "on demand") if one.published is not None else Text("下一次", "the next time")


def signed_by(entry: Disclosure) -> tuple[str, ...]:
    """Who signed a publication, by office, each once."""
    return tuple(dict.fromkeys(s.office for s in entry.signatures))


def signing(books: Books, item: Item, events: Sequence[str] = ()) -> tuple[Text, ...]:
    """Who signs a publication of an item (about these events), in both languages, each once: 负责, the person in charge."""
    known = books.law.signoffs
    asked = [s for form in forms(books, item, events) if form in known for s in known[form].signers]
    return tuple({s.task: Text(s.task, s.english or s.task) for s in asked}.values())


def offices(books: Books, item: Item, events: Sequence[str] = ()) -> tuple[str, ...]:
    """Who signs before it is published (about these events): of each signature the office that somebody here holds, else the first that may give it; each once."""
    community = books.the(Community)
    held = {role for p in (*community.people, *community.supervisors) for role in p.roles} if community else set()
    signers = (s for form in forms(books, item, events) if form in books.law.signoffs for s in books.law.signoffs[form].signers)
    return tuple(dict.fromkeys(next((o for o in s.offices if o in held), s.offices[0]) for s in signers))
