"""Finance: the months of receipts and payments of every book (财务公开; urban law art. 34, catalogue U08–U14)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later
from mingbai.kinds.finance.posting.locked import LockFile, YearLock
from mingbai.kinds.finance.records import LineKind, MonthFile
from mingbai.kinds.finance.rules import RULES
from mingbai.kinds.finance.traces import facets, traces
from mingbai.schema import Record
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Record]) -> Iterator[Id]:
    """What other ledgers cite: lines as `book/period/voucher`, plans as `book/period/number`."""
    if not isinstance(filed.record, MonthFile):
        return
    for line in filed.record.lines:
        yield Id("line", f"{filed.id}/{line.voucher}", line, True)  # lenient
    for plan in filed.record.plans:
        yield Id("plan", f"{filed.id}/{plan.number}", plan)


KIND = Kind(
    name="finance",
    title=Text("财务收支", "Finance"),
    purpose=Text(
        "每本账每个月的收入、支出、计划和结账；逐笔公布。", "Every month of every book: receipts, payments, plans and closing, line by line."
    ),
    shapes=(
        Shape("finance/{book}/{period}.yml", "{book}/{period}", MonthFile),
        Shape("finance/{book}/{period}.lock.yml", "{book}/{period}.lock", LockFile, YearLock),
    ),
    rules=RULES,
    ids=_ids,
    drafts=later("mingbai.kinds.finance.pages", "drafts"),
    datasets=later("mingbai.kinds.finance.pages", "datasets"),
    home=later("mingbai.kinds.finance.pages.books", "home"),
    addresses=later("mingbai.kinds.finance.pages", "addresses"),
    parts=later("mingbai.kinds.finance.pages", "parts"),
    retells=later("mingbai.kinds.finance.pages", "retells"),
    holdings=later("mingbai.kinds.finance.pages.holdings", "holdings"),
    traces=traces,
    facets=facets,
    news=later("mingbai.kinds.finance.pages.news", "news"),
    shown=(Shown("finance-corrections", "更正", ("date", "what", "before", "after", "difference", "reason", "allowed_by"), key="{id}"),),
    sheet=later("mingbai.kinds.finance.pages.board", "sheet"),
    registers=(
        Register("finance/corrections/", "类型", (LineKind.CORRECTION.zh, LineKind.REVERSAL.zh)),
        Register("finance/{book}/plans/", "计划", ()),
    ),
)
