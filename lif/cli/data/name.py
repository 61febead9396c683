"""What the words about one indicator share."""

from typing import Annotated

import typer

Name = Annotated[str, typer.Argument(metavar="NAME", help="Its short name, such as repeat-plans.")]
