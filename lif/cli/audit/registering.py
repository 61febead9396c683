"""`lif audit register`: the whole register of audits, on the screen, as data, as a workbook and on paper."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli import say
from lif.cli.audit.listing import year_of
from lif.cli.forms import AsOf, ListForm, ListFormOption
from lif.cli.lines import named, section, wrapped
from lif.cli.noun import single
from lif.cli.state import board_of, day_of

if TYPE_CHECKING:
    from lif.insight.audits.register_words import RegisterPart

app = single()
_SHORT = 45
"""Characters. A table with a longer cell would be cut off on the screen, so its rows are written out."""


@app.command()
def register(
    ctx: typer.Context,
    year: Annotated[
        list[str] | None,
        typer.Option("--year", metavar="YEAR", help="Only a financial year, such as 2017/18. Repeatable."),
    ] = None,
    as_of: AsOf = None,
    form: ListFormOption = ListForm.text,
    papers: Annotated[
        bool,
        typer.Option("--papers", help="Write it as PDF, Word, web page, Markdown and workbook instead."),
    ] = False,
) -> None:
    """Print the whole register of audits, as the Framework describes it.

    How many, areas covered, results, learning, effectiveness, and what was looked at again and found. With
    --papers it is put in build/audits/, in the place of the last one; what is kept for the Board's office alone
    is not in it.
    """
    from lif.insight.audits.register import audit_register
    from lif.insight.audits.register_words import register_parts

    board, day = board_of(ctx), day_of(as_of)
    years = [year_of(text) for text in year or ()]
    if papers:
        from lif.publish.papers.audit_register import write_register

        written = write_register(board, day, years)
        say.result(
            "\n".join(
                [
                    f"The register of audits. Marking: {written.marking}.",
                    *(f"  {one}" for one in written.files),
                ]
            )
        )
        if written.left_out:
            say.aside(f"Left out, because it is kept for the office alone: {', '.join(written.left_out)}.")
        return
    made = audit_register(board, day, years)
    match form:
        case ListForm.json:
            from lif.insight.audits.register_data import register_data

            say.result_json("audit-register", register_data(made))
        case ListForm.csv:
            from lif.exchange.csv_out import csv_text
            from lif.insight.audits.data import COLUMNS, audit_row
            from lif.insight.titles import Titles

            titles = Titles(board)
            say.result(csv_text(COLUMNS, [audit_row(line.standing, titles) for line in made.lines]))
        case ListForm.text:
            if not made.lines:
                say.result(
                    "No audit yet. Record one: lif audit log, or bring in a register: lif import audits FILE"
                )
                return
            say.result("\n\n".join(_part(part) for part in register_parts(board, made)))


def _part(part: "RegisterPart") -> str:
    lines = [*(wrapped(text, 2) for text in part.text), *(wrapped(f"- {text}", 2, 4) for text in part.points)]
    blocks = [section(part.title, *lines)]
    if any(len(cell) > _SHORT for row in part.rows for cell in row):
        blocks += [named(zip(part.head, row, strict=True), 2) for row in part.rows]
    elif part.rows:
        blocks.append(say.table(part.head, part.rows))
    return "\n\n".join(block for block in blocks if block)
