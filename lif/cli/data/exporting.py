"""`lif data export`: gives figures out as a workbook or CSV, to be worked with and read back."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

app = single()


@app.command()
def export(
    ctx: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="The indicators by their short names; all without one."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="Write them to this .csv or .xlsx file alone."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Give figures out as a workbook and CSV, with their marks.

    The files are put in build/data/, in the place of the last ones. What is changed or added in them is read back
    with lif data import and the name of the file. A figure from which a suppressed one would follow is not in them.
    """
    from lif.insight.figures.suppression import hidden_words
    from lif.insight.wording import counted, listed
    from lif.operations.figures.importing import find_indicator
    from lif.publish.papers.figures_out import write_figures

    board, day = board_of(ctx), day_of(as_of)
    chosen = [find_indicator(board, one) for one in name] if name else board.of("indicator")
    written = write_figures(board, chosen, day, to)
    figures, indicators = counted(written.figures, "figure"), counted(written.indicators, "indicator")
    say.result(
        "\n".join(
            [
                f"{figures} of {indicators}. Marking: {written.marking}.",
                *(f"  {one}" for one in written.files),
            ]
        )
    )
    if written.hidden:
        say.aside(hidden_words(written.hidden))
    if written.left_out:
        say.aside(f"Left out, because kept for the Board's office alone: {listed(written.left_out)}.")
