"""A register beside the months, or a file of one matter: a template of ours with the community's book, year and officers put in."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mingbai.cli.base import Usage
from mingbai.cli.scaffold import FOLDER, field, filled
from mingbai.cli.starters.month import book_of
from mingbai.cli.starters.terms import categories_of, supervisor_of, terms_of
from mingbai.cli.starters.wish import Started, Wish
from mingbai.cli.words import _
from mingbai.kinds.community.records import Community
from mingbai.kinds.meetings.records import MeetingKind

if TYPE_CHECKING:
    from mingbai.kind import Shape
    from mingbai.pipeline import Checked

_IDS = {
    "levies": "{year}-shixiang",
    "projects": "{year}-xiangmu",
    "handovers": "{day}-jiaojie",
    "notices": "{day}-gongshi",
    "docs": "{day}-wenjian",
    "staff": "wangge",
}
"""What the files of one matter are called where nobody says."""
_SIGNERS = ("主任", "理事长", "副主任")


def offered() -> frozenset[str]:
    """The kinds that have a template here."""
    return frozenset(p.stem for p in (FOLDER / "new").glob("*.yml"))


def start(root: Path, checked: Checked, kind: str, shape: Shape, wish: Wish) -> Started:
    """The file of that kind, in the folder of its book where it belongs to one."""
    if kind == "admission" and wish.id is None:
        wish = wish._replace(id=_next(root, f"admission/{(wish.date or checked.books.as_of).year}-shixiang"))
    community = checked.books.the(Community)
    if community is None:
        raise Usage(_("community.yml 还读不了，请先运行 mingbai check 改好它"))
    day = wish.date or checked.books.as_of
    named = "{book}" in shape.path
    book = book_of(community, wish.book) if named or len(community.books) == 1 else community.books[0]
    id = wish.id or _IDS[kind].format(year=day.year, day=day) if kind in _IDS else wish.id or ""
    year = day.year - 1 if kind == "distribution" and wish.date is None else day.year  # what is shared out is last year's
    path = shape.path.replace("{book}", book.id).replace("{year}", str(year)).replace("{id}", id)
    if wish.id is not None and "{id}" not in shape.path:
        raise Usage(_("{kind} 的文件名是固定的，不写 --id").format(kind=kind))
    path = path if wish.id is not None else _free(root, path, numbered="{id}" in shape.path)
    roles = [r for p in community.people for r in p.roles]
    terms = terms_of(community, book)
    income, expense = categories_of(community, book, checked.books.law, day)
    text = filled(
        f"new/{kind}.yml",
        book=book.id,
        book_name=book.name,
        id=Path(path).stem,
        year=str(year),
        next_year_number=str(year + 1),
        day=day.isoformat(),
        notice_end=(day + datetime.timedelta(10)).isoformat(),
        next_year=(day + datetime.timedelta(365)).isoformat(),
        role=next((r for r in terms.handlers if r in roles), roles[0] if roles else terms.handlers[0]),
        approver=next((r for r in terms.approvers if r in roles), terms.approvers[0]),
        supervisor=supervisor_of(community, terms),
        assembly=terms.assembly,
        representatives=terms.representatives,
        representatives_name=next(kind.zh for kind in MeetingKind if kind.value == terms.representatives),
        income_category=field("科目", income or "其他收入"),
        expense_category=field("科目", expense or "办公费"),
        item=_standing_item(checked),
        signer=next((r for r in _SIGNERS if r in roles), _SIGNERS[0]),
    )
    return Started(path, text)


def _standing_item(checked: Checked) -> str:
    """The first item of the community's catalogue that is published for good: who works here, or who keeps the books."""
    from mingbai.kinds.disclosures.binding import bound
    from mingbai.packs import Rhythm

    lasting = [i for i in bound(checked.books) if any(d.rhythm is Rhythm.STANDING for d in i.duties)]
    return min(lasting, key=lambda i: len(i.signoffs) + ("S0" not in i.signoffs)).id if lasting else "C8-01"


def _free(root: Path, path: str, *, numbered: bool) -> str:
    """The path, or with -2, -3 … where several may stand side by side and it is taken."""
    stem, n = path, 1
    while numbered and (root / "ledgers" / path).exists():
        n += 1
        path = re.sub(r"\.yml$", f"-{n}.yml", stem)
    return path


def _next(root: Path, stem: str) -> str:
    """The name of a file of one matter, numbered where it is taken."""
    return Path(_free(root, f"{stem}.yml", numbered=True)).stem
