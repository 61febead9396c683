"""`lif review publish`: the report is out."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import publish, report_file

app = single()


@app.command("publish")
def publish_(
    ctx: typer.Context,
    review_id: ReviewId,
    where: Annotated[
        str | None, typer.Option("--where", help="Where it can be read, such as a web address.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Until when it stays there.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="The file, to be held to the one that was cleared."),
    ] = None,
    uncleared: Annotated[
        str | None, typer.Option("--uncleared", help="Why it went out without being cleared, where it did.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the report was published; what is missing before that is named.

    The steps: the Board agrees the report (agree), it is held to the checklist for anonymity (anonymity) and cleared
    (clear), a day is set (plan-publication) and copies go out before it (notify), it is published, and deposited
    (deposit). A report that is not published has its reason recorded instead (withhold).
    """
    entry = Entry("published", given_from, date, by)
    said = entry.keys(
        by="business-manager", where=where, until=entry.day("until", until), uncleared=uncleared, note=note
    )
    making = partial(publish, report=report_file(report) if report else None)
    record(ctx, review_id, making, said, dry_run)
