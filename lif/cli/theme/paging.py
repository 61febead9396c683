"""`lif theme page`: one page on a theme, with every side of it."""

import typer

from lif.cli import say
from lif.cli.forms import AsOf
from lif.cli.noun import single
from lif.cli.state import board_of, day_of
from lif.cli.theme.name import ThemeId
from lif.insight.wording import day_words

app = single()


@app.command()
def page(ctx: typer.Context, theme: ThemeId, as_of: AsOf = None) -> None:
    """Write one page on a theme, with every side of it.

    It is put in build/themes/ as PDF, Word, web page and Markdown, in the place of the last one. It is for members of the
    Board, and holds nothing that is kept for the Board's office alone. What does not fit on the page is counted.
    """
    from lif.cli.learning.theming import theme_called
    from lif.publish.papers.theme_page import write_theme_page

    board, day = board_of(ctx), day_of(as_of)
    written = write_theme_page(board, theme_called(board, theme), day)
    say.result("\n".join([
        f"The page shows things as they stood on {day_words(day)}. Marking: {written.marking}.",
        *(f"  {written.folder}/{name}" for name in written.files),
    ]))  # fmt: skip
    if written.left_out:
        say.aside(
            f"Not on the page for want of room, newest first: {written.left_out}. All of it: lif theme show {theme}"
        )
