"""A good example made at home here: its dates moved, its id free, what it cites and this community does not have removed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mingbai.books import Filed, citations
from mingbai.cli import examples
from mingbai.cli.base import Usage
from mingbai.cli.scaffold import FOLDER
from mingbai.cli.starters.terms import Terms, terms_of
from mingbai.cli.starters.text import Ledger
from mingbai.cli.starters.wish import Started, Wish
from mingbai.cli.words import _, listed
from mingbai.kinds.community.records import Community
from mingbai.schema.record import Record, fields
from mingbai.values.terms import Term

if TYPE_CHECKING:
    from mingbai.kind import Shape
    from mingbai.pipeline import Checked

_DATE = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_SAID = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?!\d)")
"""In a comment an id that begins with a day moves as well: the steps told there stay in their order."""
_NOTICE = datetime.timedelta(12)
"""Called so long before, a meeting is in time whatever body meets."""
_RECORDED = (
    *("due", "in_person", "proxies", "absent", "women", "supervisors", "attending", "minutes", "clerk"),
    *("party_discussed", "text", "method", "yes", "no", "abstain", "invalid", "recused", "result", "carry_out", "published", "outcome_published"),
)
"""Fields of a meeting and its items that nobody knows before it is held: a notice has time, place and agenda."""
_TO_REWRITE = {
    "meetings": ("where", "示例地点，请改写"),
    "elections": ("name", "示例选举，请改写"),
    "matters": ("name", "示例事项，请改写"),
    "pacts": ("name", "示例公约，请改写"),
    "services": ("name", "示例事项，请改写"),
}
"""The field that says it is a sample: until it is rewritten nothing is published (COM107), for residents would take it for fact."""
_LATER = ("progress", "done")
"""Fields that tell what came after: an example dated today cannot have them."""


def start(root: Path, checked: Checked, shape: Shape, wish: Wish) -> Started:
    """The starter of a kind of file, fit to stand among the community's own."""
    folder = shape.path.split("/")[0]
    path, text = _example(checked, shape, folder, wish)
    text = _moved(text, folder, wish.date or checked.books.as_of)
    ledger = Ledger(text, shape)
    if folder == "meetings":
        target = _meeting(root, ledger, wish, checked.books.as_of)
    else:
        target = _free(root, folder, wish.id or Path(path).stem, named=wish.id is not None)
        if wish.type:
            ledger.set(ledger.record, "kind", _wanted(shape, wish.type).zh)
    name, sample = _TO_REWRITE.get(folder, ("name", "示例名称，请改写"))
    if name in ledger.record.model_fields_set:
        ledger.set(ledger.record, name, sample)
    text = _cited_here(ledger, checked, target)
    return Started(target, text.replace(Path(path).stem, Path(target).stem) if folder == "meetings" else text)


def _example(checked: Checked, shape: Shape, folder: str, wish: Wish) -> tuple[str, str]:
    """The example in this community's own words: of the meeting asked for, of its sort of community, of the kind; its path and text."""
    community = checked.books.the(Community)
    terms = terms_of(community) if community else None
    wanted = _wanted(shape, wish.type).value if wish.type else ""
    own = _own(folder, str(wanted), terms)
    if own is not None:
        text = own.read_text("utf-8")
        return _stands(folder, own.stem, text), text
    example = next((pair for pair in examples.of(folder) if shape.match(pair[0]) is not None), None)
    if example is None:
        raise Usage(_("{kind} 还没有例子可以照着建").format(kind=folder))
    return example


def _own(folder: str, wanted: str, terms: Terms | None) -> Path | None:
    """Our text for the meeting that was asked for, else for the sort of community; None where the kind's own example serves."""
    if folder == "meetings":
        slugs = (wanted, terms.meeting if terms else "")
        return next((p for slug in slugs if slug and (p := FOLDER / "new" / folder / f"{slug}.yml").is_file()), None)
    if wanted and (sort := FOLDER / "new" / folder / f"{wanted.replace(' ', '-')}.yml").is_file():
        return sort
    return next(iter(sorted((FOLDER / "new" / terms.folder / folder).glob("*.yml"))), None) if terms else None


def _wanted(shape: Shape, typed: str) -> Term:
    """The kind of meeting, matter or election that was asked for, by its word."""
    return _type(fields(shape.root({}))["kind"].annotation, typed)


def _stands(folder: str, stem: str, text: str) -> str:
    """Where a text of ours would stand: a meeting by its day, anything else by its own name."""
    held = re.search(r"^时间: *(\S+)", text, re.MULTILINE)
    return f"{folder}/{held[1][:4]}/{held[1]}-{stem}.yml" if folder == "meetings" and held else f"{folder}/{stem}.yml"


def _moved(text: str, folder: str, to: datetime.date) -> str:
    """All dates moved by as many days as bring the example's own date (of a meeting its day, else the last) to `to`."""
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("#")]
    dates = [_date(m) for m in _DATE.finditer("\n".join(lines))]
    if not dates:
        return text
    held = re.search(r"^(?:时间|time): *(\S+)", text, re.MULTILINE)
    anchor = datetime.date.fromisoformat(held[1]) if folder == "meetings" and held else max(dates)

    def moved(line: str) -> str:
        told = folder != "meetings" and line.lstrip().startswith("#")
        return (_SAID if told else _DATE).sub(lambda m: (_date(m) + (to - anchor)).isoformat(), line)

    return "\n".join(map(moved, text.split("\n")))


def _date(match: re.Match[str]) -> datetime.date:
    return datetime.date(int(match[1]), int(match[2]), int(match[3]))


def _meeting(root: Path, ledger: Ledger, wish: Wish, as_of: datetime.date) -> str:
    """A meeting's path, its day and slug free; the type put in, what lies in the future taken out."""
    record, date = ledger.record, wish.date or as_of
    kind = fields(type(record))["kind"]
    wanted = _type(kind.annotation, wish.type) if wish.type else record.kind  # type: ignore[attr-defined]
    ledger.set(record, "kind", wanted.zh)
    ledger.set(ledger.record, "notified", min(date - _NOTICE, as_of).isoformat())
    _without_proxies(ledger)
    for name in (*_LATER, *(["result"] if wanted is not record.kind else [])):  # type: ignore[attr-defined]  # other majorities, perhaps another result
        ledger.drop_all(name)
    if date > as_of:
        for name in _RECORDED:
            ledger.drop_all(name)
    return _free(root, f"meetings/{date.year}", f"{date}-{wanted.value}", named=False)


def _without_proxies(ledger: Ledger) -> None:
    """Nobody by proxy, for some bodies do not count them: those are absent, and their votes are taken from the ayes."""
    absent = getattr(ledger.record, "proxies", 0) or 0
    if not absent:
        return
    ledger.set(ledger.record, "proxies", "0")
    ledger.set(ledger.record, "absent", str(ledger.record.absent + absent))  # type: ignore[attr-defined]
    for n, decision in enumerate(ledger.record.decisions):  # type: ignore[attr-defined]
        if decision.yes is not None:
            ledger.set(ledger.record.decisions[n], "yes", str(decision.yes - absent))  # type: ignore[attr-defined]


def _type(annotation: Any, typed: str) -> Term:
    every: list[Term] = list(annotation)
    found = next((t for t in every if typed in (t.value, t.zh, *t.also)), None)
    if found is None:
        raise Usage(_("没有 {type} 这一种；有：{types}").format(type=repr(typed), types=listed(f"{t.zh} {t.value}" for t in every)))
    return found


def _free(root: Path, folder: str, stem: str, *, named: bool) -> str:
    """The path of that name, or with -2, -3 … where it is taken; a name that was asked for is not changed."""
    for n in range(1, 100):
        path = f"{folder}/{stem}{f'-{n}' if n > 1 else ''}.yml"
        if named or not (root / "ledgers" / path).exists():
            return path
    raise Usage(_("{folder} 里叫 {stem} 的文件太多了，请用 --id 换个名字").format(folder=folder, stem=stem))


def _cited_here(ledger: Ledger, checked: Checked, target: str) -> str:
    """The text without the references nobody here answers to."""
    while True:
        filed: Filed[Record] = Filed("", target.removesuffix(".yml"), f"ledgers/{target}", 0, ledger.record)
        record, name = next(_dangling(filed, checked), (None, ""))
        if record is None or not ledger.drop(record, name):
            return ledger.text


def _dangling(filed: Filed[Record], checked: Checked) -> Iterator[tuple[Record, str]]:
    for record, name, what, id, _index in citations(filed):
        if checked.books.resolve(what, id, filed) is None and not fields(type(record))[name].required:
            yield record, name
