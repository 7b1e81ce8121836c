"""The only pandas: sums over many rows, in whole fen.

Imported late (pandas costs 0.7 s to import): `check` never needs it. Sums are exact: int64, with a guard that fails loudly
long before a sum could wrap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

_LARGEST = 10**14
"""No single amount reaches a thousand thousand million yuan in fen; with fewer than `_MOST` rows no int64 sum can wrap."""
_MOST = 9 * 10**4


def sums(rows: Iterable[tuple[Any, ...]], columns: Sequence[str], value: str, by: Sequence[Sequence[str]]) -> list[dict[tuple[Any, ...], int]]:
    """For each grouping in `by`, the sum of `value` (fen) for every combination of its columns that occurs, sorted by key.

    Args:
        rows: one tuple a row, in the order of `columns`; consumed once.
        value: the column that is summed.
        by: the groupings, each a sequence of column names.
    """
    import pandas as pd

    table = pd.DataFrame.from_records(list(rows), columns=list(columns))
    if table.empty:
        return [{} for _ in by]
    if table[value].abs().max() >= _LARGEST:
        raise OverflowError("an amount too large to be summed exactly")
    parts = [table.iloc[n : n + _MOST] for n in range(0, len(table), _MOST)]
    return [_together([_grouped(part, list(keys), value) for part in parts]) for keys in by]


def _grouped(table: Any, keys: list[str], value: str) -> dict[tuple[Any, ...], int]:
    found = table.groupby(keys, sort=True, dropna=False)[value].sum()
    return {(k if isinstance(k, tuple) else (k,)): int(v) for k, v in found.items()}


def _together(parts: list[dict[tuple[Any, ...], int]]) -> dict[tuple[Any, ...], int]:
    whole: dict[tuple[Any, ...], int] = {}
    for part in parts:
        for key, fen in part.items():
            whole[key] = whole.get(key, 0) + fen
    return dict(sorted(whole.items()))
