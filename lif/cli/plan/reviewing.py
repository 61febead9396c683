"""`lif plan review`: it was looked at what a plan has changed."""

from typing import Annotated

import typer

from lif.cli.action.entry import Records
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.operations.actions.plans import review_plan
from lif.operations.who_is_named import with_ids

app = single()


@app.command("review")
def review_(
    ctx: typer.Context,
    plan_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.")],
    found: Annotated[
        str | None, typer.Option("--found", help="What the plan has changed, and how it was looked at.")
    ] = None,
    records: Records = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that it was looked at what a plan has changed for children. Due six and twelve months after it was agreed.

    That one action was evaluated is no review of the plan: this asks what all of them together have changed.
    """
    entry = Entry("reviewed", given_from, date, by)
    why = "What the plan as a whole has changed for children, and how it was looked at."
    said = entry.keys(
        by="business-manager",
        found=entry.wanted("found", found, why),
        records=entry.words("records", records),
        note=note,
    )
    today = day_of(None)
    write(ctx, lambda board: review_plan(board, plan_id, with_ids(board, said), today), dry_run)
