"""What the catalogue may ask of the accounts: their lines, by book, direction, category and the nature of the funds they touch."""

from collections.abc import Iterator

from mingbai.books import Books, Choices, Trace
from mingbai.kinds.community.records import Community, FundNature, Keeping
from mingbai.kinds.finance.posting.ledger import ledgers
from mingbai.kinds.finance.records import Line, LineKind


def traces(books: Books) -> Iterator[Trace]:
    """Every line on its day (账簿, 主体, 类型, 科目, 资金, 资金性质); a reversal or refund has the categories of what it undoes."""
    for id, ledger in books.derived(ledgers).items():
        funds = {f.id: f for f in ledger.funds}
        for month in ledger.months:
            for posted in month.posted:
                touched = [funds[e.fund] for e in posted.entries if e.fund in funds]
                facets = {
                    "账簿": frozenset({id}),
                    "主体": frozenset({ledger.book.body}),
                    "类型": frozenset({posted.line.kind.zh}),
                    "科目": frozenset(e.category for e in posted.entries if e.category),
                    "资金": frozenset(f.id for f in touched),
                    "资金性质": frozenset(f.nature.zh for f in touched),
                }
                yield Trace(posted.line.date, f"{month.filed.id}/{posted.line.voucher}", posted.line, _words(posted.line), facets)


def facets(books: Books) -> Choices:
    """By what they can be chosen: books, bodies, funds and categories are the community's own; categories are free where it lists none, or a chart has them."""
    community = books.the(Community)
    listed = community.categories if community and all(b.keeping is Keeping.SINGLE for b in community.books) else ()
    return {
        "账簿": frozenset(b.id for b in community.books) if community else None,
        "主体": frozenset(b.body for b in community.books) if community else None,
        "类型": frozenset(k.zh for k in LineKind),
        "科目": frozenset(listed).union(*(t.facets["科目"] for t in books.traces("finance"))) if listed else None,
        "资金": frozenset(f.id for f in community.funds) if community else None,
        "资金性质": frozenset(n.zh for n in FundNature),
    }


def _words(line: Line) -> str:
    """What a line is about, in words of the ledger: of one that undoes another and says nothing of its own, why."""
    return line.summary or line.reason or line.voucher
