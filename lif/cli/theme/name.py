"""What the words about one theme share."""

from typing import TYPE_CHECKING, Annotated

import typer

from lif.cli.learning.theming import theme_called

if TYPE_CHECKING:
    from datetime import date

    from lif.insight.learning.joined import Joined
    from lif.store.board import Board

ThemeId = Annotated[str, typer.Argument(metavar="THEME", help="Its short name, such as neglect.")]


def theme_from(board: "Board", name: str, day: "date") -> "Joined":
    """A theme by any of its names. Raises NothingFound with the nearest."""
    from lif.insight.learning.joined import joined_theme

    return joined_theme(board, theme_called(board, name), day)
