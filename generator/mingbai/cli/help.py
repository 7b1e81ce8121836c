"""Help pages: set by display width, so that Chinese and English columns stand straight."""

from __future__ import annotations

import os
import sys
from collections.abc import Container, Iterator, Sequence

import click

from mingbai.cli.words import _, later
from mingbai.reporting.display import width

Pair = tuple[str, str]
"""What it does, and the command."""

_NOT_FIRST = "，。、；：）》”！？,.;:)"


def first_page(group: click.Group, ctx: click.Context) -> str:
    """`mingbai --help`: what it is, the verbs, the flags, the three commands of a month."""
    verbs = [(name, later(command.help).split("\n")[0]) for name in group.list_commands(ctx) if (command := group.get_command(ctx, name))]
    return "\n".join(
        [
            *wrapped(_("明白：把社区的台账（ledgers/ 里的 YAML 文件）检查清楚，生成居民看得懂的公开网站。")),
            "",
            _("用法：") + _("mingbai [选项] 命令 [参数]"),
            *_section(_("命令"), verbs),
            *_section(_("选项（写在命令前后都可以）"), _options(group.get_params(ctx), ctx)),
            *_section(_("每月三条命令"), month(), gap=3),
            "",
            *wrapped(_("每个命令都有例子：mingbai check --help。退出码：0 没有错误，1 有错误，2 用法或配置不对，3 程序出错，4 磁盘、权限等问题。")),
        ]
    )


def month() -> list[tuple[str, str]]:
    """What a secretary types each month."""
    return [
        ("mingbai new finance", _("建下个月的账，照着例子填")),
        ("mingbai check", _("检查，照“怎么改”改到可以发布")),
        ("mingbai build", _("生成网站，在 site/ 里")),
    ]


def verb_page(verb: click.Command, ctx: click.Context, own: Sequence[click.Parameter], uses: Container[str | None], examples: Sequence[Pair]) -> str:
    """`mingbai VERB --help`: its own parameters, the common flags that mean something here, its examples."""
    others = [p for p in verb.get_params(ctx) if p not in own and (p.name not in ("format", "output") or p.name in uses)]
    arguments = " ".join(p.make_metavar(ctx) for p in own if isinstance(p, click.Argument))
    lines = [*_prose(later(verb.help)), "", _("用法：") + f"{ctx.command_path} {arguments}{' ' if arguments else ''}" + _("[选项]")]
    lines += _section(_("选项"), _options(own, ctx))
    lines += _section(_("共用选项"), _options(others, ctx))
    if examples:
        lines += ["", _("例子")]
        for what, command in examples:
            lines += [f"  # {later(what)}", f"  {command}"]
    return "\n".join(lines)


def _prose(text: str) -> Iterator[str]:
    """Paragraphs are set anew; lines that begin with blanks stand as they are."""
    for line in text.split("\n"):
        if line.startswith(" ") or not line:
            yield line
        else:
            yield from wrapped(line)


def _options(params: Sequence[click.Parameter], ctx: click.Context) -> list[tuple[str, str]]:
    return [_option(p, ctx) for p in params if isinstance(p, click.Option) and not p.hidden]


def _option(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    names = ", ".join(sorted((*option.opts, *option.secondary_opts), key=len))
    value = "" if option.is_flag or option.count else f" {option.make_metavar(ctx)}"
    return f"{names}{value}", later(option.help)


def _section(title: str, rows: Sequence[tuple[str, str]], gap: int = 2) -> list[str]:
    if not rows:
        return []
    left = min(max(width(term) for term, said in rows), 34)
    lines = ["", title]
    for term, said in rows:
        first, *rest = wrapped(said, left + gap + 2) or [""]
        head = f"  {term}{' ' * (left - width(term))}{' ' * gap}{first}" if width(term) <= left else f"  {term}\n{' ' * (left + gap + 2)}{first}"
        lines += [head.rstrip(), *(" " * (left + gap + 2) + line for line in rest)]
    return lines


def wrapped(text: str, indent: int = 0) -> list[str]:
    """A paragraph in lines no wider than the terminal (at most 100 columns), the indentation not included."""
    room = max(20, _columns() - indent)
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _columns() -> int:
    """How wide the terminal is, at most 100; 80 where nobody can tell."""
    asked = os.environ.get("COLUMNS", "")
    try:
        wide = int(asked) if asked.isdecimal() else os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns
    except (OSError, ValueError):
        wide = 80
    return min(wide or 80, 100)


def _pieces(text: str) -> list[str]:
    """What may not be torn apart: a word with its blank, a Chinese character with the punctuation that follows it."""
    pieces: list[str] = []
    for char in text:
        last = pieces[-1] if pieces else ""
        if last and (char in _NOT_FIRST or char == " " or (width(char) == 1 and width(last[-1]) == 1 and not last.endswith(" "))):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
