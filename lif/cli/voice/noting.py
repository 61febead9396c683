"""`lif voice note`: a dated note on what was said."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.voice.entry import VoiceId
from lif.cli.writing import DryRun, From

app = single()


@app.command("note")
def note_(
    ctx: typer.Context,
    voice_id: VoiceId,
    note: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note. A note does not count as something done."""
    entry = Entry("noted", given_from, date, by)
    text = required(entry.text("note", note), "NOTE", "Note", "What is to be remembered.")
    record(ctx, "voice", voice_id, entry.keys(by="", note=text), dry_run)
