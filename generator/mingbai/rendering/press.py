"""Notices → PDF. The only typst and segno: one compiler sets one notice after the other."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path
from typing import Any

from mingbai.rendering.columns import layout
from mingbai.rendering.glyphs import Choice
from mingbai.sheets import Card, Grid, Part, Sheet
from mingbai.values.days import spoken
from mingbai.values.text import Text

PAPERS = ("a4", "a3")
TEMPLATE = "print/notice.typ"
_SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))


class PressError(Exception):
    """The template of a notice does not compile: only a community's own can come to that."""

    def __init__(self, template: Path, said: str) -> None:
        self.text = Text(f"公告的模板排不出来：{template}（{said}）", f"the template of notices does not compile: {template} ({said})")
        super().__init__(self.text.en)


class Press:
    """Sets notices on one paper with one choice of fonts; `template` is the file found first among the folders of templates."""

    def __init__(self, template: Path, fonts: Choice, paper: str) -> None:
        import typst

        self._template, self._paper, self._families = template, paper, list(fonts.families)
        self._compiler = typst.Compiler(str(template), root=str(template.parent), font_paths=fonts.fonts)

    def pdf(self, sheet: Sheet) -> bytes:
        """A tagged PDF; the same notice gives the same bytes wherever the same fonts are.

        Raises:
            PressError: the template is wrong; a warning of the compiler counts as that.
        """
        import typst

        said = {"paper": self._paper, "families": self._families, **_document(sheet), "code": _code(sheet.address) if sheet.address else None}
        noon = datetime.datetime.combine(sheet.day, datetime.time(12), _SHANGHAI)
        try:
            made, warnings = self._compiler.compile_with_warnings(
                format="pdf", sys_inputs={"data": json.dumps(said, ensure_ascii=False)}, timestamp=noon, pdf_standards=["ua-1"]
            )
        except typst.TypstError as wrong:
            raise PressError(self._template, str(wrong)) from wrong
        if warnings:
            raise PressError(self._template, "; ".join(map(str, warnings)))
        assert isinstance(made, bytes)
        return made


def words(sheet: Sheet) -> str:
    """Every character a notice prints, those of the template's own words among them."""
    return json.dumps(_document(sheet), ensure_ascii=False) + "第页共示范虚构社区，内容都是编的手机扫码看网页接上（盖章）年月日签字："


def _document(it: Sheet) -> dict[str, Any]:
    return {
        "community": it.community,
        "sort": it.sort,
        "title": it.title,
        "subtitle": it.subtitle,
        "lead": it.lead,
        "told": it.told,
        "parts": [_part(p) for p in it.parts],
        "facts": it.facts,
        "signers": it.signers,
        "seal": it.seal,
        "shown": it.shown,
        "day": spoken(it.day),
        "fictitious": it.fictitious,
    }


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, Grid):
        placed = layout(part)
        heads = [{"words": h.words, "figure": h.figure, "fixed": w.fixed, "ems": w.ems} for h, w in zip(part.heads, placed.widths, strict=True)]
        said = {"title": part.title, "size": placed.size, "rows": part.rows, "total": part.total, "note": part.note}
        return {"sort": "grid", "heads": heads, **said}
    if isinstance(part, Card):
        return {"sort": "card", "title": part.title, "facts": part.facts}
    return {"sort": "prose", "title": part.title, "paragraphs": part.paragraphs}


def _code(address: str) -> str:
    """A QR code as SVG that scales; a quarter of it may be unreadable: boards stand in the rain.

    The mask is given: trying all eight is nine tenths of the work, and on addresses this one is within 4 % of the best's score.
    """
    import segno

    out = io.BytesIO()
    segno.make(address, error="q", micro=False, mask=2).save(out, kind="svg", xmldecl=False, omitsize=True, border=4)
    return out.getvalue().decode()
