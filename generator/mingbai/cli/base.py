"""Commands that know the common flags, speak the language chosen and print their own help; the words for a wrong command line."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from mingbai.cli.words import N_, _, listed

VERBS = {
    "init": "init",
    "new": "new",
    "import": "importing",
    "check": "check",
    "due": "due",
    "fmt": "fmt",
    "close": "close",
    "build": "build",
    "serve": "serve",
    "report": "report",
    "print": "printing",
    "export": "export",
    "explain": "explain",
    "doctor": "doctor",
    "kinds": "kinds",
}
"""Every verb and the module below `mingbai.cli` that holds its COMMAND, in the order of the help."""


class Usage(click.UsageError):
    """A wrong command line or configuration, in words of ours."""


class Given(dict[str, Any]):
    """The common flags that were typed, before or after the verb; the later one wins.

    Attributes:
        kept: what is too large to be let go of before the process ends.
    """

    kept: object = None


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is not None and value is not False and param.name is not None:
        ctx.ensure_object(Given)[param.name] = value


def _flag(*names: str, help: str, **more: Any) -> click.Option:
    return click.Option(names, help=help, callback=_keep, expose_value=False, **more)


FORMS = ("text", "json")
"""The formats a verb knows that uses -f/--format, unless it says otherwise."""
_EVERY_FORM = (*FORMS, "csv")


def common(forms: Sequence[str] = _EVERY_FORM) -> list[click.Option]:
    """The flags every verb takes, also before the verb; `forms` are the formats it knows."""
    return [
        _flag("-C", "--root", metavar="DIR", help=N_("社区所在的文件夹（默认：从当前文件夹往上找放着 mkdocs.yml 的那一个）")),
        _flag("-f", "--format", type=click.Choice(forms), help=N_("输出格式：text 给人看，json 给程序用")),
        _flag("-o", "--output", metavar="PATH", help=N_("结果写到这里，不印在屏幕上")),
        _flag("-q", "--quiet", is_flag=True, default=None, help=N_("只说结论")),
        _flag("-v", "--verbose", is_flag=True, default=None, help=N_("多说一些；程序出错时给出详细经过")),
        _flag("--color", type=click.Choice(["auto", "always", "never"]), help=N_("颜色（默认 auto；设了环境变量 NO_COLOR 就不用颜色）")),
        _flag("--lang", type=click.Choice(["zh", "en"]), help=N_("语言（默认看 LC_ALL、LANG，否则中文）")),
        _flag("--as-of", "as_of", metavar="DATE", help=N_("以哪一天为准（默认：MINGBAI_AS_OF，其次 SOURCE_DATE_EPOCH，否则今天，北京时间）")),
    ]


class Verb(click.Command):
    """A verb: its own parameters, then the common ones; `examples` are (what it does, command) pairs for the help.

    `uses` names the common flags beyond the language and the like that mean something here; others are refused, not ignored.
    """

    def __init__(
        self,
        name: str,
        *,
        uses: Sequence[str] = (),
        forms: Sequence[str] = FORMS,
        examples: Sequence[tuple[str, str]] = (),
        params: Sequence[click.Parameter] = (),
        **more: Any,
    ) -> None:
        settings = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}
        super().__init__(name, params=[*params, *common(forms)], context_settings=settings, **more)
        self.forms = tuple(forms)
        self.uses, self.examples, self.own = frozenset(uses), tuple(examples), tuple(params)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if ctx.args:
            raise Usage(_("多出来的参数：{names}").format(names=" ".join(map(repr, ctx.args))), ctx)
        for flag, shown in (("format", "-f/--format"), ("output", "-o/--output")):
            if flag in ctx.ensure_object(Given) and flag not in self.uses:
                raise Usage(_("{verb} 不用 {flag}").format(verb=self.name, flag=shown), ctx)
        form = ctx.ensure_object(Given).get("format")
        if form is not None and form not in self.forms:  # typed before the verb
            raise Usage(_("{option} 只能是：{choices}").format(option="-f/--format", choices=listed(self.forms)), ctx)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        from mingbai.cli.help import verb_page

        return verb_page(self, ctx, self.own, self.uses, self.examples)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_our_words(super().get_help_option(ctx))


class Verbs(click.Group):
    """The command `mingbai`: verbs are imported when they are named."""

    def __init__(self) -> None:
        def say_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
            if value:
                from mingbai.version import __version__

                click.echo(f"mingbai {__version__}")
                ctx.exit()

        version = click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=say_version, help=N_("版本"))
        settings = {"help_option_names": ["-h", "--help"]}
        super().__init__("mingbai", params=[*common(), version], context_settings=settings, invoke_without_command=True, callback=_bare)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command = importlib.import_module(f"mingbai.cli.{VERBS[cmd_name]}").COMMAND
        assert isinstance(command, Verb)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        command = self.get_command(ctx, args[0])
        if command is None:
            raise Usage(_no_such(args[0]), ctx)
        return args[0], command, args[1:]

    def get_help(self, ctx: click.Context) -> str:
        from mingbai.cli.help import first_page

        return first_page(self, ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _in_our_words(super().get_help_option(ctx))


@click.pass_context
def _bare(ctx: click.Context) -> None:
    """`mingbai` alone shows how it is used."""
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


def _no_such(verb: str) -> str:
    near = nearest(verb, VERBS)
    told = _("没有 {verb} 这个命令。").format(verb=repr(verb))
    return told + (_("是不是 {near}？").format(near=near[0]) if near else _("可用的命令：{verbs}。").format(verbs=listed(VERBS)))


def nearest(typed: str, known: Iterable[str], n: int = 1) -> list[str]:
    """Known words that what was typed may have been meant for, the nearest first."""
    import difflib

    return difflib.get_close_matches(typed, list(known), n=n, cutoff=0.45)


def _in_our_words(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help, option.callback = N_("显示这份说明"), _show_help
    return option


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """On stdout as it is: click's own `echo` would change the encoding of a console that is not UTF-8."""
    if value and not ctx.resilient_parsing:
        sys.stdout.write(ctx.get_help() + "\n")
        ctx.exit()


def words(problem: click.ClickException) -> str:
    """What is wrong with the command line, in one sentence."""
    if isinstance(problem, Usage):
        return problem.message
    if isinstance(problem, click.NoSuchOption):
        near = nearest(problem.option_name, problem.possibilities or ())
        told = _("没有 {option} 这个选项。").format(option=problem.option_name)
        return told + (_("是不是 {near}？").format(near=near[0]) if near else "")
    if isinstance(problem, click.MissingParameter) and problem.param is not None:
        return _("缺少 {name}").format(name=problem.param.make_metavar(problem.ctx) if problem.ctx else problem.param.human_readable_name)
    if isinstance(problem, click.BadOptionUsage):
        return _("选项 {option} 的用法不对：它后面要跟一个值，或者不该跟值").format(option=problem.option_name)
    if isinstance(problem, click.BadParameter) and problem.param is not None:
        return _bad_value(problem.param, problem.format_message())
    return problem.format_message()


def _bad_value(param: click.Parameter, detail: str) -> str:
    names = param.metavar if isinstance(param, click.Argument) and param.metavar else "/".join(param.opts)
    if isinstance(param.type, click.Choice):
        return _("{option} 只能是：{choices}").format(option=names, choices=listed(param.type.choices))
    return _("{option} 的值不对：{detail}").format(option=names, detail=detail)


def verb(name: str, **more: Any) -> Callable[[Callable[..., Any]], Verb]:
    """Makes a function the callback of a verb; it is given the click context first."""

    def make(function: Callable[..., Any]) -> Verb:
        return Verb(name, callback=click.pass_context(function), **more)

    return make
