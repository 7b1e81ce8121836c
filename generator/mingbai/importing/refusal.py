"""A cell that cannot be read, as the readers of cells say it: without a place, which the caller knows."""

from __future__ import annotations

from typing import Any

from mingbai.diagnostics import Code


class RefusedError(Exception):
    """A cell that cannot be read: the code and the values of its message besides row, column and what was typed."""

    def __init__(self, code: Code, **values: Any) -> None:
        super().__init__(code.id)
        self.code, self.values = code, values
