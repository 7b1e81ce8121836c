"""The whole guess: find the headings, say what each column is, try the map on the table, ask what is left."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai import reading
from mingbai.diagnostics import Diagnostic
from mingbai.importing.finance import convert_grid
from mingbai.importing.guessing import ending, parts
from mingbai.importing.guessing.proposal import Note, Proposal
from mingbai.importing.guessing.scene import Scene, look
from mingbai.importing.headings import cited
from mingbai.importing.known import Known
from mingbai.importing.mapping import Map
from mingbai.importing.table import Grid
from mingbai.importing.vocabulary import AMOUNTS
from mingbai.importing.words import either, plain
from mingbai.schema import parse
from mingbai.values.text import Lang, Text

_HEAD = Text(
    "由程序看表猜出来的映射；请逐条看过，改好“请确认”的，再用 --map 导入",
    "A map proposed by looking at the table; look through it, settle what is to be confirmed, then import with --map",
)
_ROUNDS = 3
"""How often the map is tried and completed: words in the amount column hide what stands behind them."""
_NAME = "MAP.yml"


@dataclass(frozen=True)
class Guess:
    """A map with its reasons; `questions` is what only the secretary can say: where there are any, nothing is written on its word."""

    proposal: Proposal
    map: Map
    header: int
    sheet: str
    unused: tuple[str, ...] = ()
    """The headings of columns that the map does not use."""

    @property
    def questions(self) -> tuple[Text, ...]:
        return self.proposal.questions

    @property
    def reasons(self) -> tuple[Note, ...]:
        return tuple(self.proposal.reasons())

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The fields and their headings, in the order of the map."""
        named = ((path, value) for path, value in self.proposal.values.items() if isinstance(value, str))
        return tuple((path[-1], value) for path, value in named if len(path) > 1 and (path[-2] == "列" or path[-1] in AMOUNTS))

    def text(self, lang: Lang) -> str:
        """MAP.yml: keys and values in Chinese, reasons and questions as comments in `lang`."""
        return self.proposal.text(lang, _HEAD)


def guess(grid: Grid, known: Known) -> Guess | None:
    """The map of a table of receipts and payments; None where no row holds headings with an amount among them."""
    scene = look(grid, known)
    if scene is None:
        return None
    proposal = Proposal()
    _book(proposal, scene)
    parts.describe(proposal, scene)
    map = _parsed(proposal)
    ending.describe(proposal, scene, map)
    for _ in range(_ROUNDS):
        map = _parsed(proposal)
        if not _completed(proposal, convert_grid(grid, map, _NAME, known).problems):
            break
    map = _parsed(proposal)
    unused = _unused(scene, map)
    if unused:
        proposal.explain(("列",), Text(f"没有用到的列：{'、'.join(unused)}", f"columns not used: {', '.join(unused)}"))
    return Guess(proposal, map, scene.header.number, grid.sheet, unused)


def _unused(scene: Scene, map: Map) -> tuple[str, ...]:
    """The headings that no part of the map names, in their order."""
    used = {one for part in (map, *map.also) for heading in cited(part) for one in either(heading)}
    return tuple(dict.fromkeys(c.text for c in scene.header.cells if c.text and plain(c.text) not in used))


def _book(proposal: Proposal, scene: Scene) -> None:
    known = scene.known
    if len(known.books) == 1:
        proposal.set(("账簿",), known.books[0])
    elif known.books:
        names = list(known.books)
        proposal.ask(("账簿",), Text(f"记进哪本账？有：{'、'.join(names)}", f"which book? There are: {', '.join(names)}"))
    if scene.grid.sheet:
        proposal.set(("工作表",), scene.grid.sheet)


def _parsed(proposal: Proposal) -> Map:
    document, refused = reading.read(proposal.text("zh", _HEAD).encode(), _NAME, 0)
    map, problems = parse(Map, document.nodes or {}, _NAME)
    if map is None:
        raise ValueError(f"a proposed map that cannot be read: {refused} {problems}")
    return map


def _completed(proposal: Proposal, problems: tuple[Diagnostic, ...]) -> bool:
    """Turns what the trial found missing in the map into questions; whether the map changed, so that it is worth another trial."""
    before = len(proposal.values)
    for problem in problems:
        typed, row = str(problem.values.get("typed", "")), problem.values.get("row")
        if problem.code.id == "IMP007" and not any(c.isdigit() for c in typed):
            _word(
                proposal,
                typed,
                Text(
                    f"第 {row} 行金额是“{typed}”：没有收付的略过，有数的在这里写上数", f"row {row}: the amount is “{typed}”: skip, or say the amount"
                ),
            )
        elif problem.code.id == "IMP009" and not typed.strip("0.,￥¥$ "):
            _word(proposal, typed, Text(f"第 {row} 行金额是 {typed}：没有收付，略过", f"row {row}: nothing was paid or received, skip"))
        elif problem.code.id == "IMP006" and str(problem.values.get("column")) in _money(proposal):
            _word(proposal, "空白", Text(f"第 {row} 行没有金额：没有收付的略过", f"row {row} has no amount: skip such rows"))
        elif problem.code.id == "IMP015" and not _asked(proposal, problem.values["what"].zh):
            _once(
                proposal,
                ("列",),
                Text(f"{problem.values['what'].zh}。{problem.values['how'].zh}", f"{problem.values['what'].en}. {problem.values['how'].en}"),
            )
        elif problem.code.id == "IMP012":
            _once(
                proposal,
                ("方向",),
                Text(f"第 {row} 行分不清收还是支：{problem.values['why'].zh}", f"row {row}: income or expense? {problem.values['why'].en}"),
            )
        elif problem.code.id == "IMP038":
            rows = "、".join(map(str, problem.values["rows"])), ", ".join(map(str, problem.values["rows"]))
            asked = Text(
                f"第 {rows[0]} 行的金额是红字：退回、冲销的负数就写 红字: 负数，只是醒目就写 红字: 照数",
                f"amounts of row {rows[1]} are red: say 红字: 负数 if that means minus, 红字: 照数 if it means nothing",
            )
            if ("红字",) not in proposal.values:
                proposal.ask(("红字",), asked, "照数")
        elif problem.code.id == "IMP039" and ("末行",) not in proposal.values:
            last = problem.values["last"]
            asked = Text(
                f"第 {row}-{last} 行是另一张表，不读；也要导入就写在“另有”里（表头: {row}，列: …）",
                f"rows {row}-{last} are another table and not read; to import it, too, describe it under 另有 (表头: {row}, 列: …)",
            )
            proposal.ask(("末行",), asked, str(problem.values["until"]))
        elif problem.code.id == "IMP041":
            key, known = str(problem.values["key"]), list(problem.values["known"])
            asked = Text(
                f"第 {row} 行{key}是“{typed}”：是哪一个？有：{'、'.join(known)}；写 {key}: {{{typed}: 编号}}",
                f"row {row}: which {problem.values['what'].en} is “{typed}”? There are: {', '.join(known)}; say {key}: {{{typed}: ID}}",
            )
            if (key, typed) not in proposal.notes:
                proposal.ask((key, typed), asked)
        elif problem.code.id == "IMP042":
            path, lacking = ("固定", "科目"), problem.message
            _once(proposal, path, Text(f"{lacking('zh')}。{problem.remedy('zh')}", f"{lacking('en')}. {problem.remedy('en')}"))
        elif problem.code.id == "IMP010" and not typed.strip():
            _once(proposal, ("列", "日期"), Text(f"第 {row} 行没有日期", f"row {row} has no date"))
    return len(proposal.values) > before


def _asked(proposal: Proposal, what: str) -> bool:
    """Whether a question about the month or the side stands already in the map."""
    path = ("期间", "固定") if "日期" in what else ("固定", "类型") if "收入" in what else ()
    return any(note.ask for note in proposal.notes.get(path, ()))


def _money(proposal: Proposal) -> set[str]:
    return {str(v) for path, v in proposal.values.items() if path[-1] in AMOUNTS}


def _word(proposal: Proposal, word: str, question: Text) -> None:
    if word and ("金额", word) not in proposal.values:
        proposal.ask(("金额", word), question, "略过")


def _once(proposal: Proposal, path: tuple[str, ...], question: Text) -> None:
    """A question of one sort is asked once, at the first row that raises it."""
    if not any(note.ask and note.said.zh[-8:] == question.zh[-8:] for note in proposal.notes.get(path, ())):
        proposal.ask(path, question)
