"""`mingbai build`."""

from __future__ import annotations

import time
from pathlib import Path

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session
from mingbai.cli.words import N_, _


@verb(
    "build",
    help=N_("生成网站。\n\n有错误时不生成（退出码 1），原来的网站原样保留；提醒照样公布。新网站先在旁边生成，完整了再换上。"),
    uses=("format",),
    params=[
        click.Option(["--site-dir", "site_dir"], default="site", metavar="DIR", help=N_("网站放在哪里（默认 site，在社区的文件夹里）")),
        click.Option(["--draft"], is_flag=True, help=N_("有错误也生成，每一页都标明草稿")),
        click.Option(["--clean"], is_flag=True, help=N_("全部重新生成；现在每次生成本来就从头开始")),
    ],
    examples=[
        (N_("生成网站，用浏览器打开 site/index.html 就能看"), "mingbai build"),
        (N_("账还没有改完，先看看样子"), "mingbai build --draft --site-dir draft"),
    ],
)
def COMMAND(ctx: click.Context, site_dir: str, draft: bool, clean: bool) -> int:  # noqa: N802
    """Checks, builds, says where the site is."""
    from mingbai import pipeline
    from mingbai.cli.check import show, verdict

    session = Session(ctx)
    root = session.root
    if not (root / "mkdocs.yml").is_file():
        raise Usage(_("{folder} 里没有 mkdocs.yml，不知道网站叫什么、有哪些栏目").format(folder=root))
    target = _target(root, site_dir)
    began = time.monotonic()
    session.note(_("正在检查并生成网站……"))
    checked = pipeline.build(root, target, session.as_of, draft=draft)
    show(session, root, checked, checked.findings)
    code = verdict(checked, checked.findings)
    if checked.errors and not draft:
        session.note(_("有错误，没有生成；原来的网站没有动。先改好上面的错误，或者用 --draft 看草稿。"))
        return code
    session.note(_("网站在 {folder}（{seconds:.1f} 秒）").format(folder=target, seconds=time.monotonic() - began))
    return 0 if code == 1 else code


def _target(root: Path, site_dir: str) -> Path:
    target = Path(site_dir) if Path(site_dir).is_absolute() else root / site_dir
    place = target.resolve()
    kept = [(root / name).resolve() for name in ("ledgers", "content", "site_templates", "private", ".git")]
    if root.resolve().is_relative_to(place) or any(place.is_relative_to(folder) for folder in kept):
        raise Usage(_("--site-dir 不能是 {folder}：那里有社区自己的文件").format(folder=site_dir))
    return target
