"""The preview from its first round to Ctrl-C."""

from __future__ import annotations

import datetime
import gc
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mingbai import pipeline
from mingbai.rendering import template_dirs
from mingbai.serving.answers import Answers
from mingbai.serving.board import Board
from mingbai.serving.making import make
from mingbai.serving.rounds import Round, Rounds
from mingbai.serving.shelf import Shelf
from mingbai.serving.watching import Sources, Watcher
from mingbai.serving.web import Server, is_loopback, own_names
from mingbai.values.text import Lang


@dataclass(frozen=True)
class Wish:
    """What is to be shown where.

    Attributes:
        day: the day the site speaks of, asked anew for each round: a preview may stand open over midnight.
        lang: in which a page speaks that is no page of the site.
    """

    root: Path
    address: str
    port: int
    day: Callable[[], datetime.date]
    lang: Lang = "zh"
    draft: bool = False


@dataclass(frozen=True)
class Told:
    """Who is told what happens: that the preview can be opened (address, whether the system tells of changes), rounds, faults of ours."""

    ready: Callable[[str, bool], None]
    begun: Callable[[tuple[str, ...]], None]
    ended: Callable[[Round], None]
    fault: Callable[[Exception], None]


def run(wish: Wish, told: Told, ended: threading.Event) -> None:
    """Until it is interrupted, or `ended` is set (an interruption may be lost where Python cannot raise it: in a callback, in a destructor).

    The sites lie in a temporary folder, which goes away in the end.

    Raises:
        ListenError: nobody can be answered at this address.
        KeyboardInterrupt: whoever interrupts a round does not wait for it.
    """
    root = wish.root.resolve()
    alone = is_loopback(wish.address)
    with tempfile.TemporaryDirectory(prefix="mingbai-", ignore_cleanup_errors=True) as folder:
        shelf, board = Shelf(Path(folder)), Board()
        answers = Answers(shelf, board, wish.lang, () if alone else own_names(), open_=not alone)
        with Server(wish.address, wish.port, answers, told.fault) as server:
            sources = sources_of(root)

            def ended_round(done: Round) -> None:
                """Garbage is collected when the page is up: the command line's processes are short and never do it, this one is not."""
                told.ended(done)
                gc.collect()

            rounds = Rounds(lambda stage: make(root, stage, wish.day(), draft=wish.draft), sources.look, shelf, board, told.begun, ended_round)
            watcher = Watcher(sources, rounds.saved)
            watcher.start()
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                told.ready(server.url, watcher.helped)
                rounds.first()
                rounds.run(ended, watcher.patience)
            finally:
                watcher.stop()
                server.shutdown()


def sources_of(root: Path) -> Sources:
    """What a community's site is made from: its ledgers (with its own law), pages, settings, templates, and the templates that come with us."""
    folders = dict.fromkeys([root / pipeline.LEDGERS, root / pipeline.CONTENT, root / pipeline.TEMPLATES, *template_dirs(root)])
    return Sources(root, [pipeline.CONFIG], folders)
