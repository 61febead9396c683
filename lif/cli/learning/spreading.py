"""`lif learning spread`: a lesson is disseminated."""

from typing import Annotated, get_args

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.learning.entry import Agencies, LearningId, record
from lif.cli.noun import single
from lif.cli.writing import DryRun, From
from lif.records.learning import Channel

app = single()
CHANNELS = get_args(Channel)


@app.command()
def spread(
    ctx: typer.Context,
    learning_id: LearningId,
    channel: Annotated[
        str | None, typer.Option("--channel", help=f"How. One of: {', '.join(CHANNELS)}.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", help="Whom it was meant for.")] = None,
    reached: Annotated[
        int | None, typer.Option("--reached", min=0, help="How many people it reached.")
    ] = None,
    agency: Agencies = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a lesson was disseminated: how, and to whom.

    Name the agencies that were reached with --agency. Where nobody was counted, leave --reached out: what is not
    known is shown as not counted, never as none.
    """
    entry = Entry("spread", given_from, date, by)
    wanted = entry.all_wanted(
        Want("channel", channel, "How it was spread.", CHANNELS),
        Want("to", to, "Whom it was meant for, such as health visitors and midwives."),
    )
    said = entry.keys(by="", **wanted, reached=reached, agencies=entry.words("agencies", agency), note=note)
    record(ctx, learning_id, said, dry_run)
