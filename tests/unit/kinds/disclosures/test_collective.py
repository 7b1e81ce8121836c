"""What a collective's lines, debts, assets and distribution are evidence of: every item has its own, in double entry and in single."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from mingbai import pipeline
from mingbai.books import Books
from mingbai.kinds.disclosures.duties import standings
from mingbai.kinds.disclosures.evidence import evidence
from tests.base.community import codes
from tests.support.building import REPOSITORY

AS_OF = datetime.date(2026, 11, 10)
HEXI = REPOSITORY / "examples/hexi"
MONTH = "finance/collective/2026-10.yml"
LINE = """  - 凭证: 10-0{n:02}
    日期: 2026-10-30
    类型: {kind}
    金额: 100.00
    科目: {category}
    摘要: {summary}
    票据: 收据 1
"""


def collective(
    root: Path, lines: Sequence[tuple[str, str, str, str]] = (), *, single: bool = False, more: Mapping[str, tuple[str, str]] | None = None
) -> Books:
    """The second demonstration, its collective's October with these lines (kind, category, summary, further fields); `single`: its book in single entry, by itself."""
    shutil.copytree(HEXI / "ledgers", root / "ledgers")
    path = root / "ledgers" / MONTH
    text = path.read_text("utf-8")
    head, _, tail = text.partition("计划:\n")
    made = "".join(
        LINE.format(n=50 + n, kind=kind, category=category, summary=summary) + rest for n, (kind, category, summary, rest) in enumerate(lines)
    )
    if single:
        for month in (root / "ledgers/finance/collective").glob("2026-0*.yml"):
            month.unlink()
        path.write_text("期间: 2026-10\n默认:\n  账户: bank\n收支:\n" + made, "utf-8")
        community = root / "ledgers/community.yml"
        before, at, after = community.read_text("utf-8").partition("    明细科目:\n")
        _, book, rest = after.partition("  - 编号: levy\n")
        community.write_text(before.replace("记账: 复式", "记账: 收支") + book + rest, "utf-8")
        assert at
    else:
        path.write_text(f"{head}{made}计划:\n{tail}", "utf-8")
    for name, (old, new) in (more or {}).items():
        file = root / "ledgers" / name
        assert old in file.read_text("utf-8"), (name, old)
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return pipeline.check(root, AS_OF).books


def items(books: Books, record: str) -> list[str]:
    """The items of income and expense of the collective that a voucher is evidence of."""
    found = {s.item.id: s.item for s in standings(books)}
    return [id for id, item in found.items() if id[:2] in ("C2", "C3") and any(t.id.endswith(record) for t in evidence(books, item))]


DOUBLE = [
    ("收入", "501 经营收入", "卖鱼", "", ["C2-01"]),
    ("收入", "11201 铺面承租户", "租金", "    合同: HT-2025-01\n", ["C2-01"]),
    ("收入", "501 经营收入", "鱼塘承包费", "    合同: HT-2024-01\n", ["C2-02"]),
    ("收入", "211 应付款", "铺面押金", "    合同: HT-2025-01\n", []),
    ("收入", "502 投资收益", "分红", "", ["C2-03"]),
    ("收入", "231 一事一议资金", "筹资", "", ["C2-04"]),
    ("收入", "503 补助收入", "运转经费", "", ["C2-05"]),
    ("收入", "241 专项应付款", "尾水治理", "", ["C2-06"]),
    ("收入", "24101 征地补偿费", "征河滩地", "", ["C2-07"]),
    ("收入", "24102 扶贫款", "帮扶", "", ["C2-08"]),
    ("收入", "154 固定资产清理", "卖旧水泵", "", ["C2-10"]),
    ("收入", "504 其他收入", "利息", "", ["C2-11"]),
    ("支出", "511 经营支出", "修卷帘门", "", ["C3-01"]),
    ("支出", "513 管理费用", "监事误工补贴", "", ["C3-02"]),
    ("支出", "212 应付工资", "九月", "", ["C3-02"]),
    ("支出", "513 管理费用", "订报纸", "", ["C3-03"]),
    ("支出", "513 管理费用", "打印纸", "", ["C3-04"]),
    ("支出", "514 公益支出", "慰问老人", "", ["C3-05"]),
    ("支出", "151 固定资产", "买水泵", "", ["C3-06"]),
    ("支出", "153 在建工程", "晒场", "", ["C3-06"]),
    ("支出", "24101 征地补偿费", "分给承包户", "", ["C3-07"]),
    ("支出", "24102 扶贫款", "发鸡苗", "", ["C3-08"]),
    ("支出", "515 其他支出", "借款利息", "", ["C3-10"]),
    ("支出", "241 专项应付款", "清淤", "", ["C3-10"]),
    ("支出", "221 长期借款及应付款", "还借款", "", []),  # no expense: C6-02 tells it
]
SUBACCOUNTS = (
    "      - 编号: 32201\n",
    "      - 编号: 24101\n        名称: 征地补偿费\n      - 编号: 24102\n        名称: 扶贫款\n      - 编号: 32201\n",
)


def test_a_line_in_double_entry_is_evidence_of_the_one_item_its_account_is_of(tmp_path: Path) -> None:
    books = collective(tmp_path, [line[:4] for line in DOUBLE], more={"community.yml": SUBACCOUNTS})
    found = [(kind, category, summary, items(books, f"/10-0{50 + n}")) for n, (kind, category, summary, _, _) in enumerate(DOUBLE)]
    assert found == [(kind, category, summary, wanted) for kind, category, summary, _, wanted in DOUBLE]


OLD = [
    ("收入", "501 经营收入", "C2-01"),
    ("收入", "511 发包及上交收入", "C2-02"),
    ("收入", "561 投资收益", "C2-03"),
    ("收入", "522 补助收入", "C2-05"),
    ("收入", "153 固定资产清理", "C2-10"),
    ("收入", "521 农业税附加返还收入", "C2-11"),
    ("收入", "531 其他收入", "C2-11"),
    ("支出", "502 经营支出", "C3-01"),
    ("支出", "211 应付工资", "C3-02"),
    ("支出", "541 管理费用", "C3-04"),
    ("支出", "212 应付福利费", "C3-05"),
    ("支出", "154 在建工程", "C3-06"),
    ("支出", "551 其他支出", "C3-10"),
]


def test_so_it_is_in_the_chart_of_2004(tmp_path: Path) -> None:
    """Its numbers mean other things: 502 was expense, 511 income."""
    chart = ("    记账: 复式\n", "    记账: 复式\n    科目表: kj-2004\n")
    books = collective(tmp_path, [(kind, category, "十月", "") for kind, category, _ in OLD], more={"community.yml": chart})
    found = [(kind, category, items(books, f"/10-0{50 + n}")) for n, (kind, category, _) in enumerate(OLD)]
    assert found == [(kind, category, [wanted]) for kind, category, wanted in OLD]


SINGLE = [
    ("收入", "门面租金", "C2-01"),
    ("收入", "土地承包费", "C2-02"),
    ("收入", "投资收入", "C2-03"),
    ("收入", "一事一议筹资", "C2-04"),
    ("收入", "财政补助收入", "C2-05"),
    ("收入", "专项补助收入", "C2-06"),
    ("收入", "征地补偿款", "C2-07"),
    ("收入", "救灾款", "C2-08"),
    ("收入", "资产处置收入", "C2-10"),
    ("收入", "利息收入", "C2-11"),
    ("收入", "停车费", "C2-11"),  # what no other item is about
    ("支出", "税费", "C3-01"),
    ("支出", "干部报酬", "C3-02"),
    ("支出", "报刊费", "C3-03"),
    ("支出", "水电费", "C3-04"),
    ("支出", "公益事业费", "C3-05"),
    ("支出", "设备购置费", "C3-06"),
    ("支出", "土地补偿款", "C3-07"),
    ("支出", "扶贫支出", "C3-08"),
    ("支出", "捐赠支出", "C3-09"),
    ("支出", "手续费", "C3-10"),
    ("支出", "诉讼费", "C3-10"),
]


def test_a_line_in_single_entry_is_evidence_of_one_item_what_is_of_none_of_the_others_of_the_last(tmp_path: Path) -> None:
    books = collective(tmp_path, [(kind, category, "十月", "") for kind, category, _ in SINGLE], single=True)
    found = [(kind, category, items(books, f"/10-0{50 + n}")) for n, (kind, category, _) in enumerate(SINGLE)]
    assert found == [(kind, category, [wanted]) for kind, category, wanted in SINGLE]


@pytest.mark.parametrize("category", ["贷款", "铺面押金", "往来款"])
def test_money_that_has_to_go_back_is_no_income_of_a_collective(tmp_path: Path, category: str) -> None:
    assert items(collective(tmp_path, [("收入", category, "十月", "")], single=True), "/10-050") == []


@pytest.mark.parametrize(
    "item, period, told",
    [
        ("C2-07", "2026-Q1", 0),  # rents came, no compensation for land
        ("C2-01", "2026-Q1", 1),
        ("C2-11", "2026-Q1", 1),
        ("C3-02", "2026-Q2", 1),
        ("C4-03", "2026-Q3", 1),  # bought years ago, and still there
        ("C4-05", "2026-Q3", 0),
        ("C5-01", "2026-Q2", 1),
        ("C6-01", "2026-Q2", 1),  # what the fish pond owes since March
        ("C6-02", "2026-Q1", 1),
        ("C6-03", "2026-Q2", 0),
    ],
)
def test_nothing_this_quarter_is_held_against_what_the_item_is_about(tmp_path: Path, item: str, period: str, told: int) -> None:
    """C1 apart: seven plans stand in one budget, which does not say for which of them."""
    shutil.copytree(HEXI / "ledgers", tmp_path / "ledgers")
    path = tmp_path / "ledgers/disclosures/2026.yml"
    head, at, rest = path.read_text("utf-8").partition(f"  - 事项: {item}\n    期间: {period}\n")
    entry, _, after = rest.partition("  - 事项: ")
    assert at
    path.write_text(f"{head}{at}{entry.replace('    本期无: 是', '').rstrip()}\n    本期无: 是\n  - 事项: {after}", "utf-8")
    assert codes(pipeline.check(tmp_path, AS_OF)).count("DUE004") == told


def test_a_claim_that_was_paid_stands_until_then(tmp_path: Path) -> None:
    """YS-2026-02 arose on 3 September and was paid on 20 October."""
    trace = next(t for t in collective(tmp_path).traces("debts") if t.id == "YS-2026-02")
    assert (trace.day, trace.until) == (datetime.date(2026, 9, 3), datetime.date(2026, 10, 20))


def test_an_account_that_holds_something_is_told_at_the_end_of_each_quarter(tmp_path: Path) -> None:
    """A share in a company is in no register: the account says that there is one, and how much."""
    opened = (
        "      - 科目: 301 资本\n        贷: 520000.00\n",
        "      - 科目: 141 长期投资\n        借: 50000.00\n      - 科目: 301 资本\n        贷: 570000.00\n",
    )
    found = {s.item.id: s for s in standings(collective(tmp_path, more={"community.yml": opened}))}
    assert [t.words for t in found["C4-05"].traces] == ["长期投资余额 50,000.00 元"] * 4  # three quarters, and October
    assert found["C4-06"].traces == ()


def test_a_distribution_is_of_the_parts_that_are_not_nought(tmp_path: Path) -> None:
    found = {s.item.id: [t.id for t in s.traces] for s in standings(collective(tmp_path))}
    assert [id for id in (f"C7-0{n}" for n in range(1, 7)) if found[id]] == ["C7-01", "C7-02", "C7-05"]
