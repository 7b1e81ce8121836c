"""Levies: real figures that add up, limits by year, who counts as a resident, the account until it is closed."""

from __future__ import annotations

import pytest

from mingbai.kinds.levies.pages import drafts, parts
from mingbai.kinds.levies.standing import Standing, standings
from mingbai.pipeline import Checked
from tests.base.community import BASE, codes
from tests.unit.kinds.finance.ledger import HEAD, MARCH, REVIEWED, ledgers, view

FILE = "finance/committee/levies/2026-lane.yml"
VOTED = "决议: 2026-03-28-daibiao/1\n"
COMMUNITY = (BASE / "ledgers/community.yml").read_text("utf-8")


def levy(parts: str, total: str, more: str = "") -> str:
    return f"名称: 东巷硬化\n年度: 2026\n{VOTED}{parts}合计: {total}\n{more}"


def raised(people: int, rate: str, amount: str, more: str = "") -> str:
    return f"筹资:\n  人数: {people}\n  标准: {rate}\n  金额: {amount}\n{more}"


def labour(people: int, days: int, value: str, amount: str) -> str:
    return f"筹劳:\n  人数: {people}\n  工日: {days}\n  工价: {value}\n  金额: {amount}\n"


def grant(amount: str) -> str:
    return f"奖补:\n  金额: {amount}\n"


def line(voucher: str, kind: str, amount: str, who: str = "个人", more: str = "", day: str = "2026-03-30") -> str:
    category, paper = ("补助收入", "统一收据") if kind == "收入" else ("维修费", "发票")
    return (
        f"  - 凭证: {voucher}\n    日期: {day}\n    类型: {kind}\n    金额: {amount}\n    筹资: 2026-lane\n    资金: own\n    科目: {category}\n"
        f"    摘要: 东巷硬化 {voucher}\n    对方: 示例单位 {voucher}\n    对方类别: {who}\n    票据: {paper} {voucher}\n{more}"
    )


def lines(text: str, levy: str) -> Checked:
    return ledgers({FILE: levy, MARCH: HEAD + text + REVIEWED})


def one(found: Checked) -> Standing:
    return found.books.derived(standings)[0]


ROAD = raised(4980, "15.00", "74700.00") + grant("249000.00") + "捐款: 21900.00\n"
VILLAGE = labour(1055, 12, "30.00", "379800.00") + grant("380000.00")


@pytest.mark.parametrize("parts, total", [(ROAD, "345600.00"), (VILLAGE, "759800.00")])
def test_two_real_levies_add_up_to_the_fen(parts: str, total: str) -> None:
    """芦沟村 2012 and 小坝村 2014, as they were published; a fen off is found."""
    assert not {"LEV002", "LEV003", "LEV004"} & set(codes(ledgers({FILE: levy(parts, total)})))
    off = ledgers({FILE: levy(parts, total[:-1] + "1")})
    assert [f.values["difference"] for f in off.findings if f.code.id == "LEV004"] == ["0.01"]


@pytest.mark.parametrize("parts, code", [(raised(4981, "15.00", "74700.00"), "LEV002"), (labour(1055, 12, "30.01", "379800.00"), "LEV003")])
def test_a_product_that_is_off_is_one_finding(parts: str, code: str) -> None:
    total = parts.split("金额: ")[1].split("\n", maxsplit=1)[0]
    assert [c for c in codes(ledgers({FILE: levy(parts, total)})) if c in ("LEV002", "LEV003", "LEV004")] == [code]


def test_the_limit_counts_all_levies_of_a_year() -> None:
    """12 and 8 yuan reach the limit of 20, a third levy goes beyond, another year begins anew."""

    def files(*rates: tuple[int, int]) -> dict[str, str | bytes | None]:
        return {
            f"finance/committee/levies/2026-{n}.yml": levy(raised(10, f"{rate}.00", f"{rate * 10}.00"), f"{rate * 10}.00").replace(
                "年度: 2026", f"年度: {year}"
            )
            for n, (year, rate) in enumerate(rates)
        }

    assert codes(ledgers(files((2026, 12), (2026, 8)))) == []
    over = ledgers(files((2026, 12), (2026, 8), (2026, 1), (2026, 1)))
    assert [(f.code.id, f.place.path, f.values["sum"]) for f in over.findings] == [("LEV023", "ledgers/finance/committee/levies/2026-2.yml", "21.00")]
    assert codes(ledgers(files((2026, 12), (2026, 8), (2027, 20)))) == []


def test_a_local_limit_is_the_communitys_own() -> None:
    own = COMMUNITY + "标准:\n  - 编号: levy-days\n    数: 12\n    来源: 示例财农〔2026〕1号\n"
    assert codes(ledgers({FILE: levy(VILLAGE, "759800.00"), "community.yml": own})) == []
    assert codes(ledgers({FILE: levy(VILLAGE, "759800.00")})) == ["LEV024"]


def test_residents_grants_and_others_are_told_apart() -> None:
    text = (
        line("03-001", "收入", "3000.00")
        + line("03-002", "收入", "20000.00", "政府部门")
        + line("03-003", "收入", "500.00", "单位")
        + line("03-004", "支出", "8000.00", "单位")
    )
    s = one(lines(text, levy(raised(200, "15.00", "3000.00"), "3000.00")))
    assert (s.collected, s.granted, s.received, s.spent, s.left) == (300000, 2000000, 2350000, 800000, 1550000)
    assert s.word == ("未结清", "now")


def test_what_is_given_back_was_not_collected() -> None:
    """3,000.00 came, 15.00 went back to one household: 15.00 are lacking again."""
    back = "  - 凭证: 03-002\n    日期: 2026-03-31\n    类型: 退款\n    金额: 15.00\n    原凭证: 03-001\n    摘要: 减免一户\n    原因: 减免\n    票据: 退款单 1\n"
    s = one(lines(line("03-001", "收入", "3000.00") + back, levy(raised(200, "15.00", "3000.00"), "3000.00")))
    assert (s.collected, s.received) == (298500, 298500)


@pytest.mark.parametrize("until, late", [("2026-11-10", False), ("2026-11-09", True)])
def test_what_is_lacking_is_late_after_the_day(until: str, late: bool) -> None:
    found = lines(line("03-001", "收入", "2985.00"), levy(raised(200, "15.00", "3000.00", f"  收缴截止: {until}\n"), "3000.00"))
    assert codes(found) == (["LEV026"] if late else [])


def test_a_closed_account_says_what_becomes_of_the_rest() -> None:
    text = line("03-001", "收入", "3000.00") + line("03-002", "支出", "2900.00", "单位")
    settled = "结清:\n  日期: 2026-06-01\n  结余: {}\n"
    decided = "  处理: 转作养护\n  决议: 2026-03-28-daibiao/1\n"
    parts, total = raised(200, "15.00", "3000.00"), "3000.00"
    assert codes(lines(text, levy(parts, total, settled.format("100.00") + decided))) == []
    assert codes(lines(text, levy(parts, total, settled.format("100.00")))) == ["LEV027"]
    assert codes(lines(text, levy(parts, total, settled.format("0.00")))) == ["LEV005"]
    used_up = line("03-001", "收入", "3000.00") + line("03-002", "支出", "3000.00", "单位")
    assert codes(lines(used_up, levy(parts, total, settled.format("0.00")))) == []


def test_the_account_is_shown_with_what_was_left_after_each_line() -> None:
    text = line("03-001", "收入", "3000.00") + line("03-002", "支出", "2900.00", "单位")
    made = view(lines(text, levy(raised(200, "15.00", "3000.00"), "3000.00")))
    page = next(d for d in drafts(made) if d.address == "finance/committee/levies/2026-lane/")
    assert [(r.income, r.expense, r.left) for r in page.context.lines] == [(300000, None, 300000), (None, 290000, 10000)]
    assert [address for address, _ in parts(made)] == ["finance/committee/"]


def test_nothing_is_said_where_there_is_no_levy() -> None:
    assert list(drafts(view(ledgers({})))) == []


def test_what_is_computed_need_not_be_typed() -> None:
    parts = raised(100, "15.00", "").replace("  金额: \n", "") + labour(50, 2, "30.00", "").replace("  金额: \n", "") + grant("500.00")
    found = ledgers({FILE: levy(parts, "").replace("合计: \n", "")})
    assert [c for c in codes(found) if c.startswith("LEV00")] == []
    s = one(found)
    assert (s.levy.sum, sum(fen for _, fen, _ in s.parts)) == (500000, 500000)
    assert s.due == 150000


def commuted(days: int) -> str:
    """50 people, 2 days each at 30 yuan, so many days of it paid for instead."""
    return labour(50, 2, "30.00", "3000.00") + f"  以资代劳: {days}\n"


def test_days_paid_for_are_due_from_residents() -> None:
    paid = line("03-001", "收入", "600.00")
    s = one(lines(paid, levy(commuted(20), "3000.00")))
    assert (s.due, s.collected, s.levy.sum) == (60000, 60000, 300000)
    assert [how for _, _, how in s.parts] == ["50 人 × 2 工 × 30 元，其中 20 工以资代劳"]
    assert codes(lines(paid, levy(commuted(20), "3000.00"))) == []
    assert codes(lines(paid, levy(commuted(19), "3000.00"))) == ["LEV025"]
    assert codes(lines(paid, levy(labour(50, 2, "30.00", "3000.00"), "3000.00"))) == ["LEV025"]


@pytest.mark.parametrize("days, told", [(100, []), (101, ["LEV006"])])
def test_no_more_days_are_paid_for_than_were_to_be_worked(days: int, told: list[str]) -> None:
    assert codes(ledgers({FILE: levy(commuted(days), "3000.00")})) == told


EXAMINED = "审核:\n  机关: 示例街道办事处\n  日期: {}\n"


@pytest.mark.parametrize("filing, told", [("", True), (EXAMINED.format("2026-03-31"), True), (EXAMINED.format("2026-03-30"), False)])
def test_a_village_has_its_levy_examined_before_anybody_pays(filing: str, told: bool) -> None:
    files = {FILE: levy(raised(200, "15.00", "3000.00"), "3000.00", filing), MARCH: HEAD + line("03-001", "收入", "3000.00") + REVIEWED}
    converted = {**files, "community.yml": COMMUNITY.replace("类型: 城市居委会", "类型: 撤村建居社区")}
    assert ("LEV028" in codes(ledgers(converted))) is told
    assert "LEV028" not in codes(ledgers(files))  # the rule is the villages'
    unpaid = {**converted, MARCH: HEAD + line("03-001", "收入", "3000.00", "政府部门") + REVIEWED}
    assert "LEV028" not in codes(ledgers(unpaid))


def test_a_grant_that_came_has_its_document() -> None:
    came = line("03-001", "收入", "500.00", "政府部门")
    with_paper = grant("500.00") + "  文号: 示例财农〔2026〕7号\n"
    assert codes(lines(came, levy(grant("500.00"), "500.00"))) == ["LEV029"]
    assert codes(lines(came, levy(with_paper, "500.00"))) == []
    assert codes(ledgers({FILE: levy(grant("500.00"), "500.00")})) == []
    assert codes(lines(came, levy("捐款: 500.00\n", "500.00"))) == ["LEV029"]


@pytest.mark.parametrize("came, told", [("500.00", []), ("499.99", ["LEV030"]), ("500.01", ["LEV030"])])
def test_when_it_is_closed_the_grant_came_as_promised(came: str, told: list[str]) -> None:
    text = line("03-001", "收入", came, "政府部门") + line("03-002", "支出", came, "单位")
    with_paper = grant("500.00") + "  文号: 示例财农〔2026〕7号\n"
    settled = "结清:\n  日期: 2026-06-01\n  结余: 0.00\n"
    assert codes(lines(text, levy(with_paper, "500.00"))) == []
    assert codes(lines(text, levy(with_paper, "500.00", settled))) == told
