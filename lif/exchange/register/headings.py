"""Where the headings of a register stand in a sheet, and what each of its columns is called."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lif.exchange.grid import Grid
from lif.exchange.register.definition import Register, plain, within
from lif.exchange.table import column_letter

_WITHIN = 40
"""Rows. Titles, keys and explanations above the headings are passed over."""
_LEAST = 2
"""Headings that must be known for a row to be taken for the one that names the columns."""
_NEAR = 60
"""Characters. What is longer is no heading that merely contains a known one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a sheet."""

    column: int
    """From 0."""
    name: str
    """As it stands there; of two rows of headings both, with a colon between them."""
    parts: tuple[str, ...]
    """What may be its name, the most telling first."""


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet."""

    rows: tuple[int, ...]
    """The row that holds them, or both."""
    headings: tuple[Heading, ...]


def known_field(register: Register, parts: Sequence[str]) -> tuple[str, int]:
    """The field that a heading names, and how surely: 3 by its very name, less where it only contains one; else 0."""
    best = ("", 0, 0, 0)
    for order, part in enumerate(parts):
        words = plain(part)
        for field in register.fields.values():
            for known in field.headings:
                if words == known:
                    found = (field.key, 3 if order < 2 else 2, len(known), 0)
                elif len(known) > 3 and len(part) <= _NEAR and within(words, known):
                    found = (field.key, 1, len(known), -words.index(known))
                else:
                    continue
                if found[1:] > best[1:]:
                    best = found
    return best[0], best[1]


def find_head(
    grid: Grid, register: Register, remembered: Collection[str], rows: tuple[int, ...] = ()
) -> Head | None:
    """The headings of a sheet; None where it has none. `remembered` are names of columns that were read before.

    `rows` says which row or rows hold them, where the user knows.
    """
    if rows:
        return _with_nameless(grid, _head(grid, rows))
    best: tuple[int, Head] | None = None
    for first in list(grid.rows)[:_WITHIN]:
        for found in ((first,), (first, first + 1)):
            head = _head(grid, found)
            if len(found) > 1 and not _belong_together(grid, first):
                continue
            score = _score(head, register, remembered)
            if score and (best is None or score > best[0]):
                best = (score, head)
    return _with_nameless(grid, best[1]) if best else None


def _with_nameless(grid: Grid, head: Head) -> Head:
    """The same with the columns that hold something below, and have no heading."""
    named = {heading.column for heading in head.headings}
    filled = {
        column
        for row, cells in grid.rows.items()
        if row > head.rows[-1]
        for column, cell in enumerate(cells)
        if cell.text and not cell.merged
    }
    nameless = tuple(Heading(column, f"Column {column_letter(column)}", ()) for column in filled - named)
    return Head(head.rows, tuple(sorted((*head.headings, *nameless), key=lambda one: one.column)))


def _head(grid: Grid, rows: tuple[int, ...]) -> Head:
    width = max((len(grid.rows.get(row, ())) for row in rows), default=0)
    above, below = rows[0], rows[-1]
    headings: list[Heading] = []
    group, group_range = "", ""
    for column in range(width):
        upper, lower = grid.cell(above, column), grid.cell(below, column)
        if upper.text or not (upper.merged and upper.merged == group_range):
            group, group_range = upper.text, upper.merged
        names = [name for name in (group, lower.text) if name]
        if len(rows) == 1 or len(names) < 2 or names[0] == names[1]:
            name = upper.text if len(rows) == 1 else (lower.text or upper.text or group)
            parts: tuple[str, ...] = (name,)
        else:
            name = ": ".join(names)
            parts = (" ".join(names), lower.text, " ".join(reversed(names)), group)
        if name:
            headings.append(Heading(column, " ".join(name.split()), parts))
    return Head(rows, tuple(headings))


def _belong_together(grid: Grid, first: int) -> bool:
    """Whether the headings stand in this row and the next: cells of the first are merged, sideways or downwards."""
    below = grid.rows.get(first + 1)
    if not below:
        return False
    sideways = any(
        cell.text and cell.merged and column + 1 < len(grid.rows[first])
        and grid.rows[first][column + 1].merged == cell.merged
        for column, cell in enumerate(grid.rows[first])
    )  # fmt: skip
    downwards = any(
        cell.merged and cell.merged == grid.cell(first, column).merged for column, cell in enumerate(below)
    )
    short = sum(1 for cell in below if 0 < len(cell.text) <= _NEAR)
    return (sideways or downwards) and short >= _LEAST


def _score(head: Head, register: Register, remembered: Collection[str]) -> int:
    """How much a head looks like one; 0 where a field that is needed is not among its columns."""
    sure = [known_field(register, heading.parts) for heading in head.headings]
    told = [plain(heading.name) in remembered for heading in head.headings]
    fields = {field for field, certain in sure if certain}
    needed = register.holds_required(fields)
    count = sum(1 for (_, certain), known in zip(sure, told, strict=True) if certain or known)
    if count < _LEAST or not (needed or sum(told) >= _LEAST):
        return 0
    return sum(10 if known else 3 * certain for (_, certain), known in zip(sure, told, strict=True)) + len(
        fields
    )


def columns_named(head: Head, text: str) -> list[Heading]:
    """The columns that somebody means by a heading, or by a letter where no column is called so."""
    wanted = plain(text)
    named = [one for one in head.headings if wanted and wanted in {plain(one.name), *map(plain, one.parts)}]
    return named or list(_by_letter(head, text.strip().upper()))


def _by_letter(head: Head, letters: str) -> Iterator[Heading]:
    if letters.isascii() and letters.isalpha() and len(letters) <= 2:
        place = 0
        for letter in letters:
            place = place * 26 + ord(letter) - ord("A") + 1
        yield from (one for one in head.headings if one.column == place - 1)
