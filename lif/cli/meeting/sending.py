"""`lif meeting sent`: the pack that went out."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day, gathered
from lif.cli.meeting.entry import MANAGER, By, MeetingId, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write

app = single()


@app.command()
def sent(
    ctx: typer.Context,
    meeting_id: MeetingId,
    file: Annotated[
        list[str] | None,
        typer.Option(
            "--file", metavar="FILE", help="A file that went out; the pack's PDF unless given. Repeatable."
        ),
    ] = None,
    to: Annotated[str | None, typer.Option("--to", help="Whom it went to, where not to all members.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Such as what came late.")] = None,
    by: By = MANAGER,
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record the pack that went out, with the digest of each file.

    The digest tells whether a copy that somebody holds is what was sent. Files are looked for beside the pack that
    lif pack build made, then where you are; the pack says itself what it holds and as of which day.
    """
    from lif.operations.meeting_records import record_sent
    from lif.publish.packs.sent import pack_sent
    from lif.store.board import Board
    from lif.store.change import Change

    today = day_of(None)
    day = full_day(date, "--date") or today.isoformat()

    def make(board: Board) -> Change:
        found = pack_sent(board, meeting_id, file or [])
        for name in found.changed:
            say.aside(
                f"{name} is not as lif built it: somebody changed it since. It is recorded as it is now."
            )
        said = gathered(
            {"date": day, "by": by}, to=to, note=note, shows=found.shows, parts=list(found.parts),
            files=[{"name": name, "sha256": digest} for name, digest in found.files],
        )  # fmt: skip
        return record_sent(board, meeting_id, said, today)

    write(ctx, make, dry_run)
