"""`lif plan new`: an action plan is opened."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered

app = single()


@app.command()
def new(
    ctx: typer.Context,
    title: Annotated[str | None, typer.Option("--title", help="What the plan is called.")] = None,
    answers: Annotated[
        list[str] | None,
        typer.Option("--source", metavar="ID", help="The review, audit or report it answers."),
    ] = None,
    owner: Annotated[str, typer.Option("--owner", help="The role that keeps the plan.")] = "business-manager",
    sign_off: Annotated[
        str | None, typer.Option("--sign-off", metavar="GROUP", help="Who closes its actions.")
    ] = None,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="DATE", help="The day it was agreed.")
    ] = None,
    source: From = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Open an action plan. It is numbered in the year it was agreed, or else in this year."""
    given = read_given(source) if source else {}
    title = required(text_of(given, "title", title), "--title", "Title", "The plan needs a title.")
    value = gathered(
        given, title=title, source=answers, owner=given.get("owner") or owner, sign_off=sign_off,
        agreed=full_day(agreed, "--agreed"),
    )  # fmt: skip
    year = int(str(value["agreed"])[:4]) if value.get("agreed") else day_of(as_of).year
    write(ctx, lambda board: open_numbered(board, "plan", value, year), dry_run)
