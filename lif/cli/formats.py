"""The formats that a paper is asked for in."""

from typing import Annotated

import typer

from lif.publish.formats import FORMATS
from lif.store.errors import WrongUse

PaperFormats = Annotated[
    str, typer.Option("--format", metavar=",".join(FORMATS), help="The formats, with commas between them.")
]
EVERY_FORMAT = ",".join(FORMATS)


def formats_of(text: str) -> list[str]:
    """The formats named in a list with commas. Raises WrongUse for one that there is not, and for none."""
    asked = [word.strip().lower() for word in text.split(",") if word.strip()]
    unknown = [word for word in asked if word not in FORMATS]
    if unknown or not asked:
        what = f"There is no format called {unknown[0]}." if unknown else "No format is named."
        raise WrongUse(what, f"Give one or more of: {', '.join(FORMATS)}, with commas between them.")
    return asked
