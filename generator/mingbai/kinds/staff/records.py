"""`staff/ID.yml`: who works here and by what right: community workers, public-welfare posts, grids, group leaders, representatives, lost-time allowances (domain §4.18).

Officers, workers and those in charge of a grid are named; representatives and who gets an allowance stand as numbers.
"""

from __future__ import annotations

from mingbai.schema.record import Extra, Privacy, Record, label
from mingbai.values.days import Day
from mingbai.values.money import Yuan
from mingbai.values.numbers import Count
from mingbai.values.terms import Term, YesNo
from mingbai.values.text import Text
from mingbai.values.words import Cited, Many, Name, OfficePhone, OneOrMany, Prose, Words

_PUBLIC = Privacy.PUBLIC
_PEOPLE = Text("人", "people")
_HOUSEHOLDS = Text("户", "households")


class StaffSort(Term):
    """Who is listed; items of the catalogue choose by it."""

    WORKER = "community worker", "社区工作者"
    WELFARE = "public-welfare post", "公益岗位"
    GRID = "grid", "网格员"
    LEADER = "group leader", "居民小组长"
    VILLAGE_LEADER = "villagers' group leader", "村民小组长"
    REPRESENTATIVE = "representatives", "居民代表"
    VILLAGE_REPRESENTATIVE = "villagers' representatives", "村民代表"
    ALLOWANCE = "lost-time allowance", "误工补贴"
    VOLUNTEER = "leading volunteer", "志愿者骨干"

    @property
    def grouped(self) -> bool:
        """Whether its posts are residents' or villagers' groups."""
        return self in (StaffSort.LEADER, StaffSort.VILLAGE_LEADER, StaffSort.REPRESENTATIVE, StaffSort.VILLAGE_REPRESENTATIVE)

    @property
    def named(self) -> bool:
        """Whether who holds such a post may be named on the site."""
        return self in (StaffSort.WORKER, StaffSort.GRID, StaffSort.LEADER, StaffSort.VILLAGE_LEADER)


class Every(Term):
    """For what time an allowance is."""

    MONTH = "month", "月"
    DAY = "day", "天"
    TIME = "time", "次"
    YEAR = "year", "年"


class Post(Record):
    """A post, a grid or a group, and who holds it."""

    post: Words = label("岗位", "Post", _PUBLIC, help=Text("例如 一号网格、党群窗口、第三居民小组", "E.g. grid 1, the service desk, group 3"))
    name: Name | None = label(
        "姓名",
        "Name",
        _PUBLIC,
        default=None,
        help=Text("工作者、网格员、小组长写；代表、领补贴的人不写", "Of workers, grids and group leaders; never of others"),
    )
    duty: Words | None = label("分工", "Duties", _PUBLIC, default=None)
    buildings: OneOrMany[Words] = label(
        "负责", "Covers", _PUBLIC, default=(), strict=False, help=Text("楼栋、片区、村民小组", "Buildings, patches, groups")
    )
    households: Count | None = label("户数", "Households", _PUBLIC, default=None, unit=_HOUSEHOLDS)
    people: Count = label("人数", "People", _PUBLIC, default=1, unit=_PEOPLE, help=Text("一个人的不用写", "Left out for one"))
    phone: OfficePhone | None = label("办公电话", "Office telephone", _PUBLIC, default=None)
    start: Day | None = label("起", "From", _PUBLIC, default=None)
    end: Day | None = label("止", "To", _PUBLIC, default=None)
    vacant: YesNo = label("空缺", "Vacant", _PUBLIC, default=False)
    allowance: Yuan | None = label("补贴", "Allowance", _PUBLIC, default=None, unit=Text("元", "yuan"), help=Text("每人的标准", "For each"))
    every: Every = label("每", "Every", _PUBLIC, default=Every.MONTH)


class StaffFile(Record):
    """The posts of one sort."""

    sort: StaffSort = label("类别", "Sort", _PUBLIC)
    name: Name | None = label("名称", "Name", _PUBLIC, default=None)
    day: Day = label("日期", "Date", _PUBLIC, help=Text("名单是哪一天的", "The day the list is of"))
    basis: OneOrMany[Words] = label("依据", "Basis", _PUBLIC, default=(), strict=False)
    source: Words | None = label("经费来源", "Paid from", _PUBLIC, default=None, help=Text("例如 区人社局公益岗位补贴", "Who pays"))
    fund: Cited | None = label("资金", "Fund", _PUBLIC, default=None, ref="fund")
    decision: Cited | None = label("决议", "Decision", _PUBLIC, default=None, ref="decision")
    posts: Many[Post] = label("岗位", "Posts", _PUBLIC, min_length=1, strict=False)
    extra: Extra = label("附加", "Extra fields", _PUBLIC, default={})
    note: Prose | None = label("备注", "Note", default=None, help=Text("不公布", "Not published"))
