"""`mingbai serve`."""

from __future__ import annotations

import ipaddress
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _, listed

if TYPE_CHECKING:
    from mingbai.serving import Round

_FEW = 3
"""So many changed files are named."""


@verb(
    "serve",
    help=N_(
        "边改边看：在这台电脑上打开网站，保存台账、模板、content/ 或 mkdocs.yml 就重新生成，浏览器自己更新。\n\n"
        "有错误时网页保持上一次的样子，页面下方列出错在哪里、怎么改。预览放在临时文件夹里，不动 site/；只有这台电脑打得开。按 Ctrl-C 结束。"
    ),
    params=[
        click.Option(["--port"], type=click.IntRange(0, 65535), default=8000, metavar="N", help=N_("端口（默认 8000；写 0 就用任何一个空着的）")),
        click.Option(
            ["--address"],
            default="127.0.0.1",
            metavar="IP",
            help=N_("在哪个地址上打开（默认 127.0.0.1，只有这台电脑；0.0.0.0 让同一网络里的手机也能看）"),
        ),
        click.Option(["--open/--no-open", "opened"], default=False, help=N_("打开浏览器（默认不打开，只写出地址）")),
        click.Option(["--draft"], is_flag=True, help=N_("有错误也生成，每一页都标明草稿")),
    ],
    examples=[
        (N_("边改台账边看网页"), "mingbai serve --open"),
        (N_("8000 已经有程序在用"), "mingbai serve --port 8001"),
        (N_("在手机上看看（同一个无线网，网址里写这台电脑的 IP 地址）"), "mingbai serve --address 0.0.0.0"),
    ],
)
def COMMAND(ctx: click.Context, port: int, address: str, opened: bool, draft: bool) -> int:  # noqa: N802
    """Shows the site until Ctrl-C, which is no error."""
    from mingbai.serving.preview import Told, Wish, run

    session = Session(ctx)
    root = session.root
    if not (root / "mkdocs.yml").is_file():
        raise Usage(_("{folder} 里没有 mkdocs.yml，不知道网站叫什么、有哪些栏目").format(folder=root))
    alone = _alone(address)
    session.as_of  # noqa: B018  a wrong day is said before anything begins

    def ready(url: str, helped: bool) -> None:
        session.say(_("预览：{url}").format(url=url))
        if not alone:
            session.note(_("注意：同一网络里的人都能打开这个预览，里面可能有还没有公布的内容。在别的设备上，网址里写这台电脑的 IP 地址。"))
        if not helped:
            session.detail(_("系统不通知文件改动，改为每秒看一次"))
        _flush()
        if opened:
            import webbrowser

            webbrowser.open(url)

    wish = Wish(root, address, port, lambda: Session(ctx).as_of, session.lang, draft)
    told = Told(ready, lambda changed: _begun(session, changed), lambda done: _ended(session, done), lambda fault: _fault(session, fault))
    with suppress(KeyboardInterrupt), _ended_by_signals() as ended:
        run(wish, told, ended)
    session.note("\n" + _("预览结束了。"))
    return 0


def _alone(address: str) -> bool:
    """Whether only this computer can look; refuses what is no address."""
    from mingbai.serving.web import is_loopback

    try:
        if address != "localhost":
            ipaddress.ip_address(address)
    except ValueError:
        raise Usage(_("--address 应当是 IP 地址，例如 127.0.0.1 或 0.0.0.0；现在是 {typed}").format(typed=repr(address))) from None
    return is_loopback(address)


@contextmanager
def _ended_by_signals() -> Iterator[threading.Event]:
    """A closed window or `kill` ends the preview as Ctrl-C does, so that nothing is left behind; set when one of them has come."""
    ended = threading.Event()

    def end(number: int, frame: object) -> None:
        ended.set()
        raise KeyboardInterrupt

    stood: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
        wanted = [n for n in numbers if signal.getsignal(n) is not signal.SIG_IGN]  # `nohup mingbai serve &` means it
        stood = {n: signal.signal(n, end) for n in wanted}
    try:
        yield ended
    finally:
        for number, handler in stood.items():
            signal.signal(number, handler)


def _begun(session: Session, changed: tuple[str, ...]) -> None:
    if not changed:
        session.note(_("正在检查并生成网站……"))
        return
    names = [*changed[:_FEW], *(["……"] if len(changed) > _FEW else [])]
    session.note(_("{time} 改了 {files}，重新生成……").format(time=time.strftime("%H:%M:%S"), files=listed(names)))


def _ended(session: Session, done: Round) -> None:
    """The verdict; what blocks, in full (with -v everything); warnings stand in the page and in `mingbai check`."""
    from mingbai.diagnostics import Severity
    from mingbai.reporting import text

    outcome = done.outcome
    if outcome.trouble is None or outcome.findings:
        session.say(text.verdict(outcome.count(Severity.ERROR), outcome.count(Severity.WARNING), session.lang))
    if not session.quiet:
        style = text.Style(session.lang, outcome.law, outcome.texts, session.colour)
        for line in text.report(outcome.findings if session.verbose else outcome.errors, style):
            session.say(line)
    if outcome.trouble is not None:
        session.say(outcome.trouble.say(session.lang))
    if outcome.fault is not None:
        _trace(session, outcome.fault)
    if outcome.base is None:
        session.note(_("网页没有更新（{seconds:.1f} 秒）。改好上面的问题，保存就会再试。").format(seconds=done.seconds))
    else:
        session.note(_("网页更新了（{seconds:.1f} 秒）。").format(seconds=done.seconds))
    _flush()


def _fault(session: Session, fault: Exception) -> None:
    """A request that could not be answered for a fault of ours; the preview goes on."""
    session.note(_("有一页没有送出去：{what}").format(what=f"{type(fault).__name__}: {fault}"))
    _trace(session, fault)


def _trace(session: Session, fault: Exception) -> None:
    if session.verbose:
        import traceback

        session.detail("".join(traceback.format_exception(fault)).rstrip())


def _flush() -> None:
    """Said at once, to a file or a pipe as well: the process goes on for hours."""
    sys.stdout.flush()
    sys.stderr.flush()
