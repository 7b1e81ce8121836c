"""`mingbai …` from its arguments to its exit code: 0 no errors, 1 errors, 2 usage or configuration, 3 our fault, 4 the environment."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import click

from mingbai.cli.base import Given, Verbs, words
from mingbai.cli.session import hush, put
from mingbai.cli.words import _, choose, from_environment
from mingbai.values.text import Lang

OK, ERRORS, USAGE, FAULT, ENVIRONMENT = 0, 1, 2, 3, 4


def main() -> None:
    """The entry point: never collects garbage (a run is short), never dies on a character the console cannot show."""
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    given = Given()
    code = run(sys.argv[1:], given)
    atexit._run_exitfuncs()  # noqa: SLF001  what others want done at the end is done; there is no public name for it
    os._exit(code)  # the system takes back what is in memory at once; Python would let go of each record by itself


def run(args: Sequence[str], given: Given | None = None) -> int:
    """The exit code for these arguments; everything is printed on the way, and flushed. What `given` keeps outlives the run."""
    choose(_language(args))
    given = Given() if given is None else given
    try:
        code = Verbs().main(list(args), prog_name="mingbai", obj=given, standalone_mode=False)
        code = code if isinstance(code, int) else OK
    except click.exceptions.NoArgsIsHelpError as alone:
        put(f"{alone.format_message()}\n", sys.stderr)
        code = USAGE
    except click.ClickException as problem:
        code = _refuse(problem)
    except (click.Abort, KeyboardInterrupt):
        put("\n" + _("已中断。") + "\n", sys.stderr)
        code = 130
    except BrokenPipeError:
        code = OK
    except Exception as fault:  # noqa: BLE001  the rim: whatever it is, it is said in a sentence
        code = _fail(fault, verbose=bool(given.get("verbose")))
    return _flushed(code)


def _language(args: Sequence[str]) -> Lang:
    """The language asked for anywhere among the arguments, so that help and complaints speak it too."""
    for n, arg in enumerate(args):
        wish = args[n + 1] if arg == "--lang" and n + 1 < len(args) else arg.removeprefix("--lang=") if arg.startswith("--lang=") else ""
        if wish in ("zh", "en"):
            return "en" if wish == "en" else "zh"
    return from_environment()


def _refuse(problem: click.ClickException) -> int:
    ctx = getattr(problem, "ctx", None)
    put(_("用法不对：{what}").format(what=words(problem)) + "\n", sys.stderr)
    where = ctx.command_path if ctx else "mingbai"
    put(_("怎么用：{command} --help").format(command=where) + "\n", sys.stderr)
    return USAGE


def _fail(fault: Exception, *, verbose: bool) -> int:
    from mingbai.cli.faults import told

    text, code = told(fault)
    if verbose:
        import traceback

        put("".join(traceback.format_exception(fault)), sys.stderr)
    put(text + "\n", sys.stderr)
    return code


def _flushed(code: int) -> int:
    """Everything written; a closed pipe is quiet, a full disk is not."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            hush(stream)
        except OSError as fault:
            hush(stream)
            if stream is sys.stdout:
                code = _fail(fault, verbose=False)
    return code
