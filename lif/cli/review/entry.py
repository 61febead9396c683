"""What the words that add to the log of a review share."""

from typing import Annotated

import typer

ReviewId = Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")]
