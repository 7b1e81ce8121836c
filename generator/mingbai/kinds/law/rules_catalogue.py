"""LAW009: what a community's own catalogue names is there: forms of signing off, ledgers that prove, the communities it binds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.packs import CatalogueFile, Item, ItemChange
from mingbai.values.text import Text

UNKNOWN_NAME = Code(
    "LAW009",
    Severity.ERROR,
    Text("公开目录里引用的名称不存在", "a name in the catalogue that does not exist"),
    Text("“{id}”写的“{name}”不是{what}", "“{id}” names “{name}”, which is no {what}"),
    Text(
        "改成已有的：{known}。签署形式可以在“签署形式”里另加。", "Use one that is there: {known}. A form of sign-off can be added among “sign-offs”."
    ),
    Text(
        "写错一个名称，这一项就没有人签字，或者永远没有证据，网页却看不出来。",
        "With a name mistyped nobody signs for the item, or nothing ever proves it, and the page does not show it.",
    ),
)
_FORM = Text("签署形式", "form of sign-off")
_LEDGER = Text("台账", "kind of ledger")
_BOUND = Text("适用的对象", "community it can bind")


@rule(UNKNOWN_NAME)
def names_in_the_catalogue_exist(books: Books) -> Iterator[Diagnostic]:
    """Forms of sign-off, kinds of ledgers and communities that own items and changes name are those there are."""
    bound = {word for item in (books.law.under or books.law).items.values() for word in item.binds}
    for file in (f.record for f in books.filed):
        if isinstance(file, CatalogueFile):
            forms = set(books.law.signoffs)
            for change in file.changes:
                yield from _unknown(books, change, "signoffs", change.signoffs or (), forms, _FORM)
            for item in file.items:
                yield from _unknown(books, item, "signoffs", item.signoffs, forms, _FORM)
                yield from _unknown(books, item, "binds", item.binds, bound, _BOUND)
                for proof in item.evidence:
                    if proof.ledger not in books.tracers:
                        known = "、".join(sorted(books.tracers))
                        yield UNKNOWN_NAME.at(books.place(proof, "ledger"), id=item.id, name=proof.ledger, what=_LEDGER, known=known)


def _unknown(books: Books, one: Item | ItemChange, field: str, named: Sequence[str], known: set[str], what: Text) -> Iterator[Diagnostic]:
    for n, name in enumerate(named):
        if name not in known:
            place = books.place(one, field, n if len(named) > 1 else None)
            yield UNKNOWN_NAME.at(place, id=one.id, name=name, what=what, known="、".join(sorted(known)))
