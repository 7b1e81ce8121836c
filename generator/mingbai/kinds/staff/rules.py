"""STF: nobody is named who should not be, posts are dated right and end with their term, every building has one in charge, allowances have their ground."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.staff.records import Post, StaffFile, StaffSort
from mingbai.kinds.staff.standing import every
from mingbai.values.days import months_later
from mingbai.values.text import Text

_OPEN = (Cite("urban-committee", "34"), Cite("village-committee", "35"))
_PRIVATE = (Cite("personal-information", "6"),)

NAMED = Code(
    "STF001",
    Severity.ERROR,
    Text("不该写姓名的写了姓名", "a name that does not belong on the site"),
    Text("“{sort}”的姓名不上网，这里写了“{name}”", "names of “{sort}” do not go on the site, here stands “{name}”"),
    Text("删掉姓名，写岗位和人数；名单贴在公开栏。", "Delete the name, write post and number; the list hangs on the board."),
    Text(
        "代表名单、领补贴和公益岗位人员的姓名在社区里公布，不上网。",
        "Lists of representatives and of who is paid an allowance are shown in the community, not on the web.",
    ),
    _PRIVATE,
)
TURNED = Code(
    "STF002",
    Severity.ERROR,
    Text("止早于起", "it ends before it begins"),
    Text("{post}：{start} 起，{end} 止", "{post}: from {start} to {end}"),
    Text("改正日期。", "Mend the dates."),
    Text("先上岗，后离岗。", "A post begins before it ends."),
)
BOTH = Code(
    "STF003",
    Severity.ERROR,
    Text("空缺的岗位写了姓名", "a vacant post with a name"),
    Text("{post}写了“空缺”，又写了姓名", "{post} is vacant and has a name"),
    Text("有人的删掉“空缺”，没有人的删掉姓名。", "Keep one of the two."),
    Text("一个岗位要么有人，要么空着。", "A post is held or vacant."),
)
NOBODY = Code(
    "STF010",
    Severity.WARNING,
    Text("网格没有人负责", "a grid without anybody in charge"),
    Text("{post}没有写由谁负责", "nobody is named for {post}"),
    Text("写上网格员的姓名；还没有定的写“空缺: 是”，定了就补上。", "Name who is in charge; write “vacant” until then."),
    Text("每栋楼都要有人找得到。", "Every building has someone to turn to."),
    _OPEN,
)
TWICE = Code(
    "STF011",
    Severity.WARNING,
    Text("一栋楼写在两个网格里", "a building in two grids"),
    Text("“{building}”在 {first}，也在 {second}", "“{building}” belongs to {first} and to {second}"),
    Text("只留在一个网格里。", "Keep it in one of them."),
    Text("一栋楼归一个网格，居民才知道找谁。", "One building, one grid: only so residents know whom to ask."),
    _OPEN,
)
OVER = Code(
    "STF012",
    Severity.WARNING,
    Text("期满了还列着", "a post that is over and still listed"),
    Text("{post}到 {end} 期满，已过 {days} 天", "{post} ended on {end}, {days:day|days} ago"),
    Text("续的改“止”，换人的写新的，不再设的删掉。", "Extend it, name the new holder, or delete the post."),
    Text("名单要写现在是谁。", "The list says who it is now."),
    _OPEN,
)
NO_GROUND = Code(
    "STF013",
    Severity.WARNING,
    Text("发补贴没有写依据", "an allowance without a ground"),
    Text("“{sort}”每{every}补贴 {amount} 元，没有“依据”，也没有“决议”", "“{sort}” get {amount} yuan a {every}, with neither basis nor decision"),
    Text("写上文件，或者哪次会议定的。", "Name the document, or the meeting that decided it."),
    Text("发给谁、按什么标准、谁定的，要一起公布。", "To whom, at what rate and by whose decision are shown together."),
    (Cite("village-committee", "28"), Cite("urban-committee", "34")),
)

BEYOND = Code(
    "STF014",
    Severity.WARNING,
    Text("小组长、代表超过一届", "a group leader or representative beyond the term"),
    Text(
        "{post}从 {start} 起，一届 {years} 年，最晚到 {latest}，{what}",
        "{post} began on {start}; a term is {years:year|years}, until {latest}; {what}",
    ),
    Text("换届时重新推选；连任的，“起”“止”写新一届的。", "Choose anew with each committee; of who was chosen again, write the new term."),
    Text(
        "小组长和代表的任期与委员会相同，换届时由小组重新推选。",
        "Group leaders and representatives serve as long as the committee and are chosen anew with it.",
    ),
    (Cite("urban-committee", "13"), Cite("village-committee", "29"), Cite("village-committee", "32")),
)


def _posts(books: Books) -> Iterator[tuple[StaffFile, Post]]:
    return ((file, post) for _, file in every(books) for post in file.posts)


@rule(NAMED)
def only_those_in_charge_are_named(books: Books) -> Iterator[Diagnostic]:
    """Workers, grids and group leaders; nobody else."""
    for file, post in _posts(books):
        if post.name is not None and not file.sort.named:
            yield NAMED.at(books.place(post, "name"), sort=file.sort.text, name=f"{post.name[:1]}**")


@rule(TURNED, BOTH)
def a_post_makes_sense(books: Books) -> Iterator[Diagnostic]:
    """It begins before it ends, and is held or vacant."""
    for _, post in _posts(books):
        if post.start is not None and post.end is not None and post.end < post.start:
            yield TURNED.at(books.place(post, "end"), post=post.post, start=post.start, end=post.end)
        if post.vacant and post.name is not None:
            yield BOTH.at(books.place(post, "vacant"), post=post.post)


@rule(NOBODY, TWICE)
def every_building_has_one_in_charge(books: Books) -> Iterator[Diagnostic]:
    """Of grids: someone in charge, and no building in two."""
    seen: dict[str, Post] = {}
    for file, post in _posts(books):
        if file.sort is not StaffSort.GRID:
            continue
        if post.name is None and not post.vacant:
            yield NOBODY.at(books.place(post, "post"), record=post.at_, post=post.post)
        for n, building in enumerate(post.buildings):
            first = seen.setdefault(building, post)
            if first is not post:
                related = (books.place(first, "buildings"),)
                said: dict[str, Any] = {"building": building, "first": first.post, "second": post.post}
                yield TWICE.at(books.place(post, "buildings", n if len(post.buildings) > 1 else None), record=post.at_, related=related, **said)


@rule(OVER)
def the_list_is_of_today(books: Books) -> Iterator[Diagnostic]:
    """Nobody stands there whose time is over."""
    for _, post in _posts(books):
        if post.end is not None and post.end < books.as_of:
            days = (books.as_of - post.end).days
            yield OVER.at(books.place(post, "end"), record=post.at_, post=post.post, end=post.end, days=days)


@rule(BEYOND)
def nobody_stands_for_a_group_beyond_the_term(books: Books) -> Iterator[Diagnostic]:
    """A group leader or representative is in office no longer than a committee; what ended before today is told as over, not as too long."""
    for file, post in _posts(books):
        standard = books.law.standard("term-years", post.start) if post.start is not None else None
        if standard is None or standard.count is None or not file.sort.grouped or post.vacant or post.start is None:
            continue
        latest, end = months_later(post.start, 12 * standard.count), post.end
        if end is not None and end < max(books.as_of, post.start):
            continue
        if (end or books.as_of) > latest:
            what = (
                Text(f"“止”写的是 {end}", f"it is said to end on {end}") if end else Text("没有写“止”，还列着", "it is still listed, without an end")
            )
            said: dict[str, Any] = {"post": post.post, "start": post.start, "years": standard.count, "latest": latest, "what": what}
            yield BEYOND.at(books.place(post, "end" if end else "start"), record=post.at_, basis=books.law.basis(BEYOND.basis), **said)


@rule(NO_GROUND)
def an_allowance_has_its_ground(books: Books) -> Iterator[Diagnostic]:
    """A document or a decision; told once a list."""
    for _, file in every(books):
        paid = next((p for p in file.posts if p.allowance), None)
        if paid is not None and paid.allowance is not None and not file.basis and file.decision is None:
            amount = f"{paid.allowance // 100}" if paid.allowance % 100 == 0 else f"{paid.allowance // 100}.{paid.allowance % 100:02}"
            place = books.place(paid, "allowance")
            yield NO_GROUND.at(place, record=file.at_, sort=file.sort.text, every=paid.every.text, amount=amount)
