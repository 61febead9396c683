"""`lif schema`: the JSON Schemas that help editors."""

import typer

from lif.cli.noun import noun
from lif.cli.writing import DryRun, write
from lif.records.schema import schema_files
from lif.store.board import Board
from lif.store.change import Change

app = noun("The JSON Schemas that help editors.")


@app.callback()
def _schema() -> None:
    """Keeps `write` a word of its own."""


@app.command("write")
def write_(ctx: typer.Context, dry_run: DryRun = False) -> None:
    """Write the schemas of this version of lif into schemas/, so that editors complete and explain keys."""

    def make(board: Board) -> Change:
        files = {f"schemas/{name}": text.encode("utf-8") for name, text in schema_files().items()}
        return Change(files, f"{len(files)} schemas were written to schemas/.")

    write(ctx, make, dry_run)
