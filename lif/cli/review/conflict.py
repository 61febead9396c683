"""`lif review conflict`: sources that disagree about a date."""

from typing import Annotated

import typer

from lif.cli.fields import partial_date
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.records.base import PartialDate
from lif.store.errors import WrongUse

app = single()


@app.command()
def conflict(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    event: Annotated[str, typer.Option("--event", help="What happened, in words that identify nobody.")],
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--given",
            metavar="DATE:SOURCE",
            help='A date and who gives it, such as "March 2015: school file". Repeatable.',
        ),
    ] = None,
    used: Annotated[
        str | None, typer.Option("--used", metavar="DATE", help="The date the review uses.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why this date is used.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Record that sources disagree about a date, and which one is used. The same event again adds what is new,
    such as the date that was settled on.

    Dates may be a month or a year alone. The chronology shows them where they belong.
    """
    from lif.operations.reviews.conflicting_dates import Disagreement, record_conflict

    settled = partial_date(used, "--used")
    said = Disagreement(
        event.strip(),
        [_given(one) for one in given or []],
        PartialDate.parse(settled) if settled else None,
        reason,
    )
    write(ctx, lambda board: record_conflict(board, review_id, said), dry_run)


def _given(text: str) -> tuple[PartialDate, str]:
    day, colon, source = text.partition(":")
    if not colon or not source.strip():
        raise WrongUse(
            "--given: a date and its source are wanted, with a colon between them.",
            'Write it as: --given "3 March 2015: GP letter"',
        )
    return PartialDate.parse(str(partial_date(day, "--given"))), source.strip()
