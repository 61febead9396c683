"""What the words below `lif challenge` share."""

from typing import Annotated

import typer

ChallengeId = Annotated[str, typer.Argument(metavar="ID", help="Such as CH-2017-001.")]
AnswerBy = Annotated[
    str | None,
    typer.Option(
        "--answer-by", metavar="DATE", help="By when an answer is wanted; else the stage's own time."
    ),
]
