"""What the words below `lif annual` share."""

from typing import Annotated

import typer

from lif.cli.fields import full_day
from lif.cli.state import day_of

AnnualId = Annotated[str, typer.Argument(metavar="YEAR", help="The financial year, such as 2017-18.")]
AnnualBy = Annotated[str, typer.Option("--by", help="Who says so: a role, group or agency by its id.")]
AnnualDate = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="The day; today unless given.")
]


def day_given(date: str | None) -> str:
    """The day that was given, else today, as records keep it."""
    return full_day(date, "--date") or day_of(None).isoformat()
