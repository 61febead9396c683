"""`lif audit tool`: the forms on which agencies answer an audit."""

from datetime import date
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.fields import full_day
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import board_of, day_of, root_of
from lif.cli.writing import DryRun

app = single()
_MOST = 20
"""Agencies whose files are named one by one."""


@app.command()
def tool(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")],
    agency: Annotated[
        list[str] | None,
        typer.Option("--agency", metavar="AGENCY", help="For this agency alone, by its id. Repeatable."),
    ] = None,
    case: Annotated[
        list[str] | None,
        typer.Option(
            "--case", metavar="PSEUDONYM", help="The cases, if they are not called Case 1, 2 … Repeatable."
        ),
    ] = None,
    back_by: Annotated[
        str | None,
        typer.Option(
            "--back-by",
            metavar="DATE",
            help="The day by which it is wanted back; of a round the day on which it closes.",
        ),
    ] = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
) -> None:
    """Write the forms on which agencies answer an audit, as workbook and as Word document.

    Each holds the items of the audit's instrument, with what is to be shown for each, the scale to choose from, and
    how it is filled in. They are put in build/audits/ID/; the agency sends back whichever it likes better, and
    `lif audit collect` reads it.
    """
    from lif.cli.audit.putting import keep_filled_in, put_form
    from lif.exchange.audit_document import write_document
    from lif.exchange.audit_workbook import write_workbook
    from lif.insight.wording import counted, day_words
    from lif.operations.audits.forms import audit_with_instrument, back_by_plan, cases_of, form_of, invited

    board, day = board_of(ctx), day_of(as_of)
    loaded, instrument = audit_with_instrument(board, audit_id)
    agencies = invited(board, loaded.id, agency)
    cases = cases_of(loaded.record, instrument, case)
    wanted = full_day(back_by, "--back-by")
    back = date.fromisoformat(wanted) if wanted else back_by_plan(loaded.record, day)
    folder = f"build/audits/{loaded.id}"
    keep_filled_in(root_of(ctx), folder, agencies)
    with Progress(len(agencies)) as progress:
        for name in agencies:
            progress(f"Form of {name}")
            head, mark = form_of(board, loaded, name, day, back)
            if not dry_run:
                made = (write(head, instrument, mark, cases) for write in (write_workbook, write_document))
                put_form(root_of(ctx), folder, name, *made)
    would = "would be" if dry_run else "are"
    said = (
        f"Forms for {counted(len(agencies), 'agency', 'agencies')} {would} in {folder}/, as .xlsx and .docx:"
    )
    shown = agencies[:_MOST] if len(agencies) > _MOST + 1 else agencies
    lines = [f"  {folder}/{name}.xlsx  {folder}/{name}.docx" for name in shown]
    lines += [f"  and {len(agencies) - len(shown)} more"] if len(shown) < len(agencies) else []
    say.result("\n".join([said, *lines]))
    if back:
        say.aside(f"They are wanted back by {day_words(back)}.")
    if cases:
        say.aside(
            f"They ask about {', '.join(cases)}. Tell each agency which child each stands for, apart from this."
        )
    say.aside(f"When they come back: lif audit collect {loaded.id} FILE…")
