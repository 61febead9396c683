"""What a command needs from its surroundings: the Board's folder, the day, and whether somebody sits there."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from lif.cli import say
from lif.store.errors import Refusal, WrongUse
from lif.store.findings import Finding
from lif.store.root import find_root

if TYPE_CHECKING:  # `lif --help` needs no models, which take as long to import as all the rest
    from lif.store.board import Board

_NAMED: Final = 3
"""How many files that could not be read are named."""


@dataclass(frozen=True)
class State:
    """What was said before the noun."""

    given_root: str | None

    @property
    def root(self) -> Path:
        """The root of the Board. Raises WrongUse outside one."""
        return find_root(Path.cwd(), self.given_root)


def root_of(ctx: typer.Context) -> Path:
    """The root of the Board that a command works on."""
    state: State = ctx.obj
    return state.root


def board_of(ctx: typer.Context) -> "Board":
    """The Board that a command reads; what could not be read of it is said beside what the command shows.

    Raises Refusal where the Board's own record cannot be read.
    """
    board = whole_board_of(ctx)
    unread = list(dict.fromkeys(found.file for found in board.findings if found.severity == "error"))
    if unread:
        named = ", ".join(unread[:_NAMED]) + (f" and {len(unread) - _NAMED} more" if unread[_NAMED:] else "")
        say.aside(
            f"Not all that follows may be there, because this could not be read: {named}. See: lif validate"
        )
    return board


def whole_board_of(ctx: typer.Context) -> "Board":
    """The same for a command that refuses a Board of which something could not be read, and says itself why."""
    from lif.store.load import load

    board = load(root_of(ctx))
    if not board.has_profile:
        raise Unreadable("The Board's own record cannot be read:", board)
    return board


class Unreadable(Refusal):
    """The records cannot be used as they stand; the findings say why."""

    def __init__(self, message: str, board: "Board") -> None:
        super().__init__(message, "See everything that is wrong with: lif validate")
        self.findings: list[Finding] = [f for f in board.findings if f.file == "records/board.yaml"]


def day_of(given: str | None) -> date:
    """The day that a command looks from: `--as-of`, else LIF_AS_OF, else today."""
    text = given or os.environ.get("LIF_AS_OF")
    if not text:
        return date.today()  # noqa: DTZ011 - the user's own calendar day is meant
    return read_day(text, "--as-of" if given else "LIF_AS_OF")


def read_day(text: str, name: str) -> date:
    """A full day that the user typed. Raises WrongUse naming the option."""
    from lif.records.base import PartialDate

    try:
        day = PartialDate.parse(text.strip()).as_day
    except ValueError as error:
        raise WrongUse(f"{name}: {error}.", "Write the day as 2017-11-24.") from None
    if day is None:
        raise WrongUse(f"{name}: the full day is wanted.", "Write the day as 2017-11-24.")
    return day


def interactive() -> bool:
    """Whether questions may be asked: only where somebody sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
