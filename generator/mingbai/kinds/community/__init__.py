"""The community itself: who publishes, its books, funds, officers and supervisors (居委会概况; catalogue U01–U03)."""

from collections.abc import Iterator

from mingbai.books import ANY, Filed, Id
from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.community import boards, repositories, rules
from mingbai.kinds.community.records import Community
from mingbai.kinds.community.traces import facets, traces
from mingbai.values.text import Text


def _ids(filed: Filed[Community]) -> Iterator[Id]:
    """What other ledgers cite: books, accounts as `book/account`, funds, categories (any, where none is registered)."""
    community = filed.record
    if community is None:
        return
    for book in community.books:
        yield Id("book", book.id, book)
        for account in book.accounts:
            yield Id("account", f"{book.id}/{account.id}", account)
        for sub in book.subaccounts:
            yield from (Id("category", words, sub, lenient=True) for words in (sub.number, f"{sub.number} {sub.name}"))
    for fund in community.funds:
        yield Id("fund", fund.id, fund)
    allowed = (c for f in community.funds for state in (f.categories, *(change.categories for change in f.changes)) for c in state)
    for category in (*community.categories, *allowed) if community.categories else (ANY,):
        yield Id("category", category, community, lenient=True)


KIND = Kind(
    name="community",
    title=Text("社区概况", "Community"),
    purpose=Text(
        "谁在公开：名称、账簿、资金、人员和监督委员会；其他台账引用的编号都在这里。",
        "Who publishes: books, funds, officers, supervisors; the ids other ledgers cite.",
    ),
    shapes=(Shape("community.yml", "community", Community),),
    rules=rules_of(rules, boards, repositories),
    ids=_ids,
    drafts=later("mingbai.kinds.community.pages", "drafts"),
    datasets=later("mingbai.kinds.community.pages", "datasets"),
    home=later("mingbai.kinds.community.pages", "home"),
    about=later("mingbai.kinds.community.pages", "about"),
    parts=later("mingbai.kinds.community.pages", "parts"),
    addresses=later("mingbai.kinds.community.pages", "addresses"),
    traces=traces,
    facets=facets,
    measures=later("mingbai.kinds.community.measures", "measures"),
    sheet=later("mingbai.kinds.community.board", "sheet"),
)
