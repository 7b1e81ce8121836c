"""What the accounts are audited for, as data (docs/audit.yml), and the table that docs/audit.zh-CN.md shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mingbai import packs, pipeline
from mingbai.diagnostics import Cite

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = REPOSITORY / "docs/audit.yml"
PAGE = REPOSITORY / "docs/audit.zh-CN.md"
BEGIN, END = "<!-- audit.yml 起 -->", "<!-- audit.yml 止 -->"
_PROOF = re.compile(r"tests/[\w/.]+\.py(?:::\w+)?")


@dataclass(frozen=True)
class Demand:
    """One thing that is audited: its id, a sentence, the codes that answer it, or what else does."""

    id: str
    group: str
    zh: str
    en: str
    codes: tuple[str, ...]
    basis: tuple[str, ...]
    otherwise: str
    otherwise_en: str
    ledgers: tuple[str, ...]

    @property
    def proofs(self) -> tuple[str, ...]:
        """The tests named as proof: `tests/…py` or `tests/…py::test_…`."""
        return tuple(_PROOF.findall(self.otherwise))

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The clauses of the law pack among the basis."""
        return tuple(Cite(*b.split("/")) for b in self.basis if re.fullmatch(r"[a-z0-9-]+/\S+", b))


@dataclass(frozen=True)
class Group:
    """Demands that belong together: `FIN-01`, `4.6`."""

    id: str
    zh: str
    en: str
    demands: tuple[Demand, ...]


def groups() -> tuple[Group, ...]:
    """The whole table, as docs/audit.yml has it."""
    found: list[dict[str, Any]] = yaml.safe_load(DATA.read_text("utf-8"))
    return tuple(Group(g["组"], g["题"], g["英文"], tuple(_demands(g))) for g in found)


def demands() -> Iterator[Demand]:
    return (d for g in groups() for d in g.demands)


def _demands(group: dict[str, Any]) -> Iterator[Demand]:
    for n, one in enumerate(group["要点"], 1):
        basis = one["依据"]
        yield Demand(
            f"{group['组']}.{n}",
            group["组"],
            one["要求"],
            one["英文"],
            tuple(one["代码"]),
            tuple(basis) if isinstance(basis, list) else (basis,),
            one.get("另由", ""),
            one.get("另由英文", ""),
            tuple(one.get("台账", ())),
        )


def table() -> str:
    """The first part of the page, between its two marks."""
    law = packs.Law.of(pipeline.pack("cn-2026"))
    rows = [BEGIN, ""]
    for group in groups():
        rows += [f"### {group.id} {group.zh} {group.en}", "", "| 编号 | 查什么 | 代码 | 依据 |", "|---|---|---|---|"]
        for d in group.demands:
            what = f"{d.zh}<br>{d.en}"
            if d.otherwise:
                what += f"<br>另由 otherwise: {_PROOF.sub(lambda m: f'`{m[0]}`', d.otherwise)}<br>{d.otherwise_en}"
            if d.ledgers:
                what += f"<br>台账 ledgers: {'、'.join(d.ledgers)}"
            basis = "、".join(law.cite(Cite(*b.split("/"))) if b in {f"{c.act}/{c.article}" for c in d.cites} else b for b in d.basis)
            rows.append(f"| {d.id} | {what} | {' '.join(d.codes) or '—'} | {basis} |")
        rows.append("")
    return "\n".join([*rows, END])


def page(text: str) -> str:
    """The page with its first part as the data has it."""
    before, _, rest = text.partition(BEGIN)
    return before + table() + rest.partition(END)[2]
