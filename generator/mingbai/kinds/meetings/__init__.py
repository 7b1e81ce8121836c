"""Meetings: who met, how many, how they voted, what became of each decision (会议记录和决定台账; UL 26–32, 34, 39; VL 25–32; CL 26–31)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.meetings import (
    composition,
    conduct,
    counting,
    membership,
    outcome,
    powers,
    preparing,
    recording,
    register,
    relied,
    reserved,
    rhythm,
    rules,
    seats,
    stepping,
)
from mingbai.kinds.meetings.records import Matter, Meeting, MeetingKind
from mingbai.kinds.meetings.traces import facets, traces
from mingbai.schema.record import Record
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Record]) -> Iterator[Id]:
    """What other ledgers cite: meetings, decisions as `meeting/number`, matters."""
    record = filed.record
    if isinstance(record, Matter):
        yield Id("matter", filed.id, record)
    elif isinstance(record, Meeting):
        yield Id("meeting", filed.id, record)
        for decision in record.decisions:
            yield Id("decision", f"{filed.id}/{decision.number}", decision, lenient=True)  # twice in one meeting: MTG010 says so


KIND = Kind(
    name="meetings",
    title=Text("会议与决定", "Meetings and decisions"),
    purpose=Text(
        "每次会议谁到了、怎样表决、通过了什么、办得怎样；支出和公约引用这里的决议。",
        "Who met, how they voted, what was decided and what became of it; payments and pacts cite these decisions.",
    ),
    shapes=(Shape("meetings/{year}/{id}.yml", "{id}", Meeting), Shape("matters/{id}.yml", "{id}", Matter)),
    rules=rules_of(
        rules, recording, conduct, stepping, outcome, rhythm, composition, counting, powers, reserved, preparing, seats, membership, relied
    ),
    ids=_ids,
    drafts=later("mingbai.kinds.meetings.pages", "drafts"),
    datasets=later("mingbai.kinds.meetings.datasets", "datasets"),
    home=later("mingbai.kinds.meetings.pages", "home"),
    addresses=later("mingbai.kinds.meetings.pages", "addresses"),
    ahead=later("mingbai.kinds.meetings.agenda", "ahead"),
    outcomes=register.results,
    traces=traces,
    facets=facets,
    shown=(
        Shown("meetings", "会议", ("date", "kind", "place", "chair", "due", "in_person", "proxies", "absent", "supervisors", "state"), "{meeting}"),
        Shown(
            "meetings-decisions",
            "",
            ("topic", "text", "method", "yes", "no", "abstain", "invalid", "recused", "result", "responsible", "deadline", "done", "state"),
            "{decision}",
            cards=True,
        ),
    ),
    registers=(Register("meetings/"), Register("meetings/decisions/"), *(Register(f"meetings/{k.value}/", "种类", (k.zh,)) for k in MeetingKind)),
)
