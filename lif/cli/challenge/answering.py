"""`lif challenge answer`: what was answered."""

from typing import Annotated

import typer

from lif.cli.challenge.entry import ChallengeId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import Bearing, record
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def answer(
    ctx: typer.Context,
    challenge_id: ChallengeId,
    response: Annotated[str | None, typer.Option("--response", help="What was answered.")] = None,
    bearing: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what was answered. With --by say who answered.

    With the answer the time of a stage stops. It is settled, or goes up, when the challenger has weighed it.
    """
    entry = Entry("answered", given_from, date, by)
    said = entry.keys(
        by="",
        response=entry.wanted("response", response, "What was answered."),
        records=entry.words("records", bearing),
        note=note,
    )
    record(ctx, "challenge", challenge_id, said, dry_run)
