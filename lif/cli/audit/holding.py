"""`lif audit hold`: an audit that was planned took place."""

import typer

from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.log import add_audit_entry

app = single()


@app.command()
def hold(
    ctx: typer.Context,
    audit_id: AuditId,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an audit took place.

    Its sample, results, findings and recommendations are keys of the record: lif edit ID.
    """
    entry = Entry("held", given_from, date, by)
    record(ctx, audit_id, add_audit_entry, entry.keys(by="business-manager", note=note), dry_run)
