"""`lif data advise`: what a reader would ask of the latest commentary on an indicator."""

from typing import Annotated

import typer

from lif.cli.advice import show_advice
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of
from lif.operations.figures.importing import find_indicator

app = single()


@app.command()
def advise(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]…", help="Such as repeat-plans; all without it.")
    ] = None,
    form: FormOption = Form.text,
) -> None:
    """Show what a reader would ask of the latest commentary, each with why.

    It looks for a reason, for another explanation, and, where the figure misses its target, for what will be done; and
    for words that are hard to read. Nothing is changed.
    """
    board = board_of(ctx)
    chosen = [find_indicator(board, name) for name in dict.fromkeys(names or ())] or board.of("indicator")
    show_advice(board, [one for one in chosen if names or one.record.commentary], form)
