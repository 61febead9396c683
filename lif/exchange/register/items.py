"""The items of a register: what each cell says of them, and what could not be understood, with its cell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lif.exchange.grid import Cell, Grid
from lif.exchange.identifiers import looks_like
from lif.exchange.problem import Problem
from lif.exchange.quarters import names_a_quarter
from lif.exchange.register.definition import LEAVE_OUT, NONE, Field, Register, plain
from lif.exchange.register.headings import Head
from lif.exchange.register.mapping import Placed
from lif.exchange.register.meanings import Meanings, Unknown
from lif.exchange.register.parts import dates_in, several
from lif.exchange.register.rows import Block, sort_rows
from lif.exchange.table import column_letter, quoted_cell
from lif.records.base import PartialDate

ALL = "all"
"""In the place of cells: every cell that seems to hold several items is split."""
_NAMED = 8
_PAIRED = ("day", "deadline", "when", "word", "agency", "role")
"""Fields of which a cell with as many lines as there are items gives each its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says."""

    heading: str
    text: str
    place: str


@dataclass(slots=True)
class Item:
    """What the rows of one item say, by the fields of the register."""

    sheet: str
    """The name of the sheet; "" for a CSV file."""
    rows: tuple[int, ...]
    place: str
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, list[PartialDate]] = field(default_factory=dict)
    words: dict[str, tuple[str, Said]] = field(default_factory=dict)
    """The meaning of each word, and the cell that says it."""
    agencies: tuple[str, ...] = ()
    history: list[Said] = field(default_factory=list)
    kept: list[Said] = field(default_factory=list)
    """What goes into the note, with its heading."""
    places: dict[str, str] = field(default_factory=dict)
    """The cell of each field."""


@dataclass(frozen=True, slots=True)
class Several:
    """A cell that seems to hold several items."""

    cell: str
    """Such as `C7`."""
    place: str
    count: int
    split: bool


@dataclass(slots=True)
class Items:
    """What a sheet holds."""

    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unknown: dict[tuple[str, str], Unknown] = field(default_factory=dict)
    several: list[Several] = field(default_factory=list)
    colours: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)
    """The cells of which a colour, as `RRGGBB`, was read as what, by column, colour and meaning."""


class ItemReader:
    """Reads the items of one sheet."""

    def __init__(self, register: Register, grid: Grid, head: Head, placed: Sequence[Placed]) -> None:
        self._register, self._grid, self._head = register, grid, head
        self._placed = [one for one in placed if one.field != LEAVE_OUT]
        self._fields = {one.field for one in self._placed}
        self._found = Items()
        self._formulas: list[str] = []
        self._empty_formulas: list[str] = []
        self._bad = False

    def read(self, meanings: Meanings, split: Collection[str]) -> Items:
        """The items, with cells in `split` taken apart."""
        self._meanings = meanings
        rows = sort_rows(self._register, self._grid, self._head, self._placed)
        self._found.problems += rows.problems
        self._found.remarks += rows.remarks
        for block in rows.blocks:
            for item in self._items(block, split):
                self._found.items.append(item)
                self._found.remarks += _identified(item)
        for names, what in (
            (self._formulas, "formulas; what they last came to was read."),
            (self._empty_formulas, "formulas that show nothing."),
        ):
            if names:
                more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
                self._found.remarks.append(f"{self._grid.where}{', '.join(names[:_NAMED])}{more}: {what}")
        for (column, rgb, meaning), places in self._found.colours.items():
            cells = f"{len(places)} cells" if len(places) > 1 else "1 cell"
            self._found.remarks.append(
                f"{self._grid.where}column {column}: the colour #{rgb} ({cells}) was read as {meaning}."
            )
        self._unread_colours()
        return self._found

    def _items(self, block: Block, split: Collection[str]) -> Iterator[Item]:
        needed = next(
            one
            for one in self._placed
            if one.field in self._register.fields and self._register.fields[one.field].required
        )
        cell = f"{needed.letter}{block.rows[0]}"
        text = "\n".join(one.text for one in self._cells(needed, block))
        parts = several(text) if self._register.fields[needed.field].splits else []
        apart = bool(parts) and (ALL in split or cell in split)
        if parts:
            place = f"{self._grid.where}{cell}"
            self._found.several.append(Several(cell, place, len(parts), apart))
        for number, part in enumerate(parts if apart else [text]):
            item = Item(self._grid.title, tuple(block.rows), f"{self._grid.where}{cell}")
            self._bad = False
            for placed in self._placed:
                said = self._said(placed, block, len(parts) if apart else 1, number)
                if placed is needed:
                    said = Said(placed.heading.name, part, item.place)
                self._take(item, placed, said, self._colour(placed, block))
            if block.above:
                item.kept.insert(0, Said("Heading above", block.above, item.place))
            if apart:
                item.kept.append(Said("In the file", f"one of {len(parts)} in {cell}", item.place))
            self._settle(item)
            if not self._bad:
                yield item

    def _cells(self, placed: Placed, block: Block) -> list[Cell]:
        """The cells of a column in the rows of an item, those that say the same once."""
        found: dict[str, Cell] = {}
        for row in block.rows:
            cell = self._grid.cell(row, placed.heading.column)
            if cell.text or cell.colour:
                found.setdefault(cell.text, cell)
            name = f"{placed.letter}{row}"
            formulas = self._formulas if cell.text else self._empty_formulas
            if cell.formula and name not in formulas:
                formulas.append(name)
        return [cell for text, cell in found.items() if text]

    def _said(self, placed: Placed, block: Block, count: int, number: int) -> Said:
        text = "\n".join(cell.text for cell in self._cells(placed, block))
        known = self._register.fields.get(placed.field)
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if count > 1 and known and known.kind in _PAIRED and len(lines) == count:
            text = lines[number]
        row = next(
            (row for row in block.rows if self._grid.cell(row, placed.heading.column).text), block.rows[0]
        )
        return Said(placed.heading.name, text, self._grid.place(row, placed.heading.column))

    def _colour(self, placed: Placed, block: Block) -> str:
        colours = (self._grid.cell(row, placed.heading.column).colour for row in block.rows)
        return next((colour for colour in colours if colour), "")

    def _take(self, item: Item, placed: Placed, said: Said, colour: str) -> None:
        """What one column says of an item."""
        one = self._register.fields.get(placed.field)
        if Cell(said.text).mistake:
            self._wrong(said, "this is a mistake that Excel shows, and no text.")
        elif one is not None and one.kind == "word":
            self._word(item, one, said, colour, placed)
        elif not said.text:
            return
        elif one is None or one.kind == "note":
            item.kept.append(said)
        elif one.kind == "history":
            if plain(said.text):
                item.history.append(said)
        elif one.kind in ("day", "deadline") or (one.kind == "when" and not names_a_quarter(said.text)):
            self._day(item, one, said)
        elif one.kind == "agency":
            self._agency(item, one, said)
        else:
            item.texts[one.key] = said.text
            item.places[one.key] = said.place
            if one.kind == "source":
                item.kept.append(said)

    def _day(self, item: Item, one: Field, said: Said) -> None:
        if self._meanings.nothing(said.text) or self._meanings.known_word(said.text):
            item.kept.append(said)
            self._remark(f"{said.place}: {quoted_cell(said.text)} is no date; it is kept in the note.")
            return
        try:
            days, alone = dates_in(said.text)
        except ValueError as error:
            self._wrong(said, str(error))
            return
        item.days[one.key], item.places[one.key] = days, said.place
        read = ", ".join(str(day) for day in days)
        if not alone:
            item.kept.append(said)
            self._remark(
                f"{said.place}: {quoted_cell(said.text)} was read as {read}; its words are kept in the note."
            )
        elif len(days) > 1:
            item.kept.append(said)

    def _word(self, item: Item, one: Field, said: Said, colour: str, placed: Placed) -> None:
        if said.text:
            meaning, alone = self._meanings.word(one, said.text)
            if meaning == NONE:
                item.kept.append(said)
            elif meaning:
                self._means(item, one.key, meaning, said)
                if not alone:
                    item.kept.append(said)
                    self._remark(
                        f"{said.place}: {quoted_cell(said.text)} was read as {meaning}; its words are kept in the note."
                    )
            else:
                self._unknown(one.key, said.text, said.place)
        if colour and (one.coloured or "grade" not in self._fields) and not (said.text and one.coloured):
            self._coloured(item, colour, said, placed)

    def _coloured(self, item: Item, colour: str, said: Said, placed: Placed) -> None:
        coloured = next((one for one in self._register.fields.values() if one.coloured), None)
        meaning = self._meanings.colour(colour)
        if coloured is None or not meaning or meaning == NONE:
            return
        known = {plain(word) for words in self._register.words.values() for word in words.values()}
        if meaning in known:
            self._means(
                item, coloured.key, meaning, Said(said.heading, f"{meaning} (by its colour)", said.place)
            )
            self._found.colours.setdefault((placed.letter, colour, meaning), set()).add(said.place)
        else:
            self._unknown(coloured.key, f"#{colour}", said.place)

    def _means(self, item: Item, key: str, meaning: str, said: Said) -> None:
        """A word has a meaning; one of another field counts for that, where nothing else says it."""
        words = self._register.words
        own = (
            key
            if meaning in words[key].values()
            else next((one for one in words if meaning in words[one].values()), key)
        )
        if own == key or own not in item.words:
            item.words[own] = (meaning, said)
        item.places.setdefault(own, said.place)

    def _agency(self, item: Item, one: Field, said: Said) -> None:
        found = self._meanings.agencies(said.text)
        if found.unknown:
            self._unknown("agency", found.unknown, said.place)
            return
        item.places["agency"] = said.place
        if one.many:
            item.agencies = found.ids
        else:
            self._lead(item, found.ids, said)

    def _lead(self, item: Item, ids: tuple[str, ...], said: Said) -> None:
        item.agencies = ids
        if len(ids) > 1:
            shown = quoted_cell(said.text)
            self._remark(
                f"{said.place}: {shown} names {len(ids)} agencies; the first leads, all stand in the note."
            )
        if len(ids) != 1:
            item.kept.append(said)

    def _settle(self, item: Item) -> None:
        """Where no agency stands in a column of its own, it may stand in the post."""
        role = item.texts.get("role", "")
        if not role or item.agencies:
            return
        found = self._meanings.lead(role)
        if found.ids:
            item.texts["role"] = found.role
            self._lead(item, found.ids, Said("Who leads", role, item.places["role"]))
        elif found.unknown and "agency" not in self._fields:
            self._unknown("agency", found.unknown, item.places["role"])

    def _unread_colours(self) -> None:
        """Colours in columns of which the fill says nothing here, so that nobody misses them."""
        if any(
            self._register.fields[key].kind == "word" for key in self._fields & self._register.fields.keys()
        ):
            return
        letters = sorted(
            {
                column_letter(column)
                for row, cells in self._grid.rows.items()
                if row > self._head.rows[-1]
                for column, cell in enumerate(cells)
                if cell.colour and self._meanings.colour(cell.colour)
            }
        )
        if letters:
            self._remark(
                f"{self._grid.where}column {', '.join(letters)}: the colours of the cells were not read."
            )

    def _unknown(self, key: str, text: str, place: str) -> None:
        self._bad = True
        one = self._found.unknown.setdefault(
            (key, plain(text)), Unknown(key, text, self._meanings.choices(key))
        )
        if place not in one.places:
            one.places.append(place)

    def _wrong(self, said: Said, message: str) -> None:
        self._bad = True
        problem = Problem(said.place, message)
        if problem not in self._found.problems:
            self._found.problems.append(problem)

    def _remark(self, text: str) -> None:
        if text not in self._found.remarks:
            self._found.remarks.append(text)


def _identified(item: Item) -> Iterator[str]:
    """The cells with what looks as if it identified somebody, in words that do not repeat it."""
    texts = {item.places.get(key, item.place): text for key, text in item.texts.items()}
    texts |= {said.place: said.text for said in (*item.history, *item.kept)}
    for place, text in texts.items():
        if found := looks_like(text):
            yield (
                f"{place}: holds what looks like {found}. Take it out of the file first; what is taken in with it "
                "cannot be saved."
            )


def problems_of(unknown: Mapping[tuple[str, str], Unknown]) -> Iterator[Problem]:
    """What nobody told the meaning of, each once, with the option that tells it."""
    for one in unknown.values():
        more = f" and {len(one.places) - 1} more" if len(one.places) > 1 else ""
        says = one.text if len(one.text) <= 60 and "\n" not in one.text else "…"
        choices = ", ".join(one.choices[:9]) + (", …" if len(one.choices) > 9 else "")
        message = f'{quoted_cell(one.text)} is no {one.what}. Say what it means: --means "{says}=…", one of {choices}.'
        if one.about == "agency" and list(one.choices) == [NONE]:
            message = (
                f"{quoted_cell(one.text)} is no {one.what}, which has none yet. Add those that you work with: "
                'lif agency add police --name "…" --type police'
            )
        yield Problem(f"{one.places[0]}{more}", message)
