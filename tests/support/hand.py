"""A ledger as different hands would type it: the same nodes in any layout, quoting, order and language of keys, with comments anywhere."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mingbai.schema.record import AT

_SIGNS = frozenset(",[]{}#:&*!|>'\"%@`?")
_REMARKS = ("# 说明 {n}", "#{n}", '# {n}: - [甲, {{乙}}] | "丙" #', "## {n}   ", "# {n} 日期: 2026-03-05")
_NULLS = ("", " ~", " null")


class Remark(NamedTuple):
    """A comment that stands right above a field or an item, and how the line below it may begin."""

    text: str
    below: tuple[str, ...]


class Hand:
    """Types one ledger; `remarks` are all its comments, `above` those that stand above something for certain."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.remarks: list[str] = []
        self.above: list[Remark] = []
        self.text: int | None = None
        """The column of the field whose text over several lines was typed last: what is deeper would be part of it."""

    def ledger(self, zh: dict[str, Any], en: dict[str, Any]) -> bytes:
        """The file: the nodes with Chinese and with English keys, either typed now and then."""
        self.mapping(zh, en, 0, whole=True)
        self.noise(0, ())
        end = "\r\n" if self.often(0.3) else "\n"
        text = end.join(self.lines) + (end if self.often(0.8) else "")
        return (b"\xef\xbb\xbf" if self.often(0.2) else b"") + text.encode()

    def often(self, chance: float) -> bool:
        return self.draw.random() < chance

    def either(self, zh: str, en: str) -> str:
        return zh if self.often(0.7) else en

    def noise(self, column: int, below: tuple[str, ...]) -> None:
        """Empty lines and comments, at any column at which they are comments."""
        if self.often(0.1):
            self.lines.append(" " * self.draw.choice((0, column)))
        while self.often(0.15):
            columns = [
                c for c in (0, column, column, column, column + 1, column + 2, max(0, column - 2), column + 6) if self.text is None or c <= self.text
            ]
            at = self.draw.choice(columns)
            typed = self.draw.choice(_REMARKS).format(n=len(self.remarks) + 1)
            self.lines.append(" " * at + typed)
            self.remarks.append(typed.strip())
            if self.often(0.2):
                self.lines.append("")
            elif at == column and below and len(self.lines) > 1:
                self.above.append(Remark(typed.strip(), below))

    def mapping(self, zh: dict[str, Any], en: dict[str, Any], column: int, lead: str | None = None, *, whole: bool = False) -> None:
        """The fields; `whole`: what stands above the first speaks of all of them."""
        fields = list(_pairs(zh, en))
        if self.often(0.3):
            self.draw.shuffle(fields)
        for one, other in fields:
            if lead is None:
                self.noise(column, () if whole else (f"{one}:", f"{other}:", f'"{one}":', f'"{other}":'))
            quote = self.draw.choice(("'", '"')) if self.often(0.1) else ""
            head = " " * column if lead is None else lead
            self.value(f"{head}{quote}{self.either(one, other)}{quote}:", zh[one], en[other], column)
            lead, whole = None, False

    def value(self, head: str, zh: Any, en: Any, column: int) -> None:
        self.text = None
        if zh is None:
            self.lines.append(head + self.draw.choice(_NULLS))
        elif isinstance(zh, str):
            self.scalar(head, self.either(zh, en), column)
        elif not zh or not zh - {AT: 0}.keys() if isinstance(zh, dict) else not zh:
            self.lines.append(head + (" {}" if isinstance(zh, dict) else " []"))
        elif self.often(0.25) and _in_a_line(zh):
            self.lines.append(f"{head} {self.flow(zh, en)}")
        elif isinstance(zh, dict):
            self.lines.append(head)
            self.mapping(zh, en, column + self.draw.randint(1, 4), whole=head.endswith("-"))
        else:
            self.lines.append(head)
            self.items(zh, en, column + self.draw.choice((0, 0, 2, 2, 2, 1, 4)))

    def items(self, zh: Sequence[Any], en: Sequence[Any], column: int) -> None:
        for one, other in zip(zh, en, strict=True):
            self.noise(column, ("-",))
            self.text = None
            if not isinstance(one, dict) or len(one) < 2 or self.often(0.2):
                self.value(" " * column + "-", one, other, column)
            else:
                gap = self.draw.choice((1, 1, 1, 3))
                self.mapping(one, other, column + 1 + gap, " " * column + "-" + " " * gap)

    def flow(self, zh: Any, en: Any) -> str:
        if isinstance(zh, dict):
            return "{" + ", ".join(f"{self.either(a, b)}: {self.flow(zh[a], en[b])}" for a, b in _pairs(zh, en)) + "}"
        if isinstance(zh, list):
            return "[" + ", ".join(self.flow(a, b) for a, b in zip(zh, en, strict=True)) + "]"
        text = self.either(zh, en)
        return self.quoted(text) if self.often(0.3) or not _bare(text) or _SIGNS & set(text) else text

    def quoted(self, text: str) -> str:
        if self.often(0.5) and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=max(text, default="") < "\U00010000" and self.often(0.3))

    def scalar(self, head: str, text: str, column: int) -> None:
        if text.strip("\n") and ("\n" in text or self.often(0.05)) and self.often(0.85) and text.replace("\n", "").isprintable():
            self.block(head, text, column)
        elif self.often(0.75) and _bare(text) and ": " not in text and " #" not in text:
            self.lines.append(f"{head} {text}" + (" " if self.often(0.05) else ""))
        else:
            self.lines.append(f"{head} {self.quoted(text)}")

    def block(self, head: str, text: str, column: int) -> None:
        """After “|”, with the signs that keep the ends and the indentation."""
        ends = len(text) - len(text.rstrip("\n"))
        lines = text.split("\n") if ends == 0 else text.split("\n")[:-1]
        step = self.draw.randint(1, 4)
        signs = ["" if ends == 1 else "-" if ends == 0 else "+"]
        if lines[0][:1] in ("", " ") or self.often(0.1):
            signs.insert(self.draw.randint(0, 1), str(step))
        self.lines.append(f"{head} |{''.join(signs)}")
        self.lines.extend(" " * (column + step) + line if line else "" for line in lines)
        if ends < 2 and self.often(0.2):
            self.lines.append("")
        self.text = column


def _pairs(zh: dict[str, Any], en: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return zip((k for k in zh if k != AT), (k for k in en if k != AT), strict=True)


def _in_a_line(node: Any) -> bool:
    if isinstance(node, dict):
        return all(_in_a_line(value) for key, value in node.items() if key != AT)
    if isinstance(node, list):
        return all(map(_in_a_line, node))
    return isinstance(node, str) and node.isprintable()


def _bare(text: str) -> bool:
    """Whether a text can stand without quotes."""
    return (
        text.isprintable()
        and text.strip() == text
        and text not in ("", "~", "null")
        and text[0] not in _SIGNS | {"-", "=", "<"}
        and not text.endswith(":")
        and "：" not in text[:1]
    )
