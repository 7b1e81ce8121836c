"""`mingbai due`, and the entries it drafts for the register: the day is a person's, signatures are never invented, what has nothing to show is left alone."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from mingbai import pipeline
from mingbai.diagnostics import Severity
from mingbai.kinds.disclosures.duties import State, standings
from tests.support.building import REPOSITORY
from tests.unit.kinds.disclosures.test_duties import entry

REGISTER = "ledgers/disclosures/2026.yml"


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village of the third demonstration on 20 May, its register ending on 6 April after a remark of the secretary's."""
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-05-20")
    root = tmp_path / "liuxi"
    shutil.copytree(REPOSITORY / "examples/liuxi", root)
    text = (root / REGISTER).read_text("utf-8")
    head, *entries = text.split("  - 事项: ")
    kept = [e for e in entries if e.split("公布日: ")[1][:10] <= "2026-04-06"]
    (root / REGISTER).write_text(head + "".join("  - 事项: " + e for e in kept[:-1]) + "  # 三月的都贴了\n  - 事项: " + kept[-1], "utf-8")
    monkeypatch.chdir(root)
    assert kept != entries
    return root


def drafted(mingbai: Any, *more: str) -> dict[str, Any]:
    code, out, _ = mingbai("due", "--propose", "--date", "2026-05-18", "-f", "json", *more)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_entries_are_drafted_and_nothing_is_written(mingbai: Any, village: Path) -> None:
    before = (village / REGISTER).read_bytes()
    code, out, err = mingbai("due", "--propose", "--date", "2026-05-18", "--item", "V10")
    assert code == 0
    assert out.splitlines()[:6] == [
        "  # 要签：经办（文书、报账员、出纳）；主管会计（会计）；民主理财（监督委员会主任）；负责（主任）。签了再写“签署”",
        "  # 晚了：最晚 2026-04-15。写上“原因”",
        "  - 事项: V10",
        "    期间: 2026-Q1",
        "    公布日: 2026-05-18",
        "    渠道: [网站, 公开栏]",
    ]
    assert "什么也没有写" in err
    assert (village / REGISTER).read_bytes() == before


def test_written_entries_answer_what_was_open_keep_comments_and_are_canonical(mingbai: Any, village: Path) -> None:
    before = (village / REGISTER).read_text("utf-8")
    offered = drafted(mingbai)
    code, out, _ = mingbai("due", "--propose", "--date", "2026-05-18", "--write")
    assert code == 0
    assert out.startswith(f"{REGISTER}  接上 {len(offered['entries'])} 段：")
    after = (village / REGISTER).read_text("utf-8")
    assert after == before + offered["yaml"]
    assert "  # 三月的都贴了\n" in after
    assert "签署:" not in offered["yaml"]
    assert mingbai("fmt", "--check")[0] == 0
    assert drafted(mingbai)["entries"] == []
    checked = pipeline.check(village, datetime.date(2026, 5, 20))
    assert [f for f in checked.findings if f.place.path == REGISTER and f.severity is Severity.ERROR] == []
    left = [o for s in standings(checked.books) for o in s.obligations if o.state is State.MISSING]
    assert {(o.item.id, str(o.due.day)) for o in left} == {(r["item"], r["due"]) for r in offered["without_evidence"] if r["due"] < "2026-05-20"}
    assert left


def test_events_of_an_item_stand_in_one_entry_and_only_those_that_had_happened(mingbai: Any, village: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The representatives met on 16 April and on 16 July."""
    monkeypatch.setenv("MINGBAI_AS_OF", "2026-07-20")
    one, two = (mingbai("due", "--propose", "--date", day, "--item", "V01", "-f", "json")[1] for day in ("2026-07-15", "2026-07-16"))
    assert [e["nodes"]["对象"] for e in json.loads(one)["entries"] if "期间" not in e["nodes"]] == ["2026-04-16-cunmindaibiao/1"]
    met = ["2026-04-16-cunmindaibiao/1", "2026-07-16-cunmindaibiao/1", "2026-07-16-cunmindaibiao/2"]
    assert [e["nodes"]["对象"] for e in json.loads(two)["entries"] if "期间" not in e["nodes"]] == [met]


def test_a_period_without_anything_in_the_ledgers_is_named_and_left_to_a_person(mingbai: Any, village: Path) -> None:
    code, out, err = mingbai("due", "--propose", "--date", "2026-05-18", "--item", "V09")
    assert (code, out) == (0, "没有要代拟的：该公布的都登记了，或者台账里还没有依据。\n")
    assert "不代拟" in err
    assert "V09" in err
    assert drafted(mingbai, "--item", "V09")["without_evidence"][0]["item"] == "V09"


def test_channels_are_those_given(mingbai: Any, village: Path) -> None:
    given = drafted(mingbai, "--item", "V10", "--channel", "公开栏", "--channel", "明白纸")
    assert given["entries"][0]["nodes"]["渠道"] == ["公开栏", "明白纸"]


def test_a_new_year_begins_a_new_file(mingbai: Any, village: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINGBAI_AS_OF", "2027-01-12")
    assert mingbai("due", "--propose", "--date", "2027-01-11", "--item", "V10", "--write")[0] == 0
    text = (village / "ledgers/disclosures/2027.yml").read_text("utf-8")
    assert text.startswith("# 每公布一次记一段")
    assert "期间: 2026-Q3\n    公布日: 2027-01-11" in text
    assert mingbai("fmt", "--check")[0] == 0


def test_an_empty_register_is_filled(mingbai: Any, village: Path) -> None:
    (village / REGISTER).write_text("公开: []\n", "utf-8")
    assert mingbai("due", "--propose", "--date", "2026-05-18", "--item", "V10", "--write")[0] == 0
    assert (village / REGISTER).read_text("utf-8").startswith("公开:\n  # 要签")


def test_keys_and_remarks_follow_the_language_of_the_community(mingbai: Any, village: Path) -> None:
    community = village / "ledgers/community.yml"
    community.write_text(community.read_text("utf-8") + "栏目语言: 英文\n", "utf-8")
    (village / REGISTER).write_text("entries:\n" + entry("V19", "2026-01-10", signed="S0"), "utf-8")
    _, out, _ = mingbai("due", "--propose", "--date", "2026-05-18", "--item", "V10")
    assert "    day: 2026-05-18\n    channels: [网站, 公开栏]\n" in out
    assert "  # to be signed: " in out
    assert "  # late: it was due on 2026-04-15" in out


def test_a_register_that_cannot_be_read_is_left_alone(mingbai: Any, village: Path) -> None:
    (village / "ledgers/disclosures/2025.yml").write_text("公开: []\n", "utf-8")
    (village / REGISTER).write_text("公开:\n  - 事项: V10\n    公布日: 昨天\n", "utf-8")
    code, out, _ = mingbai("due", "--propose", "--date", "2026-05-18", "--write")
    assert code == 1
    assert "还读不了" in out
    assert (village / REGISTER).read_text("utf-8").endswith("昨天\n")


@pytest.mark.parametrize(
    "arguments, why",
    [
        (("--propose",), "要写公布日"),
        (("--propose", "--date", "2026-05-21"), "还没有到"),
        (("--propose", "--date", "2026-05-18", "--item", "U08"), "U08"),
        (("--write",), "要同 --propose 一起写"),
        (("--date", "2026-05-18"), "要同 --propose 一起写"),
    ],
)
def test_wrong_use_is_told(mingbai: Any, village: Path, arguments: tuple[str, ...], why: str) -> None:
    code, _, err = mingbai("due", *arguments)
    assert code == 2
    assert why in err


def test_without_a_register_there_is_nothing_to_propose(mingbai: Any, community: Path) -> None:
    code, _, err = mingbai("due", "--propose", "--date", "2026-03-19")
    assert code == 2
    assert "mingbai new disclosures" in err


def test_it_speaks_english(mingbai: Any, village: Path) -> None:
    _, out, err = mingbai("due", "--propose", "--date", "2026-05-18", "--item", "V10", "--item", "V09", "--write", "--lang", "en")
    assert out.splitlines()[0] == f"{REGISTER}  1 entry added:"
    assert "Nothing in the ledgers, not drafted" in err


def test_what_is_due_names_who_signs_in_the_language_spoken(mingbai: Any, village: Path) -> None:
    _, out, _ = mingbai("due", "--lang", "en")
    assert "to be signed by the person in charge, the supervisors" in out
    assert not any("\u4e00" <= c <= "\u9fff" for line in out.splitlines() if "signed by" in line for c in line)
    assert "签字：负责、审查" in mingbai("due")[1]
