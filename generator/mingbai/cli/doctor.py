"""`mingbai doctor`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _

if TYPE_CHECKING:
    from mingbai.keeping import Examined, Tie
    from mingbai.kinds.finance.posting.entries import Posted
    from mingbai.values.text import Lang

_BY = {"account": N_("账户"), "fund": N_("资金")}


@verb(
    "doctor",
    help=N_(
        "看清台账里的一笔：它之前、之后账户和资金各有多少，它引用了什么，谁引用了它，检查发现了什么。\n\n"
        "写文件和行号，例如检查结果里的 ledgers/finance/committee/2026-03.yml:66。合同、债权债务、决议等其他台账也可以看谁引用了它。"
        "余额按文件里的先后算。只看不改。"
    ),
    uses=("format", "output"),
    params=[click.Argument(["place"], metavar="FILE:LINE")],
    examples=[
        (N_("这一笔前后的余额"), "mingbai doctor ledgers/finance/committee/2026-03.yml:66"),
        (N_("给程序"), "mingbai doctor ledgers/finance/committee/2026-03.yml:66 -f json"),
    ],
)
def COMMAND(ctx: click.Context, place: str) -> int:  # noqa: N802
    """Reads and checks all ledgers, then tells of the one entry; whatever is found, the exit code is 0."""
    from mingbai import keeping, pipeline

    session = Session(ctx)
    root = session.root
    path, line = _place(root, place)
    checked = pipeline.check(root, session.as_of)
    try:
        found = keeping.examine(checked, path, line)
    except LookupError as missing:
        if isinstance(missing, IndexError):
            raise Usage(_("{path} 没有第 {line} 行").format(path=path, line=line)) from None
        raise Usage(_("{path} 不是这个社区的台账").format(path=path)) from None
    if found is None:
        raise Usage(_("{path} 读不出来，先用 mingbai check {path} 看哪里写错了").format(path=path))
    if session.json:
        session.data(_document(found, session.lang))
    else:
        for said in _text(found, session.lang):
            session.say(said)
    return 0


def _place(root: Path, typed: str) -> tuple[str, int]:
    """The path from the community's folder, with `/`, and the line; the file may be named from there or from here."""
    name, colon, number = typed.rpartition(":")
    if not colon or not number.isdecimal() or not number.isascii():
        raise Usage(_("写成 文件:行号，例如 ledgers/finance/committee/2026-03.yml:66；现在是 {typed}").format(typed=repr(typed)))
    for file in (root / name, Path(name)):
        if file.is_file() and file.resolve().is_relative_to(root.resolve()):
            return file.resolve().relative_to(root.resolve()).as_posix(), int(number)
    raise Usage(_("没有 {path} 这个文件").format(path=name))


# --- for people -----------------------------------------------------------------------------------------------------


def _text(it: Examined, lang: Lang) -> Iterator[str]:
    from mingbai.reporting.display import safe

    ids = " ".join(id for _what, id in it.ids)
    yield f"{it.path}:{it.line}  {it.kind.zh if lang == 'zh' else it.kind.en} {safe(ids)}".rstrip()
    if it.posted is not None:
        yield safe(_line(it.posted, lang))
    if not it.ids:
        yield _("这一行不属于单独的一笔，说的是整个文件。")
    yield from _balances(it)
    yield from _ties(_("引用了："), it.cites, lang)
    yield from _ties(_("引用它的："), it.cited_by, lang)
    if it.ids and not it.cited_by:
        yield _("还没有台账引用它。")
    if it.findings:
        yield _("检查发现：")
        for f in it.findings:
            yield f"  {f.code.id} {safe(f.message(lang))}"


def _line(p: Posted, lang: Lang) -> str:
    from mingbai.values.money import grouped

    kind = p.line.kind.zh if lang == "zh" else p.line.kind.value
    return f"{p.line.date} {kind} {grouped(p.amount)}  {p.line.summary or ''}".rstrip()


def _balances(it: Examined) -> Iterator[str]:
    from mingbai.reporting.display import width
    from mingbai.values.money import grouped

    if not it.held:
        return
    if not it.sound:
        yield _("这个月的余额还算不出来：先改正检查出的错误。")
        return
    rows = [["", _("之前"), _("增减"), _("之后")]]
    for h in it.held:
        change = h.after - h.before
        rows.append([f"{_(_BY[h.by])} {h.name}", grouped(h.before), f"{'+' if change > 0 else ''}{grouped(change)}", grouped(h.after)])
    wide = [max(width(row[n]) for row in rows) for n in range(4)]
    for row in rows:
        name = row[0] + " " * (wide[0] - width(row[0]))
        yield "  ".join([f"  {name}", *(" " * (w - width(cell)) + cell for cell, w in zip(row[1:], wide[1:], strict=True))])


def _ties(title: str, ties: Sequence[Tie], lang: Lang) -> Iterator[str]:
    from mingbai.reporting.display import safe

    if ties:
        yield title
        for t in ties:
            where = f"{t.path}:{t.line}" if t.path else ""
            yield f"  {t.label.zh if lang == 'zh' else t.label.en} {safe(t.id)}  {where}".rstrip()


# --- for programs ---------------------------------------------------------------------------------------------------


def _document(it: Examined, lang: Lang) -> dict[str, Any]:
    from mingbai.values.money import plain

    held = [
        {"by": h.by, "id": h.id, "name": h.name, "before": plain(h.before), "change": plain(h.after - h.before), "after": plain(h.after)}
        for h in (it.held if it.sound else ())
    ]
    return {
        "schema": 1,
        "path": it.path,
        "line": it.line,
        "ids": [{"what": what, "id": id} for what, id in it.ids],
        "balances_known": it.sound,
        "balances": held,
        "cites": [_tie(t, lang) for t in it.cites],
        "cited_by": [_tie(t, lang) for t in it.cited_by],
        "findings": [{"code": f.code.id, "severity": f.code.severity.value, "message": f.message(lang)} for f in it.findings],
    }


def _tie(t: Tie, lang: Lang) -> dict[str, Any]:
    return {"field": t.label.zh if lang == "zh" else t.label.en, "id": t.id, "path": t.path or None, "line": t.line or None}
