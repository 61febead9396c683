"""`lif voice say`: one more thing that was said."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.noun import single
from lif.cli.voice.entry import VoiceId
from lif.cli.writing import DryRun, write
from lif.operations.registers import add_message

app = single()


@app.command("say")
def say_(
    ctx: typer.Context,
    voice_id: VoiceId,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What they said.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Add something that they said, with the next number."""
    said = required(text, "TEXT", "What they said", "What they said, in words that identify nobody.")
    write(ctx, lambda board: add_message(board, voice_id, said), dry_run)
