"""Rows of a table of receipts and payments → lines, each refusal with its cell; every row that is no line says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mingbai.diagnostics import Diagnostic, Place
from mingbai.importing import cells, codes, running, words
from mingbai.importing.capitals import ZEROS
from mingbai.importing.carried import Carried, carried
from mingbai.importing.headings import Headings, cited
from mingbai.importing.hints import DASHES
from mingbai.importing.lines import Left, Line, Saying, Skipped
from mingbai.importing.mapping import BLANK, SKIP, Closing, Part, Side
from mingbai.importing.named import Named
from mingbai.importing.refusal import RefusedError
from mingbai.importing.sums import Sums
from mingbai.importing.table import Cell, Row, Table
from mingbai.importing.texts import Texts
from mingbai.importing.vocabulary import vocabulary
from mingbai.importing.when import When
from mingbai.values.money import grouped
from mingbai.values.text import Text

_AMOUNT = Text("金额", "amount")
_WHY_UNKNOWN = Text("没有说明它是收入还是支出", "and the map does not say whether that is income or expense")
_AFTER = Text("表尾以后", "after the end of the table")
_FIGURE = re.compile(r"[0-9０-９零壹贰叁肆伍陆柒捌玖]")
_WHY_SECTION = Text("表的上面、表头和第一列都没有写收入或支出", "and neither the headings nor what stands above them say income or expense")
_SAID_SO = Text("映射文件说略过", "the map says so")
_VOID = Text("作废", "void")
_BALANCE = Text("余额行", "a balance")
_PROVED = Text("合计，与各行相符", "a total that agrees with its rows")
_BLANK = Text("用到的列都空着", "all columns in use are blank")
_SUM = Text("合计", "a total")
_STATED = Text("结余，写进结账", "a balance, written into the closing")
_YEAR = Text(
    "从年初算起的累计，前几个月不在这张表里，没有核对", "a sum since the beginning of the year, whose first months are not in this table: not proved"
)
_REPEATED = Text("表头或标题重复（换页）", "headings or a title once more, for a new page")
_NOUGHT = DASHES | set("0. ")
_AMOUNTS = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_WHY_BOTH = Text("收入列和支出列都有金额", "and both columns of amounts are filled")


class Reader:
    """Reads the rows of a table; keeps what is wrong and what was skipped.

    `constants` are what a line has where its own columns say nothing, by Chinese keys; `named` is what the words of columns with accounts or funds mean.
    """

    def __init__(
        self, table: Table, map: Part, headings: Headings, sums: Sums, constants: Mapping[str, Any], saying: Saying, named: Mapping[str, Named]
    ) -> None:
        side, self.unit, self.repeated = saying.side, map.unit or saying.unit, table.repeated
        self.path, self.map, self.section, self.sums, self.constants = table.path, map, side, sums, constants
        self.problems: list[Diagnostic] = []
        self.skipped: list[Skipped] = []
        self.closings: list[Left] = []
        self.balances: list[running.Left] = []
        self.left: list[tuple[int, int]] = []
        """The rows that print what is left below the table, and the fen they print."""
        self.ended = self.tail = False
        self.earliest = 13
        """The month of the earliest line so far, 13 before the first."""
        self.other = 0
        """The row from which on another table stands that nothing speaks of; 0 where none does."""
        self.passed = 0
        """The row from which on another table stands among what the map says to leave out; 0 where none does."""
        self.first = table.rows[0].number if table.rows else 0
        self.at = {name: headings.of_column(name) for name in cited(map)}
        two = (map.direction.income_column, map.direction.expense_column) if map.direction else ()
        self.two = [self.at[c] for c in two if c]
        self.money = [c for c in (map.columns.amount, *two) if c]
        self.telling = [self.at[c] for c in (*((map.columns.date,) if map.columns.date else ()), *self.money)]
        self.marks = words.marks((*map.skipped, *map.ends, *((map.closing.word,) if map.closing else ())))
        self.texts = Texts(table.rows, map, self.at, constants, named, self._refuse)
        self.fen = cells.amounts({row.texts[self.at[c]] for c in self.money for row in table.rows} - map.words.keys(), self.unit)
        """What cells with nothing but an amount come to, above zero."""
        self.when = When(map, self.at, table.epoch, self._refuse)

    def line(self, row: Row) -> Line | None:
        """The line of a row; None where it is skipped or cannot be read."""
        if self._aside(row):
            return None
        before, left_out = len(self.problems), len(self.skipped)
        side, amount = self._money(row)
        if len(self.skipped) > left_out:
            return None
        when = self.when.of(row)
        nodes = self.texts.read(row)
        if len(self.problems) > before or side is None or when is None:
            return None
        self.sums.add(side, amount)
        self.earliest = min(self.earliest, when[0].month)
        self.tail = False
        if self.map.balance is not None:
            self._keep(row, self.map.balance, amount if side is Side.INCOME else -amount)
        return Line(*when, side, amount, nodes, row.number, self.constants)

    def _keep(self, row: Row, column: str, moved: int) -> None:
        """What a row moved and the balance that stands in it, to be proved at the end; an empty cell says nothing."""
        text = self._text(row, column)
        try:
            self.balances.append(running.Left(row, moved, cells.amount(text, self.unit) if text else None))
        except RefusedError as refused:
            self._refuse(row, column, refused)

    def prove(self) -> None:
        """Each balance must follow from the one before; asked once all rows are read."""
        found = running.broken(self.balances) if self.map.balance else None
        if found is not None and not self.problems:
            self._refuse(found.row, self.map.balance or "", RefusedError(codes.RUNNING, computed=grouped(found.ought)))

    def _aside(self, row: Row) -> bool:
        """Whether a row is no line but a sum, a balance, a signature …; sums are proved, balances kept for the closing."""
        texts = list(filter(None, row.texts))
        if self._plain(row, texts):
            return False
        if row.number in self.repeated:
            self.skipped.append(Skipped(row.number, "", texts[0], _REPEATED))
            self.sums.next_page()
            return True
        word = next((w for w in self.map.skipped if any(w in t for t in texts)), None)
        closing = self.map.closing is not None and any(self.map.closing.word in t for t in texts)
        self.ended = self.ended or any(w in t for w in self.map.ends for t in texts)
        if word is not None:
            self.skipped.append(Skipped(row.number, "", word, _SAID_SO))
        elif closing and self.map.closing is not None:
            self._balance(row, self.map.closing)
        elif self.ended:
            self.passed = self.passed or (row.number if not self.other and vocabulary().names_columns(texts) else 0)
            self.skipped.append(Skipped(row.number, "", texts[0], _AFTER))
        elif row.number > self.first and vocabulary().names_columns(texts):
            self.ended, self.other = True, row.number
        elif kind := carried(texts):
            self._carried(row, kind)
        elif words.is_total(texts) and not self._said_to_skip(row):
            self._total(row)
        elif words.is_left(texts) or (words.is_balance(texts) and (not self._dated(row) or not self._filled(row))):
            if self.map.balance is not None:
                self._keep(row, self.map.balance, 0)
            self._keep_left(row, texts)
        elif words.is_void_altogether(texts) or (words.is_void(texts) and not self._filled(row)):
            self.skipped.append(Skipped(row.number, "", "作废", self._void(row)))
        elif (len(texts) > 2 and len(set(texts)) == 1) or not self._says_something(row, texts):
            self.skipped.append(Skipped(row.number, "", self._named(row, texts), self._what_else(row, texts)))
        else:
            return False
        return True

    def _void(self, row: Row) -> Text:
        """What is said of a void row: the amount that stands in it is named, for it is in no line."""
        printed = "、".join(t for c in self.money if not _nothing(t := self._text(row, c)))
        return Text(f"作废，印的金额 {printed} 没有记", f"void; the amount printed, {printed}, is in no line") if printed else _VOID

    def _what_else(self, row: Row, texts: list[str]) -> Text:
        """What a row without amount and date is."""
        found = words.what_else(texts)
        if found is not words.NOTHING:
            return found
        if not any(row.texts[x] for x in self.at.values()):
            return _BLANK
        return words.NOTHING if self.map.columns.date else words.NO_AMOUNT

    def _named(self, row: Row, texts: list[str]) -> str:
        """By which words a row that is no line is known: its summary, else what tells what it is."""
        if words.what_else(texts) is words.NOTHING:
            said = " ".join(t for c in self.map.columns.summary if (t := self._text(row, c)))
            return said if said or any(row.texts[x] for x in self.at.values()) else ""
        return words.telling(texts)

    def _keep_left(self, row: Row, texts: list[str]) -> None:
        """A row that prints what is left: to be compared with what came in and went out."""
        printed = [t for c in self.money if not _nothing(t := self._text(row, c))]
        if len(printed) == 1 and (fen := cells.readable(printed[0], self.unit)) is not None:
            self.left.append((row.number, fen))
        self.skipped.append(Skipped(row.number, "", words.telling(texts), _BALANCE))

    def _plain(self, row: Row, texts: list[str]) -> bool:
        """Whether nothing says that a row is no line: nearly all are such, and need no closer look."""
        if self.ended or len(texts) < 2 or (texts[0] == texts[1] and len(set(texts)) < 2) or self.marks.search("\n".join(texts)):
            return False
        for x in self.telling:
            text = row.texts[x]
            if text and (text[0] in "0123456789" or _FIGURE.search(text)):
                return True
        return False

    def _filled(self, row: Row) -> bool:
        """Whether an amount stands in the row, or a word that the map explains."""
        return any(not _nothing(self._text(row, c)) for c in self.money) or any(self._word(row, c) is not None for c in self.money)

    def _said_to_skip(self, row: Row) -> bool:
        """Whether the column of the direction holds a word that the map says to skip."""
        direction = self.map.direction
        return direction is not None and direction.column is not None and self._text(row, direction.column) in direction.skipped

    def _dated(self, row: Row) -> bool:
        said = self._text(row, self.map.columns.date) if self.map.columns.date is not None else ""
        return "月" in said or bool(_FIGURE.search(said))

    def _says_something(self, row: Row, texts: list[str]) -> bool:
        """Whether something stands where the amount or the date belongs; below a sum, or in a row of signatures, only a figure counts."""
        columns = (*self.money, *((self.map.columns.date,) if self.map.columns.date else ()))
        said = [self._text(row, c) for c in columns]
        if any(_FIGURE.search(text) for text in said):
            return True
        return any(said) and not self.tail and words.what_else(texts) is words.NOTHING

    def _printed(self, row: Row) -> Iterator[tuple[str, int, Side | None]]:
        """The column, the fen and (where the column says it) the side of every amount that stands in a row of sums."""
        filled = self._filled(row)
        for column in self.money:
            text = self._text(row, column)
            if _nothing(text) and ("0" not in text or (filled and self._side_of(column) is None)):
                continue  # a zero that is printed as a sum is one; beside an amount only where its column has a side
            try:
                value = cells.amount(text, self.unit)
            except RefusedError as refused:
                self._refuse(row, column, refused)
                continue
            section = self.section if self.map.direction is not None and self.map.direction.sections else None
            yield column, value, self._side_of(column) or words.side_of_total([t for t in row.texts if t], section)

    def _proved(self, row: Row) -> bool:
        """Whether a row of sums prints one and all it prints hold; what does not is a finding that names both figures."""
        proved = False
        for column, value, side in self._printed(row):
            if self.sums.holds(value, side):
                proved = True
            else:
                self._refuse(row, column, RefusedError(codes.TOTAL, computed=grouped(self.sums.nearest(value, side))))
        self.sums.proved += proved
        return proved

    def _carried(self, row: Row, kind: Carried) -> None:
        """What earlier pages came to is kept where the table begins with it, and proved where its pages stand above; so is the balance."""
        first = self.sums.all == [0, 0]
        proved = False
        if first:
            for _, value, side in self._printed(row):
                self.sums.bring(side or self.section or self.map.constants.kind or Side.INCOME, value)  # of no side: what was left
        elif kind is not Carried.LEFT:
            proved = self._proved(row)
        if kind is Carried.BROUGHT:
            self.sums.next_page()
        if self.map.balance is not None:
            self._keep(row, self.map.balance, 0)
        told = kind.value
        if proved:
            told = Text(f"{told.zh}，与各行相符", f"{told.en}; it agrees with the rows")
        elif first and kind is Carried.BROUGHT:
            told = Text(f"{told.zh}，不在这张表里", f"{told.en}; they are not in this table")
        self.skipped.append(Skipped(row.number, "", next(t for t in row.texts if t), told))

    def _total(self, row: Row) -> None:
        """A printed sum holds, or is a finding that names both figures; that of a year is more than a table begun later can prove."""
        texts = [t for t in row.texts if t]
        if words.is_of_year(texts) and self.earliest > 1 and not all(self.sums.holds(value, side) for _, value, side in self._printed(row)):
            self.skipped.append(Skipped(row.number, "", words.telling(texts), _YEAR))
            return
        proved = self._proved(row)
        self.sums.next_section()
        self.tail = True
        self.skipped.append(Skipped(row.number, "", words.telling([t for t in row.texts if t]), _PROVED if proved else _SUM))

    def _balance(self, row: Row, closing: Closing) -> None:
        texts = [t for t in row.texts if t]
        said = "".join(texts)
        found = [a for t in texts for a in _AMOUNTS.findall(t.partition(closing.word)[2] or t)]
        if len(found) != 1:
            cell = row.cells[0]
            self.problems.append(codes.BALANCE.at(Place(self.path, span=cell.span), row=row.number, column="", typed=said[:40]))
            return
        self.closings.append(Left(closing.account, cells.amount(found[0], self.unit)))
        self.skipped.append(Skipped(row.number, "", closing.word, _STATED))

    def _money(self, row: Row) -> tuple[Side | None, int]:
        """The side and the amount (above zero); (None, 0) where the row is skipped or refused."""
        if self.two:
            return self._two_columns(row, *self.two)
        direction, constant = self.map.direction, self.map.constants.kind
        column = self.map.columns.amount or ""
        if direction is None:
            return constant, self._amount(row, column)
        if direction.sections:
            if self.section is None:
                self._refuse(row, column, RefusedError(codes.NO_SIDE, why=_WHY_SECTION))
            return self.section, self._amount(row, column)
        if direction.sign:
            value = self._amount(row, column, signed=True)
            return (Side.INCOME if value > 0 else Side.EXPENSE), abs(value)
        if self._word(row, column) == SKIP:  # a row that is skipped for its amount need not say its direction
            return None, self._amount(row, column)
        left_out = len(self.skipped)
        side = self._side(row, direction.column or "")
        return side, self._amount(row, column) if len(self.skipped) == left_out else 0

    def _two_columns(self, row: Row, income: int, expense: int) -> tuple[Side | None, int]:
        in_, out = row.texts[income], row.texts[expense]
        if not in_ and out in self.fen:
            return Side.EXPENSE, self.fen[out]
        if not out and in_ in self.fen:
            return Side.INCOME, self.fen[in_]
        came, went = not _nothing(in_), not _nothing(out)
        if came and went:
            self._refuse(row, self.money[1], RefusedError(codes.NO_SIDE, why=_WHY_BOTH))
            return None, 0
        return (Side.INCOME, self._amount(row, self.money[0])) if came else (Side.EXPENSE if went else None, self._amount(row, self.money[1]))

    def _side(self, row: Row, column: str) -> Side | None:
        direction, word = self.map.direction, self._text(row, column)
        assert direction is not None
        if word in direction.skipped:
            self.skipped.append(Skipped(row.number, column, word))
            return None
        if word in direction.income or word in direction.expense:
            return Side.INCOME if word in direction.income else Side.EXPENSE
        self._refuse(row, column, RefusedError(codes.NO_SIDE, why=_WHY_UNKNOWN))
        return None

    def _amount(self, row: Row, column: str, *, signed: bool = False) -> int:
        """Fen; 0 where the row is skipped or the cell refused."""
        text = self._text(row, column)
        if text in self.fen:
            return self.fen[text]
        word = self._word(row, column) if self.map.words else None
        if word == SKIP:
            self._leave(row, column, text)
            return 0
        if word is not None:
            return word
        try:
            value = cells.amount(cells.filled(text, _AMOUNT), self.unit)
        except RefusedError as refused:
            self._refuse(row, column, refused)
            return 0
        if value > 0 or (value and signed):
            return value
        self._refuse(row, column, RefusedError(codes.SIGN))
        return 0

    def _leave(self, row: Row, column: str, text: str) -> None:
        """A row that the map says to skip; a refund among payments still stands in the printed totals and balances."""
        self.skipped.append(Skipped(row.number, column, text or BLANK[0]))
        fen, side = cells.readable(text, self.unit), self._side_of(column) or self.section or self.map.constants.kind
        if fen is not None and fen < 0 and side is not None:
            self.sums.leave(side, fen)
            if self.map.balance is not None:
                self._keep(row, self.map.balance, fen if side is Side.INCOME else -fen)

    def _side_of(self, column: str) -> Side | None:
        """The side of one of two columns of amounts; None for any other."""
        direction = self.map.direction
        if direction is None or column not in (direction.income_column, direction.expense_column):
            return None
        return Side.INCOME if column == direction.income_column else Side.EXPENSE

    def _word(self, row: Row, column: str) -> int | None:
        """What the map says a word in the amount column stands for; None where it says nothing."""
        text = self._text(row, column)
        return next((self.map.words[w] for w in ((text,) if text else BLANK) if w in self.map.words), None)

    def _text(self, row: Row, column: str) -> str:
        return row.texts[self.at[column]]

    def _cell(self, row: Row, column: str) -> Cell:
        return row.cells[self.at[column]]

    def _refuse(self, row: Row, column: str, refused: RefusedError) -> None:
        cell = self._cell(row, column)
        typed = cell.text[:40] if cell.text.isprintable() else ""
        self.problems.append(refused.code.at(Place(self.path, span=cell.span), row=cell.span.line, column=column, typed=typed, **refused.values))


def _nothing(cell: str) -> bool:
    """Banks and offices fill the unused column with 0.00, a dash, a stroke or 零."""
    return not cell.strip("0. ") or set(cell) <= _NOUGHT or cell in ZEROS
