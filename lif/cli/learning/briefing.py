"""`lif learning briefing`: one page on a lesson, for a team."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf
from lif.cli.learning.entry import LearningId
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.insight.wording import day_words, listed
from lif.rules.lookup import find_record

app = single()


@app.command()
def briefing(ctx: typer.Context, learning_id: LearningId, as_of: AsOf = None) -> None:
    """Write the seven-minute briefing on a lesson: one page.

    It is put in build/learning/ as PDF, Word, web page and Markdown, in the place of the last one. Its seven
    parts come from the record; what is not recorded is named, never filled in. It holds only what readers of the
    lesson's audience may see. A briefing that does not fit on one page of A4 is not written, nor one for everybody
    in which a look through its files finds what identifies somebody.
    """
    from lif.cli.for_the_public import NO_PROOF, must_identify_nobody
    from lif.publish.papers.briefing import audience_words, write_briefing

    board, day = board_of(ctx), day_of(as_of)
    loaded = find_record(board, learning_id, "learning")
    public = loaded.record.audience == "public"
    written = (
        write_briefing(board, loaded, day, must_identify_nobody(board.root))
        if public
        else write_briefing(board, loaded, day)
    )
    whom = audience_words(board, loaded.record)
    say.result("\n".join([
        f"The seven-minute briefing on {learning_id}, {whom}, shows things as they stood on {day_words(day)}. "
        f"Marking: {written.marking}.",
        *(f"  {written.folder}/{name}" for name in written.files),
    ]))  # fmt: skip
    if public:
        say.aside(NO_PROOF)
    for words, mend in written.missing:
        say.aside(f"{words} Record it: {mend}")
    if written.left_out:
        say.aside(f"Left out, because its readers may not see it: {listed(written.left_out)}.")
