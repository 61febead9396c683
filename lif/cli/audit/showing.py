"""`lif audit show`: one audit with everything recorded about it."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.audit.grades import grades_text
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.showing import show_record
from lif.cli.state import board_of
from lif.rules.lookup import find_record

app = single()


@app.command()
def show(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")],
    form: FormOption = Form.text,
) -> None:
    """Show an audit with everything recorded about it."""
    board = board_of(ctx)
    loaded = find_record(board, audit_id, "audit")
    show_record(board, loaded, form)
    if form == Form.text and (grades := grades_text(board, loaded.record)):
        say.result(f"\n{grades}")
