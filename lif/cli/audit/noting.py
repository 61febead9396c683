"""`lif audit note`: something about an audit is worth remembering."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.audit.entry import AuditId
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.writing import DryRun, From
from lif.operations.audits.log import add_audit_entry

app = single()


@app.command()
def note(
    ctx: typer.Context,
    audit_id: AuditId,
    text: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What is to be remembered.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note to an audit."""
    entry = Entry("noted", given_from, date, by)
    said = required(entry.text("note", text), "NOTE", "Note", "What is to be remembered about it.")
    record(ctx, audit_id, add_audit_entry, entry.keys(by="business-manager", note=said), dry_run)
