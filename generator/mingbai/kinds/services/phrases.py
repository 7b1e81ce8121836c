"""What a card of a service says in one breath on a notice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mingbai.kinds.services.guides import time
from mingbai.kinds.services.records import TimeUnit
from mingbai.sheets import Phrase
from mingbai.values.speech import say


def _limit(row: Mapping[str, Any]) -> str:
    """10 个工作日内办好，不收费."""
    promised = time(row["promised"], next((u for u in TimeUnit if u.zh == row["unit"]), None)).zh
    long = say("{promised}内办好", promised=promised) if promised[:1].isdigit() else promised
    price = say("收费：{price}", price=row["price"]) if row["price"] else "要收费"
    return "，".join(part for part in (long, price if row["fee"] == "是" else "不收费") if part)


LIMIT = Phrase("多久、多少钱", ("promised", "unit", "fee", "price"), _limit)
