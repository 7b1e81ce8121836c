"""Lists of all pages by kind and year: for those who have no script."""

from __future__ import annotations

from mingbai.pages import Page
from mingbai.searching import listing
from mingbai.searching.listing import SPLIT, ListContext, SearchContext


def made(*pages: tuple[str, str], base: str = "") -> dict[str, object]:
    return {d.address: d.context for d in listing([Page(base + address, title, "", "") for address, title in pages], base)}


def test_every_page_stands_in_one_list() -> None:
    pages = [
        ("", "首页"),
        ("finance/", "财务公开"),
        ("finance/a/2026/01/", "一月"),
        ("finance/a/2025/12/", "十二月"),
        ("guide/", "怎么看"),
        ("meetings/2026-03-05-yishi/", "议事会"),
    ]
    drafts = made(*pages)
    assert list(drafts) == ["search/", "search/finance/", "search/other/"]
    listed = [e.address for c in drafts.values() if isinstance(c, ListContext) for y in c.years for e in y.entries]
    assert sorted(listed) == sorted(a for a, _ in pages)
    finance = drafts["search/finance/"]
    assert isinstance(finance, ListContext)
    assert [(y.said, y.address) for y in finance.years] == [
        ("2026年", "search/finance/#y2026"),
        ("2025年", "search/finance/#y2025"),
        ("不分年份", "search/finance/#ynone"),
    ]


def test_a_long_list_is_parted_by_year() -> None:
    pages = [(f"finance/a/{2020 + n % 2}/x{n}/", f"{n}") for n in range(SPLIT)]
    drafts = made(("finance/", "财务公开"), *pages)
    assert list(drafts) == ["search/", "search/finance/", "search/finance/2021/", "search/finance/2020/", "search/finance/none/"]
    top, year = drafts["search/finance/"], drafts["search/finance/2020/"]
    assert isinstance(top, ListContext)
    assert isinstance(year, ListContext)
    assert top.apart
    assert len(year.years[0].entries) == SPLIT // 2


def test_another_language_has_its_own_lists_at_the_same_addresses() -> None:
    drafts = made(("", "Home"), ("finance/", "Accounts"), ("finance/a/", "Book"), base="en/")
    assert list(drafts) == ["search/", "search/finance/", "search/other/"]
    search = drafts["search/"]
    assert isinstance(search, SearchContext)
    assert [g.title for g in search.groups] == ["Accounts", "其他网页"]
    assert search.count == 3
