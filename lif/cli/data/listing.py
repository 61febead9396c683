"""`lif data list`: the indicators, each with its latest figure."""

import typer

from lif.cli import say
from lif.cli.data.indicator_text import list_json, list_text
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.figures.readings import read_indicator

app = single()


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the indicators with their latest figures."""
    show_all(ctx, as_of, form)


def show_all(ctx: typer.Context, as_of: str | None, form: Form) -> None:
    """Print the list, for people or for programs."""
    board, day = board_of(ctx), day_of(as_of)
    readings = [
        read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day)
        for one in board.of("indicator")
    ]
    if form == Form.json:
        say.result_json("indicators", {"asOf": day.isoformat(), "indicators": list_json(readings)})
    else:
        say.result(list_text(readings) or "No indicator yet. Add one: lif data new NAME")
