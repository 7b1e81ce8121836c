"""Commitments (承诺践诺): what each post of the committee and each party member's post promised for a year, and whether it was kept."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.commitments import rules
from mingbai.kinds.commitments.records import CommitmentFile
from mingbai.values.text import Text


def _ids(filed: Filed[CommitmentFile]) -> Iterator[Id]:
    """What others may cite: a commitment as `year/number`."""
    for one in filed.record.commitments if filed.record is not None else ():
        yield Id("commitment", f"{filed.id}/{one.number}", one, lenient=True)  # twice in one year: CMT001 says so


KIND = Kind(
    name="commitments",
    title=Text("承诺践诺", "Commitments"),
    purpose=Text(
        "每个岗位一年里公开承诺办什么、哪天办完、办到哪一步，没办成的说明原因，年底由大家评。",
        "What each post publicly promised for the year, by when, how far it has come, why it failed where it did, and how it was appraised.",
    ),
    shapes=(Shape("commitments/{year}.yml", "{year}", CommitmentFile),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.commitments.pages", "drafts"),
    datasets=later("mingbai.kinds.commitments.pages", "datasets"),
    about=later("mingbai.kinds.commitments.pages", "about"),
    parts=later("mingbai.kinds.commitments.pages", "parts"),
    addresses=later("mingbai.kinds.commitments.pages", "addresses"),
    registers=(Register("commitments/"),),
)
