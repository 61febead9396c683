"""What the words that add to the log of an action share."""

from typing import Annotated

import typer

ActionId = Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.A3.")]
Records = Annotated[
    list[str] | None,
    typer.Option("--record", metavar="ID", help="A record that bears it out, such as an audit. Repeatable."),
]
