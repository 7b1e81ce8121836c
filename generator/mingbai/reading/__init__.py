"""Reading: bytes to plain nodes with their places, strictly, and places back to lines and columns. The only PyYAML.

Everything a ledger may not hold is refused here with line, column and remedy, so that what comes after can trust its nodes:
plain dict, list, str and None, text never typed, one mapping per file, no character that nobody can see.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple

from mingbai.diagnostics import Diagnostic
from mingbai.reading import codes_folder, codes_text, codes_yaml
from mingbai.reading.characters import HURTS_SYNTAX, mend, scan
from mingbai.reading.codes_text import EMPTY, NOT_UTF8, SCRIPT
from mingbai.reading.decode import GB18030, decode, garbled
from mingbai.reading.fast import fast, packed
from mingbai.reading.findings import EnoughError, Findings
from mingbai.reading.folder import listing
from mingbai.reading.scripts import SCRIPTS, suspects
from mingbai.reading.spans import Locator, locate
from mingbai.reading.trivia import Trivia, trivia
from mingbai.reading.walk import walk
from mingbai.schema.record import FILE_SHIFT

__all__ = ["CODES", "SCRIPTS", "Document", "Locator", "Trivia", "listing", "locate", "read", "trivia"]

CODES = (*codes_text.CODES, *codes_yaml.CODES, *codes_folder.CODES)
"""Every code of this package, in order of its id."""


class Document(NamedTuple):
    """One ledger file as it was read; `nodes` is None when it was refused, `text` is "" when it could not be decoded."""

    path: str
    number: int
    text: str
    nodes: dict[str, Any] | None


def read(
    data: bytes, path: str, number: int, *, scripts: frozenset[str] = frozenset(), pack: bool = False
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a file's bytes and all that is wrong with it; never raises, whatever the bytes.

    Args:
        data: the file's content.
        path: its path as the findings shall name it.
        number: its number; every mapping carries (number << FILE_SHIFT) + its offset in code points under AT.
        scripts: further scripts the community has named, out of `SCRIPTS`.
        pack: whether nodes may hold stretches (`schema.packed`): faster, for who only parses them.
    """
    text, refused = decode(data, path)
    if refused:
        return Document(path, number, "", None), (refused,)
    nodes = (packed if pack else fast)(text, number << FILE_SHIFT, scripts)
    if nodes is not None:
        return Document(path, number, text, nodes), ()
    findings = Findings(path, text)
    with suppress(EnoughError):
        nodes = _strictly(text, number << FILE_SHIFT, scripts, findings)
    return Document(path, number, text, None if findings else nodes), findings.all()


def _strictly(text: str, base: int, scripts: frozenset[str], findings: Findings) -> Any:
    """The nodes by the walk; the findings of the characters come first, so that what only echoes them keeps silent."""
    if not text.strip(" \n"):
        findings.add(EMPTY, 0)
        return None
    if scripts or suspects(scripts).search(text):
        scan(text, scripts, findings)
    hurt = {finding.place.span.line for finding in findings.found if finding.code in HURTS_SYNTAX and finding.place.span}
    if any(finding.code is SCRIPT for finding in findings.found) and garbled(text):
        findings.only(NOT_UTF8, guess=GB18030)
        return None
    readable = mend(text, scripts) if hurt else text
    # A last line without its end reads as one that has it, or the text of a block would change with an editor's habit.
    nodes = walk(readable if readable.endswith("\n") else readable + "\n", base, scripts, findings)
    if hurt:
        findings.quieten(hurt)
    return nodes
