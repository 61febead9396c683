"""`lif report follow`: the record that follows up a yes in a report."""

from typing import Annotated

import typer

from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.report_drafts import follow_up

app = single()


@app.command("follow")
def follow(
    ctx: typer.Context,
    report_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AR-2017-001.")],
    review_id: Annotated[
        str | None,
        typer.Option("--incident", metavar="ID", help="The case that follows up the serious incident."),
    ] = None,
    risk_id: Annotated[
        str | None,
        typer.Option("--risk", metavar="ID", help="The entry of the risk log that follows up the new risk."),
    ] = None,
    challenge_id: Annotated[
        str | None,
        typer.Option("--escalation", metavar="ID", help="The entry of the challenge log that follows it up."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="DATE", help="The day of the drafts; the day the report came unless given."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Open a draft for each yes of a report that nothing follows up, and link the two.

    Where there is a record already, name it, and no draft is opened for that. A draft holds what the report says;
    what it lacks, such as the scores of a risk, is yours to add.
    """
    given = {"serious_incident_referred": review_id, "new_risks": risk_id, "escalation_used": challenge_id}
    named = {question: name for question, name in given.items() if name}
    day = full_day(date, "--date")
    write(ctx, lambda board: follow_up(board, report_id, named, day_of(day), dated=day is not None), dry_run)
