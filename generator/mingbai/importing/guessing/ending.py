"""Where a table ends, and the balance printed below it."""

from __future__ import annotations

import re
from typing import Final

from mingbai.importing import words
from mingbai.importing.guessing.proposal import Proposal
from mingbai.importing.guessing.scene import Scene
from mingbai.importing.headings import cited
from mingbai.importing.layout import blocks
from mingbai.importing.mapping import Map, Part
from mingbai.importing.table import Row, Table
from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.words import either, plain
from mingbai.values.text import Text

_BALANCE: Final = re.compile(r"^[\d年月日份./-]*(?P<word>[^\d：:]*(?:余额|餘額|结余|結餘))[\s：:]*(?P<rest>.*)$")
_FIGURE: Final = re.compile(r"\d[\d,]*(?:\.\d+)?", re.ASCII)
_SURE: Final = re.compile(r"存款|银行|銀行|现金|現金|账户")


def describe(proposal: Proposal, scene: Scene, map: Map) -> None:
    """表尾 where rows below the last total would be taken for lines; 结余 where a balance is printed there."""
    found = blocks(scene.grid, cited(map), map.header)
    if not found or map.also:
        return
    table = found[-1].table
    last = max((n for n, r in enumerate(table.rows) if words.is_total(_texts(r))), default=None)
    if last is None:
        return
    below = [r for r in table.rows[last + 1 :] if _texts(r)]
    at = _money(table, map)
    other = next((r.number for r in below if vocabulary().names_columns(_texts(r))), None)
    figures = [r for r in below if any(x < len(r.cells) and any(c.isdigit() for c in r.cells[x].text) for x in at)]
    first = next((r for r in below if words.what_else(_texts(r)) is words.NOTHING), None)
    if figures and first is not None and not (words.is_balance(_texts(first)) and first in figures):
        word = _texts(first)[0]
        because = [Text(f"合计以后还有“{word[:20]}”等行，不是收支", f"what stands below the totals from “{word[:20]}” on are no lines")]
        if other is not None:
            last = below[-1].number
            because.append(
                Text(
                    f"第 {other}-{last} 行是另一张表；也要导入就写在“另有”里",
                    f"rows {other}-{last} are another table; to import it, too, describe it under 另有",
                )
            )
        proposal.set(("表尾",), [word], *because)
    _closing(proposal, map, below)


def _texts(row: Row) -> list[str]:
    return [c.text for c in row.cells if c.text]


def _money(table: Table, map: Part) -> list[int]:
    """The columns of days and money in the last table."""
    wanted = {one for h in (map.columns.date, map.columns.amount) if h for one in either(h)}
    return [x for x, c in enumerate(table.header.cells) if plain(c.text) in wanted]


def _closing(proposal: Proposal, map: Map, below: list[Row]) -> None:
    account = map.constants.account
    for row in below:
        texts = _texts(row)
        found = _BALANCE.match(texts[0])
        figures = [f for t in texts for f in _FIGURE.findall(t.partition(found["word"])[2] or t)] if found else []
        if account is None or found is None or len(figures) != 1 or not found["word"]:
            continue
        word = found["word"]
        if _SURE.search(word):
            proposal.set(
                ("结余", "词"), word, Text(f"第 {row.number} 行印着余额，写进结账去核对", f"row {row.number} prints a balance, which is then proved")
            )
        else:
            asked = Text(f"第 {row.number} 行的“{word}”是账户 {account} 的余额吗？", f"is “{word}” in row {row.number} the balance of {account}?")
            proposal.ask(("结余", "词"), asked, word)
        proposal.set(("结余", "账户"), account)
        return
