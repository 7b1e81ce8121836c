"""OBJ030: the item of the catalogue that an objection names is one that shows the decision or the line it is about."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.books import Books
from mingbai.diagnostics import Cite, Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.kinds.disclosures.binding import bound
from mingbai.kinds.disclosures.evidence import evidence
from mingbai.kinds.objections.records import ObjectionFile
from mingbai.schema.record import Record
from mingbai.values.text import Text

OTHER_ITEM = Code(
    "OBJ030",
    Severity.WARNING,
    Text("异议挂错了公开事项", "an objection beside the wrong item"),
    Text("“{cited}”属于公开事项{right}，这里写的是{given}", "“{cited}” belongs to {right}; the objection names {given}"),
    Text("把“公开事项”改成{right}；两项都说到的，两项都写。", "Make “item” {right}; where it is about both, name both."),
    Text(
        "异议和答复要显示在它说的那一项旁边，居民才找得到。",
        "An objection and its answer stand beside what they are about, where residents find them.",
    ),
    (Cite("urban-committee", "35"), Cite("village-committee", "35"), Cite("collective", "45")),
)


@rule(OTHER_ITEM)
def an_objection_stands_beside_what_it_is_about(books: Books) -> Iterator[Diagnostic]:
    """Where an objection names an item as well as decisions or lines, one of these proves that item, or one is nothing the catalogue asks for."""
    for filed in books.of(ObjectionFile):
        for o in filed.record.objections if filed.record is not None else ():
            if not o.item:
                continue
            cited = [(id, books.find(ref, id, filed)) for ref, ids in (("decision", o.decision), ("line", o.line)) for id in ids]
            shown = {id: books.derived(_items).get(found.at_, ()) for id, found in cited if isinstance(found, Record)}
            if shown and all(shown.values()) and not {*o.item} & {item for items in shown.values() for item in items}:
                first = next(iter(shown))
                right, given = (Text("、".join(ids), ", ".join(ids)) for ids in (shown[first], o.item))
                yield OTHER_ITEM.at(books.place(o, "item"), record=o.at_, cited=first, right=right, given=given)


def _items(books: Books) -> dict[int, tuple[str, ...]]:
    """The items of the catalogue that each record proves, by the record's `at_`."""
    found: dict[int, list[str]] = {}
    for item in books.derived(bound):
        for trace in evidence(books, item):
            found.setdefault(trace.record.at_, []).append(item.id)
    return {at: tuple(dict.fromkeys(ids)) for at, ids in found.items()}
