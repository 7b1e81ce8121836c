"""Last days of duties for the calendar, publications and their corrections for the feed."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.kind import View
from mingbai.kinds.disclosures.binding import kept
from mingbai.kinds.disclosures.correcting import named, put_right
from mingbai.kinds.disclosures.duties import Standing, State, standings
from mingbai.kinds.disclosures.places import about, address, entry_address
from mingbai.kinds.disclosures.records import Disclosure
from mingbai.kinds.disclosures.sentences import offices, signed_by, what
from mingbai.pages import Ahead, News
from mingbai.values.speech import joined, of, say


def ahead(view: View) -> Iterator[Ahead]:
    """The last day in time of every duty that is not yet due; nothing where no register of publications is kept."""
    if not kept(view.books):
        return
    for standing in view.books.derived(standings):
        item = standing.item
        for one in standing.obligations:
            if one.state is State.PENDING:
                who = joined("、", offices(view.books, item, [one.event.id] if one.event else []))
                which = one.period or (one.event.id if one.event else "standing")
                words = say(
                    "{id} {name}（{what}）最晚这一天公布。{told}",
                    id=item.id,
                    name=item.name,
                    what=of(what(one)),
                    told=say("公布前由{who}签字。", who=who) if who else "",
                )
                sure = "" if one.due.sure else say("没有那一年的节假日安排，只按周末算。")
                yield Ahead(
                    f"disclosures/{item.id}/{which}",
                    one.due.day,
                    "公开",
                    say("公布：{name}（{what}）", name=item.name, what=of(what(one))),
                    words + sure,
                    address(item),
                )


def news(view: View) -> Iterator[News]:
    """Every publication, and every correction of one, on the day the register says."""
    for standing in view.books.derived(standings):
        for entry in standing.entries:
            item = standing.item
            sort, title = (
                ("更正", say("{name}（{of}）", name=item.name, of=_of(view, standing, entry)))
                if entry.corrects
                else ("公布", say("{name}{of}", name=item.name, of=_of(view, standing, entry)))
            )
            id = f"disclosures/{named(entry)}{'/correction/' + str(entry.day) if entry.corrects else ''}"
            yield News(id, entry.day, sort, title, _words(entry), entry_address(item, entry))


def _of(view: View, standing: Standing, entry: Disclosure) -> str:
    """What a publication is of: its period, what its events were, in brackets; nothing where it stands for good."""
    if entry.corrects:
        return put_right(entry.corrects)
    if entry.period is not None:
        return say("（{text}）", text=of(entry.period.text))
    words = about(view, standing, entry)
    return say("（{about}{told}）", about=words[0], told=say(" 等 {n} 件", n=len(words)) if len(words) > 1 else "") if words else ""


def _words(entry: Disclosure) -> str:
    where = say("公布在{list}。", list=joined("、", entry.channels))
    nothing = ""
    if entry.nothing:
        who = joined("、", signed_by(entry))
        nothing = say("{who}签字确认，这一期没有这样的事。", who=who) if who else say("写着“本期无”，还没有人签字。")
    why = say("原因：{reason}。", reason=entry.reason) if entry.reason else ""
    return nothing + where + why
