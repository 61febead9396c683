"""`lif challenge settle`: what came of a challenge."""

from typing import Annotated, get_args

import typer

from lif.cli.challenge.entry import ChallengeId
from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.registers import Bearing, record
from lif.cli.writing import DryRun, From
from lif.records.challenge import Outcome

app = single()
RESULTS = get_args(Outcome)


@app.command()
def settle(
    ctx: typer.Context,
    challenge_id: ChallengeId,
    result: Annotated[
        str | None, typer.Option("--result", help=f"What was challenged. One of: {', '.join(RESULTS)}.")
    ] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", help="What came of it, for the child or for practice.")
    ] = None,
    bearing: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what came of it: what was challenged was changed, was changed in part, or stands with its reasons."""
    entry = Entry("settled", given_from, date, by)
    wanted = entry.all_wanted(
        Want("result", result, "Whether what was challenged was changed.", RESULTS),
        Want("outcome", outcome, "What came of it, for the child or for practice."),
    )
    said = entry.keys(by="", **wanted, records=entry.words("records", bearing), note=note)
    record(ctx, "challenge", challenge_id, said, dry_run)
