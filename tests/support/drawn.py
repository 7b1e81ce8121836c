"""Ledgers drawn from a seed: every kind of line that a single-entry book knows, thousands of books in one community."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

MONTHS = ("2026-01", "2026-02", "2026-03")
CATEGORIES = ("办公费", "维修费（楼道）", "a b, c; d", "A-b", "补助收入", "利息收入")
WORDS = ("购打印纸", "换灯 3 盏；修门", "a | b [2026-13-45] date: x, y", '引号"反斜\\杠', "付 50% 定金 #1", "1/2 场地费")


def community(seed: int, books: int) -> dict[str, str]:
    """Files below ledgers/ of a community with so many books; it has no errors."""
    random = Random(seed)
    drawn = [_Book(random, f"b{n:04}") for n in range(books)]
    for one, other in zip(drawn[::2], drawn[1::2], strict=False):
        _between(random, one, other)
    files = {f"finance/{b.id}/{m}.yml": text for b in drawn for m, text in b.months()}
    head = "格式: 1\n名称: 抽样社区\n类型: 城市居委会\n虚构: true\n法规包: [cn-2026]\n"
    return {"community.yml": head + "账簿:\n" + "".join(b.declared for b in drawn) + "资金:\n" + "".join(b.funds_declared for b in drawn), **files}


@dataclass
class _Line:
    """One line in the making: its month, number, YAML fields."""

    month: str
    voucher: str
    fields: dict[str, str]

    @property
    def text(self) -> str:
        return "  - " + "\n    ".join(f"{k}: {v}" for k, v in {"凭证": self.voucher, **self.fields}.items()) + "\n"


@dataclass
class _Book:
    """A book: two accounts, three funds, some lines a month."""

    random: Random
    id: str
    lines: list[_Line] = field(default_factory=list)
    plain: list[_Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        draw = self.random.randint
        self.bank, self.cash = draw(0, 10**10), draw(0, 10**6)
        cut = sorted(draw(0, self.bank + self.cash) for _ in range(2))
        self.funds = (cut[0], cut[1] - cut[0], self.bank + self.cash - cut[1])
        for month in MONTHS:
            for _ in range(draw(0, 9)):
                self._draw(month)

    @property
    def declared(self) -> str:
        return (
            f"  - 编号: {self.id}\n    名称: 账 {self.id}\n    主体: 居民委员会\n    启用: 2026-01-01\n    账户:\n"
            f"      - 编号: bank\n        名称: 基本户\n        种类: 银行\n        期初: {yuan(self.bank)}\n"
            f"      - 编号: cash\n        名称: 现金\n        种类: 现金\n        期初: {yuan(self.cash)}\n"
        )

    @property
    def funds_declared(self) -> str:
        return "".join(
            f"  - 编号: {self.id}-f{n}\n    名称: 资金 {n}\n    账簿: {self.id}\n    性质: 自筹\n    期初: {yuan(fen)}\n"
            for n, fen in enumerate(self.funds)
        )

    def fund(self) -> str:
        return f"{self.id}-f{self.random.randrange(3)}"

    def add(self, month: str, fields: dict[str, str]) -> _Line:
        line = _Line(month, f"{month[5:]}-{len(self.lines):03}", {"日期": f"{month}-{self.random.randint(1, 28):02}", **fields})
        self.lines.append(line)
        return line

    def _draw(self, month: str) -> None:
        random, amount = self.random, self.random.choice((1, 99, 100, 12345, 999_999_99, 10**9 + 7))
        sort = random.random()
        undoable = [p for p in self.plain if p.month < month]
        if sort < 0.1 and undoable:
            first = undoable.pop(random.randrange(len(undoable)))
            self.plain.remove(first)
            self._undo(month, first)
        elif sort < 0.2:
            ends = random.sample(("bank", "cash"), 2)
            self.add(month, {"类型": "转账", "金额": yuan(amount), "转出账户": ends[0], "转入账户": ends[1], "摘要": "取现或存现", "票据": "回单 1"})
        elif sort < 0.3:
            ends = [f"{self.id}-f{n}" for n in random.sample(range(3), 2)]
            self.add(month, {"类型": "转账", "金额": yuan(amount), "转出资金": ends[0], "转入资金": ends[1], "摘要": "调剂", "票据": "决定 1"})
        elif sort < 0.45:
            self._divided(month)
        else:
            kind, category = random.choice((("收入", random.choice(CATEGORIES[4:])), ("支出", random.choice(CATEGORIES[:4]))))
            fields = {"类型": kind, "金额": yuan(amount), "账户": random.choice(("bank", "cash")), "资金": self.fund(), "科目": f'"{category}"'}
            said = random.choice(WORDS).replace("\\", "\\\\").replace('"', '\\"')
            self.plain.append(self.add(month, {**fields, "摘要": f'"{said}"', "对方": "某单位", "票据": "[发票 1, 发票 2]", "备注": "不公布"}))

    def _divided(self, month: str) -> None:
        parts = [self.random.randint(1, 10**6) for _ in range(self.random.randint(2, 4))]
        shares = "".join(f"\n      - 资金: {self.fund()}\n        科目: 办公费\n        金额: {yuan(p)}" for p in parts)
        self.add(month, {"类型": "支出", "金额": yuan(sum(parts)), "账户": "bank", "摘要": "水电费", "票据": "发票 3", "分摊": shares})

    def _undo(self, month: str, first: _Line) -> None:
        cited = f"{self.id}/{first.month}/{first.voucher}"
        if self.random.random() < 0.5:
            self.add(month, {"类型": "冲正", "冲正凭证": cited, "原因": "记错", "批准": "主任"})
        else:
            back = self.random.randint(1, int(first.fields["金额"].replace(".", "")))
            self.add(month, {"类型": "退款", "金额": yuan(back), "原凭证": cited, "摘要": "退回", "票据": "回单 2"})

    def months(self) -> Iterator[tuple[str, str]]:
        for month in MONTHS:
            lines = [one.text for one in self.lines if one.month == month]
            body = "收支:\n" + "".join(lines) if lines else "本期无:\n  签署: 主任\n  日期: 2026-04-01\n"
            yield month, f"期间: {month}\n{body}"


def _between(random: Random, one: _Book, other: _Book) -> None:
    """Money from one book to the other, on both sides."""
    fields = {"类型": "转账", "金额": yuan(random.randint(1, 10**6)), "票据": "回单 9", "日期": f"{MONTHS[1]}-15"}
    one.add(MONTHS[1], {**fields, "转出账户": "bank", "转出资金": one.fund(), "转入账簿": other.id, "摘要": "拨给另一本账"})
    other.add(MONTHS[1], {**fields, "转入账户": "bank", "转入资金": other.fund(), "转出账簿": one.id, "摘要": "另一本账拨来"})


def yuan(fen: int) -> str:
    """`123456` → `1234.56`."""
    return f"{fen // 100}.{fen % 100:02}"


def last_day(month: str) -> datetime.date:
    """The last day of `2026-02`."""
    year, number = map(int, month.split("-"))
    return (datetime.date(year, number, 28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
