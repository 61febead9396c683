"""`lif audit declare`: a signed declaration in place of an assessment."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write
from lif.operations.audits.returned import declare as declared
from lif.operations.who_is_named import with_ids

app = single()


@app.command()
def declare(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-003.")],
    agency: Annotated[str | None, typer.Option("--agency", help="The agency that declared.")] = None,
    signed_by: Annotated[
        str | None,
        typer.Option("--signed-by", metavar="POST", help="The post that signed. No person's name."),
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="What the file is called that came in.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record a signed declaration given in place of a self-assessment.

    It counts as a return and answers no item: nothing is counted as met because of it.
    """
    entry = Entry("returned", given_from, date, by)
    wanted = entry.all_wanted(
        Want("agency", agency, "The agency that declared, by its id."),
        Want("signed_by", signed_by, "The post that signed, such as Chief Officer. Never a person's name."),
    )
    said = entry.keys(
        by="business-manager", **wanted, form="declaration", file=entry.text("file", file), note=note
    )
    today = day_of(None)
    write(ctx, lambda board: declared(board, audit_id, with_ids(board, said), today), dry_run)
