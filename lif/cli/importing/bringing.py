"""What the imports of all registers share: their options, the questions about columns and words, and the end."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

import typer

from lif.cli.importing.telling import as_options, asked_columns, asked_words, told
from lif.cli.state import board_of, day_of, root_of
from lif.store.board import Board

if TYPE_CHECKING:  # the help needs no spreadsheets
    from lif.cli.importing.showing import Brought
    from lif.exchange.grid import Grids
    from lif.exchange.register.definition import Register
    from lif.exchange.register.reading import Kept, Telling
    from lif.operations.carry_out import Outcome

B = TypeVar("B", bound="Brought")
USUALLY_BY = "business-manager"
ApplyOption = Annotated[bool, typer.Option("--apply", help="Write it into the records.")]
PartialOption = Annotated[
    bool, typer.Option("--partial", help="Bring in the rows that are understood; leave out the others.")
]
ByOption = Annotated[str, typer.Option("--by", help="Who brings it in: a role, a group or an agency.")]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day of the entries; today unless given.")
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say that all imports have."""

    sheet: Sequence[str] | None
    header: str | None
    map: Sequence[str] | None
    means: Sequence[str] | None
    split: Sequence[str] | None
    by: str
    date: str | None
    apply: bool
    partial: bool
    dry_run: bool


@dataclass(frozen=True, slots=True)
class BroughtIn(Generic[B]):
    """How an import ended."""

    change: B
    register: "Register"
    telling: "Telling"
    """What was said about columns and words, by options and by answers."""
    day: datetime.date
    outcome: "Outcome"

    @property
    def exit_code(self) -> int:
        """1 where something is left to do."""
        return 1 if self.change.problems or (self.change.files and not self.outcome.written) else 0


def bring_in(
    ctx: typer.Context,
    file: Path,
    asked: Asked,
    propose: Callable[[Board, "Grids"], tuple["Register", "Kept"]],
    bring: Callable[[Board, "Grids", "Telling", datetime.date], B],
) -> BroughtIn[B]:
    """Read a file, ask about what is not understood where somebody sits there, and carry out what it becomes."""
    from lif.cli.fields import full_day
    from lif.exchange.grid import read_grids
    from lif.exchange.register.reading import read_register, sheets_of
    from lif.operations.actions.tracked import names_of_agencies
    from lif.operations.carry_out import carry_out

    telling = told(asked.sheet, asked.header, asked.map, asked.means, asked.split)
    day = day_of(full_day(asked.date, "--date"))
    grids = read_grids(file)
    board = board_of(ctx)
    register, kept = propose(board, grids)
    telling = asked_columns(register, sheets_of(register, grids, telling, kept), telling)
    first = read_register(register, grids, names_of_agencies(board), telling, kept)
    telling = asked_words(first, telling, register.item)
    made: list[B] = []

    def make(now: Board) -> B:
        made.append(bring(now, grids, telling, day))
        return made[0]

    outcome = carry_out(root_of(ctx), make, dry_run=not asked.apply or asked.dry_run)
    return BroughtIn(made[0], register, telling, day, outcome)


def again(word: str, file: Path, own: Sequence[str], asked: Asked, brought: BroughtIn[B]) -> str:
    """The command that says the same once more; `own` are the options that this import alone has."""
    rest = [f"--by {asked.by}"] if asked.by != USUALLY_BY else []
    rest += [f"--date {brought.day}"] if asked.date else []
    rest += ["--partial"] if asked.partial else []
    return " ".join([f'lif import {word} "{file}"', *own, *as_options(brought.telling), *rest])
