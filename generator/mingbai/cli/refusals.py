"""What an import says when it writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mingbai.cli.session import Session
from mingbai.cli.words import _

if TYPE_CHECKING:
    from mingbai.diagnostics import Diagnostic


def refused(session: Session, problems: Sequence[Diagnostic], texts: dict[str, str]) -> int:
    """Says every reason why nothing was written."""
    from mingbai import pipeline
    from mingbai.packs import Law
    from mingbai.reporting import json, text

    placed = pipeline.located(problems, texts)
    if session.json:
        session.data({"schema": 1, "written": [], "skipped": [], "findings": [json.entry(p, Law(), session.lang) for p in placed]})
        return 1
    session.say(_("不能导入（{count} 处），什么也没有写。").format(count=len(placed)))
    for line in text.report(placed, text.Style(session.lang, Law(), texts, session.colour)):
        session.say(line)
    return 1
