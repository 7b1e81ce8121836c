"""One run of the command: where the community lies, which day it is, what is said where."""

from __future__ import annotations

import contextlib
import datetime
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import Any, TextIO

import click

from mingbai.cli.base import Given, Usage
from mingbai.cli.words import _, chosen
from mingbai.values.text import Lang

_SHANGHAI = datetime.timezone(datetime.timedelta(hours=8))


class Session:
    """What the common flags mean; each is worked out when it is first asked for."""

    def __init__(self, ctx: click.Context, *, output_is_folder: bool = False) -> None:
        self.given = ctx.ensure_object(Given)
        self._on_screen = output_is_folder
        self._begun = False

    @property
    def lang(self) -> Lang:
        return chosen()

    @property
    def quiet(self) -> bool:
        return bool(self.given.get("quiet"))

    @property
    def verbose(self) -> bool:
        return bool(self.given.get("verbose"))

    @property
    def json(self) -> bool:
        return self.given.get("format") == "json"

    @property
    def output(self) -> str | None:
        return self.given.get("output")

    @property
    def colour(self) -> bool:
        """Whether what goes to stdout is coloured."""
        wish = self.given.get("color", "auto")
        if wish != "auto" or self.output:
            return bool(wish == "always")
        old = sys.platform == "win32" and not (os.environ.get("WT_SESSION") or os.environ.get("TERM"))
        return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and not old and sys.stdout.isatty()

    @cached_property
    def root(self) -> Path:
        """The community's folder.

        Raises:
            Usage: there is none here, or the folder named is no folder.
        """
        named = self.given.get("root")
        if named is not None:
            root = Path(named)
            if not root.is_dir():
                raise Usage(_("没有 {folder} 这个文件夹").format(folder=named))
            if not (root / "mkdocs.yml").is_file() and not (root / "ledgers").is_dir():
                raise Usage(_("{folder} 不是社区的文件夹：里面没有 mkdocs.yml，也没有 ledgers/").format(folder=named))
            return root
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / "mkdocs.yml").is_file():
                return folder
        raise Usage(_("从这里往上都没有 mkdocs.yml。请先进入社区的文件夹，或用 -C 指明；新社区用 mingbai init 建立。"))

    @cached_property
    def as_of(self) -> datetime.date:
        """The day the report is made for.

        Raises:
            Usage: the day given is no day.
        """
        for source, text in (("--as-of", self.given.get("as_of")), ("MINGBAI_AS_OF", os.environ.get("MINGBAI_AS_OF"))):
            if text:
                return day(text, source)
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        if epoch:
            try:
                return datetime.datetime.fromtimestamp(int(epoch), _SHANGHAI).date()
            except (ValueError, OverflowError, OSError):
                raise Usage(_("SOURCE_DATE_EPOCH 应当是秒数，现在是 {typed}").format(typed=repr(epoch))) from None
        return datetime.datetime.now(_SHANGHAI).date()

    def say(self, text: str = "") -> None:
        """Findings and data, on stdout or in the file of -o."""
        self._write(text + "\n")

    def data(self, document: Any) -> None:
        """A JSON document; ASCII where the console is not UTF-8, so that every character arrives."""
        import json

        utf8 = bool(self.output) or (sys.stdout.encoding or "").lower().startswith("utf")
        self.say(json.dumps(document, ensure_ascii=not utf8, indent=2))

    def file(self, text: str) -> None:
        """A whole file for another program: in UTF-8 whatever the console shows; under -o it stands there whole or not at all."""
        if self.output:
            from mingbai.cli.files import whole

            whole(Path(self.output), text)
        elif hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode())
        else:
            put(text, sys.stdout)

    def _write(self, text: str) -> None:
        if self.output and not self._on_screen:
            with Path(self.output).open("a" if self._begun else "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            self._begun = True
        else:
            put(text, sys.stdout)

    def keep(self, whole: object) -> None:
        """Leaves a thing as large as a community to be taken back with the process."""
        self.given.kept = whole

    def detail(self, text: str) -> None:
        """What only -v wants to know, on stderr."""
        if self.verbose:
            put(text + "\n", sys.stderr)

    def note(self, text: str) -> None:
        """Progress, on stderr; nothing with -q."""
        if not self.quiet:
            put(text + "\n", sys.stderr)


def day(text: str, source: str) -> datetime.date:
    """A day as typed on the command line, in any form the ledgers know."""
    from mingbai.values.days import day as read

    try:
        return read(text)
    except ValueError:
        raise Usage(_("{option} 应当是日期，例如 2026-03-05；现在是 {typed}").format(option=source, typed=repr(text))) from None


def put(text: str, stream: TextIO) -> None:
    """Writes; a reader who has gone away is no fault."""
    try:
        stream.write(text)
    except BrokenPipeError:
        hush(stream)


def hush(stream: TextIO) -> None:
    """Lets what is still to be written go nowhere, without a word."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
