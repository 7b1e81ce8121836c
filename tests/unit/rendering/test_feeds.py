"""The calendar and the feed, read again by programs that did not write them."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree as Xml

import vobject
from hypothesis import given
from hypothesis import strategies as st

from mingbai.pages import Ahead, News
from mingbai.rendering.feeds import atom_bytes, calendar_bytes

DAY = datetime.date(2026, 11, 10)
WEB = "https://chunhe.example.org/"
NAME = "春和社区居民委员会"
MEETING = Ahead(
    "meetings/2026-11-20-yishi",
    datetime.datetime(2026, 11, 20, 14, 30),
    "会议",
    "议事会",
    "议题：1 号楼、2 号楼加装电梯怎么分摊；冬天巡逻的班怎么排。",
    "meetings/2026-11-20-yishi/",
    "社区二楼议事厅",
)
DUTY = Ahead("disclosures/U08/2026-Q4", datetime.date(2027, 1, 15), "公开", "公布：财务收支（2026年第四季度）", "最晚这一天公布。", "disclosure/u08/")
ATOM = "{http://www.w3.org/2005/Atom}"


def test_another_program_reads_days_times_and_words() -> None:
    read = vobject.readOne(calendar_bytes([MEETING, DUTY], NAME, WEB, DAY).decode("utf-8"))
    meeting, duty = read.vevent_list
    assert meeting.dtstart.value == datetime.datetime(2026, 11, 20, 6, 30, tzinfo=datetime.UTC)  # half past two in China
    assert (meeting.summary.value, meeting.location.value) == (MEETING.title, MEETING.place)
    assert meeting.description.value == MEETING.words
    assert meeting.url.value == WEB + MEETING.address
    assert duty.dtstart.value == datetime.date(2027, 1, 15)  # the whole day
    assert duty.summary.value == DUTY.title


def test_an_empty_calendar_is_one() -> None:
    assert not hasattr(vobject.readOne(calendar_bytes([], NAME, WEB, DAY).decode("utf-8")), "vevent_list")


def test_what_is_the_same_keeps_its_name_and_two_communities_never_share_one() -> None:
    def uid(name: str, web: str, day: datetime.date) -> str:
        found: str = vobject.readOne(calendar_bytes([DUTY], name, web, day).decode("utf-8")).vevent.uid.value
        return found

    assert uid(NAME, WEB, DAY) == uid("改了名", WEB, DAY.replace(day=11))
    assert uid(NAME, "", DAY) != uid("别的居民委员会", "", DAY)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=120), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_any_words_come_back(title: str, words: str) -> None:
    """Chinese is folded between characters, never inside one; commas, semicolons and backslashes come back."""
    written = calendar_bytes([DUTY._replace(title=title, words=words)], NAME, WEB, DAY)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    event = vobject.readOne(written.decode("utf-8")).vevent
    assert (event.summary.value, event.description.value) == (title, words)

    feed = atom_bytes([News("a", DAY, "公布", title, words, "disclosure/u08/")], NAME, WEB, DAY, "feed.xml")
    entry = Xml.fromstring(feed).find(f"{ATOM}entry")  # noqa: S314  written here
    assert entry is not None
    assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary") or "") == (f"公布：{title}", words)


def test_the_feed_names_when_what_and_where() -> None:
    new = [
        News(
            "disclosures/U08/2026-Q3",
            datetime.date(2026, 10, 13),
            "公布",
            "财务收支（2026年第三季度）",
            "公布在公开栏。",
            "disclosure/u08/#p-2026-q3",
        ),
        News(
            "finance/committee/2026-09/09-003",
            datetime.date(2026, 10, 2),
            "更正",
            "印刷费（更正）",
            "金额由“300.00”改为“30.00”。",
            "finance/committee/2026/09/",
        ),
    ]
    root = Xml.fromstring(atom_bytes(new, NAME, WEB, DAY, "feed.xml"))  # noqa: S314  written here
    assert root.findtext(f"{ATOM}updated") == "2026-10-13T00:00:00+08:00"
    assert [e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")] == ["公布：财务收支（2026年第三季度）", "更正：印刷费（更正）"]
    links = [link.get("href") for e in root.findall(f"{ATOM}entry") for link in e.findall(f"{ATOM}link")]
    assert links == [f"{WEB}disclosure/u08/#p-2026-q3", f"{WEB}finance/committee/2026/09/"]
    ids = [e.findtext(f"{ATOM}id") for e in root.iter() if e.tag in (f"{ATOM}entry", f"{ATOM}feed")]
    assert len(set(ids)) == len(ids) == 3


def test_without_an_address_links_are_relative_to_the_site() -> None:
    root = Xml.fromstring(atom_bytes([News("a", DAY, "公布", "甲", "乙", "disclosure/u08/")], NAME, "", DAY, "feed.xml"))  # noqa: S314
    assert [link.get("href") for link in root.iter(f"{ATOM}link")] == ["feed.xml", "./", "disclosure/u08/"]


def test_the_newest_hundred_are_kept() -> None:
    many = [News(str(n), DAY, "公布", str(n), "", "") for n in range(130)]
    entries = Xml.fromstring(atom_bytes(many, NAME, WEB, DAY, "feed.xml")).findall(f"{ATOM}entry")  # noqa: S314
    assert [e.findtext(f"{ATOM}title") for e in entries[::99]] == ["公布：0", "公布：99"]
