"""`mingbai import` without a map: what was understood, what is asked, the proposed MAP.yml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.cli.base import Usage
from mingbai.cli.session import Session
from mingbai.cli.words import _, listed

if TYPE_CHECKING:
    import datetime

    from mingbai.diagnostics import Diagnostic
    from mingbai.importing import Guess, Known
    from mingbai.importing.guessing import RegisterGuess
    from mingbai.kinds.community.records import Book, Community

NAME = "MAP.yml"
"""What a proposed map is called in findings."""


def known(session: Session, book: str | None) -> Known:
    """The books of the community, and of the one that is named (or is alone) its accounts and funds; outside of one, only the book that was named."""
    from mingbai.cli.community import load
    from mingbai.importing import Known
    from mingbai.kinds.community.records import Keeping

    try:
        community = load(session.root)
    except Usage:
        community = None
    if community is None:
        return Known((book,) if book else ())
    books = [b for b in community.books if book in (None, b.id)]
    if len(books) != 1:
        return Known(tuple(b.id for b in books), categories=community.categories)
    one, funds = books[0], [f for f in community.funds if f.book == books[0].id]
    return Known(
        (one.id,),
        tuple((a.id, str(a.kind.value)) for a in one.accounts),
        tuple(f.id for f in funds),
        {a.id: a.name for a in one.accounts},
        {f.id: f.name for f in funds},
        community.categories,
        one.name if one.keeping is Keeping.DOUBLE else "",
        _chart(community, one, session.as_of) if one.keeping is Keeping.DOUBLE else {},
    )


def _chart(community: Community, book: Book, today: datetime.date) -> dict[str, str]:
    """The accounts to which lines of a book in double entry may be posted, by number, name or both, as charts in force since it began have them."""
    from mingbai import packs, pipeline
    from mingbai.kinds.finance.posting.chart import BookChart

    law = packs.Law.of(record for name in community.packs for record in pipeline.pack(name))
    chosen = [c for c in law.charts if c.id == book.chart] or [c for day in (book.begins, today) if (c := packs.in_force(law.charts, day))]
    charts = [BookChart(c, book) for c in chosen]
    return {
        word: account.words
        for chart in charts
        for account in chart.accounts.values()
        if account.number not in chart.parents | chart.is_money
        for word in (account.number, account.words, *(() if account.parent else (account.name,)))
    }


def written(session: Session, found: Guess | RegisterGuess) -> int:
    """The map, on stdout or in the file of -o, which must be new."""
    text = found.text(session.lang)
    if session.output:
        from mingbai.cli.files import put

        try:
            put({Path(session.output): text})
        except FileExistsError:
            raise Usage(_("{path} 已经有了，不覆盖；换一个名字").format(path=session.output)) from None
    else:
        session.file(text)
    if found.unused:
        session.note(_("没有用到的列：{columns}").format(columns=listed(found.unused)))
    count = len(found.questions)
    if count:
        session.note(_("猜好了，有 {count} 处要请您确认（找“请确认”）；改好以后用 --map 导入。").format(count=count))
    else:
        session.note(_("猜好了，没有拿不准的；看过以后用 --map 导入。"))
    return 0


def told(session: Session, found: Guess) -> None:
    """What was understood, on stderr: data of the run stand on stdout."""
    session.note(_("看懂的："))
    for column, heading in found.columns:
        session.note(_("  {column} ← “{heading}”").format(column=column, heading=heading))
    for note in found.reasons:
        if not note.ask:
            session.note("  " + note.said.say(session.lang))


def asked(found: Guess, file: str) -> tuple[Diagnostic, ...]:
    """Every question as a finding at the row of the headings."""
    from mingbai.diagnostics import Place, Span
    from mingbai.importing import ASKED

    place = Place(file, span=Span(found.header, 1, found.header, 2))
    return tuple(ASKED.at(place, question=question) for question in found.questions)
