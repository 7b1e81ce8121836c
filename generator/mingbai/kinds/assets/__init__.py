"""Fixed assets (固定资产台账): what there is, what it cost, what it is worth, who uses and keeps it (collective law art. 45; catalogue C4)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Register, Shape, later, rules_of
from mingbai.kinds.assets import rules, rules_accounts, rules_conduct, rules_disposal, rules_inventory, rules_purchase
from mingbai.kinds.assets.records import AssetFile, InventoryFile
from mingbai.kinds.assets.traces import facets, traces
from mingbai.schema import Record
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[Record]) -> Iterator[Id]:
    """What other ledgers cite: `committee/ZC-012`."""
    if isinstance(filed.record, AssetFile):
        book = filed.id.partition("/")[0]
        for asset in filed.record.assets:
            yield Id("asset", f"{book}/{asset.number}", asset)


KIND = Kind(
    name="assets",
    title=Text("固定资产", "Assets"),
    purpose=Text(
        "每本账的固定资产：花多少钱置办、现在值多少、谁在用、谁保管、每年盘点的结果。",
        "The fixed assets of every book: what they cost, what they are worth, who uses and keeps them, what the yearly count found.",
    ),
    shapes=(
        Shape("finance/{book}/assets.yml", "{book}/assets", AssetFile),
        Shape("finance/{book}/inventory.yml", "{book}/inventory", InventoryFile),
    ),
    rules=rules_of(rules, rules_conduct, rules_purchase, rules_accounts, rules_disposal, rules_inventory),
    ids=_ids,
    drafts=later("mingbai.kinds.assets.pages", "drafts"),
    datasets=later("mingbai.kinds.assets.datasets", "datasets"),
    parts=later("mingbai.kinds.assets.pages", "parts"),
    holdings=later("mingbai.kinds.assets.pages", "holdings"),
    addresses=later("mingbai.kinds.assets.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "finance-assets",
            "资产",
            ("id", "name", "quantity", "unit", "cost", "net", "use", "place", "counted"),
            "{id}",
            standing=True,
            sum=("cost", "net"),
        ),
        Shown("finance-asset-changes", "资产变动", ("date", "id", "event", "reason", "amount", "valuation", "procedure"), "{id}", "date"),
    ),
    registers=(Register("finance/{book}/assets/"),),
)
