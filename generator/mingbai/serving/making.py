"""One round: the community checked and, unless there are errors, its site made in a folder. Whatever goes wrong is a value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from mingbai import pipeline
from mingbai.diagnostics import Diagnostic, Severity
from mingbai.packs import Law
from mingbai.values.text import Text


@dataclass(frozen=True)
class Outcome:
    """What a round came to.

    Attributes:
        findings: all of the check, in the order of the report; empty where it could not even run.
        law: by which their basis is cited.
        trouble: why there is no site although the ledgers have no errors (a template, a page of content/, the disk); None: nothing of the sort.
        fault: the exception behind the trouble, for who wants the whole story.
        texts: of the files with errors, for excerpts.
        base: the path at which the site stands where it is published; None: no site was made.
    """

    findings: tuple[Diagnostic, ...] = ()
    law: Law = field(default_factory=Law)
    trouble: Text | None = None
    fault: Exception | None = None
    base: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What blocks the site."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(f.severity is severity for f in self.findings)


def make(root: Path, stage: Path, day: datetime.date, *, draft: bool = False) -> Outcome:
    """Checks the community at `root` and fills the empty folder `stage`, as `build` does; with errors only where a draft is wanted."""
    found = Outcome()
    try:
        checked = pipeline.check(root, day)
        found = Outcome(checked.findings, checked.books.law)
        found = replace(found, texts=pipeline.texts(root, checked, found.errors))
        if found.errors and not draft:
            return found
        return replace(found, base=pipeline.write(root, stage, checked, draft=draft))
    except Exception as fault:  # noqa: BLE001  whatever it is, it is said in the page and the server goes on
        return replace(found, trouble=trouble(fault), fault=fault)


def trouble(fault: Exception) -> Text:
    """Why a site could not be made, in a sentence."""
    text = getattr(fault, "text", None)
    if isinstance(text, Text):
        return text
    if isinstance(fault, OSError) and fault.errno is not None:
        what = f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault.strerror)
        return Text(
            f"这台电脑不让程序继续：{what}。请检查磁盘空间和文件夹权限；改好后随便保存一个台账就会重试。",
            f"The computer does not let the program go on: {what}. Check the disk and the rights of folders; saving any ledger tries again.",
        )
    name = f"{type(fault).__name__}: {fault}"
    return Text(
        f"程序自己出了错，不是台账的错：{name}\n请用 mingbai serve -v 再运行一次，把终端里的全部输出发给明白的开发者。",
        f"A fault of the program, not of the ledgers: {name}\nPlease run mingbai serve -v and send the developers all that the terminal shows.",
    )
