"""Finance: the months of receipts and payments of every book (财务公开; urban law art. 34, catalogue U08–U14)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, View
from mingbai.kinds.finance.pages import books, datasets, double, holdings, news, plans
from mingbai.kinds.finance.posting.locked import LockFile, YearLock
from mingbai.kinds.finance.records import MonthFile
from mingbai.kinds.finance.rules import RULES
from mingbai.kinds.finance.traces import traces
from mingbai.pages import Block, Dataset, Draft
from mingbai.schema import Record
from mingbai.values.text import Text


def _ids(filed: Filed[Record]) -> Iterator[Id]:
    """What other ledgers cite: lines as `book/period/voucher`, plans as `book/period/number`."""
    if not isinstance(filed.record, MonthFile):
        return
    for line in filed.record.lines:
        yield Id("line", f"{filed.id}/{line.voucher}", line, True)  # lenient
    for plan in filed.record.plans:
        yield Id("plan", f"{filed.id}/{plan.number}", plan)


def _drafts(view: View) -> Iterator[Draft]:
    yield from books.drafts(view)
    yield from plans.drafts(view)
    yield from double.drafts(view)
    yield from holdings.drafts(view)


def _parts(view: View) -> Iterator[tuple[str, Block]]:
    yield from plans.parts(view)
    yield from double.parts(view)


def _datasets(view: View) -> Iterator[Dataset]:
    yield from datasets.datasets(view)
    yield from double.datasets(view)


def _addresses(view: View) -> Iterator[tuple[int, tuple[str, str]]]:
    yield from books.addresses(view)
    yield from plans.addresses(view)


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
    drafts=_drafts,
    datasets=_datasets,
    home=books.home,
    addresses=_addresses,
    parts=_parts,
    holdings=holdings.holdings,
    traces=traces,
    news=news.news,
)
