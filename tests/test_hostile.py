"""Whatever stands in a text field is refused with its place, or stays text: in every page, table and file of the site."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from mingbai.kinds.community.registers import category_address
from tests.support.building import build_here, mingbai_here, small_community, tree
from tests.support.document import Document, documents
from tests.support.hostile import Pair, pair, quoted

DECIMAL = re.compile(r"-\d+\.\d\d")
EVERYWHERE = "'\"><svg onload=alert(1)><!--{{7*7}}&lt;"
"""Put into names that stand on every page, in titles, labels and crumbs."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return pair(tmp_path_factory)


@pytest.fixture(scope="module")
def hostile(sites: Pair) -> dict[str, Document]:
    return documents(sites.hostile)


def cells(site: Path) -> Iterator[tuple[str, str]]:
    """Every cell of every table, as a spreadsheet would take it."""
    for path in sorted((site / "data").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, strict=True):
                yield from ((path.name, cell) for cell in row)


def column(site: Path, table: str, name: str) -> list[str]:
    with (site / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row[name] for row in csv.DictReader(file, strict=True)]


def test_most_texts_are_let_through_and_the_others_refused_with_a_place(sites: Pair) -> None:
    """That every refusal points at its entry is made sure of while the texts are sifted."""
    accepted, refused = sites.accepted["finance"], sites.refused["finance"]

    assert len(accepted) > 600
    assert len(accepted) + len(refused) > 800
    assert {code[:3] for code in refused.values()} <= {"YML", "SCH", "PRI"}
    assert all(refused.get(text) == "SCH009" for text in ("=cmd|' /C notepad'!'A1'", "@SUM(1+9)*cmd|' /C calc'!A0", "-1.00"))
    assert not [text for text in accepted if text[:1] in tuple("=+-@＝＋－＠\t\r\n ")]
    assert all(len(sites.accepted[kind]) > 40 for kind in ("meetings", "pacts", "services"))


LINE_OF_A_CHART = ("text", ("text-anchor", "x", "y"))
"""A long name beside a flow takes two lines, a short one takes one."""


def shape(page: Document) -> Counter[tuple[str, tuple[str, ...]]]:
    """The page's elements and attributes, lines of names in charts left out."""
    found = page.shape()
    del found[LINE_OF_A_CHART]
    return found


def same_shape(hostile: dict[str, Document], harmless: dict[str, Document]) -> None:
    """Page for page the same elements with the same attributes, and nothing a browser would run."""
    assert sorted(hostile) == sorted(harmless)
    for address, page in hostile.items():
        assert shape(page) == shape(harmless[address]), address
        assert page.stray == harmless[address].stray == [], address
        assert page.comments == [], address
        for element in page.elements:
            assert not any(name.startswith("on") or name in ("style", "srcdoc") for name, _ in element.attributes), (address, element)
        odd = [link for link in page.addresses() if not re.match(r"(?:https://xinhe\.example\.org/|tel:[\d-]+$|[./#]|assets/|[a-z]+/)", link)]
        assert odd == [], address


def test_no_text_becomes_an_element_an_attribute_or_an_address(sites: Pair, hostile: dict[str, Document]) -> None:
    same_shape(hostile, documents(sites.harmless))


def test_every_text_is_read_as_it_was_typed(sites: Pair, hostile: dict[str, Document]) -> None:
    everywhere = {
        "finance": [p.text for a, p in hostile.items() if re.match(r"finance/committee/2026/\d\d/", a)],
        "meetings": [p.text for a, p in hostile.items() if re.match(r"meetings/2026-", a)],
        "pacts": [p.text for a, p in hostile.items() if re.match(r"pacts/.+/", a)],
        "services": [p.text for a, p in hostile.items() if re.match(r"services/.+/", a)],
    }
    for kind, pages in everywhere.items():
        whole = "\n".join(pages)
        assert [text for text in sites.accepted[kind] if text not in whole] == [], kind


def test_tables_hold_every_text_exactly(sites: Pair) -> None:
    finance, decisions = sites.accepted["finance"], sites.accepted["meetings"]

    assert column(sites.hostile, "finance-lines", "summary")[-len(finance) :] == finance
    assert column(sites.hostile, "finance-lines", "party")[-len(finance) :] == finance
    assert column(sites.hostile, "meetings-decisions", "topic")[-len(decisions) :] == decisions
    assert column(sites.hostile, "meetings-decisions", "text")[-len(decisions) :] == decisions
    assert set(sites.accepted["pacts"]) <= set(column(sites.hostile, "pacts-articles", "text"))
    assert set(sites.accepted["services"]) <= set(column(sites.hostile, "services", "name"))


def test_no_cell_begins_like_a_formula(sites: Pair) -> None:
    odd = [(name, cell) for name, cell in cells(sites.hostile) if cell[:1] in tuple("=+-@＝＋－＠\t\r") and cell and not DECIMAL.fullmatch(cell)]

    assert odd == []


def test_workbooks_hold_every_text_as_text(sites: Pair) -> None:
    """Typed as strings: no cell is a formula or a link, however it begins."""
    book = load_workbook(sites.hostile / "data" / "finance-lines.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    said = {cell.value for cell in cells}
    assert [text for text in sites.accepted["finance"] if text not in said and text.isprintable()] == []


def test_the_feed_and_the_calendar_are_read_back(sites: Pair) -> None:
    ElementTree.fromstring((sites.hostile / "feed.xml").read_bytes())  # noqa: S314  our own file
    calendar = Calendar.from_ical((sites.hostile / "calendar.ics").read_bytes())
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"}


def test_json_and_the_sitemap_are_read_back(sites: Pair) -> None:
    for path in (sites.hostile / "data").glob("*.json"):
        if path.name == "datapackage.json":
            continue
        said = json.loads(path.read_bytes())
        assert [c["name"] for c in said["columns"]], path.name
    lines = json.loads((sites.hostile / "data" / "finance-lines.json").read_bytes())["rows"]
    assert [row["summary"] for row in lines][-len(sites.accepted["finance"]) :] == sites.accepted["finance"]
    ElementTree.fromstring((sites.hostile / "sitemap.xml").read_bytes())  # noqa: S314  our own file


# --- names that stand on every page -------------------------------------------------------------------------------------

NAMED = (
    "新河社区居民委员会",
    "居委会账",
    "基本户",
    "办公经费",
    "自有资金",
    "办公费",
    "维修费",
    "王示例",
    "监督委员会主任",
    "新河路 1 号",
    "示例街道",
    "3 号楼楼道公约",
)


def renamed(folder: Path, text: str) -> Path:
    """The small community with all those names, the site's own and a hand-written heading replaced."""
    root = small_community(folder)
    for path in (root / "ledgers").rglob("*.yml"):
        ledger = path.read_text(encoding="utf-8")
        for number, name in enumerate(NAMED):
            ledger = re.sub(rf"(?m)(?:(?<=[:,-] )|(?<=\[)){re.escape(name)}(?=\s*[,\]]|$)", lambda _, n=number: quoted(f"名{n}{text}"), ledger)  # type: ignore[misc]
        path.write_text(ledger, encoding="utf-8")
    config = root / "mkdocs.yml"
    named = re.sub(r"(?m)^(site_name|site_description): .*$", lambda m: f"{m[1]}: {quoted('名' + text)}", config.read_text(encoding="utf-8"))
    config.write_text(named.replace("- 财务公开:", f"- {quoted('财' + text)}:"), encoding="utf-8")
    return root


def by_number(pages: dict[str, Document], text: str) -> dict[str, Document]:
    """The pages; those of categories, whose addresses follow from their names, by the number of the name."""
    known = {category_address("committee", f"名{n}{text}"): f"category {n}" for n in range(len(NAMED))}
    found = {known.get(address, address): page for address, page in pages.items()}
    assert any(address.startswith("category ") for address in found)
    return found


def test_names_on_every_page_stay_text(tmp_path: Path) -> None:
    for name, text in (("hostile", EVERYWHERE), ("harmless", "无害")):
        assert build_here(renamed(tmp_path / name, text), tmp_path / f"{name}-site") == 0
    hostile = documents(tmp_path / "hostile-site")

    same_shape(by_number(hostile, EVERYWHERE), by_number(documents(tmp_path / "harmless-site"), "无害"))
    assert sum(page.text.count(EVERYWHERE) for page in hostile.values()) > 100
    assert all(EVERYWHERE in page.text for page in hostile.values())
    ElementTree.fromstring((tmp_path / "hostile-site/sitemap.xml").read_bytes())  # noqa: S314  our own file


MARKDOWN = """# 怎么看 <script>alert(1)</script>

<img src=x onerror=alert(1)> <a href="javascript:alert(1)">那里</a> <style>*{display:none}</style> <iframe src="https://xinhe.example.org/"></iframe>
[也](javascript:alert(1)) [再](data:text/html;base64,PHNjcmlwdD4=)
<form action="https://xinhe.example.org/"><input name=x></form> <base href="https://xinhe.example.org/"> <meta http-equiv="refresh" content="0;url=https://xinhe.example.org/">
<svg onload=alert(1)><p onclick=alert(1) style="position:fixed" id="main">文</p>

{{ config.site_name }} {% include "/etc/hostname" %}
"""


def test_a_hand_written_page_is_sanitised(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    (root / "content" / "guide.md").write_text(MARKDOWN, encoding="utf-8")
    refused = mingbai_here("-C", root, "build", "--as-of", "2026-11-10")
    assert (refused.returncode, "COM108" in refused.stdout) == (1, True)
    mingbai_here("-C", root, "build", "--draft", "--as-of", "2026-11-10", "--site-dir", tmp_path / "site")
    text = (tmp_path / "site/guide/index.html").read_text(encoding="utf-8")
    page = Document(text)

    assert [e for e in page.elements if e.tag in ("iframe", "style", "base", "object", "embed")] == []
    assert [e for e in page.elements if e.tag == "form"] == []
    assert [e for e in page.all("script") if not e.get("src").endswith(".js")] == []
    assert [e for e in page.all("meta") if e.get("http-equiv") not in ("", "Content-Security-Policy")] == []
    assert not any(name.startswith("on") or name == "style" for e in page.elements for name, _ in e.attributes)
    assert [link for link in page.addresses() if link.lower().startswith(("javascript:", "data:", "vbscript:"))] == []
    assert "{{ config.site_name }}" in page.text


def test_a_picture_from_another_host_is_not_published(tmp_path: Path) -> None:
    """No sub-resource from another host: such a picture is refused with its place, or at least left out."""
    root = small_community(tmp_path / "community")
    (root / "content" / "guide.md").write_text("# 怎么看\n\n![图](https://evil.example/x.png)\n", encoding="utf-8")
    if mingbai_here("-C", root, "build", "--as-of", "2026-11-10").returncode == 0:
        assert [e.get("src") for e in documents(root / "site")["guide/"].all("img") if "//" in e.get("src")] == []


def test_a_link_to_a_host_nobody_listed_is_not_published(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    (root / "content" / "guide.md").write_text("# 怎么看\n\n[那里](https://evil.example/)\n", encoding="utf-8")
    if mingbai_here("-C", root, "build", "--as-of", "2026-11-10").returncode == 0:
        assert "https://evil.example/" not in documents(root / "site")["guide/"].addresses()


def test_a_link_that_leads_out_of_the_community_is_not_published(tmp_path: Path) -> None:
    root = small_community(tmp_path / "community")
    secret = tmp_path / "secret.md"
    secret.write_text("# 秘密\n\n不能公布\n", encoding="utf-8")
    (root / "content" / "secret.md").symlink_to(secret)
    mingbai_here("-C", root, "build", "--as-of", "2026-11-10")

    assert [name for name, content in tree(root / "site").items() if "不能公布".encode() in content] == []
