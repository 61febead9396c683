"""`lif voice tell`: those who were heard are told, or not."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import record
from lif.cli.voice.entry import VoiceId
from lif.cli.writing import DryRun, From
from lif.store.errors import WrongUse

app = single()


@app.command()
def tell(
    ctx: typer.Context,
    voice_id: VoiceId,
    how: Annotated[str | None, typer.Option("--how", help="How they were told, and what.")] = None,
    not_told: Annotated[
        str | None, typer.Option("--not-told", metavar="REASON", help="Why they were not told.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that they were told what came of it, or why they were not.

    Where they cannot be told, such as after an anonymous survey, give the reason with --not-told.
    """
    if how and not_told:
        raise WrongUse("--how and --not-told cannot both be true.", "Give one of the two.")
    if not_told:
        entry = Entry("not-told", given_from, date, by)
        record(ctx, "voice", voice_id, entry.keys(by="", reason=not_told, note=note), dry_run)
        return
    entry = Entry("told", given_from, date, by)
    words = entry.wanted("how", how, "How they were told, and what; if they were not: --not-told")
    record(ctx, "voice", voice_id, entry.keys(by="", how=words, note=note), dry_run)
