"""`lif audit close`: an audit has come full circle."""

from typing import Annotated

import typer

from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.ends import close

app = single()


@app.command("close")
def close_(
    ctx: typer.Context,
    audit_id: AuditId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why nothing more is to be done.")] = None,
    revisit_due: Annotated[
        str | None, typer.Option("--revisit-due", metavar="DATE", help="When it is to be looked at again.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Close an audit. Refused until its recommendations are answered and a revisit is set or was held.

    What is missing is said, with the command for each. A revisit that is set stays due.
    """
    entry = Entry("closed", given_from, date, by)
    why = entry.wanted("reason", reason, "Why nothing more is to be done.")
    said = entry.keys(
        by="business-manager", reason=why, revisit_due=entry.day("revisit_due", revisit_due), note=note
    )
    record(ctx, audit_id, close, said, dry_run)
