"""`lif report show`: a report as it was sent in."""

from typing import Annotated

import typer

from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.showing import show_record
from lif.cli.state import board_of
from lif.rules.lookup import find_record

app = single()


@app.command()
def show(
    ctx: typer.Context,
    report_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AR-2017-001.")],
    form: FormOption = Form.text,
) -> None:
    """Show a report."""
    board = board_of(ctx)
    show_record(board, find_record(board, report_id, "report"), form)
