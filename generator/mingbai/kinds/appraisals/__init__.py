"""Appraisals (民主评议): how residents' representatives rate the committee's members every year, and what surveys say (urban law art. 37, village law art. 38)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.appraisals import rules, rules_meeting
from mingbai.kinds.appraisals.records import AppraisalFile
from mingbai.kinds.appraisals.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[AppraisalFile]) -> Iterator[Id]:
    """What others may cite: the year."""
    if filed.record is not None:
        yield Id("appraisal", filed.id, filed.record)


KIND = Kind(
    name="appraisals",
    title=Text("民主评议", "Appraisals"),
    purpose=Text(
        "每年给居（村）委会成员评一次：发了多少票、优秀到不称职各多少票；连续两次不称职的，职务终止。",
        "Every year the members are rated by ballot; who is twice in a row unfit loses the office.",
    ),
    shapes=(Shape("appraisals/{year}.yml", "{year}", AppraisalFile),),
    rules=rules_of(rules, rules_meeting),
    ids=_ids,
    drafts=later("mingbai.kinds.appraisals.pages", "drafts"),
    datasets=later("mingbai.kinds.appraisals.datasets", "datasets"),
    parts=later("mingbai.kinds.appraisals.pages", "parts"),
    addresses=later("mingbai.kinds.appraisals.pages", "addresses"),
    traces=traces,
    facets=facets,
    measures=later("mingbai.kinds.appraisals.measures", "measures"),
    shown=(
        Shown("appraisals-years", "评议", ("date", "due", "present"), "{year}"),
        Shown("appraisals", "评议结果", ("office", "name", "standing", "valid", "excellent", "fit", "barely", "unfit", "result"), "{year}"),
    ),
)
