"""`lif plan`: action plans."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.asking import required
from lif.cli.fields import full_day, gathered, text_of
from lif.cli.forms import AsOf, Form, FormOption
from lif.cli.noun import noun
from lif.cli.showing import show_record
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun, From, write
from lif.exchange.given import read_given
from lif.operations.opening import open_numbered
from lif.rules.lookup import find_record

app = noun("Action plans.")


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


@app.command("list")
def list_(ctx: typer.Context, as_of: AsOf = None, form: FormOption = Form.text) -> None:
    """List the plans and how far their actions are."""
    from lif.insight.actions import action_standing

    board, day = board_of(ctx), day_of(as_of)
    rows = []
    for one in board.of("plan"):
        stands = [
            action_standing(one.record, action, board.profile.settings, day) for action in one.record.actions
        ]
        rows.append((one.id, sum(action.finished for action in stands), len(stands), one.record.title))
    if form == Form.json:
        content = [{"id": a, "finished": b, "actions": c, "title": d} for a, b, c, d in rows]
        say.result_json("plans", {"asOf": day.isoformat(), "plans": content})
        return
    shown = [(a, f"{b} of {c}", d) for a, b, c, d in rows]
    say.result(say.table(("Plan", "Finished", "Title"), shown) or "No plan yet. Open one: lif plan new")


@app.command()
def show(
    ctx: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.")],
    form: FormOption = Form.text,
) -> None:
    """Show a plan with its actions."""
    board = board_of(ctx)
    show_record(board, find_record(board, plan_id, "plan"), form)
