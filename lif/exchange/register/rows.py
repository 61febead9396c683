"""The rows of a register that belong to its items: headings between them, rows that go on, merged cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.grid import Cell, Grid
from lif.exchange.problem import Problem
from lif.exchange.register.definition import NOTE, Register, plain
from lif.exchange.register.headings import Head
from lif.exchange.register.mapping import Placed
from lif.exchange.table import column_letter, rows_named

_GOING_ON = ("history", "text", "note")
"""The kinds of field that a row may hold which only goes on with the item above it."""
_LEAST_HEADING = 4
"""Characters. What is shorter and stands alone in a row, such as a number, is no heading of the rows below it."""


@dataclass(slots=True)
class Block:
    """The rows of one item, and the heading between the rows that it stands under."""

    rows: list[int]
    above: str


@dataclass(slots=True)
class Sorted:
    """The rows of a sheet by what they are."""

    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def sort_rows(register: Register, grid: Grid, head: Head, placed: Sequence[Placed]) -> Sorted:
    """Every row below the headings: of an item, of the one above, a heading, or not understood."""
    return _Rows(register, grid, head, placed).sort()


class _Rows:
    def __init__(self, register: Register, grid: Grid, head: Head, placed: Sequence[Placed]) -> None:
        self._register, self._grid, self._head = register, grid, head
        self._columns = {one.heading.column: one for one in placed}
        wanted = {field.key for field in register.required}
        self._needed = [one.heading.column for one in placed if one.field in wanted]
        self._names = {one.column: plain(one.name.rpartition(": ")[2]) for one in head.headings}
        self._found = Sorted()
        self._headings: dict[int, str] = {}
        self._repeated: list[int] = []
        self._used: set[int] = set()

    def sort(self) -> Sorted:
        merged, before = "", -1
        for number in [row for row in self._grid.rows if row > self._head.rows[-1]]:
            texts = {column: cell for column, cell in enumerate(self._grid.rows[number]) if cell.text}
            own = next((texts[column] for column in self._needed if column in texts), None)
            if not texts:
                continue
            if self._is_heading(number, texts):
                self._headings[number] = next(iter(texts.values())).text
                own = None
            elif self._says_headings(texts):
                self._repeated.append(number)
            elif own is None:
                self._goes_on_or_not(number, texts)
            elif own.merged and own.merged == merged and before in self._found.blocks[-1].rows:
                self._found.blocks[-1].rows.append(number)
            else:
                under = max(self._headings, default=0)
                self._used.add(under)
                self._found.blocks.append(Block([number], self._headings.get(under, "")))
            merged, before = own.merged if own else "", number
        self._remark()
        return self._found

    def _is_heading(self, number: int, texts: Mapping[int, Cell]) -> bool:
        """Whether a row holds one text only, which stretches over several columns or stands before the items."""
        if len(texts) != 1:
            return False
        column, cell = next(iter(texts.items()))
        wide = sum(1 for one in self._grid.rows[number] if cell.merged and one.merged == cell.merged)
        if wide >= 3:
            return True
        before = column < min(self._needed, default=0)
        return before and not cell.merged and len(cell.text) >= _LEAST_HEADING

    def _says_headings(self, texts: Mapping[int, Cell]) -> bool:
        same = sum(plain(cell.text) == self._names.get(column) for column, cell in texts.items())
        return len(texts) > 1 and same * 2 > len(texts)

    def _goes_on_or_not(self, number: int, texts: Mapping[int, Cell]) -> None:
        """A row without an item of its own: it goes on with the one above, or is not understood."""
        fields = [self._columns[column].field if column in self._columns else NOTE for column in texts]
        known = self._register.fields
        kinds = {known[one].kind if one in known else "note" for one in fields}
        blocks, item = self._found.blocks, self._register.item
        where = f"{self._grid.where}row {number}"
        if blocks and blocks[-1].rows[-1] == number - 1 and kinds <= set(_GOING_ON) and "history" in kinds:
            blocks[-1].rows.append(number)
            self._found.remarks.append(f"{where} names no {item}; it was read with row {number - 1}.")
            return
        cells = ", ".join(f"{column_letter(column)}{number}" for column in list(texts)[:4])
        empty = [
            f"{column_letter(column)}{number}"
            for column in sorted(self._needed)
            if self._shows_nothing(number, column)
        ]
        why = f" {empty[0]} holds a formula that shows nothing; write its result instead." if empty else ""
        self._found.problems.append(Problem(where, f"no {item} stands here, but something in {cells}.{why}"))

    def _shows_nothing(self, number: int, column: int) -> bool:
        cell = self._grid.cell(number, column)
        return bool(cell.formula) and not cell.text

    def _remark(self) -> None:
        where, remarks = self._grid.where, self._found.remarks
        for number, text in self._headings.items():
            short = text if len(text) <= 60 else f"{text[:57]}…"
            if number in self._used:
                remarks.append(f"{where}row {number} is a heading, noted with the rows below it: “{short}”")
            else:
                remarks.append(f"{where}row {number} stands alone; nothing was taken from it: “{short}”")
        if self._repeated:
            remarks.append(
                f"{where}{rows_named(self._repeated)}: the headings stand there again; passed over."
            )
        hidden = sorted(row for row in self._grid.hidden_rows if row > self._head.rows[-1])
        if hidden:
            remarks.append(f"{where}{rows_named(hidden)}: hidden in the sheet, and read all the same.")
        for text, rows in self._merged().items():
            remarks.append(f"{where}{text} is merged; its value counts for {rows_named(rows)}.")

    def _merged(self) -> dict[str, list[int]]:
        """The ranges of merged cells with a value that reach over several rows below the headings."""
        ranges: dict[str, list[int]] = {}
        for number, cells in self._grid.rows.items():
            if number > self._head.rows[-1]:
                for cell in cells:
                    if cell.merged and cell.text:
                        ranges.setdefault(cell.merged, []).append(number)
        return {text: rows for text, rows in ranges.items() if len(rows) > 1}
