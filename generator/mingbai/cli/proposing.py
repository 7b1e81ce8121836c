"""`mingbai due --propose`: entries for the register of publications, shown; written only where that was asked for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mingbai.cli.base import Usage
from mingbai.cli.session import Session
from mingbai.cli.session import day as read_day
from mingbai.cli.words import _, listed

if TYPE_CHECKING:
    from mingbai.books import Books
    from mingbai.keeping import Publications
    from mingbai.kinds.disclosures.duties import Obligation


def run(session: Session, date: str | None, days: int, items: tuple[str, ...], channels: tuple[str, ...], *, write: bool) -> int:
    """Proposes what was published on a day; exit code 1 where the register cannot be read.

    Raises:
        Usage: the day is not said or still to come, no register is kept, an item is unknown.
    """
    from mingbai import keeping, pipeline
    from mingbai.cli import files

    if date is None:
        raise Usage(_("--propose 要写公布日：--date 2026-11-09。哪天贴出去的只有人知道，程序不猜"))
    day = read_day(date, "--date")
    if day > session.as_of:
        raise Usage(_("公布日 {day} 还没有到（今天是 {today}）；贴出去以后再登记").format(day=day, today=session.as_of))
    checked = pipeline.check(session.root, session.as_of)
    _known(checked.books, items)
    made = keeping.publications(session.root, checked, day, session.as_of + datetime.timedelta(days=days), items, channels)
    shown = f"{pipeline.LEDGERS}/{made.path}"
    if made.unreadable:
        session.say(_("{path} 还读不了，没有代拟；请先运行 mingbai check 改好它").format(path=shown))
        return 1
    if write and made.entries:
        path = session.root / pipeline.LEDGERS / made.path
        files.replace({path: made.text}, {} if made.read is None else {path: made.read})
    if session.json:
        _data(session, made, written=write and bool(made.entries))
        return 0
    _told(session, made, shown, write=write)
    return 0


def _known(books: Books, items: tuple[str, ...]) -> None:
    from mingbai.kinds.disclosures.binding import bound, kept

    if not kept(books):
        raise Usage(_("还没有公布登记：先用 mingbai new disclosures 建一个，从那一天开始算期限"))
    ours = {i.id for i in bound(books)}
    strange = [i for i in items if i not in ours]
    if strange:
        raise Usage(_("公开目录里没有这些事项，或者不归本社区公开：{items}").format(items=listed(strange)))


def _told(session: Session, made: Publications, shown: str, *, write: bool) -> None:
    if not made.entries:
        session.say(_("没有要代拟的：该公布的都登记了，或者台账里还没有依据。"))
    elif write:
        session.say(_("{path}  接上 {count} 段：").format(path=shown, count=len(made.entries)))
        for one in made.entries:
            name = one.item.name if session.lang == "zh" else one.item.english
            session.say(f"  {one.item.id} {name}  {listed([_what(o, session) for o in one.answers])}")
    else:
        session.say(made.offered.rstrip())
    for line in _bare(made, session):
        session.note(line)
    if made.entries and not write:
        session.note(_("代拟 {count} 段，什么也没有写。看过没有错，再加 --write，接在 {path} 的末尾。").format(count=len(made.entries), path=shown))
    if made.entries:
        session.note(_("谁签字、哪天签的，照签字的纸补上；没有贴出去的，把那一段删掉。"))


def _bare(made: Publications, session: Session) -> Iterator[str]:
    if made.bare:
        yield _("台账里没有依据、不代拟的（真没有这类事的，写“本期无: 是”并签字；有的，先补台账）：")
    for one in made.bare:
        yield f"  {one.item.id} {one.item.name if session.lang == 'zh' else one.item.english}  {_what(one, session)}"


def _what(one: Obligation, session: Session) -> str:
    from mingbai.kinds.disclosures.sentences import what
    from mingbai.reporting.display import safe

    text = what(one)
    return safe(text.zh if session.lang == "zh" else text.en)


def _data(session: Session, made: Publications, *, written: bool) -> None:
    entries = [{"item": e.item.id, "answers": [_what(o, session) for o in e.answers], "nodes": e.nodes} for e in made.entries]
    bare = [{"item": o.item.id, "what": _what(o, session), "due": o.due.day.isoformat()} for o in made.bare]
    session.data({"schema": 1, "path": made.path, "written": written, "entries": entries, "without_evidence": bare, "yaml": made.offered})
