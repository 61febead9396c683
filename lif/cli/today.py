"""`lif today`: what is waiting on whom, on one screen."""

import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

if TYPE_CHECKING:  # the help and the shell need no models
    from lif.cli.today_text import Narrowing
    from lif.store.board import Board

app = single()
_PRINTED = 44
"""Lines of the page where it goes to no terminal."""
_KINDS = ("plan", "review", "audit", "agency", "meeting", "risk", "challenge", "voice")
_EMPTY = (
    "Nothing waits on anybody, because nothing is on record yet: no plan, review, audit, agency or meeting, and no "
    "risk, challenge or voice. Begin with an agency: lif agency add"
)


@app.command()
def today(
    ctx: typer.Context,
    agency: Annotated[
        str | None,
        typer.Option("--agency", metavar="AGENCY", help="Only what waits on this agency, by its id."),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(
            "--group", metavar="GROUP", help="Only what this group or its chair has to deal with, by its id."
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole list, however long it is.")] = False,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """What is waiting on whom: late, due, missing, and without evidence.

    A week is the seven days that follow, a month the time to the same date of the next. Entries dated after
    the day do not count. A list too long for the screen is cut, with the command that shows the rest.
    """
    from lif.cli.today_text import today_text
    from lif.insight.waiting import concerning, waiting
    from lif.insight.waiting.data import waiting_data

    board, day = board_of(ctx), day_of(as_of)
    narrowed = replace(_narrowed(board, agency, group), day=(f"--as-of {day}",) if as_of else ())
    found = concerning(waiting(board, day), board, agency, group)
    if form is Form.json:
        say.result_json("today", waiting_data(found, day))
    elif not any(board.of(kind) for kind in _KINDS):
        say.result(say.wrapped(_EMPTY))
    else:
        name = board.profile.short_name or board.profile.name
        say.result(today_text(found, day, name, narrowed, None if everything else _height()))


def _height() -> int:
    """How many lines the page may have; the prompt that follows it needs one."""
    return shutil.get_terminal_size().lines - 1 if say.is_terminal(sys.stdout) else _PRINTED


def _narrowed(board: "Board", agency: str | None, group: str | None) -> "Narrowing":
    """What the page is narrowed to. Raises NothingFound for an agency or a group that there is none of."""
    from lif.cli.today_text import Narrowing
    from lif.insight.titles import Titles
    from lif.rules.lookup import find_record
    from lif.rules.names import nearest
    from lif.store.errors import NothingFound

    titles, words, options = Titles(board), [], []
    if agency:
        find_record(board, agency, "agency")
        words.append(f"on {titles.agency(agency)}")
        options.append(f"--agency {agency}")
    if group:
        groups = board.profile.groups
        if group not in groups:
            hint = nearest(group, list(groups)) or f"The groups of this Board are: {', '.join(groups)}."
            raise NothingFound(f"There is no group called {group}.", hint)
        words.append(f"for the {titles.group(group)}")
        options.append(f"--group {group}")
    return Narrowing(" and ".join(words), tuple(options), to_agency=agency is not None)
