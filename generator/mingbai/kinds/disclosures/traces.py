"""What the catalogue may ask of the register of publications itself: that one was corrected."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.disclosures.correcting import put_right
from mingbai.kinds.disclosures.records import DisclosureFile
from mingbai.values.speech import say


def traces(books: Books) -> Iterator[Trace]:
    """A correction on the day it was found that something was wrong, else on that of its publication, with what it corrects (类型: 更正; 事项: the item's id)."""
    for filed in books.of(DisclosureFile):
        for entry in filed.record.entries if filed.record else ():
            if entry.corrects is not None and entry.day <= books.as_of:
                words = say("“{item}”：{corrected}", item=_name(books, entry.item), corrected=put_right(entry.corrects))
                facets = {"类型": frozenset({"更正"}), "事项": frozenset({entry.item})}
                yield Trace(min(entry.verified or entry.day, entry.day), f"{entry.corrects}/{entry.day}", entry, words, facets)


def _name(books: Books, id: str) -> str:
    """The name of an item; its id where no catalogue knows it."""
    item = books.law.every.items.get(id)
    return item.name if item else id


def facets(books: Books) -> Choices:
    """By what they can be chosen."""
    return {"类型": frozenset({"更正"}), "事项": frozenset(books.law.every.items)}
