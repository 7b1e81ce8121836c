"""What the catalogue may ask of contracts: that one was made, was changed, has ended."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kind import choices, faceted
from mingbai.kinds.contracts.records import Contract, ContractFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A contract on the day it was signed (else its first), its changes and its end on theirs (类型, 方向, 事: 签订, 变更, 终止)."""
    for filed in books.of(ContractFile):
        for one in filed.record.contracts if filed.record else ():
            yield Trace(one.signed or one.start, one.number, one, one.name, faceted(one, 事=["签订"]), prepared=one.signed is None)
            for change in one.changes:
                yield Trace(change.day, f"{one.number}/{change.day}", one, say("{name}：变更", name=one.name), faceted(one, 事=["变更"]))
            if one.ending is not None:
                yield Trace(one.ending.day, f"{one.number}/{one.ending.day}", one, say("{name}：终止", name=one.name), faceted(one, 事=["终止"]))


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return choices(Contract, 事=["签订", "变更", "终止"])
