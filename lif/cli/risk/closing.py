"""`lif risk close`: a risk comes off the log."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.risk.entry import RiskId
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def close(
    ctx: typer.Context,
    risk_id: RiskId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it comes off the log.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Take a risk off the log: it came about, it passed, or it is held low enough."""
    entry = Entry("closed", given_from, date, by)
    why = entry.wanted("reason", reason, "Why it comes off the log, for whoever asks in a year.")
    record(ctx, "risk", risk_id, entry.keys(by="", reason=why, note=note), dry_run)
