"""Items of a list that look alike, each taken whole: one regular expression for every set of keys that was met often.

It takes nothing that `grammar` would not match: a key and a simple value or a flow list on each line, in the order met before.
Whatever looks otherwise is left to the reader that goes line by line. What is learnt changes the speed and never the nodes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from mingbai.reading.grammar import FLOW_LIST, KEY
from mingbai.schema.record import AT

_OFTEN: Final = 12
"""So often a set of keys is met before an expression is made for it: making one takes as long as reading a hundred items."""

_SEVERAL: Final = 6
"""So many expressions are tried at one place, the latest first."""

_MANY: Final = 4096

_KEY: Final = re.compile(KEY)

_VALUE: Final = r"(?!null\n|-[^0-9])([^\x00-#%&'*,:>?@\]`{|}!\x7f~][^\n:#]*+(?<! ))\n"
"""A `SIMPLE` value that is something, or what begins like a flow list and has neither colon nor #."""

FLOW: Final = re.compile(FLOW_LIST)
"""What every value of a row that begins with “[” must match."""


class Row(NamedTuple):
    """Items with these keys (AT before them), and what matches one and gives its values."""

    keys: tuple[str, ...]
    match: Callable[[str, int], re.Match[str] | None]


class Rows:
    """What has been learnt: the sets of keys met at each column, how often, and the expressions made."""

    def __init__(self) -> None:
        self.met: dict[tuple[int, tuple[str, ...]], int] = defaultdict(int)
        self.at: dict[int, list[Row]] = defaultdict(list)

    def learn(self, column: int, item: dict[str, Any]) -> None:
        """One more item whose keys stand at this column."""
        keys = tuple(item)
        self.met[column, keys] += 1
        if self.met[column, keys] == _OFTEN and all(map(_plain, keys, item.values())):
            known = self.at[column]
            known.insert(0, Row(keys, _pattern(column, keys).match))
            for row in known[_SEVERAL:]:
                self.met.pop((column, row.keys), None)
            del known[_SEVERAL:]
        if len(self.met) > _MANY:
            self.met.clear()


def _plain(key: str, value: Any) -> bool:
    return key == AT or (type(value) in (str, list) and _KEY.fullmatch(key) is not None)


@lru_cache(maxsize=64)
def _pattern(column: int, keys: Sequence[str]) -> re.Pattern[str]:
    """Matches an item whose keys stand at this column, in this order."""
    first, *others = (re.escape(key) for key in keys if key != AT)
    pad = " " * column
    return re.compile(f"{pad[2:]}- {first}: {_VALUE}" + "".join(f"{pad}{key}: {_VALUE}" for key in others))


KNOWN: Final = Rows()
"""What this process has learnt so far."""
