"""`lif voice close`: nothing more is done about what was said."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.voice.entry import VoiceId
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def close(
    ctx: typer.Context,
    voice_id: VoiceId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why nothing more is to be done.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Close it: nothing more is to be done about it."""
    entry = Entry("closed", given_from, date, by)
    why = entry.wanted("reason", reason, "Why nothing more is to be done, for whoever asks in a year.")
    record(ctx, "voice", voice_id, entry.keys(by="", reason=why, note=note), dry_run)
