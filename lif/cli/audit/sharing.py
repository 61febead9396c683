"""`lif audit share`: the results of an audit go to a group or to practitioners."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.log import share

app = single()


@app.command("share")
def share_(
    ctx: typer.Context,
    audit_id: AuditId,
    group: Annotated[
        str | None, typer.Option("--group", help="The group of the Board that it went to, by its id.")
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", help='Another way, such as "Two workshops, 57 people".')
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record where the results of an audit were shared.

    The lessons of an audit go through the Executive Group to the Strategic Board: which of them comes next is
    said.
    """
    entry = Entry("shared", given_from, date, by)
    group, channel = entry.text("group", group), entry.text("channel", channel)
    if not group and not channel:
        group = required(
            None, "--group", "Group", "The group it went to, by its id; another way is given with --channel."
        )
    record(
        ctx,
        audit_id,
        share,
        entry.keys(by="business-manager", group=group, channel=channel, note=note),
        dry_run,
    )
