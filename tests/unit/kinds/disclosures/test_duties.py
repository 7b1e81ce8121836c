"""What must be published by when, and what has been: a catalogue of one item, a ledger or two, the day they are read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.books import Books
from mingbai.kinds.disclosures.clocks import clock
from mingbai.kinds.disclosures.duties import Obligation, Standing, State, standings
from mingbai.kinds.disclosures.records import Disclosure
from tests.base.community import checked, codes, laid_over

FILE = "disclosures/2026.yml"
EXAMPLES = Path(__file__).parents[4] / "examples"
SIGNED = {
    "SF": ("文书", "会计", "监督委员会主任", "主任"),
    "S1": ("主任", "监督委员会主任"),
    "SM+S1": ("主任", "文书", "监督委员会主任"),
    "S0": ("主任",),
    "SM": ("主任", "文书"),
}


def entry(item: str, day: str, more: str = "", signed: str = "SF") -> str:
    names = "".join(f"      - 角色: {office}\n        日期: {day}\n" for office in SIGNED[signed])
    return f"  - 事项: {item}\n    公布日: {day}\n    渠道: [网站, 公开栏]\n{more}    签署:\n{names}"


def duties(tmp_path: Path, text: str, item: str, as_of: str = "2026-11-10", files: dict[str, str] | None = None) -> list[Obligation]:
    root = laid_over(tmp_path, files={FILE: text, **(files or {})})
    books = pipeline.check(root, datetime.date.fromisoformat(as_of)).books
    return list(next(s for s in standings(books) if s.item.id == item).obligations)


def standing(tmp_path: Path, text: str, item: str, as_of: str = "2026-11-10", files: dict[str, str] | None = None) -> Standing:
    books = pipeline.check(laid_over(tmp_path, files={FILE: text, **(files or {})}), datetime.date.fromisoformat(as_of)).books
    return next(s for s in standings(books) if s.item.id == item)


def states(found: list[Obligation]) -> list[tuple[str, str, State]]:
    return [(str(o.period or (o.event.id if o.event else "")), str(o.due.day), o.state) for o in found]


@pytest.mark.parametrize(
    "day, as_of, state",
    [
        ("2026-04-15", "2026-11-10", State.ON_TIME),  # the last day
        ("2026-04-16", "2026-11-10", State.LATE),
        ("2026-04-15", "2026-04-14", State.PENDING),  # not yet published on the day the books are read
    ],
)
def test_a_quarter_is_due_fifteen_days_after_its_end(tmp_path: Path, day: str, as_of: str, state: State) -> None:
    first = duties(tmp_path, "公开:\n" + entry("U08", day, "    期间: 2026-Q1\n"), "U08", as_of)[0]
    assert states([first]) == [("2026-Q1", "2026-04-15", state)]


def test_what_is_not_published_is_pending_up_to_the_last_day_and_missing_from_the_next(tmp_path: Path) -> None:
    text = "公开:\n" + entry("U02", "2026-01-10", signed="S0")
    assert duties(tmp_path / "a", text, "U08", "2026-04-15")[0].state is State.PENDING
    assert duties(tmp_path / "b", text, "U08", "2026-04-16")[0].state is State.MISSING


def test_an_end_on_a_holiday_moves_on(tmp_path: Path) -> None:
    """1 November 2026 is a Sunday: ten days after 22 October end on Monday the 2nd."""
    meeting = Path(__file__).parents[4] / "generator/mingbai/kinds/disclosures/examples/bad/DUE010/meetings/2026/2026-10-22-daibiao.yml"
    files = {"meetings/2026/2026-10-22-daibiao.yml": meeting.read_text("utf-8")}
    found = duties(tmp_path, "起: 2026-10-20\n公开:\n" + entry("U02", "2026-10-28", signed="S0"), "U06", files=files)
    assert states(found) == [("2026-10-22-daibiao/1", "2026-11-02", State.MISSING), ("2026-Q4", "2027-01-15", State.PENDING)]


def test_three_months_make_up_a_quarter_and_two_do_not(tmp_path: Path) -> None:
    months = [entry("U08", f"2026-{m + 1:02}-10", f"    期间: 2026-{m:02}\n") for m in (1, 2, 3)]
    whole = duties(tmp_path / "a", "公开:\n" + "".join(months), "U08")[0]
    assert (whole.state, str(whole.published.day if whole.published else "")) == (State.ON_TIME, "2026-04-10")
    assert duties(tmp_path / "b", "公开:\n" + "".join(months[:2]), "U08")[0].state is State.MISSING


@pytest.mark.parametrize(
    "months, as_of, lines",
    [
        (["2026-03"], "2026-11-10", 1),  # the quarter is missing, and the month does not stand for it
        (["2026-01", "2026-03"], "2026-11-10", 2),
        (["2026-01", "2026-02", "2026-03"], "2026-11-10", 0),
        (["2026-03"], "2026-04-15", 0),  # the others may still come
        (["2026-Q1", "2026-03"], "2026-11-10", 0),
    ],
)
def test_a_month_of_a_quarter_is_told_at_its_line(tmp_path: Path, months: list[str], as_of: str, lines: int) -> None:
    text = "公开:\n" + "".join(entry("U08", "2026-04-10", f"    期间: {period}\n") for period in months)
    found = pipeline.check(laid_over(tmp_path, files={FILE: text}), datetime.date.fromisoformat(as_of)).findings
    told = [f for f in found if f.code.id == "DUE029"]
    assert len(told) == lines
    assert all("凑不满 2026年第一季度" in f.message("zh") for f in told)


def test_nothing_this_period_is_signed_and_must_agree_with_the_ledgers(tmp_path: Path) -> None:
    nothing = "    期间: {}\n    本期无: 是\n"
    found = duties(tmp_path / "a", "公开:\n" + entry("U08", "2026-10-12", nothing.format("2026-Q3")), "U08")
    assert found[2].state is State.NOTHING
    assert "DUE004" in codes(checked(tmp_path / "b", files={FILE: "公开:\n" + entry("U08", "2026-04-12", nothing.format("2026-Q1"))}))


def test_duties_begin_where_the_register_says(tmp_path: Path) -> None:
    found = duties(tmp_path, "起: 2026-08-20\n公开:\n" + entry("U02", "2026-08-21", signed="S0"), "U08")
    assert [str(o.period) for o in found] == ["2026-Q3", "2026-Q4"]


def test_a_plan_is_due_from_the_beginning_of_its_year(tmp_path: Path) -> None:
    found = duties(tmp_path, "公开:\n" + entry("U02", "2026-01-10", signed="S0"), "U07")
    assert states(found) == [("2026", "2026-04-01", State.MISSING), ("2026", "2027-03-31", State.PENDING)]


def test_standing_items_are_up_within_twenty_working_days(tmp_path: Path) -> None:
    found = duties(tmp_path, "公开:\n" + entry("U02", "2026-01-29", signed="S0"), "U02")
    assert states(found[:1]) == [("", "2026-01-29", State.ON_TIME)]


def test_a_community_without_a_register_of_publications_is_not_accused(tmp_path: Path) -> None:
    assert codes(checked(tmp_path)) == []


def test_a_correction_starts_the_days_anew(tmp_path: Path) -> None:
    text = (
        "公开:\n"
        + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
        + entry("U08", "2026-04-20", "    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 数字印错\n")
    )
    root = laid_over(tmp_path, files={FILE: text})
    books = pipeline.check(root, datetime.date(2026, 11, 10)).books
    standing = next(s for s in standings(books) if s.item.id == "U08")
    it = clock(standing.item, standing.entries[0], standing.entries, books.as_of)
    assert (str(it.started), str(it.until), it.corrected) == ("2026-04-20", "2026-05-06", True)
    assert standing.obligations[0].state is State.ON_TIME  # what was in time stays so


def test_every_signature_of_an_item_is_asked_for_by_what_it_stands_for(tmp_path: Path) -> None:
    text = "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n", signed="S1")
    said = [f.message("zh") for f in checked(tmp_path, files={FILE: text}).findings if f.code.id == "DUE012"]
    assert said == ["“U08 政府拨付资金物资的管理使用”还缺：经办、主管会计（待确认的默认值）"]


@pytest.mark.parametrize("named", ["U08/2026-Q2", "U08/2026-04-11", "U09/2026-Q1"])
def test_a_correction_names_what_was_published(tmp_path: Path, named: str) -> None:
    text = (
        "公开:\n"
        + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
        + entry("U08", "2026-04-20", f"    期间: 2026-Q1\n    更正: {named}\n    原因: 数字印错\n")
    )
    assert "REF001" in codes(checked(tmp_path, files={FILE: text}))


def test_records_are_typed(tmp_path: Path) -> None:
    books = checked(tmp_path, files={FILE: "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026年一季度\n")}).books
    (made,) = (e for f in books.filed if f.kind == "disclosures" and f.record for e in f.record.entries)  # type: ignore[attr-defined]
    assert isinstance(made, Disclosure)
    assert str(made.period) == "2026-Q1"


HEXI = Path(__file__).parents[4] / "examples/hexi"


def test_an_item_of_the_collective_is_not_proved_by_a_book_of_the_committee() -> None:
    """The budget of the committee changed on 12 July; the collective's own, which C1-01 is about, on 25 July."""
    books = pipeline.check(HEXI, datetime.date(2026, 11, 10)).books
    found = {s.item.id: s for s in standings(books)}
    assert {t.id.partition("/")[0] for t in found["C1-01"].traces} == {"collective"}
    assert {t.id.partition("/")[0] for t in found["U12"].traces} >= {"committee"}
    assert {t.id.partition("/")[0] for t in found["C2-01"].traces} == {"collective"}  # 股份经济合作社: no 集体 in its name


def test_nothing_this_quarter_is_believed_of_one_of_several_items_that_the_same_lines_would_prove(tmp_path: Path) -> None:
    """Seven plans of the collective stand in one budget (C1-01 to C1-07): which of them it holds it does not say. U10 alone has its lines."""
    import shutil

    root = tmp_path / "hexi"
    shutil.copytree(HEXI, root, ignore=shutil.ignore_patterns("site", ".site*"))
    register = root / "ledgers" / FILE
    text = register.read_text("utf-8")
    plan = "  - 事项: C1-03\n    期间: 2026\n"
    assert plan in text
    register.write_text(text.replace(plan, f"{plan}    本期无: 是\n"), "utf-8")
    assert codes(pipeline.check(root, datetime.date(2026, 11, 10))).count("DUE004") == 0
    register.write_text(text.replace("  - 事项: U10\n    期间: 2026-Q1\n", "  - 事项: U10\n    期间: 2026-Q1\n    本期无: 是\n"), "utf-8")
    assert codes(pipeline.check(root, datetime.date(2026, 11, 10))).count("DUE004") == 1


def test_that_there_was_nothing_counts_only_where_somebody_signed_it(tmp_path: Path) -> None:
    """A line that says 本期无 and bears no signature is no statement: the period is not published."""
    signed = "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n    本期无: 是\n")
    unsigned = signed[: signed.index("    签署:")]
    assert duties(tmp_path / "a", signed, "U08")[0].state is State.NOTHING
    assert duties(tmp_path / "b", unsigned, "U08")[0].state is State.MISSING
    assert duties(tmp_path / "c", unsigned, "U08", "2026-04-14")[0].state is State.PENDING


NOTHING = "    期间: {}\n    本期无: 是\n"


def quiet(one: Standing) -> list[tuple[str, str, State]]:
    return [(str(q.period or ""), str(q.since), q.state) for q in one.quiet]


def test_what_nobody_signed_is_not_said_to_be_nothing(tmp_path: Path) -> None:
    """A hearing that no ledger holds: nobody knows whether there was none, unless somebody signs it."""
    one = standing(tmp_path, "公开:\n" + entry("U02", "2026-01-10", signed="S0"), "U21")
    assert one.obligations == ()
    assert quiet(one) == [("", "2026-01-01", State.UNRECORDED)]
    assert [one.count(state) for state in (State.UNRECORDED, State.NOTHING)] == [1, 0]


@pytest.mark.parametrize(
    "periods, as_of, told",
    [
        (["2026-H1"], "2026-11-10", [("2026-H1", "2026-01-01", State.NOTHING), ("", "2026-07-01", State.UNRECORDED)]),
        (["2026-Q2"], "2026-11-10", [("2026-Q2", "2026-04-01", State.NOTHING), ("", "2026-01-01", State.UNRECORDED)]),
        (["2026-H1"], "2026-07-30", [("2026-H1", "2026-01-01", State.NOTHING)]),  # no month is over that nobody signed
        (["2026-H1"], "2026-07-31", [("2026-H1", "2026-01-01", State.NOTHING), ("", "2026-07-01", State.UNRECORDED)]),
    ],
)
def test_nothing_of_an_event_is_signed_by_periods(tmp_path: Path, periods: list[str], as_of: str, told: list[tuple[str, str, State]]) -> None:
    text = "公开:\n" + "".join(entry("U21", "2026-07-10", NOTHING.format(p), "SM") for p in periods)
    assert quiet(standing(tmp_path, text, "U21", as_of)) == told


def test_nothing_of_an_event_counts_only_where_it_is_signed(tmp_path: Path) -> None:
    text = "公开:\n  - 事项: U21\n    期间: 2026-H1\n    公布日: 2026-07-10\n    渠道: [公开栏]\n    本期无: 是\n"
    assert quiet(standing(tmp_path, text, "U21")) == [("", "2026-01-01", State.UNRECORDED)]


def test_whatever_binds_a_community_has_a_state(tmp_path: Path) -> None:
    root = laid_over(tmp_path, files={FILE: "公开:\n" + entry("U02", "2026-01-10", signed="S0")})
    books = pipeline.check(root, datetime.date(2026, 11, 10)).books
    assert [s.item.id for s in standings(books) if not s.states] == []


# --- where much is paid -----------------------------------------------------------------------------------------------

COMMUNITY = (Path(__file__).parents[3] / "base/ledgers/community.yml").read_text("utf-8")
BEGUN = "公开:\n" + entry("U02", "2026-01-10", signed="S0")


@pytest.mark.parametrize("busy, periods", [("", ["2026-Q1", "2026-Q2"]), ("    往来较多: 是\n", ["2026-01", "2026-02", "2026-03", "2026-04"])])
def test_where_much_is_paid_money_is_published_monthly(tmp_path: Path, busy: str, periods: list[str]) -> None:
    files = {"community.yml": COMMUNITY.replace("    记账: 收支\n", f"    记账: 收支\n{busy}", 1)}
    found = duties(tmp_path, BEGUN, "U08", "2026-04-10", files)
    assert [str(o.period) for o in found] == periods
    assert [str(o.due.day) for o in found][:1] == (["2026-02-24"] if busy else ["2026-04-15"])  # the fifteenth lies within the Spring Festival


@pytest.mark.parametrize("busy, items", [("collective", {"C2-01"}), ("committee", {"U08"})])
def test_a_busy_book_of_a_collective_is_none_of_the_committee(tmp_path: Path, busy: str, items: set[str]) -> None:
    text = (EXAMPLES / "hexi/ledgers/community.yml").read_text("utf-8")
    files = {"community.yml": text.replace(f"  - 编号: {busy}\n", f"  - 编号: {busy}\n    往来较多: 是\n", 1)}
    books = pipeline.check(laid_over(tmp_path, files={FILE: BEGUN, **files}, bare=True), datetime.date(2026, 4, 10)).books
    monthly = {s.item.id for s in standings(books) if any(o.period is not None and o.period.months == 1 for o in s.obligations)}
    assert monthly & {"U08", "C2-01"} == items


# --- half-years beside a year, audits beside debts --------------------------------------------------------------------


def test_half_years_make_up_no_yearly_outturn(tmp_path: Path) -> None:
    text = "公开:\n" + entry("U12", "2026-07-10", "    期间: 2026-H1\n") + entry("U12", "2027-01-10", "    期间: 2026-H2\n")
    found = {str(o.period): o.state for o in duties(tmp_path, text, "U12", "2027-01-20") if o.duty.counted.zh == "期末"}
    assert found == {"2026-H1": State.ON_TIME, "2026-H2": State.ON_TIME, "2026": State.PENDING, "2027-H1": State.PENDING, "2027": State.PENDING}


def test_audits_are_told_as_they_happen_and_debts_by_the_quarter(tmp_path: Path) -> None:
    debt = "债权债务:\n  - {编号: ZQ-01, 性质: 应收, 对方: 示例公司, 对方类别: 单位, 发生日: 2026-02-03, 原因: 场地费, 金额: 300.00}\n"
    root = laid_over(tmp_path, EXAMPLES / "liuxi/ledgers", files={"finance/committee/debts.yml": debt}, bare=True)
    books = pipeline.check(root, datetime.date(2026, 11, 10)).books
    one = next(s for s in standings(books) if s.item.id == "V11")
    assert {books.file(t.record).kind for t in one.traces} == {"docs", "debts"}
    assert [(o.event.id, str(o.due.day), o.state) for o in one.obligations if o.event] == [("2025-shenji", "2026-03-20", State.ON_TIME)]


DEBT = "债权债务:\n  - {编号: ZQ-01, 性质: 应收, 对方: 示例公司, 对方类别: 单位, 发生日: 2026-02-03, 原因: 场地费, 金额: 300.00}\n"


def debts_of(books: Books, item: str) -> set[str]:
    """The files whose claims and debts an item is about."""
    one = next(s for s in standings(books) if s.item.id == item)
    return {books.file(t.record).id for t in one.traces}


def test_the_committee_tells_of_its_own_debts_and_the_collective_of_its_own(tmp_path: Path) -> None:
    """In a converted community both keep books: U18 leaves those of a collective to C6."""
    root = laid_over(tmp_path, HEXI / "ledgers", files={"finance/committee/debts.yml": DEBT}, bare=True)
    books = pipeline.check(root, datetime.date(2026, 11, 10)).books

    assert debts_of(books, "U18") == {"committee/debts"}
    assert debts_of(books, "C6-01") == {"collective/debts"}


def test_a_register_of_the_collective_alone_does_not_accuse_the_committee(tmp_path: Path) -> None:
    """That the committee kept no register of debts is no proof that it had none to tell of: what it published is not called hollow."""
    text = (HEXI / "ledgers/disclosures/2026.yml").read_text("utf-8")
    before, _, after = text.partition("  - 事项: U18\n")
    told = before + "  - 事项: U18\n" + after.replace("    本期无: 是\n", "", 1)  # as though something had been told
    root = laid_over(tmp_path, HEXI / "ledgers", files={"disclosures/2026.yml": told}, bare=True)
    found = pipeline.check(root, datetime.date(2026, 11, 10))

    assert debts_of(found.books, "U18") == set()
    assert not [f for f in found.findings if f.code.id in ("DUE005", "DUE025") and "U18" in f.message("zh")]


# --- what is raised hangs until it is settled -------------------------------------------------------------------------

LEVY = "名称: 楼道照明\n年度: 2026\n决议: 2026-03-28-daibiao/1\n筹资: {人数: 10, 标准: 20.00, 金额: 200.00}\n审核: {机关: 示例街道办事处, 日期: 2026-04-02}\n"
SETTLED = "结清: {日期: 2026-06-30, 结余: 0.00}\n"


@pytest.mark.parametrize(
    "levy, down, as_of, told",
    [
        (LEVY, "2026-05-01", "2026-11-10", "2026-04-10 公布，至少 15 天，结清那天 起才能撤下，写的撤下日是 2026-05-01"),
        (LEVY + SETTLED, "2026-05-01", "2026-11-10", "2026-04-10 公布，至少 15 天，2026-06-30 起才能撤下，写的撤下日是 2026-05-01"),
        (LEVY + SETTLED, "2026-06-30", "2026-11-10", ""),
        (LEVY, "2026-04-20", "2026-11-10", "2026-04-10 公布，至少 15 天，2026-04-26 起才能撤下，写的撤下日是 2026-04-20"),
        (LEVY, "", "2026-11-10", ""),
    ],
)
def test_what_is_raised_hangs_until_it_is_settled(tmp_path: Path, levy: str, down: str, as_of: str, told: str) -> None:
    more = "    对象: committee/levies/2026-lamps\n" + (f"    撤下日: {down}\n" if down else "")
    files = {FILE: "公开:\n" + entry("U11", "2026-04-10", more), "finance/committee/levies/2026-lamps.yml": levy}
    found = pipeline.check(laid_over(tmp_path, files=files), datetime.date.fromisoformat(as_of)).findings
    assert [f.message("zh") for f in found if f.code.id == "DUE014"] == ([told] if told else [])


# --- corrections ------------------------------------------------------------------------------------------------------


def test_a_correction_of_any_item_is_one_and_is_published_with_what_it_corrects(tmp_path: Path) -> None:
    text = "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
    text += entry("U08", "2026-04-20", "    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 数字印错\n")
    (one,) = duties(tmp_path, text, "U39")
    assert one.event is not None
    assert (one.event.id, one.state, str(one.published.day if one.published else "")) == ("U08/2026-Q1/2026-04-20", State.ON_TIME, "2026-04-20")


@pytest.mark.parametrize(
    "verified, state, late",
    [
        (None, State.ON_TIME, ""),  # when it was found nobody says: nothing is told
        ("2026-04-20", State.ON_TIME, ""),
        ("2026-04-15", State.ON_TIME, ""),  # five days after
        ("2026-04-14", State.ON_TIME, ""),  # the fifth day is a Sunday
        ("2026-04-10", State.LATE, "应当在 2026-04-15 前公布，2026-04-20 才公布，晚了 5 天（待确认的默认值）"),
    ],
)
def test_a_correction_is_due_within_days_of_what_was_found_wrong(tmp_path: Path, verified: str | None, state: State, late: str) -> None:
    """Urban law art. 35: found untrue it is put right; within five days is the pack's default, counted from the day it was found."""
    found = f"    查实: {verified}\n" if verified else ""
    text = "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
    text += entry("U08", "2026-04-20", f"    期间: 2026-Q1\n    更正: U08/2026-Q1\n{found}    原因: 数字印错\n")
    (one,) = duties(tmp_path / "a", text, "U39")
    told = [
        f.message("zh") for f in checked(tmp_path / "b", files={FILE: text}).findings if f.code.id == "DUE011" and "2026-04-20" in f.message("zh")
    ]

    assert one.state is state
    assert told == ([late] if late else [])


@pytest.mark.parametrize(
    "corrects, verified, told",
    [
        ("    更正: U08/2026-Q1\n    原因: 数字印错\n", "2026-04-21", ["DUE030"]),
        ("    更正: U08/2026-Q1\n    原因: 数字印错\n", "2026-04-09", ["DUE030"]),
        ("    更正: U08/2026-Q1\n    原因: 数字印错\n", "2026-04-10", []),
        ("", "2026-04-20", ["DUE031"]),
    ],
)
def test_it_is_published_found_wrong_and_then_put_right(tmp_path: Path, corrects: str, verified: str, told: list[str]) -> None:
    text = "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n")
    text += entry("U08", "2026-04-20", f"    期间: 2026-Q1\n    查实: {verified}\n{corrects}")
    found = [f.code.id for f in checked(tmp_path, files={FILE: text}).findings if f.code.id in ("DUE030", "DUE031")]

    assert found == told


@pytest.mark.parametrize("signed, lacking", [("SF", []), ("S1", ["“U39 更正公告”还缺：经办、主管会计（待确认的默认值）"])])
def test_a_correction_is_signed_as_the_original(tmp_path: Path, signed: str, lacking: list[str]) -> None:
    """A line of a grant was published under U08: clerk and bookkeeper sign its reversal, too."""
    month = (Path(__file__).parents[3] / "base/ledgers/finance/committee/2026-02.yml").read_text("utf-8")
    reversal = "  - {日期: 2026-02-27, 凭证: 02-099, 类型: 冲正, 冲正凭证: VOUCHER, 原因: 记错资金, 经办: 文书, 审批: 主任}\n"
    number = month.split("凭证: ", 1)[1].split("\n", 1)[0].strip()
    lines = month.replace("收支:\n", "收支:\n" + reversal.replace("VOUCHER", number), 1)
    files = {FILE: "公开:\n" + entry("U39", "2026-03-02", "    对象: committee/2026-02/02-099\n", signed), "finance/committee/2026-02.yml": lines}
    found = [f.message("zh") for f in checked(tmp_path, files=files).findings if f.code.id == "DUE012"]
    assert found == lacking


@pytest.mark.parametrize(
    "office, lacking", [("主任", ["“U29 民主评议结果”还缺：主持评议（待确认的默认值）"]), ("监督委员会主任", []), ("主持人", [])]
)
def test_an_appraisal_is_signed_by_who_chaired_it(tmp_path: Path, office: str, lacking: list[str]) -> None:
    """The supervisors hold it (urban law art. 37); where a community has none, whoever chaired."""
    text = f"公开:\n  - 事项: U29\n    公布日: 2026-01-23\n    渠道: [公开栏]\n    签署: [{{角色: {office}, 日期: 2026-01-20}}, {{角色: 文书, 日期: 2026-01-20}}]\n"
    assert [f.message("zh") for f in checked(tmp_path, files={FILE: text}).findings if f.code.id == "DUE012"] == lacking


UNTRUE = entry("U08", "2026-04-10", "    期间: 2026-Q1\n    本期无: 是\n")


def test_what_was_said_to_be_nothing_and_was_something_is_public_from_its_correction(tmp_path: Path) -> None:
    mended = entry("U08", "2026-04-20", "    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 漏了一笔\n")
    before = duties(tmp_path / "a", "公开:\n" + UNTRUE + mended, "U08", "2026-04-19")[0]
    assert before.state is State.NOTHING
    after = duties(tmp_path / "b", "公开:\n" + UNTRUE + mended, "U08")[0]
    assert after.state is State.LATE
    assert after.published is not None
    assert after.published.day == datetime.date(2026, 4, 20)


def test_what_was_said_to_be_something_and_was_nothing_is_nothing(tmp_path: Path) -> None:
    mended = entry("U08", "2026-04-20", "    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 是上一季度的\n    本期无: 是\n")
    assert duties(tmp_path, "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n") + mended, "U08")[0].state is State.NOTHING


def test_a_figure_put_right_leaves_the_day_on_which_it_was_published(tmp_path: Path) -> None:
    mended = entry("U08", "2026-04-20", "    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 数字印错\n")
    assert duties(tmp_path, "公开:\n" + entry("U08", "2026-04-10", "    期间: 2026-Q1\n") + mended, "U08")[0].state is State.ON_TIME


@pytest.mark.parametrize(
    "down, corrected, again, told",
    [
        ("2026-04-26", "2026-05-20", "2026-06-05", []),  # fifteen whole days each, the first not counted: 04-11 to 04-25, 05-20 to 06-05
        ("2026-04-25", "2026-04-20", "2026-05-06", ["2026-04-20 公布，至少 15 天，2026-05-06 起才能撤下，写的撤下日是 2026-04-25"]),
        ("2026-04-26", "2026-05-20", "2026-06-03", ["2026-05-20 公布，至少 15 天，2026-06-05 起才能撤下，写的撤下日是 2026-06-03"]),
    ],
)
def test_what_was_taken_down_before_it_was_put_right_is_judged_by_its_own_days(
    tmp_path: Path, down: str, corrected: str, again: str, told: list[str]
) -> None:
    text = "公开:\n" + entry("U08", "2026-04-10", f"    期间: 2026-Q1\n    撤下日: {down}\n")
    text += entry("U08", corrected, f"    期间: 2026-Q1\n    更正: U08/2026-Q1\n    原因: 数字印错\n    撤下日: {again}\n")
    found = pipeline.check(laid_over(tmp_path, files={FILE: text}), datetime.date(2026, 11, 10)).findings
    assert [f.message("zh") for f in found if f.code.id == "DUE014"] == told
