"""`lif audit results`: the results of a round of returns as a paper."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.formats import EVERY_FORMAT, PaperFormats, formats_of
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import day_of, whole_board_of
from lif.insight.wording import counted, day_words
from lif.rules.lookup import find_record

app = single()


@app.command()
def results(
    ctx: typer.Context,
    audit_id: Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-003.")],
    formats: PaperFormats = EVERY_FORMAT,
    as_of: AsOf = None,
) -> None:
    """Write the results of a round of returns as a paper, with charts.

    It says who answered, what the answers say, what is weakest and who is missing, with a chart for each
    section. It is put in build/results/ in the place of the last one, as PDF, Word, web page and Markdown.
    Every share carries the number it is of.
    """
    from lif.insight.returns.words import rate_words
    from lif.insight.titles import Titles
    from lif.publish.papers.results import write_results

    asked = formats_of(formats)
    board, day = whole_board_of(ctx), day_of(as_of)
    with Progress() as progress:
        written = write_results(board, find_record(board, audit_id, "audit"), day, asked, progress)
    pages = f"  {counted(written.pages, 'page')}" if written.pages else ""
    say.result("\n".join([
        f"The results of {audit_id} show things as they stood on {day_words(day)}. Marking: {written.marking}.",
        rate_words(written.round, Titles(board)),
        *(f"  {written.folder}/{name}{pages if name.endswith('.pdf') else ''}"
          for name in written.files if not name.endswith(".svg")),
    ]))  # fmt: skip
