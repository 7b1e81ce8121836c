"""Donations (捐赠): who gave what for which purpose, what was used, what is left (urban law art. 34, 42; catalogue U09)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.donations import rules_conduct, rules_record
from mingbai.kinds.donations.records import DonationFile
from mingbai.kinds.donations.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[DonationFile]) -> Iterator[Id]:
    """What other ledgers cite: `committee/JZ-2026-01`."""
    if filed.record is not None:
        book = filed.id.partition("/")[0]
        for donation in filed.record.donations:
            yield Id("donation", f"{book}/{donation.number}", donation)


KIND = Kind(
    name="donations",
    title=Text("捐赠台账", "Donations"),
    purpose=Text(
        "谁捐了钱和东西、指定用在哪里、用了多少、还剩多少；捐赠人按自己的意愿署名。",
        "Who gave money and things for which purpose, what was used, what is left; donors appear as they chose.",
    ),
    shapes=(Shape("finance/{book}/donations.yml", "{book}/donations", DonationFile),),
    rules=rules_of(rules_record, rules_conduct),
    ids=_ids,
    drafts=later("mingbai.kinds.donations.pages", "drafts"),
    datasets=later("mingbai.kinds.donations.datasets", "datasets"),
    parts=later("mingbai.kinds.donations.pages", "parts"),
    addresses=later("mingbai.kinds.donations.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-donations",
            "捐赠",
            ("id", "date", "donor", "amount", "things", "purpose", "spent", "left", "things_given_out", "things_left", "rest"),
            "{id}",
            sum=("amount", "spent", "left"),
        ),
    ),
    registers=(Register("finance/{book}/donations/"),),
)
