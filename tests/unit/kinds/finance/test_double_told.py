"""Double entry: whatever would make the books stop balancing, or disagree with cash and bank, is told; what is told of nothing balances."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from mingbai.kinds.finance.posting.double import DoubleMonth
from mingbai.pipeline import Checked
from tests.unit.kinds.finance.double import COMMUNITY, INCOME, checked, closing, codes, ledger
from tests.unit.kinds.finance.test_double import journal

PAID = "  - {{凭证: {n}, 日期: {day}, 类型: 支出, 金额: {fen}, 科目: {account}, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 {n}}}\n"
UNDO = "  - {{凭证: {n}, 日期: {day}, 类型: {kind}, {kind}凭证: {cited}, 原因: 记错, 批准: 社长{more}}}\n"
BACK = "  - {{凭证: {n}, 日期: {day}, 类型: 退款, 金额: {fen}, 原凭证: {cited}, 摘要: 退回, 票据: 回单 {n}{more}}}\n"
FIRST = PAID.format(n="01-001", day="2026-01-05", fen="500.00", account="513 管理费用")
CATEGORIES = COMMUNITY + "科目: [办公费]\n"


def agrees(month: DoubleMonth) -> bool:
    """Whether the trial balance balances, and cash and bank hold what their accounts hold."""
    held, kept = month.closing, month.month.closing.accounts
    money = {top: sum(fen for n, fen in held.items() if n[:3] == top) for top in ("101", "102")}
    return not sum(held.values()) and money == {"101": kept["cash"], "102": kept["bank"]}


def told(found: Checked, code: str) -> str:
    (one,) = (f for f in found.findings if f.code.id == code)
    return one.message("zh")


@pytest.mark.parametrize("community", [COMMUNITY, CATEGORIES])
@pytest.mark.parametrize("words", ["办公费", "511 经营开支", "经营之外"])
def test_an_unknown_account_is_told_once_whether_or_not_categories_are_listed(tmp_path: Path, community: str, words: str) -> None:
    found = checked(tmp_path, PAID.format(n="01-001", day="2026-01-05", fen="5.00", account=words), community=community)
    assert codes(found) == ["REF001" if community is CATEGORIES and words != "办公费" else "DBE002"]


def test_an_unknown_account_of_a_journal_line_is_told(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, journal("01-001", "某某科目, 借: 5.00", "501 经营收入, 贷: 5.00"))) == ["DBE002"]


def test_what_stands_for_another_book_is_no_account_of_a_receipt(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="5.00", account="其他账簿转来"))) == ["DBE002"]


@pytest.mark.parametrize(
    "more, code", [("科目: 某某科目", "DBE002"), ("科目: 112 应收款", "DBE003"), ("科目: 101 库存现金", "DBE014"), ("科目: 514 公益支出", None)]
)
def test_the_account_that_a_correction_names_is_looked_at(tmp_path: Path, more: str, code: str | None) -> None:
    fix = UNDO.format(n="01-002", day="2026-01-25", kind="更正", cited="01-001", more=f", {more}")
    found = checked(tmp_path, FIRST + fix)
    assert codes(found) == ([code] if code else [])
    assert code or agrees(ledger(found).months[0])


def test_the_accounts_in_the_shares_of_a_correction_are_looked_at(tmp_path: Path) -> None:
    shares = ", 分摊: [{科目: 514 公益支出, 金额: 400.00}, {科目: 515 别的支出, 金额: 100.00}]"
    found = checked(tmp_path, FIRST + UNDO.format(n="01-002", day="2026-01-25", kind="更正", cited="01-001", more=shares))
    assert codes(found) == ["DBE002"]


@pytest.mark.parametrize(
    "more, code",
    [("某某科目", "DBE002"), ("112 应收款", "DBE003"), ("102 银行存款", "DBE014"), ("515 其他支出", "FIN017"), ("513 管理费用", None)],
)
def test_a_refund_goes_back_to_the_account_its_line_was_booked_to(tmp_path: Path, more: str, code: str | None) -> None:
    back = BACK.format(n="01-002", day="2026-01-25", fen="80.00", cited="01-001", more=f", 科目: {more}")
    found = checked(tmp_path, FIRST + back)
    assert code is None or code in codes(found)
    if code is None:
        assert codes(found) == []
        assert closing(found)["513"] == 420_00


SHARED = "  - 凭证: 01-001\n    日期: 2026-01-05\n    类型: 支出\n    金额: 500.00\n    摘要: 修缮\n    对方: 某五金店\n    票据: 发票 1\n    分摊:\n"
SHARED += "      - {科目: 513 管理费用, 金额: 300.00}\n      - {科目: 514 公益支出, 金额: 200.00}\n"


@pytest.mark.parametrize(
    "more, code",
    [
        ("", "FIN015"),
        (", 分摊: [{金额: 80.00}]", "FIN015"),
        (", 科目: 514 公益支出", None),
        (", 分摊: [{科目: 514 公益支出, 金额: 80.00}]", None),
    ],
)
def test_a_refund_of_a_divided_line_says_which_part_came_back(tmp_path: Path, more: str, code: str | None) -> None:
    found = checked(tmp_path, SHARED + BACK.format(n="01-002", day="2026-01-25", fen="80.00", cited="01-001", more=more))
    assert codes(found) == ([code] if code else [])
    assert agrees(ledger(found).months[0])
    assert code or (closing(found)["513"], closing(found)["514"]) == (300_00, 120_00)


@pytest.mark.parametrize("line", [INCOME, PAID])
@pytest.mark.parametrize("account", ["101 库存现金", '"102"', "银行存款"])
def test_nothing_is_received_from_or_paid_for_money(tmp_path: Path, line: str, account: str) -> None:
    assert codes(checked(tmp_path, line.format(n="01-001", day="2026-01-05", fen="5.00", account=account))) == ["DBE014"]


BANKED = COMMUNITY.replace("        期初: 50000.00\n", "        期初: 50000.00\n        会计科目: 10201 农商行\n").replace(
    "    明细科目:\n", '    明细科目:\n      - 编号: "10201"\n        名称: 农商行\n      - 编号: "10202"\n        名称: 信用社\n'
)


@pytest.mark.parametrize("account", ["10201 农商行", "10202 信用社", "102 银行存款"])
def test_a_bank_that_no_account_of_the_book_is_kept_in_is_money_too(tmp_path: Path, account: str) -> None:
    assert codes(checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="5.00", account=account), community=BANKED))[-1:] == ["DBE014"]
    assert codes(checked(tmp_path, journal("01-001", f"{account}, 借: 5.00", "501 经营收入, 贷: 5.00"), community=BANKED))[:1] == ["DBE004"]


def test_a_bank_kept_in_a_sub_account_agrees(tmp_path: Path) -> None:
    found = checked(tmp_path, INCOME.format(n="01-001", day="2026-01-05", fen="5.00", account="501 经营收入"), community=BANKED)
    assert codes(found) == []
    assert agrees(ledger(found).months[0])
    assert closing(found)["10201"] == 50_005_00


LEGS = "  - 凭证: 01-001\n    日期: 2026-01-05\n    类型: {kind}\n    金额: 60.00\n    摘要: 事\n    对方: 户\n    票据: 收据 1\n    分录:\n{legs}"


@pytest.mark.parametrize("kind, here, there", [("收入", "借", "贷"), ("支出", "贷", "借")])
def test_the_money_in_the_entries_is_the_account_of_the_line(tmp_path: Path, kind: str, here: str, there: str) -> None:
    other = f"      - {{科目: 501 经营收入, {there}: 60.00}}\n"
    said = LEGS.format(kind=kind, legs=f"      - {{科目: 101 库存现金, {here}: 60.00}}\n" + other)
    found = checked(tmp_path, said)
    assert codes(found) == ["DBE015"]
    assert told(found, "DBE015") == "分录写“101 库存现金”，这一笔的账户“基本户”记在“102 银行存款”"
    half = "".join(f"      - {{科目: {account}, {here}: 30.00}}\n" for account in ("101 库存现金", "102 银行存款"))
    assert codes(checked(tmp_path, LEGS.format(kind=kind, legs=half + other))) == ["DBE015"]
    assert codes(checked(tmp_path, said.replace("金额:", "账户: cash\n    金额:"))) == []


@pytest.mark.parametrize(
    "account, why",
    [
        ("1002 银行存款", "不是农村集体经济组织会计制度的科目"),
        ("112 应收款", "不是“102 银行存款”，也不是它的明细科目"),
        ("101 库存现金", "不是“102 银行存款”，也不是它的明细科目"),
        ("11201 铺面承租户", "不是“102 银行存款”，也不是它的明细科目"),
    ],
)
def test_a_bank_account_is_kept_among_the_banks(tmp_path: Path, account: str, why: str) -> None:
    community = COMMUNITY.replace("        期初: 50000.00\n", f"        期初: 50000.00\n        会计科目: {account}\n")
    found = checked(tmp_path, FIRST, community=community)
    assert codes(found) == ["DBE016"]
    assert told(found, "DBE016") == f"账户“基本户”的会计科目“{account}”{why}"
    assert agrees(ledger(found).months[0])


def test_where_banks_have_sub_accounts_each_account_names_one(tmp_path: Path) -> None:
    found = checked(tmp_path, FIRST, community=BANKED.replace("        会计科目: 10201 农商行\n", ""))
    assert codes(found) == ["DBE016"]
    assert "有明细科目" in told(found, "DBE016")


@pytest.mark.parametrize(
    "sub, code",
    [
        ('"11202"\n        名称: 铺面', "DBE017"),
        ('"11203"\n        名称: 铺面承租户', "DBE017"),
        ('"21101"\n        名称: 铺面承租户', None),
        ('"112"\n        名称: 铺面', "SCH023"),
        ('"112/1"\n        名称: 铺面', "SCH023"),
        ('"20201"\n        名称: 旧表的应付款', "DBE011"),
    ],
)
def test_sub_accounts_cannot_be_taken_one_for_the_other(tmp_path: Path, sub: str, code: str | None) -> None:
    community = COMMUNITY.replace("    科目期初:\n", f"      - 编号: {sub}\n    科目期初:\n")
    assert codes(checked(tmp_path, FIRST, community=community))[:1] == ([code] if code else [])


def test_a_month_before_the_book_begins_is_told(tmp_path: Path) -> None:
    december = FIRST.replace("2026-01", "2025-12").replace("01-001", "12-001")
    found = checked(tmp_path, months={"2025-12": december, "2026-01": FIRST})
    assert codes(found) == ["FIN105"]


OLD = COMMUNITY.replace("322 收益分配", "20201 建筑队").replace("{begins}", "2023-12-01").replace("11201 铺面承租户", '"11201"')
OLD = OLD.replace("    科目期初:\n", '      - {{编号: "20201", 名称: 建筑队}}\n      - {{编号: "15301", 名称: 拖拉机}}\n    科目期初:\n')
DECEMBER = (
    PAID.format(n="12-001", day="2023-12-05", fen="100.00", account="502 经营支出")
    + PAID.format(n="12-002", day="2023-12-06", fen="60.00", account="20201 建筑队")
    + journal("12-003", "541 管理费用, 借: 30.00", "152 累计折旧, 贷: 30.00", day="2023-12-31")
    + journal("12-004", "15301 拖拉机, 借: 700.00", "151 固定资产, 贷: 700.00", day="2023-12-31", summary="转清理")
    + INCOME.format(n="12-005", day="2023-12-20", fen="900.00", account="511 发包及上交收入")
)
BEFORE = {"101": 1_000_00, "102": 50_740_00, "151": 199_300_00, "152": -40_030_00, "154": 700_00, "501": -900_00, "511": 100_00, "513": 30_00}
BEFORE |= {"11201": 3_000_00, "211": -13_940_00, "301": -200_000_00}


@pytest.mark.parametrize(
    "line, changes",
    [
        (UNDO.format(n="01-001", day="2024-01-20", kind="冲正", cited="2023-12/12-001", more=""), {"102": 100_00, "511": -100_00}),
        (UNDO.format(n="01-001", day="2024-01-20", kind="冲正", cited="2023-12/12-002", more=""), {"102": 60_00, "211": -60_00}),
        (UNDO.format(n="01-001", day="2024-01-20", kind="冲正", cited="2023-12/12-003", more=""), {"152": 30_00, "513": -30_00}),
        (UNDO.format(n="01-001", day="2024-01-20", kind="冲正", cited="2023-12/12-004", more=""), {"154": -700_00, "151": 700_00}),
        (UNDO.format(n="01-001", day="2024-01-20", kind="更正", cited="2023-12/12-001", more=", 金额: 140.00"), {"102": -40_00, "511": 40_00}),
        (
            UNDO.format(n="01-001", day="2024-01-20", kind="更正", cited="2023-12/12-001", more=", 科目: 515 其他支出"),
            {"511": -100_00, "515": 100_00},
        ),
        (UNDO.format(n="01-001", day="2024-01-20", kind="更正", cited="2023-12/12-005", more=", 账户: cash"), {"101": 900_00, "102": -900_00}),
        (BACK.format(n="01-001", day="2024-01-20", fen="45.00", cited="2023-12/12-001", more=""), {"102": 45_00, "511": -45_00}),
        (BACK.format(n="01-001", day="2024-01-20", fen="45.00", cited="2023-12/12-001", more=", 科目: 511 经营支出"), {"102": 45_00, "511": -45_00}),
        (BACK.format(n="01-001", day="2024-01-20", fen="45.00", cited="2023-12/12-005", more=""), {"102": -45_00, "501": 45_00}),
    ],
)
def test_what_is_undone_after_a_change_of_chart_is_booked_to_what_its_accounts_became(tmp_path: Path, line: str, changes: dict[str, int]) -> None:
    found = checked(tmp_path, months={"2023-12": DECEMBER, "2024-01": line}, community=OLD)
    assert [c for c in codes(found) if c not in ("DBE012", "DBE013")] == []
    due = {n: BEFORE.get(n, 0) + changes.get(n, 0) for n in BEFORE | changes}
    assert closing(found) == {n: fen for n, fen in due.items() if fen}
    assert all(agrees(m) for m in ledger(found).months)


def test_a_correction_of_a_correction_across_the_change_is_reversed_as_it_stands(tmp_path: Path) -> None:
    fix = UNDO.format(n="01-001", day="2024-01-20", kind="更正", cited="2023-12/12-001", more=", 金额: 140.00, 科目: 515 其他支出")
    undo = UNDO.format(n="02-001", day="2024-02-20", kind="冲正", cited="2024-01/01-001", more="")
    found = checked(tmp_path, months={"2023-12": DECEMBER, "2024-01": fix, "2024-02": undo}, community=OLD)
    assert [c for c in codes(found) if c not in ("DBE012", "DBE013")] == []
    assert closing(found) == {n: fen for n, fen in (BEFORE | {"102": BEFORE["102"] + 100_00, "511": 0}).items() if fen}


def test_an_account_of_the_old_chart_named_in_a_correction_of_the_new_one_is_told(tmp_path: Path) -> None:
    fix = UNDO.format(n="01-001", day="2024-01-20", kind="更正", cited="2023-12/12-001", more=", 科目: 551 其他支出")
    found = checked(tmp_path, months={"2023-12": DECEMBER, "2024-01": fix}, community=OLD)
    assert [c for c in codes(found) if c not in ("DBE012", "DBE013")] == ["DBE002"]
    assert next(f for f in found.findings if f.code.id == "DBE002").remedy("zh") == "改用“515 其他支出”。"


def test_a_divided_line_with_sides_of_both_signs_is_worth_its_amount(tmp_path: Path) -> None:
    """收 60 元：经营收入 67，扣手续费 7；改了科目再冲正，冲回的是 60 元。"""
    legs = "      - {科目: 501 经营收入, 贷: 67.00}\n      - {科目: 513 管理费用, 借: 7.00}\n"
    fix = UNDO.format(n="01-002", day="2026-01-25", kind="更正", cited="01-001", more=", 摘要: 收租金")
    undo = UNDO.format(n="01-003", day="2026-01-26", kind="冲正", cited="01-002", more="")
    found = checked(tmp_path, LEGS.format(kind="收入", legs=legs) + fix + undo)
    assert codes(found) == []
    assert [p.amount for p in ledger(found).months[0].month.posted] == [60_00, 0, -60_00]


GOOD = ("501 经营收入", "513 管理费用", "11201 铺面承租户", "211 应付款")
WORDS = (*GOOD, *GOOD, "112 应收款", "101 库存现金", "102 银行存款", "某某科目", "办公费", "511 发包及上交收入")
KEPT = ("bank", "cash", "party/bank", "bnak")


def _drawn(random: Random, n: int) -> str:
    """A line whose accounts may be anything a secretary could mistype."""
    voucher, day, fen = f"01-{n:03}", f"2026-01-{10 + n:02}", f"{random.randint(1, 9)}0.00"
    kind, word, other = random.choice(("收入", "支出", "转账", "记账", "分录", "冲正", "更正", "退款")), random.choice(WORDS), random.choice(WORDS)
    if kind in ("冲正", "更正") and n:
        more = random.choice((f", 科目: {word}", f", 账户: {random.choice(KEPT)}", f", 金额: {fen}", f", 分摊: [{{科目: {word}, 金额: {fen}}}]"))
        return UNDO.format(n=voucher, day=day, kind=kind, cited=f"01-{random.randrange(n):03}", more=more if kind == "更正" else "")
    if kind == "退款" and n:
        more = random.choice(("", f", 科目: {word}", f", 分摊: [{{金额: {fen}}}]", f", 分摊: [{{科目: {word}, 金额: {fen}}}]"))
        return BACK.format(n=voucher, day=day, fen=fen, cited=f"01-{random.randrange(n):03}", more=more)
    if kind == "转账":
        ends = random.choices(KEPT, k=2)
        return f"  - {{凭证: {voucher}, 日期: {day}, 类型: 转账, 金额: {fen}, 转出账户: {ends[0]}, 转入账户: {ends[1]}, 摘要: 转, 票据: 回单 {n}}}\n"
    if kind == "记账":
        return journal(voucher, f"{word}, 借: {fen}", f"{other}, 贷: {fen}", day=day)
    account = random.choice(KEPT[:2] * 9 + KEPT[2:])
    head = f"  - 凭证: {voucher}\n    日期: {day}\n    类型: {random.choice(('收入', '支出'))}\n    金额: {fen}\n    账户: {account}\n    摘要: 事\n    对方: 户\n"
    if kind == "分录":
        legs = random.choice(([(word, "贷")], [(word, "借")], [("102 银行存款", "借"), (word, "贷")], [("101 库存现金", "贷"), (word, "借")]))
        return head + f"    票据: 收据 {n}\n    分录:\n" + "".join(f"      - {{科目: {account}, {side}: {fen}}}\n" for account, side in legs)
    return head + f"    票据: 收据 {n}\n    科目: {word}\n"


@pytest.mark.parametrize("seed", range(5))
def test_a_book_that_is_told_nothing_balances_and_agrees_with_cash_and_bank(tmp_path: Path, seed: int) -> None:
    """Hundreds of books with whatever may be mistyped: each one is told an error, or balances."""
    random, told_nothing, wrong = Random(seed), 0, 0
    for _ in range(60):
        lines = "".join(_drawn(random, n) for n in range(random.randint(1, 4)))
        found = checked(tmp_path, lines)
        month = ledger(found).months[0]
        if not found.errors:
            told_nothing += 1
            assert agrees(month), lines
        else:
            wrong += 1
    assert told_nothing > 2
    assert wrong > 2


@pytest.mark.parametrize("fen, said", [("55.55", []), ("55.56", ["FIN067"])])
def test_what_is_booked_to_other_expenses_of_the_chart_counts_as_other(tmp_path: Path, fen: str, said: list[str]) -> None:
    """500.00 of management: a tenth of the whole is 55.55, and a fen more is too much."""
    found = checked(tmp_path, FIRST + PAID.format(n="01-002", day="2026-01-06", fen=fen, account="515 其他支出"))
    assert [f.code.id for f in found.findings if f.code.id == "FIN067"] == said
