"""`lif voice act`: what was done because of what was said."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import Bearing, record
from lif.cli.voice.entry import VoiceId
from lif.cli.writing import DryRun, From

app = single()


@app.command()
def act(
    ctx: typer.Context,
    voice_id: VoiceId,
    done: Annotated[str | None, typer.Option("--done", help="What was done, or will be.")] = None,
    message: Annotated[
        list[str] | None,
        typer.Option("--message", metavar="M1", help="The message it answers; all if left out. Repeatable."),
    ] = None,
    bearing: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what was done because of it. Name with --record what it led to, such as an action or a lesson."""
    entry = Entry("acted", given_from, date, by)
    said = entry.keys(
        by="",
        done=entry.wanted("done", done, "What was done, or will be, because of what they said."),
        messages=[name.upper() for name in entry.words("messages", message)],
        records=entry.words("records", bearing),
        note=note,
    )
    record(ctx, "voice", voice_id, said, dry_run)
