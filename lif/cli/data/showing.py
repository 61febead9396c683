"""`lif data show`: the indicators with their latest figures, or one with all there is about it."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.data.indicator_text import indicator_json, indicator_text, list_json, list_text
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.data import read_indicator
from lif.insight.figure_doubts import doubt_notes
from lif.operations.data import find_indicator

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
    board = board_of(ctx)
    day = day_of(as_of)
    chosen = [find_indicator(board, name)] if name else board.of("indicator")
    readings = [
        read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day) for one in chosen
    ]
    if name and form == Form.json:
        say.result_json("indicator", indicator_json(board, readings[0]))
    elif name:
        say.result(indicator_text(board, readings[0], day))
        for note in doubt_notes(board, [name], day):
            say.aside(f"{note} See: lif data check {name}")
    elif form == Form.json:
        say.result_json("indicators", {"asOf": day.isoformat(), "indicators": list_json(readings)})
    else:
        say.result(list_text(readings) or "No indicator yet. Add one: lif data new NAME")
