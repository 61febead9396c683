"""`lif trace`: where something came from and what it led to."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command()
def trace(
    ctx: typer.Context,
    traced_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A record, recommendation, finding, action or indicator."),
    ] = None,
    as_of: AsOf = None,
    form: FormOption = Form.text,
) -> None:
    """Where something came from and what it led to; what is broken on the way.

    Without ID: what the recommendations of the whole Board came to, and everything that is broken.
    """
    from lif.cli.trace_text import board_text, story_text
    from lif.insight.trace.graph import trace as graph_of

    board, day = board_of(ctx), day_of(as_of)
    made = graph_of(board, day)
    if traced_id is None:
        say.result(board_text(made))
        return
    say.result(story_text(made, traced_id))
