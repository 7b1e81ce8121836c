"""MTG029–MTG031: women among the members of a body, and interested persons, who stand aside."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.meetings.register import Phase, meetings
from mingbai.packs import cites
from mingbai.values.text import Text

_WOMEN = (Cite("village-committee", "29"),)

FEW_WOMEN = Code(
    "MTG029",
    Severity.WARNING,
    Text("妇女代表不够", "too few women"),
    Text(
        "{body}组成人员 {due} 人，妇女 {women} 人，不足 {share}（至少要 {least} 人）",
        "a {body} of {due} has {women} women, less than {share} ({least} needed)",
    ),
    Text("核对人数；确实不够的，补选代表时优先推选妇女。", "Check the figures; if they are right, elect women when seats are filled."),
    Text("代表会议里妇女要有规定的比例。", "Women have the share of seats that the law lays down."),
    _WOMEN,
)
NO_WOMEN_COUNT = Code(
    "MTG030",
    Severity.ADVICE,
    Text("没有写妇女代表人数", "number of women missing"),
    Text("{body}的组成人员里妇女应占 {share} 以上，这里没有“女性代表”", "women make at least {share} of a {body}; “women” is missing"),
    Text("补上“女性代表: 人数”（应到人员里的妇女人数）。", "Add “women”: how many of those due are women."),
    Text("写明人数，才能核对比例。", "Only with the number can the share be checked."),
    _WOMEN,
)
NOT_RECUSED = Code(
    "MTG031",
    Severity.WARNING,
    Text("有利害关系的人没有回避", "an interested person did not stand aside"),
    Text(
        "“{topic}”有利害关系 {interested} 人，回避 {recused} 人",
        "{interested} present are interested in “{topic}”, {recused} stood aside",
    ),
    Text(
        "核对计票单：回避的人写在“回避”里，不再算同意、反对、弃权；确实参加了表决的，建议重新表决。",
        "Check the tally: who stands aside counts there only. If they did vote, vote again without them.",
    ),
    Text("与事项有利害关系的人不参加表决，结果大家才信得过。", "Who is interested in an item does not vote on it."),
    (Cite("urban-committee", "34"), Cite("village-committee", "35")),
)


@rule(FEW_WOMEN, NO_WOMEN_COUNT)
def women_have_their_share(books: Books) -> Iterator[Diagnostic]:
    """Where the pack lays down a share of women among the members of a body, they have it, and their number is stated."""
    for held in meetings(books):
        meeting, share = held.meeting, held.body.women
        if share is None or meeting.due is None or held.phase(books.as_of) is not Phase.HELD:
            continue
        body, basis = Text(held.body.name, held.body.english), cites(held.body.clauses("women"))
        if meeting.women is None:
            yield NO_WOMEN_COUNT.at(books.place(meeting, "due"), record=meeting.at_, basis=basis, body=body, share=f"{share.part}/{share.whole}")
        elif not share.met(meeting.women, meeting.due):
            yield FEW_WOMEN.at(
                books.place(meeting, "women"),
                record=meeting.at_,
                basis=basis,
                body=body,
                due=meeting.due,
                women=meeting.women,
                share=f"{share.part}/{share.whole}",
                least=share.least(meeting.due),
            )


@rule(NOT_RECUSED)
def interested_persons_stand_aside(books: Books) -> Iterator[Diagnostic]:
    """Everybody present who is interested in an item stands aside."""
    for held in meetings(books):
        for decision in held.meeting.decisions:
            interested, recused = decision.interested or 0, decision.recused or 0
            if interested > recused and decision.yes is not None:
                place = books.place(decision, "interested")
                yield NOT_RECUSED.at(place, record=decision.at_, topic=decision.topic, interested=interested, recused=recused)
