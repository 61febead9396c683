"""`lif action show`: an action with everything that happened to it."""

import typer

from lif.cli.action.entry import ActionId
from lif.cli.forms import Form, FormOption
from lif.cli.noun import single
from lif.cli.showing import show_item
from lif.cli.state import board_of
from lif.rules.lookup import find_item

app = single()


@app.command()
def show(ctx: typer.Context, action_id: ActionId, form: FormOption = Form.text) -> None:
    """Show an action with everything that happened to it."""
    board = board_of(ctx)
    show_item(board, find_item(board, action_id, "actions"), form)
