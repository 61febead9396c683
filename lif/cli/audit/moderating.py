"""`lif audit moderate`: the grades that were agreed beside those that an agency gave itself."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.cli.writing import DryRun, From, write
from lif.store.errors import WrongUse

app = single()
_EXAMPLE = 'Write it as --grade 1.2=met, or with --case "Case 1" for a case; several with --sheet or --from.'


@app.command()
def moderate(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")],
    agency: Annotated[
        str, typer.Option("--agency", metavar="AGENCY", help="Whose answers were gone through.")
    ],
    grade: Annotated[
        list[str] | None,
        typer.Option("--grade", metavar="ITEM=GRADE", help="An agreed grade. Repeatable."),
    ] = None,
    case: Annotated[
        str, typer.Option("--case", metavar="PSEUDONYM", help="The case that these grades are about.")
    ] = "",
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--sheet", metavar="FILE", help="A CSV file or workbook with the columns case, item, agreed."
        ),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Anything worth remembering about it.")] = None,
    by: Annotated[
        str, typer.Option("--by", help="Who records it: a role, group or agency.")
    ] = "business-manager",
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The day it was agreed; today unless given.")
    ] = None,
    source: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record grades that were agreed beside those that an agency gave itself. Both are kept.

    With --from they are given as YAML or JSON: `grades:` with each item and its grade, or `cases:` with each
    pseudonym and below it items and grades; quote the numbers of items and grades ("1.10": "3").
    """
    from lif.exchange.agreed_grades import given_grades, read_grades
    from lif.exchange.given import read_given
    from lif.operations.audits.forms import audit_with_instrument
    from lif.operations.audits.moderation import Moderating
    from lif.operations.audits.moderation import moderate as moderate_grades

    agreed: dict[tuple[str, str], str] = {}
    if sheet:
        _, instrument = audit_with_instrument(board_of(ctx), audit_id)
        agreed |= read_grades(sheet, {item.id for item in instrument.items})
    if source:
        agreed |= given_grades(read_given(source))
    for said in grade or []:
        item, equals, word = said.partition("=")
        if not (item.strip() and equals and word.strip()):
            raise WrongUse(f"--grade: {said} does not say which grade.", _EXAMPLE)
        agreed[case.strip(), item.strip()] = word.strip()
    if not agreed:
        raise WrongUse("No agreed grade is given.", _EXAMPLE)
    how = Moderating(agency, day_of(full_day(date, "--date")), by, note)
    write(ctx, lambda board: moderate_grades(board, audit_id, agreed, how, day_of(None)), dry_run)
