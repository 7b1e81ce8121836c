"""Staff (工作人员): community workers, public-welfare posts, grids, group leaders, representatives, allowances (catalogue U04, U31, U32, V02; domain §4.18)."""

from collections.abc import Iterator

from mingbai.books import Filed, Id
from mingbai.kind import Kind, Shape, later, rules_of
from mingbai.kinds.staff import rules
from mingbai.kinds.staff.records import StaffFile
from mingbai.kinds.staff.traces import facets, traces
from mingbai.sheets import Shown
from mingbai.values.text import Text


def _ids(filed: Filed[StaffFile]) -> Iterator[Id]:
    """What others may cite: the list, by the name of its file."""
    if filed.record is not None:
        yield Id("staff", filed.id, filed.record)


KIND = Kind(
    name="staff",
    title=Text("工作人员", "Staff"),
    purpose=Text(
        "社区工作者、公益岗位、网格员、居民小组长、居民代表、误工补贴：谁负责哪一片、按什么标准、谁定的。代表和领补贴的人不写姓名。",
        "Workers, posts, grids, group leaders, representatives, allowances: who covers what, at what rate, by whose decision.",
    ),
    shapes=(Shape("staff/{id}.yml", "{id}", StaffFile),),
    rules=rules_of(rules),
    ids=_ids,
    drafts=later("mingbai.kinds.staff.pages", "drafts"),
    datasets=later("mingbai.kinds.staff.pages", "datasets"),
    about=later("mingbai.kinds.staff.pages", "about"),
    addresses=later("mingbai.kinds.staff.pages", "addresses"),
    traces=traces,
    facets=facets,
    shown=(
        Shown(
            "staff",
            "名单",
            ("post", "name", "duty", "covers", "households", "people", "phone", "from", "to", "allowance", "every"),
            "{list}",
            standing=True,
        ),
    ),
)
