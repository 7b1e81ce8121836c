"""The parts of a map: columns, direction, dates, period, unit and constants, each with why."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from mingbai.importing import cells, units
from mingbai.importing.guessing import evidence
from mingbai.importing.guessing.holding import fits, unregistered
from mingbai.importing.guessing.periods import period
from mingbai.importing.guessing.proposal import Path, Proposal
from mingbai.importing.guessing.scene import Scene, side
from mingbai.importing.layout import new_page
from mingbai.importing.mapping import Calendar, Order, Unit
from mingbai.importing.table import Row
from mingbai.importing.vocabulary import bared
from mingbai.importing.words import plain
from mingbai.values.counted import counted
from mingbai.values.text import Text

_TEXTS: Final = ("凭证", "票据", "对方", "摘要", "经办", "证明", "审批", "决议", "备注", "科目", "资金", "账户", "合同", "项目")
_SIGNS: Final = "@+-"
_ALSO: Final = "另有"


def describe(proposal: Proposal, scene: Scene) -> None:
    """Everything about the table; two that stand beside each other become two parts."""
    sides = {s: [x for x, c in enumerate(scene.header.cells) if side(c.text) in words] for s, words in _sides(scene)}
    where = Text(f"表头在第 {scene.header.number} 行", f"the headings are in row {scene.header.number}")
    if all(any(x in scene.fields.get("金额", ()) for x in columns) for columns in sides.values()):
        for n, (kind, columns) in enumerate(sides.items()):
            because = Text(f"{kind}在一边", f"{kind} stands on one side")
            _part(proposal, scene, () if not n else (_ALSO, "#1"), set(columns), (where if not n else because), kind)
        return
    _part(proposal, scene, (), set(range(len(scene.header.cells))), where, "")


def _sides(scene: Scene) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("收入", scene.words.income), ("支出", scene.words.expense))


def _part(proposal: Proposal, scene: Scene, at: Path, allowed: set[int], because: Text, kind: str) -> None:
    chosen = _columns(proposal, scene, at, allowed, because)
    if kind:
        proposal.set((*at, "固定", "类型"), kind, Text(f"表头上一行写着“{kind}”", f"the line above the headings says {kind}"))
    else:
        _direction(proposal, scene, at, chosen)
    _dates(proposal, scene, at, chosen)
    period(proposal, scene, at, chosen)
    _rest(proposal, scene, at, chosen)


def _columns(proposal: Proposal, scene: Scene, at: Path, allowed: set[int], because: Text) -> dict[str, int]:
    """The column of every field: money and days by what their cells hold, texts by their headings; no column is used twice."""
    chosen: dict[str, int] = {}

    def take(field: str, x: int | None) -> None:
        if x is not None and x not in chosen.values():
            chosen[field] = x

    def of(field: str) -> list[int]:
        return [x for x in scene.fields.get(field, ()) if x in allowed and x not in chosen.values()]

    take("期间", next((x for x in of("期间") if _monthly(scene, x)), None))
    take("日期", _day_column(scene, of("日期"), evidence.months(_among(scene, chosen["期间"])) if "期间" in chosen else None))
    money = {f: [x for x in of(f) if evidence.amounts(scene.column(x))] for f in ("收入列", "支出列", "金额")}
    if bool(money["收入列"]) is not bool(money["支出列"]) and not money["金额"]:  # a month without income: its column is empty
        empty = "支出列" if money["收入列"] else "收入列"
        money[empty] = [x for x in of(empty) if not any(scene.column(x))]
    if money["收入列"] and money["支出列"] and money["收入列"][0] != money["支出列"][0]:
        take("收入列", money["收入列"][0])
        take("支出列", money["支出列"][0])
    else:
        take("金额", next(iter(money["金额"] or money["收入列"] or money["支出列"]), None))
    for field in _TEXTS:
        also = of("摘要") if field == "项目" else []  # 项目 is a summary where nothing else is one, else it may hold ids
        take(field, next((x for x in (*of(field), *also) if fits(scene, _cells(scene.lines(chosen), x), field)), None))
    proposal.explain((*at, "列"), because)
    for field in ("日期", *_TEXTS, "金额"):
        if field in chosen:
            proposal.set((*at, "列", field), _heading(scene, chosen[field]))
    if not chosen.keys() & {"日期", *_TEXTS, "金额"}:
        proposal.set((*at, "列"), {})
    if "摘要" in chosen and scene.words.rank("摘要", scene.header.cells[chosen["摘要"]].text) not in range(len(scene.words.columns["摘要"])):
        typed = scene.header.cells[chosen["摘要"]].text
        proposal.ask((*at, "列", "摘要"), Text(f"用“{typed}”作摘要，对不对？", f"is “{typed}” the summary?"), proposal.values[*at, "列", "摘要"])
    strange = unregistered(scene, _cells(scene.lines(chosen), chosen["科目"])) if "科目" in chosen else []
    if strange:
        proposal.explain(
            (*at, "列", "科目"), Text(f"没有登记的科目：{'、'.join(strange)}", f"categories that are not registered: {', '.join(strange)}")
        )
    return chosen


def _heading(scene: Scene, x: int) -> str:
    """The heading of a column; where a further table on the sheet calls it otherwise, both."""
    names = [scene.header.cells[x].text, *(row.cells[x].text for row in _again(scene) if x < len(row.cells))]
    return "|".join({plain(n): n for n in names if n}.values())


def _again(scene: Scene) -> list[Row]:
    """The rows further down that hold the headings once more, but for those that only begin a printed page."""
    money = next((x for f in ("金额", "收入列") for x in scene.fields.get(f, ())), None)
    summary = next(iter(scene.fields.get("摘要", ())), None)
    if money is None or summary is None or not scene.rows:
        return []
    names = {f: bared(scene.header.cells[x].text) for f, x in (("金额", money), ("摘要", summary))}
    last = scene.rows[-1].number
    filled = [r for r in takewhile(lambda r: r.number <= last, scene.grid.rows) if any(r.texts)]
    at = next(n for n, r in enumerate(filled) if r.number == scene.header.number)
    below = ((n, r) for n, r in enumerate(filled[at + scene.deep :], at + scene.deep) if len(r.texts) > max(money, summary))
    like = [(n, r) for n, r in below if bared(r.texts[money]) == names["金额"] and bared(r.texts[summary]) == names["摘要"]]
    return [r for n, r in like if not new_page(filled, (at, scene.header, scene.deep), n + 1 - scene.deep)]


def _day_column(scene: Scene, columns: list[int], like: Calendar | None) -> int | None:
    """Of several columns of days, the one with whole years of the calendar that the column of months has, else of the common one."""
    read = {x: found for x in columns if (found := evidence.days(evidence.dated(scene.column(x))))}
    return min(read, key=lambda x: (read[x].short, read[x].calendar is not (like or Calendar.GREGORIAN), columns.index(x)), default=None)


def _among(scene: Scene, x: int) -> list[str]:
    """The cells of a column that hold a figure; sums and headings that stand again do not."""
    return [t for t in scene.column(x) if any(c.isdigit() for c in t)]


def _monthly(scene: Scene, x: int) -> bool:
    return evidence.months(_among(scene, x)) is not None or bool(evidence.dotted(scene.column(x)))


def _cells(rows: Sequence[Row], x: int) -> list[str]:
    return [r.cells[x].text for r in rows if x < len(r.cells)]


def _direction(proposal: Proposal, scene: Scene, at: Path, chosen: dict[str, int]) -> None:
    """Which rows are income and which expense, by the strongest sign there is."""
    if "收入列" in chosen:
        for field in ("收入列", "支出列"):
            proposal.set((*at, "方向", field), _heading(scene, chosen[field]))
        return
    if _again(scene):
        proposal.set(
            (*at, "方向"),
            "分段",
            Text("同样的表头出现了几次，一张收入、一张支出", "the headings stand several times: a table of income, one of expense"),
        )
        return
    found = _worded(scene, chosen)
    if found is not None:
        x, income, expense = found
        proposal.set((*at, "方向", "列"), scene.header.cells[x].text, Text("这一列写着收支", "this column says which side"))
        for key, words in (("收入", income), ("支出", expense)):
            if words:
                proposal.set((*at, "方向", key), words)
        return
    kind, word = _titled(scene)
    if "金额" in chosen and any(t.startswith(("-", "－", "(", "（")) and any(c.isdigit() for c in t) for t in scene.column(chosen["金额"])):
        proposal.ask(
            (*at, "方向"), Text("金额有正有负：正数算收入，负数算支出，对不对？", "amounts have signs: is plus income and minus expense?"), "正负号"
        )
    elif kind:
        proposal.set(
            (*at, "固定", "类型"), kind, Text(f"标题或表头里有“{word}”：整张表都是{kind}", f"titles or headings say “{word}”: all rows are {kind}")
        )
        plan = evidence.said(scene.titles, scene.words.plan_titles)
        if plan:
            proposal.ask(
                (*at, "固定", "类型"),
                Text(f"标题里有“{plan}”：是计划还是已经收付的钱？还没有收付的不能记账", f"the title says “{plan}”: planned, or really paid?"),
                kind,
            )
    else:
        proposal.ask(
            (*at, "固定", "类型"), Text("这张表是收入还是支出？写 类型: 收入 或 类型: 支出", "income or expense? Say 类型: 收入 or 类型: 支出")
        )


def _worded(scene: Scene, chosen: dict[str, int]) -> tuple[int, list[str], list[str]] | None:
    """A column that holds nothing but words for either side."""
    rows = scene.lines(chosen)
    for x in range(len(scene.header.cells)):
        texts = {r.cells[x].text for r in rows if x < len(r.cells)} if x not in chosen.values() else set()
        lower = {t.lower() for t in texts}
        if texts and lower <= {*scene.words.income, *scene.words.expense}:
            return x, sorted(t for t in texts if t.lower() in scene.words.income), sorted(t for t in texts if t.lower() in scene.words.expense)
    return None


def _titled(scene: Scene) -> tuple[str, str]:
    """The side that headings say, else titles one by one, the nearest first; empty where none or both are named."""
    headings = [c.text for c in scene.header.cells]
    for texts in (headings, *([t] for t in reversed(scene.titles))):
        income, expense = evidence.said(texts, scene.words.income_titles), evidence.said(texts, scene.words.expense_titles)
        if bool(income) is not bool(expense):
            return ("收入", income) if income else ("支出", expense)
    return "", ""


def _dates(proposal: Proposal, scene: Scene, at: Path, chosen: dict[str, int]) -> None:
    texts = evidence.dated(scene.column(chosen["日期"])) if "日期" in chosen else []
    found = evidence.days(texts)
    calendar = found.calendar if found else Calendar.GREGORIAN
    if "期间" in chosen and evidence.months(_among(scene, chosen["期间"])) is Calendar.ROC:
        calendar = Calendar.ROC
    if calendar is Calendar.ROC:
        proposal.set((*at, "日期", "历法"), Calendar.ROC.zh, Text("年份是两三位数：民国纪年", "years of two or three digits: years of the Republic"))
    if found and found.two:
        named = evidence.term(scene.titles)
        if named and all(t.startswith(f"{named.month.year % 100:02}") for t in texts):
            proposal.set((*at, "日期", "两位年份"), "是", Text(f"标题写着“{named.said}”", f"the title says “{named.said}”"))
        else:
            asked = Text(f"“{texts[0]}”的年份是 20{texts[0][:2]} 年，对不对？", f"is the year of “{texts[0]}” 20{texts[0][:2]}?")
            proposal.ask((*at, "日期", "两位年份"), asked, "是")
    if found and found.order is not Order.YEAR_FIRST:
        first = Text(f"日期的年在最后，按{found.order.text.zh}读", f"the year stands last: {found.order.text.en}")
        if found.unsure:
            proposal.ask((*at, "日期", "次序"), Text(f"{first.zh}，对不对？", f"{first.en}?"), found.order.zh)
        else:
            proposal.set((*at, "日期", "次序"), found.order.zh, first)


def _rest(proposal: Proposal, scene: Scene, at: Path, chosen: dict[str, int]) -> None:
    """The unit, the signs before texts, the account."""
    heading = [scene.header.cells[x].text for f, x in chosen.items() if f in ("金额", "收入列", "支出列")]
    balance = next((x for x in scene.fields.get("余额", ()) if x not in chosen.values() and evidence.amounts(scene.column(x))), None)
    if balance is not None and not at:
        proposal.set(
            ("余额列",), scene.header.cells[balance].text, Text("每一行之后的余额，逐行核对", "what was left after each row; proved row by row")
        )
    unit = units.unit([*heading, *scene.titles])
    if unit and unit[0] is not Unit.YUAN:
        proposal.set((*at, "单位"), unit[0].zh, Text(f"表上写着“{unit[1]}”", f"the sheet says “{unit[1]}”"))
    signs = sorted(
        {t[0] for f, x in chosen.items() if f in ("摘要", "对方", "备注") for t in _cells(scene.lines(chosen), x) if t[:1] and t[0] in _SIGNS}
    )
    if signs:
        proposal.set((*at, "去掉开头"), signs, Text("文字以这样的符号开头，台账里不能用", "texts begin with signs that a ledger may not have"))
    _threshold(proposal, scene, at, chosen, unit[0] if unit else Unit.YUAN)
    if not _everywhere(scene, chosen, "账户"):
        _account(proposal, scene, at)
    funds = scene.known.funds
    if _everywhere(scene, chosen, "资金"):
        return
    if len(funds) == 1:
        proposal.set((*at, "固定", "资金"), funds[0])
    elif funds:
        asked = Text(f"用的是哪笔资金？写 资金: 编号；有：{'、'.join(funds)}", f"which fund? Say 资金: ID; there are: {', '.join(funds)}")
        proposal.ask((*at, "固定", "资金"), asked)


def _everywhere(scene: Scene, chosen: dict[str, int], field: str) -> bool:
    """Whether every row with an amount says a field itself."""
    return field in chosen and all(_cells(scene.lines(chosen), chosen[field]))


def _threshold(proposal: Proposal, scene: Scene, at: Path, chosen: dict[str, int], unit: Unit) -> None:
    """Where titles promise amounts above a sum and rows are below it, that is asked about."""
    found = evidence.threshold(scene.titles)
    if found is None or "金额" not in chosen:
        return
    read = [cells.readable(t, unit) for t in _cells(scene.lines(chosen), chosen["金额"])]
    below = sum(fen is not None and abs(fen) < found[0] for fen in read)
    if below:
        proposal.ask(
            (*at, "列", "金额"),
            Text(
                f"名字里写着“{found[1]}”，表里有 {below} 行不到这个数：是不是另有合并计算的，或混进了别的？",
                f"the name says “{found[1]}”, {counted(below, 'row is', 'rows are')} below: were amounts added up, or does something else stand among them?",
            ),
            proposal.values[*at, "列", "金额"],
        )


def _account(proposal: Proposal, scene: Scene, at: Path) -> None:
    accounts = dict(scene.known.accounts)
    path = (*at, "固定", "账户")
    cash = evidence.said([*scene.titles, *(c.text for c in scene.header.cells)], scene.words.cash_titles)
    fitting = [a for a, kind in accounts.items() if (kind == "cash") is bool(cash)] or list(accounts)
    if len(accounts) == 1:
        proposal.set(path, next(iter(accounts)))
    elif len(fitting) == 1 and cash:
        proposal.set(path, fitting[0], Text(f"标题或表头里有“{cash}”", f"titles or headings say “{cash}”"))
    else:
        names = "、".join(accounts)
        asked = Text(f"从哪个账户收付？{f'有：{names}' if names else '写账户的编号'}", f"which account? {', '.join(accounts)}".rstrip())
        proposal.ask(path, asked, fitting[0] if fitting else None)
