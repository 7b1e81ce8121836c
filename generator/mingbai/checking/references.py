"""REF: every id that is cited exists, means one thing, and is of the right sort."""

from __future__ import annotations

import difflib
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mingbai.books import Books, Id, citations, cited
from mingbai.diagnostics import Code, Diagnostic, Place, Severity
from mingbai.schema.record import FILE_SHIFT, Record, fields
from mingbai.values.text import Text

_WHY = Text(
    "台账之间靠编号互相引用；编号查不到，居民就追不到这笔钱的来历。",
    "Ledgers cite each other by id; where the id leads nowhere, nobody can follow the money.",
)

WHAT = {
    "book": Text("账簿", "book"),
    "account": Text("账户", "account"),
    "fund": Text("资金", "fund"),
    "category": Text("科目", "category"),
    "line": Text("凭证", "line"),
    "plan": Text("计划", "plan"),
    "meeting": Text("会议", "meeting"),
    "commitment": Text("承诺", "commitment"),
    "decision": Text("决议", "decision"),
    "election": Text("选举", "election"),
    "matter": Text("事项", "matter"),
    "pact": Text("公约", "pact"),
    "service": Text("服务", "service"),
    "project": Text("项目", "project"),
    "levy": Text("筹资筹劳", "levy"),
    "distribution": Text("收益分配", "distribution"),
    "debt": Text("债权债务", "claim or debt"),
    "donation": Text("捐赠", "donation"),
    "goods": Text("物资", "goods"),
    "contract": Text("合同", "contract"),
    "asset": Text("资产", "asset"),
    "resource": Text("资源", "resource"),
    "handover": Text("交接", "handover"),
    "admission": Text("准入事项", "task"),
    "objection": Text("异议", "objection"),
    "notice": Text("公示", "notice"),
    "doc": Text("文件", "document"),
    "staff": Text("工作人员名单", "list of staff"),
    "appraisal": Text("评议", "appraisal"),
    "duty": Text("清单事项", "entry of the list"),
    "item": Text("公开事项", "item of the catalogue"),
    "disclosure": Text("公布", "publication"),
}
"""What ids name; a kind that brings a new sort of id is named by its English word until it is listed here."""

NOT_FOUND = Code(
    "REF001",
    Severity.ERROR,
    Text("引用的编号不存在", "cited id does not exist"),
    Text("没有编号为“{id}”的{what}", "there is no {what} “{id}”"),
    Text("核对编号；{known}", "Check the id. {known}"),
    _WHY,
)
WRONG_SORT = Code(
    "REF002",
    Severity.ERROR,
    Text("引用的编号不是这一类", "cited id is of another sort"),
    Text("“{id}”是{other}，这里要的是{what}", "“{id}” is of another sort ({other}); wanted here: {what}"),
    Text("{hint}", "{hint}"),
    _WHY,
)
TWICE = Code(
    "REF003",
    Severity.ERROR,
    Text("编号重复", "id used twice"),
    Text("{what}编号“{id}”已经用过", "the {what} id “{id}” is taken"),
    Text("给其中一个换一个编号，并改正引用它的地方。", "Give one of them another id and mend what cites it."),
    _WHY,
)
CODES = (NOT_FOUND, WRONG_SORT, TWICE)


_EXAMPLES = 3
"""So many ids are named where one of another sort was typed."""
_SHOWN = 5
"""So many ids are named where none is like the one typed."""
_MOST = 2000
"""Among so many ids at most like ones are looked for: it takes a while."""
_ALIKE = 100
"""For so many findings the ids most like the one typed are looked for; after that it is one mistake made everywhere."""


def name_of(what: str) -> Text:
    """A sort of id in words."""
    return WHAT.get(what, Text(what, what))


def broken_references(books: Books) -> Iterator[Diagnostic]:
    """Every cited id is borne by a record of the sort the field asks for; files that could not be read accuse nobody."""
    told = 0
    for filed in books.filed:
        lost = {(what, id) for what, ids in cited(filed).items() for id in ids if books.unknown(what, id, filed)}
        for record, field, what, id, index in citations(filed) if lost else ():
            if (what, id) not in lost:
                continue
            told += 1
            yield _missing(books, books.place(record, field, index), what, id, record, alike=told <= _ALIKE)


def _missing(books: Books, place: Place, what: str, id: str, record: Record, *, alike: bool) -> Diagnostic:
    other = next((sort for sort in books.ids if sort != what and id in books.ids[sort]), None)
    bearers = books.ids.get(what, {})
    if other is not None:
        inside = next((k for k in bearers if k.startswith(f"{id}/")), None)
        hint = Text(f"要引用其中一项，写成 {inside}。", f"Cite one of its items, as {inside}.") if inside else _wanted(what, bearers)
        return WRONG_SORT.at(place, record=record.at_, id=id, what=name_of(what), other=name_of(other), hint=hint)
    whole = [k for k in bearers if k.endswith(f"/{id}")]
    if len(whole) == 1:  # a whole id is wanted: the book or the meeting stands before the number
        return NOT_FOUND.at(
            place, record=record.at_, id=id, what=name_of(what), known=Text(f"要写全，写成 {whole[0]}。", f"Write the whole id: {whole[0]}.")
        )
    near = _near(books, what, id, record) if alike else heapq.nsmallest(_SHOWN, bearers)
    listed = "、".join(near)
    offered = (
        Text(f"已登记的有：{listed}。", f"Known: {', '.join(near)}.")
        if near
        else Text(f"目前还没有登记任何{name_of(what).zh}。", f"No {name_of(what).en} is registered yet.")
    )
    return NOT_FOUND.at(place, record=record.at_, id=id, what=name_of(what), known=offered)


def _wanted(what: str, bearers: Mapping[str, object]) -> Text:
    """What to write instead: some ids of the sort that is wanted, where there are any; of the catalogue a page has them all."""
    if what == "item":
        return Text("写公开目录里的编号，网站“公开目录”页列出全部。", "Write an id of the catalogue; the site's page lists them all.")
    some, name = heapq.nsmallest(_EXAMPLES, bearers), name_of(what)
    zh, en = (f"，例如 {'、'.join(some)}", f", such as {', '.join(some)}") if some else ("；目前还没有登记", "; none is registered yet")
    return Text(f"这里写{name.zh}的编号{zh}。", f"Write an id of this sort ({name.en}){en}.")


def _near(books: Books, what: str, id: str, record: Record) -> list[str]:
    """The ids that may have been meant: those beside the one typed, of the same month or meeting; else of the same book; else any like it.

    A voucher of another month differs by a figure or two from every other, and is not what was meant for that.
    """
    folders, scope = books.derived(_folders).get(what, {}), books.file(record).id
    book = f"{scope.partition('/')[0]}/"
    own = [k for folder, inside in folders.items() if f"{folder}/".startswith(book) for k in inside]
    while scope:
        folder, _, last = f"{scope}/{id}".rpartition("/")
        if folder in folders:
            return _like(last, {k.rpartition("/")[2]: k for k in folders[folder]})
        scope = scope.rpartition("/")[0]
    folder, _, last = id.rpartition("/")
    if folder and folder in folders:
        return _like(last, {k.rpartition("/")[2]: k for k in folders[folder]})
    return _like(id if not own or id.startswith(book) else book + id, {k: k for k in own or books.ids.get(what, {})})


def _like(typed: str, names: Mapping[str, str]) -> list[str]:
    """The ids whose names are most like the one typed; the first few where none is."""
    same = [names[name] for name in names if name.casefold() == typed.casefold()]
    if same:
        return same
    found = difflib.get_close_matches(typed, [*names][:_MOST], n=3, cutoff=0.5)
    return [names[name] for name in found] or heapq.nsmallest(_SHOWN, names.values())


def _folders(books: Books) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Every id by its sort and what stands before its last stroke."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for what, bearers in books.ids.items():
        for id in bearers:
            found[what][id.rpartition("/")[0]].append(id)
    return {what: dict(inside) for what, inside in found.items()}


def twice_borne(books: Books, twice: Iterable[tuple[Id, Record]]) -> Iterator[Diagnostic]:
    """No id is borne twice; both places are named."""
    for entry, first in twice:
        place = _borne_at(books, entry.record)
        earlier = _borne_at(books, first) if first.at_ >> FILE_SHIFT else Place("")
        yield TWICE.at(place, related=(earlier,), id=entry.id, what=name_of(entry.what))


def _borne_at(books: Books, record: Record) -> Place:
    """Where a record bears its id: in a field of its own, else as a whole (the file's name is its id)."""
    return books.place(record, "id" if "id" in fields(type(record)) else "")
