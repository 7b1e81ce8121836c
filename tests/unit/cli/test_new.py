"""`mingbai new`: a starter in the right place, with the next free id, that checks clean."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

MATTERS = ("三会", "四议两公开", "一事一议", "其他")
ELECTIONS = ("换届选举", "补选", "监督委员会推选", "代表推选", "罢免", "罢免理事、监事", "理事会选举", "监事会选举", "成员代表选举")
PACTS = ("自治章程", "居民公约", "专项公约", "楼道公约", "三约（社区—党员干部）", "三约（社区—居民）", "三约（居民—居民）")


def _clean(mingbai: Any) -> None:
    code, out, _ = mingbai("check", "--strict")
    assert code == 0, out


def _rewrite(mingbai: Any, community: Path) -> None:
    """What the secretary does with a new month: until the samples are rewritten nothing is published."""
    code, out, _ = mingbai("check")
    assert (code, "COM107" in out) == (1, True)
    for path in (community / "ledgers/finance").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("示例收入，请改写", "街道拨付经费").replace("示例支出，请改写", "购打印纸"), "utf-8")


def _rewritten(mingbai: Any, community: Path) -> None:
    """The same with any other starter: it says that it is a sample, once rewritten it is clean."""
    code, out, _ = mingbai("check")
    assert (code, "COM107" in out) == (1, True)
    for path in (community / "ledgers").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("，请改写", ""), "utf-8")
    _clean(mingbai)


def test_months_follow_each_other_and_check_clean(mingbai: Any, community: Path) -> None:
    for month in ("2026-01", "2026-02", "2026-03"):
        code, out, err = mingbai("new", "finance")
        assert (code, out) == (0, f"ledgers/finance/committee/{month}.yml\n")
        assert "mingbai check" in err
        _rewrite(mingbai, community)
        _clean(mingbai)
    text = (community / "ledgers/finance/committee/2026-03.yml").read_text("utf-8")
    assert "账户: bank" in text
    assert "凭证: 03-001" in text
    assert "#     - 账户: cash" in text


def test_a_month_takes_over_who_handles_and_the_cut_off(mingbai: Any, community: Path) -> None:
    folder = community / "ledgers/finance/committee"
    folder.mkdir(parents=True)
    (folder / "2026-01.yml").write_text(
        "期间: 2026-01\n起: 2025-12-26\n止: 2026-01-25\n默认:\n  账户: cash\n  经办: 出纳\n  证明: 文书\n  审批: 主任\n本期无: {签署: 主任, 日期: 2026-01-26}\n",
        "utf-8",
    )
    mingbai("new", "finance")
    text = (folder / "2026-02.yml").read_text("utf-8")

    assert "起: 2026-01-26\n止: 2026-02-25\n" in text
    assert "  账户: cash\n  经办: 出纳\n  证明: 文书\n  审批: 主任\n" in text
    _rewrite(mingbai, community)
    assert mingbai("check")[0] == 0  # the sample income now lies in the cash box, which is a warning of its own


def test_a_month_may_be_named_and_the_book_must_be_where_there_are_several(mingbai: Any, community: Path) -> None:
    path = community / "ledgers/community.yml"
    second = "  - 编号: party\n    名称: 党组织经费\n    主体: 党组织\n    启用: 2026-02-01\n    账户:\n      - {编号: bank, 名称: 专户, 种类: 银行, 期初: 0.00}\n资金:\n"
    path.write_text(path.read_text("utf-8").replace("资金:\n", second, 1), "utf-8")

    code, _, err = mingbai("new", "finance")
    assert (code, "committee、party" in err) == (2, True)
    assert mingbai("new", "finance", "--book", "party")[1] == "ledgers/finance/party/2026-02.yml\n"
    assert mingbai("new", "finance", "--book", "committee", "--date", "2026-01-15")[1] == "ledgers/finance/committee/2026-01.yml\n"
    assert mingbai("new", "finance", "--book", "nobody")[0] == 2
    _rewrite(mingbai, community)
    _clean(mingbai)


@pytest.mark.parametrize("type", ["议事会", "yishi", "居民代表会议", "jumin", "两委会议", "居民议事会"])
@pytest.mark.parametrize("date", ["2026-03-05", "2026-05-01"])
def test_meetings_past_and_to_come_check_clean(mingbai: Any, community: Path, type: str, date: str) -> None:
    code, out, _ = mingbai("new", "meetings", "--type", type, "--date", date)

    assert code == 0
    assert out.startswith(f"ledgers/meetings/2026/{date}-")
    _rewritten(mingbai, community)


def test_a_meeting_to_come_starts_as_a_notice_with_its_agenda(mingbai: Any, community: Path) -> None:
    """As of 2026-03-20: called today where twelve days before lie ahead; time, place and items, no figures."""
    mingbai("new", "meetings", "--type", "居民会议", "--date", "2026-05-01")
    text = (community / "ledgers/meetings/2026/2026-05-01-jumin.yml").read_text("utf-8")
    assert "通知日期: 2026-03-20" in text
    assert "谁可以来: " in text
    assert len(re.findall(r"^ +议题: ", text, re.MULTILINE)) >= 2
    assert not re.search(r"应到|同意|结果|落实|党组织|文本|^记录", text, re.MULTILINE)


def test_the_second_meeting_of_a_day_is_the_second(mingbai: Any, community: Path) -> None:
    assert mingbai("new", "meetings")[1] == "ledgers/meetings/2026/2026-03-20-yishi.yml\n"
    assert mingbai("new", "meetings")[1] == "ledgers/meetings/2026/2026-03-20-yishi-2.yml\n"
    assert "2026-03-20-yishi-2/1" in (community / "ledgers/meetings/2026/2026-03-20-yishi-2.yml").read_text("utf-8")
    _rewritten(mingbai, community)


@pytest.mark.parametrize("kind", ["matters", "pacts", "services"])
def test_every_other_kind_starts_from_its_example(mingbai: Any, community: Path, kind: str) -> None:
    code, out, _ = mingbai("new", kind)
    assert code == 0
    _rewritten(mingbai, community)
    assert mingbai("new", kind, "--id", "mine")[1] == f"ledgers/{kind}/mine.yml\n"
    _rewritten(mingbai, community)
    assert mingbai("new", kind)[1] != out
    text = (community / out.strip()).read_text("utf-8")
    assert "#" in text


@pytest.mark.parametrize("kind, type", [("matters", t) for t in MATTERS] + [("elections", t) for t in ELECTIONS] + [("pacts", t) for t in PACTS])
def test_a_procedure_and_an_election_start_as_what_was_asked_for(mingbai: Any, community: Path, kind: str, type: str) -> None:
    code, out, _ = mingbai("new", kind, "--type", type, "--id", "one")
    assert (code, out) == (0, f"ledgers/{kind}/one.yml\n")
    assert f"\n种类: {type}\n" in (community / f"ledgers/{kind}/one.yml").read_text("utf-8")
    _rewritten(mingbai, community)
    assert mingbai("fmt", "--check")[0] == 0


def test_the_six_steps_begin_with_the_proposal_and_a_recall_with_who_asked(mingbai: Any, community: Path) -> None:
    mingbai("new", "matters", "--type", "四议两公开", "--id", "one")
    mingbai("new", "elections", "--type", "罢免", "--id", "two")
    assert "\n提议:\n" in (community / "ledgers/matters/one.yml").read_text("utf-8")
    assert "\n罢免要求:\n" in (community / "ledgers/elections/two.yml").read_text("utf-8")


def test_nothing_is_overwritten(mingbai: Any, community: Path) -> None:
    mingbai("new", "pacts", "--id", "mine")
    (community / "ledgers/pacts/mine.yml").write_text("x: y\n", "utf-8")

    assert mingbai("new", "pacts", "--id", "mine")[0] == 2
    assert (community / "ledgers/pacts/mine.yml").read_text("utf-8") == "x: y\n"
    mingbai("new", "finance")
    assert mingbai("new", "finance", "--date", "2026-01-01")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("community",),
        ("nothing",),
        ("pacts", "--id", "../x"),
        ("pacts", "--id", "中文"),
        ("pacts", "--book", "committee"),
        ("finance", "--id", "x"),
        ("finance", "--type", "yishi"),
        ("meetings", "--type", "茶话会"),
        ("meetings", "--date", "soon"),
    ],
)
def test_what_means_nothing_is_refused(mingbai: Any, community: Path, arguments: tuple[str, ...]) -> None:
    assert mingbai("new", *arguments)[0] == 2


def test_the_steps_told_in_a_starter_stay_in_their_order(mingbai: Any, community: Path) -> None:
    mingbai("new", "pacts", "--id", "one")
    days = re.findall(
        r"^ *#? *(?:止|日期|表决|公布|生效): (\d{4}-\d{2}-\d{2})", (community / "ledgers/pacts/one.yml").read_text("utf-8"), re.MULTILINE
    )
    assert len(days) == 6
    assert days == sorted(days)


REGISTERS = {
    "admission": "admission/2026-shixiang.yml",
    "appraisals": "appraisals/2026.yml",
    "objections": "objections/2026.yml",
    "assets": "finance/committee/assets.yml",
    "budget": "finance/committee/budget/2026.yml",
    "commitments": "commitments/2026.yml",
    "contracts": "finance/committee/contracts.yml",
    "debts": "finance/committee/debts.yml",
    "distribution": "finance/committee/distribution/2025.yml",
    "donations": "finance/committee/donations.yml",
    "goods": "finance/committee/goods.yml",
    "handovers": "handovers/2026-03-20-jiaojie.yml",
    "levies": "finance/committee/levies/2026-shixiang.yml",
    "projects": "projects/2026-xiangmu.yml",
    "resources": "finance/committee/resources.yml",
}


@pytest.mark.parametrize("kind, path", REGISTERS.items())
def test_a_register_asks_only_to_be_filled_in_and_then_holds_no_error(mingbai: Any, community: Path, kind: str, path: str) -> None:
    code, out, _ = mingbai("new", kind)
    assert (code, out) == (0, f"ledgers/{path}\n")
    code, out, _ = mingbai("check", "-f", "json")
    assert {f["code"] for f in json.loads(out)["findings"] if f["severity"] == "error"} == {"COM107"}
    file = community / "ledgers" / path
    file.write_text(file.read_text("utf-8").replace("，请改写", ""), "utf-8")
    assert mingbai("check")[0] == 0
    assert mingbai("fmt", "--check")[0] == 0


@pytest.mark.parametrize("kind", ["contracts", "budget"])
def test_a_register_stands_once_a_book(mingbai: Any, community: Path, kind: str) -> None:
    assert mingbai("new", kind)[0] == 0
    code, _, err = mingbai("new", kind)
    assert (code, "已经有了，不动它" in err) == (2, True)
    assert mingbai("new", kind, "--id", "x")[0] == 2
    assert mingbai("new", kind, "--book", "nobody")[0] == 2


def test_levies_stand_side_by_side(mingbai: Any, community: Path) -> None:
    assert mingbai("new", "levies")[1] == "ledgers/finance/committee/levies/2026-shixiang.yml\n"
    assert mingbai("new", "levies")[1] == "ledgers/finance/committee/levies/2026-shixiang-2.yml\n"
    assert mingbai("new", "levies", "--id", "2026-road")[1] == "ledgers/finance/committee/levies/2026-road.yml\n"


def test_tasks_are_numbered_where_the_name_is_taken(mingbai: Any, community: Path) -> None:
    assert mingbai("new", "admission")[1] == "ledgers/admission/2026-shixiang.yml\n"
    assert mingbai("new", "admission")[1] == "ledgers/admission/2026-shixiang-2.yml\n"


def test_the_help_names_every_kind_that_can_be_started(mingbai: Any, community: Path) -> None:
    _, _, err = mingbai("new", "nothing")
    named = re.search(r"有：([^。]*)。", err)
    assert named
    for lang in ("zh", "en"):
        said = mingbai("--lang", lang, "new", "--help")[1]
        assert [kind for kind in named[1].split("、") if kind not in said] == []
