"""Every page of the demonstrations says how fresh it is, can be printed, gives the table it shows as CSV, and leads to what was changed of it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.building import REPOSITORY, build_here, demonstration, second_demonstration, small_community, third_demonstration
from tests.support.document import Document, shared

SITES = {
    "chunhe": (demonstration, REPOSITORY),
    "hexi": (second_demonstration, REPOSITORY / "examples/hexi"),
    "liuxi": (third_demonstration, REPOSITORY / "examples/liuxi"),
}
LISTS = "https://git.example.org/chunhe/ledgers/commits/branch/main"
_CHANGES = re.compile(r'<p class="md-of-page screen-only" data-unsought>(?:<span><a [^>]*?href="([^"]*)"[^>]*>)?')


@pytest.fixture(scope="module", params=SITES)
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def folder(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return SITES[name][0](tmp_path_factory)


@pytest.fixture(scope="module")
def pages(folder: Path) -> Mapping[str, Document]:
    """Every page but the one for addresses that lead nowhere."""
    found = {address: page for address, page in shared(folder).items() if address != "404.html"}
    assert len(found) > 100
    return found


def test_every_page_says_up_to_when_its_data_go(pages: Mapping[str, Document]) -> None:
    assert [a for a, page in pages.items() if not any(e.tag == "time" and e.get("datetime") for e in page.elements)] == []
    assert [a for a, page in pages.items() if not any("md-updated" in e.get("class") for e in page.elements)] == []


REGISTERS = re.compile(
    "(?:en/)?(?:finance/[a-z]+/(?:assets|budget|contracts|debts|donations|goods|levies|plans|resources|distribution)/|finance/corrections/|elections/"
    "|admission/|docs/|commitments/|handovers/|notices/|meetings/|meetings/[a-z]+/|projects/|services/|pacts/)"
)


def test_every_register_says_by_when_it_is_due_or_that_nothing_asks_for_it(pages: Mapping[str, Document]) -> None:
    registers = [a for a in pages if REGISTERS.fullmatch(a)]
    assert len(registers) > 10
    assert [a for a in registers if not any(e.get("id") == "published" for e in pages[a].elements)] == []


def test_a_register_is_as_new_as_its_newest_record(folder: Path) -> None:
    """Not as the site: what is owed is counted to the day of the site, but nothing new was written since."""

    def updated(address: str) -> str:
        found = re.search(r'md-updated[^>]*>.*?datetime="([^"]*)"', (folder / address / "index.html").read_text("utf-8"), re.DOTALL)
        assert found is not None
        return found[1]

    registers = [p.parent.relative_to(folder) for name in ("contracts", "debts", "assets") for p in folder.glob(f"finance/*/{name}/index.html")]
    assert registers
    for register in registers:
        below = [updated(f"{register}/{p.parent.name}") for p in (folder / register).glob("*/index.html")]
        assert "2026-11-10" > updated(str(register)) >= max(below, default=""), register


def test_every_page_can_be_printed_by_a_button_that_is_not_printed(pages: Mapping[str, Document]) -> None:
    assert [a for a, page in pages.items() if sum("md-print" in e.get("class") for e in page.all("button")) != 1] == []
    assert [a for a, page in pages.items() if not any({"md-of-page", "screen-only"} <= set(e.get("class").split()) for e in page.elements)] == []


def test_every_page_gives_its_table_as_csv(pages: Mapping[str, Document]) -> None:
    """A table or not: what a page shows of a register can be had as rows. Not so what a person wrote by hand, the way in, words, a calendar and the search."""
    without = {"", "guide/", "policy/", "glossary/", "calendar/"}
    if not any(re.fullmatch(r"notices/.+", a) for a in pages):
        without.add("notices/")  # an empty register has no row to give
    lacking = {a.removeprefix("en/") for a, page in pages.items() if not any(e.get("href").endswith(".csv") for e in page.all("a"))}
    assert {a for a in lacking if not a.startswith("search/")} <= without


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_month_gives_its_own_lines(folder: Path, pages: Mapping[str, Document]) -> None:
    """The rows of the whole table, ids included, each beside the page that shows it, and none besides."""
    beside = sorted(folder.glob("finance/*/*/*/lines.csv"))
    assert len(beside) > 5
    found = []
    for path in beside:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        _, book, year, month, _ = path.relative_to(folder).parts
        own = rows(path)
        assert {(r["book"], r["period"]) for r in own} == {(book, f"{year}-{month}")}
        for address in (f"finance/{book}/{year}/{month}/", f"en/finance/{book}/{year}/{month}/"):
            if address in pages:
                links = [e.get("href") for e in pages[address].all("a") if e.get("href").endswith(".csv")]
                assert sum(link.endswith("lines.csv") and "data/" not in link for link in links) == 1, address
                assert sum(link.endswith("data/finance-lines.csv") for link in links) == 1, address
        found += own
    assert sorted(r["row_id"] for r in found) == sorted(r["row_id"] for r in rows(folder / "data/finance-lines.csv"))


def test_every_year_half_and_quarter_gives_what_it_shows(folder: Path, pages: Mapping[str, Document]) -> None:
    """Each stretch beside its page: every figure of the file stands on the page, and its parts come to the whole."""
    beside = sorted(path for path in folder.glob("finance/**/statements.csv"))
    assert len(beside) > 4
    found = []
    for path in beside:
        address = f"{path.parent.relative_to(folder).as_posix()}/"
        own = rows(path)
        for page in (address, f"en/{address}"):
            if page in pages:
                assert sum(e.get("href").endswith(f"/{address}statements.csv") for e in pages[page].all("a")) == 1, page
        for row in own:
            for column in ("opening", "income", "expense", "closing"):
                if row[column] and (row["by"] != "category" or Decimal(row[column])):
                    assert f"{Decimal(row[column]):,.2f}" in pages[address].text, row
        (whole,) = (r for r in own if r["by"] == "total")
        for by in ("month", "category", "party", "account"):
            for column in ("income", "expense"):
                assert sum(Decimal(r[column]) for r in own if r["by"] == by) == Decimal(whole[column]), (address, by)
        found += own
    assert sorted(r["row_id"] for r in found) == sorted(r["row_id"] for r in rows(folder / "data/finance-statements.csv"))
    stretches = {a for a in pages if re.fullmatch(r"finance/[^/]+/20\d\d/(?:[hq]\d/)?", a)}
    assert stretches == {f"{path.parent.relative_to(folder).as_posix()}/" for path in beside}


def test_the_warnings_are_a_table(folder: Path, pages: Mapping[str, Document]) -> None:
    told = rows(folder / "data/community-warnings.csv")
    assert told
    for row in told:
        assert row["message"] in pages["warnings/"].text
        assert not row["page"] or row["page"].partition("#")[0] in pages


def test_every_page_leads_to_the_changes_of_what_it_is_made_from(name: str, folder: Path, pages: Mapping[str, Document]) -> None:
    """春和 names its repository, 河西 lies in a folder of one, 柳溪 names none."""
    root = SITES[name][1]
    before = {"chunhe": LISTS, "hexi": f"{LISTS}/examples/hexi", "liuxi": ""}[name]
    for address in pages:
        text = (folder / address / "index.html").read_text("utf-8")
        found = _CHANGES.search(text)
        assert found is not None, address
        if not before:
            assert found[1] is None, address
            assert "修改记录" not in text[found.start() :], address
            continue
        assert found[1] == before or found[1].startswith(f"{before}/"), address
        source = root / unquote(found[1].removeprefix(before).lstrip("/"))
        assert source.exists(), (address, source)


@pytest.mark.parametrize(
    "address, source",
    [
        ("", "ledgers"),
        ("finance/", "ledgers/finance"),
        ("finance/committee/", "ledgers/finance/committee"),
        ("finance/committee/2026/03/", "ledgers/finance/committee/2026-03.yml"),
        ("finance/committee/2026/", "ledgers/finance/committee"),
        ("finance/committee/contracts/", "ledgers/finance/committee/contracts.yml"),
        ("finance/committee/budget/", "ledgers/finance/committee/budget"),
        ("meetings/", "ledgers/meetings"),
        ("meetings/2026-01-09-juweihui/", "ledgers/meetings/2026/2026-01-09-juweihui.yml"),
        ("disclosure/", "ledgers"),
        ("disclosure/u08/", "ledgers/disclosures"),
        ("services/", "ledgers/services"),
        ("guide/", "content/guide.md"),
        ("en/guide/", "content/en/guide.md"),
        ("en/finance/committee/2026/03/", "ledgers/finance/committee/2026-03.yml"),
        ("search/", ""),
    ],
)
def test_what_a_page_is_made_from(address: str, source: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (demonstration(tmp_path_factory) / address / "index.html").read_text("utf-8")
    found = _CHANGES.search(text)
    assert found is not None
    assert found[1] == f"{LISTS}/{source}".rstrip("/")


def test_records_say_which_item_asks_for_them_by_when_and_on_what_ground(tmp_path_factory: pytest.TempPathFactory) -> None:
    month = shared(demonstration(tmp_path_factory))["finance/committee/2026/03/"].text
    assert "工作经费收支：2026年第一季度，最晚2026年4月15日公布（待确认的默认值），" in month
    assert "依据：城市居民委员会组织法（2025 修订）第三十四条" in month


def test_pages_that_show_a_book_in_another_order_say_on_what_ground_it_is_published(name: str, pages: Mapping[str, Document]) -> None:
    """A fund, an account, a category, a class of parties, the summary of what is held: by the items that ask for the book's months."""
    books = {a for a in pages if re.fullmatch(r"finance/[a-z-]+/", a) and "公布情况" in pages[a].text and f"{a}range/" in pages}
    assert books
    other = re.compile(rf"(?:{'|'.join(books)})(?:(?:funds|accounts|category|parties|ledger)/(?:[^/]+/)?|range/)")
    shown = [a for a in pages if other.fullmatch(a)]
    assert len(shown) > 10
    for address in (*shown, "finance/", "finance/funds/", "finance/holdings/"):
        assert "公布情况" in pages[address].text, address
        assert "依据：" in pages[address].text, address


def test_the_numbers_of_a_site_lead_to_their_registers(name: str, pages: Mapping[str, Document]) -> None:
    """非经营性互联网信息服务备案管理办法第十三条; a community without numbers leads to no register."""
    expected = {"https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/"} if name == "chunhe" else set()
    for address, page in pages.items():
        assert {link for link in page.addresses() if "beian." in link} == expected, address


def test_a_community_without_numbers_may_not_link_to_the_register(tmp_path: Path) -> None:
    from mingbai.site import SiteError

    root = small_community(tmp_path / "c")
    community = root / "ledgers/community.yml"
    assert "备案" not in community.read_text("utf-8")
    footer = root / "site_templates/theme/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text('<footer><a href="https://beian.miit.gov.cn/">ICP</a></footer>', "utf-8")
    with pytest.raises(SiteError, match="COM103"):
        build_here(root, tmp_path / "site")
    community.write_text(community.read_text("utf-8") + "备案:\n  ICP: 示例ICP备1号\n", "utf-8")
    assert build_here(root, tmp_path / "site") == 0
