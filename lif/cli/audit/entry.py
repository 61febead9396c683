"""What the words that add to the log of an audit share."""

from typing import Annotated

import typer

AuditId = Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")]
