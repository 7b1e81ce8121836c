"""Books in double entry drawn from a seed: receipts, payments, 分录, 分摊, transfers, journal lines, and whatever takes them back or puts them right.

Some begin in 2023 and go over from the chart of 2004 to that of 2023; some keep their banks in sub-accounts; some have funds.
Every book is drawn so that nothing in it is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from tests.support.drawn import yuan

_BOTH = ("11201 甲户", "11202 乙户", "151 固定资产", "152 累计折旧", "301 资本", "322 收益分配", "401 生产(劳务)成本", "501 经营收入")
OLD = (*_BOTH, "20201 建筑队", "15301 拖拉机", "502 经营支出", "541 管理费用", "511 发包及上交收入", '"522"', "其他支出")
NEW = (*_BOTH, "21102 建筑队", "154 固定资产清理", "511 经营支出", "513 管理费用", "504 其他收入", '"503"', "公益支出")
"""Accounts to draw from, by number, by name and by both; none of them has another meaning in the other chart that went unnoticed."""


def community(seed: int, books: int) -> dict[str, str]:
    """Files below ledgers/ of a community with so many books in double entry; it has no errors."""
    random = Random(seed)
    drawn = [DoubleBook(random, f"b{n:03}") for n in range(books)]
    files = {f"finance/{b.id}/{m}.yml": text for b in drawn for m, text in b.months()}
    funds = "".join(b.funds_declared for b in drawn)
    head = "格式: 1\n名称: 抽样合作社\n类型: 集体经济组织\n虚构: true\n账簿:\n" + "".join(b.declared for b in drawn)
    return {"community.yml": head + (f"资金:\n{funds}" if funds else ""), **files}


@dataclass
class _Line:
    """A line of its own as it stands: what it is worth and from which parts, what came back, whether it was undone."""

    id: str
    sort: str
    amount: int
    parts: list[tuple[str, str]] = field(default_factory=list)
    refunded: int = 0


@dataclass
class DoubleBook:
    """One book; its lines are drawn month by month."""

    random: Random
    id: str
    own: list[_Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        r = self.random
        self.old, self.banks, self.has_funds = r.random() < 0.5, r.random() < 0.5, r.random() < 0.3
        self.names = ("2023-11", "2023-12", "2024-01", "2024-02") if self.old else ("2026-01", "2026-02", "2026-03")
        self.bank, self.post, self.cash, self.claim = (r.randint(0, 10**9) for _ in range(4))
        self.accounts = ("bank", "post", "cash") if self.banks else ("bank", "cash")
        self.text = {m: "".join(self._line(m, n) for n in range(r.randint(1, 12))) for m in self.names}

    @property
    def money(self) -> int:
        """What all accounts open with."""
        return self.bank + self.cash + (self.post if self.banks else 0)

    @property
    def declared(self) -> str:
        kept = [
            ("bank", "基本户", "银行", self.bank, "\n        会计科目: 10201 农商行"),
            ("post", "邮储户", "银行", self.post, '\n        会计科目: "10202"'),
        ]
        kept = [*(kept if self.banks else [(*kept[0][:4], "")]), ("cash", "现金", "现金", self.cash, "")]
        accounts = "".join(
            f"      - 编号: {i}\n        名称: {n}\n        种类: {k}\n        期初: {yuan(fen)}{more}\n" for i, n, k, fen, more in kept
        )
        subs = [("11201", "甲户"), ("11202", "乙户"), ("21102", "建筑队"), ("20201", "建筑队"), ("15301", "拖拉机")]
        subs = [s for s in subs if self.old or s[0] not in ("20201", "15301")] + ([("10201", "农商行"), ("10202", "邮储")] if self.banks else [])
        below = "".join(f'      - {{编号: "{number}", 名称: {name}}}\n' for number, name in subs)
        opened = f"      - {{科目: 11201 甲户, 借: {yuan(self.claim + 1)}}}\n      - {{科目: 301 资本, 贷: {yuan(self.money + self.claim + 1)}}}\n"
        head = f"  - 编号: {self.id}\n    名称: 账 {self.id}\n    主体: 合作社\n    记账: 复式\n    启用: {self.names[0]}-01\n"
        return f"{head}    账户:\n{accounts}    明细科目:\n{below}    科目期初:\n{opened}"

    @property
    def funds_declared(self) -> str:
        if not self.has_funds:
            return ""
        one = self.random.randint(0, self.money)
        line = "  - {{编号: {id}-f{n}, 名称: 资金 {n}, 账簿: {id}, 性质: 自筹, 期初: {fen}}}\n"
        return "".join(line.format(id=self.id, n=n, fen=yuan(fen)) for n, fen in enumerate((one, self.money - one)))

    def months(self) -> Iterator[tuple[str, str]]:
        return ((m, f"期间: {m}\n收支:\n{text}") for m, text in self.text.items())

    def _accounts(self, month: str) -> tuple[str, ...]:
        return OLD if month < "2024" else NEW

    def _fund(self) -> str:
        return f"{self.id}-f{self.random.randrange(2)}" if self.has_funds else ""

    def _line(self, month: str, n: int) -> str:
        r, voucher = self.random, f"{month[5:]}-{n:03}"
        sort = r.choice(("收", "付", "收", "付", "分录", "分摊", "转账", "别的账", "记账", "冲正", "更正", "更正", "退款"))
        if sort in ("冲正", "更正", "退款"):
            undone = self._undo(sort, month, voucher)
            if undone:
                return undone
            sort = "收"
        amount = r.randint(100, 10**8)
        head = f"  - 凭证: {voucher}\n    日期: {month}-{r.randint(1, 27):02}\n    类型: "
        line = _Line(f"{self.id}/{month}/{voucher}", sort, amount)
        self.own.append(line)
        if sort == "转账":
            ends = r.sample(self.accounts, 2)
            return f"{head}转账\n    金额: {yuan(amount)}\n    转出账户: {ends[0]}\n    转入账户: {ends[1]}\n    摘要: 转\n    票据: 回单 {n}\n"
        one, other = r.sample(self._accounts(month), 2)
        if sort == "记账":
            legs = f"      - {{科目: {one}, 借: {yuan(amount)}}}\n      - {{科目: {other}, 贷: {yuan(amount)}}}\n"
            return f"{head}记账\n    摘要: 记一笔\n    分录:\n{legs}"
        fund = self._fund()
        said = f"    资金: {fund}\n" if fund else ""
        if sort == "别的账":
            line.sort = "转账"
            paid = (
                f"    转出账户: {r.choice(self.accounts)}\n    转入账簿: b000\n" if self.id != "b000" else "    转入账户: bank\n    转出账簿: b001\n"
            )
            return f"{head}转账\n    金额: {yuan(amount)}\n{paid}{said}    科目: 113 内部往来\n    摘要: 往来\n    票据: 回单 {n}\n"
        kind = {"收": "收入", "付": "支出"}.get(sort) or r.choice(("收入", "支出"))
        whole = f"{head}{kind}\n    金额: {yuan(amount)}\n    账户: {r.choice(self.accounts)}\n    摘要: 收付\n    对方: 某户\n    票据: 收据 {n}\n"
        if sort == "分录":
            line.parts = [(fund, one), (fund, other)]
            here, there = ("贷", "借") if kind == "收入" else ("借", "贷")
            return f"{whole}{said}    分录:\n      - {{科目: {one}, {here}: {yuan(amount + 7)}}}\n      - {{科目: {other}, {there}: 0.07}}\n"
        if sort == "分摊":
            line.parts = [(fund, one), (self._fund(), other)]
            return f"{whole}    分摊:\n{self._shares(line.parts, amount)}"
        line.parts = [(fund, one)]
        return f"{whole}{said}    科目: {one}\n"

    def _shares(self, parts: list[tuple[str, str]], amount: int) -> str:
        """The parts of a division, the last takes the rest."""
        cut = [amount // (len(parts) + 1)] * (len(parts) - 1)
        cut.append(amount - sum(cut))
        funds = ("资金: " + fund + ", " if fund else "" for fund, _ in parts)
        return "".join(f"      - {{{fund}科目: {account}, 金额: {yuan(fen)}}}\n" for fund, (_, account), fen in zip(funds, parts, cut, strict=True))

    def _undo(self, sort: str, month: str, voucher: str) -> str:
        """A reversal, refund or correction of a line that can still be undone so; empty where there is none."""
        r = self.random
        open_ = [x for x in self.own if (sort != "冲正" or not x.refunded) and (sort == "冲正" or x.sort not in ("转账", "记账"))]
        if sort == "退款":
            open_ = [x for x in open_ if x.refunded < x.amount and x.sort != "分录"]
        if not open_:
            return ""
        first = r.choice(open_)
        cites = {"冲正": "冲正凭证", "更正": "更正凭证", "退款": "原凭证"}[sort]
        head = f"  - 凭证: {voucher}\n    日期: {month}-28\n    类型: {sort}\n    {cites}: {first.id}\n"
        why = "    原因: 记错\n    批准: 社长\n"
        if sort == "冲正":
            self.own.remove(first)
            return head + why
        if sort == "退款":
            back = (
                r.randint(1, first.amount - first.refunded) if len(first.parts) == 1 else r.randint(1, max((first.amount - first.refunded) // 4, 1))
            )
            first.refunded += back
            where = f"    分摊:\n{self._shares(first.parts, back)}" if len(first.parts) > 1 and back < first.amount else ""
            if where and (first.amount < 1000 or first.parts[0][0] != first.parts[1][0] or self._changed(first, month) or back < 2):
                first.refunded -= back
                return ""
            return f"{head}    金额: {yuan(back)}\n    摘要: 退回\n    票据: 回单 1\n{where}"
        return head + self._correct(first, month) + why

    def _changed(self, line: _Line, month: str) -> bool:
        """Whether the chart has changed since the line was booked, so that its accounts have other names."""
        return self.old and (line.id.split("/")[1] < "2024") != (month < "2024")

    def _correct(self, first: _Line, month: str) -> str:
        """What a correction says; the line is worth what it says from then on."""
        r, accounts = self.random, self._accounts(month)
        if first.refunded or r.random() < 0.3:
            account = r.choice(accounts)
            if len(first.parts) > 1 or first.refunded:
                return f"    摘要: 写清楚 {voucher_words(r)}\n"
            first.parts = [(first.parts[0][0], account)]
            return f"    科目: {account}\n"
        if len(first.parts) > 1 or r.random() < 0.3:
            fund = first.parts[0][0]
            first.parts, first.amount, first.sort = [(fund, a) for a in r.sample(accounts, 2)], r.randint(1000, 10**8), "分摊"
            return f"    金额: {yuan(first.amount)}\n    分摊:\n{self._shares(first.parts, first.amount)}"
        first.amount = r.randint(100, 10**8)
        account = f"    账户: {r.choice(self.accounts)}\n" if r.random() < 0.5 else ""
        return f"    金额: {yuan(first.amount)}\n{account}"


def voucher_words(random: Random) -> str:
    """Some words that differ from time to time."""
    return f"第 {random.randint(1, 10**6)} 稿"
