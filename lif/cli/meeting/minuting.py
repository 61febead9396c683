"""`lif meeting minutes`: the minutes as Word and PDF, and when they were written and agreed."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day, gathered
from lif.cli.formats import formats_of
from lif.cli.forms import AsOf
from lif.cli.meeting.entry import MeetingId
from lif.cli.noun import single
from lif.cli.state import day_of, whole_board_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import record_minutes
from lif.store.errors import WrongUse

app = single()
_FORMATS = "docx,pdf"


@app.command()
def minutes(
    ctx: typer.Context,
    meeting_id: MeetingId,
    written: Annotated[
        str | None, typer.Option("--written", metavar="DATE", help="The day the draft went round.")
    ] = None,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="DATE", help="The day they were agreed.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="MEETING", help="The meeting that agreed them.")
    ] = None,
    kept: Annotated[str | None, typer.Option("--kept", help="Where they are kept, in words.")] = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="docx,pdf,html,md",
            help=f"The formats of the paper, with commas between them; {_FORMATS} unless given.",
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Write the minutes as Word and PDF, or record when they were written and agreed.

    The paper says who came, what was before the meeting, what was decided, who is to see to it by when, and which
    actions answer it. It is put in build/minutes/, each meeting in a folder of its own, in the place of the last one.
    With --written, --agreed, --at or --kept that is recorded instead.
    """
    said = gathered(
        {}, written=full_day(written, "--written"), agreed=full_day(agreed, "--agreed"), at=at, kept=kept
    )
    if said and formats:
        raise WrongUse(
            "Recording and writing are both asked for.",
            f"Record first, and then write the paper: lif meeting minutes {meeting_id}",
        )
    if said:
        today = day_of(None)
        write(ctx, lambda board: record_minutes(board, meeting_id, said, today), dry_run)
        return
    if dry_run:
        raise WrongUse(
            "--dry-run shows what would be recorded, and nothing is said of the minutes.",
            f"Such as: lif meeting minutes {meeting_id} --written 2018-03-15 --dry-run",
        )
    _paper(ctx, meeting_id, formats_of(formats or _FORMATS), as_of)


def _paper(ctx: typer.Context, meeting_id: str, formats: list[str], as_of: str | None) -> None:
    from lif.publish.papers.minutes import write_minutes

    found = write_minutes(whole_board_of(ctx), meeting_id, day_of(as_of), formats)
    say.result(
        "\n".join([f"{found.title}. Marking: {found.marking}.", *(f"  {name}" for name in found.files)])
    )
    if not found.gone_round:
        say.aside(f"When they have gone round, record it: lif meeting minutes {meeting_id} --written DATE")
    if found.wanting:
        say.aside(f"Not recorded, and so not in them: {'; '.join(found.wanting)}")
