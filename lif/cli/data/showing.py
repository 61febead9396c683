"""`lif data show`: the indicators with their latest figures, or one with all there is about it."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.data.indicator_text import indicator_json, indicator_text
from lif.cli.data.listing import show_all
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.figures.doubts import doubt_notes
from lif.insight.figures.readings import read_indicator
from lif.operations.figures.importing import find_indicator

app = single()


@app.command()
def show(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One indicator; all of them without it.")
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Show the indicators with their latest figures, or one with all there is about it."""
    if name is None:
        show_all(ctx, as_of, form)
        return
    board, day = board_of(ctx), day_of(as_of)
    one = find_indicator(board, name)
    reading = read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day)
    if form == Form.json:
        say.result_json("indicator", indicator_json(board, reading))
        return
    say.result(indicator_text(board, reading, day))
    for note in doubt_notes(board, [name], day):
        say.aside(f"{note} See: lif data check {name}")
