"""`lif risk note`: a dated note on a risk."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.risk.entry import RiskId
from lif.cli.writing import DryRun, From

app = single()


@app.command("note")
def note_(
    ctx: typer.Context,
    risk_id: RiskId,
    note: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note to a risk. A note changes no score."""
    entry = Entry("noted", given_from, date, by)
    text = required(entry.text("note", note), "NOTE", "Note", "What is to be remembered.")
    record(ctx, "risk", risk_id, entry.keys(by="", note=text), dry_run)
