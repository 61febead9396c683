"""`lif meeting withdraw`: a decision that no longer stands."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import full_day
from lif.cli.meeting.entry import By, DecisionId, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import withdraw_decision

app = single()


@app.command()
def withdraw(
    ctx: typer.Context,
    decision_id: DecisionId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it no longer stands.")] = None,
    by: By = "independent-chair",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Withdraw a decision that no longer stands. It keeps its number, with the reason."""
    why = required(reason, "--reason", "Reason", "Why it no longer stands, for whoever asks in a year.")
    today = day_of(None)
    said = {"date": full_day(date, "--date") or today.isoformat(), "by": by, "reason": why}
    write(ctx, lambda board: withdraw_decision(board, decision_id, said, today), dry_run)
