"""The options that the words of an action share."""

from typing import Annotated

import typer

ActionId = Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.A3.")]
By = Annotated[str, typer.Option("--by", help="Who says so: a role, a group or an agency.")]
On = Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day; today unless given.")]
