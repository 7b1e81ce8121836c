"""Searching the site as a resident does: words, amounts, days, letters; by finger, key and ear; and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import CONTRAST, SIDEWAYS
from tests.browser.visit import Visit
from tests.support.document import Document

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
FOUND = re.compile(r"(?:找到|pages found:) (\d+)")


def count(page: Page) -> int:
    """How many pages the status names, once it does."""
    expect(page.locator("#search-said")).to_contain_text(FOUND)
    told = FOUND.search(page.locator("#search-said").inner_text())
    assert told is not None
    return int(told[1])


def addresses(page: Page, home: str) -> list[str]:
    """Where the results shown lead."""
    links: list[str] = page.locator(".found__title").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(home) for link in links]


def ask(window: Visit, question: str) -> list[str]:
    """All results of a question, from its address."""
    page = window.go("search/")
    page.locator("#q").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("#search-said")).to_contain_text(f"“{question}”：")
    found = count(page)
    while page.locator(".search__more").is_visible():
        before = page.locator(".found").count()
        page.locator(".search__more").press("Enter")
        expect(page.locator(".found")).not_to_have_count(before)
    assert page.locator(".found").count() == found
    return addresses(page, window.home)


def squeezed(page: Document) -> str:
    """The words of a page without blanks."""
    return re.sub(r"\s", "", page.text)


@pytest.mark.parametrize("question", ["财务", "消防通道", "居民代表会议", "水"])
def test_what_is_found_is_what_stands_on_the_pages(visit: Open, pages: dict[str, Document], question: str) -> None:
    window = visit(1280, 900)
    page = window.go(f"search/?q={question}")
    number = count(page)
    chinese = {a: p for a, p in pages.items() if not a.startswith(("en/", "search/")) and a != "404.html"}
    inside = {a for a, p in chinese.items() if question in squeezed(p)}
    assert 0 < number <= len(inside)  # menus and footers, which every page shares, are not searched
    assert set(addresses(page, window.home)) <= inside


def test_a_month_is_found_however_it_is_written(visit: Open) -> None:
    window = visit(1280, 900)
    spoken, short = ask(window, "2026年1月"), ask(window, "2026-01")
    assert spoken == short
    assert "finance/committee/2026/01/" in spoken[:10]
    assert ask(window, "二〇二六年一月") == spoken


def test_an_amount_is_found_with_and_without_its_commas(visit: Open, pages: dict[str, Document]) -> None:
    window = visit(1280, 900)
    month = "finance/committee/2026/03/"
    amount = next(a for a in re.findall(r"\d{2},\d{3}\.\d\d", pages[month].text) if not a.endswith("0"))
    with_commas, without = ask(window, amount), ask(window, amount.replace(",", ""))
    assert with_commas == without
    assert month in with_commas
    wide = amount.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789,."})
    assert ask(window, wide) == without


def test_the_letters_of_a_title_find_it(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go("search/?q=cwgk")
    assert count(page) >= 1
    assert addresses(page, window.home)[0] == "finance/"


def test_the_field_in_the_header_leads_there_from_every_page_also_on_a_phone(visit: Open) -> None:
    for width, address in ((390, "finance/committee/2026/03/"), (1280, ""), (390, "en/meetings/")):
        window = visit(width, 844)
        page = window.go(address)
        field = page.get_by_role("searchbox")
        field.fill("2026-03")
        field.press("Enter")
        expect(page.locator("#search-said")).to_contain_text(re.compile("找到|found"))
        assert window.address == ("en/" if address.startswith("en/") else "") + "search/?q=2026-03"
        expect(page.get_by_role("searchbox")).to_have_count(1)


def test_the_list_stands_before_the_excerpts_and_leads_to_the_line(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.page
    held: list[str] = []
    page.route(re.compile(r"/(finance|disclosure)/.*"), lambda route: held.append(route.request.url))
    window.go("search/?q=28142.10")
    count(page)
    expect(page.locator(".found__title").first).to_be_visible()
    assert held
    assert page.locator(".found__text mark").count() == 0
    page.unroute_all(behavior="ignoreErrors")
    window.go("search/?q=元宵灯谜会奖品")
    count(page)
    expect(page.locator(".found__text mark").first).to_contain_text("元宵灯谜会奖品")
    month = page.locator(".found", has=page.locator("a[href$='finance/committee/2026/03/']"))
    month.scroll_into_view_if_needed()
    link = month.locator(".found__line")
    target = link.evaluate("a => a.hash.slice(1)")
    link.click()
    page.wait_for_load_state()
    expect(page.locator(f"[id='{target}']")).to_contain_text("元宵灯谜会奖品")


def test_filters_narrow_the_list_and_stand_in_the_address(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("search/?q=2026年3月")
    everything = count(page)
    page.get_by_label("哪个栏目").select_option("finance/")
    expect(page.locator("#search-said")).not_to_contain_text(f"找到 {everything} 页")
    money = count(page)
    assert 0 < money < everything
    expect(page.get_by_label("哪个栏目")).to_be_focused()
    page.get_by_label("哪本账").select_option("finance/committee/")
    expect(page.locator("#search-said")).not_to_contain_text(f"找到 {money} 页")
    book = count(page)
    assert 0 < book < money
    assert all(a.startswith("finance/committee/") for a in addresses(page, window.home))
    assert "kind=finance%2F" in window.address
    assert "book=finance%2Fcommittee%2F" in window.address
    page.reload()
    assert count(page) == book
    page.go_back()
    expect(page.locator("#search-said")).to_contain_text(f"找到 {money} 页")
    expect(page.get_by_label("哪本账")).to_have_value("*")


@pytest.mark.parametrize("base", ["", "en/"])
def test_the_filter_of_books_lists_books_alone_and_a_book_has_its_funds(visit: Open, base: str) -> None:
    window = visit(1280, 900)
    page = window.go(f"{base}search/?q=2026")
    count(page)
    books = page.locator("select[name=book] option").evaluate_all("options => options.map(option => option.value)")
    assert books == ["*", "finance/committee/", "finance/party/", "finance/special/", ""]
    window.go(f"{base}search/?q=消防安全检查协助经费&book=finance/committee/")
    count(page)
    assert f"{base}finance/committee/funds/safety-2026/" in addresses(page, window.home)
    expect(page.locator(".found", has=page.locator("a[href$='funds/safety-2026/']")).locator(".found__where")).to_contain_text("居委会账")


def test_keys_walk_through_the_list(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("search/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("公约")
    count(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found__title").nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found__title").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    assert window.address == "search/?q=%E5%85%AC%E7%BA%A6"


def test_a_screen_reader_is_told_how_many_and_finds_a_list(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("search/?q=公约")
    number = count(page)
    expect(page.get_by_role("status")).to_contain_text(f"“公约”：找到 {number} 页")
    results = page.get_by_role("list", name="找到的网页")
    assert results.get_by_role("listitem").count() == min(number, 10)
    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.get_by_role("searchbox", name="找什么")).to_be_visible()


def test_the_status_is_known_to_a_screen_reader_before_it_speaks_and_speaks_of_filters(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("search/")
    expect(page.get_by_role("status")).to_have_count(1)  # where it is not on the page yet, its first words are not told
    expect(page.get_by_role("status")).to_be_empty()
    page.keyboard.type("2026年3月")
    everything = count(page)
    page.get_by_label("哪个栏目").select_option("finance/")
    expect(page.get_by_role("status")).not_to_contain_text(f"找到 {everything} 页")
    expect(page.get_by_role("status")).to_contain_text(FOUND)


def test_with_keys_alone_in_large_print_one_asks_narrows_and_reads(visit: Open) -> None:
    window = visit(390, 844)
    window.go("?elder=1")
    page = window.go("search/")
    assert float(page.locator("#q").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) >= 24
    page.keyboard.type("2026.03")
    page.keyboard.press("Enter")
    everything = count(page)
    for _ in range(12):  # past the button to the filters
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.search__filters summary')"):
            break
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("哪个栏目")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).not_to_contain_text(f"找到 {everything} 页")
    expect(page.get_by_label("哪个栏目")).to_be_focused()
    while not page.evaluate("document.activeElement.matches('.found__title')"):
        page.keyboard.press("Tab")
    leads = page.evaluate("document.activeElement.href").removeprefix(window.home)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search/" not in url)
    assert window.address == leads
    page.go_back()
    assert count(page) < everything


def test_on_a_phone_the_keys_leave_the_list_free(visit: Open) -> None:
    window = visit(390, 844, has_touch=True, is_mobile=True)
    page = window.go("search/")
    page.locator("#q").fill("公约")
    page.get_by_role("button", name="搜索").tap()
    count(page)
    expect(page.locator("#q")).not_to_be_focused()


def test_what_is_nowhere_is_said_and_what_is_near_is_shown(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go("search/?q=饕餮")
    expect(page.locator("#search-said")).to_have_text("没有找到“饕餮”")
    page.locator("#q").fill("怎么申请低保呢")
    page.keyboard.press("Enter")
    expect(page.locator("#search-said")).to_contain_text("没有一页原样写着“怎么申请低保呢”")
    assert page.locator(".found").count() > 0


def test_a_rare_word_weighs_more_than_common_ones_and_next_to_nothing_is_nothing(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go("search/?q=养犬公约花了多少钱")
    expect(page.locator("#search-said")).to_contain_text("没有一页原样写着")
    assert addresses(page, window.home)[0] == "pacts/wenming-yangquan/"
    page = window.go("search/?q=怎么申请低保呢")
    expect(page.locator("#search-said")).to_contain_text("没有一页原样写着")
    assert "services/dibao/" in addresses(page, window.home)[:3]
    page = window.go("search/?q=不存在的东西xyz")
    expect(page.locator("#search-said")).to_have_text("没有找到“不存在的东西xyz”")
    assert page.locator(".found").count() == 0


@pytest.mark.parametrize("question", ["<img src=x onerror=alert(1)>", "“%n”%q$&", "'\"><script>alert(1)</script>", "\\", "((((", "a" * 60])
def test_no_question_is_more_than_text(visit: Open, question: str) -> None:
    window = visit(390, 844)
    page = window.go("search/")
    page.locator("#q").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator("#search-said")).not_to_be_empty()
    expect(page.locator("#search-said")).not_to_have_text("正在找……")
    assert page.locator("main img, main script:not([src])").count() == 0


def test_what_attackers_write_into_ledgers_is_found_as_text(visit: Open) -> None:
    """The hostile community's names are markup that would run; the list shows them and runs none (Visit notes a dialog)."""
    window = visit(1280, 900, "light", "hostile_server")
    shown = 0
    for question in ("img", "onerror", "alert", "script", "svg"):
        page = window.go(f"search/?q={question}")
        expect(page.locator("#search-said")).not_to_have_text("正在找……")
        expect(page.locator("#search-said")).not_to_be_empty()
        if page.locator(".found").count():
            expect(page.locator(".found__text").first).not_to_be_empty()
        shown += sum("<" in text for text in page.locator(".found").all_inner_texts())
        assert page.locator("#search-result :is(img, script, svg, iframe, [onerror], [onload])").count() == 0, question
    assert shown > 0


def test_an_index_that_is_gone_and_a_broken_network_are_said(visit: Open) -> None:
    window = visit(390, 844)
    page = window.go("search/")
    page.route(re.compile(r"/search/[0-9a-f]{10}-\d+-\d+/\d+\.json"), lambda route: route.abort())
    page.locator("#q").fill("公约")
    page.keyboard.press("Enter")
    expect(page.locator("#search-said")).to_contain_text("没有取到")
    page.unroute_all()
    page.route(re.compile(r"/search/[0-9a-f]{10}-\d+-\d+/\d+\.json"), lambda route: route.fulfill(status=404, body=""))
    page.locator("#q").press("Enter")
    expect(page.locator("#search-said")).to_contain_text("网站刚刚更新过")
    page.unroute_all()
    page.locator("#q").press("Enter")
    count(page)
    window.troubles.clear()  # the failures were ours


def test_without_a_script_every_page_is_two_links_away(visit: Open, pages: dict[str, Document]) -> None:
    window = visit(390, 844, java_script_enabled=False)
    page = window.go("finance/")
    assert page.locator("form").count() == 0
    page.locator("a.seek").click()
    page.wait_for_load_state()
    assert window.address == "search/"
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("main")).to_contain_text("现在不能搜索")
    listed = {link.rpartition("search/")[2] for link in (e.get("href") for a in pages for e in pages[a].all("a") if a.startswith("search/")) if link}
    reached = {
        (a + link if not link.startswith("../") else link.replace("../", "")).partition("#")[0]
        for a in pages
        if a.startswith("search/") and a != "search/"
        for link in (e.get("href") for e in pages[a].all("a"))
        if link.startswith("../")
    }
    assert listed
    made = {a for a in pages if not a.startswith(("en/", "search/")) and a not in ("404.html", "guide/", "policy/", "")}
    assert made <= reached


def test_the_english_site_searches_its_own_pages(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("en/search/?q=meeting")
    expect(page.locator("#search-said")).to_contain_text(re.compile(r"“meeting”: pages found: \d+"))
    found = addresses(page, window.home)
    assert found
    assert all(a.startswith("en/") for a in found)
    expect(page.get_by_label("Section")).to_contain_text("All (")
    page.locator("#q").fill("2026-03-05")
    page.keyboard.press("Enter")
    expect(page.locator("#search-said")).to_contain_text(re.compile(r"“2026-03-05”: pages found: \d+"))
    expect(page.locator(".found__text mark").first).to_have_text("5 March 2026")


@pytest.mark.parametrize("width, scheme, large", [(390, "light", True), (390, "dark", False), (320, "light", False), (1280, "dark", True)])
def test_results_fit_every_screen_and_stand_out(visit: Open, width: int, scheme: str, large: bool) -> None:
    window = visit(width, 844, scheme)
    if large:
        window.go("?elder=1")
    page = window.go("search/?q=2026年3月")
    count(page)
    expect(page.locator(".found__text").first).not_to_be_empty()
    page.locator(".search__filters summary").click()
    assert window.measure(SIDEWAYS) == {"scroll": 0, "out": []}
    assert window.measure(CONTRAST) == []


@pytest.mark.parametrize(
    "address, there",
    [
        ("search/?q=%E4%BD%8E%E4%BF%9D", "en/search/?q=%E4%BD%8E%E4%BF%9D"),
        ("en/search/?q=water", "search/?q=water"),
        ("finance/committee/range/?from=2026-03&to=2026-05-20&by=fund", "en/finance/committee/range/?from=2026-03&to=2026-05-20&by=fund"),
        ("finance/committee/2026/03/#lines", "en/finance/committee/2026/03/#lines"),
    ],
)
def test_the_language_switch_keeps_what_was_asked_and_where_the_reader_stands(visit: Open, address: str, there: str) -> None:
    window = visit(1280, 900)
    page = window.go(address)
    page.locator(".md-tongue").first.click()
    page.wait_for_url(lambda url: url.removeprefix(window.home).startswith("en/") is not address.startswith("en/"))
    assert window.address == there


def test_the_language_switch_follows_a_question_that_is_asked_on_the_page(visit: Open) -> None:
    window = visit(1280, 900)
    page = window.go("search/")
    page.locator("#q").fill("水")
    page.keyboard.press("Enter")
    count(page)
    page.locator(".md-tongue").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=*")
    expect(page.locator("#q")).to_have_value("水")
    expect(page.locator("#search-said")).to_contain_text("“水”: pages found")


@pytest.mark.parametrize(
    "question, about",
    [
        ("修路灯花了多少", "路灯"),
        ("路灯什么时候修", "路灯"),
        ("养犬公约是怎样的？", "养犬"),
        ("低保怎么办", "低保"),
        ("有没有助餐", "助餐"),
    ],
)
def test_a_whole_question_finds_first_what_it_is_about(visit: Open, pages: dict[str, Document], question: str, about: str) -> None:
    """The words that only ask are left out where nobody wrote the question word for word."""
    window = visit(390, 844)
    page = window.go(f"search/?q={question}")
    expect(page.locator("#search-said")).to_contain_text("没有一页原样写着")
    first, *_ = addresses(page, window.home)
    assert about in squeezed(pages[first]), first


def test_what_is_asked_in_english_is_read_so(visit: Open, pages: dict[str, Document]) -> None:
    window = visit(390, 844)
    page = window.go("en/search/?q=how much was spent on 路灯?")
    expect(page.locator(".found").first).to_be_visible()
    assert "路灯" in squeezed(pages[addresses(page, window.home)[0]])


def test_a_number_is_marked_only_as_a_whole_number(visit: Open) -> None:
    """100 元 is not what stands in a telephone number or in 2,100."""
    window = visit(1280, 900)
    page = window.go("search/")
    found = page.evaluate(
        "(told) => told.map((text) => { const found = asking.at(asking.pattern(asking.parts('100 元')[0]), text); return found && found[0] })",
        ["电话 010-55550100", "付 2,100.00 元", "付 100.00 元", "1003", "100元", "3.100", "完成 100.5%", "100,000.00"],
    )
    assert found == [None, None, "100.00 元", None, "100元", None, "100.5", None]
