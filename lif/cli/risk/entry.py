"""What the words below `lif risk` share: the id, and a score as it is typed."""

import re
from typing import Annotated, Any

import typer

from lif.store.errors import WrongUse

RiskId = Annotated[str, typer.Argument(metavar="ID", help="Such as RK-2017-001.")]
Likelihood = Annotated[
    int | None, typer.Option("--likelihood", min=1, max=5, help="How likely it is now, from 1 to 5.")
]
Impact = Annotated[
    int | None, typer.Option("--impact", min=1, max=5, help="How hard it would hit now, from 1 to 5.")
]
Why = Annotated[str | None, typer.Option("--why", help="What the score rests on.")]
NextReview = Annotated[
    str | None, typer.Option("--next-review", metavar="DATE", help="By when it is to be looked at again.")
]
_SCORE = re.compile(r"\s*([1-5])\s*[x×,*]\s*([1-5])\s*", re.IGNORECASE)


def score(text: str | None, option: str) -> dict[str, int] | None:
    """A score typed as 5x4, likelihood first. Raises WrongUse."""
    if text is None:
        return None
    match = _SCORE.fullmatch(text)
    if match is None:
        raise WrongUse(
            f"{option}: likelihood and impact are wanted, each from 1 to 5.", f"Write it as: {option} 5x4"
        )
    return {"likelihood": int(match[1]), "impact": int(match[2])}


def number(given: Any) -> str | None:
    """A step as the text of an answer; None where none was given."""
    return None if given is None else str(given)
