"""`lif challenge tell`: somebody was told of a challenge."""

from typing import Annotated

import typer

from lif.cli.challenge.entry import ChallengeId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def tell(
    ctx: typer.Context,
    challenge_id: ChallengeId,
    to: Annotated[
        str, typer.Option("--to", metavar="WHO", help="Who was told: a role, group or agency by its id.")
    ] = "business-manager",
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that somebody was told of it, such as the Business Manager, unless --to names another."""
    entry = Entry("told", given_from, date, by)
    record(ctx, "challenge", challenge_id, entry.keys(by="", to=to, note=note), dry_run)
