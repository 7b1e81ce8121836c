"""Elections and recalls (选举、罢免; UL 8, 17–20; VL 8, 17–19): days, figures and who was elected; lists of voters never stand here."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.elections import rules, rules_after, rules_recall, rules_term
from mingbai.kinds.elections.records import Election
from mingbai.kinds.elections.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Election]) -> Iterator[Id]:
    """What others may cite: the name of the file."""
    if filed.record is not None:
        yield Id("election", filed.id, filed.record)


KIND = Kind(
    name="elections",
    title=Text("选举和罢免", "Elections and recalls"),
    purpose=Text(
        "换届、补选、推选代表、罢免：名单哪天公布、多少人登记、多少人投票、各得多少票、谁当选。选民名单不写进来。",
        "Elections and recalls: when the list was shown, how many registered and voted, the votes, who was elected. Lists of voters never.",
    ),
    shapes=(Shape("elections/{id}.yml", "{id}", Election),),
    rules=rules_of(rules, rules_after, rules_recall, rules_term),
    ids=_ids,
    drafts=later("mingbai.kinds.elections.pages", "drafts"),
    datasets=later("mingbai.kinds.elections.pages", "datasets"),
    about=later("mingbai.kinds.elections.pages", "about"),
    parts=later("mingbai.kinds.elections.pages", "parts"),
    addresses=later("mingbai.kinds.elections.pages", "addresses"),
    traces=traces,
    ahead=later("mingbai.kinds.elections.agenda", "ahead"),
    facets=facets,
    shown=(Shown("elections", "得票", ("date", "kind", "office", "seats", "candidate", "votes", "elected"), "{election}"),),
    registers=(Register("elections/"),),
)
