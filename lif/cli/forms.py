"""The forms in which commands that read print their result."""

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """Text for people, JSON for programs."""

    text = "text"
    json = "json"


FormOption = Annotated[Form, typer.Option("--format", help="Text for people, or JSON for programs.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", help="The day to look from; today unless given here or in LIF_AS_OF."
    ),
]


class ListForm(StrEnum):
    """Text for people, JSON for programs, CSV for a spreadsheet."""

    text = "text"
    json = "json"
    csv = "csv"


ListFormOption = Annotated[
    ListForm,
    typer.Option("--format", help="Text for people, JSON for programs, or CSV for a spreadsheet."),
]
