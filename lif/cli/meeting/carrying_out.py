"""`lif meeting done`: a decision has been carried out."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import full_day, gathered
from lif.cli.meeting.entry import MANAGER, By, DecisionId, On, Records
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import carry_out_decision

app = single()


@app.command()
def done(
    ctx: typer.Context,
    decision_id: DecisionId,
    how: Annotated[
        str | None, typer.Option("--how", help="What was done, or what shows that it was.")
    ] = None,
    records: Records = None,
    by: By = MANAGER,
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a decision has been carried out.

    A decision that actions answer is carried out once all of them are finished, without this.
    """
    said = required(how, "--how", "How", "What was done, or what shows that it was.")
    today = day_of(None)
    day = full_day(date, "--date") or today.isoformat()
    entry = gathered({"date": day, "by": by}, how=said, records=records)
    write(ctx, lambda board: carry_out_decision(board, decision_id, entry, today), dry_run)
