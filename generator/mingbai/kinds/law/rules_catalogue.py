"""LAW009, LAW010: what a community's own catalogue names is there: forms of sign-off, communities, ledgers that prove and by what they are chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mingbai.books import Books
from mingbai.diagnostics import Code, Diagnostic, Severity
from mingbai.kind import rule
from mingbai.packs import CatalogueFile, Evidence, Item, ItemChange, Wanted
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
UNPROVED = Code(
    "LAW010",
    Severity.ERROR,
    Text("证据的条件永远对不上", "a condition of evidence that nothing meets"),
    Text("“{id}”的证据：{what}“{name}”", "the evidence of “{id}”: {what} “{name}”"),
    Text("改成有的：{known}。", "Use one that is there: {known}."),
    Text(
        "条件写错，台账里有的也找不到，网页就说没有登记。",
        "With a condition mistyped what stands in the ledger is not found, and the page says that nothing was recorded.",
    ),
)
_FORM = Text("签署形式", "form of sign-off")
_LEDGER = Text("台账", "kind of ledger")
_BOUND = Text("适用的对象", "community it can bind")
_FREE = Text("台账里的词", "words of the ledger")
_AMOUNT = Text("写金额的标准", "standard that is an amount")


@rule(UNKNOWN_NAME, UNPROVED)
def names_in_the_catalogue_exist(books: Books) -> Iterator[Diagnostic]:
    """Forms of sign-off, ledgers with their fields and words, and communities that own items and changes name are those there are."""
    bound = {word for item in (books.law.under or books.law).items.values() for word in item.binds}
    for file in (f.record for f in books.filed):
        if isinstance(file, CatalogueFile):
            forms = set(books.law.every.signoffs)
            for change in file.changes:
                yield from _unknown(books, change, "signoffs", change.signoffs or (), forms, _FORM)
            for item in file.items:
                yield from _unknown(books, item, "signoffs", item.signoffs, forms, _FORM)
                yield from _unknown(books, item, "binds", item.binds, bound, _BOUND)
                for proof in item.evidence:
                    yield from _unproved(books, item, proof)


def _unproved(books: Books, item: Item, proof: Evidence) -> Iterator[Diagnostic]:
    """What a piece of evidence names that never proves anything: a ledger nobody keeps, a field it is not chosen by, a word that field never has.

    A word does where it is part of one that the field can have (“集体” of “集体经济组织”); of fields whose words are free none is told.
    """
    if proof.ledger not in books.tracers:
        yield UNKNOWN_NAME.at(books.place(proof, "ledger"), id=item.id, name=proof.ledger, what=_LEDGER, known=_listed(books.tracers))
        return
    if proof.ledger not in books.facets:
        return
    chosen = books.facets[proof.ledger](books)
    for one in proof.wanted:
        if one.facet not in chosen:
            what = Text(f"台账 {proof.ledger} 没有这一栏：", f"the ledger {proof.ledger} has no field")
            known = _listed(chosen) or Text("这种台账不用条件", "this ledger takes no condition")
            yield UNPROVED.at(books.place(one, "facet"), id=item.id, name=one.facet, what=what, known=known)
            continue
        words = chosen[one.facet]
        yield from _unmeasured(books, item, proof, one, words)
        for field, said in (("words", one.words), ("without", one.without)):
            for n, word in enumerate(said if words is not None else ()):
                if not any(word in possible for possible in words or ()):
                    what = Text(f"台账 {proof.ledger} 的“{one.facet}”没有这个值：", f"“{one.facet}” of the ledger {proof.ledger} never is")
                    place = books.place(one, field, n if len(said) > 1 else None)
                    yield UNPROVED.at(place, id=item.id, name=word, what=what, known=_listed(words or ()))


def _unmeasured(books: Books, item: Item, proof: Evidence, one: Wanted, words: frozenset[str] | None) -> Iterator[Diagnostic]:
    """A condition that says neither words nor an amount, an amount asked of a field of words, one of no standard."""
    if one.least is None:
        if not one.words and not one.without:
            what = Text(f"台账 {proof.ledger} 的条件没有写“值”：", f"a condition on the ledger {proof.ledger} says no words for")
            yield UNPROVED.at(books.place(one, "facet"), id=item.id, name=one.facet, what=what, known=_listed(words or ()) or _FREE)
        return
    standard = books.law.standard(one.least)
    if standard is None or standard.count is not None or standard.share is not None or standard.words:
        amounts = (id for id, s in books.law.standards.items() if s.amount is not None)
        yield UNKNOWN_NAME.at(books.place(one, "least"), id=item.id, name=one.least, what=_AMOUNT, known=_listed(amounts))
    elif words is not None:
        what = Text(f"台账 {proof.ledger} 的“{one.facet}”不是金额：", f"“{one.facet}” of the ledger {proof.ledger} is no amount:")
        yield UNPROVED.at(books.place(one, "least"), id=item.id, name=one.least, what=what, known=_listed(words))


def _listed(words: Iterable[str]) -> str:
    return "、".join(sorted(words))


def _unknown(books: Books, one: Item | ItemChange, field: str, named: Sequence[str], known: set[str], what: Text) -> Iterator[Diagnostic]:
    for n, name in enumerate(named):
        if name not in known:
            place = books.place(one, field, n if len(named) > 1 else None)
            yield UNKNOWN_NAME.at(place, id=one.id, name=name, what=what, known=_listed(known))
