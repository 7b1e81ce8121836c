"""What money must obey: parts sum to totals whatever the lines, a line and its reversal are nothing, no fen is lost in reading or printing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai import writing
from mingbai.values.money import fen, grouped, plain
from tests.unit.kinds.finance.ledger import ledgers, table

modest = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(max_examples=300, deadline=None)

FUNDS, ACCOUNTS = ("alpha", "beta", "gamma"), ("bank", "cash")
openings = st.lists(st.integers(-50_000, 10_000_000), min_size=5, max_size=5)


def community(opened: list[int]) -> dict[str, Any]:
    """Two books: `main` with two accounts and three funds, `other` with one account and no fund."""
    second = sum(opened[:3]) - opened[3]
    accounts = [{"编号": a, "名称": a, "种类": k, "期初": plain(n)} for a, k, n in zip(ACCOUNTS, ("银行", "现金"), (opened[3], second), strict=True)]
    return {
        "格式": "1",
        "名称": "示例社区居民委员会",
        "类型": "城市居委会",
        "网址": "https://xinhe.example.org/",
        "账簿": [
            {"编号": "main", "名称": "居委会账", "主体": "居民委员会", "启用": "2026-01-01", "账户": accounts},
            {
                "编号": "other",
                "名称": "另一本账",
                "主体": "党组织",
                "启用": "2026-01-01",
                "账户": [{"编号": "bank", "名称": "户", "种类": "银行", "期初": plain(opened[4])}],
            },
        ],
        "资金": [{"编号": f, "名称": f, "账簿": "main", "性质": "自筹", "期初": plain(n)} for f, n in zip(FUNDS, opened[:3], strict=True)],
        "监督委员会": [{"姓名": "赵示例", "角色": ["监督委员会主任"]}],
    }


amounts = st.integers(1, 100_000_00)
simple = st.fixed_dictionaries(
    {"类型": st.sampled_from(["收入", "支出"]), "金额": amounts, "账户": st.sampled_from(ACCOUNTS), "资金": st.sampled_from(FUNDS)}
)
divided = st.fixed_dictionaries(
    {
        "类型": st.sampled_from(["收入", "支出"]),
        "账户": st.sampled_from(ACCOUNTS),
        "分摊": st.lists(st.tuples(st.sampled_from(FUNDS), amounts), min_size=1, max_size=4),
    }
)
moved = st.fixed_dictionaries({"类型": st.just("转账"), "金额": amounts, "ends": st.sampled_from(["accounts", "funds", "both", "out", "in"])})
undone = st.fixed_dictionaries({"类型": st.sampled_from(["冲正", "退款"]), "金额": amounts, "which": st.integers(0, 30)})
months = st.lists(st.lists(st.one_of(simple, divided, moved, undone), max_size=7), min_size=1, max_size=3)

_ENDS = {
    "accounts": {"转出账户": "bank", "转入账户": "cash"},
    "funds": {"转出资金": "beta", "转入资金": "gamma"},
    "both": {"转出账户": "cash", "转入账户": "bank", "转出资金": "alpha", "转入资金": "beta"},
    "out": {"转出账户": "bank", "转出资金": "beta", "转入账簿": "other"},
    "in": {"转入账户": "cash", "转入资金": "gamma", "转出账簿": "other"},
}


def files(opened: list[int], drawn: list[list[dict[str, Any]]]) -> dict[str, str]:
    """The ledgers as text; what is undone was done before, once, and by no more than its amount."""
    made = {"community.yml": writing.dump(community(opened))}
    done: list[tuple[str, dict[str, Any]]] = []
    for number, lines in enumerate(drawn, 1):
        period = f"2026-{number:02}"
        written = [line for n, one in enumerate(lines, 1) if (line := _line(f"{number:02}-{n:03}", f"{period}-{n:02}", one, done, period))]
        body: dict[str, Any] = {"期间": period}
        body |= {"收支": written} if written else {"本期无": {"签署": "主任", "日期": f"{period}-28"}}
        made[f"finance/main/{period}.yml"] = writing.dump(body)
    return made


def _line(voucher: str, day: str, one: dict[str, Any], done: list[tuple[str, dict[str, Any]]], period: str) -> dict[str, Any] | None:
    line: dict[str, Any] = {"凭证": voucher, "日期": day, "类型": one["类型"], "摘要": "一笔"}
    if "which" in one:
        if not done:
            return None
        cited, first = done.pop(one["which"] % len(done))
        if one["类型"] == "冲正":
            return line | {"冲正凭证": cited, "原因": "记错"}
        if first["类型"] == "转账":
            return None
        fund = first["分摊"][0]["资金"] if "分摊" in first else None
        most = sum(fen(s["金额"]) for s in first["分摊"] if s["资金"] == fund) if fund else fen(first["金额"])
        return line | {"金额": plain(min(one["金额"], most)), "原凭证": cited} | ({"资金": fund} if fund else {})
    if "ends" in one:
        line |= {"金额": plain(one["金额"])} | _ENDS[one["ends"]]
    elif "分摊" in one:
        shares = [{"资金": fund, "金额": plain(n)} for fund, n in one["分摊"]]
        line |= {"账户": one["账户"], "金额": plain(sum(n for _, n in one["分摊"])), "分摊": shares}
    else:
        line |= {"金额": plain(one["金额"]), "账户": one["账户"], "资金": one["资金"]}
    done.append((f"main/{period}/{voucher}", line))
    return line


def yuan(row: Mapping[str, str], *names: str) -> list[int]:
    return [fen(row[name]) for name in names]


@modest
@given(openings, months)
def test_the_days_of_an_account_or_fund_chain_and_come_to_its_months(opened: list[int], drawn: list[list[dict[str, Any]]]) -> None:
    found = ledgers(files(opened, drawn), bare=True)
    left: dict[tuple[str, ...], int] = {}
    sums: dict[tuple[str, ...], list[int]] = {}
    for row in table(found, "finance-daily"):
        one = (row["book"], row["by"], row["id"])
        opening, *flow, closing = yuan(row, "opening", "income", "expense", "moved", "closing")
        assert opening == left.get(one, opening)
        assert opening + flow[0] - flow[1] + flow[2] == closing
        left[one] = closing
        month = sums.setdefault((*one, row["date"][:7]), [0, 0, 0])
        month[:] = [a + b for a, b in zip(month, flow, strict=True)]
    balances = table(found, "finance-balances")
    for row in balances:
        assert sums.pop((row["book"], row["by"], row["id"], row["period"]), [0, 0, 0]) == yuan(row, "income", "expense", "moved")
    assert not any(any(flow) for flow in sums.values())
    newest: dict[tuple[str, ...], int] = {(r["book"], r["by"], r["id"]): yuan(r, "closing")[0] for r in balances}
    assert {one: newest[one] for one in left} == left


@modest
@given(openings, months)
def test_parts_sum_to_totals(opened: list[int], drawn: list[list[dict[str, Any]]]) -> None:
    found = ledgers(files(opened, drawn), bare=True)
    assert [f.message("zh") for f in found.findings if f.severity.value == "error"] == []
    before = sum(opened[:3])
    for row in (r for r in table(found, "finance-periods") if r["book"] == "main"):
        opening, income, expense, closing = yuan(row, "opening", "income", "expense", "closing")
        assert opening == before
        assert opening + income - expense == closing
        before = closing
        for by in ("account", "fund"):
            parts = [r for r in table(found, "finance-balances") if (r["book"], r["period"], r["by"]) == ("main", row["period"], by)]
            sums = [sum(column) for column in zip(*(yuan(p, "opening", "income", "expense", "moved", "closing") for p in parts), strict=True)]
            assert sums == [opening, income, expense, 0, closing], by
            assert all(o + i - e + m == c for o, i, e, m, c in (yuan(p, "opening", "income", "expense", "moved", "closing") for p in parts))
        lines = [r for r in table(found, "finance-lines") if (r["book"], r["period"]) == ("main", row["period"])]
        assert sum(fen(r["income"]) for r in lines if r["income"]) == income
        assert sum(fen(r["expense"]) for r in lines if r["expense"]) == expense


@modest
@given(openings, st.one_of(simple, divided, moved))
def test_a_line_and_its_reversal_change_no_balance(opened: list[int], one: dict[str, Any]) -> None:
    plain_ = ledgers(files(opened, [[]]), bare=True)
    both = ledgers(files(opened, [[one, {"类型": "冲正", "金额": 1, "which": 0}]]), bare=True)
    closing = [[(r["by"], r["id"], r["closing"]) for r in table(found, "finance-balances")] for found in (plain_, both)]
    assert closing[0] == closing[1]
    assert [r["closing"] for r in table(plain_, "finance-periods")] == [r["closing"] for r in table(both, "finance-periods")]


@modest
@given(openings, months, st.integers(2, 9))
def test_all_amounts_times_n_make_all_figures_times_n(opened: list[int], drawn: list[list[dict[str, Any]]], n: int) -> None:
    def times(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: v * n if k == "金额" else times(v) for k, v in value.items()}
        if isinstance(value, list):
            return [times(v) for v in value]
        return (value[0], value[1] * n) if isinstance(value, tuple) else value

    once, often = ledgers(files(opened, drawn), bare=True), ledgers(files([o * n for o in opened], times(drawn)), bare=True)
    columns = ("opening", "income", "expense", "moved", "closing")
    assert [[v * n for v in yuan(r, *columns)] for r in table(once, "finance-balances")] == [
        yuan(r, *columns) for r in table(often, "finance-balances")
    ]


@many
@given(st.integers(-(10**14) + 1, 10**14 - 1))
def test_an_amount_survives_printing_and_reading(value: int) -> None:
    assert fen(plain(value)) == fen(grouped(value)) == value
    full_width = plain(value).translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)})
    assert fen(full_width) == value
    assert fen(f"￥{grouped(value)}" if value >= 0 else plain(value)) == value


@many
@given(st.integers(0, 10**12 - 1), st.integers(0, 9))
def test_decimals_left_out_are_zeros(yuan_: int, tenths: int) -> None:
    assert fen(f"{yuan_}") == fen(f"{yuan_}.0") == fen(f"{yuan_}.00") == yuan_ * 100
    assert fen(f"{yuan_}.{tenths}") == fen(f"{yuan_}.{tenths}0") == yuan_ * 100 + tenths * 10
