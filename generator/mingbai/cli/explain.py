"""`mingbai explain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.cli.base import Usage, nearest, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.diagnostics import Code
    from mingbai.packs import Law
    from mingbai.values.text import Lang, Text

_LONGEST = 40
"""Lines of an example that are printed."""


class _Dots(str):
    """What is not known yet, also where it would be counted: `{n:member|members}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return str(self)


class _Blank(dict[str, str]):
    """Fills every brace of a message that has no value yet."""

    def __missing__(self, key: str) -> str:
        return _Dots("…")


@verb(
    "explain",
    help=N_("说明一个代码：要求什么、为什么、怎么改，附例子。\n\n代码在检查结果的每一条里，例如 FIN003。"),
    uses=("format", "output"),
    params=[
        click.Argument(["code"], required=False, metavar="CODE"),
        click.Option(["--list", "whole"], is_flag=True, help=N_("列出全部代码和标题")),
    ],
    examples=[(N_("这一条是什么意思"), "mingbai explain FIN003"), (N_("全部代码"), "mingbai explain --list")],
)
def COMMAND(ctx: click.Context, code: str | None, whole: bool) -> int:  # noqa: N802
    """One code in full, or all of them by title."""
    from mingbai.cli import codes

    session = Session(ctx)
    every = codes.every()
    if whole:
        _list(session, every)
        return 0
    if code is None:
        raise Usage(_("要说明哪个代码？例如 mingbai explain FIN003；全部代码用 mingbai explain --list"), ctx)
    asked = every.get(code.strip().upper())
    if asked is None:
        near = nearest(code.upper(), every, n=3)
        raise Usage(_("没有 {code} 这个代码。").format(code=repr(code)) + (_("是不是 {near}？").format(near=listed(near)) if near else ""), ctx)
    law = _law(session)
    if session.json:
        session.data({"schema": 1, **_entry(asked, law, session.lang)})
        return 0
    for line in _page(asked, law, session.lang):
        session.say(line)
    return 0


def _list(session: Session, every: dict[str, Code]) -> None:
    if session.json:
        session.data(
            {"schema": 1, "codes": [{"code": c.id, "severity": c.severity.value, "title": c.title.say(session.lang)} for c in every.values()]}
        )
        return
    for code in every.values():
        session.say(f"{code.id}  {code.title.say(session.lang)}")


def _law(session: Session) -> Law:
    """The law of the community we stand in, or of the shipped packs."""
    from mingbai import packs, pipeline
    from mingbai.cli.community import load

    shipped = sorted(p.parent.name for p in Path(packs.__file__).parent.glob("*/acts.yml"))
    try:
        community = load(session.root)
    except Usage:
        community = None
    named = packs.in_order((n for n in community.packs if n in shipped), pipeline.BASE) if community else shipped
    return packs.Law.of(record for name in named for record in pipeline.pack(name))


def _page(code: Code, law: Law, lang: Lang) -> Iterator[str]:
    from mingbai.cli.help import wrapped

    blocks = {
        "error": _("错误：改好以前不能发布。"),
        "warning": _("提醒：照样公布，网站上在这一处旁边注明；不妨碍发布。"),
        "advice": _("建议：不计数，也不妨碍发布。"),
    }
    yield f"{code.id}  {code.title.say(lang)}"
    yield blocks[code.severity.value]
    for title, text in ((_("为什么"), code.asks.say(lang)), (_("会这样说"), _message(code, lang)), (_("怎么改"), _remedy(code, lang))):
        yield ""
        yield title
        yield from (f"  {line}" for line in wrapped(text, 2))
    yield ""
    yield _("依据")
    for text in _basis(code, law, lang) if code.basis else (_("没有法规条文；是记账、办事前后一致、有个交代的通行要求。"),):
        yield from (f"  {line}" for line in wrapped(text, 2))
    for title, name, text in _examples(code):
        yield ""
        yield f"{title}  {name}"
        yield from _clipped(text)


def _blank(text: Text, lang: Lang) -> str:
    return text.say(lang).format_map(_Blank())


def _message(code: Code, lang: Lang) -> str:
    """What is said of the example below, where that is on record (in Chinese); else the sentence with its blanks."""
    from mingbai.cli.examples import said

    return (said(code.id) if lang == "zh" else "") or _blank(code.message, lang)


def _remedy(code: Code, lang: Lang) -> str:
    said = _blank(code.remedy, lang)
    return said if said.strip("… ") else _("照检查时给出的提示改。")


def _basis(code: Code, law: Law, lang: Lang) -> Iterator[str]:
    """Each clause with the duty it states."""
    for cite in code.basis:
        act = law.acts.get(cite.act)
        article = next((a for a in act.articles if a.number == cite.article), None) if act else None
        duty = (article.duty if lang == "zh" else article.duty_en) if article else ""
        open_ = _("（条文待核实）") if act and act.unconfirmed else ""
        yield law.cite(cite, lang) + open_ + (_("：") + duty if duty else "")


def _examples(code: Code) -> Iterator[tuple[str, str, str]]:
    """What is wrong and what is right, as (heading, file, text), from the examples of the kind that knows the code."""
    from mingbai.cli.examples import bad, good

    for path, text in bad(code.id)[:1]:
        yield _("错的"), path, text
        for right, better in good(path)[:1]:
            yield _("对的"), right, better


def _clipped(text: str) -> Iterator[str]:
    from mingbai.reporting.display import safe

    lines = text.rstrip("\n").split("\n")
    yield from (f"  {safe(line)}".rstrip() for line in lines[:_LONGEST])
    if len(lines) > _LONGEST:
        yield "  …"


def _entry(code: Code, law: Law, lang: Lang) -> dict[str, Any]:
    return {
        "code": code.id,
        "severity": code.severity.value,
        "title": code.title.say(lang),
        "asks": code.asks.say(lang),
        "message": code.message.say(lang),
        "remedy": code.remedy.say(lang),
        "basis": [{"act": c.act, "article": c.article, "text": t} for c, t in zip(code.basis, _basis(code, law, lang), strict=True)],
        "examples": [{"heading": h, "path": p, "text": t} for h, p, t in _examples(code)],
    }
