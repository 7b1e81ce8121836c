"""The one place where a run learns which day it speaks of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def as_of(environ: Mapping[str, str]) -> datetime.date:
    """MINGBAI_AS_OF (an ISO date), else SOURCE_DATE_EPOCH (seconds), else today, always as Asia/Shanghai counts days.

    Raises ValueError for a value that is neither.
    """
    if environ.get("MINGBAI_AS_OF"):
        return datetime.date.fromisoformat(environ["MINGBAI_AS_OF"])
    if environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(environ["SOURCE_DATE_EPOCH"]), SHANGHAI).date()
    return datetime.datetime.now(SHANGHAI).date()
