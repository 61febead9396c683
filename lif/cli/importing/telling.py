"""What is said about a register's columns and words: by options, and by answers where somebody sits there."""

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.state import interactive
from lif.exchange.register.definition import LEAVE_OUT, NOTE, Register
from lif.exchange.register.mapping import UNPLACED, Placed, split_saying
from lif.exchange.register.reading import RegisterRead, SheetRead, Telling
from lif.store.errors import WrongUse

_HEADER = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?")

SheetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sheet", help="Of a workbook, a sheet to read; else each that has such columns. Repeatable."
    ),
]
HeaderOption = Annotated[
    str | None,
    typer.Option("--header", metavar="ROW", help="The row that names the columns; of two rows, 3-4."),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="COLUMN=FIELD",
        help="What a column holds, by its heading or its letter; note keeps it in a note. Repeatable.",
    ),
]  # fmt: skip
MeansOption = Annotated[
    list[str] | None,
    typer.Option(
        "--means", metavar="TEXT=MEANING",
        help="What a word, the name of an agency or a colour of the file means. Repeatable.",
    ),
]  # fmt: skip
SplitOption = Annotated[
    list[str] | None,
    typer.Option("--split", metavar="CELL|all", help="Split a cell that holds several items. Repeatable."),
]


def told(
    sheet: Sequence[str] | None,
    header: str | None,
    map: Sequence[str] | None,
    means: Sequence[str] | None,
    split: Sequence[str] | None,
) -> Telling:
    """What the options say. Raises WrongUse naming the one that is not written so."""
    columns = dict(split_saying(one, "--map", "Column=field") for one in map or ())
    words = dict(split_saying(one, "--means", "Text=meaning") for one in means or ())
    cells = [cell if cell == "all" else cell.upper() for one in split or () for cell in one.split(",")]
    return Telling(tuple(sheet or ()), _rows(header), columns, words, tuple(cells))


def _rows(header: str | None) -> tuple[int, ...]:
    if header is None:
        return ()
    match = _HEADER.fullmatch(header.strip())
    if not match or (match[2] and int(match[2]) != int(match[1]) + 1):
        raise WrongUse(
            f"--header: {header} is no row.", "Write it as 4, or as 3-4 where two rows name the columns."
        )
    return tuple(int(row) for row in match.groups() if row)


def asked_columns(register: Register, sheets: Sequence[SheetRead], telling: Telling) -> Telling:
    """The same with a field for each column that could not be placed, where somebody can be asked."""
    if not interactive():
        return telling
    columns = dict(telling.columns)
    taken = {placed.field for one in sheets for placed in one.placed}
    for one in sheets:
        for placed in one.placed:
            if placed.how == UNPLACED and placed.heading.name not in columns:
                free = [key for key, field in register.fields.items() if field.many or key not in taken]
                first = _first_filled(one, placed)
                example = one.grid.cell(first, placed.heading.column).text[:60] if first else "nothing"
                why = f"Column {placed.letter}, “{placed.heading.name}”, is not known. It begins: {example}"
                field = required(None, "--map", "What does it hold", why, [NOTE, *free, LEAVE_OUT])
                columns[placed.heading.name] = field
                taken.add(field)
    return Telling(telling.sheets, telling.header, columns, telling.words, telling.split)


def asked_words(read: RegisterRead, telling: Telling, item: str) -> Telling:
    """The same with what unknown words mean, and which cells are split, where somebody can be asked."""
    if not interactive():
        return telling
    words, split = dict(telling.words), list(telling.split)
    for one in read.unknown:
        why = f"{one.places[0]}: “{one.text[:60]}” is no {one.what}."
        words[one.text] = required(None, "--means", "What does it mean", why, one.choices)
    for found in read.several:
        if not found.split:
            why = f"{found.place} seems to hold {found.count} {item}s."
            if required(None, "--split", "Split it", why, ["yes", "no"]) == "yes":
                split.append(found.cell)
    return Telling(telling.sheets, telling.header, telling.columns, words, tuple(split))


def _first_filled(one: SheetRead, placed: Placed) -> int:
    """The first row below the headings in which a column holds something else than its heading; 0 for none."""
    for row in one.grid.rows:
        text = one.grid.cell(row, placed.heading.column).text
        if row > one.head.rows[-1] and text and text != placed.heading.name:
            return row
    return 0


def as_options(telling: Telling) -> list[str]:
    """The options that say the same, for the command that writes what was shown."""
    options = [f"--sheet {_quoted(sheet)}" for sheet in telling.sheets]
    options += [f"--header {'-'.join(map(str, telling.header))}"] if telling.header else []
    options += [f"--map {_quoted(f'{name}={field}')}" for name, field in telling.columns.items()]
    options += [f"--means {_quoted(f'{text}={meaning}')}" for text, meaning in telling.words.items()]
    options += [f"--split {','.join(telling.split)}"] if telling.split else []
    return options


def _quoted(text: str) -> str:
    return f'"{text}"'
