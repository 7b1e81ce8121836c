"""Who works here on one page: whom to ask by building, then every list of posts; the way there from the about page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.books import Filed
from mingbai.kind import View
from mingbai.kinds.staff.records import Post, StaffFile, StaffSort
from mingbai.kinds.staff.standing import every
from mingbai.pages import Block, Column, Crumb, Dataset, Draft, Link, Note, Toc
from mingbai.schema.record import Record
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say
from mingbai.values.text import Text

HOME = "staff/"
_TITLE = "谁在社区工作"


@dataclass(frozen=True, slots=True)
class Door:
    """The buildings of a grid and who is in charge of them."""

    buildings: str
    grid: str
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class List:
    """The posts of one list; the flags say which columns hold something."""

    title: str
    anchor: str
    told: str
    posts: tuple[Post, ...]
    names: bool
    numbers: bool
    duties: bool
    covers: bool
    allowances: bool
    phones: bool
    facts: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    notes: tuple[Note, ...]
    source: str


@dataclass(frozen=True, slots=True)
class StaffContext:
    """`staff/index.html`."""

    lede: str
    doors: tuple[Door, ...]
    lists: tuple[List, ...]


@dataclass(frozen=True, slots=True)
class PartContext:
    """`staff/part.html`, on the about page: each list with its number."""

    lists: tuple[tuple[str, str, str], ...]
    home: str


def drafts(view: View) -> Iterator[Draft]:
    """The one page; nothing where there is no list."""
    found = _sorted(view)
    if not found:
        return
    doors = tuple(_doors(file for _, file in found))
    lists = tuple(_list(view, n, f, file) for n, (f, file) in enumerate(found, 1))
    grids = sum(len(file.posts) for _, file in found if file.sort is StaffSort.GRID)
    opening = say("全社区分 {grids} 个网格，每栋楼都有人负责；先看您家那栋楼找谁。", grids=grids) if doors else ""
    lede = opening + _dated(found)
    toc = (*([Toc("我家这栋楼找谁", "doors")] if doors else []), *(Toc(one.title, one.anchor) for one in lists))
    newest = max(min(file.day, view.books.as_of) for _, file in found)
    yield Draft(HOME, _TITLE, lede, "staff/index.html", StaffContext(lede, doors, lists), (Crumb("关于", "about/"),), newest, toc)


def _dated(found: Sequence[tuple[Filed[StaffFile], StaffFile]]) -> str:
    """Of which day the lists are: of one, or each of its own."""
    days = sorted({file.day for _, file in found})
    if len(days) == 1:
        return say("下面 {n} 份名单是 {max}的，点开看。", n=len(found), max=spoken(days[0]))
    return say(
        "下面 {n} 份名单点开看，日期不同，写在各自下面：最早的是{first}的，最近的是{last}的。",
        n=len(found),
        first=spoken(days[0]),
        last=spoken(days[-1]),
    )


def about(view: View) -> Iterator[Block]:
    """The way there from the about page."""
    found = _sorted(view)
    if found:
        lists = tuple((_name(file), f"{HOME}#s-{n}", _told(file)) for n, (_, file) in enumerate(found, 1))
        yield Block(55, "staff/part.html", PartContext(lists, HOME))


def addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    """Where each list and post stands."""
    for n, (_, file) in enumerate(_sorted(view), 1):
        yield file.at_, (f"{HOME}#s-{n}", _name(file))
        for post in file.posts:
            yield post.at_, (f"{HOME}#s-{n}", post.post)


def _sorted(view: View) -> list[tuple[Filed[StaffFile], StaffFile]]:
    order = list(StaffSort)
    return sorted(every(view.books), key=lambda pair: (order.index(pair[1].sort), pair[0].id))


def _name(file: StaffFile) -> str:
    """Its own name; where that says no more than what sort of list it is, that, which other languages have a word for."""
    return file.name if file.name and file.name != file.sort.zh else file.sort.zh


def _told(file: StaffFile) -> str:
    """9 个岗位，12 人，空缺 1 个."""
    held = sum(p.people for p in file.posts if not p.vacant)
    vacant = sum(p.vacant for p in file.posts)
    sort = say("{sort}，", sort=file.sort.zh) if file.name and file.sort.zh not in file.name else ""
    unit = "个网格" if file.sort is StaffSort.GRID else "个小组" if file.sort.grouped else "个岗位"
    return sort + say("{n} {unit}，{held} 人", n=len(file.posts), unit=unit, held=held) + (say("，空缺 {vacant} 个", vacant=vacant) if vacant else "")


def _doors(files: Iterator[StaffFile]) -> Iterator[Door]:
    for file in files:
        for post in file.posts if file.sort is StaffSort.GRID else ():
            if post.buildings:
                yield Door(joined("、", post.buildings), post.post, post.name or "空缺", post.phone or "")


def _list(view: View, n: int, filed: Filed[StaffFile], file: StaffFile) -> List:
    facts = (
        ("名单日期", spoken(file.day)),
        *((("依据", joined("；", file.basis)),) if file.basis else ()),
        *((("经费来源", file.source),) if file.source else ()),
        *((str(k), str(v)) for k, v in file.extra.items()),
    )
    cited: list[Record | None] = [view.books.find("decision", file.decision, filed)] if file.decision else []
    return List(
        _name(file),
        f"s-{n}",
        _told(file),
        file.posts,
        file.sort.named,
        any(p.people != 1 for p in file.posts) or not file.sort.named,
        any(p.duty for p in file.posts),
        any(p.buildings or p.households for p in file.posts),
        any(p.allowance for p in file.posts),
        any(p.phone for p in file.posts),
        facts,
        tuple(link for one in cited if (link := view.where(one))),
        (*view.notes(file), *(note for p in file.posts for note in view.notes(p))),
        filed.path,
    )


def datasets(view: View) -> Iterator[Dataset]:
    """`staff`: one post a row; nothing where there is no list."""
    found = _sorted(view)
    if not found:
        return
    columns = (
        Column("list", Text("名单", "List")),
        Column("sort", Text("类别", "Sort")),
        Column("post", Text("岗位", "Post")),
        Column("name", Text("姓名", "Name")),
        Column("duty", Text("分工", "Duties")),
        Column("covers", Text("负责", "Covers")),
        Column("households", Text("户数", "Households"), "integer"),
        Column("people", Text("人数", "People"), "integer"),
        Column("phone", Text("办公电话", "Office telephone")),
        Column("from", Text("起", "From"), "date"),
        Column("to", Text("止", "To"), "date"),
        Column("vacant", Text("空缺：1 是", "1: vacant"), "integer"),
        Column("allowance", Text("补贴标准", "Allowance"), "money"),
        Column("every", Text("每", "Every")),
    )
    rows = [
        (
            *(f.id, file.sort.zh, p.post, p.name, p.duty, joined("、", p.buildings), p.households, p.people, p.phone, p.start, p.end, int(p.vacant)),
            *((p.allowance, p.every.zh) if p.allowance else (None, None)),
        )
        for f, file in found
        for p in file.posts
    ]
    yield Dataset("staff", Text("岗位", "Posts"), columns, rows, key=("list", "post", "name", "covers"), each=Text("每行一个岗位", "One post a row"))
