"""`lif report template`: the forms on which agencies report."""

from datetime import date
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun

app = single()


@app.command()
def template(
    ctx: typer.Context,
    agency: Annotated[
        str | None,
        typer.Option(
            "--agency", metavar="AGENCY", help="For this agency; without it, for all whose report is missing."
        ),
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period", help="Such as 2017-Q3: October to December 2017; the last that ended unless given."
        ),
    ] = None,
    report: Annotated[
        str,
        typer.Option(
            "--report", metavar="REPORT", help="highlight, or the id of a report under reports_asked."
        ),
    ] = "highlight",
    back_by: Annotated[
        str | None, typer.Option("--back-by", metavar="DATE", help="The day by which it is wanted back.")
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Write the forms on which agencies report, as workbook and as Word document.

    Each asks what its sort of report asks, with what the agency wrote last time beside it, and the figures that the
    agency answers for. They are put in build/reports/PERIOD/; the agency sends back whichever it likes better, and
    `lif report import` reads it.
    """
    from lif.insight.reports.asked import agencies_asked, asked_report, due_back, period_asked
    from lif.insight.wording import counted
    from lif.publish.papers.report_forms import form_files, put_forms

    board, day = board_of(ctx), day_of(as_of)
    asked = asked_report(board, report)
    wanted = period_asked(asked, period, day)
    agencies = agencies_asked(board, asked, agency, wanted, day)
    given = full_day(back_by, "--back-by")
    back = date.fromisoformat(given) if given else due_back(board, asked, wanted, day)
    files: dict[str, bytes] = {}
    with Progress(len(agencies)) as progress:
        for name in agencies:
            progress(f"Form of {name}")
            files |= form_files(board, asked, name, wanted, sent=day, back_by=back)
    folder = put_forms(root_of(ctx), wanted, files, dry_run=dry_run)
    would = "would be" if dry_run else "are"
    said = (
        f"Forms for {counted(len(agencies), 'agency', 'agencies')} {would} in {folder}/, as .xlsx and .docx:"
    )
    say.result("\n".join([said, *(f"  {folder}/{name}" for name in sorted(files))]))
    say.aside("When they come back: lif report import FILE…")
