"""What the words below `lif voice` share."""

from typing import Annotated

import typer

VoiceId = Annotated[str, typer.Argument(metavar="ID", help="Such as VO-2017-001.")]
