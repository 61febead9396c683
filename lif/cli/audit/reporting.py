"""`lif audit report`: the results of an audit are there."""

import typer

from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.log import add_audit_entry

app = single()


@app.command()
def report(
    ctx: typer.Context,
    audit_id: AuditId,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the results of an audit were reported.

    From that day on they stand in the register and in packs. Where they are shared: lif audit share.
    """
    entry = Entry("reported", given_from, date, by)
    record(ctx, audit_id, add_audit_entry, entry.keys(by="business-manager", note=note), dry_run)
