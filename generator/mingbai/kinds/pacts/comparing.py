"""`pacts/<id>/v1-v3/`: any two versions of a pact side by side, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from mingbai.kind import View
from mingbai.kinds.pacts.changes import Change, Compared, compare, tally
from mingbai.kinds.pacts.contexts import Changed, CompareContext, Entry, Pair
from mingbai.kinds.pacts.known import Known, article_name
from mingbai.kinds.pacts.sentences import tag
from mingbai.kinds.pacts.state import Standing, State
from mingbai.pages import Crumb, Draft, Toc
from mingbai.values.days import spoken
from mingbai.values.speech import joined, say

_COLOUR = {Change.ADDED: "ok", Change.CHANGED: "info", Change.REMOVED: "no", Change.MOVED: "info"}


def pair_address(known: Known, before: Standing, after: Standing) -> str:
    """The page on which two versions are compared, the older first."""
    return f"{known.address}v{before.version.number}-v{after.version.number}/"


def drafts(view: View, known: Known, section: Crumb) -> Iterator[Draft]:
    """A page for every two versions of a pact."""
    for before, after in _pairs(known):
        yield _draft(view, known, section, before, after)


def _pairs(known: Known) -> Iterator[tuple[Standing, Standing]]:
    """Every two versions; numbers that stand twice are reported and compared once."""
    by_number = {s.version.number: s for s in known.standings}
    return combinations(by_number.values(), 2)


def pairs(known: Known) -> tuple[Pair, ...]:
    """The links to them: those of neighbours first, then the newest."""
    numbers = sorted({s.version.number for s in known.standings})
    near = [(b, a) for b, a in _pairs(known) if numbers.index(a.version.number) - numbers.index(b.version.number) == 1]
    far = [(b, a) for b, a in _pairs(known) if (b, a) not in near]
    return tuple(
        Pair(
            say("第 {version} 版 → 第 {version2} 版", version=b.version.number, version2=a.version.number),
            pair_address(known, b, a),
            counted(_compared(b, a)),
        )
        for b, a in (*near, *far)
    )


def _compared(before: Standing, after: Standing) -> tuple[Compared, ...]:
    return compare(before.version.articles, after.version.articles)


def counted(changes: tuple[Compared, ...]) -> str:
    """新增 1 条，修改 3 条; that nothing changed where nothing did."""
    return joined("，", (say("{value} {n} 条", value=change.value, n=n) for change, n in tally(changes))) or "条文没有变化"


def told(changes: tuple[Compared, ...]) -> tuple[Changed, ...]:
    """What changed, article by article, as it is printed; what stayed is left out."""
    return tuple(
        Changed(_name(c), _word(c), _COLOUR[c.change], c.title, () if c.change is Change.MOVED else c.pieces) for c in changes if c.change in _COLOUR
    )


def _name(compared: Compared) -> str:
    """第三条; what was removed is called by its former number, which may be another article's now."""
    return article_name(compared.after) if compared.after else say("原{article_name}", article_name=article_name(compared.before))


def _word(compared: Compared) -> str:
    """What happened to an article; one that moved says from where."""
    before, after = compared.before, compared.after
    moved = before is not None and after is not None and before.number != after.number
    return say("{value}，原{article_name}", value=compared.change.value, article_name=article_name(before)) if moved else compared.change.value


def _draft(view: View, known: Known, section: Crumb, before: Standing, after: Standing) -> Draft:
    changes = _compared(before, after)
    same = sum(c.change is Change.SAME for c in changes)
    title = say("{pact}：第 {version} 版和第 {version2} 版的不同", pact=known.pact.name, version=before.version.number, version2=after.version.number)
    warning = say("第 {version} 版是草案，还没有生效。", version=after.version.number) if after.state is State.DRAFT else ""
    lede = say(
        "从第 {version} 版到第 {version2} 版：{counted}", version=before.version.number, version2=after.version.number, counted=counted(changes)
    ) + (say("，另有 {same} 条没有变。", same=same) if same else "。")
    context = CompareContext(
        lede,
        warning,
        tuple(_entry(view, known, s) for s in (before, after)),
        told(changes),
        tuple(article_name(c.after) for c in changes if c.change is Change.SAME),
        known.address,
        known.filed.path,
    )
    days = [d for s in (before, after) if (d := s.begins) is not None and d <= view.books.as_of]
    toc = (Toc("哪两版", "versions"), Toc("改了什么", "changes"))
    address = pair_address(known, before, after)
    return Draft(
        address,
        title,
        lede,
        "pacts/compare.html",
        context,
        (section, Crumb(known.pact.name, known.address)),
        max(days, default=None),
        toc,
        source=known.filed.path,
    )


def _entry(view: View, known: Known, standing: Standing) -> Entry:
    number, start = standing.version.number, standing.begins
    note = say("{start}起施行", start=spoken(start)) if start and standing.state is not State.DRAFT else ""
    state = {State.DRAFT: "draft", State.IN_FORCE: "now"}.get(standing.state, "info")
    return Entry(
        say("第 {number} 版", number=number),
        f"{known.address}v{number}/",
        tag(standing, view.books.as_of),
        state,
        note,
        say("{n} 条", n=len(standing.version.articles)),
    )
