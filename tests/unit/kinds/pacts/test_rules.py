"""Rules of pacts, tried by the text a secretary types."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.diagnostics import Severity
from mingbai.kinds.pacts import KIND
from mingbai.schema.record import fields
from tests.unit.kinds.pacts.ledger import (
    ALL,
    EFFECTIVE,
    FILING,
    MANDATE,
    MEETINGS,
    OPINIONS,
    PACT,
    REGISTER,
    REVIEW,
    VOTE,
    books,
    codes,
    findings,
    law,
    meeting,
    pact,
    version,
)

SECOND = (
    OPINIONS.replace("2026-02", "2026-08"),
    REVIEW.replace("03-06", "09-07"),
    MANDATE,
    "表决: 2026-09-18-daibiao/1",
    FILING.replace("04-02", "09-24"),
)


def test_a_pact_that_took_every_step_is_clean() -> None:
    assert codes(pact(version(1, *ALL), version(2, *SECOND, "生效: 2026-10-01"))) == []


def test_a_bare_draft_is_clean() -> None:
    assert codes(pact(version(1))) == []


def without(step: str) -> tuple[str, ...]:
    return tuple(s for s in ALL if s != step)


def instead(step: str, other: str) -> tuple[str, ...]:
    return tuple(other if s == step else s for s in ALL)


@pytest.mark.parametrize(
    "steps, expected",
    [
        (instead(VOTE, "表决: 2026-05-09-daibiao/1"), "PAC001"),
        (instead(OPINIONS, OPINIONS.replace("采纳: 5", "采纳: 13")), "PAC006"),
        (instead(OPINIONS, "征求意见: {起: 2026-02-20, 止: 2026-02-01}"), "PAC007"),
        ((*ALL, "废止: 2026-04-01"), "PAC007"),
        (instead(REVIEW, REVIEW.replace("03-06", "03-29")), "PAC008"),
        (instead(REVIEW, REVIEW.replace("03-06", "02-19")), "PAC008"),
        (instead(FILING, FILING.replace("04-02", "03-27")), "PAC008"),
        ((*ALL, "公布: 2026-03-27"), "PAC008"),
        (instead(EFFECTIVE, "生效: 2026-03-27"), "PAC009"),
        (without(FILING), "PAC011"),
        (without(REVIEW), "PAC012"),
        (without(OPINIONS), "PAC013"),
        (instead(OPINIONS, "征求意见: {起: 2026-02-01, 止: 2026-02-07}"), "PAC014"),  # six days: the first is not counted
        (instead(OPINIONS, "征求意见: {起: 2026-02-01, 止: 2026-02-01}"), "PAC014"),
        (without(MANDATE), "PAC015"),
    ],
)
def test_one_thing_wrong_is_found_once(steps: tuple[str, ...], expected: str) -> None:
    found = [f for f in findings(pact(version(1, *steps))) if f.code.id == expected]

    assert len(found) == 1
    assert found[0].message("zh")
    assert found[0].message("en")
    assert found[0].record >= 0


def test_a_mandate_that_failed_is_none() -> None:
    """Nor is it told a second time that representatives cannot authorise themselves."""
    steps = instead(MANDATE, "授权: 2026-05-09-daibiao/1")

    assert codes(pact(version(1, *steps))) == ["PAC008", "PAC016"]


@pytest.mark.parametrize(
    "mandate, body",
    [
        ("2026-01-16-daibiao/1", "居民代表会议"),
        ("2026-03-28-daibiao/1", "居民代表会议"),  # the vote itself
        ("2026-01-17-juweihui/1", "居委会会议"),
    ],
)
def test_only_the_assembly_can_authorise(mandate: str, body: str) -> None:
    """Urban law art. 30: representatives do not authorise themselves, nor does the committee."""
    earlier = dict([meeting("2026-01-16", "daibiao", "居民代表会议"), meeting("2026-01-17", "juweihui", "居委会会议")])
    text = PACT.format(kind="专项公约", maker="居民代表会议") + version(1, *instead(MANDATE, f"授权: {mandate}"))
    (found,) = findings(books({"pacts/yangquan.yml": text, **earlier}))

    assert found.code.id == "PAC080"
    assert found.message("zh") == f"第 1 版引用的授权 {mandate} 是{body}的决议，能授权的是居民会议、村民会议"
    assert found.basis[0].article == "30"


def test_a_version_left_out_is_told() -> None:
    """4, then 6: residents ask for the fifth. A pact whose first text is lost may begin at any number."""
    fourth, sixth = version(4, VOTE, EFFECTIVE), version(6, "表决: 2026-09-18-daibiao/1", "生效: 2026-10-01")
    (found,) = findings(pact(fourth, sixth, kind="楼道公约"))

    assert (found.code.id, found.message("zh")) == ("PAC081", "第 4 版后面就是第 6 版，中间缺第 5 版")
    assert codes(pact(fourth, sixth.replace("版本: 6", "版本: 5"), kind="楼道公约")) == []


def test_a_pact_that_needs_no_mandate_is_not_asked_who_gave_one() -> None:
    assert codes(pact(version(1, "授权: 2026-03-28-daibiao/1", VOTE, EFFECTIVE), kind="楼道公约")) == []


def test_a_vote_before_its_mandate_is_out_of_order() -> None:
    steps = instead(MANDATE, "授权: 2026-09-19-jumin/1")

    assert codes(pact(version(1, *steps))) == ["PAC008"]


def test_seven_days_for_opinions_are_enough() -> None:
    assert codes(pact(version(1, "征求意见: {起: 2026-11-01, 止: 2026-11-08}"))) == []


def test_the_same_day_counts_as_in_order() -> None:
    steps = (OPINIONS.replace("止: 2026-02-20", "止: 2026-03-28"), REVIEW.replace("03-06", "03-28"), MANDATE, VOTE, FILING.replace("04-02", "03-28"))

    assert codes(pact(version(1, *steps, "公布: 2026-03-28", "生效: 2026-03-28"))) == []


@pytest.mark.parametrize("day, expected", [("2026-11-10", ["PAC010"]), ("2026-11-11", [])])
def test_an_effective_date_without_a_vote_is_told_once_it_has_come(day: str, expected: list[str]) -> None:
    assert codes(pact(version(1, f"生效: {day}"))) == expected


def test_filing_is_not_asked_for_before_the_text_holds() -> None:
    assert codes(pact(version(1, *without(FILING)), as_of=datetime.date(2026, 4, 14))) == []


def test_neighbours_own_pacts_need_neither_review_nor_filing_nor_mandate() -> None:
    assert codes(pact(version(1, VOTE, EFFECTIVE), kind="楼道公约")) == []


def test_the_assembly_needs_no_mandate() -> None:
    steps = (
        OPINIONS.replace("2026-02", "2025-12"),
        REVIEW.replace("03-06", "01-05"),
        "表决: 2026-01-24-jumin/1",
        FILING.replace("04-02", "02-03"),
        EFFECTIVE,
    )

    assert codes(pact(version(1, *steps), kind="居民公约", maker="居民会议")) == []


def test_a_committee_cannot_make_a_pact() -> None:
    steps = instead(VOTE, "表决: 2026-05-10-juweihui/1")

    assert "PAC018" in codes(pact(version(1, *steps), kind="居民公约"))


def test_the_body_that_votes_is_the_one_that_makes_it() -> None:
    assert codes(pact(version(1, VOTE, EFFECTIVE), kind="楼道公约", maker="议事会")) == ["PAC017"]
    assert codes(pact(version(1, "表决: 2026-05-11-yishi/1", "生效: 2026-06-01"), kind="楼道公约", maker="居民议事会")) == []
    assert codes(pact(version(1, VOTE, EFFECTIVE), kind="楼道公约", maker="3 号楼居民小组")) == []


def test_an_assemblys_pact_may_be_voted_by_its_authorised_representatives() -> None:
    assert codes(pact(version(1, *ALL), maker="居民会议")) == []


def test_versions_bear_numbers_of_their_own() -> None:
    (found,) = findings(pact(version(1), version(2), version(1)))

    assert found.code.id == "PAC002"
    assert found.values["next"] == 3
    assert len(found.related) == 1


def test_a_date_before_the_vote_counts_from_the_vote() -> None:
    """The second version claims the first one's day but binds from its own vote on, so the two never hold at once."""
    assert codes(pact(version(2, *SECOND, "生效: 2026-04-15"), version(1, *ALL))) == ["PAC009"]


def test_two_texts_from_the_same_day_are_refused() -> None:
    assert codes(pact(version(1, *ALL), version(2, *ALL))) == ["PAC003"]


@pytest.mark.parametrize(
    "numbers, expected",
    [
        ((1, 2, 3), []),
        ((1, 3), ["PAC005"]),
        ((2, 3), ["PAC005"]),
        ((1, 2, 2, 3), ["PAC004"]),
        ((2, 1), ["PAC005", "PAC005"]),
        ((0, 1), ["PAC005"]),
    ],
)
def test_articles_are_numbered_in_a_row(numbers: tuple[int, ...], expected: list[str]) -> None:
    assert codes(pact(version(1, articles=tuple((n, "牵绳。") for n in numbers)))) == expected


def test_a_decision_that_cannot_be_found_accuses_nobody_here() -> None:
    assert codes(pact(version(1, "表决: 2026-12-31-daibiao/9", EFFECTIVE), kind="楼道公约")) == []


@given(st.permutations([version(1, *ALL), version(2, *SECOND, "生效: 2026-10-01"), version(3)]))
def test_the_order_of_versions_in_the_file_never_matters(versions: list[str]) -> None:
    assert codes(pact(*versions)) == []


@pytest.mark.parametrize("kind", ["三约（社区—党员干部）", "三约：社区—居民", "among residents", "村规民约", "charter"])
def test_every_kind_may_be_typed_in_either_language(kind: str) -> None:
    assert codes(books({"pacts/a.yml": f"名称: 公约\n种类: {kind}\n制定主体: 村民会议\n适用范围: 全村\n签约方: 村民\n版本:\n{version(1)}"})) == []


def test_every_code_cites_what_the_law_pack_knows() -> None:
    assert len(KIND.all_codes) == 28
    assert all(law().knows(cite) for code in KIND.all_codes for cite in code.basis)
    assert len({c.id for c in KIND.all_codes}) == 28


def test_only_the_note_is_kept_back() -> None:
    root = KIND.shapes[0].record

    assert [f.name for f in fields(root).values() if f.privacy.value != "public"] == ["note"]


def test_what_blocks_is_what_must_not_be_shown() -> None:
    blocking = {c.id for c in KIND.all_codes if c.severity is Severity.ERROR}

    assert blocking == {"PAC001", "PAC002", "PAC003", "PAC004", "PAC006", "PAC007", "PAC016"}


def test_a_result_that_is_left_to_be_computed_counts_as_well() -> None:
    """The minutes may leave 结果 out: votes and quorum decide, for the pact too."""
    for kept, expected in (("2026-03-28-daibiao", []), ("2026-05-09-daibiao", ["PAC001"])):
        path = f"meetings/2026/{kept}.yml"
        untold = "".join(line for line in MEETINGS[path].splitlines(keepends=True) if "结果" not in line)
        text = PACT.format(kind="专项公约", maker="居民代表会议") + version(
            1, OPINIONS, REVIEW, MANDATE, f"表决: {kept}/1", FILING.replace("04-02", "04-07" if expected == [] else "05-19"), "生效: 2026-06-15"
        )
        assert codes(books({path: untold, "pacts/yangquan.yml": text})) == expected


def test_neighbours_who_signed_need_no_vote() -> None:
    """楼道公约 and 三约 hold by being signed; the residents' pact does not."""
    signed = "签约户数: 24\n"

    assert codes(pact(version(1, EFFECTIVE), kind="楼道公约", maker="3 号楼居民", head=signed)) == []
    assert codes(pact(version(1, EFFECTIVE), kind="三约（居民-居民）", maker="3 号楼居民", head=signed + "签约方: 3 号楼住户\n")) == []
    assert codes(pact(version(1, EFFECTIVE), kind="楼道公约", maker="3 号楼居民")) == ["PAC010"]
    assert "PAC010" in codes(pact(version(1, EFFECTIVE), head=signed))


def test_who_signed_a_text_has_not_signed_its_revision() -> None:
    first, revised = version(1, EFFECTIVE), "生效: 2026-09-01"

    def found(second: str) -> list[str]:
        return codes(pact(first, second, kind="楼道公约", maker="3 号楼居民", head="签约户数: 24\n"))

    assert found(version(2, revised)) == ["PAC010"]
    assert found(version(2, "签约户数: 20", revised)) == []


@pytest.mark.parametrize("day, expected", [("2026-04-07", []), ("2026-04-08", ["PAC019"])])
def test_a_pact_is_filed_within_ten_days(day: str, expected: list[str]) -> None:
    """Voted on March 28; the day of the vote is not counted."""
    assert codes(pact(version(1, *without(FILING), FILING.replace("2026-04-02", day)))) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("违者罚款五十元。", ["PAC020"]),
        ("不交的，没收物品，滞纳金照算。", ["PAC020"]),
        ("本公约不设罚款，以劝导为主。", []),
        ("任何人不得以本公约为由罚款。", []),
        ("不听劝的，罚款二十元。", ["PAC020"]),
        ("不得乱停；违者断电。", ["PAC020"]),
    ],
)
def test_pacts_lay_down_no_penalties(text: str, expected: list[str]) -> None:
    assert codes(pact(version(1, *ALL, articles=((1, text),)))) == expected


def test_two_residents_pacts_for_the_same_people_do_not_hold_at_once() -> None:
    steps = (
        OPINIONS.replace("2026-02", "2025-12"),
        REVIEW.replace("03-06", "01-05"),
        "表决: 2026-01-24-jumin/1",
        FILING.replace("04-02", "02-03"),
        EFFECTIVE,
    )
    one = PACT.format(kind="居民公约", maker="居民会议") + version(1, *steps)
    assert codes(books({"pacts/a.yml": one, "pacts/b.yml": one})) == ["PAC021"]
    assert codes(books({"pacts/a.yml": one, "pacts/b.yml": one.replace("全社区", "8 号楼")})) == []
    assert codes(books({"pacts/a.yml": one, "pacts/b.yml": one.rstrip() + "\n    废止: 2026-10-01\n"})) == []


@pytest.mark.parametrize("name, found", [("停车公约", ["PAC021"]), ("停车新约", [])])
def test_of_special_pacts_one_of_a_name_holds(name: str, found: list[str]) -> None:
    steps = (
        OPINIONS.replace("2026-02", "2025-12"),
        REVIEW.replace("03-06", "01-05"),
        "表决: 2026-01-24-jumin/1",
        FILING.replace("04-02", "02-03"),
        EFFECTIVE,
    )
    one = PACT.format(kind="专项公约", maker="居民会议") + version(1, *steps)
    title = next(row for row in one.splitlines() if row.startswith("名称: "))
    first = one.replace(title, "名称: 停车公约", 1)
    assert [c for c in codes(books({"pacts/a.yml": first, "pacts/b.yml": first.replace("停车公约", name)})) if c == "PAC021"] == found


def test_the_three_pacts_say_who_the_parties_are() -> None:
    text = "名称: 约定\n种类: 三约（社区-居民）\n制定主体: 居委会\n版本:\n" + version(1)
    assert codes(books({"pacts/a.yml": text})) == ["PAC022", "PAC022"]


@pytest.mark.parametrize(
    "published, effective, expected",
    [
        ("2026-04-10", "2026-04-15", []),
        ("2026-04-15", "2026-04-15", []),
        ("2026-06-02", "2026-04-15", ["PAC082"]),
        ("2026-04-01", "2026-04-15", ["PAC008"]),
        ("2026-04-02", "2026-04-01", ["PAC082", "PAC082"]),
    ],
)
def test_it_is_filed_then_published_then_it_holds(published: str, effective: str, expected: list[str]) -> None:
    assert codes(pact(version(1, OPINIONS, REVIEW, MANDATE, VOTE, FILING, f"公布: {published}", f"生效: {effective}"))) == expected


def test_what_holds_was_published_by_its_own_day_or_in_the_register() -> None:
    text = PACT.format(kind="专项公约", maker="居民代表会议") + version(1, *ALL)
    silent = REGISTER.replace("yangquan/1, ", "")

    assert codes(books({"pacts/yangquan.yml": text})) == []
    assert codes(books({"pacts/yangquan.yml": text, "disclosures/2026.yml": silent})) == ["PAC083"]
    assert codes(books({"pacts/yangquan.yml": text.replace("生效", "公布: 2026-04-10\n    生效"), "disclosures/2026.yml": silent})) == []


@pytest.mark.parametrize(
    "shown, own, expected",
    [
        ("2026-04-14", "", []),
        ("2026-04-15", "", []),  # on the day it takes effect
        ("2026-04-16", "", ["PAC085"]),
        ("2026-06-02", "", ["PAC085"]),
        ("2026-04-16", "公布: 2026-04-10", []),  # its own day is the first
        ("2026-04-16", "公布: 2026-04-16", ["PAC082"]),  # told once
        ("2026-11-20", "", []),  # to come: the register itself is told
    ],
)
def test_what_only_the_register_says_was_published_is_held_against_its_day(shown: str, own: str, expected: list[str]) -> None:
    text = PACT.format(kind="专项公约", maker="居民代表会议") + version(1, *ALL, *filter(None, (own,)))
    register = REGISTER.replace("2026-04-15", shown)

    assert codes(books({"pacts/yangquan.yml": text, "disclosures/2026.yml": register})) == expected


def test_of_several_publications_of_a_pact_the_first_counts() -> None:
    """A second one, or its correction, says no more of when it was first shown; that there was nothing shows nothing."""
    text = PACT.format(kind="专项公约", maker="居民代表会议") + version(1, *ALL)
    later = REGISTER.replace("\n公开:\n", "").replace("2026-04-15", "2026-05-06")
    register = REGISTER.replace("2026-04-15", "2026-04-10") + later.strip("\n") + "\n"
    (found,) = findings(books({"pacts/yangquan.yml": text, "disclosures/2026.yml": REGISTER.replace("2026-04-15", "2026-05-06")}))

    assert codes(books({"pacts/yangquan.yml": text, "disclosures/2026.yml": register})) == []
    assert found.message("zh") == "第 1 版写 2026-04-15 生效，公开登记（U25）里 2026-05-06 才公布"
    assert found.related[0].path == "ledgers/disclosures/2026.yml"
