"""`mingbai init`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from mingbai.cli.base import Usage, verb
from mingbai.cli.session import Session, day
from mingbai.cli.words import N_, _

_KINDS = {"community": "居委会账", "village": "村委会账", "collective": "合作社账", "converted": "居委会账", "urban": "居委会账"}
"""By the word on the command line: what the first book is called; `urban` is the older word for `community`."""
_ALSO = {
    "城市居委会": "community",
    "居委会": "community",
    "村委会": "village",
    "集体经济组织": "collective",
    "合作社": "collective",
    "撤村建居社区": "converted",
    "撤村建居": "converted",
}
"""The words of community.yml and of people for them."""


class _Kind(click.Choice[str]):
    """One of the kinds, by its word or in Chinese."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(_ALSO.get(value, value), param, ctx)


_WHICH = N_(
    "community 城市居委会（也可写 urban），village 村委会，collective 集体经济组织，converted 撤村建居社区（居委会和合作社两本账）；写中文也行"
)


@verb(
    "init",
    help=N_("建立一个新社区：台账、网站设置和说明都写好，检查得过，也能生成网站。\n\n在终端里没有给出的内容会逐项问您；文件夹里已有东西就不动它。"),
    params=[
        click.Argument(["folder"], metavar="DIR"),
        click.Option(["--name"], metavar="NAME", help=N_("全称，例如 新河社区居民委员会")),
        click.Option(["--kind"], type=_Kind(list(_KINDS)), help=_WHICH),
        click.Option(["--address"], metavar="TEXT", help=N_("办公地址")),
        click.Option(["--phone"], metavar="TEXT", help=N_("办公座机，不要写个人手机")),
        click.Option(["--book"], metavar="NAME", help=N_("第一本账的名称（默认 居委会账、村委会账 或 合作社账）")),
        click.Option(["--bank-opening"], metavar="YUAN", help=N_("启用时银行存款余额（默认 0.00）")),
        click.Option(["--cash-opening"], metavar="YUAN", help=N_("启用时现金余额（默认 0.00）")),
        click.Option(["--begins"], metavar="DATE", help=N_("从哪天开始记账（默认本年 1 月 1 日）")),
    ],
    examples=[
        (N_("一项一项回答"), "mingbai init xinhe"),
        (N_("一次给全"), "mingbai init xinhe --name 新河社区居民委员会 --kind community --bank-opening 43100.00 --cash-opening 500.00"),
        (N_("村的合作社，复式记账"), "mingbai init hezuoshe --name 柳树村股份经济合作社 --kind collective --begins 2026-01-01"),
    ],
)
def COMMAND(ctx: click.Context, folder: str, **typed: str | None) -> int:  # noqa: N802
    """Asks, writes, says what comes next."""
    from mingbai.cli import files

    session = Session(ctx)
    target = Path(folder)
    _must_be_empty(target, folder)
    answers = _answers(session, typed)
    texts = _texts(answers)
    _must_be_sound(texts["ledgers/community.yml"])
    files.put({target / name: text for name, text in texts.items()})
    session.say(_("建好了 {folder}：").format(folder=folder))
    for name in texts:
        session.say(f"  {name}")
    if target.resolve() == Path.cwd():
        session.note(_("接下来：\n  打开 ledgers/community.yml，填好“待填写”的内容\n  mingbai new finance\n  mingbai check"))
        return 0
    session.note(
        _("接下来：\n  cd {folder}\n  打开 ledgers/community.yml，填好“待填写”的内容\n  mingbai new finance\n  mingbai check").format(folder=folder)
    )
    return 0


def _must_be_empty(target: Path, folder: str) -> None:
    if target.exists() and not target.is_dir():
        raise Usage(_("{folder} 是一个文件").format(folder=folder))
    if target.is_dir() and any(p.name != ".git" for p in target.iterdir()):
        raise Usage(_("{folder} 里已经有东西，不动它；请换一个新文件夹").format(folder=folder))


def _answers(session: Session, typed: dict[str, str | None]) -> dict[str, Any]:
    """What was typed as flags, the rest asked for on a terminal or taken as usual."""
    asking = sys.stdin.isatty()
    for needed in ("name", "kind"):
        if not typed[needed] and not asking:
            raise Usage(_("不在终端里运行时，要写 --{flag}").format(flag=needed))

    def ask(key: str, question: str, usual: str) -> str:
        given = typed[key]
        if given is not None:
            return given.strip()
        return click.prompt(question, default=usual, show_default=bool(usual), err=True).strip() if asking else usual

    name = ask("name", _("全称，例如 新河社区居民委员会"), "")
    kind = typed["kind"] or click.prompt(_("类型：{kinds}").format(kinds=_(_WHICH)), type=_Kind(list(_KINDS)), default="community", err=True)
    if not name:
        raise Usage(_("名称不能空"))
    return {
        "name": name,
        "kind": kind,
        "address": ask("address", _("办公地址（可以以后再填）"), ""),
        "phone": ask("phone", _("办公座机（可以以后再填）"), ""),
        "book": ask("book", _("第一本账的名称"), _KINDS[kind]),
        "begins": day(ask("begins", _("从哪天开始记账"), f"{session.as_of.year}-01-01"), "--begins"),
        "bank": _yuan(ask("bank_opening", _("那一天银行存款余额（元）"), "0.00"), "--bank-opening"),
        "cash": _yuan(ask("cash_opening", _("那一天现金余额（元）"), "0.00"), "--cash-opening"),
    }


def _yuan(text: str, option: str) -> int:
    from mingbai.values.money import fen

    try:
        return fen(text)
    except ValueError:
        raise Usage(_("{option} 应当是以元为单位的金额，例如 43100.00；现在是 {typed}").format(option=option, typed=repr(text))) from None


def _texts(answers: dict[str, Any]) -> dict[str, str]:
    """Every file of a new community by its path."""
    from mingbai.cli.scaffold import field, filled
    from mingbai.values.money import plain

    name, begins = answers["name"], answers["begins"]
    short = re.sub(r"(?:居民|村民)?委员会$|居委会$|村委会$", "", name) or name
    kind = "community" if answers["kind"] == "urban" else answers["kind"]
    total = answers["bank"] + answers["cash"]
    community = filled(
        f"community/{kind}.yml",
        name=field("名称", name),
        address=field("地址", answers["address"]) if answers["address"] else "# 地址: 某某路 1 号",
        phone=field("办公电话", answers["phone"]) if answers["phone"] else "# 办公电话: 010-55550100",
        book=field("名称", answers["book"]),
        begins=begins.isoformat(),
        bank=plain(answers["bank"]),
        cash=plain(answers["cash"]),
        total=plain(total),
        opened=_opened(total) if kind == "collective" else "",
    )
    site = filled(
        "mkdocs.yml",
        site_name=field("site_name", f"{short}明白账"),
        site_description=field("site_description", f"{short}的财务、会议与决定、公约和办事指南"),
    )
    return {
        "README.md": filled("README.md", title=f"{short}明白账", meeting=_MEETING[kind], books=_BOOKS.get(kind, "")),
        "mkdocs.yml": site,
        "ledgers/community.yml": community,
        "content/guide.md": filled("guide.md", office=_OFFICE[kind]),
        "content/policy.md": filled(f"policy/{kind}.md"),
        "content/en/guide.md": filled("en/guide.md", office=_OFFICE_EN[kind]),
        "content/en/policy.md": filled(f"en/policy/{kind}.md"),
        ".gitignore": filled("gitignore"),
    }


_MEETING = {"community": "议事会", "village": "村民代表会议", "collective": "理事会", "converted": "议事会"}
_OFFICE = {"community": "居民委员会", "village": "村民委员会", "collective": "合作社办公室", "converted": "居民委员会或者合作社办公室"}
_OFFICE_EN = {
    "community": "the residents' committee",
    "village": "the villagers' committee",
    "collective": "the office of the cooperative",
    "converted": "the residents' committee or the office of the cooperative",
}
_BOOKS = {"converted": "- 两本账各记各的：居委会账是 `--book committee`，合作社账（复式记账）是 `--book collective`。"}


def _opened(total: int) -> str:
    """What stands against the money of the first day in a book of double entry: capital, until the other accounts are filled in."""
    from mingbai.values.money import plain

    if not total:
        return ""
    return f"    科目期初:\n      - 科目: 301 资本\n        {'贷' if total > 0 else '借'}: {plain(abs(total))}"


def _must_be_sound(text: str) -> None:
    """What was answered passes the schema; else it is said, and nothing is written."""
    from mingbai import reading
    from mingbai.cli.words import chosen
    from mingbai.kinds.community.records import Community
    from mingbai.schema import parse

    document, refused = reading.read(text.encode(), "community.yml", 0)
    problems = refused or parse(Community, document.nodes or {}, "community.yml")[1]
    if problems:
        raise Usage(_("；").join(p.message(chosen()) + _("。") + p.remedy(chosen()) for p in problems))
