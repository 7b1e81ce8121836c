"""Independent proof of double entry: hledger and beancount add up two hundred drawn books of a collective, and agree to the fen."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest

from mingbai import exporting, pipeline
from mingbai.exporting import Journal
from mingbai.kinds.finance.posting.double import double_ledgers
from mingbai.pipeline import Checked
from tests.conftest import AS_OF, write

BOOKS = 200
MONTHS = ("2026-01", "2026-02", "2026-03")
ACCOUNTS = (
    "11201 甲户",
    "11202 乙户",
    "151 固定资产",
    "152 累计折旧",
    "211 应付款",
    "301 资本",
    "322 收益分配",
    "401 生产(劳务)成本",
    "501 经营收入",
    "513 管理费用",
)


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


class Drawn:
    """A book in the making: its declaration and its months."""

    def __init__(self, random: Random, id: str) -> None:
        self.random, self.id, self.own = random, id, list[str]()
        bank, cash, claim = (random.randint(0, 10**9) for _ in range(3))
        self.declared = (
            f"  - 编号: {id}\n    名称: 账 {id}\n    主体: 合作社\n    记账: 复式\n    启用: 2026-01-01\n    账户:\n"
            f"      - {{编号: bank, 名称: 基本户, 种类: 银行, 期初: {yuan(bank)}}}\n      - {{编号: cash, 名称: 现金, 种类: 现金, 期初: {yuan(cash)}}}\n"
            '    明细科目:\n      - {编号: "11201", 名称: 甲户}\n      - {编号: "11202", 名称: 乙户}\n'
            f"    科目期初:\n      - {{科目: 11201 甲户, 借: {yuan(claim + 1)}}}\n      - {{科目: 301 资本, 贷: {yuan(bank + cash + claim + 1)}}}\n"
        )
        self.months = {m: "".join(self.line(m, n) for n in range(random.randint(1, 9))) for m in MONTHS}

    def line(self, month: str, n: int) -> str:
        r, voucher = self.random, f"{month[5:]}-{n:03}"
        kind = r.choice(("收入", "支出", "转账", "记账", "分录", "冲正", "更正"))
        amount, day = r.randint(1, 10**8), f"{month}-{r.randint(1, 28):02}"
        head = f"  - 凭证: {voucher}\n    日期: {day}\n    类型: {'收入' if kind == '分录' else kind}\n"
        if kind in ("冲正", "更正") and not self.own:
            kind, head = "收入", head.replace(kind, "收入")
        if kind in ("冲正", "更正"):
            cited = self.own.pop(0)
            word = f"    {kind}凭证: {cited}\n    原因: 记错\n    批准: 社长\n"
            return head.replace(day, f"{month}-28") + (f"    金额: {yuan(amount)}\n    科目: {r.choice(ACCOUNTS)}\n" if kind == "更正" else "") + word
        if kind == "转账":
            return head + f"    金额: {yuan(amount)}\n    转出账户: bank\n    转入账户: cash\n    摘要: 提现\n"
        one, other = r.sample(ACCOUNTS, 2)
        if kind == "记账":
            legs = f"      - {{科目: {one}, 借: {yuan(amount)}}}\n      - {{科目: {other}, 贷: {yuan(amount)}}}\n"
            return head + f"    摘要: 记一笔\n    分录:\n{legs}"
        whole = head + f"    金额: {yuan(amount)}\n    账户: {r.choice(('bank', 'cash'))}\n    摘要: 收付\n    对方: 某户\n    票据: 收据 {n}\n"
        if kind == "分录":
            legs = f"      - {{科目: {one}, 贷: {yuan(amount + 7)}}}\n      - {{科目: {other}, 借: 0.07}}\n"
            return whole + f"    分录:\n{legs}"
        if kind in ("收入", "支出"):
            self.own.append(f"{self.id}/{month}/{voucher}")
        return whole + f"    科目: {one}\n"


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    random = Random(20261127)
    drawn = [Drawn(random, f"b{n:03}") for n in range(BOOKS)]
    files = {f"finance/{d.id}/{m}.yml": f"期间: {m}\n收支:\n{text}" for d in drawn for m, text in d.months.items()}
    files["community.yml"] = "格式: 1\n名称: 抽样合作社\n类型: 集体经济组织\n虚构: true\n账簿:\n" + "".join(d.declared for d in drawn)
    found = pipeline.check(write(tmp_path_factory.mktemp("double"), files), AS_OF)
    assert {f.code.id: f.message("zh") for f in found.findings if f.severity.value == "error"} == {}
    return found


@pytest.fixture(scope="module")
def made(checked: Checked) -> Journal:
    return exporting.journal(pipeline.view(checked), "抽样合作社")


def ours(checked: Checked) -> dict[str, int]:
    """What every account holds in the end, by book and number; fen, debit positive."""
    found: dict[str, int] = {}
    for id, double in checked.books.derived(double_ledgers).items():
        found |= {f"{id}:{n}": fen for n, fen in double.months[-1].closing.items() if fen}
    return found


def theirs(balances: dict[str, int]) -> dict[str, int]:
    """The same from a program's accounts: `assets:b001:112-应收款:11201-甲户` is b001:11201, bank accounts counted in theirs."""
    found: dict[str, int] = {}
    for account, fen in balances.items():
        _, book, *rest = account.split(":")
        number = [re.match(r"\d+", part) for part in rest]
        key = f"{book.lower()}:{[n[0] for n in number if n][-1]}"
        found[key] = found.get(key, 0) + fen
    return {k: v for k, v in found.items() if v}


def hledger(text: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("hledger") is None:
        if os.environ.get("MINGBAI_CI"):
            pytest.fail("hledger is missing")
        pytest.skip("hledger is missing: apt-get install hledger")
    (folder / "j.journal").write_text(text, "utf-8")
    command = ["hledger", "-f", str(folder / "j.journal"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"})


def test_hledger_reaches_the_same_balance_of_every_account(checked: Checked, made: Journal, tmp_path: Path) -> None:
    text = exporting.WRITERS["hledger"](made)
    assert hledger(text, tmp_path, "check", "--strict").stderr == ""
    listed = hledger(text, tmp_path, "balance", "--flat", "-N", "-O", "csv").stdout
    rows = {r["account"]: round(float(r["balance"].removesuffix(" CNY").replace(",", "")) * 100) for r in csv.DictReader(io.StringIO(listed))}
    assert theirs(rows) == ours(checked)


def test_beancount_reaches_the_same_balance_of_every_account(checked: Checked, made: Journal) -> None:
    from beancount import loader
    from beancount.core import realization

    entries, errors, _ = loader.load_string(exporting.WRITERS["beancount"](made))
    assert [e.message for e in errors] == []
    rows: dict[str, int] = {}
    for account in realization.iter_children(realization.realize(entries), leaf_only=False):
        for position in account.balance:
            rows[account.account] = int(position.units.number * 100)
    assert theirs(rows) == ours(checked)


@pytest.mark.parametrize("n", [0, 11, 99])
def test_a_planted_fen_is_caught(made: Journal, tmp_path: Path, n: int) -> None:
    from beancount import loader

    for name in ("hledger", "beancount"):
        text = exporting.WRITERS[name](made)
        pairs = list(re.finditer(r"(?m)^( +\S+  )(-?\d+)(\.\d\d CNY\n +\S+  )(-?\d+)(\.\d\d CNY)$", text.split("2026-01-31", 1)[0]))
        one = pairs[len(pairs) - 1 - n % min(len(pairs), 3)]
        wrong = f"{text[: one.start()]}{one[1]}{int(one[2]) + 1}{one[3]}{int(one[4]) - 1}{one[5]}{text[one.end() :]}"
        if name == "hledger":
            assert "assertion" in hledger(wrong, tmp_path, "check").stderr
        else:
            assert any("Balance failed" in e.message for e in loader.load_string(wrong)[1])


def test_where_the_chart_changes_the_balances_go_over(tmp_path: Path) -> None:
    from beancount import loader

    from tests.unit.kinds.finance.double import COMMUNITY, root

    old = COMMUNITY.replace("322 收益分配", "202 应付款").replace("11201 铺面承租户", '"11201"').replace("{begins}", "2023-12-01")
    line = "  - {{凭证: {n}, 日期: {day}, 类型: 支出, 金额: 100.00, 科目: {account}, 摘要: 修水泵, 对方: 某五金店, 票据: 发票 {n}}}\n"
    months = {
        "2023-12": line.format(n="12-001", day="2023-12-05", account="502 经营支出"),
        "2024-01": line.format(n="01-001", day="2024-01-05", account="511 经营支出"),
    }
    found = pipeline.check(root(tmp_path, months, old), AS_OF)
    journal = exporting.journal(pipeline.view(found), "河西村")
    text = exporting.WRITERS["hledger"](journal)
    assert "科目改用农村集体经济组织会计制度" in text
    assert hledger(text, tmp_path, "check", "--strict").stderr == ""
    assert [e.message for e in loader.load_string(exporting.WRITERS["beancount"](journal))[1]] == []
