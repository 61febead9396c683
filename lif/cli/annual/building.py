"""`lif annual build`: the annual report as papers."""

from typing import Annotated

import typer

from lif.cli import say
from lif.cli.annual.entry import AnnualId
from lif.cli.entry import one_of
from lif.cli.formats import EVERY_FORMAT, formats_of
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.progress import Progress
from lif.cli.state import day_of, whole_board_of
from lif.insight.wording import counted, day_words, listed
from lif.store.errors import Refusal

app = single()


@app.command()
def build(
    ctx: typer.Context,
    annual_id: AnnualId,
    formats: Annotated[
        str,
        typer.Option(
            "--format", "--formats", metavar=EVERY_FORMAT, help="The formats, with commas between them."
        ),
    ] = EVERY_FORMAT,
    edition: Annotated[str, typer.Option("--edition", help="For whom. One of: board, public.")] = "board",
    as_of: AsOf = None,
) -> None:
    """Build the report as PDF, Word, web page and Markdown, also for the public.

    It is put in build/annual/, each year and edition in a folder of its own, in the place of the last one.
    Figures, reviews with their lessons, audits, voice, training, attendance, child deaths and priorities are drawn
    from the records as they stood at the year's end; what people wrote stands beside them, and what nobody has
    written yet is marked. The edition for the public holds only records with audience: public, and is refused while
    the report itself is not cleared or not complete.
    """
    from lif.insight.annual.report import find_annual
    from lif.operations.annual import identifying_in
    from lif.publish.formats import EDITIONS, Edition
    from lif.publish.papers.annual import write_annual

    asked, day = formats_of(formats), day_of(as_of)
    wanted: Edition = "public" if one_of(edition, "edition", EDITIONS) == "public" else "board"
    board = whole_board_of(ctx)
    loaded = find_annual(board, annual_id)
    if wanted == "public" and (found := identifying_in(board, loaded)):
        for finding in found:
            say.aside_finding(finding)
        raise Refusal(
            "No public edition was built, because something in it looks as if it identified somebody.",
            "Mend what is named above and try again.",
        )
    with Progress() as progress:
        written = write_annual(board, loaded, day, wanted, formats=asked, progress=progress)
    one = written.standing
    pages = f"  {counted(written.pages, 'page')}" if written.pages else ""
    say.result("\n".join([
        f"The annual report {one.look.period}, for the {'public' if wanted == 'public' else 'Board'}, shows things as "
        f"they stood on {day_words(one.look.day)}. Marking: {written.marking}.",
        *(f"  {written.folder}/{name}{pages if name.endswith('.pdf') else ''}"
          for name in written.files if not name.endswith(".svg")),
    ]))  # fmt: skip
    if wanted == "public":
        say.aside(
            "Nothing in it looks as if it identified somebody. That is no proof: read it before it goes out. Agencies and "
            "priorities have no audience of their own; look them over too."
        )
        if written.left_out:
            say.aside(f"Left out, because it is not cleared for the public: {listed(written.left_out)}.")
    elif written.left_out:
        say.aside(f"Left out, because it is kept for the Board's office alone: {listed(written.left_out)}.")
    if not one.complete:
        missing = [counted(len(one.missing), "section") + " nobody has written"] if one.missing else []
        missing += [f"no lesson from {listed(one.left_out)}"] if one.left_out else []
        weak = dict.fromkeys(each.id for each in (*one.without_cause, *one.without_action))
        missing += [f"no cause or no action for {listed(weak)}"] if weak else []
        say.aside(
            f"Still missing, and marked where it belongs: {'; '.join(missing)}. See: lif annual show {one.name}"
        )
